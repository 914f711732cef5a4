"""Python: sends the harness of `inside/` and the task into the sandbox, and reads the report.

A sandbox that ends early (the candidate killed its supervisor, or the machine did) has not reported every example;
those are run again, each alone, so that the one which does it is told from its neighbours.
"""

import asyncio
import importlib.util
import json
import marshal
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lsp_server.judge.observation import Observation, Run
from lsp_server.judge.runners import python_report as report
from lsp_server.judge.runners.inside.channel import PATIENCE
from lsp_server.judge.runners.inside.codec import Encoder
from lsp_server.judge.runners.inside.prelude import provided
from lsp_server.problem.model import Example, Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.run import run
from lsp_server.settings import SandboxSettings

KIB, MIB = 1024, 1024 * 1024
START = "import sys; sys.path.insert(0, '.'); from inside.supervisor import main; del sys.path[0]; main()"
SLACK_S = 5.0
UNLIMITED = 1 << 30


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    """All examples in one sandbox; those that it did not get to, because it ended early, in one each."""
    seen, loads = await _observe(problem, source, range(len(problem.examples)), settings, isolation)
    for k in range(len(problem.examples)):
        if k not in seen:
            again, load = await _observe(problem, source, range(k, k + 1), settings, isolation, last_try=True)
            seen, loads = seen | again, loads + load
    return Run(
        observations=tuple(seen[k] for k in range(len(problem.examples))),
        isolation=isolation.name,
        load_errors=next((load.errors for load in loads if load.errors), ()),
        missing_imports=next((load.imports for load in loads if load.imports), ()),
    )


async def _observe(
    problem: Problem,
    source: str,
    numbers: range,
    settings: SandboxSettings,
    isolation: Isolation,
    last_try: bool = False,
) -> tuple[dict[int, Observation], list[report.Load]]:
    program = _program(problem, source, [problem.examples[k] for k in numbers], settings)
    outcome = await run(program, _limits(len(numbers), settings), isolation)
    found = await asyncio.to_thread(report.read, outcome, len(numbers))
    seen = {numbers[place]: observation for place, observation in found.observations.items()}
    if last_try and not seen:
        seen = {numbers[0]: report.lost(outcome)}
    return seen, [found.load]


def _program(problem: Problem, source: str, examples: Sequence[Example], settings: SandboxSettings) -> Program:
    signature = problem.signature
    task = {
        "source": source,
        "examples": [_example(example) for example in examples],
        "signature": {
            "name": signature.name,
            "owner": signature.owner,
            "kind": signature.kind,
            "types": [parameter.type for parameter in signature.params],
            "returns": signature.returns,
        },
        "provided": provided(_words(source, *(example.session or "" for example in examples))),
        "wall_s": settings.wall_time_s,
        "output_bytes": settings.output_kb * KIB,
        "room": settings.output_kb * KIB,
    }
    argv = (PYTHON, "-I", "-S", "-B", "-X", "utf8", "-c", START)
    return Program(argv=argv, files=_harness(), stdin=json.dumps(task).encode())


def _words(*texts: str) -> set[str]:
    return set(re.findall(r"\w+", "\n".join(texts)))


def _example(example: Example) -> dict[str, Any]:
    """Everything of an example but what is expected of it."""
    inputs: Mapping[str, Any] = example.inputs or {}
    return {
        "form": example.form,
        "inputs": [(name, Encoder(UNLIMITED).encode(value)) for name, value in inputs.items()],
        "session": example.session or "",
        "stdin": example.stdin or "",
        "wants_repr": example.expects == "text",
        "mutated": example.mutated,
    }


def _limits(examples: int, settings: SandboxSettings) -> Limits:
    """The supervisor keeps the time of each example; these are for all of them, should it be outwitted."""
    wall_s = settings.wall_time_s * PATIENCE * (examples + 1) + SLACK_S
    return Limits(
        wall_s=wall_s,
        cpu_s=wall_s,
        memory_bytes=settings.memory_mb * MIB,
        output_bytes=settings.output_kb * KIB * (examples + 1) * report.MOST_GROWTH,
    )


@cache
def _harness() -> Mapping[str, bytes]:
    """Compiled here, once: the interpreter inside is the same one, and compiling would take it longer than judging."""
    files = sorted(Path(__file__).with_name("inside").glob("*.py"))
    return {f"inside/{path.stem}.pyc": _compiled(path) for path in files}


def _compiled(path: Path) -> bytes:
    code = compile(path.read_text(encoding="utf-8"), f"inside/{path.name}", "exec", dont_inherit=True)
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)
