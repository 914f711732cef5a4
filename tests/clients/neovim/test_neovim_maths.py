"""A question in mathematics in a real Neovim: solved below its statement, its equations with what became of each."""

import json
from pathlib import Path

import pytest

from tests.clients.neovim.conftest import Start, answered_by
from tests.clients.neovim.nvim import run_lua
from tests.engines.openai_double import openai_double
from tests.integration.test_maths_task import STATED, says

pytestmark = pytest.mark.timeout(180)


async def test_an_answer_that_is_the_stated_one_goes_below_the_question(start: Start) -> None:
    async with openai_double(says("5050")) as double:
        editor = await start(STATED, name="notes.md", settings=answered_by(double.url))
        await editor.put_cursor("What is the sum")
        await editor.command("Vibe solve")
        beside = await editor.beside()
        await editor.reasons("- ✓ `")
        assert beside[0].startswith("1: ✓ the answer 5050 is the stated one")
        written = await editor.text(1)
        assert written.startswith(STATED.rstrip())
        assert "\\boxed{5050}" in written
        assert "- ✓ `100*101/2 = 5050`" in (await editor.reasoning()).replace("\\frac{100 \\cdot 101}{2}", "100*101/2")


def test_cases_without_a_result_and_equations_are_shown_as_what_they_are(tmp_path: Path) -> None:
    ran = {"status": "ran", "input": "n = 3", "expected": "", "actual": "6"}
    passed = {"status": "passed", "input": "n = 2", "expected": "4", "actual": "4"}
    steps = [{"text": "1+1=2", "status": "confirmed"}, {"text": "1=2", "status": "refuted"}]
    verdict = {"status": "passed", "examples": [passed, ran], "steps": steps}
    code = f"print(require('vibe_lsp.verdict').markdown(vim.json.decode([==[{json.dumps(verdict)}]==])))"
    assert run_lua(tmp_path, code).strip().splitlines() == [
        "**1/1 examples passed, 1 ran: what they should give is not known**",
        "",
        "- ✓ `n = 2` gives `4`",
        "- `n = 3` gives `6`",
        "- ✓ `1+1=2`",
        "- ✗ `1=2`",
    ]
