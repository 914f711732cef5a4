"""Real windows of VS Code for the tests of this folder: `await start(text, settings={…})` shows a file in one.

To open a window takes longer than most tests, so they hand one on: each finds it with its own file, its own settings
and nothing else open. After a test that failed it is opened anew. What begins with a window asks for a `fresh` one.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.clients.vscode import install
from tests.clients.vscode.code import ARGUMENTS, Code, new_page
from tests.clients.vscode.places import CHROMIUM
from tests.clients.vscode.server import CodeServer, code_server, write_settings

Start = Callable[..., Awaitable[Code]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A window lives in one event loop."""
    for item in items:
        if pytest_asyncio.is_async_test(item) and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def installed() -> None:
    """The editor and the extension as it is now."""
    assert install.main() == 0


@pytest.fixture(scope="session")
def server(installed: None, tmp_path_factory: pytest.TempPathFactory) -> Generator[CodeServer]:
    with code_server(tmp_path_factory.mktemp("code")) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncGenerator[Browser]:
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield running
        await running.close()


@pytest.fixture(scope="session")
def shared() -> list[Code]:
    """The window that is handed on, when there is one."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def start(
    request: pytest.FixtureRequest, server: CodeServer, browser: Browser, shared: list[Code], tmp_path: Path
) -> AsyncGenerator[Start]:
    """A picture of what a failing test saw stays in its folder."""
    failures = request.session.testsfailed
    async with AsyncExitStack() as stack:

        async def leave(code: Code) -> None:
            await code.page.screenshot(path=tmp_path / "last.png")
            if request.session.testsfailed > failures and code in shared:
                shared.clear()
            if code not in shared:
                await code.page.context.close()

        async def starting(
            text: str,
            settings: dict[str, Any] | None = None,
            on: CodeServer | None = None,
            name: str = "solution.py",
            fresh: bool = False,
        ) -> Code:
            ours = {f"vibe.{key}": value for key, value in (settings or {}).items()}
            if shared and not (fresh or on):
                code = shared[0]
                stack.push_async_callback(leave, code)
                await _turned(code, ours, text, code.folder / tmp_path.name / name)
                return code
            code = Code(on or server, await new_page(browser), tmp_path / "work", name)
            stack.push_async_callback(leave, code)
            await _opened(code, ours, text)
            if not (shared or fresh or on):
                shared.append(code)
            return code

        yield starting


async def _opened(code: Code, settings: dict[str, Any], text: str) -> None:
    code.folder.mkdir()
    write_settings(code.folder, settings)
    code.file.write_bytes(text.encode())
    await code.open()


async def _turned(code: Code, settings: dict[str, Any], text: str, file: Path) -> None:
    """The folder that is open stays."""
    file.parent.mkdir()
    file.write_bytes(text.encode())
    await code.turn_to(file, settings)


def answered_by(url: str, **more: Any) -> dict[str, Any]:
    """Settings for a model at `url` that writes one candidate, which nobody remembers."""
    usual = {"engine.url": url, "solve.samples": 1, "solve.repairRounds": 0, "store.enabled": False}
    return {**usual, **more}
