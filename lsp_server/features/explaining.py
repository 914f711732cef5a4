"""workspace/executeCommand: `vibe.explain`. The explanation streams to clients with a panel; others get it as a
document, or as a message where they cannot open one. Nothing is inserted.

What running the examples has shown is also shown as diagnostics, as after `vibe.check`.
"""

import asyncio
import re
from pathlib import Path
from typing import Any

from lsprotocol import types

from lsp_server.errors import NoProblemError, ProblemError
from lsp_server.features import diagnostics
from lsp_server.features.arguments import At, read
from lsp_server.features.commands import Answer, answered, place_of
from lsp_server.features.configuration import configured
from lsp_server.features.engine import engine_of
from lsp_server.features.events import follow_to
from lsp_server.features.jobs import Job, job_key
from lsp_server.features.lookup import function_at, problem_at
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.progress import progress
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show, title_of
from lsp_server.problem.model import Problem
from lsp_server.settings import data_folder
from lsp_server.tasks.events import Explained, GaveUp
from lsp_server.tasks.explain import explain as explain_task
from lsp_server.tasks.explain import speaks as model_speaks

EXPLAIN = "vibe.explain"
EMBEDDED = "starter"
"""The model that `auto` may mean."""
TITLE, FAILING_TITLE = "Explain this function", "Explain the failing example"


def register(server: VibeServer) -> None:
    server.command(EXPLAIN)(explain)


async def explain(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    at = read(At, arguments)
    return await answered(ls, at.uri, lambda job: _explain(ls, at, job))


async def _explain(ls: VibeServer, at: At, job: Job) -> Answer:
    settings = await configured(ls)
    opened, problem = await _needed(ls, at)
    ls.jobs.claim(job, job_key(EXPLAIN, at.uri, problem))
    shown = progress(ls, f"Explaining {title_of(problem)}", job)
    async with shown as report, engine_of(ls, report) as engine:
        events = explain_task(opened.needed(), problem, engine, settings)
        final = await follow_to(ls, job, events, report, (Explained, GaveUp))
    if final.verdict and problem.examples:
        await diagnostics.show_verdict(ls, opened, problem, final.verdict)
    if isinstance(final, GaveUp):
        show(ls, types.MessageType.Info, final.reason)
        answer = Answer(id=job.id, status="failed", message=final.reason, verdict=final.verdict)
    else:
        await _show(ls, final, title_of(problem))
        sentence = f"{title_of(problem)}: explained" + (f" by {final.model}" if final.model else "")
        answer = Answer(id=job.id, status="explained", message=sentence, verdict=final.verdict, explanation=final.text)
    return answer.model_copy(update=place_of(ls, opened, problem))


def speaks(ls: VibeServer) -> bool:
    """Whether the model can explain in words, as far as is known without asking anybody."""
    chosen = ls.settings.engine
    unknown = "" if chosen.url else EMBEDDED
    return model_speaks(ls.answering or (chosen.model if chosen.model != "auto" else unknown))


async def _needed(ls: VibeServer, at: At) -> tuple[OpenDocument, Problem]:
    """A problem that has code, with the examples that go with it, or else the function under the cursor."""
    opened = ls.documents.get(at.uri)
    if opened is None:
        raise NoProblemError(f"{at.uri} is not open in the editor. Open it and try again.")
    try:
        problem = await problem_at(ls, opened, at.position.lsp)
        if problem.has_code:
            return opened, problem
    except NoProblemError:
        return opened, await function_at(ls, opened, at.position.lsp)
    raise ProblemError("There is no code yet that could be explained. Write some, or solve the problem first.")


async def _show(ls: VibeServer, final: Explained, title: str) -> None:
    """To a client that does not follow the events."""
    if ls.client.events:
        return
    if not ls.client.opens_documents:
        show(ls, types.MessageType.Info, final.text)
        return
    path = await asyncio.to_thread(_write, data_folder() / "explanations", final, title)
    await ls.window_show_document_async(types.ShowDocumentParams(uri=path.as_uri(), take_focus=True))


def _write(folder: Path, final: Explained, title: str) -> Path:
    """The next explanation of the same title takes its place."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^0-9A-Za-z]+', '_', title).strip('_') or 'function'}.md"
    by = f"\n\n*{final.model}*" if final.model else ""
    path.write_text(f"# {title}\n\n{final.text}{by}\n", encoding="utf-8")
    return path
