"""One program, run with limits, by every mechanism that this machine has."""

import asyncio
import errno
import json
import os
import tempfile
import uuid
from pathlib import Path

import psutil
import pytest

from lsp_server.errors import SandboxError, ScratchFullError
from lsp_server.sandbox import bubblewrap, landlock, unisolated
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.probe import why_not
from lsp_server.sandbox.program import MIB, Limits, Outcome, Program
from lsp_server.sandbox.run import run

ALL = {
    "bubblewrap-own-user": bubblewrap.MECHANISMS[0],
    "bubblewrap": bubblewrap.MECHANISMS[1],
    "landlock-own-user": landlock.MECHANISMS[0],
    "landlock": landlock.MECHANISMS[1],
    "none": unisolated.MECHANISM,
}
REQUIRED = "bubblewrap-own-user" if os.geteuid() == 0 else "bubblewrap"
"""At least this one must work where the tests run: install bubblewrap."""


@pytest.fixture(params=ALL)
def isolation(request: pytest.FixtureRequest) -> Isolation:
    mechanism = ALL[request.param]
    if mechanism is not unisolated.MECHANISM and (reason := why_not(mechanism)):
        assert request.param != REQUIRED, reason
        pytest.skip(reason)
    return mechanism


def python(code: str, *words: str, **fields: object) -> Program:
    return Program((PYTHON, "-I", "-S", "-c", code, *words), **fields)  # type: ignore[arg-type]


async def test_what_a_program_prints_and_how_it_exits_comes_back(isolation: Isolation) -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    outcome = await run(python(code), Limits(), isolation)
    assert (outcome.ended, outcome.exit_code, outcome.isolation) == ("exited", 3, isolation.name)
    assert (outcome.stdout, outcome.stderr) == (b"out\n", b"err\n")


async def test_a_program_reads_its_input_and_its_files(isolation: Isolation) -> None:
    code = "print(input(), open('a.txt').read(), open('deep/er/b.txt').read())"
    program = python(code, stdin=b"in\n", files={"a.txt": b"A", "deep/er/b.txt": b"B"})
    assert (await run(program, Limits(), isolation)).stdout == b"in A B\n"


async def test_a_large_input_that_nobody_reads_does_not_matter(isolation: Isolation) -> None:
    assert (await run(python("print(1)", stdin=b"x" * 4 * MIB), Limits(), isolation)).stdout == b"1\n"


async def test_the_scratch_directory_holds_the_files_and_nothing_else(isolation: Isolation) -> None:
    program = python("import os; print(sorted(os.listdir()))", files={"a.txt": b""})
    assert (await run(program, Limits(), isolation)).stdout == b"['a.txt']\n"


