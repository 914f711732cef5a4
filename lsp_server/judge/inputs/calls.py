"""Sequences of operations on an object of a class with state: small and awkward ones, long ones, and simpler ones.

An input is {"operations": [class, method, ...], "arguments": [[...], ...]}, as design problems write it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import Any

from lsp_server.judge.inputs.constants import Constants
from lsp_server.judge.inputs.shapes import Shape
from lsp_server.judge.inputs.shrink import shorter, steps
from lsp_server.judge.inputs.values import ABSENT, edges, fitted, sized

Inputs = Mapping[str, Any]
Params = Mapping[str, Shape]
Call = tuple[str, list[Any]]

RANDOM, MEDIUM, MOST_EDGES = 120, 24, 120
SHORT, LONG = 14, 45
MOST_SIMPLER = 120
MOST_OTHERS = 5
MOST_SIZE = 10**6
"""No larger number makes an object: many a class would fill the memory with so many zeros."""
USUAL_SIZES = (1, 2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Calls:
    """What can be called: the constructor of the class `name` and its `methods`. `focus` is the method in question."""

    name: str
    constructor: Params
    methods: Mapping[str, Params]
    focus: str

    @property
    def others(self) -> list[str]:
        return [name for name in self.methods if name != self.focus]


def small_calls(calls: Calls, constants: Constants, rng: Random) -> list[Inputs]:
    """Each edge of an argument right after the beginning and after some operations; then random sequences."""
    made = [_sequence(calls, each) for each in islice(_edge_calls(calls, constants, rng), MOST_EDGES)]
    lengths = [*(rng.randint(1, SHORT) for _ in range(RANDOM)), *[LONG] * MEDIUM]
    return made + [_sequence(calls, _drawn(calls, constants, length, rng)) for length in lengths]


def _sequence(calls: Calls, made: Sequence[Call]) -> Inputs:
    return {"operations": [name for name, _ in made], "arguments": [arguments for _, arguments in made]}


def _edge_calls(calls: Calls, constants: Constants, rng: Random) -> Iterator[list[Call]]:
    for name, params in calls.methods.items():
        columns = [edges(shape, constants) for shape in params.values()]
        for number in range(max(map(len, columns), default=1)):
            last = (name, [column[number % len(column)] for column in columns])
            yield [_made(calls, constants, rng), last, (calls.focus, _arguments(calls, constants, [], rng))]
            yield [*_drawn(calls, constants, 5, rng), last, last]


def _made(calls: Calls, constants: Constants, rng: Random) -> Call:
    """The call that makes the object."""
    return calls.name, [_initial(shape, constants, rng) for shape in calls.constructor.values()]


def _initial(shape: Shape, constants: Constants, rng: Random) -> Any:
    values = [each for each in edges(shape, constants) if not isinstance(each, int) or abs(each) <= MOST_SIZE]
    usual = shape.kind == "int" and rng.random() < 0.7
    fitting = [each for each in USUAL_SIZES if each >= (shape.low or 0)]
    return rng.choice(fitting if usual and fitting else values or [shape.low])


def _drawn(calls: Calls, constants: Constants, length: int, rng: Random) -> list[Call]:
    made, used = [_made(calls, constants, rng)], list[Any]()
    for _ in range(length):
        name = calls.focus if not calls.others or rng.random() < 0.35 else rng.choice(calls.others)
        made.append((name, [_value(shape, constants, used, rng) for shape in calls.methods[name].values()]))
    return made


def _arguments(calls: Calls, constants: Constants, used: list[Any], rng: Random) -> list[Any]:
    return [_value(shape, constants, used, rng) for shape in calls.methods[calls.focus].values()]


def _value(shape: Shape, constants: Constants, used: list[Any], rng: Random) -> Any:
    """Often one that was used before: what was put in is asked for again."""
    again = [value for kind, value in used if kind == shape.kind]
    if again and rng.random() < 0.6:
        return rng.choice(again)
    values = edges(shape, constants)
    value = rng.choice(values[:8] if rng.random() < 0.7 else values)
    used.append((shape.kind, value))
    return value


def large_calls(calls: Calls, size: int) -> list[Inputs]:
    """About `size` operations: all in turns; only the method in question; that one after many calls of one other.

    Each plan twice: with what was put in, and asking for what was not, which is where a search takes longest.
    """
    rng = Random(f"calls {size}")
    turns = [name for other in calls.others or [calls.focus] for name in (other, calls.focus)]
    asked = [calls.focus] * max(1, size // 8)
    filled = [[other] * size + asked for other in calls.others[:MOST_OTHERS]]
    plans = [[*islice(cycle(turns), size)], [calls.focus] * size, *filled]
    made = [_planned(calls, names, size, rng) for names in plans for _ in range(2)]
    return [_sequence(calls, _absent(calls, each) if number % 2 else each) for number, each in enumerate(made)]


def _planned(calls: Calls, names: Sequence[str], size: int, rng: Random) -> list[Call]:
    made = [(calls.name, [sized(shape, size, "distinct", rng) for shape in calls.constructor.values()])]
    return made + [(name, [_within(shape, size, rng) for shape in calls.methods[name].values()]) for name in names]


def _within(shape: Shape, size: int, rng: Random) -> Any:
    if shape.kind in ("int", "float"):
        return sized(shape, rng.randrange(max(1, size)), "mixed", rng)
    return sized(shape, min(size, 6), "mixed", rng)


def _absent(calls: Calls, made: Sequence[Call]) -> list[Call]:
    """The method in question with numbers that nobody put in; all others as they are."""
    shapes = list(calls.methods[calls.focus].values())
    return [(name, _far(shapes, values) if name == calls.focus else values) for name, values in made]


def _far(shapes: Sequence[Shape], values: list[Any]) -> list[Any]:
    numbers = ("int", "float")
    return [
        fitted(shape, ABSENT) if shape.kind in numbers else each for shape, each in zip(shapes, values, strict=True)
    ]


def simpler_calls(inputs: Inputs) -> list[Inputs]:
    """Fewer operations first, then simpler arguments; the first operation stays."""
    made = list(zip(inputs["operations"], inputs["arguments"], strict=True))
    found = [[made[0], *rest] for rest in shorter(made[1:])]
    found += [
        [*made[:at], (name, each), *made[at + 1 :]]
        for at, (name, values) in enumerate(made)
        for each in _simpler(values)
    ]
    return [
        {"operations": [name for name, _ in calls], "arguments": [values for _, values in calls]}
        for calls in found[:MOST_SIMPLER]
    ]


def _simpler(values: list[Any]) -> Iterator[list[Any]]:
    for at, value in enumerate(values):
        for smaller in steps(value):
            if len(repr(smaller)) < len(repr(value)):
                yield [*values[:at], smaller, *values[at + 1 :]]
