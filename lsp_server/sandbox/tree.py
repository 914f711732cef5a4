"""The processes of one run: what they use, and their end. Knows psutil; the rest of the sandbox does not."""

import asyncio
from asyncio.subprocess import Process

import psutil

SETTLE_S = 0.005


def descendants(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def resident_bytes(processes: list[psutil.Process]) -> int:
    return sum(map(_resident, processes))


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


async def end_tree(process: Process) -> None:
    """Kill everything below `process`, then itself, and return when all of it is gone.

    Children first: the mechanism's own process adopts orphans, so as long as it lives none can get away.
    """
    while process.returncode is None and (found := descendants(process.pid)):
        for member in found:
            _kill(member)
        await asyncio.sleep(SETTLE_S)
    if process.returncode is None and psutil.pid_exists(process.pid):
        _kill(psutil.Process(process.pid))  # not process.kill(): that would reap it behind asyncio's back
    await process.wait()


def _kill(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.NoSuchProcess:
        pass
