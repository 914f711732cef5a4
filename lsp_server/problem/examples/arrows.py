"""Lines that show a value and what becomes of it, and name nothing: `"foo" --> "foo1"`, `[7] should return 7`.

Codewars words its examples so, often without quotes (`foo -> foo1`). Such a line is an example only of a function that
takes one value, of the right kind, or as many as stand before the arrow (`1, 10 --> 9`); whether there is one,
`binding/bind.py` knows. Maps of letters (`A -> Z`) look the same.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsp_server.problem.examples.labels import LabelKind
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.values import parse_prefix, parse_value

MOST_CHARACTERS = 500
_LEAD = re.compile(
    r"\s*(?:[-*•]\s+|\d+[.)]\s+)?(?:(?:for example|for instance|e\.g\.|example)\s*[,:]?\s+"
    r"(?:(?:the|an?|given|if|input|string|array|list|number|word|integer|sentence)\s+){0,3})?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:={1,3}>|[-–—]+>|➞|→|⇒|⟶)\s*"
    r"|,?\s+(?:should|would|must|will|shall) (?:become|return|be|give|yield|result in)\s+"
    r"|\s+(?:becomes|returns|gives|yields)\s+"
    r"|\s+(?P<told>(?:(?:gets|is) (?:converted|transformed|changed|turned) (?:in)?to|turns into))\s+",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\s*(?:[-*•]\s+)?(?:turn|convert|transform|change)\s+`?(?P<given>[^`]+?)`?\s+(?:in)?to\s+`?(?P<wanted>[^`]+?)`?\s*\.?\s*",
    re.IGNORECASE,
)
"""Exercism's ``Turn `"stressed"` into `"desserts"`.``"""
_COMMA = re.compile(r",[^\S\n]+")
_WORD = re.compile(r"[^\s\"'`\[\](){}<>=,;:|#]*[^\W_][^\s\"'`\[\](){}<>=,;:|#]*")
SUMS = re.compile(r"(?:[\d\s+*/()-]++=\s*+(-?\d++)\s*+(?:[-=]++>\s*+)?)+\.?")
"""`9 + 4 + 2 = 15 --> 1 + 5 = 6`: the steps to a result."""
_ASIDE = re.compile(r"\s*(?:[.;]?\s*|(?:[.;,]|\s)\s*(?:\(.*\)|//.*|#.*|because\b.*|since\b.*|as\b.*))", re.IGNORECASE)
_READ: frozenset[LabelKind | None] = frozenset({None, "example", "note", "section"})


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of an arrow; `value` when it can be read as a value, else it is a word. `several` values are values."""

    text: str
    end: int
    value: bool
    several: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    given: _Side
    wanted: _Side
    in_example: bool


def find_arrows(
    texts: Sequence[str], modes: Sequence[LabelKind | None], used: frozenset[int] | set[int]
) -> list[Labelled]:
    """The examples; words without quotes only where the text says that examples follow."""
    lines = [
        found
        for number, text in enumerate(texts)
        if number not in used and modes[number] in _READ and (found := _line(number, text, modes[number] == "example"))
    ]
    lines = [line for line in lines if line.in_example or (line.given.value and line.wanted.value)]
    if all(map(_maps_letter, lines)):
        return []
    given = _column([line.given for line in lines])
    if not given:
        return []
    wanted = _column([line.wanted for line in lines])
    return [
        Labelled(line.number, line.number, before, after, weak=True)
        for line, before, after in zip(lines, given, wanted, strict=True)
    ]


def _maps_letter(line: _Line) -> bool:
    return not line.in_example and _is_text(line.given) and len(parse_value(line.given.text)) <= 1


def _line(number: int, text: str, in_example: bool) -> _Line | None:
    if len(text) > MOST_CHARACTERS:
        return None
    if turn := _TURN.fullmatch(text):
        text = f"{turn['given']} turns into {turn['wanted']}"
    lead = _LEAD.match(text)
    given = _given(text, lead.end() if lead else 0)
    between = _BETWEEN.match(text, given.end) if given else None
    if not given or not between:
        return None
    if sums := SUMS.fullmatch(text, between.end()):
        return _Line(number, given, _Side(sums[1], sums.end(), value=True), in_example)
    wanted = _side(text, between.end())
    if between["told"] and not (given.value and wanted and wanted.value):
        return None
    return _Line(number, given, wanted, in_example) if wanted and _ASIDE.fullmatch(text, wanted.end) else None


def _given(text: str, at: int) -> _Side | None:
    """One value or word, or several values with commas between."""
    side = last = _side(text, at)
    while side and last and last.value and (comma := _COMMA.match(text, last.end)):
        last = _side(text, comma.end())
        if not last or not last.value:
            return side
        side = _Side(text[at : last.end].strip(), last.end, value=True, several=True)
    return side


def _side(text: str, at: int) -> _Side | None:
    """The value or the word that begins there."""
    try:
        _, end = parse_prefix(text, at)
        if end == len(text) or not re.match(r"\w", text[end:]):
            return _Side(text[at:end].strip(), end, value=True)
    except ValueError:
        pass
    word = _WORD.match(text, at)
    return _Side(word[0].rstrip("-"), at + len(word[0].rstrip("-")), value=False) if word else None


def _column(sides: Sequence[_Side]) -> list[str]:
    """All of one kind: where one is a word, the others are text, too."""
    if all(side.value for side in sides):
        return [side.text for side in sides]
    if any(side.several for side in sides):
        return []
    return [side.text if _is_text(side) else json.dumps(side.text, ensure_ascii=False) for side in sides]


def _is_text(side: _Side) -> bool:
    return side.value and not side.several and isinstance(parse_value(side.text), str)
