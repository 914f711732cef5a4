"""The example of a puzzle as Advent of Code tells it: a block of input below words that promise one, and further down
a sentence that says what it comes to.

    For example, suppose you had the following report:

    199
    200

    In this example, there is 1 measurement that is larger than the one before.

It counts when just one number is said to come out of it, in whatever sentences.
"""

import re
from collections.abc import Sequence

from lsp_server.problem.examples.raw import Labelled

_PROMISE = re.compile(
    r"\b(?:for example|following example|for instance|suppose|looks? (?:something )?like this)\b.*:\s*$", re.IGNORECASE
)
_ENDS = re.compile(r"(?<=[.!?:])\s+|\n\s*\n")
_PROSE = re.compile(r"(?:\S+\s+){3,}.*[\w\"'*)][.!?:][\"')]*\s*")
_COMES_TO = re.compile(
    r"\s*in (?:this|the above) example\b|\s*in the example above\b|\bin this example[.!?]?$"
    r"|\b(?:add|multiply)ing (?:these|them|all of these)\b.*\b(?:produces|gives|results in|yields)\b"
    r"|\bfor a total of\b",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"(?<![\w.,])-?\d+(?![\w]|[.,]\d)")


def find_puzzle(texts: Sequence[str]) -> list[Labelled]:
    """At most one; none where several blocks or several numbers could be meant."""
    blocks = [block for line, text in enumerate(texts) if _PROMISE.search(text) and (block := _block(texts, line + 1))]
    if len(blocks) != 1:
        return []
    first, last = blocks[0]
    said = [
        found
        for sentence in _ENDS.split("\n".join(texts[last + 1 :]))
        if _COMES_TO.search(sentence) and (found := _NUMBER.findall(sentence))
    ]
    if {len(found) for found in said} != {1} or len({found[0] for found in said}) != 1:
        return []
    return [Labelled(first, last, "\n".join(text.rstrip() for text in texts[first : last + 1]), said[0][0], block=True)]


def _block(texts: Sequence[str], start: int) -> tuple[int, int] | None:
    """The first and the last line of what stands behind a blank line, up to the next paragraph of prose."""
    if start + 1 >= len(texts) or texts[start].strip() or not texts[start + 1].strip():
        return None
    ends = (line for line in range(start + 1, len(texts)) if _PROSE.fullmatch(texts[line]))
    last = next(ends, len(texts)) - 1
    while last > start and not texts[last].strip():
        last -= 1
    return (start + 1, last) if last > start else None
