"""workspace/executeCommand: `vibe.optimize`. Answers when it is done, with the evidence; the edit is one undo step.

Who applies it: the client (`apply: false`), nobody else is asked (`true`), or the user says so here (`evidence.py`).
"""

from typing import Any

from lsprotocol import types

from lsp_server.features.arguments import OptimizeAt, read
from lsp_server.features.edits import insert
from lsp_server.features.evidence import wanted
from lsp_server.features.framed import Answer, answered, asked, followed
from lsp_server.features.jobs import Job
from lsp_server.features.lookup import function_at
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show
from lsp_server.problem.function import relocate_function
from lsp_server.tasks import plot
from lsp_server.tasks import report as reports
from lsp_server.tasks.events import NotFaster, Optimized

OPTIMIZE = "vibe.optimize"


def register(server: VibeServer) -> None:
    server.command(OPTIMIZE)(optimize)


async def optimize(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    at = read(OptimizeAt, arguments)
    return await answered(ls, at.uri, lambda job: _optimize(ls, at, job))


async def _optimize(ls: VibeServer, at: OptimizeAt, job: Job) -> Answer:
    from lsp_server.tasks.optimize import optimize as task

    about = await asked(ls, job, OPTIMIZE, at, function_at)
    document, function, name = about.document, about.problem, about.problem.signature.name
    final = await followed(about, f"Optimizing {name}", task, (Optimized, NotFaster))
    applied = isinstance(final, Optimized) and (
        await wanted(ls, job, final, name, document.text) if at.apply is None else at.apply
    )
    if isinstance(final, Optimized) and applied:
        await insert(ls, at.uri, document, function, final.code, "Optimize", relocate_function)
    if not isinstance(final, Optimized) or (applied and (at.apply or not ls.client.asks)):
        show(ls, types.MessageType.Info, f"{name}: {reports.summary(final)}")
    return about.answer(
        "faster" if isinstance(final, Optimized) else "not_faster",
        reports.summary(final),
        applied=applied,
        solution=final.code,
        report=reports.markdown(final, name),
        plot=plot.text(final.timing) if final.timing and final.timing.sizes else None,
    )
