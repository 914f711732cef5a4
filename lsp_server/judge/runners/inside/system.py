"""What the supervisor asks of the system: Linux's own way, and another for macOS (not run there, only imitated)."""

import ctypes
import os
import select
import sys
import threading
import time
from contextlib import suppress
from typing import Any

PR_SET_DUMPABLE = 4
CPUCLOCK_SCHED = 2
"""The kernel's way to name the CPU clock of another process: its number, inverted, and this in the low bits."""


def hide() -> None:
    """Keeps /proc/<pid>/fd and /proc/<pid>/mem of this process from others of the same user. macOS has no /proc."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def watched(pid: int) -> int:
    """A descriptor that can be read from, or is at its end, when the process has ended."""
    if hasattr(os, "pidfd_open"):
        return os.pidfd_open(pid)
    ours, theirs = os.pipe()
    threading.Thread(target=_close_at_exit, args=(pid, theirs), daemon=True).start()
    return ours


def _close_at_exit(pid: int, fd: int) -> None:
    bsd: Any = select  # these names exist on macOS only
    with suppress(OSError):  # it is gone already
        exit_of = bsd.kevent(pid, filter=bsd.KQ_FILTER_PROC, flags=bsd.KQ_EV_ADD, fflags=bsd.KQ_NOTE_EXIT)
        bsd.kqueue().control([exit_of], 1)
    os.close(fd)


def cpu_s(pid: int) -> float:
    """Of all threads of a process, 0 when it is no more or nobody can tell: then only the wall clock counts."""
    with suppress(OSError):
        return time.clock_gettime(~pid << 3 | CPUCLOCK_SCHED)
    return 0.0


def file_of(text: str) -> int:
    """A file that holds `text` and has no name, for standard input: no pipe, so that nobody has to feed it."""
    fd = os.memfd_create("stdin") if hasattr(os, "memfd_create") else _nameless()
    with open(fd, "wb", closefd=False) as file:
        file.write(text.encode("utf-8", "surrogateescape"))
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def _nameless() -> int:
    name = f"stdin-{os.urandom(8).hex()}"
    fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.unlink(name)
    return fd
