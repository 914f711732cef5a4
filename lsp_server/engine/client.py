"""The door to the model: `connect` gives an `Engine`, whatever stands behind it.

It says nothing about prompts and never imports the model's libraries.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Protocol, runtime_checkable

from lsp_server.engine.wire import Chunk, Message, ModelInfo, Sampling
from lsp_server.settings import EngineSettings


class Engine(Protocol):
    """What a task needs of a model.

    The `sampling.n` candidates of a request arrive interleaved in one stream, told apart by `Chunk.index`; each ends
    with one chunk that has `finish`. Closing the generator (use `contextlib.aclosing`) stops the decoding.
    """

    def chat(self, messages: Sequence[Message], sampling: Sampling) -> AsyncGenerator[Chunk, None]: ...

    def complete(self, prompt: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]: ...

    async def info(self) -> ModelInfo: ...

    async def aclose(self) -> None: ...


@runtime_checkable
class Infills(Protocol):
    """What an `Engine` may have besides: filling a hole between two texts without being told by which tokens."""

    def infill(self, prefix: str, suffix: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]: ...


def connect(settings: EngineSettings, on_state: Callable[[str], None] | None = None, model: str = "") -> Engine:
    """The engine that `settings` ask for. Lazy: nothing is started or reached before the first request.

    `on_state` hears phrases for people while one has to wait ("starting the engine", "loading VibeThinker-1.5B"), and
    what a server of somebody else's lacks. `model` is a name, or `wire.FILL` for whichever fills holes: not the model
    that answers but one that the shared engine loads beside it, in the same process.
    After a crash of the shared engine a request is repeated once and goes on where it broke off; if that fails, the
    stream raises EngineCrashedError.
    """
    # The HTTP client is imported late: it would add a third to the start time of the language server.
    if settings.url:
        from lsp_server.engine.remote import RemoteEngine

        return RemoteEngine(settings, on_state)
    from lsp_server.engine.shared import SharedEngine

    return SharedEngine(settings, on_state, model)
