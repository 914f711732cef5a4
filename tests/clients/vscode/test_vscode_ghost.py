"""Ghost text in a real VS Code with a real server: seen, taken whole and in parts, dismissed, counted, unwanted."""

import sqlite3
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from tests.clients.vscode.code import Code
from tests.clients.vscode.conftest import Start
from tests.engines.openai_double import OpenAIDouble, openai_double

pytestmark = pytest.mark.timeout(600)

STUB = "def twice(n):\n    retur\n\n\nLAST = 1\n"
FILLED = "    return 2 * n + 0"
READS = """([pieces, text]) =>
  [...document.querySelectorAll(pieces)].map(each => each.textContent).join('').replaceAll('\\xa0', ' ') === text"""


def completing(double: OpenAIDouble, **more: Any) -> dict[str, Any]:
    how = {"enabled": True, "format": "qwen", "debounceMs": 0, "prepare": False}
    return {"engine.url": double.url, **{f"completion.{name}": value for name, value in how.items()}, **more}


def ghost(code: Code) -> Locator:
    return code.editor.locator(".ghost-text-decoration")


async def shows_ghost(code: Code, text: str) -> None:
    """In pieces, behind what was typed."""
    await code.page.wait_for_function(READS, arg=[".ghost-text-decoration", text])


async def type_to(code: Code) -> None:
    """Into the line, up to where a value is wanted."""
    await code.put_cursor("retur")
    await code.page.keyboard.press("End")
    await code.page.keyboard.type("n ")


def outcomes(code: Code) -> list[tuple[str, int | None]]:
    """What the server has counted in this window's home, oldest first."""
    (path,) = (code.server.home / "vibe").rglob("completions.sqlite3")
    with sqlite3.connect(path) as database:
        return database.execute("SELECT outcome, taken FROM completions ORDER BY rowid").fetchall()


async def test_it_is_seen_and_taken_by_tab_and_by_word_and_dismissed_by_escape(start: Start) -> None:
    async with openai_double(*["2 * n + 0"] * 20) as double:
        code = await start(STUB, completing(double))
        await code.ready()
        await type_to(code)
        await shows_ghost(code, "2 * n + 0")
        await code.page.keyboard.press("Escape")
        await expect(ghost(code)).to_have_count(0)
        await code.saves(STUB.replace("retur", "return "))
        await code.page.keyboard.press("Backspace")
        await code.page.keyboard.type(" ")
        await shows_ghost(code, "2 * n + 0")
        await code.page.keyboard.press("Control+ArrowRight")
        await shows_ghost(code, " * n + 0")
        await code.page.keyboard.press("Tab")
        await code.shows(FILLED)
        await expect(ghost(code)).to_have_count(0)
        await code.saves(STUB.replace("    retur", FILLED))
        await code.eventually(lambda: ("accepted", 9) in outcomes(code))


async def test_practice_mode_takes_it_away_and_keeps_it_away(start: Start) -> None:
    async with openai_double(*["2 * n + 0"] * 20) as double:
        code = await start(STUB, completing(double))
        await code.ready()
        await type_to(code)
        await shows_ghost(code, "2 * n + 0")
        await code.settings(**{f"vibe.{name}": value for name, value in completing(double, practice=True).items()})
        await expect(ghost(code)).to_have_count(0)
        await expect(code.status.locator(".codicon-mortar-board")).to_have_count(1)
        asked = len(double.requests)
        await code.page.keyboard.type("2 ")
        await code.command("Trigger Inline Suggestion")
        await code.put_cursor("LAST")
        await code.saves(STUB.replace("retur", "return 2 "))
        await expect(ghost(code)).to_have_count(0)
        assert len(double.requests) == asked
