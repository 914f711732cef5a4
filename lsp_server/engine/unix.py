"""httpx over a Unix socket, on asyncio's own streams.

httpx's default goes through anyio, whose Unix streams (4.16) log an InvalidStateError when a read is cancelled in the
very moment in which data arrives. Cancelling in the middle of a stream is what an editor does all day.
"""

import asyncio
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx


class UnixTransport(httpx.AsyncHTTPTransport):
    """All requests go to the socket at `path`, whatever host their address names."""

    def __init__(self, path: str) -> None:
        super().__init__(uds=path, verify=False)
        self._pool = httpcore.AsyncConnectionPool(uds=path, keepalive_expiry=5.0, network_backend=_Backend())


class _Backend(httpcore.AsyncNetworkBackend):
    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                reader, writer = await asyncio.open_unix_connection(path)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        return _Stream(reader, writer)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            async with asyncio.timeout(timeout):
                self._writer.write(buffer)
                await self._writer.drain()
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """The other side sees the end of the connection at once, even if it was in the middle of an answer."""
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except OSError:
            return  # it had hung up before us

    def get_extra_info(self, info: str) -> Any:
        """httpcore asks whether an idle connection has become readable, which means that the server closed it."""
        return self._reader.at_eof() if info == "is_readable" else None
