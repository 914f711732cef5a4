"""Two dozen problems as people type or paste them, with inputs that the statement does not show.

Well known ones as the sites word them, shortened, and one-liners as one writes them for oneself. None is made by the
curriculum, so that they tell whether training helped a user.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Everyday:
    """`cases` are arguments and what is returned for them."""

    stub: str
    statement: str
    cases: tuple[tuple[tuple[Any, ...], Any], ...]


PROBLEMS = (
    Everyday(
        "def twoSum(self, nums: List[int], target: int) -> List[int]:",
        """Given an array of integers nums and an integer target, return indices of the two numbers such that
they add up to target. You may assume that each input would have exactly one solution, and you may
not use the same element twice.

Example 1:
Input: nums = [2,7,11,15], target = 9
Output: [0,1]""",
        ((([2, 7, 11, 15], 9), [0, 1]), (([3, 3], 6), [0, 1])),
    ),
    Everyday(
        "def isValid(self, s: str) -> bool:",
        """Given a string s containing just the characters '(', ')', '{', '}', '[' and ']', determine if the
input string is valid. An input string is valid if open brackets are closed by the same type of
brackets and in the correct order.

Example 1:
Input: s = "()[]{}"
Output: true

Example 2:
Input: s = "(]"
Output: false""",
        ((("()[]{}",), True), (("(]",), False), (("([)]",), False), (("(",), False)),
    ),
    Everyday(
        "def maxProfit(self, prices: List[int]) -> int:",
        """You are given an array prices where prices[i] is the price of a given stock on the ith day. You want
to maximize your profit by choosing a single day to buy one stock and choosing a different day in
the future to sell that stock. Return the maximum profit you can achieve from this transaction. If
you cannot achieve any profit, return 0.

Example 1:
Input: prices = [7,1,5,3,6,4]
Output: 5""",
        ((([7, 1, 5, 3, 6, 4],), 5), (([7, 6, 4, 3, 1],), 0)),
    ),
    Everyday(
        "def climbStairs(self, n: int) -> int:",
        """You are climbing a staircase. It takes n steps to reach the top. Each time you can either climb 1 or
2 steps. In how many distinct ways can you climb to the top?

Example 1:
Input: n = 3
Output: 3""",
        (((3,), 3), ((10,), 89)),
    ),
    Everyday(
        "def maxSubArray(self, nums: List[int]) -> int:",
        """Given an integer array nums, find the subarray with the largest sum, and return its sum.

Example 1:
Input: nums = [-2,1,-3,4,-1,2,1,-5,4]
Output: 6""",
        ((([-2, 1, -3, 4, -1, 2, 1, -5, 4],), 6), (([-3, -1],), -1)),
    ),
    Everyday(
        "def isPalindrome(self, x: int) -> bool:",
        """Given an integer x, return true if x is a palindrome, and false otherwise.

Example 1:
Input: x = 121
Output: true

Example 2:
Input: x = -121
Output: false""",
        (((121,), True), ((-121,), False), ((10,), False)),
    ),
    Everyday(
        "def fizzBuzz(self, n: int) -> List[str]:",
        """Given an integer n, return a string array answer (1-indexed) where:
- answer[i] == "FizzBuzz" if i is divisible by 3 and 5.
- answer[i] == "Fizz" if i is divisible by 3.
- answer[i] == "Buzz" if i is divisible by 5.
- answer[i] == i (as a string) if none of the above conditions are true.

Example 1:
Input: n = 3
Output: ["1","2","Fizz"]""",
        (
            ((3,), ["1", "2", "Fizz"]),
            (
                (15,),
                ["1", "2", "Fizz", "4", "Buzz", "Fizz", "7", "8", "Fizz", "Buzz", "11", "Fizz", "13", "14", "FizzBuzz"],
            ),
        ),
    ),
    Everyday(
        "def singleNumber(self, nums: List[int]) -> int:",
        """Given a non-empty array of integers nums, every element appears twice except for one. Find that
single one.

Example 1:
Input: nums = [2,2,1]
Output: 1""",
        ((([2, 2, 1],), 1), (([4, 1, 2, 1, 2],), 4)),
    ),
    Everyday(
        "def containsDuplicate(self, nums: List[int]) -> bool:",
        """Given an integer array nums, return true if any value appears at least twice in the array, and
return false if every element is distinct.

