"""Questions in mathematics in the texts that people write: which are found, what they state, and what is none."""

from pathlib import Path

import pytest

from lsp_server.errors import AnswerError, FileTooLargeError, NoProblemError
from lsp_server.problem.locate import find_problem, find_problems, relocate
from lsp_server.problem.maths.box import boxed, stated
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

ROWS = Path(__file__).parents[3] / "data" / "maths"
WORD_PROBLEMS, NO_QUESTIONS = (
    (ROWS / f"{name}.txt").read_text(encoding="utf-8").split("====\n") for name in ("word_problems", "no_questions")
)

NOTES = r"""# AIME practice

## Problem 1

Find the number of ordered pairs $(x,y)$, where both $x$ and $y$ are integers between $-100$ and $100$
inclusive, such that $12x^2-xy-6y^2=0$.

**Answer:** 117

## Problem 2

The number of ways to fill the grid can be written as $p^a\cdot q^b$. Find $p\cdot a+q\cdot b$.

### Solution

There are $9! = 362880$ ways for the first row, so the answer is $\boxed{81}$.

---

A note about something else.

## Setup

Install the package and find the config file with the number of workers.
"""
SHEET = r"""Homework

1. Compute $\int_0^1 x^2 \, dx$.
2. What is the sum of the first 100 positive integers?
3. Prove that $\sqrt{2}$ is irrational.
4. Let $f(x) = x^2 + 3x$. Find $f(5)$. (Answer: 40)
"""
LATEX = r"""\documentclass{article}
\begin{document}
\begin{problem}
Let $x$ and $y$ be positive real numbers with $x + y = 4$. Find the maximum of $xy$.
\end{problem}
\begin{solution}
By AM-GM, $xy \le 4$, so the answer is $\boxed{4}$.
\end{solution}
\begin{enumerate}
\item Compute $2^{10} - 1$.
\item How many primes are less than 30? Put your final answer in \boxed{}.
\end{enumerate}
\end{document}
"""
READMES = [
    "# Tool\n\nFind the number of workers in the config. Compute the hash with `sha256sum`.\n\nIt costs $5 and $7.\n",
    "## FAQ\n\nWhat is the difference between a list and a tuple?\n\nWhat is the maximum value of this integer?\n",
    "# API\n\nReturns the number of digits. What is the output for 5? Give the integer.\n",
    "```\nFind the number of positive integers $n$ with $n^2 < 50$.\n```\n",
    "The `exp` claim is a number.\n\n> What is the number of digits, and how many seconds are 30 days?\n",
    "Prove that there are infinitely many primes of the form $4k+3$.\n",
    "Given an array `nums` of $n$ integers, find the maximum sum. $1 \\le n \\le 10^5$\n",
]


def found(text: str, language: str = "markdown") -> list[Problem]:
    return find_problems(Document(text, language))


def test_each_section_that_asks_is_a_question_with_its_own_answer() -> None:
    one, two = found(NOTES)
    assert [(each.title, each.answer, each.signature.kind) for each in (one, two)] == [
        ("Problem 1", "117", "maths"),
        ("Problem 2", None, "maths"),
    ]
    assert one.statement.endswith("$12x^2-xy-6y^2=0$.") and "117" not in one.statement
    assert two.derivation and "362880" in NOTES[two.derivation.start.offset : two.derivation.end.offset]
    assert not one.has_code and two.has_code


def test_numbered_items_are_questions_and_a_proof_is_none() -> None:
    assert [(each.statement, each.answer) for each in found(SHEET)] == [
        (r"Compute $\int_0^1 x^2 \, dx$.", None),
        ("What is the sum of the first 100 positive integers?", None),
        ("Let $f(x) = x^2 + 3x$. Find $f(5)$.", "40"),
    ]


