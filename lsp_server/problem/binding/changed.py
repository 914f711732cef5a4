"""Outputs of functions that change an argument in place: `2, nums = [2,2,_,_]`, `Return 6, and the first 6 characters
of the input array should be: ["a","2"]`, or what LeetCode wrote before: `return length = 2, with the first two elements
of nums being 1 and 2 respectively`.
"""

import re
from collections.abc import Mapping
from typing import cast

from lsp_server.problem.model import Example, Value
from lsp_server.problem.values import parse_assignments, parse_named, parse_prefix, parse_value

_HEAD = re.compile(r"\s*(-?\w+)\s*,\s*(?=\w+\s*=)")
SAID = re.compile(
    r"\s*(?:(?:the|your) function (?:should|must|will) )?returns?\s+(?:\w+\s*=\s*)?(?P<count>-?\d+)\s*[,;]?\s*"
    r"(?:and|with)\s+(?:the\s+)?first\s+(?:[\w-]+\s+){1,2}of\s+(?:the\s+)?(?:(?:input|given|original)\s+)?`?(?P<name>\w+)`?"
    r"\s+(?:(?:should|must|will)\s+)?(?:be|becomes?|being|are|is|contain(?:ing|s)?)\b\s*(?:modified\s+to)?\s*:?\s*"
    r"(?P<values>\S.*)",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r",?\s*respectively\b", re.IGNORECASE)


def changed_example(inputs: Mapping[str, Value], wanted: str) -> Example | None:
    """None when the output says nothing of an argument."""
    return _assigned(inputs, wanted) or _said(inputs, wanted)


def _assigned(inputs: Mapping[str, Value], wanted: str) -> Example | None:
    head = _HEAD.match(wanted)
    named, end = parse_named(wanted, head.end() if head else 0, bare=True)
    if len(named) != 1 or wanted[end:].strip() or next(iter(named)) not in inputs:
        return None
    ((name, value),) = named.items()
    stated = [item for item in cast("list[Value]", value) if item != "_"] if isinstance(value, list) else value
    count = parse_value(head[1], bare=True) if head else None
    return Example(raw="", inputs=dict(inputs), expected=stated, mutated=name, returned=count)


def _said(inputs: Mapping[str, Value], wanted: str) -> Example | None:
    """As many values as are returned, else the sentence was not understood."""
    said = SAID.fullmatch(" ".join(wanted.split()))
    name = _meant(said["name"], inputs) if said else ""
    values = _values(said["values"]) if said else []
    if not said or not name or len(values) != int(said["count"]):
        return None
    return Example(raw="", inputs=dict(inputs), expected=values, mutated=name, returned=len(values))


def _meant(word: str, inputs: Mapping[str, Value]) -> str:
    """The input of that name, or the only list: `the input array`."""
    lists = [name for name, value in inputs.items() if isinstance(value, list)]
    return word if word in inputs else lists[0] if len(lists) == 1 else ""


def _values(text: str) -> list[Value]:
    """`["a", "2"].` or `1, 2 and 4 respectively.`"""
    plain = _RESPECTIVELY.sub("", text).strip().removesuffix(".")
    if plain.startswith("["):
        try:
            value, end = parse_prefix(plain)
        except ValueError:
            return []
        return cast("list[Value]", value) if not plain[end:].strip() else []
    found = parse_assignments(plain)
    return found if isinstance(found, list) else []
