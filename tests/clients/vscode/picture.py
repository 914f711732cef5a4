"""The pictures of the READMEs and of the walkthrough: moments in a real VS Code, made by what the tests use.

    python -m tests.clients.vscode.picture [--url http://127.0.0.1:8000/v1] [problem solve check practice …]

Without `--url` the embedded model answers, with its own words.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ViewportSize, async_playwright, expect

from tests.clients.vscode import install
from tests.clients.vscode.code import ARGUMENTS, Code, new_page
from tests.clients.vscode.places import CHROMIUM, EXTENSION, ROOT
from tests.clients.vscode.server import CodeServer, code_server, write_settings

FOLDER = EXTENSION / "media" / "walkthrough"
EXAMPLE = ROOT / "tests" / "data" / "demo" / "two_sum.py"
SIZE: ViewportSize = {"width": 1200, "height": 680}
LOOKS = {
    "breadcrumbs.enabled": False,
    "editor.fontSize": 13,
    "editor.wordWrap": "on",
    "editor.scrollbar.vertical": "hidden",
    "window.commandCenter": False,
    "workbench.layoutControl.enabled": False,
    "workbench.activityBar.location": "hidden",
    "workbench.sideBar.location": "right",
}
WRONG = """        for i in range(len(nums)):
            for j in range(len(nums)):
                if nums[i] + nums[j] == target:
                    return [i, j]
"""
"""The usual mistake: the same element twice."""
SLOW = """def unique(nums: list[int]) -> list[int]:
    \"\"\"The values without repetition, in their order.\"\"\"
    found = []
    for x in nums:
        if x not in found:
            found.append(x)
    return found
"""
BEGUN = """from typing import List


class Solution:
    def sumOfEvenSquares(self, nums: List[int]) -> int:
        \"\"\"
        Given an array of integers nums, return the sum of the squares of the even numbers in nums.

        Example 1:
            Input: nums = [1, 2, 3, 4]
            Output: 20

        Example 2:
            Input: nums = [7, 5]
            Output: 0
        \"\"\"
        """
"""Ends where the body begins."""


class Studio:
    """A window per picture, on one server; settings are those of the folder."""

    def __init__(self, server: CodeServer, browser: Browser, home: Path) -> None:
        self.server, self.browser, self.home = server, browser, home

    async def window(self, name: str, text: str, settings: dict[str, Any]) -> Code:
        folder = self.home / name / "two-sum"
        folder.mkdir(parents=True)
        write_settings(folder, {f"vibe.{key}": value for key, value in settings.items()})
        page = await new_page(self.browser)
        await page.set_viewport_size(SIZE)
        code = Code(self.server, page, folder)
        code.file.write_text(text, encoding="utf-8")
        await code.open()
        await page.keyboard.press("Control+b")  # no side bar
        return code


async def take(code: Code, name: str) -> None:
    await code.page.mouse.move(300, 640)
    await asyncio.sleep(0.7)  # what fades in or out has done so
    await code.page.screenshot(path=FOLDER / f"{name}.png")
    await code.page.context.close()


async def problem(studio: Studio, settings: dict[str, Any]) -> None:
    code = await studio.window("problem", EXAMPLE.read_text(encoding="utf-8"), settings)
    await expect(code.editor.locator(".codelens-decoration a")).to_have_text(["Solve"])
    await code.open_menu("Given an array", "Solve This Problem")
    await code.menu_item("Solve This Problem").hover()
    await asyncio.sleep(0.7)
    await code.page.screenshot(path=FOLDER / "problem.png")
    await code.page.context.close()


async def solve(studio: Studio, settings: dict[str, Any]) -> None:
    code = await studio.window("solve", EXAMPLE.read_text(encoding="utf-8"), settings)
    await code.ready()
    await code.choose("Given an array", "Solve This Problem")
    await expect(code.panel.locator(".bar")).to_contain_text("In the file", timeout=300_000)
    await code.panel.locator(".verdict h2").first.scroll_into_view_if_needed()
    await take(code, "solve")


async def check(studio: Studio, settings: dict[str, Any]) -> None:
    text = EXAMPLE.read_text(encoding="utf-8") + WRONG
    code = await studio.window("check", text, settings)
    await code.ready()
    await code.choose("Given an array", "Run Examples")
    await expect(code.editor.locator(".squiggly-error, .squiggly-warning, .squiggly-info")).not_to_have_count(0)
    await code.put_cursor("Input: nums = [3, 2, 4]")
    await code.command("Show or Focus Hover")
    await expect(code.page.locator(".monaco-hover", has_text="Expected")).to_be_visible()
    await take(code, "check")


async def practice(studio: Studio, settings: dict[str, Any]) -> None:
    text = EXAMPLE.read_text(encoding="utf-8") + WRONG
    code = await studio.window("practice", text, {**settings, "practice": True})
    await expect(code.editor.locator(".codelens-decoration a")).to_have_text(["Run examples"])
    await code.open_menu("Given an array", "Run Examples")
    await code.menu_item("Run Examples").hover()
    await asyncio.sleep(0.7)
    await code.page.screenshot(path=FOLDER / "practice.png")
    await code.page.context.close()


async def optimize(studio: Studio, settings: dict[str, Any]) -> None:
    code = await studio.window("optimize", SLOW, settings)
    await code.ready()
    await code.choose("for x in nums", "Optimize This Function")
    await expect(code.notification("times as fast")).to_be_visible(timeout=600_000)
    await expect(code.panel.locator("svg.plot")).to_be_visible()
    await code.command("Notifications: Clear All Notifications")
    await take(code, "optimize")


async def ghost(studio: Studio, settings: dict[str, Any]) -> None:
    code = await studio.window("ghost", BEGUN, {**settings, "completion.enabled": True})
    await code.ready()
    await code.put_cursor("class Solution")
    await code.page.keyboard.press("Control+End")
    await code.page.keyboard.type(" ", delay=100)
    await code.page.keyboard.press("Backspace")
    await expect(code.editor.locator(".ghost-text-decoration").first).to_be_visible(timeout=300_000)
    await take(code, "ghost")


MOMENTS = {moment.__name__: moment for moment in (problem, solve, check, practice, optimize, ghost)}


async def draw(moments: list[str], settings: dict[str, Any], home: Path) -> None:
    with code_server(home / "code", LOOKS) as server:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
            studio = Studio(server, browser, home)
            for moment in moments:
                await MOMENTS[moment](studio, settings)
            await browser.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the pictures of the VS Code extension.")
    parser.add_argument("--url", default="", help="an OpenAI-compatible server, instead of the embedded model")
    parser.add_argument("moments", nargs="*", metavar="moment", help="which pictures; all of them without")
    options = parser.parse_args()
    url = options.url
    if status := install.main():
        return status
    engine = {"engine.url": url} if url else {"engine.model": "starter", "engine.device": "cpu"}
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(draw(options.moments or list(MOMENTS), engine, Path(home)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
