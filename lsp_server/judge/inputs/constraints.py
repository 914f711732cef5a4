"""What a statement promises of its inputs: bounds, lengths, order, distinctness, alphabets.

Only lines of constraints and phrases about what is given are believed: a promise that was read where none was made
would hide inputs on which two versions differ.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits

from lsp_server.judge.inputs.shapes import Shape

_RELATION = re.compile(r"\s*(<=|>=|≤|≥|<|>)\s*")
_NUMBER = re.compile(
    r"(-?)\s*(\d[\d,_]*(?:\.\d+)?)(?:\s*(\*\*|\^|e)\s*(\d+))?(?:\s*\*\s*10\s*(?:\^|\*\*)\s*(\d+))?(?:\s*([-+])\s*(\d+))?"
)
_GIVEN = re.compile(
    r"\b(?:given|takes?|in|from|of|for)\s+(?:an?|the|two|each)?\s*((?:[\w-]+\s+){1,4}?)(list|array|string|sequence|integers?|numbers?|words?)\b(?:\s+`?(\w+)`?)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_RESULT = re.compile(r"\b(?:returns?|outputs?|prints?|produces?|find|compute)\b", re.IGNORECASE)

Change = Callable[[Shape], Shape]


def _deep(change: Change) -> Change:
    """On the parameter itself when it is a number or text, else on what is in it."""
    return lambda shape: replace(shape, of=tuple(map(change, shape.of))) if shape.of else change(shape)


def _alphabet(letters: str) -> Change:
    return lambda shape: replace(shape, alphabet=letters) if shape.kind == "str" else shape


def _low(bound: int) -> Change:
    return lambda shape: _bounded(shape, bound, inf)


PROMISES: Sequence[tuple[str, Change]] = (
    (r"\bpermutation\b", lambda shape: replace(shape, permutation=True) if shape.kind == "list" else shape),
    (r"\b(?:sorted|non-?decreasing|ascending|increasing)\b(?!.*\b(?:descending|decreasing)\b(?<!non-decreasing))",
     lambda shape: replace(shape, ordered=True) if shape.kind == "list" else shape),
    (r"\b(?:distinct|unique|no duplicates?|strictly increasing)\b",
     lambda shape: replace(shape, distinct=True) if shape.kind == "list" else shape),
    (r"\bnon-?empty\b|\bnot empty\b|\bat least one\b", lambda shape: replace(shape, least=max(1, shape.least))),
    (r"\bnon-?negative\b", _deep(_low(0))),
    (r"(?<!non-)\bpositive\b", _deep(_low(1))),
    (r"\blower-?case\b(?!.*\bupper)", _deep(_alphabet(ascii_lowercase))),
    (r"\bupper-?case\b(?!.*\blower)", _deep(_alphabet(ascii_uppercase))),
    (r"\blower-?case\b.*\bupper|\bupper-?case\b.*\blower", _deep(_alphabet(ascii_letters))),
    (r"\bdigits\b", _deep(_alphabet(digits))),
)  # fmt: skip


def constrained(
    shapes: Mapping[str, Shape], constraints: Sequence[str], statement: str = ""
) -> tuple[dict[str, Shape], list[str]]:
    """The shapes with what is promised of them, and the promises that were believed, as they were written."""
    found, believed = dict(shapes), list[str]()
    lines = [line for constraint in constraints for line in constraint.splitlines()]
    for line in lines:
        before = dict(found)
        _bounds(found, line)
        _promises(found, line, [name for name in found if re.search(rf"\b{re.escape(name)}\b", line)])
        if found != before:
            believed.append(line.strip())
    for phrase, names in _given(statement, list(found)):
        before = dict(found)
        _promises(found, phrase, names)
        if found != before:
            believed.append(phrase.strip())
    return found, believed


def _given(statement: str, names: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Phrases such as "given a sorted list nums", up to the words that speak of the result."""
    found: list[tuple[str, list[str]]] = []
    for sentence in _SENTENCE.split(statement):
        result = _RESULT.search(sentence)
        for match in _GIVEN.finditer(sentence):
            of_result = result and result.start() < match.start() and match[0].lower().startswith(("of", "for"))
            if not of_result:
                named = [name for name in names if name == match[3]]
                found.append((match[0], named or list(names[:1])))
    return found


