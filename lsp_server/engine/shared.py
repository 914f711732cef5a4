"""The engine that all windows share, as an `Engine`.

It is started when it is first needed and restarted once when it crashes. How processes are found is `launcher`'s.
"""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import httpx

from lsp_server.engine import api, launcher
from lsp_server.engine.replay import DivergedError, Replay
from lsp_server.engine.wire import Chunk, Message, ModelInfo, Sampling
from lsp_server.errors import EngineCrashedError
from lsp_server.settings import EngineSettings

_SILENCE_S = 60.0
"""The engine sends a sign of life every 5 s while it answers; one that is silent for so long hangs."""


class SharedEngine:
    """Fits `client.Engine`. Nothing is started before the first request.

    `model` is one that the engine loads beside the one of the settings, see `service.app`.
    """

    def __init__(self, settings: EngineSettings, on_state: Callable[[str], None] | None, model: str = "") -> None:
        self._settings = settings
        self._model = model
        self._on_state = on_state
        self._client: httpx.AsyncClient | None = None
        self._connecting = asyncio.Lock()

    def chat(self, messages: Sequence[Message], sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._stream(api.CHAT, lambda seeded: api.chat_body(messages, seeded), sampling)

    def complete(self, prompt: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._stream(api.COMPLETIONS, lambda seeded: api.completion_body(prompt, seeded), sampling)

    async def info(self) -> ModelInfo:
        for last in (False, True):
            client = await self._connected()
            try:
                if self._model:
                    return api.model_info({"data": [await api.get(client, f"/v1/models/{quote(self._model)}")]})
                return api.model_info(await api.get(client, "/v1/models"))
            except (api.GoneError, EngineCrashedError) as error:
                await self._drop(client)
                if last:
                    raise EngineCrashedError(_CRASHED) from error
        raise AssertionError("unreachable")

    async def aclose(self) -> None:
        """Lets go of the connection; the engine itself stays for other windows and ends when it has been idle."""
        client, self._client = self._client, None
        if client:
            await client.aclose()

    async def _stream(
        self, path: str, body: Callable[[Sampling], Mapping[str, Any]], sampling: Sampling
    ) -> AsyncGenerator[Chunk, None]:
        """Repeats the request once after a crash; with its seed fixed, the second answer continues the first."""
        seed = secrets.randbits(31) if sampling.seed is None else sampling.seed
        content = {**body(replace(sampling, seed=seed)), **api.extensions(sampling), "model": self._model}
        replay = Replay()
        crashes = 0
        while True:
            fresh = self._client is None
            client = await self._connected()
            try:
                async with aclosing(api.stream(client, f"/v1/{path}", content)) as chunks:
                    async for chunk in chunks:
                        if new := replay.take(chunk):
                            yield new
                return
            except DivergedError as error:
                raise EngineCrashedError(_DIVERGED) from error
            except (api.GoneError, EngineCrashedError) as error:
                await self._drop(client)
                if isinstance(error, api.SilentError):
                    await launcher.stop(self._settings)  # it hangs, and would be found again
                # An engine that had ended of idleness before this request has not crashed.
                crashes += 0 if isinstance(error, api.UnreachableError) and not fresh else 1
                if crashes > 1:
                    raise EngineCrashedError(_CRASHED) from error
                replay.again()

    async def _connected(self) -> httpx.AsyncClient:
        """One connection for all requests of this window, also for those that begin at the same moment."""
        async with self._connecting:
            if self._client is None:
                address = await launcher.ensure(self._settings, self._on_state)
                self._client = api.open_client(address, _SILENCE_S)
            return self._client

    async def _drop(self, client: httpx.AsyncClient) -> None:
        """After a failure; another request may have connected anew in the meantime, and that connection is kept."""
        if self._client is client:
            self._client = None
        await client.aclose()


_CRASHED = (
    "The engine stopped in the middle of the answer, was started again, and stopped again. "
    "`vibe-lsp doctor` looks for the cause; `vibe-lsp engine status` names its log."
)
_DIVERGED = "The engine stopped in the middle of the answer and could not continue it. Please ask again."
