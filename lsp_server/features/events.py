"""From the events of a task to what the editor shows: progress, log lines, and `vibe/event` for clients that ask.

`vibe/event` carries `{id, uri, event}` and `vibe/status` `{id, uri, state, message}` (state: working | idle | error);
`id` names the request, of which a document may have several. Both are sent only to clients that put `"events": true`
into their initializationOptions. No event changes a document.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Literal, TypeVar

from lsp_server.features.jobs import Job
from lsp_server.features.plain import as_json
from lsp_server.features.session import Report, VibeServer
from lsp_server.features.shown import log
from lsp_server.tasks import report
from lsp_server.tasks.events import (
    Candidate,
    Compared,
    Event,
    Explained,
    GaveUp,
    Hinted,
    Judged,
    Measured,
    NotFaster,
    Optimized,
    Progress,
    Repairing,
    Solved,
    Started,
    Timed,
    Unverified,
)

Final = Solved | Unverified | GaveUp
Last = TypeVar("Last", bound=Event)


async def follow_to(
    ls: VibeServer,
    job: Job,
    stream: AsyncGenerator[Event, None],
    report_to: Report,
    finals: tuple[type[Last], ...],
) -> Last:
    """The last event of `stream`, all were shown. Cancelled, it closes the stream, down to the GPU and the sandbox."""
    last: Event | None = None
    async with aclosing(stream) as events:
        async for last in events:
            _show(ls, job, last, report_to)
    if not isinstance(last, finals):
        raise RuntimeError(f"a task must end with a final event, not with {last!r}")
    return last


def _show(ls: VibeServer, job: Job, event: Event, report_to: Report) -> None:
    if isinstance(event, Started) and event.samples:
        ls.answering = event.model
    if ls.client.events:
        ls.protocol.notify("vibe/event", {"id": job.id, "uri": job.uri, "event": as_json(event.model_dump())})
    if line := phrase(event):
        report_to(line)
        if not isinstance(event, Progress):
            log(ls, line)


def status(ls: VibeServer, job: Job, state: Literal["working", "idle", "error"], message: str = "") -> None:
    if ls.client.events:
        ls.protocol.notify("vibe/status", {"id": job.id, "uri": job.uri, "state": state, "message": message})


def phrase(event: Event) -> str | None:
    """One line for people; None for the pieces of text that only a client with a panel shows."""
    match event:
        case Started(explains=True):
            return None
        case Started(model=model, samples=0):
            return f"{model} has solved this before"
        case Started(model=model, samples=samples):
            return f"{model} writes {samples} candidate{'s' * (samples != 1)}"
        case Progress(state=state, tokens=0):
            return state
        case Progress():
            return f"{event.state} · {event.tokens} tokens · {event.tokens_per_s:.0f} tokens/s"
        case Candidate(code=None, note=note):
            return f"candidate {event.index + 1}: {note or 'no code in the answer'}"
        case Judged(index=index, verdict=verdict):
            return f"candidate {index + 1}: {verdict.summary}"
        case Repairing(round=number, rounds=rounds, example=example):
            return f"repair {number} of {rounds}: {example}"
        case _:
            return _last_words(event)


def _last_words(event: Event) -> str | None:
    match event:
        case Solved(verdict=verdict, caution=caution):
            took = f"solved in {event.seconds:.1f} s with {event.tokens} tokens"
            how = "solved before, checked again" if event.from_store else took
            return f"{how}: {verdict.summary}" + (f". {caution}" if caution else "")
        case Unverified(reason=reason):
            return f"not verified: {reason}"
        case GaveUp(reason=reason):
            return reason
        case Hinted(hints=hints, verdict=verdict):
            count = f"{len(hints)} hint{'s' * (len(hints) != 1)}"
            return f"{count}, from a solution that nobody is shown: {verdict.summary}"
        case Explained(model=model, verdict=verdict):
            return f"explained by {model}" if model else verdict and f"explained: {verdict.summary}"
        case Measured() | Compared() | Timed():
            return report.phrase(event)
        case Optimized() | NotFaster():
            return report.summary(event)
        case _:
            return None
