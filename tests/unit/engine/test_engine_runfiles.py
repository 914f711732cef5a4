"""The files by which windows find the engine are private, short enough for a socket, and told apart by model."""

import errno
import os
import socket
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from lsp_server.engine import launcher, runfiles
from lsp_server.engine.runfiles import Running
from lsp_server.errors import EngineUnavailableError
from lsp_server.settings import EngineSettings


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_each_model_and_device_has_files_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model").mkdir()
    monkeypatch.chdir(tmp_path)
    names = {runfiles.run_files(*wish).json for wish in [("auto", "auto"), ("auto", "cpu"), ("starter", "auto")]}
    assert len(names) == 3
    assert runfiles.run_files("./model", "cpu").json == runfiles.run_files(str(tmp_path / "model"), "cpu").json


def test_the_run_folder_and_the_token_are_for_this_user_alone(own_home: Path) -> None:
    (own_home / "run").mkdir(mode=0o755)
    files = runfiles.run_files("auto", "auto")
    token = runfiles.new_token(files.token)
    assert (mode(own_home / "run"), mode(files.token)) == (0o700, 0o600)
    assert runfiles.read_token(files.token) == token
    assert runfiles.new_token(files.token) != token


def test_a_run_folder_that_is_a_link_is_not_used(own_home: Path, tmp_path: Path) -> None:
    (own_home / "run").symlink_to(tmp_path)
    with pytest.raises(EngineUnavailableError, match="folder of your own"):
        runfiles.private_folder()


async def test_on_a_full_disk_no_engine_is_started_and_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fdopen", no_space)
    with pytest.raises(EngineUnavailableError, match=r"No space left on device.*Free some space"):
        await launcher.ensure(EngineSettings(model="starter"))
    assert runfiles.all_running() == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_run_folder_of_another_user_is_not_used(own_home: Path) -> None:
    (own_home / "run").mkdir()
    os.chown(own_home / "run", 12345, 12345)
    with pytest.raises(EngineUnavailableError, match="folder of your own"):
        runfiles.private_folder()


def test_a_long_home_still_gives_a_socket_that_can_be_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIBE_LSP_HOME", str(tmp_path / ("x" * 120)))
    files = runfiles.run_files("auto", "auto")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(files.socket))
    assert mode(files.socket.parent) == 0o700
    files.socket.unlink()
    files.socket.parent.rmdir()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', "\x00\xff"])
def test_half_a_run_file_is_no_engine(own_home: Path, content: str) -> None:
    files = runfiles.run_files("auto", "auto")
    files.json.write_text(content)
    assert runfiles.read(files.json) is None


def test_a_run_file_of_a_later_version_can_be_read(own_home: Path) -> None:
    files = runfiles.run_files("auto", "auto")
    text = '{"pid": 7, "version": "9.0", "model": "auto", "device": "auto", "socket": "s", "protocol": 2, "new": 1}'
    files.json.write_text(text)
    assert runfiles.read(files.json) == Running(7, "9.0", "auto", "auto", socket="s", protocol=2)
    assert [one.pid for one in runfiles.all_running()] == [7]


def test_an_engine_that_ends_leaves_the_files_of_its_successor_alone(own_home: Path) -> None:
    files = runfiles.run_files("auto", "auto")
    runfiles.write(files.json, Running(8, "0", "auto", "auto", port=1))
    files.token.write_text("t")
    runfiles.forget(files.json, [files.token], pid=7)
    assert files.json.exists() and files.token.exists()
    runfiles.forget(files.json, [files.token], pid=8)
    assert not files.json.exists() and not files.token.exists()


def test_a_secret_that_a_window_has_just_made_for_the_next_engine_is_not_swept_away_by_the_last() -> None:
    """Between the new secret and the new engine's run file there is no run file."""
    files = runfiles.run_files("auto", "auto")
    files.token.write_text("new")
    runfiles.forget(files.json, [files.token], pid=8)
    assert files.token.exists()
