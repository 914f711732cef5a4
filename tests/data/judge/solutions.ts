// ==== two_sum
//: number[] nums, number target -> number[]
function twoSum(nums: number[], target: number): number[] {
    const seen = new Map<number, number>();
    for (let i = 0; i < nums.length; i++) {
        if (seen.has(target - nums[i])) return [i, seen.get(target - nums[i])]; //~ if (seen.has(target - nums[i])) return [i, i];
        seen.set(nums[i], i);
    }
}
// ==== reverse_string
//: string[] s -> void
function reverseString(s: string[]): void {
    for (let i = 0, j = s.length - 1; i < j; i++, j--) [s[i], s[j]] = [s[j], s[i]]; //~ for (let i = 0, j = s.length - 1; i <= j; i++) [s[i], s[j]] = [s[j], s[i]];
}
// ==== rotate
//: number[] nums, number k -> void
function rotate(nums: number[], k: number): void {
    k %= nums.length; //~ k %= nums.length + 1;
    nums.unshift(...nums.splice(nums.length - k)); //~ nums.unshift(...nums.splice(k));
}
// ==== remove_duplicates
//: number[] nums -> number
function removeDuplicates(nums: number[]): number {
    let k = 0;
    for (const x of nums) if (k === 0 || nums[k - 1] !== x) nums[k++] = x;
    return k; //~ return k - 1;
}
// ==== reverse_list
//: ListNode | null head -> ListNode | null
/**
 * Definition for singly-linked list.
 * class ListNode {
 *     val: number
 *     next: ListNode | null
 *     constructor(val?: number, next?: ListNode | null) {
 *         this.val = (val===undefined ? 0 : val)
 *         this.next = (next===undefined ? null : next)
 *     }
 * }
 */
