"""Optimize this function: a rewrite that was shown to do the same and measured to be faster, or an honest no.

Touches, in order: tasks.rewriting (inputs, equivalence, timing of what stands there) -> prompts/optimize.md ->
engine.client -> tasks.rewriting again for every candidate, in up to `optimize.rounds` rounds. Engine, sandbox and
settings errors are raised.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from lsp_server import prompts
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.errors import AnswerError
from lsp_server.judge.equivalence import Baseline
from lsp_server.judge.reading import essence
from lsp_server.judge.timing import Effort, Ladder, ladder
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.asking import messages, sampling
from lsp_server.tasks.candidates import Ask, candidates
from lsp_server.tasks.events import (
    Candidate,
    Compared,
    Event,
    Measured,
    NotFaster,
    Optimized,
    Progress,
    Started,
    Timed,
)
from lsp_server.tasks.meter import Meter
from lsp_server.tasks.rewriting import (
    NO_VALUES,
    Attempt,
    Subject,
    Tried,
    compared,
    confirmed,
    domain,
    refuse,
    timed,
    tried,
    tried_large,
    unreadable,
)

NOTHING = "No faster version that does the same was found"


@dataclass(frozen=True, slots=True)
class _Known:
    """What measuring the version in the file has told."""

    tried: Tried
    steps: Ladder
    at_large: Baseline


@dataclass(slots=True)
class _Optimizing:
    """What one run carries from step to step."""

    subject: Subject
    model: str = ""
    meter: Meter = field(default_factory=Meter)
    started: float = field(default_factory=monotonic)
    next_index: int = 0
    tried: set[str] = field(default_factory=set[str])
    best: Attempt | None = None
    notes: list[str] = field(default_factory=list[str])

    @property
    def seconds(self) -> float:
        return monotonic() - self.started


async def optimize(
    document: Document, problem: Problem, engine: Engine, settings: Settings, effort: Effort | None = None
) -> AsyncGenerator[Event, None]:
    """Events up to exactly one of `Optimized`, `NotFaster`. `problem` as `find_function` makes it. Close it to cancel.

    Raises UnsupportedLanguageError, UnparsableFileError, PromptError, EngineError, SandboxError.
    """
    run = _Optimizing(Subject(document, problem, settings, effort or Effort(top_s=settings.optimize.seconds)))
    await refuse(run.subject)
    known: _Known | None = None
    async with aclosing(_studied(run)) as steps:
        async for step in steps:
            if isinstance(step, _Known):
                known = step
            else:
                yield step
    if known is None:
        return
    yield _measured(run, known)
    yield Progress(state="waiting for the model")
    info = await engine.info()
    run.model = info.id
    yield Started(problem=problem, model=info.id, samples=settings.solve.samples)
    async with aclosing(_rounds(run, known, engine, profile(info))) as events:
        async for event in events:
            yield event


async def _studied(run: _Optimizing) -> AsyncGenerator[Event | _Known, None]:
    """Progress, and at its end what is known, or `NotFaster` when nothing can be compared."""
    subject = run.subject
    if reason := unreadable(subject):
        yield _refused(run, reason)
        return
    yield Progress(state="finding out what it takes")
    bench, found = await domain(subject)
    if found is None:
        yield _refused(run, NO_VALUES)
        return
    yield Progress(state="running today's version on many inputs")
    known = await tried(subject, bench, found)
    if known.base.reason:
        yield _refused(run, known.base.reason)
        return
    yield Progress(state="measuring today's version")
    steps = await ladder(bench, subject.document.text, found, subject.effort)
    if steps is None:
        yield _refused(run, "No large input was found on which it comes to an end.")
        return
    yield _Known(known, steps, await tried_large(subject, known, steps))


def _refused(run: _Optimizing, reason: str) -> NotFaster:
    return NotFaster(reason=f"`{run.subject.problem.signature.name}` was not optimized. {reason}", seconds=run.seconds)


def _measured(run: _Optimizing, known: _Known) -> Measured:
    steps = known.steps
    return Measured(sizes=steps.sizes, times_ms=steps.times_ms, growth=steps.growth, hot_line=_line(run, steps))


def _line(run: _Optimizing, steps: Ladder) -> str:
    lines = run.subject.document.text.splitlines()
    return lines[steps.hot_line - 1].strip() if steps.hot_line and steps.hot_line <= len(lines) else ""


async def _rounds(run: _Optimizing, known: _Known, engine: Engine, model: Profile) -> AsyncGenerator[Event, None]:
    """Batches until one holds a faster version; each later one is shown what was wrong with the best so far."""
    for _ in range(run.subject.settings.optimize.rounds):
        prompt = _prompt(run, known)
        codes: dict[int, str] = {}
        async with aclosing(_batch(run, engine, model, prompt, codes)) as events:
            async for event in events:
                yield event
        async with aclosing(_tried(run, known, codes)) as events:
            async for event in events:
                yield event
        if run.best and run.best.faster:
            yield _optimized(run, known, run.best)
            return
    yield _not_faster(run)


def _prompt(run: _Optimizing, known: _Known) -> prompts.Prompt:
    subject, growth = run.subject, known.steps.growth
    return prompts.render(
        prompts.load("optimize", subject.settings.prompts.folder),
        {
            "language": language_named(subject.language).title,
            "fence": subject.language,
            "code": subject.code,
            "growth": growth.name if growth.known else "",
            "hot_line": _line(run, known.steps),
            "earlier": run.best.code if run.best else "",
            "reason": run.best.reason if run.best else "",
        },
    )


async def _batch(
    run: _Optimizing, engine: Engine, model: Profile, prompt: prompts.Prompt, codes: dict[int, str]
) -> AsyncGenerator[Event, None]:
    """The events of one batch; fills `codes`."""
    subject = run.subject
    ask = Ask(
        subject.document,
        subject.problem,
        messages(model, prompt),
        sampling(subject.settings.solve, model, prompt),
        subject.settings.sandbox,
        judged=False,
    )
    first_index, run.next_index = run.next_index, run.next_index + ask.sampling.n
    async with aclosing(candidates(ask, engine, run.meter, first_index)) as events:
        async for event in events:
            yield event
            match event:
                case Candidate(index=index, code=str(code)):
                    codes[index] = code
                case Candidate(note=str(note)):
                    run.notes.append(note)
                case _:
                    pass


async def _tried(run: _Optimizing, known: _Known, codes: dict[int, str]) -> AsyncGenerator[Event, None]:
    """Compares every new candidate, times those that do the same, and remembers the best."""
    for index, code in _new(run, codes):
        yield Progress(state=f"comparing candidate {index + 1}", tokens=run.meter.tokens)
        try:
            attempt = await compared(run.subject, known.tried, code)
        except AnswerError as error:
            run.notes.append(str(error))
            continue
        if attempt.equivalence.equal:
            attempt = await confirmed(run.subject, known.tried, known.at_large, attempt)
        yield Compared(index=index, equivalence=attempt.equivalence)
        if attempt.equivalence.equal:
            yield Progress(state=f"timing candidate {index + 1}", tokens=run.meter.tokens)
            attempt = await timed(run.subject, known.tried, known.steps, attempt)
        if attempt.timing:
            yield Timed(index=index, timing=attempt.timing)
        run.best = max((each for each in (run.best, attempt) if each), key=_merit)


def _new(run: _Optimizing, codes: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Those that were not tried before, however they are laid out."""
    for index, code in sorted(codes.items()):
        try:
            found = essence(run.subject.language, code)
        except ValueError:
            continue
        if found not in run.tried:
            run.tried.add(found)
            yield index, code


def _merit(attempt: Attempt) -> tuple[Any, ...]:
    """Equal ones before others, then by the lower end of the speed-up, then by how long they agreed."""
    speedup = attempt.timing.top.low if attempt.timing and attempt.timing.sizes else 0.0
    return attempt.equivalence.equal, speedup, attempt.equivalence.agreed


def _optimized(run: _Optimizing, known: _Known, best: Attempt) -> Optimized:
    if best.timing is None:
        raise RuntimeError("only what was timed can be faster")
    return Optimized(
        code=best.code,
        replacement=best.replacement,
        equivalence=best.equivalence,
        timing=best.timing,
        promises=known.tried.domain.promises,
        model=run.model,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )


def _not_faster(run: _Optimizing) -> NotFaster:
    count = f"{run.next_index} candidate{'s' * (run.next_index != 1)}"
    why = run.best.reason if run.best else (run.notes[-1] if run.notes else "It answered nothing of use.")
    return NotFaster(
        reason=f"{NOTHING}: {run.model} wrote {count}. {why}",
        code=run.best.code if run.best else None,
        equivalence=run.best.equivalence if run.best else None,
        timing=run.best.timing if run.best else None,
        model=run.model,
        seconds=run.seconds,
        tokens=run.meter.tokens,
    )
