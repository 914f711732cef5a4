"""Builds the command line that starts `inside.py`, the last thing of ours that runs before the program does.

It is sent as source text to a bare interpreter, because our packages cannot be seen from inside a sandbox.
"""

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import SystemRandom
from typing import Any

from lsp_server.sandbox.program import Limits

PYTHON = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
"""The interpreter itself: that of a virtual environment is a link to it, or on Windows a program that starts it."""
OPEN_FILES = 256
MESSAGE_QUEUE_BYTES = 0
FIRST_FREE_UID, FREE_UIDS = 0x40000000, 0x30000000
"""Above every uid that distributions, directory services and container ranges hand out by default."""


@cache
def toolchain() -> tuple[Path, ...]:
    """The directories that the interpreter of the launcher needs, besides those of the system."""
    wanted = {Path(sys.base_prefix), Path(sys.base_exec_prefix), Path(PYTHON).parent.parent}
    return tuple(sorted(path for path in wanted if not is_system(path)))


def is_system(path: Path) -> bool:
    """True for what every mechanism shows anyway."""
    return path == Path("/usr") or Path("/usr") in path.parents


def unused_uid() -> int:
    """A user for one run: its files and its count of processes are shared with nobody."""
    return FIRST_FREE_UID + SystemRandom().randrange(FREE_UIDS)


def launch(argv: Sequence[str], limits: Limits, options: Mapping[str, Any]) -> tuple[str, ...]:
    """`options`: see `inside.py`. Marshal is safe here: we write it, and the same interpreter reads it."""
    config = {"rlimits": rlimits(limits), **options}
    return (PYTHON, "-I", "-S", "-c", _source(), marshal.dumps(config).hex(), *argv)


def rlimits(limits: Limits) -> dict[str, int]:
    """The names of the `resource` module and their values."""
    wanted = {
        "RLIMIT_CPU": max(1, round(limits.cpu_s)),
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_NOFILE": OPEN_FILES,
        "RLIMIT_NPROC": limits.processes,
        "RLIMIT_CORE": 0,
        "RLIMIT_MSGQUEUE": MESSAGE_QUEUE_BYTES,
    }
    return wanted | ({"RLIMIT_AS": limits.memory_bytes} if limits.address_space else {})


@cache
def _source() -> str:
    return Path(__file__).with_name("inside.py").read_text(encoding="utf-8")
