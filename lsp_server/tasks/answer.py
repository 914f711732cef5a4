"""What a model wrote, taken apart: reasoning, answer, code.

A reasoning model writes `<think> … </think>` as plain text by itself and then the answer; the last fenced block of
the answer is the code. Tags arrive cut in pieces, so a `Transcript` holds back what may still become one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

OPEN, CLOSE = "<think>", "</think>"
Part = Literal["thinking", "writing"]

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n`]*\n(.*?)(?:^[ \t]*\1[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(slots=True)
class Transcript:
    """The text of one candidate as it arrives. `feed` returns the pieces that may be shown now, each with its part."""

    text: str = ""
    tokens: int = 0
    _part: Part = "writing"
    _held: str = field(default="", repr=False)

    def feed(self, piece: str, last: bool = False) -> Iterator[tuple[Part, str]]:
        self.text += piece
        self._held += piece
        while (tag := self._next_tag()) in self._held:
            before, _, self._held = self._held.partition(tag)
            if before:
                yield self._part, before
            self._part = "thinking" if tag == OPEN else "writing"
        keep = 0 if last else _overlap(self._held, self._next_tag())
        shown, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        if shown:
            yield self._part, shown

    @property
    def reasoning(self) -> str:
        return self.text.partition(OPEN)[2].partition(CLOSE)[0].strip()

    def _next_tag(self) -> str:
        return CLOSE if self._part == "thinking" else OPEN


def code_of(text: str) -> str | None:
    """The code of a complete answer: its last fenced block, after the reasoning. None when there is none.

    A block that was never closed counts (the budget ended inside it); a block inside the reasoning does not.
    """
    blocks = [match.group(2) for match in _FENCE.finditer(answer_of(text) or "")]
    code = next((block for block in reversed(blocks) if block.strip()), None)
    return code.rstrip() if code else None


def answer_of(text: str) -> str | None:
    """What was written after the reasoning; None when nothing was."""
    return (text.rpartition(CLOSE)[2] if CLOSE in text else text.partition(OPEN)[0]).strip("\n ") or None


def why_no_code(text: str, finish: str | None) -> str:
    """One sentence on an answer that holds no code."""
    if finish == "repetition":
        return "The model fell into a loop and was stopped."
    if finish == "length":
        return "The model was still thinking when its budget ended; a larger `solve.budget` gives it more."
    return "The answer holds no code block." if text.strip() else "The answer is empty."


def _overlap(text: str, tag: str) -> int:
    """Length of the longest end of `text` that is a beginning of `tag`."""
    return next((size for size in range(min(len(text), len(tag) - 1), 0, -1) if tag.startswith(text[-size:])), 0)
