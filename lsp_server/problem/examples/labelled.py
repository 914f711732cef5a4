"""Examples between labels: `Input:`/`Output:` of LeetCode, sample blocks of Codeforces and AtCoder, and prose pairs.

Whether the text between the labels is values or standard input is not decided here (see `binding/bind.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from lsp_server.problem.examples.arrows import SUMS
from lsp_server.problem.examples.labels import Label, Piece, is_rule
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.stuck import apart, parted
from lsp_server.problem.examples.unreadable import unreadable
from lsp_server.problem.values import parse_assignments, parse_named, parse_prefix

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
_COMMENT = re.compile(r"\s+#\s.*$")
_PROSE = re.compile(r"(?:[A-Za-z]{2,}[,;]?\s+){4}|[A-Za-z]{3,}\.\s*$|[\u4e00-\u9fff]{4,}")
_COLUMNS = re.compile(r"(\s*STDIN\s+)Function\s*$")
_NO_INPUT = re.compile(r"\b(?:there is|has|with|takes|have) no input\b|\bno input (?:is|will be)\b", re.IGNORECASE)
_IN_DOLLARS = re.compile(r"\$([^$\n]+)\$")
_BUTTON = re.compile(r"\s*(?:copy|复制|복사|コピー|скопировать)\s*", re.IGNORECASE)
_LEAD_OF_SAMPLE = re.compile(r"\s*在这里给出.{2,8}(?:输入|输出)。例如[:\uff1a]\s*")
_LETTERS = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?:\S+\s+){3,}.*\S\.\s*$")
_SAID = re.compile(r".*[\u3040-\u30ff\u4e00-\u9fff].*\u3002\s*")
"""A sentence in Japanese or Chinese."""
_KANA = re.compile(r"[\u3041-\u3096]")
_WORD = re.compile(r"(?<!\S)[A-Za-z][a-z]+[,;:]?(?=\s)")
_FEWEST_WORDS = 4
_FENCES = ("```", "~~~")
_OPENING, _CLOSING = "[({", "])}"


@dataclass(slots=True)
class Segment:
    """A label with the pieces below it, up to the next label. The first segment of a statement has no label."""

    label: Label | None
    pieces: list[Piece]
    in_example: bool = False


def segments(parts: Iterator[Piece]) -> list[Segment]:
    """`in_example` is true from a label "Example" to the next label that is not part of one."""
    found = [Segment(None, [])]
    inside = False
    for piece in parts:
        if piece.label:
            inside = piece.label.kind == "example" or (
                inside and piece.label.kind in ("input", "output", "explanation")
            )
            found.append(Segment(piece.label, [], inside))
        found[-1].pieces.append(piece)
    return found


def find_labelled(parts: Sequence[Segment]) -> tuple[list[Labelled], frozenset[int]]:
    """The pairs of input and output that are examples, and the lines that they take up."""
    headings = [one for one, after in pairwise(parts) if _is_heading(one, after)]
    skipped = {id(heading) for heading in headings}
    pairs = _pairs([part for part in parts if id(part) not in skipped])
    strong = [pair for pair in pairs if _is_strong(*pair)]
    together: list[Labelled] = []
    prose = "\n".join(piece.text for segment in parts for piece in segment.pieces)
    if not _NO_INPUT.search(prose):
        together = _together([pair for pair in strong if _are_two_heads(*pair)], prose)
        strong = [pair for pair in strong if not _are_two_heads(*pair)]
        pairs = [pair for pair in pairs if not _are_one_column(*pair)]
    chosen = strong or ([] if together or any(map(_is_shown, parts)) else pairs)
    read = [(raw, given) for given, wanted in chosen if (raw := _pair(given, wanted, sure=bool(strong)))]
    whole = [raw for raw, _ in read] + [raw for raw in together if not raw.stuck]
    used = {line for raw in whole for line in range(raw.first, raw.last + 1)}
    apart = [given for raw, given in read if given.pieces[0].line < raw.first]
    used.update(piece.line for segment in (*apart, *(headings if apart else ())) for piece in segment.pieces)
    return [*(raw for raw, _ in read), *together, *_without_output(parts, pairs)], frozenset(used)


def _without_output(parts: Sequence[Segment], pairs: Sequence[tuple[Segment, Segment]]) -> list[Labelled]:
    """The inputs of examples that nothing is said to come out of."""
    paired = {id(given) for given, wanted in pairs if _wanted_lines(wanted) or _are_two_heads(given, wanted)}
    inputs = (part for part in parts if _kind(part) == "input" and part.in_example and id(part) not in paired)
    filled = ([piece for piece in part.pieces if piece.text.strip()] for part in inputs)
    return [unreadable(pieces[0].line, pieces[-1].line) for pieces in filled if pieces]


def _is_shown(part: Segment) -> bool:
    """An example that is no pair: `Input` and `Output` elsewhere are sections, then."""
    return _kind(part) == "example" and any(piece.text.strip() for piece in part.pieces)


def _together(pairs: Sequence[tuple[Segment, Segment]], prose: str) -> list[Labelled]:
    """Samples below both of their heads, each in two if that is certain."""
    bodies = [_trimmed(wanted.pieces[1:]) for _, wanted in pairs]
    samples = [
        (given.pieces[0].line, body[-1].line, sample)
        for (given, _), body in zip(pairs, bodies, strict=True)
        if body
        for sample in apart([piece.text for piece in body], prose)
    ]
    ways = parted([sample for _, _, sample in samples], prose)
    found: list[Labelled] = []
    for index, (first, last, _) in enumerate(samples):
        texts = ["\n".join(line.strip("`").rstrip() for line in side) for side in ways[index]] if ways else ["", ""]
        found.append(Labelled(first, last, texts[0], texts[1], block=True, stuck=not ways))
    return found


def _pairs(parts: Sequence[Segment]) -> list[tuple[Segment, Segment]]:
    """Each input with its output: the next label, or the one of its number where all inputs stand above all outputs."""
    found: list[tuple[Segment, Segment]] = []
    for index, (one, after) in enumerate(zip(parts, [*parts[1:], None], strict=True)):
        if not one.label or one.label.kind != "input":
            continue
        number = one.label.number
        if after and _kind(after) == "output" and number == (after.label.number if after.label else ""):
            found.append((one, after))
        elif one.label.sample and not number and (other := _behind_sections(parts[index + 1 :])):
            found.append((one, other))
        elif number and (other := _numbered(parts[index + 1 :], number)):
            found.append((one, other))
        elif after and _kind(after) == "output" and not (number and after.label and after.label.number):
            found.append((one, after))
    return found


def _behind_sections(parts: Sequence[Segment]) -> Segment | None:
    """USACO tells the format of the output between a sample's input and its output."""
    first = next((part for part in parts if _kind(part) != "section"), None)
    return first if first and first.label and _kind(first) == "output" and first.label.sample else None


