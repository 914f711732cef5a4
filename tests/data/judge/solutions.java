// ==== two_sum
class Solution {
    public int[] twoSum(int[] nums, int target) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i < nums.length; i++) {
            Integer other = seen.get(target - nums[i]);
            if (other != null) return new int[] {other, i}; //~ if (other != null) return new int[] {i, i};
            seen.put(nums[i], i);
        }
        return new int[0];
    }
}
// ==== reverse_string
class Solution {
    public void reverseString(char[] s) {
        for (int i = 0, j = s.length - 1; i < j; i++, j--) {
            char c = s[i];
            s[i] = s[j];
            s[j] = c; //~
        }
    }
}
// ==== rotate
class Solution {
    public void rotate(int[] nums, int k) {
        int n = nums.length;
        int[] copy = nums.clone();
        for (int i = 0; i < n; i++) nums[(i + k) % n] = copy[i]; //~ for (int i = 0; i < n; i++) nums[i] = copy[(i + k) % n];
    }
}
// ==== remove_duplicates
class Solution {
    public int removeDuplicates(int[] nums) {
        int k = 0;
        for (int x : nums) if (k == 0 || nums[k - 1] != x) nums[k++] = x; //~ for (int x : nums) if (k == 0 || nums[k - 1] != x) nums[++k - 1] = -x;
        return k;
    }
}
// ==== reverse_list
/**
 * Definition for singly-linked list.
 * public class ListNode {
 *     int val;
 *     ListNode next;
 * }
 */
