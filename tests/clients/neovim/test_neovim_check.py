""":Vibe check in a real Neovim: failing examples as diagnostics at their place, the verdict beside the problem."""

import pytest

from tests.clients.neovim.conftest import Start, answered_by
from tests.engines.openai_double import openai_double
from tests.integration.documents import TWO_SUM, WIDE, broken, solved

pytestmark = pytest.mark.timeout(180)

DIAGNOSTICS = "vim.tbl_map(function(d) return { d.lnum, d.col, d.end_col, d.message } end, vim.diagnostic.get(1))"

WHY = "It always gives the first two."
MESSAGES = "vim.api.nvim_exec2('messages', { output = true }).output"
REPLACE = "vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(..., '\\n'))"


async def test_a_failing_example_is_a_diagnostic_on_its_line(start: Start) -> None:
    editor = await start(broken())
    await editor.put_cursor("return [0, 1]")
    await editor.command("Vibe check")
    await editor.until("#vim.diagnostic.get(1) > 0")
    ((line, _, _, message),) = await editor.lua(f"return {DIAGNOSTICS}")
    assert broken().splitlines()[line].strip() in ("Example 2:", "Input: nums = [3, 2, 4], target = 6")
    assert message == "Wrong answer.\nExpected: [1, 2]\nActual: [0, 1]"
    assert await editor.beside() == ["4: ✗ 1/2 examples passed"]


async def test_a_failing_example_is_explained_in_the_split_and_the_file_stays(start: Start) -> None:
    async with openai_double(f"<think>\nFixed.\n</think>\n\n{WHY}") as double:
        editor = await start(broken(), settings=answered_by(double.url))
        await editor.put_cursor("return [0, 1]")
        await editor.command("Vibe explain")
        shown = await editor.reasons(
            "# Two Sum", "## Explanation", "- given: `[0, 1]`", "### Reasoning", WHY, "Explained in"
        )
    assert "Of the result the first to differ is number 1. It is 1 too small." in shown and "Candidate" not in shown
    assert await editor.beside() == ["4: ✗ 1/2 examples passed"]
    assert await editor.text() == broken()


async def test_columns_count_what_neovim_counts(start: Start) -> None:
    editor = await start(WIDE)
    await editor.put_cursor("count")
    await editor.command("Vibe check")
    await editor.until("#vim.diagnostic.get(1) > 0")
    ((line, start_column, end_column, _),) = await editor.lua(f"return {DIAGNOSTICS}")
    wrong = WIDE.splitlines()[4]
    assert (line, start_column, end_column) == (4, 4, len(wrong.encode()))


async def test_a_repaired_solution_takes_everything_back(start: Start) -> None:
    editor = await start(broken())
    await editor.put_cursor("Two Sum")
    await editor.command("Vibe check")
    assert await editor.beside() == ["4: ✗ 1/2 examples passed"]
    await editor.lua(REPLACE, solved().removesuffix("\n"))
    await editor.until("#vim.diagnostic.get(1) == 0")
    await editor.nothing_beside()
    await editor.put_cursor("Two Sum")
    await editor.command("Vibe check")
    assert await editor.beside() == ["4: ✓ 2/2 examples passed"]


async def test_a_verdict_on_text_that_was_changed_meanwhile_is_not_put_beside_it(start: Start) -> None:
    slow = broken().replace("return [0, 1]", "return __import__('time').sleep(1) or [0, 1]")
    editor = await start(slow)  # Neovim tells of an edit after 150 ms; by then a quick verdict would be there
    await editor.put_cursor("Two Sum")
    await editor.lua(f"vim.cmd.Vibe('check') {REPLACE}", solved().removesuffix("\n"))
    await editor.until(
        "vim.api.nvim_exec2('messages', { output = true }).output:find('before your last edit', 1, true)"
    )
    await editor.nothing_beside()


async def test_the_light_bulb_runs_examples_too(start: Start) -> None:
    editor = await start(solved())
    await editor.put_cursor("Two Sum")
    await editor.lua(
        """vim.lsp.buf.code_action({
             apply = true, filter = function(action) return action.title == 'Run examples' end })"""
    )
    assert await editor.beside() == ["4: ✓ 2/2 examples passed"]


async def test_where_no_problem_is_a_sentence_says_so(start: Start) -> None:
    editor = await start(TWO_SUM)
    await editor.put_cursor("LAST = 1")
    await editor.command("Vibe check")
    await editor.until(f"{MESSAGES} ~= ''")
    assert "vibe-lsp: " in await editor.messages()
    await editor.nothing_beside()
