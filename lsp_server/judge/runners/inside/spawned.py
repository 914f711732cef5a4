"""A worker process where nothing can be forked: another interpreter, its pipes read by threads. Else as `channel`.

That is Windows, where this was not run; its tests run it on Linux, all but the handles. What a candidate has started
outlives its worker there, until the job of the whole sandbox ends.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import Any, cast

from .channel import CHUNK, EXIT_S, PATIENCE
from .system import cpu_of

FLAGS = ("-I", "-S", "-B", "-X", "utf8")
START = "import sys; sys.path.insert(0, '.'); from inside.spawned import become; del sys.path[0]; become()"
SIZE_DIGITS = 8
LOOK_EVERY_S, SETTLE_S = 0.02, 0.01
WINDOWS = sys.platform == "win32"
REPLIES, OUT, ERR = "replies", "out", "err"


class Worker:
    """The same as `channel.Worker`, but for its making: `mode` and `task` are what `worker` wants."""

    def __init__(self, mode: str, task: "dict[str, Any]", stdin: int, most_output: int, most_reply: int) -> None:
        self.mode, self.most_output, self.most_reply = mode, most_output, most_reply
        inner_commands, self.commands = os.pipe()
        replies, inner_replies = os.pipe()
        self.process = _started(mode, stdin, inner_commands, inner_replies)
        for fd in (inner_commands, inner_replies):
            os.close(fd)
        assert self.process.stdout and self.process.stderr  # noqa: S101 - for the type checker: both are PIPE
        self.changed = threading.Condition()
        self.buffers = {name: bytearray() for name in (REPLIES, OUT, ERR)}
        self.open = set(self.buffers)
        self.unsent: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        pipes = {REPLIES: replies, OUT: self.process.stdout.fileno(), ERR: self.process.stderr.fileno()}
        for name, fd in pipes.items():
            threading.Thread(target=self._drain, args=(name, fd), daemon=True).start()
        threading.Thread(target=self._push, daemon=True).start()
        data = json.dumps(task).encode("ascii")
        self.unsent.put(f"{len(data):0{SIZE_DIGITS}x}".encode() + data)

    @property
    def stdout(self) -> bytearray:
        return self.buffers[OUT]

    @property
    def stderr(self) -> bytearray:
        return self.buffers[ERR]

    @property
    def unasked(self) -> bool:
        with self.changed:
            return bool(self.buffers[REPLIES])

    def tell(self, line: bytes) -> None:
        self.unsent.put(line)

    def forget(self) -> None:
        with self.changed:
            self.stdout.clear()
            self.stderr.clear()

    def answer(self, limit_s: float) -> "tuple[str, bytes]":
        """See `channel.Worker.answer`."""
        wall, cpu = time.monotonic(), cpu_of(self.process)
        with self.changed:
            while True:
                left = min(limit_s + cpu - cpu_of(self.process), limit_s * PATIENCE + wall - time.monotonic())
                if verdict := self._verdict(left):
                    self._settle(last=self.mode == "program" or verdict[0] == "died")
                    return ("output", b"") if self._too_much() else verdict
                self.changed.wait(LOOK_EVERY_S)

    def _verdict(self, left: float) -> "tuple[str, bytes] | None":
        line, newline, rest = self.buffers[REPLIES].partition(b"\n")
        if newline:
            self.buffers[REPLIES] = rest
            return "reply", bytes(line)
        if self._too_much() or len(line) > self.most_reply:
            return "output", b""
        if REPLIES not in self.open:
            return "died" if self._exits_soon() else "closed", b""
        return ("time", b"") if left <= 0 else None

    def _too_much(self) -> bool:
        return len(self.stdout) + len(self.stderr) > self.most_output

    def _exits_soon(self) -> bool:
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(EXIT_S)
        return self.process.returncode is not None

    def _settle(self, last: bool) -> None:
        """What was printed before the reply is on its way: until nothing more comes, after the last to the end."""
        deadline, seen = time.monotonic() + EXIT_S, -1
        while self.open & {OUT, ERR} and time.monotonic() < deadline:
            size = len(self.stdout) + len(self.stderr)
            if self._too_much() or (size == seen and not last):
                return
            seen = size
            self.changed.wait(SETTLE_S)

    def _drain(self, name: str, fd: int) -> None:
        most = self.most_reply if name == REPLIES else self.most_output
        with suppress(OSError):
            while chunk := os.read(fd, CHUNK):
                with self.changed:
                    self.buffers[name] += chunk
                    self.changed.notify_all()
                    if len(self.buffers[name]) > most:
                        return
        with self.changed:
            self.open.discard(name)
            self.changed.notify_all()

    def _push(self) -> None:
        """Nobody may have us wait: who does not read its commands keeps only this thread."""
        with suppress(OSError):
            while data := self.unsent.get():
                while data:
                    data = data[os.write(self.commands, data) :]

    def end(self) -> int:
        """Kill it; its exit status, negative for a signal where there are signals."""
        self.process.kill()
        self.unsent.put(None)
        with suppress(OSError):
            os.close(self.commands)
        return self.process.wait()


def _started(mode: str, stdin: int, commands: int, replies: int) -> "subprocess.Popen[bytes]":
    """The two ends of the channel are all that is inherited besides the standard streams."""
    given: dict[str, Any] = {"pass_fds": (commands, replies)}
    numbers = [commands, replies]
    if WINDOWS:
        numbers, given = _handles(commands, replies)
    argv = [sys.executable, *FLAGS, "-c", START, mode, *map(str, numbers)]
    pipe = subprocess.PIPE
    return cast(
        "subprocess.Popen[bytes]", subprocess.Popen(argv, stdin=stdin, stdout=pipe, stderr=pipe, bufsize=0, **given)
    )


def _handles(*fds: int) -> "tuple[list[int], dict[str, Any]]":
    """Windows: what is inherited are handles, by their numbers, and only those of a list."""
    import msvcrt

    windows: Any = (msvcrt, subprocess)  # these names exist there only
    handles = [int(windows[0].get_osfhandle(fd)) for fd in fds]
    for handle in handles:
        os.set_handle_inheritable(handle, True)  # type: ignore[attr-defined] — on Windows only
    startup = windows[1].STARTUPINFO(lpAttributeList={"handle_list": handles})
    return handles, {"startupinfo": startup, "close_fds": True}


def become() -> None:
    """The other side: `mode commands replies` in argv, the task at the head of the commands."""
    from . import worker

    mode, *numbers = sys.argv[1:]
    commands, replies = (_opened(int(number), flag) for number, flag in zip(numbers, (os.O_RDONLY, 0), strict=True))
    task = json.loads(_read(commands, int(_read(commands, SIZE_DIGITS), 16)))
    {"serve": worker.serve, "program": worker.run_program}[mode](task, commands, replies)


def _opened(number: int, flag: int) -> int:
    if not WINDOWS:
        return number
    import msvcrt

    windows: Any = msvcrt
    return int(windows.open_osfhandle(number, flag))


def _read(fd: int, size: int) -> bytes:
    """Not one byte more: what follows is read by others."""
    data = b""
    while len(data) < size and (chunk := os.read(fd, size - len(data))):
        data += chunk
    return data