class Solution {
    public ListNode reverseList(ListNode head) {
        ListNode last = null;
        while (head != null) {
            ListNode next = head.next;
            head.next = last;
            last = head;
            head = next;
        }
        return last; //~ return head;
    }
}
// ==== add_two_numbers
class ListNode {
    int val;
    ListNode next;
    ListNode(int x) { val = x; }
}
public class Solution {
    public ListNode addTwoNumbers(ListNode l1, ListNode l2) {
        ListNode head = new ListNode(0), tail = head;
        for (int carry = 0; l1 != null || l2 != null || carry > 0; carry /= 10) { //~ for (int carry = 0; l1 != null || l2 != null; carry /= 10) {
            if (l1 != null) { carry += l1.val; l1 = l1.next; }
            if (l2 != null) { carry += l2.val; l2 = l2.next; }
            tail = tail.next = new ListNode(carry % 10);
        }
        return head.next;
    }
}
// ==== has_cycle
public class Solution {
    public boolean hasCycle(ListNode head) {
        Set<ListNode> seen = new HashSet<>();
        for (; head != null; head = head.next) if (!seen.add(head)) return true; //~ for (; head != null && head.val != 0; head = head.next) if (!seen.add(head)) return true;
        return false;
    }
}
// ==== merge_k_lists
class Solution {
    public ListNode mergeKLists(ListNode[] lists) {
        PriorityQueue<ListNode> heap = new PriorityQueue<>((a, b) -> a.val - b.val); //~ PriorityQueue<ListNode> heap = new PriorityQueue<>((a, b) -> b.val - a.val);
        for (ListNode list : lists) if (list != null) heap.add(list);
        ListNode head = new ListNode(), tail = head;
        while (!heap.isEmpty()) {
            tail = tail.next = heap.poll();
            if (tail.next != null) heap.add(tail.next);
        }
        return head.next;
    }
}
// ==== invert_tree
public class InvertTree {
    public class TreeNode {
        int val;
        TreeNode left, right;
        TreeNode(int x) { val = x; }
    }
    public static void main(String[] args) {
        Solution solution = new InvertTree().new Solution();
    }
class Solution {
    public TreeNode invertTree(TreeNode root) {
        if (root == null) return null;
        TreeNode left = invertTree(root.left);
        root.left = invertTree(root.right); //~ root.left = root.right;
        root.right = left;
        return root;
    }
}
}
// ==== lowest_common_ancestor
class Solution {
    public TreeNode lowestCommonAncestor(TreeNode root, TreeNode p, TreeNode q) {
        if (root == null || root == p || root == q) return root;
        TreeNode left = lowestCommonAncestor(root.left, p, q), right = lowestCommonAncestor(root.right, p, q);
        return left == null ? right : right == null ? left : root; //~ return left == null ? right : left;
    }
}
// ==== level_order
class Solution {
    public List<List<Integer>> levelOrder(TreeNode root) {
        List<List<Integer>> levels = new ArrayList<>();
        Queue<TreeNode> waiting = new LinkedList<>();
        if (root != null) waiting.offer(root);
        while (!waiting.isEmpty()) {
            List<Integer> level = new ArrayList<>();
            for (int left = waiting.size(); left > 0; left--) {
                TreeNode node = waiting.poll();
                level.add(node.val);
                if (node.left != null) waiting.offer(node.left);
                if (node.right != null) waiting.offer(node.right); //~
            }
            levels.add(level);
        }
        return levels;
    }
}
// ==== is_symmetric
class Solution {
    public boolean isSymmetric(TreeNode root) {
        return isSymmetric(root.left, root.right);
    }
    private boolean isSymmetric(TreeNode a, TreeNode b) {
        if (a == null || b == null) return a == b;
        return a.val == b.val && isSymmetric(a.left, b.right) && isSymmetric(a.right, b.left); //~ return a.val == b.val && isSymmetric(a.left, b.left) && isSymmetric(a.right, b.right);
    }
}
// ==== flatten
class Solution {
    private TreeNode last = null;
    public void flatten(TreeNode root) {
        if (root == null) return;
        flatten(root.right);
        flatten(root.left);
        root.right = last;
        root.left = null; //~
        last = root;
    }
}
// ==== is_valid
class Solution {
    public boolean isValid(String s) {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : s.toCharArray()) {
            if (c == '(') open.push(')');
            else if (c == '[') open.push(']');
            else if (c == '{') open.push('}');
            else if (open.isEmpty() || open.pop() != c) return false;
        }
        return open.isEmpty(); //~ return true;
    }
}
// ==== group_anagrams
class Solution {
    public List<List<String>> groupAnagrams(String[] strs) {
        return new ArrayList<>(Arrays.stream(strs).collect(Collectors.groupingBy(s -> {
            char[] letters = s.toCharArray();
            Arrays.sort(letters); //~
            return new String(letters);
        })).values());
    }
}
// ==== my_pow
class Solution {
    public double myPow(double x, int n) {
        if (n < 0) return 1 / (x * myPow(x, -(n + 1)));
        if (n == 0) return 1;
        double half = myPow(x, n / 2);
        return n % 2 == 1 ? half * half * x : half * half; //~ return half * half * x;
    }
}
// ==== exist
class Solution {
    private boolean walk(char[][] b, String w, int k, int i, int j) {
        if (k == w.length()) return true;
        if (i < 0 || j < 0 || i == b.length || j == b[0].length || b[i][j] != w.charAt(k)) return false;
        char kept = b[i][j];
        b[i][j] = '#'; //~
        boolean found = walk(b, w, k + 1, i + 1, j) || walk(b, w, k + 1, i - 1, j) || walk(b, w, k + 1, i, j + 1) || walk(b, w, k + 1, i, j - 1);
        b[i][j] = kept;
        return found;
    }
    public boolean exist(char[][] board, String word) {
        for (int i = 0; i < board.length; i++)
            for (int j = 0; j < board[0].length; j++)
                if (walk(board, word, 0, i, j)) return true;
        return false;
    }
}
// ==== surrounded_regions
class Solution {
    private void keep(char[][] b, int i, int j) {
        if (i < 0 || j < 0 || i == b.length || j == b[0].length || b[i][j] != 'O') return;
        b[i][j] = 'K';
        keep(b, i + 1, j); keep(b, i - 1, j); keep(b, i, j + 1); keep(b, i, j - 1);
    }
    public void solve(char[][] board) {
        int m = board.length, n = board[0].length;
        for (int i = 0; i < m; i++) { keep(board, i, 0); keep(board, i, n - 1); }
        for (int j = 0; j < n; j++) { keep(board, 0, j); keep(board, m - 1, j); } //~
        for (char[] row : board) for (int j = 0; j < n; j++) row[j] = row[j] == 'K' ? 'O' : 'X';
    }
}
// ==== set_zeroes
class Solution {
    public void setZeroes(int[][] matrix) {
        Set<Integer> rows = new TreeSet<>(), columns = new TreeSet<>();
        for (int i = 0; i < matrix.length; i++)
            for (int j = 0; j < matrix[0].length; j++)
                if (matrix[i][j] == 0) { rows.add(i); columns.add(j); }
        for (int i = 0; i < matrix.length; i++)
            for (int j = 0; j < matrix[0].length; j++)
                if (rows.contains(i) || columns.contains(j)) matrix[i][j] = 0; //~ if (rows.contains(i) && columns.contains(j)) matrix[i][j] = 0;
    }
}
// ==== permute
class Solution {
    private final List<List<Integer>> found = new ArrayList<>();
    public List<List<Integer>> permute(int[] nums) {
        walk(nums, new ArrayList<>());
        return found;
    }
    private void walk(int[] nums, List<Integer> chosen) {
        if (chosen.size() == nums.length) found.add(new ArrayList<>(chosen)); //~ if (chosen.size() == nums.length) found.add(chosen);
        for (int x : nums) {
            if (chosen.contains(x)) continue;
            chosen.add(x);
            walk(nums, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }
}
// ==== fizz_buzz
class Solution {
    public List<String> fizzBuzz(int n) {
        return IntStream.rangeClosed(1, n) //~ return IntStream.range(1, n)
            .mapToObj(i -> i % 15 == 0 ? "FizzBuzz" : i % 3 == 0 ? "Fizz" : i % 5 == 0 ? "Buzz" : String.valueOf(i))
            .collect(Collectors.toList());
    }
}
// ==== minimum_cost
class Solution {
    public long minimumCost(int[] costs, int times) {
        long sum = 0; //~ int sum = 0;
        for (int cost : costs) sum += (long) cost * times;
        return sum;
    }
}
// ==== next_greatest_letter
class Solution {
    public char nextGreatestLetter(char[] letters, char target) {
        for (char c : letters) if (c > target) return c; //~ for (char c : letters) if (c >= target) return c;
        return letters[0];
    }
}
// ==== kids_with_candies
class Solution {
    public List<Boolean> kidsWithCandies(int[] candies, int extraCandies) {
        int most = Arrays.stream(candies).max().getAsInt();
        return Arrays.stream(candies).mapToObj(c -> c + extraCandies >= most).collect(Collectors.toList()); //~ return Arrays.stream(candies).mapToObj(c -> c + extraCandies > most).collect(Collectors.toList());
    }
}
// ==== reverse_words
class Solution {
    public String reverseWords(String s) {
        List<String> words = Arrays.asList(s.trim().split("\\s+")); //~ List<String> words = Arrays.asList(s.split("\\s+"));
        Collections.reverse(words);
        return String.join(" ", words);
    }
}
// ==== convert_temperature
class Solution {
    public double[] convertTemperature(double celsius) {
        return new double[] {celsius + 273.15, celsius * 1.80 + 32.00}; //~ return new double[] {celsius + 273, celsius * 1.80 + 32.00};
    }
}
// ==== lru_cache
class LRUCache extends LinkedHashMap<Integer, Integer> {
    private final int capacity;

    public LRUCache(int capacity) {
        super(capacity, 0.75f, true); //~ super(capacity, 0.75f, false);
        this.capacity = capacity;
    }
    public int get(int key) {
        return super.getOrDefault(key, -1);
    }
    public void put(int key, int value) {
        super.put(key, value);
    }
    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
        return size() > capacity;
    }
}
/**
 * Your LRUCache object will be instantiated and called as such:
 * LRUCache obj = new LRUCache(capacity);
 */
// ==== min_stack
public class Design {
class MinStack {
    private final Deque<int[]> stack = new ArrayDeque<>();

