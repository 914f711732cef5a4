"""A worker process as its supervisor sees it: pipes, a pidfd, a clock. Knows nothing of examples."""

import errno
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from .system import cpu_s, watched

CHUNK = 1 << 16
PATIENCE = 3
EXIT_S = 0.5
FORK_TRIES, FORK_PAUSE_S = 50, 0.01


class Worker:
    """`run(commands, replies)` is called in the new process, whose standard streams are `stdin` and two pipes.

    `stdout` and `stderr` hold what was printed since `forget()`; together with `line` never more than `most_output`.
    """

    def __init__(self, run: "Callable[[int, int], Any]", stdin: int, most_output: int, most_reply: int) -> None:
        self.most_output, self.most_reply = most_output, most_reply
        inner_commands, self.commands = os.pipe()
        self.replies, inner_replies = os.pipe()
        self.out, inner_out = os.pipe()
        self.err, inner_err = os.pipe()
        inner = (inner_commands, inner_replies, inner_out, inner_err)
        self.pid = _fork()
        if self.pid == 0:
            self._become(run, stdin, inner)
        for fd in inner:
            os.close(fd)
        self.pidfd = watched(self.pid)
        self.buffers = {fd: bytearray() for fd in (self.replies, self.out, self.err)}
        self.open = set(self.buffers)
        self.unsent = b""
        for fd in (*self.buffers, self.commands):
            os.set_blocking(fd, False)

    def _become(self, run: "Callable[[int, int], Any]", stdin: int, inner: "tuple[int, ...]") -> None:
        """In the child. Never returns, whatever happens."""
        try:
            os.setsid()
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            commands, replies, out, err = inner
            for fd, place in ((stdin, 0), (out, 1), (err, 2)):
                os.dup2(fd, place)
            keep = sorted({0, 1, 2, commands, replies})
            for low, high in zip(keep, [*keep[1:], 4096], strict=True):
                os.closerange(low + 1, high)
            run(commands, replies)
        except BaseException as error:
            with suppress(BaseException):
                os.write(2, f"{type(error).__name__}: {error}\n".encode(errors="replace"))
        finally:
            os._exit(1)

    @property
    def stdout(self) -> bytearray:
        return self.buffers[self.out]

    @property
    def stderr(self) -> bytearray:
        return self.buffers[self.err]

    @property
    def unasked(self) -> bool:
        """True when there is something on the channel of replies that nobody has asked for."""
        self.take()
        return bool(self.buffers[self.replies])

    def tell(self, line: bytes) -> None:
        """What does not fit into the pipe at once follows while the answer is waited for: nobody may have us wait."""
        self.unsent = line
        self._push()

    def _push(self) -> None:
        try:
            while self.unsent:
                self.unsent = self.unsent[os.write(self.commands, self.unsent) :]
        except BlockingIOError:
            return
        except OSError:  # it has closed its end
            self.unsent = b""

    def forget(self) -> None:
        self.take()
        self.stdout.clear()
        self.stderr.clear()

    def answer(self, limit_s: float) -> "tuple[str, bytes]":
        """("reply", line), or how it failed to come: "time", "output", "died", "closed".

        The limit is of CPU time, so that a busy machine makes nobody slow; whoever waits for something else than the
        CPU has `PATIENCE` times as long by the clock.
        """
        poll = select.poll()
        wall, cpu = time.monotonic(), cpu_s(self.pid)
        for fd in (*self.open, self.pidfd):
            poll.register(fd, select.POLLIN)
        if self.unsent:
            poll.register(self.commands, select.POLLOUT)
        while True:
            left = min(limit_s + cpu - cpu_s(self.pid), limit_s * PATIENCE + wall - time.monotonic())
            ready = {fd for fd, _ in poll.poll(max(0.0, left) * 1000)}
            if self.commands in ready:
                self._push()
                if not self.unsent:
                    poll.unregister(self.commands)
            for fd in self.take(ready & self.open):
                poll.unregister(fd)
            if verdict := self._verdict(ready, left):
                return verdict

    def _verdict(self, ready: "set[int]", left: float) -> "tuple[str, bytes] | None":
        line, newline, rest = self.buffers[self.replies].partition(b"\n")
        if newline:
            self.buffers[self.replies] = rest
            self.take()
            return "reply", bytes(line)
        if len(self.stdout) + len(self.stderr) > self.most_output or len(line) > self.most_reply:
            return "output", b""
        if self.pidfd in ready or self.replies not in self.open:
            ended = self.pidfd in ready or self._exits_soon()
            self.take()
            return ("died" if ended else "closed", b"") if b"\n" not in self.buffers[self.replies] else None
        return ("time", b"") if left <= 0 else None

    def _exits_soon(self) -> bool:
        """An exiting process closes its pipes a moment before it is gone."""
        poll = select.poll()
        poll.register(self.pidfd, select.POLLIN)
        return bool(poll.poll(EXIT_S * 1000))

    def take(self, ready: "set[int] | None" = None) -> "list[int]":
        """Read what is there, at most one limit's worth. Returns the pipes that have ended."""
        ended: list[int] = []
        for fd in self.open if ready is None else ready:
            most = self.most_reply if fd == self.replies else self.most_output
            while len(self.buffers[fd]) <= most:
                try:
                    chunk = os.read(fd, CHUNK)
                except BlockingIOError:
                    break
                self.buffers[fd] += chunk
                if not chunk:
                    ended.append(fd)
                    break
        self.open -= set(ended)
        return ended

    def end(self) -> int:
        """Kill it and whatever it has started; its exit status, negative for a signal."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        for fd in (self.commands, self.replies, self.out, self.err, self.pidfd):
            os.close(fd)
        _sweep(self.pid)
        return os.waitstatus_to_exitcode(status)


def _fork() -> int:
    """Leftovers of a fork bomb may hold every process slot for a moment."""
    for _ in range(FORK_TRIES):
        try:
            return os.fork()
        except OSError as error:
            if error.errno != errno.EAGAIN:
                raise
            time.sleep(FORK_PAUSE_S)
    return os.fork()


def _sweep(group: int) -> None:
    """As process 1 of a pid namespace, everybody else is a leftover; elsewhere, the group of the worker."""
    alone = os.getpid() == 1
    with suppress(ProcessLookupError, PermissionError):
        if alone:
            os.kill(-1, signal.SIGKILL)
        else:
            os.killpg(group, signal.SIGKILL)
    with suppress(ChildProcessError):
        while os.waitpid(-1, 0 if alone else os.WNOHANG)[0]:
            pass
