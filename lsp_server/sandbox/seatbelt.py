"""Isolation by seatbelt (`sandbox-exec`): macOS. Not run where this was written; its tests pin the exact policy.

Everything is denied but what the profile names: reading the system's libraries and the toolchain, writing the scratch
directory, starting programs, signalling each other. No network, no Mach services, no shared memory.
There is no pid namespace: whoever leaves its process tree is found by a word in its environment (see `tree`).
"""

import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from lsp_server.sandbox.isolation import MARKER, Command, Isolation, environment
from lsp_server.sandbox.landlock import among_others
from lsp_server.sandbox.launcher import launch, toolchain
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.scratch import scratch_directory

NAME = "seatbelt"
SANDBOX_EXEC = "/usr/bin/sandbox-exec"
SYSTEM = (
    "/usr/bin",
    "/usr/lib",
    "/usr/libexec",
    "/usr/share",
    "/bin",
    "/System",
    "/Library/Apple",
    "/Library/Developer",
)
SYSTEM_FILES = ("/", "/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/private/etc/localtime")
SYSTEM_DATA = ("/private/var/db/dyld", "/private/var/db/timezone")
WRITABLE_DEVICES = ("/dev/null", "/dev/zero")
OPTIONS = {"uid": None, "search": False, "drop": False, "landlock": None, "seccomp": None, "guard": False}


def obstacle() -> str | None:
    if sys.platform != "darwin":
        return "Seatbelt exists on macOS only."
    return None if os.access(SANDBOX_EXEC, os.X_OK) else f"{SANDBOX_EXEC} is missing."


def profile(readable: int) -> str:
    """The policy in seatbelt's own language; SCRATCH and READ0, READ1, … are parameters, so no path is quoted here."""
    read = [*(_rule("literal", path) for path in SYSTEM_FILES), *(_rule("subpath", p) for p in (*SYSTEM, *SYSTEM_DATA))]
    given = [f'(subpath (param "READ{k}"))' for k in range(readable)]
    return "\n".join(
        (
            "(version 1)",
            "(deny default)",
            "(allow process-fork)",
            "(allow signal (target same-sandbox))",
            "(allow process-info* (target same-sandbox))",
            "(allow sysctl-read)",
            "(allow file-read-metadata)",
            f"(allow process-exec {' '.join((*(_rule('subpath', path) for path in SYSTEM), *given))})",
            f'(allow file-read* {" ".join((*read, *given))} (subpath (param "SCRATCH")))',
            '(allow file-write* process-exec (subpath (param "SCRATCH")))',
            f"(allow file-write-data {' '.join(_rule('literal', path) for path in WRITABLE_DEVICES)})",
        )
    )


def _rule(kind: str, path: str) -> str:
    return f'({kind} "{path}")'


@contextmanager
def prepare(program: Program, limits: Limits) -> Generator[Command]:
    with scratch_directory(program.files) as folder:
        root, marker = folder.resolve(), uuid4().hex  # /tmp is a link there, and the policy speaks of real paths
        read = tuple(dict.fromkeys(path.resolve() for path in (*toolchain(), *program.readable)))
        held = among_others(replace(limits, address_space=False))  # Darwin does not keep RLIMIT_AS
        argv = (*_seatbelt(root, read), *launch(program.argv, held, OPTIONS))
        yield Command(argv, env={**environment(str(root)), MARKER: marker}, cwd=root, scratch=root, marker=marker)


def _seatbelt(root: Path, read: tuple[Path, ...]) -> Iterator[str]:
    yield from (SANDBOX_EXEC, "-D", f"SCRATCH={root}")
    for k, path in enumerate(read):
        yield from ("-D", f"READ{k}={path}")
    yield from ("-p", profile(len(read)))


MECHANISMS = (Isolation(NAME, prepare, obstacle),)