    public MinStack() {}
    public void push(int val) { stack.push(new int[] {val, stack.isEmpty() ? val : Math.min(val, stack.peek()[1])}); } //~ public void push(int val) { stack.push(new int[] {val, val}); }
    public void pop() { stack.pop(); }
    public int top() { return stack.peek()[0]; }
    public int getMin() { return stack.peek()[1]; }
}
}
// ==== median_finder
class MedianFinder {
    private final List<Integer> numbers = new ArrayList<>();

    public void addNum(int num) {
        numbers.add(num);
        Collections.sort(numbers);
    }
    public double findMedian() {
        int n = numbers.size();
        return (numbers.get((n - 1) / 2) + numbers.get(n / 2)) / 2.0; //~ return (numbers.get((n - 1) / 2) + numbers.get(n / 2)) / 2;
    }
}
// ==== trie
class Trie {
    private final Map<Character, Trie> next = new HashMap<>();
    private boolean ends;

    public void insert(String word) {
        Trie at = this;
        for (char c : word.toCharArray()) at = at.next.computeIfAbsent(c, k -> new Trie());
        at.ends = true;
    }
    public boolean search(String word) {
        Trie at = find(word);
        return at != null && at.ends; //~ return at != null;
    }
    public boolean startsWith(String prefix) {
        return find(prefix) != null;
    }
    private Trie find(String word) {
        Trie at = this;
        for (char c : word.toCharArray()) if (at != null) at = at.next.get(c);
        return at;
    }
}
// ==== num_array
class NumArray {
    private final int[] sums;

