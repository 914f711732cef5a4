"""An answer that is asked for again after a crash goes on where it broke off.

The same seed gives the same text, so what was already delivered is compared and left out. A reader therefore never
sees text twice and never a mixture of two answers.
"""

from lsp_server.engine.wire import Chunk


class DivergedError(Exception):
    """The second answer is not the continuation of the first."""


class Replay:
    """Pass every chunk through `take`; call `again` before the request is repeated."""

    def __init__(self) -> None:
        self._delivered: dict[int, list[str]] = {}
        self._finished: set[int] = set()
        self._pending: dict[int, str] = {}
        """Per candidate that was begun: the delivered text that has not come again yet."""

    def again(self) -> None:
        for texts in self._delivered.values():
            texts[:] = ["".join(texts)]
        self._pending = {index: texts[0] for index, texts in self._delivered.items() if texts[0]}

    def take(self, chunk: Chunk) -> Chunk | None:
        """The new part of `chunk`; None when all of it was delivered before."""
        if chunk.index in self._finished:
            return None
        text = chunk.text
        if expected := self._pending.get(chunk.index):
            common = min(len(expected), len(text))
            if text[:common] != expected[:common] or (chunk.finish and len(text) < len(expected)):
                raise DivergedError
            self._pending[chunk.index] = expected[common:]
            text = text[common:]
            if not text and not chunk.finish:
                return None
        self._delivered.setdefault(chunk.index, []).append(text)
        if chunk.finish:
            self._finished.add(chunk.index)
        return Chunk(chunk.index, text, chunk.tokens, chunk.finish)
