"""A solution as an edit of the document, or a refusal. A document is never harmed: what is replaced is what was read.

The edit carries the document's version, so an editor that is ahead of us refuses it; then the problem is looked up
in what stands there now. Whether the code is right is decided elsewhere.
"""

import asyncio

from lsprotocol import types

from lsp_server.errors import DocumentChangedError
from lsp_server.features.convert import to_range
from lsp_server.features.lookup import Find, finder
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import title_of
from lsp_server.problem.files import relocate
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.place import place
from lsp_server.problem.syntax import Document

_TRIES = 3
_CHANGES_ARRIVE_S = 0.3
"""An editor that refuses an edit as stale has changes under way; Neovim holds them back for 150 ms."""


async def insert(
    ls: VibeServer,
    uri: str,
    read: Document,
    problem: Problem,
    code: str,
    verb: str = "Solve",
    find: Find | None = None,
) -> None:
    """Put `code` where `problem`, found in `read`, stands now. Raises DocumentChangedError."""
    reason: str | None = None
    for _ in range(_TRIES):
        now = _still_open(ls, uri)
        document = now.needed()
        replacement = await asyncio.to_thread(_replacement, read, document, problem, code, find or finder(ls, uri))
        if ls.documents.get(uri) is now:
            edit = workspace_edit(ls, now, to_range(document, replacement.region, ls.client.encoding), replacement.text)
            result = await ls.workspace_apply_edit_async(
                types.ApplyWorkspaceEditParams(label=f"{verb} {title_of(problem)}", edit=edit)
            )
            if result.applied:
                return
            reason = result.failure_reason
        await asyncio.sleep(_CHANGES_ARRIVE_S)
    raise DocumentChangedError(
        f"The editor did not accept the solution ({reason or 'it gave no reason'}). The file is as it was; try again."
    )


def workspace_edit(ls: VibeServer, now: OpenDocument, span: types.Range, text: str) -> types.WorkspaceEdit:
    edit = types.TextEdit(range=span, new_text=text)
    if not ls.client.versioned_edits:
        return types.WorkspaceEdit(changes={now.uri: [edit]})
    versioned = types.OptionalVersionedTextDocumentIdentifier(uri=now.uri, version=now.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=versioned, edits=[edit])])


def _still_open(ls: VibeServer, uri: str) -> OpenDocument:
    if opened := ls.documents.get(uri):
        return opened
    raise DocumentChangedError("The file was closed before the solution was ready. Nothing was changed.")


def _replacement(read: Document, now: Document, problem: Problem, code: str, find: Find) -> Replacement:
    return place(now, fitting(read, now, problem, find), code)


def fitting(read: Document, now: Document, problem: Problem, find: Find = relocate) -> Problem:
    """`problem`, found in `read`, as it stands in `now`. Raises DocumentChangedError when it was touched meanwhile."""
    if now.text == read.text:
        return problem
    moved = find(now, problem)
    if moved is None or _parameters(moved) != _parameters(problem):
        raise DocumentChangedError(
            "The problem was changed while it was being solved, so the solution may no longer fit. "
            "Nothing was inserted; solve it again."
        )
    if _target_text(read, problem) != _target_text(now, moved):
        raise DocumentChangedError(
            "You have written code where the solution would go. Nothing was inserted; solve it again to replace it."
        )
    return moved


def _parameters(problem: Problem) -> list[str]:
    """The names that the body of a solution uses; the rest of its identity `relocate` has compared."""
    return [parameter.name for parameter in problem.signature.params]


def _target_text(document: Document, problem: Problem) -> str:
    region = problem.target.region
    return document.text[region.start.offset : region.end.offset]
