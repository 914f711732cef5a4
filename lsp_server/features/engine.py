"""The window's connection to the model: made when it is first needed, shared by its requests, remade after a change.

What the engine says of itself while it starts goes to the progress of all who wait for it.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from lsp_server.engine.client import Engine, connect
from lsp_server.features.session import Report, VibeServer


@asynccontextmanager
async def engine_of(ls: VibeServer, report: Report) -> AsyncGenerator[Engine]:
    """The engine, for as long as it is used; `report` hears its state."""

    def tell(state: str) -> None:
        for each in ls.reports:
            each(state)

    engine = ls.engine = ls.engine or connect(ls.settings.engine, tell)
    ls.reports.append(report)
    try:
        yield engine
    finally:
        ls.reports.remove(report)
        if engine is not ls.engine and not ls.reports:
            await engine.aclose()


async def disconnect(ls: VibeServer) -> None:
    """The next request connects anew. The engine lives on for other windows, and here for requests under way."""
    engine, ls.engine = ls.engine, None
    if engine is not None and not ls.reports:
        await engine.aclose()
