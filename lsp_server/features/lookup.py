"""Finding the problems of a document without holding up the loop: in a large file that takes a while.

One look at a time, in a thread; who waits for a version that the editor has left behind meanwhile gets nothing.
`problem.locate` keeps what it found, so the second question about a version costs next to nothing.
"""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from lsprotocol.types import Position
from pygls.uris import to_fs_path

from lsp_server.errors import NoProblemError
from lsp_server.features.convert import to_cursor
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.session import VibeServer
from lsp_server.problem.beside.handed import problem_handed, problems_handed, relocate_handed
from lsp_server.problem.files import problem_in_file, problems_of_file, relocate
from lsp_server.problem.function import find_function
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document

T = TypeVar("T")

Find = Callable[[Document, Problem], Problem | None]
"""The same problem in a later version of its document; None when it is gone."""


async def problem_at(ls: VibeServer, opened: OpenDocument, position: Position) -> Problem:
    """Raises ProblemError and its kin, NoProblemError also when the document has changed meanwhile."""
    document = opened.needed()
    cursor = to_cursor(document, position, ls.client.encoding)
    if handed := ls.handed.get(opened.uri):
        return await _looking(ls, opened, lambda: problem_handed(document, handed, cursor))
    return await _looking(ls, opened, lambda: problem_in_file(document, _path(opened), cursor))


async def function_at(ls: VibeServer, opened: OpenDocument, position: Position) -> Problem:
    """The function under the cursor, with or without a statement. Raises ProblemError and its kin."""
    document = opened.needed()
    cursor = to_cursor(document, position, ls.client.encoding)
    return await _looking(ls, opened, lambda: find_function(document, cursor))


async def problems_in(ls: VibeServer, opened: OpenDocument) -> Sequence[Problem]:
    """Raises ProblemError and its kin."""
    document = opened.needed()
    if handed := ls.handed.get(opened.uri):
        return await _looking(ls, opened, lambda: problems_handed(document, handed))
    return await _looking(ls, opened, lambda: problems_of_file(document, _path(opened)))


def finder(ls: VibeServer, uri: str) -> Find:
    """How a problem of that document is found again in a later version of it."""
    if handed := ls.handed.get(uri):
        return lambda now, problem: relocate_handed(now, problem, handed)
    return relocate


def _path(opened: OpenDocument) -> Path | None:
    """Where the document stands on disk: other tools may keep tests beside it."""
    path = to_fs_path(opened.uri) if opened.uri.startswith("file:") else None
    return Path(path) if path else None


async def _looking(ls: VibeServer, opened: OpenDocument, look: Callable[[], T]) -> T:
    async with ls.looking:
        if ls.documents.get(opened.uri) is not opened:
            raise NoProblemError("The text has changed meanwhile. Try again.")
        return await asyncio.to_thread(look)
