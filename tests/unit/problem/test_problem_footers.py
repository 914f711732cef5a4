"""What LeetCode prints below a solution shows how it is called, and is no problem of its own."""

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

ABOVE = "/*\nReturn what is asked for.\n\nExample 1:\n\nInput: n = 4\nOutput: 9\n*/\n\n"
SOLUTIONS = {
    "javascript": "var solve = function(n) {\n    return 9;\n};\n\n",
    "typescript": "function solve(n: number): number {\n    return 9;\n};\n\n",
    "java": "class Solution {\n    public int solve(int n) {\n        return 9;\n    }\n}\n\n",
}
FOOTERS = [
    ("javascript", "/**\n * const fn = compose([x => x + 1, x => 2 * x])\n * fn(4) // 9\n */"),
    ("javascript", "/**\n * const counter = createCounter(10)\n * counter() // 10\n * counter() // 11\n */"),
    ("javascript", "/**\n * let callCount = 0;\n * const add = memoize(function (a, b) {\n *\t callCount += 1;\n"
     " *   return a + b;\n * })\n * add(2, 3) // 5\n * console.log(callCount) // 1\n */"),
    ("javascript", "/**\n * let fn = (a,b,c) => (a + b + c)\n * let onceFn = once(fn)\n *\n * onceFn(1,2,3); // 6\n"
     " * onceFn(2,3,6); // returns undefined without calling fn\n */"),
    ("typescript", "/**\n * const emitter = new EventEmitter();\n *\n * // Subscribe to the onClick event \n"
     " * function onClick() { return 99 }\n * emitter.emit('onClick'); // [99]\n */"),
    ("typescript", "/**\n * const cache = new TimeLimitedCache()\n * cache.set(1, 42, 1000); // false\n"
     " * cache.get(1) // 42\n */"),
    ("java", "/**\n * Your LRUCache object will be instantiated and called as such:\n"
     " * LRUCache obj = new LRUCache(capacity);\n * int param_1 = obj.get(key);\n */"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "footer"), FOOTERS)
def test_a_footer_is_no_problem(language: str, footer: str) -> None:
    (problem,) = find_problems(Document(f"{ABOVE}{SOLUTIONS[language]}{footer}\n", language))
    assert [example.inputs for example in problem.examples] == [{"n": 4}]


@pytest.mark.parametrize(
    "text",
    ["/**\n * Return twice the number n.\n * const two = double(1) // 2\n * double(2) // 4\n */\n",
     "/**\n * let n = 5 be the start. Return twice the number that is given.\n *\n * double(2) == 4\n */\n"],
)  # fmt: skip
def test_a_statement_with_words_is_one(text: str) -> None:
    (problem,) = find_problems(Document(text, "javascript"))
    assert (problem.signature.name, problem.target.kind) == ("double", "below")