def test_numbered_steps_of_a_derivation_are_no_questions() -> None:
    text = (
        "1. Find $x$ with $2x = 6$.\n\nSolution:\n\n1. Compute the half: $6 / 2 = 3$.\n2. Let us see.\n\n"
        "3. Compute $3$.\n\n2. Find $y$ with $3y = 6$.\n"
    )
    one, two = found(text)
    assert one.statement == "Find $x$ with $2x = 6$." and two.statement == "Find $y$ with $3y = 6$."
    assert one.derivation and "Compute $3$" in text[one.derivation.start.offset : one.derivation.end.offset]


def test_numbered_conditions_belong_to_their_question() -> None:
    text = "Let $n$ be a positive integer with\n\n1. $n > 5$,\n2. $n^2 < 60$,\n3. $n$ odd.\n\nFind all such $n$.\n"
    (problem,) = found(text)
    assert "$n > 5$" in problem.statement and problem.statement.endswith("Find all such $n$.")


def test_what_is_said_before_several_questions_belongs_to_each() -> None:
    text = (
        "Let $ABC$ be a triangle with $AB = 3$, $BC = 4$, $CA = 5$.\n\n1. Find its area.\n2. Find its inradius $r$.\n"
    )
    assert [each.statement.splitlines() for each in found(text)] == [
        ["Let $ABC$ be a triangle with $AB = 3$, $BC = 4$, $CA = 5$.", "Find its area."],
        ["Let $ABC$ be a triangle with $AB = 3$, $BC = 4$, $CA = 5$.", "Find its inradius $r$."],
    ]


def test_latex_environments_and_items() -> None:
    first, second, third = found(LATEX, "latex")
    assert first.statement.startswith("Let $x$") and first.derivation and first.answer is None
    assert second.statement == "Compute $2^{10} - 1$."
    assert third.statement == "How many primes are less than 30?"


HMMT = r"""# February: Guts

1. [5] Compute the sum of all positive integers $n$ such that $50 \le n \le 100$.

   Answer: 3825

2. (4 points) Mark has a six-sided die. Compute the expected number of rolls it takes to see every number.

**3.** [6] A snail crawls 4 meters up by day and slips 3 meters by night. On which day does it reach a height of 20?

   **Answer:** $\boxed{17}$

   **Solution:** Each day nets $4 - 3 = 1$.
"""


def test_items_with_their_points() -> None:
    one, two, three = found(HMMT)
    assert (one.answer, two.answer, three.answer) == ("3825", None, "17")
    assert one.statement.startswith("Compute") and two.statement.startswith("Mark") and three.derivation


@pytest.mark.parametrize("text", READMES)
def test_texts_about_other_things_have_no_question(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("**Answer:** 204", "204"),
        ("Answer: $\\frac{m}{n}$.", r"\frac{m}{n}"),
        ("Ans. 5", "5"),
        ("The answer is 042.", "042"),
        (r"Final answer: \boxed{\sqrt{3}}", r"\sqrt{3}"),
        ("答案：12", "12"),
    ],
)
def test_the_value_of_a_stated_answer(line: str, value: str) -> None:
    assert stated(line) == value


@pytest.mark.parametrize(
    "answer",
    [
        "Answer: 5",
        "**Answer**: $5$",
        "### Answer\n\n5",
        "<details><summary>Answer</summary>5</details>",
        "<!-- answer: 5 -->",
        "**Final answer:** 5.",
        "答案：5",
        "\\textbf{Answer.} 5",
    ],
)
def test_an_answer_is_read_wherever_it_is_stated_and_never_shown(answer: str) -> None:
    (problem,) = found(f"What is $2 + 3$?\n\n{answer}\n")
    assert (problem.answer, problem.statement) == ("5", "What is $2 + 3$?")


def test_chinese_questions() -> None:
    (problem,) = found("## 题目 1\n\n已知正整数 $n$ 满足 $n^2 = 144$，求 $n$ 的值。\n\n答案：12\n")
    assert (problem.answer, problem.statement) == ("12", "已知正整数 $n$ 满足 $n^2 = 144$，求 $n$ 的值。")


