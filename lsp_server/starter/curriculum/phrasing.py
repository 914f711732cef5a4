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
    "Please !v.",
    "Write some code to !v.",
    "Write a function that takes !i. It should !v.",
    "You have !i. !V.",
    "Create a function to !v.",
    "The function should !v.",
    "The task is simple: !v.",
    "Function to !v.",
    "Given !i, write a function to !v.",
    "You get !i. !V.",
    "I need to !v.",
    "I have !i. I want to !v.",
    "Let's !v.",
    "Suppose you are given !i. !V.",
    "Write a method to !v.",
    "Write a python function to !v. The input is !i.",
    "Define a function to !v.",
    "Your function gets !i and has to !v.",
    "Help me !v.",
    "Python function to !v.",
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
    "Returns !n.",
    "You have !i. Return !n.",
    "Takes !i and returns !n.",
    "Write a method that accepts !i and returns !n.",
    "Complete the function so that it returns !n.",
    "I need a function that returns !n.",
    "Function that returns !n.",
    "Let !i be given. Return !n.",
    "Please return !n.",
    "Your function receives !i; it should give back !n.",
    "From !i, return !n.",
    "Define a function which takes !i as input and returns !n.",
    "Write a function. It takes !i and gives back !n.",
)
"""Frames for a value; !n is its noun phrase."""

_TO_CHECK = (
    "Check !n.",
    "Determine !n.",
    "Given !i, check !n.",
    "Write a function to check !n.",
    "Given !i, determine !n.",
    "Write a Python function to check !n.",
    "Find out !n.",
    "You are given !i. Decide !n.",
    "Test !n. Return a boolean.",
    "Tell !n.",
)
"""More frames for a phrase that starts with "whether"."""

_TO_FIND = (
    "Find !n.",
    "Compute !n.",
    "Write a function to find !n.",
    "Given !i, find !n.",
    "Get !n.",
    "Calculate !n.",
    "Write a Python function to find !n.",
    "You are given !i. Find !n.",
    "Figure out !n.",
    "Write a function to get !n.",
    "Given !i, compute !n.",
    "I want !n.",
    "I have !i and need !n.",
)
"""More frames for a phrase that names a value."""

_TO_ASK = (
    "What is !n?",
    "Given !i, what is !n?",
    "You are given !i. What is !n?",
    "!N.",
)
"""More frames for a phrase that names a single thing."""

_FRAMES = (*_TO_RETURN, *_TO_CHECK, *_TO_FIND, *_TO_ASK)


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
    bound: Sequence[Bound],
    np: Sequence[str],
    vp: Sequence[str],
    values: Mapping[str, object],
    rng: Random,
    say: Sequence[str] = (),
) -> Asked:
    """One of the noun phrases `np` or instructions `vp` in one of the frames, or one of the statements `say`.

    In the texts $a, $b, $c are the names of the parameters and $A, $B, $C mentions of them; in a statement $I
    introduces all of them.
    """
    core = rng.randrange(len(np) + len(vp) + len(say))
    if core >= len(np) + len(vp):
        return _stated(bound, say[core - len(np) - len(vp)], values, f"w{core:02}.say", rng)
    noun = core < len(np)
    phrase = np[core] if noun else vp[core - len(np)]
    frames = _nominal(Template(phrase).safe_substitute(values)) if noun else _TO_DO
    frame = rng.choice(frames)
    phrase = fill(phrase, **{**values, **mentions(bound, "!i" in frame, rng)})
    text = frame.replace("!i", intro(bound, rng)).replace("!n", phrase).replace("!v", phrase)
    number = (_FRAMES if noun else _TO_DO).index(frame)
    return Asked(text.replace("!V", capital(phrase)).replace("!N", capital(phrase)), f"w{core:02}.{number:02}")


def _stated(bound: Sequence[Bound], say: str, values: Mapping[str, object], key: str, rng: Random) -> Asked:
    words = {**values, **mentions(bound, "$I" in say, rng), "I": intro(bound, rng)}
    return Asked(fill(say, **words), key)


def _nominal(phrase: str) -> Sequence[str]:
    """The frames that suit a noun phrase: nobody computes whether, and nobody asks what is how many."""
    if phrase.startswith("whether "):
        return (*_TO_RETURN, *_TO_CHECK)
    if phrase.startswith("the ") and not any(word.endswith("s") for word in phrase.split()[1:3]):
        return (*_TO_RETURN, *_TO_FIND, *_TO_ASK)
    if phrase.startswith(("the ", "a ", "an ", "all ", "how ", "every ")):
        return (*_TO_RETURN, *_TO_FIND)
    return _TO_RETURN


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
