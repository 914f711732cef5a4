"""Inputs for comparing two versions: what types, constraints and code say, and how a counterexample gets smaller."""

from string import ascii_lowercase
from typing import Any

import pytest

from lsp_server.judge.inputs.constants import Constants, constants_of
from lsp_server.judge.inputs.constraints import constrained, number
from lsp_server.judge.inputs.draw import Domain, large, small
from lsp_server.judge.inputs.shapes import INT, STR, Shape, shape_of, shape_of_values
from lsp_server.judge.inputs.shrink import simpler, weight
from lsp_server.judge.inputs.values import edges

LIST = Shape("list", (INT,))


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        ("int", "int"),
        ("List[int]", "list"),
        ("list[list[str]]", "list"),
        ("typing.Sequence[float]", "list"),
        ("dict[str, int]", "dict"),
        ("Optional[str]", "either"),
        ("int | None", "either"),
        ("Optional[ListNode]", "list"),
        ("Tuple[int, ...]", "tuple"),
        ("Literal['a', 'b']", "only"),
        ("'list[int]'", "list"),
    ],
)
def test_an_annotation_tells_the_shape(annotation: str, kind: str) -> None:
    found = shape_of(annotation)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize("annotation", ["", "list", "MyClass", "Callable[[int], int]", "list[MyClass]", "1 +"])
def test_an_annotation_that_says_too_little_tells_none(annotation: str) -> None:
    assert shape_of(annotation) is None


def test_values_tell_a_common_shape() -> None:
    assert shape_of_values([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]) == Shape("list", (Shape("list", (INT,)),), even=True)
    assert shape_of_values([1, 2.5]) == Shape("float")
    assert shape_of_values([1, "a"]) is None


def test_lists_of_any_depth_hold_numbers_or_lists() -> None:
    inner = Shape("list", (Shape("either", (INT, Shape("list", (INT,)))),))
    nested = Shape("list", (Shape("either", (INT, inner)),))
    assert shape_of_values([[1, [2, [3]]]]) == nested
    assert shape_of_values([[1, [2, [3]]], [1, 2]]) == shape_of_values([[1, 2], [1, [2, [3]]]]) == nested
    values = edges(nested, Constants())
    assert any(isinstance(item, list) for value in values for item in value)
    assert any(isinstance(item, int) for value in values for item in value)


def test_constants_are_worked_out_without_running_anything() -> None:
    code = "def f(x):\n    '''At most 31.'''\n    return x == 10**5 or x == ord('a') or -7 * 11 == x or len(x) == 977"
    found = constants_of(code)
    assert {100_000, 99_999, 100_001, 97, -77, 977} <= set(found.ints)
    assert 31 not in found.ints
    assert constants_of("x == 'ab'").texts == ("ab",)


def test_constraints_bound_numbers_and_lengths() -> None:
    lines = ["1 <= nums.length <= 10^4", "-10^9 <= nums[i] <= 10^9", "`nums` is sorted in ascending order.", "n >= 3"]
    shapes, believed = constrained({"nums": LIST, "n": INT}, lines)
    nums = shapes["nums"]
    assert (nums.least, nums.most, nums.item.low, nums.item.high) == (1, 10_000, -(10**9), 10**9)
    assert nums.ordered and shapes["n"].low == 3
    assert len(believed) == 4


def test_what_is_said_of_the_result_binds_no_input() -> None:
    for prose in ("Return the list of distinct values.", "Return a sorted list of the numbers.", "Sort nums."):
        shapes, believed = constrained({"nums": LIST}, [], prose)
        assert shapes == {"nums": LIST} and not believed
    shapes, _ = constrained({"nums": LIST}, [], "Given a sorted list nums, return the first value.")
    assert shapes["nums"].ordered


@pytest.mark.parametrize(
    ("text", "value"), [("10^4", 10**4), ("2^31 - 1", 2**31 - 1), ("5 * 10^4", 50_000), ("x", None)]
)
def test_numbers_as_statements_write_them(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.timeout(300)
def test_inputs_hold_the_awkward_cases_and_keep_promises() -> None:
    plain = [inputs["nums"] for inputs in small(Domain({"nums": LIST}, constants_of("x == 4711")))]
    assert [] in plain and [4711] in plain and any(len(set(each)) < len(each) for each in plain)
    assert any(min(each, default=0) < 0 for each in plain) and max(map(len, plain)) > 20
    shapes, _ = constrained({"nums": LIST, "s": STR}, ["1 <= len(nums) <= 5", "nums is sorted", "s is lowercase"])
    for inputs in small(Domain(shapes)):
        assert 1 <= len(inputs["nums"]) <= 5 and inputs["nums"] == sorted(inputs["nums"])
        assert set(inputs["s"]) <= set(ascii_lowercase)


def test_inputs_hold_numbers_and_characters_that_a_careless_rewrite_gets_wrong() -> None:
    """`int(n ** 0.5)` of a number below a large square, sums in fractions, characters of two code points."""
    assert {10**16 - 1, 2**53 + 1} <= {inputs["n"] for inputs in small(Domain({"n": INT}))}
    lists = [inputs["nums"] for inputs in small(Domain({"nums": LIST}))]
    assert any(min(each, default=0) > 2**53 and len(set(each)) < len(each) for each in lists)
    assert {"e\u0301e", "\U0001f600a", "ß"} <= {inputs["s"] for inputs in small(Domain({"s": STR}))}


@pytest.mark.timeout(300)  # Hypothesis draws hundreds of inputs, twice
def test_inputs_are_the_same_in_every_run() -> None:
    domain = Domain({"nums": LIST, "k": INT})
    assert small(domain) == small(domain) and large(domain, 50) == large(domain, 50)


@pytest.mark.parametrize("shape", [LIST, STR, Shape("tree", (INT,)), Shape("dict", (STR, INT)), Shape("set", (INT,))])
def test_large_inputs_have_the_size_that_was_asked_for(shape: Shape) -> None:
    sizes = [len(inputs["x"]) for inputs in large(Domain({"x": shape}), 100)]
    assert max(sizes) == 100


def test_large_numbers_are_also_tried_as_primes() -> None:
    assert {"n": 4093} in large(Domain({"n": INT}), 4096) and {"n": 4096} in large(Domain({"n": INT}), 4096)


def _least(inputs: Any, shapes: Any, fails: Any) -> Any:
    while smaller := next((each for each in simpler(inputs, shapes) if fails(each)), None):
        assert sum(map(weight, smaller.values())) < sum(map(weight, inputs.values()))
        inputs = smaller
    return inputs


def test_a_counterexample_shrinks_to_the_least_that_still_shows_it() -> None:
    start = {"nums": [9, -4, 120, 7, 7, 55], "k": 31}
    found = _least(start, {"nums": LIST, "k": INT}, lambda each: len(set(each["nums"])) < len(each["nums"]))
    assert found == {"nums": [0, 0], "k": 0}
    text = _least({"s": "hello world"}, {"s": STR}, lambda each: " " in each["s"])
    assert text == {"s": " "}
