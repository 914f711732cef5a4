r"""Derivations in Markdown become text of LaTeX documents that still compile.

Those typeset here were compiled with pdflatex when this was written, with and without the packages of the AMS.
"""

import pytest

from lsp_server.problem.maths.latex import answer_line, on_one_line, typeset

PLAIN = "\\documentclass{article}\n\\begin{document}\n"
AMS = "\\documentclass{article}\n\\usepackage{amsmath,amssymb}\n\\begin{document}\n"

WRITTEN = [
    (r"50% of $6$ & #1, a_b, x^2, ~, {c}", r"50\% of $6$ \& \#1, a\_b, x\textasciicircum{}2, \textasciitilde{}, \{c\}"),
    (r"It costs \$5, a \% of it.", r"It costs \$5, a \% of it."),
    ("**Let** $n$ be *odd*; 2 * 3 * 4.", r"\textbf{Let} $n$ be \emph{odd}; 2 * 3 * 4."),
    ("### Case $k=0$", "\\textbf{Case $k=0$}\n"),
    ("**Case $k=0$:** nothing", r"\textbf{Case $k=0$:} nothing"),
    ("- one\n* two\n2. three\n---", "\\par\\textbullet{} one\n\\par\\textbullet{} two\n\\par 2. three\n"),
    (r'The "sum" is `60`.', r"The ``sum'' is \texttt{60}."),
    (r"\(n \ge 1\) and $$a = b$$ and \[ c \]", r"$n \ge 1$ and \[a = b\] and \[c\]"),
    ("$$a\n\n= b$$", "\\[a\n= b\\]"),
    ("$$50% ≤ x$$", r"\[50\% \le  x\]"),
    ("2² = 4 → 5 × 1", r"2$^2$ = 4 $\to$ 5 $\times$ 1"),
    (r"So \boxed{5}, \textbf{and} that \emph{is} it. \\", r"So $\boxed{5}$, \textbf{and} that \emph{is} it."),
    (r"$$\begin{align} a &= b \end{align}$$", r"\begin{align} a &= b \end{align}"),
    ("\\begin{align*}\na &= b\\\\\n&= c\n\\end{align*}", "\\begin{align*}\na &= b\\\\\n&= c\n\\end{align*}"),
    (r"$f(x) = \begin{cases} 1 & x>0 \end{cases}$", r"$f(x) = \begin{cases} 1 & x>0 \end{cases}$"),
    ("Über Café", "Über Café"),
]  # fmt: skip
UNSURE = [
    r"$\lcm(4,6) = 12$",
    r"$\frac{1}{2$",
    r"$\left( 1 $",
    r"$a & b$",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\nx = 1\n```",
    "设 $x = 2$",
    r"\begin{tikzpicture} \end{tikzpicture}",
    r"\boxed{ 5",
    "\ue000",
]


@pytest.mark.parametrize(("body", "text"), WRITTEN)
def test_a_derivation_is_typeset(body: str, text: str) -> None:
    assert typeset(body, AMS) == text


@pytest.mark.parametrize("body", UNSURE)
def test_what_might_not_compile_is_not_written(body: str) -> None:
    assert typeset(body, AMS) is None


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"$\frac{1}{2}$, so \boxed{\frac{1}{2}}", r"$\frac{1}{2}$, so $\fbox{$\frac{1}{2}$}$"),
        (r"$x = \dfrac{1}{2}$", None),
        (r"\begin{align*} a &= b \end{align*}", None),
    ],
)
def test_without_packages_only_what_every_latex_has_is_written(body: str, text: str | None) -> None:
    assert typeset(body, PLAIN) == text


def test_commands_and_letters_of_the_document_may_be_used() -> None:
    document = AMS.replace("\\begin", "\\DeclareMathOperator{\\lcm}{lcm}\n% 设 则\n\\begin", 1)
    assert typeset(r"设 $\lcm(4,6) = 12$", document) == r"设 $\lcm(4,6) = 12$"


def test_a_part_of_a_document_may_count_on_its_packages() -> None:
    assert typeset(r"$\dfrac12$", r"Compute $2+3$.") == r"$\dfrac12$"


@pytest.mark.parametrize(
    ("answer", "document", "line"),
    [
        ("5", AMS, r"\noindent\textbf{Answer:} $\boxed{5}$"),
        ("50%", PLAIN, r"\noindent\textbf{Answer:} $\fbox{$50\%$}$"),
        (r"\dfrac12", PLAIN, r"% Answer: \dfrac12"),
    ],
)
def test_the_answer_alone(answer: str, document: str, line: str) -> None:
    assert answer_line(answer, document) == line


def test_formulas_go_on_one_line_so_that_they_can_be_commented() -> None:
    assert on_one_line("So\n$$\na\n= b\n$$\nthen") == "So\n$$ a = b $$\nthen"
