"""workspace/executeCommand: `vibe.solve`, `vibe.check`, `vibe.cancel`."""

from typing import Any, Literal

from lsprotocol import types

from lsp_server.errors import DocumentChangedError
from lsp_server.features import diagnostics
from lsp_server.features.arguments import At, SolveAt, Which, read
from lsp_server.features.asking import ask
from lsp_server.features.edits import insert
from lsp_server.features.events import Final, phrase
from lsp_server.features.framed import Answer, Asked, answered, asked, followed, place_of
from lsp_server.features.jobs import Job
from lsp_server.features.progress import progress
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show, title_of
from lsp_server.problem.languages import LANGUAGES
from lsp_server.problem.model import Problem
from lsp_server.store import open_store
from lsp_server.tasks.events import GaveUp, Solved, Unverified

SOLVE, CHECK, CANCEL = "vibe.solve", "vibe.check", "vibe.cancel"
INSERT = "Insert anyway"
CLOSED = "{} is solved, but its file was closed meanwhile. Open it and solve again: the solution was kept."
ADVICE = {True: "Add an example to the statement.", False: "State the answer below the question: `Answer: …`."}
"""What makes code, and what makes an answer in mathematics, checkable."""


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


async def _solve(ls: VibeServer, at: SolveAt, job: Job) -> Answer:
    from lsp_server.tasks.solve import solve as task

    about = await asked(ls, job, SOLVE, at)
    job.keeps = about.settings.store.enabled
    problem, title = about.problem, f"Solving {title_of(about.problem)}"
    ends = (Solved, Unverified, GaveUp)
    final = await followed(about, title, task, ends, open_store(about.settings), at.fresh)
    if isinstance(final, Solved):
        ls.ghost.fills.renew(at.uri)
        if job.keeps and at.uri not in ls.documents:
            raise DocumentChangedError(CLOSED.format(title_of(problem)))
    applied = await _worth_inserting(ls, job, at, final, comment=_is_aside(problem))
    if applied and not isinstance(final, GaveUp):
        await insert(ls, at.uri, about.document, problem, final.code)
    if isinstance(final, Solved) and final.caution:
        show(ls, types.MessageType.Info, f"{title_of(problem)}: {final.caution}")
    return _outcome(about, final, applied)


async def _worth_inserting(ls: VibeServer, job: Job, at: SolveAt, final: Final, comment: bool) -> bool:
    """Checked code is inserted, a failure is told, and between the two the user decides; a `comment` always asks."""
    match final:
        case Solved() if not comment:
            return True
        case Solved(verdict=verdict):
            return at.insert_unverified or await _insert_after_asking(ls, job, f"Verified: {verdict.summary}", "Insert")
        case GaveUp(reason=reason):
            show(ls, types.MessageType.Warning, reason)
            return False
        case Unverified(reason=reason):
            passed = final.verdict.status == "passed"
            sentence = reason if passed else f"The solution was not checked: {reason}"
            if not ls.client.asks and not at.insert_unverified:
                sentence += " It was not inserted." + ("" if passed else f" {ADVICE[final.verdict.answer is None]}")
            return at.insert_unverified or await _insert_after_asking(ls, job, sentence, INSERT)


async def _insert_after_asking(ls: VibeServer, job: Job, sentence: str, yes: str) -> bool:
    kind = types.MessageType.Warning if yes == INSERT else types.MessageType.Info
    if ls.client.asks:
        return await ask(ls, job, sentence, [yes, "Discard"], kind) == yes
    show(ls, kind, sentence)
    return False


def _is_aside(problem: Problem) -> bool:
    """An answer in mathematics goes into a file of code only as a comment, and only if somebody wants it there."""
    return problem.signature.kind == "maths" and problem.language in LANGUAGES


def _outcome(about: Asked, final: Final, applied: bool) -> Answer:
    names: dict[type[Final], Literal["verified", "unverified", "failed"]]
    names = {Solved: "verified", Unverified: "unverified", GaveUp: "failed"}
    status, message = names[type(final)], phrase(final) or ""
    return about.answer(status, message, applied=applied, solution=final.code, verdict=final.verdict)


async def _check(ls: VibeServer, at: At, job: Job) -> Answer:
    from lsp_server.tasks.check import check as task

    about = await asked(ls, job, CHECK, at)
    title = title_of(about.problem)
    async with progress(ls, f"Running the examples of {title}", job):
        verdict = await task(about.document, about.problem, about.settings)
    now = await diagnostics.show_verdict(ls, about.opened, about.problem, verdict)
    sentence = f"{title}: {verdict.summary}" + ("" if now else " (before your last edit)")
    if verdict.message and verdict.message not in sentence:
        sentence += f". {verdict.message}"
    show(ls, types.MessageType.Info if verdict.status == "passed" else types.MessageType.Warning, sentence)
    answer = Answer(id=job.id, status=verdict.status, message=sentence, verdict=verdict)
    return answer.model_copy(update=place_of(ls, *now)) if now else answer
