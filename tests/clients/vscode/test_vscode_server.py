"""Which program is the server in VS Code, and what happens where there is none."""

import asyncio
import json
import os
import sys
import zipfile
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.clients.vscode import python_extension
from tests.clients.vscode.code import Code
from tests.clients.vscode.conftest import Start
from tests.clients.vscode.server import CodeServer, code_server, write_settings
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


def machine_settings(home: Path, values: dict[str, str]) -> None:
    """Where an editor in a browser looks for what depends on the machine."""
    folder = home / "user" / "Machine"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(values), encoding="utf-8")


OFFER = "Install it into an environment of its own?"
SHIM = f"""import os, sys

def main():
    os.execv({sys.executable!r}, [{sys.executable!r}, "-m", "lsp_server", *sys.argv[1:]])
"""


def wheel_of_server(folder: Path) -> Path:
    """A wheel named vibe-lsp whose program is the server of this environment: what a registry would hand out."""
    info = "vibe_lsp-9.9.9.dist-info"
    files = {
        "vibe_lsp_shim.py": SHIM,
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: vibe-lsp\nVersion: 9.9.9\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[console_scripts]\nvibe-lsp = vibe_lsp_shim:main\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    path = folder / "vibe_lsp-9.9.9-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


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
    """A failure is told in pip's own words. The config file counts: defaults of the editor do not outweigh it."""
    missing = tmp_path / "no-such.whl"
    home = bare.home
    (home / "vibe" / "config").mkdir(parents=True)
    (home / "vibe" / "config" / "config.toml").write_text("[lens]\nenabled = false\n", encoding="utf-8")
    machine_settings(home, {"vibe.server.package": str(missing)})
    code = await start(TWO_SUM, on=bare)
    await expect(code.status).to_have_text(" Vibe: not installed")
    await code.command("Notifications: Clear All Notifications")
    await the_keys_offer_it_too(code)
    await code.press(OFFER, "Install")
    told = await code.told("vibe-lsp was not installed")
    await expect(told).to_contain_text("ERROR")
    await expect(told).to_contain_text("no-such.whl")
    await expect(told.locator(".monaco-button")).to_contain_text(["Install from Elsewhere…", "Open Log"])
    await expect(code.status).to_have_text(" Vibe: not installed")
    machine_settings(home, {"vibe.server.package": str(wheel_of_server(tmp_path))})
    await code.command("Vibe: Install or Update the Server")
    await code.told("vibe-lsp is installed and runs")
    await code.ready()
    await expect(code.editor.locator(".codelens-decoration a")).to_have_count(0)
    await code.choose("Two Sum", "Run Examples")
    await code.told("Two Sum")
