"""What `solve` does with a file and which status it ends with, by the end of the task."""

import errno
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsp_server import commandline, source
from lsp_server.errors import DocumentChangedError, ProblemError
from lsp_server.judge.verdict import ExampleResult, Verdict
from lsp_server.problem.locate import find_problems
from lsp_server.problem.place import place
from lsp_server.problem.syntax import Document
from lsp_server.tasks import events

STUB = 'def double(n):\n    """Return twice n.\n\n    >>> double(2)\n    4\n    """\n'
CODE = "def double(n):\n    return 2 * n"
DOCUMENT = Document(STUB, "python")
EDIT = place(DOCUMENT, find_problems(DOCUMENT)[0], CODE)
PASSED = Verdict(status="passed", examples=(ExampleResult(status="passed", input="2", expected="4"),))
WRITE = {"as_json": False, "as_diff": False, "write": True}
DONE: dict[str, Any] = {"code": CODE, "replacement": EDIT, "model": "m"}


SOLVED = events.Solved(verdict=PASSED, **DONE)


def unverified(verdict: Verdict) -> events.Unverified:
    return events.Unverified(verdict=verdict, reason=verdict.summary, **DONE)


def solving(
    monkeypatch: pytest.MonkeyPatch, final: events.Solved, meanwhile: Callable[[], object] = lambda: None
) -> None:
    """Let every solve end with `final`, and something happen before."""

    async def solved(*_: object) -> events.Solved:
        meanwhile()
        return final

    monkeypatch.setattr(commandline, "_end_of", solved)


@pytest.mark.parametrize(
    ("final", "status", "written"),
    [
        (SOLVED, 0, True),
        (unverified(Verdict(status="no_examples")), 0, True),
        (unverified(Verdict(status="error", message="Nothing can be isolated here.")), 1, False),
        (unverified(Verdict(status="unsupported", message="No compiler.")), 1, False),
        (unverified(PASSED), 1, False),
        (events.GaveUp(reason="It could not do it."), 1, False),
    ],
)
def test_only_what_was_verified_or_cannot_be_is_written_and_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, final: events.Solved, status: int, written: bool
) -> None:
    solving(monkeypatch, final)
    path = tmp_path / "double.py"
    path.write_text(STUB)
    assert commandline.solve(str(path), None, **WRITE) == status
    assert ("return 2 * n" in path.read_text()) is written


def test_a_file_that_was_changed_meanwhile_is_left_alone_and_the_solution_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "double.py"
    path.write_text(STUB)
    solving(monkeypatch, SOLVED, meanwhile=lambda: path.write_text(STUB + "    # typed meanwhile\n"))
    with pytest.raises(DocumentChangedError, match="was changed while it was being solved"):
        commandline.solve(str(path), None, **WRITE)
    assert path.read_text() == STUB + "    # typed meanwhile\n"
    assert "return 2 * n" in capsys.readouterr().err


def test_a_disk_that_is_full_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "double.py"
    path.write_text(STUB)
    solving(monkeypatch, SOLVED)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(source.shutil, "copymode", full)
    with pytest.raises(ProblemError, match="No space left on device"):
        commandline.solve(str(path), None, **WRITE)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("double.py", STUB)]


def test_links_and_permissions_outlive_a_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real.py").write_text(STUB)
    (tmp_path / "real.py").chmod(0o640)
    (tmp_path / "link.py").symlink_to("real.py")
    solving(monkeypatch, SOLVED)
    assert commandline.solve(str(tmp_path / "link.py"), None, **WRITE) == 0
    assert (tmp_path / "link.py").is_symlink()
    assert stat.S_IMODE((tmp_path / "real.py").stat().st_mode) == 0o640
    assert "return 2 * n" in (tmp_path / "real.py").read_text()


@pytest.mark.parametrize(
    ("final", "told", "code"),
    [
        (events.Hinted(hints=("First.", "Second."), verdict=PASSED, model="m"), ("hinted", ["First.", "Second."]), 0),
        (events.GaveUp(reason="It could not do it.", code=CODE), ("failed", None), 1),
    ],
)
def test_hints_are_told_as_json_without_the_code(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    final: Any,
    told: Any,
    code: int,
) -> None:
    solving(monkeypatch, final)
    path = tmp_path / "double.py"
    path.write_text(STUB)
    assert commandline.hint(str(path), None, 1, as_json=True) == code
    printed = json.loads(capsys.readouterr().out)
    assert (printed["status"], printed.get("hints")) == told
    assert (printed["line"], "code" in printed) == (1, False)
