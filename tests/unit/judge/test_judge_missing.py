"""A language whose tools are missing: the verdict says so, with the way to get them, and so does `doctor`."""

from pathlib import Path

import pytest

from lsp_server import doctor
from lsp_server.judge.judge import judge
from lsp_server.judge.runners import RUNNERS, go, node
from tests.judging import QUICK, call, function, problem

COMPILED = sorted(RUNNERS.keys() - {"python"})


@pytest.fixture(autouse=True)
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for module in (go, node):
        monkeypatch.setattr(module, "WHEEL", "a_package_that_is_not_there")


@pytest.mark.parametrize("language", COMPILED)
async def test_what_cannot_be_run_is_unsupported_and_says_how_to_get_it(language: str) -> None:
    asked = problem(call(1, n=1), signature=function("f", "n"), language=language)
    verdict = await judge(asked, "", QUICK)
    assert verdict.status == "unsupported"
    assert "cannot be run" in (verdict.message or "")
    assert "Install" in (verdict.message or "")


def test_the_doctor_lists_each_of_them() -> None:
    findings = {finding.found.partition(":")[0]: finding for finding in doctor._languages()}  # pyright: ignore[reportPrivateUsage]
    assert findings["python"].level == "ok"
    assert {name for name, finding in findings.items() if finding.level == "note"} == set(COMPILED)
    assert all("nstall" in findings[name].found for name in COMPILED)
