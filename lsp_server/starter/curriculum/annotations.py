"""How people write a type: LeetCode's `List[int]`, today's `list[int]`, a bare `list`.

A model that has only read one spelling copies the others badly: asked for `-> dict`, it left the colon out.
"""

import re
from random import Random

_OPTIONAL = re.compile(r"Optional\[([^\[\]]+)\]")
_GENERIC = re.compile(r"\b(List|Dict|Set|Tuple)\b")
_ARGUMENTS = re.compile(r"\[.*\]")


def spelled(kinds: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    """Types as LeetCode writes them, all in one spelling that people use for a function of their own."""
    (spelling,) = rng.choices((_leetcode, _modern, _bare), (5, 4, 1))
    return tuple(map(spelling, kinds))


def _leetcode(kind: str) -> str:
    return kind


def _modern(kind: str) -> str:
    return _OPTIONAL.sub(r"\1 | None", _GENERIC.sub(lambda found: found[0].lower(), kind))


def _bare(kind: str) -> str:
    return _ARGUMENTS.sub("", _modern(kind))
