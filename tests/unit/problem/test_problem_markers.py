"""What a site would be sent of a file with markers."""

import pytest

from lsp_server.problem.markers import after_marker, has_markers, submitted

FILE = "import tool\n\n# @lc code={}\n\nclass Solution:\n    def f(self): pass\n# @lc code=end\n\ntool.run()\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("opening", ["start", "begin"])
def test_only_the_part_between_the_markers_is_sent_with_its_line_numbers(opening: str, newline: str) -> None:
    text = FILE.format(opening).replace("\n", newline)
    sent = submitted(text, "Solution")
    assert sent.split() == ["class", "Solution:", "def", "f(self):", "pass"]
    lines = text.split(newline)
    assert [line if line in sent.split(newline) else "" for line in lines] == sent.split(newline)


def test_the_part_that_defines_the_name_is_sent() -> None:
    text = "// @leet start\nint a() {}\n// @leet end\n// @leet start\nint b() {}\n// @leet end\n"
    assert submitted(text, "b").strip() == "int b() {}"
    assert submitted(text, "c") == text


def test_a_part_that_is_not_closed_goes_on_to_the_end() -> None:
    assert submitted("x\n// @lc code=start\nint a() {}\n", "a") == "\n\nint a() {}\n"


def test_text_without_markers_is_left_alone() -> None:
    assert not has_markers("int a() {}\n// @lc code=end\n")
    assert submitted("int a() {}\n", "a") == "int a() {}\n"


def test_code_begins_below_the_marker_and_its_blank_lines() -> None:
    text = "// @lc code=start\n\n \nint a() {}\n"
    assert text[after_marker(text, 0, len(text)) :] == "int a() {}\n"
    assert after_marker("int a() {}\n", 0, 11) == 0


def test_a_part_inside_a_class_is_sent_without_its_indentation() -> None:
    text = "class Outer:\n  # leetcode submit region begin(Prohibit modification and deletion)\n  class Solution:\n"
    text += "    def f(self): pass\n\n  # leetcode submit region end(Prohibit modification and deletion)\n"
    assert submitted(text, "f").rstrip() == "\n\nclass Solution:\n  def f(self): pass"
