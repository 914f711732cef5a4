"""Comments and strings of a Python file as lines of text, with the place of each line in the file."""

import re
from collections.abc import Sequence

from tree_sitter import Node

from lsp_server.problem.parts import Comment, TextLine
from lsp_server.problem.prose import MOST_LINES
from lsp_server.problem.syntax import Document

_QUOTES = re.compile(r"([a-zA-Z]*)(\"\"\"|'''|\"|')")
_INDENT = re.compile(r"[ \t\f]*")
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_WRITTEN_ENDS = re.compile(r"(?<!\\)\\n|\r\n|\n|\r")
"""In a string of one line, line ends are written as escapes."""
_COMMENT_MARK = re.compile(r"#+ ?")
_DEFAULT_UNIT = "    "


def comment_block(document: Document, nodes: Sequence[Node]) -> Comment:
    """The lines of `nodes`, which follow each other."""
    row = document.row_of(document.offset_of(nodes[0].start_byte))
    return comment_lines(document, range(row, row + len(nodes)), indent_of(document.line(row)))


def comment_lines(document: Document, rows: Sequence[int], indent: str) -> Comment:
    """The comment lines in `rows`, without their marks and without the indentation that all of them share."""
    lines: list[TextLine] = []
    for row in rows if len(rows) <= MOST_LINES else ():
        line = document.line(row).rstrip()
        column = len(indent_of(line))
        mark = _COMMENT_MARK.match(line, column)
        skip = mark.end() if mark else column
        start = document.lines.starts[row]
        lines.append(TextLine(line[skip:], start + skip, start + len(line)))
    first, last = rows[0], rows[-1]
    start = document.lines.starts[first] + len(indent)
    dedented = _dedented(lines)
    return Comment(start, document.line_end(last), indent, dedented, tuple(line.text for line in dedented))


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
    lines = _lines_between(document, inner_start, inner_end, ends)
    head = lines[0]
    column = len(head.text) - len(head.text.lstrip())
    first = TextLine(head.text[column:].removesuffix("\\"), head.start + column, head.end)
    dedented = [first, *_dedented(lines[1:])]
    if "r" not in prefix.lower():
        dedented = [TextLine(each.text.replace("\\\\", "\\"), each.start, each.end) for each in dedented]
    indent = indent_of(document.line(document.row_of(start)))
    return Comment(start, end, indent, tuple(dedented), tuple(line.text for line in dedented), is_string=True)


def _lines_between(document: Document, start: int, end: int, ends: re.Pattern[str]) -> list[TextLine]:
    lines: list[TextLine] = []
    for match in ends.finditer(document.text, start, end):
        lines.append(TextLine(document.text[start : match.start()], start, match.start()))
        start = match.end()
    return [*lines, TextLine(document.text[start:end], start, end)]


def _dedented(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    common = min((len(indent_of(line.text)) for line in lines if line.text.strip()), default=0)
    return tuple(TextLine(line.text[common:].rstrip(), min(line.start + common, line.end), line.end) for line in lines)


def indent_of(line: str) -> str:
    match = _INDENT.match(line)
    return match[0] if match else ""


def indent_unit(document: Document) -> str:
    """One level of indentation as this file writes it; four spaces when it has none."""
    previous = ""
    for row in range(len(document.lines.starts)):
        line = document.line(row)
        if not line.strip():
            continue
        base, inner = indent_of(previous), indent_of(line)
        if previous.rstrip().endswith(":") and len(inner) > len(base) and inner.startswith(base):
            return inner[len(base) :]
        previous = line
    return _DEFAULT_UNIT
