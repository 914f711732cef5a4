"""The interface of a mechanism: how it wraps a program into a command to start. Starts nothing itself."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from lsp_server.sandbox.program import Limits, Program


@dataclass(frozen=True, slots=True)
class Command:
    """What to start. `scratch` is the scratch directory on this machine, None when it exists only inside.

    `inner_scratch` is the directory as the program sees it, for counting what was written there from outside.
    `marker` is the value of `MARKER` in the environment of whatever belongs to this run, where only that tells.
    """

    argv: tuple[str, ...]
    env: Mapping[str, str]
    cwd: Path
    fds: tuple[int, ...] = ()
    scratch: Path | None = None
    inner_scratch: str | None = None
    marker: str | None = None


MARKER = "SANDBOX_RUN"

Prepare = Callable[[Program, Limits], AbstractContextManager[Command]]


@dataclass(frozen=True, slots=True)
class Isolation:
    """A mechanism. `obstacle` says cheaply why it cannot work here; None means that a probe is worth while."""

    name: str
    prepare: Prepare
    obstacle: Callable[[], str | None]


def environment(scratch: str) -> dict[str, str]:
    """The whole environment of a program: built from nothing, so no variable of the user is in it."""
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": scratch, "TMPDIR": scratch}
