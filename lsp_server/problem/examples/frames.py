"""What frames a text and is no line of it: fences, rules, empty lines and the button that copies it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lsp_server.problem.examples.labels import Piece, is_rule

BUTTON = re.compile(r"\s*(?:copy|复制|복사|コピー|скопировать)\s*", re.IGNORECASE)
_FENCES = ("```", "~~~")


def inside_fence(lines: Sequence[Piece]) -> list[Piece]:
    """The lines of the first fence; none where there is no whole one."""
    marks = [index for index, piece in enumerate(lines) if piece.text.strip().startswith(("```", "~~~"))]
    return list(lines[marks[0] + 1 : marks[1]]) if len(marks) >= 2 else []


def trimmed(lines: Sequence[Piece]) -> list[Piece]:
    """Without what is empty, and rules, at both ends. Where lines are a picture, `*****` is one of them."""
    picture = _is_picture(lines)
    kept = [piece for piece in lines if not piece.text.strip().startswith(_FENCES)]
    for end in (0, -1):
        while kept and (_is_empty(kept[end].text) or (is_rule(kept[end].text) and not picture)):
            del kept[end]
    return kept


def _is_picture(lines: Sequence[Piece]) -> bool:
    """Whether a rule stands below another, or beside a line of signs alone that has its sign."""
    texts = [piece.text.strip() for piece in lines]
    signs = {text[0] for text in texts if is_rule(text)}
    drawn = (text for text in texts if not is_rule(text) and not any(map(str.isalnum, text)))
    return any(map(signs.intersection, drawn)) or any(is_rule(one) and is_rule(other) for one, other in pairwise(texts))


def _is_empty(text: str) -> bool:
    """Nothing, or the button that was copied along."""
    return not text.strip() or bool(BUTTON.fullmatch(text))


def text_of(lines: Sequence[Piece]) -> str:
    return "\n".join(piece.text.strip("`").rstrip() for piece in lines).strip("\n")
