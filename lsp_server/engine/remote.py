"""Any OpenAI-compatible server as an `Engine` (`engine.url`). Nothing is started or stopped here."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import httpx

from lsp_server.engine import api
from lsp_server.engine.merge import merged
from lsp_server.engine.wire import Chunk, Message, ModelInfo, Sampling
from lsp_server.errors import EngineUnavailableError, RequestRefusedError
from lsp_server.settings import EngineSettings

_SILENCE_S = 600.0
"""A busy server may queue a request for minutes; unlike ours it sends no signs of life."""


class RemoteEngine:
    """Fits `client.Engine`."""

    def __init__(self, settings: EngineSettings) -> None:
        self._settings = settings
        self._client: httpx.AsyncClient | None = None
        self._info: ModelInfo | None = None
        self._plain = False
        """True once the server has refused vLLM's fields: from then on only OpenAI's own are sent."""

    def chat(self, messages: Sequence[Message], sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._stream(api.CHAT, api.chat_body(messages, replace(sampling, n=1)), sampling)

    def complete(self, prompt: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._stream(api.COMPLETIONS, api.completion_body(prompt, replace(sampling, n=1)), sampling)

    async def info(self) -> ModelInfo:
        if self._info is None:
            wanted = "" if self._settings.model in ("auto", "starter") else self._settings.model
            try:
                self._info = api.model_info(await api.get(self._connected(), "models"), wanted)
            except api.GoneError as error:
                raise self._unavailable(error) from error
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
        extended = not self._plain
        content = {**body, **api.extensions(sampling)} if extended else body
        begun = False
        try:
            async with aclosing(api.stream(self._connected(), path, content)) as chunks:
                async for chunk in chunks:
                    begun = True
                    yield replace(chunk, index=index)
            return
        except api.GoneError as error:
            raise self._unavailable(error) from error
        except RequestRefusedError:
            if begun or not extended:
                raise
            # Strict servers refuse fields they do not know. Should the reason be another, the second try says so.
        self._plain = True
        async with aclosing(self._candidate(path, body, sampling, index)) as chunks:
            async for chunk in chunks:
                yield chunk

    def _connected(self) -> httpx.AsyncClient:
        if self._client is None:
            address = api.Address(self._settings.url.rstrip("/") + "/", self._settings.api_key)
            self._client = api.open_client(address, _SILENCE_S)
        return self._client

    def _unavailable(self, error: Exception) -> EngineUnavailableError:
        return EngineUnavailableError(
            f"The server at {self._settings.url} (`engine.url`) does not answer: {str(error).rstrip('.')}. "
            "Start it, or clear the setting to use the built-in engine."
        )


def _seed(sampling: Sampling, index: int) -> dict[str, int]:
    """Candidates of one request must differ, so each has its own seed."""
    return {} if sampling.seed is None else {"seed": sampling.seed + index}
