"""Lines that are written like the examples beside them and cannot be read: `"ab" --> "A-Bb` among arrows.

They are kept as what cannot be judged. Whoever drops them in silence lets a solution pass that is wrong just there.
"""

import re
from collections.abc import Iterable, Sequence

from lsp_server.problem.examples.raw import Labelled, Raw

_SIGN = re.compile(r"={1,3}>|[-–—]+>|➞|→|⇒|⟶|={2,3}")
_STRINGS = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_BEGINS = re.compile(r"\s*(?:[-*•]\s+|\d+[.)]\s+|assert\s+)?[`\"'\[({\d-]|\s*(?:[-*•]\s+|assert\s+)?\w+(?:\(|\s?=)")
_CHECKS = re.compile(r"\s*(?:\w+\.)?(?:assert\w*!?|expect|EXPECT_\w+|ASSERT_\w+)\s*\(|\s*assert\s", re.IGNORECASE)
_FURTHEST = 2
"""Lines from one example to the next."""


def find_unreadable(texts: Sequence[str], found: Sequence[Raw], used: Iterable[int]) -> list[Labelled]:
    """`found` are the examples that can be read, `used` the lines that are something else."""
    signs = {raw.first: sign for raw in found if raw.first == raw.last and (sign := _sign(texts[raw.first]))}
    taken = {line for raw in found for line in range(raw.first, raw.last + 1)}.union(used)
    lines: list[int] = []
    for line in (*range(len(texts)), *reversed(range(len(texts)))):
        if line in taken or line in signs:
            continue
        sign = _sign(texts[line]) if _BEGINS.match(texts[line]) else ""
        beside = {signs[each] for each in _beside(texts, line) if each in signs}
        if sign in beside or (beside and _CHECKS.match(texts[line])):
            signs[line] = sign or "=="
            lines.append(line)
    return [unreadable(line, line) for line in sorted(lines)]


def unreadable(first: int, last: int) -> Labelled:
    """An example that nobody can read; alone, without others, it need not be one."""
    return Labelled(first, last, "", "", weak=True, stuck=True)


def _sign(text: str) -> str:
    """What stands between an input and its result."""
    match = _SIGN.search(_STRINGS.sub("", text))
    return match[0] if match else ""


def _beside(texts: Sequence[str], line: int) -> tuple[int, ...]:
    """The nearest lines above and below that are not empty."""
    above = range(line - 1, max(line - 1 - _FURTHEST, -1), -1)
    below = range(line + 1, min(line + 1 + _FURTHEST, len(texts)))
    near = (next((each for each in side if texts[each].strip()), -1) for side in (above, below))
    return tuple(each for each in near if each >= 0)
