"""The exact policy and calls for Windows. Not run here: what they do, only Windows can say."""

import ctypes
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lsp_server.sandbox import appcontainer, inside_windows, launcher
from lsp_server.sandbox.inside_windows import ExtendedLimits, SecurityCapabilities, StartupInfo, Windows
from lsp_server.sandbox.program import MIB, Limits, Program

LIMITS = Limits(cpu_s=5.0, memory_bytes=512 * MIB, processes=64)
SID = "S-1-15-2-1-2-3"


def policy(**changes: Any) -> dict[str, Any]:
    return appcontainer.policy(LIMITS, Path("C:/scratch"), (Path("C:/Python"),)) | changes


def test_the_policy_of_the_job_and_the_container() -> None:
    assert policy() == {
        "profile": "vibe-lsp.sandbox",
        "capabilities": [],
        "flags": 0x2000 | 0x400 | 0x8 | 0x200 | 0x4 | 0x100,
        "active_processes": 64,
        "memory_bytes": 512 * MIB,
        "job_time_ticks": 50_000_000,
        "ui_restrictions": 0xFF,
        "read": [str(Path("C:/Python"))],
        "write": [str(Path("C:/scratch"))],
    }


def test_a_runtime_that_reserves_much_is_limited_as_a_job_only() -> None:
    told = appcontainer.policy(Limits(address_space=False), Path("s"), ())
    assert not told["flags"] & 0x100
    assert told["flags"] & 0x200


def test_the_command_line_starts_the_starter_with_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEMROOT", r"C:\Windows")
    monkeypatch.setenv("SECRET_OF_THE_USER", "x")
    with appcontainer.prepare(Program(("program.exe", "word"), {"a.txt": b"A"}), LIMITS) as command:
        python, *flags, source, told, program, word = command.argv
        assert (python, flags, program, word) == (launcher.PYTHON, ["-I", "-S", "-c"], "program.exe", "word")
        assert source == Path(inside_windows.__file__).read_text(encoding="utf-8")
        assert command.scratch
        assert json.loads(told)["write"] == [str(command.scratch)]
        assert set(command.env) == {"SYSTEMROOT", "PATH", "TEMP", "TMP", "USERPROFILE"}
    assert not command.scratch.exists()


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes are those of 64 bits")
def test_structures_have_the_sizes_of_the_sdk() -> None:
    sizes = [ctypes.sizeof(kind) for kind in (ExtendedLimits, StartupInfo, SecurityCapabilities)]
    assert sizes == [144, 112, 24]
    assert ExtendedLimits.JobMemoryLimit.offset == 120
    assert StartupInfo.streams.offset == 80


def test_the_limits_of_the_job_are_filled_in() -> None:
    told = inside_windows.limits(policy())
    basic = told.BasicLimitInformation
    assert (basic.LimitFlags, basic.ActiveProcessLimit, basic.PerJobUserTimeLimit) == (0x270C, 64, 50_000_000)
    assert (told.JobMemoryLimit, told.ProcessMemoryLimit) == (512 * MIB, 512 * MIB)


class Library:
    """Remembers what is called; every call succeeds, but for those named in `results`."""

    def __init__(self, called: list[tuple[str, tuple[Any, ...]]], results: dict[str, int]) -> None:
        self.__dict__["called"], self.__dict__["results"], self.__dict__["functions"] = called, results, {}

    def __getattr__(self, name: str) -> Any:
        def function(*values: Any) -> int:
            self.called.append((name, values))
            return self.results.get(name, 1)

        return self.functions.setdefault(name, function)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Any:
    commands: list[list[str]] = []

    def remembered(command: list[str], **_: Any) -> Any:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(inside_windows.subprocess, "run", remembered)
    monkeypatch.setattr(Windows, "text", lambda self, sid: SID)

    def made(**results: int) -> tuple[Windows, list[tuple[str, tuple[Any, ...]]], list[list[str]]]:
        called: list[tuple[str, tuple[Any, ...]]] = []
        return Windows(lambda _: Library(called, {"CreateAppContainerProfile": 0, **results})), called, commands

    return made


def names(called: list[tuple[str, tuple[Any, ...]]]) -> list[str]:
    return [name for name, _ in called]


def test_the_program_starts_suspended_and_runs_only_once_it_is_in_the_job(windows: Any) -> None:
    starter, called, commands = windows()
    assert starter.run(policy(), ["program.exe", "a b"]) == 0
    order = names(called)
    assert order.index("CreateProcessW") < order.index("AssignProcessToJobObject") < order.index("ResumeThread")
    create = dict(called)["CreateProcessW"]
    assert create[1].value == 'program.exe "a b"'
    assert create[5] == 0x4 | 0x400 | 0x80000 | 0x08000000
    assert [values[2].value for name, values in called if name == "UpdateProcThreadAttribute"] == [0x20009, 0x20002]
    assert ["/grant" in command for command in commands].count(True) == 2


def test_the_container_may_read_the_toolchain_and_change_the_scratch_folder(windows: Any) -> None:
    _, _, commands = windows()
    assert inside_windows.grants(policy(), SID) == [
        ["icacls", str(Path("C:/Python")), "/grant", f"*{SID}:(OI)(CI)(RX)", "/Q"],
        ["icacls", str(Path("C:/scratch")), "/grant", f"*{SID}:(OI)(CI)(M)", "/Q"],
    ]
    assert commands == [["icacls", str(Path("C:/Python"))], ["icacls", str(Path("C:/scratch"))]]


def test_what_is_granted_already_is_not_granted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    said = subprocess.CompletedProcess([], 0, stdout=f"C:\\Python {SID}:(OI)(CI)(RX)")
    monkeypatch.setattr(inside_windows.subprocess, "run", lambda *_, **__: said)
    assert inside_windows.grants(policy(), SID) == []


def test_a_container_that_is_there_is_used_again(windows: Any) -> None:
    exists = {"CreateAppContainerProfile": -0x7FF8FF49, "DeriveAppContainerSidFromAppContainerName": 0}
    starter, called, _ = windows(**exists)
    assert starter.run(policy(), ["program.exe"]) == 0
    assert "DeriveAppContainerSidFromAppContainerName" in names(called)


@pytest.mark.parametrize(
    "call",
    ["CreateJobObjectW", "SetInformationJobObject", "SetHandleInformation", "UpdateProcThreadAttribute"],
)
def test_nothing_is_started_when_a_call_fails(windows: Any, call: str) -> None:
    starter, called, _ = windows(**{call: 0})
    with pytest.raises(OSError, match=call):
        starter.run(policy(), ["program.exe"])
    assert "CreateProcessW" not in names(called)


def test_a_program_that_cannot_be_put_into_the_job_never_runs(windows: Any) -> None:
    starter, called, _ = windows(AssignProcessToJobObject=0)
    with pytest.raises(OSError, match="AssignProcessToJobObject"):
        starter.run(policy(), ["program.exe"])
    assert "TerminateProcess" in names(called)
    assert "ResumeThread" not in names(called)


def test_it_is_for_windows_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert appcontainer.obstacle() == "AppContainers exist on Windows only."
    monkeypatch.setattr(sys, "platform", "win32")
    assert appcontainer.obstacle() is None
