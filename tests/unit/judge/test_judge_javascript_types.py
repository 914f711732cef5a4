"""Types of the parameters of methods, from JSDoc and from annotations."""

import pytest

from lsp_server.judge.runners.javascript_types import method_types

JSDOC = """
/**
 * @param {TreeNode} root
 */
var BSTIterator = function(root) {
};

/**
 * @return {number}
 */
BSTIterator.prototype.next = function() {
};

/**
 * @param {number} key
 * @param {string[]} words
 * @return {void}
 */
BSTIterator.prototype.put = function(key, words) {
};
"""
CLASS = """
class Store {
    /** @param {ListNode} head */
    constructor(head) {}
    /** Adds. @param {number} n */
    async add(n) {}
}
"""
TYPED = """
class Store<T extends object> {
    constructor(private root: TreeNode | null, readonly sizes: Map<string, number> = new Map()) {}
    public find(words: Array<[string, number]>, n?: number): number { return this.go(words, n); }
    go(words: string[][], n: number): number { if (n) { f(a ? b : c); } return 1; }
}
"""


@pytest.mark.parametrize(
    ("source", "types"),
    [
        (JSDOC, {"constructor": ["TreeNode"], "put": ["number", "string[]"]}),
        (CLASS, {"constructor": ["ListNode"], "add": ["number"]}),
        (
            TYPED,
            {
                "constructor": ["TreeNode | null", "Map<string, number>"],
                "find": ["Array<[string, number]>", "number"],
                "go": ["string[][]", "number"],
            },
        ),
        ("", {}),
    ],
)
def test_types_are_found_by_method(source: str, types: dict[str, list[str]]) -> None:
    assert {name: method_types(source).get(name) for name in types} == types