def _promises(shapes: dict[str, Shape], text: str, names: Sequence[str]) -> None:
    for pattern, change in PROMISES:
        if re.search(pattern, text, re.IGNORECASE):
            shapes.update({name: change(shapes[name]) for name in names})


def _bounds(shapes: dict[str, Shape], line: str) -> None:
    """`1 <= nums.length <= 10^4`: each neighbour of a relation bounds the other."""
    parts = _RELATION.split(line.strip().removeprefix("- ").strip("`* "))
    terms, relations = parts[::2], parts[1::2]
    for (left, right), relation in zip(pairwise(terms), relations, strict=True):
        smaller, larger = (left, right) if relation in ("<=", "<", "≤") else (right, left)
        strict = relation in ("<", ">")
        for name in _subjects(larger):
            if (low := number(smaller)) is not None:
                _apply(shapes, name, low + strict, inf)
        for name in _subjects(smaller):
            if (high := number(larger)) is not None:
                _apply(shapes, name, -inf, high - strict)


def _subjects(term: str) -> list[str]:
    return [each.strip(" `") for each in term.split(",")]


def _apply(shapes: dict[str, Shape], subject: str, low: float, high: float) -> None:
    match = re.fullmatch(r"(?:len\((\w+)\)|(\w+)\.(?:length|size\(\)|len)|\|(\w+)\|)", subject)
    if match and (name := next(filter(None, match.groups()))) in shapes:
        shapes[name] = _lengthened(shapes[name], low, high)
    elif (match := re.fullmatch(r"(\w+)((?:\[\w+\])+)\.(?:length|size\(\))", subject)) and match[1] in shapes:
        shapes[match[1]] = _inside(shapes[match[1]], match[2].count("["), lambda shape: _lengthened(shape, low, high))
    elif (match := re.fullmatch(r"(\w+)((?:\[\w+\])*)", subject)) and match[1] in shapes:
        shapes[match[1]] = _inside(shapes[match[1]], match[2].count("["), lambda shape: _bounded(shape, low, high))


def _inside(shape: Shape, depth: int, change: Change) -> Shape:
    if depth == 0 or not shape.of:
        return change(shape)
    return replace(shape, of=tuple(_inside(each, depth - 1, change) for each in shape.of))


def _bounded(shape: Shape, low: float, high: float) -> Shape:
    if shape.kind == "either":
        return replace(shape, of=tuple(_bounded(each, low, high) for each in shape.of))
    if shape.kind not in ("int", "float"):
        return shape
    lows = [each for each in (shape.low, low) if each is not None and each > -inf]
    highs = [each for each in (shape.high, high) if each is not None and each < inf]
    return replace(shape, low=max(lows, default=None), high=min(highs, default=None))


def _lengthened(shape: Shape, low: float, high: float) -> Shape:
    least = shape.least if low == -inf else max(shape.least, int(low))
    return replace(shape, least=least, most=shape.most if high == inf else int(high))


def number(text: str) -> float | None:
    """`10^4`, `2^31 - 1`, `5 * 10^4`, `-10**9`, `1e5`, `10,000`; None for anything else."""
    match = _NUMBER.fullmatch(text.strip().strip("` "))
    if not match:
        return None
    sign, digits_, power, exponent, tens, plus, more = match.groups()
    value = float(digits_.replace(",", "").replace("_", ""))
    if power:
        value = value * 10.0 ** int(exponent) if power == "e" else value ** int(exponent)
    value *= 10.0 ** int(tens or 0)
    value = -value if sign else value
    value += int(more or 0) * (-1 if plus == "-" else 1)
    return int(value) if value == int(value) else value
