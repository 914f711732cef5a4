"""The system calls that no judged program needs, as a classic BPF program. Builds bytes; installs nothing.

A second layer: the mechanism already hides what these calls would reach. Refused calls fail with EPERM, so that a
program sees an ordinary error. Numbers: the kernel's syscall tables (x86-64's own, aarch64's generic one).
"""

import errno
import os
import struct
from functools import cache

SYSCALLS: dict[str, tuple[int, int]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "init_module": (175, 105),
    "delete_module": (176, 106),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "syslog": (103, 116),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "socket": (41, 198),
}
CLONE, CLONE3 = (56, 220), (435, 435)
NEW_NAMESPACES = 0x7E020080
"""CLONE_NEWUSER, NEWPID, NEWNET, NEWIPC, NEWUTS, NEWCGROUP, NEWNS, NEWTIME."""

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Column of the tables above, AUDIT_ARCH value."""

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
X32_BIT = 0x40000000


@cache
def seccomp_filter() -> bytes | None:
    """The program for this machine; None on a machine whose call numbers are not in the table."""
    machine = MACHINES.get(os.uname().machine)
    return None if machine is None else b"".join(_instructions(*machine))


def _instructions(column: int, architecture: int) -> list[bytes]:
    refused = [row[column] for row in SYSCALLS.values()]
    return [
        _op(LOAD, ARCHITECTURE),
        *_when(JUMP_EQUAL, architecture, otherwise=KILL),
        _op(LOAD, NUMBER),
        *_refuse(JUMP_AT_LEAST, X32_BIT, errno.ENOSYS),
        *_refuse(JUMP_EQUAL, CLONE3[column], errno.ENOSYS),  # its flags are behind a pointer; libc falls back to clone
        *(op for number in refused for op in _refuse(JUMP_EQUAL, number, errno.EPERM)),
        _op(JUMP_EQUAL, CLONE[column], 0, 3),
        _op(LOAD, FIRST_ARGUMENT),
        *_refuse(JUMP_ANY_BIT, NEW_NAMESPACES, errno.EPERM),
        _op(RETURN, ALLOW),
    ]


def _op(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _when(test: int, value: int, otherwise: int) -> tuple[bytes, bytes]:
    return _op(test, value, 1, 0), _op(RETURN, otherwise)


def _refuse(test: int, value: int, error: int) -> tuple[bytes, bytes]:
    return _op(test, value, 0, 1), _op(RETURN, ERRNO | error)
