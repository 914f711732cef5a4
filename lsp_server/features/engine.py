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
        for _, each in ls.reports:
            each(state)

    engine = ls.engine = ls.engine or connect(ls.settings.engine, tell)
    use = (engine, report)
    ls.reports.append(use)
    try:
        yield engine
    finally:
        ls.reports.remove(use)
        if engine is not ls.engine:
            await _close_unused(ls, engine)


async def disconnect(ls: VibeServer) -> None:
    """The next request connects anew. The engine lives on for other windows, and here for requests under way."""
    engine, ls.engine, ls.answering = ls.engine, None, ""
    if engine is not None:
        await _close_unused(ls, engine)


async def _close_unused(ls: VibeServer, engine: Engine) -> None:
    if not any(used is engine for used, _ in ls.reports):
        await engine.aclose()
