"""A candidate that is a program of another language: what `supervised` needs to start it.

The program serves examples over the descriptors 3 and 4, by the protocol of `inside.supervisor`; see the docstring of
this package for what an author of a runner has to do.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import supervised
from lsp_server.judge.runners.build import NotBuilt
from lsp_server.judge.runners.inside.worker import OUTPUT
from lsp_server.judge.runners.report import Dialect
from lsp_server.problem.model import Example, Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

STACK_BYTES = 64 * supervised.MIB

Payload = Callable[[Example], str]


def as_json(example: Example) -> str:
    """The usual payload: `supervised.values_of` as one line of ASCII."""
    return json.dumps(supervised.values_of(example), separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class External:
    """How the program is started and understood. The scratch directory is its working directory.

    serve         argv of a worker that answers commands (forms "arguments" and "operations"); argv[0] is a full path,
                  or a name relative to the scratch directory with a slash in it
    program       argv of the candidate as a program of its own (form "stdin"), answering its command or not
    payload       what a worker is told of an example, in one line
    explain       the error that its standard error describes, when it died; "MemoryError" means the memory limit and
                  "NotDefinedError" that the file defines nothing of the name
    stack_bytes   how much stack the main thread may use
    Other fields: see `supervised.Candidate`.
    """

    serve: tuple[str, ...]
    program: tuple[str, ...]
    payload: Payload = as_json
    explain: Callable[[str], Raised | None] = lambda _: None
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    readable: tuple[Path, ...] = ()
    stack_bytes: int = STACK_BYTES
    address_space: bool = True
    processes: int = supervised.PROCESSES
    overhead_bytes: int = 0


async def observe(problem: Problem, how: External, settings: SandboxSettings, isolation: Isolation) -> Run:
    def describe(k: int) -> dict[str, str]:
        example = problem.examples[k]
        return {"form": example.form, "stdin": example.stdin or "", "payload": how.payload(example)}

    started = {
        "serve": how.serve,
        "program": how.program,
        "environment": {**OUTPUT, **how.environment},
        "stack_bytes": how.stack_bytes,
    }
    candidate = supervised.Candidate(
        task={"external": started},
        describe=describe,
        dialect=Dialect(explain=how.explain),
        files=how.files,
        readable=how.readable,
        address_space=how.address_space,
        processes=how.processes,
        overhead_bytes=how.overhead_bytes,
    )
    return await supervised.observe(problem, candidate, settings, isolation)


def not_built(reason: NotBuilt, first: Raised | None, isolation: Isolation) -> Run:
    """The code could not be run at all. `first` is the compiler's first message, None when it gave none."""
    error = first or Raised(("CompileError",), reason.said.strip() or reason.why, None)
    return Run(observations=(), isolation=isolation.name, not_built=error)
