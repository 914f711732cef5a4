// ==== two_sum
//: number[] nums, number target -> number[]
/**
 * @param {number[]} nums
 * @param {number} target
 * @return {number[]}
 */
var twoSum = function(nums, target) {
    const seen = new Map();
    for (let i = 0; i < nums.length; i++) {
        if (seen.has(target - nums[i])) return [i, seen.get(target - nums[i])]; //~ if (seen.has(target - nums[i])) return [i, i];
        seen.set(nums[i], i);
    }
};
// ==== reverse_string
//: string[] s -> void
/** @return {void} Do not return anything, modify s in-place instead. */
var reverseString = function(s) {
    for (let i = 0, j = s.length - 1; i < j; i++, j--) [s[i], s[j]] = [s[j], s[i]]; //~ for (let i = 0, j = s.length - 1; i <= j; i++) [s[i], s[j]] = [s[j], s[i]];
};
// ==== rotate
//: number[] nums, number k -> void
var rotate = function(nums, k) {
    k %= nums.length; //~ k %= nums.length + 1;
    nums.unshift(...nums.splice(nums.length - k)); //~ nums.unshift(...nums.splice(k));
};
// ==== remove_duplicates
//: number[] nums -> number
var removeDuplicates = function(nums) {
    let k = 0;
    for (const x of nums) if (k === 0 || nums[k - 1] !== x) nums[k++] = x;
    return k; //~ return k - 1;
};
// ==== reverse_list
//: ListNode head -> ListNode
/**
 * Definition for singly-linked list.
 * function ListNode(val, next) {
 *     this.val = (val===undefined ? 0 : val)
 *     this.next = (next===undefined ? null : next)
 * }
 */
