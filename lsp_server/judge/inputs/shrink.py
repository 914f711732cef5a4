"""Simpler versions of an input, the simplest first.

Hypothesis shrinks by calling a test hundreds of times, one after the other; a call here is the start of a sandbox. So
all steps from one input are made at once and tried in one go, by the same rules: shorter first, then closer to zero.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from lsp_server.judge.inputs.shapes import Shape
from lsp_server.judge.inputs.values import fitted

MOST = 120
Inputs = Mapping[str, Any]


def simpler(inputs: Inputs, shapes: Mapping[str, Shape]) -> list[Inputs]:
    """One step in one parameter each, within what its shape promises."""
    found: dict[str, Inputs] = {}
    for name, shape in shapes.items():
        for value in steps(inputs[name]):
            made = {**inputs, name: fitted(shape, value)}
            if weight(made[name]) < weight(inputs[name]):
                found[repr(made)] = made
    return sorted(found.values(), key=lambda each: sum(map(weight, each.values())))[:MOST]


def weight(value: Any) -> float:
    """How complicated a value is; every step makes it less."""
    if value is None or isinstance(value, bool):
        return float(bool(value))
    if isinstance(value, float) and not math.isfinite(value):
        return 3.0
    if isinstance(value, int | float):
        return min(abs(value), 10**6) / 10**6 + (0.5 if value < 0 else 0) + len(f"{abs(value)}") / 10 + bool(value)
    if isinstance(value, str | bytes):
        return 3.0 * len(value) + sum(character not in "ab" for character in str(value)) / 10
    items: list[Any] = [*value.keys(), *value.values()] if isinstance(value, dict) else list(value)
    return 3.0 * len(items) + sum(map(weight, items))


def steps(value: Any) -> Iterator[Any]:
    if isinstance(value, bool):
        yield False
    elif isinstance(value, int):
        yield from (0, 1, -value, value // 2, value - 1 if value > 0 else value + 1)
    elif isinstance(value, float):
        yield from (0.0, 1.0, -value)
        yield from (float(int(value)), value / 2) if math.isfinite(value) else ()
    elif isinstance(value, str):
        yield from map("".join, shorter(list(value)))
        yield from (value[:at] + "a" + value[at + 1 :] for at in range(len(value)))
    elif isinstance(value, list):
        yield from _of_items(cast("list[Any]", value))
    elif isinstance(value, tuple):
        yield from map(tuple, _of_items(list(cast("Sequence[Any]", value))))
    elif isinstance(value, set):
        yield from map(set, shorter(list(cast("set[Any]", value))))
    elif isinstance(value, dict):
        yield from map(dict, shorter(list(cast("dict[Any, Any]", value).items())))


def _of_items(items: list[Any]) -> Iterator[list[Any]]:
    yield from shorter(items)
    for item in {repr(item): item for item in items[:30]}.values():
        for smaller in steps(item):  # all equal ones at once, or what needs them equal could never get smaller
            yield [smaller if each == item else each for each in items]
    for at, item in enumerate(items[:30]):
        for smaller in steps(item):
            yield [*items[:at], smaller, *items[at + 1 :]]


def shorter(items: list[Any]) -> Iterator[list[Any]]:
    """Without a stretch: half, a quarter, …, one."""
    size = max(1, len(items) // 2)
    while items:
        for start in range(0, len(items), size):
            yield items[:start] + items[start + size :]
        if size == 1:
            return
        size //= 2
