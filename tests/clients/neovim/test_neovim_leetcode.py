"""leetcode.nvim keeps the statement out of the file; it is that of its document all the same.

leetcode.nvim needs an account at its site; `leetcode_nvim.lua` has the shape of its questions.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.clients.neovim.conftest import Start, answered_by
from tests.engines.openai_double import openai_double
from tests.integration.documents import ANOTHER
from tests.unit.problem.test_problem_handed import CONTENT, PYTHON

pytestmark = pytest.mark.timeout(180)

STANDIN = (Path(__file__).parent / "leetcode_nvim.lua").read_text(encoding="utf-8")
QUESTION: dict[str, Any] = {
    "id": 1,
    "frontend_id": 1,
    "title": "Two Sum",
    "title_slug": "two-sum",
    "is_paid_only": False,
    "content": CONTENT,
    "testcase_list": ["[2,7,11,15]\n9", "[3,2,4]\n6"],
    "meta_data": {"name": "twoSum", "params": [{"name": "nums", "type": "integer[]"}], "manual": False},
}
WHERE = "vim.tbl_map(function(each) return { each.lnum, each.message } end, vim.diagnostic.get(0))"
ANSWER = """<think>
Look for the pair.
</think>

```python
class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        seen = {}
        for i, n in enumerate(nums):
            if target - n in seen:
                return [seen[target - n], i]
            seen[n] = i
        return []
```
"""

JAVASCRIPT = """// @leet start
var twoSum = function(nums, target) {
    return [0, 1];
};
// @leet end
"""


async def test_the_current_question_is_solved_and_checked_like_any_other(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "1.two-sum.py"
    file.write_text(PYTHON, encoding="utf-8")
    async with openai_double(ANSWER) as double:
        editor = await start(ANOTHER, settings=answered_by(double.url))
        await editor.lua(STANDIN)
        buffer = await editor.lua("return mount_question(...)", str(file), QUESTION)
        await editor.attached()
        await editor.put_cursor("def twoSum")
        await editor.command("Vibe solve")
        assert await editor.beside() == ["6: ✓ 2/2 examples passed"]
        written = await editor.text(buffer)
        assert "seen[n] = i" in written
        assert (written.startswith(PYTHON.partition("        pass")[0]), "Example" in written) == (True, False)
        asked = str(double.requests[0]["messages"])
        assert ["indices of the two numbers" in asked, "<strong>" in asked] == [True, False]
        wrong = PYTHON.replace("pass", "return [0, 1]").splitlines()
        await editor.lua("vim.api.nvim_buf_set_lines(0, 0, -1, false, ...)", wrong)
        await editor.put_cursor("def twoSum")
        await editor.command("Vibe check")
        await editor.until("#vim.diagnostic.get(0) > 0")
        ((line, message),) = await editor.lua(f"return {WHERE}")
        assert PYTHON.splitlines()[line].lstrip().startswith("def twoSum")
        assert message == "Wrong answer.\nExpected: [1, 2]\nActual: [0, 1]\nInput: nums = [3, 2, 4], target = 6"
        assert await editor.beside() == ["6: ✗ 1/2 examples passed"]


async def test_the_file_of_another_language_has_the_statement_too(start: Start, tmp_path: Path) -> None:
    python, javascript = tmp_path / "1.two-sum.py", tmp_path / "1.two-sum.js"
    python.write_text(PYTHON, encoding="utf-8")
    javascript.write_text(JAVASCRIPT, encoding="utf-8")
    editor = await start(ANOTHER)
    await editor.lua(STANDIN)
    await editor.lua("mount_question(...)", str(python), QUESTION)
    await editor.attached()
    await editor.lua("_Lc_state.questions[1]:change_lang(...)", str(javascript))
    await editor.attached()
    await editor.put_cursor("var twoSum")
    await editor.command("Vibe check")
    assert await editor.beside() == ["1: ✗ 1/2 examples passed"]


async def test_other_files_keep_their_own_statement(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "1.two-sum.py"
    file.write_text(PYTHON, encoding="utf-8")
    editor = await start(ANOTHER.replace("    pass", "    return n + n"))
    await editor.lua(STANDIN)
    await editor.lua("return mount_question(...)", str(file), QUESTION)
    await editor.attached()
    await editor.command("tabfirst")
    await editor.put_cursor("def twice")
    await editor.command("Vibe check")
    assert await editor.beside() == ["1: ✓ 1/1 examples passed"]
