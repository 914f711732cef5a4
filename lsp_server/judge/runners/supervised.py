"""Runs a candidate under the supervisor of `inside/`, whatever its language, and reads what came of each example.

A sandbox that ends early (the candidate killed its supervisor, or the machine did) has not reported every example;
those are run again, each alone, so that the one which does it is told from its neighbours.
"""

import asyncio
import importlib.util
import json
import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lsp_server.judge.arranged import aside_of
from lsp_server.judge.observation import Observation, Run
from lsp_server.judge.runners import report
from lsp_server.judge.runners.inside.channel import PATIENCE
from lsp_server.judge.runners.inside.codec import Encoder, Script
from lsp_server.problem.model import Code, Example, Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.run import run
from lsp_server.settings import SandboxSettings

KIB, MIB = 1024, 1024 * 1024
START = "import sys; sys.path.insert(0, '.'); from inside.supervisor import main; del sys.path[0]; main()"
SLACK_S = 5.0
UNLIMITED = 1 << 30
PROCESSES = 64

Described = Callable[[int], dict[str, Any]]
"""What the supervisor and the worker want to know of an example, by its number; nothing of what is expected."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate, ready to be run: what goes into the sandbox with it.

    task            what the task of `inside.supervisor` says beyond the examples and limits
    describe        see `Described`; "form", "stdin" and "payload" are what the supervisor itself reads
    files           more files for the scratch directory, by relative name
    readable        folders that may be read besides the system's own: the toolchain's, the one of a built program
    address_space   false for runtimes that reserve far more memory than they use (Node, Java, Go)
    processes       how many processes and threads there may be
    overhead_bytes  what the runtime takes before the candidate has anything; it does not count against its memory
    """

    task: Mapping[str, Any]
    describe: Described
    dialect: report.Dialect = field(default_factory=report.Dialect)
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    readable: tuple[Path, ...] = ()
    address_space: bool = True
    processes: int = PROCESSES
    overhead_bytes: int = 0


async def observe(problem: Problem, candidate: Candidate, settings: SandboxSettings, isolation: Isolation) -> Run:
    """All examples in one sandbox; those that it did not get to, because it ended early, in one each."""
    seen, loads = await _observe(candidate, range(len(problem.examples)), settings, isolation)
    for k in range(len(problem.examples)):
        if k not in seen:
            again, load = await _observe(candidate, range(k, k + 1), settings, isolation, last_try=True)
            seen, loads = seen | again, loads + load
    return Run(
        observations=tuple(seen[k] for k in range(len(problem.examples))),
        isolation=isolation.name,
        load_errors=next((load.errors for load in loads if load.errors), ()),
        missing_imports=next((load.imports for load in loads if load.imports), ()),
    )


async def _observe(
    candidate: Candidate, numbers: range, settings: SandboxSettings, isolation: Isolation, last_try: bool = False
) -> tuple[dict[int, Observation], list[report.Load]]:
    program = _program(candidate, numbers, settings)
    outcome = await run(program, _limits(candidate, len(numbers), settings), isolation)
    found = await asyncio.to_thread(report.read, outcome, len(numbers), candidate.dialect)
    seen = {numbers[place]: observation for place, observation in found.observations.items()}
    if last_try and not seen:
        seen = {numbers[0]: report.lost(outcome)}
    return seen, [found.load]


def _program(candidate: Candidate, numbers: Sequence[int], settings: SandboxSettings) -> Program:
    task = {
        "examples": [candidate.describe(k) for k in numbers],
        "wall_s": settings.wall_time_s,
        "output_bytes": settings.output_kb * KIB,
        "room": settings.output_kb * KIB,
        **candidate.task,
    }
    argv = (PYTHON, "-I", "-S", "-B", "-X", "utf8", "-c", START)
    files = {**_harness(), **candidate.files}
    return Program(argv=argv, files=files, stdin=json.dumps(task).encode(), readable=candidate.readable)


def _limits(candidate: Candidate, examples: int, settings: SandboxSettings) -> Limits:
    """The supervisor keeps the time of each example; these are for all of them, should it be outwitted."""
    wall_s = settings.wall_time_s * PATIENCE * (examples + 1) + SLACK_S
    return Limits(
        wall_s=wall_s,
        cpu_s=wall_s,
        memory_bytes=settings.memory_mb * MIB + candidate.overhead_bytes,
        output_bytes=settings.output_kb * KIB * (examples + 1) * report.MOST_GROWTH,
        processes=candidate.processes,
        address_space=candidate.address_space,
    )


def values_of(example: Example) -> dict[str, Any]:
    """Everything of an example but what is expected of it, as JSON-able data (values: see `inside.codec`)."""
    inputs: Mapping[str, Any] = example.inputs or {}
    return {
        "form": example.form,
        "inputs": [(name, Encoder(UNLIMITED).encode(_sent(value))) for name, value in inputs.items()],
        "session": example.session or "",
        "stdin": example.stdin or "",
        "wants_repr": example.expects == "text",
        "mutated": example.mutated,
        "aside": aside_of(example),
    }


def _sent(value: Any) -> Any:
    return Script(str(value)) if isinstance(value, Code) else value


@cache
def _harness() -> Mapping[str, bytes]:
    """Compiled here, once: the interpreter inside is the same one, and compiling would take it longer than judging."""
    files = sorted(Path(__file__).with_name("inside").glob("*.py"))
    return {f"inside/{path.stem}.pyc": _compiled(path) for path in files}


def _compiled(path: Path) -> bytes:
    code = compile(path.read_text(encoding="utf-8"), f"inside/{path.name}", "exec", dont_inherit=True)
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)
