"""Optimize this function: a rewrite that was shown to do the same and measured to be faster, or an honest no.

Touches, in order: judge (inputs, equivalence, timing of what stands there) -> prompts/optimize.md -> engine.client ->
problem.place -> judge again for every candidate, up to three rounds. Engine, sandbox and settings errors are raised.
"""

import ast
import asyncio
import textwrap
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from lsp_server import prompts
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.errors import AnswerError, UnparsableFileError, UnsupportedLanguageError
from lsp_server.judge.equivalence import Baseline, Equivalence, baseline, compare
from lsp_server.judge.inputs.constants import constants_of
from lsp_server.judge.inputs.domain import domain_of
from lsp_server.judge.inputs.draw import Domain, special
from lsp_server.judge.purity import caching, impure
from lsp_server.judge.timing import Effort, Ladder, Timing, ladder, race
from lsp_server.judge.trials import Bench, missing_imports
from lsp_server.problem.function import code_of_function
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Problem, Replacement, Signature
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.sandbox.run import choose
from lsp_server.settings import Settings
from lsp_server.tasks.asking import messages, sampling
from lsp_server.tasks.candidates import Ask, Meter, candidates
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

ROUNDS = 3
OPTIMIZABLE = frozenset({"python"})
NOTHING = "No faster version that does the same was found"


@dataclass(frozen=True, slots=True)
class _Known:
    """What measuring the version in the file has told."""

    bench: Bench
    domain: Domain
    base: Baseline
    steps: Ladder


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A candidate after it was tried."""

    code: str
    replacement: Replacement
    equivalence: Equivalence
    timing: Timing | None = None

    @property
    def faster(self) -> bool:
        return self.equivalence.equal and self.timing is not None and self.timing.faster

    @property
    def reason(self) -> str:
        """Why it is not offered, for people and for the model."""
        if found := self.equivalence.counterexample:
            return f"With {found.input} the function {found.old}, but this {found.new}."
        if self.equivalence.reason:
            return self.equivalence.reason
        if self.timing is None or self.timing.reason:
            return (self.timing.reason if self.timing else None) or "Its time could not be measured."
        return f"It does the same but is not faster: {self.timing.top.speedup:.2f} times at n = {self.timing.top.n}."


@dataclass(slots=True)
class _Optimizing:
    """What one run carries from step to step."""

    document: Document
    problem: Problem
    settings: Settings
    effort: Effort
    model: str = ""
    meter: Meter = field(default_factory=Meter)
    started: float = field(default_factory=monotonic)
    next_index: int = 0
    tried: set[str] = field(default_factory=set[str])
    best: _Attempt | None = None
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
    run = _Optimizing(document, problem, settings, effort or Effort())
    _refuse(document)
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


def _refuse(document: Document) -> None:
    if document.language not in OPTIMIZABLE:
        title = language_named(document.language).title
        raise UnsupportedLanguageError(f"Functions in {title} cannot be optimized yet; those in Python can.")
    try:
        ast.parse(document.text)
    except (SyntaxError, ValueError) as error:
        raise UnparsableFileError(
            f"The file has an error: {error}. Nothing can be measured before it is repaired."
        ) from error


async def _studied(run: _Optimizing) -> AsyncGenerator[Event | _Known, None]:
    """Progress, and at its end what is known, or `NotFaster` when nothing can be compared."""
    text, problem = run.document.text, run.problem
    if reason := impure(text, problem.signature):
        yield _refused(run, f"{reason} So two versions of it cannot be compared.")
        return
    isolation = await asyncio.to_thread(choose, run.settings.sandbox.allow_unisolated)
    bench = Bench(problem, run.settings.sandbox, isolation)
    yield Progress(state="finding out what it takes")
    domain = await domain_of(bench, text, code_of_function(run.document, problem))
    if domain is None:
        yield _refused(run, "No values were found that it takes. Annotate its parameters or give examples.")
        return
    yield Progress(state="running today's version on many inputs")
    base = await baseline(bench, text, domain)
    if base.reason:
        yield _refused(run, base.reason)
        return
    yield Progress(state="measuring today's version")
    steps = await ladder(bench, text, domain, run.effort)
    if steps is None:
        yield _refused(run, "No large input was found on which it comes to an end.")
        return
    yield _Known(bench, domain, base, steps)


def _refused(run: _Optimizing, reason: str) -> NotFaster:
    return NotFaster(reason=f"`{run.problem.signature.name}` was not optimized. {reason}", seconds=run.seconds)


def _measured(run: _Optimizing, known: _Known) -> Measured:
    steps = known.steps
    return Measured(sizes=steps.sizes, times_ms=steps.times_ms, growth=steps.growth, hot_line=_line(run, steps))


def _line(run: _Optimizing, steps: Ladder) -> str:
    lines = run.document.text.splitlines()
    return lines[steps.hot_line - 1].strip() if steps.hot_line and steps.hot_line <= len(lines) else ""


async def _rounds(run: _Optimizing, known: _Known, engine: Engine, model: Profile) -> AsyncGenerator[Event, None]:
    """Batches until one holds a faster version; each later one is shown what was wrong with the best so far."""
    for _ in range(ROUNDS):
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
    language = language_named(run.document.language)
    growth = known.steps.growth
    return prompts.render(
        prompts.load("optimize", run.settings.prompts.folder),
        {
            "language": language.title,
            "fence": run.document.language,
            "code": code_of_function(run.document, run.problem),
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
    ask = Ask(
        run.document,
        run.problem,
        messages(model, prompt),
        sampling(run.settings.solve, model, prompt),
        run.settings.sandbox,
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
        attempt = await _compared(run, known, code)
        if attempt is None:
            continue
        yield Compared(index=index, equivalence=attempt.equivalence)
        if attempt.equivalence.equal:
            yield Progress(state=f"timing candidate {index + 1}", tokens=run.meter.tokens)
            new = splice(run.document.text, attempt.replacement)
            timing = await race(known.bench, run.document.text, new, known.domain, known.steps, run.effort)
            attempt = _Attempt(attempt.code, attempt.replacement, attempt.equivalence, timing)
            yield Timed(index=index, timing=timing)
        run.best = max((each for each in (run.best, attempt) if each), key=_merit)


def _new(run: _Optimizing, codes: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Those that were not tried before, however they are laid out."""
    for index, code in sorted(codes.items()):
        try:
            essence = ast.dump(ast.parse(code))
        except (SyntaxError, ValueError):
            continue
        if essence not in run.tried:
            run.tried.add(essence)
            yield index, _in_class(code, run.problem.signature)


