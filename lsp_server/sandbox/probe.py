"""Tries a mechanism on a small program that breaks out wherever it can. Installing a tool proves nothing; this does.

Kernels, containers and AppArmor profiles refuse what a manual promises, so what was seen to hold is what counts.
"""

import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from lsp_server.errors import SandboxError, ScratchFullError
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.scratch import full

PROBE_S = 10
HELD = "held"
ESCAPES = """
import os, sys
outside = sys.argv[1]

def reads():
    open(outside + "/secret").read()

def writes():
    open(outside + "/written", "w").close()

def connects():
    import _socket
    _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))

def own_scratch_is_missing():
    with open("note.txt") as note, open("made", "w") as made:
        made.write(note.read())
    raise OSError

loose = []
for escape in (reads, writes, connects, own_scratch_is_missing):
    try:
        escape()
    except OSError:
        continue
    except Exception as error:
        loose.append(repr(error))
    loose.append(escape.__name__)
print("held" if not loose else "not held: " + ", ".join(loose))
"""


@cache
def why_not(isolation: Isolation) -> str | None:
    """None when `isolation` was seen to hold on this machine, else the reason. Takes about 50 ms, once.

    Raises ScratchFullError when there is no room for trying it; with more space it can be asked again.
    """
    if reason := isolation.obstacle():
        return reason
    with _secret() as outside:
        program = Program((PYTHON, "-I", "-S", "-c", ESCAPES, outside), files={"note.txt": b"note"})
        try:
            return _tried(isolation, program)
        except ScratchFullError:
            raise
        except (OSError, subprocess.SubprocessError, SandboxError) as error:
            return f"It could not be started: {error}"


@contextmanager
def _secret() -> Generator[str]:
    """A folder with something that no program in a sandbox may read."""
    try:
        folder = tempfile.TemporaryDirectory()
    except OSError as error:
        raise full("the folder for temporary files", error) from error
    with folder as name:
        try:
            (Path(name) / "secret").write_text("secret")
        except OSError as error:
            raise full(name, error) from error
        yield name


def _tried(isolation: Isolation, program: Program) -> str | None:
    with isolation.prepare(program, Limits()) as command:
        done = subprocess.run(
            command.argv,
            env=command.env,
            cwd=command.cwd,
            pass_fds=command.fds,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PROBE_S,
            start_new_session=True,
        )
    said = (done.stdout.strip() or done.stderr.strip() or f"exit code {done.returncode}").splitlines()[-1]
    return None if said == HELD and done.returncode == 0 else said
