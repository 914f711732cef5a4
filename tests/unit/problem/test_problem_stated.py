"""Examples that a sentence states with a verb, as Daily Coding Problem and Codewars word them."""

from typing import Any

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

STATED: list[tuple[str, list[tuple[Any, Any]]]] = [
    ("For example, the input [3, 4] should give 2. The input [1, 2] should give 3.", [([3, 4], 2), ([1, 2], 3)]),
    ("For example, [2, 4, 6] should return 13, since we pick 6. [5, 1] should return 10, since 5 + 5 is it.",
     [([2, 4, 6], 13), ([5, 1], 10)]),
    ("For example, when an array is passed like [19, 5], the output should be 7.\n\n[10, 3] should return 3.",
     [([19, 5], 7), ([10, 3], 3)]),
    ("For example, the message '111' would give 3, since it could be read in three ways.", [("111", 3)]),
    ("For the string `\"race\"`, your function should return `\"ecarace\"`.", [("race", "ecarace")]),
    ("If the array [1,\n 2, 2] is given, it must return\n[1, 2] because they differ.", []),
    ("The list [1,\n2] should return\n[2, 1].\nNothing else.", [([1, 2], [2, 1])]),
    ("Given the input [1, 2], return 3. The input [4] should return 5.", [([1, 2], 3), ([4], 5)]),
    ("The input [1] should return 3 numbers.", []),
    ("The input [1] should return 3 and 4.", []),
    ("The array [1] becomes [2], and then [3] gives 4.", []),
    ("There are 7 of them, and 3 should be 4 times as many.", []),
]  # fmt: skip


def problem_of(text: str, params: str = "x") -> list[Any]:
    return find_problems(
        Document(f'def f({params}):\n    """Return what is asked.\n\n{text}\n"""\n    return 2\n', "python")
    )


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_what_a_sentence_states_is_an_example_of_one_parameter(text: str, wanted: list[tuple[Any, Any]]) -> None:
    examples = [example for problem in problem_of(text) for example in problem.examples]
    assert [((example.inputs or {})["x"], example.expected) for example in examples] == wanted
    assert not [each for problem in problem_of(text, "x, y") for each in problem.examples]


def test_several_values_are_those_of_several_parameters() -> None:
    (problem,) = problem_of("The numbers 3 and 4 should give 7. For the input [1], 2 you should return 5.", "x, y")
    assert [example.inputs for example in problem.examples] == [{"x": 3, "y": 4}, {"x": [1], "y": 2}]


def test_one_that_cannot_be_read_is_counted_beside_others() -> None:
    (problem,) = problem_of("The input [3, 4] should give 2. The input [] should give the smallest number.")
    assert (len(problem.examples), problem.unread) == (1, 1)
