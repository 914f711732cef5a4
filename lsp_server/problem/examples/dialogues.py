"""Sample runs of programs that ask: `Enter the number of rows: 3` shows a question, and behind it what somebody typed.

Which words are a question tells the code: a text that it prints, and nothing else with it. What is typed
is no output, and neither is its Enter, so the output goes on right behind the question.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import dedent

from lsp_server.problem.examples.labels import label_of
from lsp_server.problem.examples.raw import Labelled

MOST_QUESTIONS = 40
_HEAD = re.compile(
    r"\W*(?:sample|example)s? (?:program )?(?:run|session|execution|dialog(?:ue)?|interaction|output)s?"
    r"(?: *#? *\d+)?\W*",
    re.IGNORECASE,
)
_FENCE = re.compile(r"\s*(?:```|~~~)\w*\s*")
_TEXT = r"\"(?P<text>(?:[^\"\\\n]|\\.){2,200})\""
_QUESTIONS = (
    re.compile(rf"\b(?:input|question|prompt)\s*\(\s*f?(?:{_TEXT}|'(?P<single>(?:[^'\\\n]|\\.){{2,200}})')"),
    re.compile(rf"\b(?:printf?!?|Printf?)\s*\(\s*{_TEXT}\s*\)"),
    re.compile(rf"<<\s*{_TEXT}\s*(?:<<\s*(?:std::)?flush\s*)?;"),
)
"""What asks and reads; what prints a text and no more; the same in C++."""


def find_dialogues(texts: Sequence[str], code: str) -> list[Labelled]:
    """One for each head `Sample run`, with what is typed as its input."""
    heads = [line for line, text in enumerate(texts) if _HEAD.fullmatch(text[:80])]
    questions = list(_questions(code)) if heads else []
    if not questions:
        return []
    found = (_dialogue(texts, first + 1, end, questions) for first, end in pairwise([*heads, len(texts)]))
    return [each for each in found if each]


def _questions(code: str) -> Iterator[str]:
    """Their last lines, the longest first: one may begin with another."""
    found = {
        (match["text"] or match.groupdict().get("single") or "") for each in _QUESTIONS for match in each.finditer(code)
    }
    lines = {re.split(r"\\n", text)[-1].replace("\\t", "\t").replace("\\", "") for text in found}
    yield from sorted((line for line in lines if line.strip()), key=len, reverse=True)[:MOST_QUESTIONS]


def _dialogue(texts: Sequence[str], first: int, end: int, questions: Sequence[str]) -> Labelled | None:
    end = next((line for line in range(first, end) if label_of(texts[line])), end)
    asked = {line: question for line in range(first, end) if (question := _asked(texts[line], questions))}
    if not asked:
        return None
    run = [*range(first, min(asked)), *range(min(asked), _last(texts, max(asked), end))]
    lines = [line for line in run if not _FENCE.fullmatch(texts[line]) and (line >= min(asked) or texts[line].strip())]
    plain = dict(zip(lines, dedent("\n".join(texts[line] for line in lines)).split("\n"), strict=True))
    typed = [texts[line].strip()[len(asked[line].strip()) :].strip() for line in lines if line in asked]
    shown = "".join(asked.get(line, f"{plain[line]}\n") for line in lines)
    return Labelled(lines[0], lines[-1], "\n".join(typed), shown.rstrip("\n"), block=True)


def _asked(text: str, questions: Sequence[str]) -> str:
    """The question that a line begins with, when something stands behind it."""
    line = text.strip()
    return next((each for each in questions if line.startswith(each.strip()) and line != each.strip()), "")


def _last(texts: Sequence[str], asked: int, end: int) -> int:
    """Where a run ends whose last question is at `asked`: behind the paragraph below it."""
    start = next((line for line in range(asked + 1, end) if texts[line].strip()), end)
    return next((line for line in range(start, end) if not texts[line].strip()), end)
