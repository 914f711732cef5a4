"""Solve this problem in a real VS Code with a real server; the model says what the test tells it."""

import asyncio
import json
import os
import re
import signal
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Locator, expect

from tests.clients.vscode.code import Code
from tests.clients.vscode.conftest import Start, answered_by
from tests.clients.vscode.server import PATIENCE_S
from tests.engines.openai_double import Says, openai_double
from tests.integration.documents import DOUBLE, NO_EXAMPLES, RIGHT, SOLUTION, THOUGHT, TWO_SUM, WRONG, solved
from tests.integration.test_maths_task import STATED, says

pytestmark = pytest.mark.timeout(600)

Way = Callable[[Code], Awaitable[None]]

STATEMENT = "Two Sum"
WRITTEN = "seen[n] = i"
COPIED = json.dumps(SOLUTION.strip())
FORMULAS = "There are $\\binom{n}{2}$ pairs, so \\(O(n)\\) is better:\n\n\\[\nn < n^2\n\\]\n\n"
PICTURES = "![x](https://example.org/x.png) <img src=//example.org/y.png> [a link](https://example.org)\n\n"


async def has_cells(row: Locator, *texts: str) -> None:
    await expect(row.locator("td code")).to_have_text(texts)


async def by_menu(code: Code) -> None:
    await code.choose(STATEMENT, "Solve This Problem")


async def by_palette(code: Code) -> None:
    await code.put_cursor(STATEMENT)
    await code.command("Vibe: Solve This Problem")


async def by_keys(code: Code) -> None:
    await code.put_cursor(STATEMENT)
    await code.keys("s")


async def by_lens(code: Code) -> None:
    await code.editor.locator(".codelens-decoration a", has_text=re.compile("^Solve$")).click()


async def by_light_bulb(code: Code) -> None:
    await code.bulb(STATEMENT, "Solve this problem")


async def test_every_way_to_solve_leads_to_the_solution_and_one_undo_takes_it_back(start: Start) -> None:
    ways: list[Way] = [by_menu, by_palette, by_keys, by_lens, by_light_bulb]
    async with openai_double(*[RIGHT] * len(ways)) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        for way in ways:
            await way(code)
            await code.shows(WRITTEN)
            await code.saves(solved())
            await code.put_cursor("LAST")
            await code.page.keyboard.press("Control+z")
            await expect(code.line("pass")).to_be_visible()
            await code.saves(TWO_SUM)


async def test_the_panel_streams_the_reasoning_and_ends_with_the_verdict(start: Start) -> None:
    """Fonts, styles and scripts are in the package; its policy lets nothing else through, and is not violated."""
    hold = asyncio.Event()
    asked: list[str] = []
    complaints: list[str] = []
    answer = RIGHT.replace("index. ", f"index.\n\n{FORMULAS}{PICTURES}")
    async with openai_double(Says(answer, hold=hold)) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        code.page.on("request", lambda request: asked.append(request.url))
        code.page.on("console", lambda message: complaints.append(message.text))
        await by_menu(code)
        reasoning = code.panel.locator(".reasoning")
        await expect(reasoning).to_contain_text(THOUGHT.strip())
        await expect(reasoning.locator(".katex")).to_have_count(3)
        await expect(code.panel.locator(".katex-error")).to_have_count(0)
        await expect(code.panel.locator(".bar button")).to_have_text(["Cancel"])
        await expect(code.notification("Solving")).to_contain_text(re.compile(r"thinking · \d+ tokens · \d+ tokens/s"))
        await code.shows_exactly(TWO_SUM + "\n")
        hold.set()
        await code.shows(WRITTEN)
        assert THOUGHT.strip() not in await code.saves_what(lambda saved: WRITTEN in saved, WRITTEN)
        await expect(code.panel.locator(".verdict h2")).to_contain_text("2/2 examples passed")
        rows = code.panel.locator(".verdict tbody tr")
        await has_cells(rows.first, "nums = [2, 7, 11, 15], target = 9", "[0, 1]", "[0, 1]")
        await expect(code.panel.locator(".meta")).to_contain_text("Solved in")
        await expect(code.notification("Solving")).to_have_count(0)
        await expect(code.panel.locator("img")).to_have_count(0)
        elsewhere = [url for url in asked if not url.startswith((code.server.url, "data:", "blob:", "vscode-"))]
        assert [url for url in elsewhere if "vscode-cdn.net" not in url] == []
        assert [text for text in complaints if "Content Security Policy" in text] == []


