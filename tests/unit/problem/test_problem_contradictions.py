"""Examples that contradict each other are named before a model is asked."""

import pytest

from lsp_server.problem.contradictions import contradictions
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document


def sentence(statement: str, header: str = "def f(x):") -> str | None:
    lines = "\n".join(f"    {line}" for line in statement.splitlines())
    (problem,) = find_problems(Document(f'{header}\n    """Solve it.\n\n{lines}\n    """\n    pass\n', "python"))
    return contradictions(problem)


def test_same_input_with_two_results_is_named() -> None:
    found = sentence("f(1) == 2\nf(2) == 3\nf(1) == 4")
    assert found is not None
    assert "`f(1) == 2` and `f(1) == 4`" in found
    assert "Correct the statement" in found


def test_programs_and_sessions_can_contradict_themselves() -> None:
    assert sentence("Sample Input 1\n2\nSample Output 1\n4\n\nSample Input 2\n2\nSample Output 2\n5", "def main():")
    assert sentence(">>> sorted(f(1))\n[1]\n>>> sorted(f(1))\n[2]")


@pytest.mark.parametrize(
    "statement",
    [
        "f(1) == 2\nf(1) == 2",
        "f(1) == 2\nf(2) == 3",
        "f(1) == nan\nf(1) == nan",
        "f(1) == 1\nf(1) == 1.0",
        "Solve it in any order.\n\nf(1) == [1, 2]\nf(1) == [2, 1]",
        "Solve it in any order.\n\nf(1) == [[1, 2], [3]]\nf(1) == [[3], [2, 1]]",
        "no examples",
    ],
)
def test_statement_without_contradiction(statement: str) -> None:
    assert sentence(statement) is None


def test_order_counts_unless_the_statement_frees_it() -> None:
    assert sentence("f(1) == [1, 2]\nf(1) == [2, 1]")