def _in_class(code: str, signature: Signature) -> str:
    """A method may come without its class."""
    tree = ast.parse(code)
    alone = any(
        isinstance(node, ast.FunctionDef) and node.args.args[:1] and node.args.args[0].arg == "self"
        for node in tree.body
    )
    return f"class {signature.owner}:\n{textwrap.indent(code, '    ')}" if signature.owner and alone else code


async def _compared(run: _Optimizing, known: _Known, code: str) -> _Attempt | None:
    """None when it cannot be put into the file."""
    text, signature = run.document.text, run.problem.signature
    try:
        replacement = place(run.document, run.problem, code)
        missing = await missing_imports(known.bench, splice(text, replacement))
        if missing:
            code = "\n".join((*missing, "", code))
            replacement = place(run.document, run.problem, code)
    except AnswerError as error:
        run.notes.append(str(error))
        return None
    source = splice(text, replacement)
    if reason := impure(source, signature) or caching(text, source, signature):
        return _Attempt(code, replacement, Equivalence(reason=reason))
    extra = special(known.domain, constants_of(code).without(known.domain.constants))
    return _Attempt(code, replacement, await compare(known.bench, known.base, source, known.domain, extra))


def _merit(attempt: _Attempt) -> tuple[Any, ...]:
    """Equal ones before others, then by the lower end of the speed-up, then by how long they agreed."""
    speedup = attempt.timing.top.low if attempt.timing and attempt.timing.sizes else 0.0
    return attempt.equivalence.equal, speedup, attempt.equivalence.agreed


def _optimized(run: _Optimizing, known: _Known, best: _Attempt) -> Optimized:
    if best.timing is None:
        raise RuntimeError("only what was timed can be faster")
    return Optimized(
        code=best.code,
        replacement=best.replacement,
        equivalence=best.equivalence,
        timing=best.timing,
        promises=known.domain.promises,
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