    public NumArray(int[] nums) {
        sums = new int[nums.length + 1];
        for (int i = 0; i < nums.length; i++) sums[i + 1] = sums[i] + nums[i];
    }
    public int sumRange(int left, int right) {
        return sums[right + 1] - sums[left]; //~ return sums[right] - sums[left];
    }
}
// ==== copy_random_list
/*
// Definition for a Node.
class Node {
    int val;
    Node next;
    Node random;
}
*/
class Solution {
    public Node copyRandomList(Node head) {
        Map<Node, Node> copies = new HashMap<>();
        for (Node at = head; at != null; at = at.next) copies.put(at, new Node(at.val));
        for (Node at = head; at != null; at = at.next) {
            copies.get(at).next = copies.get(at.next);
            copies.get(at).random = copies.get(at.random); //~
        }
        return copies.get(head);
    }
}
// ==== clone_graph
class Solution {
    private final Map<Node, Node> copies = new HashMap<>();
    public Node cloneGraph(Node node) {
        if (node == null) return null;
        if (copies.containsKey(node)) return copies.get(node);
        Node copy = new Node(node.val, new ArrayList<>());
        copies.put(node, copy); 
        for (Node other : node.neighbors) copy.neighbors.add(cloneGraph(other)); //~ for (Node other : node.neighbors) if (other.val > node.val) copy.neighbors.add(cloneGraph(other));
        return copy;
    }
}
// ==== nary_level_order
class Solution {
    public List<List<Integer>> levelOrder(Node root) {
        List<List<Integer>> levels = new ArrayList<>();
        walk(root, 0, levels);
        return levels;
    }
    private void walk(Node node, int depth, List<List<Integer>> levels) {
        if (node == null) return;
        if (levels.size() == depth) levels.add(new ArrayList<>());
        levels.get(depth).add(node.val);
        for (Node child : node.children) walk(child, depth + 1, levels); //~ for (Node child : node.children) walk(child, depth, levels);
    }
}
// ==== connect
class Solution {
    public Node connect(Node root) {
        List<Node> level = root == null ? List.of() : List.of(root);
        while (!level.isEmpty()) {
            List<Node> below = new ArrayList<>();
            for (int i = 0; i < level.size(); i++) {
                Node node = level.get(i);
                if (i + 1 < level.size()) node.next = level.get(i + 1); //~
                if (node.left != null) below.add(node.left);
                if (node.right != null) below.add(node.right);
            }
            level = below;
        }
        return root;
    }
}
// ==== detect_cycle
public class Solution {
    public ListNode detectCycle(ListNode head) {
        Set<ListNode> seen = new HashSet<>();
        for (; head != null; head = head.next) if (!seen.add(head)) return head; //~ for (; head != null; head = head.next) if (!seen.add(head)) return head.next;
        return null;
    }
}
// ==== intersection
public class Solution {
    public ListNode getIntersectionNode(ListNode headA, ListNode headB) {
        ListNode a = headA, b = headB;
        while (a != b) { //~ while (a != null && b != null && a.val != b.val) {
            a = a == null ? headB : a.next;
            b = b == null ? headA : b.next;
        }
        return a;
    }
}
// ==== delete_node
class Solution {
    public void deleteNode(ListNode node) {
        node.val = node.next.val;
        node.next = node.next.next; //~
    }
}
// ==== ancestor_by_parents
/*
// Definition for a Node.
class Node {
    public int val;
    public Node left;
    public Node right;
    public Node parent;
};
*/
class Solution {
    public Node lowestCommonAncestor(Node p, Node q) {
        Node a = p, b = q;
        while (a != b) {
            a = a == null ? q : a.parent;
            b = b == null ? p : b.parent;
        }
        return a; //~ return a.left;
    }
}
// ==== first_bad_version
/* The isBadVersion API is defined in the parent class VersionControl.
      boolean isBadVersion(int version); */
public class Solution extends VersionControl {
    public int firstBadVersion(int n) {
        int low = 1, high = n;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (isBadVersion(middle)) high = middle;
            else low = middle + 1;
        }
        return low; //~ return low - 1;
    }
}
// ==== guess_number
public class Solution extends GuessGame {
    public int guessNumber(int n) {
        long low = 1, high = n;
        while (true) {
            int middle = (int) ((low + high) / 2);
            int answer = guess(middle);
            if (answer == 0) return middle; //~ if (answer <= 0) return middle;
            if (answer > 0) low = middle + 1;
            else high = middle - 1;
        }
    }
}
// ==== quad_tree
/*
// Definition for a QuadTree node.
class Node {
    public boolean val;
    public boolean isLeaf;
    public Node topLeft;
    public Node topRight;
    public Node bottomLeft;
    public Node bottomRight;
};
*/
class Solution {
    public Node intersect(Node a, Node b) {
        if (a.isLeaf) return a.val ? a : b; //~ if (a.isLeaf) return a.val ? b : a;
        if (b.isLeaf) return b.val ? b : a;
        Node[] corners = {intersect(a.topLeft, b.topLeft), intersect(a.topRight, b.topRight),
            intersect(a.bottomLeft, b.bottomLeft), intersect(a.bottomRight, b.bottomRight)};
        boolean same = true;
        for (Node corner : corners) same = same && corner.isLeaf && corner.val == corners[0].val;
        if (same) return new Node(corners[0].val, true, null, null, null, null);
        return new Node(false, false, corners[0], corners[1], corners[2], corners[3]);
    }
}
// ==== flatten_levels
/*
class Node {
    public int val;
    public Node prev;
    public Node next;
    public Node child;
};
*/
class Solution {
    public Node flatten(Node head) {
        for (Node at = head; at != null; at = at.next) {
            if (at.child == null) continue;
            Node last = at.child;
            while (last.next != null) last = last.next;
            last.next = at.next;
            if (at.next != null) at.next.prev = last;
            at.next = at.child;
            at.child.prev = at; //~
            at.child = null;
        }
        return head;
    }
}
// ==== insert_into_circle
// Insert into a sorted circular linked list.
/*
class Node {
    public int val;
    public Node next;
};
*/
class Solution {
    public Node insert(Node head, int insertVal) {
        Node fresh = new Node(insertVal);
        if (head == null) return fresh.next = fresh;
        Node at = head;
        while (at.next != head) {
            if (at.val <= insertVal && insertVal <= at.next.val) break;
            if (at.val > at.next.val && (insertVal >= at.val || insertVal <= at.next.val)) break;
            at = at.next;
        }
        fresh.next = at.next; //~ fresh.next = at.next.next;
        at.next = fresh;
        return head;
    }
}
// ==== tree_to_ring
/*
class Node {
    public int val;
    public Node left;
    public Node right;
};
*/
class Solution {
    private Node first, last;
    private void walk(Node node) {
        if (node == null) return;
        walk(node.left);
        if (last == null) first = node;
        else { last.right = node; node.left = last; } //~ else { node.left = last; }
        last = node;
        walk(node.right);
    }
    public Node treeToDoublyList(Node root) {
        if (root == null) return null;
        walk(root);
        first.left = last;
        last.right = first;
        return first;
    }
}
// ==== gcd
package exercises;

