"""Neovim with nothing made up behind it: the real server, the real engine, the embedded model."""

from collections.abc import AsyncGenerator

import pytest

from lsp_server.engine import launcher
from tests.clients.neovim.conftest import Start
from tests.integration.documents import MISSING

pytestmark = pytest.mark.timeout(400)


@pytest.fixture(autouse=True)
async def no_engine_left() -> AsyncGenerator[None]:
    yield
    await launcher.stop_all()


async def test_the_embedded_model_writes_what_passes_its_examples(start: Start) -> None:
    editor = await start(MISSING, settings={"engine": {"model": "starter", "device": "cpu"}})
    await editor.put_cursor("Given an array")
    await editor.command("Vibe solve")
    assert await editor.beside(seconds=300) == ["5: ✓ 2/2 examples passed"]
    written = await editor.text(1)
    assert written.startswith(MISSING.removesuffix("        pass\n"))
    namespace: dict[str, type] = {}
    exec(written, namespace)
    assert namespace["Solution"]().missingNumber([3, 1, 0]) == 2
    assert "(starter" in await editor.reasoning()
    await editor.command("Vibe check")
    await editor.until("vim.api.nvim_exec2('messages', { output = true }).output:find('2/2 examples passed', 1, true)")
