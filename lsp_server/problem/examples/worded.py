"""Examples that are told in sentences, one in an item of a list, below words that promise examples.

    - 28 is divisible by 7, but not 3 or 5, so the result would be "Plong".     (Exercism)
    - `(())` and `()()` both result in floor `0`.                               (Advent of Code)
    - 10 is *not* an Armstrong number, because …                                (of a function with such a name)

Each item must be understood, else none counts: half of the examples may be the half that a wrong solution passes.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lsp_server.problem.examples.labels import LabelKind, label_of
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.values import is_value

PROMISE = re.compile(
    r"\bexamples?\b[^.]*:\s*$|\be\.g\.\s*:?\s*$|\b(?:such as|like this|for instance)\s*:\s*$", re.IGNORECASE
)
MOST_CHARACTERS = 400
"""Of an item; a longer one is a story."""
_BULLET = re.compile(r"\s*(?:[-*•·]|\d+[.)])\s+")
_THING = r"(?:`[^`]+`|\"[^\"]*\"|'[^']*'|\[[^\]]*\]|[^\s,`\"']+)"
_WANTED = r"(?P<wanted>`[^`]+`|\"[^\"]*\"|'[^']*'|\[[^\]]*\]|-?\d+(?:\.\d+)?|(?:true|false)\b)"
_REST = r"(?:\s*\([^()]*\))?\s*(?:[.!;]?$|[.!;]\s.*|,\s+[a-z].*|,?\s+(?:because|since|as|for|which)\b.*)"
_GIVEN = rf"(?P<given>{_THING}(?:(?:,\s*(?:and\s+)?|\s+and\s+){_THING})*)"
_VERB = r"(?:results? in|produces?|gives?|yields?|makes?|equals?|becomes?|returns?)"
_TELLS = (
    re.compile(
        rf"{_GIVEN}\s+.*\bso\s+(?:the\s+|its\s+)?(?:result|answer|output|return value)\s+"
        rf"(?:would be|will be|should be|is)\s+{_WANTED}{_REST}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:for|given|with)\s+(?:an?|the)\s+[a-z]+(?:\s+[a-z]+)?\s+of\s+(?P<given>{_THING}),\s.*?"
        rf"\b(?:is|are|to get|gives|leaves)\s+(?:also\s+|only\s+)?{_WANTED}\s*[.;]?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"an?\s+(?:[a-z]+\s+){{1,3}}(?P<given>{_THING})\s+.*\bfor a total of\s+{_WANTED}(?:\s+[a-z]+){{0,3}}{_REST}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_GIVEN}\s+(?:(?:both|all|also|each)\s+)*{_VERB}\s+(?:(?:an?|the)\s+)?(?:[a-z]+\s+){{0,2}}{_WANTED}{_REST}",
        re.IGNORECASE,
    ),
)
_IS = re.compile(
    rf"{_GIVEN}\s+(?:is|was)\s+(?P<no>[*_]{{0,2}}not[*_]{{0,2}}\s+)?(?:an?\s+)?(?P<noun>[a-z]+)\b", re.IGNORECASE
)
_BOTH_WAYS = re.compile(r"\b(?:but|while|whereas|however)\b", re.IGNORECASE)
_COUNTS = re.compile(r"(?P<given>[^\s:,]{2,}): (?P<words>[a-z]+(?: [a-z]+){1,6}) (?P<wanted>\d+)[.;]?")
_FEWEST = 2
_EACH = re.compile(_THING)
_AND = re.compile(r"and|or|,", re.IGNORECASE)
_SUBJECT = re.compile(r"[A-Z][a-z]+|it|he|she|this|that|they|there|we|you|which|what|a|the|input|function|program")
"""Words that are what a sentence speaks of, and no text that is given."""

Item = tuple[int, int, str]
"""The first line, the last line and the text."""


def find_worded(texts: Sequence[str], modes: Sequence[LabelKind | None], callee: str | None) -> list[Labelled]:
    """`callee`: the function whose name tells what a sentence without a result says: `is_leap` of "is a leap year"."""
    found: list[Labelled] = []
    alike: list[Labelled] = []
    for line, text in enumerate(texts):
        label = label_of(text)
        promised = bool(PROMISE.search(text)) if not label else label.kind == "example" and not label.rest
        if promised and modes[line] in (None, "example", "section", "note"):
            items = list(_items(texts, line + 1))
            told = _all_of([_told(item, callee or "") for item in items])
            found += told
            alike += [] if told else _alike(items)
    found = _quoted(found)
    inputs = {raw.given for raw in alike}
    return found if len(inputs) < len(alike) else [*found, *alike]  # two parts of a puzzle say two things of one input


def _quoted(found: Sequence[Labelled]) -> list[Labelled]:
    """In quotes where one of them is no value: `()` beside `((` is text, too."""
    if all(is_value(raw.given) for raw in found):
        return list(found)
    return [raw if raw.given[:1] in "\"'" else replace(raw, given=json.dumps(raw.given)) for raw in found]


def _alike(items: Sequence[Item]) -> list[Labelled]:
    """`bvwbjp: first marker after character 5`: several lines with the very same words before a number of their own."""
    said = [(first, last, match) for first, last, text in items if (match := _COUNTS.fullmatch(text))]
    words = {match["words"] for _, _, match in said}
    if len(said) < _FEWEST or len(said) < len(items) or len(words) != 1:
        return []
    return [Labelled(first, last, match["given"], match["wanted"], weak=True, bare=True) for first, last, match in said]


def _all_of(told: Sequence[list[Labelled]]) -> list[Labelled]:
    return [raw for raws in told for raw in raws] if all(told) else []


def _items(texts: Sequence[str], start: int) -> Iterator[Item]:
    """The bullets below a line with what they run over, or the lines of the first paragraph up to a question."""
    at = next((line for line in range(start, min(start + 3, len(texts))) if texts[line].strip()), len(texts))
    if at == len(texts):
        return
    if not _BULLET.match(texts[at]):
        ends = (line for line in range(at, len(texts)) if not texts[line].strip() or texts[line].endswith("?"))
        end = next(ends, len(texts))
        yield from ((line, line, texts[line].strip()) for line in range(at, end))
        return
    block = _bulleted(texts, at)
    numbers = [sum(bool(_BULLET.match(texts[each])) for each in block[: index + 1]) for index in range(len(block))]
    for _, pairs in groupby(zip(numbers, block, strict=True), key=lambda pair: pair[0]):
        lines = [line for _, line in pairs]
        text = " ".join(_BULLET.sub("", texts[line], count=line == lines[0]).strip() for line in lines)
        yield lines[0], lines[-1], text


def _bulleted(texts: Sequence[str], at: int) -> list[int]:
    """The lines of a list; it ends behind a blank line at what is no bullet, or at a label."""
    lines: list[int] = []
    for line in range(at, len(texts)):
        text = texts[line]
        behind_blank = not texts[line - 1].strip()
        if text.strip() and not _BULLET.match(text) and (behind_blank or label_of(text)):
            break
        lines += [line] if text.strip() else []
    return lines


def _told(item: Item, callee: str) -> list[Labelled]:
    first, last, text = item
    if len(text) > MOST_CHARACTERS:
        return []
    for way in _TELLS:
        if match := way.fullmatch(text):
            return _labelled(first, last, match["given"], match["wanted"].strip("`"))
    said = _IS.match(text)
    if not said or _BOTH_WAYS.search(text) or said["noun"].lower() not in callee.lower():
        return []
    return _labelled(first, last, said["given"], "false" if said["no"] else "true")


def _labelled(first: int, last: int, given: str, wanted: str) -> list[Labelled]:
    tokens = [token for token in _EACH.findall(given) if not _AND.fullmatch(token)]
    if any(map(_SUBJECT.fullmatch, tokens)):
        return []
    return [Labelled(first, last, token.strip("`"), wanted, weak=True, bare=True) for token in tokens]
