"""The routes: `/v1/chat/completions`, `/v1/completions`, `/v1/models`, `/health`, `/shutdown`. All want the token.

`model` chooses: nothing or `auto` for the one that answers, `fill` for the one that fills, or a name. Asking for
`/v1/models/NAME` loads it.
"""

import hmac
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from lsp_server.engine.service import errors
from lsp_server.engine.service.answers import EventStream, Shape, WholeAnswer
from lsp_server.engine.service.host import Host
from lsp_server.engine.service.schemas import ChatBody, CompletionBody, GenerationBody
from lsp_server.engine.wire import Chunk, ContextTooLongError, ModelInfo
from lsp_server.errors import VibeError

if TYPE_CHECKING:
    from lsp_server.engine.runtime.resident import Prompt, Resident
    from lsp_server.engine.wire import Sampling

_OPENAI_COMPLETION_TOKENS = 16
"""OpenAI's default for `max_tokens` of plain completions; chat has none but the context."""


def create_app(host: Host, token: str, end: Callable[[], None]) -> ASGIApp:
    """`end` makes the process stop serving; it is called by `/shutdown`."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    _shape_errors(app)
    _add_generation(app, host)
    _add_management(app, host, end)
    return _guarded(app, token)


def _guarded(app: ASGIApp, token: str) -> ASGIApp:
    """Anyone who can open the socket still has to know the token; on TCP that is all that stands in the way.

    Plain ASGI: starlette's middleware classes stand between an answer and the news that its client has gone.
    """
    expected = f"Bearer {token}".encode()
    refusal = errors.shape("The engine's token is missing or wrong.", "invalid_api_key", "authentication_error")

    async def check_token(scope: Scope, receive: Receive, send: Send) -> None:
        given = dict(scope.get("headers", ())).get(b"authorization", b"")
        if scope["type"] == "http" and not hmac.compare_digest(given, expected):
            await JSONResponse(refusal, 401)(scope, receive, send)
        else:
            await app(scope, receive, send)

    return check_token


def _shape_errors(app: FastAPI) -> None:
    """Every error in OpenAI's shape, FastAPI's own included."""

    for kind in (VibeError, ContextTooLongError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _error_response)


async def _error_response(_: Request, error: Exception) -> Response:
    match error:
        case VibeError():
            return JSONResponse(errors.body(error), errors.status(error))
        case RequestValidationError():
            return JSONResponse(errors.validation_body(error), 400)
        case HTTPException():
            body = errors.shape(str(error.detail), "http_error", "invalid_request_error")
            return JSONResponse(body, error.status_code)
        case ContextTooLongError():
            body = errors.shape(str(error), "context_length_exceeded", "invalid_request_error", "messages")
            return JSONResponse(body, 400)
        case _:
            return JSONResponse(errors.shape(f"{type(error).__name__}: {error}", "internal", "server_error"), 500)


def _add_generation(app: FastAPI, host: Host) -> None:
    @app.post("/v1/chat/completions")
    async def chat(body: ChatBody) -> Response:  # pyright: ignore[reportUnusedFunction] -- registered
        resident = await host.named(body.model)
        sampling = body.sampling(body.max_completion_tokens or resident.info.context_length)
        prompt = resident.read_chat([message.message() for message in body.messages], sampling)
        return _answer(host, resident, body, prompt, sampling, chat=True)

    @app.post("/v1/completions")
    async def complete(body: CompletionBody) -> Response:  # pyright: ignore[reportUnusedFunction] -- registered
        resident = await host.named(body.model)
        sampling = body.sampling(_OPENAI_COMPLETION_TOKENS)
        if isinstance(body.prompt, str):
            prompt = resident.read_text(body.prompt, sampling)
        else:
            prompt = resident.read_ids(body.prompt, sampling)
        return _answer(host, resident, body, prompt, sampling, chat=False)


def _add_management(app: FastAPI, host: Host, end: Callable[[], None]) -> None:
    @app.get("/v1/models")
    async def models() -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction] -- registered
        return {"object": "list", "data": [_card(one.info) for one in await host.models()]}

    @app.get("/v1/models/{name:path}")
    async def model(name: str) -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction] -- registered
        return _card((await host.named(name)).info)

    @app.get("/health")
    async def health() -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction] -- registered
        return asdict(host.health())

    @app.post("/shutdown")
    async def shutdown(if_idle: bool = False) -> Response:  # pyright: ignore[reportUnusedFunction] -- registered
        if if_idle and host.running:
            return JSONResponse(errors.shape("The engine is busy.", "busy", "invalid_request_error"), 409)
        end()
        return JSONResponse({"stopping": True}, 202)


def _card(info: ModelInfo) -> dict[str, Any]:
    return {
        "id": info.id,
        "object": "model",
        "owned_by": "vibe-lsp",
        "max_model_len": info.context_length,
        "family": info.family,
        "device": info.device,
        "extra": info.extra,
    }


def _answer(
    host: Host, resident: "Resident", body: GenerationBody, prompt: "Prompt", sampling: "Sampling", chat: bool
) -> Response:
    shape = Shape(chat, resident.info.id, len(prompt.ids), body.stream_options)
    kind = EventStream if body.stream else WholeAnswer
    return kind(_counted(host, resident.generate(prompt, sampling)), shape)


async def _counted(host: Host, chunks: AsyncGenerator[Chunk, None]) -> AsyncGenerator[Chunk, None]:
    """The engine is busy for as long as somebody reads."""
    with host.request():
        async with aclosing(chunks):
            async for chunk in chunks:
                yield chunk
