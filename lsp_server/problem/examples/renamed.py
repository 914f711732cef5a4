"""Labels that name a thing before and after: `Original array:` and `Reversed array:` are an input and its output.

Both must name the same thing, close to each other. The lines become `Input:` and `Output:`; none is added or dropped.
"""

import re
from collections.abc import Sequence

FURTHEST = 25
"""Lines from the one to the other: a matrix may stand between."""
_NOUN = r"(?P<noun>(?:linked )?list|array|matrix|grid|image|string|word|text|sentence|number|tree|tuple|dictionary)"
_MARKS = r"[*_`]{0,3}"
_INDENT = rf"(?P<indent>\s*){_MARKS}(?:the )?"
_REST = rf" {_NOUN}(?: is)?\s*:{_MARKS}(?P<rest>.*)"
_BEFORE = re.compile(rf"{_INDENT}(?:given|original|initial|input|unsorted){_REST}", re.IGNORECASE)
_AFTER = re.compile(rf"{_INDENT}(?:[a-z]+(?:ed|en|ing|ant)|output|final|new|result){_REST}", re.IGNORECASE)


def with_plain_labels(texts: Sequence[str]) -> tuple[str, ...]:
    told = list(texts)
    for line, text in enumerate(texts):
        before = _BEFORE.fullmatch(text) if len(text) < 2000 else None
        after = _next(texts, line, before["noun"].lower()) if before else None
        if before and after:
            told[line] = f"{before['indent']}Input:{before['rest']}"
            told[after[0]] = f"{after[1]['indent']}Output:{after[1]['rest']}"
    return tuple(told)


def _next(texts: Sequence[str], line: int, noun: str) -> tuple[int, re.Match[str]] | None:
    """The label of the same thing afterwards, unless another input comes first."""
    for number in range(line + 1, min(line + 1 + FURTHEST, len(texts))):
        text = texts[number][:2000]
        if _BEFORE.fullmatch(text):
            return None
        if (match := _AFTER.fullmatch(text)) and match["noun"].lower() == noun:
            return number, match
    return None
