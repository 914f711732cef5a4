"""The filter of system calls, run by an interpreter of classic BPF instead of the kernel."""

import errno
import os
import struct

import pytest

from lsp_server.sandbox import seccomp

ALLOW, KILL, EPERM, ENOSYS = seccomp.ALLOW, seccomp.KILL, 0x50000 | errno.EPERM, 0x50000 | errno.ENOSYS
HARMLESS = {
    "x86_64": {"read": 0, "write": 1, "execve": 59, "exit_group": 231, "socketpair": 53, "kill": 62, "wait4": 61}
}
HARMLESS["aarch64"] = {
    "read": 63,
    "write": 64,
    "execve": 221,
    "exit_group": 94,
    "socketpair": 199,
    "kill": 129,
    "wait4": 260,
}


def decide(program: bytes, number: int, architecture: int, first: int = 0) -> int:
    data = struct.pack("=IIQQ", number, architecture, 0, first)
    code = list(struct.iter_unpack("=HBBI", program))
    accumulator, at = 0, 0
    while True:
        operation, if_true, if_false, value = code[at]
        at += 1
        if operation == seccomp.LOAD:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif operation == seccomp.RETURN:
            return value
        else:
            tests = {
                seccomp.JUMP_EQUAL: accumulator == value,
                seccomp.JUMP_AT_LEAST: accumulator >= value,
                seccomp.JUMP_ANY_BIT: bool(accumulator & value),
            }
            at += if_true if tests[operation] else if_false


@pytest.fixture(params=seccomp.MACHINES)
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int, int, bytes]:
    name = os.uname()
    monkeypatch.setattr(os, "uname", lambda: type(name)((*name[:4], request.param)))
    seccomp.seccomp_filter.cache_clear()
    program = seccomp.seccomp_filter()
    seccomp.seccomp_filter.cache_clear()
    assert program is not None
    return request.param, *seccomp.MACHINES[request.param], program


def test_every_call_of_the_table_is_refused(machine: tuple[str, int, int, bytes]) -> None:
    _, column, architecture, program = machine
    for name, numbers in seccomp.SYSCALLS.items():
        assert decide(program, numbers[column], architecture) == EPERM, name


def test_ordinary_calls_are_allowed(machine: tuple[str, int, int, bytes]) -> None:
    name, _, architecture, program = machine
    for call, number in HARMLESS[name].items():
        assert decide(program, number, architecture) == ALLOW, call


@pytest.mark.parametrize(
    "flag", [0x10000000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000, 0x00020000, 0x80]
)
def test_a_clone_into_a_new_namespace_is_refused(machine: tuple[str, int, int, bytes], flag: int) -> None:
    _, column, architecture, program = machine
    assert decide(program, seccomp.CLONE[column], architecture, first=flag | 17) == EPERM


def test_forks_and_threads_are_allowed(machine: tuple[str, int, int, bytes]) -> None:
    _, column, architecture, program = machine
    threads = 0x3D0F00
    assert decide(program, seccomp.CLONE[column], architecture, first=17) == ALLOW
    assert decide(program, seccomp.CLONE[column], architecture, first=threads) == ALLOW


def test_the_call_that_hides_its_flags_does_not_exist(machine: tuple[str, int, int, bytes]) -> None:
    _, column, architecture, program = machine
    assert decide(program, seccomp.CLONE3[column], architecture) == ENOSYS


def test_calls_of_another_architecture_kill(machine: tuple[str, int, int, bytes]) -> None:
    assert decide(machine[3], 0, 0x40000003) == KILL


def test_the_second_set_of_numbers_of_x86_does_not_exist(machine: tuple[str, int, int, bytes]) -> None:
    _, _, architecture, program = machine
    assert decide(program, seccomp.X32_BIT | 41, architecture) == ENOSYS


def test_an_unknown_machine_has_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    name = os.uname()
    monkeypatch.setattr(os, "uname", lambda: type(name)((*name[:4], "riscv64")))
    seccomp.seccomp_filter.cache_clear()
    assert seccomp.seccomp_filter() is None
    seccomp.seccomp_filter.cache_clear()
