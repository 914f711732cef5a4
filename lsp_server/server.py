"""The language server: puts the features together, its lifecycle, and its transports. Nothing else.

    create_server()   a server with all features, not yet listening
    serve()           listen until the editor leaves

It never imports the model's libraries; it is up in well under a second and stays free while the model thinks.
"""

import asyncio
import logging
import os
import re
import sys
import threading
from contextlib import suppress
from typing import BinaryIO

from lsprotocol import types
from pygls.io_ import run_async, run_websocket

from lsp_server import settings
from lsp_server.features import (
    code_actions,
    code_lens,
    commands,
    configuration,
    documents,
    explaining,
    framed,
    ghost,
    handed,
    hinting,
    inline_completion,
    optimizing,
    progress,
)
from lsp_server.features.engine import disconnect
from lsp_server.features.session import VibeServer, client_of

FEATURES = (
    documents, handed, configuration, code_actions, code_lens, inline_completion, commands, optimizing,
    hinting, explaining, progress,
)  # fmt: skip
EVENTS = "events"
"""The one key of initializationOptions that is no setting: `true` asks for `vibe/event` and `vibe/status`."""

_PRELOAD_AFTER_S = 1.0
"""What commands need is loaded when the first questions of the editor are answered."""
_PATIENCE_S = 3.0
"""For requests that are cancelled at the end: they answer, stop the decoding and empty the sandbox."""

Address = tuple[str, int]

LOCAL_PAGES = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
"""Origins that may use the WebSocket, besides programs, which send none."""

logger = logging.getLogger(__name__)


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
    later = threading.Timer(_PRELOAD_AFTER_S, framed.preload)
    later.daemon = True
    later.start()


async def shutdown(ls: VibeServer, _: None) -> None:
    await ls.jobs.end(_PATIENCE_S)
    await ghost.end(ls)
    await disconnect(ls)


def serve(tcp: Address | None = None, ws: Address | None = None) -> None:
    """Serve one editor over standard input and output, a TCP port or a WebSocket, until it leaves."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    server = create_server()
    if tcp:
        asyncio.run(_serve_tcp(server, *tcp))
    elif ws:
        asyncio.run(_serve_websocket(server, *ws))
    else:
        server.start_io(*_protocol_streams())


async def _serve_tcp(server: VibeServer, host: str, port: int) -> None:
    """pygls's own prints a stack trace whenever the editor leaves as it should."""
    gone = asyncio.Event()

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if server.protocol.writer is not None:
            writer.close()  # one editor at a time: its documents are the server's state
            return
        server.protocol.set_writer(writer)  # pyright: ignore[reportArgumentType] - its write() need not be awaited
        with suppress(SystemExit):  # how pygls answers `exit`
            await run_async(threading.Event(), reader, server.protocol, logger, server.report_server_error)
        writer.close()
        gone.set()

    async with await asyncio.start_server(converse, host, port):
        await gone.wait()


async def _serve_websocket(server: VibeServer, host: str, port: int) -> None:
    """One message per frame. pygls's own would let any page of any site in the browser connect."""
    from websockets.asyncio.server import ServerConnection  # only this transport needs the library
    from websockets.asyncio.server import serve as listen

    gone = asyncio.Event()

    async def converse(connection: ServerConnection) -> None:
        if server.protocol.writer is not None:
            return
        await run_websocket(connection, threading.Event(), server.protocol, logger, server.report_server_error)
        gone.set()

    async with listen(converse, host, port, origins=[None, LOCAL_PAGES]):
        await gone.wait()


def _protocol_streams() -> tuple[BinaryIO, BinaryIO]:
    """The editor's pipes, for us alone: a stray print, or a program we start, reads nothing and writes to stderr."""
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return stdin, stdout
