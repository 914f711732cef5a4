"""A statement cut at its labels: each label with what stands below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lsp_server.problem.examples.labels import Label, Piece


@dataclass(slots=True)
class Segment:
    """A label with the pieces below it, up to the next label. The first segment of a statement has no label."""

    label: Label | None
    pieces: list[Piece]
    in_example: bool = False


def segments(parts: Iterator[Piece]) -> list[Segment]:
    """`in_example` is true from a label "Example" to the next label that is not part of one."""
    found = [Segment(None, [])]
    inside = False
    for piece in parts:
        if piece.label:
            inside = piece.label.kind == "example" or (
                inside and piece.label.kind in ("input", "output", "explanation")
            )
            found.append(Segment(piece.label, [], inside))
        found[-1].pieces.append(piece)
    return found


def kind_of(segment: Segment) -> str:
    """The kind of its label; "" for what stands above the first."""
    return segment.label.kind if segment.label else ""
