"""Which program is the server in VS Code, and what happens where there is none."""

import asyncio
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.clients.vscode import python_extension
from tests.clients.vscode.code import Code
from tests.clients.vscode.conftest import Start
from tests.clients.vscode.package_index import PackageIndex, ask, package_index
from tests.clients.vscode.server import PATIENCE_S, CodeServer, code_server, write_settings
from tests.integration.documents import TWO_SUM

pytestmark = pytest.mark.timeout(600)

BARE = f"{Path(sys.base_prefix) / 'bin'}:/usr/bin:/bin"
"""Pythons, but no vibe-lsp."""


@pytest.fixture(scope="module")
def bare(installed: None, tmp_path_factory: pytest.TempPathFactory) -> Generator[CodeServer]:
    """An editor with the Python extension, in which no server is to be found."""
    home = tmp_path_factory.mktemp("bare")
    with code_server(home, path=BARE, extensions=(python_extension.packed(home),)) as running:
        yield running


OFFER = "Install it into an environment of its own?"


async def test_the_environment_that_is_selected_comes_first_and_the_setting_before_it(
    start: Start, bare: CodeServer, tmp_path: Path
) -> None:
    with_it, without = environment(tmp_path / "with", server=True), environment(tmp_path / "without", server=False)
    code = await start(TWO_SUM, on=bare)
    await expect(code.status).to_have_text(" Vibe: not installed")
    choose(code, without)
    await expect(code.status).to_have_text(" Vibe: not installed")
    choose(code, with_it)
    await code.ready()
    await said(code, "from the selected Python environment")
    choose(code, without, **{"vibe.server.path": str(with_it.parent / "vibe-lsp")})
    await said(code, "from the setting `vibe.server.path`")
    await code.ready()
    (slow := tmp_path / "slow").write_text(f"#!/bin/sh\nread go <{tmp_path}/go; exec {with_it.parent}/vibe-lsp serve\n")
    slow.chmod(0o755)
    os.mkfifo(tmp_path / "go")
    choose(code, without, **{"vibe.server.path": str(slow)})
    await expect(code.status).to_have_text(" Vibe: starting")
    await asyncio.to_thread((tmp_path / "go").write_text, "go\n")
    await code.ready()
    choose(code, without, **{"vibe.server.path": "/no/such/vibe-lsp"})
    await expect(code.status).to_have_text(" Vibe: error")
    await code.told("names no program: /no/such/vibe-lsp")


def environment(folder: Path, server: bool) -> Path:
    """The interpreter of an environment that has the server, or has not."""
    programs = folder / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(sys.executable)
    if server:
        program = programs / "vibe-lsp"
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m lsp_server "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return programs / "python"


def choose(code: Code, python: Path, **more: str) -> None:
    write_settings(code.folder, {"python.standin": str(python), **more})


async def said(code: Code, words: str) -> None:
    """In the log, on disk."""
    logs = code.server.home / "user" / "logs"
    await code.eventually(lambda: any(words in log.read_text() for log in logs.rglob("Vibe.log")))


async def the_keys_offer_it_too(code: Code) -> None:
    """They are no letters of the text because nobody listens."""
    await code.put_cursor("Two Sum")

    async def chord() -> None:
        await code.page.keyboard.press("Control+Alt+v")
        await code.page.keyboard.press("s")

    await code.until(chord, lambda: code.comes(code.notification(OFFER)))
    await code.shows_exactly(TWO_SUM + "\n")


async def test_where_no_server_is_found_it_is_installed_on_request(
    start: Start, bare: CodeServer, tmp_path: Path
) -> None:
    """The config file counts: defaults of the editor do not outweigh it."""
    home = bare.home
    (home / "vibe" / "config").mkdir(parents=True)
    (home / "vibe" / "config" / "config.toml").write_text("[lens]\nenabled = false\n", encoding="utf-8")
    code = await start(TWO_SUM, on=bare)
    await expect(code.status).to_have_text(" Vibe: not installed")
    await code.command("Notifications: Clear All Notifications")
    await the_keys_offer_it_too(code)
    await a_failure_is_told_in_pips_own_words(code)
    async with package_index(tmp_path) as index:
        ask(home, index.url)
        await what_is_done_is_shown_and_can_be_cancelled(code, index)
        index.open.set()
        await code.command("Vibe: Install or Update the Server")
        await code.told("vibe-lsp is installed and runs (from the extension's own environment)")
    await code.ready()
    await expect(code.editor.locator(".codelens-decoration a")).to_have_count(0)
    await code.choose("Two Sum", "Run Examples")
    await code.told("Two Sum")


async def a_failure_is_told_in_pips_own_words(code: Code) -> None:
    """Of an index that cannot be reached pip says in the end that it lacks the package."""
    ask(code.server.home, "http://127.0.0.1:9/simple")
    await code.press(OFFER, "Install")
    told = await code.told("vibe-lsp was not installed")
    await expect(told).to_contain_text("ERROR: No matching distribution found for vibe-lsp")
    await expect(told).to_contain_text("could not reach its package index: [Errno 111] Connection refused")
    await expect(told.locator(".monaco-button")).to_contain_text(["Install from Elsewhere…", "Open Log"])
    await nothing_is_installed(code)


async def what_is_done_is_shown_and_can_be_cancelled(code: Code, index: PackageIndex) -> None:
    await code.press("vibe-lsp was not installed", "Install from Elsewhere…")
    await code.answer("What shall pip install?", "vibe-lsp>=9")
    await asyncio.wait_for(index.asked.wait(), PATIENCE_S)
    await expect(await code.told("Installing vibe-lsp")).to_contain_text(f"Looking in indexes: {index.url}")
    await code.press("Installing vibe-lsp", "Cancel")
    await asyncio.wait_for(index.left.wait(), PATIENCE_S)
    await expect(code.notification("vibe-lsp")).to_have_count(0)
    await nothing_is_installed(code)


async def nothing_is_installed(code: Code) -> None:
    folder = code.server.home / "user" / "User" / "globalStorage" / "vibe-lsp.vibe-lsp"
    await code.eventually(lambda: folder.exists() and not list(folder.iterdir()))
    await expect(code.status).to_have_text(" Vibe: not installed")
