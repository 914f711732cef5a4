""":Vibe solve and the light bulb in a real Neovim with a real server; the model says what the test tells it."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.clients.neovim.conftest import Start, answered_by
from tests.clients.neovim.nvim import PATIENCE_S, Neovim, run_lua
from tests.engines.openai_double import Says, openai_double
from tests.integration.documents import (
    ANOTHER,
    ANOTHER_SOLVED,
    DOUBLE,
    NO_EXAMPLES,
    RIGHT,
    THOUGHT,
    TWO_SUM,
    WRONG,
    solved,
)

pytestmark = pytest.mark.timeout(180)

Way = Callable[[Neovim], Awaitable[None]]

LIGHT_BULB = """vim.lsp.buf.code_action({
  apply = true,
  filter = function(action) return vim.startswith(action.title, 'Solve this problem') end,
})"""
IDLE = "require('vibe_lsp.runs').of(1).busy == 0"
LINES = "vim.api.nvim_buf_get_lines(1, 0, -1, false)"


async def by_command(editor: Neovim) -> None:
    await editor.command("Vibe solve")


async def by_mapping(editor: Neovim) -> None:
    await editor.lua("vim.keymap.set('n', 'gs', '<Plug>(vibe-solve)')")
    await editor.keys("gs")


async def by_light_bulb(editor: Neovim) -> None:
    await editor.lua(LIGHT_BULB)


async def text_when_inserted(editor: Neovim) -> str:
    await editor.until(f"vim.list_contains({LINES}, '    seen: dict[int, int] = {{}}')")
    return await editor.text(1)


async def test_every_way_to_solve_leads_to_the_solution_and_one_undo_takes_it_back(start: Start) -> None:
    ways: list[Way] = [by_command, by_mapping, by_light_bulb]
    async with openai_double(*[RIGHT] * len(ways)) as double:
        editor = await start(TWO_SUM, settings=forgetful(double.url))
        for way in ways:
            await editor.put_cursor("Two Sum")
            await way(editor)
            assert await text_when_inserted(editor) == solved()
            assert await editor.beside() == ["4: ✓ 2/2 examples passed"]
            await editor.until(IDLE)
            await editor.command("undo")
            assert await editor.text(1) == TWO_SUM
            await editor.nothing_beside()  # it would be said of code that is gone
        assert len(double.requests) == len(ways)


def forgetful(url: str) -> dict[str, Any]:
    """Each question goes to the model, also one that was solved before."""
    return {**answered_by(url), "store": {"enabled": False}}


async def test_undo_leaves_what_was_typed_while_the_model_thought(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        await double.asked.wait()
        await editor.put_cursor("LAST = 1")
        await editor.keys("A # typed")
        await editor.until("vim.startswith(vim.api.nvim_get_current_line(), 'LAST = 1 # typed')")
        hold.set()
        typed = TWO_SUM.replace("LAST = 1", "LAST = 1 # typed")
        assert await text_when_inserted(editor) == solved(typed)
        await editor.keys(" on<Esc>")
        await editor.until("vim.api.nvim_get_current_line() == 'LAST = 1 # typed on'")
        await editor.command("undo")
        assert await editor.text(1) == solved(typed)
        await editor.command("undo")
        assert await editor.text(1) == typed


async def test_the_reasoning_streams_into_a_split_and_never_into_the_file(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        await editor.until("#vim.api.nvim_list_wins() == 2")
        await has_reasoned(editor)
        assert await editor.text(1) == TWO_SUM
        assert await editor.lua("return vim.api.nvim_get_current_buf()") == 1  # the split took no focus
        hold.set()
        await editor.until(IDLE)
        assert await text_when_inserted(editor) == solved()
        assert THOUGHT not in await editor.text(1)
        await editor.reasons("**2/2 examples passed**", "Solved in", "(double)")


async def has_reasoned(editor: Neovim, words: str = THOUGHT.strip()) -> None:
    await editor.reasons(words)


async def test_closing_the_split_cancels_nothing_and_it_can_be_had_again(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        await has_reasoned(editor)
        await editor.keys("<C-w>lq")
        await editor.until("#vim.api.nvim_list_wins() == 1")
        hold.set()
        assert await text_when_inserted(editor) == solved()
        await editor.command("Vibe reasoning")
        await has_reasoned(editor)


async def test_a_panel_that_was_thrown_away_comes_back(start: Start) -> None:
    ways = ["exe 'bunload!' bufnr('vibe://reasoning')", "bwipeout! vibe://reasoning", "bwipeout! solution.py | e #"]
    async with openai_double(*[RIGHT] * (1 + len(ways))) as double:
        editor = await start(TWO_SUM, settings=forgetful(double.url))
        file = await editor.lua("return vim.api.nvim_buf_get_name(1)")
        await solve_and_undo(editor)
        for way in ways:
            await editor.command(way.replace("#", file))
            await editor.attached()
            await solve_and_undo(editor)


async def solve_and_undo(editor: Neovim) -> None:
    await editor.put_cursor("Two Sum")
    await editor.command("Vibe solve")
    assert await editor.beside() == ["4: ✓ 2/2 examples passed"]
    assert (await editor.reasons(THOUGHT.strip())).count(THOUGHT.strip()) == 1
    await editor.command("undo")


async def test_a_solution_seen_before_comes_back_without_reasoning(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        for times in (1, 2):
            await editor.put_cursor("Two Sum")
            await editor.command("Vibe solve")
            assert await editor.beside() == ["4: ✓ 2/2 examples passed"]
            shown = await editor.reasons("Solved before" if times == 2 else "Solved in")
            assert (shown.count("Solved before"), shown.count("Solved in")) == (times - 1, 2 - times)
            assert (THOUGHT.strip() in shown) is (times == 1)
            await editor.command("undo")
            await editor.nothing_beside()


async def test_two_solves_in_one_file_do_not_mix(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(WRONG, hold=hold), Says(ANOTHER_SOLVED, hold=hold)) as double:
        editor = await start(TWO_SUM + "\n\n" + ANOTHER, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        await has_reasoned(editor, "No idea.")  # so the first answer is that of the first question
        await editor.put_cursor("def twice")
        await editor.command("Vibe solve")
        await editor.until("require('vibe_lsp.runs').of(1).busy == 2")
        hold.set()
        await editor.until(IDLE)
        shown = await editor.reasons("Return twice n: Solved in", "return [0, 1]", "return 2 * n")
        first, second = shown.split("## Candidate 1")[1:]
        assert ["return [0, 1]" in part for part in (first, second)] == [True, False]
        assert ["return 2 * n" in part for part in (first, second)] == [False, True]
        line = 1 + (TWO_SUM + "\n\n" + ANOTHER).splitlines().index("def twice(n: int) -> int:")
        assert (await editor.beside())[-1] == f"{line}: ✓ 1/1 examples passed"


async def test_without_a_panel_nothing_opens(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.lua("vim.g.vibe_lsp_panel = false")
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        assert await text_when_inserted(editor) == solved()
        assert await editor.lua("return #vim.api.nvim_list_wins()") == 1


async def cancel_by_command(editor: Neovim) -> None:
    await editor.keys(":Vibe cancel<CR>")


async def cancel_by_key(editor: Neovim) -> None:
    await editor.keys("<C-w>l")
    await editor.until("vim.bo.filetype == 'vibe_lsp'")
    await editor.keys("<C-c>")


async def test_cancelling_reaches_the_model_and_changes_nothing(start: Start) -> None:
    ways: list[Way] = [cancel_by_command, cancel_by_key]
    async with openai_double(*(Says(RIGHT, hold=asyncio.Event()) for _ in ways)) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        for way in ways:
            double.left.clear()
            double.asked.clear()
            await editor.put_cursor("Two Sum")
            await editor.command("Vibe solve")
            await double.asked.wait()
            await has_reasoned(editor)
            assert (await editor.lua("return require('vibe_lsp').statusline()")).startswith("vibe: ")
            await way(editor)
            await asyncio.wait_for(double.left.wait(), PATIENCE_S)
            await editor.until(IDLE)
            assert (await editor.reasons("Cancelled.")).endswith("Cancelled. Nothing was changed.")
            assert await editor.text(1) == TWO_SUM
            assert await editor.lua("return require('vibe_lsp').statusline()") == "vibe: double"


async def test_a_file_with_crlf_keeps_them(start: Start, tmp_path: Path) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(TWO_SUM.replace("\n", "\r\n"), settings=answered_by(double.url))
        assert await editor.lua("return vim.bo.fileformat") == "dos"
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        assert await text_when_inserted(editor) == solved()
        await editor.command("write")
        assert (tmp_path / "solution.py").read_bytes().decode() == solved().replace("\n", "\r\n")


async def test_emoji_before_the_cursor_do_not_move_it(start: Start) -> None:
    text = TWO_SUM.replace("Two Sum:", "😀😀 输入 Two Sum:")
    async with openai_double(RIGHT) as double:
        editor = await start(text, settings=answered_by(double.url))
        assert await editor.lua("return vim.lsp.get_clients()[1].offset_encoding") == "utf-8"
        await editor.put_cursor("target.")
        await editor.lua("vim.fn.search('target\\\\.', 'c')")
        await editor.command("Vibe solve")
        assert await text_when_inserted(editor) == solved(text)


async def test_a_model_that_cannot_do_it_leaves_the_file_and_says_so(start: Start) -> None:
    async with openai_double(WRONG) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        await double.asked.wait()
        await editor.until(IDLE)
        told = "- ✗ `nums = [3, 2, 4], target = 6`: wrong answer, expected `[1, 2]`, got `[0, 1]`"
        await editor.reasons("**1/2 examples passed**", told)
        assert await editor.text(1) == TWO_SUM
        assert await editor.beside() == ["4: ✗ 1/2 examples passed"]


PREVIEW = "#vim.tbl_filter(function(b) return vim.bo[b].filetype == 'diff' end, vim.api.nvim_list_bufs())"


async def test_code_that_was_not_checked_is_shown_as_a_diff_before_it_is_inserted(start: Start) -> None:
    ways = [("q", False), ("<C-w>p:Vibe cancel<CR>", False), ("<C-y>", True)]
    async with openai_double(*[DOUBLE] * len(ways)) as double:
        editor = await start(NO_EXAMPLES, settings=forgetful(double.url))
        for keys, inserted in ways:
            await editor.put_cursor("double")
            await editor.command("Vibe solve")
            await editor.until(f"{PREVIEW} == 1")
            diff = (await editor.text()).splitlines()
            assert ["-    pass" in diff, "+    return 2 * n" in diff] == [True, True]
            assert await editor.text(1) == NO_EXAMPLES
            await editor.keys(keys)
            await editor.until(IDLE)
            await editor.until(f"{PREVIEW} == 0")
            assert ("return 2 * n" in await editor.text(1)) is inserted
            await editor.command("buffer 1 | only")


async def test_each_question_shows_its_own_diff(start: Start) -> None:
    hold = asyncio.Event()
    triple = NO_EXAMPLES.replace("double", "triple").replace("twice", "three times")
    says = Says(DOUBLE, hold=hold), Says(DOUBLE.replace("double", "triple").replace("2 *", "3 *"), hold=hold)
    async with openai_double(*says) as double:
        editor = await start(NO_EXAMPLES + "\n\n" + triple, settings=answered_by(double.url))
        for number, name in enumerate(("def double", "def triple"), start=1):
            await editor.put_cursor(name)
            await editor.command("Vibe solve")
            await editor.until(f"require('vibe_lsp.runs').of(1).busy == {number}")
            await double.asked.wait()  # the first answer is that of the first question
            double.asked.clear()
        hold.set()
        await editor.until(f"{PREVIEW} == 2")
        await editor.lua("for _, win in ipairs(vim.fn.win_findbuf(1)) do vim.api.nvim_set_current_win(win) end")
        await editor.lua(
            """for _, win in ipairs(vim.api.nvim_list_wins()) do
                 local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(win), 0, -1, false)
                 if vim.list_contains(lines, '+    return 3 * n') then vim.api.nvim_set_current_win(win) end
               end"""
        )
        await editor.keys("<C-y>")
        await editor.until("require('vibe_lsp.runs').of(1).busy == 1")
        assert ["return 2 * n" in await editor.text(1), "return 3 * n" in await editor.text(1)] == [False, True]
        await editor.command("Vibe cancel")
        await editor.until(IDLE)
        await editor.until(f"{PREVIEW} == 0")


def test_a_question_shows_the_diff_of_the_request_that_it_names(tmp_path: Path) -> None:
    """Whichever task ended first; a server that names none asks in their order."""
    code = """
      local preview, told = require('vibe_lsp.preview'), {}
      for _, id in ipairs({ 'a', 'b', 'c' }) do
        local place = { line = 1, column = 0 }
        preview.offer(1, id, { '' }, { region = { start = place, ['end'] = place }, text = 'of ' .. id })
      end
      for _, id in ipairs({ 'b', 'unknown', '' }) do
        local named = id ~= '' and id or nil
        local asked = preview.ask({ id = named, message = '', actions = { { title = 'Insert' } } }, print)
        local buffers = vim.api.nvim_list_bufs()
        table.insert(told, asked and vim.api.nvim_buf_get_lines(buffers[#buffers], -2, -1, false)[1] or 'not ours')
      end
      print(table.concat(told, '|'))"""
    assert run_lua(tmp_path, " ".join(code.split())).endswith("+of b|not ours|+of a")


async def test_the_question_does_not_take_the_keys_of_somebody_who_types(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(DOUBLE, hold=hold)) as double:
        editor = await start(NO_EXAMPLES + "\n\nLAST = 1\n", settings=answered_by(double.url))
        await editor.put_cursor("double")
        await editor.command("Vibe solve")
        await double.asked.wait()
        await editor.put_cursor("LAST")
        await editor.keys("A0")
        hold.set()
        await editor.until(f"{PREVIEW} == 1")
        await editor.keys("1<Esc>")
        await editor.until("vim.api.nvim_get_current_line() == 'LAST = 101'")
        assert "not checked" in await editor.messages()
        assert "return 2 * n" not in await editor.text(1)


async def test_a_server_that_dies_leaves_the_buffer_and_the_next_solve_starts_one(start: Start) -> None:
    async with openai_double(Says(RIGHT, hold=asyncio.Event()), RIGHT) as double:
        editor = await start(TWO_SUM, settings=answered_by(double.url))
        await editor.put_cursor("Two Sum")
        await editor.command("Vibe solve")
        await has_reasoned(editor)
        (server,) = await editor.lua("return vim.api.nvim_get_proc_children(vim.fn.getpid())")
        os.kill(server, signal.SIGKILL)
        await editor.until("#vim.lsp.get_clients() == 0")
        assert await editor.text(1) == TWO_SUM
        await editor.reasons("The server ended before the task did")
        assert await editor.lua("return require('vibe_lsp').statusline()") == ""
        await editor.command("Vibe solve")
        assert await text_when_inserted(editor) == solved()
