"""A stand-in for the engine: it says what it was told to say, piece by piece, and remembers what it was asked.

For tests of ours and of people who build on the server. It holds no model, starts no process and never waits for
longer than one turn of the event loop per piece.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsp_server.engine.wire import Chunk, Finish, Message, ModelInfo, Sampling

_PIECE = 4
"""Characters per chunk: small, so that consumers meet fences and tags split in every way."""
_STEP_S = 0.002
"""Between two pieces where somebody never ends: an engine is not so fast that nothing else can happen meanwhile."""

INFO = ModelInfo(id="scripted", family="scripted", context_length=32768, device="cpu")


@dataclass(frozen=True, slots=True)
class Reply:
    """The text of one candidate and how it ends."""

    text: str
    finish: Finish = "stop"


@dataclass(frozen=True, slots=True)
class Endless:
    """A candidate that repeats `text` until the stream is closed or `max_tokens` is reached."""

    text: str


Candidate = str | Reply | Endless
Answer = Candidate | Sequence[Candidate] | BaseException
"""One request's answer: one candidate (said by all `n`), a list (candidate i says the i-th), or an error to raise."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. Exactly one of `messages` and `prompt` is set."""

    messages: tuple[Message, ...] | None
    prompt: str | None
    sampling: Sampling


class ScriptedEngine:
    """Fits `client.Engine`. `requests` is what was asked; `aborted` counts the streams that were closed early."""

    def __init__(self, answers: Iterable[Answer] = (), info: ModelInfo = INFO) -> None:
        self.answers: list[Answer] = list(answers)
        self.requests: list[Asked] = []
        self.aborted = 0
        self.closed = False
        self._info = info

    def chat(self, messages: Sequence[Message], sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._answer(Asked(tuple(messages), None, sampling))

    def complete(self, prompt: str, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        return self._answer(Asked(None, prompt, sampling))

    async def info(self) -> ModelInfo:
        return self._info

    async def aclose(self) -> None:
        self.closed = True

    async def _answer(self, asked: Asked) -> AsyncGenerator[Chunk, None]:
        self.requests.append(asked)
        if not self.answers:
            raise AssertionError(f"The scripted engine was asked {len(self.requests)} times and has no answer left.")
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        candidates = _candidates(answer, asked.sampling.n)
        endless = any(isinstance(each, Endless) for each in candidates)
        try:
            for chunk in _interleaved(candidates, asked.sampling):
                await asyncio.sleep(_STEP_S if endless else 0)
                yield chunk
        except (GeneratorExit, asyncio.CancelledError):
            self.aborted += 1
            raise


def _candidates(answer: Candidate | Sequence[Candidate], n: int) -> list[Candidate]:
    if isinstance(answer, str | Reply | Endless):
        return [answer] * n
    return list(answer[:n])


def _interleaved(candidates: Sequence[Candidate], sampling: Sampling) -> Iterator[Chunk]:
    """A piece of each in turn, as candidates of one batch arrive."""
    streams = [_chunks(index, candidate, sampling) for index, candidate in enumerate(candidates)]
    while streams:
        for stream in tuple(streams):
            chunk = next(stream, None)
            if chunk is None:
                streams.remove(stream)
            else:
                yield chunk


def _chunks(index: int, candidate: Candidate, sampling: Sampling) -> Iterator[Chunk]:
    if isinstance(candidate, Endless):
        for _ in range(sampling.max_tokens):
            yield Chunk(index, candidate.text, tokens=1)
        yield Chunk(index, "", finish="length")
        return
    reply = candidate if isinstance(candidate, Reply) else Reply(candidate)
    text = _before_stop(reply.text, sampling.stop)
    for start in range(0, len(text), _PIECE):
        yield Chunk(index, text[start : start + _PIECE], tokens=1)
    yield Chunk(index, "", finish=reply.finish)


def _before_stop(text: str, stops: Sequence[str]) -> str:
    found = [at for stop in stops if (at := text.find(stop)) >= 0]
    return text[: min(found)] if found else text
