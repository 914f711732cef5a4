"""Slow functions in several styles, none of them from the curriculum's tables. Data for `optimize.py`."""

FUNCTIONS = tuple(
    text.strip("\n") + "\n"
    for text in """
def unique(nums: list[int]) -> list[int]:
    out = []
    for x in nums:
        if x not in out:
            out.append(x)
    return out
---
def common(a: list[int], b: list[int]) -> list[int]:
    return [x for x in a if x in b]
---
def has_duplicate(nums: list[int]) -> bool:
    return any(nums.count(x) > 1 for x in nums)
---
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)
---
def climb(n: int) -> int:
    if n <= 1:
        return 1
    return climb(n - 1) + climb(n - 2)
---
def reverse(s: str) -> str:
    out = ""
    for c in s:
        out = c + out
    return out
---
def two_sum(nums: list[int], target: int) -> bool:
    for i in range(len(nums)):
        for j in range(i + 1, len(nums)):
            if nums[i] + nums[j] == target:
                return True
    return False
---
def prefix_sums(nums: list[int]) -> list[int]:
    return [sum(nums[: i + 1]) for i in range(len(nums))]
---
def running_max(nums: list[int]) -> list[int]:
    return [max(nums[: i + 1]) for i in range(len(nums))]
---
def first_unique(s: str) -> int:
    for i in range(len(s)):
        if s.count(s[i]) == 1:
            return i
    return -1
---
def bubble(nums: list[int]) -> list[int]:
    a = list(nums)
    for i in range(len(a)):
        for j in range(len(a) - 1):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a
---
def total_below(n: int) -> int:
    return sum(i for i in range(n) if i % 3 == 0)
---
def triangle(n: int) -> int:
    total = 0
    for i in range(n + 1):
        total += i
    return total
---
def max_sum(nums: list[int]) -> int:
    best = 0
    for i in range(len(nums)):
        for j in range(i, len(nums)):
            best = max(best, sum(nums[i : j + 1]))
    return best
---
def count_pairs(nums: list[int]) -> int:
    return sum(nums[i] == nums[j] for i in range(len(nums)) for j in range(i))
---
def is_prime(n: int) -> bool:
    return n > 1 and all(n % d for d in range(2, n))
---
def primes(n: int) -> list[int]:
    return [k for k in range(2, n) if all(k % d for d in range(2, k))]
---
def gcd(a: int, b: int) -> int:
    best = 1
    for d in range(1, min(abs(a), abs(b)) + 1):
        if a % d == 0 and b % d == 0:
            best = d
    return best
---
def is_anagram(s: str, t: str) -> bool:
    left = list(t)
    for c in s:
        if c not in left:
            return False
        left.remove(c)
    return not left
---
def frequencies(s: str) -> dict[str, int]:
    return {c: s.count(c) for c in s}
---
def missing(nums: list[int]) -> list[int]:
    return [i for i in range(len(nums)) if i not in nums]
---
def inversions(nums: list[int]) -> int:
    return sum(nums[i] > nums[j] for i in range(len(nums)) for j in range(i + 1, len(nums)))
---
def longest_run(nums: list[int]) -> int:
    best = 0
    for x in nums:
        length = 0
        while x + length in nums:
            length += 1
        best = max(best, length)
    return best
---
def drain(nums: list[int]) -> list[int]:
    queue, out = list(nums), []
    while queue:
        out.append(queue.pop(0))
    return out
---
def join(words: list[str]) -> str:
    text = ""
    for word in words:
        text = text + word + " "
    return text
---
def grid_paths(rows: int, cols: int) -> int:
    if rows <= 1 or cols <= 1:
        return 1
    return grid_paths(rows - 1, cols) + grid_paths(rows, cols - 1)
---
def smallest_gap(nums: list[int]) -> int:
    return min((abs(a - b) for i, a in enumerate(nums) for b in nums[:i]), default=0)
---
def majority(nums: list[int]) -> int:
    for x in nums:
        if nums.count(x) > len(nums) // 2:
            return x
    return -1
---
def products(nums: list[int]) -> list[int]:
    out = []
    for i in range(len(nums)):
        p = 1
        for j, x in enumerate(nums):
            if i != j:
                p *= x
        out.append(p)
    return out
---
def next_greater(nums: list[int]) -> list[int]:
    out = []
    for i, x in enumerate(nums):
        out.append(next((y for y in nums[i + 1 :] if y > x), -1))
    return out
---
def kth(nums: list[int], k: int) -> int:
    rest = list(nums)
    for _ in range(k):
        rest.remove(min(rest))
    return min(rest)
---
def window_sums(nums: list[int], k: int) -> list[int]:
    return [sum(nums[i : i + k]) for i in range(len(nums) - k + 1)]
""".split("---\n")
)
