"""Token healing: a prompt that ends in a word is read up to that word, and the answer must begin with it.

A model knows "numbers" as one token and has hardly ever read "numb" and then "ers", so it goes on badly from there. So
its first tokens are chosen among those that spell what was cut off. The name is transformers', which can do it for one
sequence at a time. No tensors and no model here: which tokens may come next, and what they leave to be spelled.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping

_LAST_WORD = re.compile(r"(?<![^\x00-\x7f])(?: *\w+| +|[!-/:-@\[-`{-~])\Z", re.ASCII)
"""Of ASCII alone: what else is written is often a token's part, and nothing spells that."""
_SPACES = str.maketrans("Ġ▁", "  ")
"""How byte-level vocabularies and SentencePiece's spell a space; printable ASCII stands in both as it is."""
_LAST = "\U0010ffff"


class Spellings:
    """The words of a vocabulary by what they spell. `control` tokens spell nothing, so no word begins with one."""

    def __init__(self, vocabulary: Mapping[str, int], control: Collection[str]) -> None:
        self._control = tuple(control)
        self._ids = {
            token.translate(_SPACES): number for token, number in vocabulary.items() if token and token not in control
        }
        self._sorted = sorted(self._ids)

    def cut(self, prompt: str) -> tuple[str, str]:
        """`prompt` without its last word or sign and the spaces before it, and these; "" where it ends in none."""
        found = None if prompt.endswith(self._control) else _LAST_WORD.search(prompt)
        return (prompt[: found.start()], found[0]) if found else (prompt, "")

    def towards(self, text: str) -> list[int]:
        """Tokens that begin with all of `text`, and those that are its beginning."""
        longer = self._sorted[bisect_left(self._sorted, text) : bisect_left(self._sorted, text + _LAST)]
        shorter = [text[:size] for size in range(1, len(text)) if text[:size] in self._ids]
        return [self._ids[spelled] for spelled in (*longer, *shorter)]

    def after(self, text: str, token: int) -> str:
        """What is left of `text` when `token`, one of `towards(text)`, is written."""
        return next((text[n:] for n in range(1, len(text)) if self._ids.get(text[:n]) == token), "")


class Beginning:
    """What one answer still has to spell before it is free. `left` is "" then."""

    def __init__(self, spellings: Spellings, text: str) -> None:
        self.left = text
        self._spellings = spellings

    @property
    def allowed(self) -> tuple[int, ...]:
        """The tokens that may come next; () for all."""
        return tuple(self._spellings.towards(self.left)) if self.left else ()

    def took(self, tokens: Collection[int]) -> None:
        for token in tokens:
            self.left = self._spellings.after(self.left, token)
