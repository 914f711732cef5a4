"""The sentences around a task: how parameters are named and introduced, and the frames that ask for something.

Knows English and types; knows no task. `lists`, `strings`, `counting` and `numbers` build their statements with it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from string import Template
from typing import Any

_IDENTIFIER = re.compile(r"(?<![$\w])[a-z_]\w*")

GENERIC_NAMES = ("solve", "process", "compute", "f", "solution", "func", "calculate", "task", "answer", "run")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of parameter. In the phrases `@` stands for the name.

    a     first mention ("a list of integers @")
    the   later mention, after it was introduced ("the list")
    bare  a mention that needs no introduction ("the list @")
    """

    names: tuple[str, ...]
    type: str
    a: tuple[str, ...]
    the: tuple[str, ...]
    bare: tuple[str, ...]
    make: Callable[[Random], Any]


@dataclass(frozen=True, slots=True)
class Bound:
    """A parameter of one exercise: its kind and the name that was chosen."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement and the id of the frame that made it."""

    text: str
    frame: str


_TO_DO = (
    "!V.",
    "Given !i, !v.",
    "You are given !i. !V.",
    "Write a function to !v.",
    "Implement a function to !v.",
    "Your task is to !v.",
    "Write a Python function to !v.",
    "For !i, !v.",
    "The function receives !i. !V.",
    "Take !i and !v.",
    "Consider !i. !V.",
    "Complete the function to !v.",
)
"""Frames for an instruction; !v is the instruction, !V the same with a capital, !i introduces the parameters."""

_TO_RETURN = (
    "Return !n.",
    "Given !i, return !n.",
    "You are given !i. Return !n.",
    "Write a function that returns !n.",
    "Write a function that takes !i and returns !n.",
    "Create a function that, given !i, returns !n.",
    "The function should return !n.",
    "Implement a function that returns !n.",
    "Given !i, your task is to return !n.",
    "For !i, return !n.",
    "Write a Python function to return !n.",
    "The function gets !i and must return !n.",
    "Your task: return !n.",
    "This function takes !i. It should return !n.",
)
"""Frames for a value; !n is its noun phrase."""


def fill(text: str, **values: object) -> str:
    """`$name` placeholders; a missing one is a mistake in a table and raises KeyError."""
    return Template(text).substitute(**values)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def bind(kinds: Sequence[Kind], rng: Random, code: str = "") -> tuple[Bound, ...]:
    """Choose names, all different and none that `code` uses itself. Pools of equal length pair up ("a", "b")."""
    taken = set(_IDENTIFIER.findall(code))
    place = rng.random()
    bound: list[Bound] = []
    for kind in kinds:
        pool = [name for name in kind.names if name not in taken | {other.name for other in bound}]
        bound.append(Bound(pool[int(place * len(pool))] if len(kinds) > 1 else rng.choice(pool), kind))
    return tuple(bound)


def intro(bound: Sequence[Bound], rng: Random) -> str:
    """ "a list of integers nums and an integer k"."""
    phrases = [rng.choice(parameter.kind.a).replace("@", parameter.name) for parameter in bound]
    head = ", ".join(phrases[:-1])
    return f"{head} and {phrases[-1]}" if head else phrases[-1]


def mention(parameter: Bound, bound: Sequence[Bound], introduced: bool, rng: Random) -> str:
    """A phrase for `parameter` that nobody can take for another one of `bound`."""
    phrases = parameter.kind.the if introduced else parameter.kind.bare
    alone = sum(other.kind.type == parameter.kind.type for other in bound) == 1
    return rng.choice([phrase for phrase in phrases if alone or "@" in phrase]).replace("@", parameter.name)


def ask(
    bound: Sequence[Bound], np: Sequence[str], vp: Sequence[str], values: Mapping[str, object], rng: Random
) -> Asked:
    """One of the noun phrases `np` or instructions `vp` in one of the frames.

    In the phrases $a, $b, $c are the names of the parameters and $A, $B, $C mentions of them.
    """
    core = rng.randrange(len(np) + len(vp))
    noun = core < len(np)
    frames = _TO_RETURN if noun else _TO_DO
    frame = rng.randrange(len(frames))
    words = {**values, **mentions(bound, "!i" in frames[frame], rng)}
    phrase = fill(np[core] if noun else vp[core - len(np)], **words)
    text = frames[frame].replace("!i", intro(bound, rng)).replace("!n", phrase).replace("!v", phrase)
    return Asked(text.replace("!V", capital(phrase)), f"w{core:02}.{frame:02}")


def mentions(bound: Sequence[Bound], introduced: bool, rng: Random) -> dict[str, str]:
    letters = "abc"[: len(bound)]
    names = {letter: parameter.name for letter, parameter in zip(letters, bound, strict=True)}
    phrases = {
        letter.upper(): mention(parameter, bound, introduced, rng)
        for letter, parameter in zip(letters, bound, strict=True)
    }
    return {**names, **phrases}


def function_name(candidates: Sequence[str], rng: Random) -> str:
    return rng.choice(GENERIC_NAMES if rng.random() < 0.1 else candidates)
