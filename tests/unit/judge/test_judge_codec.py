"""Values survive the way into the sandbox and out of it."""

import json
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.runners.inside.codec import Encoder, Opaque, TooLargeError, decode

ROOM = 100_000
HASHABLE = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False)
VALUES = st.recursive(
    HASHABLE | st.complex_numbers(allow_nan=False) | st.sets(HASHABLE, max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(HASHABLE, inner, max_size=3)
    ),
)


def there_and_back(value: Any) -> Any:
    return decode(json.loads(json.dumps(Encoder(ROOM).encode(value))))


@given(VALUES)
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    assert repr(there_and_back(value)) == repr(value) or there_and_back(value) == value


@pytest.mark.parametrize(
    "value",
    [2**53, -(2**53), pytest.param(10**5000, id="huge"), float("inf"), float("-inf"), -0.0, "\ud800", True, 1, b"\x00"],
)
def test_the_type_comes_back_too(value: Any) -> None:
    back = there_and_back(value)
    assert (type(back), back) == (type(value), value)


class Colour(IntEnum):
    RED = 3


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (defaultdict(int, {1: 2}), {1: 2}),
        (OrderedDict(a=1), {"a": 1}),
        (deque([1, 2]), [1, 2]),
        (range(3), [0, 1, 2]),
        ({1: 2}.keys(), [1]),
        ({1: 2}.values(), [2]),
        (iter([1, 2]), [1, 2]),
        (map(str, [1]), ["1"]),
        ((n for n in (1, 2)), [1, 2]),
        (namedtuple("P", "x y")(1, 2), (1, 2)),
        (Colour.RED, 3),
        (bytearray(b"a"), b"a"),
        (frozenset({1}), {1}),
    ],
)
def test_relatives_of_the_built_in_types_become_them(value: Any, plain: Any) -> None:
    back = there_and_back(value)
    assert (type(back), back) == (type(plain), plain)


def test_an_object_becomes_its_description() -> None:
    class Thing:
        def __repr__(self) -> str:
            return "a thing"

    assert there_and_back([Thing()]) == [Opaque("Thing", "a thing")]


def test_a_cycle_is_cut_where_it_closes() -> None:
    value: list[Any] = [1]
    value.append(value)
    assert there_and_back(value) == [1, Opaque("cycle", "...")]


def test_the_same_list_twice_is_no_cycle() -> None:
    inner = [1]
    assert there_and_back([inner, inner]) == [[1], [1]]


@pytest.mark.parametrize("value", ["x" * 200, [0] * 200, 10**400, iter(int, 1), b"x" * 200, range(10**12)])
def test_what_is_larger_than_the_room_is_refused(value: Any) -> None:
    with pytest.raises(TooLargeError):
        Encoder(100).encode(value)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"t": "no"},
        {"t": "int", "v": "x"},
        {"t": "dict", "v": [1]},
        {"t": "set", "v": [[]]},
        {"t": "float", "v": {}},
        {"t": "nodes", "v": 1},
    ],
)
def test_data_that_no_encoder_made_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):
        decode([data])


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["t", "v", "x"]), inner),
    )
)
def test_no_forged_data_raises_anything_else(data: Any) -> None:
    try:
        decode(data)
    except ValueError:
        pass
