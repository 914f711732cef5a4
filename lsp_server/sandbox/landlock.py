"""Isolation by Landlock and seccomp: for machines without bubblewrap or without user namespaces. Needs no package.

Files: only the toolchain can be read and only the scratch directory written. Network: no socket can be made.
Other processes: signals and ptrace do not leave the sandbox (Landlock's scopes, Linux 6.12). Names and sizes of
files elsewhere can still be seen (`stat`), their content cannot. There is no pid namespace: the guard of `inside.py`
adopts what the program leaves behind and ends it.
"""

import ctypes
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial

import psutil

from lsp_server.sandbox.isolation import Command, Isolation, environment
from lsp_server.sandbox.launcher import launch, toolchain, unused_uid
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.scratch import scratch_directory
from lsp_server.sandbox.seccomp import seccomp_filter

NAME = "landlock"
CREATE_RULESET, VERSION_FLAG = 444, 1
WITH_SCOPES = 6
READ = (
    "/usr",
    "/bin",
    "/lib",
    "/lib64",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/etc/alternatives",
    "/etc/localtime",
)
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


@cache
def abi() -> int:
    """The version of Landlock that this kernel offers, 0 for none."""
    try:
        return max(0, int(ctypes.CDLL(None).syscall(CREATE_RULESET, None, 0, VERSION_FLAG)))
    except (OSError, AttributeError):
        return 0


def obstacle() -> str | None:
    if os.name != "posix" or os.uname().sysname != "Linux":
        return "Landlock exists on Linux only."
    if abi() < WITH_SCOPES:
        return f"The kernel offers Landlock {abi() or 'not at all'}; version {WITH_SCOPES} (Linux 6.12) is needed."
    return None if seccomp_filter() else f"The system calls of {os.uname().machine} are not known here."


@contextmanager
def prepare(program: Program, limits: Limits, own_user: bool) -> Generator[Command]:
    """`own_user`: start as root and change to a user of the run's own, for whom Landlock alone closes directories."""
    uid = unused_uid() if own_user else None
    with scratch_directory(program.files, uid) as root:
        read = (*READ, *map(str, toolchain()), *map(str, program.readable))
        options = {
            "uid": uid,
            "search": own_user,
            "drop": os.geteuid() == 0 and not own_user,
            "landlock": {"abi": abi(), "read": read, "write": (str(root),), "devices": DEVICES},
            "seccomp": seccomp_filter(),
            "guard": True,
        }
        argv = launch(program.argv, limits if own_user else among_others(limits), options)
        yield Command(argv, env=environment(str(root)), cwd=root, scratch=root)


def among_others(limits: Limits) -> Limits:
    """RLIMIT_NPROC counts every thread of the user; without a namespace those that run already must be added."""
    uid = os.getuid()
    others = sum(p.info["num_threads"] or 0 for p in psutil.process_iter(["uids", "num_threads"]) if _owned(p, uid))
    return replace(limits, processes=limits.processes + others)


def _owned(process: psutil.Process, uid: int) -> bool:
    uids = process.info["uids"]
    return uids is not None and uids.real == uid


def _root_obstacle() -> str | None:
    return obstacle() or (None if os.geteuid() == 0 else "needs root")


MECHANISMS = (
    Isolation(NAME, partial(prepare, own_user=True), _root_obstacle),
    Isolation(NAME, partial(prepare, own_user=False), obstacle),
)
"""Best first. The second as root: the kernel sets root no limit of processes, they are only counted from outside."""
