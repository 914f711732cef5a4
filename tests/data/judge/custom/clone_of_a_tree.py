class Solution:
    def getTargetCopy(self, original: TreeNode, cloned: TreeNode, target: TreeNode) -> TreeNode:
        """
        Given two binary trees original and cloned and given a reference to a node target in the original tree.
        The cloned tree is a copy of the original tree.
        Return a reference to the same node in the cloned tree.

        Example 1:
        Input: tree = [7,4,3,null,null,6,19], target = 3
        Output: 3
        """
        if original is None: return None
        if original is target: return cloned #~ if original is target: return original.left
        return self.getTargetCopy(original.left, cloned.left, target) or self.getTargetCopy(original.right, cloned.right, target)
