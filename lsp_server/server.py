"""The language server: puts the features together, its lifecycle, and its transports. Nothing else.

    create_server()   a server with all features, not yet listening
    serve()           listen until the editor leaves

It never imports the model's libraries; it is up in well under a second and stays free while the model thinks.
"""

import logging
import os
import sys
from typing import BinaryIO

from lsprotocol import types

from lsp_server import settings
from lsp_server.features import code_actions, code_lens, commands, configuration, documents, progress
from lsp_server.features.engine import disconnect
from lsp_server.features.session import VibeServer, client_of

FEATURES = (documents, configuration, code_actions, code_lens, commands, progress)
EVENTS = "events"
"""The one key of initializationOptions that is no setting: `true` asks for `vibe/event` and `vibe/status`."""

Address = tuple[str, int]


def create_server() -> VibeServer:
    server = VibeServer()
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.SHUTDOWN)(shutdown)
    for feature in FEATURES:
        feature.register(server)
    return server


def initialize(ls: VibeServer, params: types.InitializeParams) -> None:
    """What is wrong with the settings is told after `initialized`, when the editor may be asked for more of them."""
    options = configuration.section(params.initialization_options)
    events = options.pop(EVENTS, False) is True
    ls.client = client_of(params, types.PositionEncodingKind(ls.workspace.position_encoding).value, events)
    ls.initial_options = options
    ls.settings, _ = settings.load(options)


async def shutdown(ls: VibeServer, _: None) -> None:
    ls.jobs.cancel()
    await disconnect(ls)


def serve(tcp: Address | None = None, ws: Address | None = None) -> None:
    """Serve one editor over standard input and output, a TCP port or a WebSocket, until it leaves."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    server = create_server()
    if tcp:
        server.start_tcp(*tcp)
    elif ws:
        server.start_ws(*ws)
    else:
        server.start_io(*_protocol_streams())


def _protocol_streams() -> tuple[BinaryIO, BinaryIO]:
    """The editor's pipes, for us alone: a stray print, or a program we start, reads nothing and writes to stderr."""
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return stdin, stdout
