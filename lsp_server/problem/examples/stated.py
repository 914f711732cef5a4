"""Examples that a sentence states of one value, or of a few, with a verb that says what must come out.

For example, the input [3, 4, -1, 1] should give 2. The input [1, 2, 0] should give 3.
For example, when an array is passed like [19, 5, 42, 2, 77], the output should be 7.
For example, [2, 4, 6, 2, 5] should return 13, since we pick 2, 6, and 5. [5, 1, 1, 5] should return 10.

Weak: only a function that takes values of these kinds, and as many, has such examples.
"""

import re
from collections.abc import Iterator, Sequence

from lsp_server.problem.examples.labels import LabelKind
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.unreadable import unreadable
from lsp_server.problem.values import parse_prefix

MOST_CHARACTERS = 2000
"""Of a paragraph; a longer one is a story."""
_NOUN = (
    r"(?:input|array|list|string|word|sentence|message|text|phrase|number|integer|matrix|value|argument|sequence"
    r"|expression)s?"
)
_KIND = rf"(?:(?:the|an?|your|our|following|encoded|sorted|unsorted|input|of)\s+){{0,3}}(?:{_NOUN}\s+(?:of\s+)?){{0,2}}"
_PASSED = r"(?:is|are)\s+(?:passed|given|called)(?:\s+in)?(?:\s+(?:like|such as|as|with))?\s+"
_CALLED = r"(?:passing|passing in|calling (?:it|the function|your function) with)\s+"
_LEAD = re.compile(
    r"(?:^|(?<=[.;:!)\n])[ ]+|(?<=\n))\s*(?:[-*•]\s+)?(?:and\s+)?(?:(?:for (?:example|instance)|e\.g\.)\s*[,:]?\s+)?"
    rf"(?:and\s+)?(?:(?:if|when|with|for|given)\s+)?(?:{_CALLED})?{_KIND}(?:{_PASSED})?(?=[-\d\"'`\[])",
    re.IGNORECASE,
)
_MORE = re.compile(rf"(?:,\s+(?:and\s+)?|\s+and\s+){_KIND}(?=[-\d\"'\[])", re.IGNORECASE)
_WHO = r"(?:(?:the|your|our|its|it|you|we|function|program|code|method|output|result|answer|return value)\s+){0,3}"
_VERB = re.compile(
    rf",?\s+(?:then\s+)?{_WHO}(?:should|would|must|will|shall)\s+"
    r"(?:be|become|(?P<gives>give|return|yield|produce|output|result in|evaluate to))\s+"
    r"(?:(?:the|an?)\s+)?(?:(?:value|result|answer|output|string|array|list|number)\s+)?(?:of\s+)?(?=\S)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"`?\s*(?:[.;!](?:\s|$)|$|\n\s*[A-Z\"'\[]|,?\s+(?:because|since|as|while|whereas)\b|,?\s+and\s+[a-z]"
    r"|,\s+[A-Za-z]|\()"
)
_ASIDE = re.compile(rf"\band\b|\b{_NOUN}\b|[^\w-]|_", re.IGNORECASE)


def find_stated(
    texts: Sequence[str], modes: Sequence[LabelKind | None], used: frozenset[int] | set[int]
) -> list[Labelled]:
    found = [raw for first, text in _paragraphs(texts, modes, used) for raw in _of_paragraph(text, first)]
    return found if any(not raw.stuck for raw in found) else []


def without_repeated(found: Sequence[Labelled], known: Sequence[Labelled]) -> list[Labelled]:
    """`found` without what `known` has from the same lines, be it cut out a little differently."""
    taken = {(_core(raw.given), line) for raw in known for line in range(raw.first, raw.last + 1)}
    return [raw for raw in found if not taken & {(_core(raw.given), line) for line in range(raw.first, raw.last + 1)}]


def _core(given: str) -> str:
    return _ASIDE.sub("", given)


def _paragraphs(
    texts: Sequence[str], modes: Sequence[LabelKind | None], used: frozenset[int] | set[int]
) -> Iterator[tuple[int, str]]:
    """The first line of each paragraph of prose, and its text."""
    lines: list[str] = []
    for line, text in enumerate([*texts, ""]):
        prose = line < len(texts) and line not in used and modes[line] in (None, "note", "section", "example")
        if prose and text.strip():
            lines.append(text)
        elif lines:
            yield line - len(lines), "\n".join(lines)
            lines = []


def _of_paragraph(text: str, first: int) -> Iterator[Labelled]:
    at = 0
    while len(text) <= MOST_CHARACTERS and (lead := _LEAD.search(text, at)):
        start, at = lead.end(), max(lead.end(), at + 1)
        end = _end_of_values(text, start)
        verb = _VERB.match(text, end) if end else None
        if not verb:
            continue
        behind = _end_of_value(text, verb.end())
        line, last = (first + text.count("\n", 0, place) for place in (start, behind or verb.end()))
        if behind:
            given = _MORE.sub(", ", text[start:end].strip("`"))
            yield Labelled(line, last, given, text[verb.end() : behind].strip("`"), weak=True)
            at = behind
        elif verb["gives"]:
            yield unreadable(line, last)


def _end_of_values(text: str, at: int) -> int:
    """Behind one value or several; 0 when there is none."""
    end = _end_of_literal(text, at)
    while end and (more := _MORE.match(text, end)) and (behind := _end_of_literal(text, more.end())):
        end = behind
    return end


def _end_of_value(text: str, at: int) -> int:
    """Behind the one value that a sentence ends with; 0 when it goes on with something else."""
    end = _end_of_literal(text, at)
    return end if end and _ENDS.match(text, end) else 0


def _end_of_literal(text: str, at: int) -> int:
    quoted = text[at : at + 1] == "`"
    try:
        _, end = parse_prefix(text, at + quoted)
    except ValueError:
        return 0
    return end + (text[end : end + 1] == "`") if quoted else end
