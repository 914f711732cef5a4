"""The scratch directory on this machine."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from lsp_server.errors import ScratchFullError
from lsp_server.sandbox.probe import why_not
from lsp_server.sandbox.run import choose, describe
from lsp_server.sandbox.scratch import scratch_directory, used


def test_it_holds_the_files_and_is_gone_afterwards() -> None:
    with scratch_directory({"a": b"1", "b/c": b"22"}) as root:
        assert (root / "b" / "c").read_bytes() == b"22"
        assert root.stat().st_mode & 0o077 == 0
    assert not root.exists()


def test_closed_directories_are_removed_too() -> None:
    with scratch_directory({"a/b/c": b""}) as root:
        os.chmod(root / "a" / "b", 0)
        os.chmod(root / "a", 0)
    assert not root.exists()


def test_links_are_removed_and_what_they_point_at_is_not(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").touch()
    with scratch_directory({}) as root:
        (root / "folder").symlink_to(kept)
        (root / "file").symlink_to(kept / "file")
    assert not root.exists()
    assert (kept / "file").exists()


def test_it_is_gone_when_its_user_fails() -> None:
    place = None
    with pytest.raises(KeyError), scratch_directory({}) as root:
        place = root
        raise KeyError
    assert place is not None
    assert not place.exists()


def no_space(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def no_folder(*_: object, **__: object) -> NoReturn:
    """What `tempfile` says on a machine whose disk is full everywhere."""
    raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")


@pytest.mark.parametrize(
    ("owner", "name", "fails", "sentence"),
    [
        (Path, "write_bytes", no_space, "No space left on device"),
        (tempfile, "mkdtemp", no_folder, "No usable temporary directory"),
    ],
)
def test_a_full_disk_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, fails: Callable[..., NoReturn], sentence: str
) -> None:
    monkeypatch.setattr(owner, name, fails)
    with pytest.raises(ScratchFullError, match=f"{sentence}.*Free some space"), scratch_directory({"a": b""}):
        pass


@pytest.mark.parametrize(("owner", "name", "fails"), [(Path, "write_text", no_space), (tempfile, "mkdtemp", no_folder)])
def test_a_mechanism_that_could_not_be_tried_on_a_full_disk_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, fails: Callable[..., NoReturn]
) -> None:
    mechanism = choose(allow_unisolated=False)
    why_not.cache_clear()
    with monkeypatch.context() as full:
        full.setattr(owner, name, fails)
        with pytest.raises(ScratchFullError, match="Free some space"):
            why_not(mechanism)
        assert all("Free some space" in reason for _, available, reason in describe() if not available)
    assert why_not(mechanism) is None


def test_what_is_used_counts_blocks_and_names(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "full").write_bytes(b"x" * 100_000)
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1 << 30)
    (tmp_path / "loop").symlink_to(tmp_path)
    size, files = used(tmp_path)
    assert 100_000 <= size < 1 << 20
    assert files == 4
