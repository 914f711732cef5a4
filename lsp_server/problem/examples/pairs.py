"""Which output belongs to which input: they stand in turn, or all inputs above all outputs, or apart with numbers."""

from collections.abc import Sequence

from lsp_server.problem.examples.segments import Segment, kind_of


def pairs_of(parts: Sequence[Segment]) -> list[tuple[Segment, Segment]]:
    """Each input with its output: the next label, or the one of its number where all inputs stand above all outputs."""
    found: list[tuple[Segment, Segment]] = []
    for index, (one, after) in enumerate(zip(parts, [*parts[1:], None], strict=True)):
        if not one.label or one.label.kind != "input":
            continue
        number = one.label.number
        if after and kind_of(after) == "output" and number == (after.label.number if after.label else ""):
            found.append((one, after))
        elif one.label.sample and not number and (other := _behind_sections(parts[index + 1 :])):
            found.append((one, other))
        elif number and (other := _numbered(parts[index + 1 :], number)):
            found.append((one, other))
        elif after and kind_of(after) == "output" and not (number and after.label and after.label.number):
            found.append((one, after))
    return found


def _behind_sections(parts: Sequence[Segment]) -> Segment | None:
    """USACO tells the format of the output between a sample's input and its output."""
    first = next((part for part in parts if kind_of(part) != "section"), None)
    return first if first and first.label and kind_of(first) == "output" and first.label.sample else None


def _numbered(parts: Sequence[Segment], number: str) -> Segment | None:
    """The output of that number, unless another input of it comes first."""
    same = (part for part in parts if part.label and part.label.number == number)
    first = next((part for part in same if kind_of(part) in ("input", "output")), None)
    return first if first and kind_of(first) == "output" else None


def is_heading(part: Segment, after: Segment) -> bool:
    """`Example Input` above `Input 1:`: a label with nothing below it but one of the same kind that has a number."""
    empty = part.label is not None and not any(piece.text.strip() for piece in part.pieces)
    return bool(empty and after.label and after.label.number and kind_of(after) == kind_of(part))
