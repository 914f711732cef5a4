"""Finds out what inputs a function takes: annotations first, then its examples, then (Python) trying in the sandbox.

Trying also tells how large numbers may be before the function takes too long, so that nobody waits for `fib(100000)`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

from lsp_server.judge.inputs.constants import constants_of
from lsp_server.judge.inputs.constraints import constrained
from lsp_server.judge.inputs.draw import Domain, Inputs
from lsp_server.judge.inputs.shapes import FLOAT, INT, STR, Shape, shape_of, shape_of_values
from lsp_server.judge.inputs.types import OVERFLOWING, SUMS_FIT, largest, shape_of_type
from lsp_server.judge.inputs.values import edges, fitted
from lsp_server.judge.reading import constants
from lsp_server.judge.trials import Bench, Outcome, observe
from lsp_server.problem.model import Example

_LIST, _TEXTS, _GRID = Shape("list", (INT,)), Shape("list", (STR,)), Shape("list", (Shape("list", (INT,)),), even=True)
GUESSES: Sequence[Shape] = (_LIST, INT, STR, _TEXTS, _GRID, FLOAT, Shape("dict", (STR, INT)), Shape("set", (INT,)))
"""What a parameter without a type may be, the likelier first."""
MOST_GUESSES = 128
SAMPLES = 5
MAGNITUDES = (10, 20, 40, 100, 1000, 10**5, 2**31, 2**63)
TRY_S = 0.2
UNFIT = frozenset({"TypeError", "AttributeError"})


async def domain_of(bench: Bench, source: str, code: str) -> Domain | None:
    """The inputs of the function that `bench.problem` names; None when nothing fits its parameters.

    `source` is the whole file, `code` the function's own text. Raises SandboxError.
    """
    problem = bench.problem
    given = tuple(inputs for example in problem.examples if (inputs := _inputs(example)))
    parameters = [parameter for parameter in problem.signature.params if not parameter.name.startswith("*")]
    python = bench.language == "python"
    read = shape_of if python else shape_of_type
    known = {each.name: read(each.type) or _of_examples(each.name, given) for each in parameters}
    shapes = await _guessed(bench, source, known) if python else {name: shape for name, shape in known.items() if shape}
    if shapes is None or len(shapes) < len(known):
        return None
    shapes, promises = constrained(shapes, problem.constraints, problem.statement)
    examples = tuple(each for each in given if each.keys() == shapes.keys())
    most = min((largest(each.type, bench.language) for each in parameters), default=2**63) if not python else 2**63
    promises += [SUMS_FIT] if bench.language in OVERFLOWING else []
    found = Domain(shapes, constants(bench.language, code), examples, tuple(promises), most, most)
    return await _affordable(bench, source, found)


def _inputs(example: Example) -> Inputs | None:
    return example.inputs if example.form == "arguments" and example.inputs else None


def _of_examples(name: str, given: Sequence[Inputs]) -> Shape | None:
    return shape_of_values([inputs[name] for inputs in given if name in inputs])


async def _guessed(bench: Bench, source: str, known: Mapping[str, Shape | None]) -> dict[str, Shape] | None:
    """Tries combinations of shapes for what is not known; the first with the fewest type errors."""
    unknown = [name for name, shape in known.items() if shape is None]
    if not unknown:
        return {name: shape for name, shape in known.items() if shape}
    combinations = list(islice(product(GUESSES, repeat=len(unknown)), MOST_GUESSES))
    options = [{**known, **dict(zip(unknown, chosen, strict=True))} for chosen in combinations]
    tries = [list(_samples({name: shape or INT for name, shape in option.items()})) for option in options]
    outcomes = await observe(bench, source, [inputs for group in tries for inputs in group], TRY_S)
    fits = [sum(map(_fits, group)) for group in in_groups(outcomes, map(len, tries))]
    best = max(range(len(options)), key=lambda place: fits[place])
    return {name: shape or INT for name, shape in options[best].items()} if fits[best] else None


def _samples(shapes: Mapping[str, Shape]) -> Iterator[Inputs]:
    columns = {name: edges(shape, constants_of())[2:] for name, shape in shapes.items()}
    for place in range(SAMPLES):
        yield {name: column[place * 2 % len(column)] for name, column in columns.items()}


def in_groups(outcomes: Sequence[Outcome], sizes: Iterable[int]) -> Iterator[Sequence[Outcome]]:
    start = 0
    for size in sizes:
        yield outcomes[start : start + size]
        start += size


def _fits(outcome: Outcome) -> bool:
    return outcome.ended == "returned" or (outcome.ended == "raised" and outcome.value not in UNFIT)


async def _affordable(bench: Bench, source: str, domain: Domain) -> Domain:
    """The largest numbers that the function still copes with, as such and in containers."""
    scalars = [name for name, shape in domain.shapes.items() if shape.kind in ("int", "float")]
    holders = [name for name, shape in domain.shapes.items() if shape.of]
    base = {name: edges(shape, domain.constants)[-1 if shape.of else 1 % 2] for name, shape in domain.shapes.items()}
    base |= {name: fitted(shape, 3) for name, shape in domain.shapes.items() if name in scalars}
    sizes = [min(size, domain.most_number) for size in MAGNITUDES]
    asked = [_with(domain, base, scalars, size) for size in sizes] if scalars else []
    asked += [_with(domain, base, holders, size) for size in sizes] if holders else []
    seen = await observe(bench, source, asked, TRY_S)
    half = len(MAGNITUDES) if scalars else 0
    return replace(
        domain,
        most_number=_most(seen[:half], domain.most_number),
        most_item=_most(seen[half:], domain.most_item),
    )


def _with(domain: Domain, base: Inputs, names: Sequence[str], size: int) -> Inputs:
    return {**base, **{name: _of_size(domain.shapes[name], size) for name in names}}


def _of_size(shape: Shape, size: int) -> Any:
    """A number of that size, or a short container of such numbers."""
    if shape.kind in ("int", "float"):
        return fitted(shape, size)
    if shape.kind in ("list", "tree"):
        return fitted(shape, [_of_size(shape.item, size), _of_size(shape.item, size - 1)])
    if shape.kind == "tuple":
        return tuple(_of_size(each, size) for each in shape.of)
    return edges(shape, constants_of())[1 % len(edges(shape, constants_of()))]


def _most(seen: Sequence[Outcome], otherwise: int) -> int:
    stopped = [place for place, outcome in enumerate(seen) if outcome.ended in ("stopped", "exhausted")]
    if not stopped:
        return otherwise
    return MAGNITUDES[stopped[0] - 1] if stopped[0] else MAGNITUDES[0] // 2
