"""The inputs that two versions are compared on: examples and edge cases first, then random ones by Hypothesis.

Hypothesis draws; it does not run anything here, because a candidate only ever runs in the sandbox, many inputs at once.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import islice
from random import Random
from typing import Any, cast

from lsp_server.judge.inputs.calls import Calls, large_calls, simpler_calls, small_calls
from lsp_server.judge.inputs.constants import Constants
from lsp_server.judge.inputs.shapes import Shape, takes
from lsp_server.judge.inputs.shrink import simpler
from lsp_server.judge.inputs.strategies import strategy_of
from lsp_server.judge.inputs.values import ABSENT, FLAVOURS, LETTERS, edges, fitted, sized

Inputs = Mapping[str, Any]

MOST_EDGES = 220
RANDOM, MEDIUM = 150, 60
MOST_BESIDE = 24


@dataclass(frozen=True, slots=True)
class Domain:
    """What inputs look like. `examples` are those of the statement; `promises` what was believed of it.

    `most_number` and `most_item`: above them the function takes too long (numbers as such, numbers in containers).
    `calls`: of a class with state; then an input is a sequence of operations, and there are no shapes.
    `beside`: other shapes that the function takes as well, where its parameters say no type.
    """

    shapes: Mapping[str, Shape]
    constants: Constants = field(default_factory=Constants)
    examples: tuple[Inputs, ...] = ()
    promises: tuple[str, ...] = ()
    most_number: int = 2**63
    most_item: int = 2**63
    calls: Calls | None = None
    beside: tuple[Mapping[str, Shape], ...] = ()


def small(domain: Domain, seed: int = 0) -> list[Inputs]:
    """Without repetition: examples and their neighbours, edge cases, random ones, and some of medium size."""
    rng = Random(seed)
    if domain.calls:
        return _distinct(domain, [*domain.examples, *small_calls(domain.calls, domain.constants, rng)])
    made = [*domain.examples, *_mutated(domain, rng), *_edge_inputs(domain, rng), *_random(domain, seed)]
    made += [inputs for number in range(MEDIUM) for inputs in _medium(domain, number, rng)]
    for shapes in domain.beside:
        made += _edge_inputs(replace(domain, shapes=shapes, constants=Constants()), rng)[:MOST_BESIDE]
    return _distinct(domain, made)


def special(domain: Domain, constants: Constants) -> list[Inputs]:
    """Inputs with the constants of a candidate in every place; none when it has none of its own."""
    if not constants.found:
        return []
    if domain.calls:
        return _distinct(domain, small_calls(domain.calls, constants, Random(1)))
    return _distinct(domain, _edge_inputs(replace(domain, constants=constants), Random(1)))


def simpler_of(domain: Domain, inputs: Inputs) -> list[Inputs]:
    """One step towards the simplest, see `shrink.py`."""
    if domain.calls:
        return simpler_calls(inputs)
    options = (domain.shapes, *domain.beside)
    taken = (each for each in options if all(takes(shape, inputs[name]) for name, shape in each.items()))
    return simpler(inputs, next(taken, domain.shapes))


def _distinct(domain: Domain, made: Sequence[Inputs]) -> list[Inputs]:
    found = {repr(inputs): inputs for inputs in made if affordable(domain, inputs)}
    return list(found.values())


def affordable(domain: Domain, inputs: Inputs) -> bool:
    """Whether no number in it is one that the function would take too long for."""
    return all(
        _largest(value) <= (domain.most_item if shape.of else domain.most_number)
        for value, shape in zip(inputs.values(), domain.shapes.values(), strict=False)
    )


def _largest(value: Any) -> float:
    if isinstance(value, bool | str | bytes) or value is None:
        return 0
    if isinstance(value, int | float):
        return abs(value) if isinstance(value, int) or math.isfinite(value) else 0
    items: list[Any] = [*value.keys(), *value.values()] if isinstance(value, dict) else list(value)
    return max(map(_largest, items), default=0)


def _edge_inputs(domain: Domain, rng: Random) -> list[Inputs]:
    """Every edge of one parameter with a few values of the others."""
    columns = {name: edges(shape, domain.constants) for name, shape in domain.shapes.items()}
    made: list[Inputs] = []
    for name, column in columns.items():
        for number, value in enumerate(column):
            others = {each: values[number % len(values)] for each, values in columns.items()}
            made.append({**others, name: value})
            if len(columns) > 1:
                made.append({each: rng.choice(values) for each, values in columns.items()} | {name: value})
                made.append(related(domain, {**others, name: value}, rng))
    return [deepcopy({name: inputs[name] for name in columns}) for inputs in islice(made, MOST_EDGES * len(columns))]


def related(domain: Domain, inputs: Inputs, rng: Random) -> Inputs:
    """Numbers and texts that have to do with the containers beside them: an element, a length, a sum of two."""
    found = dict(inputs)
    for name, shape in domain.shapes.items():
        if shape.kind in ("int", "float", "str") and (near := list(_near(domain, found, name, shape, rng))):
            found[name] = fitted(shape, rng.choice(near))
    return found


def _near(domain: Domain, inputs: Inputs, name: str, shape: Shape, rng: Random) -> Iterator[Any]:
    for other, beside in domain.shapes.items():
        value = inputs[other]
        if other == name or not beside.sized or not value:
            continue
        if shape.kind == "str" and isinstance(value, str):
            start = rng.randrange(len(value))
            yield value[start : start + rng.randint(1, 3)]
        items = [item for item in _flat(value) if type(item) in _TYPES[shape.kind]]
        yield from rng.sample(items, min(2, len(items)))
        if shape.kind != "str":
            yield from (len(value), len(value) // 2, 1, 2, sum(rng.choices(items, k=2)) if items else 0)


_TYPES: Mapping[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "str": (str,)}
"""Of which classes the items beside a number or text can be used as such; a bool is none of them."""


def _flat(value: Any) -> list[Any]:
    items: list[Any] = list(value)
    return [inner for item in items for inner in (_flat(item) if isinstance(item, list | tuple) else [item])]


def _mutated(domain: Domain, rng: Random) -> Iterator[Inputs]:
    """The examples with one thing changed: an item less, one twice, a sign turned, two swapped."""
    for example in domain.examples:
        for name, shape in domain.shapes.items():
            if name in example:
                for value in _changes(example[name], rng):
                    yield {**deepcopy(dict(example)), name: fitted(shape, value)}


def _changes(value: Any, rng: Random) -> list[Any]:
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        return [value + 1, value - 1, -value, value * 2]
    if isinstance(value, str) and value:
        at = rng.randrange(len(value))
        return [value[:at] + value[at + 1 :], value[: at + 1] + value[at:], value[::-1], value.swapcase(), value * 2]
    if isinstance(value, list) and value:
        items = cast("list[Any]", value)
        at = rng.randrange(len(items))
        mutated = [items[:at] + items[at + 1 :], items[: at + 1] + items[at:], items[::-1], items * 2]
        if isinstance(items[at], int | float):
            mutated.append([*items[:at], -items[at], *items[at + 1 :]])
        return mutated
    return []


def _random(domain: Domain, seed: int) -> list[Inputs]:
    """What Hypothesis draws, each the same in every run."""
    import hypothesis
    from hypothesis import strategies as st

    check = hypothesis.HealthCheck
    drawn: list[Inputs] = []
    strategy = st.fixed_dictionaries(
        {name: strategy_of(shape, domain.constants) for name, shape in domain.shapes.items()}
    )

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=RANDOM,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=[check.too_slow, check.data_too_large, check.filter_too_much, check.large_base_example],
    )
    @hypothesis.given(strategy)
    def draw(inputs: dict[str, Any]) -> None:
        drawn.append({name: fitted(domain.shapes[name], value) for name, value in inputs.items()})

    draw()
    rng = Random(seed)
    return [related(domain, inputs, rng) if number % 2 else inputs for number, inputs in enumerate(drawn)]


def _medium(domain: Domain, number: int, rng: Random) -> Iterator[Inputs]:
    """Longer than what is drawn at random, with every flavour in turn."""
    size = rng.choice((15, 25, 40))
    flavour = FLAVOURS[number % len(FLAVOURS)]
    inputs = {name: _value(shape, size, flavour, rng) for name, shape in domain.shapes.items()}
    yield related(domain, inputs, rng) if number % 3 else inputs


def _value(shape: Shape, size: int, flavour: str, rng: Random) -> Any:
    """A number is no size here: it stays in proportion."""
    if shape.kind == "int" and not shape.of:
        return fitted(shape, rng.randint(-2, size))
    return sized(shape, size, flavour, rng)


def large(domain: Domain, size: int) -> list[Inputs]:
    """Inputs of about `size`, one per flavour and per choice of the numbers beside containers, always the same."""
    if domain.calls:
        return large_calls(domain.calls, size)
    flavours = FLAVOURS if _sized(domain) else FLAVOURS[:1]
    return [inputs for flavour in flavours for inputs in _flavoured(domain, size, flavour)]


def large_one(domain: Domain, size: int, choice: int) -> Inputs:
    """That of `large` at the place `choice`, without the work for the others."""
    if domain.calls or not _sized(domain):
        return large(domain, size)[choice]
    several = len(_BESIDE) if _beside_some(domain) else 1
    return _flavoured(domain, size, FLAVOURS[choice // several])[choice % several]


def _sized(domain: Domain) -> bool:
    return any(shape.sized for shape in domain.shapes.values())


def _beside_some(domain: Domain) -> bool:
    """Whether there are numbers or texts beside the containers."""
    return any(shape.kind in ("int", "float", "str") for shape in domain.shapes.values())


def _flavoured(domain: Domain, size: int, flavour: str) -> list[Inputs]:
    rng = Random(f"{flavour} {size}")
    inputs = {name: sized(shape, size, flavour, rng) for name, shape in domain.shapes.items()}
    if not _sized(domain):
        return [inputs, *_one_large(domain, inputs), _prime(domain, inputs)]
    choices = len(_BESIDE) if _beside_some(domain) else 1
    return [_beside(domain, inputs, size, choice, rng) for choice in range(choices)]


def _one_large(domain: Domain, inputs: Inputs) -> Iterator[Inputs]:
    """With several numbers: each of them large alone, the others small."""
    if len(inputs) > 1:
        for name in inputs:
            yield {each: value if each == name else fitted(domain.shapes[each], 2) for each, value in inputs.items()}


def _prime(domain: Domain, inputs: Inputs) -> Inputs:
    """With the prime below each whole number: round ones are the quickest to be found divisible."""
    return {
        name: fitted(domain.shapes[name], _prime_below(value)) if type(value) is int else value
        for name, value in inputs.items()
    }


def _prime_below(number: int) -> int:
    return next((n for n in range(number, 2, -1) if all(n % d for d in range(2, math.isqrt(n) + 1))), number)


_BESIDE = ("half", "few", "absent", "element", "all")


def _beside(domain: Domain, inputs: Inputs, size: int, choice: int, rng: Random) -> Inputs:
    """`inputs` with the numbers and short texts beside its containers chosen in one way."""
    found = dict(inputs)
    longest = max((value for value in inputs.values() if hasattr(value, "__len__")), key=len)
    items: list[Any] = list(longest)
    for name, shape in domain.shapes.items():
        if shape.kind in ("int", "float"):
            numbers = [item for item in items[:: max(1, size // 7)] if type(item) in (int, float)] or [size]
            ways = {"half": size // 2, "few": 3, "absent": ABSENT, "element": rng.choice(numbers), "all": size}
            found[name] = fitted(shape, ways[_BESIDE[choice]])
        elif shape.kind == "str" and not isinstance(longest, str):
            found[name] = fitted(shape, LETTERS[choice] * 3)
    return found
