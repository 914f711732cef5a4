"""Inputs without results, run for real: what is called `ran`, what fails all the same, and how a solve ends."""

from contextlib import aclosing

import pytest

from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.problem.files import problems_of_file
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks import events
from lsp_server.tasks.check import check
from lsp_server.tasks.solve import solve

FILE = """# @lc app=leetcode id=1 lang=python3
# [1] Half
{stated}
# @lc code=start
class Solution:
    def half(self, n: int) -> int:
        {body}
# @lc code=end

# @lcpr case=start
# 10\\n
# @lcpr case=end
# @lcpr case=start
# 0\\n
# @lcpr case=end
"""
STATED = "#\n# Input: n = 4\n# Output: 2\n#"


@pytest.mark.parametrize(
    ("stated", "body", "status", "each", "summary"),
    [
        ("", "return n // 2", "no_examples", ["ran", "ran"], "2 examples ran; what they should give is not known"),
        ("", "return 10 // n", "failed", ["ran", "runtime_error"], "0/1 examples passed, 1 more ran"),
        (STATED, "return n // 2", "passed", ["passed", "ran", "ran"], "1/1 examples passed, 2 more ran"),
        (STATED, "return n", "failed", ["wrong_answer", "ran", "ran"], "0/1 examples passed, 2 more ran"),
    ],
)
async def test_cases_are_run_and_never_passed(
    stated: str, body: str, status: str, each: list[str], summary: str
) -> None:
    document = Document(FILE.format(stated=stated, body=body), "python")
    (problem,) = problems_of_file(document, None)
    verdict = await check(document, problem, Settings())
    assert (verdict.status, [result.status for result in verdict.examples]) == (status, each)
    assert verdict.summary.startswith(summary)


async def test_code_that_only_ran_is_not_verified() -> None:
    document = Document(FILE.format(stated="", body="pass"), "python")
    (problem,) = problems_of_file(document, None)
    crashes, runs = (
        f"```python\nclass Solution:\n    def half(self, n):\n        return {code}\n```"
        for code in ("10 // n", "n // 2")
    )
    settings = Settings.model_validate({"solve": {"samples": 1, "repair_rounds": 1}})
    async with aclosing(solve(document, problem, ScriptedEngine([crashes, runs]), settings, None)) as stream:
        happened = [event async for event in stream]
    last = happened[-1]
    assert isinstance(last, events.Unverified) and "what they should give is not known" in last.reason
    assert any(isinstance(event, events.Repairing) for event in happened)