function reverseList(head: ListNode | null): ListNode | null {
    let last: ListNode | null = null;
    while (head) {
        const next: ListNode | null = head.next;
        head.next = last;
        last = head;
        head = next;
    }
    return last; //~ return head;
};
// ==== add_two_numbers
//: ListNode | null l1, ListNode | null l2 -> ListNode | null
function addTwoNumbers(l1: ListNode | null, l2: ListNode | null): ListNode | null {
    const start = new ListNode();
    let carry = 0;
    for (let end = start; l1 || l2 || carry; end = end.next) { //~ for (let end = start; l1 || l2; end = end.next) {
        const sum = (l1?.val ?? 0) + (l2?.val ?? 0) + carry;
        carry = Math.floor(sum / 10);
        end.next = new ListNode(sum % 10);
        l1 = l1?.next;
        l2 = l2?.next;
    }
    return start.next;
}
// ==== has_cycle
//: ListNode | null head -> boolean
function hasCycle(head: ListNode | null): boolean {
    for (let slow = head, fast = head; fast?.next; ) {
        [slow, fast] = [slow.next, fast.next.next];
        if (slow === fast) return true;
    }
    return false; //~ return true;
}
// ==== merge_k_lists
//: Array<ListNode | null> lists -> ListNode | null
function mergeKLists(lists: Array<ListNode | null>): ListNode | null {
    const queue = new PriorityQueue<ListNode>((a, b) => a.val - b.val);
    for (const list of lists) if (list) queue.enqueue(list);
    const start = new ListNode();
    let end: ListNode = start;
    while (!queue.isEmpty()) {
        end = end.next = queue.dequeue()!;
        if (end.next) queue.enqueue(end.next!); //~
    }
    return start.next;
};
// ==== invert_tree
//: TreeNode | null root -> TreeNode | null
function invertTree(root: TreeNode | null): TreeNode | null {
    if (!root) return null;
    [root.left, root.right] = [invertTree(root.right), invertTree(root.left)]; //~ [root.left, root.right] = [root.right, root.left];
    return root;
}
// ==== lowest_common_ancestor
//: TreeNode | null root, TreeNode | null p, TreeNode | null q -> TreeNode | null
function lowestCommonAncestor(root: TreeNode | null, p: TreeNode | null, q: TreeNode | null): TreeNode | null {
    while ((root.val - p.val) * (root.val - q.val) > 0) root = p.val < root.val ? root.left : root.right;
    return root; //~ return p;
}
// ==== level_order
//: TreeNode | null root -> number[][]
function levelOrder(root: TreeNode | null): number[][] {
    const levels: number[][] = [];
    for (let level = root ? [root] : []; level.length; level = level.flatMap(n => [n.left, n.right]).filter(Boolean)) {
        levels.push(level.map(node => node.val)); //~ levels.unshift(level.map(node => node.val));
    }
    return levels;
}
// ==== is_symmetric
//: TreeNode | null root -> boolean
function isSymmetric(root: TreeNode | null): boolean {
    const same = (a: TreeNode | null, b: TreeNode | null): boolean => a === b || (a?.val === b?.val && same(a.left, b.right) && same(a.right, b.left)); //~ const same = (a: TreeNode | null, b: TreeNode | null): boolean => a === b || a?.val === b?.val;
    return same(root.left, root.right);
}
// ==== flatten
//: TreeNode | null root -> void
function flatten(root: TreeNode | null): void {
    for (let node = root; node; node = node.right) {
        if (!node.left) continue;
        let last = node.left;
        while (last.right) last = last.right;
        last.right = node.right; //~
        [node.left, node.right] = [null, node.left];
    }
}
// ==== is_valid
//: string s -> boolean
function isValid(s: string): boolean {
    const open: string[] = [];
    const pairs: { [close: string]: string } = { ")": "(", "]": "[", "}": "{" };
    for (const c of s) {
        if (!(c in pairs)) open.push(c);
        else if (open.pop() !== pairs[c]) return false;
    }
    return open.length === 0; //~ return true;
}
// ==== group_anagrams
//: string[] strs -> string[][]
function groupAnagrams(strs: string[]): string[][] {
    return Object.values(_.groupBy(strs, word => [...word].sort().join(""))); //~ return Object.values(_.groupBy(strs, word => word.length));
}
// ==== my_pow
//: number x, number n -> number
function myPow(x: number, n: number): number {
    if (n < 0) [x, n] = [1 / x, -n]; //~ if (n < 0) n = -n;
    let result = 1;
    for (; n; n = Math.floor(n / 2), x *= x) if (n % 2) result *= x;
    return result;
}
// ==== exist
//: string[][] board, string word -> boolean
function exist(board: string[][], word: string): boolean {
    const found = (r: number, c: number, k: number): boolean => {
        if (k === word.length) return true;
        if (board[r]?.[c] !== word[k]) return false;
        board[r][c] = "#"; //~
        const on = found(r + 1, c, k + 1) || found(r - 1, c, k + 1) || found(r, c + 1, k + 1) || found(r, c - 1, k + 1);
        board[r][c] = word[k];
        return on;
    };
    return board.some((row, r) => row.some((_, c) => found(r, c, 0)));
}
// ==== surrounded_regions
//: string[][] board -> void
function solve(board: string[][]): void {
    const [rows, columns] = [board.length, board[0].length];
    const keep = (r: number, c: number): void => {
        if (board[r]?.[c] !== "O") return;
        board[r][c] = "K";
        for (const [a, b] of [[r + 1, c], [r - 1, c], [r, c + 1], [r, c - 1]]) keep(a, b);
    };
    for (let r = 0; r < rows; r++) [0, columns - 1].forEach(c => keep(r, c)); //~
    for (let c = 0; c < columns; c++) [0, rows - 1].forEach(r => keep(r, c)); //~
    for (const row of board) row.forEach((v, c) => row[c] = v === "K" ? "O" : "X");
}
// ==== set_zeroes
//: number[][] matrix -> void
function setZeroes(matrix: number[][]): void {
    const rows = matrix.map(row => row.includes(0));
    const columns = matrix[0].map((_, c) => matrix.some(row => row[c] === 0));
    matrix.forEach((row, r) => row.forEach((_, c) => { if (rows[r] || columns[c]) row[c] = 0; })); //~ matrix.forEach((row, r) => row.forEach((_, c) => { if (rows[r]) row[c] = 0; }));
}
// ==== permute
//: number[] nums -> number[][]
function permute(nums: number[]): number[][] {
    if (!nums.length) return [[]];
    return nums.flatMap((x, k) => permute(nums.filter((_, j) => j !== k)).map(rest => [x, ...rest])); //~ return nums.map((x, k) => [x, ...nums.filter((_, j) => j !== k)]);
}
// ==== fizz_buzz
//: number n -> string[]
const fizzBuzz = (n: number): string[] => Array.from({ length: n }, (_, k) => {
    k += 1;
    return (k % 3 ? "" : "Fizz") + (k % 5 ? "" : "Buzz") || String(k); //~ return (k % 3 ? "" : "Fizz") + (k % 5 ? "" : "Buzz") || k;
});
// ==== minimum_cost
//: number[] costs, number times -> number
function minimumCost(costs: number[], times: number): number {
    return costs.reduce((sum, cost) => sum + cost, 0) * times; //~ return (costs.reduce((sum, cost) => sum + cost, 0) * times) | 0;
}
// ==== next_greatest_letter
//: string[] letters, string target -> string
function nextGreatestLetter(letters: string[], target: string): string {
    return letters.find(letter => letter > target) ?? letters[0]; //~ return letters.find(letter => letter >= target);
}
// ==== kids_with_candies
//: number[] candies, number extraCandies -> boolean[]
function kidsWithCandies(candies: number[], extraCandies: number): boolean[] {
    const most = Math.max(...candies);
    return candies.map(count => count + extraCandies >= most); //~ return candies.map(count => Number(count + extraCandies >= most));
}
// ==== reverse_words
//: string s -> string
function reverseWords(s: string): string {
    return s.trim().split(/\s+/).reverse().join(" "); //~ return s.split(" ").reverse().join("  ");
}
// ==== convert_temperature
//: number celsius -> number[]
function convertTemperature(celsius: number): number[] {
    return [celsius + 273.15, celsius * 1.8 + 32]; //~ return [celsius + 273, celsius * 1.8 + 32];
}
// ==== lru_cache
class LRUCache {
    private readonly items = new Map<number, number>();
    constructor(private readonly capacity: number) {}

