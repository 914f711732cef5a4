"""Inputs without results: from LeetCode's tools in the file, and from tools that keep tests beside it."""

from pathlib import Path

import pytest

from lsp_server.errors import NoProblemError
from lsp_server.features.edits import fitting
from lsp_server.problem.beside.cases import cases_in
from lsp_server.problem.beside.msgpack import unpacked
from lsp_server.problem.files import problem_in_file, problems_of_file, relocate
from lsp_server.problem.languages import language_of
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.prompts import describe

LCPR = """
/*
// @lcpr case=start
// "PAYPALISHIRING"\\n3\\n
// @lcpr case=end

// @lcpr case=start
// "A#//B"\\n-1\\n
// @lcpr case=end

 */
"""
CODE = "// @lc app=leetcode.cn id=6 lang=javascript\n{named}// @lc code=start\n{code}\n// @lc code=end\n"
STUB = """/**
 * @param {string} s
 * @param {number} numRows
 * @return {string}
 */
var convert = function(s, numRows) {

};"""
DONE = STUB.replace("\n\n};", "\n    return s;\n};")
NAMED = "/*\n * [6] Zigzag Conversion\n */\n\n"
PYTHON = "# @lc app=leetcode id=1 lang=python3\n# [1] Two Sum\n\n# @lc code=start\n{code}\n# @lc code=end\n"
TWO_SUM = "class Solution:\n    def twoSum(self, nums: List[int], target: int) -> List[int]:\n        {body}"
LUA = bytes.fromhex(
    "82 00 82 a6 6f7574707574 a2 360a a5 696e707574 a8 330a312032 20330a 01 81 a5 696e707574 a4 310a350a"
)
"""What `vim.mpack.encode` of Neovim 0.11 makes of { [0] = { input = "3\n1 2 3\n", output = "6\n" }, { input = … } }."""


def found(text: str, language: str = "javascript") -> list[Problem]:
    return problems_of_file(Document(text, language), None)


def test_cases_of_ccagml_are_examples_of_which_nobody_says_what_they_give() -> None:
    (problem,) = found(CODE.format(named=NAMED, code=STUB) + LCPR)
    assert [(each.inputs, each.expects, each.expected) for each in problem.examples] == [
        ({"s": "PAYPALISHIRING", "numRows": 3}, "unknown", None),
        ({"s": "A#//B", "numRows": -1}, "unknown", None),
    ]
    assert describe(problem)["examples"][0] == 'Input:\n"PAYPALISHIRING"\n3'


def test_a_case_that_the_statement_has_already_adds_nothing() -> None:
    named = '/*\n * [6] Zigzag\n *\n * Input: s = "PAYPALISHIRING", numRows = 3\n * Output: "PAHNAPLSIIGYIR"\n */\n'
    (problem,) = found(CODE.format(named=named, code=STUB) + LCPR)
    assert [each.expects for each in problem.examples] == ["value", "unknown"]


@pytest.mark.parametrize("named", ["", NAMED])
def test_a_file_without_a_statement_keeps_its_problem_once_it_is_solved(named: str) -> None:
    (problem,) = found(CODE.format(named=named, code=DONE) + LCPR)
    assert (problem.signature.name, problem.has_code, len(problem.examples)) == ("convert", True, 2)
    assert problem.title == ("Zigzag Conversion" if named else "convert")


def test_the_example_of_leetcode_cli_is_an_input_too() -> None:
    text = PYTHON.format(code=TWO_SUM.format(body="return [0, 1]")).replace(
        "# [1] Two Sum\n", "# [1] Two Sum\n#\n# Testcase Example:  '[2,7,11,15]\\n9'\n"
    )
    (problem,) = found(text, "python")
    assert [(each.inputs, each.expects) for each in problem.examples] == [
        ({"nums": [2, 7, 11, 15], "target": 9}, "unknown")
    ]


def test_quotes_inside_an_example_of_leetcode_cli() -> None:
    held = cases_in("// @lc app=leetcode id=20 lang=c\n// Testcase Example:  '\"it\\'s\"'\n")
    assert held and [test.given for test in held.tests] == ['"it\'s"']


