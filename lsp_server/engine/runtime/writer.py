"""What one candidate has written so far, and when it is over. No model and no clock: tokens in, pieces of text out."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from lsp_server.engine.runtime.repetition import LoopDetector, RepetitionDetection
from lsp_server.engine.runtime.text import Characters, StopStrings
from lsp_server.engine.wire import Finish

THINKING_ENDS = "</think>"
FORCED_END = "\n</think>\n\n```python\n"
"""What the engine writes for a model that has thought for long enough: the end of the thought, the start of code."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When a candidate ends. `thinking`: tokens after which an open thought is closed from outside (None: never)."""

    max_tokens: int
    stop: tuple[str, ...] = ()
    stop_tokens: Collection[int] = ()
    thinking: int | None = None
    repetition: RepetitionDetection | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """`overthinks`: the caller should stop decoding, call `close_thought` and go on from `Writer.tokens`."""

    text: str
    finish: Finish | None = None
    overthinks: bool = False


class Writer:
    """Feeds one candidate's tokens through characters, stop strings, the loop detector and the thinking budget."""

    def __init__(self, tokenizer: Any, limits: Limits) -> None:
        self.tokens: list[int] = []
        self._tokenizer = tokenizer
        self._limits = limits
        self._characters = Characters(tokenizer)
        self._stops = StopStrings(limits.stop)
        self._loop = LoopDetector(limits.repetition) if limits.repetition else None
        self._thinking = limits.thinking is not None
        self._tail = ""

    def feed(self, token: int) -> Piece:
        self.tokens.append(token)
        if token in self._limits.stop_tokens:
            return Piece(self._stops.rest(), "stop")
        raw = self._characters.feed(token)
        self._watch_thought(raw)
        text, stopped = self._stops.feed(raw)
        if stopped:
            return Piece(text, "stop")
        finish = self._limit_reached(token)
        if finish:
            return Piece(text + self._stops.rest(), finish)
        return Piece(text, overthinks=self._thinking and len(self.tokens) >= (self._limits.thinking or 0))

    def close_thought(self, ids: list[int]) -> Piece:
        """Write `FORCED_END` (whose tokens are `ids`) in the model's place."""
        self.tokens += ids
        self._thinking = False
        self._characters = Characters(self._tokenizer)
        text, stopped = self._stops.feed(FORCED_END)
        if stopped:
            return Piece(text, "stop")
        over = len(self.tokens) >= self._limits.max_tokens
        return Piece(text + self._stops.rest(), "length") if over else Piece(text)

    def _watch_thought(self, text: str) -> None:
        """The tag is plain text to the model's tokenizer, so it can arrive in any number of pieces."""
        if self._thinking:
            self._tail = (self._tail + text)[-len(THINKING_ENDS) - len(text) :]
            self._thinking = THINKING_ENDS not in self._tail

    def _limit_reached(self, token: int) -> Finish | None:
        if self._loop and self._loop.feed(token):
            return "repetition"
        return "length" if len(self.tokens) >= self._limits.max_tokens else None
