"""Finds the compilers and interpreters of this machine. What is missing is told with the way to get it."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

VERSION_S = 20.0


def find(*names: str) -> str | None:
    """The full path of the first of these programs that is installed, links resolved; looked up anew each time."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return os.path.realpath(found) if found else None


def missing(what: str, names: tuple[str, ...], how: str) -> str | None:
    """None when one of the programs is there, else the sentence to show: `missing("C++", ("g++",), "Install …")`."""
    return None if find(*names) else f"{what} cannot be run: {' or '.join(names)} is not installed. {how}"


def version(program: str, *arguments: str) -> str:
    """What the program says of itself. Asked once, as long as the file stays the same. "" when it cannot be asked."""
    try:
        return _version(program, arguments, os.stat(program).st_mtime_ns)
    except OSError:
        return ""


@cache
def _version(program: str, arguments: tuple[str, ...], _changed: int) -> str:
    try:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=VERSION_S, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return f"{done.stdout}\n{done.stderr}".strip()


def prefix(program: str) -> Path:
    """The folder to name in `readable` for a program outside of the system's own: the one above its `bin`."""
    return Path(program).parent.parent