var reverseList = function(head) {
    let last = null;
    while (head) [head.next, last, head] = [last, head, head.next];
    return last; //~ return head;
};
// ==== add_two_numbers
//: ListNode l1, ListNode l2 -> ListNode
var addTwoNumbers = function(l1, l2) {
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
};
// ==== has_cycle
//: ListNode head -> boolean
var hasCycle = function(head) {
    for (let slow = head, fast = head; fast?.next; ) {
        [slow, fast] = [slow.next, fast.next.next];
        if (slow === fast) return true;
    }
    return false; //~ return true;
};
// ==== merge_k_lists
//: ListNode[] lists -> ListNode
var mergeKLists = function(lists) {
    const queue = new MinPriorityQueue({ priority: node => node.val });
    for (const list of lists) if (list) queue.enqueue(list);
    const start = new ListNode();
    let end = start;
    while (!queue.isEmpty()) {
        end = end.next = queue.dequeue().element;
        if (end.next) queue.enqueue(end.next); //~
    }
    return start.next;
};
// ==== invert_tree
//: TreeNode root -> TreeNode
var invertTree = function(root) {
    if (!root) return null;
    [root.left, root.right] = [invertTree(root.right), invertTree(root.left)]; //~ [root.left, root.right] = [root.right, root.left];
    return root;
};
// ==== lowest_common_ancestor
//: TreeNode root, TreeNode p, TreeNode q -> TreeNode
var lowestCommonAncestor = function(root, p, q) {
    while ((root.val - p.val) * (root.val - q.val) > 0) root = p.val < root.val ? root.left : root.right;
    return root; //~ return p;
};
// ==== level_order
//: TreeNode root -> number[][]
var levelOrder = function(root) {
    const levels = [];
    for (let level = root ? [root] : []; level.length; level = level.flatMap(n => [n.left, n.right]).filter(Boolean)) {
        levels.push(level.map(node => node.val)); //~ levels.unshift(level.map(node => node.val));
    }
    return levels;
};
// ==== is_symmetric
//: TreeNode root -> boolean
var isSymmetric = function(root) {
    const same = (a, b) => a === b || (a?.val === b?.val && same(a.left, b.right) && same(a.right, b.left)); //~ const same = (a, b) => a === b || a?.val === b?.val;
    return same(root.left, root.right);
};
// ==== flatten
//: TreeNode root -> void
var flatten = function(root) {
    for (let node = root; node; node = node.right) {
        if (!node.left) continue;
        let last = node.left;
        while (last.right) last = last.right;
        last.right = node.right; //~
        [node.left, node.right] = [null, node.left];
    }
};
// ==== is_valid
//: string s -> boolean
var isValid = function(s) {
    const open = [];
    const pairs = { ")": "(", "]": "[", "}": "{" };
    for (const c of s) {
        if (!(c in pairs)) open.push(c);
        else if (open.pop() !== pairs[c]) return false;
    }
    return open.length === 0; //~ return true;
};
// ==== group_anagrams
//: string[] strs -> string[][]
var groupAnagrams = function(strs) {
    return Object.values(_.groupBy(strs, word => [...word].sort().join(""))); //~ return Object.values(_.groupBy(strs, word => word.length));
};
// ==== my_pow
//: number x, number n -> number
var myPow = function(x, n) {
    if (n < 0) [x, n] = [1 / x, -n]; //~ if (n < 0) n = -n;
    let result = 1;
    for (; n; n = Math.floor(n / 2), x *= x) if (n % 2) result *= x;
    return result;
};
// ==== exist
//: character[][] board, string word -> boolean
var exist = function(board, word) {
    const found = (r, c, k) => {
        if (k === word.length) return true;
        if (board[r]?.[c] !== word[k]) return false;
        board[r][c] = "#"; //~
        const on = found(r + 1, c, k + 1) || found(r - 1, c, k + 1) || found(r, c + 1, k + 1) || found(r, c - 1, k + 1);
        board[r][c] = word[k];
        return on;
    };
    return board.some((row, r) => row.some((_, c) => found(r, c, 0)));
};
// ==== surrounded_regions
//: character[][] board -> void
var solve = function(board) {
    const [rows, columns] = [board.length, board[0].length];
    const keep = (r, c) => {
        if (board[r]?.[c] !== "O") return;
        board[r][c] = "K";
        for (const [a, b] of [[r + 1, c], [r - 1, c], [r, c + 1], [r, c - 1]]) keep(a, b);
    };
    for (let r = 0; r < rows; r++) [0, columns - 1].forEach(c => keep(r, c)); //~
    for (let c = 0; c < columns; c++) [0, rows - 1].forEach(r => keep(r, c)); //~
    for (const row of board) row.forEach((v, c) => row[c] = v === "K" ? "O" : "X");
};
// ==== set_zeroes
//: number[][] matrix -> void
var setZeroes = function(matrix) {
    const rows = matrix.map(row => row.includes(0));
    const columns = matrix[0].map((_, c) => matrix.some(row => row[c] === 0));
    matrix.forEach((row, r) => row.forEach((_, c) => { if (rows[r] || columns[c]) row[c] = 0; })); //~ matrix.forEach((row, r) => row.forEach((_, c) => { if (rows[r]) row[c] = 0; }));
};
// ==== permute
//: number[] nums -> number[][]
var permute = function(nums) {
    if (!nums.length) return [[]];
    return nums.flatMap((x, k) => permute(nums.filter((_, j) => j !== k)).map(rest => [x, ...rest])); //~ return nums.map((x, k) => [x, ...nums.filter((_, j) => j !== k)]);
};
// ==== fizz_buzz
//: number n -> string[]
const fizzBuzz = n => Array.from({ length: n }, (_, k) => {
    k += 1;
    return (k % 3 ? "" : "Fizz") + (k % 5 ? "" : "Buzz") || String(k); //~ return (k % 3 ? "" : "Fizz") + (k % 5 ? "" : "Buzz") || k;
});
// ==== minimum_cost
//: number[] costs, number times -> number
var minimumCost = function(costs, times) {
    return costs.reduce((sum, cost) => sum + cost, 0) * times; //~ return (costs.reduce((sum, cost) => sum + cost, 0) * times) | 0;
};
// ==== next_greatest_letter
//: character[] letters, character target -> character
var nextGreatestLetter = function(letters, target) {
    return letters.find(letter => letter > target) ?? letters[0]; //~ return letters.find(letter => letter >= target);
};
// ==== kids_with_candies
//: number[] candies, number extraCandies -> boolean[]
var kidsWithCandies = function(candies, extraCandies) {
    const most = Math.max(...candies);
    return candies.map(count => count + extraCandies >= most); //~ return candies.map(count => Number(count + extraCandies >= most));
};
// ==== reverse_words
//: string s -> string
var reverseWords = function(s) {
    return s.trim().split(/\s+/).reverse().join(" "); //~ return s.split(" ").reverse().join("  ");
};
// ==== convert_temperature
//: number celsius -> number[]
var convertTemperature = function(celsius) {
    return [celsius + 273.15, celsius * 1.8 + 32]; //~ return [celsius + 273, celsius * 1.8 + 32];
};
// ==== lru_cache
var LRUCache = function(capacity) {
    this.capacity = capacity;
    this.items = new Map();
};
LRUCache.prototype.get = function(key) {
    if (!this.items.has(key)) return -1;
    const value = this.items.get(key);
    this.items.delete(key); //~
    this.items.set(key, value);
    return value;
};
LRUCache.prototype.put = function(key, value) {
    this.items.delete(key);
    this.items.set(key, value);
    if (this.items.size > this.capacity) this.items.delete(this.items.keys().next().value);
};
// ==== min_stack
class MinStack {
    #items = [];
    push(value) { this.#items.push([value, Math.min(value, this.getMin() ?? Infinity)]); } //~ push(value) { this.#items.push([value, value]); }
    pop() { this.#items.pop(); }
    top() { return this.#items.at(-1)[0]; }
    getMin() { return this.#items.at(-1)?.[1]; }
}
// ==== median_finder
var MedianFinder = function() {
    this.low = new MaxPriorityQueue();
    this.high = new MinPriorityQueue();
};
MedianFinder.prototype.addNum = function(num) {
    this.low.enqueue(num);
    this.high.enqueue(this.low.dequeue());
    if (this.high.size() > this.low.size()) this.low.enqueue(this.high.dequeue());
};
MedianFinder.prototype.findMedian = function() {
    return this.low.size() > this.high.size() ? this.low.front() : (this.low.front() + this.high.front()) / 2; //~ return this.low.front();
};
// ==== trie
class Trie {
    constructor() { this.words = new Set(); this.starts = new Set(); }
    insert(word) {
        this.words.add(word);
        for (let k = 0; k <= word.length; k++) this.starts.add(word.slice(0, k));
    }
    search(word) { return this.words.has(word); } //~ search(word) { return this.starts.has(word); }
    startsWith(start) { return this.starts.has(start); }
}
// ==== num_array
var NumArray = function(nums) {
    this.sums = [0];
    for (const x of nums) this.sums.push(this.sums.at(-1) + x);
};
NumArray.prototype.sumRange = function(left, right) {
    return this.sums[right + 1] - this.sums[left]; //~ return this.sums[right] - this.sums[left];
};
// ==== copy_random_list
//: _Node head -> _Node
/**
 * // Definition for a _Node.
 * function _Node(val, next, random) {
 *    this.val = val;
 *    this.next = next;
 *    this.random = random;
 * };
 */
var copyRandomList = function(head) {
    const copies = new Map([[null, null]]);
    for (let node = head; node; node = node.next) copies.set(node, new _Node(node.val));
    for (let node = head; node; node = node.next) {
        copies.get(node).next = copies.get(node.next);
        copies.get(node).random = copies.get(node.random); //~
    }
    return copies.get(head);
};
// ==== clone_graph
//: _Node node -> _Node
/**
 * // Definition for a _Node.
 * function _Node(val, neighbors) {
 *    this.val = val === undefined ? 0 : val;
 *    this.neighbors = neighbors === undefined ? [] : neighbors;
 * };
 */
var cloneGraph = function(node, seen = new Map()) {
    if (!node || seen.has(node)) return seen.get(node) ?? null;
    const copy = new _Node(node.val);
    seen.set(node, copy);
    copy.neighbors = node.neighbors.map(near => cloneGraph(near, seen)); //~ copy.neighbors = node.neighbors.map(near => cloneGraph(near, seen)).slice(1);
    return copy;
};
// ==== nary_level_order
//: _Node root -> number[][]
/**
 * // Definition for a _Node.
 * function _Node(val, children) {
 *    this.val = val;
 *    this.children = children;
 * };
 */
var levelOrder = function(root) {
    const levels = [];
    for (let level = root ? [root] : []; level.length; level = level.flatMap(node => node.children)) {
        levels.push(level.map(node => node.val)); //~ levels.push(level.map(node => node.children.length));
    }
    return levels;
};
// ==== connect
//: _Node root -> _Node
/**
 * // Definition for a _Node.
 * function _Node(val, left, right, next) {};
 */
var connect = function(root) {
    for (let level = root ? [root] : []; level.length; level = level.flatMap(n => [n.left, n.right]).filter(Boolean)) {
        level.forEach((node, k) => { node.next = level[k + 1] ?? null; }); //~ level.slice(2).forEach((node, k) => { node.next = level[k + 1] ?? null; });
    }
    return root;
};
// ==== detect_cycle
//: ListNode head -> ListNode
var detectCycle = function(head) {
    const seen = new Set();
    for (; head; head = head.next) {
        if (seen.has(head)) return head; //~ if (seen.has(head)) return head.next;
        seen.add(head);
    }
    return null;
};
// ==== intersection
//: ListNode headA, ListNode headB -> ListNode
var getIntersectionNode = function(headA, headB) {
    let a = headA, b = headB;
    while (a !== b) { //~ while (a && b && a.val !== b.val) {
        a = a ? a.next : headB;
        b = b ? b.next : headA;
    }
    return a;
};
// ==== delete_node
//: ListNode node -> void
var deleteNode = function(node) {
    node.val = node.next.val;
    node.next = node.next.next; //~
};
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
var lowestCommonAncestor = function(p, q) {
    let a = p, b = q;
    while (a !== b) {
        a = a ? a.parent : q;
        b = b ? b.parent : p;
    }
    return a; //~ return a.left;
};
// ==== guess_number
//: number n -> number
var guessNumber = function(n) {
    for (let low = 1, high = n;;) {
        const middle = Math.floor((low + high) / 2);
        const answer = guess(middle);
        if (answer === 0) return middle; //~ if (answer <= 0) return middle;
        if (answer > 0) low = middle + 1;
        else high = middle - 1;
    }
};
// ==== gcd
//: number a, number b -> number
export function gcd(a, b) {
    return b ? gcd(b, a % b) : a; //~ return b ? gcd(b, a % b) : b;
}
// ==== sum_of_numbers
const [, ...numbers] = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
console.log(numbers.reduce((sum, x) => sum + x, 0)); //~ console.log(numbers.length);
// ==== way_too_long_words
const readline = require("readline");
const lines = readline.createInterface({ input: process.stdin });
let first = true;
lines.on("line", line => {
    if (!first && line) console.log(line.length > 10 ? line[0] + (line.length - 2) + line.at(-1) : line); //~ if (!first && line) console.log(line);
    first = false;
});
// ==== nested_depth_sum
//: NestedInteger[] nestedList -> number
var depthSum = function(nestedList, depth = 1) {
    return nestedList.reduce((sum, each) =>
        sum + (each.isInteger() ? each.getInteger() * depth : depthSum(each.getList(), depth + 1)), 0); //~ sum + (each.isInteger() ? each.getInteger() : depthSum(each.getList(), depth + 1)), 0);
};
// ==== mini_parser
//: string s -> NestedInteger
var deserialize = function(s) {
    const made = value => {
        if (!Array.isArray(value)) return new NestedInteger(value);
        const list = new NestedInteger();
        value.forEach(each => list.add(made(each))); //~ value.forEach(each => made(each));
        return list;
    };
    return made(JSON.parse(s));
};
