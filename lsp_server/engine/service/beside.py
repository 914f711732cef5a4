"""The models beside the one that answers: loaded when they are first asked for, each once, and let go of.

It knows names and tasks; what is loaded, and how, is `host`'s matter.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lsp_server.engine.runtime.resident import Resident

_MOST = 2
"""What `auto` takes, and one that somebody names."""


class Beside:
    """`load` gives a model that is ready, or raises why it cannot be had; then it is tried again next time."""

    def __init__(self, load: "Callable[[str], Awaitable[Resident]]") -> None:
        self._load = load
        self._tasks: dict[str, asyncio.Task[Resident]] = {}

    async def get(self, name: str) -> "Resident":
        """Whoever asks while it is being loaded waits for the same; who leaves meanwhile does not stop it."""
        self._forget_dead()
        if name not in self._tasks:
            while len(self._tasks) >= _MOST:
                self._drop(next(iter(self._tasks)))  # who reads from it asks again
            self._tasks[name] = asyncio.ensure_future(self._load(name))
        return await asyncio.shield(self._tasks[name])

    def ready(self) -> "list[Resident]":
        return [task.result() for task in self._tasks.values() if task.done() and not _failed(task)]

    def clear(self) -> None:
        for name in list(self._tasks):
            self._drop(name)

    def _forget_dead(self) -> None:
        for name, task in list(self._tasks.items()):
            if task.done() and (_failed(task) or not task.result().decoder.alive):
                del self._tasks[name]

    def _drop(self, name: str) -> None:
        """Also one that is still being loaded: it is ended as soon as it is there."""
        task = self._tasks.pop(name)
        if task.done():
            _end(task)
        else:
            task.add_done_callback(_end)


def _end(task: "asyncio.Task[Any]") -> None:
    if not _failed(task):
        task.result().stop()


def _failed(task: "asyncio.Task[Any]") -> bool:
    return task.cancelled() or task.exception() is not None