def _numbered(parts: Sequence[Segment], number: str) -> Segment | None:
    """The output of that number, unless another input of it comes first."""
    same = (part for part in parts if part.label and part.label.number == number)
    first = next((part for part in same if _kind(part) in ("input", "output")), None)
    return first if first and _kind(first) == "output" else None


def _is_heading(part: Segment, after: Segment) -> bool:
    """`Example Input` above `Input 1:`: a label with nothing below it but one of the same kind that has a number."""
    empty = part.label is not None and not any(piece.text.strip() for piece in part.pieces)
    return bool(empty and after.label and after.label.number and _kind(after) == _kind(part))


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


def _kind(segment: Segment) -> str:
    return segment.label.kind if segment.label else ""


def _is_strong(given: Segment, wanted: Segment) -> bool:
    """The labels say that they are an example, by name, by place or by a value on the line that parses."""
    assert given.label and wanted.label  # noqa: S101 - both are labelled by selection
    if given.in_example or given.label.sample or wanted.label.sample:
        return True
    return bool(given.label.rest and wanted.label.rest) and not _PROSE.search(wanted.label.rest)


def _are_two_heads(given: Segment, wanted: Segment) -> bool:
    """The head of an input with nothing below it, and then that of the output."""
    return not _given_lines(given) and not _fenced(wanted.pieces) and not _is_inline(wanted)


