"""Samples whose input and output were copied together below both heads: where the one ends and the other begins.

    Sample Input 1   Sample Output 1
    3
    3 0 2
    1.67

Nothing is guessed: a way to part them counts when the statement's words ask for it and it fits every sample.
"""

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile

from lsp_server.problem.prose import is_noise

Parted = tuple[list[str], list[str]]
"""The lines of an input, and those of its output."""

_CELLS = re.compile(r"(\S+(?: \S+)*)(\s*\t\s*| {2,})(\S+(?: \S+)*)\s*")
_CLEAR_GAP = 4
_SENTENCE = re.compile(r"(?:\S+\s+){3,}.*[A-Za-z]{2,}.*[.:\u3002]\s*")
_NUMBER = re.compile(r"[-+]?\d[\d.,]*")
_MANY_LINES = re.compile(
    r"\btest ?cases?\b|\b(?:several|multiple|many|each|every|following|next|more) (?:\w+ )?(?:lines?|cases?|sets?)\b"
    r"|\blines\b|\bEOF\b|\bend of (?:the )?(?:file|input)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[1-9]\d{0,3}")
_LINE_EACH = re.compile(
    r"\bfor (?:each|every)\b[\w ]{0,20}\b(?:test ?case|case)s?\b[^.]{0,60}?"
    r"\b(?:a single|one|(?:a|on a) (?:single |new |separate )?|its own)\s*line\b(?! for each)",
    re.IGNORECASE,
)
_NUMBER_EACH = re.compile(
    r"\bfor (?:each|every) test ?case\b[^.]{0,20}\b(?:output|print)\b[^.]{0,20}\b(?:single|one) (?:integer|number)\b",
    re.IGNORECASE,
)
"""CodeChef's; each stands on a line of its own."""
_OUTPUT_EACH = re.compile(r"\bfor (?:each|every) (?:test ?)?case\b[^.]{0,20}\b(?:output|print)s?\b", re.IGNORECASE)
_LINES_OF_CASE = re.compile(
    r"\b(?:first|second|third|next|following|last) (?:\w+ )?lines?\b[^.]{0,20}\b(?:each|every|the|a) (?:test ?)?case\b"
    r"|\bcase\b[^.]{0,40}\b(?:two|three|four|five|several|multiple|[A-Z]|\d) (?:\w+ )?lines\b",
    re.IGNORECASE,
)
"""Of what is read; where nothing of the kind is said, a test case is one line."""
_NUMBER_OF_CASES = re.compile(r"\b(?:number of|how many) (?:test ?cases|cases|tests)\b", re.IGNORECASE)
_MORE_EACH = re.compile(
    r"\b(?:print|output)\b[^.]*\b(?:second|next|following|additional|another|\d|two|three) (?:\w+ )?lines?\b",
    re.IGNORECASE,
)
_SECOND_LINE = re.compile(r"\bsecond line (?:of (?:the )?input )?contains\b", re.IGNORECASE)
_LINES_BELOW = re.compile(r"\b(?:following|next) \$?[A-Za-z]\$? lines\b", re.IGNORECASE)
_MORE_LINES = re.compile(
    r"\b(?:third|fourth|last|final) line of (?:the )?input\b|\b(?:third|fourth) line\b", re.IGNORECASE
)


def parted(samples: Sequence[Sequence[str]], prose: str) -> list[Parted] | None:
    """Each sample in two, all of them in the same way; None when none is certain."""
    bodies = [_body(sample) for sample in samples]
    for way in (_by_columns, _by_paragraphs, *_counted(prose)):
        found = [way(body) for body in bodies]
        if (whole := [each for each in found if each]) and len(whole) == len(samples):
            return whole
    return None


def apart(sample: Sequence[str], prose: str) -> list[list[str]]:
    """The samples that stand one after the other below the same heads, or in the rows of one table.

    They are several where all inputs have one shape and no output has it.
    """
    paragraphs = _body(sample)
    if len(paragraphs) == 1 and not _MANY_LINES.search(prose):
        rows = [[cell.strip() for cell in line.split("\t")] for line in paragraphs[0]]
        paragraphs = [[cell] for row in rows for cell in row] if all(len(row) == 2 and all(row) for row in rows) else []
    pairs = list(zip(paragraphs[::2], paragraphs[1::2], strict=False))
    inputs, outputs = ({_shape(pair[side]) for pair in pairs} for side in (0, 1))
    several = len(pairs) > 1 and len(paragraphs) % 2 == 0 and len(inputs) == 1 and not inputs & outputs
    return [[*given, "", *wanted] for given, wanted in pairs] if several else [list(sample)]


def _shape(paragraph: Sequence[str]) -> tuple[tuple[bool, ...], ...]:
    """Of each word of each line whether it is a number."""
    return tuple(tuple(bool(_NUMBER.fullmatch(word)) for word in line.split()) for line in paragraph)


def _body(sample: Sequence[str]) -> list[list[str]]:
    """The paragraphs; prose below the sample is none of it."""
    paragraphs: list[list[str]] = [[]]
    for line in sample:
        if line.strip() and not is_noise(line):
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    kept = [each for each in paragraphs if each]
    while len(kept) > 1 and _SENTENCE.fullmatch(kept[-1][0]):
        kept = kept[:-1]
    return kept


