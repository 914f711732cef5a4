"""The example of a puzzle: one block of input, and one number that is said to come out of it."""

import pytest

from lsp_server.problem.examples.puzzle import find_puzzle

BLOCK = "3\n4\n\n9"
TOLD = [
    f"For example, suppose you had this report:\n\n{BLOCK}\n\nIt has 3 lines. In this example, 9 is the largest.",
    f"Your list might look like this:\n\n{BLOCK}\n\nThe first is 3. (Multiplying these together produces 9.)",
    f"For example:\n\n{BLOCK}\n\nIn the example above, it goes like this:\n\n3 (low)\n\nIn this example, it is 9.",
]
NOT_TOLD = [
    f"For example:\n\n{BLOCK}\n\nThe largest is 9.",
    f"For example:\n\n{BLOCK}\n\nIn this example, 9 is larger than 4.",
    f"For example:\n\n{BLOCK}\n\nIn this example, it is 9. In this example, it is 4.",
    f"For example:\n\n{BLOCK}\n\nIn this example, 9 it is.\n\nFor example:\n\n3\n\nIt is good.",
    "For example:\n\nThe first of all of them is here.\n\nIn this example, it is 9.",
]


@pytest.mark.parametrize("text", TOLD)
def test_one_number_comes_out_of_one_block(text: str) -> None:
    (example,) = find_puzzle(text.split("\n"))
    assert (example.given, example.wanted) == (BLOCK, "9")


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nothing_is_chosen_among_several_blocks_or_numbers(text: str) -> None:
    assert find_puzzle(text.split("\n")) == []
