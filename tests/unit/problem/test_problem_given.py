"""Examples told as `Given … return …`: one that is not certain is none."""

from typing import Any

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

PAIR = ({"nums": [10, 15, 3], "k": 17}, True)
ONE = ({"nums": [3, 6, -2]}, 18)
TOLD = [
    ("For example, given [10, 15, 3] and k of 17, return true since 2.", "nums, k", [PAIR]),
    ("Given the list [10, 15, 3] and the number 17, you should return true.", "nums, k", [PAIR]),
    ("Given nums = [10, 15, 3], k = 17,\n\nBecause 2 + 15 = 17 is the sum,\nreturn true.", "nums, k", [PAIR]),
    ("If our input was [3, 6, -2], the expected output would be 18.", "nums", [ONE]),
    ("For nums = [3, 6, -2], the output should be\nsolution(nums) = 18.", "nums", [ONE]),
    ("For example, given array nums such that:\n nums[0] = 3  nums[1] = 6\n nums[2] = -2\nreturn 18.", "nums", [ONE]),
    ("Given [3, 6, -2] your solution will return 18\nGiven [1] your solution will return 1", "nums",
     [ONE, ({"nums": [1]}, 1)]),
    ("For example, given nums = [3, 6, -2] it should return 18, because. Given nums = [1] it should return 1.",
     "nums", [ONE, ({"nums": [1]}, 1)]),
    ("Given the list [3, 6, -2] or [1], or [2], you should return 18.", "nums",
     [ONE, ({"nums": [1]}, 18), ({"nums": [2]}, 18)]),
    ("Given [3, 6, -2], return 18 numbers.", "nums", []),
    ("Given [3, 6, -2], it is 18 that is the sum.", "nums", []),
    ("Given [3, 6, -2], return 18.", "nums, k", []),
    ("Given x = [3, 6, -2] and k = 2, return 18.", "nums", []),
    ("Given an array and a number, return 18.", "nums", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "params", "wanted"), TOLD)
def test_what_is_given_and_what_is_returned(text: str, params: str, wanted: list[tuple[Any, Any]]) -> None:
    found = find_problems(Document(f'def f({params}):\n    """Do as asked.\n\n{text}\n"""\n    pass\n', "python"))
    assert [(example.inputs, example.expected) for problem in found for example in problem.examples] == wanted


def test_an_argument_that_is_changed_is_judged_too() -> None:
    words = "Your function should return length = 2, with the first two elements of nums being 1 and 2 respectively."
    text = f'def f(nums: list[int]) -> int:\n    """Do as asked.\n\nGiven nums = [1,1,2],\n\n{words}\n"""\n    pass\n'
    (problem,) = find_problems(Document(text, "python"))
    (example,) = problem.examples
    assert (example.mutated, example.expected, example.returned) == ("nums", [1, 2], 2)


def test_a_second_one_that_cannot_be_read_is_counted() -> None:
    words = "For example, given n = 9 the function should return 2. Given n = many the function should return 0."
    text = f'def f(n):\n    """Do as asked.\n\n    {words}\n    """\n    return 2\n'
    (problem,) = find_problems(Document(text, "python"))
    assert (len(problem.examples), problem.unread) == (1, 1)