def _are_one_column(given: Segment, wanted: Segment) -> bool:
    """Two heads with nothing between and one paragraph below them: nobody can tell where the input ends."""
    return _are_two_heads(given, wanted) and not _beside_each_other(wanted)


def _is_inline(segment: Segment) -> bool:
    return bool(segment.pieces[0].text.strip())


def _pair(given: Segment, wanted: Segment, sure: bool) -> Labelled | None:
    given_lines = _given_lines(given)
    wanted_lines = _wanted_lines(wanted)
    if not given_lines and (beside := _beside_each_other(wanted)):
        given_lines, wanted_lines = beside
    if not wanted_lines:
        return None
    given_text, wanted_text = _text(given_lines), _text(wanted_lines)
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


def _beside_each_other(wanted: Segment) -> tuple[list[Piece], list[Piece]] | None:
    """Two columns that were copied one after the other: both labels, then the input, then the output."""
    parts: list[list[Piece]] = [[]]
    for piece in _trimmed(wanted.pieces[1:]):
        if piece.text.strip():
            parts[-1].append(piece)
        elif parts[-1]:
            parts.append([])
    if len(parts) == 1 and len(parts[0]) == 2:
        parts = [parts[0][:1], parts[0][1:]]  # two lines are one of each
    return (parts[0], parts[1]) if len(parts) == 2 and not _is_inline(wanted) else None


def _given_lines(segment: Segment) -> list[Piece]:
    """Everything up to the label "Output"; only a fence's inside if there is one."""
    return _first_column(_trimmed(_fenced(segment.pieces) or _without_lead(segment.pieces)))


def _without_lead(lines: Sequence[Piece]) -> list[Piece]:
    """Without the sentence that PTA puts above a sample."""
    return [piece for piece in lines if not _LEAD_OF_SAMPLE.fullmatch(piece.text)]


def _first_column(lines: list[Piece]) -> list[Piece]:
    """What HackerRank reads, without the column that tells which parameter it becomes."""
    head = _COLUMNS.match(lines[0].text) if lines else None
    if not head:
        return lines
    body = (line for line in lines[1:] if not is_rule(line.text.replace(" ", "")))
    return [Piece(line.line, line.label, _cut(line.text, head.end(1))) for line in body]


def _cut(text: str, width: int) -> str:
    """What stands in the first column. A line that runs over its end has nothing in the second."""
    return text[:width].rstrip() if text[width - 2 : width].isspace() else text.rstrip()


def _wanted_lines(segment: Segment) -> list[Piece]:
    if fenced := _fenced(segment.pieces):
        return _trimmed(fenced)
    first, *rest = segment.pieces
    if first.text.strip():
        return _balanced([first, *rest])
    return _shown(_above_explanation(segment, _trimmed(_without_lead(rest))))


def _above_explanation(segment: Segment, body: list[Piece]) -> list[Piece]:
    """Without the sentences that stand directly below an output where AtCoder's page was copied with its buttons."""
    has_button = any(_BUTTON.fullmatch(piece.text) for piece in segment.pieces[1:])
    if not (segment.label and segment.label.number and has_button):
        return body
    start = next((index for index, piece in enumerate(body) if _is_worded(piece.text)), 0)
    paragraph = list(takewhile(lambda piece: piece.text.strip(), body[start:]))
    ends = bool(paragraph) and paragraph[-1].text.rstrip().endswith((".", "\u3002"))
    return _trimmed(body[:start]) if start and ends else body


def _is_worded(text: str) -> bool:
    return len(_KANA.findall(text)) >= _FEWEST_WORDS or len(_WORD.findall(text)) >= _FEWEST_WORDS


