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
SDDL_REVISION, DACL_INFORMATION = 1, 4
CLOSED = "D:P(A;;0x101001;;;OW)"
"""Access for the owner alone, and only to wait for it, to end it and to ask how it is: not even to change this list."""
TICKS_PER_S = 10_000_000
CPUCLOCK_SCHED = 2
"""The kernel's way to name the CPU clock of another process: its number, inverted, and this in the low bits."""


def hide() -> None:
    """Keeps /proc/<pid>/fd and /proc/<pid>/mem of this process from others of the same user. macOS has no /proc."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    if sys.platform == "win32":
        close_to_others()


def close_to_others(load: Any = None) -> None:
    """Windows: nobody of the same user or container may open this process, nor give himself the right to."""
    advapi, kernel = (load or _library)("advapi32"), (load or _library)("kernel32")
    descriptor = ctypes.c_void_p()
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    made = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        CLOSED, SDDL_REVISION, ctypes.byref(descriptor), None
    )
    mine = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not made or not advapi.SetKernelObjectSecurity(mine, DACL_INFORMATION, descriptor):
        raise OSError("the harness could not be closed to the candidate")


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


def cpu_of(process: Any) -> float:
    """The same of a `Popen`."""
    return cpu_s(process.pid) if sys.platform != "win32" else windows_cpu_s(int(process._handle))


def windows_cpu_s(handle: int, load: Any = None) -> float:
    """By GetProcessTimes: created, ended, kernel, user, in ticks of 100 ns."""
    times = (ctypes.c_uint64 * 4)()
    places = [ctypes.byref(times, k * ctypes.sizeof(ctypes.c_uint64)) for k in range(4)]
    kernel = load or _library("kernel32")
    return sum(times[2:]) / TICKS_PER_S if kernel.GetProcessTimes(ctypes.c_void_p(handle), *places) else 0.0


def _library(name: str) -> Any:
    return ctypes.WinDLL(name, use_last_error=True)  # type: ignore[attr-defined] — on Windows only


def cpu_s(pid: int) -> float:
    """Of all threads of a process, 0 when it is no more or nobody can tell: then only the wall clock counts."""
    with suppress(OSError, AttributeError):
        return time.clock_gettime(~pid << 3 | CPUCLOCK_SCHED)
    return 0.0


def file_of(text: str) -> int:
    """A file that holds `text` and has no name, for standard input: no pipe, so that nobody has to feed it."""
    fd = os.memfd_create("stdin") if hasattr(os, "memfd_create") else _nameless(getattr(os, "O_TEMPORARY", 0))
    with open(fd, "wb", closefd=False) as file:
        file.write(text.encode("utf-8", "surrogateescape"))
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def _nameless(goes_with_its_last_handle: int) -> int:
    """Windows does not unlink a file that is open; it has a flag for what is wanted here."""
    name = f"stdin-{os.urandom(8).hex()}"
    fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | goes_with_its_last_handle, 0o600)
    if not goes_with_its_last_handle:
        os.unlink(name)
    return fd
