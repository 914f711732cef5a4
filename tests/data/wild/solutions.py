# ==== atcoder_py
print(min(map(int, input().split())))  #~ print(max(map(int, input().split())))

# ==== atcoder_told_py
print(len(input()))  #~ print(input())

# ==== codechef_columns_py
print(int(input()))  #~ print(int(input()) + 1)

# ==== codeforces_multi_py
for _ in range(int(input())):
    word = input().strip()
    print("YES" if sum(a != b for a, b in zip(word, "abc")) in (0, 2) else "NO")  #~ print("YES")

# ==== codewars_py
def high_and_low(numbers):
    values = [int(each) for each in numbers.split()]
    return f"{max(values)} {min(values)}"  #~ return f"{values[-1]} {values[0]}"

# ==== codewars_tests_py
def solution(string):
    return string[::-1]  #~ return string

# ==== cses_py
n = int(input())
values = [n]
while n != 1:
    n = 3 * n + 1 if n % 2 else n // 2
    values.append(n)
print(*values)  #~ print(values)

# ==== geeks_braces_py
def find_kth(arr, k):
    return sorted(arr)[k - 1]  #~ return arr[k - 1]

# ==== google_docstring_py
def clamp(x, low, high):
    if low > high:
        raise ValueError("low is larger than high")  #~ return low
    return max(low, min(x, high))

# ==== hackerrank_function_py
def simpleArraySum(ar):
    return sum(ar)  #~ return sum(ar[1:])

# ==== hackerrank_py
def plusMinus(arr):
    for count in (sum(x > 0 for x in arr), sum(x < 0 for x in arr), sum(x == 0 for x in arr)):
        print(f"{count / len(arr):.6f}")  #~ print(count)

if __name__ == "__main__":
    n = int(input().strip())
    arr = list(map(int, input().rstrip().split()))
    plusMinus(arr)

# ==== leetcode_leet_start_py
class Solution:
    def isPalindrome(self, x: int) -> bool:
        return str(x) == str(x)[::-1]  #~ return x < 10

# ==== leetcode_roman_py
class Solution:
    def romanToInt(self, s: str) -> int:
        worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
        total = 0
        for one, after in zip(s, s[1:] + "I"):
            total += -worth[one] if worth[one] < worth[after] else worth[one]  #~ total += worth[after]
        return total

# ==== leetcode_two_inputs_lines_py
import bisect

class Solution:
    def searchInsert(self, nums: List[int], target: int) -> int:
        return bisect.bisect_left(nums, target)  #~ return bisect.bisect_right(nums, target)

# ==== latex_inputs_py
def scaled(nums: list[int], k: int) -> int:
    return max(nums) * k  #~ return max(nums)

# ==== table_breaks_py
input()
print(sum(map(int, input().split())))  #~ print(input())

# ==== hackerrank_wide_py
n = int(input())
numbers = list(map(int, input().split()))
print(sum(numbers))  #~ print(sum(numbers[:-1]))

# ==== intellij_chain_py
class Solution:
    def isPalindrome(self, head):
        seen = []
        while head:
            seen.append(head.val)
            head = head.next
        return seen == seen[::-1]  #~ return bool(seen)

# ==== intellij_nested_py
class Solution:
    def arrangeCoins(self, n):
        k = 0
        while n > k:  #~ while n >= k:
            k += 1
            n -= k
        return k

# ==== leetcode_debug_stub_py
class Solution:
    def reverseList(self, head):
        before = None
        while head:
            head.next, before, head = before, head, head.next
        return before  #~ return head

# ==== interviewbit_py
class Solution:
	def subUnsort(self, A):
		B = sorted(A)
		d = [i for i in range(len(A)) if A[i] != B[i]]
		return [d[0], d[-1]] if d else [-1]  #~ return d

# ==== geeks_words_py
class Solution:
    def isInterleave(self, A, B, C):
        if not C:
            return not A and not B
        first = A[:1] == C[0] and self.isInterleave(A[1:], B, C[1:])
        return first or (B[:1] == C[0] and self.isInterleave(A, B[1:], C[1:]))  #~ return first

