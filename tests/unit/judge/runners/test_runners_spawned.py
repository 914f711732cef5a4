"""What Windows needs of the harness: a worker that is not forked, run here in full; and its calls, which are not."""

import ast
import ctypes
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lsp_server.judge import judge
from lsp_server.judge.runners import inside
from lsp_server.judge.runners.inside import system
from tests.judging import QUICK, call, function, problem

HARNESS = Path(inside.__file__).parent
WITHOUT_FORK = """
import os, sys
del os.fork
sys.path.insert(0, '.')
from inside.supervisor import main
main()
"""
SOURCE = """
def f(n):
    if n == 1:
        print("printed")
    if n == 2:
        raise ValueError("no")
    if n == 3:
        import os
        os._exit(7)
    if n == 4:
        while True:
            pass
    if n == 5:
        print("x" * 100_000)
    return n * 10
"""
PROGRAM = "print(int(input()) + 1)\n"


def run(folder: Path, source: str, examples: list[dict[str, Any]]) -> list[dict[str, Any]]:
    (folder / "inside").symlink_to(HARNESS)
    signature = {"name": "f", "owner": None, "kind": "function", "types": ["int"], "returns": ""}
    task = {
        "examples": examples, "wall_s": 1.0, "output_bytes": 10_000, "room": 10_000,
        "source": source, "signature": signature, "node": "", "provided": {},
    }  # fmt: skip
    argv = [sys.executable, "-I", "-S", "-B", "-c", WITHOUT_FORK]
    done = subprocess.run(argv, cwd=folder, input=json.dumps(task), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def asked(n: int) -> dict[str, Any]:
    return {"form": "arguments", "inputs": [["n", n]], "session": "", "stdin": "", "wants_repr": False, "mutated": None}


def test_every_way_a_call_can_end_is_seen_without_a_fork(tmp_path: Path) -> None:
    loaded, *events = run(tmp_path, SOURCE, [asked(n) for n in (1, 2, 3, 4, 5, 6)])
    assert json.loads(loaded["reply"])["ready"]
    events = [event for event in events if event["k"] is not None]  # after a death, the file is loaded again
    assert [event["ended"] for event in events] == ["reply", "reply", "died", "time", "output", "reply"]
    assert (json.loads(events[0]["reply"])["value"], events[0]["printed"]) == (10, "printed\n")
    assert json.loads(events[1]["reply"])["error"]["types"][0] == "ValueError"
    assert events[2]["status"] == 7
    assert json.loads(events[5]["reply"])["value"] == 60


def test_a_program_reads_and_prints_without_a_fork(tmp_path: Path) -> None:
    (event,) = run(tmp_path, PROGRAM, [{"form": "stdin", "stdin": "41\n"}])
    assert (event["ended"], event["printed"]) == ("reply", "42\n")


UNIX_ONLY = {"fcntl", "resource", "pwd", "grp", "termios", "pty"}
ONLY_INSIDE = {"inside.py", "external.py"}
"""Never imported on Windows: the launcher of the other systems, and what starts programs with descriptors 3 and 4."""


def imported(path: Path) -> set[str]:
    """What is imported as soon as the module is."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    names = [alias.name for node in body if isinstance(node, ast.Import) for alias in node.names]
    return {*names, *(str(node.module) for node in body if isinstance(node, ast.ImportFrom))}


def test_what_runs_on_windows_imports_no_modules_of_unix() -> None:
    room = Path(judge.__file__).parent
    files = [*room.rglob("*.py"), *(room.parent / "sandbox").glob("*.py")]
    found = {path.name: imported(path) & UNIX_ONLY for path in files if path.name not in ONLY_INSIDE}
    assert {name: modules for name, modules in found.items() if modules} == {}
    assert {name for name in ONLY_INSIDE for path in files if path.name == name and imported(path) & UNIX_ONLY}


async def test_on_windows_other_languages_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    verdict = await judge.judge(problem(call(1, n=1), signature=function("f", "n"), language="cpp"), "", QUICK)
    assert (verdict.status, "only Python" in (verdict.message or "")) == ("unsupported", True)


class Library:
    """Stands for a DLL of Windows: fills in what is asked for and remembers the calls."""

    def __init__(self, called: list[tuple[Any, ...]], works: bool = True) -> None:
        self.called, self.works = called, works

    def ConvertStringSecurityDescriptorToSecurityDescriptorW(self, text: str, *rest: Any) -> bool:
        self.called.append(("descriptor", text, rest[0]))
        return True

    def SetKernelObjectSecurity(self, handle: Any, what: int, descriptor: Any) -> bool:
        self.called.append(("closed", handle.value, what))
        return self.works

    def GetProcessTimes(self, handle: Any, created: Any, ended: Any, kernel: Any, user: Any) -> bool:
        for place, ticks in ((kernel, 10_000_000), (user, 25_000_000)):
            ctypes.cast(place, ctypes.POINTER(ctypes.c_uint64))[0] = ticks
        return self.works

    @property
    def GetCurrentProcess(self) -> Any:
        def current() -> int:
            return 77

        return current


def test_the_harness_closes_itself_to_the_candidate() -> None:
    called: list[tuple[Any, ...]] = []
    system.close_to_others(lambda name: Library(called))
    assert called == [("descriptor", "D:P(A;;0x101001;;;OW)", 1), ("closed", 77, 4)]
    with pytest.raises(OSError, match="could not be closed"):
        system.close_to_others(lambda name: Library(called, works=False))


def test_the_time_of_a_process_is_that_of_the_kernel_and_its_own() -> None:
    assert system.windows_cpu_s(5, Library([])) == 3.5
    assert system.windows_cpu_s(5, Library([], works=False)) == 0.0
