"""The one-line form of values for compiled languages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.runners.wire import encode, in_order, payload
from lsp_server.problem.model import Example
from tests.judging import call, function


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        (None, "n"),
        (True, "t"),
        (False, "f"),
        (-12, "i-12"),
        (2**70, f"i{2**70}"),
        (0.5, "d0.5"),
        (float("inf"), "dinf"),
        ("", "s"),
        ("a b\n\\s", "sa\\sb\\n\\\\s"),
        ([1, [], "x"], "l3 i1 l0 sx"),
        ((1, 2), "l2 i1 i2"),
        ({"a": [None]}, "m1 sa l1 n"),
    ],
)
def test_each_value_is_its_words(value: Any, wire: str) -> None:
    assert encode(value) == wire


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=20)
)
def test_a_value_is_one_line_that_reads_back(value: Any) -> None:
    wire = encode(value)
    assert "\n" not in wire
    words = wire.split(" ")
    assert (_read(words), words) == (value, [])


def _read(words: list[str]) -> Any:
    kind, rest = words[0][0], words.pop(0)[1:]
    if kind == "l":
        return [_read(words) for _ in range(int(rest))]
    text = "".join({"\\s": " ", "\\n": "\n", "\\\\": "\\"}.get(part, part) for part in _letters(rest))
    return {"n": None, "t": True, "f": False}[kind] if kind in "ntf" else int(rest) if kind == "i" else text


def _letters(text: str) -> list[str]:
    letters, at = list[str](), 0
    while at < len(text):
        size = 2 if text[at] == "\\" else 1
        letters.append(text[at : at + size])
        at += size
    return letters


def test_inputs_go_by_position_unless_they_are_exactly_the_parameters() -> None:
    signature = function("f", "a", "b")
    assert list(in_order(signature, {"b": 1, "a": 2}).items()) == [("a", 2), ("b", 1)]
    assert list(in_order(signature, {"x": 1, "a": 2}).items()) == [("x", 1), ("a", 2)]


def test_a_payload_tells_the_room_and_the_place_of_the_changed_argument() -> None:
    told = payload(function("f", "a", "b"), 100)
    assert told(call(0, a=1, b=2)) == "100 -1 v l2 i1 i2"
    assert told(Example(raw="", inputs={"a": 1, "b": [2]}, expected=[], mutated="b")) == "100 1 v l2 i1 l1 i2"


def test_what_is_expected_is_not_told() -> None:
    assert "4711" not in payload(function("f", "a"), 100)(call(4711, a=1))
