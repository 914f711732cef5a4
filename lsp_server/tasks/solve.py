"""Solve this problem: from a statement to an edit whose code passed the statement's own examples.

Touches, in order: store (seen before?) -> prompts/solve.md -> engine.client -> tasks/answer -> problem.place ->
judge -> prompts/repair.md (twice at most) -> store. Engine, sandbox and settings errors are raised as they are;
a model that cannot do it ends in `GaveUp`.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from time import monotonic

from lsp_server import prompts
from lsp_server import store as solutions
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.errors import AnswerError, ContradictoryExamplesError, StoreError
from lsp_server.judge.judge import judge
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.contradictions import contradictions
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Solution, Store
from lsp_server.tasks.asking import first_failure, messages, repair_variables, sampling
from lsp_server.tasks.candidates import Ask, Meter, candidates
from lsp_server.tasks.events import (
    Candidate,
    Event,
    GaveUp,
    Judged,
    Progress,
    Repairing,
    Solved,
    Started,
    Unverified,
)
from lsp_server.tasks.maths import solve_maths

UNCHECKED = ("no_examples", "unsupported", "error")


@dataclass(slots=True)
class _Solving:
    """What one run of `solve` carries from step to step."""

    document: Document
    problem: Problem
    settings: Settings
    store: Store | None
    key: str
    model: str = ""
    meter: Meter = field(default_factory=Meter)
    started: float = field(default_factory=monotonic)
    next_index: int = 0
    best: Judged | None = None
    code: dict[int, str] = field(default_factory=dict[int, str])
    notes: list[str] = field(default_factory=list[str])

    @property
    def seconds(self) -> float:
        return monotonic() - self.started


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
    asked_for = settings.engine.url or settings.engine.model
    run = _Solving(document, problem, settings, store, solutions.key(problem, asked_for, template.digest))
    if not fresh and (known := await _from_store(run)):
        yield Started(problem=problem, model=known.model, samples=0)
        yield known
        return
    yield Progress(state="waiting for the model")
    info = await engine.info()
    run.model = info.id
    yield Started(problem=problem, model=info.id, samples=settings.solve.samples)
    async with aclosing(_rounds(run, engine, profile(info), template)) as events:
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
    )
    first_index, run.next_index = run.next_index, run.next_index + ask.sampling.n
    async with aclosing(candidates(ask, engine, run.meter, first_index)) as events:
        async for event in events:
            yield event
            if final := _considered(run, event):
                if isinstance(final, Solved):
                    await _remember(run, final.code)
                yield final
                return


def _considered(run: _Solving, event: Event) -> Solved | Unverified | None:
    """Keep what `event` teaches; the final event when it decides the matter."""
    match event:
        case Candidate(index=index, code=str(code)):
            run.code[index] = code
        case Candidate(note=str(note)):
            run.notes.append(note)
        case Judged(verdict=verdict) if verdict.status == "passed" and not verdict.differing:
            return _solved(run, event)
        case Judged(verdict=verdict) if verdict.status == "passed" or _unchecked(verdict):
            return _unverified(run, event)
        case Judged():
            run.best = event if run.best is None else max(run.best, event, key=lambda judged: judged.verdict.passed)
        case _:
            pass
    return None


def _unchecked(verdict: Verdict) -> bool:
    return verdict.status in UNCHECKED and (not verdict.examples or verdict.status == "no_examples")


def _solved(run: _Solving, judged: Judged) -> Solved:
    code = _able_to_stand_alone(run.code[judged.index], judged.verdict)
    return Solved(
        code=code,
        replacement=place(run.document, run.problem, code),
        verdict=judged.verdict,
        model=run.model,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )


def _able_to_stand_alone(code: str, verdict: Verdict) -> str:
    """The judge provides LeetCode's usual names; a file of the user's own needs the imports spelt out."""
    return "\n".join((*verdict.missing_imports, "", code)) if verdict.missing_imports else code


def _unverified(run: _Solving, judged: Judged) -> Unverified:
    code = run.code[judged.index]
    return Unverified(
        code=code,
        replacement=place(run.document, run.problem, code),
        verdict=judged.verdict,
        model=run.model,
        reason=judged.verdict.summary,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )


def _gave_up(run: _Solving) -> GaveUp:
    times = len(run.code) + len(run.notes)
    tried = f"{run.model} tried {'once' if times == 1 else f'{times} times'}"
    if run.best is None:
        reason = f"{tried}, and no answer could be used. {run.notes[-1] if run.notes else 'It answered nothing.'}"
        reason += " The file was not changed."
        return GaveUp(reason=reason, model=run.model, seconds=run.seconds, tokens=run.meter.tokens)
    return GaveUp(
        reason=f"{tried}; the best attempt has {run.best.verdict.summary}. The file was not changed.",
        code=run.code[run.best.index],
        verdict=run.best.verdict,
        model=run.model,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )


async def _remember(run: _Solving, code: str) -> None:
    """In a thread, as all that waits for the store: another window may hold its file for a while."""
    if run.store:
        with suppress(StoreError):  # the solution is there; that it cannot be remembered is no reason to fail
            await asyncio.to_thread(run.store.put, run.key, code, run.model)


async def _from_store(run: _Solving) -> Solved | None:
    """A solution of an earlier day, judged again: the sandbox, the statement or the file may have changed."""
    if run.store is None:
        return None
    with suppress(StoreError):
        if known := await asyncio.to_thread(run.store.get, run.key):
            return await _judged_again(run, run.store, known)
    return None


async def _judged_again(run: _Solving, store: Store, known: Solution) -> Solved | None:
    """None when it does not pass; what was run and failed is forgotten."""
    try:
        replacement = place(run.document, run.problem, known.code)
    except AnswerError:
        return None
    verdict = await judge(run.problem, splice(run.document.text, replacement), run.settings.sandbox)
    if verdict.examples and verdict.status in ("failed", "error"):
        await asyncio.to_thread(store.forget, run.key)
    if verdict.status != "passed" or verdict.differing:
        return None
    return Solved(
        code=known.code,
        replacement=replacement,
        verdict=verdict,
        model=known.model,
        from_store=True,
        seconds=run.seconds,
    )


def _repair_prompt(run: _Solving, failed: Judged) -> prompts.Prompt:
    template = prompts.load("repair", run.settings.prompts.folder)
    return prompts.render(template, repair_variables(run.problem, run.code[failed.index], failed.verdict))
