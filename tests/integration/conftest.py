"""Real servers for the tests of this folder, shut down at the end of each test."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from tests.integration.editor import Editor, start_editor

Start = Callable[..., Awaitable[Editor]]


@pytest.fixture
async def start() -> AsyncGenerator[Start]:
    """Start an editor and its server: `await start(like="neovim", options={...})`."""
    async with AsyncExitStack() as stack:

        async def starting(**how: Any) -> Editor:
            editor = await start_editor(**how)
            stack.push_async_callback(editor.leave)
            return editor

        yield starting
