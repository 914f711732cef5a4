"""What surrounds a solve in VS Code: practice mode, settings, status, log, trust, and getting the server."""

import asyncio
import json
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.clients.vscode.code import Code, code_server
from tests.clients.vscode.conftest import Start, answered_by
from tests.engines.openai_double import Says, openai_double
from tests.integration.documents import RIGHT, TWO_SUM, broken

pytestmark = pytest.mark.timeout(600)

MENU = ".quick-input-list .monaco-list-row"
BARE = "/usr/bin:/bin"
"""Debian's own programs: a Python, but no vibe-lsp."""


async def test_in_practice_mode_nothing_gives_the_answer_away(start: Start) -> None:
    code = await start(broken(), {"practice": True})
    await expect(code.status).to_contain_text("Vibe")
    await expect(code.editor.locator(".codelens-decoration a")).to_have_text(["Run examples"])
    await code.open_menu("Two Sum")
    await expect(code.menu_item("Run Examples")).to_be_visible()
    await expect(code.menu_item("Solve This Problem")).to_have_count(0)
    await code.page.keyboard.press("Escape")
    await code.page.keyboard.press("Control+.")
    await expect(code.page.locator(".action-widget .action")).to_have_text(["Run examples"])
    await code.page.keyboard.press("Escape")
    await code.page.keyboard.press("Control+Alt+v")
    await code.page.keyboard.press("s")
    await expect(code.page.locator(".tab.dirty")).to_have_count(0)
    await code.choose("Two Sum", "Run Examples")
    await expect(code.notification("1/2 examples passed")).to_be_visible()
    await expect(code.status.locator(".codicon-mortar-board")).to_have_count(1)
    await code.command("Vibe: Toggle Practice Mode")
    await expect(code.status.locator(".codicon-mortar-board")).to_have_count(0)
    await code.open_menu("Two Sum")
    await expect(code.menu_item("Solve This Problem")).to_be_visible()
    assert json.loads(settings_file(code).read_text())["vibe.practice"] is False


async def test_practice_mode_takes_the_lens_away_at_once(start: Start) -> None:
    code = await start(TWO_SUM)
    lens = code.editor.locator(".codelens-decoration a")
    await expect(lens).to_have_text(["Solve"])
    code.settings(**{"vibe.practice": True})
    await expect(lens).to_have_count(0)


async def test_a_changed_setting_counts_at_once(start: Start) -> None:
    async with openai_double() as silent, openai_double(RIGHT) as double:
        code = await start(TWO_SUM, answered_by(silent.url))
        await expect(code.editor.locator(".codelens-decoration a")).to_have_text(["Solve"])
        settings = answered_by(double.url, **{"lens.enabled": False})
        code.settings(**{f"vibe.{name}": value for name, value in settings.items()})
        await expect(code.editor.locator(".codelens-decoration a")).to_have_count(0)
        await code.choose("Two Sum", "Solve This Problem")
        await code.shows("seen[n] = i")
        assert (len(silent.requests), len(double.requests)) == (0, 1)


async def test_a_wrong_setting_is_a_sentence_and_the_server_lives(start: Start) -> None:
    code = await start(TWO_SUM, {"solve.samples": "many"})
    await expect(code.notification("solve.samples")).to_be_visible()
    await code.ready()


