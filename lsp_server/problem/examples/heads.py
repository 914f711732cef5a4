"""Two heads, of an input and of its output, with nothing between: both texts stand below the second.

Columns look like that when a page is copied. They are read only where it is certain that the one ends and the other
begins.
"""

from collections.abc import Sequence

from lsp_server.problem.examples.bodies import given_of
from lsp_server.problem.examples.frames import inside_fence, trimmed
from lsp_server.problem.examples.labels import Piece
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.segments import Segment
from lsp_server.problem.examples.stuck import apart, parted


def together_below(pairs: Sequence[tuple[Segment, Segment]], prose: str) -> list[Labelled]:
    """Samples below both of their heads, each in two if that is certain."""
    bodies = [trimmed(wanted.pieces[1:]) for _, wanted in pairs]
    samples = [
        (given.pieces[0].line, body[-1].line, sample)
        for (given, _), body in zip(pairs, bodies, strict=True)
        if body
        for sample in apart([piece.text for piece in body], prose)
    ]
    ways = parted([sample for _, _, sample in samples], prose)
    found: list[Labelled] = []
    for index, (first, last, _) in enumerate(samples):
        texts = ["\n".join(line.strip("`").rstrip() for line in side) for side in ways[index]] if ways else ["", ""]
        found.append(Labelled(first, last, texts[0], texts[1], block=True, stuck=not ways))
    return found


def are_two_heads(given: Segment, wanted: Segment) -> bool:
    """The head of an input with nothing below it, and then that of the output."""
    return not given_of(given) and not inside_fence(wanted.pieces) and not _is_inline(wanted)


def are_one_column(given: Segment, wanted: Segment) -> bool:
    """Two heads with nothing between and one paragraph below them: nobody can tell where the input ends."""
    return are_two_heads(given, wanted) and not beside_each_other(wanted)


def _is_inline(segment: Segment) -> bool:
    return bool(segment.pieces[0].text.strip())


def beside_each_other(wanted: Segment) -> tuple[list[Piece], list[Piece]] | None:
    """Two columns that were copied one after the other: both labels, then the input, then the output."""
    parts: list[list[Piece]] = [[]]
    for piece in trimmed(wanted.pieces[1:]):
        if piece.text.strip():
            parts[-1].append(piece)
        elif parts[-1]:
            parts.append([])
    if len(parts) == 1 and len(parts[0]) == 2:
        parts = [parts[0][:1], parts[0][1:]]  # two lines are one of each
    return (parts[0], parts[1]) if len(parts) == 2 and not _is_inline(wanted) else None
