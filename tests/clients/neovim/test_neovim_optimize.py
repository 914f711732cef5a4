""":Vibe optimize in a real Neovim: evidence and diff before the buffer changes, an honest end, and practice mode."""

import pytest

from tests.clients.neovim.conftest import Start, answered_by
from tests.clients.neovim.nvim import Neovim
from tests.engines.openai_double import openai_double
from tests.integration.documents import RIGHT, TWO_SUM
from tests.integration.test_server_hint import HINTS
from tests.integration.test_server_optimize import FAST, FILE, UNORDERED

pytestmark = pytest.mark.timeout(600)

MEASURED_S = 400
"""Two versions are run and timed in the sandbox, on machines that may be busy."""
SHORT = "    return list(dict.fromkeys(nums))"
FASTER = FILE.partition("    found = []")[0] + f"{SHORT}\n\n\nLAST = 1\n"
DIFFS = "#vim.tbl_filter(function(b) return vim.bo[b].filetype == 'diff' end, vim.api.nvim_list_bufs())"
OPTIMIZE = """vim.lsp.buf.code_action({
  apply = true, filter = function(action) return action.title == 'Optimize this function' end })"""
IDLE = "require('vibe_lsp.runs').of(1).busy == 0"


async def test_the_diff_and_the_report_come_before_the_edit_which_is_one_undo(start: Start) -> None:
    async with openai_double(FAST) as double:
        editor = await start(FILE, settings=answered_by(double.url))
        await editor.put_cursor("for x in nums")
        await editor.command("Vibe optimize")
        await editor.until(f"{DIFFS} == 1", seconds=MEASURED_S)
        diff = (await editor.text()).splitlines()
        assert ["-    found = []" in diff, f"+{SHORT}" in diff] == [True, True]
        shown = await editor.reasons(
            "As it stands: ", "**✓ the same on ", "| n | before |", "o before   * after", "Growth: "
        )
        assert "<svg" not in shown
        assert await editor.text(1) == FILE
        await editor.lua("vim.api.nvim_buf_set_lines(1, 0, 0, false, { '# above' })")  # it has moved, and fits still
        await editor.keys("<C-y>")
        await editor.until(f"{DIFFS} == 0")
        assert await editor.text(1) == f"# above\n{FASTER}"
        await editor.lua("vim.api.nvim_buf_call(1, vim.cmd.undo)")
        assert await editor.text(1) == f"# above\n{FILE}"


async def test_where_nothing_faster_was_found_it_says_so_and_why(start: Start) -> None:
    async with openai_double(UNORDERED, UNORDERED, UNORDERED) as double:
        editor = await start(FILE, settings=answered_by(double.url))
        await editor.put_cursor("for x in nums")
        await editor.lua(OPTIMIZE)
        await editor.until(f"{IDLE} and #vim.api.nvim_list_wins() == 2", seconds=MEASURED_S)
        await editor.until("vim.api.nvim_exec2('messages', { output = true }).output:find('No faster', 1, true)")
        await editor.reasons(
            "**✗ the result differs** with `nums = [1, 0]`: before returns [1, 0], after returns [0, 1]",
            "No faster version that does the same was found",
        )
        assert await editor.lua(f"return {DIFFS}") == 0
        assert await editor.text(1) == FILE


async def by_command(editor: Neovim) -> None:
    await editor.command("Vibe solve")


async def by_light_bulb(editor: Neovim) -> None:
    title = "'Solve this problem'"
    await editor.lua(f"vim.lsp.buf.code_action({{ apply = true, filter = function(a) return a.title == {title} end }})")


async def test_in_practice_mode_nothing_gives_the_answer_away(start: Start) -> None:
    async with openai_double(RIGHT, HINTS) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe practice")
        assert await editor.lua("return require('vibe_lsp').statusline()") == "vibe: practice · ready"
        for way in (by_command, by_light_bulb):
            await editor.command("messages clear")
            await way(editor)
            await editor.until("vim.api.nvim_exec2('messages', { output = true }).output:find('Practice mode is on')")
        assert (double.requests, await editor.text(1)) == ([], TWO_SUM)
        assert await editor.lua("return require('vibe_lsp.runs').of(1).busy") == 0
        await hints_stay(editor)
        await editor.command("Vibe practice")
        assert await editor.lua("return require('vibe_lsp').statusline()") == "vibe: double"


async def hints_stay(editor: Neovim) -> None:
    for number, hint in enumerate(HINTS.splitlines()[:2], start=1):
        await editor.command("Vibe hint")
        await editor.reasons(f"Hint {number} of 3: {hint[3:]}")
        assert f"Hint {number} of 3" in await editor.messages()
        await editor.until(IDLE)
    shown = await editor.reasoning()
    assert ["Look it up" in shown, "Cancelled" in shown, "seen" in shown] == [False] * 3
    assert await editor.text(1) == TWO_SUM
