"""Parts of other open files that are like the place where a slot is: names in common, nothing else.

Bounded in what it reads, keeps and gives, and cheap enough for every key: the names of a file are read once per
version. Which files there are is the caller's matter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_NAME = re.compile(r"[A-Za-z_]\w{2,}")
_LINES = 24
"""Of one part. Shorter ones say too little, longer ones leave no room for a second."""
_NEAR = 20
"""Lines before the cursor whose names are looked for; its own line changes with every key and is left out."""
_FILES, _LARGEST, _MOST_PARTS = 8, 100_000, 2
_LIKE = 0.12
"""Names in common by names of both (Jaccard). Below, the parts are about something else."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another file, or a part of one. `name` is what the model is told it is called."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    names: frozenset[str]


def similar(before: str, others: Sequence[Other], room: int) -> list[Other]:
    """The parts of `others` that are most like the end of `before`, the best last; at most `room` characters in all.

    The best stands nearest to the hole, and all stay the same while one line is typed, so that they are read once.
    """
    wanted = _names(_last_lines(before))
    if not wanted or room <= 0:
        return []
    kept: list[Other] = []
    best = sorted(_scored(wanted, others[:_FILES]), key=lambda found: -found[0])[:_MOST_PARTS]
    for part in [part for likeness, part in best if likeness >= _LIKE]:
        text = part.text if len(part.text) <= room else part.text[:room].rpartition("\n")[0]
        room -= len(text)
        if text.strip():
            kept.insert(0, Other(part.name, text))
    return kept


def _scored(wanted: frozenset[str], others: Iterable[Other]) -> Iterator[tuple[float, Other]]:
    """The best part of each file and how like it is."""
    for other in others:
        if len(other.text) > _LARGEST:
            continue
        best = max(_parts(other.text), key=lambda part: _likeness(wanted, part.names), default=None)
        if best is not None:
            yield _likeness(wanted, best.names), Other(other.name, other.text[best.start : best.end])


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    common = len(left & right)
    return common / (len(left) + len(right) - common) if common else 0.0


@lru_cache(maxsize=32)
def _parts(text: str) -> tuple[_Part, ...]:
    """Overlapping stretches of lines. Kept, because other files seldom change while this one is typed in."""
    starts = [0, *(match.end() for match in re.finditer(r"\n", text)), len(text)]
    rows = range(0, max(1, len(starts) - 1), _LINES // 2)
    spans = [(starts[row], starts[min(row + _LINES, len(starts) - 1)]) for row in rows]
    return tuple(_Part(start, end, _names(text[start:end])) for start, end in spans if start < end)


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text))


def _last_lines(before: str) -> str:
    lines = before[-4000:].replace("\r\n", "\n").split("\n")
    return "\n".join(lines[-1 - _NEAR : -1])
