"""From tokens to text, one at a time: whole characters only, and nothing from a stop string on."""

from collections.abc import Sequence
from typing import Any

from tokenizers.decoders import DecodeStream

_MOST_HELD = 16
"""A character is at most 4 bytes and so at most 4 tokens. More held tokens than this are no text at all."""


class Characters:
    """Tokens in, whole characters out. `tokenizer` is a transformers tokenizer with a `tokenizers` backend."""

    def __init__(self, tokenizer: Any) -> None:
        self._backend = tokenizer.backend_tokenizer
        self._stream = DecodeStream(skip_special_tokens=True)
        self._held: list[int] = []

    def feed(self, token: int) -> str:
        """The text that `token` completes; empty while a character is only partly there."""
        self._held.append(token)
        text = self._stream.step(self._backend, token)
        if text is not None:
            self._held.clear()
            return text
        return self._give_up() if len(self._held) > _MOST_HELD else ""

    def _give_up(self) -> str:
        """Bytes that are no UTF-8 would be held for ever: they become the replacement character, as in any decoder."""
        text = self._backend.decode(self._held, skip_special_tokens=True)
        self._stream = DecodeStream(skip_special_tokens=True)
        self._held.clear()
        return text


class StopStrings:
    """Passes text on up to the first stop string, wherever the borders between its pieces are."""

    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = tuple(stop for stop in stops if stop)
        self._held = ""

    def feed(self, text: str) -> tuple[str, bool]:
        """What may be shown now, and whether a stop string was reached (it is never shown)."""
        text = self._held + text
        found = [at for stop in self._stops if (at := text.find(stop)) >= 0]
        if found:
            self._held = ""
            return text[: min(found)], True
        keep = max((_overlap(text, stop) for stop in self._stops), default=0)
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep], False

    def rest(self) -> str:
        """What was held back in case a stop string came; call it once, at the end."""
        held, self._held = self._held, ""
        return held


def _overlap(text: str, stop: str) -> int:
    """Length of the longest end of `text` that begins `stop`."""
    longest = min(len(text), len(stop) - 1)
    return next((size for size in range(longest, 0, -1) if stop.startswith(text[-size:])), 0)
