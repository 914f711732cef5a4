class Solution:
    def depthSumInverse(self, nestedList: List[NestedInteger]) -> int:
        """
        You are given a nested list of integers nestedList. The weight of an integer is maxDepth - (the depth of the
        integer) + 1. Return the sum of each integer in nestedList multiplied by its weight.

        Example 1:
        Input: nestedList = [[1,1],2,[1,1]]
        Output: 8

        Example 2:
        Input: nestedList = [1,[4,[6]]]
        Output: 17
        """
        total = level = 0
        while nestedList:
            level += sum(each.getInteger() for each in nestedList if each.isInteger())
            total += level #~ total = level
            nestedList = [inner for each in nestedList if not each.isInteger() for inner in each.getList()]
        return total
