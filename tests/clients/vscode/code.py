"""VS Code for tests: code-server with our extension and nothing else, in Chromium, driven as a person would.

One server runs for many tests, and most of them share a window, one after the other (conftest.py); each has a file of
its own. What stands in the editor is read from the page, or from the disk after saving. An editor that is busy drops
keys and clicks, and does not offer what it has not heard of yet: so all of them are repeated until they have had their
effect, which is waited for.
"""

import asyncio
import itertools
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

import psutil
from playwright.async_api import Browser, FrameLocator, Locator, Page, Position, expect
from playwright.async_api import TimeoutError as NotThereError

from tests.clients.vscode.server import PATIENCE_S, CodeServer, write_settings

PATIENCE_MS = PATIENCE_S * 1000
AGAIN_MS = 8000.0
"""After so long without an effect a key or a click is repeated."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For Chromium: it runs as root in CI, and fetches nothing of its own."""

NEAR_ITS_START: Position = {"x": 60, "y": 9}
"""Of a line; what is drawn above its text (the cursor) does not matter."""

QUICK = ".quick-input-list .monaco-list-row"
"""Rows of the palette and of everything that looks like it."""

HAS_CURSOR = """([line, focused]) => {
  const editor = line.closest('.monaco-editor')
  const cursor = editor?.querySelector('.cursors-layer .cursor')
  const apart = cursor && Math.abs(cursor.getBoundingClientRect().top - line.getBoundingClientRect().top)
  return line.isConnected && cursor && apart < 8 && (!focused || editor.classList.contains('focused'))
}"""
SHOWS = r"""([editor, text]) => {
  const lines = [...editor.querySelectorAll('.view-line')].map(each => [parseFloat(each.style.top), each.textContent])
  const texts = lines.sort(([a], [b]) => a - b).map(([, line]) => line.replaceAll('\xa0', ' ').trimEnd() + '\n')
  return texts.join('') === text
}"""

COUNTER = itertools.count(1)


