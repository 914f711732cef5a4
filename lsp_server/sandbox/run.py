"""The door of this room: choose a mechanism, run one program in it with limits, leave nothing behind."""

import asyncio
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from lsp_server.errors import NoIsolationError, SandboxError, ScratchFullError
from lsp_server.sandbox import appcontainer, bubblewrap, landlock, seatbelt, unisolated
from lsp_server.sandbox.isolation import Command, Isolation
from lsp_server.sandbox.limits import Output, watch
from lsp_server.sandbox.probe import why_not
from lsp_server.sandbox.program import Ended, Limits, Outcome, Program
from lsp_server.sandbox.tree import end_tree

BY_SYSTEM: Mapping[str, tuple[Isolation, ...]] = {
    "linux": (*bubblewrap.MECHANISMS, *landlock.MECHANISMS),
    "darwin": seatbelt.MECHANISMS,
    "win32": appcontainer.MECHANISMS,
}
"""By `sys.platform`, best first."""
ADVICE: Mapping[str, str] = {"linux": f"{bubblewrap.INSTALL} "}
MECHANISMS = BY_SYSTEM.get(sys.platform, ())

SIGNAL_BASE, LAST_SIGNAL = 128, 64
SIGKILL, SIGXCPU = -9, -24


def choose(allow_unisolated: bool) -> Isolation:
    """The best mechanism that a probe showed to hold here. Blocks for about 50 ms the first time.

    Raises NoIsolationError when there is none and the user has not allowed to run without, and ScratchFullError.
    """
    if (best := _best()) is not None:
        return best
    if allow_unisolated:
        return unisolated.MECHANISM
    reasons = "; ".join(f"{name}: {reason}" for name, _, reason in describe())
    raise NoIsolationError(
        f"Nothing was run, because this machine offers no isolation. {ADVICE.get(sys.platform, '')}"
        f"Or set `sandbox.allow_unisolated` to run code without it. Tried: {reasons or 'nothing, none is known here'}"
    )


@cache
def _best() -> Isolation | None:
    return next((mechanism for mechanism in MECHANISMS if why_not(mechanism) is None), None)


def describe() -> list[tuple[str, bool, str]]:
    """(mechanism, available, why not) for each, best first."""
    found: dict[str, str] = {}
    for mechanism in MECHANISMS:
        reason = _obstacle(mechanism)
        found[mechanism.name] = "" if found.get(mechanism.name) == "" else reason
    return [(name, not reason, reason) for name, reason in found.items()]


def _obstacle(mechanism: Isolation) -> str:
    try:
        return why_not(mechanism) or ""
    except ScratchFullError as error:
        return str(error)


async def run(program: Program, limits: Limits, isolation: Isolation) -> Outcome:
    """Run `program` to its end or to a limit. On return, and on cancellation, no process and no file of it is left.

    Raises ScratchFullError when the program's own files cannot be written, SandboxError when the machine is short of
    something else.
    """
    stop = asyncio.Event()
    whole = asyncio.ensure_future(_whole(program, limits, isolation, stop))
    try:
        return await asyncio.shield(whole)
    except asyncio.CancelledError:
        stop.set()  # nothing below is ever cancelled: half a start or half an end would leave processes behind
        while not whole.done():
            with suppress(asyncio.CancelledError, OSError):
                await asyncio.shield(whole)
        raise
    except OSError as error:
        raise SandboxError(_short_of(error)) from error


def _short_of(error: OSError) -> str:
    """Too many open files, no more processes, no memory, a tool that was just removed."""
    where = f" ({error.filename})" if error.filename else ""
    return (
        f"Nothing could be run in the sandbox: {error.strerror or error}{where}. End what you can spare on this machine"
        " and try again; `vibe-lsp doctor` says whether the sandbox works."
    )


async def _whole(program: Program, limits: Limits, isolation: Isolation, stop: asyncio.Event) -> Outcome:
    with isolation.prepare(program, limits) as command:
        output = Output(limits.output_bytes)
        started = time.monotonic()
        process = await _start(command)
        ended = await _attended(process, command, program.stdin, limits, output, stop)
        code, wall_s = _exit_code(process.returncode), time.monotonic() - started
        if ended == "exited" and _out_of_cpu(code, wall_s, limits):
            ended = "time_limit"
        return Outcome(
            ended=ended,
            exit_code=code if ended == "exited" else None,
            stdout=bytes(output.stdout),
            stderr=bytes(output.stderr),
            wall_s=wall_s,
            isolation=isolation.name,
        )


async def _start(command: Command) -> Process:
    return await asyncio.create_subprocess_exec(
        *command.argv,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env=command.env,
        cwd=command.cwd,
        pass_fds=command.fds,
        start_new_session=True,
    )


async def _attended(
    process: Process, command: Command, stdin: bytes, limits: Limits, output: Output, stop: asyncio.Event
) -> Ended:
    """Feed and read the program while it is watched; what it printed last is read after its tree is gone."""
    assert process.stdout and process.stderr and process.stdin  # noqa: S101 - for the type checker: all are PIPE
    tasks = [
        asyncio.ensure_future(_feed(process.stdin, stdin)),
        asyncio.ensure_future(output.read(process.stdout, output.stdout)),
        asyncio.ensure_future(output.read(process.stderr, output.stderr)),
    ]
    try:
        ended = await watch(process, command, limits, output, stop)
    finally:
        await end_tree(process, command.marker)
        await asyncio.gather(*tasks)  # the pipes end with the tree
    return "output_limit" if ended == "exited" and output.full.is_set() else ended


async def _feed(stream: asyncio.StreamWriter, data: bytes) -> None:
    with suppress(BrokenPipeError, ConnectionResetError):  # a program need not read its input
        stream.write(data)
        await stream.drain()
    stream.close()
    with suppress(BrokenPipeError, ConnectionResetError):
        await stream.wait_closed()


def _out_of_cpu(code: int | None, wall_s: float, limits: Limits) -> bool:
    """RLIMIT_CPU ends a program by SIGXCPU, but process 1 of a namespace only by the SIGKILL that follows."""
    return code == SIGXCPU or (code == SIGKILL and wall_s >= limits.cpu_s)


def _exit_code(code: int | None) -> int | None:
    """A shell's way to tell a signal (128 + n), which the mechanisms use too, becomes negative."""
    if code is not None and SIGNAL_BASE < code <= SIGNAL_BASE + LAST_SIGNAL:
        return SIGNAL_BASE - code
    return code
