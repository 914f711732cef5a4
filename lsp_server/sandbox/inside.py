"""Runs inside the sandbox, before the program: gives up rights, sets limits, then becomes (or guards) the program.

Sent as text to `python -I -S -c`; it imports nothing of ours, and as little as possible: each start pays for it.
The configuration is marshalled in argv[1]; the program follows. Its keys:
  rlimits   {name of the resource module: value}
  uid       become this user and group first (only as root), or None
  search    with uid: keep the right to pass directories that are closed to others
  drop      give up every capability (root that cannot change its user)
  landlock  {"abi": n, "read": [path, ...], "write": [path, ...], "devices": [path, ...]}, or None
  seccomp   the filter program as bytes, or None
  guard     stay as the parent that outlives the program and ends everything it left behind
"""

import marshal
import os
import resource
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, NoReturn

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 22, 24, 36, 38
PR_SET_KEEPCAPS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH = 8, 47, 2, 2
SECCOMP_MODE_FILTER = 2
SIGKILL, SIGTERM = 9, 15
CREATE_RULESET, ADD_RULE, RESTRICT_SELF, CAPSET = 444, 445, 446, {"x86_64": 126, "aarch64": 91}
READ_FILE, READ_DIR, EXECUTE, WRITE_FILE, TRUNCATE = 1 << 2, 1 << 3, 1 << 0, 1 << 1, 1 << 14
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
FS_RIGHTS_BY_ABI = ((1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1, (1 << 15) - 1, (1 << 16) - 1)
TCP_RIGHTS, SCOPES = 0b11, 0b11
CANNOT_START = 126


def main() -> "NoReturn":
    config, argv = marshal.loads(bytes.fromhex(sys.argv[1])), sys.argv[2:]  # noqa: S302 - written by our own server
    if config["guard"]:
        guard(config, argv)
    become(config, argv)


def become(config: "dict[str, Any]", argv: "list[str]") -> "NoReturn":
    """Replace this process by the program. Nothing may fail silently: a limit that cannot be set ends the run."""
    try:
        confine(config)
        os.execv(argv[0], argv)  # noqa: S606 - this is what it is for
    except OSError as error:
        os.write(2, f"sandbox: {error}\n".encode())
        os._exit(CANNOT_START)


def confine(config: "dict[str, Any]") -> None:
    if config["uid"] is not None:
        change_user(config["uid"], config["search"])
    for name, value in config["rlimits"].items():
        limit(getattr(resource, name, None), value)
    if config["drop"]:
        drop_capabilities()
    if config["landlock"] or config["seccomp"]:
        prctl(PR_SET_NO_NEW_PRIVS, 1)
    if config["landlock"]:
        landlock(**config["landlock"])
    if config["seccomp"]:
        seccomp(config["seccomp"])


def change_user(uid: int, search: bool) -> None:
    """`search`: keep the right to pass closed directories, for an interpreter that lies in one (root's home)."""
    if search:
        prctl(PR_SET_KEEPCAPS, 1)
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
    prctl(PR_SET_PDEATHSIG, SIGKILL)  # changing the user cleared it
    if search:
        set_capabilities(1 << CAP_DAC_READ_SEARCH)
        prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH)


def limit(which: "int | None", value: int) -> None:
    if which is None:
        return
    hard = resource.getrlimit(which)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (value, value))


def guard(config: "dict[str, Any]", argv: "list[str]") -> "NoReturn":
    """Start the program as a child, adopt its orphans, and kill them all when it ends or when the server does."""
    import signal

    def leave(*_: object) -> None:
        end_children()
        os._exit(128 + SIGTERM)

    signal.signal(signal.SIGTERM, leave)
    prctl(PR_SET_SUBREAPER, 1)
    prctl(PR_SET_PDEATHSIG, SIGTERM)
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        prctl(PR_SET_PDEATHSIG, SIGKILL)
        become(config, argv)
    pid, status = 0, 0
    while pid != child:
        pid, status = os.waitpid(-1, 0)
    end_children()
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


def end_children() -> None:
    """Orphans come to this process one generation after the other, so it ends when there is nobody to wait for."""
    while True:
        for pid in children():
            try:
                os.kill(pid, SIGKILL)
            except ProcessLookupError:
                continue
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def children() -> "Iterator[int]":
    me = str(os.getpid()).encode()
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb") as file:
                    parent = file.read().rpartition(b")")[2].split()[1]
            except OSError:
                continue
            if parent == me:
                yield int(name)


def libc() -> "Any":
    """ctypes and the C library, both untyped: system calls without a wrapper have no types."""
    import ctypes

    return ctypes, ctypes.CDLL(None, use_errno=True)


def check(result: int) -> int:
    if result < 0:
        import ctypes

        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def prctl(option: int, value: int, argument: int = 0) -> None:
    ctypes, c = libc()
    check(c.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(argument), 0, 0))


def drop_capabilities() -> None:
    """Root without rights: the bounding set too, else the next exec of uid 0 gets them all back."""
    ctypes, c = libc()
    capability = 0
    while c.prctl(PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0) == 0:
        capability += 1
    set_capabilities(0)


def set_capabilities(wanted: int) -> None:
    """`wanted` (below bit 32) becomes the effective, permitted and inheritable set."""
    ctypes, c = libc()
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    check(c.syscall(CAPSET[os.uname().machine], header, (ctypes.c_uint32 * 6)(wanted, wanted, wanted)))


def landlock(abi: int, read: "list[str]", write: "list[str]", devices: "list[str]") -> None:
    ctypes, c = libc()
    rights = FS_RIGHTS_BY_ABI[min(abi, len(FS_RIGHTS_BY_ABI)) - 1]
    attributes = (ctypes.c_uint64 * 3)(rights, TCP_RIGHTS, SCOPES)
    ruleset = check(c.syscall(CREATE_RULESET, attributes, ctypes.sizeof(attributes), 0))
    granted = [(read, EXECUTE | READ_FILE | READ_DIR), (write, rights), (devices, READ_FILE | WRITE_FILE)]
    for paths, allowed in granted:
        for path in paths:
            allow(ruleset, path, allowed & rights)
    check(c.syscall(RESTRICT_SELF, ruleset, 0))
    os.close(ruleset)


def allow(ruleset: int, path: str, allowed: int) -> None:
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    if not os.path.isdir(path):
        allowed &= FILE_RIGHTS
    ctypes, c = libc()
    rule = ctypes.create_string_buffer(allowed.to_bytes(8, sys.byteorder) + fd.to_bytes(4, sys.byteorder), 12)
    check(c.syscall(ADD_RULE, ruleset, 1, rule, 0))
    os.close(fd)


def seccomp(program: bytes) -> None:
    ctypes, c = libc()
    code = ctypes.create_string_buffer(program, len(program))
    pointer = ctypes.addressof(code)
    header = (ctypes.c_uint64 * 2)(len(program) // 8, pointer)  # struct sock_fprog: a count, padding, a pointer
    check(c.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(header), 0, 0))


main()
