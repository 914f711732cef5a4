"""A statement that was handed over is that of the file: in every language, in its place, with its examples."""

import pytest

from lsp_server.errors import NoProblemError
from lsp_server.problem.beside.handed import Handed, problem_handed, problems_handed, relocate_handed
from lsp_server.problem.model import Cursor
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

CONTENT = """<p>Given an array of integers <code>nums</code>&nbsp;and an integer <code>target</code>, return <em>\
indices of the two numbers such that they add up to <code>target</code></em>.</p>

<p>&nbsp;</p>
<p><strong class="example">Example 1:</strong></p>

<pre>
<strong>Input:</strong> nums = [2,7,11,15], target = 9
<strong>Output:</strong> [0,1]
<strong>Explanation:</strong> Because nums[0] + nums[1] == 9, we return [0, 1].
</pre>

<p><strong class="example">Example 2:</strong></p>

<div class="example-block">
<p><strong>Input:</strong> <span class="example-io">nums = [3,2,4], target = 6</span></p>

<p><strong>Output:</strong> <span class="example-io">[1,2]</span></p>
</div>

<p><strong>Constraints:</strong></p>

<ul>
\t<li><code>2 &lt;= nums.length &lt;= 10<sup>4</sup></code></li>
</ul>
"""
HANDED = Handed(title="Two Sum", content=CONTENT, testcases=("[2,7,11,15]\n9", "[3,3]\n6"), name="twoSum")
PYTHON = """# @leet imports start
from typing import *
# @leet imports end

# @leet start
class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        pass
# @leet end
"""
SOURCES = {
    "python": PYTHON,
    "cpp": "// @leet start\nclass Solution {\npublic:\n    vector<int> twoSum(vector<int>& nums, int target) {\n"
    "        \n    }\n};\n// @leet end\n",
    "java": "// @leet start\nclass Solution {\n    public int[] twoSum(int[] nums, int target) {\n        \n    }\n}\n",
    "javascript": "// @leet start\n/**\n * @param {number[]} nums\n * @param {number} target\n * @return {number[]}\n"
    " */\nvar twoSum = function(nums, target) {\n    \n};\n// @leet end\n",
    "typescript": "// @leet start\nfunction twoSum(nums: number[], target: number): number[] {\n    \n};\n",
    "go": "// @leet start\nfunc twoSum(nums []int, target int) []int {\n    \n}\n// @leet end\n",
    "rust": "// @leet start\nimpl Solution {\n    pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {\n        \n"
    "    }\n}\n// @leet end\n",
    "c": "// @leet start\nint* twoSum(int* nums, int numsSize, int target, int* returnSize) {\n    \n}\n// @leet end\n",
}


@pytest.mark.parametrize("language", SOURCES)
def test_it_is_read_with_its_examples_and_its_place_is_that_in_the_file(language: str) -> None:
    document = Document(SOURCES[language], language)
    (problem,) = problems_handed(document, HANDED)
    assert (problem.title, problem.has_code) == ("Two Sum", False)
    assert [example.expected for example in problem.examples[:2]] == [[0, 1], [1, 2]]
    assert problem.examples[2].inputs == {"nums": [3, 3], "target": 6}  # the case that the statement does not have
    assert len(problem.examples) == 3
    region = problem.region
    assert document.text[: region.start.offset].count("\n") == region.start.line - 1
    assert "sum" in document.text[region.start.offset : region.end.offset].lower()
    assert document.text[problem.target.region.start.offset : problem.target.region.end.offset].strip() in ("", "pass")


def test_a_solution_goes_where_the_stub_is_and_the_statement_never_into_the_file() -> None:
    document = Document(PYTHON, "python")
    problem = problem_handed(document, HANDED, Cursor(line=7))
    code = "class Solution:\n    def twoSum(self, nums, target):\n        return [0, 1]\n"
    assert splice(document.text, place(document, problem, code)) == PYTHON.replace("pass", "return [0, 1]")


def test_it_is_found_again_where_it_has_moved_and_not_where_its_signature_changed() -> None:
    problem = problem_handed(Document(PYTHON, "python"), HANDED, Cursor(line=7))
    moved = relocate_handed(Document(f"import math\n{PYTHON}", "python"), problem, HANDED)
    assert moved
    assert moved.region.start.line == problem.region.start.line + 1
    assert relocate_handed(Document(PYTHON.replace("target", "goal"), "python"), problem, HANDED) is None


def test_the_function_that_is_named_is_meant_and_a_file_without_one_has_no_problem() -> None:
    helper = "def helper(n: int) -> int:\n    return n\n\n\n"
    text = helper + "def twoSum(nums: list[int], target: int) -> list[int]:\n    pass\n"
    assert problem_handed(Document(text, "python"), HANDED, Cursor(line=1)).signature.name == "twoSum"
    with pytest.raises(NoProblemError, match="fits nothing"):
        problem_handed(Document("x = 1\n", "python"), HANDED, Cursor(line=1))
