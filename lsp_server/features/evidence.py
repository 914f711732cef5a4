"""A faster version, for editors without a panel of ours: shall it be applied? With its evidence as a document.

The document is a Markdown file with a picture beside it, in the folder of this user's data; the next one of the same
function takes its place. Whether the version is right was decided elsewhere.
"""

import asyncio
import difflib
import re
from pathlib import Path

from lsprotocol import types

from lsp_server.features.asking import ask
from lsp_server.features.jobs import Job
from lsp_server.features.session import VibeServer
from lsp_server.problem.place import splice
from lsp_server.settings import data_folder
from lsp_server.tasks import plot
from lsp_server.tasks import report as reports
from lsp_server.tasks.events import Optimized

APPLY, SHOW, DISCARD = "Apply", "Show the evidence", "Discard"


async def wanted(ls: VibeServer, job: Job, final: Optimized, name: str, text: str) -> bool:
    """Whether the user, having seen the evidence or not, wants it. A client that cannot ask applies it."""
    if not ls.client.asks:
        return True
    message = f"{name}: {reports.summary(final)}."
    chosen = await ask(ls, job, message, [APPLY, SHOW, DISCARD] if ls.client.opens_documents else [APPLY, DISCARD])
    if chosen == SHOW:
        await _shown(ls, final, name, text)
        chosen = await ask(ls, job, message, [APPLY, DISCARD])
    return chosen == APPLY


async def _shown(ls: VibeServer, final: Optimized, name: str, text: str) -> None:
    path = await asyncio.to_thread(write, data_folder() / "reports", final, name, text)
    await ls.window_show_document_async(types.ShowDocumentParams(uri=path.as_uri(), take_focus=True))


def write(folder: Path, final: Optimized, name: str, text: str) -> Path:
    """The report with the edit of `text` as a diff; its picture lies beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"\W+", "_", name) or "function"
    picture, path = folder / f"{stem}.svg", folder / f"{stem}.md"
    picture.write_text(plot.svg(final.timing, name), encoding="utf-8")
    path.write_text(reports.markdown(final, name, picture.name, _diff(text, final)), encoding="utf-8")
    return path


def _diff(text: str, final: Optimized) -> str:
    after = splice(text, final.replacement)
    return "\n".join(difflib.unified_diff(text.splitlines(), after.splitlines(), "before", "after", lineterm=""))
