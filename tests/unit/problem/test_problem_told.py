"""Examples that a sentence tells in passing: `the 6th prime is 13`, `the word "cabbage" is worth 14 points`."""

from typing import Any

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

ASKS = "Return the nth prime.\n"
TOLD = [
    (ASKS + "By listing 2, 3, 5, 7, 11 and 13, we can see that the 6th prime is 13.", [(6, 13)]),
    (ASKS + "So the 1st prime is 2, and the 2nd prime is 3.", [(1, 2), (2, 3)]),
    ('For example, the word "cabbage" is worth 14 points:\n\n- 3 points for C', [("cabbage", 14)]),
    ("For example, if x is 4, then there are 5 unique ways:\n\n1, 1, 1, 1\n2, 2", [(4, 5)]),
    ("That makes 9 steps. So for input x = 12, the return value would be 9.", [(12, 9)]),
    ("E.g. [1, 2] has a total score of 3.", [([1, 2], 3)]),
]
NOT_TOLD = [
    "We can see that the 6th prime is 13.",
    ASKS + "The 6th prime is 13.5 percent of it.",
    ASKS + "The 6th prime is 2 * 6 + 1.",
    ASKS + "The 6th number is 13.",
    "For example, if k is 4, then there are 5 unique ways.",
    "For example, if x is 4, then there are 5 times as many, plus 1.",
    'For example, the word "cabbage" is worth 14.5 points.',
]


def pairs(text: str, below: str) -> list[tuple[Any, Any]]:
    lines = "".join(f"# {line}".rstrip() + "\n" for line in ["Return what is asked for.", "", *text.splitlines()])
    found = find_problems(Document(lines + below, "python"))
    examples = [example for problem in found for example in problem.examples]
    return [(next(iter((example.inputs or {}).values())), example.expected) for example in examples]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_a_sentence_tells_of_one_value_is_an_example(text: str, wanted: list[tuple[Any, Any]]) -> None:
    assert pairs(text, "def f(x):\n    return x\n") == wanted
    assert pairs(text, "def f(x, y):\n    return x\n") == []


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_not_said_of_the_thing_that_is_asked_for_is_none(text: str) -> None:
    assert pairs(text, "def f(x):\n    return x\n") == []


@pytest.mark.parametrize(
    ("between", "reaches"),
    [('POINTS = {"a": 1, "b": 3}\n', True), ("LETTERS = [1, 2]\nNAMES = {x: 1 for x in LETTERS}\n", True),
     ("values = load()\n", False)],
)  # fmt: skip
def test_constants_may_stand_between_a_statement_and_its_function(between: str, reaches: bool) -> None:
    assert pairs(TOLD[2][0], f"\n{between}\ndef f(x):\n    return x\n") == (TOLD[2][1] if reaches else [])


def test_the_rows_of_a_table_that_speaks_of_something_else_are_not_counted_as_unread() -> None:
    text = "# Sum the values of letters.\n#\n# | Letter | Value |\n# |---|---|\n# | A | 1 |\n#\n"
    told = '# For example, the word "AA" is worth 2 points.\ndef f(word):\n    return 2\n'
    (problem,) = find_problems(Document(text + told, "python"))
    assert (len(problem.examples), problem.unread) == (1, 0)


@pytest.mark.parametrize(
    ("returns", "stated", "wanted"),
    [
        ("(int, error)", "2", [2, None]),
        ("([]int, error)", "[1, 2]", [[1, 2], None]),
        ("(n int, err error)", "[2, nil]", [2, None]),
        ("(int, int)", "[1, 2]", [1, 2]),
    ],
)
def test_the_error_beside_a_result_of_go_is_nil_where_nothing_is_said_of_it(
    returns: str, stated: str, wanted: list[Any]
) -> None:
    text = f"// Do it.\n//\n// Input: n = 4\n// Output: {stated}\nfunc Do(n int) {returns} {{\n\treturn\n}}\n"
    (problem,) = find_problems(Document(text, "go"))
    assert [example.expected for example in problem.examples] == [wanted]
