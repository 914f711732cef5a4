"""A candidate that a compiler turns into an executable, whatever its language: build, then run its examples."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

from lsp_server.judge.design import operations_of
from lsp_server.judge.observation import Observation, Raised, Run
from lsp_server.judge.runners import external, tools
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.judge.runners.wire import payload
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import is_system
from lsp_server.settings import SandboxSettings

KIB = 1024
MAIN = "main"
"""What the executable is called."""

Said = Callable[[str], Raised | None]
"""What a compiler or a dead program has printed, and the error that it tells of."""
Start = Callable[[Built], external.External]


async def observe(
    problem: Problem, recipe: Recipe, first_error: Said, start: Start, settings: SandboxSettings, isolation: Isolation
) -> Run:
    built = await build(recipe, isolation)
    if isinstance(built, NotBuilt):
        return external.not_built(built, first_error(built.said), isolation)
    return await external.observe(problem, start(built), settings, isolation)


def executable(problem: Problem, settings: SandboxSettings, explain: Said, address_space: bool = True) -> Start:
    """Starts `MAIN` of what was built, both as a worker and as a program."""

    def start(built: Built) -> external.External:
        main = str(built.folder / MAIN)
        return external.External(
            serve=(main,),
            program=(main,),
            payload=payload(problem.signature, room(settings)),
            explain=explain,
            readable=(built.folder,),
            address_space=address_space,
        )

    return start


def room(settings: SandboxSettings) -> int:
    """How many characters one result may have."""
    return settings.output_kb * KIB


def undefined(problem: Problem, isolation: Isolation) -> Run:
    """Nothing was compiled, because the file does not even mention what is to be called."""
    return Run(tuple(Observation("undefined") for _ in problem.examples), isolation.name)


def is_program(problem: Problem) -> bool:
    return problem.signature.kind == "program" or any(example.form == "stdin" for example in problem.examples)


def operations(problem: Problem) -> list[str]:
    """The methods that the examples of a design class call, each once, in order. The first of all makes the object."""
    if known := operations_of(problem.signature):
        return list(known)
    called = (cast("list[str]", (example.inputs or {}).get("operations", ())) for example in problem.examples)
    return list(dict.fromkeys(name for names in called for name in names[1:]))


def outside(compiler: str) -> tuple[Path, ...]:
    """What must be readable for a compiler that lies outside of the system's own folders."""
    return () if is_system(Path(compiler)) else (tools.prefix(compiler),)


def located(said: str, pattern: re.Pattern[str], offset: int = 0) -> Raised | None:
    """The first match, with the groups `line` and `text`; `offset` lines of ours stand before the user's first."""
    found = pattern.search(said)
    if not found:
        return None
    line = int(found["line"]) - offset if found["line"] else None
    return Raised(("CompileError",), found["text"].strip(), line)
