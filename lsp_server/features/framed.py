"""The frame of every command that works on a document: its job, its errors, its progress, its answer.

A command answers when it is done, so that cancelling the request cancels the work; the loop is free meanwhile. The
answer says what happened; whatever the user must know was shown by then. A second request for the same problem cancels
the first.

    answered    runs a command as a job and shows its errors
    asked       what it is about: the document as it is now, the problem there, the settings
    followed    a task on that, shown while it runs, with the window's connection to the model

Each command imports its task when it is first used (`preload` does so in the background): an editor has its server
before judge and sandbox are loaded.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

from lsprotocol import types
from pydantic import BaseModel, ConfigDict

from lsp_server.engine.client import Engine
from lsp_server.errors import NoProblemError, VibeError
from lsp_server.features.arguments import At, LinePosition
from lsp_server.features.configuration import configured
from lsp_server.features.convert import to_range
from lsp_server.features.engine import engine_of
from lsp_server.features.events import follow_to, status
from lsp_server.features.jobs import Job, job_key
from lsp_server.features.lookup import problem_at
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.plain import as_json
from lsp_server.features.progress import progress
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show_error
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.events import Event

TASKS = ("solve", "optimize", "hint", "explain")

Look = Callable[[VibeServer, OpenDocument, types.Position], Awaitable[Problem]]
More = ParamSpec("More")
Last = TypeVar("Last", bound=Event)


Status = Literal[
    "verified", "unverified", "failed", "error", "passed", "differs", "no_examples", "unsupported",
    "faster", "not_faster", "hinted", "explained",
]  # fmt: skip


class Span(BaseModel):
    """A range as LSP has it."""

    model_config = ConfigDict(frozen=True)

    start: LinePosition
    end: LinePosition


class Answer(BaseModel):
    """`status` as in `vibe-lsp solve` and `check`; "error" comes with the error's `code`. `message` was shown.

    `range` is where the problem stood in that `version` of the document: for a check when it ended, for a solve when
    it began. Both are None where no problem was found, or it was changed while it was checked.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    status: Status
    message: str
    applied: bool = False
    code: str | None = None
    solution: str | None = None
    verdict: Verdict | None = None
    range: Span | None = None
    version: int | None = None
    report: str | None = None
    """Of `vibe.optimize`: the evidence as Markdown, with its plot as SVG."""
    plot: str | None = None
    """The same plot as text, for where no SVG can be drawn."""
    hints: tuple[str, ...] = ()
    """Of `vibe.hint`: those that were shown so far, the last one just now."""
    explanation: str | None = None
    """Of `vibe.explain`: Markdown."""


def preload() -> None:
    """After the start, so that the first command need not wait for it either."""
    for name in TASKS:
        import_module(f"lsp_server.tasks.{name}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command is about. `opened` is the version of the document in which `problem` was found."""

    ls: VibeServer
    job: Job
    settings: Settings
    opened: OpenDocument
    problem: Problem

    @property
    def document(self) -> Document:
        return self.opened.needed()

    def answer(self, status: Status, message: str, **more: Any) -> Answer:
        place = place_of(self.ls, self.opened, self.problem)
        return Answer(id=self.job.id, status=status, message=message, **place, **more)


async def asked(ls: VibeServer, job: Job, kind: str, at: At, look: Look = problem_at) -> Asked:
    """Makes `job` the one of that `kind` about its problem. Raises what stands in the way."""
    settings = await configured(ls)
    opened = ls.documents.get(at.uri)
    if opened is None:
        raise NoProblemError(f"{at.uri} is not open in the editor. Open it and try again.")
    problem = await look(ls, opened, at.position.lsp)
    ls.jobs.claim(job, job_key(kind, at.uri, problem))
    return Asked(ls, job, settings, opened, problem)


async def followed(
    about: Asked,
    title: str,
    task: Callable[Concatenate[Document, Problem, Engine, Settings, More], AsyncGenerator[Event, None]],
    ends: tuple[type[Last], ...],
    *more: More.args,
    **named: More.kwargs,
) -> Last:
    """The event that ends `task`. Raises what the task raises."""
    ls, job = about.ls, about.job
    async with progress(ls, title, job) as report, engine_of(ls, report) as engine:
        events = task(about.document, about.problem, engine, about.settings, *more, **named)
        return await follow_to(ls, job, events, report, ends)


async def answered(ls: VibeServer, uri: str, work: Callable[[Job], Awaitable[Answer]]) -> dict[str, Any]:
    """Run `work`, show its errors, and let clients with a status line know."""
    with ls.jobs.begin(uri) as job:
        status(ls, job, "working")
        try:
            answer = await work(job)
        except VibeError as error:
            show_error(ls, error)
            answer = Answer(id=job.id, status="error", code=error.code, message=str(error))
        except BaseException:
            status(ls, job, "idle")
            raise
        status(ls, job, "error" if answer.status == "error" else "idle", answer.message)
    return as_json(answer.model_dump())


def place_of(ls: VibeServer, opened: OpenDocument, problem: Problem) -> dict[str, Any]:
    """What an answer says of where its problem stands."""
    found = to_range(opened.needed(), problem.region, ls.client.encoding)
    start, end = (LinePosition(line=each.line, character=each.character) for each in (found.start, found.end))
    return {"range": Span(start=start, end=end), "version": opened.version}