IN_CODE = [
    ("python", "# Find the number of positive integers n <= 1000 such that n^2 + n + 1 is divisible by 7.\n", "maths"),
    ("python", '"""AIME 2020. Let $N$ be the least integer with $7 | N^2 + 3$.\nFind $N$ modulo $10$."""\n', "maths"),
    ("cpp", "/* Let $m$ and $n$ be coprime with $m/n = 3/7$. Find $m+n$. */\n", "maths"),
    ("rust", "// Compute $1 + 2 + \\ldots + 10$. Put the answer in \\boxed{}.\n", "maths"),
    ("python", "# Let $P(x)$ be linear with $P(1)=2$ and $P(3)=8$. Find $P(5)$.\n", "maths"),
    ("python", "# Given a list of integers, find the number of pairs with sum k.\n", "function"),
    ("python", "# Compute the sum of all primes below n.\n", "function"),
    ("python", "# Find the n-th Fibonacci number.\n\n# fib(5) == 5\n", "function"),
]


@pytest.mark.parametrize(("language", "text", "kind"), IN_CODE)
def test_comments_ask_for_programs_unless_they_clearly_do_not(language: str, text: str, kind: str) -> None:
    assert found(text, language)[0].signature.kind == kind


def test_a_stub_below_a_question_is_still_to_be_written() -> None:
    text = 'def euler() -> int:\n    """Find the remainder when 2^1000 is divided by 7."""\n'
    assert found(text, "python")[0].signature.kind == "function"


def answered(text: str, language: str, derivation: str) -> str:
    document = Document(text, language)
    return splice(text, place(document, found(text, language)[0], derivation))


DERIVATION = "We add: $2 + 3 = 5$.\n\nSo \\boxed{5}.\n\nvibe-lsp: not verified"
PLACES = [
    (
        "markdown",
        "What is $2 + 3$?\n\n## Next\n",
        "What is $2 + 3$?\n\n<!-- vibe-lsp: not verified -->\n\nWe add: $2 + 3 = 5$.\n\nSo $\\boxed{5}$.\n\n"
        "<!-- /vibe-lsp -->\n\n## Next\n",
    ),
    (
        "latex",
        "Compute $2 + 3$.\n",
        "Compute $2 + 3$.\n\n% vibe-lsp: not verified\n\\noindent\\textbf{Solution.}\nWe add: $2 + 3 = 5$.\n\n"
        "So $\\boxed{5}$.\n% /vibe-lsp\n",
    ),
    (
        "python",
        "# Compute $2 + 3$.\n\nx = 1\n",
        "# Compute $2 + 3$.\n# vibe-lsp: not verified\n# Answer: 5\n# /vibe-lsp\n\nx = 1\n",
    ),
    (
        "cpp",
        "/* Compute $2 + 3$. */\n",
        "/* Compute $2 + 3$. */\n// vibe-lsp: not verified\n// Answer: 5\n// /vibe-lsp\n",
    ),
]


@pytest.mark.parametrize(("language", "before", "after"), PLACES)
def test_an_answer_goes_below_and_a_later_one_takes_its_place(language: str, before: str, after: str) -> None:
    assert answered(before, language, DERIVATION) == after
    again = answered(after, language, DERIVATION.replace("5", "6").replace("not verified", "checked"))
    assert again.count("/vibe-lsp") == 1
    assert "6" in again and "5" not in again and "checked" in again


@pytest.mark.parametrize(("language", "before", "after"), PLACES)
def test_our_own_answer_is_no_stated_one_and_the_question_stays_the_same(
    language: str, before: str, after: str
) -> None:
    asked, now = found(before, language)[0], found(after, language)[0]
    assert (now.answer, now.statement, now.has_code) == (None, asked.statement, True)
    assert now.derivation == now.target.region or language != "markdown"
    assert relocate(Document(after, language), asked) == now


def test_line_ends_of_the_file_are_kept() -> None:
    text = "What is $2 + 3$?\r\n"
    assert "\n" not in answered(text, "markdown", DERIVATION).replace("\r\n", "")


def test_an_answer_without_a_box_goes_nowhere() -> None:
    with pytest.raises(AnswerError, match="boxed"):
        answered("What is $2 + 3$?\n", "markdown", "It is 5.")


