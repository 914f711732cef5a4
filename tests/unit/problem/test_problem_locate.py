"""Which statement a cursor means, what counts as a problem in ordinary code, and finding a problem again."""

import json
from pathlib import Path

import pytest

from lsp_server.errors import FileTooLargeError, NoProblemError, UnparsableFileError
from lsp_server.problem.locate import find_problem, find_problems, relocate
from lsp_server.problem.model import Cursor
from lsp_server.problem.outline import outline_of
from lsp_server.problem.sections import joined
from lsp_server.problem.syntax import Document

DOCUMENTS = Path(__file__).parents[2] / "data" / "documents"


def document(text: str) -> Document:
    return Document(text, "python")


def names(text: str) -> list[str]:
    return [problem.signature.name for problem in find_problems(document(text))]


MANY = '''\
"""Tools."""

# Write a function that adds two numbers.
# add(1, 2) == 3
@cached
def add(a, b):
    total = a + b

    return total


class Solution:
    # Double the number.
    def twice(self, n: int) -> int:
        pass

    def thrice(self, n: int) -> int:
        """Three times the number.

        thrice(2) == 6
        """
        pass


async def wait(n):
    """Wait n seconds: wait(0) == 0."""
    pass


# Write a function that subtracts.
# minus(3, 1) == 2
'''


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (3, "add"), (4, "add"), (5, "add"), (6, "add"), (7, "add"), (8, "add"), (9, "add"),
        (13, "twice"), (14, "twice"), (15, "twice"),
        (17, "thrice"), (18, "thrice"), (20, "thrice"), (22, "thrice"),
        (25, "wait"), (26, "wait"), (27, "wait"),
        (30, "minus"), (31, "minus"), (32, "minus"),
    ],
)  # fmt: skip
def test_cursor_means_the_problem_of_its_line(line: int, name: str) -> None:
    for column in (None, 0, 7):
        assert find_problem(document(MANY), Cursor(line=line, column=column)).signature.name == name


@pytest.mark.parametrize("line", [1, 2, 10, 12, 16, 24, 29, 99])
def test_cursor_elsewhere_is_told_what_would_count(line: int) -> None:
    with pytest.raises(NoProblemError, match=rf"no problem on line {line}\. A problem is a docstring or comment that"):
        find_problem(document(MANY), Cursor(line=line))


def test_problems_come_in_the_order_of_the_file() -> None:
    assert names(MANY) == ["add", "twice", "thrice", "wait", "minus"]


def test_ordinary_code_has_no_problems() -> None:
    text = (DOCUMENTS / "ordinary.py.txt").read_text(encoding="utf-8")
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "# TODO: write a function that adds\n",
        "# def f(x):\n#     return x\n# f(2) == 4\n",
        "#!/usr/bin/env python3\n",
        "# Copyright 2026. Return to sender.\n",
        "# ===== Write =====\n",
        "# Return codes\nOK = 0\n",
        '# normalize("a") == "b"\nx = normalize(y)\n',
        "x = 1  # Return the sum of two numbers.\n",
        'def f(x):\n    """Return the name."""\n    return x.name\n',
        'def f(x):\n    """"""\n    pass\n',
        "def f(x):\n    pass\n",
        'class E(Exception):\n    """Raised when something fails."""\n',
        "# type: ignore\ndef f(x):\n    pass\n",
        'import abc\n\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def f(self):\n        """Return it."""\n',
        "# Find the rows\nfor row in rows:\n    print(row)\n",
        "# Make tables.\n# NOTE: this one is large\n\nx = 1\n",
        "# Convert patterns.\n#\n# Copyright (c) 2026 Somebody\n",
        "# Explain the next part of the module a little\n",
    ],
)
def test_this_is_no_problem(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('def f(x):\n    """Return the name."""\n', "f"),
        ('def f(x):\n    """Return the name."""\n    raise NotImplementedError\n', "f"),
        ('def f(x):\n    """Return the name."""\n    # TODO\n    ...\n', "f"),
        ('def f(x):\n    """f(2) == 4"""\n    return x * 2\n', "f"),
        ("# Return the name.\ndef f(x):\n    pass\n", "f"),
        ("# Double it.\n# f(2) == 4\n\n\ndef f(x):\n    return x * 2\n", "f"),
        ("def f(x):\n    # Return the name of x.\n    pass\n", "f"),
        (
            '"""Double a number.\n\nf(2) == 4\n"""\nimport math\n\n\ndef g(x):\n    return 1\n\n\n'
            "def f(x):\n    pass\n",
            "f",
        ),
        ('"""Write a function that doubles."""\n\n\ndef f(x):\n    pass\n', "f"),
        (
            "# Input: nums = [1]\n# Output: 1\nclass Node:\n    pass\n\n\n"
            "class Solution:\n    def f(self, nums):\n        pass\n",
            "f",
        ),
        ("# Implement a function that sorts words by their length.\n", "sorts_words_by_their"),
        ('x = 1\n"""Double a number: twice(2) == 4"""\n', "twice"),
    ],
)
def test_this_is_a_problem(text: str, name: str) -> None:
    assert names(text) == [name]


