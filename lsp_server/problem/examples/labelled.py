"""Examples between labels: `Input:`/`Output:` of LeetCode, sample blocks of Codeforces and AtCoder, and prose pairs.

Whether the text between the labels is values or standard input is not decided here (see `binding/bind.py`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from lsp_server.problem.examples.bodies import given_of, wanted_of
from lsp_server.problem.examples.frames import text_of
from lsp_server.problem.examples.heads import are_one_column, are_two_heads, beside_each_other, together_below
from lsp_server.problem.examples.pairs import is_heading, pairs_of
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.segments import Segment, kind_of
from lsp_server.problem.examples.unreadable import unreadable
from lsp_server.problem.values import parse_assignments

_COMMENT = re.compile(r"\s+#\s.*$")
_PROSE = re.compile(r"(?:[A-Za-z]{2,}[,;]?\s+){4}|[A-Za-z]{3,}\.\s*$|[\u4e00-\u9fff]{4,}")
_DESCRIBES = re.compile(
    r"\s*(?:an?|the|ein|eine|der|die|das|une?|l[aeo]s?|el|uma?|os?|uno|il)\s[^\d\"'\[{(]+", re.IGNORECASE
)
"""`a whole number`: what is read, in words, and no example of it."""
_NO_INPUT = re.compile(r"\b(?:there is|has|with|takes|have) no input\b|\bno input (?:is|will be)\b", re.IGNORECASE)
_IN_DOLLARS = re.compile(r"\$([^$\n]+)\$")


def find_labelled(parts: Sequence[Segment]) -> tuple[list[Labelled], frozenset[int]]:
    """The pairs of input and output that are examples, and the lines that they take up."""
    headings = [one for one, after in pairwise(parts) if is_heading(one, after)]
    skipped = {id(heading) for heading in headings}
    pairs = pairs_of([part for part in parts if id(part) not in skipped])
    strong = _without_formats([pair for pair in pairs if _is_strong(*pair)])
    together: list[Labelled] = []
    prose = "\n".join(piece.text for segment in parts for piece in segment.pieces)
    if not _NO_INPUT.search(prose):
        together = together_below([pair for pair in strong if are_two_heads(*pair)], prose)
        strong = [pair for pair in strong if not are_two_heads(*pair)]
        pairs = [pair for pair in pairs if not are_one_column(*pair)]
    chosen = strong or ([] if together or any(map(_is_shown, parts)) else pairs)
    read = [(raw, given) for given, wanted in chosen if (raw := _pair(given, wanted, sure=bool(strong)))]
    whole = [raw for raw, _ in read] + [raw for raw in together if not raw.stuck]
    used = {line for raw in whole for line in range(raw.first, raw.last + 1)}
    apart = [given for raw, given in read if given.pieces[0].line < raw.first]
    used.update(piece.line for segment in (*apart, *(headings if apart else ())) for piece in segment.pieces)
    return [*(raw for raw, _ in read), *together, *_without_output(parts, pairs)], frozenset(used)


def _without_output(parts: Sequence[Segment], pairs: Sequence[tuple[Segment, Segment]]) -> list[Labelled]:
    """The inputs of examples that nothing is said to come out of."""
    paired = {id(given) for given, wanted in pairs if wanted_of(wanted) or are_two_heads(given, wanted)}
    inputs = (part for part in parts if kind_of(part) == "input" and part.in_example and id(part) not in paired)
    filled = ([piece for piece in part.pieces if piece.text.strip()] for part in inputs)
    return [unreadable(pieces[0].line, pieces[-1].line) for pieces in filled if pieces]


def _is_shown(part: Segment) -> bool:
    """An example that is no pair: `Input` and `Output` elsewhere are sections, then."""
    return kind_of(part) == "example" and any(piece.text.strip() for piece in part.pieces)


def _without_formats(pairs: Sequence[tuple[Segment, Segment]]) -> list[tuple[Segment, Segment]]:
    """Beside pairs below `Example`, one outside that describes both sides tells of the format."""
    if not any(given.in_example for given, _ in pairs):
        return list(pairs)
    return [pair for pair in pairs if pair[0].in_example or not all(map(_is_described, pair))]


def _is_described(part: Segment) -> bool:
    return bool(part.label and not part.label.sample and _DESCRIBES.fullmatch(part.label.rest))


def _is_strong(given: Segment, wanted: Segment) -> bool:
    """The labels say that they are an example, by name, by place or by a value on the line that parses."""
    assert given.label and wanted.label  # noqa: S101 - both are labelled by selection
    if given.in_example or given.label.sample or wanted.label.sample:
        return True
    return bool(given.label.rest and wanted.label.rest) and not _PROSE.search(wanted.label.rest)


def _pair(given: Segment, wanted: Segment, sure: bool) -> Labelled | None:
    given_lines = given_of(given)
    wanted_lines = wanted_of(wanted)
    if not given_lines and (beside := beside_each_other(wanted)):
        given_lines, wanted_lines = beside
    if not wanted_lines:
        return None
    given_text, wanted_text = text_of(given_lines), text_of(wanted_lines)
    if not sure and parse_assignments(given_text) is None and (_PROSE.search(given_text) or _PROSE.search(wanted_text)):
        return None
    assert given.label and wanted.label  # noqa: S101 - both are labelled by selection
    block = not given.label.rest and not wanted.label.rest
    if not block:
        given_text, wanted_text = _typed(given_text), _typed(_COMMENT.sub("", wanted_text))
    first = given.pieces[0].line if _is_next(given, wanted) else wanted.pieces[0].line
    return Labelled(first, wanted_lines[-1].line, given_text, wanted_text, block)


def _is_next(given: Segment, wanted: Segment) -> bool:
    """Whether no other section stands between."""
    return given.pieces[-1].line + 1 >= wanted.pieces[0].line


def _typed(text: str) -> str:
    """`$n = 3$` as `n = 3`; in quotes a dollar is a dollar."""
    return text if '"' in text or "'" in text else _IN_DOLLARS.sub(r"\1", text)