def test_a_solved_file_of_leetcode_without_anything_to_check_says_so() -> None:
    document = Document(PYTHON.format(code=TWO_SUM.format(body="return [0, 1]")), "python")
    assert problems_of_file(document, None) == []
    with pytest.raises(NoProblemError, match="names a problem of LeetCode but holds neither"):
        problem_in_file(document, None, Cursor(line=6))


def test_a_solution_goes_into_a_file_without_a_statement_also_when_it_moved_meanwhile(tmp_path: Path) -> None:
    text = CODE.format(named="", code=STUB) + LCPR
    before = Document(text, "javascript")
    (problem,) = problems_of_file(before, None)
    after = Document(f"// a remark\n\n{text}", "javascript")
    moved = fitting(before, after, problem)
    solved = splice(after.text, place(after, moved, "var convert = function(s, numRows) { return s; };"))
    assert solved.startswith("// a remark\n\n// @lc app") and "    return s;\n};\n// @lc code=end" in solved


def test_examples_that_stand_elsewhere_do_not_keep_a_problem_from_being_found_again(tmp_path: Path) -> None:
    (tmp_path / "a_input0.txt").write_text("1\n")
    (tmp_path / "a_output0.txt").write_text("2\n")
    text = "/*\n * Add one to a number.\n *\n * Input\n * 3\n * Output\n * 4\n */\nint main() {\n    return 0;\n}\n"
    document = Document(text, "cpp")
    (problem,) = problems_of_file(document, tmp_path / "a.cpp")
    assert len(problem.examples) == 2
    again = relocate(Document(f"\n{text}", "cpp"), problem)
    assert again is not None and len(again.examples) == 2 and again.region.start.line == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.testcases", LUA),
        ("testcases.txt", b"input:\n3\n1 2 3\noutput:\n6\n\ninput:\n1\n5\noutput:\n\n"),
    ],
)
def test_a_test_without_an_output_can_be_run(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    code = (
        "// @lc code=begin\nint add(int n, vector<int> xs) {\n\n}\n// @lc code=end\n"
        if "txt" in name
        else "int main() {}"
    )
    (problem,) = problems_of_file(Document(code, language_of(Path("a.cpp")).id), tmp_path / "a.cpp")
    assert [each.expects for each in problem.examples] == (
        ["value", "unknown"] if "txt" in name else ["text", "unknown"]
    )


@pytest.mark.parametrize(
    "content", [b"", b"\xc1", b"\x82\x00", b"\xd9\xff", b"\x91" * 40, b"\xc0\xc0", b"\xa1\xff", LUA[:-1]]
)
def test_what_is_no_message_pack_is_no_example(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.testcases").write_bytes(content)
    assert problems_of_file(Document("int main() {}", "cpp"), tmp_path / "a.cpp") == []


def test_every_type_of_message_pack() -> None:
    values = {
        b"\xc0": None, b"\xc3": True, b"\x07": 7, b"\xff": -1, b"\xcd\x01\x00": 256, b"\xd0\x80": -128,
        b"\xcb\x3f\xf0\x00\x00\x00\x00\x00\x00": 1.0, b"\xc4\x01x": "x", b"\xda\x00\x02\xc3\xa9": "é",
        b"\xdc\x00\x01\x05": [5], b"\xde\x00\x01\xa1k\x92\x01\x02": {"k": [1, 2]},
    }  # fmt: skip
    assert {data: unpacked(data) for data in values} == values


C_CASES = """/*
 * @lc app=leetcode id=66 lang=c
 *
 * [66] Plus One
 *
 * Testcase Example:  '[1,2,3]\\n[4,3,2,1]\\n[9]'
 */
// @lc code=start
int* plusOne(int* digits, int digitsSize, int* returnSize) {
    return digits;
}
// @lc code=end
"""


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("int* plusOne(int* digits, int digitsSize, int* returnSize)", [[1, 2, 3], [4, 3, 2, 1], [9]]),
        ("int* plusOne(int* digits, int digitsSize, int* other, int otherSize)", []),
    ],
)
def test_the_lines_of_several_examples_are_parted_by_the_parameters_that_one_states(
    head: str, wanted: list[list[int]]
) -> None:
    text = C_CASES.replace("int* plusOne(int* digits, int digitsSize, int* returnSize)", head)
    inputs = [each.inputs for problem in found(text, "c") for each in problem.examples]
    assert inputs == [{"digits": each} for each in wanted]
