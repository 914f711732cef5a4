"""Standard input as the arguments of the function that a program is written around."""

import pytest

from lsp_server.problem.binding.lines import by_types
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Parameter, Value

TYPES = language_named("python").types
NUMBERS, TEXTS, MATRIX = "List[int]", "List[str]", "List[List[int]]"


@pytest.mark.parametrize(
    ("given", "params", "values"),
    [
        ("6\n5 4 4 2 2 8", {"arr": NUMBERS}, {"arr": [5, 4, 4, 2, 2, 8]}),
        ("4\n73\n67\n38\n33", {"grades": NUMBERS}, {"grades": [73, 67, 38, 33]}),
        ("3 2\n1 2 3", {"arr": NUMBERS, "k": "int"}, {"arr": [1, 2, 3], "k": 2}),
        ("3 1\n1 2 3", {"arr": NUMBERS, "n": "int", "k": "int"}, {"arr": [1, 2, 3], "n": 3, "k": 1}),
        ("2 3\n1 2 3\n4 5 6", {"grid": MATRIX}, {"grid": [[1, 2, 3], [4, 5, 6]]}),
        ("7 11\n3 2\n-2 2 1\n5 -6", {"s": "int", "t": "int", "a": NUMBERS, "b": NUMBERS},
         {"s": 7, "t": 11, "a": [-2, 2, 1], "b": [5, -6]}),
        ("two words", {"text": "str"}, {"text": "two words"}),
        ("1abc2\npqr", {"lines": TEXTS}, {"lines": ["1abc2", "pqr"]}),
    ],
)  # fmt: skip
def test_sizes_and_lists_are_told_apart(given: str, params: dict[str, str], values: dict[str, Value]) -> None:
    assert by_types(given, [Parameter(name=name, type=kind) for name, kind in params.items()], TYPES) == values


@pytest.mark.parametrize(
    ("given", "params"),
    [
        ("5\n1 2 3", {"arr": NUMBERS}),  # the size is another
        ("1 2\n3", {"arr": ""}),  # of a kind that nobody knows
        ("1 2 3", {"a": "int", "b": "int"}),  # a number is left
        ("7 11\n2 1\n-2 2\n5", {"s": "int", "t": "int", "a": NUMBERS, "b": NUMBERS}),  # is `7 11` a list?
    ],
)
def test_what_can_be_read_in_no_way_or_in_several_is_not_read(given: str, params: dict[str, str]) -> None:
    assert by_types(given, [Parameter(name=name, type=kind) for name, kind in params.items()], TYPES) is None
