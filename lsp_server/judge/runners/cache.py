"""What compilers have made, one folder per recipe, shared by all windows of the user. Knows no language.

A folder is complete as soon as it is there: it is filled under another name and then renamed.
"""

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from lsp_server.sandbox.scratch import full
from lsp_server.settings import HOME_VARIABLE, data_folder

MOST_BYTES = 1 << 30
FRESH_S = 3600.0
"""What was used so recently stays, however much there is: somebody may be running it."""


def root() -> Path:
    """Where the folders are; only this user may write there."""
    place = data_folder() / "built"
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o755)
    except OSError:
        return _temporary()
    return place if os.access(place, os.W_OK) else _temporary()


@cache
def _temporary() -> Path:
    """For a home that cannot be written: until this process ends."""
    place = Path(tempfile.mkdtemp(prefix="vibe-lsp-built-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


def find(key: str) -> Path | None:
    try:
        folder = root() / key
        os.utime(folder)
    except OSError:
        return None
    return folder


def keep(key: str, contents: Mapping[str, bytes]) -> Path:
    """Raises ScratchFullError."""
    try:
        return _kept(root(), key, contents)
    except OSError as error:
        raise full(data_folder(), error, HOME_VARIABLE) from error


def _kept(place: Path, key: str, contents: Mapping[str, bytes]) -> Path:
    _tidy(place)
    made = Path(tempfile.mkdtemp(prefix=".making-", dir=place))
    try:
        for name, content in contents.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o555)
        made.chmod(0o755)
        with suppress(OSError):  # somebody else was faster, with the same
            made.rename(place / key)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return place / key


def _tidy(place: Path) -> None:
    """Oldest first, until it is small enough."""
    total, old = 0, time.time() - FRESH_S
    for used, folder in sorted(_folders(place), reverse=True):
        total += _size(folder)
        if total > MOST_BYTES and used < old:
            shutil.rmtree(folder, ignore_errors=True)


def _folders(place: Path) -> Iterator[tuple[float, Path]]:
    for folder in place.iterdir():
        with suppress(OSError):  # another window tidies up too
            yield folder.stat().st_mtime, folder


def _size(folder: Path) -> int:
    with suppress(OSError):
        return sum(path.stat().st_size for path in folder.rglob("*"))
    return 0
