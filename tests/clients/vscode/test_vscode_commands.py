"""The commands of the palette that open something: each opens what its name says, and nothing asks to be saved."""

import re

import pytest
from playwright.async_api import expect

from tests.clients.vscode.code import Code
from tests.clients.vscode.conftest import Start, answered_by
from tests.engines.openai_double import openai_double
from tests.integration.documents import RIGHT, THOUGHT, TWO_SUM

pytestmark = pytest.mark.timeout(600)


async def close_tab(code: Code, name: str) -> None:
    tab = code.page.locator(".tab", has_text=re.compile(name))

    async def click() -> None:
        if await tab.count():
            await tab.hover()
            await tab.get_by_role("button", name="Close").click()

    await code.until(click, lambda: code.comes(tab, "hidden"))


async def test_the_reasoning_comes_back_after_its_panel_was_closed(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        await code.choose("Two Sum", "Solve This Problem")
        await code.shows("seen[n] = i")
        await close_tab(code, "^Vibe$")
        await code.command("Vibe: Show Reasoning")
        await expect(code.panel.locator(".reasoning")).to_contain_text(THOUGHT.strip())
        await expect(code.panel.locator(".verdict h2")).to_contain_text("2/2 examples passed")


async def test_the_settings_are_found_and_the_machine_is_examined(start: Start) -> None:
    """Settings are in a box above everything else, which Escape closes, or in a tab (VS Code 1.96); a page has one."""
    code = await start(TWO_SUM)
    await code.ready()
    await code.command("Vibe: Settings")
    settings = code.page.locator(".settings-editor")
    await expect(settings).to_contain_text("Practice mode: no solving")

    async def leave() -> None:
        await code.page.keyboard.press("Escape")
        await close_tab(code, "^Settings$")

    await code.until(leave, lambda: code.comes(settings, "hidden"))
    await code.command("Vibe: Run Doctor")
    await expect(code.panel.locator("tr", has_text="sandbox").first).to_be_visible()
    await code.command("View: Close All Editors")
    await expect(code.page.locator(".tab")).to_have_count(0)
