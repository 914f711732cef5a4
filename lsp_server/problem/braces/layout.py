"""Lays text of an answer out at the indentation of the file that it goes into."""

from dataclasses import dataclass

from lsp_server.problem.syntax import Document, walk
from lsp_server.problem.text import indent_of, indent_unit


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines go: the indentation of their level, and one further level."""

    indent: str
    unit: str


def place_in(document: Document, indent: str) -> Place:
    return Place(indent, indent_unit(document))


def reindented(document: Document, start: int, end: int, place: Place, width: int | None = None) -> list[str]:
    """The lines of a stretch of `document` at `place`, without blank lines around. Inside strings nothing moves.

    `width` is the indentation that the lines have at the level of `place`; by default the smallest of them.
    """
    first = document.row_of(start)
    late = bool(document.text[document.lines.starts[first] : start].strip())
    begin = start if late else document.lines.starts[first]
    inside, unit = _rows_inside_strings(document), indent_unit(document)
    pieces = [(row, _cut(document, row, begin, end)) for row in range(first, document.row_of(end) + 1)]
    if late:
        pieces[0] = (first, pieces[0][1].lstrip())
    measured = [len(indent_of(text)) for row, text in pieces[late:] if text.strip() and row not in inside]
    base = min(measured, default=0) if width is None else width
    return _trimmed([text if row in inside else _line_at(_without(text, base), place, unit) for row, text in pieces])


def _without(text: str, base: int) -> str:
    """A line without `base` characters of its indentation, or without all of it when it has less."""
    return text[min(base, len(indent_of(text))) :]


def _cut(document: Document, row: int, start: int, end: int) -> str:
    """The part of a row between `start` and `end`, without white space behind it unless a string goes on there."""
    return document.text[max(document.lines.starts[row], start) : min(document.line_end(row), end)].rstrip()


def _line_at(line: str, place: Place, old_unit: str) -> str:
    """A line whose own indentation is counted from the level of `place`."""
    content = line.lstrip(" \t")
    if not content:
        return ""
    levels, rest = divmod(len(line) - len(content), len(old_unit))
    return place.indent + place.unit * levels + " " * rest + content


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[0].strip():
        lines = lines[1:]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _rows_inside_strings(document: Document) -> frozenset[int]:
    rows: set[int] = set()
    for node in walk(document.tree.root_node):
        if "string" in node.type and node.end_point.row > node.start_point.row:
            rows.update(range(node.start_point.row + 1, node.end_point.row + 1))
    return frozenset(rows)