import java.util.Scanner;

public class Numbers {
    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b); //~ return b == 0 ? a : gcd(b, a / b);
    }
    public static void main(String[] args) {
        System.out.println(gcd(12, 18));
    }
}
// ==== sum_of_numbers
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        long sum = 0;
        for (int n = in.nextInt(); n > 0; n--) sum += in.nextInt(); //~ for (int n = in.nextInt(); n > 1; n--) sum += in.nextInt();
        System.out.println(sum);
    }
}
// ==== way_too_long_words
import java.io.*;

class Helper {
    static String shortened(String w) {
        return w.length() > 10 ? "" + w.charAt(0) + (w.length() - 2) + w.charAt(w.length() - 1) : w; //~ return w.length() > 12 ? "" + w.charAt(0) + (w.length() - 2) + w.charAt(w.length() - 1) : w;
    }
}
class Words {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine());
        while (n-- > 0) System.out.println(Helper.shortened(in.readLine()));
    }
}
// ==== nested_depth_sum
class Solution {
    public int depthSum(List<NestedInteger> nestedList) {
        return sum(nestedList, 1);
    }

    private int sum(List<NestedInteger> list, int depth) {
        int total = 0;
        for (NestedInteger each : list)
            total += each.isInteger() ? each.getInteger() * depth : sum(each.getList(), depth + 1); //~ total += each.isInteger() ? each.getInteger() : sum(each.getList(), depth + 1);
        return total;
    }
}
// ==== mini_parser
class Solution {
    private int at;

    public NestedInteger deserialize(String s) {
        if (s.charAt(at) != '[') {
            int start = at;
            while (at < s.length() && s.charAt(at) != ',' && s.charAt(at) != ']') at++;
            return new NestedInteger(Integer.parseInt(s.substring(start, at)));
        }
        NestedInteger made = new NestedInteger();
        for (at++; s.charAt(at) != ']'; ) {
            made.add(deserialize(s)); //~ deserialize(s);
            if (s.charAt(at) == ',') at++;
        }
        at++;
        return made;
    }
}