def test_docstring_on_one_line_has_its_line_ends_written_out() -> None:
    (found,) = find_problems(document("def f(x):\n    'Double it.\\n\\n>>> f(2)\\n4\\n'\n    pass\n"))
    assert (found.statement, found.examples[0].inputs, found.examples[0].expected) == ("Double it.", {"x": 2}, 4)


def test_docstring_with_examples_goes_before_the_comment_above() -> None:
    (found,) = find_problems(
        document('# Halve it.\ndef f(x):\n    """Double it.\n\n    f(2) == 4\n    """\n    pass\n')
    )
    assert found.statement == "Double it."


def test_comment_with_examples_goes_before_a_docstring_without() -> None:
    (found,) = find_problems(document('# Double it.\n# f(2) == 4\ndef f(x):\n    """A function."""\n    pass\n'))
    assert found.statement == "Double it."


def test_class_statement_is_about_its_unwritten_method() -> None:
    (found,) = find_problems(
        document(
            'class Solution:\n    """Double it.\n\n    Input: n = 2\n    Output: 4\n    """\n\n'
            "    def f(self, n):\n        pass\n"
        )
    )
    assert (found.signature.kind, found.signature.owner, found.signature.name) == ("method", "Solution", "f")
    assert found.region.start.line == 1


def test_class_statement_chooses_the_method_that_its_examples_fit() -> None:
    text = (
        "# Double it.\n# Input: n = 2\n# Output: 4\nclass Solution:\n    def helper(self, a, b):\n        return a\n\n"
        "    def f(self, n):\n        return n * 2\n"
    )
    (found,) = find_problems(document(text))
    assert found.signature.name == "f"
    assert found.has_code


def test_renamed_stub_takes_the_examples_of_its_old_name() -> None:
    (found,) = find_problems(document('def new(x):\n    """Double it.\n\n    old(2) == 4\n    """\n    pass\n'))
    assert found.examples[0].inputs == {"x": 2}


def test_examples_of_another_function_of_the_file_are_not_taken() -> None:
    text = 'def old(x):\n    return x\n\n\ndef new(x):\n    """Triple it, unlike old(2) == 4."""\n    pass\n'
    (found,) = find_problems(document(text))
    assert found.examples == ()


def test_program_reaches_to_the_next_statement() -> None:
    text = (
        "# Print the double.\n# Sample Input 1\n# 2\n# Sample Output 1\n# 4\nn = int(input())\nprint(n * 2)\n\n"
        "# Print the half.\n# Sample Input 1\n# 2\n# Sample Output 1\n# 1\n"
    )
    first, second = find_problems(document(text))
    assert first.has_code and not second.has_code
    assert (first.region.end.line, second.region.start.line) == (7, 9)


def test_stub_without_parameters_is_a_program_when_its_examples_are_text() -> None:
    text = (
        'def main():\n    """Print the double.\n\n    Sample Input\n    2 3\n    Sample Output\n    4 6\n    """\n'
        "    pass\n"
    )
    (found,) = find_problems(document(text))
    assert (found.signature.kind, found.examples[0].stdin) == ("program", "2 3\n")


def test_types_come_from_docstrings_where_there_are_no_annotations() -> None:
    text = (
        "# Input: nums = [1]\n# Output: 1\nclass Solution(object):\n    def f(self, nums):\n"
        '        """\n        :type nums: List[int]\n        :rtype: int\n        """\n'
    )
    (found,) = find_problems(document(text))
    assert (found.signature.params[0].type, found.signature.returns) == ("List[int]", "int")


def test_broken_code_elsewhere_does_not_hide_a_problem() -> None:
    text = 'def f(x):\n    """Double it: f(2) == 4"""\n    pass\n\n\ndef g(:\n    return (\n'
    assert "f" in names(text)


