"""Edits for a document that changed while it was being solved: they fit, or they are refused."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lsp_server.errors import DocumentChangedError
from lsp_server.features.edits import fitting
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

TEXT = '''import math


def half(n: int) -> float:
    """Return half of n. 😀

    >>> half(3)
    1.5
    """
    pass


LAST = 1
'''
CODE = "def half(n: int) -> float:\n    return n / 2\n"
READ = Document(TEXT, "python")
(PROBLEM,) = find_problems(READ)


def target(document: Document, problem: Problem) -> str:
    return document.text[problem.target.region.start.offset : problem.target.region.end.offset]


@settings(deadline=None, max_examples=60)
@example(TEXT.index("\n    pass"), 1, "")
@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 4),
    st.text(st.sampled_from(list("ab #\n\t\"'😀:()")), max_size=6),
)
def test_what_is_replaced_is_what_was_read(start: int, length: int, new: str) -> None:
    now = READ.edited(start, min(start + length, len(TEXT)), new)
    try:
        problem = fitting(READ, now, PROBLEM)
    except DocumentChangedError:
        return
    assert target(now, problem) == target(READ, PROBLEM)
    before, after = now.text.split(target(now, problem), 1)
    solved = splice(now.text, place(now, problem, CODE))
    assert solved.startswith(before.rstrip(" \t"))  # a body on another's line moves to one of its own
    assert solved.endswith(after)


@pytest.mark.parametrize(
    ("old", "new"),
    [("import math\n", "import math\nimport sys  # 😀\n"), ("LAST = 1", "LAST = 22"), ("import math\n\n\n", "")],
)
def test_edits_elsewhere_do_not_matter(old: str, new: str) -> None:
    start = TEXT.index(old)
    now = READ.edited(start, start + len(old), new)
    assert splice(now.text, place(now, fitting(READ, now, PROBLEM), CODE)) == now.text.replace(
        "    pass", "    return n / 2"
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("pass", "return n", "You have written code"),
        ("half of n", "a third of n", "was changed"),
        ("1.5", "1.0", "was changed"),
        ("(n:", "(number:", "was changed"),
        ("half(n", "third(n", "was changed"),
    ],
)
def test_edits_of_the_problem_itself_refuse_the_solution(old: str, new: str, sentence: str) -> None:
    start = TEXT.index(old)
    now = READ.edited(start, start + len(old), new)
    with pytest.raises(DocumentChangedError, match=sentence):
        fitting(READ, now, PROBLEM)
