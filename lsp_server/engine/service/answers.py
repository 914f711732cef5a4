"""Chunks as OpenAI's JSON: one object at the end, or server-sent events. Ends decoding when the client has gone.

A client that closes its connection is the only way to abort, so every answer watches for that while it is produced.
"""

import asyncio
import json
import secrets
import time
from collections.abc import AsyncGenerator, Coroutine, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from fastapi import Response
from starlette.types import Receive, Scope, Send

from lsp_server.engine.service import errors
from lsp_server.engine.service.schemas import StreamOptions
from lsp_server.engine.wire import Chunk
from lsp_server.errors import VibeError

ALIVE_S = 5.0
"""A comment is sent when nothing was said for so long, so that a client can tell a busy engine from a dead one."""

Chunks = AsyncGenerator[Chunk, None]


@dataclass(slots=True)
class Shape:
    """What stays the same over the chunks of one answer; `chat` decides between OpenAI's two kinds of objects."""

    chat: bool
    model: str
    prompt_tokens: int
    options: StreamOptions
    id: str = field(default_factory=lambda: secrets.token_hex(12))
    created: int = field(default_factory=lambda: int(time.time()))

    def head(self, streamed: bool) -> dict[str, Any]:
        kind = "chat.completion" if self.chat else "text_completion"
        prefix = "chatcmpl-" if self.chat else "cmpl-"
        suffix = ".chunk" if streamed and self.chat else ""
        return {"id": prefix + self.id, "object": kind + suffix, "created": self.created, "model": self.model}

    def usage(self, tokens: int) -> dict[str, int]:
        total = self.prompt_tokens + tokens
        return {"prompt_tokens": self.prompt_tokens, "completion_tokens": tokens, "total_tokens": total}


class EventStream(Response):
    """Server-sent events of one answer."""

    media_type = "text/event-stream"

    def __init__(self, chunks: Chunks, shape: Shape) -> None:
        super().__init__(headers={"Cache-Control": "no-cache"})
        del self.headers["content-length"]
        self._chunks = chunks
        self._shape = shape

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        if await until_disconnect(self._send_all(send), receive):
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send_all(self, send: Send) -> None:
        async with aclosing(events(self._chunks, self._shape)) as lines:
            async for line in _kept_alive(lines):
                await send({"type": "http.response.body", "body": line, "more_body": True})


class WholeAnswer(Response):
    """One JSON object when all candidates are complete."""

    media_type = "application/json"

    def __init__(self, chunks: Chunks, shape: Shape) -> None:
        super().__init__()
        self._chunks = chunks
        self._shape = shape

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await until_disconnect(self._answer(scope, receive, send), receive)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        status, content = 200, {}
        try:
            content = await whole(self._chunks, self._shape)
        except VibeError as error:
            status, content = errors.status(error), errors.body(error)
        await Response(json.dumps(content), status, media_type=self.media_type)(scope, receive, send)


async def events(chunks: Chunks, shape: Shape) -> AsyncGenerator[bytes, None]:
    """The lines of one stream. An error that comes in the middle is the last event, and `[DONE]` is missing."""
    tokens: dict[int, int] = {}
    try:
        async with aclosing(chunks):
            async for chunk in chunks:
                first = chunk.index not in tokens
                tokens[chunk.index] = tokens.get(chunk.index, 0) + chunk.tokens
                yield _event(_streamed(chunk, shape, first, tokens[chunk.index]))
    except VibeError as error:
        yield _event(errors.body(error))
        return
    if shape.options.include_usage:
        yield _event({**shape.head(True), "choices": [], "usage": shape.usage(sum(tokens.values()))})
    yield b"data: [DONE]\n\n"


async def whole(chunks: Chunks, shape: Shape) -> dict[str, Any]:
    texts: dict[int, str] = {}
    ends: dict[int, str | None] = {}
    tokens = 0
    async with aclosing(chunks):
        async for chunk in chunks:
            texts[chunk.index] = texts.get(chunk.index, "") + chunk.text
            ends[chunk.index] = chunk.finish
            tokens += chunk.tokens
    choices = [
        {"index": index, **_said(texts[index], shape.chat), "finish_reason": ends[index]} for index in sorted(texts)
    ]
    return {**shape.head(False), "choices": choices, "usage": shape.usage(tokens)}


async def until_disconnect(work: Coroutine[Any, Any, None], receive: Receive) -> bool:
    """Run `work`; cancel it as soon as the client hangs up. True when it came to its end."""
    task = asyncio.create_task(work)
    gone = asyncio.create_task(_disconnected(receive))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        finished = task.done()
    finally:
        for one in (task, gone):
            if not one.done():
                one.cancel()
        await asyncio.gather(gone, return_exceptions=True)
    if finished:
        task.result()
    else:
        await asyncio.gather(task, return_exceptions=True)
    return finished


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _kept_alive(lines: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    pending = asyncio.ensure_future(anext(lines))
    try:
        while True:
            done, _ = await asyncio.wait({pending}, timeout=ALIVE_S)
            if not done:
                yield b": alive\n\n"
                continue
            try:
                line = pending.result()
            except StopAsyncIteration:
                return
            yield line
            pending = asyncio.ensure_future(anext(lines))
    finally:
        if not pending.done():
            pending.cancel()
            await asyncio.gather(pending, return_exceptions=True)


def _streamed(chunk: Chunk, shape: Shape, first: bool, tokens: int) -> dict[str, Any]:
    if shape.chat:
        said: dict[str, Any] = {"delta": ({"role": "assistant"} if first else {}) | {"content": chunk.text}}
    else:
        said = {"text": chunk.text}
    event = {
        **shape.head(True),
        "choices": [{"index": chunk.index, **said, "logprobs": None, "finish_reason": chunk.finish}],
    }
    return event | ({"usage": shape.usage(tokens)} if shape.options.continuous_usage_stats else {})


def _said(text: str, chat: bool) -> dict[str, Any]:
    return {"message": {"role": "assistant", "content": text}} if chat else {"text": text}


def _event(content: Mapping[str, Any]) -> bytes:
    return b"data: " + json.dumps(content, ensure_ascii=False).encode() + b"\n\n"
