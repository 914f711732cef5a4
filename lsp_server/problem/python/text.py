"""Comments and strings of a Python file as lines of text, with the place of each line in the file."""

import re
from collections.abc import Sequence

from tree_sitter import Node

from lsp_server.problem.parts import Comment, TextLine
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import comment_lines, comment_of, dedented, indent_of, lines_between

_QUOTES = re.compile(r"([a-zA-Z]*)(\"\"\"|'''|\"|')")
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_WRITTEN_ENDS = re.compile(r"(?<!\\)\\n|\r\n|\n|\r")
"""In a string of one line, line ends are written as escapes."""


def comment_block(document: Document, nodes: Sequence[Node]) -> Comment:
    """The lines of `nodes`, which follow each other."""
    row = document.row_of(document.offset_of(nodes[0].start_byte))
    return comment_lines(document, range(row, row + len(nodes)), indent_of(document.line(row)))


def only_string(node: Node) -> Node | None:
    """The plain string that a statement consists of."""
    if node.type == "expression_statement" and node.named_child_count == 1:
        node = node.named_children[0]
    if node.type != "string" or any(child.type == "interpolation" for child in node.children):
        return None
    return node


def string_block(document: Document, node: Node) -> Comment:
    start, end = document.span(node)
    opened = _QUOTES.match(document.text, start)
    prefix, quote = (opened[1], opened[2]) if opened else ("", "")
    inner_start = start + len(prefix) + len(quote)
    inner_end = end - len(quote) if document.text.endswith(quote, inner_start, end) else end
    ends = _WRITTEN_ENDS if len(quote) == 1 and "r" not in prefix.lower() else _LINE_ENDS
    lines = lines_between(document, inner_start, inner_end, ends)
    head = lines[0]
    column = len(head.text) - len(head.text.lstrip())
    first = TextLine(head.text[column:].removesuffix("\\"), head.start + column, head.end)
    found = [first, *dedented(lines[1:])]
    if "r" not in prefix.lower():
        found = [TextLine(each.text.replace("\\\\", "\\"), each.start, each.end) for each in found]
    return comment_of(document, start, end, indent_of(document.line(document.row_of(start))), found, is_string=True)
