# The guess API is already defined for you.
# @param num, your guess
# @return -1 if num is higher than the picked number
#          1 if num is lower than the picked number
#          otherwise return 0
# def guess(num: int) -> int:

class Solution:
    def guessNumber(self, n: int) -> int:
        """
        We are playing the Guess Game. I pick a number from 1 to n. You have to guess which number I picked.
        Return the number that I picked.

        Example 1:
        Input: n = 10, pick = 6
        Output: 6

        Example 2:
        Input: n = 1, pick = 1
        Output: 1
        """
        low, high = 1, n
        while True:
            mid = (low + high) // 2
            g = guess(mid)
            if g == 0: #~ if g <= 0:
                return mid
            low, high = (mid + 1, high) if g > 0 else (low, mid - 1)