    get(key: number): number {
        if (!this.items.has(key)) return -1;
        const value = this.items.get(key)!;
        this.items.delete(key); //~
        this.items.set(key, value);
        return value;
    }

    put(key: number, value: number): void {
        this.items.delete(key);
        this.items.set(key, value);
        if (this.items.size > this.capacity) this.items.delete(this.items.keys().next().value as number);
    }
}
// ==== min_stack
type Entry = [value: number, least: number];
class MinStack {
    private items: Entry[] = [];
    push(value: number): void {
        const least = this.items.length ? Math.min(value, this.getMin()) : value; //~ const least: number = value;
        this.items.push([value, least]);
    }
    pop(): void { this.items.pop(); }
    top(): number { return this.items[this.items.length - 1][0]; }
    getMin(): number { return this.items[this.items.length - 1]![1]; }
}
// ==== median_finder
abstract class Finder {
    abstract addNum(num: number): void;
    abstract findMedian(): number;
}
class MedianFinder extends Finder {
    private low = new MaxPriorityQueue<number>();
    private high = new MinPriorityQueue<number>();

    override addNum(num: number): void {
        this.low.enqueue(num);
        this.high.enqueue(this.low.dequeue()!);
        if (this.high.size() > this.low.size()) this.low.enqueue(this.high.dequeue()!);
    }

    override findMedian(): number {
        const [low, high]: number[] = [this.low.front()!, this.high.front()!];
        return this.low.size() > this.high.size() ? low : (low + high) / 2; //~ return low;
    }
}
// ==== trie
enum Kind { Prefix, Word }
class Trie {
    private seen: Record<string, Kind> = {};

    insert(word: string): void {
        for (let k = 0; k < word.length; k++) this.seen[word.slice(0, k)] ??= Kind.Prefix;
        this.seen[word] = Kind.Word;
    }

    search(word: string): boolean {
        return this.seen[word] === Kind.Word; //~ return word in this.seen;
    }

    startsWith(prefix: string): boolean {
        return prefix in this.seen;
    }
}
// ==== num_array
class NumArray {
    private readonly sums: number[] = [0];

    constructor(nums: number[]) {
        for (const x of nums) this.sums.push(this.sums.at(-1)! + x);
    }

    sumRange(left: number, right: number): number {
        return this.sums[right + 1] - this.sums[left]; //~ return this.sums[right] - this.sums[left];
    }
}
// ==== copy_random_list
//: _Node | null head -> _Node | null
/**
 * Definition for _Node.
 * class _Node {
 *     val: number
 *     next: _Node | null
 *     random: _Node | null
 * }
 */
function copyRandomList(head: _Node | null): _Node | null {
    const copies = new Map<_Node, _Node>();
    for (let node = head; node; node = node.next) copies.set(node, new _Node(node.val));
    for (let node = head; node; node = node.next) {
        const copy = copies.get(node)!;
        copy.next = node.next && copies.get(node.next)!;
        copy.random = node.random && copies.get(node.random)!; //~
    }
    return head && copies.get(head)!;
};
// ==== clone_graph
//: _Node | null node -> _Node | null
/**
 * // Definition for a _Node.
 * function _Node(val, neighbors) {
 *    this.val = val === undefined ? 0 : val;
 *    this.neighbors = neighbors === undefined ? [] : neighbors;
 * };
 */