async def test_the_environment_is_made_from_nothing(isolation: Isolation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN", "secret")
    outcome = await run(python("import os, json; print(json.dumps(dict(os.environ)))"), Limits(), isolation)
    assert set(json.loads(outcome.stdout)) - {"LC_CTYPE", "PWD"} == {"PATH", "LANG", "HOME", "TMPDIR"}


async def test_death_by_a_signal_is_a_negative_code(isolation: Isolation) -> None:
    code = "import os; os.fork() or os.kill(os.getpid(), 11); print(os.waitstatus_to_exitcode(os.wait()[1]))"
    assert (await run(python(code), Limits(), isolation)).stdout == b"-11\n"
    crash = "import ctypes; ctypes.string_at(0)"
    assert (await run(python(crash), Limits(), isolation)).exit_code == -11


async def test_the_clock_ends_a_program_that_waits(isolation: Isolation) -> None:
    outcome = await run(python("import time; print('x', flush=True); time.sleep(60)"), Limits(wall_s=4), isolation)
    assert (outcome.ended, outcome.exit_code, outcome.stdout) == ("time_limit", None, b"x\n")


async def test_the_cpu_limit_ends_a_program_that_works(isolation: Isolation) -> None:
    assert (await run(python("while True: pass"), Limits(wall_s=30, cpu_s=1), isolation)).ended == "time_limit"


async def test_memory_beyond_the_limit_cannot_be_had(isolation: Isolation) -> None:
    code = "try: bytearray(200 << 20)\nexcept MemoryError: print('refused')"
    assert (await run(python(code), Limits(memory_bytes=100 * MIB), isolation)).stdout == b"refused\n"


async def test_without_a_limit_of_addresses_the_resident_size_is_watched(isolation: Isolation) -> None:
    code = "import time; a = bytearray(b'x') * (200 << 20); time.sleep(20)"
    limits = Limits(memory_bytes=100 * MIB, address_space=False, wall_s=20)
    assert (await run(python(code), limits, isolation)).ended == "memory_limit"


@pytest.mark.parametrize("fd", [1, 2])
async def test_too_much_output_ends_the_program(isolation: Isolation, fd: int) -> None:
    code = f"import os\nwhile True: os.write({fd}, b'x' * 1000)"
    outcome = await run(python(code), Limits(output_bytes=10_000), isolation)
    assert outcome.ended == "output_limit"
    assert len(outcome.stdout) + len(outcome.stderr) == 10_000


async def test_output_just_up_to_the_limit_is_fine(isolation: Isolation) -> None:
    outcome = await run(python("print('x' * 9999)"), Limits(output_bytes=10_000), isolation)
    assert (outcome.ended, len(outcome.stdout)) == ("exited", 10_000)


async def test_one_file_can_only_be_so_large(isolation: Isolation) -> None:
    code = "try: open('big', 'wb').write(b'x' * 200_000)\nexcept OSError as error: print(type(error).__name__)"
    outcome = await run(python(code), Limits(file_bytes=100_000), isolation)
    assert outcome.stdout == b"OSError\n"


async def test_the_scratch_directory_can_only_hold_so_much(isolation: Isolation) -> None:
    code = "import time\ntry:\n    for k in range(8): open(f'{k}', 'wb').write(b'x' * (1 << 20))\n"
    code += "    time.sleep(20)\nexcept OSError as error: print(type(error).__name__)"
    outcome = await run(python(code), Limits(scratch_bytes=4 * MIB, wall_s=20), isolation)
    assert outcome.ended == "output_limit" or outcome.stdout == b"OSError\n"


async def test_cancelling_leaves_no_process_and_no_file(
    isolation: Isolation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    marker = uuid.uuid4().hex
    code = "import os, time\nfor _ in range(3):\n    os.fork()\ntime.sleep(60)"
    running = asyncio.ensure_future(run(python(code, marker), Limits(wall_s=60), isolation))
    while len(marked(marker)) < 8:
        assert not running.done()
        await asyncio.sleep(0.02)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert marked(marker) == []
    assert os.listdir(tmp_path) == []


async def test_children_that_go_on_end_with_the_program(isolation: Isolation) -> None:
    marker = uuid.uuid4().hex
    code = (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0: time.sleep(60)\n    os._exit(0)\n"
    )
    outcome = await run(python(code + "os.wait(); print('done')", marker), Limits(), isolation)
    assert outcome.stdout == b"done\n"
    assert marked(marker) == []


async def test_a_program_that_does_not_exist_is_an_exit_not_an_error(isolation: Isolation) -> None:
    outcome: Outcome = await run(Program(("/no/such/program",)), Limits(), isolation)
    assert outcome.exit_code == 126
    assert b"No such file" in outcome.stderr


async def test_files_that_do_not_fit_are_our_error() -> None:
    program = python("pass", files={"big": b"x" * 2 * MIB})
    with pytest.raises(ScratchFullError, match="does not fit"):
        await run(program, Limits(scratch_bytes=1 * MIB), bubblewrap.MECHANISMS[1])


async def test_a_disk_that_takes_nothing_is_our_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(ScratchFullError, match="Free some space"):
        await run(python("pass"), Limits(), unisolated.MECHANISM)


def marked(marker: str) -> list[int]:
    processes = psutil.process_iter(["cmdline", "status"])
    return [
        p.pid for p in processes if marker in (p.info["cmdline"] or []) and p.info["status"] != psutil.STATUS_ZOMBIE
    ]


async def test_cancelling_at_any_moment_leaves_no_process(isolation: Isolation) -> None:
    """From before the mechanism has started to after the program has."""
    marker = uuid.uuid4().hex
    for moment in range(12):
        running = asyncio.ensure_future(run(python("import time; time.sleep(60)", marker), Limits(), isolation))
        await asyncio.sleep(moment * 0.006)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert marked(marker) == []


async def test_what_the_machine_is_short_of_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuse)
    with pytest.raises(SandboxError, match="Too many open files"):
        await run(Program((PYTHON, "-c", "pass")), Limits(), unisolated.MECHANISM)