async def test_buttons_of_the_panel_after_a_solve(start: Start) -> None:
    """The solution is kept, and who tries again wants another one all the same."""
    async with openai_double(RIGHT, RIGHT) as double:
        code = await start(TWO_SUM, answered_by(double.url, **{"store.enabled": True}))
        await code.ready()
        await by_menu(code)
        buttons = code.panel.locator(".bar button")
        await expect(buttons).to_have_text(["Show diff", "Copy", "Try again"])
        await expect(code.panel.locator(".bar")).to_contain_text("In the file")
        await buttons.get_by_text("Copy").click()
        await code.page.wait_for_function(f"navigator.clipboard.readText().then(text => text.trim() === {COPIED})")
        await code.put_cursor("LAST")
        await code.page.keyboard.press("Control+z")
        await expect(buttons).to_have_text(["Apply", "Show diff", "Copy", "Try again"])
        await buttons.get_by_text("Apply").click()
        await code.shows(WRITTEN)
        await code.put_cursor("LAST")  # keys go to the panel until then
        await code.saves(solved())
        await code.page.keyboard.press("Control+z")
        await buttons.get_by_text("Show diff").click()
        await expect(code.page.locator(".monaco-diff-editor .line-insert").first).to_be_visible()
        await code.page.locator(".tab", has_text="solution.py").first.click()
        await buttons.get_by_text("Try again").click()
        await code.shows(WRITTEN)
        await code.eventually(lambda: len(double.requests) == 2)


async def by_notification(code: Code) -> None:
    await code.press("Solving", "Cancel")


async def by_button(code: Code) -> None:
    await code.panel.locator(".bar button", has_text="Cancel").click()


async def by_command(code: Code) -> None:
    await code.command("Vibe: Cancel")


async def by_cancel_keys(code: Code) -> None:
    """The panel may have taken the focus, and keys to it are not the editor's."""
    await code.put_cursor(STATEMENT)

    async def chord() -> None:
        await code.page.keyboard.press("Control+Alt+v")
        await code.page.keyboard.press("x")

    await code.until(chord, lambda: code.comes(code.notification("Solving"), "hidden"))


async def by_context_menu(code: Code) -> None:
    await code.choose(STATEMENT, "Cancel")


async def test_cancelling_reaches_the_model_and_changes_nothing(start: Start) -> None:
    ways: list[Way] = [by_notification, by_button, by_command, by_cancel_keys, by_context_menu]
    async with openai_double(*(Says(RIGHT, hold=asyncio.Event()) for _ in ways)) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        for way in ways:
            double.left.clear()
            await by_menu(code)
            await expect(code.panel.locator(".reasoning")).to_contain_text(THOUGHT.strip())
            await expect(code.notification("Solving")).to_be_visible()
            await way(code)
            await asyncio.wait_for(double.left.wait(), PATIENCE_S)
            await expect(code.panel.locator(".meta")).to_contain_text("Cancelled. Nothing was changed.")
            await expect(code.notification("Solving")).to_have_count(0)
            await expect(code.page.locator(".tab.dirty")).to_have_count(0)
        await code.saves(TWO_SUM)