Example 1:
Input: nums = [1,2,3,1]
Output: true""",
        ((([1, 2, 3, 1],), True), (([1, 2],), False)),
    ),
    Everyday(
        "def isAnagram(self, s: str, t: str) -> bool:",
        """Given two strings s and t, return true if t is an anagram of s, and false otherwise.

Example 1:
Input: s = "anagram", t = "nagaram"
Output: true""",
        ((("anagram", "nagaram"), True), (("rat", "car"), False)),
    ),
    Everyday(
        "def plusOne(self, digits: List[int]) -> List[int]:",
        """You are given a large integer represented as an integer array digits, where each digits[i] is the
ith digit of the integer. The digits are ordered from most significant to least significant in
left-to-right order. Increment the large integer by one and return the resulting array of digits.

Example 1:
Input: digits = [1,2,3]
Output: [1,2,4]""",
        ((([1, 2, 3],), [1, 2, 4]), (([9, 9],), [1, 0, 0])),
    ),
    Everyday(
        "def lengthOfLastWord(self, s: str) -> int:",
        """Given a string s consisting of words and spaces, return the length of the last word in the string.

Example 1:
Input: s = "Hello World"
Output: 5""",
        ((("Hello World",), 5), (("  fly me  ",), 2)),
    ),
    Everyday(
        "def missingNumber(self, nums: List[int]) -> int:",
        """Given an array nums containing n distinct numbers in the range [0, n], return the only number in the
range that is missing from the array.

Example 1:
Input: nums = [3,0,1]
Output: 2""",
        ((([3, 0, 1],), 2), (([0, 1],), 2)),
    ),
    Everyday(
        "def rob(self, nums: List[int]) -> int:",
        """You are a professional robber planning to rob houses along a street. Each house has a certain amount
of money stashed. Adjacent houses have security systems connected, so you cannot rob two adjacent
houses. Given an integer array nums representing the amount of money of each house, return the
maximum amount of money you can rob tonight without alerting the police.

Example 1:
Input: nums = [1,2,3,1]
Output: 4""",
        ((([1, 2, 3, 1],), 4), (([2, 7, 9, 3, 1],), 12)),
    ),
    Everyday(
        "def f(nums):",
        """Return its even numbers.

>>> f([1,2,4])
[2, 4]""",
        ((([1, 2, 4],), [2, 4]), (([],), [])),
    ),
    Everyday(
        "def g(nums):",
        """Sum of the squares of the even numbers.

>>> g([1,2,4])
20""",
        ((([1, 2, 4],), 20),),
    ),
    Everyday(
        "def vowels(s: str) -> int:",
        """Count the vowels in a string.

>>> vowels("hello")
2""",
        ((("hello",), 2), (("xyz",), 0)),
    ),
    Everyday(
        "def rev(s):",
        """reverse the order of the words in the sentence

>>> rev("a bc d")
'd bc a'""",
        ((("a bc d",), "d bc a"),),
    ),
    Everyday(
        "def factorial(n: int) -> int:",
        """Compute n factorial.

>>> factorial(5)
120""",
        (((5,), 120), ((0,), 1)),
    ),
    Everyday(
        "def is_prime(n: int) -> bool:",
        """Check whether n is a prime number.

>>> is_prime(7)
True
>>> is_prime(1)
False""",
        (((7,), True), ((1,), False), ((9,), False)),
    ),
    Everyday(
        "def count_words(text: str) -> dict:",
        """Return a dictionary that maps each word of the text to how often it occurs.

>>> count_words("a b a")
{"a": 2, "b": 1}""",
        ((("a b a",), {"a": 2, "b": 1}),),
    ),
    Everyday(
        "def flatten(lists):",
        """Flatten a list of lists into one list.

>>> flatten([[1],[2,3]])
[1, 2, 3]""",
        ((([[1], [2, 3]],), [1, 2, 3]),),
    ),
    Everyday(
        "def second(nums):",
        """Return the second largest distinct number of the list.

>>> second([3,1,3,2])
2""",
        ((([3, 1, 3, 2],), 2),),
    ),
    Everyday(
        "def transpose(m):",
        """Transpose the matrix.

>>> transpose([[1,2],[3,4]])
[[1, 3], [2, 4]]""",
        ((([[1, 2], [3, 4]],), [[1, 3], [2, 4]]),),
    ),
)
