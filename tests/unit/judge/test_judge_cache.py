"""What compilers have made is kept, found again, and tidied up."""

import os
import sys
import time
from pathlib import Path

import pytest

from lsp_server.errors import ScratchFullError
from lsp_server.judge.runners import cache


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "root", lambda: tmp_path)
    return tmp_path


def test_what_is_kept_is_found_executable_and_read_only(place: Path) -> None:
    assert cache.find("key") is None
    folder = cache.keep("key", {"main": b"program", "deep/er": b"part"})
    assert cache.find("key") == folder == place / "key"
    assert (folder / "deep" / "er").read_bytes() == b"part"
    assert (folder / "main").stat().st_mode & 0o777 == 0o555


def test_whoever_comes_second_with_the_same_gets_what_is_there(place: Path) -> None:
    cache.keep("key", {"main": b"first"})
    assert (cache.keep("key", {"main": b"second"}) / "main").read_bytes() == b"first"
    assert [path.name for path in place.iterdir()] == ["key"]


def test_nothing_half_made_stays_when_the_disk_is_full(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ScratchFullError, match=r"No space.*VIBE_LSP_HOME"):
        cache.keep("key", {"main": b"x"})
    assert list(place.iterdir()) == []


def test_the_oldest_go_first_and_what_is_in_use_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 20_000)
    for age, name in enumerate(("fresh", "older", "oldest")):
        folder = cache.keep(name, {"main": bytes(9_000)})
        os.utime(folder, times=(0, time.time() - age * 2 * cache.FRESH_S))
    cache.keep("new", {"main": b""})
    assert {path.name for path in place.iterdir()} == {"fresh", "older", "new"}
    monkeypatch.setattr(cache, "MOST_BYTES", 1)
    cache.keep("newer", {"main": b""})
    assert {path.name for path in place.iterdir()} == {"fresh", "new", "newer"}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder")
    monkeypatch.setenv("VIBE_LSP_HOME", str(home))
    cache._temporary.cache_clear()
    place = cache.root()
    assert place.is_dir() and cache.root() == place
    cache._temporary.cache_clear()
