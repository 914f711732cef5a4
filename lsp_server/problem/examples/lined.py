"""Examples on one line: values, an arrow or a phrase (`the output should be`), and what comes out."""

import re

from lsp_server.problem.examples.arrows import SUMS
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.values import parse_named, parse_prefix

_ARROW = re.compile(r"\s*(?:={1,3}>|[-–—]+>|➞|→|⇒|⟶)\s*")
_PHRASE = re.compile(
    r"[,:]?\s*(?:(?:the|your|then|it|we|function|program|code|expected|correct|answer|output|result|sum of|method)\s+)*"
    r"(?:[^=\n]{0,60}?\b(?:output|result|answer)\s+)?(?:should |will |would |must )?"
    r"(?:be|is|returns?|returned|gives?|outputs?|equals?|are)\s*:?\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\s*(?:[-*•]\s+|\d+[.)]\s+)?(?:(?:for|if|given|with|when|e\.g\.,?|example[:,]?|input)\s+)*", re.IGNORECASE
)
_GOES_ON = re.compile(r"[\w\"'\[({=]|\s*[-=]+>|\s*[-+*/^%×]\s*[\d(]")


def find_lined(text: str, line: int, in_example: bool) -> Labelled | None:
    """An example on one line: `nums = [1,2], k = 2 → 3`, `For n = 4 the output should be 2`, `[1,2] -> 3`."""
    start = _LEAD.match(text)
    at = start.end() if start else 0
    named, end = parse_named(text, at)
    if not named:
        return _bare_arrow(text, line, at) if in_example else None
    separator = _ARROW.match(text, end) or _PHRASE.match(text, end)
    if not separator:
        return None
    wanted = _value_text(text, separator.end())
    return Labelled(line, line, text[at:end], wanted) if wanted else None


def _bare_arrow(text: str, line: int, at: int) -> Labelled | None:
    try:
        _, end = parse_prefix(text, at)
    except ValueError:
        return None
    separator = _ARROW.match(text, end)
    wanted = _value_text(text, separator.end()) if separator else ""
    return Labelled(line, line, text[at:end], wanted) if wanted else None


def _value_text(text: str, at: int) -> str:
    """The literal at `at` when the line says nothing else of weight behind it, or what the sums there come to."""
    if sums := SUMS.fullmatch(text, at):
        return sums[1]
    try:
        _, end = parse_prefix(text, at)
    except ValueError:
        return ""
    return "" if _GOES_ON.match(text, end) else text[at:end]
