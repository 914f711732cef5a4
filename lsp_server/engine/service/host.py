"""The engine's models through their lives, and how busy they are. Holds no HTTP.

The one that answers is loaded at the start: starting, loading, ready or failed. Those that fill beside it are loaded
when they are first asked for, and the engine lives on without one that cannot be loaded.

torch is imported by the loading thread, so that `/health` answers from the first moment.
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
from lsp_server.engine.service.beside import Beside
from lsp_server.engine.wire import FILL, PROTOCOL_VERSION, Health, Phase
from lsp_server.errors import EngineCrashedError, EngineError, EngineUnavailableError, VibeError

if TYPE_CHECKING:
    from lsp_server.engine.runtime.models.loading import Choice
    from lsp_server.engine.runtime.resident import Resident

_log = logging.getLogger(__name__)


class Host:
    """`resident` is set while the phase is "ready", unless the engine sleeps: then the next request loads it again."""

    def __init__(self, model: str, device: str) -> None:
        self.phase: Phase = "starting"
        self.error: VibeError | None = None
        self.resident: Resident | None = None
        self.running = 0
        self.requests = 0
        self.tokens_per_s = 0.0
        self._wish = (model, device)
        self._turns: Any = None
        self._free_cache: Callable[[], None] | None = None
        self._companion: Choice | None = None
        self._beside = Beside(self._open_beside)
        self._model = ""
        self._reason = ""
        self._started = self._last_used = time.monotonic()
        self._measured = (self._started, 0)
        self._before_sleep = (0, 0)
        self._waking: asyncio.Task[None] | None = None

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
        self.stop()

    def stop(self) -> None:
        """End the decoding and let go of all models, so that their memory is free."""
        self._before_sleep = (self._steps(), self._tokens())
        self._beside.clear()
        if self.resident:
            self.resident.stop()
        self.resident = None

    @property
    def asleep(self) -> bool:
        return self.phase == "ready" and self.resident is None

    def sleep(self) -> None:
        """Free the memory and stay: what takes longest at a start, loading the libraries, is not needed again."""
        _log.info("nobody has asked for long: the model's memory is freed until somebody does")
        self.stop()
        if self._free_cache:
            self._free_cache()

    async def _awake(self) -> None:
        if self.asleep:
            self.phase = "loading"
            self._waking = asyncio.create_task(self.load())
        if self._waking:
            await asyncio.shield(self._waking)

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

    async def named(self, name: str) -> "Resident":
        """The model called `name`, loaded if need be. Raises as `check`, or the reason why it cannot be had."""
        self._last_used = time.monotonic()
        await self._awake()
        main = self.check()
        if name in ("", "auto", main.info.id):
            return main
        return await (self._filler() if name == FILL else self._beside.get(name))

    async def _filler(self) -> "Resident":
        """What `companion` chose; the embedded model where that can no longer be loaded."""
        if self._companion is None:
            return self.check()
        try:
            return await self._beside.get(self._companion.id)
        except VibeError as error:
            if self._companion.id == "starter":
                raise
            _log.warning("the embedded model fills instead: %s", error)
            return await self._beside.get("starter")

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
            beside=tuple(one.info.id for one in self._residents() if one is not self.resident),
            device=self.resident.info.device if self.resident else "",
            reason=self._reason,
            running=self.running,
            requests=self.requests,
            steps=self._steps(),
            tokens=self._tokens(),
            tokens_per_s=round(self.tokens_per_s, 1),
            uptime_s=round(time.monotonic() - self._started, 1),
            idle_s=round(self.idle_s(), 1),
            memory=self._memory(),
            error_code=self.error.code if self.error else "",
            error=str(self.error or ""),
        )

    async def models(self) -> "list[Resident]":
        """What is loaded, the one that answers first. Raises as `check`."""
        await self._awake()
        self.check()
        return self._residents()

    def _residents(self) -> "list[Resident]":
        return [*([self.resident] if self.resident else []), *self._beside.ready()]

    def _steps(self) -> int:
        return self._before_sleep[0] + sum(one.decoder.steps for one in self._residents())

    def _tokens(self) -> int:
        return self._before_sleep[1] + sum(one.decoder.tokens for one in self._residents())

    def _memory(self) -> dict[str, int]:
        """Of the device of the model that answers; `planned` is what all models may take."""
        if self.resident is None:
            return {}
        planned = sum(one.memory().get("planned", 0) for one in self._residents())
        return {**self.resident.memory(), "planned": planned}

    def _load(self) -> "Resident":
        from lsp_server.engine.runtime.decoding.turns import Turns
        from lsp_server.engine.runtime.models import companion, loading
        from lsp_server.engine.runtime.resident import Resident

        self._free_cache = loading.free_cache
        choice = loading.choose(*self._wish)
        self._model, self._reason, self.phase = choice.id, choice.reason, "loading"
        self._companion, self._turns = companion.companion(choice), Turns()
        return Resident(loading.load(companion.with_room(choice, self._companion)), self._turns)

    async def _open_beside(self, name: str) -> "Resident":
        _log.info("loading %s beside %s", name, self._model)
        try:
            resident = await _in_daemon_thread(lambda: self._load_beside(name))
            resident.start()
            await resident.warm_up()
        except VibeError:
            raise
        except Exception as error:
            _log.exception("loading %s failed", name)
            raise EngineError(f"The engine could not load {name}: {error or type(error).__name__}.") from error
        return resident

    def _load_beside(self, name: str) -> "Resident":
        from lsp_server.engine.runtime.models import companion, loading
        from lsp_server.engine.runtime.resident import Resident

        planned = self._companion if self._companion and self._companion.id == name else None
        return Resident(loading.load(planned or companion.chosen(name, self._wish[1])), self._turns)


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
