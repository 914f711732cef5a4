"""Which function a cursor means, with or without a statement."""

import pytest

from lsp_server.errors import NoProblemError
from lsp_server.problem.function import code_of_function, find_function, relocate_function
from lsp_server.problem.model import Cursor
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

TEXT = '''import math


def plain(a, b):
    return a + b


class Solution:
    @staticmethod
    def first(nums: list[int]) -> int:
        """Return the first of the numbers.

        >>> Solution.first([3])
        3
        """
        # by hand
        return nums[0]

    def stub(self):
        pass
'''


def test_a_function_without_a_statement_is_found() -> None:
    found = find_function(Document(TEXT, "python"), Cursor(line=5))
    assert (found.signature.name, found.signature.kind, found.statement) == ("plain", "function", "")
    assert [each.name for each in found.signature.params] == ["a", "b"]


def test_a_method_brings_its_statement_and_its_own_text() -> None:
    document = Document(TEXT, "python")
    found = find_function(document, Cursor(line=17))
    assert (found.signature.owner, found.signature.kind) == ("Solution", "method")
    assert code_of_function(document, found).startswith("@staticmethod\ndef first(")
    after = splice(TEXT, place(document, found, "def first(nums):\n    return next(iter(nums))"))
    assert '"""Return the first' in after and "@staticmethod" in after and "return nums[0]" not in after


@pytest.mark.parametrize("line", [1, 2, 20])
def test_where_no_function_with_code_is_a_sentence_says_so(line: int) -> None:
    with pytest.raises(NoProblemError):
        find_function(Document(TEXT, "python"), Cursor(line=line))


def test_it_is_found_again_after_an_edit_above_it() -> None:
    found = find_function(Document(TEXT, "python"), Cursor(line=5))
    moved = relocate_function(Document("# new\n" + TEXT, "python"), found)
    assert moved is not None and moved.region.start.line == found.region.start.line + 1
    assert relocate_function(Document("x = 1\n", "python"), found) is None
