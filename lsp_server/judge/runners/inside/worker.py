"""The process that the candidate runs in: loads the file once, then runs the examples it is told to, one by one.

Shares everything with the candidate, so it holds no secret and is believed nothing (see `supervisor`).
"""

import os
import sys
from json import dumps
from typing import Any

from .errors import described
from .forms import clock, run_example
from .load import Loaded

OUTPUT = {"OUTPUT_PATH": "/dev/stdout"}
"""Where the templates of HackerRank write their answer."""


def serve(task: "dict[str, Any]", commands: int, replies: int) -> None:
    """One line per command and per reply (see `supervisor`). Leaves without running what the candidate left.

    `task`: source, room, provided (see `prelude`), node (see `nodes`), signature {name, owner, kind, types, returns}
    and examples as `supervised.values_of` makes them; a payload is the number of an example.
    """
    loaded = Loaded(task)
    loaded.run()
    _send(replies, "", {"ready": True, "errors": loaded.errors[:3], "imports": loaded.imports()})
    with open(commands, encoding="ascii") as lines:
        for line in lines:
            token, k = line.split()
            reply = run_example(loaded, task["examples"][int(k)], task["signature"], task["room"])
            _flush()
            _send(replies, f"{token} ", reply)
    os._exit(0)


def run_program(task: "dict[str, Any]", commands: int, replies: int) -> None:
    """The file as a program of its own; its standard input and output were set up before."""
    with open(commands, encoding="ascii") as lines:
        token, _ = lines.readline().split()
    os.environ.update(OUTPUT)
    loaded, reply = Loaded(task, "__main__"), dict[str, Any]()
    started = clock()
    try:
        loaded.run_as_program()
    except SystemExit as leaving:
        if leaving.code not in (None, 0):
            reply = {"error": described(leaving)}
    except BaseException as error:
        reply = {"error": described(error)}
    _flush()
    _send(replies, f"{token} ", {**reply, "ms": (clock() - started) * 1000, "imports": loaded.imports()})
    os._exit(0)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # noqa: S112 - the candidate may have closed or replaced it: its own loss
            continue


def _send(fd: int, token: str, reply: "dict[str, Any]") -> None:
    data = (token + dumps(reply)).encode("ascii") + b"\n"
    while data:
        data = data[os.write(fd, data) :]
