"""Answers and equations are found in what models write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.derivation import MOST_EQUATIONS, equations
from lsp_server.problem.maths.box import boxed


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (r"The answer is \boxed{204}.", "204"),
        (r"\boxed{1} no, \boxed{\frac{1}{2}}", r"\frac{1}{2}"),
        (r"$\boxed{\{1, 2\}}$", r"\{1, 2\}"),
        (r"\boxed {x}", "x"),
        (r"\boxed{3} and \boxed{open", "3"),
        ("no box", None),
        (r"\boxed{", None),
    ],
)
def test_the_last_box_that_is_closed_is_the_answer(text: str, answer: str | None) -> None:
    assert boxed(text) == answer


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("So $3 + 4 = 7$.", [("3 + 4", "7")]),
        (r"\(a = b = c\)", [("a", "b"), ("b", "c")]),
        (r"\[ x^2 = 4 \implies x = 2 \]", [("x^2", "4"), ("x", "2")]),
        (r"$$\begin{align} 2^3 &= 8 \\ &= 4 + 4 \end{align}$$", [("2^3", "8"), ("8", "4 + 4")]),
        (r"$\sum_{k=1}^{3} k = 6$", [(r"\sum_{k=1}^{3} k", "6")]),
        (r"$2 \cdot 3 = \boxed{6}$", [(r"2 \cdot 3", "6")]),
        ("We get 12 * 5 = 60, and then 60 + 1 = 61.", [(r"12  \cdot  5", "60"), ("60 + 1", "61")]),
        (r"$a \leq b$, $x \equiv 3$, $y \approx 2.5$, $1 < 2 = 2$", []),
        ("x = 5 is prose, and so is f(3) = 7", []),
        (r"$a = 1, b = 2$", [("a", "1"), ("b", "2")]),
        (r"$1{,}000 = 10^3$", [("1{,}000", "10^3")]),
        ("it costs \\$3 = cheap", []),
    ],
)
def test_equations_are_found_side_by_side(text: str, sides: list[tuple[str, str]]) -> None:
    assert [(equation.left, equation.right) for equation in equations(text)] == sides


def test_each_equation_knows_its_line() -> None:
    found = equations("First\n$1 + 1 = 2$\n\nthen 2 + 2 = 4")
    assert [(equation.line, equation.text) for equation in found] == [(2, "1 + 1 = 2"), (4, "2 + 2 = 4")]


def test_there_is_an_end_to_it() -> None:
    assert len(equations("$1 = 1$ " * 500)) == MOST_EQUATIONS


@given(st.text(alphabet=r"$\\{}[]()=&,;0123456789 abx^_+-\n", max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    boxed(text)
    assert all(equation.left and equation.right for equation in equations(text))
