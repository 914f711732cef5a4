"""A client hands over the statement that a document does not hold (`vibe/statement`); without one it is forgotten.

From then on the statement is that document's, for every request. What is made of it is decided in `problem.handed`.
"""

from typing import Any

from lsp_server.features.arguments import Statement, read
from lsp_server.features.session import VibeServer
from lsp_server.problem.beside.handed import Handed

STATEMENT = "vibe/statement"


def register(server: VibeServer) -> None:
    server.feature(STATEMENT)(statement)


async def statement(ls: VibeServer, params: Any) -> None:
    told = read(Statement, [params._asdict() if hasattr(params, "_asdict") else params])  # pygls makes a named tuple
    if told.content is None:
        ls.handed.pop(told.uri, None)
    else:
        ls.handed[told.uri] = Handed(
            title=told.title, content=told.content, testcases=tuple(told.testcases), name=told.name
        )
    if ls.client.refreshes_lenses:
        await ls.workspace_code_lens_refresh_async(None)
