"""What the trainer shows the model: texts made from exercises, exactly as the product would send and read them.

Four kinds: solve (a problem, its answer), repair (a problem and a wrong solution, the answer), fill (a file with a
hole, what belongs there) and optimize (a slow function, a faster one). Exercises that are
held out never become samples. Knows no torch.
"""

import builtins
import copy
import keyword
import logging
import re
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from types import FrameType
from typing import Any

from lsp_server import prompts
from lsp_server.problem.model import Problem
from lsp_server.starter import slow, tokenizer
from lsp_server.starter.curriculum.exercise import Draft, Exercise, Family, compiled, dress
from lsp_server.starter.files import reread
from lsp_server.starter.holes import hole
from lsp_server.starter.hurried import hurried
from lsp_server.starter.mutants import mutant
from lsp_server.starter.renamed import SYLLABLES, renamed
from lsp_server.starter.unnamed import unnamed

_log = logging.getLogger(__name__)

MIX = {"solve": 0.62, "repair": 0.03, "fill": 0.28, "optimize": 0.07}

INVENTED_NAMES = 0.35
"""Share of exercises under a name that says nothing or something else: who guesses a name from the statement never
learns to copy one, and a user's function may be called anything."""
RENAMED = 0.35
"""Share of exercises in which a parameter gets another name, for the same reason."""

BARE_NAMES = ("solve", "solution", "answer", "f", "func", "compute", "run", "task", "result_of", "process")
CLOSING = (
    "You may assume that the input is valid.",
    "The input is never too large.",
    "Return the answer.",
    "The solution should be efficient.",
    "Do not print anything.",
    "Handle edge cases such as an empty input.",
    "It is guaranteed that an answer exists.",
    "The function should not modify its arguments.",
)
LIMITS = {
    "List[int]": (
        "1 <= {0}.length <= 10^4",
        "0 <= {0}.length <= 1000",
        "-10^9 <= {0}[i] <= 10^9",
        "0 <= {0}[i] <= 100",
        "{0} may be empty.",
        "n == {0}.length",
    ),
    "str": (
        "1 <= {0}.length <= 100",
        "0 <= {0}.length <= 10^5",
        "{0} consists of printable ASCII characters.",
        "{0}.length >= 0",
    ),
    "int": ("0 <= {0} <= 10^5", "1 <= {0} <= 1000", "-2^31 <= {0} <= 2^31 - 1", "1 <= {0} <= 10^9"),
    "": ("1 <= len({0}) <= 100", "{0} is valid."),
}
"""By type of a parameter. They say nothing that a solution needs: the model has to learn to read past them."""
HURRIED = 0.25
"""Share of samples whose statement is typed carelessly."""
UNNAMED = 0.25
"""Share of samples whose statement says "the list" and means the parameter."""
SHARES = {"lists": 2.0, "classics": 2.0, "basics": 2.5}
"""How often a family is taken, where that is not 1: what everybody asks is asked more often."""
READ_BACK = 0.65
"""Share of exercises that go through a file and the product's own reading of it."""
MUTANT_TIME_S = 0.2
MOST_TRIES = 3000


@dataclass(frozen=True, slots=True)
class Sample:
    """The model reads `prompt` and learns to write `answer`, whose last token ends it.

    subject  what is to be computed, for the trainer to see what is mastered; "" where a miss says little (a hole may
             be filled in many ways)
    """

    subject: str
    prompt: str
    answer: str


class NothingWantedError(Exception):
    """A family made no exercise of the kind that was asked for in MOST_TRIES."""


class TookTooLongError(Exception):
    """A mutant ran into an endless loop."""


def subject(made: Exercise) -> str:
    """Family and kind of what is computed, without its parameters: there are hundreds, so each is seen often.

    Of whole compositions there are thousands. A rate for each, known from few visits, told less about the next one
    (measured on 2,700 exercises: failures found 1.2 times as often as by chance, and 1.4 times by kind).
    """
    kind = made.composition.split()[0].partition("/")[0]
    return f"{made.family} {kind}"


def trainable(made: Exercise) -> bool:
    return not made.held_out


def sample(families: Sequence[Family], rng: Random, wanted: Callable[[Exercise], bool] = trainable) -> Sample:
    """One sample of a random kind, about an exercise that is `wanted`."""
    (kind,) = rng.choices(list(MIX), list(MIX.values()))
    if kind == "optimize":
        return optimize(slow.pair(rng, wanted), rng)
    made = exercise(families, rng, wanted)
    if kind == "fill":
        return _fill(made, [exercise(families, rng) for _ in range(_neighbours(rng))], rng)
    made = _trimmed(made, rng)
    if rng.random() < UNNAMED:
        made = replace(made, problem=unnamed(made.problem, rng))
    if rng.random() < HURRIED:
        made = replace(made, problem=hurried(made.problem, rng))
    return (_repair(made, rng) if kind == "repair" else None) or solve(made)


def exercise(families: Sequence[Family], rng: Random, wanted: Callable[[Exercise], bool] = trainable) -> Exercise:
    """A varied exercise of one of `families` that is `wanted`; by default one that may be trained on.

    Raises NothingWantedError when there seems to be none.
    """
    shares = [SHARES.get(family.name, 1.0) for family in families]
    for _ in range(MOST_TRIES):
        (family,) = rng.choices(families, shares)
        made = _dressed(family.name, _vary(family.draft(rng), rng), rng)
        if made and wanted(made):
            return reread(made, rng) if rng.random() < READ_BACK else made
    raise NothingWantedError(", ".join(family.name for family in families))


