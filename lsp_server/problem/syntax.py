"""The text of one version of a file, its syntax tree, and conversion between its offsets, lines and bytes.

A `Document` never changes: an edit makes a new one, whose tree is parsed incrementally from the old. Line ends are
`\\n`, `\\r\\n` and a lone `\\r`, as in the LSP. Nothing here knows UTF-16: that is `features/convert.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import tree_sitter

from lsp_server.errors import FileTooLargeError
from lsp_server.problem.languages import language_named, parser_of
from lsp_server.problem.model import Point, Region

MOST_BYTES = 1024 * 1024
"""Larger files are data or generated code; parsing them would only make the editor wait."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_LONE_RETURN = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class LineTable:
    """Where each line starts: `starts` in code points, `byte_starts` in bytes of UTF-8."""

    starts: tuple[int, ...]
    byte_starts: tuple[int, ...]


class Document:
    """One version of a file. `text` is what the user sees; offsets are code points from its start."""

    def __init__(self, text: str, language: str) -> None:
        """Raises UnsupportedLanguageError. A file that is too large is refused when its tree is asked for."""
        self.text = text
        self.language = language_named(language).id
        self._old_tree: tree_sitter.Tree | None = None

    @cached_property
    def tree(self) -> tree_sitter.Tree:
        """The syntax tree, in bytes of UTF-8. Raises FileTooLargeError."""
        if len(self.data) > MOST_BYTES:
            raise FileTooLargeError(
                f"This file has {len(self.data) / MOST_BYTES:.1f} MB; files over 1 MB are not looked at. "
                "Put the problem into a file of its own."
            )
        parser = parser_of(self.language)
        return parser.parse(self.data, self._old_tree) if self._old_tree else parser.parse(self.data)

    @cached_property
    def data(self) -> bytes:
        """What the parser reads: UTF-8, a lone `\\r` as `\\n`, because grammars do not know it as a line end."""
        return _LONE_RETURN.sub(b"\n", _encode(self.text))

    @cached_property
    def lines(self) -> LineTable:
        starts = _line_starts(self.text)
        if self.text.isascii():
            return LineTable(starts, starts)
        byte_starts = [0]
        for start, end in pairwise(starts):
            byte_starts.append(byte_starts[-1] + len(_encode(self.text[start:end])))
        return LineTable(starts, tuple(byte_starts))

    def edited(self, start: int, end: int, new_text: str) -> "Document":
        """The document with `text[start:end]` replaced. Only what the edit touches is parsed again."""
        text = self.text[:start] + new_text + self.text[end:]
        after = Document(text, self.language)
        if "tree" in self.__dict__:
            after._old_tree = self._tree_for(after, start, end, len(new_text))
        return after

    def _tree_for(self, after: "Document", start: int, end: int, length: int) -> tree_sitter.Tree:
        """Our tree, told where `after` differs. A `\\r` before the edit may become or cease to be a line end."""
        first = start - 1 if start and self.text[start - 1] == "\r" else start
        tree = self.tree.copy()
        tree.edit(
            self.byte_of(first),
            self.byte_of(end),
            after.byte_of(start + length),
            self._tree_point(first),
            self._tree_point(end),
            after._tree_point(start + length),
        )
        return tree

    def _tree_point(self, offset: int) -> tuple[int, int]:
        """Row and column in bytes, as tree-sitter counts."""
        row = self.row_of(offset)
        return row, self.byte_of(offset) - self.lines.byte_starts[row]

    def row_of(self, offset: int) -> int:
        """The 0-based line of an offset."""
        return bisect_right(self.lines.starts, offset) - 1

    def point(self, offset: int) -> Point:
        row = self.row_of(offset)
        return Point(line=row + 1, column=offset - self.lines.starts[row], offset=offset)

    def region(self, start: int, end: int) -> Region:
        return Region(start=self.point(start), end=self.point(end))

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and a 0-based column in code points; clamped to what exists."""
        row = min(max(line, 1), len(self.lines.starts)) - 1
        return min(self.lines.starts[row] + max(column, 0), self.line_end(row))

    def line_end(self, row: int) -> int:
        """The offset of the end of a 0-based line, before its line end."""
        starts = self.lines.starts
        if row + 1 >= len(starts):
            return len(self.text)
        end = starts[row + 1]
        return end - 2 if self.text[end - 2 : end] == "\r\n" else end - 1

    def line(self, row: int) -> str:
        """A 0-based line without its line end."""
        return self.text[self.lines.starts[row] : self.line_end(row)]

    def byte_of(self, offset: int) -> int:
        if self.text.isascii():
            return offset
        row = self.row_of(offset)
        return self.lines.byte_starts[row] + len(_encode(self.text[self.lines.starts[row] : offset]))

    def offset_of(self, byte: int) -> int:
        """The code point offset of a byte of `data` (which must not lie inside a character)."""
        if self.text.isascii():
            return byte
        row = bisect_right(self.lines.byte_starts, byte) - 1
        start = self.lines.starts[row]
        line = _encode(self.text[start : self.lines.starts[row + 1] if row + 1 < len(self.lines.starts) else None])
        return start + len(line[: byte - self.lines.byte_starts[row]].decode("utf-8", "surrogatepass"))

    def span(self, node: tree_sitter.Node) -> tuple[int, int]:
        """Where a node of `tree` stands in `text`."""
        return self.offset_of(node.start_byte), self.offset_of(node.end_byte)

    def source(self, node: tree_sitter.Node) -> str:
        start, end = self.span(node)
        return self.text[start:end]

    @property
    def newline(self) -> str:
        """The line end that this file uses (that of its first line)."""
        first = _LINE_END.search(self.text)
        return first.group() if first else "\n"


def _line_starts(text: str) -> tuple[int, ...]:
    """At every key, so the usual file of `\\n` only, which may have 20,000 lines, is not searched match by match."""
    if "\r" in text:
        return (0, *(match.end() for match in _LINE_END.finditer(text)))
    lengths = map(len, text.split("\n")[:-1])
    return (0, *(end + row for row, end in enumerate(accumulate(lengths), start=1)))


def _encode(text: str) -> bytes:
    """Editors can send lone surrogates; they must not stop us."""
    return text.encode("utf-8", "surrogatepass")


def walk(node: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """`node` and everything below it, in no order to rely on. Without recursion: trees of broken code are deep."""
    stack = [node]
    while stack:
        each = stack.pop()
        yield each
        stack.extend(each.children)
