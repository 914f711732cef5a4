"""Texts that the server's tests work on, and what a model may say about them."""

TWO_SUM = '''"""Notes. 😀 输入"""


def two_sum(nums: list[int], target: int) -> list[int]:
    """Two Sum: return the indices of the two numbers that add up to the target.

    Example 1:
        Input: nums = [2, 7, 11, 15], target = 9
        Output: [0, 1]

    Example 2:
        Input: nums = [3, 2, 4], target = 6
        Output: [1, 2]
    """
    pass


LAST = 1
'''

SOLUTION = """def two_sum(nums: list[int], target: int) -> list[int]:
    seen: dict[int, int] = {}
    for i, n in enumerate(nums):
        if target - n in seen:
            return [seen[target - n], i]
        seen[n] = i
    return []
"""

THOUGHT = "Remember each number's index. "

RIGHT = f"<think>\n{THOUGHT}\n</think>\n\n```python\n{SOLUTION}```\n"
WRONG = "<think>\nNo idea.\n</think>\n\n```python\ndef two_sum(nums, target):\n    return [0, 1]\n```\n"
NO_CODE = "<think>\nHm.\n</think>\n\nI cannot do this."

NO_EXAMPLES = '''def double(n: int) -> int:
    """Given an integer n, return twice its value."""
    pass
'''
DOUBLE = "```python\ndef double(n: int) -> int:\n    return 2 * n\n```\n"

CONTRADICTORY = '''def f(n: int) -> int:
    """Return the answer for n.

    >>> f(2)
    4
    >>> f(2)
    5
    """
    pass
'''

TABS = """class Solution:
\tdef twice(self, n: int) -> int:
\t\t\"\"\"Return twice n.

\t\tInput: n = 2
\t\tOutput: 4
\t\t\"\"\"
\t\tpass
"""
TWICE = """```python
class Solution:
    def twice(self, n: int) -> int:
        if n:
            return 2 * n
        return 0
```
"""

ANOTHER = '''def twice(n: int) -> int:
    """Return twice n.

    >>> twice(2)
    4
    """
    pass
'''
ANOTHER_SOLVED = "```python\ndef twice(n: int) -> int:\n    return 2 * n\n```\n"


MISSING = '''from typing import List


class Solution:
    def missingNumber(self, nums: List[int]) -> int:
        """
        Given an array nums with n distinct numbers from the range 0 to n, return the only number of the range that
        is missing in nums.

        Example 1:
            Input: nums = [3, 0, 1]
            Output: 2

        Example 2:
            Input: nums = [0, 1]
            Output: 2
        """
        pass
'''
"""A problem that the embedded model solves: 32 of 32 answers were right (2026-11-30)."""


WIDE = '''def count(s: str) -> int:
    """Return the number of characters of s.

    count("") == 0
    count("输入😀") == 9
    """
    return len(s)
'''


def solved(text: str = TWO_SUM) -> str:
    """`text` with the body of SOLUTION in place of the stub."""
    body = SOLUTION.partition("\n")[2]
    return text.replace("    pass\n", body, 1)


def broken(text: str = TWO_SUM) -> str:
    """`text` with a body that fails the second example only."""
    return text.replace("    pass\n", "    return [0, 1]\n", 1)
