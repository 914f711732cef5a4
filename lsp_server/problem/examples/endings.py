"""Where an output ends that no fence closes: a paragraph of explanation may stand right below it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from lsp_server.problem.examples.frames import BUTTON, trimmed
from lsp_server.problem.examples.labels import Piece
from lsp_server.problem.examples.segments import Segment

_LETTERS = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?:\S+\s+){3,}.*\S\.\s*$")
_SAID = re.compile(r".*[\u3040-\u30ff\u4e00-\u9fff].*\u3002\s*")
"""A sentence in Japanese or Chinese."""
_KANA = re.compile(r"[\u3041-\u3096]")
_WORD = re.compile(r"(?<!\S)[A-Za-z][a-z]+[,;:]?(?=\s)")
_FEWEST_WORDS = 4
_WORKED_OUT = re.compile(r"[=→⇒×≤≥]|\d, \d|\d\.\s*$")
"""`1 + 2 + 3 = 6.` or `6 → 3 → 10` below an output of plain numbers says how it comes about."""
_CLOSED = re.compile(r".*(?:=|, ).*\d\.\s*")


def above_explanation(segment: Segment, body: list[Piece]) -> list[Piece]:
    """Without the sentences that stand directly below an output where AtCoder's page was copied with its buttons."""
    has_button = any(BUTTON.fullmatch(piece.text) for piece in segment.pieces[1:])
    if not (segment.label and segment.label.number and has_button):
        return body
    start = next((index for index, piece in enumerate(body) if _is_worded(piece.text)), 0)
    paragraph = list(takewhile(lambda piece: piece.text.strip(), body[start:]))
    ends = bool(paragraph) and paragraph[-1].text.rstrip().endswith((".", "\u3002"))
    return trimmed(body[:start]) if start and ends else body


def _is_worded(text: str) -> bool:
    return len(_KANA.findall(text)) >= _FEWEST_WORDS or len(_WORD.findall(text)) >= _FEWEST_WORDS


def first_paragraph(body: list[Piece]) -> list[Piece]:
    """The first paragraph. What has no letters goes on behind a blank line if that has none, and ends at a sentence."""
    if body and not _SAID.fullmatch(body[0].text):
        body = body[: next((index for index, piece in enumerate(body) if _SAID.fullmatch(piece.text)), len(body))]
    if not body or _LETTERS.search(body[0].text):
        return body[: _end_of_paragraphs(body)]
    ends = (index for index, piece in enumerate(body) if index and _ends_numbers(body, index, piece.text))
    return trimmed(body[: next(ends, len(body))])


def _end_of_paragraphs(body: Sequence[Piece]) -> int:
    """At the first blank line that no line of a shape seen before follows: `Case 2:` goes on with `Case 1:`."""
    shapes: set[str] = set()
    for index, piece in enumerate(body):
        following = next((each.text for each in body[index:] if each.text.strip()), "")
        if not piece.text.strip() and _shape(following) not in shapes:
            return index
        shapes |= {shape} if (shape := _shape(piece.text)) else set()
    return len(body)


def _shape(text: str) -> str:
    """What a line has in common with another that has other numbers; "" for a line of words or numbers alone."""
    return _DIGITS.sub("0", text.strip()) if _LETTERS.search(text) and _DIGITS.search(text) else ""


def _ends_numbers(body: Sequence[Piece], index: int, text: str) -> bool:
    plain = not any(_WORKED_OUT.search(piece.text) for piece in body[:index])
    if text.strip():
        said = bool(_SENTENCE.match(text)) and bool(_LETTERS.search(text)) and not _is_between(body, index)
        return said or (plain and bool(_CLOSED.fullmatch(text)))
    following = body[index + 1 : index + 2]
    return any(_LETTERS.search(piece.text) or (plain and _WORKED_OUT.search(piece.text)) for piece in following)


def _is_between(body: Sequence[Piece], index: int) -> bool:
    """Whether a line of few words stands among numbers: `12 is NOT perfect.` is output, too."""
    below = takewhile(lambda piece: piece.text.strip(), body[index + 1 :])
    plain = any(not _LETTERS.search(piece.text) for piece in below)
    return plain and bool(body[index - 1].text.strip()) and not _is_worded(body[index].text)
