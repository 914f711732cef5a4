"""What surrounds a solve in VS Code: practice mode, settings, status, log, trust."""

import asyncio
import json
import re
import sys
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.clients.vscode.code import QUICK, Code
from tests.clients.vscode.conftest import Start, answered_by
from tests.clients.vscode.places import EXTENSION
from tests.clients.vscode.server import PATIENCE_S, code_server
from tests.clients.vscode.test_vscode_server import BARE, OFFER
from tests.engines.openai_double import Says, openai_double
from tests.integration.documents import RIGHT, TWO_SUM, broken
from tests.integration.test_server_hint import HINTS

pytestmark = pytest.mark.timeout(600)

(WALKTHROUGH,) = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))["contributes"]["walkthroughs"]


async def test_in_practice_mode_nothing_gives_the_answer_away(start: Start) -> None:
    async with openai_double(RIGHT, HINTS) as double:
        code = await start(broken(), answered_by(double.url, practice=True))
        await nothing_solves(code)
        assert double.requests == []
        await code.choose("Two Sum", "Hint")
        await code.told("Hint 1 of 3: You need indices.")
        await code.command("Vibe: Hint")
        await code.told("Hint 2 of 3: ")
        await code.put_cursor("Two Sum")
        await code.keys("h")
        await code.told("Hint 3 of 3: ")
        await code.saves(broken())
    await code.command("Vibe: Toggle Practice Mode")
    await expect(code.status.locator(".codicon-mortar-board")).to_have_count(0)
    await code.open_menu("Two Sum", "Solve This Problem")
    await code.page.keyboard.press("Escape")
    assert json.loads(settings_file(code).read_text())["vibe.practice"] is False


async def nothing_solves(code: Code) -> None:
    await expect(code.editor.locator(".codelens-decoration a")).to_have_text(["Run examples"])
    await code.open_menu("Two Sum", "Run Examples")
    await expect(code.menu_item("Solve This Problem")).to_have_count(0)
    await code.page.keyboard.press("Escape")
    await expect(await code.open_bulb("Two Sum")).to_have_text(["Run examples", "Give a hint", "Explain this function"])
    await code.page.keyboard.press("Escape")
    await code.keys("s")
    await expect(code.page.locator(".tab.dirty")).to_have_count(0)
    await code.choose("Two Sum", "Run Examples")
    await code.told("1/2 examples passed")
    await expect(code.status.locator(".codicon-mortar-board")).to_have_count(1)


async def test_a_changed_setting_counts_at_once(start: Start) -> None:
    async with openai_double() as silent, openai_double(RIGHT) as double:
        code = await start(TWO_SUM, answered_by(silent.url))
        lens = code.editor.locator(".codelens-decoration a")
        await expect(lens).to_have_text(["Solve"])
        await code.settings(**{"vibe.practice": True})
        await expect(lens).to_have_count(0)
        await code.settings()
        await expect(lens).to_have_text(["Solve"])
        settings = answered_by(double.url, **{"lens.enabled": False})
        await code.settings(**{f"vibe.{name}": value for name, value in settings.items()})
        await expect(lens).to_have_count(0)
        await code.choose("Two Sum", "Solve This Problem")
        await code.shows("seen[n] = i")
        assert (len(silent.requests), len(double.requests)) == (0, 1)


