"""Runs a hostile candidate for real, and checks after every test that nothing of it is left."""

import ast
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import psutil
import pytest

from lsp_server.judge import judge as judging
from lsp_server.judge.runners import supervised
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Example
from lsp_server.sandbox import landlock
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.probe import why_not
from lsp_server.sandbox.run import choose
from lsp_server.settings import SandboxSettings
from tests.judging import QUICK, call, function, problem

Attack = Callable[..., Awaitable[Verdict]]
SETTLE_S = 2.0


@pytest.fixture(params=["bubblewrap", "landlock"])
def isolation(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Isolation:
    """Every mechanism in turn. Bubblewrap is required; what Landlock can do is a matter of the kernel."""
    if request.param == "landlock" and landlock.abi() < landlock.WITH_SCOPES:
        pytest.skip(f"this kernel offers Landlock {landlock.abi()}, {landlock.WITH_SCOPES} is needed")
    usable = (mechanism for mechanism in landlock.MECHANISMS if why_not(mechanism) is None)
    chosen = next(usable) if request.param == "landlock" else choose(allow_unisolated=False)
    assert chosen.name == request.param, "install bubblewrap to run the attacks"
    monkeypatch.setattr(judging, "choose", lambda allow_unisolated: chosen)
    return chosen


@pytest.fixture
def marker(monkeypatch: pytest.MonkeyPatch) -> str:
    """Stands in the command line of every process of the candidate, whoever its parent has become."""
    text = uuid.uuid4().hex
    monkeypatch.setattr(supervised, "START", f"{supervised.START} # {text}")
    return text


@pytest.fixture(autouse=True)
def nothing_is_left(marker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No process, and no file in the temporary folder."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    yield
    deadline = time.monotonic() + SETTLE_S
    while (left := _processes(marker)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert left == []
    assert list(scratch.iterdir()) == []


def _processes(marker: str) -> list[str]:
    found = [p for p in psutil.process_iter(["cmdline"]) if any(marker in word for word in p.info["cmdline"] or [])]
    return [f"{p.pid} {p.status()}" for p in found if p.is_running()]


@pytest.fixture
def attack(isolation: Isolation, marker: str) -> Attack:
    """`await attack(code)`: the code defines `f(n)`, and "held" is expected of it (and n for the second example)."""

    async def run(code: str, *examples: Example, settings: SandboxSettings = QUICK) -> Verdict:
        ast.parse(code)  # a slip in an attack must not look like a defence
        asked = problem(*(examples or (call("held", n=1),)), signature=function("f", "n"))
        verdict = await judging.judge(asked, code, settings)
        assert verdict.isolation == isolation.name
        return verdict

    return run


@pytest.fixture
def bystander() -> Iterator[psutil.Process]:
    """Another process of the same user."""
    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", "input()"], stdin=subprocess.PIPE)
    yield psutil.Process(process.pid)
    process.kill()
    process.communicate()
