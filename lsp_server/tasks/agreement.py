"""What the candidates that passed the examples do on further inputs, and how little examples may say.

They are compared on inputs like those of the examples (`judge/inputs/alike.py`): a solution that most agree with is
verified, one of several that contradict each other is not. That they agree proves nothing, and nothing here says so.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from lsp_server.errors import AnswerError, SandboxError
from lsp_server.judge.checkers import checker_of
from lsp_server.judge.compare import equal
from lsp_server.judge.equivalence import shown
from lsp_server.judge.inputs.alike import alike
from lsp_server.judge.inputs.draw import Inputs
from lsp_server.judge.present import show
from lsp_server.judge.reading import essence
from lsp_server.judge.trials import Bench, Outcome, observe
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.sandbox.run import choose
from lsp_server.settings import SandboxSettings
from lsp_server.tasks.rewriting import OPTIMIZABLE

CALL_S, MOST_S = 1.0, 10.0
"""For one call, and for everything: compilers can be slow, and the first that passes has won already."""
MOST_CODES = 6
ENOUGH = 3 / 4
"""Of the candidates that passed the examples, so many must do what the solution does."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """The plainest input on which `one`, the chosen candidate, and an`other` that passes all examples differ."""

    input: str
    one: str
    other: str

    def __str__(self) -> str:
        return f"with {self.input} it gives {self.one}, the other {self.other}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """`chosen` is the first of the largest group of candidates that do the same; `most`: whether it is large enough."""

    chosen: int
    most: bool = True
    dispute: Dispute | None = None


def thin(problem: Problem) -> str | None:
    """The sentence for examples that code passes which always gives the same; None where a result says more."""
    known = [example for example in problem.examples if example.expects != "unknown"]
    first = known[0].expected if known else None
    if not known or any(example.form == "operations" or example.expects == "exception" for example in known):
        return None
    if not all(equal(first, each.expected) for each in known[1:]) or _says_much(first, alone=len(known) == 1):
        return None
    result = show(first, problem.language) if known[0].form == "arguments" else str(first).strip()
    which = "The only example gives" if len(known) == 1 else f"All {len(known)} examples give"
    return f"{which} {result}, so code that always gives that passes, too. Add an example with another result."


def _says_much(value: Any, alone: bool) -> bool:
    """Nobody comes upon a longer list or text by accident; upon a number or the word for "no" one does."""
    if isinstance(value, str):
        return alone and len(value.split()) > 1
    return isinstance(value, list | tuple | dict | set) and len(cast("Sequence[Any]", value)) > 1


async def agreement(
    document: Document, problem: Problem, codes: Mapping[int, str], sandbox: SandboxSettings
) -> Agreement:
    """`codes` are those that passed, the first to do so first. Whatever they do, this returns."""
    several = _distinct(problem.language, codes)[:MOST_CODES]
    if len(several) > 1 and _comparable(problem):
        with suppress(SandboxError, AnswerError, TimeoutError):
            async with asyncio.timeout(MOST_S):
                return await _compared(document, problem, {codes[same[0]]: same for same in several}, sandbox)
    return Agreement(next(iter(codes)))


async def _compared(
    document: Document, problem: Problem, several: Mapping[str, list[int]], sandbox: SandboxSettings
) -> Agreement:
    inputs = await asyncio.to_thread(alike, problem)
    bench = Bench(problem, sandbox, await asyncio.to_thread(choose, sandbox.allow_unisolated))
    sources = [splice(document.text, place(document, problem, code)) for code in several]
    seen = await asyncio.gather(*(observe(bench, source, inputs, CALL_S) for source in sources))
    return _counted(problem, inputs, list(several.values()), seen)


def _distinct(language: str, codes: Mapping[int, str]) -> list[list[int]]:
    """The candidates whose code is the same but for its layout, together."""
    found: dict[str, list[int]] = {}
    for index, code in codes.items():
        with suppress(ValueError):
            found.setdefault(essence(language, code), []).append(index)
    return list(found.values())


def _comparable(problem: Problem) -> bool:
    """Whether there is one right result for each input, and calling tells it."""
    several = problem.several_answers or any(checker_of(problem.signature, each) for each in problem.examples)
    called = problem.signature.kind in ("function", "method") and not any(each.custom for each in problem.examples)
    return problem.language in OPTIMIZABLE and called and not several


def _counted(
    problem: Problem, inputs: Sequence[Inputs], several: Sequence[Sequence[int]], seen: Sequence[Sequence[Outcome]]
) -> Agreement:
    """Joins those between which no input tells, and counts."""
    groups: list[tuple[list[int], Sequence[Outcome]]] = []
    for indices, outcomes in zip(several, seen, strict=True):
        same = next((group for group, others in groups if not _dispute(problem, inputs, others, outcomes)), None)
        if same is None:
            groups.append((list(indices), outcomes))
        else:
            same.extend(indices)
    largest, outcomes = max(groups, key=lambda group: len(group[0]))
    disputes = (_dispute(problem, inputs, outcomes, others) for group, others in groups if group is not largest)
    total = sum(len(group) for group, _ in groups)
    return Agreement(largest[0], len(largest) >= ENOUGH * total, next(disputes, None))


def _dispute(
    problem: Problem, inputs: Sequence[Inputs], ones: Sequence[Outcome], others: Sequence[Outcome]
) -> Dispute | None:
    """Where either comes to no result it may be that none is asked for, and nothing is said."""
    for given, one, other in zip(inputs, ones, others, strict=True):
        results = _result(one), _result(other)
        if one.ended == other.ended == "returned" and not equal(*results, problem.order, problem.float_tolerance):
            texts = (show(each, problem.language) for each in results)
            return Dispute(shown(given, problem.language), *texts)
    return None


def _result(outcome: Outcome) -> Any:
    """What works in place returns nothing and leaves its arguments changed."""
    return list(outcome.arguments) if outcome.value is None else outcome.value
