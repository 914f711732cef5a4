"""A hint: from a solution that passed the examples, and never that solution itself.

Touches, in order: store (hinted before?) -> tasks.solve, of which only the progress is shown -> prompts/hint.md ->
engine.client -> store. A model that was trained on our own prompts alone, such as the embedded one, is not asked a
second time: the plan it wrote before its solution holds the hints.

The solution is not kept: it would come back as ghost text to somebody who wanted to find it alone.
"""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any

from lsp_server import prompts
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.errors import ProblemError, StoreError
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Store
from lsp_server.tasks.answer import CLOSE, OPEN, Transcript, answer_of
from lsp_server.tasks.asking import messages, sampling
from lsp_server.tasks.events import Event, GaveUp, Hinted, Judged, Progress, Solved, Started, Thinking, Unverified
from lsp_server.tasks.meter import Meter
from lsp_server.tasks.solve import solve
from lsp_server.tasks.solving import key_of

TRIES = 2
"""Answers asked for until one holds hints that do not give the solution away."""
MOST = 4
TELLING = 12
"""A line of the solution with so many characters, word for word in a hint, gives it away; `else:` does not."""
RESTATED = ("Wanted:", "Asked:")
"""How the embedded model's plans begin when they say the question again."""

_NUMBER = re.compile(r"^[ \t]*\W{0,2}(?:hint\s*)?\d+[.):]", re.MULTILINE | re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'])")


@dataclass(slots=True)
class _Hinting:
    """What one run carries from step to step. `plans`: the reasoning of each candidate, as it came."""

    document: Document
    problem: Problem
    settings: Settings
    store: Store | None
    key: str
    meter: Meter = field(default_factory=Meter)
    started: float = field(default_factory=monotonic)
    plans: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    winner: int = 0


async def hint(
    document: Document, problem: Problem, engine: Engine, settings: Settings, store: Store | None
) -> AsyncGenerator[Event, None]:
    """Events up to exactly one of `Hinted`, `GaveUp`; nothing that shows the solution is among them.

    Raises ProblemError for a question in mathematics, and what `solve` raises. Close it to cancel.
    """
    if problem.signature.kind == "maths":
        raise ProblemError("There are hints for problems that ask for code; this one asks for a number or expression.")
    template = prompts.load("hint", settings.prompts.folder)
    run = _Hinting(document, problem, settings, store, key_of(problem, settings, template))
    if known := await _from_store(run):
        yield Started(problem=problem, model=known.model, samples=0)
        yield known
        return
    async with aclosing(_quietly(run, engine)) as events:
        async for event in events:
            if isinstance(event, Solved | Unverified):
                async with aclosing(_hints(run, engine, template, event)) as last:
                    async for each in last:
                        yield each
            else:
                yield event


async def _quietly(run: _Hinting, engine: Engine) -> AsyncGenerator[Event, None]:
    """Solving without what gives the solution away. Ends with `Solved`, `Unverified`, or a `GaveUp` that tells why."""
    async with aclosing(solve(run.document, run.problem, engine, run.settings, None)) as events:
        async for event in events:
            match event:
                case Thinking(index=index, text=text):
                    run.plans.setdefault(index, []).append(text)
                case Judged(index=index, verdict=verdict):
                    run.winner = index
                    yield Progress(state=f"a solution has {verdict.summary}")
                case GaveUp(reason=reason):
                    sentence = f"A hint comes from a solution that passes the examples, and none was found. {reason}"
                    yield GaveUp(reason=sentence, model=event.model, seconds=event.seconds, tokens=event.tokens)
                case Started() | Progress() | Solved() | Unverified():
                    yield event
                case _:
                    pass


async def _hints(
    run: _Hinting, engine: Engine, template: prompts.Template, found: Solved | Unverified
) -> AsyncGenerator[Event, None]:
    model = profile(await engine.info())
    run.meter.tokens = found.tokens
    hints: Sequence[str] = ()
    if model.role == "none":
        hints = planned("".join(run.plans.get(run.winner, ())))
    else:
        yield Progress(state="thinking of a hint", tokens=found.tokens)
        async with aclosing(_asked(run, engine, model, _prompt(run, template, found.code))) as answers:
            async for each in answers:
                if isinstance(each, Progress):
                    yield each
                elif hints := listed(each, found.code):
                    break
    spent: dict[str, Any] = {"seconds": monotonic() - run.started, "tokens": run.meter.tokens}
    if not hints:
        yield GaveUp(reason=f"{found.model} found no hint that leaves something to find.", model=found.model, **spent)
        return
    hinted = Hinted(hints=tuple(hints), verdict=found.verdict, model=found.model, **spent)
    await _remember(run, hinted)
    yield hinted


async def _asked(
    run: _Hinting, engine: Engine, model: Profile, prompt: prompts.Prompt
) -> AsyncGenerator[Progress | str, None]:
    """Progress, and each whole answer: one at a time, since the first is nearly always good."""
    once = replace(sampling(run.settings.solve, model, prompt), n=1)
    for _ in range(TRIES):
        transcript = Transcript()
        async with aclosing(engine.chat(messages(model, prompt), once)) as chunks:
            async for chunk in chunks:
                transcript.text += chunk.text
                if progress := run.meter.count(chunk.tokens):
                    yield progress
        yield transcript.text


def _prompt(run: _Hinting, template: prompts.Template, solution: str) -> prompts.Prompt:
    region = run.problem.target.region
    so_far = run.document.text[region.start.offset : region.end.offset] if run.problem.has_code else ""
    described = prompts.describe(run.problem)
    return prompts.render(template, {**described, "solution": solution, "so_far": so_far.strip("\n")})


def planned(reasoning: str) -> tuple[str, ...]:
    """The sentences of a short plan, each a step further. What only says the question again is no hint."""
    text = " ".join(reasoning.replace(OPEN, " ").replace(CLOSE, " ").split())
    sentences = [each for each in _SENTENCE_END.split(text) if each]
    told = [each for each in sentences if not each.startswith(RESTATED)]
    return tuple((told or sentences)[:MOST])


def listed(answer: str, solution: str) -> tuple[str, ...]:
    """The numbered hints of `answer`; none at all when one of them gives the solution away."""
    text = answer_of(answer) or ""
    hints = [" ".join(item.replace("**", "").split()) for item in _NUMBER.split(text)[1:]]
    return tuple(hints[:MOST]) if hints and not spoils(text, solution) else ()


def spoils(text: str, solution: str) -> bool:
    """Whether `text` holds a block of code, or a telling line of the solution word for word."""
    if "```" in text:
        return True
    squeezed = "".join(text.split())
    lines = ("".join(line.split()) for line in solution.splitlines())
    return any(len(line) >= TELLING and line in squeezed for line in lines)


async def _remember(run: _Hinting, hinted: Hinted) -> None:
    if run.store:
        kept = json.dumps({"hints": hinted.hints, "verdict": hinted.verdict.model_dump(mode="json")})
        with suppress(StoreError):
            await asyncio.to_thread(run.store.put, run.key, kept, hinted.model)


async def _from_store(run: _Hinting) -> Hinted | None:
    if run.store is None:
        return None
    with suppress(StoreError, ValueError):
        if known := await asyncio.to_thread(run.store.get, run.key):
            return Hinted(**json.loads(known.code), model=known.model, from_store=True)
    return None
