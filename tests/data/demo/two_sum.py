"""`make demo` solves this."""

from typing import List


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        """
        Given an array of integers nums and an integer target, return indices of the two numbers such that they
        add up to target. You may assume that each input has exactly one solution, and you may not use the same
        element twice.

        Example 1:
            Input: nums = [2, 7, 11, 15], target = 9
            Output: [0, 1]
            Explanation: nums[0] + nums[1] is 9.

        Example 2:
            Input: nums = [3, 2, 4], target = 6
            Output: [1, 2]
        """
