"""Finds out what inputs a function takes: annotations first, then its examples, then (Python) hints and trying.

Trying also tells how large numbers may be before the function takes too long, so that nobody waits for `fib(100000)`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from lsp_server.judge.inputs.constants import constants_of
from lsp_server.judge.inputs.constraints import constrained
from lsp_server.judge.inputs.draw import Domain, Inputs, affordable
from lsp_server.judge.inputs.hints import Hints, as_annotated, hints
from lsp_server.judge.inputs.shapes import INT, Shape, shape_of, shape_of_values
from lsp_server.judge.inputs.types import OVERFLOWING, SUMS_FIT, largest, shape_of_type
from lsp_server.judge.inputs.values import edges, fitted
from lsp_server.judge.reading import constants
from lsp_server.judge.trials import Bench, Outcome, observe
from lsp_server.problem.model import Example

MOST_GUESSES = 128
SAMPLES = 5
MAGNITUDES = (10, 20, 40, 100, 1000, 10**5, 2**31, 2**63, 2**100)
TOO_LARGE = "numbers are at most {}, because the version before takes too long above"
HALF_CHARACTERS = ("\ud83d",)
"""What no text should hold, and Python's can."""
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
    open_ = {each.name: hints(code, each.name, each.type) for each in parameters if python and not known[each.name]}
    shapes = await _guessed(bench, source, known, open_)
    if shapes is None or len(shapes) < len(known):
        return None
    typed = {
        each.name: as_annotated(each.type, shapes[each.name]) for each in parameters if python and known[each.name]
    }
    beside = await _beside(bench, source, shapes, {**open_, **typed})
    shapes, promises = constrained(shapes, problem.constraints, problem.statement)
    examples = tuple(each for each in given if each.keys() == shapes.keys())
    most = (
        min((largest(each.type, bench.language) for each in parameters), default=2**63)
        if not python
        else MAGNITUDES[-1]
    )
    promises += [SUMS_FIT] if bench.language in OVERFLOWING else []
    values = constants(bench.language, code)
    if python:
        values = replace(values, texts=(*values.texts, *HALF_CHARACTERS))
    found = Domain(shapes, values, examples, tuple(promises), most, most, beside=beside)
    return await _affordable(bench, source, found)


def _inputs(example: Example) -> Inputs | None:
    return example.inputs if example.form == "arguments" and example.inputs else None


def _of_examples(name: str, given: Sequence[Inputs]) -> Shape | None:
    return shape_of_values([inputs[name] for inputs in given if name in inputs])


async def _guessed(
    bench: Bench, source: str, known: Mapping[str, Shape | None], open_: Mapping[str, Hints]
) -> dict[str, Shape] | None:
    """Tries combinations of shapes for what is not known; of those that fit best the one that is hinted at most."""
    stated = {name: shape for name, shape in known.items() if shape}
    if not open_:
        return stated
    chosen_from = [each.options for each in open_.values()]
    places = sorted(product(*(range(len(each)) for each in chosen_from)), key=sum)[:MOST_GUESSES]
    combinations = [[each[k] for each, k in zip(chosen_from, place, strict=True)] for place in places]
    options = [{**known, **dict(zip(open_, chosen, strict=True))} for chosen in combinations]
    groups = await _tried(bench, source, [{name: shape or INT for name, shape in option.items()} for option in options])
    fits = [sum(map(_fits, group)) for group in groups]
    best = max(range(len(options)), key=lambda place: fits[place])
    return {name: shape or INT for name, shape in options[best].items()} if fits[best] else None


async def _beside(
    bench: Bench, source: str, shapes: Mapping[str, Shape], open_: Mapping[str, Hints]
) -> tuple[Mapping[str, Shape], ...]:
    """What else it takes without a word where its parameters say no type: see `Hints.beside`."""
    several = [
        {**shapes, name: other}
        for name, each in open_.items()
        if shapes[name] == each.options[0]
        for other in each.beside
    ]
    groups = await _tried(bench, source, several) if several else []
    return tuple(each for each, group in zip(several, groups, strict=True) if _takes(group))


def _takes(outcomes: Sequence[Outcome]) -> bool:
    return all(map(_fits, outcomes)) and any(outcome.ended == "returned" for outcome in outcomes)


async def _tried(bench: Bench, source: str, several: Sequence[Mapping[str, Shape]]) -> list[Sequence[Outcome]]:
    """What came of a few samples of each."""
    tries = [list(_samples(shapes)) for shapes in several]
    outcomes = await observe(bench, source, [inputs for group in tries for inputs in group], TRY_S)
    return list(in_groups(outcomes, map(len, tries)))


def _samples(shapes: Mapping[str, Shape]) -> Iterator[Inputs]:
    columns = {name: edges(shape, constants_of())[2:] for name, shape in shapes.items()}
    for place in range(SAMPLES):
        yield {name: column[place * 2 % len(column)] for name, column in columns.items()}


def in_groups(outcomes: Sequence[Outcome], sizes: Iterable[int]) -> Iterator[Sequence[Outcome]]:
    start = 0
    for size in sizes:
        yield outcomes[start : start + size]
        start += size


def _fits(outcome: Outcome) -> float:
    """What takes too long has been taken: `fib(100)` is no sign that fractions are meant."""
    if outcome.ended == "raised":
        return 0.5 if outcome.value not in UNFIT else 0.0
    return 1.0 if outcome.value != "died" else 0.0


async def _affordable(bench: Bench, source: str, domain: Domain) -> Domain:
    """The largest numbers that the function still copes with, as such and in containers."""
    scalars = [name for name, shape in domain.shapes.items() if shape.kind in ("int", "float")]
    holders = [name for name, shape in domain.shapes.items() if shape.of]
    base = {name: _usual(domain, shape) for name, shape in domain.shapes.items()}
    base |= {name: fitted(shape, 3) for name, shape in domain.shapes.items() if name in scalars}
    sizes = [min(size, domain.most_number) for size in MAGNITUDES]
    asked = [_with(domain, base, scalars, size) for size in sizes] if scalars else []
    asked += [_with(domain, base, holders, size) for size in sizes] if holders else []
    seen = await observe(bench, source, asked, TRY_S)
    half = len(MAGNITUDES) if scalars else 0
    most = _most(seen[:half], domain.most_number)
    told = (TOO_LARGE.format(most),) if most < domain.most_number else ()
    return replace(
        domain,
        promises=(*domain.promises, *told),
        most_number=most,
        most_item=_most(seen[half:], domain.most_item),
    )


def _usual(domain: Domain, shape: Shape) -> Any:
    """The second of its edge cases, or of a container the longest that its type has room for."""
    values = edges(shape, domain.constants)
    fitting = [value for value in values if affordable(replace(domain, shapes={"": shape}), {"": value})]
    return max(fitting, key=lambda value: len(repr(value))) if shape.of and fitting else values[1 % len(values)]


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
