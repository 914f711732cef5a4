"""The other ways to reach the server: a TCP port and a WebSocket, one editor each."""

import asyncio
import json
import os
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from tests.integration.editor import COMMAND

T = TypeVar("T")
INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}


@asynccontextmanager
async def listening(option: str) -> AsyncGenerator[tuple[asyncio.subprocess.Process, int]]:
    """The real server, about to listen on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = await asyncio.create_subprocess_exec(*COMMAND, option, f"127.0.0.1:{port}", env=dict(os.environ))
    try:
        yield server, port
    finally:
        if server.returncode is None:
            server.kill()
        await server.wait()


async def patiently(connecting: Callable[[], Awaitable[T]]) -> T:
    """Try until the server listens. The first connection that succeeds is the editor's."""
    async with asyncio.timeout(30):
        while True:
            try:
                return await connecting()
            except OSError:
                await asyncio.sleep(0.05)


def framed(message: dict[str, Any]) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


async def test_an_editor_on_a_tcp_port() -> None:
    async with listening("--tcp") as (server, port):
        reader, writer = await patiently(lambda: asyncio.open_connection("127.0.0.1", port))
        writer.write(framed(INITIALIZE))
        assert b"Content-Length:" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)
        writer.write(framed(SHUTDOWN))
        await asyncio.wait_for(reader.readuntil(b'"id": 2'), 20)
        writer.write(framed(EXIT))
        writer.close()
        await writer.wait_closed()
        assert await asyncio.wait_for(server.wait(), 20) == 0


async def test_a_second_editor_on_the_port_is_turned_away() -> None:
    async with listening("--tcp") as (_, port):
        _, first = await patiently(lambda: asyncio.open_connection("127.0.0.1", port))
        first.write(framed(INITIALIZE))
        reader, second = await asyncio.open_connection("127.0.0.1", port)
        assert await asyncio.wait_for(reader.read(), 20) == b""
        for writer in (first, second):
            writer.close()
            await writer.wait_closed()


async def test_an_editor_that_hangs_up_ends_the_server() -> None:
    async with listening("--tcp") as (server, port):
        _, writer = await patiently(lambda: asyncio.open_connection("127.0.0.1", port))
        writer.close()
        await writer.wait_closed()
        assert await asyncio.wait_for(server.wait(), 20) is not None


async def test_an_editor_on_a_websocket() -> None:
    async with listening("--ws") as (server, port):
        editor = await patiently(lambda: connect(f"ws://127.0.0.1:{port}", origin=Origin("http://localhost:8080")))
        await editor.send(json.dumps(INITIALIZE))
        answer = json.loads(await asyncio.wait_for(editor.recv(), 20))
        assert "vibe.solve" in answer["result"]["capabilities"]["executeCommandProvider"]["commands"]
        await editor.close()
        assert await asyncio.wait_for(server.wait(), 20) == 0


async def test_pages_of_other_sites_may_not_use_the_websocket() -> None:
    async with listening("--ws") as (_, port):
        with pytest.raises(InvalidStatus):
            await patiently(lambda: connect(f"ws://127.0.0.1:{port}", origin=Origin("https://example.org")))
