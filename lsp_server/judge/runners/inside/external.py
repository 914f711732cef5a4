"""Becomes the program of a candidate in another language, in the process that was made for it.

The program finds the channel at two descriptors, whatever its language: commands come on 3, replies go to 4.
"""

import fcntl
import os
import resource
import signal
from typing import Any

COMMANDS, REPLIES = 3, 4
ABOVE = 10


def become(argv: "list[str]", how: "dict[str, Any]", commands: int, replies: int) -> None:
    """`how`: {"environment": {name: value}, "stack_bytes": n}. Returns only by an OSError."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, ABOVE) for fd in (commands, replies)]
    for fd, place in zip(high, (COMMANDS, REPLIES), strict=True):
        os.dup2(fd, place)
    for fd in {commands, replies} - {COMMANDS, REPLIES}:
        os.close(fd)
    _stack(how["stack_bytes"])
    for number in (signal.SIGPIPE, signal.SIGXFSZ):  # CPython ignores them, and that would be inherited
        signal.signal(number, signal.SIG_DFL)
    os.execve(argv[0], argv, {**os.environ, **how["environment"]})  # noqa: S606 - this is what it is for


def _stack(wanted: int) -> None:
    """Recursion that is fine on the sites must be fine here."""
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_STACK, (soft, hard))
