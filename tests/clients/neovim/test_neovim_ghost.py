"""Ghost text in a real Neovim with a real server: seen on its screen, taken whole and in parts, never in the way."""

from typing import Any

import pytest

from tests.clients.neovim.conftest import Start
from tests.clients.neovim.nvim import NATIVE_GHOST, PLUGIN, Neovim
from tests.engines.openai_double import OpenAIDouble, openai_double

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(NATIVE_GHOST, reason="this Neovim shows ghost text itself: test_neovim_native_ghost.py"),
]

STUB = "def twice(n):\n    return \n"
KEYS = (PLUGIN / "doc" / "vibe-lsp.txt").read_text(encoding="utf-8").partition("No key is mapped for you: >lua")[2]
KEYS = KEYS.partition("\n<\n")[0]
"""The mappings that the help page proposes."""
GHOST = """(function()
  local marks = vim.api.nvim_buf_get_extmarks(
    0, vim.api.nvim_create_namespace('vibe_lsp.ghost'), 0, -1, { details = true })
  if not marks[1] then return '' end
  local lines = { marks[1][4].virt_text[1][1] }
  for _, line in ipairs(marks[1][4].virt_lines or {}) do table.insert(lines, line[1][1]) end
  return table.concat(lines, '\\n')
end)()"""
SCREEN = """(function()
  vim.cmd.redraw()
  local row = vim.fn.screenrow()
  local cells = {}
  for column = 1, vim.o.columns do table.insert(cells, vim.fn.screenstring(row, column)) end
  return table.concat(cells)
end)()"""


def completing(double: OpenAIDouble, **completion: Any) -> dict[str, Any]:
    quiet = {"format": "qwen", "debounceMs": 0, "prepare": False, **completion}
    return {"engine": {"url": double.url}, "completion": quiet}


async def typing(start: Start, double: OpenAIDouble, text: str = STUB, keys: str = "jA") -> Neovim:
    editor = await start(text, settings=completing(double))
    await editor.keys(keys)
    return editor


async def ghost(editor: Neovim, text: str) -> None:
    await editor.until(f"{GHOST} == ...", text)


async def test_it_is_seen_on_the_screen_and_taken_as_one_step(start: Start) -> None:
    async with openai_double("2 * n", "") as double:
        editor = await typing(start, double)
        await ghost(editor, "2 * n")
        assert "return 2 * n" in await editor.lua(f"return {SCREEN}")
        assert await editor.text() == "def twice(n):\n    return \n"
        await editor.lua("require('vibe_lsp.ghost').accept()")
        await editor.until("vim.api.nvim_get_current_line() == '    return 2 * n'")
        assert await editor.lua("return vim.api.nvim_win_get_cursor(0)") == [2, 16]
        await ghost(editor, "")
        await editor.keys("<Esc>u")
        await editor.until("vim.api.nvim_get_current_line() == '    return '")


async def test_a_word_a_line_and_the_rest(start: Start) -> None:
    async with openai_double("total = 0\n    return total + n", *["x"] * 9) as double:
        editor = await typing(start, double, "def f(n):\n    pass\n", "jcc")
        await editor.lua(KEYS)
        await ghost(editor, "total = 0\n    return total + n")
        await editor.keys("<M-w>")
        await ghost(editor, " = 0\n    return total + n")
        await editor.keys("<M-l>")
        await editor.until("vim.api.nvim_get_current_line() == '    total = 0'")
        await ghost(editor, "\n    return total + n")
        await editor.keys("<C-l>")
        await editor.until("vim.api.nvim_get_current_line() == '    return total + n'")


async def test_what_is_typed_of_it_leaves_it_and_anything_else_hides_it(start: Start) -> None:
    async with openai_double("2 * n", "", "") as double:
        editor = await typing(start, double)
        await ghost(editor, "2 * n")
        await editor.keys("2 ")
        await ghost(editor, "* n")
        await editor.keys("+")
        await ghost(editor, "")
        assert await editor.text() == "def twice(n):\n    return 2 +\n"


async def test_it_can_be_dismissed_and_goes_with_insert_mode(start: Start) -> None:
    async with openai_double("2 * n", "3", "4") as double:
        editor = await typing(start, double)
        await editor.lua(KEYS)
        await ghost(editor, "2 * n")
        await editor.keys("<C-]>")
        await ghost(editor, "")
        assert await editor.lua("return require('vibe_lsp.ghost').dismiss()") is False
        await editor.keys("<BS> ")
        await ghost(editor, "2 * n")
        await editor.keys("<Esc>")
        await ghost(editor, "")


async def test_the_next_one_is_asked_for_and_shown(start: Start) -> None:
    async with openai_double("2 * n", "n + n", "n + n") as double:
        editor = await typing(start, double)
        await ghost(editor, "2 * n")
        await editor.until(f"(function() require('vibe_lsp.ghost').next(); return {GHOST} == 'n + n' end)()")


@pytest.mark.parametrize("how", ["vim.g.vibe_lsp_practice = true", "vim.g.vibe_lsp_ghost = false"])
async def test_practice_mode_keeps_it_away(start: Start, how: str) -> None:
    async with openai_double() as double:
        editor = await start(STUB, settings=completing(double))
        await editor.lua(how)
        await editor.keys("jAx")
        await editor.until("vim.api.nvim_get_current_line() == '    return x'")
        await editor.keys("<Esc>")
        assert await editor.lua(f"return {GHOST}") == ""
        assert double.requests == []


async def test_it_is_no_command_for_people(start: Start) -> None:
    async with openai_double() as double:
        editor = await start(STUB, settings=completing(double))
        names = await editor.lua("return require('vibe_lsp').complete('')")
        assert "solve" in names and not any("." in name or "completion" in name for name in names)
