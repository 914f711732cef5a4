"""Finds, starts, adopts and stops the shared engine: a process of its own that outlives the window that started it.

It is started with `python -m`, never imported. A lock file makes windows that start at the same instant take turns:
the first starts the engine, the others find it.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import filelock
import httpx

from lsp_server import __version__
from lsp_server.engine import api, process, runfiles
from lsp_server.engine.runfiles import RunFiles, Running
from lsp_server.engine.wire import PROTOCOL_VERSION, Health, health
from lsp_server.errors import (
    EngineCrashedError,
    EngineError,
    EngineUnavailableError,
    EngineVersionError,
    ModelBrokenError,
    ModelNotFoundError,
    VibeError,
)
from lsp_server.settings import EngineSettings

PROGRAM: tuple[str, ...] = (sys.executable, "-P", "-m", "lsp_server.engine.service")
"""`-P`: a `torch.py` in the user's project must not become the engine's."""

HAS_UNIX_SOCKETS = os.name == "posix"

_OPEN_S = 60.0
"""How long a new process may take to open its socket; only Python's own start lies before that."""

_ASK_S = 10.0
"""How long to wait for `/health`. An engine that is importing torch may be silent for seconds."""

_STOP_S = 3.0
_POLL_S = 0.05

_FAILURES: dict[str, type[VibeError]] = {
    kind.code: kind for kind in (EngineCrashedError, EngineUnavailableError, ModelNotFoundError, ModelBrokenError)
}

OnState = Callable[[str], None]


async def ensure(settings: EngineSettings, on_state: OnState | None = None) -> api.Address:
    """The address of an engine that is ready to answer; starts it if need be. Raises EngineError's subclasses."""
    tell = _once_each(on_state)
    try:
        files = _files(settings)
        async with _locked(files, settings.start_timeout_s):
            address = await _adopt(files) or await _start(files, settings, tell)
    except OSError as error:
        raise runfiles.unusable(error) from error
    await _ready(address, files, settings.start_timeout_s, tell)
    return address


async def start(settings: EngineSettings, on_state: OnState | None = None) -> Health:
    """Like `ensure`, for people: what the running engine says of itself."""
    address = await ensure(settings, on_state)
    found = await _ask(address)
    if found is None:
        raise EngineCrashedError(f"The engine ended right after its start. {process.last_words(_files(settings))}")
    return found


async def status(settings: EngineSettings) -> Health | None:
    """Of the engine for these settings; None when none runs. Starts nothing."""
    return await _ask_running(runfiles.read(_files(settings).json), _files(settings))


async def statuses() -> list[Health]:
    """Of all engines of this user."""
    pairs = [(one, runfiles.run_files(one.model, one.device)) for one in runfiles.all_running()]
    found = await asyncio.gather(*(_ask_running(running, files) for running, files in pairs))
    return [one for one in found if one]


async def stop(settings: EngineSettings) -> bool:
    """End the engine for these settings, whatever it is doing. False when none was running."""
    return await _stop(_files(settings))


async def stop_all() -> int:
    """End all engines of this user; how many there were."""
    files = [runfiles.run_files(one.model, one.device) for one in runfiles.all_running()]
    return sum(await asyncio.gather(*(_stop(one) for one in files)))


async def _adopt(files: RunFiles) -> api.Address | None:
    """A running engine that may be used. One that failed or is of another version is ended first, if it is idle."""
    running = runfiles.read(files.json)
    if running is None:
        return None
    address = _address(running, files)
    try:
        found = await _health(address)
    except api.UnreachableError:
        return None
    except api.GoneError:
        return address if process.is_engine(running.pid) else None
    if found.state == "failed":
        await _stop(files)
        return None
    if (found.protocol, found.version) == (PROTOCOL_VERSION, __version__):
        return address
    await _replace(address, files, running, found)
    return None


async def _replace(address: api.Address, files: RunFiles, running: Running, found: Health) -> None:
    """End an idle engine of another version. Asking and ending are one step there, so nobody's answer is cut."""
    async with api.open_client(address, _ASK_S) as client:
        try:
            response = await client.post("/shutdown", params={"if_idle": True})
        except httpx.TransportError:
            return
    if response.status_code == 409:
        raise EngineVersionError(
            f"An engine of vibe-lsp {found.version or 'another version'} is answering another window, and this is "
            f"{__version__}. Try again when it is done, or end it with `vibe-lsp engine stop`."
        )
    await process.wait_until_gone(running.pid, _STOP_S)
    await _stop(files)


