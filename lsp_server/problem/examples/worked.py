"""Worked examples of HackerRank's newer pages: values by the names of the parameters, some words, and what to return.

    Example
    arr = [1, 3, 5]
    The largest is 5.
    Return 5.

Also finds what stands in that place and cannot be read, so that nobody takes it for judged.
"""

import json
import re
from collections.abc import Iterator, Sequence

from lsp_server.problem.examples.labels import is_rule, label_of
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.unreadable import unreadable
from lsp_server.problem.values import parse_named, parse_prefix

MOST_CHARACTERS = 2000
"""Of a line that is read."""
_ENDS = re.compile(r"\s*[#*_`]{0,4}\s*(?:function description|input format|complete the \w+ function)\b", re.IGNORECASE)
_OF_SITE = re.compile(r"^\W*(?:function description\W*$|\w+ has the following parameter)", re.IGNORECASE | re.MULTILINE)
_MARKUP = re.compile(r"\*\*|`|(?<![\w\"'])\$|\$(?![\w\"'])")
_RETURN = re.compile(
    r"(?:^(?:result|output|expected)\s*[:=]|(?:^|[.,;]\s+|\b(?:so|and|then|should|must|will|to)\s+)returns?\s*:?)\s+(?:(?:the|a)\s+)?"
    r"(?:(?:value|string|array|list|integer|number|answer|result|sum)\s+)?",
    re.IGNORECASE,
)
ASSIGNED_RESULT = re.compile(r"(?:result|output|expected)\s*=\s*(?!=)", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z]{2,}\b")
_RESULT_ENDS = re.compile(r"\s*(?:[.;](?:\s|$)|$|\(|(?:because|since|as)\b|,\s+(?:because|since|as|the)\b)")
_TELLS = re.compile(r"\b(?:returns?|prints?|outputs?|answer|result)\b", re.IGNORECASE)
_IN_PASSING = re.compile(r"\bfor (?:example|instance)\b", re.IGNORECASE)
_VALUE_NAMED = re.compile(r"\b[A-Za-z_]\w*\s*=\s*[-\d\"'\[]")


def find_worked(texts: Sequence[str], used: frozenset[int] | set[int]) -> list[Labelled]:
    """Those of the sections `Example`; beside them, on pages of HackerRank, what only a reader can make sense of."""
    of_site = bool(_OF_SITE.search("\n".join(texts)))
    found = [raw for first, end in _sections(texts, used) for raw in _of_section(texts, first, end)]
    return [raw for raw in found if of_site or not raw.stuck] + (_in_passing(texts, used) if of_site else [])


def _sections(texts: Sequence[str], used: frozenset[int] | set[int]) -> Iterator[tuple[int, int]]:
    """The lines below each label `Example` that has nothing else on its line, up to the next section."""
    for line, text in enumerate(texts):
        label = None if line in used else label_of(text)
        if label and label.kind == "example" and not label.rest:
            yield line + 1, next((at for at in range(line + 1, len(texts)) if _is_end(texts, at, used)), len(texts))


def _is_end(texts: Sequence[str], line: int, used: frozenset[int] | set[int]) -> bool:
    if line in used or _ENDS.match(texts[line]):
        return True
    label = label_of(texts[line])
    return label is not None and not (label.rest and _RETURN.match(_plain(texts[line])))


def _of_section(texts: Sequence[str], first: int, end: int) -> Iterator[Labelled]:
    """One for each run of lines that name values, with the first result that is stated up to the next run."""
    runs = list(_runs(texts, first, end))
    for (start, behind, given), (stop, _, _) in zip(runs, [*runs[1:], (end, end, "")], strict=False):
        told = [(line, _plain(texts[line])) for line in range(behind, stop)]
        results = [(line, wanted) for line, text in told if (wanted := _wanted(text)) is not None]
        if len(results) == 1 and results[0][1]:
            yield Labelled(start, results[0][0], given, results[0][1], worked=True)
        elif results or any(_TELLS.search(text) for _, text in told):
            last = max(line for line, text in told if text.strip())
            yield unreadable(start, last)


def _runs(texts: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where lines of `name = value` begin, the line behind them, and all that they name."""
    line = first
    while line < end:
        start, given = line, list[str]()
        while line < end and (not texts[line].strip() or is_rule(texts[line]) or _names(texts[line])):
            given += [named] if (named := _names(texts[line])) else []
            line += 1
        if given:
            yield next(at for at in range(start, line) if _names(texts[at])), line, "\n".join(given)
        line += 1


def _names(text: str) -> str:
    """The line without markup if it does nothing but name values."""
    plain = _plain(text)
    if ASSIGNED_RESULT.match(plain):
        return ""
    named, end = parse_named(plain) if "=" in plain and len(plain) <= MOST_CHARACTERS else ({}, 0)
    return (
        plain if named and not plain[end:].strip(" .,") and "=" in plain[: plain.find(next(iter(named))) + 40] else ""
    )


def _plain(text: str) -> str:
    return _MARKUP.sub("", text).strip()


def _wanted(text: str) -> str | None:
    """The value that the line says is returned; "" when it cannot be read, None when it says nothing of it."""
    result = _RETURN.search(text[:MOST_CHARACTERS])
    if not result:
        return None
    try:
        _, end = parse_prefix(text, result.end())
        wanted = text[result.end() : end]
    except ValueError:
        word = _CAPITALS.match(text, result.end())
        wanted, end = (json.dumps(word[0]), word.end()) if word else ("", 0)
    return wanted if wanted and _RESULT_ENDS.match(text, end) else ""


def _in_passing(texts: Sequence[str], used: frozenset[int] | set[int]) -> list[Labelled]:
    """`For example, the house is between s = 7 and t = 10 … so we print`: a story with values, which nobody runs."""
    end = next((line for line, text in enumerate(texts) if _ENDS.match(text) or _OF_SITE.match(text)), len(texts))
    told = (
        line
        for line in range(end)
        if line not in used and (said := _IN_PASSING.search(texts[line])) and label_of(texts[line]) is None
        and _VALUE_NAMED.search(texts[line], said.end()) and _TELLS.search(texts[line], said.end())
    )  # fmt: skip
    return [unreadable(line, line) for line in told]