async def test_undo_leaves_what_was_typed_while_the_model_thought(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        await by_menu(code)
        await double.asked.wait()
        await code.put_cursor("LAST")
        await code.page.keyboard.press("End")
        await code.page.keyboard.type(" # typed")
        hold.set()
        await code.shows(WRITTEN)
        typed = TWO_SUM.replace("LAST = 1", "LAST = 1 # typed")
        await code.saves(solved(typed))
        await code.page.keyboard.press("Control+z")
        await expect(code.line("pass")).to_be_visible()
        await code.saves(typed)


async def test_a_file_with_crlf_keeps_them_and_emoji_do_not_move_the_place(start: Start) -> None:
    text = TWO_SUM.replace("Two Sum:", "😀😀 Two Sum:").replace("\n", "\r\n")
    async with openai_double(RIGHT) as double:
        code = await start(text, answered_by(double.url))
        await code.ready()
        await by_menu(code)
        await code.shows(WRITTEN)
        await code.saves(solved(text.replace("\r\n", "\n")).replace("\n", "\r\n"))


async def test_a_question_in_mathematics_is_answered_below_it(start: Start) -> None:
    async with openai_double(says("5050")) as double:
        code = await start(STATED, answered_by(double.url), name="notes.md")
        await code.ready()
        await code.choose("What is the sum", "Solve This Problem")
        written = await code.saves_what(lambda saved: "boxed{5050}" in saved, "an answer")
        assert written.startswith(STATED.rstrip())
        await expect(code.panel.locator(".verdict h2")).to_contain_text("the answer 5050 is the stated one")
        await expect(code.panel.locator(".steps tr").first).to_contain_text("confirmed")


async def test_a_model_that_cannot_do_it_leaves_the_file_and_says_so(start: Start) -> None:
    async with openai_double(WRONG) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        await by_menu(code)
        await expect(code.panel.locator(".verdict h2")).to_contain_text("1/2 examples passed")
        failing = code.panel.locator(".verdict tbody tr", has_text="wrong answer")
        await has_cells(failing, "nums = [3, 2, 4], target = 6", "[1, 2]", "[0, 1]")
        await expect(code.panel.locator(".bar button")).to_have_text(["Copy", "Try again"])
        await code.saves(TWO_SUM)


async def insert_by_notification(code: Code) -> None:
    await code.press("The solution was not checked", "Insert anyway")


async def insert_by_panel(code: Code) -> None:
    await code.panel.locator(".bar button", has_text="Apply").click()


async def discard(code: Code) -> None:
    await code.panel.locator(".bar button", has_text="Discard").click()


async def test_code_that_was_not_checked_is_asked_about(start: Start) -> None:
    ways: list[tuple[Way, bool]] = [(insert_by_notification, True), (insert_by_panel, True), (discard, False)]
    async with openai_double(*[DOUBLE] * len(ways)) as double:
        code = await start(NO_EXAMPLES, answered_by(double.url))
        await code.ready()
        for way, inserted in ways:
            await code.choose("twice its value", "Solve This Problem")
            await code.told("The solution was not checked")
            await expect(code.panel.locator(".bar button")).to_have_text(["Apply", "Show diff", "Copy", "Discard"])
            await code.saves(NO_EXAMPLES)
            await way(code)
            await expect(code.panel.locator(".bar button", has_text="Discard")).to_have_count(0)
            await expect(code.line("return 2 * n")).to_have_count(int(inserted))
            if inserted:
                await code.put_cursor("twice its value")
                await code.page.keyboard.press("Control+z")
                await expect(code.line("pass")).to_be_visible()
            await code.command("Notifications: Clear All Notifications")


async def test_a_server_that_dies_leaves_the_file_and_the_next_solve_works(start: Start) -> None:
    async with openai_double(Says(RIGHT, hold=asyncio.Event()), RIGHT) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        await by_menu(code)
        await expect(code.panel.locator(".reasoning")).to_contain_text(THOUGHT.strip())
        for process in code.servers():
            os.kill(process, signal.SIGKILL)
        await expect(code.panel.locator(".meta")).to_contain_text("The server ended before the task did.")
        await code.saves(TWO_SUM)
        await code.ready()
        await by_menu(code)
        await code.shows(WRITTEN)
        await code.saves(solved())
