"""A tiny OpenAI-compatible server that says what it was told: the model of tests that are about the editor.

It runs in the loop of the test, on a real port, so that a test can hold an answer back and see that a reader left.
It knows `/v1/models` and streaming `/v1/chat/completions` and `/v1/completions`, and nothing of tokens.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

PIECE = 8


@dataclass
class Says:
    """One answer, the same for all candidates. With `hold`, its last piece waits until the event is set."""

    text: str
    hold: asyncio.Event | None = None


@dataclass
class OpenAIDouble:
    """`requests` is what was asked; `asked` tells that a request came, `left` that a reader went before the end."""

    answers: list[Says] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                path, body = await _request(reader)
                if path.endswith("/completions"):
                    await self._chat(reader, writer, json.loads(body))
                else:
                    _respond(writer, {"object": "list", "data": [{"id": "double", "object": "model"}]})
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the reader left; that is what some tests wait for
        finally:
            writer.close()

    async def _chat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: dict[str, Any]) -> None:
        self.requests.append(asked)
        self.asked.set()
        answer = self.answers.pop(0)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        *pieces, last = _pieces(answer.text)
        for piece in pieces:
            _event(writer, asked, piece, None)
        await writer.drain()
        if answer.hold and not await _released(answer.hold, reader):
            self.left.set()
            raise ConnectionResetError
        _event(writer, asked, last, None)
        _event(writer, asked, "", "stop")
        writer.write(b"data: [DONE]\n\n")
        await writer.drain()
        raise ConnectionResetError  # `Connection: close`


@asynccontextmanager
async def openai_double(*answers: Says | str) -> AsyncGenerator[OpenAIDouble, None]:
    double = OpenAIDouble([Says(answer) if isinstance(answer, str) else answer for answer in answers])
    server = await asyncio.start_server(double.serve, "127.0.0.1", 0)
    double.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield double
    finally:
        server.close()


async def _request(reader: asyncio.StreamReader) -> tuple[str, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    path = head.split(" ")[1]
    lengths = [line.split(":")[1] for line in head.lower().splitlines() if line.startswith("content-length:")]
    return path, await reader.readexactly(int(lengths[0])) if lengths else b""


def _respond(writer: asyncio.StreamWriter, body: dict[str, Any]) -> None:
    data = json.dumps(body).encode()
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(data) + data)


def _event(writer: asyncio.StreamWriter, asked: dict[str, Any], text: str, finish: str | None) -> None:
    for index in range(asked.get("n") or 1):
        said = {"delta": {"content": text} if text else {}} if "messages" in asked else {"text": text}
        choice = {"index": index, **said, "finish_reason": finish}
        chunk = {"id": "x", "object": "chat.completion.chunk", "model": "double", "choices": [choice]}
        writer.write(f"data: {json.dumps(chunk)}\n\n".encode())


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + PIECE] for start in range(0, max(1, len(text)), PIECE))


async def _released(hold: asyncio.Event, reader: asyncio.StreamReader) -> bool:
    """True when the test lets go; False when the reader left before."""
    waiting, gone = asyncio.create_task(hold.wait()), asyncio.create_task(reader.read(1))
    done, pending = await asyncio.wait({waiting, gone}, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return waiting in done
