"""Runs a hostile candidate in JavaScript; used by the tests beside this file."""

import time
from collections.abc import Iterator

import psutil
import pytest

from lsp_server.judge import judge as judging
from lsp_server.judge.runners import javascript
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Example
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings
from tests.attacks.conftest import SETTLE_S, Attack
from tests.judging import QUICK, call, function, problem

SHORT = SandboxSettings(wall_time_s=1.0, memory_mb=256, output_kb=64)
HELD = """
const fs = require("fs"), child = require("child_process"), net = require("net"), os = require("os");
/** "held" when the system says no, else what was got. */
const refused = act => {
    try { return String(act()); } catch (e) { return e.code || e.errno ? "held" : String(e.stack); }
};
const pids = () => refused(() => fs.readdirSync("/proc")).split(",").filter(p => +p);
"""


@pytest.fixture(autouse=True)
def no_child_is_left(marker: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a candidate starts inherits its environment."""
    monkeypatch.setattr(javascript, "ENVIRONMENT", {**javascript.ENVIRONMENT, "MARKER": marker})
    yield
    deadline = time.monotonic() + SETTLE_S
    while (left := _marked(marker)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert left == []


def _marked(marker: str) -> list[int]:
    found = list[int]()
    for process in psutil.process_iter():
        try:
            if process.environ().get("MARKER") == marker and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


@pytest.fixture
def js(isolation: Isolation) -> Attack:
    """`await js(code)`: the code defines `f(n)`, and "held" is expected of it."""

    async def run(code: str, *examples: Example, settings: SandboxSettings = QUICK) -> Verdict:
        asked = problem(*(examples or (call("held", n=1),)), signature=function("f", "n"), language="javascript")
        verdict = await judging.judge(asked, HELD + code, settings)
        assert verdict.isolation == isolation.name
        return verdict

    return run


def statuses(verdict: Verdict) -> list[str]:
    return [result.status for result in verdict.examples]