def _by_columns(body: Sequence[Sequence[str]]) -> Parted | None:
    """Two columns side by side: the first line has both, any other may have only one of them.

    A matrix with two blanks between its numbers looks alike, but there every line has both.
    """
    if len(body) != 1 or not (first := _CELLS.fullmatch(body[0][0])):
        return None
    split = _at_tab if "\t" in first[2] else _at(first.start(3))
    rows = [split(line) for line in body[0]]
    if any(row is None for row in rows):
        return None
    cells = [row for row in rows if row]
    if len(cells) > 1 and all(map(all, cells)) and "\t" not in first[2] and len(first[2]) < _CLEAR_GAP:
        return None
    columns = [_without_end([row[side] for row in cells]) for side in (0, 1)]
    return (columns[0], columns[1]) if all(column and all(column) for column in columns) else None


def _at_tab(line: str) -> tuple[str, str] | None:
    cells = [cell.strip() for cell in line.split("\t")]
    return (cells[0], "".join(cells[1:])) if sum(map(bool, cells[1:])) <= 1 else None


def _at(column: int) -> Callable[[str], tuple[str, str] | None]:
    def split(line: str) -> tuple[str, str] | None:
        if len(line) > column and not line[column - 2 : column].isspace():
            return None
        return line[:column].rstrip(), line[column:].rstrip()

    return split


def _without_end(cells: list[str]) -> list[str]:
    return list(dropwhile(lambda cell: not cell, cells[::-1]))[::-1]


def _by_paragraphs(body: Sequence[Sequence[str]]) -> Parted | None:
    """A blank line between them, or one line of each."""
    if len(body) == 2:
        return list(body[0]), list(body[1])
    if len(body) != 1 or len(body[0]) != 2:
        return None
    return [body[0][0]], [body[0][1].lstrip("\t")]  # the second cell of a table


def _counted(prose: str) -> list[Callable[[Sequence[Sequence[str]]], Parted | None]]:
    """The ways in which a number on the first line tells the rest, as far as the statement says so."""
    ways: list[Callable[[Sequence[Sequence[str]]], Parted | None]] = []
    announced = [_by_shape] if _LINES_BELOW.search(prose) and not _MORE_LINES.search(prose) else []
    if _NUMBER_OF_CASES.search(prose):
        way = None if _MORE_EACH.search(prose) else _by_case(prose)
        return [way, *announced] if way else announced
    ways += announced
    if not _MORE_LINES.search(prose):
        ways += [_by_lines] if _LINES_BELOW.search(prose) else [_by_values] if _SECOND_LINE.search(prose) else []
    return ways


def _by_case(prose: str) -> Callable[[Sequence[Sequence[str]]], Parted | None] | None:
    """How many lines a test case has, as far as the statement says it."""
    if _LINE_EACH.search(prose):
        return _by_cases
    if _NUMBER_EACH.search(prose):
        return _by_numbers
    return _by_halves if _OUTPUT_EACH.search(prose) and not _LINES_OF_CASE.search(prose) else None


def _by_cases(body: Sequence[Sequence[str]]) -> Parted | None:
    """As many outputs as test cases: the last lines."""
    lines, count = _with_count(body)
    if not count or (len(lines) - 1 - count) % count or len(lines) <= 1 + count:
        return None
    return lines[:-count], lines[-count:]


def _by_halves(body: Sequence[Sequence[str]]) -> Parted | None:
    """As many lines as test cases, and as many again: one of each is read, and one printed."""
    lines, count = _with_count(body)
    return (lines[:-count], lines[-count:]) if count and len(lines) == 1 + 2 * count else None


def _by_numbers(body: Sequence[Sequence[str]]) -> Parted | None:
    """As many numbers as test cases: the last lines."""
    parts = _by_cases(body)
    return parts if parts and all(_NUMBER.fullmatch(line.strip()) for line in parts[1]) else None


def _by_lines(body: Sequence[Sequence[str]]) -> Parted | None:
    """As many lines as the first says, and one of output."""
    lines, count = _with_count(body)
    return (lines[:-1], lines[-1:]) if count and len(lines) == count + 2 else None


def _by_shape(body: Sequence[Sequence[str]]) -> Parted | None:
    """As many lines of numbers as the first says, and as many lines with words below them."""
    lines, count = _with_count(body)
    given, wanted = lines[: count + 1], lines[count + 1 :]
    numbers = all(map(_NUMBER.fullmatch, " ".join(given).split()))
    worded = all(re.search(r"[^\W\d_]{2,}", line) for line in wanted)
    return (given, wanted) if count and len(wanted) == count and numbers and worded else None


def _by_values(body: Sequence[Sequence[str]]) -> Parted | None:
    """As many values on the second line as the first says, and one line of output."""
    lines, count = _with_count(body)
    return (lines[:2], lines[2:]) if len(lines) == 3 and len(lines[1].split()) == count else None


def _with_count(body: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    lines = list(body[0]) if len(body) == 1 else []
    return lines, int(lines[0]) if lines and _COUNT.fullmatch(lines[0].strip()) else 0
