"""Files and statements put together at random: no exception but our own, and positions that hold together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lsp_server.errors import AnswerError
from lsp_server.problem.contradictions import contradictions
from lsp_server.problem.locate import find_problems, relocate
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.statement import parse_statement
from lsp_server.problem.syntax import Document

LINES = [
    "Return the sum.", "Example 1:", "Input: nums = [1,2], k = 3", "Output: 3", "Input", "Output", "3 4", "[1, 2]",
    ">>> f(2)", "... )", "4", "Traceback (most recent call last):", "ValueError: x", "f(2) == 4",
    "assert f(1)", "f(x) -> x",
    "Constraints:", "- 1 <= n", "输入:n = 1", "输出:2", "```", "", "", "  ", "1. Title", "Note: any order",
    "😀", '["A","b"]',
    "[[],[1]]", "Sample Input 1", "Sample Output 1", "Explanation: because", ">>> a = A()", ">>> print(f(1))", "\\",
    "f((((", "{1:",
]  # fmt: skip
CODE = [
    "def f(x):", "    pass", "class A:", "class Solution:", "    def g(self, n: int) -> int:", "        pass",
    '    """',
    '"""', "    # Return the sum.", "import math", "x = 1", "@deco", "async def h(*a, k=1):", "    return 1", "", "",
    "\t# f(2) == 4",
    "def broken(", "lambda: (", "    '''Double: f(2) == 4'''", 'def one(x): "f(2) == 4"', "if x:", "else", "\f",
    "    ...",
]  # fmt: skip
statements = st.lists(st.sampled_from(LINES) | st.text(max_size=12), max_size=14)
comments = statements.map(lambda lines: [f"# {line}" for line in lines])
files = st.lists(st.sampled_from(CODE).map(lambda line: [line]) | comments, max_size=14).map(
    lambda blocks: [line for block in blocks for line in block]
)
line_ends = st.sampled_from(["\n", "\r\n", "\r"])


@given(statements)
def test_any_statement_is_read(lines: list[str]) -> None:
    found = parse_statement(tuple(lines), "f")
    for raw in found.examples:
        assert 0 <= raw.first <= raw.last < len(lines)


@given(files, line_ends)
@settings(max_examples=200)
def test_any_file_is_read_and_its_positions_hold_together(lines: list[str], end: str) -> None:
    document = Document(end.join(lines), "python")
    for problem in find_problems(document):
        problem.model_dump(mode="json")
        contradictions(problem)
        assert relocate(document, problem) is not None
        regions = [problem.region, problem.statement_region, problem.target.region]
        regions += [example.region for example in problem.examples if example.region]
        for region in regions:
            assert region.start.offset <= region.end.offset <= len(document.text)
            assert document.point(region.start.offset) == region.start
        assert problem.region.start.offset <= problem.statement_region.start.offset
        assert problem.statement_region.end.offset <= problem.region.end.offset


@given(files, line_ends)
@settings(max_examples=100)
def test_any_problem_takes_an_answer_or_refuses_it(lines: list[str], end: str) -> None:
    document = Document(end.join(lines), "python")
    for problem in find_problems(document):
        try:
            replacement = place(document, problem, _answer(problem))
        except AnswerError:
            continue
        after = Document(splice(document.text, replacement), "python")
        assert document.tree.root_node.has_error or not after.tree.root_node.has_error


def _answer(problem: Problem) -> str:
    signature = problem.signature
    if signature.kind == "program":
        return "print(input())"
    if signature.kind == "class":
        return f"class {signature.name}:\n    def add(self, n):\n        return n"
    params = ", ".join(param.name for param in signature.params)
    return f"def {signature.name}({params}):\n    if 1:\n        return 2\n    return 3"


def test_a_line_break_inside_a_line_moves_no_example():
    (raw,) = parse_statement(("\n", "f(2) == 4"), "f").examples
    assert (raw.first, raw.last) == (1, 1)