def test_unparsable_file_is_named_as_such() -> None:
    with pytest.raises(UnparsableFileError, match="first error is on line"):
        find_problem(document("<html>\n<p class='a'>not python</p>\n"), Cursor(line=1))


def test_empty_file_has_no_problem() -> None:
    with pytest.raises(NoProblemError):
        find_problem(document(""), Cursor(line=1))


def test_two_megabytes_are_refused_at_the_cursor() -> None:
    with pytest.raises(FileTooLargeError):
        find_problem(document("# f(2) == 4\n" * 200_000), Cursor(line=1))


def test_problem_is_found_again_after_edits_above_and_below() -> None:
    before = document(MANY)
    for problem in find_problems(before):
        after = before.edited(0, 0, "import os\n# 😀\n").edited(len(before.text) - 5, len(before.text) - 5, "")
        found = relocate(after, problem)
        assert found is not None
        assert found.region.start.line == problem.region.start.line + 2


def test_problem_whose_statement_changed_is_not_found_again() -> None:
    before = document(MANY)
    problem = find_problem(before, Cursor(line=3))
    at = before.text.index("adds two")
    assert relocate(before.edited(at, at + 4, "multiplies"), problem) is None
    at = before.text.index("== 3")
    assert relocate(before.edited(at, at + 4, "== 4"), problem) is None


def test_nearest_of_equal_problems_is_found_again() -> None:
    text = 'def f(x):\n    """Double it: f(2) == 4"""\n    pass\n'
    before = document(text + "\n\n" + text)
    second = find_problems(before)[1]
    found = relocate(before.edited(0, 0, "\n"), second)
    assert found is not None
    assert found.region.start.line == second.region.start.line + 1


def test_every_value_can_be_printed_as_json() -> None:
    values = "({1, 2}, {1: (2,), (3, 4): None}, float('inf'), nan, -0.0, 1" + "0" * 400 + ")"
    (found,) = find_problems(document(f'def f(x):\n    """Return it: f({values}) == {values}"""\n    pass\n'))
    dumped = json.loads(json.dumps(found.model_dump(mode="json"), allow_nan=False))
    assert dumped["examples"][0]["expected"][0] == [1, 2]
    assert dumped["examples"][0]["expected"][2] == "Infinity"
    assert set(dumped) >= {"title", "language", "statement", "examples", "constraints", "signature", "region"}


def test_cursor_asks_again_without_reading_the_file_again() -> None:
    text = document(MANY)
    assert find_problem(text, Cursor(line=3)) is find_problem(text, Cursor(line=4))


@pytest.mark.parametrize(
    "above",
    [
        "# Copyright 2020 Someone. All rights reserved.",
        "# TODO: write more tests",
        "# Return the sum of a and b.\n# Example:\n# Input: a = 1, b = 2\n# Output: 3\n\n# Helpers stand below.",
        "# Write a program that prints 1.\n\n# Write a program that prints 2.\n# Output: 2",
    ],
)
def test_paragraphs_that_are_no_statement_together_stay_apart(above: str) -> None:
    outline = outline_of(document := Document(f"{above}\n\n# x = 1\n", "python"))
    assert len(joined(document, outline.parts)) == len(outline.parts) >= 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("HackerLand has n cities. Return how many.", 1),
        ("Authorized people have a number. Return it.", 1),
        ("Regions have numbers. Return them.", 1),
        ("Hack: return the number.", 0),
        ("TODO return the number", 0),
        ("Author: Ada. Return the number.", 0),
    ],
)
def test_only_whole_words_make_a_note(line: str, found: int) -> None:
    text = f"# {line}\n#\n# Example:\n# Input: n = 3\n# Output: 3\ndef f(n):\n    pass\n"
    assert len(find_problems(Document(text, "python"))) == found


def test_a_licence_below_a_statement_is_none() -> None:
    lines = ["Return n.", *["Say more."] * 8, "Example:", "Input: n = 3", "Output: 3", "Copyright 2024 by a site."]
    below = "".join(f"# {line}\n" for line in lines) + "def f(n):\n    pass\n"
    above = "".join(f"# {line}\n" for line in [lines[-1], *lines[:-1]]) + "def f(n):\n    pass\n"
    assert [len(find_problems(Document(text, "python"))) for text in (below, above)] == [1, 0]
