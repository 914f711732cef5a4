"""VS Code with nothing made up behind it: the real server, the real engine, the embedded model."""

import os
import subprocess
import sys
from collections.abc import Generator

import pytest
from playwright.async_api import expect

from tests.clients.vscode.code import QUICK
from tests.clients.vscode.conftest import Start
from tests.clients.vscode.places import ROOT
from tests.clients.vscode.server import CodeServer

pytestmark = pytest.mark.timeout(600)

DEMO = (ROOT / "tests" / "data" / "demo" / "two_sum.py").read_text(encoding="utf-8")
THINKING_MS = 300_000


@pytest.fixture(autouse=True)
def no_engine_left(server: CodeServer) -> Generator[None]:
    yield
    command = [sys.executable, "-m", "lsp_server", "engine", "stop"]
    subprocess.run(command, env={**os.environ, "VIBE_LSP_HOME": str(server.home / "vibe")}, check=False)


async def test_the_embedded_model_writes_what_passes_its_examples(start: Start) -> None:
    code = await start(DEMO, {"engine.model": "starter", "engine.device": "cpu"})
    await code.ready()
    await code.choose("Given an array", "Solve This Problem")
    await expect(code.panel.locator(".bar")).to_contain_text("In the file", timeout=THINKING_MS)
    await expect(code.panel.locator(".verdict h2")).to_contain_text("2/2 examples passed")
    await expect(code.panel.locator(".meta")).to_contain_text("starter")
    namespace: dict[str, type] = {}
    written = await code.saves_what(lambda saved: saved != DEMO)
    exec(written, namespace)
    assert written.startswith(DEMO)
    assert sorted(namespace["Solution"]().twoSum([5, 1, 9, 4], 13)) == [2, 3]
    await code.status.click()
    row = code.page.locator(QUICK, has_text="starter")
    await expect(row).to_contain_text("ready · cpu")
    await code.pick(code.page.locator(QUICK, has_text="Free GPU Memory"))
    await code.told("The engine was stopped and its memory is free.")
    await expect(code.status).to_have_text(" Vibe: asleep")