class Code:
    """One window of the editor, with one file in front."""

    def __init__(self, server: CodeServer, page: Page, folder: Path, name: str = "solution.py") -> None:
        self.server, self.page, self.folder, self.file = server, page, folder, folder / name

    async def open(self) -> None:
        """Load the window with the file in front, and wait until the extension is there."""
        host = self.server.url.removeprefix("http://")
        payload = json.dumps([["openFile", f"vscode-remote://{host}{self.file}"]])
        place = urlencode({"folder": self.folder, "payload": payload})
        await self.page.goto(f"{self.server.url}/?{place}", wait_until="commit")
        await self.page.locator(".editor-instance .view-line").first.wait_for()
        await self.status.first.wait_for()

    async def turn_to(self, file: Path, settings: Mapping[str, Any]) -> None:
        """Leave what is open, for another file and other settings."""
        await self._close_all()
        if "error" in await self.status.inner_text():
            await self.command("Vibe: Restart Server")
        if await self.page.locator(".part.panel").is_visible():
            await self.command("View: Hide Panel")
        await self.command("Notifications: Clear All Notifications")
        await self.settings(**settings)
        self.file = file
        await self._chosen("Control+p", str(file), self.page.locator(f"{QUICK}.focused", has_text=file.parent.name))
        await self.editor.locator(".view-line").first.wait_for()
        await self.ready()

    async def _close_all(self) -> None:
        await self.command("View: Close All Editors")
        unsaved = self.page.locator(".monaco-dialog-box .monaco-button", has_text="Don't Save")
        async with asyncio.timeout(PATIENCE_S):
            while await self.page.locator(".tab").count():
                if await unsaved.is_visible():
                    await self.pick(unsaved)
                await asyncio.sleep(0.1)

    async def ready(self) -> None:
        """Wait until the server runs and has nothing to do."""
        await expect(self.status).to_have_text(re.compile(r"^\s*(Vibe|Vibe: asleep|double|starter)\s*$"))

    @property
    def status(self) -> Locator:
        """The item in the status bar."""
        return self.page.locator('.statusbar-item[id="vibe-lsp.vibe-lsp.vibe-lsp.status"]')

    @property
    def editor(self) -> Locator:
        """The file's editor."""
        name = f"{self.file.parent.name}/{self.file.name}"
        return self.page.locator(f'.editor-instance:has(.monaco-editor[data-uri*="{name}"])').first

    def line(self, words: str) -> Locator:
        """The line with `words`. The editor draws blanks as blanks that do not break."""
        return self.editor.locator(".view-line", has_text=re.compile(re.escape(words).replace(r"\ ", r"\s"))).first

    async def put_cursor(self, words: str) -> None:
        """What is above may move the line away from a click, and the focus comes back late from a panel."""

        async def click() -> None:
            await self.line(words).click(position=NEAR_ITS_START, force=True)

        await self.until(click, lambda: self._is_cursor_on(words, focused=True))

    async def open_menu(self, words: str, item: str) -> None:
        """Right-click on a line. An entry that is not there when the menu opens would never come into it."""

        async def right_click() -> None:
            if await self.page.locator(".monaco-menu").count():
                await self.page.keyboard.press("Escape")
            await self.line(words).click(position=NEAR_ITS_START, force=True, button="right")

        async def offered() -> bool:
            return await self.comes(self.menu_item(item)) and await self._is_cursor_on(words)

        await self.until(right_click, offered)

    async def choose(self, words: str, item: str) -> None:
        """Right-click on a line, and an entry of the menu."""
        await self.open_menu(words, item)
        await self.pick(self.menu_item(item))

    def menu_item(self, name: str) -> Locator:
        """The last one: Copilot's offer has an "Explain" of its own at the top (VS Code 1.105)."""
        return self.page.locator(".monaco-menu .action-label", has_text=re.compile(f"^{re.escape(name)}$")).last

    async def open_bulb(self, words: str) -> Locator:
        """What the light bulb offers on a line, which is nothing before the server has said that it will."""
        await self.put_cursor(words)
        actions = self.page.locator(".action-widget .action")
        await self.until(lambda: self.page.keyboard.press("Control+."), lambda: self.comes(actions))
        return actions

    async def bulb(self, words: str, action: str) -> None:
        await self.pick((await self.open_bulb(words)).filter(has_text=action))

    async def command(self, name: str) -> None:
        """By the palette, which knows only the commands that stood ready when it was asked: it is asked again."""
        await self._chosen("F1", f">{name}", self.page.locator(f"{QUICK}.focused", has_text=name))

    async def keys(self, last: str) -> None:
        """One of ours: all begin alike."""
        await self.page.keyboard.press("Control+Alt+v")
        await self.page.keyboard.press(last)

    async def _chosen(self, key: str, text: str, row: Locator) -> None:
        box = self.page.locator(".quick-input-widget input[type=text]")

        async def ask() -> None:
            if await box.is_visible():
                await self.page.keyboard.press("Escape")  # only then: it takes notifications away, too
            await self.page.keyboard.press(key)
            with suppress(NotThereError):
                await box.fill(text, timeout=AGAIN_MS)

        await self.until(ask, lambda: self.comes(row))
        await self.page.keyboard.press("Enter")
        await row.wait_for(state="hidden")

    async def answer(self, title: str, text: str) -> None:
        """A question in a box, also of a file, whose name is completed while it is typed."""
        box = self.page.locator(".quick-input-widget", has_text=title)
        await box.wait_for()

        async def say() -> None:
            with suppress(NotThereError):  # it has gone at last
                await box.locator("input[type=text]").fill(text, timeout=AGAIN_MS)
                await self.page.keyboard.press("Enter")

        await self.until(say, lambda: self.comes(box, "hidden"))

    async def pick(self, entry: Locator) -> None:
        """Of a list that closes then. One that has just opened, or is drawn anew, takes no click.

        Older versions (1.96) put a layer over the list of the light bulb until the pointer moves, so it moves first.
        """
        await entry.wait_for()

        async def click() -> None:
            with suppress(NotThereError):  # it has gone at last
                await entry.hover(force=True, timeout=AGAIN_MS)
                await entry.click(timeout=AGAIN_MS)

        await self.until(click, lambda: self.comes(entry, "hidden"))

    async def of_status_menu(self, entry: str) -> None:
        """A click on the status bar, and on an entry. The menu goes when the page behind it takes the focus late."""
        row = self.page.locator(QUICK, has_text=entry)

        async def click() -> None:
            if not await row.is_visible():
                await self.status.click()

        await self.until(click, lambda: self.comes(row))
        await self.pick(row)

    async def until(self, act: Callable[[], Awaitable[object]], done: Callable[[], Awaitable[bool]]) -> None:
        """Repeat what an editor may drop until it has had its effect; `done` waits for that, for a while."""
        async with asyncio.timeout(PATIENCE_S):
            await act()
            while not await done():
                await act()

    async def comes(self, what: Locator, state: Literal["visible", "hidden"] = "visible") -> bool:
        try:
            await what.first.wait_for(state=state, timeout=AGAIN_MS)
        except NotThereError:
            return False
        return True

    async def _is_cursor_on(self, words: str, *, focused: bool = False) -> bool:
        try:
            line = await self.line(words).element_handle(timeout=AGAIN_MS)
            await self.page.wait_for_function(HAS_CURSOR, arg=[line, focused], timeout=AGAIN_MS)
        except NotThereError:
            return False
        return True

    async def saves(self, text: str) -> None:
        """Save, and see that the file holds this."""
        await self.saves_what(lambda saved: saved == text, text)

    async def saves_what(self, fits: Callable[[str], bool], wanted: object = "") -> str:
        """A change is in the lines before the tab tells of it, and may come just behind the key: that takes another."""
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while True:
            await self.page.keyboard.press("Control+s")
            clean = await self.comes(self.page.locator(".tab.dirty"), "hidden")
            saved = self.file.read_bytes().decode()
            if clean and fits(saved):
                return saved
            assert asyncio.get_running_loop().time() < deadline, f"{saved!r} stands in the file, not {wanted!r}"
            await asyncio.sleep(0.1)

    async def shows(self, words: str) -> None:
        """Wait until a line of the file has `words`."""
        await self.line(words).wait_for()

    async def shows_exactly(self, text: str) -> None:
        """Wait until the lines on screen are these; only for files that fit."""
        await self.page.wait_for_function(SHOWS, arg=[await self.editor.element_handle(), text])

    @property
    def panel(self) -> FrameLocator:
        """The page of the side panel: a frame in a frame."""
        return self.page.frame_locator("iframe.webview.ready").frame_locator("#active-frame")

    def notification(self, words: str) -> Locator:
        """The first one: a progress that ends may say for a moment what the answer says."""
        return self.page.locator(".notification-list-item", has_text=words).first

    async def told(self, words: str) -> Locator:
        """A notification, also one that has gone out of sight."""
        there = self.notification(words)
        async with asyncio.timeout(PATIENCE_S):
            while not await self.comes(there):
                await self.command("Notifications: Show Notifications")
        return there

    async def press(self, notification: str, button: str) -> None:
        shown = await self.told(notification)
        await shown.hover()  # where it is out of sight its buttons are, too
        await shown.locator(".monaco-button", has_text=button).click()

    def servers(self) -> list[int]:
        """Processes of vibe-lsp that this editor has started, for any of its windows."""
        found = psutil.Process(self.server.process.pid).children(recursive=True)
        return [each.pid for each in found if any("vibe-lsp" in word for word in each.cmdline())]

    async def eventually(self, condition: Callable[[], bool]) -> None:
        """Wait for something outside of the page."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():  # noqa: ASYNC110 - files and processes tell nobody that they changed
                await asyncio.sleep(0.05)

    async def settings(self, **values: Any) -> None:
        """Change the settings of the folder, as who edits the file, and wait until the editor has read them."""
        title = f"settings {next(COUNTER)}"
        write_settings(self.folder, {**values, "window.title": title})
        await expect(self.page).to_have_title(title)


async def new_page(browser: Browser) -> Page:
    rights = ["clipboard-read", "clipboard-write"]
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, permissions=rights)
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    return await context.new_page()
