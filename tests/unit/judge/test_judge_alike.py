"""Inputs like those of the examples stay in the bounds that the examples and the statement show."""

from collections.abc import Callable
from typing import Any

import pytest

from lsp_server.judge.inputs.alike import alike
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document


def inputs_of(params: str, *calls: str, more: str = "") -> list[Any]:
    shown = "\n\n    ".join(f">>> f({call})\n    0" for call in calls)
    text = f'def f({params}):\n    """Count what is asked for.{more}\n\n    {shown}\n    """\n'
    return [inputs for problem in find_problems(Document(text, "python")) for inputs in alike(problem)]


def widths(rows: list[list[int]]) -> set[int]:
    return set(map(len, rows))


@pytest.mark.parametrize(
    ("params", "call", "holds"),
    [
        ("n: int", "7", lambda n: 1 <= n <= 31),
        ("n: int", "0", lambda n: 0 <= n <= 10),
        ("n: int", "-2", lambda n: -16 <= n <= 16),
        ("x: float", "1.5", lambda x: isinstance(x, float) and x > 0),
        ("s: str", "'ab c'", lambda s: s and set(s) <= set("abcdefghijklmnopqrstuvwxyz ")),
        ("xs: list[int]", "[3, 1, 3]", lambda xs: xs and min(xs) >= 1),
        ("xs: list[int]", "[1, 2, 3]", lambda xs: xs == sorted(set(xs))),
        ("words: list[str]", "['+', '4', 'take']", lambda words: set(words) <= {"+", "4", "take"}),
        ("rows: List[List[int]]", "[[0, 1], [2, 3], [1, 3]]", lambda r: max(map(max, r)) <= 3 and widths(r) == {2}),
        ("grid: List[List[int]]", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]", lambda r: len(r) == 3 and widths(r) == {3}),
        ("grid", "[[1, 2, 3], [4, 5, 6]]", lambda rows: widths(rows) == {3}),
        ("pair: tuple[int, str]", "(1, 'a')", lambda pair: pair[0] >= 1 and pair[1].islower()),
        ("ages: dict[str, int]", "{'ann': 3}", lambda ages: all(k.islower() and v >= 1 for k, v in ages.items())),
    ],
)  # fmt: skip
def test_values_are_of_the_kind_that_is_shown(params: str, call: str, holds: Callable[[Any], bool]) -> None:
    found = [next(iter(inputs.values())) for inputs in inputs_of(params, call)]
    assert len(found) > 1
    assert [value for value in found if not holds(value)] == []


def test_two_texts_have_to_do_with_each_other() -> None:
    found = inputs_of("text: str, sub: str", "'accccc', 'l'")
    assert any(each["text"].startswith(each["sub"]) and not each["text"].endswith(each["sub"]) for each in found)


def test_of_two_lists_what_one_shows_goes_for_the_other() -> None:
    found = inputs_of("a: list[int], b: list[int], k: int", "[-3, 4], [2], 1")
    assert min(min(each["b"]) for each in found) < 0 < min(each["k"] for each in found)


def test_what_the_statement_promises_holds_too() -> None:
    found = inputs_of("n: int", "7", more="\n\n    Constraints:\n    - 1 <= n <= 9")
    assert found and max(each["n"] for each in found) <= 9


def test_they_are_the_same_every_time_and_the_plainest_come_first() -> None:
    once, again = (inputs_of("xs: list[int], k: int", "[3, 1, 2], 2") for _ in range(2))
    assert once == again
    assert len(repr(once[0])) <= len(repr(once[-1]))


@pytest.mark.parametrize(
    ("params", "calls"),
    [
        ("root: Optional[TreeNode]", ["[1, None, 2]"]),
        ("thing", ["object()"]),
        ("thing", ["1", "'a'"]),
        ("nested", ["[1, [2, [3]]]"]),
        ("n: int", []),
    ],
)
def test_there_are_none_where_the_examples_do_not_tell(params: str, calls: list[str]) -> None:
    assert inputs_of(params, *calls) == []
