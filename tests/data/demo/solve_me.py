"""`make demo` solves this."""

from typing import List


class Solution:
    def sumOfEvenSquares(self, nums: List[int]) -> int:
        """
        Given an array of integers nums, return the sum of the squares of its even numbers.

        Example 1:
            Input: nums = [1, 2, 3, 4]
            Output: 20
            Explanation: 2 and 4 are even, and 4 + 16 = 20.

        Example 2:
            Input: nums = [7, 5]
            Output: 0
        """
