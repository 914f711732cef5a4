"""The window's connection to the model: made when it is first needed, shared by its requests, remade after a change.

What the engine says of itself while it starts goes to the progress of whoever waits for it.
"""

from lsp_server.engine.client import Engine, connect
from lsp_server.features.progress import Report
from lsp_server.features.session import VibeServer


async def connected(ls: VibeServer, report: Report) -> Engine:
    """Raises EngineUnavailableError and its kin."""
    if ls.engine is None:
        ls.engine = connect(ls.settings.engine, report)
    return ls.engine
