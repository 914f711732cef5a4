"""The engine's one model through its life: starting, loading, ready or failed; and how busy it is.

Holds no HTTP. torch is imported by the loading thread, so that `/health` answers from the first moment.
"""

import asyncio
import logging
import os
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lsp_server import __version__
from lsp_server.engine.wire import PROTOCOL_VERSION, Health, Phase
from lsp_server.errors import EngineCrashedError, EngineError, EngineUnavailableError, VibeError

if TYPE_CHECKING:
    from lsp_server.engine.runtime.resident import Resident

_log = logging.getLogger(__name__)


class Host:
    """`resident` is set exactly while the phase is "ready"."""

    def __init__(self, model: str, device: str) -> None:
        self.phase: Phase = "starting"
        self.error: VibeError | None = None
        self.resident: Resident | None = None
        self.running = 0
        self.requests = 0
        self.tokens_per_s = 0.0
        self._wish = (model, device)
        self._model = ""
        self._reason = ""
        self._started = self._last_used = time.monotonic()
        self._measured = (self._started, 0)

    async def load(self) -> None:
        """Choose and load the model in a thread of its own, then decode one token. Never raises: see `error`."""
        try:
            resident = await _in_daemon_thread(self._load)
            resident.start()
            await resident.warm_up()
            self.resident, self.phase = resident, "ready"
        except VibeError as error:
            self.fail(error)
        except Exception as error:
            _log.exception("loading failed")
            self.fail(EngineError(f"The engine could not load its model: {error or type(error).__name__}."))
        self._last_used = time.monotonic()

    def fail(self, error: VibeError) -> None:
        _log.error("%s", error)
        self.error, self.phase = error, "failed"
        if self.resident:
            self.resident, resident = None, self.resident
            resident.stop()

    def notice_death(self) -> None:
        """The decode thread can die (out of memory on the device); nothing can be decoded after that."""
        if self.resident and not self.resident.decoder.alive:
            self.fail(EngineCrashedError("The engine's decode thread has died; its log says why."))

    def check(self) -> "Resident":
        """The resident model, or the error that says why there is none."""
        self.notice_death()
        if self.resident:
            return self.resident
        raise self.error or EngineUnavailableError("The model is still being loaded. Try again in a moment.")

    @contextmanager
    def request(self) -> Generator[None, None, None]:
        """Around the answering of one request: the engine is not idle inside."""
        self.running += 1
        self.requests += 1
        try:
            yield
        finally:
            self.running -= 1
            self._last_used = time.monotonic()

    def idle_s(self) -> float:
        busy = self.running > 0 or self.phase in ("starting", "loading")
        return 0.0 if busy else time.monotonic() - self._last_used

    def measure(self) -> None:
        """Call about once a second: tokens per second since the last call."""
        now, tokens = time.monotonic(), self._tokens()
        before, counted = self._measured
        self.tokens_per_s = (tokens - counted) / max(now - before, 1e-3)
        self._measured = (now, tokens)

    def health(self) -> Health:
        self.notice_death()
        return Health(
            state=self.phase,
            protocol=PROTOCOL_VERSION,
            version=__version__,
            pid=os.getpid(),
            model=self._model,
            device=self.resident.info.device if self.resident else "",
            reason=self._reason,
            running=self.running,
            requests=self.requests,
            steps=self.resident.decoder.steps if self.resident else 0,
            tokens=self._tokens(),
            tokens_per_s=round(self.tokens_per_s, 1),
            uptime_s=round(time.monotonic() - self._started, 1),
            idle_s=round(self.idle_s(), 1),
            memory=self.resident.memory() if self.resident else {},
            error_code=self.error.code if self.error else "",
            error=str(self.error or ""),
        )

    def _tokens(self) -> int:
        return self.resident.decoder.tokens if self.resident else 0

    def _load(self) -> "Resident":
        from lsp_server.engine.runtime import loading
        from lsp_server.engine.runtime.resident import Resident

        choice = loading.choose(*self._wish)
        self._model, self._reason, self.phase = choice.id, choice.reason, "loading"
        return Resident(loading.load(choice))


async def _in_daemon_thread(work: Callable[[], Any]) -> Any:
    """Unlike asyncio's own threads, a daemon does not keep a process alive that was told to end while loading."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Any] = loop.create_future()

    def run() -> None:
        try:
            value = work()
        except BaseException as error:
            loop.call_soon_threadsafe(_settle, result, None, error)
        else:
            loop.call_soon_threadsafe(_settle, result, value, None)

    threading.Thread(target=run, name="load", daemon=True).start()
    return await result


def _settle(result: "asyncio.Future[Any]", value: Any, error: BaseException | None) -> None:
    if result.done():
        return
    if error is not None:
        result.set_exception(error)
    else:
        result.set_result(value)
