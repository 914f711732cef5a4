"""Lists as GeeksforGeeks and HackerRank print them, a blank between their items: `20 80`, `ABC ACB`, `7` alone.

Only the type of what is returned, or the words of the statement, tell that such an output is a list.
"""

import re
from collections.abc import Sequence

from lsp_server.problem.grammar import Types
from lsp_server.problem.model import Value
from lsp_server.problem.values import parse_value

LISTS = re.compile(r"(?:\w+[.:]+)*(?:vector|\w*List|Vec|list|Sequence|Collection|Array)\b|.*\[\]$|\[\]|\[[\w, ]+\]$")
_ITEMS = re.compile(
    r"(?:const )?(?:\w+(?:\.|::))*(?:vector|\w*List|Vec|list|Sequence|Collection|Array)\s*"
    r"(?:[<\[](?P<inner>.+)[>\]])?\s*&?"
    r"|(?P<before>.+?)\s*\[\]|\[\](?P<behind>.+)|\[(?P<bare>\w+)\]"
)
_NUMBER = r"-?\d+(?:\.\d+)?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s+{_NUMBER})*")
_SEVERAL = re.compile(rf"{_NUMBER}(?:[ \t]+{_NUMBER})+")
_WORDS = re.compile(r"[^\W_][\w'-]*(?:\s+[^\W_][\w'-]*)+")
_NONE = "-1"
"""What sites print for an empty list, and what some ask for as `[-1]`: nobody can tell."""
_RETURNS_LIST = re.compile(r"\breturn(?:s|ing)?\b[^.]{0,60}\b(?:array|list|vector)\b", re.IGNORECASE)
_RETURNS_TEXT = re.compile(r"\breturn(?:s|ing)?\b[^.]{0,40}\bstring\b", re.IGNORECASE)


def listed(wanted: str, kind: str, types: Types) -> list[Value] | None:
    """What an output without brackets shows of a list of the type `kind`; None when it is no such list, or unclear."""
    if not _ITEMS.fullmatch(kind.strip()):
        return None
    inner = items_of(kind)
    if inner and types.text.fullmatch(inner):
        return list(wanted.split()) if _WORDS.fullmatch(wanted.strip()) else None
    if LISTS.match(inner):
        return _rows(wanted)
    shown = wanted.strip() if _NUMBERS.fullmatch(wanted.strip()) else wanted.split("\n", 1)[0].strip()
    if not _NUMBERS.fullmatch(shown):
        return None
    return [parse_value(each) for each in shown.split()]


def items_of(kind: str) -> str:
    """The type of what is in a list of the type `kind`; "" where that does not say it."""
    items = _ITEMS.fullmatch(kind.strip())
    return next((group.strip() for group in items.groups() if group), "") if items else ""


def _rows(wanted: str) -> list[Value] | None:
    """A matrix, a row on each line."""
    rows = [line.strip() for line in wanted.strip().splitlines()]
    if len(rows) < 2 or not all(map(_NUMBERS.fullmatch, rows)):
        return None
    return [[parse_value(each) for each in row.split()] for row in rows]


def is_unclear(wanted: str, kind: str) -> bool:
    return wanted.strip() == _NONE and bool(_ITEMS.fullmatch(kind.strip()))


def show_numbers(outputs: Sequence[str]) -> bool:
    """Whether all of them are nothing but numbers, and one has several on a line."""
    shown = [output.strip() for output in outputs]
    return any(map(_SEVERAL.fullmatch, shown)) and all(map(_NUMBERS.fullmatch, shown))


def shows_lists(prose: str, outputs: Sequence[str]) -> bool:
    """Whether a function whose header does not say what it returns returns a list that is shown without brackets."""
    return show_numbers(outputs) and bool(_RETURNS_LIST.search(prose)) and not _RETURNS_TEXT.search(prose)
