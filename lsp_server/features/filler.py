"""Which model fills, and how it wants to be asked: the engine's own if it was trained to, else one beside it.

The shared engine decides by itself and keeps both in one process. Where the model at `engine.url` cannot fill, the
embedded one does, in an engine here.

Found out when the first completion is wanted and kept until the settings change. After an error it is left alone for a
while: an engine that cannot start is not started again at every key.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from lsp_server.engine.client import Engine, connect
from lsp_server.engine.fim import AUTO, FimFormat, format_of
from lsp_server.engine.wire import FILL, ModelInfo
from lsp_server.errors import VibeError
from lsp_server.features.engine import engine_of
from lsp_server.features.ghost_state import Fillers
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import log
from lsp_server.settings import EngineSettings, Settings

_STARTER = "starter"
_REST_S = 30.0


@dataclass(frozen=True, slots=True)
class Filler:
    """An engine whose model can fill. `format` is how."""

    engine: Engine
    format: FimFormat
    model: str


@asynccontextmanager
async def filler_of(ls: VibeServer) -> AsyncGenerator[Filler | None]:
    """The filler, for as long as it is used; None when the settings name a model that cannot fill."""
    state = await _current(ls)
    if state.own is None:
        state.own = _own(ls.settings)
    if state.own is None:
        async with engine_of(ls, _unheard) as engine:
            state.info = state.info or await engine.info()
            if _fills(state.info, ls.settings):
                yield _filler(engine, state.info, ls.settings)
                return
            if state.own is None:  # two fills may have asked at once
                state.own, state.info = connect(_embedded(ls.settings)), None
    engine = state.own
    state.info = state.info or await engine.info()
    yield _filler(engine, state.info, ls.settings)


def complain(ls: VibeServer, error: VibeError) -> None:
    """Once, to the log: ghost text is nothing that one is interrupted for."""
    state = ls.fillers
    state.silent_until = monotonic() + _REST_S
    state.info = None
    if state.told != str(error):
        state.told = str(error)
        log(ls, f"No inline completions for now: {error}")


async def release(ls: VibeServer) -> None:
    """Let go of the engine beside the window's. It lives on for other windows."""
    own, ls.fillers = ls.fillers.own, Fillers()
    if own is not None:
        await own.aclose()


async def _current(ls: VibeServer) -> Fillers:
    wanted = (ls.settings.engine, ls.settings.completion)
    if ls.fillers.wanted != wanted:
        await release(ls)
        ls.fillers.wanted = wanted
    return ls.fillers


def _own(settings: Settings) -> Engine | None:
    """The connection for completions; None when the server at `engine.url` must first tell whether it can fill."""
    engine, chosen = settings.engine, settings.completion
    if chosen.url:
        return connect(engine.model_copy(update={"url": chosen.url, "model": chosen.model}))
    if not engine.url:
        return connect(engine, model=FILL if chosen.model == AUTO else chosen.model)
    if chosen.model not in (AUTO, engine.model):
        return connect(engine.model_copy(update={"url": "", "model": chosen.model}))
    return None


def _fills(info: ModelInfo, settings: Settings) -> bool:
    return settings.completion.model != AUTO or format_of(info, settings.completion.format) is not None


def _embedded(settings: Settings) -> EngineSettings:
    return settings.engine.model_copy(update={"url": "", "model": _STARTER, "device": "cpu"})


def _filler(engine: Engine, info: ModelInfo, settings: Settings) -> Filler | None:
    found = format_of(info, settings.completion.format)
    return Filler(engine, found, info.id) if found else None


def _unheard(_: str) -> None:
    """What an engine says while it starts is not shown to somebody who types."""