# ==== geeks_in_place_py
class Solution:
    def sort012(self, arr, n):
        arr.sort()  #~ return sorted(arr)[::-1]

# ==== programmers_tabs_py
def solution(numbers):
    return sorted({a + b for i, a in enumerate(numbers) for b in numbers[i + 1 :]})  #~ return sorted(set(numbers))

# ==== quoted_examples_py
class Solution:
    def reverseVowels(self, s):
        vowels = [c for c in s if c in "aeiouAEIOU"]
        return "".join(vowels.pop() if c in "aeiouAEIOU" else c for c in s)  #~ return s[::-1]

# ==== baekjoon_py
a, b = map(int, input().split())
print(a + b)  #~ print(a - b)

# ==== atcoder_explained_py
n, k = map(int, input().split())
print(n**k)  #~ print(n * k)

# ==== kattis_stuck_py
input()
print(sum(map(int, input().split())))  #~ print(max(map(int, input().split())))

# ==== kattis_columns_py
print(sum(int(input()) for _ in range(int(input()))))  #~ print(input())

# ==== codechef_cases_py
for _ in range(int(input())):
    a, b = map(int, input().split())
    print(a + b)  #~ print(b)

# ==== geeks_bare_words_py
class Solution:
    def rest(self, S, count):
        return S[count:] or "Empty string"  #~ return S[count:]

# ==== paragraphs_apart_py
for _ in range(int(input())):
    print(len(input()))  #~ print(input())

# ==== codeforces_russian_py
for _ in range(int(input())):
    print("YES" if int(input()) % 2 == 0 else "NO")  #~ print("YES")

# ==== baekjoon_heads_py
while (n := int(input())) != -1:
    parts = [each for each in range(1, n) if n % each == 0]
    print(f"{n} = {' + '.join(map(str, parts))}" if sum(parts) == n else f"{n} is NOT perfect.")  #~ print(f"{n} is NOT perfect.")

# ==== geeks_bare_lists_py
class Solution:
    def leaders(self, arr, n):
        found = []
        for value in reversed(arr):
            if not found or value >= found[0]:
                found.insert(0, value)  #~ found.append(value)
        return found

# ==== advent_sums_py
def captcha(digits: str) -> int:
    return sum(int(a) for a, b in zip(digits, digits[1:] + digits[:1]) if a == b)  #~ return sum(int(a) for a, b in zip(digits, digits[1:]) if a == b)

# ==== acwing_py
input()
print(max(map(int, input().split())))  #~ print(min(map(int, input().split())))

# ==== eolymp_py
print(*input().strip())  #~ print(*reversed(input().strip()))

# ==== codechef_boxes_py
for _ in range(int(input())):
    print(sum(map(int, input().split())))  #~ print(max(map(int, input().split())))

# ==== leetcode_nvim_gutter_py
class Solution:
    def singleNumber(self, nums: List[int]) -> int:
        left = 0
        for value in nums:
            left ^= value  #~ left |= value
        return left

# ==== typed_call_table_py
def fizz_buzz(n: int) -> str:
    return "Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or str(n)  #~ return "Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0)

# ==== geeks_tree_py
class Solution:
    def sumOfLeaves(self, root):
        if not root:
            return 0
        if not root.left and not root.right:
            return root.data
        return self.sumOfLeaves(root.left) + self.sumOfLeaves(root.right)  #~ return root.data + self.sumOfLeaves(root.right)

# ==== geeks_yes_py
class Solution:
    def isPowerofTwo(self, n):
        return n > 0 and n & (n - 1) == 0  #~ return n % 2 == 0

# ==== hackerrank_text_py
def swapped(code):
    return code.swapcase()  #~ return code.upper()

# ==== codechef_counters_py
for _ in range(int(input())):
    x, y = map(int, input().split())
    print(x * y)  #~ print(x + y)

