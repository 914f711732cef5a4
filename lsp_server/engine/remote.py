"""Any OpenAI-compatible server as an `Engine` (`engine.url`). Nothing is started or stopped here."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import httpx

from lsp_server.engine import api
from lsp_server.engine.merge import merged
from lsp_server.engine.profiles import family
from lsp_server.engine.wire import INTERACTIVE, Chunk, Message, ModelInfo, Sampling
from lsp_server.errors import EngineError, EngineUnavailableError, ModelNotFoundError, RequestRefusedError
from lsp_server.settings import EngineSettings

_SILENCE_S = 600.0
"""A busy server may queue a request for minutes; unlike ours it sends no signs of life."""

_WAITS_S = (0.5, 1.0, 2.0, 4.0)
"""Before the next try, while a server is busy, loading or just restarting."""

_NO_WAIT_S = (0.0,)
"""Nobody waits for a completion while a server gets up; an idle connection that it has closed is opened again."""

_LONGEST_WAIT_S = 30.0
"""A server that asks for more patience than this is as good as not there."""

_MOST_PORT = 65535

_LACKS = {
    "priority": "a running solve slows inline completions down",
    "thinking_token_budget": "`solve.budget` cannot end a thought that goes on for too long",
    "repetition_detection": "answers that go in circles run on to their last token",
    "top_k": "the server's own `top_k` holds",
    "token_healing": "completions in the middle of a word are worse",
}
"""What it means for the user that a server refuses one of `api.extensions`."""


class RemoteEngine:
    """Fits `client.Engine`. `on_state` hears once what the server lacks."""

    def __init__(self, settings: EngineSettings, on_state: Callable[[str], None] | None = None) -> None:
        self._settings = settings
        self._on_state = on_state
        self._client: httpx.AsyncClient | None = None
        self._info: ModelInfo | None = None
        self._refused: set[str] = set()
        """Fields beyond OpenAI's that the server does not take; they are not sent again."""

    def chat(self, messages: Sequence[Message], sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._stream(api.CHAT, api.chat_body(messages, replace(sampling, n=1)), sampling)

    def complete(self, prompt: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._stream(api.COMPLETIONS, api.completion_body(prompt, replace(sampling, n=1)), sampling)

    def infill(self, prefix: str, suffix: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        """By llama.cpp's `/infill`, which stands beside `/v1` and knows the tokens that frame a hole from its model."""
        root = self._settings.url.rstrip("/").removesuffix("/v1")
        body = api.infill_body(prefix, suffix, replace(sampling, n=1))
        return self._stream(f"{root}/{api.INFILL}", body, sampling)

    async def info(self) -> ModelInfo:
        if self._info is None:
            wanted = "" if self._settings.model in ("auto", "starter") else self._settings.model
            try:
                listing = await _patiently(lambda: api.get(self._connected(), "models"))
                self._info = api.model_info(listing, wanted)
            except api.GoneError as error:
                raise self._unavailable(error) from error
            except (EngineError, RequestRefusedError) as error:
                self._info = self._unlisted(wanted, error)
        return self._info

    async def aclose(self) -> None:
        client, self._client = self._client, None
        if client:
            await client.aclose()

    async def _stream(self, path: str, body: Mapping[str, Any], sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        """Each candidate is a request of its own: several servers ignore `n`, and prefixes are cached everywhere."""
        name = (await self.info()).id
        candidates = [
            self._candidate(path, {**body, "model": name, **_seed(sampling, index)}, sampling, index)
            for index in range(sampling.n)
        ]
        async with aclosing(merged(candidates)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _candidate(
        self, path: str, body: Mapping[str, Any], sampling: Sampling, index: int
    ) -> AsyncGenerator[Chunk, None]:
        """Asks again, with less or later, as long as nothing was answered; what was begun is never asked for twice."""
        extra = {name: value for name, value in api.extensions(sampling).items() if name not in self._refused}
        waits = iter(_NO_WAIT_S if sampling.priority == INTERACTIVE else _WAITS_S)
        left_out: set[str] = set()
        begun = False
        while True:
            try:
                async with aclosing(api.stream(self._connected(), path, {**body, **extra})) as chunks:
                    async for chunk in chunks:
                        begun = begun or self._does_without(left_out)
                        yield replace(chunk, index=index)
                return
            except RequestRefusedError as error:
                if begun or not extra:
                    raise
                # The fields that it names; all of ours when it names none. Was it another reason, the next try says so.
                left_out |= {name for name in extra if name in str(error).lower()} or set(extra)
                extra = {name: value for name, value in extra.items() if name not in left_out}
            except api.GoneError as error:
                wait = None if begun else next(waits, None)
                if wait is None or not await _waited(error, wait):
                    raise self._unavailable(error) from error

    def _does_without(self, left_out: set[str]) -> bool:
        """The server answers without these fields: they are not sent again, and the user is told what that means."""
        new = left_out - self._refused
        self._refused |= new
        if new and self._on_state:
            lacks = "; ".join(means for name, means in _LACKS.items() if name in new)
            self._on_state(f"the server at {self._settings.url} does not take {', '.join(sorted(new))}: {lacks}")
        return True

    def _connected(self) -> httpx.AsyncClient:
        if self._client is None:
            self._client = api.open_client(_address(self._settings), _SILENCE_S)
        return self._client

    def _unlisted(self, wanted: str, error: Exception) -> ModelInfo:
        """Of a server that cannot list its models, as `transformers serve` without a hub's cache."""
        if wanted and not isinstance(error, EngineUnavailableError):
            return api.model_info({"data": [{"id": wanted, "family": family(wanted)}]})
        if isinstance(error, (EngineUnavailableError, ModelNotFoundError)):
            raise error
        raise ModelNotFoundError(
            f"The server at {self._settings.url} (`engine.url`) does not say which models it has ({error}). "
            "Set `engine.model` to the name of one."
        ) from error

    def _unavailable(self, error: Exception) -> EngineUnavailableError:
        return EngineUnavailableError(
            f"The server at {self._settings.url} (`engine.url`) does not answer: {str(error).rstrip('.')}. "
            "Start it, or clear the setting to use the built-in engine."
        )


def _address(settings: EngineSettings) -> api.Address:
    """Raises EngineUnavailableError when nobody can be there: people mistype what they copy."""
    try:
        url = httpx.URL(settings.url)
        possible = url.scheme in ("http", "https") and bool(url.host) and (url.port or 0) <= _MOST_PORT
    except httpx.InvalidURL:
        possible = False
    if not possible:
        raise EngineUnavailableError(
            f"`engine.url` is `{settings.url}`, and that is no server's address. "
            "Write it like this: `http://127.0.0.1:8000/v1`."
        )
    if not (settings.api_key.isascii() and settings.api_key.isprintable()):
        raise EngineUnavailableError("`engine.api_key` has characters that no key can have. Copy it again.")
    return api.Address(settings.url.rstrip("/") + "/", settings.api_key)


async def _patiently(ask: Callable[[], Any]) -> Any:
    """What a busy server says when it has time. One that is not there at all is told at once."""
    for wait in (*_WAITS_S, None):
        try:
            return await ask()
        except api.BusyError as error:
            if wait is None or not await _waited(error, wait):
                raise
    raise AssertionError("unreachable")


async def _waited(error: api.GoneError, usual_s: float) -> bool:
    """False when it is of no use to wait. A silent server has used its time up."""
    wait = (error.after_s if isinstance(error, api.BusyError) else None) or usual_s
    if isinstance(error, api.SilentError) or wait > _LONGEST_WAIT_S:
        return False
    await asyncio.sleep(wait)
    return True


def _seed(sampling: Sampling, index: int) -> dict[str, int]:
    """Candidates of one request must differ, so each has its own seed."""
    return {} if sampling.seed is None else {"seed": sampling.seed + index}
