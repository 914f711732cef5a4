"""Examples in passing, one in a sentence of the prose: `the 6th prime is 13`, `the word "cabbage" is worth 14 points`,
`if N is 4, then there are 5 unique ways`.

The first only where the text asks for the nth of the same things. Weak: the signature must leave no doubt.
"""

import re
from collections.abc import Iterator, Sequence

from lsp_server.problem.examples.labels import LabelKind
from lsp_server.problem.examples.raw import Labelled

MOST_CHARACTERS = 1000
_NTH = re.compile(r"\b[nk](?:-?th|'th|<sup>th</sup>)\s+((?!of\b|is\b|from\b|to\b)[a-z]+(?: number)?)\b", re.IGNORECASE)
_ORDINAL = (
    r"\bthe (\d{{1,9}})(?:st|nd|rd|th) {noun}s? (?:is|would be|will be|equals) (?:therefore )?"
    r"(-?\d+)(?![\w.]*\d| [-+*/^])"
)
_VALUE = r"(?:\"[^\"]*\"|'[^']*'|`[^`]+`|\[[^\]]*\]|-?\d+(?![\w.]*\d))"
_THING = r"(?:(?:the|an?)\s+)?(?:(?:word|string|number|list|array|sentence|phrase|text)\s+)?"
_IS_WORTH = r"(?:is worth|scores|costs|has an? (?:\w+ )?(?:score|value|length|cost|weight|sum|distance) of)"
_WORTH = re.compile(
    rf"\b(?:for (?:example|instance)|e\.g\.),?\s+{_THING}({_VALUE})\s+{_IS_WORTH}\s+(?:exactly )?(-?\d+)(?![\w.]*\d)",
    re.IGNORECASE,
)

_NAMED = re.compile(r"([A-Za-z_]\w*)\s*(?:=|is|equals|was)\s*(?=[-\d\"'\[])", re.IGNORECASE)
_NAMES = rf"{_NAMED.pattern}{_VALUE}(?:(?:,? and |, ){_NAMED.pattern}{_VALUE})*"
_WHO = r"(?:the|your|our)\s+)?(?:(?:function|program|code|it|you|answer|output|result|return value)\s+)?"
_GIVES = r"(?:(?:should|would|will|must)\s+)?(?:be|returns?|is|gives?|there (?:are|is|would be|will be))"
_IF = re.compile(
    r"(?:\b(?:for (?:example|instance)|e\.g\.)\s*,?\s+(?:if|when|for|with)|\bso,?\s+(?:for|if|with))\s+(?:inputs?\s+)?"
    rf"({_NAMES}),?\s+(?:then\s+)?(?:{_WHO}{_GIVES}\s+(?:exactly\s+)?({_VALUE}|(?:true|false)\b)"
    r"(?!\s+(?:times|more|fewer|less|percent)\b)(?:\s+[a-z]+){0,4}\s*(?:[.:;!](?!\d)|,?\s+(?:because|since|as)\b|\(|$)",
    re.IGNORECASE,
)
_SAYS = r"(?:(?:should|would|will|must)\s+)?(?:be(?:\s+equal\s+to)?|equals?|returns?|is|gives?|gets?)"
_WHEN = re.compile(
    rf"(?:^|(?<=[.!?:;] ))\s*(?:[-*•]\s+)?(?:if|when|with)\s+({_NAMES}),?\s+(?:then\s+)?(?:{_WHO}{_SAYS}\s+"
    rf"({_VALUE}|(?:true|false)\b)\s*(?:[.:;!](?!\d)|,?\s+(?:because|since|as)\b|\(|$)",
    re.IGNORECASE,
)
"""Without words that promise an example a sentence must end with the value: a rule says more."""


def find_told(texts: Sequence[str], modes: Sequence[LabelKind | None]) -> list[Labelled]:
    prose = [(line, text) for line, text in enumerate(texts) if modes[line] in (None, "note", "section", "example")]
    nouns = {match[1].lower() for _, text in prose for match in _NTH.finditer(text[:MOST_CHARACTERS])}
    ways = [_WORTH, *(re.compile(_ORDINAL.format(noun=re.escape(noun)), re.IGNORECASE) for noun in sorted(nouns))]
    return [raw for line, text in prose for raw in (*_told(line, text, ways), *_named(line, text))]


def _told(line: int, text: str, ways: Sequence[re.Pattern[str]]) -> Iterator[Labelled]:
    for way in ways if len(text) <= MOST_CHARACTERS else ():
        for match in way.finditer(text):
            yield Labelled(line, line, match[1].strip("`"), match[2], weak=True, bare=True)


def _named(line: int, text: str) -> Iterator[Labelled]:
    """`if N is 4, then there are 5 of them`: the names are those of the parameters, or it is none."""
    text = text[:MOST_CHARACTERS]
    for match in (*_IF.finditer(text), *_WHEN.finditer(text)):
        yield Labelled(
            line, line, _NAMED.sub(r"\1 = ", match[1]).replace(" and ", ", "), match[match.re.groups], weak=True
        )
