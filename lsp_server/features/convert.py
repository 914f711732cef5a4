"""Positions of the editor (UTF-8, UTF-16 or UTF-32 units) to and from ours (code points): here and nowhere else.

Lines end at `\\n`, `\\r\\n` and `\\r`, as LSP says, and at nothing else: `str.splitlines` also breaks at form feeds and
U+2028, which is why pygls's own text documents are not used. A position past the end of its line means the end of
the line; one inside a character means the start of that character.
"""

from bisect import bisect_right
from collections.abc import Mapping

from lsprotocol.types import Position, PositionEncodingKind, Range

from lsp_server.problem.model import Cursor, Region
from lsp_server.problem.syntax import Document

_UNITS: Mapping[str, tuple[str, int]] = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""Encoding -> (Python's codec, bytes per unit)."""


def to_offset(document: Document, position: Position, encoding: str) -> int:
    """Code points before `position`; past the last line, all of them."""
    starts = document.lines.starts
    if position.line >= len(starts):
        return len(document.text)
    return starts[position.line] + _column(document.line(position.line), position.character, encoding)


def to_position(document: Document, offset: int, encoding: str) -> Position:
    """The editor's position of an offset; between `\\r` and `\\n` there is none, so the end of the line is meant."""
    row = document.row_of(offset)
    before = document.line(row)[: offset - document.lines.starts[row]]
    return Position(line=row, character=_units(before, encoding))


def to_cursor(document: Document, position: Position, encoding: str) -> Cursor:
    point = document.point(to_offset(document, position, encoding))
    return Cursor(line=point.line, column=point.column)


def to_range(document: Document, region: Region, encoding: str) -> Range:
    """Only the offsets of `region` count."""
    start, end = (to_position(document, point.offset, encoding) for point in (region.start, region.end))
    return Range(start=start, end=end)


def to_region(document: Document, span: Range, encoding: str) -> Region:
    """A range that runs backwards is empty, at its start."""
    start, end = (to_offset(document, position, encoding) for position in (span.start, span.end))
    return document.region(start, max(start, end))


def _units(text: str, encoding: str) -> int:
    codec, size = _UNITS[encoding]
    return len(text) if text.isascii() else len(text.encode(codec, "surrogatepass")) // size


def _column(line: str, units: int, encoding: str) -> int:
    """How many characters of `line` end within its first `units` units."""
    if line.isascii():
        return min(units, len(line))
    columns = range(len(line) + 1)
    return bisect_right(columns, units, key=lambda column: _units(line[:column], encoding)) - 1
