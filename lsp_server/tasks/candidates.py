"""One batch of candidates: tokens from the engine, each candidate judged while the others are still being written.

Yields `Thinking`, `Writing`, `Progress`, `Candidate`, `Judged`; closing it stops the decoding and the sandbox.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from lsp_server.engine.client import Engine
from lsp_server.engine.wire import Chunk, Message, Sampling
from lsp_server.errors import AnswerError
from lsp_server.judge.judge import judge
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import SandboxSettings
from lsp_server.tasks.answer import Transcript, code_of, why_no_code
from lsp_server.tasks.events import Candidate, Event, Judged, Thinking, Writing
from lsp_server.tasks.meter import Meter

Grade = Callable[["Ask", int, str, str], AsyncIterator[Event]]
"""Of the ask, a candidate's index, its whole text and how it ended: its `Candidate`, then its `Judged`."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What one batch needs to know."""

    document: Document
    problem: Problem
    messages: Sequence[Message]
    sampling: Sampling
    sandbox: SandboxSettings
    judged: bool = True
    """False: `Candidate` is the last that is said of each; whoever asked has another way to judge."""
    grade: Grade | None = None
    """What becomes of a finished candidate; by default its code is put into the file and run on the examples."""
    enough: Callable[[Event], bool] = lambda _: False
    """From the first event of which it is true nothing more is decoded; what is written by then is still judged."""


async def candidates(ask: Ask, engine: Engine, meter: Meter, first_index: int = 0) -> AsyncGenerator[Event, None]:
    """All events of one batch, in the order in which they happen. Raises EngineError as the engine does."""
    batch = _Batch(ask, meter, first_index)
    batch.reading = batch.start(batch.read(engine))
    try:
        while batch.running or not batch.events.empty():
            event = await batch.events.get()
            if isinstance(event, BaseException):
                raise event
            if event is not None:
                yield event
    finally:
        await batch.stop()


class _Batch:
    """Several producers (the token stream, one judge per finished candidate), one queue. It holds running tasks."""

    def __init__(self, ask: Ask, meter: Meter, first_index: int) -> None:
        self.ask, self.meter, self.first_index = ask, meter, first_index
        self.events: asyncio.Queue[Event | BaseException | None] = asyncio.Queue()
        self.running: set[asyncio.Task[None]] = set()
        self.reading: asyncio.Task[None] | None = None

    def start(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.create_task(work)
        self.running.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: "asyncio.Task[None]") -> None:
        self.running.discard(task)
        failed = None if task.cancelled() else task.exception()
        self.events.put_nowait(failed)  # None wakes the reader, so that it sees that nothing is running any more

    async def stop(self) -> None:
        tasks = tuple(self.running)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def read(self, engine: Engine) -> None:
        transcripts = [Transcript() for _ in range(self.ask.sampling.n)]
        async with aclosing(engine.chat(self.ask.messages, self.ask.sampling)) as chunks:
            async for chunk in chunks:
                self._show(transcripts[chunk.index], chunk)
                if chunk.finish:
                    self.start(self.judge(chunk.index + self.first_index, transcripts[chunk.index], chunk.finish))

    def _show(self, transcript: Transcript, chunk: Chunk) -> None:
        index = chunk.index + self.first_index
        for part, text in transcript.feed(chunk.text, last=chunk.finish is not None):
            kind = Thinking if part == "thinking" else Writing
            self.events.put_nowait(kind(index=index, text=text))
        if progress := self.meter.count(chunk.tokens):
            self.events.put_nowait(progress)

    async def judge(self, index: int, transcript: Transcript, finish: str) -> None:
        grade = self.ask.grade or graded_code
        async for event in grade(self.ask, index, transcript.text, finish):
            self.events.put_nowait(event)
            if self.reading and self.ask.enough(event):
                self.reading.cancel()


async def graded_code(ask: Ask, index: int, text: str, finish: str) -> AsyncIterator[Event]:
    """The last block of code in the answer, put into the file and run on the examples."""
    code = code_of(text)
    if code is None:
        yield Candidate(index=index, code=None, note=why_no_code(text, finish))
        return
    try:
        source = splice(ask.document.text, place(ask.document, ask.problem, code))
    except AnswerError as error:
        yield Candidate(index=index, code=None, note=str(error))
        return
    yield Candidate(index=index, code=code)
    if ask.judged:
        yield Judged(index=index, verdict=await judge(ask.problem, source, ask.sandbox))
