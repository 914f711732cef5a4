"""Isolation by an AppContainer in a Job Object: Windows. Not run where this was written; tests pin the exact policy.

The token of an AppContainer without capabilities opens no socket and no file that does not name it or "all application
packages" in its access list; the job limits memory, processes and CPU time, keeps the program from the clipboard and
the desktop, and ends everything in it when its last handle closes: when the run ends, or the server does.
`inside_windows.py` makes both and starts the program in them. All runs of a user are the same container, because its
right to read the toolchain is written into access lists, which takes a while: two runs at the same time could see each
other's scratch directories. Only Python is judged there (`inside/spawned.py`): a program on Windows inherits no
descriptors 3 and 4, which the harnesses of the other languages talk through.
"""

import json
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lsp_server.sandbox.isolation import Command, Isolation
from lsp_server.sandbox.launcher import PYTHON, toolchain
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.scratch import scratch_directory

NAME = "appcontainer"
PROFILE = "vibe-lsp.sandbox"
KILL_ON_JOB_CLOSE, DIE_ON_UNHANDLED_EXCEPTION = 0x2000, 0x400
ACTIVE_PROCESS, PROCESS_MEMORY, JOB_MEMORY, JOB_TIME = 0x8, 0x100, 0x200, 0x4
UI_EVERYTHING = 0xFF
"""Handles, clipboard in and out, system parameters, display settings, global atoms, desktops, leaving Windows."""
TICKS_PER_S = 10_000_000


def obstacle() -> str | None:
    return None if sys.platform == "win32" else "AppContainers exist on Windows only."


def policy(limits: Limits, root: Path, readable: tuple[Path, ...]) -> dict[str, Any]:
    """What `inside_windows.py` is told: the fields of the job, the name of the container, what it may reach."""
    flags = KILL_ON_JOB_CLOSE | DIE_ON_UNHANDLED_EXCEPTION | ACTIVE_PROCESS | JOB_MEMORY | JOB_TIME
    return {
        "profile": PROFILE,
        "capabilities": [],
        "flags": flags | PROCESS_MEMORY if limits.address_space else flags,
        "active_processes": limits.processes,
        "memory_bytes": limits.memory_bytes,
        "job_time_ticks": round(limits.cpu_s * TICKS_PER_S),
        "ui_restrictions": UI_EVERYTHING,
        "read": [str(path) for path in readable],
        "write": [str(root)],
    }


@contextmanager
def prepare(program: Program, limits: Limits) -> Generator[Command]:
    with scratch_directory(program.files) as root:
        told = policy(limits, root, (*toolchain(), *program.readable))
        source = Path(__file__).with_name("inside_windows.py").read_text(encoding="utf-8")
        argv = (PYTHON, "-I", "-S", "-c", source, json.dumps(told), *program.argv)
        yield Command(argv, env=environment(str(root)), cwd=root, scratch=root)


def environment(scratch: str) -> dict[str, str]:
    """Built from nothing but where the system lives: no program starts without that."""
    system = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return {
        "SYSTEMROOT": system,
        "PATH": rf"{system}\System32",
        "TEMP": scratch,
        "TMP": scratch,
        "USERPROFILE": scratch,
    }


MECHANISMS = (Isolation(NAME, prepare, obstacle),)
