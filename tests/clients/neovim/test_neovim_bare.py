"""Neovim without the plugin, with the lines of clients/README.md alone: what any LSP client gets of the server."""

import asyncio
import json
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.clients.neovim.conftest import answered_by
from tests.clients.neovim.nvim import PATIENCE_S, Neovim, install
from tests.clients.test_client_pages import snippets
from tests.engines.openai_double import Says, openai_double
from tests.integration.documents import RIGHT, TWO_SUM, broken, solved

pytestmark = pytest.mark.timeout(240)

ACT = """local title = ...
vim.lsp.buf.code_action({ apply = true, filter = function(action) return vim.startswith(action.title, title) end })"""
REMEMBER = """_G.told = {}
vim.api.nvim_create_autocmd('LspProgress', { callback = function(args)
  local value = args.data.params.value
  _G.token = args.data.params.token
  table.insert(_G.told, ('%s %s %s'):format(value.kind, value.title or '', value.message or ''))
end })"""
TOLD = "(function(words) return vim.iter(_G.told):any(function(line) return line:find(words, 1, true) end) end)(...)"
CANCEL = "vim.lsp.get_clients()[1]:notify('window/workDoneProgress/cancel', { token = _G.token })"


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncGenerator[Neovim]:
    (snippet,) = snippets("lua")
    editor = Neovim(install(tmp_path, {}, before=snippet))
    (tmp_path / "data" / "nvim" / "site" / "pack" / "test" / "start" / "vibe_lsp").unlink()
    (tmp_path / "solution.py").write_text(TWO_SUM, encoding="utf-8")
    await editor.start(tmp_path / "solution.py")
    await editor.attached()
    yield editor
    await editor.leave()


async def configure(editor: Neovim, url: str) -> None:
    """As who writes `settings` into that configuration, while the server runs."""
    await editor.lua(
        """local client, settings = vim.lsp.get_clients()[1], vim.json.decode(...)
           client.settings = settings
           client:notify('workspace/didChangeConfiguration', { settings = settings })""",
        json.dumps({"vibe": {**answered_by(url), "store": {"enabled": False}}}),
    )


async def test_it_solves_shows_progress_cancels_and_marks_what_fails(bare: Neovim) -> None:
    assert await bare.lua("return vim.fn.exists(':Vibe')") == 0
    async with openai_double(Says(RIGHT, hold=asyncio.Event()), RIGHT) as double:
        await configure(bare, double.url)
        await bare.lua(REMEMBER)
        await bare.put_cursor("Two Sum")
        await bare.lua(ACT, "Solve this problem")
        await double.asked.wait()
        await bare.until(TOLD, "begin Solving Two Sum")
        await bare.until(TOLD, "tokens/s")
        await bare.lua(CANCEL)
        await asyncio.wait_for(double.left.wait(), PATIENCE_S)
        await bare.until(TOLD, "end")
        assert await bare.text(1) == TWO_SUM
        await bare.lua(ACT, "Solve this problem")
        await bare.until(
            "vim.list_contains(vim.api.nvim_buf_get_lines(1, 0, -1, false), '    seen: dict[int, int] = {}')"
        )
        assert await bare.text(1) == solved()
        await bare.lua("vim.api.nvim_buf_set_lines(0, 0, -1, false, ...)", broken().splitlines())
        await bare.put_cursor("Two Sum")
        await bare.lua(ACT, "Run examples")
        await bare.until("#vim.diagnostic.get(1) == 1")
