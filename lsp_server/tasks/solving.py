"""How solving goes, whatever is solved: a solution kept from an earlier day, else the model; how it ends, what is kept.

`solve.py` does it for code and `maths.py` for questions in mathematics; they say how to ask, to judge and to decide.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from time import monotonic

from lsp_server import prompts
from lsp_server import store as solutions
from lsp_server.engine.client import Engine
from lsp_server.engine.wire import ModelInfo
from lsp_server.errors import StoreError
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Solution, Store
from lsp_server.tasks.events import Event, GaveUp, Progress, Solved, Started, Unverified
from lsp_server.tasks.meter import Meter

Recall = Callable[[Solution], Awaitable[Solved | None]]
"""Judges a kept solution again; None when it is good no more."""
Rounds = Callable[[ModelInfo], AsyncGenerator[Event, None]]
"""Asks the model; ends with the final event."""


@dataclass(slots=True)
class Solving:
    """What every run carries from step to step. `answers` are the usable ones by the index of their candidate."""

    document: Document
    problem: Problem
    settings: Settings
    store: Store | None
    key: str
    model: str = ""
    meter: Meter = field(default_factory=Meter)
    started: float = field(default_factory=monotonic)
    answers: dict[int, str] = field(default_factory=dict[int, str])
    notes: list[str] = field(default_factory=list[str])

    @property
    def seconds(self) -> float:
        return monotonic() - self.started

    @property
    def tried(self) -> str:
        times = len(self.answers) + len(self.notes)
        return f"{self.model} tried {'once' if times == 1 else f'{times} times'}"


def key_of(problem: Problem, settings: Settings, template: prompts.Template) -> str:
    """What its solution is kept under."""
    return solutions.key(problem, settings.engine.url or settings.engine.model, template.digest)


async def events_of(
    run: Solving, engine: Engine, recall: Recall | None, rounds: Rounds, refused: Callable[[ModelInfo], str | None]
) -> AsyncGenerator[Event, None]:
    """All events of one run. Without `recall` the model is asked also where a solution is kept.

    `refused` says why a model is not asked at all. Raises EngineError.
    """
    if recall and (known := await _kept(run, recall)):
        yield Started(problem=run.problem, model=known.model, samples=0)
        yield known
        return
    yield Progress(state="waiting for the model")
    info = await engine.info()
    run.model = info.id
    if reason := refused(info):
        yield gave_up(run, reason)
        return
    yield Started(problem=run.problem, model=info.id, samples=run.settings.solve.samples)
    async with aclosing(rounds(info)) as events:
        async for event in events:
            yield event


async def _kept(run: Solving, recall: Recall) -> Solved | None:
    """In a thread, as all that waits for the store: another window may hold its file for a while."""
    if run.store is None:
        return None
    with suppress(StoreError):
        if known := await asyncio.to_thread(run.store.get, run.key):
            return await recall(known)
    return None


async def remember(run: Solving, answer: str) -> None:
    if run.store:
        with suppress(StoreError):  # the solution is there; that it cannot be remembered is no reason to fail
            await asyncio.to_thread(run.store.put, run.key, answer, run.model)


def solved(
    run: Solving, code: str, verdict: Verdict, kept: Solution | None = None, caution: str | None = None
) -> Solved:
    """`kept`: where the solution comes from, when no model was asked. Raises AnswerError."""
    return Solved(
        code=code,
        replacement=place(run.document, run.problem, code),
        verdict=verdict,
        model=kept.model if kept else run.model,
        caution=caution,
        from_store=kept is not None,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )


def unverified(run: Solving, code: str, verdict: Verdict, reason: str) -> Unverified:
    return Unverified(
        code=code,
        replacement=place(run.document, run.problem, code),
        verdict=verdict,
        model=run.model,
        reason=reason,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )


def gave_up(run: Solving, reason: str, code: str | None = None, verdict: Verdict | None = None) -> GaveUp:
    return GaveUp(
        reason=reason, code=code, verdict=verdict, model=run.model, seconds=run.seconds, tokens=run.meter.tokens
    )


def not_usable(run: Solving) -> GaveUp:
    """No candidate could be judged."""
    note = run.notes[-1] if run.notes else "It answered nothing."
    return gave_up(run, f"{run.tried}, and no answer could be used. {note} The file was not changed.")
