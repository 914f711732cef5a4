"""Comments of languages with braces as lines of text: `//` runs, `/* … */` with or without a star before each line."""

import re
from collections.abc import Sequence

from tree_sitter import Node

from lsp_server.problem.parts import Comment, TextLine
from lsp_server.problem.prose import MOST_LINES
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import comment_lines, comment_of, dedented, indent_of, lines_between

_OPENED = re.compile(r"/\*[*!]?(?!/)")
_STAR = re.compile(r"[ \t]*\*+ ?")
_TAG = re.compile(r"\s*[@\\](?:brief|description|desc|summary)\s+")


def is_block(document: Document, node: Node) -> bool:
    start = document.offset_of(node.start_byte)
    return document.text.startswith("/*", start)


def comment_block(document: Document, nodes: Sequence[Node]) -> Comment:
    """One block comment, or line comments that follow each other."""
    if is_block(document, nodes[0]):
        return _block(document, nodes[0])
    row = document.row_of(document.offset_of(nodes[0].start_byte))
    return comment_lines(document, range(row, row + len(nodes)), indent_of(document.line(row)))


def _block(document: Document, node: Node) -> Comment:
    start, end = document.span(node)
    opened = _OPENED.match(document.text, start)
    inner_start = opened.end() if opened else start + 2
    inner_end = end - 2 if document.text.endswith("*/", inner_start, end) else max(end, inner_start)
    lines = lines_between(document, inner_start, inner_end)
    lines = [_untagged(line) for line in _unstarred(lines)] if len(lines) <= MOST_LINES else []
    indent = indent_of(document.line(document.row_of(start)))
    return comment_of(document, start, end, indent, _trimmed(lines))


def _unstarred(lines: Sequence[TextLine]) -> list[TextLine]:
    """Without the stars, when all lines below the first have one: else they are bullets."""
    first, *rest = lines
    head = len(first.text) - len(first.text.lstrip(" \t"))
    first = TextLine(first.text[head:].rstrip(), first.start + head, first.end)
    stars = [_STAR.match(line.text) for line in rest]
    if rest and all(star or not line.text.strip() for star, line in zip(stars, rest, strict=True)):
        rest = [_without(line, star.end() if star else 0) for star, line in zip(stars, rest, strict=True)]
    return [first, *dedented(rest)]


def _without(line: TextLine, length: int) -> TextLine:
    return TextLine(line.text[length:], min(line.start + length, line.end), line.end)


def _untagged(line: TextLine) -> TextLine:
    """`@brief Returns …` is what the function does."""
    tag = _TAG.match(line.text)
    return _without(line, tag.end()) if tag else line


def _trimmed(lines: Sequence[TextLine]) -> list[TextLine]:
    """Without the empty lines that the marks leave at both ends."""
    kept = [index for index, line in enumerate(lines) if line.text.strip()]
    return list(lines[kept[0] : kept[-1] + 1]) if kept else list(lines[:1])
