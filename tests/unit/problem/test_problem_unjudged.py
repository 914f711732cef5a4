"""What is said where nothing can be run: no invented name is ever called, so nothing is called failed."""

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.check import check

TWO_SUM = "# Return the indices.\n#\n# Example 1:\n# Input: nums = {}, k = 2\n# Output: {}\n"
SOLUTION = "class Solution:\n    def pairs(self, nums, k):\n        return 0\n"
ADD = "# Print the sum.\n#\n# Input\n# Two numbers.\n#\n# Sample Input 1\n# 1 2\n# Sample Output 1\n# 3\n"
STACK = '# Design a stack.\n#\n# Example 1:\n# Input: ["Stack", "top"], [[], []]\n# Output: [null, -1]\n'
STUCK = (
    "# Print the largest of some numbers, given on lines.\n#\n# ### Sample 1:\n# Input\n# Output\n# 3\n# 1\n# 7\n# 7\n"
    "print(max(int(input()) for _ in range(int(input()))))\n"
)
CASES = [
    (STUCK, "nothing tells where the input ends"),
    (TWO_SUM.format("[1]", "0") + "\n\nx = 5\n\ndef other(a):\n    return a\n", "with the parameters `nums`, `k`."),
    (TWO_SUM.format("[1]", "0"), "No function was found"),
    (ADD, "No program was found"),
    (ADD + "def add(line, other, more):\n    return 0\n", "No program was found"),
    (STACK, "No class `Stack` was found"),
    (TWO_SUM.format("the first ten", "the last") + SOLUTION, "The example of this statement cannot be read"),
]


@pytest.mark.parametrize(("text", "said"), CASES)
async def test_what_was_not_found_is_not_said_to_have_failed(text: str, said: str) -> None:
    document = Document(text, "python")
    (problem,) = find_problems(document)
    verdict = await check(document, problem, Settings())
    assert (verdict.status, said in (verdict.message or "")) == ("unsupported", True), verdict
    assert not verdict.examples


async def test_a_statement_without_any_example_has_none() -> None:
    document = Document('def double(n):\n    """Return twice the number n."""\n', "python")
    (problem,) = find_problems(document)
    assert (await check(document, problem, Settings())).status == "no_examples"


def test_calls_of_a_name_that_the_file_does_not_have_mean_the_method_of_the_class() -> None:
    text = "# Return the sum.\n# add_all([1, 2]) == 3\nclass Solution:\n    def addAll(self, nums):\n        return 3\n"
    (problem,) = find_problems(Document(text, "python"))
    assert (problem.signature.name, [each.inputs for each in problem.examples]) == ("addAll", [{"nums": [1, 2]}])


def test_a_program_may_be_called_from_above_its_statement() -> None:
    """As HackerRank writes it in JavaScript."""
    above = "process.stdin.on('data', read);\nprocess.stdin.on('end', () => main());\n"
    text = (
        ADD.replace("# ", "// ").replace("#\n", "//\n")
        + "function add(a, b) {\n    return a + b;\n}\nfunction main() {\n    add(1, 2);\n}\n"
    )
    kinds = [find_problems(Document(each, "javascript"))[0].target.kind for each in (above + text, text)]
    assert kinds == ["body", "below"]
