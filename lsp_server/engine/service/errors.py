"""From our errors to HTTP: the numbers, and OpenAI's shape of an error."""

from typing import Any

from fastapi.exceptions import RequestValidationError

from lsp_server.errors import (
    AnswerError,
    DocumentChangedError,
    EngineCrashedError,
    EngineError,
    EngineUnavailableError,
    EngineVersionError,
    ModelBrokenError,
    ModelNotFoundError,
    ProblemError,
    PromptError,
    RequestRefusedError,
    SandboxError,
    SettingsError,
    StoreError,
    VibeError,
)

HTTP_STATUS: dict[type[VibeError], int] = {
    VibeError: 500,
    EngineError: 500,
    EngineCrashedError: 500,
    EngineUnavailableError: 503,
    EngineVersionError: 409,
    ModelNotFoundError: 404,
    ModelBrokenError: 503,
    RequestRefusedError: 400,
}
"""Subclasses that are not listed have the number of their nearest base."""

NEVER_HERE: tuple[type[VibeError], ...] = (
    SettingsError,
    ProblemError,
    PromptError,
    AnswerError,
    SandboxError,
    DocumentChangedError,
    StoreError,
)
"""Errors of the language server's own process; the engine has no way to meet them."""


def status(error: VibeError) -> int:
    return next(HTTP_STATUS[base] for base in type(error).__mro__ if base in HTTP_STATUS)


def shape(message: str, code: str, kind: str, param: str | None = None) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def body(error: VibeError) -> dict[str, Any]:
    kind = "invalid_request_error" if status(error) < 500 else "server_error"
    return shape(str(error), error.code, kind)


def validation_body(error: RequestValidationError) -> dict[str, Any]:
    """The first mistake, in words: which field, and what is wrong with it."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body") or None
    message = str(first["msg"]).removeprefix("Value error, ")
    return shape(f"{where}: {message}" if where else message, "invalid_value", "invalid_request_error", where)
