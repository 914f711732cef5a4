"""Is an answer right? Candidates run in the sandbox on fresh random inputs, and what they return is compared here.

Many candidates share one sandbox, each in its own process there: an evaluation runs thousands. Knows no torch.
"""

import ast
import asyncio
import copy
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, TypeVar, cast

from lsp_server.errors import SandboxError
from lsp_server.problem.model import Order
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import MIB, Limits, Program
from lsp_server.sandbox.run import choose, run
from lsp_server.starter.curriculum.exercise import Exercise, compiled

Thing = TypeVar("Thing")

INPUTS = 12
TOGETHER = 40
LIMITS = Limits(wall_s=120, cpu_s=120, memory_bytes=1024 * MIB, output_bytes=32 * MIB, processes=64)
TOLERANCE = 1e-5
TRIES = 4
_FENCE = re.compile(r"```(?:python|py)?[ \t]*\n(.*?)\n?```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Code that claims to solve `exercise`; None where the answer held no code."""

    exercise: Exercise
    code: str | None


def code_of(answer: str) -> str | None:
    """The last fenced block after the reasoning, as the product takes it."""
    blocks: list[str] = _FENCE.findall(answer.rpartition("</think>")[2])
    return blocks[-1] if blocks else None


def grade(candidates: Sequence[Candidate], rng: Random) -> list[bool]:
    """For each candidate whether it is right on INPUTS fresh inputs; equal code for an exercise runs once.

    Raises NoIsolationError where nothing isolates.
    """
    cases = [(id(candidate.exercise), candidate.code) for candidate in candidates]
    unique = {case: candidate for case, candidate in zip(cases, candidates, strict=True) if candidate.code}
    passed: dict[tuple[int, str | None], bool] = {}
    for chunk in batched(unique.items(), TOGETHER):
        inputs = [_inputs(candidate.exercise, rng) for _, candidate in chunk]
        got = _run([_work(candidate, given) for (_, candidate), given in zip(chunk, inputs, strict=True)])
        for (case, candidate), given, results in zip(chunk, inputs, got, strict=True):
            passed[case] = _right(candidate.exercise, given, results)
    return [passed.get(case, False) for case in cases]


def batched(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """itertools.batched, which Python 3.11 lacks."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


def pass_at(k: int, samples: int, right: int) -> float:
    """The unbiased estimate that at least one of `k` samples passes, when `right` of `samples` did."""
    return 1.0 - math.comb(samples - right, k) / math.comb(samples, k)


def _inputs(exercise: Exercise, rng: Random) -> list[tuple[Any, ...]]:
    return [exercise.draft.inputs(rng) for _ in range(INPUTS)]


def _work(candidate: Candidate, inputs: Sequence[tuple[Any, ...]]) -> list[Any]:
    signature = candidate.exercise.problem.signature
    owner = signature.owner if signature.kind == "method" else None
    return [candidate.code, signature.name, owner, [repr(arguments) for arguments in inputs]]


def _run(work: Sequence[Any]) -> list[list[str | None]]:
    """What each candidate returned. A sandbox that was ended before all had run is tried again, then an error."""
    inside = Path(__file__).with_name("grading_inside.py").read_bytes()
    files = {"inside.py": inside, "work.json": json.dumps(work).encode()}
    program = Program((PYTHON, "-I", "-S", "inside.py"), files)
    ended = ""
    for _ in range(TRIES):
        outcome = asyncio.run(run(program, LIMITS, choose(allow_unisolated=False)))
        lines = outcome.stdout.decode("utf-8", "replace").splitlines()
        if len(lines) == len(work):
            return [json.loads(line) for line in lines]
        ended = outcome.ended
    raise SandboxError(f"The sandbox ended {TRIES} times before all candidates had run ({ended}). Try again.")


def _right(exercise: Exercise, inputs: Sequence[tuple[Any, ...]], got: Sequence[str | None]) -> bool:
    solve = compiled(exercise.code, exercise.problem.signature)
    pairs = zip(inputs, got, strict=True)
    return all(
        actual is not None and _same(solve(*copy.deepcopy(g)), actual, exercise.problem.order) for g, actual in pairs
    )


def _same(expected: Any, actual: str, order: Order) -> bool:
    if actual == repr(expected):
        return True
    try:
        value = ast.literal_eval(actual)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return False
    return _equal(_sorted(expected), _sorted(value)) if order == "any" else _equal(expected, value)


def _sorted(value: Any) -> Any:
    return sorted(map(_sorted, cast("list[Any]", value)), key=repr) if isinstance(value, list) else value


def _equal(expected: Any, actual: Any) -> bool:
    if isinstance(expected, float) or isinstance(actual, float):
        numbers = isinstance(expected, int | float) and isinstance(actual, int | float)
        return numbers and math.isclose(expected, actual, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    if type(expected) is not type(actual):
        return False
    if not isinstance(expected, list | tuple):
        return bool(expected == actual)
    left, right = cast("list[Any]", expected), cast("list[Any]", actual)
    return len(left) == len(right) and all(map(_equal, left, right))
