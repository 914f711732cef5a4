"""Examples told as `Given … return …`, be it over several lines, as older statements and interviewers word them.

For example, given [10, 15, 3, 7] and k of 17, return true since 10 + 7 is 17.
Given nums = [2, 7, 11, 15], target = 9,
Because nums[0] + nums[1] = 2 + 7 = 9,
return [0, 1].
For example, given array A such that: A[0] = 9  A[1] = 3 … the function should return 7
For inputArray = [3, 6, -2], the output should be solution(inputArray) = 18.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lsp_server.problem.binding.changed import SAID
from lsp_server.problem.binding.loose import chains_as_lists
from lsp_server.problem.examples.labels import label_of
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.unreadable import unreadable
from lsp_server.problem.values import parse_named, parse_prefix

MOST_LINES = 12
"""From the beginning of an example to its result."""
_BEGINS = r"(?:^|(?<=[.,:] ))\s*(?:[-*•]\s+)?"
_STARTS = re.compile(
    rf"{_BEGINS}"
    r"(?:for (?:example|instance)\s*[,:]?\s+)?(?:"
    r"(?:if\s+)?(?:you(?:'re| are)\s+)?given\s+|(?:if|when)\s+(?:our|the|your)\s+input\s+(?:was|is|were)\s+|for\s+)"
    r"(?:as input\s+)?"
    r"(?:(?:(?-i:an?)|the|input|array|list|string|integer|number|word|sorted|unsorted|following|binary)\s+){0,4}",
    re.IGNORECASE,
)
_AGAIN = re.compile(rf"(?<=[.;]) +(?i:and )?{_STARTS.pattern.removeprefix(_BEGINS)}", re.IGNORECASE)
_NAMES = re.compile(r"[A-Za-z_]\w*\s*=")
_INDEXED = re.compile(r"(?P<name>[A-Za-z_]\w*)\s+such that:\s*(?P<items>(?:(?P=name)\s?\[\d+\]\s*=\s*[^\s,]+[\s,]*)+)")
_BULLET = re.compile(r"\s*[-*•]\s+")
_ITEM = re.compile(r"\[\d+\]\s*=\s*([^\s,]+)")
_OF = re.compile(r"\b(?:(?:a|an|the)\s+)?(?:target\s+)?([A-Za-z_]\w*)\s+of\s+(?=[-\d\"'\[])")
_NOUN = re.compile(r"\band\s+(?:(?:an?|the)\s+)?(?:(?:integer|number|target|string|array|list|word)\s+)+(?=[-\d\"'\[])")
_NEXT = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+)(?=[-\d\"'\[]|[A-Za-z_]\w*\s*=)")
_OR = re.compile(r"\s*,?\s+or\s+(?=[-\d\"'\[])")
_RESULT = re.compile(
    r"(?:\breturns?|\b(?:output|answer|result|return value)\s+(?:(?:should|would|will|must)\s+be|is|was))\b\s*:?\s*"
    r"(?:(?:the|its|a)\s+)?(?:(?:value|length|list|array|string)\s*(?:[:=]\s*)?(?:as\s+)?)?(?:\w+\([^()\n]*\)\s*=\s*)?",
    re.IGNORECASE,
)
_IS = re.compile(
    r",\s+(?:the|its)\s+(?:(?!length|size|binary|index)[a-z]+\s+){1,8}(?:is|are|(?:should|would|will) be)\s+",
    re.IGNORECASE,
)
"""`given s = "abcba" and k = 2, the longest such substring is "bcb"`, where nothing is said to be returned."""
_ENDS = re.compile(r"\s*(?:[.;](?:\s|$)|$|\n|,\s+\D|\(|(?:because|since|as)\b)")


def find_given(texts: Sequence[str], used: frozenset[int] | set[int]) -> list[Labelled]:
    """Only a function whose parameters have these names, or are as many of these kinds, has such examples."""
    told = [raw for line, end in _passages(texts, used) for raw in _of_passage("\n".join(texts[line:end]), line)]
    return told if any(not raw.stuck for raw in told) else []


def _of_passage(told: str, line: int) -> Iterator[Labelled]:
    """All that a passage tells: `Given N = 9 … return 2. Given N = 32 … return 0.`"""
    text = _plainly(told)
    start = _STARTS.match(text)
    while start:
        raw, end = _example(text, start.end(), line)
        if raw:
            yield raw
            yield from _or(text, start.end() + len(raw.given), raw)
        elif _NAMES.match(text, start.end()) and (_BULLET.match(told) or _RESULT.search(text, start.end())):
            yield unreadable(line, line + text.count("\n"))
        start = _AGAIN.search(text, end)


def _passages(texts: Sequence[str], used: frozenset[int] | set[int]) -> Iterator[tuple[int, int]]:
    """The lines from the beginning of an example to that of the next one, a label or another example."""
    starts = [line for line, text in enumerate(texts) if line not in used and _STARTS.match(text)]
    for line in starts:
        stop = min(line + MOST_LINES, len(texts))
        ends = (at for at in range(line + 1, stop) if at in used or at in starts or label_of(texts[at]))
        yield line, next(ends, stop)


def _plainly(text: str) -> str:
    """`A[0] = 9  A[1] = 3` as `A = [9, 3]`, `k of 17` as `k = 17`."""
    text = _INDEXED.sub(lambda match: f"{match['name']} = [{', '.join(_ITEM.findall(match['items']))}]\n", text)
    return chains_as_lists(_NOUN.sub("and ", _OF.sub(r"\1 = ", text)))


def _example(text: str, at: int, line: int) -> tuple[Labelled | None, int]:
    """The example whose input begins there, and where what it says ends."""
    end = _end_of_given(text, at)
    again = _AGAIN.search(text, end or at)
    result = _RESULT.search(text, end, again.start() if again else len(text)) if end else None
    result = result or (_IS.match(text, end) if end else None)
    if not result:
        return None, end or at
    first, last = line + text.count("\n", 0, at), line + text.count("\n", 0, result.end())
    wanted = _wanted(text, result)
    return Labelled(first, last, text[at:end].strip(), wanted, weak=True) if wanted else None, result.end()


def _or(text: str, at: int, raw: Labelled) -> Iterator[Labelled]:
    """The other inputs of which the same is said: `Given the string "([)]" or "((()", return false`."""
    while other := _OR.match(text, at):
        try:
            _, at = parse_prefix(text, other.end())
        except ValueError:
            return
        yield replace(raw, given=text[other.end() : at])


def _end_of_given(text: str, at: int) -> int:
    """Behind the values that begin there; 0 when none do."""
    named, end = parse_named(text, at)
    if named:
        return end
    try:
        _, end = parse_prefix(text, at)
        while following := _NEXT.match(text, end):
            named, behind = parse_named(text, following.end())
            end = behind if named else parse_prefix(text, following.end())[1]
    except ValueError:
        return 0 if end <= at else end
    return end


def _wanted(text: str, result: re.Match[str]) -> str:
    """The value that is returned; the whole sentence where it tells of an argument, too."""
    paragraph = text[result.start() :].split("\n\n", 1)[0]
    if SAID.fullmatch(" ".join(paragraph.split())):
        return paragraph
    try:
        _, end = parse_prefix(text, result.end())
    except ValueError:
        return ""
    return text[result.end() : end] if _ENDS.match(text, end) else ""
