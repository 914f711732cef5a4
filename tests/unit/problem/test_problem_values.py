"""Literals: what is read, what is refused, and that nothing but ValueError ever comes out."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.problem.literals import written
from lsp_server.problem.model import Code
from lsp_server.problem.values import MOST_DEPTH, parse_assignments, parse_named, parse_prefix, parse_value

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | text
json_values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4), max_leaves=12
)
hashables = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6)
python_values = st.recursive(
    scalars | hashables,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(hashables, inner, max_size=4)
        | st.sets(hashables, max_size=4)
    ),
    max_leaves=12,
)


@given(python_values)
def test_what_python_prints_is_read_back(value: Any) -> None:
    assert parse_value(repr(value)) == value


@given(json_values)
def test_what_json_writes_is_read_back(value: Any) -> None:
    assert parse_value(json.dumps(value)) == value
    assert parse_value(json.dumps(value, ensure_ascii=False, indent=2)) == value


@given(st.text() | st.text("[](){},:'\"\\=0123456789.eE-_ntfNTF \n"))
def test_random_text_is_a_value_or_a_value_error(text: str) -> None:
    for parse in (parse_value, parse_prefix, parse_named):
        try:
            parse(text)
        except ValueError:
            continue
    parse_assignments(text)
    parse_assignments(text, bare=True)


@given(st.lists(python_values, min_size=2, max_size=4))
def test_listed_values_are_split_at_their_own_level(values: list[Any]) -> None:
    assert parse_assignments(", ".join(map(repr, values))) == values
    assert parse_assignments("\n".join(map(repr, values))) == values


@given(st.dictionaries(st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True), python_values, min_size=1, max_size=4))
def test_assignments_are_read_by_name(values: dict[str, Any]) -> None:
    assert parse_assignments(", ".join(f"{name} = {value!r}" for name, value in values.items())) == values


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("[1, null, -0.5, .5, 1e5]", [1, None, -0.5, 0.5, 1e5]),
        ("[true, FALSE, None]", [True, False, None]),
        ("−5", -5),
        ("0x1F", 31),
        ("1_000", 1000),
        ("(1)", 1),
        ("(1,)", (1,)),
        ("()", ()),
        ("{}", {}),
        ("set()", set[int]()),
        ("set([1, 2])", {1, 2}),
        ("{1, 2}", {1, 2}),
        ("{1: 'a', 'b': [2]}", {1: "a", "b": [2]}),
        ("float('inf')", math.inf),
        ("-Infinity", -math.inf),
        ("“curly”", "curly"),
        ('"""three"""', "three"),
        (r"'a\tb\x41\u00e9\N{BULLET}\101'", "a\tbAé•A"),
        (r"r'\n'", "\\n"),
        (r'"\ud83d\ude00"', "😀"),
        (r"'\q'", "\\q"),
        ("[1, 2, ]", [1, 2]),
    ],
)
def test_forms_of_literals(source: str, value: Any) -> None:
    found = parse_value(source)
    assert found == value
    assert type(found) is type(value)


def test_nan_is_read() -> None:
    assert math.isnan(parse_value("nan"))


@pytest.mark.parametrize(
    "source",
    [
        "", "[1", "1 2", "abc", "[1, 2, ...]", "007", "{[1]: 2}", "{1, 2: 3}", "'open", "'a\nb'", "f(2)", "--1",
        r"'\ud800'", r"'\U00110000'", r"'\N{NO SUCH CHARACTER}'", "set(1)", "float('x')", "9" * 5000,
        "2 + 2", "__import__('os')",
    ],
)  # fmt: skip
def test_other_text_is_refused(source: str) -> None:
    with pytest.raises(ValueError):
        parse_value(source)


def test_unquoted_words_are_read_only_when_told() -> None:
    assert parse_value("[2, _, abc]", bare=True) == [2, "_", "abc"]
    assert parse_assignments("s = abc, t = 4") is None
    assert parse_assignments("s = abc, t = 4", bare=True) == {"s": "abc", "t": 4}


def test_full_stop_behind_a_number_is_the_sentences() -> None:
    assert parse_prefix("4. Then") == (4, 1)
    assert parse_value("[4., 5.]") == [4.0, 5.0]


def test_named_values_end_before_other_text() -> None:
    assert parse_named("a = 1, b = [2] and the rest") == ({"a": 1, "b": [2]}, len("a = 1, b = [2]"))


def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack() -> None:
    assert parse_value("[" * MOST_DEPTH + "]" * MOST_DEPTH)
    for source in ("[" * 100_000, "(" * 5000 + ")" * 5000, "{1:" * 3000, "[set(" * 3000):
        with pytest.raises(ValueError):
            parse_value(source)


def test_long_text_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than"):
        parse_value("[" + "1," * 200_000 + "]")


def test_code_is_written_as_it_stands_and_text_in_quotes() -> None:
    value = [Code("(x) => x + 1"), "x", {"f": Code("f"), 1: None}]
    assert written(value, "javascript") == '[(x) => x + 1, "x", {"f": f, "1": null}]'
