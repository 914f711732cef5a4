"""What `solve` does with a file and which status it ends with, by the end of the task."""

from pathlib import Path
from typing import Any

import pytest

from lsp_server import commandline
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
DONE: dict[str, Any] = {"code": CODE, "replacement": EDIT, "model": "m"}


def unverified(verdict: Verdict) -> events.Unverified:
    return events.Unverified(verdict=verdict, reason=verdict.summary, **DONE)


@pytest.mark.parametrize(
    ("final", "status", "written"),
    [
        (events.Solved(verdict=PASSED, **DONE), 0, True),
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
    async def solved(*_: object) -> events.Solved:
        return final

    monkeypatch.setattr(commandline, "_solve", solved)
    path = tmp_path / "double.py"
    path.write_text(STUB)
    options = {"as_json": False, "as_diff": False, "write": True}
    assert commandline.solve(str(path), None, **options) == status
    assert ("return 2 * n" in path.read_text()) is written
