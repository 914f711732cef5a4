"""Finds out what sequences of operations a class takes: as `domain.py` does it for the arguments of a function."""

from collections.abc import Mapping, Sequence
from random import Random

from lsp_server.judge.inputs.calls import Calls, small_calls
from lsp_server.judge.inputs.classes import Described
from lsp_server.judge.inputs.constants import Constants
from lsp_server.judge.inputs.constraints import constrained
from lsp_server.judge.inputs.domain import TRY_S, in_groups
from lsp_server.judge.inputs.draw import Domain, Inputs
from lsp_server.judge.inputs.hints import GUESSES
from lsp_server.judge.inputs.shapes import Shape, shape_of_values
from lsp_server.judge.inputs.types import OVERFLOWING, SUMS_FIT
from lsp_server.judge.reading import constants
from lsp_server.judge.trials import Bench, Outcome, observe

CALL_SAMPLES = 30
Stated = Mapping[str, Mapping[str, Shape | None]]


async def domain_of_class(bench: Bench, source: str, found: Described, focus: str) -> Domain | None:
    """The sequences of operations of a class; None when nothing fits its parameters. Raises SandboxError."""
    problem = bench.problem
    given = tuple(each.inputs for each in problem.examples if each.form == "operations" and each.inputs)
    stated = {name: _of_operations(name, params, given) for name, params in found.methods.items()}
    options = [_filled(stated, guess) for guess in (GUESSES if not _complete(stated) else GUESSES[:1])]
    protocols = [_protocol(found, option, focus, problem.constraints) for option in options]
    tries = [small_calls(calls, Constants(), Random(7))[-CALL_SAMPLES:] for calls in protocols]
    outcomes = await observe(bench, source, [inputs for group in tries for inputs in group], TRY_S)
    fits = [sum(map(_returned, group)) for group in in_groups(outcomes, map(len, tries))]
    best = max(range(len(options)), key=lambda place: fits[place])
    lines = [line for each in problem.constraints for line in each.splitlines()]
    promises = tuple(line for line in lines if constrained(_flat(options[best]), [line])[1])
    promises += (SUMS_FIT,) if bench.language in OVERFLOWING else ()
    return Domain({}, constants(bench.language, source), given, promises, calls=protocols[best]) if fits[best] else None


def _of_operations(name: str, params: Mapping[str, Shape | None], given: Sequence[Inputs]) -> dict[str, Shape | None]:
    """What the annotations leave open, the examples may tell."""
    rows = [
        row
        for inputs in given
        for at, (called, row) in enumerate(zip(inputs["operations"], inputs["arguments"], strict=False))
        if (called == name if name else at == 0)
    ]
    columns = {each: [row[at] for row in rows if at < len(row)] for at, each in enumerate(params)}
    return {
        each: shape or (shape_of_values(columns[each]) if columns[each] else None) for each, shape in params.items()
    }


def _complete(stated: Stated) -> bool:
    return all(shape for params in stated.values() for shape in params.values())


def _filled(stated: Stated, guess: Shape) -> dict[str, dict[str, Shape]]:
    return {name: {each: shape or guess for each, shape in params.items()} for name, params in stated.items()}


def _flat(option: Mapping[str, Mapping[str, Shape]]) -> dict[str, Shape]:
    return {name: shape for params in option.values() for name, shape in params.items()}


def _protocol(found: Described, option: Mapping[str, Mapping[str, Shape]], focus: str, lines: Sequence[str]) -> Calls:
    kept = {name: constrained(params, lines)[0] for name, params in option.items()}
    return Calls(found.name, kept[""], {name: params for name, params in kept.items() if name}, focus)


def _returned(outcome: Outcome) -> float:
    """The share of the operations that did not raise."""
    kinds = outcome.kinds.split(", ")
    return 1 - kinds.count("raised") / len(kinds) if outcome.ended == "returned" else 0.0
