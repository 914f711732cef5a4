"""Isolation by bubblewrap: an empty root filled with read-only mounts, in namespaces of its own. Linux.

The program is process 1 of its pid namespace: when it ends, or is killed, the kernel ends everything it started.
The scratch directory is a tmpfs with a size, so nothing is ever written to a disk.
As root the program becomes a user that nobody else is, because the kernel sets root no limit of processes.
"""

import os
import shutil
from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

from lsp_server.errors import ScratchFullError
from lsp_server.sandbox.isolation import Command, Isolation, environment
from lsp_server.sandbox.launcher import is_system, launch, toolchain, unused_uid
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.seccomp import seccomp_filter

NAME = "bubblewrap"
SCRATCH = "/tmp"  # noqa: S108 - the name inside the sandbox, where it is a private tmpfs
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime")
UNSHARED = (
    *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"),
    *("--die-with-parent", "--new-session", "--as-pid-1", "--clearenv"),
)
AS_ROOT = ("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
AS_USER = ("--unshare-user", "--cap-drop", "ALL")
INSTALL = (
    "Install bubblewrap 0.8 or newer (Debian, Ubuntu: `apt install bubblewrap`; Fedora: `dnf install bubblewrap`)."
)


def obstacle() -> str | None:
    return None if shutil.which("bwrap") else f"bubblewrap is not installed. {INSTALL}"


@contextmanager
def prepare(program: Program, limits: Limits, own_user: bool) -> Generator[Command]:
    """`own_user`: start as root and change to a user of the run's own, instead of using a user namespace."""
    with ExitStack() as stack:
        fds: list[int] = []
        arguments = [*UNSHARED, *(AS_ROOT if own_user else AS_USER), *_seccomp(stack, fds)]
        outer, inner = _split((*toolchain(), *program.readable))
        arguments += [*_system(), *_readable(outer), *_kernel(), *_scratch(program.files, limits, stack, fds)]
        arguments += [*_readable(inner), "--remount-ro", "/", "--chdir", SCRATCH]
        for name, value in environment(SCRATCH).items():
            arguments += ["--setenv", name, value]
        options = {
            "uid": unused_uid() if own_user else None,
            "search": False,
            "drop": False,
            "landlock": None,
            "seccomp": None,
            "guard": False,
        }
        argv = (shutil.which("bwrap") or "bwrap", *arguments, "--", *launch(program.argv, limits, options))
        yield Command(argv, env={}, cwd=Path("/"), fds=tuple(fds), inner_scratch=SCRATCH)


def _system() -> Iterator[str]:
    """The system's programs and libraries, read-only; links (`/lib` on merged-usr systems) stay links."""
    for name in SYSTEM:
        path = Path(name)
        if path.is_symlink():
            yield from ("--symlink", os.readlink(path), name)
        elif path.is_dir():
            yield from ("--ro-bind", name, name)
    yield from ("--perms", "0755", "--dir", "/etc")  # made on the way to a file, it would be closed
    for name in SYSTEM_FILES:
        yield from ("--ro-bind-try", name, name)


def _split(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Those below the scratch directory must be mounted after it, or it would hide them."""
    inner = tuple(path for path in paths if Path(SCRATCH) in path.parents)
    return tuple(path for path in paths if path not in inner), inner


def _readable(paths: tuple[Path, ...]) -> Iterator[str]:
    """Parents are made first and passable: bubblewrap would copy the mode of a closed home directory."""
    for path in dict.fromkeys(path for path in paths if not is_system(path)):
        for parent in reversed(path.parents[:-1]):
            yield from ("--perms", "0755", "--dir", str(parent))
        yield from ("--ro-bind", str(path), str(path))


def _kernel() -> tuple[str, ...]:
    """Read-only: /proc/sys has settings of the namespaces that whoever lives in them may change, /dev is a tmpfs."""
    return ("--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev", "--remount-ro", "/dev")


def _scratch(files: Mapping[str, bytes], limits: Limits, stack: ExitStack, fds: list[int]) -> Iterator[str]:
    if sum(map(len, files.values())) > limits.scratch_bytes:
        raise ScratchFullError("The program does not fit into the scratch folder of the sandbox. Shorten the file.")
    yield from ("--perms", "1777", "--size", str(limits.scratch_bytes), "--tmpfs", SCRATCH)
    for name, content in files.items():
        for parent in reversed(PurePosixPath(name).parents[:-1]):
            yield from ("--perms", "0755", "--dir", f"{SCRATCH}/{parent}")
        yield from ("--perms", "0444", "--file", str(_memory_file(content, stack, fds)), f"{SCRATCH}/{name}")


def _seccomp(stack: ExitStack, fds: list[int]) -> tuple[str, ...]:
    program = seccomp_filter()
    return () if program is None else ("--seccomp", str(_memory_file(program, stack, fds)))


def _memory_file(content: bytes, stack: ExitStack, fds: list[int]) -> int:
    fd = os.memfd_create("sandbox")
    stack.callback(os.close, fd)
    with open(fd, "wb", closefd=False) as file:
        file.write(content)
    os.lseek(fd, 0, os.SEEK_SET)
    fds.append(fd)
    return fd


def _root_obstacle() -> str | None:
    return obstacle() or (None if os.geteuid() == 0 else "needs root")


MECHANISMS = (
    Isolation(NAME, partial(prepare, own_user=True), _root_obstacle),
    Isolation(NAME, partial(prepare, own_user=False), obstacle),
)
"""Best first."""
