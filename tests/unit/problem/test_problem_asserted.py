"""Assertions of what is made of a result: code of Python's, which is run as it stands."""

import pytest

from lsp_server.problem.examples.asserted import find_asserted
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

HEAD = "def shared(a, b):\n    return tuple(set(a) & set(b))\n"


@pytest.mark.parametrize(
    ("line", "source", "wanted"),
    [
        ("assert set(f((3, 4), (4, 5))) == set((4,))", "set(f((3, 4), (4, 5)))", "set((4,))"),
        ("assert sorted(f([2, 1])) == [1, 2]", "sorted(f([2, 1]))", "[1, 2]"),
        ("    assert abs(f(2) - 1.414) < 1e-3, 'near'", "abs(f(2) - 1.414) < 0.001", "True"),
        (">>> assert len(f('a b')) == 2", "len(f('a b'))", "2"),
        ("assert not f('')", "not f('')", "True"),
    ],
)
def test_what_is_made_of_a_result(line: str, source: str, wanted: str) -> None:
    for callee in ("f", None):
        (found,) = find_asserted([line], (), callee)
        assert (found.source, found.wanted, found.expects) == (source, wanted, "value")


@pytest.mark.parametrize(
    "line",
    ["assert len(g(2)) == 1", "assert len(f(x)) == 1", "assert len(", "assert f", "assert all tests pass", "assert 1"],
)
def test_what_needs_more_than_the_function_is_none(line: str) -> None:
    assert find_asserted([line], (), "f") == []


def test_a_statement_of_such_assertions_is_a_problem() -> None:
    text = f'"""\nFind the shared elements.\nassert set(shared((3, 4), (4, 5))) == set((4,))\n"""\n{HEAD}'
    (problem,) = find_problems(Document(text, "python"))
    (example,) = problem.examples
    assert (example.session, example.expected) == ("set(shared((3, 4), (4, 5)))", {4})
