"""The door to the model: `connect` gives an `Engine`, whatever stands behind it.

It says nothing about prompts and never imports the model's libraries.
"""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from lsp_server.engine.wire import Chunk, Message, ModelInfo, Sampling


class Engine(Protocol):
    """What a task needs of a model.

    The `sampling.n` candidates of a request arrive interleaved in one stream, told apart by `Chunk.index`; each ends
    with one chunk that has `finish`. Closing the generator (use `contextlib.aclosing`) stops the decoding.
    """

    def chat(self, messages: Sequence[Message], sampling: Sampling) -> AsyncGenerator[Chunk, None]: ...

    def complete(self, prompt: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]: ...

    async def info(self) -> ModelInfo: ...

    async def aclose(self) -> None: ...
