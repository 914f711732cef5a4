"""Run examples in a real VS Code: failing examples marked at their place, the verdict beside the problem."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.clients.vscode.code import Code
from tests.clients.vscode.conftest import Start, answered_by
from tests.engines.openai_double import openai_double
from tests.integration.documents import TWO_SUM, WIDE, broken, solved

pytestmark = pytest.mark.timeout(600)

WHY = "It looks at the first letter only."
OTHERS = ("It stops too early.", "It never looks at the rest.")
BESIDE = ".view-line span[class*=ced-]"
BEHIND = """([all, words]) => [...document.querySelectorAll(all)].some(
  each => getComputedStyle(each, '::after').content.includes(words))"""


def beside(code: Code) -> Locator:
    """What is shown behind a line and is no part of the text."""
    return code.editor.locator(BESIDE)


async def said_beside(code: Code, words: str) -> None:
    """Such text is made by a style sheet, so it is asked for there."""
    await code.page.wait_for_function(BEHIND, arg=[BESIDE, words])


async def problems(code: Code, count: int) -> None:
    await expect(code.page.locator('.statusbar-item[id="status.problems"]')).to_have_attribute(
        "aria-label", re.compile(rf"(Errors|Warnings): {count}" if count else "No Problems")
    )


async def test_a_failing_example_is_marked_with_what_it_should_have_given_until_it_is_repaired(start: Start) -> None:
    code = await start(broken())
    await code.ready()
    await code.choose("Two Sum", "Run Examples")
    await problems(code, 1)
    await code.told("1/2 examples passed")
    await said_beside(code, "1/2 examples passed")
    await code.put_cursor("Input: nums = [3, 2, 4]")
    await code.command("Show or Focus Hover")
    hover = code.page.locator(".monaco-hover", has_text="Wrong answer")
    await expect(hover).to_contain_text("Expected: [1, 2]")
    await expect(hover).to_contain_text("Actual: [0, 1]")
    code.file.write_text(solved(), encoding="utf-8")  # the editor takes over what the disk has
    await code.shows("seen[n] = i")
    await problems(code, 0)
    await expect(beside(code)).to_have_count(0)
    await code.editor.locator(".codelens-decoration a", has_text="Run examples").click()
    await code.told("2/2 examples passed")
    await said_beside(code, "2/2 examples passed")
    code.file.write_text(broken(), encoding="utf-8")
    await expect(beside(code)).to_have_count(0)
    await code.command("Vibe: Run Examples")
    await problems(code, 1)
    await said_beside(code, "1/2 examples passed")
    code.file.write_text(solved(), encoding="utf-8")
    await code.shows("seen[n] = i")
    await expect(beside(code)).to_have_count(0)
    await code.put_cursor("Two Sum")
    await code.keys("c")
    await said_beside(code, "2/2 examples passed")


async def test_columns_count_what_vscode_counts_and_an_explanation_stays_out_of_the_file(start: Start) -> None:
    async with openai_double(f"<think>\nOne char.\n</think>\n\n{WHY}", *OTHERS) as double:
        code = await start(WIDE, answered_by(double.url))
        await code.ready()
        await code.choose("Return the number", "Run Examples")
        await problems(code, 1)
        await code.choose("Return the number", "Explain")
        await expect(code.panel.locator("main")).to_contain_text(WHY)
        await what_an_explanation_shows(code)
        await code.put_cursor("Return the number")
        await code.keys("e")
        await expect(code.panel.locator("main")).to_contain_text(OTHERS[0])
        await code.put_cursor("Return the number")
        await code.command("Vibe: Explain")
        await expect(code.panel.locator("main")).to_contain_text(OTHERS[1])
    await code.saves(WIDE)
    await code.command("View: Focus Problems")
    row = code.page.locator(".markers-panel .monaco-list-row", has_text="Ln 5, Col 5")
    await expect(row).to_be_visible()


async def what_an_explanation_shows(code: Code) -> None:
    await expect(code.panel.locator("summary")).to_have_text(["Reasoning", "Explanation"])
    await expect(code.panel.locator("main li")).to_contain_text(
        ["input: ", "expected: ", "given: ", "in other words: "]
    )
    await expect(code.panel.locator(".verdict tbody tr")).not_to_have_count(0)
    await expect(code.panel.locator(".bar button")).to_have_text(["Copy", "Try again"])


async def test_the_cursor_outside_of_any_problem_is_a_sentence(start: Start) -> None:
    code = await start(TWO_SUM)
    await code.ready()
    await code.choose("LAST", "Run Examples")
    await code.told("problem")
