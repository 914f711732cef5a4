"""Other answers that an explanation calls right belong to its example; what is only called valid does not."""

import pytest

from lsp_server.problem.examples.alternatives import alternatives
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Example
from lsp_server.problem.syntax import Document

NAMED = [
    ('"aba" is also a valid answer.', ('"aba"',)),
    ("There were 9 of them, so the output 0 9 0 is also correct.", ("0 9 0",)),
    ("[1,2] and [2,1] are also accepted.", ("[1,2]", "[2,1]")),
    ("Another possible answer is [[1,2],[3]].", ("[[1,2],[3]]",)),
    ("Note that there are other valid answers as [8, 3] that can be accepted.", ("[8, 3]",)),
    ("`0 9 0` を出力しても正解です", ("0 9 0",)),
    ("[3,1] 也是一个正确答案", ("[3,1]",)),
]
NOT_NAMED = [
    "2 is also a valid index.",
    'The string "ab" is also valid.',
    '"ab" is also a valid answer, but it is not the longest.',
    "There are also other possible answers.",
]
STATEMENT = """Example 1:
Input: n = 2
Output: [1,2]
Explanation: [2,1] is also a valid answer.

Example 2:
Input: n = 1
Output: [1]

Constraints:
[3] is also a valid answer.
"""


def examples(text: str, below: str) -> tuple[Example, ...]:
    (problem,) = find_problems(Document(f'"""\nFind one.\n\n{text}"""\n{below}\n', "python"))
    return problem.examples


@pytest.mark.parametrize(("text", "wanted"), NAMED)
def test_answers_that_are_called_right_are_found(text: str, wanted: tuple[str, ...]) -> None:
    assert alternatives(text) == wanted


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_is_called_valid_and_no_answer_is_left_alone(text: str) -> None:
    assert alternatives(text) == ()


def test_an_answer_belongs_to_the_example_above_it() -> None:
    one, other = examples(STATEMENT, "def f(n):\n    return [2, 1]")
    assert (one.expected, one.also, other.expected, other.also) == ([1, 2], ([2, 1],), [1], ())


def test_an_answer_of_a_program_is_text() -> None:
    text = "Sample Input 1\n9\nSample Output 1\n4 0\nThe output 0 9 is also correct.\n"
    (example,) = examples(text, "print(input())")
    assert (example.expected, example.also) == ("4 0\n", ("0 9\n",))


def test_an_output_may_show_two_answers() -> None:
    (example,) = examples("Example 1:\nInput: n = 2\nOutput: [0,1] or [1,0]\n", "def f(n):\n    return [1, 0]")
    assert (example.expected, example.also) == ([0, 1], ([1, 0],))
