"""What goes onto the wire is JSON, whatever a statement held."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.features.plain import as_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=8,
)


@given(VALUES)
def test_any_value_survives_a_strict_parser(value: Any) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    text = json.dumps(as_json(value), allow_nan=False, ensure_ascii=False)
    assert text.encode("utf-8")
    json.loads(text, parse_constant=refuse)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ((1, "a"), [1, "a"]),
        ({3}, [3]),
        ({1: None, "b": True}, {"1": None, "b": True}),
        (float("inf"), "inf"),
        ("\ud800x", "?x"),
        (1.5, 1.5),
        (b"raw", "b'raw'"),
    ],
)
def test_what_json_lacks_is_written_as_python_writes_it(value: Any, plain: Any) -> None:
    assert as_json(value) == plain