async def _start(files: RunFiles, settings: EngineSettings, tell: OnState) -> api.Address:
    """A new process that listens. Its model is not loaded yet."""
    tell("starting the engine")
    for stale in (files.json, files.socket):
        stale.unlink(missing_ok=True)
    runfiles.new_token(files.token)
    started = process.spawn(PROGRAM, files, settings, HAS_UNIX_SOCKETS)
    try:
        return await _opened(started, files)
    except BaseException:
        started.kill()  # given up or cancelled: nobody would find it
        raise


async def _opened(started: "subprocess.Popen[bytes]", files: RunFiles) -> api.Address:
    """Its address, as soon as its run file names it."""
    deadline = time.monotonic() + _OPEN_S
    while time.monotonic() < deadline:
        running = runfiles.read(files.json)
        if running and running.pid == started.pid:
            return _address(running, files)
        if started.poll() is not None:
            raise EngineUnavailableError(f"The engine ended while it was starting. {process.last_words(files)}")
        await asyncio.sleep(_POLL_S)
    raise EngineUnavailableError(f"The engine did not open its socket in {_OPEN_S:.0f} s. {process.last_words(files)}")


async def _ready(address: api.Address, files: RunFiles, timeout_s: float, tell: OnState) -> None:
    """Wait for the model. Raises the engine's own error when it cannot be loaded."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        try:
            found = await _health(address)
        except api.UnreachableError as error:
            raise EngineCrashedError(f"The engine ended while it was loading. {process.last_words(files)}") from error
        except api.GoneError:
            found = Health()
        if found.state == "ready":
            return
        if found.state == "failed":
            raise _FAILURES.get(found.error_code, EngineError)(found.error)
        tell(f"loading {Path(found.model).name}" if found.model else "starting the engine")
        await asyncio.sleep(_POLL_S * 3)
    raise EngineUnavailableError(
        f"The engine was not ready within {timeout_s:.0f} s (`engine.start_timeout_s`). {process.last_words(files)}"
    )


async def _stop(files: RunFiles) -> bool:
    """Politely, then by signal. Removes the run files in any case."""
    running = runfiles.read(files.json)
    if running is None:
        return False
    alive = process.is_engine(running.pid)
    if alive:
        async with api.open_client(_address(running, files), _STOP_S) as client:
            try:
                await client.post("/shutdown")
            except httpx.TransportError:
                pass  # it hangs or is half gone: the signals below settle it
        await process.end(running.pid, _STOP_S)
    runfiles.forget(files.json, (files.socket, files.token), running.pid)
    return alive


@asynccontextmanager
async def _locked(files: RunFiles, timeout_s: float) -> AsyncGenerator[None, None]:
    lock = filelock.FileLock(files.lock, thread_local=False)
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            lock.acquire(blocking=False)
            break
        except filelock.Timeout as error:
            if time.monotonic() > deadline:
                raise EngineUnavailableError(
                    f"Another window has been starting the engine for {timeout_s:.0f} s. Close it, or remove "
                    f"{files.lock}."
                ) from error
            await asyncio.sleep(_POLL_S)
    try:
        yield
    finally:
        lock.release()


async def _health(address: api.Address) -> Health:
    """Raises api.UnreachableError when nobody listens, api.GoneError when no answer came."""
    async with api.open_client(address, _ASK_S) as client:
        try:
            return health(await api.get(client, "/health"))
        except VibeError as error:
            raise api.UnreachableError(f"not our engine: {error}") from error


async def _ask(address: api.Address) -> Health | None:
    try:
        return await _health(address)
    except api.GoneError:
        return None


async def _ask_running(running: Running | None, files: RunFiles) -> Health | None:
    return await _ask(_address(running, files)) if running else None


def _address(running: Running, files: RunFiles) -> api.Address:
    base = "http://engine" if running.socket else f"http://127.0.0.1:{running.port}"
    return api.Address(base, runfiles.read_token(files.token), running.socket)


def _files(settings: EngineSettings) -> RunFiles:
    return runfiles.run_files(settings.model, settings.device)


def _once_each(on_state: OnState | None) -> OnState:
    """Passes a phrase on when it differs from the one before."""
    last = [""]

    def tell(state: str) -> None:
        if on_state and state != last[0]:
            last[0] = state
            on_state(state)

    return tell
