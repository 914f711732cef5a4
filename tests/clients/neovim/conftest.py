"""Real editors for the tests of this folder: `await start(text, settings={…})` opens a file in one."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.clients.neovim.nvim import BINARY, Neovim, install

Start = Callable[..., Awaitable[Neovim]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncGenerator[Start]:
    async with AsyncExitStack() as stack:

        async def starting(
            text: str,
            name: str = "solution.py",
            settings: dict[str, Any] | None = None,
            before: str = "",
            binary: Path = BINARY,
        ) -> Neovim:
            """`before`: Lua that runs before any plugin is loaded."""
            file = tmp_path / name
            file.write_bytes(text.encode())
            editor = Neovim(install(tmp_path, settings or {}, before), binary)
            await editor.start(file)
            stack.push_async_callback(editor.leave)
            await editor.attached()
            return editor

        yield starting


def answered_by(url: str, **solve: Any) -> dict[str, Any]:
    """Settings for a model at `url` that writes one candidate."""
    quiet = {"enabled": False}  # typing in these tests is not about ghost text
    return {"engine": {"url": url}, "completion": quiet, "solve": {"samples": 1, "repairRounds": 0, **solve}}