async def test_the_status_bar_says_what_happens_and_opens_the_menu(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        code = await start(TWO_SUM, answered_by(double.url))
        await code.ready()
        await code.choose("Two Sum", "Solve This Problem")
        await double.asked.wait()
        await expect(code.status).to_contain_text("double · ")
        await code.of_status_menu("Cancel")
        await asyncio.wait_for(double.left.wait(), PATIENCE_S)
        await expect(code.status).to_have_text(" double")
        await code.status.click()
        names = ["Show Reasoning", "Switch Model…", "Free GPU Memory", "Run Doctor", "Restart Server", "Show Log"]
        for name in names:
            await expect(code.page.locator(QUICK, has_text=name)).to_be_visible()
        await code.pick(code.page.locator(QUICK, has_text="Show Log"))
        await expect(code.page.locator(".output-view")).to_contain_text("double writes 1 candidate")


async def test_what_is_said_to_the_server_is_logged_on_request(start: Start) -> None:
    code = await start(broken(), {"trace.server": "verbose"})
    await log_level(code, "Trace")
    await code.choose("Two Sum", "Run Examples")
    logs = code.server.home / "user" / "logs"
    sent = re.compile(
        r"Sending request 'workspace/executeCommand.*?Params: \{.*?\"command\": \"vibe.check\"", re.DOTALL
    )
    await code.eventually(lambda: any(sent.search(log.read_text()) for log in logs.rglob("Vibe.log")))
    await log_level(code, "Info")


async def log_level(code: Code, name: str) -> None:
    await code.command("Developer: Set Log Level...")
    await code.pick(code.page.locator(QUICK, has_text=re.compile("^Vibe")))
    await code.pick(code.page.locator(QUICK, has_text=re.compile(f"^{name}")))


async def test_the_walkthrough_is_opened_with_its_pictures(start: Start) -> None:
    code = await start(TWO_SUM)
    await code.command("Welcome: Open Walkthrough...")
    await code.pick(code.page.locator(QUICK, has_text=WALKTHROUGH["title"]))
    for step in WALKTHROUGH["steps"]:
        shown = code.page.locator(".getting-started-step", has_text=step["title"])
        await expect(shown).to_be_visible()
        if "image" not in step["media"]:
            continue
        await shown.click()
        picture = code.page.locator(f'.getting-started-media img[alt="{step["media"]["altText"]}"]')
        await expect(picture).to_have_js_property("complete", True)
        assert await picture.evaluate("picture => picture.naturalWidth") > 0


async def test_a_wrong_setting_is_a_sentence_and_the_model_is_switched_where_it_was_set(start: Start) -> None:
    code = await start(TWO_SUM, {"engine.model": "auto", "solve.samples": "many"}, fresh=True)
    await code.told("solve.samples")
    await code.ready()
    await code.command("Vibe: Switch Model…")
    await code.pick(code.page.locator(QUICK, has_text="starter"))
    await code.eventually(lambda: '"vibe.engine.model": "starter"' in settings_file(code).read_text())
    await code.command("Vibe: Open a Sample Problem")
    sample = code.page.locator('.monaco-editor[data-uri^="untitled:"]')
    await expect(sample.locator(".codelens-decoration a")).to_have_text(["Solve"])


def settings_file(code: Code) -> Path:
    return code.folder / ".vscode" / "settings.json"


async def test_a_workspace_that_is_not_trusted_gets_no_server(start: Start, tmp_path: Path) -> None:
    trust = {"security.workspace.trust.enabled": True, "security.workspace.trust.startupPrompt": "never"}
    with code_server(tmp_path / "code", trust, path=BARE) as server:
        code = await start(TWO_SUM, on=server)
        await expect(code.status).to_have_text(" Vibe: restricted")
        await code.open_menu("Two Sum", "Cut")
        await expect(code.menu_item("Solve This Problem")).to_have_count(0)
        await code.page.keyboard.press("Escape")
        assert code.servers() == []
        await code.command("Welcome: Open Walkthrough...")
        await code.pick(code.page.locator(QUICK, has_text=WALKTHROUGH["title"]))
        await code.page.locator(".getting-started-step .monaco-button", has_text="Install it").click()
        await code.told("a workspace that you do not trust")
        await code.of_status_menu("Manage Workspace Trust")
        await code.page.locator(".workspace-trust-editor .monaco-button", has_text="Trust").first.click()
        await code.press(OFFER, "Choose Program…")
        assert code.servers() == []
        await code.answer("Which program is vibe-lsp?", str(Path(sys.executable).with_name("vibe-lsp")))
        await code.ready()
        assert len(code.servers()) == 1
