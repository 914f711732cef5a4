"""Runs trials of a function in the sandbox (`runners/inside/trials.py`, `elsewhere.py`) and reads what came of them.

A trial is one call of one version on one input, or a question about several. It knows no verdict and no comparison.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from lsp_server.judge import elsewhere
from lsp_server.judge.observation import Observation, Run
from lsp_server.judge.runners import supervised
from lsp_server.judge.runners.inside.codec import Encoder
from lsp_server.judge.runners.python import PYTHON, task_of
from lsp_server.problem.model import Example, Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

Inputs = Mapping[str, Any]
"""Values by parameter, in call order; for a class {"operations": [...], "arguments": [[...], ...]}."""
Request = Mapping[str, Any]
Ended = Literal["returned", "raised", "exhausted", "stopped"]

UNLIMITED = 1 << 30


@dataclass(frozen=True, slots=True)
class Bench:
    """Where trials run. `problem` tells the signature and how the file means its nodes."""

    problem: Problem
    sandbox: SandboxSettings
    isolation: Isolation

    @property
    def language(self) -> str:
        return self.problem.language

    def limited(self, wall_s: float) -> SandboxSettings:
        return self.sandbox.model_copy(update={"wall_time_s": wall_s})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call did.

    returned   `value`, of the classes `kinds`; `same` is the place of the argument that it is itself, -1 if none;
               `shares` tells which parts of it are one object, or one with a part of an argument
    raised     `value` is the name of the exception's class, `kinds` that and its bases; `deliberate`: the file itself
               raises it, by a statement
    exhausted  it ran out of stack or memory
    stopped    a limit of ours ended it
    `arguments` are those after the call, `printed` what it wrote, `ms` its CPU time.
    """

    ended: Ended
    value: Any = None
    kinds: str = ""
    same: int = -1
    arguments: tuple[Any, ...] = ()
    printed: str = ""
    ms: float = 0.0
    deliberate: bool = False
    shares: str = ""


async def observe(bench: Bench, source: str, inputs: Sequence[Inputs], wall_s: float) -> list[Outcome]:
    """What `source` does with each of `inputs`, all in one process as long as it lives; `wall_s` is for each."""
    requests = [{"form": "observed", "inputs": encoded(each)} for each in inputs]
    return [outcome_of(seen) for seen in await ask(bench, source, requests, wall_s)]


async def ask(bench: Bench, source: str, requests: Sequence[Request], wall_s: float) -> list[Observation]:
    """One observation per request. Raises SandboxError."""
    if bench.language != "python":
        return await elsewhere.ask(bench, source, requests, wall_s)
    return list((await _run(bench, source, requests, wall_s)).observations) if requests else []


async def missing_imports(bench: Bench, source: str) -> tuple[str, ...]:
    """The import lines that the file lacks and the judge provides; Python only. Raises SandboxError."""
    if bench.language != "python" or not task_of(bench.problem, source)["provided"]:
        return ()
    return (await _run(bench, source, [{"form": "state"}], bench.sandbox.wall_time_s)).missing_imports


async def _run(bench: Bench, source: str, requests: Sequence[Request], wall_s: float) -> Run:
    problem = bench.problem.model_copy(update={"examples": tuple(Example(raw="") for _ in requests)})
    candidate = supervised.Candidate(task_of(bench.problem, source), lambda k: {"stdin": "", **requests[k]}, PYTHON)
    return await supervised.observe(problem, candidate, bench.limited(wall_s), bench.isolation)


async def answers(bench: Bench, source: str, requests: Sequence[Request], wall_s: float) -> list[Any]:
    """The value of each request, None where there is none."""
    return [seen.value if seen.ended == "returned" else None for seen in await ask(bench, source, requests, wall_s)]


def encoded(inputs: Inputs) -> list[tuple[str, Any]]:
    return [(name, Encoder(UNLIMITED).encode(value)) for name, value in inputs.items()]


def outcome_of(seen: Observation) -> Outcome:
    if seen.ended == "raised" and seen.raised:
        return Outcome("raised", seen.raised.types[0], " ".join(seen.raised.types), printed=seen.printed)
    found: Any = seen.value
    if seen.ended != "returned" or not isinstance(found, tuple):
        return Outcome("stopped", seen.ended)
    ended, value, kinds, same, arguments, ms, deliberate, shares = cast("tuple[Any, ...]", found)
    return Outcome(ended, value, kinds, same, tuple(arguments), seen.printed, ms, deliberate, shares)