def _shown(body: list[Piece]) -> list[Piece]:
    """The first paragraph. What has no letters goes on behind a blank line if that has none, and ends at a sentence."""
    if body and not _SAID.fullmatch(body[0].text):
        body = body[: next((index for index, piece in enumerate(body) if _SAID.fullmatch(piece.text)), len(body))]
    if not body or _LETTERS.search(body[0].text):
        return body[: _end_of_paragraphs(body)]
    ends = (index for index, piece in enumerate(body) if index and _ends_numbers(body, index, piece.text))
    return _trimmed(body[: next(ends, len(body))])


def _end_of_paragraphs(body: Sequence[Piece]) -> int:
    """At the first blank line that no line of a shape seen before follows: `Case 2:` goes on with `Case 1:`."""
    shapes: set[str] = set()
    for index, piece in enumerate(body):
        following = next((each.text for each in body[index:] if each.text.strip()), "")
        if not piece.text.strip() and _shape(following) not in shapes:
            return index
        shapes |= {shape} if (shape := _shape(piece.text)) else set()
    return len(body)


def _shape(text: str) -> str:
    """What a line has in common with another that has other numbers; "" for a line of words or numbers alone."""
    return _DIGITS.sub("0", text.strip()) if _LETTERS.search(text) and _DIGITS.search(text) else ""


def _ends_numbers(body: Sequence[Piece], index: int, text: str) -> bool:
    if text.strip():
        return bool(_SENTENCE.match(text)) and bool(_LETTERS.search(text)) and not _is_between(body, index)
    return any(_LETTERS.search(piece.text) for piece in body[index + 1 : index + 2])


def _is_between(body: Sequence[Piece], index: int) -> bool:
    """Whether a line of few words stands among numbers: `12 is NOT perfect.` is output, too."""
    below = takewhile(lambda piece: piece.text.strip(), body[index + 1 :])
    plain = any(not _LETTERS.search(piece.text) for piece in below)
    return plain and bool(body[index - 1].text.strip()) and not _is_worded(body[index].text)


def _balanced(lines: Sequence[Piece]) -> list[Piece]:
    """The first line, and the following ones while a bracket is open."""
    depth = 0
    for index, piece in enumerate(lines):
        depth += sum(piece.text.count(mark) for mark in _OPENING) - sum(piece.text.count(mark) for mark in _CLOSING)
        if depth <= 0 or not piece.text.strip():
            return list(lines[: index + 1])
    return list(lines[:1])


def _fenced(lines: Sequence[Piece]) -> list[Piece]:
    marks = [index for index, piece in enumerate(lines) if piece.text.strip().startswith(("```", "~~~"))]
    return list(lines[marks[0] + 1 : marks[1]]) if len(marks) >= 2 else []


def _trimmed(lines: Sequence[Piece]) -> list[Piece]:
    """Without what is empty, and rules, at both ends. Where lines are a picture, `*****` is one of them."""
    picture = _is_picture(lines)
    kept = [piece for piece in lines if not piece.text.strip().startswith(_FENCES)]
    for end in (0, -1):
        while kept and (_is_empty(kept[end].text) or (is_rule(kept[end].text) and not picture)):
            del kept[end]
    return kept


def _is_picture(lines: Sequence[Piece]) -> bool:
    """Whether a rule stands below another, or beside a line of signs alone that has its sign."""
    texts = [piece.text.strip() for piece in lines]
    signs = {text[0] for text in texts if is_rule(text)}
    drawn = (text for text in texts if not is_rule(text) and not any(map(str.isalnum, text)))
    return any(map(signs.intersection, drawn)) or any(is_rule(one) and is_rule(other) for one, other in pairwise(texts))


def _is_empty(text: str) -> bool:
    """Nothing, or the button that was copied along."""
    return not text.strip() or bool(_BUTTON.fullmatch(text))


def _text(lines: Sequence[Piece]) -> str:
    return "\n".join(piece.text.strip("`").rstrip() for piece in lines).strip("\n")
