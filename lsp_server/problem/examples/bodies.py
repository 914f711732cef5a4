"""The lines below a label that are the input or the output itself, without what sites put around them."""

import re
from collections.abc import Sequence

from lsp_server.problem.examples.endings import above_explanation, first_paragraph
from lsp_server.problem.examples.frames import inside_fence, trimmed
from lsp_server.problem.examples.labels import Piece, is_rule
from lsp_server.problem.examples.segments import Segment

_COLUMNS = re.compile(r"(\s*STDIN\s+)Function\s*$")
_LEAD_OF_SAMPLE = re.compile(r"\s*在这里给出.{2,8}(?:输入|输出)。例如[:\uff1a]\s*")
_OPENING, _CLOSING = "[({", "])}"


def given_of(segment: Segment) -> list[Piece]:
    """Everything up to the label "Output"; only a fence's inside if there is one."""
    return _first_column(trimmed(inside_fence(segment.pieces) or _without_lead(segment.pieces)))


def _without_lead(lines: Sequence[Piece]) -> list[Piece]:
    """Without the sentence that PTA puts above a sample."""
    return [piece for piece in lines if not _LEAD_OF_SAMPLE.fullmatch(piece.text)]


def _first_column(lines: list[Piece]) -> list[Piece]:
    """What HackerRank reads, without the column that tells which parameter it becomes."""
    head = _COLUMNS.match(lines[0].text) if lines else None
    if not head:
        return lines
    body = (line for line in lines[1:] if not is_rule(line.text.replace(" ", "")))
    return [Piece(line.line, line.label, _cut(line.text, head.end(1))) for line in body]


def _cut(text: str, width: int) -> str:
    """What stands in the first column. A line that runs over its end has nothing in the second."""
    return text[:width].rstrip() if text[width - 2 : width].isspace() else text.rstrip()


def wanted_of(segment: Segment) -> list[Piece]:
    """What goes on behind the label, else a fence's inside, else the paragraph below."""
    first, *rest = segment.pieces
    if first.text.strip():
        return _balanced([first, *rest])
    if fenced := trimmed(inside_fence(rest)):
        return fenced
    return first_paragraph(above_explanation(segment, trimmed(_without_lead(rest))))


def _balanced(lines: Sequence[Piece]) -> list[Piece]:
    """The first line, and the following ones while a bracket is open."""
    depth = 0
    for index, piece in enumerate(lines):
        depth += sum(piece.text.count(mark) for mark in _OPENING) - sum(piece.text.count(mark) for mark in _CLOSING)
        if depth <= 0 or not piece.text.strip():
            return list(lines[: index + 1])
    return list(lines[:1])
