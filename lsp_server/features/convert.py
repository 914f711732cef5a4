"""Positions of the editor (UTF-8, UTF-16 or UTF-32 units) to and from ours (code points): here and nowhere else.

Lines end at `\\n`, `\\r\\n` and `\\r`, as LSP says, and at nothing else: `str.splitlines` also breaks at form feeds and
U+2028, which is why pygls's own text documents are not used. A position past the end of its line means the end of
the line; one inside a character means the start of that character.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from lsprotocol.types import Position, PositionEncodingKind, Range

from lsp_server.problem.model import Cursor, Point, Region

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNITS: Mapping[str, tuple[str, int]] = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""Encoding -> (Python's codec, bytes per unit)."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines start. Made once per version of a document."""

    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "starts", starts)

    def content(self, line: int) -> str:
        """Line `line` (0-based) without its line ending."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        whole = self.text[self.starts[line] : end]
        return whole.rstrip("\r\n") if line + 1 < len(self.starts) else whole


def to_offset(lines: Lines, position: Position, encoding: str) -> int:
    """Code points before `position`."""
    if position.line >= len(lines.starts):
        return len(lines.text)
    return lines.starts[position.line] + _column(lines.content(position.line), position.character, encoding)


def to_point(lines: Lines, offset: int) -> Point:
    """An offset, beyond the end meaning the end, as a `Point`."""
    offset = min(offset, len(lines.text))
    line = bisect_right(lines.starts, offset)
    return Point(line=line, column=offset - lines.starts[line - 1], offset=offset)


def to_position(lines: Lines, offset: int, encoding: str) -> Position:
    """The editor's position of an offset; between `\\r` and `\\n` there is none, so the end of the line is meant."""
    line = bisect_right(lines.starts, offset) - 1
    before = lines.content(line)[: offset - lines.starts[line]]
    return Position(line=line, character=_units(before, encoding))


def to_cursor(lines: Lines, position: Position, encoding: str) -> Cursor:
    point = to_point(lines, to_offset(lines, position, encoding))
    return Cursor(line=point.line, column=point.column)


def to_range(lines: Lines, region: Region, encoding: str) -> Range:
    """Only the offsets of `region` count, so it may come from a tool that counts lines in another way."""
    return Range(
        start=to_position(lines, region.start.offset, encoding),
        end=to_position(lines, region.end.offset, encoding),
    )


def to_region(lines: Lines, span: Range, encoding: str) -> Region:
    start, end = (to_offset(lines, position, encoding) for position in (span.start, span.end))
    return Region(start=to_point(lines, start), end=to_point(lines, max(start, end)))


def _units(text: str, encoding: str) -> int:
    codec, size = _UNITS[encoding]
    return len(text) if text.isascii() else len(text.encode(codec, "surrogatepass")) // size


def _column(line: str, units: int, encoding: str) -> int:
    """How many characters of `line` end within its first `units` units."""
    if line.isascii():
        return min(units, len(line))
    columns = range(len(line) + 1)
    return bisect_right(columns, units, key=lambda column: _units(line[:column], encoding)) - 1
