"""The exact policy for macOS. Not run here: what the policy does, only a Mac can say."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from lsp_server.sandbox import launcher, run, seatbelt, tree
from lsp_server.sandbox.isolation import MARKER, Command, Isolation
from lsp_server.sandbox.program import Limits, Program

PROFILE = """\
(version 1)
(deny default)
(allow process-fork)
(allow signal (target same-sandbox))
(allow process-info* (target same-sandbox))
(allow sysctl-read)
(allow file-read-metadata)
(allow process-exec (subpath "/usr/bin") (subpath "/usr/lib") (subpath "/usr/libexec") (subpath "/usr/share") \
(subpath "/bin") (subpath "/System") (subpath "/Library/Apple") (subpath "/Library/Developer") \
(subpath (param "READ0")) (subpath (param "READ1")))
(allow file-read* (literal "/") (literal "/dev/null") (literal "/dev/zero") (literal "/dev/random") \
(literal "/dev/urandom") (literal "/private/etc/localtime") (subpath "/usr/bin") (subpath "/usr/lib") \
(subpath "/usr/libexec") (subpath "/usr/share") (subpath "/bin") (subpath "/System") (subpath "/Library/Apple") \
(subpath "/Library/Developer") (subpath "/private/var/db/dyld") (subpath "/private/var/db/timezone") \
(subpath (param "READ0")) (subpath (param "READ1")) (subpath (param "SCRATCH")))
(allow file-write* process-exec (subpath (param "SCRATCH")))
(allow file-write-data (literal "/dev/null") (literal "/dev/zero"))"""


def test_the_policy_denies_all_but_this() -> None:
    assert seatbelt.profile(2) == PROFILE


@pytest.mark.parametrize("right", ["network", "mach-lookup", "ipc-posix", "iokit", "system-socket", "job-creation"])
def test_the_policy_grants_none_of_the_rest(right: str) -> None:
    assert right not in seatbelt.profile(3)


def test_the_command_line_gives_paths_as_parameters(tmp_path: Path) -> None:
    odd = tmp_path / 'a "quoted" (folder)'
    odd.mkdir()
    with seatbelt.prepare(Program(("/usr/bin/true", "word"), {"a.txt": b"A"}, readable=(odd,)), Limits()) as command:
        scratch = command.scratch
        assert scratch and (scratch / "a.txt").read_bytes() == b"A"
        read = [*(path.resolve() for path in launcher.toolchain()), odd]
        given = [part for k, path in enumerate(read) for part in ("-D", f"READ{k}={path}")]
        start = ["/usr/bin/sandbox-exec", "-D", f"SCRATCH={scratch}", *given, "-p", seatbelt.profile(len(read))]
        assert list(command.argv[: len(start)]) == start
        assert command.argv[len(start)] == launcher.PYTHON
        assert command.argv[-2:] == ("/usr/bin/true", "word")
        assert command.cwd == scratch
        assert command.marker and command.env[MARKER] == command.marker
        assert set(command.env) == {"PATH", "LANG", "HOME", "TMPDIR", MARKER}
    assert not scratch.exists()


def test_no_two_runs_have_the_same_marker() -> None:
    program = Program(("/usr/bin/true",))
    with seatbelt.prepare(program, Limits()) as one, seatbelt.prepare(program, Limits()) as other:
        assert one.marker != other.marker


DAEMON = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 64)
        time.sleep(60)
    os._exit(0)
os.wait()
"""


async def test_whoever_leaves_the_process_tree_is_found_by_the_marker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without seatbelt itself: the same preparation around a bare start, on any system."""
    monkeypatch.setattr(seatbelt, "_seatbelt", lambda root, read: ())
    seen: list[str] = []

    @contextmanager
    def prepare(program: Program, limits: Limits) -> Iterator[Command]:
        with seatbelt.prepare(program, limits) as command:
            seen.append(command.env[MARKER])
            yield command

    bare = Isolation("seatbelt", prepare, lambda: None)
    program = Program((launcher.PYTHON, "-I", "-S", "-c", DAEMON))
    assert (await run.run(program, Limits(), bare)).exit_code == 0
    assert tree._marked(seen[0]) == []


async def test_the_marker_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The daemon of the test above would live on."""
    monkeypatch.setattr(seatbelt, "_seatbelt", lambda root, read: ())
    seen: list[str] = []

    @contextmanager
    def prepare(program: Program, limits: Limits) -> Iterator[Command]:
        with seatbelt.prepare(program, limits) as command:
            seen.append(command.env[MARKER])
            yield replace(command, marker=None)

    program = Program((launcher.PYTHON, "-I", "-S", "-c", DAEMON))
    await run.run(program, Limits(), Isolation("seatbelt", prepare, lambda: None))
    left = tree._marked(seen[0])
    for process in left:
        process.kill()
    assert len(left) == 1


def test_it_is_for_macos_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seatbelt.obstacle() == "Seatbelt exists on macOS only."
    monkeypatch.setattr(sys, "platform", "darwin")
    assert seatbelt.obstacle() == "/usr/bin/sandbox-exec is missing."


def test_every_system_has_its_own_mechanisms() -> None:
    names = {system: {mechanism.name for mechanism in row} for system, row in run.BY_SYSTEM.items()}
    assert names == {"linux": {"bubblewrap", "landlock"}, "darwin": {"seatbelt"}, "win32": {"appcontainer"}}
