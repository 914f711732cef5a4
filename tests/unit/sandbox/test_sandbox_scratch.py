"""The scratch directory on this machine."""

import errno
import os
from pathlib import Path

import pytest

from lsp_server.errors import ScratchFullError
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


def test_a_full_disk_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ScratchFullError, match="No space left on device"), scratch_directory({"a": b""}):
        pass


def test_what_is_used_counts_blocks_and_names(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "full").write_bytes(b"x" * 100_000)
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1 << 30)
    (tmp_path / "loop").symlink_to(tmp_path)
    size, files = used(tmp_path)
    assert 100_000 <= size < 1 << 20
    assert files == 4
