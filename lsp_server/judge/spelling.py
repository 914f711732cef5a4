"""How a value is written for people, in the words of the language that they work in."""

import json
import math
from collections.abc import Callable, Mapping
from typing import Any

from lsp_server.judge.runners.inside.codec import MOST_DEPTH

CONSTANTS: Mapping[Any, str] = {None: "null", True: "true", False: "false"}


def spelled(value: Any, language: str) -> str:
    """Python's own way for Python; for the others, the way of statements and of JSON.

    Raises ValueError or RecursionError for what cannot be written.
    """
    return repr(value) if language == "python" else _plainly(value, 0)


def _plainly(value: Any, depth: int) -> str:
    if depth > MOST_DEPTH * 2:
        raise RecursionError
    if value is None or isinstance(value, bool):
        return CONSTANTS[value]
    for kind, write in _WRITERS.items():
        if type(value) is kind:
            return write(value, depth + 1)
    return repr(value)


def _items(values: Any, depth: int) -> str:
    return ", ".join(_plainly(value, depth) for value in values)


def _float(value: float, _depth: int) -> str:
    if math.isfinite(value):
        return repr(value)
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _dict(value: dict[Any, Any], depth: int) -> str:
    pairs = (f"{_plainly(key, depth)}: {_plainly(item, depth)}" for key, item in value.items())
    return "{" + ", ".join(pairs) + "}"


_WRITERS: Mapping[type, Callable[[Any, int], str]] = {
    str: lambda value, _depth: json.dumps(value, ensure_ascii=False),
    float: _float,
    list: lambda value, depth: f"[{_items(value, depth)}]",
    tuple: lambda value, depth: f"[{_items(value, depth)}]",
    set: lambda value, depth: f"{{{_items(value, depth)}}}",
    frozenset: lambda value, depth: f"{{{_items(value, depth)}}}",
    dict: _dict,
}
