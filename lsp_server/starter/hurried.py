"""Statements as people type them in a hurry: articles and commas left out, a slip of the finger, no full stop.

Held-out wordings are answered by what words mean, not by sentences seen before; this takes the sentences apart. What
decides the answer stays: names, numbers, and everything that is quoted.
"""

import re
from random import Random

from lsp_server.problem.model import Problem

ARTICLES = frozenset({"the", "a", "an"})
SLIPPED = 0.04
"""Share of long words with two letters exchanged."""
LONG = 6
_QUOTED = re.compile(r"(`[^`]*`|\"[^\"]*\"|'[^']*')")
_WORD = re.compile(r"[A-Za-z]+")


def hurried(problem: Problem, rng: Random) -> Problem:
    names = {problem.signature.name, *(parameter.name for parameter in problem.signature.params)}
    parts = _QUOTED.split(problem.statement)
    typed = "".join(part if number % 2 else _typed(part, names, rng) for number, part in enumerate(parts))
    if rng.random() < 0.5:
        typed = typed[:1].lower() + typed[1:] if typed.split(" ")[0] not in names else typed
    if rng.random() < 0.5:
        typed = typed.rstrip().removesuffix(".")
    return problem.model_copy(update={"statement": typed}) if typed.strip() else problem


def _typed(text: str, names: set[str], rng: Random) -> str:
    """`text` without some articles and commas. Spaces and line breaks stay as they were."""
    careless = rng.random() < 0.6
    if rng.random() < 0.4:
        text = re.sub(r",(?= )", lambda found: "" if rng.random() < 0.7 else found.group(), text)
    pieces = re.split(r"(\s+)", text)
    kept: list[str] = []
    for word, gap in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if careless and gap and word.lower() in ARTICLES and word not in names and rng.random() < 0.7:
            continue
        kept += [_slipped(word, names, rng), gap]
    return "".join(kept)


def _slipped(word: str, names: set[str], rng: Random) -> str:
    """`word`, or now and then with two neighbouring letters inside it exchanged."""
    if len(word) < LONG or word in names or not _WORD.fullmatch(word) or rng.random() > SLIPPED:
        return word
    at = rng.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
