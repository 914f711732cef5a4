"""Compiles in the sandbox, once for the same input, and keeps what was made in a folder that sandboxes can read.

A source is hostile to its compiler too (it may include what it likes), so the compiler sees no more than the candidate
will, and what it makes comes out through standard output, as data.
"""

import asyncio
import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, cast

from lsp_server.judge.runners import cache
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import Limits, Outcome, Program
from lsp_server.sandbox.run import run

MIB = 1024 * 1024
SCRIPT = "build-in-sandbox.py"
MOST_SAID = 20_000
COMPILING = Limits(
    wall_s=600.0,  # a machine may be busy with other things; the CPU time is what limits
    cpu_s=120.0,
    memory_bytes=2048 * MIB,
    output_bytes=256 * MIB,
    file_bytes=256 * MIB,
    scratch_bytes=512 * MIB,
    scratch_files=20_000,
    processes=128,
    address_space=False,
)
WHY: Mapping[str, str] = {
    "time_limit": f"Compiling took longer than {COMPILING.wall_s:g} s.",
    "memory_limit": f"Compiling needed more than {COMPILING.memory_bytes // MIB} MB of memory.",
    "output_limit": "Compiling wrote more than is allowed.",
    "process_limit": "Compiling started more processes than are allowed.",
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is to be compiled, and how. Equal recipes are compiled once.

    commands   run in order in the scratch directory that holds `files`; the first that fails ends it
    outputs    which files to keep, as patterns of `glob` ("main", "**/*.class")
    version    of the compiler, as it tells it (see `tools.version`): another one makes other results
    readable   folders that the compiler needs besides the system's own
    """

    commands: tuple[tuple[str, ...], ...]
    files: Mapping[str, bytes]
    outputs: tuple[str, ...]
    version: str
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    readable: tuple[Path, ...] = ()
    limits: Limits = COMPILING


@dataclass(frozen=True, slots=True)
class Built:
    """`folder` holds the outputs, executable. Name it in `readable` and start what is in it by its full path."""

    folder: Path


@dataclass(frozen=True, slots=True)
class NotBuilt:
    """`said` is what the compilers printed; `why` is for people, when a limit ended them."""

    said: str
    why: str = "The code does not compile."


_running: dict[str, asyncio.Lock] = {}


async def build(recipe: Recipe, isolation: Isolation) -> Built | NotBuilt:
    """Raises SandboxError when nothing can be run at all. Failures are not kept: they are quick to find again."""
    key = _key(recipe)
    lock = _running.setdefault(key, asyncio.Lock())
    try:
        async with lock:  # two examples of one batch may have the same code
            if folder := await asyncio.to_thread(cache.find, key):
                return Built(folder)
            return await _compiled(recipe, key, isolation)
    finally:
        if not lock.locked():
            _running.pop(key, None)


async def _compiled(recipe: Recipe, key: str, isolation: Isolation) -> Built | NotBuilt:
    outcome = await run(_program(recipe), recipe.limits, isolation)
    said = outcome.stderr[:MOST_SAID].decode("utf-8", "replace")
    if outcome.ended != "exited":
        return NotBuilt(said, WHY[outcome.ended])
    if outcome.exit_code != 0:
        return NotBuilt(said)
    try:
        contents = _contents(outcome)
    except (ValueError, KeyError, TypeError):
        return NotBuilt(said, "The compiler was interfered with.")
    return Built(await asyncio.to_thread(cache.keep, key, contents))


def _program(recipe: Recipe) -> Program:
    task = {
        "commands": recipe.commands,
        "outputs": recipe.outputs,
        "environment": dict(recipe.environment),
    }
    files = {**recipe.files, SCRIPT: Path(__file__).with_name("build_inside.py").read_bytes()}
    argv = (PYTHON, "-I", "-S", "-B", SCRIPT, json.dumps(task))
    return Program(argv=argv, files=files, readable=recipe.readable)


def _contents(outcome: Outcome) -> dict[str, bytes]:
    head, _, body = outcome.stdout.partition(b"\n")
    contents = dict[str, bytes]()
    for name, size in cast("list[tuple[Any, Any]]", json.loads(head)):
        if not (_is_inside(name) and isinstance(size, int) and 0 <= size <= len(body)):
            raise ValueError(name)
        contents[name], body = body[:size], body[size:]
    if body or not contents:
        raise ValueError("sizes")
    return contents


def _is_inside(name: object) -> bool:
    """A name below the folder, nothing else: it comes from where hostile code ran."""
    path = PurePosixPath(name) if isinstance(name, str) and "\0" not in name else PurePosixPath("/")
    return not path.is_absolute() and ".." not in path.parts and path != PurePosixPath(".")


def _key(recipe: Recipe) -> str:
    told = [recipe.commands, recipe.outputs, recipe.version, sorted(recipe.environment.items())]
    digest = hashlib.sha256(repr([*told, [str(p) for p in recipe.readable], astuple(recipe.limits)]).encode())
    for name, content in sorted(recipe.files.items()):
        digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:40]
