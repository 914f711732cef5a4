"""Solve this problem: from a statement to an edit whose code passed the statement's own examples.

Touches, in order: store (seen before?) -> prompts/solve.md -> engine.client -> tasks/answer -> problem.place ->
judge -> tasks/agreement -> prompts/repair.md (twice at most) -> store. Engine, sandbox and settings errors are raised
as they are; a model that cannot do it ends in `GaveUp`.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from time import monotonic

from lsp_server import prompts
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.errors import AnswerError, ContradictoryExamplesError
from lsp_server.judge.judge import judge
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.contradictions import contradictions
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Solution, Store
from lsp_server.tasks.agreement import Agreement, agreement, thin
from lsp_server.tasks.asking import first_failure, messages, repair_variables, sampling
from lsp_server.tasks.candidates import Ask, candidates
from lsp_server.tasks.events import Candidate, Event, GaveUp, Judged, Repairing, Solved, Unverified
from lsp_server.tasks.maths import solve_maths
from lsp_server.tasks.solving import Solving, events_of, gave_up, key_of, not_usable, remember, solved, unverified

UNCHECKED = ("no_examples", "unsupported", "error")
PATIENCE_S = 2.0
"""For the verdicts on what was written by the time the first candidate passed; most come with its own."""
SETTLED = "An example with that input would settle it."


@dataclass(slots=True)
class _Solving(Solving):
    """A run with repairs: `best` is the failed attempt that the next one starts from. `perhaps` may be right.

    `passed` are the verdicts of those that passed, in that order; `judged` is who has one at all.
    """

    next_index: int = 0
    passed: dict[int, Verdict] = field(default_factory=dict[int, Verdict])
    judged: set[int] = field(default_factory=set[int])
    best: Judged | None = None
    perhaps: Judged | None = None


async def solve(
    document: Document,
    problem: Problem,
    engine: Engine,
    settings: Settings,
    store: Store | None,
    fresh: bool = False,
) -> AsyncGenerator[Event, None]:
    """Events up to exactly one of `Solved`, `Unverified`, `GaveUp`. Close it to cancel.

    `fresh` asks the model also where a solution is kept; the new one takes its place.
    Raises ContradictoryExamplesError, PromptError, EngineError, each before or between events, never after the last.
    """
    if problem.signature.kind == "maths":
        async with aclosing(solve_maths(document, problem, engine, settings, store, fresh)) as events:
            async for event in events:
                yield event
        return
    if sentence := contradictions(problem):
        raise ContradictoryExamplesError(sentence)
    template = prompts.load("solve", settings.prompts.folder)
    run = _Solving(document, problem, settings, store, key_of(problem, settings, template))
    happening = events_of(
        run,
        engine,
        None if fresh else lambda known: _judged_again(run, known),
        lambda info: _rounds(run, engine, profile(info), template),
        lambda _: None,
    )
    async with aclosing(happening) as events:
        async for event in events:
            yield event


async def _rounds(
    run: _Solving, engine: Engine, model: Profile, template: prompts.Template
) -> AsyncGenerator[Event, None]:
    """The first batch, then repairs."""
    rounds = run.settings.solve.repair_rounds
    for number in range(rounds + 1):
        if number and run.best:
            yield Repairing(round=number, rounds=rounds, example=first_failure(run.best.verdict).input)
        prompt = _repair_prompt(run, run.best) if run.best else prompts.render(template, prompts.describe(run.problem))
        async with aclosing(_batch(run, engine, model, prompt)) as events:
            async for event in events:
                yield event
                if isinstance(event, Solved | Unverified):
                    return
        if run.perhaps:
            yield _unverified(run, run.perhaps)
            return
        if run.best is None:
            break
    yield _gave_up(run)


async def _batch(run: _Solving, engine: Engine, model: Profile, prompt: prompts.Prompt) -> AsyncGenerator[Event, None]:
    """One batch; ends early, cancelling the rest, when a candidate is good."""
    ask = Ask(
        run.document,
        run.problem,
        messages(model, prompt),
        sampling(run.settings.solve, model, prompt),
        run.settings.sandbox,
        enough=_passes,
    )
    first_index, run.next_index = run.next_index, run.next_index + ask.sampling.n
    async with aclosing(candidates(ask, engine, run.meter, first_index)) as events:
        async for event in events:
            yield event
            final = _considered(run, event)
            if run.passed:
                async with aclosing(_agreed(run, events)) as last:
                    async for each in last:
                        yield each
                return
            if final:
                yield final
                return


def _passes(event: Event) -> bool:
    return isinstance(event, Judged) and event.verdict.status == "passed"


def _considered(run: _Solving, event: Event) -> Unverified | None:
    """Keep what `event` teaches; the final event when nothing can be checked."""
    match event:
        case Candidate(index=index, code=str(code)):
            run.answers[index] = code
        case Candidate(note=str(note)):
            run.notes.append(note)
        case Judged(index=index, verdict=verdict):
            run.judged.add(index)
            return _with_verdict(run, event, verdict)
        case _:
            pass
    return None


def _with_verdict(run: _Solving, event: Judged, verdict: Verdict) -> Unverified | None:
    if verdict.status == "passed":
        run.passed[event.index] = verdict
    elif _unchecked(verdict):
        return _unverified(run, event)
    elif verdict.status == "differs":
        run.perhaps = _better(run.perhaps, event)
    else:
        run.best = _better(run.best, event)
    return None


async def _agreed(run: _Solving, events: AsyncGenerator[Event, None]) -> AsyncGenerator[Event, None]:
    """From the first candidate that passed on: it wins, unless others that were written by then contradict it."""
    async with aclosing(_of_the_others(run, events)) as more:
        async for event in more:
            yield event
    codes = {index: run.answers[index] for index in run.passed}
    final = _final(run, await agreement(run.document, run.problem, codes, run.settings.sandbox))
    if isinstance(final, Solved):
        await remember(run, final.code)
    yield final


async def _of_the_others(run: _Solving, events: AsyncGenerator[Event, None]) -> AsyncGenerator[Event, None]:
    """What is still said of those that were written when the first one passed. Nobody waits for the rest."""
    written, until = set(run.answers), monotonic() + PATIENCE_S
    while not written <= run.judged:
        try:
            event = await asyncio.wait_for(anext(events), until - monotonic())
        except (StopAsyncIteration, TimeoutError):
            return
        yield event
        _considered(run, event)


def _final(run: _Solving, found: Agreement) -> Solved | Unverified:
    verdict, doubt = run.passed[found.chosen], thin(run.problem)
    code = _able_to_stand_alone(run.answers[found.chosen], verdict)
    if not found.most:
        reason = f"Candidates that pass contradict each other: {found.dispute}. {doubt or SETTLED}"
        return unverified(run, code, verdict, reason)
    against = found.dispute and f"Another one that passes disagrees: {found.dispute}."
    return solved(run, code, verdict, caution=" ".join(each for each in (doubt, against) if each) or None)


def _better(known: Judged | None, new: Judged) -> Judged:
    return new if known is None else max(known, new, key=lambda judged: judged.verdict.passed)


def _unverified(run: _Solving, event: Judged) -> Unverified:
    return unverified(run, run.answers[event.index], event.verdict, event.verdict.summary)


def _unchecked(verdict: Verdict) -> bool:
    return verdict.status in UNCHECKED and (not verdict.examples or verdict.status == "no_examples")


def _able_to_stand_alone(code: str, verdict: Verdict) -> str:
    """The judge provides LeetCode's usual names; a file of the user's own needs the imports spelt out."""
    return "\n".join((*verdict.missing_imports, "", code)) if verdict.missing_imports else code


def _gave_up(run: _Solving) -> GaveUp:
    if run.best is None:
        return not_usable(run)
    reason = f"{run.tried}; the best attempt has {run.best.verdict.summary}. The file was not changed."
    return gave_up(run, reason, run.answers[run.best.index], run.best.verdict)


async def _judged_again(run: _Solving, known: Solution) -> Solved | None:
    """The sandbox, the statement or the file may have changed. What was run and failed is forgotten."""
    try:
        replacement = place(run.document, run.problem, known.code)
    except AnswerError:
        return None
    verdict = await judge(run.problem, splice(run.document.text, replacement), run.settings.sandbox)
    if run.store and verdict.examples and verdict.status in ("failed", "error"):
        await asyncio.to_thread(run.store.forget, run.key)
    if verdict.status != "passed":
        return None
    return solved(run, known.code, verdict, known, thin(run.problem))


def _repair_prompt(run: _Solving, failed: Judged) -> prompts.Prompt:
    template = prompts.load("repair", run.settings.prompts.folder)
    return prompts.render(template, repair_variables(run.problem, run.answers[failed.index], failed.verdict))
