"""Lists that sites print with blanks between their items, and outputs that tell what is left of an argument."""

from typing import Any

import pytest

from lsp_server.problem.binding.changed import changed_example
from lsp_server.problem.binding.listed import is_unclear, listed, shows_lists
from lsp_server.problem.languages import language_named


@pytest.mark.parametrize(
    ("language", "kind", "wanted", "items"),
    [
        ("cpp", "vector<int>", "4 0", [4, 0]),
        ("cpp", "std::vector<int>&", "7", [7]),
        ("cpp", "vector<string>", "ABC ACB", ["ABC", "ACB"]),
        ("java", "ArrayList<Integer>", "1 2\n3 4", [1, 2, 3, 4]),
        ("java", "int[]", "4 0\nThe rest is smaller.", [4, 0]),
        ("java", "String[]", "one two", ["one", "two"]),
        ("go", "[]int", "-4 0", [-4, 0]),
        ("rust", "Vec<f64>", "0.5 1", [0.5, 1]),
        ("python", "list", "4 0", [4, 0]),
        ("python", "List[str]", "one", None),
        ("cpp", "vector<vector<int>>", "4 0", None),
        ("cpp", "int", "4 0", None),
        ("cpp", "string", "4 0", None),
        ("java", "ListNode", "4 0", None),
        ("cpp", "vector<int>", "[4, 0]", None),
        ("cpp", "vector<string>", '"one two"', None),
    ],
)
def test_the_type_tells_what_is_a_list(language: str, kind: str, wanted: str, items: list[Any] | None) -> None:
    assert listed(wanted, kind, language_named(language).types) == items


def test_a_number_that_may_stand_for_an_empty_list_is_unclear() -> None:
    assert is_unclear("-1\n", "vector<int>")
    assert not is_unclear("-1", "int")
    assert not is_unclear("-1 2", "vector<int>")


@pytest.mark.parametrize(
    ("prose", "outputs", "shows"),
    [
        ("It takes n and returns an array of the leaders.", ["4 0", "7"], True),
        ("Return the sorted list.", ["4 0"], True),
        ("It returns the length of the longest.", ["4 0"], False),
        ("Return the array as a string of numbers, i.e. return a string.", ["4 0"], False),
        ("It returns an array of the leaders.", ["7"], False),
        ("It returns an array of the leaders.", ["4 0", "none"], False),
    ],
)
def test_words_and_outputs_together_tell_that_a_list_is_returned(prose: str, outputs: list[str], shows: bool) -> None:
    assert shows_lists(prose, outputs) is shows


ONE, TWO = {"nums": [3, 0, 3]}, {"a": [1], "b": [2]}


@pytest.mark.parametrize(
    ("inputs", "wanted", "left"),
    [
        (ONE, "nums = [3,3,0]", ("nums", [3, 3, 0], None)),
        (ONE, "2, nums = [3,3,_]", ("nums", [3, 3], 2)),
        (ONE, "Return 2, and the first 2 elements of the input array should be: [3,3].", ("nums", [3, 3], 2)),
        (
            ONE,
            "return length = 2, with the first two elements of nums being 3 and 5 respectively.",
            ("nums", [3, 5], 2),
        ),
        (
            ONE,
            "Return 3, with the first three elements of `nums` being modified to\n0, 1, and 2.",
            ("nums", [0, 1, 2], 3),
        ),
        (ONE, "Returns 1 and the first character of the given string becomes 7", ("nums", [7], 1)),
        (ONE, "Return 2, and the first 3 elements of the input array should be: [3,3,0].", None),
        (ONE, "Return 2, and the first 2 elements of the input array should be: [3,3", None),
        (ONE, "Return 2.", None),
        (TWO, "Return 1, and the first element of the input array should be: [3].", None),
        (TWO, "Return 1, and the first element of b should be: [3].", ("b", [3], 1)),
    ],
)
def test_what_is_left_of_an_argument(inputs: dict[str, Any], wanted: str, left: tuple[Any, ...] | None) -> None:
    found = changed_example(inputs, wanted)
    assert (found and (found.mutated, found.expected, found.returned)) == left
