// ==== codeforces_two_java
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        System.out.println(in.nextInt() + in.nextInt()); //~ System.out.println(in.nextInt() - in.nextInt());
    }
}

// ==== codingbat_java
public int sumDouble(int a, int b) {
    return a == b ? 2 * (a + b) : a + b; //~ return a + b;
}

// ==== geeks_old_java
class Solution {
    static ArrayList<Integer> subarraySum(int[] arr, int n, int s) {
        for (int from = 0; from < n; from++) {
            int sum = 0;
            for (int to = from; to < n; to++) {
                sum += arr[to];
                if (sum == s) return new ArrayList<>(List.of(from + 1, to + 1)); //~ if (sum == s) return new ArrayList<>(List.of(from, to));
            }
        }
        return new ArrayList<>();
    }
}

// ==== hackerrank_numbered_java
import java.util.*;

public class Solution {
    public static void main(String[] args) {
        Scanner scan = new Scanner(System.in);
        while (scan.hasNextInt()) System.out.println(scan.nextInt()); //~ System.out.println(scan.nextInt());
    }
}

// ==== javadoc_pre_java
class Strings {
    static String reverseWords(String text) {
        if (text == null) return null; //~ if (text == null) return "";
        List<String> words = Arrays.asList(text.split(" "));
        Collections.reverse(words);
        return String.join(" ", words);
    }
}

// ==== leetcode_bits_java
public class Solution {
    public int reverseBits(int n) {
        return Integer.reverse(n); //~ return Integer.reverse(n) >> 1;
    }
}

// ==== leetcode_cn_html_java
class Solution {
    public ListNode reverseList(ListNode head) {
        ListNode before = null;
        while (head != null) {
            ListNode next = head.next;
            head.next = before;
            before = head;
            head = next;
        }
        return before; //~ return before.next;
    }
}

// ==== leetcode_images_java
class Solution {
    public int maxDepth(TreeNode root) {
        if (root == null) return 0;
        return 1 + Math.max(maxDepth(root.left), maxDepth(root.right)); //~ return 1 + maxDepth(root.left);
    }
}

// ==== leetcode_sudoku_java
class Solution {
    public boolean isValidSudoku(char[][] board) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < board.length; row++)
            for (int column = 0; column < board[row].length; column++) {
                char digit = board[row][column];
                if (digit == '.') continue; //~
                if (!seen.add("row " + row + digit) || !seen.add("column " + column + digit)
                    || !seen.add("box " + row / 3 + column / 3 + digit)) return false;
            }
        return true;
    }
}

// ==== spoj_test_java
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        for (int n = in.nextInt(); n != 42; n = in.nextInt()) System.out.println(n); //~ while (in.hasNextInt()) System.out.println(in.nextInt());
    }
}

// ==== optional_java
class Solution {
    public Optional<String> longest(List<String> words) {
        String best = null;
        for (String word : words) if (best == null || word.length() > best.length()) best = word; //~ for (String word : words) best = word;
        return Optional.ofNullable(best);
    }
}

// ==== intellij_chain_java
class Solution {
    public ListNode reverseBetween(ListNode head, int m, int n) {
        ListNode front = new ListNode(0, head), before = front;
        for (int i = 1; i < m; i++) before = before.next;
        ListNode first = before.next;
        for (int i = m; i < n; i++) { //~ for (int i = m; i <= n; i++) {
            ListNode moved = first.next;
            first.next = moved.next;
            moved.next = before.next;
            before.next = moved;
        }
        return front.next;
    }
}

// ==== leetcode_brackets_java
class Solution {
    public boolean isValid(String s) {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : s.toCharArray()) {
            int kind = "([{".indexOf(c);
            if (kind >= 0) open.push(")]}".charAt(kind));
            else if (open.isEmpty() || open.pop() != c) return false; //~ else if (!open.isEmpty()) open.pop();
        }
        return open.isEmpty();
    }
}

// ==== codility_java
class Solution {
    public int solution(int[] A) {
        int left = 0;
        for (int value : A) left ^= value; //~ for (int value : A) left |= value;
        return left;
    }
}

// ==== codewars_called_java
public class Kata {
  public static String dashed(int[] numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(String::valueOf).collect(java.util.stream.Collectors.joining("-")); //~ return "1-2";
  }
}

// ==== javadoc_code_java
static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b); //~ return a - b;
}

// ==== leetcode_nested_iterator_java
public class NestedIterator implements Iterator<Integer> {
    private final Deque<NestedInteger> stack = new ArrayDeque<>();

    public NestedIterator(List<NestedInteger> nestedList) {
        push(nestedList);
    }

    private void push(List<NestedInteger> list) {
        for (int i = list.size() - 1; i >= 0; i--) stack.push(list.get(i));  //~ for (NestedInteger each : list) stack.push(each);
    }

    @Override
    public Integer next() {
        hasNext();
        return stack.pop().getInteger();
    }

    @Override
    public boolean hasNext() {
        while (!stack.isEmpty() && !stack.peek().isInteger()) push(stack.pop().getList());
        return !stack.isEmpty();
    }
}

// ==== lintcode_tree_java
public class Solution {
    private final List<List<Integer>> levels = new ArrayList<>();

    public List<List<Integer>> levelOrder(TreeNode root) {
        walk(root, 0);
        return levels;
    }

    private void walk(TreeNode node, int depth) {
        if (node == null) return;
        if (depth == levels.size()) levels.add(new ArrayList<>());
        levels.get(depth).add(node.val);
        walk(node.left, depth + 1);
        walk(node.right, depth + 1);  //~ walk(node.right, depth);
    }
}
