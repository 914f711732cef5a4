"""Token streams from our own decode loop: one thread steps, everything else here runs on the event loop.

The same door as `batching.BatchingDecoder`; `decoder` chooses between the two.
"""

import asyncio
import itertools
import logging
import sys
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Any

from lsp_server.engine.runtime.decoding.pages import Pages
from lsp_server.engine.runtime.decoding.stepper import Backend, Stepper, Stream, TokenRequest
from lsp_server.engine.runtime.decoding.turns import Turns
from lsp_server.errors import EngineCrashedError

_log = logging.getLogger(__name__)

_SWITCH_S = 0.0005
"""How long a busy event loop may keep the decode thread waiting (Python's default is ten times that)."""

_PATIENCE_S = 0.05
"""While another model's request is more urgent: how long what is new or cancelled here may go unnoticed."""

_PACE_S = 0.008
"""Between two handings-over of new tokens; a stream's first and last go at once. Each wakes the event loop, and sending
it over HTTP costs about as much as a small model's step."""

Loop = asyncio.AbstractEventLoop


class FastDecoder:
    """Owns the decode thread. `steps` and `tokens` only ever grow."""

    def __init__(self, backend: Backend, pages: Pages, turns: Turns) -> None:
        self._turns = turns
        self._stepper = Stepper(backend, pages)
        self._serials = itertools.count()
        self._inbox: deque[Callable[[], None]] = deque()
        self._said: list[tuple[Loop, asyncio.Queue[Any], Any]] = []
        self._due = 0.0
        self._streams: dict[Stream, tuple[Loop, asyncio.Queue[Any]]] = {}
        self._wake = threading.Event()
        self._stopping = self._ended = False
        self._thread = threading.Thread(target=self._run, name="decode", daemon=True)

    @property
    def heals(self) -> bool:
        """What may be drawn next must be known before the next step is launched."""
        return self._stepper.depth == 1

    @property
    def steps(self) -> int:
        return self._stepper.steps

    @property
    def tokens(self) -> int:
        return self._stepper.tokens

    @property
    def alive(self) -> bool:
        return self._thread.is_alive() and not self._ended

    def start(self) -> None:
        sys.setswitchinterval(_SWITCH_S)
        self._thread.start()

    def stop(self) -> None:
        """Ends the decode thread within one step; open streams end with EngineCrashedError."""
        self._stopping = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10.0)

    async def stream(self, request: TokenRequest) -> AsyncGenerator[list[int], None]:
        """Lists of new tokens as they are decoded. Closing the generator takes the request out of the next step."""
        outputs: asyncio.Queue[tuple[list[int], bool] | str] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def deliver(new: list[int], last: bool) -> None:
            self._say(loop, outputs, (new, last), at_once=last or stream.received == len(new))

        stream = Stream(request, next(self._serials), deliver)
        self._post(lambda: self._open(stream, loop, outputs))
        finished = False
        try:
            if not self.alive:
                raise EngineCrashedError("The engine could not go on decoding: its thread has ended.")
            while not finished:
                new, finished = _joined(await outputs.get(), outputs)
                yield new
        finally:
            self._post(lambda: self._close(stream))

    def _post(self, work: Callable[[], None]) -> None:
        self._inbox.append(work)
        self._wake.set()

    def _open(self, stream: Stream, loop: Loop, outputs: "asyncio.Queue[Any]") -> None:
        self._streams[stream] = (loop, outputs)
        self._stepper.add(stream)

    def _close(self, stream: Stream) -> None:
        self._streams.pop(stream, None)
        self._stepper.cancel(stream)

    def _run(self) -> None:
        reason = "it was stopped"
        try:
            while not self._stopping:
                self._turn()
        except Exception as error:
            _log.exception("the decode thread died")
            reason = str(error) or type(error).__name__
        self._ended = True
        self._work_off()
        for loop, outputs in self._streams.values():
            self._say(loop, outputs, reason, at_once=True)
        self._flush()

    def _turn(self) -> None:
        self._wake.clear()
        self._work_off()
        mine = self._turns.wait(self, _PATIENCE_S)
        busy = mine and self._stepper.advance()
        if not busy or time.monotonic() >= self._due:
            self._flush()
        if mine and not busy:
            self._wake.wait()

    def _work_off(self) -> None:
        while self._inbox:
            self._inbox.popleft()()

    def _say(self, loop: Loop, outputs: "asyncio.Queue[Any]", what: Any, at_once: bool) -> None:
        self._said.append((loop, outputs, what))
        if at_once:
            self._due = 0.0

    def _flush(self) -> None:
        """Hand over what was said since then: one wake-up of each event loop, however many streams there are."""
        said, self._said = self._said, []
        self._due = time.monotonic() + _PACE_S
        for loop in {id(one): one for one, _, _ in said}.values():
            mine = [(outputs, what) for one, outputs, what in said if one is loop]
            with suppress(RuntimeError):  # the loop was closed, so nobody listens any more
                loop.call_soon_threadsafe(_put_all, mine)


def _put_all(said: list[tuple["asyncio.Queue[Any]", Any]]) -> None:
    for outputs, what in said:
        outputs.put_nowait(what)


def _joined(first: Any, outputs: "asyncio.Queue[Any]") -> tuple[list[int], bool]:
    """All that waits in the queue, as one list. Raises EngineCrashedError when the thread has ended."""
    tokens: list[int] = []
    last = False
    waiting = [first]
    while not outputs.empty():
        waiting.append(outputs.get_nowait())
    for one in waiting:
        if isinstance(one, str):
            raise EngineCrashedError(f"The engine could not go on decoding: {one}.")
        tokens += one[0]
        last = one[1]
    return tokens, last
