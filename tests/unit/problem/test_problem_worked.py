"""Worked examples of HackerRank's newer pages: read where they are certain, counted where they are not."""

from typing import Any

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

FRAME = (
    "Do as asked.\n\n{above}\nFunction Description\n\nComplete the f function.\n\nReturns\n\nint: the result\n\n{below}"
)
SAMPLE = "Sample Input 0\n\n{}\n\nSample Output 0\n\n{}\n"
PROGRAM = "\n\nif __name__ == '__main__':\n    print(f(input()))\n"
TIME = SAMPLE.format("07:05PM", "19:05")
LIST = SAMPLE.format("3\n1 2 3", "6")
NUMBER = SAMPLE.format("5", "25")

OF_PROGRAM: list[tuple[str, str, list[tuple[str, str]], int]] = [
    ("Example\n\ns = '12:01PM'\nReturn '12:01'.\n\ns = '12:01AM'\nReturn '00:01'.\n", TIME,
     [("12:01PM\n", "12:01\n"), ("12:01AM\n", "00:01\n")], 0),
    ("**Example**\n`s = '12:01AM'`\n\nReturn `'00:01'`.\n", TIME, [("12:01AM\n", "00:01\n")], 0),
    ("Example\nar = [4, 4]\nThe sum is 8, so return 8.\n", LIST, [("2\n4 4\n", "8\n")], 0),
    ("Example\n$n = 3$\nReturn $9$.\n", NUMBER, [("3\n", "9\n")], 0),
    ("Example\nar = [4, 4]\nk = 7\nReturn 8.\n", SAMPLE.format("3 9\n1 2 3", "6"), [("2 7\n4 4\n", "8\n")], 0),
    ("Example\nar = [4, 4]\nk = 7\nReturn 8.\n", SAMPLE.format("9 3\n1 2 3", "6"), [("7 2\n4 4\n", "8\n")], 0),
    ("Example\nar = [4, 4]\nk = 7\nReturn 8.\n", SAMPLE.format("3 3\n1 2 3", "6"), [], 1),
    ("Example\nar = [4, 4]\nk = 7\nReturn 8.\n", SAMPLE.format("3\n1 2 3\n9", "6"), [("2\n4 4\n7\n", "8\n")], 0),
    ("Example\nn = 2\nar = [4, 4]\nReturn 8.\n", LIST, [("2\n4 4\n", "8\n")], 0),
    ("Example\nar = [4, 4]\nmost = 1\nReturn 8.\n", LIST, [], 1),
    ("Example\nar = [4, 4]\nk = 1\nReturn 8.\n", SAMPLE.format("9\n1 2 3", "6"), [("1\n4 4\n", "8\n")], 0),
    ("Example\nar = [4, 4]\nReturn 8.\n", SAMPLE.format("1 2 3", "6"), [("4 4\n", "8\n")], 0),
    ("Example\nar = ['a', 'b']\nReturn 8.\n", LIST, [], 1),
    ("Example\nar = [4, 4]\nbr = [1]\nReturn 8.\n", LIST, [], 1),
    ("Example\nar = [4, 4]\nReturn 8.\n", SAMPLE.format("3\n1\n2\n3", "6"), [], 1),
    ("Example\nar = [4, 4]\nReturn [4, 4].\n", LIST, [], 1),
    ("Example\nar = [4, 4]\nThe function prints\n\n8\n", LIST, [], 1),
    ("Example\nn = 3\nReturn 9 of them.\n", NUMBER, [], 1),
    ("Example\nn = 3\nReturn 9.\nThen return 8.\n", NUMBER, [], 1),
    ("For example, the house is at s = 7 and t = 10, so we print\n\n1\n2\n", NUMBER, [], 1),
    ("Let n = 7 be what is given.\n", NUMBER, [], 0),
]  # fmt: skip


def problem_of(above: str, below: str, code: str) -> Any:
    text = "".join(f"# {line}".rstrip() + "\n" for line in FRAME.format(above=above, below=below).splitlines())
    (problem,) = find_problems(Document(text + "\n" + code, "python"))
    return problem


@pytest.mark.parametrize(("above", "below", "wanted", "unread"), OF_PROGRAM)
def test_a_program_is_given_them_as_its_samples_show(
    above: str, below: str, wanted: list[tuple[str, str]], unread: int
) -> None:
    problem = problem_of(above, below, "def f(s):\n    return s" + PROGRAM)
    assert [(each.stdin, each.expected) for each in problem.examples[:-1]] == wanted
    assert (problem.signature.kind, problem.unread) == ("program", unread)


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("Example\nar = [4, 4]\nk = 2\nReturn 8.\n", ({"ar": [4, 4], "k": 2}, 8)),
        ("Example\nar = [4, 4]\n\nk = 2\n\nThe whole is even.\n\nReturn `YES`.\n", ({"ar": [4, 4], "k": 2}, "YES")),
        ("Example 0\n`ar = [4, 4]`, `k = 2`\nReturn: [4, 2]\n", ({"ar": [4, 4], "k": 2}, [4, 2])),
    ],
)
def test_a_function_is_given_them_by_name(above: str, wanted: tuple[Any, Any]) -> None:
    problem = problem_of(above, "", "def f(ar, k):\n    return 8\n")
    assert [(each.inputs, each.expected) for each in problem.examples] == [wanted]
    assert problem.unread == 0
