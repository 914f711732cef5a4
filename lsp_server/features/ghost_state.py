"""What inline completion remembers for one window. Data only: `ghost` and `filler` work on it."""

import asyncio
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from lsp_server.engine.client import Engine
from lsp_server.engine.wire import ModelInfo
from lsp_server.features.fills import Fills
from lsp_server.settings import CompletionSettings, EngineSettings

Tasks = dict[str, "asyncio.Task[Any]"]


@dataclass(slots=True)
class Fillers:
    """`own` is the connection for completions, `info` that of the engine that fills; both for the settings `wanted`."""

    wanted: tuple[EngineSettings, CompletionSettings] | None = None
    own: Engine | None = None
    info: ModelInfo | None = None
    silent_until: float = 0.0
    told: str = ""

    @property
    def resting(self) -> bool:
        return monotonic() < self.silent_until


@dataclass(slots=True)
class Ghost:
    """`asking`: the request that is being answered for each document. `background`: what is written or noted down.

    `last_key`: when the last request of a document came, and the usual gap between them; `cost`: what writing a fill
    takes. In seconds.
    """

    fills: Fills = field(default_factory=Fills)
    asking: Tasks = field(default_factory=Tasks)
    background: set["asyncio.Task[Any]"] = field(default_factory=set["asyncio.Task[Any]"])
    last_key: dict[str, tuple[float, float]] = field(default_factory=dict[str, tuple[float, float]])
    cost: float = 0.0
    noting: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while something is noted down, so that a completion is offered before it is accepted there as well."""
