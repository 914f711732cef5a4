"""What is running for one editor: the requests that wait for a model or a sandbox, and how they are cancelled.

A job is the asyncio task of its own request, so `$/cancelRequest`, the cancel button of a progress, `vibe.cancel`
and a second request for the same thing all come down to `task.cancel()`; the editor gets RequestCancelled.
"""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lsp_server.problem.model import Problem


class JobKey(NamedTuple):
    """What a job is about. A problem is the same while its words and its signature are, wherever it moves."""

    kind: str
    uri: str
    statement: str
    signature: str


def job_key(kind: str, uri: str, problem: Problem) -> JobKey:
    return JobKey(kind, uri, problem.statement, repr(problem.signature))


@dataclass(slots=True)
class Jobs:
    running: dict[JobKey, asyncio.Task[Any]] = field(default_factory=dict[JobKey, asyncio.Task[Any]])

    @contextmanager
    def only(self, key: JobKey) -> Generator[asyncio.Task[Any]]:
        """Make the current task the one job about `key`; an earlier one is cancelled."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a job must run in a task")
        if earlier := self.running.get(key):
            earlier.cancel()
        self.running[key] = task
        try:
            yield task
        finally:
            if self.running.get(key) is task:
                del self.running[key]

    def cancel(self, uri: str | None = None) -> int:
        """Cancel the jobs of a document, or all. How many there were."""
        chosen = [task for key, task in self.running.items() if uri in (None, key.uri)]
        for task in chosen:
            task.cancel()
        return len(chosen)

    async def end(self, seconds: float) -> None:
        """Cancel all and wait until they are done with it, for so long at most."""
        tasks = set(self.running.values())
        self.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