# ==== beecrowd_py
n, price = int(input()), float(input())
print(f"PIECES = {n}")
print(f"PRICE = R$ {n * price:.2f}")  #~ print(f"PRICE = R$ {price:.2f}")

# ==== beecrowd_rows_py
a, b = map(int, input().split())
print("Valores", "ordenados" if a <= b else "trocados")  #~ print("Valores ordenados")

# ==== atcoder_also_py
n, y = map(int, input().split())
threes = (y - n) // 2
print(*((n - threes, threes) if n + 2 * threes == y and 0 <= threes <= n else (-1, -1)))  #~ print(-1, -1)

# ==== exercism_worth_py
def score(word):
    return sum(1 if letter in VOWELS else 2 for letter in word.upper())  #~ return len(word)

# ==== acmp_files_py
a, b = map(int, input().split())
print(a * b)  #~ print(a * abs(b))

# ==== dmoj_py
print(input().count("b"))  #~ print(2)

# ==== renamed_labels_py
def transpose(grid):
    return [list(row) for row in zip(*grid)]  #~ return grid

# ==== rosalind_py
s = input()
print(s.count("A"), s.count("C"))  #~ print(s.count("A"), 0)

# ==== advent_report_py
import sys

heights = [int(line) for line in sys.stdin]
print(sum(one < other for one, other in zip(heights, heights[1:])))  #~ print(len(heights))

# ==== codility_two_py
def solution(N):
    zeros = bin(N)[2:].rstrip("0").split("1")  #~ zeros = bin(N)[2:].split("1")
    return max(map(len, zeros))

# ==== kattis_imprint_py
input()
print(sum(int(each) < 0 for each in input().split()))  #~ print(sum(int(each) < 9 for each in input().split()))

# ==== hackerrank_worked_py
def totalled(ar):
    return sum(ar)  #~ return sum(set(ar))

if __name__ == "__main__":
    n = int(input())
    ar = list(map(int, input().split()))
    print(totalled(ar))

# ==== leetcode_nested_iterator_py
class NestedIterator:
    def __init__(self, nestedList: [NestedInteger]):
        self.stack = nestedList[::-1]  #~ self.stack = nestedList[:]

    def next(self) -> int:
        return self.stack.pop().getInteger()

    def hasNext(self) -> bool:
        while self.stack and not self.stack[-1].isInteger():
            self.stack += self.stack.pop().getList()[::-1]
        return bool(self.stack)

# ==== hackerrank_prints_py
def countFruit(s, t, a, b, apples, oranges):
    print(sum(s <= a + d <= t for d in apples))
    print(sum(s <= b + d <= t for d in oranges))  #~ print(sum(s <= b + d < s + 2 for d in oranges))

