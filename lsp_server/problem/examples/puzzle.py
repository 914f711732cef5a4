"""The example of a puzzle as Advent of Code tells it: a block of input below words that promise one, and further down
a sentence that says what it comes to.

    For example, suppose you had the following report:

    199
    200

    In this example, there is 1 measurement that is larger than the one before.

It counts when just one number is said to come out of it, in whatever sentences. A list of small inputs, as the same
site words it, is as many examples for a program.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.examples.raw import Labelled, Raw
from lsp_server.problem.values import is_value, parse_value

_HEAD = re.compile(r"[\s#*]*-{2,} *day \d+: .+? *-{2,}[\s*]*", re.IGNORECASE)
_MOST_HEAD = 5
_PROMISE = re.compile(
    r"\b(?:for example|following example|for instance|suppose|looks? (?:something )?like this)\b.*:\s*$", re.IGNORECASE
)
_ENDS = re.compile(r"(?<=[.!?:])\s+|\n\s*\n")
_PROSE = re.compile(r"(?:\S+\s+){3,}.*[\w\"'*)][.!?:][\"')]*\s*")
_COMES_TO = re.compile(
    r"\s*in (?:this|the above) example\b|\s*in the example above\b|\bin this example[.!?]?$"
    r"|\s*(?:add|multiply|summ)ing\b.*\b(?:produces|gives|results in|yields)\b"
    r"|\s*if you (?:add|multiply|sum)\b.*\byou(?:'d| would| will)? get\b"
    r"|\bfor a total of\b",
    re.IGNORECASE | re.DOTALL,
)
_CLAIM = re.compile(
    r"(?:\b(?:produces|gives|yields|results in|get|a total of)"
    r"|\b(?:sum|total|product) of (?:these|those|them|all)\b[\w ]{0,30}? is)"
    r"\s+[*_`]*(-?\d+)[*_`]*(?!\w|[.,]\d|\s*[-+*/])",
    re.IGNORECASE,
)
"""Which of the numbers of a sentence is what all comes to."""
_NUMBER = re.compile(r"(?<![\w.,])-?\d+(?![\w]|[.,]\d)")


def find_puzzle(texts: Sequence[str]) -> list[Labelled]:
    """At most one; none where several blocks or several numbers could be meant."""
    blocks = [block for line, text in enumerate(texts) if _PROMISE.search(text) and (block := _block(texts, line + 1))]
    if len(blocks) != 1:
        return []
    first, last = blocks[0]
    sentences = _ENDS.split("\n".join(texts[last + 1 :]))
    said = {total for each in sentences if _COMES_TO.search(each) and (total := _total(each))}
    if len(said) != 1:
        return []
    given = "\n".join(text.rstrip() for text in texts[first : last + 1])
    return [Labelled(first, last, given, said.pop(), block=True)]


def _total(sentence: str) -> str:
    """The only number of a sentence, or the one that it calls a total; "" when it lists steps on the way."""
    numbers, claims = _NUMBER.findall(sentence), _CLAIM.findall(sentence)
    return numbers[0] if len(numbers) == 1 else claims[-1] if claims else ""


def is_puzzle(texts: Sequence[str]) -> bool:
    """By the head that each of its pages has: `--- Day 1: Not Quite Lisp ---`."""
    return any(_HEAD.fullmatch(text) for text in texts[:_MOST_HEAD])


def as_samples(raws: Sequence[Raw]) -> list[Raw]:
    """Values that are told one by one, as a program reads them: without quotes, each for itself."""
    return [
        replace(raw, given=_plain(raw.given), weak=False, block=True) if isinstance(raw, Labelled) and raw.bare else raw
        for raw in raws
    ]


def _plain(given: str) -> str:
    value = parse_value(given) if is_value(given) else given
    return value if isinstance(value, str) else given


def _block(texts: Sequence[str], start: int) -> tuple[int, int] | None:
    """The first and the last line of what stands behind a blank line, up to the next paragraph of prose."""
    if start + 1 >= len(texts) or texts[start].strip() or not texts[start + 1].strip():
        return None
    ends = (line for line in range(start + 1, len(texts)) if _PROSE.fullmatch(texts[line]))
    last = next(ends, len(texts)) - 1
    while last > start and not texts[last].strip():
        last -= 1
    return (start + 1, last) if last > start else None
