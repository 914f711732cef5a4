"""workspace/executeCommand: `vibe.hint`. One hint at a time: asked again, it shows the next one at once.

Nothing is inserted, and nothing of the solution that the hints come from reaches the editor.
"""

from typing import Any

from lsprotocol import types

from lsp_server.features.arguments import HintAt, read
from lsp_server.features.framed import Answer, answered, asked, followed
from lsp_server.features.jobs import Job, job_key
from lsp_server.features.session import Told, VibeServer
from lsp_server.features.shown import show, title_of
from lsp_server.store import open_store
from lsp_server.tasks.events import GaveUp, Hinted

HINT, HINT_TITLE = "vibe.hint", "Give a hint"


def register(server: VibeServer) -> None:
    server.command(HINT)(hint)


async def hint(ls: VibeServer, arguments: list[Any]) -> dict[str, Any]:
    at = read(HintAt, arguments)
    return await answered(ls, at.uri, lambda job: _hint(ls, at, job))


async def _hint(ls: VibeServer, at: HintAt, job: Job) -> Answer:
    from lsp_server.tasks.hint import hint as task

    about = await asked(ls, job, HINT, at)
    key = job_key(HINT, at.uri, about.problem)
    if key not in ls.told:
        title, store = f"Thinking of a hint for {title_of(about.problem)}", open_store(about.settings)
        final = await followed(about, title, task, (Hinted, GaveUp), store)
        if isinstance(final, GaveUp):
            show(ls, types.MessageType.Warning, final.reason)
            return Answer(id=job.id, status="failed", message=final.reason)
        ls.told[key] = Told(final.hints)
    told = ls.told[key]
    sentence = _next(told, at.number)
    show(ls, types.MessageType.Info, sentence)
    return about.answer("hinted", sentence, hints=told.hints[: told.shown])


def _next(told: Told, number: int | None) -> str:
    """The hint to show, with where it stands; after the last one they begin again."""
    count = len(told.hints)
    told.shown = min(number, count) if number else told.shown % count + 1
    more = " Ask again for the next one." if told.shown < count else ""
    return f"Hint {told.shown} of {count}: {told.hints[told.shown - 1]}{more}"
