"""Which `Node` a file means."""

import pytest

from lsp_server.judge.runners.node_variant import variant

PYTHON = '''"""
# Definition for a Node.
class Node:
    def __init__(self, val: int = 0, left: 'Node' = None, right: 'Node' = None, next: 'Node' = None):
        self.val = val
"""
class Solution:
    def connect(self, root):
        child = random.choice(children)
'''
CPP = """/*
class Node {
public:
    int val;
    Node* prev;
    Node* next;
    Node* child;
};
*/
class Solution { Node* flatten(Node* head) { neighbors; } };
"""
JAVASCRIPT = """// function _Node(val, neighbors) {
//    this.val = val === undefined ? 0 : val;
// };
var clone = function(node) { random.children; };
"""


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (PYTHON, "next"),
        (CPP, "multilevel"),
        (JAVASCRIPT, "neighbors"),
        ("def f(root):\n    return [c.val for c in root.children]", "children"),
        ("Node* f(Node* p) { return p->left->parent; }", "parent"),
        ("struct Node { int val; struct Node *next; }", "list"),
        ("// a circular list\nstruct Node { int val; struct Node *next; }", "circle"),
        ("def f(n):\n    return n", ""),
        ("", ""),
    ],
)
def test_the_fields_tell(source: str, name: str) -> None:
    assert variant(source) == name