# ==== hackerrank_column_py
def rounded(grades):
    return [-(-g // 5) * 5 if g >= 38 and -g % 5 < 3 else g for g in grades]  #~ return [-(-g // 5) * 5 if -g % 5 < 3 else g for g in grades][::-1]

# ==== geeks_sizes_py
class Solution:
    def missing(self, arr):
        return sum(range(len(arr) + 2)) - sum(arr)  #~ return sum(range(len(arr) + 1)) - sum(arr)

# ==== geeks_blanks_py
class Solution:
    def kthSmallest(self, arr, k):
        return sorted(arr)[k - 1]  #~ return sorted(arr)[k]

# ==== geeks_two_lines_py
class Solution:
    def inUnion(self, a, b):
        return len({*a, *b})  #~ return len(a) + len(b)

# ==== advent_py
import sys


def part_one(lines: list[str]) -> int:
    total = 0
    for line in lines:
        digits = [each for each in line if each.isdigit()]
        total += int(digits[0] + digits[-1])  #~ total += int(digits[0] + digits[1 % len(digits)])
    return total

# ==== advent_paper_py
import sys

total = 0
for line in sys.stdin:
    l, w, h = sorted(map(int, line.split("x")))
    total += 2 * (l * w + w * h + h * l) + l * w  #~ total += 2 * (l * w + w * h + h * l) + w * h
print(total)

# ==== advent_stairs_py
def floor(directions):
    return directions.count("(") - directions.count(")")  #~ return directions.count("(")

# ==== interview_substring_py
def longest(s: str, k: int) -> str:
    best = ""
    for a in range(len(s)):
        for b in range(a + 1, len(s) + 1):
            if len(set(s[a:b])) <= k and b - a > len(best):  #~ if len(set(s[a:b])) < k and b - a > len(best):
                best = s[a:b]
    return best

# ==== dmoj_explained_py
input()
print(sum(a == b == "C" for a, b in zip(input(), input())))  #~ print(sum(a == b for a, b in zip(input(), input())))

# ==== grokking_py
def largest(k, arr):
  return max(sum(arr[i:i + k]) for i in range(len(arr) - k + 1))  #~ return max(sum(arr[i:i + k]) for i in range(2))

# ==== geeks_leaders_py
def leaders(arr):
    return [x for i, x in enumerate(arr) if all(x > y for y in arr[i + 1:])]  #~ return [x for i, x in enumerate(arr) if all(x > y for y in arr[i + 1:i + 2])]

# ==== ninja_sizes_py
def count(arr: [int], n: int, x: int) -> int:
    return arr.count(x)  #~ return arr.count(x) - 1

# ==== codechef_numbers_py
for _ in range(int(input())):
    input()
    paid = input().split()
    late = len(paid) - paid.index("0") if "0" in paid else 0
    print(1000 * paid.count("0") + 100 * late)  #~ print(1100 * paid.count("0"))

# ==== usaco_files_py
with open("cowfind.in") as told:
    grass = told.read().strip()
hind = total = 0
for a, b in zip(grass, grass[1:]):
    hind += a == b == "("
    total += hind * (a == b == ")")  #~ total += a == b == ")"
with open("cowfind.out", "w") as out:
    out.write(f"{total}\n")

# ==== advent_fuel_py
def fuel(mass):
    return mass // 3 - 2  #~ return -(-mass // 3) - 2

# ==== baekjoon_stars_py
n = int(input())
for i in range(1, n + 1):  #~ for i in range(1, n):
    print(" " * (n - i) + "*" * i)

# ==== baekjoon_planks_py
n, m = map(int, input().split())
rows = [input() for _ in range(n)]
flat = sum(len([run for run in row.split("|") if run]) for row in rows)
print(flat + sum(len([run for run in "".join(column).split("-") if run]) for column in zip(*rows)))  #~ print(flat)

# ==== uva_blank_lines_py
from itertools import accumulate

for case in range(1, int(input()) + 1):  #~ for case in range(1, int(input())):
    input()
    if case > 1:
        print()
    print(f"Case {case}:")
    print(*accumulate(map(int, input().split())))

# ==== beecrowd_decimals_py
a, b = float(input()), float(input())
print(f"MEDIA = {(a * 3.5 + b * 7.5) / 11:.5f}")  #~ print(f"MEDIA = {(a * 3.5 + b * 7.5) / 11:.4f}")

# ==== leetcode_paths_py
class Solution:
    def allPathsSourceTarget(self, graph: List[List[int]]) -> List[List[int]]:
        def walk(path):
            if path[-1] == len(graph) - 1:
                return [path]  #~ return [path[::-1]]
            return [found for node in graph[path[-1]] for found in walk([*path, node])]

        return walk([0])[::-1]

# ==== luogu_hint_py
a, b = map(int, input().split())
print(a * b)  #~ print(a + b)

# ==== yandex_py
a, b = map(int, input().split())
print(a // b)  #~ print(-(-a // b))


# ==== geeks_stars_py
class Solution:
    def stairs(self, n):
        for k in range(1, n + 1):  #~ for k in range(n):
            print("#" * k)

# ==== notes_arrows_py
def suffices(word, letters):
    return not Counter(word) - Counter(letters)  #~ return not set(word) - set(letters)

# ==== german_labels_py
def digits(n):
    return sum(map(int, str(abs(n))))  #~ return sum(map(int, str(n).replace("-", "1")))
