"""Completions that are being written, and those of the last minutes: what is typed on is looked up here first.

A fill belongs to a place in a document, not to a request: while somebody types what it says, every further request is
answered from it. Nothing here asks a model or knows LSP.
"""

import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lsp_server.errors import FileTooLargeError
from lsp_server.tasks.slot import Slot
from lsp_server.tasks.trim import trimmed

_TAIL = 800
"""Characters before a place that tell it from others, wherever it moves to."""
_HEAD = 200
"""The same for those behind it."""
_CLOSED = 3
"""As many brackets and quotes may have been closed by the editor meanwhile."""
_LONGEST = 2000
_MOST = 96


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a cursor. `start`: `tail` begins with the file."""

    uri: str
    tail: str
    head: str
    start: bool

    def typed_since(self, before: "Place") -> str | None:
        """What was typed from `before` to here; None when they are different places."""
        if self.uri != before.uri or not self.closes_more_than(before):
            return None
        if before.start:
            same = self.start and self.tail.startswith(before.tail)
            return self.tail[len(before.tail) :] if same else None
        wanted = before.tail[-_TAIL:]
        at = self.tail.rfind(wanted)
        return None if at < 0 else self.tail[at + len(wanted) :]

    def closes_more_than(self, before: "Place") -> bool:
        """Whether what follows is the same, but for brackets and quotes that the editor closed by itself."""
        heads = (self.head[count:] for count in range(_CLOSED + 1) if _closing(self.head[:count]))
        return any(head == before.head[: len(head)] and (len(head) + _CLOSED >= len(before.head)) for head in heads)


def place_of(uri: str, slot: Slot) -> Place:
    text, offset = slot.document.text, slot.offset
    first = max(0, offset - _TAIL - _LONGEST)
    return Place(uri, text[first:offset], text[offset : offset + _HEAD], start=first == 0)


@dataclass(slots=True, eq=False)
class Fill:
    """What is written at one place. `text` is raw; `short`: it ended before its slot was filled."""

    place: Place
    slot: Slot | None
    """None when it is done: a hundred versions of a large file are not worth keeping."""
    source: str = "model"
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    model: str = ""
    text: str = ""
    tokens: int = 0
    done: bool = False
    short: bool = False
    failed: bool = False
    waiting: int = 0
    """Requests that wait for it."""
    task: "asyncio.Task[Any] | None" = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    _shown: tuple[str, bool, str] = ("", False, "")

    def advance(self, text: str, tokens: int, done: bool, short: bool) -> None:
        self.text, self.tokens, self.done, self.short = text, tokens, done, short
        self.wake()

    def say(self, text: str) -> None:
        """What is shown, word for word: it comes from no model."""
        self._shown = (self.text, self.done, text)

    def end(self, failed: bool) -> None:
        """Its stream is over, however that came."""
        self.failed = failed or not self.done
        self.done = True
        self._shown = (self.text, True, "" if self.failed else self.shown)
        self.slot = None
        self.wake()

    def wake(self) -> None:
        self.changed.set()
        self.changed = asyncio.Event()

    @property
    def shown(self) -> str:
        """What may be inserted at its place, of what was written so far."""
        text, done, shown = self._shown
        if self.slot and (text, done) != (self.text, self.done):
            try:
                shown = trimmed(self.slot, self.text, whole=self.done and not self.short)
            except FileTooLargeError:  # it would be, with this completion
                shown = ""
            self._shown = (self.text, self.done, shown)
        return shown

    def may_say(self, typed: str) -> bool:
        """Whether it goes on with `typed`, or may do so when more of it is written."""
        if self.done or self.slot is None:
            return self.remainder(typed) is not None
        written = self.text.partition("\n")[0] if self.slot.kind == "line" else self.text
        return typed.startswith(written) or written.startswith(typed)

    def remainder(self, typed: str) -> str | None:
        """What is left after `typed` of what may be shown; None when that is something else."""
        shown = self.shown
        if self.failed or not shown.startswith(typed) or (self.short and shown == typed):
            return None
        return shown[len(typed) :]


@dataclass(slots=True)
class Fills:
    """Of all documents of a window, the one used last at the end."""

    kept: list[Fill] = field(default_factory=list[Fill])

    def find(self, place: Place) -> tuple[Fill, str] | None:
        """A fill that `place` goes on with, written or being written, and what was typed of it meanwhile."""
        for fill in reversed(self.kept):
            typed = place.typed_since(fill.place)
            if typed is not None and len(typed) <= _LONGEST and fill.may_say(typed):
                self.kept.remove(fill)
                self.kept.append(fill)
                return fill, typed
        return None

    def keep(self, fill: Fill) -> None:
        self.kept.append(fill)
        del self.kept[:-_MOST]

    def live(self, uri: str) -> Iterator[Fill]:
        return (fill for fill in self.kept if not fill.done and fill.place.uri == uri)

    def renew(self, uri: str) -> None:
        """There is something better now, a verified solution: what was kept for the document is not offered again."""
        self.kept = [fill for fill in self.kept if not fill.done or fill.place.uri != uri]

    def forget(self, uri: str) -> None:
        """The document was closed: whatever is written for it stops."""
        for fill in self.kept:
            if fill.place.uri == uri:
                stop(fill)
        self.kept = [fill for fill in self.kept if fill.place.uri != uri]


def _closing(text: str) -> bool:
    return all(character in ")]}\"'`" for character in text)


def stop(fill: Fill) -> None:
    """Its decoding ends within a step; who waits for it is woken."""
    if fill.task is not None and not fill.done:
        fill.task.cancel()
