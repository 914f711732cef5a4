"""A scratch directory on this machine, for mechanisms that cannot make one that exists only inside."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lsp_server.errors import ScratchFullError


@contextmanager
def scratch_directory(files: Mapping[str, bytes], owner: int | None = None) -> Generator[Path]:
    """A private directory that holds `files`, and is gone afterwards whatever the program made of it."""
    try:
        root = Path(tempfile.mkdtemp(prefix="vibe-lsp-"))
    except OSError as error:
        raise full("the folder for temporary files", error) from error
    try:
        _fill(root, files)
        if owner is not None:
            os.chown(root, owner, owner)
        yield root
    finally:
        remove(root)


def _fill(root: Path, files: Mapping[str, bytes]) -> None:
    try:
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise full(root, error) from error


def full(place: Path | str, error: OSError, variable: str = "TMPDIR") -> ScratchFullError:
    """What the user can do when the disk takes no more; `variable` names the folder."""
    return ScratchFullError(f"Nothing can be written to {place}: {error.strerror}. Free some space, or set {variable}.")


def remove(root: Path) -> None:
    """Directories that the program has closed (mode 000) are opened again; links are never followed."""

    def reopen(function: Callable[..., Any], path: str, _error: object) -> None:
        for place in (os.path.dirname(path), path):
            if stat.S_ISDIR(os.lstat(place).st_mode):
                os.chmod(place, stat.S_IRWXU)
        function(path) if function in (os.unlink, os.rmdir) else shutil.rmtree(path)

    if sys.version_info >= (3, 12):
        shutil.rmtree(root, onexc=reopen)
    else:
        shutil.rmtree(root, onerror=reopen)


def used(root: Path) -> tuple[int, int]:
    """Bytes and files below `root`. Files that vanish meanwhile do not count."""
    size = files = 0
    pending = [str(root)]
    while pending:
        for entry in _entries(pending.pop()):
            files += 1
            size += _size(entry)
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
    return size, files


def _entries(directory: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(directory) as entries:
            return list(entries)
    except OSError:
        return []


def _size(entry: "os.DirEntry[str]") -> int:
    """What it really takes: a sparse file of a terabyte takes nothing."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return 0
    return found.st_blocks * 512 if hasattr(found, "st_blocks") else found.st_size  # Windows does not count blocks
