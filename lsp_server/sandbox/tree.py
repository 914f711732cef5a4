"""The processes of one run: what they use, and their end. Knows psutil; the rest of the sandbox does not."""

import asyncio
import time
from asyncio.subprocess import Process
from collections.abc import Callable
from contextlib import suppress

import psutil

from lsp_server.sandbox.isolation import MARKER

SETTLE_S = 0.005
PATIENCE_S = 10.0
"""After so long the mechanism's own process is killed anyway: the kernel takes a pid namespace down with it."""


def descendants(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def holds_more(processes: list[psutil.Process], limit: int) -> bool:
    """Whether they use more than `limit` bytes together.

    Pages that forks share count in each resident size, so an excess is looked at again, each page divided by its users.
    """
    return sum(map(_resident, processes)) > limit and sum(map(_proportional, processes)) > limit


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _proportional(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.NoSuchProcess:
        return 0
    except (psutil.AccessDenied, AttributeError):  # a process that hides itself, or a system without this number
        return _resident(process)


async def end_tree(process: Process, marker: str | None = None) -> None:
    """Kill everything below `process`, then itself, and return when all of it is gone.

    With `marker`, so is whoever else has it in its environment: where nobody adopts orphans, they are found by it.

    It is stopped first, so that it starts nobody whom we have not seen, and killed last: the mechanism's own process
    adopts orphans, so as long as it lives none can get away.
    """
    if process.returncode is None:
        _act(process.pid, psutil.Process.suspend)
    deadline = time.monotonic() + PATIENCE_S
    while process.returncode is None and time.monotonic() < deadline:
        rests = _rests(process.pid)  # asked first: whom it starts before it rests is in the list
        found = [member for member in descendants(process.pid) if _lives(member)]
        for member in found:
            with suppress(psutil.Error):
                member.kill()
        if rests and not found:
            break
        await asyncio.sleep(SETTLE_S)
    if process.returncode is None:
        _act(process.pid, psutil.Process.kill)
    await process.wait()
    while marker and (left := await asyncio.to_thread(_marked, marker)) and time.monotonic() < deadline:
        for member in left:
            with suppress(psutil.Error):
                member.kill()
        await asyncio.sleep(SETTLE_S)


def _marked(marker: str) -> list[psutil.Process]:
    return [process for process in psutil.process_iter() if _environment(process).get(MARKER) == marker]


def _environment(process: psutil.Process) -> dict[str, str]:
    """Empty for a zombie and for what is not ours."""
    try:
        return process.environ() if _lives(process) else {}
    except (psutil.Error, OSError):
        return {}


def _act(pid: int, act: Callable[[psutil.Process], None]) -> None:
    """Not by `process.send_signal`, which would reap the process behind the back of asyncio."""
    with suppress(psutil.Error):
        act(psutil.Process(pid))


def _lives(process: psutil.Process) -> bool:
    """Whoever is killed stays as a zombie while its parent is stopped."""
    return _status(process.pid) not in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD, None)


def _rests(pid: int) -> bool:
    return _status(pid) in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD, None)


def _status(pid: int) -> str | None:
    try:
        return psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return None
