"""workspace/executeCommand: `vibe.optimize`. Answers when it is done, with the evidence; the edit is one undo step.

Who applies it: the client (`apply: false`), nobody else is asked (`true`), or the user says so here (`evidence.py`).
"""

from typing import Any

from lsprotocol import types

from lsp_server.errors import NoProblemError
from lsp_server.features.arguments import OptimizeAt, read
from lsp_server.features.commands import Answer, answered, place_of
from lsp_server.features.configuration import configured
from lsp_server.features.edits import insert
from lsp_server.features.engine import engine_of
from lsp_server.features.events import follow_to
from lsp_server.features.evidence import wanted
from lsp_server.features.jobs import Job, job_key
from lsp_server.features.lookup import function_at
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.progress import progress
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show
from lsp_server.problem.function import relocate_function
from lsp_server.problem.model import Problem
from lsp_server.tasks import plot
from lsp_server.tasks import report as reports
from lsp_server.tasks.events import NotFaster, Optimized
from lsp_server.tasks.optimize import optimize as optimize_task

OPTIMIZE = "vibe.optimize"


def register(server: VibeServer) -> None:
    server.command(OPTIMIZE)(optimize)


async def optimize(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    at = read(OptimizeAt, arguments)
    return await answered(ls, at.uri, lambda job: _optimize(ls, at, job))


async def _optimize(ls: VibeServer, at: OptimizeAt, job: Job) -> Answer:
    settings = await configured(ls)
    opened, function = await _needed(ls, at)
    ls.jobs.claim(job, job_key(OPTIMIZE, at.uri, function))
    document, name = opened.needed(), function.signature.name
    async with progress(ls, f"Optimizing {name}", job) as report, engine_of(ls, report) as engine:
        events = optimize_task(document, function, engine, settings)
        final = await follow_to(ls, job, events, report, (Optimized, NotFaster))
    applied = isinstance(final, Optimized) and (
        await wanted(ls, final, name, document.text) if at.apply is None else at.apply
    )
    if isinstance(final, Optimized) and applied:
        await insert(ls, at.uri, document, function, final.code, "Optimize", relocate_function)
    if not isinstance(final, Optimized) or (applied and (at.apply or not ls.client.asks)):
        show(ls, types.MessageType.Info, f"{name}: {reports.summary(final)}")
    answer = Answer(
        id=job.id,
        status="faster" if isinstance(final, Optimized) else "not_faster",
        message=reports.summary(final),
        applied=applied,
        solution=final.code,
        report=reports.markdown(final, name),
        plot=plot.text(final.timing) if final.timing and final.timing.sizes else None,
    )
    return answer.model_copy(update=place_of(ls, opened, function))


async def _needed(ls: VibeServer, at: OptimizeAt) -> tuple[OpenDocument, Problem]:
    opened = ls.documents.get(at.uri)
    if opened is None:
        raise NoProblemError(f"{at.uri} is not open in the editor. Open it and try again.")
    return opened, await function_at(ls, opened, at.position.lsp)
