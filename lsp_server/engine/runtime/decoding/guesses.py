"""Guesses what comes next by what came after the same few tokens before: code that is repaired is mostly copied.

Costs a look-up per token and no model. How many tokens are guessed follows how many were right of late.
"""

_GRAM = 3
"""Tokens that must be the same. Two are too often followed by something else, four miss the beginning of a copy."""

_MOST = 16
_PAUSE = 8
"""Tokens without a guess after one that was wrong from the start."""


class Guesser:
    """Watches `tokens`, a list that only grows."""

    def __init__(self, tokens: list[int]) -> None:
        self._tokens = tokens
        self._after: dict[tuple[int, ...], int] = {}
        self._seen = 0
        self._length = 4
        self._guessed: tuple[int, tuple[int, ...]] = (0, ())
        self._silent_until = 0

    def guesses(self, most: int) -> tuple[int, ...]:
        """At most `most` tokens."""
        tokens = self._tokens
        self._learn()
        if len(tokens) < self._silent_until or most < 1 or len(tokens) < _GRAM:
            return ()
        place = self._after.get(tuple(tokens[-_GRAM:]))
        if place is None:
            return ()
        found = tuple(tokens[place : place + min(most, self._length)])
        self._guessed = (len(tokens), found)
        return found

    def _learn(self) -> None:
        """Remember what came after each few tokens, the latest place first; and how good the last guess was."""
        tokens = self._tokens
        for place in range(max(self._seen, _GRAM), len(tokens)):
            self._after[tuple(tokens[place - _GRAM : place])] = place
        self._seen = len(tokens)
        start, guessed = self._guessed
        if not guessed:
            return
        came = tokens[start : start + len(guessed)]
        right = next((number for number, (a, b) in enumerate(zip(guessed, came, strict=False)) if a != b), len(came))
        if right == len(guessed):
            self._length = min(_MOST, 2 * self._length)
        else:
            self._length = max(1, right + 1)
            self._silent_until = 0 if right else start + _PAUSE
        self._guessed = (0, ())
