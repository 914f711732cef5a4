"""The real engine process with a stand-in for the model: everything but torch, so it is ready within a second.

Its text is a function of the seed, like the real one's. The environment makes it misbehave:

    QUICK_VERSION=9.9       say that it is vibe-lsp 9.9
    QUICK_LOADING_S=3       take so long to load
    QUICK_BROKEN=1          find its model broken
    QUICK_DIES_AFTER=5      kill itself after so many tokens, at most as often as there are lines to take from the file
    QUICK_LIVES=path        that this names
    QUICK_DEATH=decoder     only the decode thread dies then, and the process goes on
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import lsp_server
from lsp_server.engine.merge import merged
from lsp_server.engine.wire import Chunk, Message, ModelInfo, Sampling
from lsp_server.errors import EngineCrashedError, ModelBrokenError

TOKEN_S = 0.002


@dataclass
class QuickResident:
    """Answers "0:<seed> 1:<seed> …" until `max_tokens`, and counts like the real one."""

    info: ModelInfo = field(default_factory=lambda: ModelInfo("quick", "chat", 100_000, "cpu"))
    decoder: Any = field(default_factory=lambda: SimpleNamespace(steps=0, tokens=0, alive=True))

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def memory(self) -> dict[str, int]:
        return {}

    async def warm_up(self) -> None: ...

    def read_chat(self, messages: Sequence[Message], sampling: Sampling) -> Any:
        return SimpleNamespace(ids=tuple(range(len(messages))), max_tokens=sampling.max_tokens)

    def read_text(self, text: str, sampling: Sampling) -> Any:
        return SimpleNamespace(ids=tuple(range(len(text))), max_tokens=sampling.max_tokens)

    def generate(self, prompt: Any, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return merged([self._candidate(index, prompt.max_tokens, sampling) for index in range(sampling.n)])

    async def _candidate(self, index: int, count: int, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        for token in range(count):
            await asyncio.sleep(TOKEN_S)
            self.decoder.steps += 1
            self.decoder.tokens += 1
            yield Chunk(index, f"{token}:{sampling.seed}+{index} ", 1)
            if token + 1 == int(os.environ.get("QUICK_DIES_AFTER", 0)) and wants_to_die():
                self.decoder.alive = False
                raise EngineCrashedError("The engine could not go on decoding: CUDA out of memory.")
        yield Chunk(index, "", 0, "length")


def wants_to_die() -> bool:
    """Takes one life. The whole process goes at once unless only its decode thread should."""
    lives = Path(os.environ["QUICK_LIVES"])
    lines = lives.read_text().splitlines()
    lives.write_text("\n".join(lines[1:]))
    if lines and os.environ.get("QUICK_DEATH") != "decoder":
        os.kill(os.getpid(), signal.SIGKILL)
    return bool(lines)


def load(host: Any) -> QuickResident:
    host._model, host.phase = "some/quick", "loading"
    time.sleep(float(os.environ.get("QUICK_LOADING_S", 0)))
    if os.environ.get("QUICK_BROKEN"):
        raise ModelBrokenError("The model in /nowhere cannot be used: its weights are cut off.")
    return QuickResident()


if __name__ == "__main__":
    lsp_server.__version__ = os.environ.get("QUICK_VERSION", lsp_server.__version__)
    from lsp_server.engine.service import host
    from lsp_server.engine.service.__main__ import main

    host.Host._load = load  # type: ignore[assignment, method-assign] -- the one thing that is not real here
    main()