async def test_the_status_bar_says_what_happens_and_opens_the_menu(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        await code.choose("Two Sum", "Solve This Problem")
        await double.asked.wait()
        await expect(code.status).to_contain_text("double · ")
        await code.status.click()
        await code.page.locator(MENU, has_text="Cancel").click()
        await asyncio.wait_for(double.left.wait(), 30)
        await expect(code.status).to_have_text(" double")
        await code.status.click()
        names = ["Show Reasoning", "Switch Model…", "Free GPU Memory", "Run Doctor", "Restart Server", "Show Log"]
        for name in names:
            await expect(code.page.locator(MENU, has_text=name)).to_be_visible()
        await code.page.locator(MENU, has_text="Show Log").click()
        await expect(code.page.locator(".output-view")).to_contain_text("Starting ")
        await expect(code.page.locator(".output-view")).to_contain_text("double writes 1 candidate")


async def test_the_model_is_switched_where_it_was_set(start: Start) -> None:
    code = await start(TWO_SUM, {"engine.model": "auto"})
    await code.ready()
    await code.command("Vibe: Switch Model…")
    await code.page.locator(MENU, has_text="starter").click()
    await code.eventually(lambda: '"vibe.engine.model": "starter"' in settings_file(code).read_text())


def settings_file(code: Code) -> Path:
    return code.folder / ".vscode" / "settings.json"


async def test_a_workspace_that_is_not_trusted_gets_no_server(start: Start, tmp_path: Path) -> None:
    trust = {"security.workspace.trust.enabled": True, "security.workspace.trust.startupPrompt": "never"}
    with code_server(tmp_path / "code", trust) as server:
        code = await start(TWO_SUM, on=server)
        await expect(code.status).to_have_text(" Vibe: restricted")
        await code.open_menu("Two Sum")
        await expect(code.menu_item("Cut")).to_be_visible()
        await expect(code.menu_item("Solve This Problem")).to_have_count(0)
        await code.page.keyboard.press("Escape")
        assert code.servers() == []
        await code.command("Workspaces: Manage Workspace Trust")
        await code.page.locator(".workspace-trust-editor .monaco-button", has_text="Trust").first.click()
        await code.ready()
        assert len(code.servers()) == 1


def machine_settings(home: Path, values: dict[str, str]) -> None:
    """Where an editor in a browser looks for what depends on the machine."""
    folder = home / "user" / "Machine"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(values), encoding="utf-8")


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


async def test_where_no_server_is_found_it_is_installed_on_request(start: Start, tmp_path: Path) -> None:
    """A failure is told in pip's own words. The config file counts: defaults of the editor do not outweigh it."""
    missing = tmp_path / "no-such.whl"
    home = tmp_path / "code"
    (home / "vibe" / "config").mkdir(parents=True)
    (home / "vibe" / "config" / "config.toml").write_text("[lens]\nenabled = false\n", encoding="utf-8")
    path = f"{Path(sys.base_prefix) / 'bin'}:{BARE}"
    machine_settings(home, {"vibe.server.package": str(missing)})
    with code_server(home, path=path) as server:
        code = await start(TWO_SUM, on=server)
        await expect(code.status).to_have_text(" Vibe: not installed")
        await code.press("Install it into an environment of its own?", "Install")
        told = code.notification("vibe-lsp was not installed")
        await expect(told).to_contain_text("ERROR")
        await expect(told).to_contain_text("no-such.whl")
        await expect(code.status).to_have_text(" Vibe: not installed")
        machine_settings(home, {"vibe.server.package": str(wheel_of_server(tmp_path))})
        await code.command("Vibe: Install or Update the Server")
        await expect(code.notification("vibe-lsp is installed and runs")).to_be_visible()
        await code.ready()
        await expect(code.editor.locator(".codelens-decoration a")).to_have_count(0)
        await code.choose("Two Sum", "Run Examples")
        await expect(code.page.locator(".notifications-toasts")).to_contain_text("Two Sum")


async def test_a_program_that_is_set_and_not_there_is_named(start: Start) -> None:
    code = await start(TWO_SUM, {"server.path": "/no/such/vibe-lsp"})
    await expect(code.status).to_have_text(" Vibe: error")
    await expect(code.notification("names no program: /no/such/vibe-lsp")).to_be_visible()
    code.settings()
    await code.ready()


async def test_the_walkthrough_and_the_sample_are_there(start: Start) -> None:
    code = await start(TWO_SUM)
    await code.ready()
    await code.command("Vibe: Open a Sample Problem")
    sample = code.page.locator('.monaco-editor[data-uri^="untitled:"]')
    await expect(sample.locator(".codelens-decoration a")).to_have_text(["Solve"])
