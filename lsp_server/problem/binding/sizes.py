"""The sizes of arrays that sites tell beside or above them, which no parameter takes."""

import re
from collections.abc import Sequence
from typing import cast

from lsp_server.problem.binding.names import folded
from lsp_server.problem.model import Value

_SIZE_NAME = re.compile(r"[nm]|n[12]?|m[12]?|size\w*|len(?:gth)?", re.IGNORECASE)


def without_told_sizes(values: dict[str, Value], names: Sequence[str]) -> dict[str, Value]:
    """GeeksforGeeks tells the size of an array beside it, be it that the function does not take it; {} where not."""
    known = set(map(folded, names))
    left = {name: value for name, value in values.items() if folded(name) in known or not _SIZE_NAME.fullmatch(name)}
    fewer = len(left) < len(values) and len(values) > len(names)
    return left if fewer and any(isinstance(value, list) for value in left.values()) else {}


def without_sizes(values: Sequence[Value] | None) -> list[Value] | None:
    """HackerRank tells the size of an array on the line before it."""
    if not values:
        return None
    if _are_sizes(values[0], values[1:]):
        values = values[1:]
    pairs = zip(values, [*values[1:], None], strict=True)
    return [one for one, after in pairs if not (type(one) is int and _length(after) == one)]


def _are_sizes(value: Value, after: Sequence[Value]) -> bool:
    """`5 3` above a line of five numbers and one of three."""
    sizes = cast("list[Value]", value) if isinstance(value, list) else []
    return len(sizes) > 1 and sizes == [_length(each) for each in after]


def _length(value: Value) -> int | None:
    return len(cast("list[Value]", value)) if isinstance(value, list) else None
