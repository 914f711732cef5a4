"""Real windows of VS Code for the tests of this folder: `await start(text, settings={…})` opens a file in one."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright

from tests.clients.vscode import install
from tests.clients.vscode.code import ARGUMENTS, Code, CodeServer, code_server, new_page, write_settings
from tests.clients.vscode.places import CHROMIUM

Start = Callable[..., Awaitable[Code]]


@pytest.fixture(scope="session")
def installed() -> None:
    """The editor and the extension as it is now."""
    assert install.main() == 0


@pytest.fixture(scope="session")
def server(installed: None, tmp_path_factory: pytest.TempPathFactory) -> Generator[CodeServer]:
    with code_server(tmp_path_factory.mktemp("code")) as running:
        yield running


@pytest.fixture
async def browser() -> AsyncGenerator[Browser]:
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield running
        await running.close()


@pytest.fixture
async def start(server: CodeServer, browser: Browser, tmp_path: Path) -> AsyncGenerator[Start]:
    """A window on `server`, or on the one that is given. A picture of what a failing test saw stays in its folder."""
    async with AsyncExitStack() as stack:

        async def starting(text: str, settings: dict[str, Any] | None = None, on: CodeServer | None = None) -> Code:
            folder = tmp_path / "work"
            folder.mkdir()
            write_settings(folder, {f"vibe.{name}": value for name, value in (settings or {}).items()})
            page = await new_page(browser)
            code = Code(on or server, page, folder)
            code.file.write_bytes(text.encode())
            stack.push_async_callback(page.screenshot, path=tmp_path / "last.png")
            await code.open()
            return code

        yield starting


def answered_by(url: str, **more: Any) -> dict[str, Any]:
    """Settings for a model at `url` that writes one candidate, which nobody remembers."""
    usual = {"engine.url": url, "solve.samples": 1, "solve.repairRounds": 0, "store.enabled": False}
    return {**usual, **more}
