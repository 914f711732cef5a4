"""Notices that a candidate has fallen into a loop ("but but but", or a paragraph again and again).

Exact loops of up to `max_pattern_size` tokens are found; loops whose rounds differ (a counter) are not.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepetitionDetection:
    """Field names as in vLLM. `min_tokens` keeps short repeats alive that programs do have: tables, rows of zeros."""

    max_pattern_size: int = 64
    min_pattern_size: int = 1
    min_count: int = 6
    min_tokens: int = 200


class LoopDetector:
    """Per pattern size: for how many tokens in a row has each been equal to the one that many tokens before."""

    def __init__(self, limits: RepetitionDetection) -> None:
        self._limits = limits
        self._tokens: list[int] = []
        self._runs = [0] * (limits.max_pattern_size + 1)

    def feed(self, token: int) -> bool:
        """True as soon as the tokens so far end in a loop."""
        limits, past = self._limits, self._tokens
        looping = False
        for size in range(max(1, limits.min_pattern_size), min(limits.max_pattern_size, len(past)) + 1):
            run = self._runs[size] + 1 if past[-size] == token else 0
            self._runs[size] = run
            looping = looping or run + size >= max(limits.min_tokens, size * limits.min_count)
        past.append(token)
        del past[: -limits.max_pattern_size]
        return looping
