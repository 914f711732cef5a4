"""Explain: why an example fails, or what the code under the cursor does. Nothing of it is an edit.

Touches, in order: tasks.check, if the statement has examples -> prompts/explain.md -> engine.client. The first part,
what was called, expected and given, needs no model. A model that was trained on our own prompts alone, such as the
embedded one, is not asked for the second: it writes solutions, not explanations.
"""

import re
import textwrap
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from time import monotonic

from lsp_server import prompts
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.errors import ProblemError
from lsp_server.judge.verdict import FINE, ExampleResult, Verdict
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.answer import Transcript, answer_of
from lsp_server.tasks.asking import messages, sampling
from lsp_server.tasks.check import check
from lsp_server.tasks.difference import difference
from lsp_server.tasks.events import Event, Explained, GaveUp, Progress, Started, Thinking, Writing
from lsp_server.tasks.meter import Meter

SILENT = (
    "{model} writes solutions and cannot explain code in words. With a larger model, such as VibeThinker "
    "(setting `engine.model`), it is explained; a failing example is explained with any."
)


@dataclass(slots=True)
class _Explaining:
    """What one run carries. `found`: what running the examples has shown. `words`: the model's."""

    document: Document
    problem: Problem
    settings: Settings
    meter: Meter = field(default_factory=Meter)
    started: float = field(default_factory=monotonic)
    verdict: Verdict | None = None
    found: str = ""
    words: str = ""


async def explain(
    document: Document, problem: Problem, engine: Engine, settings: Settings
) -> AsyncGenerator[Event, None]:
    """Events up to exactly one of `Explained`, `GaveUp`. `problem` must have code.

    Raises ProblemError for a question in mathematics, and what `check` and the engine raise. Close it to cancel.
    """
    if problem.signature.kind == "maths":
        raise ProblemError(
            "`Check this derivation` says of each equation whether it holds; there is no code to explain."
        )
    run = _Explaining(document, problem, settings)
    yield Started(problem=problem, model="", samples=0, explains=True)
    if problem.examples:
        yield Progress(state="running the examples")
        run.verdict = await check(document, problem, settings)
        run.found = found_by_running(problem, run.verdict)
        yield Writing(index=0, text=run.found)
    info = await engine.info()
    if (model := profile(info)).role != "none":
        async with aclosing(_in_words(run, engine, model)) as pieces:
            async for piece in pieces:
                yield piece
    yield _last(run, info.id, model)


def _last(run: _Explaining, name: str, model: Profile) -> Explained | GaveUp:
    seconds, tokens = monotonic() - run.started, run.meter.tokens
    if not run.words and not _wrong(run.verdict):
        why = SILENT.format(model=name) if model.role == "none" else f"{name} has written no explanation. Try again."
        return GaveUp(reason=why, verdict=run.verdict, model=name, seconds=seconds, tokens=tokens)
    text = "\n\n".join(part for part in (run.found, run.words) if part)
    who = name if run.words else ""
    return Explained(text=text, verdict=run.verdict, model=who, seconds=seconds, tokens=tokens)


async def _in_words(run: _Explaining, engine: Engine, model: Profile) -> AsyncGenerator[Event, None]:
    """The reasoning is shown and forgotten, the answer kept."""
    prompt, transcript = _prompt(run), Transcript()
    once = replace(sampling(run.settings.solve, model, prompt), n=1)
    if run.found:
        yield Writing(index=0, text="\n\n")
    async with aclosing(engine.chat(messages(model, prompt), once)) as chunks:
        async for chunk in chunks:
            for part, text in transcript.feed(chunk.text, last=chunk.finish is not None):
                yield Thinking(index=0, text=text) if part == "thinking" else Writing(index=0, text=text)
            if progress := run.meter.count(chunk.tokens):
                yield progress
    run.words = (answer_of(transcript.text) or "").strip()


def _prompt(run: _Explaining) -> prompts.Prompt:
    template = prompts.load("explain", run.settings.prompts.folder)
    described = prompts.describe(run.problem)
    region = run.problem.region
    code = run.document.text[region.start.offset : region.end.offset]
    finding = run.found if _wrong(run.verdict) else ""
    return prompts.render(template, {**described, "code": code, "finding": finding})


def _wrong(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.status not in ("passed", "no_examples")


def found_by_running(problem: Problem, verdict: Verdict) -> str:
    """What running the examples has shown, as Markdown: of the first that fails, all that is known."""
    if verdict.status == "error" or not verdict.examples:
        return f"**It could not be run.** {verdict.message or ''}".rstrip()
    numbered = enumerate(verdict.examples, 1)
    number, failure = next(((at, each) for at, each in numbered if each.status not in FINE), (0, None))
    if failure is None:
        return f"**{verdict.summary}.**"
    name = f"`{problem.signature.name}` on example" if problem.signature.name else "Example"
    return f"**{verdict.summary}.** {name} {number}:\n\n" + "\n".join(_facts(failure))


def _facts(failure: ExampleResult) -> Iterator[str]:
    yield f"- input: {_quoted(failure.input)}"
    yield f"- expected: {_quoted(failure.expected)}"
    if failure.actual is not None:
        yield f"- given: {_quoted(failure.actual)}"
        if told := difference(failure.expected, failure.actual):
            yield f"- in other words: {told}"
    if failure.message:
        yield f"- it ended with: {failure.message}"


def _quoted(text: str) -> str:
    """As code: in the line, or as a block where it has several lines. Backquotes in it end nothing."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    if "\n" not in text.strip("\n"):
        pad = " " if "`" in (text[:1], text[-1:]) else ""
        return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else "nothing"
    block = textwrap.indent(text.strip("\n"), "  ")
    return f"\n\n  {fence:`<3}\n{block}\n  {fence:`<3}"
