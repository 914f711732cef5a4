"""What is running for one editor: the requests that wait for a model or a sandbox, and how they are cancelled.

A job is the asyncio task of its own request, so `$/cancelRequest`, the cancel button of a progress, `vibe.cancel`
and a second request for the same thing all come down to `task.cancel()`; the editor gets RequestCancelled.
It is known from the first moment on, while it still asks for settings or looks for its problem.
"""

import asyncio
import uuid
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


@dataclass(slots=True, eq=False)
class Job:
    """`id` is its name in what the editor is told; `about` is None until its problem was found. `keeps`: what it finds
    is kept, and so worth having when its document is closed by then."""

    id: str
    uri: str
    task: "asyncio.Task[Any]"
    about: JobKey | None = None
    cancelled: bool = False
    keeps: bool = False

    def cancel(self) -> bool:
        """False when it was cancelled before: a second blow would hit it while it cleans up."""
        if self.cancelled:
            return False
        self.cancelled = True
        return self.task.cancel()


@dataclass(slots=True)
class Jobs:
    running: dict[str, Job] = field(default_factory=dict[str, Job])

    @contextmanager
    def begin(self, uri: str) -> Generator[Job]:
        """Make the current task a job of a document until the end of the block."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a job must run in a task")
        job = Job(str(uuid.uuid4()), uri, task)
        self.running[job.id] = job
        try:
            yield job
        finally:
            del self.running[job.id]

    def claim(self, job: Job, key: JobKey) -> None:
        """Make `job` the one about `key`; an earlier one is cancelled."""
        for other in self.running.values():
            if other is not job and other.about == key:
                other.cancel()
        job.about = key

    def cancel(self, uri: str | None = None, id: str | None = None) -> int:
        """Cancel the job of that id, the jobs of a document, or all. How many there were."""
        chosen = [job for job in self.running.values() if uri in (None, job.uri) and id in (None, job.id)]
        return sum(job.cancel() for job in chosen)

    def close(self, uri: str) -> int:
        """Cancel what has no use without that document. A solution of minutes must not be lost by a click on another
        file, which in VS Code closes a preview: it goes on, and may still be cancelled by hand."""
        return sum(job.cancel() for job in tuple(self.running.values()) if job.uri == uri and not job.keeps)

    async def end(self, seconds: float) -> None:
        """Cancel all and wait until they are done with it, for so long at most."""
        tasks = {job.task for job in self.running.values()}
        self.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
