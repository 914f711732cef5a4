"""Watches a running program from outside for what rlimits cannot hold: the whole tree, the clock, the output."""

import asyncio
import mmap
import os
from asyncio.subprocess import Process
from dataclasses import dataclass, field

from lsp_server.sandbox.isolation import Command
from lsp_server.sandbox.program import Ended, Limits
from lsp_server.sandbox.scratch import used
from lsp_server.sandbox.tree import descendants, holds_more

FIRST_LOOK_S, LOOK_EVERY_S = 0.05, 0.1
CHUNK = 1 << 16
PAGE = mmap.PAGESIZE


@dataclass(slots=True)
class Output:
    """What was printed so far, never more than `most` bytes. `full` is set when there was more."""

    most: int
    stdout: bytearray = field(default_factory=bytearray)
    stderr: bytearray = field(default_factory=bytearray)
    full: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self, stream: asyncio.StreamReader, into: bytearray) -> None:
        """To the end of the stream, which closes it; what is too much is thrown away."""
        while chunk := await stream.read(CHUNK):
            room = self.most - len(self.stdout) - len(self.stderr)
            into += chunk[:room]
            if len(chunk) > room:
                self.full.set()


async def watch(process: Process, command: Command, limits: Limits, output: Output, stop: asyncio.Event) -> Ended:
    """Return when the program ended by itself, which limit it hit, or anything when `stop` is set. Kills nothing."""
    rules = (
        *(_exited(process), _too_long(limits), _too_much_output(output), _too_big(process, command, limits)),
        _stopped(stop),
    )
    tasks = [asyncio.ensure_future(rule) for rule in rules]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(task for task in tasks if task in done).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _exited(process: Process) -> Ended:
    await process.wait()
    return "exited"


async def _too_long(limits: Limits) -> Ended:
    await asyncio.sleep(limits.wall_s)
    return "time_limit"


async def _stopped(stop: asyncio.Event) -> Ended:
    await stop.wait()
    return "time_limit"  # nobody reads it: whoever stops a run does not ask how it ended


async def _too_much_output(output: Output) -> Ended:
    await output.full.wait()
    return "output_limit"


async def _too_big(process: Process, command: Command, limits: Limits) -> Ended:
    await asyncio.sleep(FIRST_LOOK_S)
    while True:
        members = descendants(process.pid)
        if len(members) > limits.processes:
            return "process_limit"
        if holds_more(members, limits.memory_bytes):
            return "memory_limit"
        size, files = written(command, members[0].pid if members else None, limits)
        if size > limits.scratch_bytes or files > limits.scratch_files:
            return "output_limit"
        await asyncio.sleep(LOOK_EVERY_S)


def written(command: Command, first: int | None, limits: Limits) -> tuple[int, int]:
    """Bytes and files in the scratch directory. Inside a mount namespace it is reached through the process `first`.

    There its size tells it: as long as the mechanism is still at work, the same path may lead to a directory of ours.
    """
    if command.scratch:
        return used(command.scratch)
    try:
        inside = os.statvfs(f"/proc/{first}/root{command.inner_scratch}")
    except OSError:
        return 0, 0
    own = inside.f_blocks * inside.f_frsize < limits.scratch_bytes + PAGE
    return 0, inside.f_files - inside.f_ffree if own else 0
