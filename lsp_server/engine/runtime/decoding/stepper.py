"""What is decoded next: one prompt chunk and one step of all streams of the most urgent class, again and again.

A pure state machine over a `Backend`: no thread, no clock, no tensors. Less urgent streams are simply not stepped:
their pages stay, and they go on where they were. Only when the cache is full does the youngest of the least urgent
streams give its pages up; it is read again later.
"""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from lsp_server.engine.healing import Beginning
from lsp_server.engine.runtime.decoding.guesses import Guesser
from lsp_server.engine.runtime.decoding.pages import Pages, Text


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """`top_k` 0 is off, `temperature` 0 is greedy. A token of `stop_tokens` ends the stream and is its last item.

    `beginning`: what the first tokens must spell; only for a backend whose `depth` is 1.
    """

    ids: tuple[int, ...]
    max_tokens: int
    temperature: float
    top_p: float
    top_k: int
    seed: int
    priority: int
    stop_tokens: Collection[int]
    beginning: Beginning | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One stream's part of a step. The token to go on from is `token`, or what row `source` of the last step drew.

    `drafts` are guesses of the tokens after it, all rows of a step having the same number. What is drawn at a position
    depends on the text before it, the wishes and `seed` alone, so a guess is right exactly when it is what is drawn.
    `allowed`: the tokens that may be drawn, () for all. A row that has some has no drafts.
    """

    source: int
    token: int
    position: int
    table: list[int]
    temperature: float
    top_p: float
    top_k: int
    seed: int
    drafts: tuple[int, ...] = ()
    allowed: tuple[int, ...] = ()


class Backend(Protocol):
    """`most_rows` of one step, `chunk` prompt tokens at once. `depth` steps may be launched before one is received.

    A step may have `most_drafts` guesses in all, none where `depth` is not 1. `receive` gives the tokens of each row:
    one, and one more for each guess that was right.
    """

    most_rows: int
    most_drafts: int
    chunk: int
    depth: int

    def read_prompt(self, ids: Sequence[int], table: list[int], start: int) -> None: ...

    def launch(self, rows: Sequence[Row]) -> Any: ...

    def receive(self, launched: Any) -> list[list[int]]: ...


Deliver = Callable[[list[int], bool], None]
"""New tokens of a stream, and whether these are the last."""


class Stream:
    """One request on its way. `launched` and `received` count drawn tokens; `row` is its place in the last step."""

    def __init__(self, request: TokenRequest, serial: int, deliver: Deliver) -> None:
        self.request = request
        self.order = (request.priority, serial)
        self.deliver = deliver
        self.text = Text(list(request.ids))
        self.guesser = Guesser(self.text.tokens)
        self.launched = self.received = 0
        self.row = -1
        self.done = False

    @property
    def position(self) -> int:
        """Of the next token to feed; all before it must be computed."""
        return len(self.text.tokens) + self.launched - self.received - 1

    @property
    def ready(self) -> bool:
        return self.text.computed == self.position

    def guesses(self, most: int) -> tuple[int, ...]:
        """Up to `most` tokens that may follow; none beyond the last one wanted."""
        free = most and not self.allowed
        return self.guesser.guesses(min(most, self.request.max_tokens - self.received - 1)) if free else ()

    @property
    def allowed(self) -> tuple[int, ...]:
        return self.request.beginning.allowed if self.request.beginning else ()

    def next_row(self, drafts: tuple[int, ...] = ()) -> Row:
        known = self.launched == self.received
        request = self.request
        return Row(
            source=-1 if known else self.row,
            token=self.text.tokens[-1] if known else 0,
            position=self.position,
            table=self.text.table,
            temperature=request.temperature,
            top_p=request.top_p,
            top_k=request.top_k,
            seed=request.seed,
            drafts=drafts,
            allowed=self.allowed,
        )


class Stepper:
    """`add` and `cancel` between calls of `advance`. `steps` and `tokens` only ever grow."""

    def __init__(self, backend: Backend, pages: Pages) -> None:
        self.steps = self.tokens = 0
        self.depth = backend.depth
        self._backend = backend
        self._pages = pages
        self._waiting: list[Stream] = []
        self._running: list[Stream] = []
        self._flying: deque[tuple[Any, list[Stream]]] = deque()

    def add(self, stream: Stream) -> None:
        self._waiting.append(stream)
        self._waiting.sort(key=lambda one: one.order)

    def cancel(self, stream: Stream) -> None:
        self._end(stream)

    def advance(self) -> bool:
        """A chunk, a step, what the device has finished. False when there is nothing to do."""
        urgent = min((one.request.priority for one in (*self._waiting, *self._running)), default=None)
        launched = False
        if urgent is not None:
            self._admit(urgent)
            self._read_chunk(urgent)
            launched = self._launch(urgent)
        if self._flying and (not launched or len(self._flying) >= self._backend.depth):
            self._receive()
        return bool(self._waiting or self._running or self._flying)

    def _admit(self, urgent: int) -> None:
        """One prompt at a time, so that the next one with the same beginning finds it read."""
        running = [one for one in self._running if one.request.priority == urgent]
        for stream in [one for one in self._waiting if one.request.priority == urgent]:
            if len(running) >= self._backend.most_rows or any(not one.ready for one in running):
                return
            if stream.launched != stream.received or not self._begin(stream):
                return
            self._waiting.remove(stream)
            self._running.append(stream)
            running.append(stream)

    def _begin(self, stream: Stream) -> bool:
        """Pages for `stream`; a less urgent one gives its own up if need be."""
        while not (self._has_slack(stream) and self._pages.begin(stream.text)):
            victim = max(self._running, key=lambda one: one.order, default=None)
            if victim is None or victim.request.priority <= stream.request.priority:
                return False
            self._preempt(victim)
        return True

    def _has_slack(self, stream: Stream) -> bool:
        """A stream that lost its pages comes back when there is room to go on for a while beside the others."""
        if not stream.received or not self._running:
            return True
        return self._pages.room() > self._pages.needed(len(stream.text.tokens) + 1) + 2 * len(self._running)

    def _read_chunk(self, urgent: int) -> None:
        stream = next((one for one in self._running if one.request.priority == urgent and not one.ready), None)
        if stream is None:
            return
        text = stream.text
        end = min(stream.position, text.computed + self._backend.chunk)
        self._backend.read_prompt(text.tokens[text.computed : end], text.table, text.computed)
        text.computed = end

    def _launch(self, urgent: int) -> bool:
        wanted = [
            one
            for one in self._running
            if one.request.priority == urgent and one.ready and one.launched < one.request.max_tokens
        ]
        for stream in wanted:
            self._make_room(stream)
        streams = [one for one in wanted if one in self._running]
        if not streams:
            return False
        drafts = self._guesses(streams)
        launched = self._backend.launch([one.next_row(some) for one, some in zip(streams, drafts, strict=True)])
        for number, stream in enumerate(streams):
            stream.row = number
            stream.launched += 1
            stream.text.computed += 1
        self._flying.append((launched, streams))
        self.steps += 1
        return True

    def _guesses(self, streams: list[Stream]) -> list[tuple[int, ...]]:
        """As many for each stream as the one with the fewest has."""
        most = self._backend.most_drafts // len(streams)
        found = [one.guesses(most) for one in streams]
        width = min(len(some) for some in found)
        if width and all(self._pages.extend(one.text, one.position + 1 + width) for one in streams):
            return [some[:width] for some in found]
        return [()] * len(streams)

    def _make_room(self, stream: Stream) -> None:
        """For one token more. The least urgent and youngest stream gives way, which may be `stream` itself."""
        while stream in self._running and not self._pages.extend(stream.text, stream.position + 1):
            self._preempt(max(self._running, key=lambda one: one.order))

    def _preempt(self, stream: Stream) -> None:
        self._running.remove(stream)
        self._pages.retire(stream.text)
        self.add(stream)

    def _receive(self) -> None:
        launched, streams = self._flying.popleft()
        for stream, tokens in zip(streams, self._backend.receive(launched), strict=True):
            if not stream.done:
                self._take(stream, tokens)

    def _take(self, stream: Stream, tokens: list[int]) -> None:
        stream.launched += len(tokens) - 1
        stream.text.computed += len(tokens) - 1
        ends = [place for place, token in enumerate(tokens, 1) if token in stream.request.stop_tokens]
        tokens = tokens[: min(ends, default=len(tokens))]
        stream.text.tokens += tokens
        if stream.request.beginning:
            stream.request.beginning.took(tokens)
        stream.received += len(tokens)
        self.tokens += len(tokens)
        last = bool(ends) or stream.received >= stream.request.max_tokens
        if last:
            self._end(stream)
        stream.deliver(tokens, last)

    def _end(self, stream: Stream) -> None:
        stream.done = True
        if stream in self._running:
            self._running.remove(stream)
            self._pages.retire(stream.text)
        elif stream in self._waiting:
            self._waiting.remove(stream)
