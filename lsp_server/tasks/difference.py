"""In what way a value is not the expected one, in a sentence for people. Needs no model, and does not decide whether
it is wrong: the judge has.

Texts that are no literals, or were cut because they are long, are compared as lines of text.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from lsp_server.problem.values import parse_value

_KINDS: Mapping[type, str] = {
    bool: "a truth value",
    int: "a whole number",
    float: "a number with a fraction",
    str: "a string",
    list: "a list",
    dict: "a dictionary",
    set: "a set",
    type(None): "nothing",
}


def difference(expected: str, actual: str) -> str:
    """One sentence, "" where there is nothing to say that the two texts do not show themselves."""
    try:
        one, other = parse_value(expected), parse_value(actual)
    except ValueError:
        return _lines(expected, actual)
    return _between(one, other, "The result")


def _between(expected: Any, actual: Any, what: str) -> str:
    """`what` names the value in a sentence: the result, or an item of it."""
    numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (expected, actual))
    if numbers:
        return _numbers(expected, actual, what)
    if type(expected) is not type(actual):
        return _kinds(expected, actual, what)
    compare = _COMPARE.get(_kind(expected))
    return compare(expected, actual, what) if compare else ""


def _kinds(expected: Any, actual: Any, what: str) -> str:
    if actual is None:
        return f"{what} is nothing at all: a path through the code ends without a `return`."
    wanted, got = (_KINDS.get(_kind(each), "another kind of value") for each in (expected, actual))
    return f"{what} is {got} where {wanted} is expected."


def _kind(value: object) -> type:
    return type(value)


def _numbers(expected: float, actual: float, what: str) -> str:
    by = actual - expected
    if actual == -expected:
        return f"{what} has the wrong sign."
    size = f"{abs(by):.6g}" if isinstance(by, float) else str(abs(by))
    return f"{what} is {size} too {'large' if by > 0 else 'small'}."


def _truths(_: bool, actual: bool, what: str) -> str:
    return f"{what} is the opposite of what is expected."


def _strings(expected: str, actual: str, what: str) -> str:
    if expected.casefold() == actual.casefold():
        return f"{what} differs in capital and small letters only."
    if "".join(expected.split()) == "".join(actual.split()):
        return f"{what} differs in spaces and line breaks only."
    return _sequences(expected, actual, what, "character")


def _lists(expected: list[Any], actual: list[Any], what: str) -> str:
    if Counter(map(repr, expected)) == Counter(map(repr, actual)):
        backwards = actual == expected[::-1]
        return f"{what} has the right items {'in reverse order' if backwards else 'in another order'}."
    return _sequences(expected, actual, what, "item")


def _sequences(expected: Any, actual: Any, what: str, part: str) -> str:
    """The length first, then the first place that differs."""
    pairs = enumerate(zip(expected, actual, strict=False))
    place = next((at for at, (one, other) in pairs if one != other), None)
    lengths = ""
    if len(expected) != len(actual):
        lengths = f"{what} has {_counted(len(actual), part)} instead of {len(expected)}"
    if place is None:
        tail = "the last ones are missing" if len(actual) < len(expected) else "those at the end are too many"
        return f"{lengths}: {tail}."
    where = f"the first to differ is number {place + 1}"
    inner = _between(expected[place], actual[place], "It") if part == "item" else ""
    begin = f"{lengths}; {where}." if lengths else f"Of {what[0].lower()}{what[1:]} {where}."
    return f"{begin} {inner}".rstrip()


def _dicts(expected: dict[Any, Any], actual: dict[Any, Any], what: str) -> str:
    parts = [
        _named("misses the key", [key for key in expected if key not in actual]),
        _named("has an extra key", [key for key in actual if key not in expected]),
        _named("differs at the key", [key for key in expected if key in actual and expected[key] != actual[key]]),
    ]
    told = ", ".join(part for part in parts if part)
    return f"{what} {told}." if told else ""


def _sets(expected: set[Any], actual: set[Any], what: str) -> str:
    parts = [_named("misses", list(expected - actual)), _named("has besides", list(actual - expected))]
    return f"{what} {', '.join(part for part in parts if part)}."


def _named(words: str, found: list[Any]) -> str:
    shown = ", ".join(f"`{each!r}`" for each in sorted(found, key=repr)[:3])
    return f"{words} {shown}{' …' * (len(found) > 3)}" if found else ""


def _lines(expected: str, actual: str) -> str:
    """Of printed text: the first line that differs."""
    ones, others = ([line.rstrip() for line in text.strip().splitlines()] for text in (expected, actual))
    if not others:
        return "Nothing was printed."
    if max(len(ones), len(others)) < 2:
        return ""
    place = next((at for at, (one, other) in enumerate(zip(ones, others, strict=False)) if one != other), None)
    if place is not None:
        return f"Line {place + 1} is the first to differ: `{others[place]}` where `{ones[place]}` is expected."
    return "" if len(ones) == len(others) else f"It printed {_counted(len(others), 'line')} instead of {len(ones)}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


_COMPARE: Mapping[type, Callable[[Any, Any, str], str]] = {
    bool: _truths,
    str: _strings,
    list: _lists,
    dict: _dicts,
    set: _sets,
}
