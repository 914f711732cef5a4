"""Ghost text where Neovim has its own, as 0.12 does: it is asked and shown by Neovim, and taken in parts by us."""

from pathlib import Path
from typing import Any

import pytest

from tests.clients.neovim.conftest import Start
from tests.clients.neovim.nvim import NEWER, Neovim
from tests.clients.neovim.test_neovim_ghost import STUB, completing
from tests.engines.openai_double import OpenAIDouble, openai_double

pytestmark = pytest.mark.timeout(240)

NATIVE = (Path(__file__).parent / "inline_completion.lua").read_text(encoding="utf-8")
HOW: dict[str, Any] = {"binary": NEWER} if NEWER.exists() else {"before": NATIVE}
"""Neovim 0.12 itself where it is there, else a stand-in for its module."""
GHOST = """(function()
  local space = vim.api.nvim_create_namespace('nvim.lsp.inline_completion')
  local mark = vim.api.nvim_buf_get_extmarks(0, space, 0, -1, { details = true })[1]
  return mark and mark[4].virt_text[1][1] or ''
end)()"""


async def typing(start: Start, double: OpenAIDouble) -> Neovim:
    editor = await start(STUB, settings=completing(double), **HOW)
    await editor.keys("jA")
    await ghost(editor, "2 * n")
    return editor


async def ghost(editor: Neovim, text: str) -> None:
    await editor.until(f"{GHOST} == ...", text)


async def line(editor: Neovim, text: str) -> None:
    await editor.until("vim.api.nvim_get_current_line() == ...", text)


async def test_a_word_and_the_rest_are_taken_each_as_one_step(start: Start) -> None:
    async with openai_double("2 * n", *["x"] * 9) as double:
        editor = await typing(start, double)
        assert await editor.lua("return require('vibe_lsp.ghost').accept('word')") is True
        await line(editor, "    return 2")
        await ghost(editor, " * n")
        await editor.lua("require('vibe_lsp.ghost').accept('all')")
        await line(editor, "    return 2 * n")
        assert await editor.lua("return vim.api.nvim_win_get_cursor(0)") == [2, 16]
        await editor.keys("<Esc>u")
        await line(editor, "    return 2")


async def test_what_was_typed_meanwhile_is_not_there_twice(start: Start) -> None:
    async with openai_double("2 * n", *["x"] * 9) as double:
        editor = await typing(start, double)
        await editor.keys("2 ")
        await line(editor, "    return 2 ")
        await ghost(editor, "* n")
        await editor.lua("require('vibe_lsp.ghost').accept()")
        await line(editor, "    return 2 * n")


async def test_it_is_dismissed_and_comes_back_with_the_next_key(start: Start) -> None:
    async with openai_double("2 * n", *["x"] * 9) as double:
        editor = await typing(start, double)
        await editor.lua("require('vibe_lsp.ghost').dismiss()")
        assert await editor.lua(f"return {GHOST}") == ""
        assert await editor.lua("return require('vibe_lsp.ghost').accept()") is False
        await editor.keys("2")
        await ghost(editor, " * n")


async def test_practice_mode_turns_it_off_for_our_server(start: Start) -> None:
    async with openai_double("2 * n", *["x"] * 9) as double:
        editor = await typing(start, double)
        await editor.lua("require('vibe_lsp').run('practice')")
        assert await editor.lua(f"return {GHOST}") == ""
        asked = len(double.requests)
        await editor.keys("<Esc>")
        await editor.command("enew | e! #")  # a buffer that is served anew
        await editor.attached()
        await editor.keys("jA")
        await editor.lua("vim.wait(400)")  # Neovim asks after 200 ms
        assert [await editor.lua(f"return {GHOST}"), len(double.requests)] == ["", asked]
        await editor.lua("require('vibe_lsp').run('practice')")
        await editor.keys("<BS> ")
        await ghost(editor, "2 * n")
