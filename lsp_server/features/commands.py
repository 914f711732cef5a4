"""workspace/executeCommand: `vibe.solve`, `vibe.check`, `vibe.cancel`.

A solve or check answers when it is done, so that cancelling the request cancels the work; the loop is free meanwhile.
The answer says what happened (`Answer`); whatever the user must know was shown by then. A second request for the same
problem cancels the first.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Literal

from lsprotocol import types
from pydantic import BaseModel, ConfigDict

from lsp_server.errors import NoProblemError, VibeError
from lsp_server.features import diagnostics
from lsp_server.features.arguments import At, LinePosition, SolveAt, Which, read
from lsp_server.features.configuration import configured
from lsp_server.features.convert import to_range
from lsp_server.features.edits import insert
from lsp_server.features.engine import engine_of
from lsp_server.features.events import Final, follow, phrase, status
from lsp_server.features.jobs import Job, job_key
from lsp_server.features.lookup import problem_at
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.plain import as_json
from lsp_server.features.progress import progress
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show, show_error, title_of
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.languages import LANGUAGES
from lsp_server.problem.model import Problem
from lsp_server.store import open_store
from lsp_server.tasks.check import check as check_task
from lsp_server.tasks.events import GaveUp, Solved, Unverified
from lsp_server.tasks.solve import solve as solve_task

SOLVE, CHECK, CANCEL = "vibe.solve", "vibe.check", "vibe.cancel"
INSERT = "Insert anyway"
ADVICE = {True: "Add an example to the statement.", False: "State the answer below the question: `Answer: …`."}
"""What makes code, and what makes an answer in mathematics, checkable."""


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
    status: Literal[
        "verified",
        "unverified",
        "failed",
        "error",
        "passed",
        "differs",
        "no_examples",
        "unsupported",
        "faster",
        "not_faster",
        "hinted",
        "explained",
    ]
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


def register(server: VibeServer) -> None:
    for name, handler in ((SOLVE, solve), (CHECK, check), (CANCEL, cancel)):
        server.command(name)(handler)


def command(title: str, name: str, uri: str, position: types.Position) -> types.Command:
    """What actions and lenses carry."""
    place = {"uri": uri, "position": {"line": position.line, "character": position.character}}
    return types.Command(title=title, command=name, arguments=[place])


def check_title(problem: Problem) -> str:
    """What checking is called where there is something to check, else ""."""
    if not problem.has_code:
        return ""
    return "Check this derivation" if problem.signature.kind == "maths" else "Run examples" if problem.examples else ""


async def solve(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    at = read(SolveAt, arguments)
    return await answered(ls, at.uri, lambda job: _solve(ls, at, job))


async def check(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    at = read(At, arguments)
    return await answered(ls, at.uri, lambda job: _check(ls, at, job))


async def cancel(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    which = read(Which, arguments)
    return {"cancelled": ls.jobs.cancel(which.uri, which.id)}


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


async def _solve(ls: VibeServer, at: SolveAt, job: Job) -> Answer:
    settings = await configured(ls)
    opened, problem = await needed(ls, at)
    ls.jobs.claim(job, job_key(SOLVE, at.uri, problem))
    document, shown = opened.needed(), progress(ls, f"Solving {title_of(problem)}", job)
    async with shown as report, engine_of(ls, report) as engine:
        events = solve_task(document, problem, engine, settings, open_store(settings), at.fresh)
        final = await follow(ls, job, events, report)
    if isinstance(final, Solved):
        ls.ghost.fills.renew(at.uri)
    applied = await _worth_inserting(ls, at, final, comment=_is_aside(problem))
    if applied and not isinstance(final, GaveUp):
        await insert(ls, at.uri, document, problem, final.code)
    return _outcome(job, final, applied).model_copy(update=place_of(ls, opened, problem))


async def _worth_inserting(ls: VibeServer, at: SolveAt, final: Final, comment: bool) -> bool:
    """Checked code is inserted, a failure is told, and between the two the user decides; a `comment` always asks."""
    match final:
        case Solved() if not comment:
            return True
        case Solved(verdict=verdict):
            return at.insert_unverified or await _insert_after_asking(ls, f"Verified: {verdict.summary}", "Insert")
        case GaveUp(reason=reason):
            show(ls, types.MessageType.Warning, reason)
            return False
        case Unverified(reason=reason):
            sentence = f"The solution was not checked: {reason}"
            if not ls.client.asks and not at.insert_unverified:
                sentence += f" It was not inserted. {ADVICE[final.verdict.answer is None]}"
            return at.insert_unverified or await _insert_after_asking(ls, sentence, INSERT)


async def _insert_after_asking(ls: VibeServer, sentence: str, yes: str) -> bool:
    kind = types.MessageType.Warning if yes == INSERT else types.MessageType.Info
    if not ls.client.asks:
        show(ls, kind, sentence)
        return False
    chosen = await ls.window_show_message_request_async(
        types.ShowMessageRequestParams(
            type=kind,
            message=sentence,
            actions=[types.MessageActionItem(title=yes), types.MessageActionItem(title="Discard")],
        )
    )
    return chosen is not None and chosen.title == yes


def _is_aside(problem: Problem) -> bool:
    """An answer in mathematics goes into a file of code only as a comment, and only if somebody wants it there."""
    return problem.signature.kind == "maths" and problem.language in LANGUAGES


def _outcome(job: Job, final: Final, applied: bool) -> Answer:
    names: dict[type[Final], Literal["verified", "unverified", "failed"]]
    names = {Solved: "verified", Unverified: "unverified", GaveUp: "failed"}
    return Answer(
        id=job.id,
        status=names[type(final)],
        message=phrase(final) or "",
        applied=applied,
        solution=final.code,
        verdict=final.verdict,
    )


async def _check(ls: VibeServer, at: At, job: Job) -> Answer:
    settings = await configured(ls)
    opened, problem = await needed(ls, at)
    ls.jobs.claim(job, job_key(CHECK, at.uri, problem))
    async with progress(ls, f"Running the examples of {title_of(problem)}", job):
        verdict = await check_task(opened.needed(), problem, settings)
    now = await diagnostics.show_verdict(ls, opened, problem, verdict)
    sentence = f"{title_of(problem)}: {verdict.summary}" + ("" if now else " (before your last edit)")
    if verdict.message and verdict.message not in sentence:
        sentence += f". {verdict.message}"
    show(ls, types.MessageType.Info if verdict.status == "passed" else types.MessageType.Warning, sentence)
    answer = Answer(id=job.id, status=verdict.status, message=sentence, verdict=verdict)
    return answer.model_copy(update=place_of(ls, *now)) if now else answer


def place_of(ls: VibeServer, opened: OpenDocument, problem: Problem) -> dict[str, Any]:
    """What an answer says of where its problem stands."""
    found = to_range(opened.needed(), problem.region, ls.client.encoding)
    start, end = (LinePosition(line=each.line, character=each.character) for each in (found.start, found.end))
    return {"range": Span(start=start, end=end), "version": opened.version}


async def needed(ls: VibeServer, at: At) -> tuple[OpenDocument, Problem]:
    """The document as it is now, and its problem. Raises what stands in the way."""
    opened = ls.documents.get(at.uri)
    if opened is None:
        raise NoProblemError(f"{at.uri} is not open in the editor. Open it and try again.")
    return opened, await problem_at(ls, opened, at.position.lsp)
