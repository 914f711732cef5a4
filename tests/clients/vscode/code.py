"""VS Code for tests: code-server with our extension and nothing else, in Chromium, driven as a person would.

One server runs for many tests; each test has a folder of its own, opened in a page of its own. What stands in the
editor is read from the page, or from the disk after saving.
"""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import psutil
from playwright.async_api import Browser, FrameLocator, Locator, Page, Position, expect
from playwright.async_api import TimeoutError as NotThereError

from tests.clients.vscode.places import NODE, PACKAGE, SERVER

PATIENCE_S = 120.0
PATIENCE_MS = PATIENCE_S * 1000
ASKED_AGAIN_MS = 5000.0
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

CALM: dict[str, Any] = {
    "chat.disableAIFeatures": True,
    "editor.minimap.enabled": False,
    "editor.cursorBlinking": "solid",
    "editor.occurrencesHighlight": "off",
    "editor.stickyScroll.enabled": False,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "files.autoSave": "off",
    "git.enabled": False,
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "vibe.completion.enabled": False,  # typing is not about ghost text, and would start an engine
    "window.menuBarVisibility": "compact",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.colorTheme": "Default Dark Modern",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}


@dataclass(frozen=True)
class CodeServer:
    """The editor's server. `home` holds what the editor and vibe-lsp keep."""

    url: str
    home: Path
    process: "subprocess.Popen[bytes]"


@contextmanager
def code_server(
    home: Path, settings: Mapping[str, Any] | None = None, path: str | None = None, extensions: Sequence[Path] = ()
) -> Generator[CodeServer]:
    """Install the extension, and others, and serve; `path` replaces PATH, on which `vibe-lsp` is found otherwise."""
    user = home / "user"
    (user / "User").mkdir(parents=True, exist_ok=True)
    (user / "User" / "settings.json").write_text(json.dumps({**CALM, **(settings or {})}), encoding="utf-8")
    folders = ("--user-data-dir", str(user), "--extensions-dir", str(home / "extensions"))
    entry = [str(NODE), str(SERVER / "out" / "node" / "entry.js"), *folders]
    environment = _environment(home, path)
    wanted = [word for package in (PACKAGE, *extensions) for word in ("--install-extension", str(package))]
    _run([*entry, *wanted], environment)
    port = _free_port()
    flags = ("--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override")
    log = (home / "code-server.log").open("wb")
    process = subprocess.Popen(
        [*entry, *flags, "--bind-addr", f"127.0.0.1:{port}"],
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, process)
        yield CodeServer(url, home, process)
    finally:
        _end(process)
        end_engines(home)
        log.close()


class Code:
    """One window of the editor."""

    def __init__(self, server: CodeServer, page: Page, folder: Path) -> None:
        self.server, self.page, self.folder = server, page, folder

    @property
    def file(self) -> Path:
        return self.folder / "solution.py"

    async def open(self) -> None:
        """Load the window with the file in front, and wait until the extension is there."""
        host = self.server.url.removeprefix("http://")
        payload = json.dumps([["openFile", f"vscode-remote://{host}{self.file}"]])
        place = urlencode({"folder": self.folder, "payload": payload})
        await self.page.goto(f"{self.server.url}/?{place}", wait_until="commit")
        await self.page.locator(".editor-instance .view-line").first.wait_for()
        await self.status.first.wait_for()

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
        return self.page.locator('.editor-instance:has(.monaco-editor[data-uri*="solution.py"])').first

    def line(self, words: str) -> Locator:
        """The line with `words`. The editor draws blanks as blanks that do not break."""
        return self.editor.locator(".view-line", has_text=re.compile(re.escape(words).replace(r"\ ", r"\s"))).first

    async def put_cursor(self, words: str) -> None:
        await self.line(words).click(position=NEAR_ITS_START, force=True)
        await expect(self.page.locator(".monaco-editor.focused")).to_have_count(1)  # it comes back late from a panel

    async def open_menu(self, words: str) -> None:
        await self.line(words).click(position=NEAR_ITS_START, force=True, button="right")
        await expect(self.menu_item("Copy")).to_be_visible()

    async def choose(self, words: str, item: str) -> None:
        """Right-click on a line, and an entry of the menu."""
        await self.open_menu(words)
        await expect(self.menu_item(item)).to_be_visible()
        while await self.menu_item(item).is_visible():  # a menu that has just opened takes no click
            await self.menu_item(item).click()
            await asyncio.sleep(0.2)

    def menu_item(self, name: str) -> Locator:
        return self.page.locator(".monaco-menu .action-label", has_text=re.compile(f"^{re.escape(name)}$"))

    async def command(self, name: str) -> None:
        """By the palette, which knows only the commands that stood ready when it was asked: it is asked again."""
        row = self.page.locator(".quick-input-list .monaco-list-row.focused", has_text=name)
        async with asyncio.timeout(PATIENCE_S):
            while not await self._listed(row, name):
                await self.page.keyboard.press("Escape")
        await self.page.keyboard.press("Enter")

    async def _listed(self, row: Locator, name: str) -> bool:
        await self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input")
        await box.wait_for()
        await box.fill(f">{name}")
        try:
            await row.wait_for(timeout=ASKED_AGAIN_MS)
        except NotThereError:
            return False
        return True

    async def saved(self) -> str:
        """What stands in the editor, by way of the disk."""
        if await self.page.locator(".tab.dirty").count():
            await self.page.keyboard.press("Control+s")
        await expect(self.page.locator(".tab.dirty")).to_have_count(0)
        return self.file.read_bytes().decode()

    async def shows(self, words: str) -> None:
        """Wait until a line of the file has `words`."""
        await self.line(words).wait_for()

    async def text(self) -> str:
        """The lines on screen, from the top; only for files that fit."""
        place = "all => all.map(each => [parseFloat(each.style.top), each.textContent])"
        found: list[tuple[float, str]] = await self.editor.locator(".view-line").evaluate_all(place)
        return "".join(f"{line.replace(chr(160), ' ').rstrip()}\n" for _, line in sorted(found))

    @property
    def panel(self) -> FrameLocator:
        """The page of the side panel: a frame in a frame."""
        return self.page.frame_locator("iframe.webview.ready").frame_locator("#active-frame")

    def notification(self, words: str) -> Locator:
        """The first one: a progress that ends may say for a moment what the answer says."""
        return self.page.locator(".notifications-toasts .notification-list-item", has_text=words).first

    async def press(self, notification: str, button: str) -> None:
        await self.notification(notification).locator(".monaco-button", has_text=button).click()

    def servers(self) -> list[int]:
        """Processes of vibe-lsp that this editor has started, for any of its windows."""
        found = psutil.Process(self.server.process.pid).children(recursive=True)
        return [each.pid for each in found if any("vibe-lsp" in word for word in each.cmdline())]

    async def eventually(self, condition: Callable[[], bool]) -> None:
        """Wait for something outside of the page."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():  # noqa: ASYNC110 - files and processes tell nobody that they changed
                await asyncio.sleep(0.05)

    def settings(self, **values: Any) -> None:
        """Change the settings of the folder, as somebody who edits the file."""
        write_settings(self.folder, values)


def write_settings(folder: Path, values: Mapping[str, Any]) -> None:
    (folder / ".vscode").mkdir(exist_ok=True)
    (folder / ".vscode" / "settings.json").write_text(json.dumps(values), encoding="utf-8")


async def new_page(browser: Browser) -> Page:
    rights = ["clipboard-read", "clipboard-write"]
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, permissions=rights)
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    return await context.new_page()


def _environment(home: Path, path: str | None) -> dict[str, str]:
    usual = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    mine = {"VIBE_LSP_HOME": str(home / "vibe"), "PATH": path or usual, "XDG_CONFIG_HOME": str(home / "config")}
    mine["VSCODE_CLI"] = "1"  # else the editor asks a login shell for another PATH
    return {**os.environ, **mine, "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache")}


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urlopen(f"{url}/healthz", timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(f"code-server did not answer at {url}")


def end_engines(home: Path) -> None:
    """An engine belongs to no window, so one that a window started would stay for half an hour."""
    for process in psutil.process_iter(["cmdline"]):
        command: list[str] = process.info["cmdline"] or []
        if "--run-file" in command and any(word.startswith(str(home)) for word in command):
            process.kill()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
