"""Python: sends the harness of `inside/` and the task into the sandbox, and reads the report.

A sandbox that ends early (the candidate killed its supervisor, or the machine did) costs the example that was
running; the rest goes on in a new one.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lsp_server.judge.observation import Observation, Run
from lsp_server.judge.runners import python_report as report
from lsp_server.judge.runners.inside.codec import Encoder
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
    seen: dict[int, Observation] = {}
    loads: list[report.Load] = []
    waiting = list(range(len(problem.examples)))
    while waiting:
        examples = [problem.examples[k] for k in waiting]
        outcome = await run(_program(problem, source, examples, settings), _limits(len(waiting), settings), isolation)
        found = report.read(outcome, len(waiting))
        loads.append(found.load)
        seen.update((waiting[place], observation) for place, observation in found.observations.items())
        if waiting and not found.observations:
            seen[waiting[0]] = report.lost(outcome)
        waiting = [k for k in waiting if k not in seen]
    return Run(
        observations=tuple(seen[k] for k in range(len(problem.examples))),
        isolation=isolation.name,
        load_errors=next((load.errors for load in loads if load.errors), ()),
        missing_imports=next((load.imports for load in loads if load.imports), ()),
    )


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
        "wall_s": settings.wall_time_s,
        "output_bytes": settings.output_kb * KIB,
        "room": settings.output_kb * KIB,
    }
    argv = (PYTHON, "-I", "-S", "-B", "-X", "utf8", "-c", START)
    return Program(argv=argv, files=_harness(), stdin=json.dumps(task).encode())


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
    wall_s = settings.wall_time_s * (examples + 1) + SLACK_S
    return Limits(
        wall_s=wall_s,
        cpu_s=wall_s,
        memory_bytes=settings.memory_mb * MIB,
        output_bytes=settings.output_kb * KIB * (examples + 1) * report.MOST_GROWTH,
    )


@cache
def _harness() -> Mapping[str, bytes]:
    folder = Path(__file__).with_name("inside")
    return {f"inside/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.py"))}
