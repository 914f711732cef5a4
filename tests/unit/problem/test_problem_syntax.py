"""Documents: edits parse only what changed and give the tree that a fresh parse gives; offsets convert both ways."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.errors import FileTooLargeError, UnsupportedLanguageError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

SNIPPETS = [
    "def f(x):",
    "\n",
    "\r\n",
    "\r",
    "    ",
    "\t",
    "return x",
    '"""',
    "# ä 😀 中",
    "(",
    ")",
    "x = 1",
    "class A:",
    "'",
]
sources = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=4), max_size=25).map("".join)
edits = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30), sources), min_size=1, max_size=4)


def shape(document: Document) -> Any:
    """The whole tree as data."""
    stack, found = [document.tree.root_node], []
    while stack:
        node = stack.pop()
        found.append((node.type, node.start_byte, node.end_byte, node.start_point, node.end_point))
        stack.extend(node.children)
    return found


@given(sources, edits)
def test_edited_document_equals_a_fresh_one(source: str, changes: list[tuple[int, int, str]]) -> None:
    document = Document(source, "python")
    assert document.tree
    for start, length, new in changes:
        start = min(start, len(document.text))
        end = min(start + length, len(document.text))
        expected = document.text[:start] + new + document.text[end:]
        document = document.edited(start, end, new)
        assert document.text == expected
        assert shape(document) == shape(Document(expected, "python"))
        assert document.lines == Document(expected, "python").lines


@pytest.mark.parametrize(
    ("source", "start", "end", "new"),
    [
        ("# a\rx = 1\ry = 2\n", 4, 4, "\n"),  # the lone return ceases to be a line end of its own
        ("# a\r\nx = 1\r\ny = 2\n", 4, 5, ""),  # and becomes one
    ],
)
def test_an_edit_after_a_carriage_return_reaches_back_over_it(source: str, start: int, end: int, new: str) -> None:
    document = Document(source, "python")
    assert document.tree
    after = document.edited(start, end, new)
    assert shape(after) == shape(Document(after.text, "python"))


def test_edit_changes_only_the_function_that_was_edited() -> None:
    functions = [f'def f{n}(x):\n    """Return {n}."""\n    return {n}\n\n\n' for n in range(300)]
    document = Document("".join(functions), "python")
    at = document.text.index("return 150\n")
    after = document.edited(at, at + len("return 150"), "if x:\n        return 7")
    before = document._tree_for(after, at, at + len("return 150"), len("if x:\n        return 7"))  # pyright: ignore
    changed = before.changed_ranges(after.tree)
    assert changed
    assert all(at - 80 < part.start_byte and part.end_byte < at + 80 for part in changed)
    kept = sum(not node.has_changes for node in before.root_node.children)
    assert kept == 299


def test_edit_leaves_the_old_version_as_it_was() -> None:
    document = Document("x = 1\n", "python")
    shape_before = shape(document)
    assert document.edited(0, 1, "long_name").tree.root_node.end_byte == 14
    assert shape(document) == shape_before
    assert document.text == "x = 1\n"


def test_edit_of_a_document_that_was_never_parsed() -> None:
    assert Document("x", "python").edited(1, 1, " = 2").tree.root_node.children[0].type == "expression_statement"


@given(sources)
def test_offsets_bytes_and_points_convert_both_ways(source: str) -> None:
    document = Document(source, "python")
    for offset in range(len(source) + 1):
        assert document.offset_of(document.byte_of(offset)) == offset
        point = document.point(offset)
        assert point.offset == offset
        inside = offset <= document.line_end(point.line - 1)  # else between the two characters of a line end
        assert not inside or document.offset(point.line, point.column) == offset


def test_lines_end_as_in_editors() -> None:
    document = Document("a\nb\r\nc\rd\x0be\u2028f", "python")
    assert [document.line(row) for row in range(len(document.lines.starts))] == ["a", "b", "c", "d\x0be\u2028f"]
    assert Document("a\r\nb", "python").newline == "\r\n"
    assert Document("a", "python").newline == "\n"


def test_positions_beyond_the_end_are_clamped() -> None:
    document = Document("ab\ncd", "python")
    assert document.offset(1, 99) == 2
    assert document.offset(9, 0) == 3
    assert document.offset(9, 99) == 5
    assert document.offset(-1, -1) == 0


def test_lone_carriage_returns_are_line_ends_for_the_parser_too() -> None:
    found = find_problems(Document('def f(x):\r    """Double: f(2) == 4."""\r    pass\r', "python"))
    assert [problem.region.start.line for problem in found] == [1]
    assert found[0].target.region.start.line == 3


def test_lone_surrogates_do_no_harm() -> None:
    document = Document('x = "\ud83d"\ny = 2\n', "python")
    assert document.source(document.tree.root_node.children[1]) == "y = 2"


def test_two_megabytes_are_refused_with_a_sentence() -> None:
    document = Document("x = 1\n" * 350_000, "python")
    with pytest.raises(FileTooLargeError, match=r"2\.0 MB"):
        find_problems(document)


def test_language_is_known_by_its_other_names() -> None:
    assert Document("", "py").language == "python"
    with pytest.raises(UnsupportedLanguageError, match=r"'cobol' is not supported\. Supported: python"):
        Document("", "cobol")
