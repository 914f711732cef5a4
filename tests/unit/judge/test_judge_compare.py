"""What counts as equal."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.compare import equal, same_text
from lsp_server.judge.runners.inside.codec import Nodes, Opaque
from lsp_server.problem.model import AS_PRINTED

SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3)
)


@given(VALUES)
def test_every_value_equals_itself(value: Any) -> None:
    assert equal(value, value)


@given(st.lists(SCALARS, max_size=8), st.randoms())
def test_any_order_accepts_every_shuffle(values: list[Any], rng: Any) -> None:
    shuffled = values.copy()
    rng.shuffle(shuffled)
    assert equal(values, shuffled, order="any")


@given(st.lists(st.integers(), min_size=1), st.integers())
def test_any_order_rejects_a_changed_item(values: list[int], other: int) -> None:
    changed = [*values[:-1], other]
    assert equal(values, changed, order="any") == (sorted(values) == sorted(changed))


@given(VALUES, VALUES)
def test_equality_has_no_direction_among_values_without_floats(one: Any, other: Any) -> None:
    if not ("." in repr(one) or "." in repr(other) or "e" in repr(one) + repr(other)):
        assert equal(one, other) == equal(other, one)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ([1, 2], (1, 2)),
        (2.0, 2),
        (2, 2.0),
        (0.5, 0.500004),
        (1e9, 1e9 + 1),
        (float("nan"), float("nan")),
        (float("inf"), float("inf")),
        (0.0, -0.0),
        (10**500, 10**500),
        ({1, 2}, {2, 1}),
        ({0.1}, {0.1000001}),
        ({"a": [1.0]}, {"a": [1.0000001]}),
        (None, Nodes("ListNode", [])),
        ([], Nodes("ListNode", [])),
        ([1, 2], Nodes("ListNode", [1, 2])),
        (3, Nodes("TreeNode", [3, 5, 1])),
        ([[1, 2], []], [Nodes("ListNode", [1, 2]), Nodes("ListNode", [])]),
    ],
)
def test_these_are_equal(expected: Any, actual: Any) -> None:
    assert equal(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        (True, 1),
        (1, True),
        (0, False),
        ([True], [1]),
        ("a", "A"),
        ("1", 1),
        ([1], 1),
        (1000000, 1000000.4),
        (0.5, 0.5001),
        (10**500, float("inf")),
        ([1, 2], {1, 2}),
        ([], None),
        (None, []),
        ({}, []),
        ("held", Opaque("Liar", "held")),
        (Opaque("cycle", "..."), Opaque("cycle", "...")),
        ([1, 2], [2, 1]),
        ({1: 2}, {1: 3}),
    ],
)
def test_these_are_not_equal(expected: Any, actual: Any) -> None:
    assert not equal(expected, actual)


def test_groups_may_come_in_any_order_inside_too() -> None:
    expected = [["bat"], ["nat", "tan"], ["ate", "eat", "tea"]]
    assert equal(expected, [["tan", "nat"], ["eat", "tea", "ate"], ["bat"]], order="any")


def test_permutations_keep_the_order_inside() -> None:
    expected = [[1, 2], [2, 1]]
    assert equal(expected, [[2, 1], [1, 2]], order="any")
    assert not equal(expected, [[1, 2], [1, 2]], order="any")


def test_any_order_counts_duplicates() -> None:
    assert not equal([1, 1, 2], [1, 2, 2], order="any")


def test_any_order_holds_for_the_outermost_list_only() -> None:
    assert not equal({"a": [1, 2]}, {"a": [2, 1]}, order="any")


def test_any_order_with_floats_uses_the_tolerance() -> None:
    assert equal([0.1, 0.2], [0.2000001, 0.1000001], order="any")


def test_a_nest_deeper_than_any_result_is_not_equal_and_does_not_overflow() -> None:
    deep: list[Any] = []
    for _ in range(500):
        deep = [deep]
    assert not equal(deep, deep)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("1 2\n", "1 2"),
        ("1 2", "1 2  \n\n"),
        ("0.33333", "0.333333333"),
        ("a\n\nb", "a\n\nb"),
        ("YES 0.5", "YES 0.500001"),
        ("1\r\n2\r\n", "1\n2\n"),
    ],
)
def test_texts_agree(expected: str, actual: str) -> None:
    assert same_text(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("1 2", "12"),
        ("a\nb", "a b"),
        ("10", "10.00001"),
        ("10", "11"),
        ("Yes", "yes"),
        ("0.5", "0.6"),
        ("a", "a\nb"),
        ("1  2", "2 1"),
    ],
)
def test_texts_differ(expected: str, actual: str) -> None:
    assert not same_text(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual", "right"),
    [("90", "90.0", True), ("90", "90.05", True), ("90", "90.2", False), ("90", "91", False), ("90.0", "90", True)],
)
def test_a_stated_tolerance_counts_where_the_sample_is_a_whole_number(expected: str, actual: str, right: bool) -> None:
    assert same_text(expected, actual, 1e-3) is right


@pytest.mark.parametrize(
    ("order", "expected", "actual", "same"),
    [
        ("any", [[1, 2], [3]], [[3], [1, 2]], True),
        ("any_inner", [[1, 2], [3]], [[2, 1], [3]], True),
        ("any_inner", [[1, 2], [3]], [[3], [2, 1]], False),
        ("any_inner", [[1, 2], [1, 2]], [[2, 1], [1, 1]], False),
        ("any_inner", [1, 2], [2, 1], False),
        ("any_inner", ["ab", [1.0, 2]], ["ab", [2, 1.000001]], True),
        ("any_both", [[1, 2], [3], [1, 2]], [[2, 1], [3], [1, 2]], True),
        ("any_both", [[1, 2], [3]], [[3], [2, 1]], True),
        ("any_both", [[1, 2], [3]], [[3], [2, 2]], False),
        ("any_both", [[1, 2], [2, 1]], [[1, 2], [1, 3]], False),
        ("any_both", [[[1], [2]], [[3]]], [[[3]], [[2], [1]]], True),
        ("any_both", [1, 2, 2], [2, 1, 2], True),
        ("any_both", [1, 2, 2], [2, 1, 1], False),
        ("exact", [[1, 2], [3]], [[3], [1, 2]], False),
    ],
)
def test_what_an_order_leaves_open(order: Any, expected: Any, actual: Any, same: bool) -> None:
    assert equal(expected, actual, order=order) is same


@given(st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=5), st.randoms())
def test_any_both_accepts_every_shuffle_of_lists_and_of_what_is_in_them(rows: list[list[int]], rng: Any) -> None:
    shuffled = [rng.sample(row, len(row)) for row in rows]
    assert equal(rows, shuffled, order="any_inner")
    rng.shuffle(shuffled)
    assert equal(rows, shuffled, order="any_both")


@pytest.mark.parametrize(
    ("order", "expected", "actual", "same"),
    [
        ("exact", "1 2\n3\n", "1 2  \r\n3\n\n", True),
        ("exact", "1 2\n3", "3\n1 2", False),
        ("any", "1 2\n3", "3\n1 2", True),
        ("any", "2\n1 2 3", "2\n3 1 2", True),
        ("any", "2\n1 2 3", "2\n3 1 1", False),
        ("any_inner", "1 2\n3 4", "2 1\n4 3", True),
        ("any_inner", "1 2\n3 4", "4 3\n2 1", False),
        ("any_both", "1 2\n3 4", "4 3\n2 1", True),
        ("any_both", "1 2\n3 4", "4 3\n2 2", False),
    ],
)
def test_what_an_order_leaves_open_in_texts(order: Any, expected: str, actual: str, same: bool) -> None:
    assert same_text(expected, actual, order=order) is same


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        ("0.5", "0.500001", True),
        ("1e-7", "0.0000001", True),
        ("2E3", "2000.0", True),
        (".5", "0.5", True),
        ("nan", "NaN", True),
        ("inf", "Infinity", True),
        ("5", "5.0", False),
        ("123456789012345678901234567890", "123456789012345678901234567891", False),
        ("1234567890123456789012345.5", "1234567890123456789012345.5", True),
        ("1e", "1e0", False),
        ("v1.0", "v1.00", False),
    ],
)
def test_which_words_are_fractions(expected: str, actual: str, same: bool) -> None:
    assert same_text(expected, actual) is same


STAIRS = "   #\n  ##\n ###\n####"


@pytest.mark.parametrize(
    ("expected", "actual", "right"),
    [
        (STAIRS, STAIRS, True),
        (STAIRS, "   #  \n  ##\n ###\n####\n", True),
        (STAIRS, "#\n##\n###\n####", False),
        ("  1\n 1 1\n1 2 1", "1\n1 1\n1 2 1", False),
        ("  1\n 1 1\n1 2 1", "  1\n 1 1\n1 2 1", True),
        ("3\n  1 2", "3\n1 2", True),
        ("  3\n  1 2", "3\n1  2", True),
    ],
    ids=["drawn", "ends", "left", "numbers-left", "numbers", "careless", "indented"],
)
def test_the_spaces_of_a_drawing_count(expected: str, actual: str, right: bool) -> None:
    """A right-aligned staircase is not one at the margin; a sample that was pasted a little askew is none."""
    assert same_text(expected, actual) is right


@pytest.mark.parametrize(
    ("actual", "same"), [("6.43182", True), ("6.431818", True), ("6.4318", False), ("6.43183", False), ("inf", False)]
)
def test_what_is_printed_with_the_decimals_that_are_asked_for(actual: str, same: bool) -> None:
    assert same_text("MEDIA = 6.43182", f"MEDIA = {actual}", AS_PRINTED) is same


def test_parts_that_have_a_direction_keep_it_in_a_list_of_any_order() -> None:
    paths = [[0, 1, 3], [0, 2, 3]]
    assert equal(paths, paths[::-1], "any_outer")
    assert equal(paths, [path[::-1] for path in paths], "any")
    assert not equal(paths, [path[::-1] for path in paths], "any_outer")
    assert same_text("1 2\n3 4", "3 4\n1 2", order="any_outer")
    assert not same_text("1 2\n3 4", "2 1\n4 3", order="any_outer")
