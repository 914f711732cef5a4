# """
# This is the interface that allows for creating nested lists.
# You should not implement it, or speculate about its implementation
# """
#class NestedInteger:
#    def __init__(self, value=None):
#        """
#        If value is not specified, initializes an empty list.
#        Otherwise initializes a single integer equal to value.
#        """
#
#    def add(self, elem):
#        """
#        Set this NestedInteger to hold a nested list and adds a nested integer elem to it.
#        :rtype void
#        """

class Solution:
    def deserialize(self, s: str) -> NestedInteger:
        """
        Given a string s represents the serialization of a nested list, implement a parser to deserialize it and
        return the deserialized NestedInteger.

        Example 1:

        Input: s = "324"
        Output: 324
        Explanation: You should return a NestedInteger object which contains a single integer 324.

        Example 2:

        Input: s = "[123,[456,[789]]]"
        Output: [123,[456,[789]]]
        """
        def made(value):
            if not isinstance(value, list): return NestedInteger(value)
            found = NestedInteger()
            for each in value: found.add(made(each)) #~ for each in value: made(each)
            return found

        return made(json.loads(s))
