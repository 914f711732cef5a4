"""The trusted half of the harness: reads the task, runs workers, keeps the clock, reports what it saw.

The task is one JSON object on standard input:
  examples [{form, stdin, payload (one line; its number where there is none)}], wall_s (per example), output_bytes,
  room (characters of one result), and external {serve, program (argv), environment, stack_bytes} for a candidate in
  another language, or what `worker` wants for one in Python
The report is one JSON object per line on standard output:
  {"k", "ended": reply|died|time|output|tampered, "reply": text, "status", "printed", "stderr", "ms"}
with "k" null for the loading of the file.

What a worker does: it prepares itself and says so by a line `{"ready": true, ...}`; then each command is a line `token
payload`, and its answer a line `token reply`. The worker of an example with a form of "stdin" is the program itself: it
gets one command at once, and may leave with status 0 instead of answering it.
A result belongs to the example that was asked for: a reply must carry the token of its command, which nobody can guess
before it is sent, and anything on the channel that nobody asked for counts against the example that ran last.
"""

import json
import os
import sys
import time
from functools import partial
from typing import Any

from .channel import Worker
from .system import file_of, hide

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import spawned

    AnyWorker = Worker | spawned.Worker

MOST_STDERR = 4000
FORKS = hasattr(os, "fork")


def main() -> None:
    task = json.load(sys.stdin)
    report = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for fd in (0, 1):
        os.dup2(nothing, fd)
    hide()
    Session(task, report, nothing).run()
    os._exit(0)


class Session:
    """`held` is the report of the last example, kept back until its worker can no longer spoil it."""

    def __init__(self, task: "dict[str, Any]", report: int, nothing: int) -> None:
        self.task, self.report, self.nothing = task, report, nothing
        self.held: dict[str, Any] | None = None

    def run(self) -> None:
        numbers = range(len(self.task["examples"]))
        programs = [k for k in numbers if self.task["examples"][k]["form"] == "stdin"]
        for k in programs:
            self._program(k)
        self._batch([k for k in numbers if k not in programs])

    def _program(self, k: int) -> None:
        """Runs from the start of its worker, so nothing may be thrown away before it is waited for."""
        command, stdin = self._command(k), file_of(self.task["examples"][k]["stdin"])
        worker = self._worker("program", stdin)
        os.close(stdin)
        worker.tell(command)
        self._wait(worker, k, command)
        self._finish(worker, may_exit=True)

    def _batch(self, numbers: "list[int]") -> None:
        """All in one worker, as long as it lives; a new one goes on after the example that ended it."""
        while numbers:
            worker = self._worker("serve", self.nothing)
            if self._load(worker):
                while numbers and self._ask(worker, numbers[0], self._command(numbers.pop(0))):
                    pass
            else:
                numbers = []
            self._finish(worker)

    def _load(self, worker: "AnyWorker") -> bool:
        how, line = worker.answer(self.task["wall_s"])
        self.held = {"k": None, **self._seen(worker, how, line)}
        return how == "reply"

    def _ask(self, worker: "AnyWorker", k: int, command: bytes) -> bool:
        """Run one example. False when the worker cannot be used any more."""
        if worker.unasked:
            self._tampered()
        self._emit()
        worker.forget()
        worker.tell(command)
        return self._wait(worker, k, command)

    def _wait(self, worker: "AnyWorker", k: int, command: bytes) -> bool:
        started = time.monotonic()
        how, line = worker.answer(self.task["wall_s"])
        token, _, reply = line.partition(b" ")
        self.held = {"k": k, **self._seen(worker, how, reply), "ms": (time.monotonic() - started) * 1000}
        if how == "reply" and token != command.partition(b" ")[0]:
            self._tampered()
        return how == "reply"

    def _seen(self, worker: "AnyWorker", how: str, line: bytes) -> "dict[str, Any]":
        return {
            "ended": how,
            "reply": line.decode("utf-8", "replace"),
            "printed": worker.stdout[: self.task["output_bytes"]].decode("utf-8", "replace"),
            "stderr": worker.stderr[-MOST_STDERR:].decode("utf-8", "replace"),
        }

    def _finish(self, worker: "AnyWorker", may_exit: bool = False) -> None:
        """`may_exit`: a program that ends itself with status 0 (by `os._exit`) has done its work."""
        if worker.unasked:
            self._tampered()
        status = worker.end()
        if self.held and self.held["ended"] in ("died", "closed"):
            done = may_exit and status == 0 and self.held["ended"] == "died"
            self.held |= {"ended": "reply", "reply": "{}"} if done else {"ended": "died", "status": status}
        self._emit()

    def _tampered(self) -> None:
        if self.held:
            self.held["ended"] = "tampered"

    def _emit(self) -> None:
        if self.held is None:
            return
        data, self.held = json.dumps(self.held).encode("ascii") + b"\n", None
        while data:
            data = data[os.write(self.report, data) :]

    def _command(self, k: int) -> bytes:
        payload = self.task["examples"][k].get("payload", k)
        return f"{os.urandom(16).hex()} {payload}\n".encode()

    def _worker(self, mode: str, stdin: int) -> "AnyWorker":
        most_output, most_reply = self.task["output_bytes"], self.task["room"] * 8
        if not FORKS:
            from . import spawned

            return spawned.Worker(mode, self.task, stdin, most_output, most_reply)
        return Worker(_start(self.task, mode), stdin, most_output, most_reply)


def _start(task: "dict[str, Any]", mode: str) -> Any:
    """What the new process does with its ends of the channel."""
    if external := task.get("external"):
        from .external import become

        return partial(become, external[mode], external)
    from . import worker

    return partial({"serve": worker.serve, "program": worker.run_program}[mode], task)