def _dressed(family: str, draft: Draft, rng: Random) -> Exercise | None:
    """None, and a word in the log, for a draft whose own solution fails: hours of training must not die of one."""
    try:
        return dress(family, draft, rng)
    except Exception as error:
        _log.warning("%s/%s is left out, its own solution fails: %r", family, draft.composition, error)
        return None


def solve(made: Exercise) -> Sample:
    return Sample(subject(made), tokenizer.chat(solve_body(made.problem)), made.answer + tokenizer.IM_END)


def optimize(found: slow.Pair, rng: Random) -> Sample:
    prompt = tokenizer.chat(slow.request(found, rng))
    return Sample(subject(found.made), prompt, slow.answer(found.made) + tokenizer.IM_END)


def solve_body(problem: Problem) -> str:
    return prompts.render(prompts.load("solve"), prompts.describe(problem)).body


def _vary(draft: Draft, rng: Random) -> Draft:
    """The same task with what people add to statements: a closing sentence, limits, a name that says nothing."""
    if rng.random() < RENAMED:
        draft = renamed(draft, rng)
    chance = rng.random()
    if chance < 0.12 and draft.name not in draft.statement:
        draft = replace(draft, name=rng.choice(BARE_NAMES))
    elif chance < 0.12 + INVENTED_NAMES and draft.name not in draft.statement:
        name = _invented_name(draft.name, rng)
        if name.isidentifier() and name not in _taken(draft):
            draft = replace(draft, name=name)
    if rng.random() < 0.15:
        draft = replace(draft, statement=f"{draft.statement.rstrip()} {rng.choice(CLOSING)}")
    if not draft.constraints and rng.random() < 0.25:
        draft = replace(draft, constraints=tuple(_limits(draft, rng)))
    return draft


def _invented_name(name: str, rng: Random) -> str:
    """One to three parts: words of the real name, or syllables."""
    words = name.split("_")
    parts = [
        rng.choice(words) if rng.random() < 0.3 else "".join(rng.choices(SYLLABLES, k=rng.randint(1, 3)))
        for _ in range(rng.choice((1, 2, 2, 3)))
    ]
    return "_".join(parts) if rng.random() < 0.9 else parts[0] + str(rng.randint(2, 9))


def _taken(draft: Draft) -> set[str]:
    """Names that a function may not take: its solution needs what they stand for."""
    used = {*re.findall(r"\w+", draft.body), *(name for name, _ in draft.params)}
    return used | set(dir(builtins)) | set(keyword.kwlist)


def _limits(draft: Draft, rng: Random) -> list[str]:
    known = [limit.format(name) for name, kind in draft.params for limit in LIMITS.get(kind, LIMITS[""])]
    return rng.sample(known, min(len(known), rng.choice((1, 2, 2, 3, 4))))


def _trimmed(made: Exercise, rng: Random) -> Exercise:
    """Half of the time with one example at most: they are long to read and seldom decide what is asked."""
    if rng.random() < 0.5:
        return made
    problem = made.problem.model_copy(update={"examples": made.problem.examples[: rng.randint(0, 1)]})
    return replace(made, problem=problem)


def _neighbours(rng: Random) -> int:
    return rng.choices((0, 1, 2), (8, 2, 1))[0]


def _fill(made: Exercise, others: Sequence[Exercise], rng: Random) -> Sample:
    cut = hole(made, others, rng)
    prompt = tokenizer.fill_in_the_middle(cut.prefix, cut.suffix)
    return Sample("", prompt, cut.middle + tokenizer.END_OF_TEXT)


def _repair(made: Exercise, rng: Random) -> Sample | None:
    """None when no mutant was found that fails on an input."""
    for _ in range(4):
        if (found := mutant(made.code, rng)) and (failure := _failure(made, found[0], rng)):
            variables = prompts.describe(made.problem) | {"code": found[0]} | failure
            body = prompts.render(prompts.load("repair"), variables).body
            answer = made.answer.replace("<think>\n", f"<think>\n{found[1]} ", 1)
            return Sample(subject(made), tokenizer.chat(body), answer + tokenizer.IM_END)
    return None


def _failure(made: Exercise, wrong: str, rng: Random) -> dict[str, str] | None:
    """The variables of the repair prompt for an input on which `wrong` gives another result than the solution."""
    signature = made.problem.signature
    right = compiled(made.code, signature)
    for args in [made.draft.inputs(rng) for _ in range(4)]:
        expected = right(*copy.deepcopy(args))
        actual = _actual(lambda: compiled(wrong, signature), args)
        if actual != repr(expected):
            named = zip((p.name for p in signature.params), args, strict=True)
            told = ", ".join(f"{name} = {value!r}" for name, value in named)
            return {"input": told, "expected": repr(expected), "actual": actual}
    return None


def _actual(build: Callable[[], Callable[..., Any]], args: Sequence[Any]) -> str:
    """What a wrong solution returns, or the exception that it raises, as the judge words it."""
    try:
        with _alarm():
            return repr(build()(*copy.deepcopy(args)))[:200]
    except TookTooLongError:
        return "time limit exceeded"
    except Exception as error:  # whatever a mutant raises is its result
        return f"{type(error).__name__}: {error}"


@contextmanager
def _alarm() -> Generator[None]:
    """Raises TookTooLongError in the block after MUTANT_TIME_S. Only works in a process's main thread."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, MUTANT_TIME_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
