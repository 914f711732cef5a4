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
from lsp_server.features.framed import Answer, answered, asked, followed
from lsp_server.features.jobs import Job
from lsp_server.features.lookup import function_at, problem_at
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show, title_of
from lsp_server.problem.model import Problem
from lsp_server.settings import data_folder
from lsp_server.tasks.asking import speaks as model_speaks
from lsp_server.tasks.events import Explained, GaveUp

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
    from lsp_server.tasks.explain import explain as task

    about = await asked(ls, job, EXPLAIN, at, _with_code)
    problem, title = about.problem, title_of(about.problem)
    final = await followed(about, f"Explaining {title}", task, (Explained, GaveUp))
    if final.verdict and problem.examples:
        await diagnostics.show_verdict(ls, about.opened, problem, final.verdict)
    if isinstance(final, GaveUp):
        show(ls, types.MessageType.Info, final.reason)
        return about.answer("failed", final.reason, verdict=final.verdict)
    await _show(ls, final, title)
    sentence = f"{title}: explained" + (f" by {final.model}" if final.model else "")
    return about.answer("explained", sentence, verdict=final.verdict, explanation=final.text)


def speaks(ls: VibeServer) -> bool:
    """Whether the model can explain in words, as far as is known without asking anybody."""
    chosen = ls.settings.engine
    unknown = "" if chosen.url else EMBEDDED
    return model_speaks(ls.answering or (chosen.model if chosen.model != "auto" else unknown))


async def _with_code(ls: VibeServer, opened: OpenDocument, position: types.Position) -> Problem:
    """A problem that has code, with the examples that go with it, or else the function under the cursor."""
    try:
        problem = await problem_at(ls, opened, position)
        if problem.has_code:
            return problem
    except NoProblemError:
        return await function_at(ls, opened, position)
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