def test_the_cursor_finds_the_question_and_its_answer_but_nothing_elsewhere() -> None:
    document = Document(NOTES, "markdown")
    assert find_problem(document, Cursor(line=6)).title == "Problem 1"
    assert find_problem(document, Cursor(line=16)).title == "Problem 2"
    with pytest.raises(NoProblemError, match="question in mathematics"):
        find_problem(document, Cursor(line=25))


def test_a_huge_text_is_refused() -> None:
    with pytest.raises(FileTooLargeError):
        found("What is $2+3$?\n" * 100_000)


def test_a_long_list_is_read_once() -> None:
    assert len(found("1. Find $x$.\n" + "2. something else\n" * 3000)) == 1


def test_the_last_closed_box_counts() -> None:
    assert boxed(r"\boxed{1} then \boxed{\frac{1}{2}} and \boxed{3") == r"\frac{1}{2}"


ASKED = [
    r"Find the number of integers $c$ such that $\left||20|x|-x^2|-c\right|=21$ has $12$ distinct real solutions.",
    r"The probability is $\frac mn$, where $m$ and $n$ are relatively prime positive integers. Find $m+n$.",
    "A bag contains 3 red and 5 blue marbles. What is the probability that both are red?",
    "What is the greatest integer less than or equal to (3 + sqrt 5)^3?",
    r"Let $P(x)$ be a polynomial. Determine all possible values of $P(5) \bmod 8$.",
    r"Evaluate \[\sum_{n=1}^{\infty} \frac{1}{n(n+1)}.\]",
    r"For how many positive integers $n \le 100$ is $n^2+n$ divisible by $6$?",
    r"In triangle $ABC$, $AB=13$. The area can be written as $m\sqrt{n}$; what is $m+n$?",
    "If x + y = 10 and xy = 21, what is the value of x^2 + y^2?",
    "How many three-digit numbers have digits that sum to 10?",
    "The sum of three consecutive odd integers is 57. Find the largest of the three.",
    r"Express $0.\overline{27}$ as a common fraction in lowest terms.",
    r"Solve $x^2 - 5x + 6 = 0$.",
    r"Simplify $\sqrt{72} - \sqrt{32}$.",
    r"Problem 7. Find all real $x$ with $2^x + 3^x = 13$.",
    "已知等差数列 $a_1=3$, $d=2$，求 $a_{10}$。",
    "一个袋子里有3个红球和5个白球，从中取2个，两个都是红球的概率是多少？",
]


@pytest.mark.parametrize("text", ASKED)
def test_questions_of_competitions_and_homework_are_found(text: str) -> None:
    (problem,) = found(f"{text}\n")
    assert problem.statement in text and problem.statement.endswith(text[-20:])


def language_of(text: str) -> str:
    return "latex" if text.startswith("\\") else "markdown"


@pytest.mark.parametrize("text", WORD_PROBLEMS, ids=lambda text: text[:30])
def test_word_problems_are_questions_and_whole(text: str) -> None:
    assert [problem.statement for problem in found(text, language_of(text))] == [text.strip()]


@pytest.mark.parametrize("text", NO_QUESTIONS, ids=lambda text: text[:30])
def test_prose_with_numbers_and_questions_is_none(text: str) -> None:
    assert found(text, language_of(text)) == []


@pytest.mark.parametrize("number", [0, 2, 6, 14, 36])
def test_a_word_problem_in_a_comment_is_one_too(number: int) -> None:
    text = WORD_PROBLEMS[number].strip()
    (problem,) = found(f"/* {text} */\n", "cpp")
    assert (problem.signature.kind, problem.statement) == ("maths", text)


def test_numbered_word_problems_are_questions_each() -> None:
    text = "".join(f"{number + 1}. {each}\n" for number, each in enumerate(WORD_PROBLEMS[:6]))
    assert [problem.statement for problem in found(text)] == [each.strip() for each in WORD_PROBLEMS[:6]]
