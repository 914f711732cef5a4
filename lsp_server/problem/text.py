"""Lines of text with their place in a file: indentation, line comments, what several languages' comments share."""

import re
from collections.abc import Sequence

from lsp_server.problem.languages import LANGUAGES
from lsp_server.problem.literals import checked, readable
from lsp_server.problem.markup import without_drawing, without_html, without_quote_marks
from lsp_server.problem.parts import Comment, TextLine
from lsp_server.problem.prose import MOST_LINES, without_definitions
from lsp_server.problem.syntax import Document

_INDENT = re.compile(r"[ \t\f]*")
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_MARKS = {row.id: re.compile(rf"{re.escape(row.comment[0])}{{{len(row.comment)},}}!? ?") for row in LANGUAGES.values()}
"""`# `, `// `, `/// `, `//! `: any number of the mark's first character, as far as the mark is long."""
_OPENS_BLOCK = (":", "{", "(")


def comment_lines(document: Document, rows: Sequence[int], indent: str) -> Comment:
    """The comment lines in `rows`, without their marks and without the indentation that all of them share."""
    lines: list[TextLine] = []
    mark_of_language = _MARKS[document.language]
    for row in rows if len(rows) <= MOST_LINES else ():
        line = document.line(row).rstrip()
        column = len(indent_of(line))
        mark = mark_of_language.match(line, column)
        skip = mark.end() if mark else column
        start = document.lines.starts[row]
        lines.append(TextLine(line[skip:], start + skip, start + len(line)))
    first, last = rows[0], rows[-1]
    start = document.lines.starts[first] + len(indent)
    return comment_of(document, start, document.line_end(last), indent, dedented(lines))


def comment_of(
    document: Document, start: int, end: int, indent: str, lines: Sequence[TextLine], is_string: bool = False
) -> Comment:
    """The texts of a comment are its lines without markup, with literals as `values.py` reads them."""
    plain = without_quote_marks(without_drawing([without_html(line.text) for line in lines]))
    texts = without_definitions([checked(text) for text in plain])
    row = LANGUAGES[document.language]
    if row.braces:
        texts = readable(texts, objects=row.objects)
    return Comment(start, end, indent, tuple(lines), texts, is_string=is_string)


def lines_between(document: Document, start: int, end: int, ends: re.Pattern[str] = _LINE_ENDS) -> list[TextLine]:
    lines: list[TextLine] = []
    for match in ends.finditer(document.text, start, end):
        lines.append(TextLine(document.text[start : match.start()], start, match.start()))
        start = match.end()
    return [*lines, TextLine(document.text[start:end], start, end)]


def dedented(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    common = min((len(indent_of(line.text)) for line in lines if line.text.strip()), default=0)
    return tuple(TextLine(line.text[common:].rstrip(), min(line.start + common, line.end), line.end) for line in lines)


def indent_of(line: str) -> str:
    match = _INDENT.match(line)
    return match[0] if match else ""


def indent_unit(document: Document) -> str:
    """One level of indentation as this file writes it, as its language does when it has none."""
    previous = ""
    for row in range(len(document.lines.starts)):
        line = document.line(row)
        if not line.strip():
            continue
        base, inner = indent_of(previous), indent_of(line)
        if previous.rstrip().endswith(_OPENS_BLOCK) and len(inner) > len(base) and inner.startswith(base):
            return inner[len(base) :]
        previous = line
    return LANGUAGES[document.language].indent