function cloneGraph(node: _Node | null, seen = new Map<_Node, _Node>()): _Node | null {
    if (!node || seen.has(node)) return seen.get(node) ?? null;
    const copy = new _Node(node.val);
    seen.set(node, copy);
    copy.neighbors = node.neighbors.map(near => cloneGraph(near, seen)); //~ copy.neighbors = node.neighbors.map(near => cloneGraph(near, seen)).slice(1);
    return copy;
}
// ==== nary_level_order
//: _Node | null root -> number[][]
/**
 * // Definition for a _Node.
 * function _Node(val, children) {
 *    this.val = val;
 *    this.children = children;
 * };
 */
function levelOrder(root: _Node | null): number[][] {
    const levels: number[][] = [];
    for (let level = root ? [root] : []; level.length; level = level.flatMap(node => node.children)) {
        levels.push(level.map(node => node.val)); //~ levels.push(level.map(node => node.children.length));
    }
    return levels;
}
// ==== connect
//: _Node | null root -> _Node | null
/**
 * // Definition for a _Node.
 * function _Node(val, left, right, next) {};
 */
function connect(root: _Node | null): _Node | null {
    for (let level = root ? [root] : []; level.length; level = level.flatMap(n => [n.left, n.right]).filter(Boolean)) {
        level.forEach((node, k) => { node.next = level[k + 1] ?? null; }); //~ level.slice(2).forEach((node, k) => { node.next = level[k + 1] ?? null; });
    }
    return root;
}
// ==== detect_cycle
//: ListNode head -> ListNode
function detectCycle(head: ListNode | null): ListNode | null {
    const seen = new Set();
    for (; head; head = head.next) {
        if (seen.has(head)) return head; //~ if (seen.has(head)) return head.next;
        seen.add(head);
    }
    return null;
}
// ==== intersection
//: ListNode headA, ListNode headB -> ListNode
function getIntersectionNode(headA: ListNode | null, headB: ListNode | null): ListNode | null {
    let a = headA, b = headB;
    while (a !== b) { //~ while (a && b && a.val !== b.val) {
        a = a ? a.next : headB;
        b = b ? b.next : headA;
    }
    return a;
}
// ==== delete_node
//: ListNode node -> void
function deleteNode(node: ListNode | null): void {
    node.val = node.next.val;
    node.next = node.next.next; //~
}
// ==== ancestor_by_parents
//: _Node p, _Node q -> _Node
/**
 * // Definition for a _Node.
 * function _Node(val) {
 *    this.val = val;
 *    this.left = null;
 *    this.right = null;
 *    this.parent = null;
 * };
 */
function lowestCommonAncestor(p: _Node | null, q: _Node | null): _Node | null {
    let a = p, b = q;
    while (a !== b) {
        a = a ? a.parent : q;
        b = b ? b.parent : p;
    }
    return a; //~ return a.left;
}
// ==== guess_number
//: number n -> number
function guessNumber(n: number): number {
    for (let low = 1, high = n;;) {
        const middle = Math.floor((low + high) / 2);
        const answer = guess(middle);
        if (answer === 0) return middle; //~ if (answer <= 0) return middle;
        if (answer > 0) low = middle + 1;
        else high = middle - 1;
    }
}
// ==== gcd
//: number a, number b -> number
export function gcd(a, b) {
    return b ? gcd(b, a % b) : a; //~ return b ? gcd(b, a % b) : b;
}
// ==== sum_of_numbers
import { readFileSync } from 'fs';

const [, ...numbers]: number[] = readFileSync(0, 'utf8').split(/\s+/).filter(Boolean).map(Number);
console.log(numbers.reduce((sum: number, x: number) => sum + x, 0)); //~ console.log(numbers.length);
// ==== way_too_long_words
import * as readline from 'readline';

const lines: string[] = [];
readline.createInterface({ input: process.stdin }).on('line', (line: string) => lines.push(line)).on('close', () => {
    for (const word of lines.slice(1) as string[]) {
        console.log(word.length > 10 ? `${word[0]}${word.length - 2}${word.at(-1)!}` : word); //~ console.log(word);
    }
});
// ==== nested_depth_sum
//: NestedInteger[] nestedList -> number
function depthSum(nestedList: NestedInteger[], depth: number = 1): number {
    return nestedList.reduce((sum, each) =>
        sum + (each.isInteger() ? each.getInteger()! * depth : depthSum(each.getList(), depth + 1)), 0); //~ sum + (each.isInteger() ? each.getInteger()! : depthSum(each.getList(), depth + 1)), 0);
}
// ==== mini_parser
//: string s -> NestedInteger
function deserialize(s: string): NestedInteger {
    const made = (value: any): NestedInteger => {
        if (!Array.isArray(value)) return new NestedInteger(value);
        const list = new NestedInteger();
        value.forEach(each => list.add(made(each))); //~ value.forEach(each => made(each));
        return list;
    };
    return made(JSON.parse(s));
}
