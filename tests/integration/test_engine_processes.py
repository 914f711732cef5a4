"""Engine processes and the windows that share them: real processes and sockets, a stand-in for the model."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import filelock
import httpx
import psutil
import pytest

from lsp_server import __version__
from lsp_server.engine import api, launcher, runfiles, shared
from lsp_server.engine.client import Engine, connect
from lsp_server.engine.wire import Health, Message, Sampling
from lsp_server.errors import (
    EngineCrashedError,
    EngineError,
    EngineUnavailableError,
    EngineVersionError,
    ModelBrokenError,
)
from lsp_server.settings import EngineSettings

ENGINES = Path(__file__).parents[1] / "engines"
ASK = [Message("user", "Add two numbers.")]
SETTINGS = EngineSettings(model="some/quick", idle_minutes=5, start_timeout_s=20)


@pytest.fixture(autouse=True)
async def no_engine_survives(own_home: Path) -> AsyncGenerator[None, None]:
    yield
    await launcher.stop_all()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The program that stands for the engine; call the fixture's value to take another."""

    def use(name: str) -> None:
        monkeypatch.setattr(launcher, "PROGRAM", (sys.executable, str(ENGINES / name)))

    use("quick.py")
    return use


def window(*extra: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ENGINES / "window.py"), str(ENGINES / "quick.py"), SETTINGS.model, *extra]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


async def said(engine: Engine, **sampling: Any) -> dict[int, str]:
    texts: dict[int, str] = {}
    async for chunk in engine.chat(ASK, Sampling(**sampling)):
        texts[chunk.index] = texts.get(chunk.index, "") + chunk.text
    return texts


async def until(condition: Callable[[], Any], seconds: float = 10.0) -> bool:
    """Whether `condition` came true in time."""
    for _ in range(int(seconds / 0.02)):
        if condition():
            return True
        await asyncio.sleep(0.02)
    return False


def log() -> str:
    return runfiles.run_files(SETTINGS.model, SETTINGS.device).log.read_text()


async def current() -> Health:
    found = await launcher.status(SETTINGS)
    assert found is not None
    return found


async def test_windows_that_start_at_the_same_instant_share_one_engine() -> None:
    at = str(time.time() + 1.5)
    windows = [window("--at", at) for _ in range(3)]
    pids = {line.strip() for one in windows for line in [one.stdout.readline() if one.stdout else ""]}
    for one in windows:
        one.communicate("")
    assert len(pids) == 1
    assert [one.pid for one in await launcher.statuses()] == [int(pids.pop())]


async def test_a_second_window_adopts_the_engine_and_hears_no_start() -> None:
    states: list[str] = []
    first, second = connect(SETTINGS, states.append), connect(SETTINGS, states.append)
    await first.info()
    assert states[0] == "starting the engine"
    heard = len(states)
    assert (await second.info()).id == "quick"
    assert states[heard:] == []
    await first.aclose()
    await second.aclose()


async def test_the_engine_outlives_the_kill_of_the_window_that_started_it() -> None:
    first = window()
    pid = int(first.stdout.readline()) if first.stdout else 0
    first.kill()
    first.communicate()
    engine = connect(SETTINGS)
    assert await said(engine, max_tokens=2, seed=1) == {0: "0:1+0 1:1+0 "}
    assert (await current()).pid == pid
    await engine.aclose()


async def test_the_wait_for_the_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICK_LOADING_S", "0.7")
    states: list[str] = []
    engine = connect(SETTINGS, states.append)
    await engine.info()
    assert states == ["starting the engine", "loading quick"]
    await engine.aclose()


async def test_an_idle_engine_ends_and_is_started_again_when_needed() -> None:
    short = SETTINGS.model_copy(update={"idle_minutes": 0.01})
    engine = connect(short)
    await said(engine, max_tokens=1)
    pid = (await current()).pid
    assert await until(lambda: not psutil.pid_exists(pid))
    assert runfiles.all_running() == []
    assert await said(engine, max_tokens=1, seed=4) == {0: "0:4+0 "}
    assert (await current()).pid != pid
    await engine.aclose()


async def test_an_engine_that_ends_while_its_successor_is_started_leaves_the_files_alone() -> None:
    engine = connect(SETTINGS)
    await engine.info()
    await engine.aclose()
    files, pid = runfiles.run_files(SETTINGS.model, SETTINGS.device), (await current()).pid
    with filelock.FileLock(files.lock):
        os.kill(pid, signal.SIGTERM)
        assert await until(lambda: not psutil.pid_exists(pid))
        assert files.token.exists()
    assert await said(engine, max_tokens=1, seed=4) == {0: "0:4+0 "}
    await engine.aclose()


async def test_an_idle_engine_frees_its_model_first_and_loads_it_again_for_the_next_request() -> None:
    engine = connect(SETTINGS.model_copy(update={"idle_minutes": 0.03}))
    await said(engine, max_tokens=1, seed=4)
    awake = await current()
    assert await until(lambda: "memory is freed" in log())
    assert await said(engine, max_tokens=1, seed=4) == {0: "0:4+0 "}
    again = await current()
    assert (again.pid, again.state) == (awake.pid, "ready")
    assert again.tokens > awake.tokens
    await engine.aclose()


async def test_an_engine_is_not_idle_while_it_answers() -> None:
    engine = connect(SETTINGS.model_copy(update={"idle_minutes": 0.01}))
    texts = await said(engine, max_tokens=600, seed=1)
    assert texts[0].endswith("599:1+0 ")
    await engine.aclose()


async def test_closing_the_stream_stops_the_decoding() -> None:
    engine = connect(SETTINGS)
    async with aclosing(engine.chat(ASK, Sampling(max_tokens=50_000, n=3))) as stream:
        await anext(stream)
    before = await at_rest()
    await asyncio.sleep(0.3)
    assert (await current()).steps - before.steps <= 1
    await engine.aclose()


async def at_rest() -> Health:
    """Once nobody waits for the engine any more; a last step may be under way."""
    async with asyncio.timeout(20):
        while (found := await current()).running:  # noqa: ASYNC110 -- another process: only to be asked
            await asyncio.sleep(0.02)
    return found


@pytest.mark.parametrize("death", ["process", "decoder"])
async def test_an_answer_that_is_cut_by_a_crash_goes_on_where_it_broke_off(
    death: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QUICK_DEATH", death)
    (tmp_path / "lives").write_text("one")
    monkeypatch.setenv("QUICK_DIES_AFTER", "30")
    monkeypatch.setenv("QUICK_LIVES", str(tmp_path / "lives"))
    engine = connect(SETTINGS)
    chunks = [chunk async for chunk in engine.chat(ASK, Sampling(max_tokens=60, seed=3))]
    assert "".join(chunk.text for chunk in chunks) == "".join(f"{token}:3+0 " for token in range(60))
    assert sum(chunk.tokens for chunk in chunks) in range(58, 62)
    assert (tmp_path / "lives").read_text() == ""
    await engine.aclose()


async def test_an_engine_that_crashes_twice_gives_a_clear_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lives").write_text("one\ntwo\nthree")
    monkeypatch.setenv("QUICK_DIES_AFTER", "5")
    monkeypatch.setenv("QUICK_LIVES", str(tmp_path / "lives"))
    engine = connect(SETTINGS)
    with pytest.raises(EngineCrashedError, match="stopped again"):
        await said(engine, max_tokens=60)
    assert (tmp_path / "lives").read_text() == "three"
    await engine.aclose()


async def test_requests_that_begin_together_and_crash_together_all_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lives").write_text("one")
    monkeypatch.setenv("QUICK_DIES_AFTER", "30")
    monkeypatch.setenv("QUICK_LIVES", str(tmp_path / "lives"))
    engine = connect(SETTINGS)
    texts = await asyncio.gather(*(said(engine, max_tokens=60, seed=seed) for seed in range(3)))
    assert [text[0].count(f":{seed}+0 ") for seed, text in enumerate(texts)] == [60, 60, 60]
    await engine.aclose()


async def test_an_engine_killed_between_requests_is_replaced() -> None:
    engine = connect(SETTINGS)
    await engine.info()
    os.kill((await current()).pid, signal.SIGKILL)
    assert await said(engine, max_tokens=1, seed=2) == {0: "0:2+0 "}
    await engine.aclose()


@pytest.mark.parametrize("field", ["version", "protocol"])
async def test_an_idle_engine_of_another_version_is_replaced(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if field == "version":
        monkeypatch.setenv("QUICK_VERSION", "0.0.1")
    old = await launcher.start(SETTINGS)
    monkeypatch.delenv("QUICK_VERSION", raising=False)
    if field == "protocol":
        monkeypatch.setattr(launcher, "PROTOCOL_VERSION", 0)
        adopted = launcher._adopt(runfiles.run_files(SETTINGS.model, SETTINGS.device))
        assert await adopted is None
        return
    new = await launcher.start(SETTINGS)
    assert (old.version, new.version) == ("0.0.1", __version__)
    assert not psutil.pid_exists(old.pid)


async def test_a_busy_engine_of_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICK_VERSION", "0.0.1")
    old = await launcher.ensure(SETTINGS)
    async with api.open_client(old, 10) as client:
        body = api.chat_body(ASK, Sampling(max_tokens=50_000))
        async with aclosing(api.stream(client, "/v1/chat/completions", body)) as stream:
            await anext(stream)
            with pytest.raises(EngineVersionError, match=r"0\.0\.1 is answering another window"):
                await launcher.ensure(SETTINGS)
            await anext(stream)


async def test_without_the_token_nothing_is_said() -> None:
    address = await launcher.ensure(SETTINGS)
    for token in ("", "guess", address.token[:-1]):
        async with api.open_client(api.Address(address.base_url, token, address.socket), 10) as client:
            answers = [await client.get("/health"), await client.post("/shutdown"), await client.get("/v1/models")]
            assert {answer.status_code for answer in answers} == {401}
            assert answers[0].json()["error"]["code"] == "invalid_api_key"
    assert (await current()).state == "ready"


async def test_other_users_cannot_open_the_socket_the_token_or_their_folder() -> None:
    await launcher.ensure(SETTINGS)
    files = runfiles.run_files(SETTINGS.model, SETTINGS.device)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (files.socket, files.token, files.json, files.socket.parent)]
    assert modes == [0o600, 0o600, 0o600, 0o700]
    commands = " ".join(psutil.Process((await current()).pid).cmdline())
    assert runfiles.read_token(files.token) not in commands


async def test_stale_files_of_a_dead_engine_are_cleaned_up() -> None:
    files = runfiles.run_files(SETTINGS.model, SETTINGS.device)
    dead = runfiles.Running(2**22 + 1, __version__, SETTINGS.model, SETTINGS.device, socket=str(files.socket))
    runfiles.write(files.json, dead)
    files.socket.write_text("not a socket any more")
    assert await launcher.status(SETTINGS) is None
    assert (await launcher.start(SETTINGS)).state == "ready"


async def test_a_file_that_names_somebody_elses_process_never_gets_it_killed() -> None:
    bystander = await asyncio.create_subprocess_exec(sys.executable, "-c", "import time; time.sleep(60)")
    files = runfiles.run_files(SETTINGS.model, SETTINGS.device)
    found = runfiles.Running(bystander.pid, __version__, SETTINGS.model, SETTINGS.device, socket=str(files.socket))
    runfiles.write(files.json, found)
    assert await launcher.stop(SETTINGS) is False
    assert bystander.returncode is None
    bystander.kill()
    await bystander.wait()


async def test_an_engine_that_ends_while_starting_is_explained_with_its_last_words(
    quick: Callable[[str], None],
) -> None:
    quick("crashes.py")
    with pytest.raises(EngineUnavailableError, match=r"libtorch_cpu\.so.*Its log is .*engine-.*\.log"):
        await launcher.ensure(SETTINGS)


async def test_a_broken_model_is_told_as_such_and_tried_again_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICK_BROKEN", "1")
    engine = connect(SETTINGS)
    with pytest.raises(ModelBrokenError, match="its weights are cut off"):
        await engine.info()
    monkeypatch.delenv("QUICK_BROKEN")
    assert (await engine.info()).id == "quick"
    await engine.aclose()


async def test_an_engine_that_loads_for_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICK_LOADING_S", "30")
    with pytest.raises(EngineUnavailableError, match=r"not ready within 1 s \(`engine\.start_timeout_s`\)"):
        await launcher.ensure(SETTINGS.model_copy(update={"start_timeout_s": 1.0}))
    assert (await current()).state == "loading"
    assert await launcher.stop(SETTINGS) is True


@pytest.mark.parametrize("kind", ["garbage", "silent"])
async def test_something_else_behind_the_socket_is_an_error_and_can_be_stopped(
    kind: str, quick: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick("talks_nonsense.py")
    monkeypatch.setenv("NONSENSE", kind)
    monkeypatch.setattr(launcher, "_ASK_S", 0.3)
    monkeypatch.setattr(launcher, "_STOP_S", 0.5)
    with pytest.raises(EngineError, match="log"):
        await launcher.ensure(SETTINGS.model_copy(update={"start_timeout_s": 1.5}))
    assert await launcher.stop(SETTINGS) is True
    assert runfiles.all_running() == []


async def test_a_hanging_engine_is_ended_and_its_answer_goes_on_in_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_SILENCE_S", 1.0)
    monkeypatch.setattr(launcher, "_STOP_S", 0.3)
    engine = connect(SETTINGS)
    text = ""
    async with aclosing(engine.chat(ASK, Sampling(max_tokens=300, seed=5))) as stream:
        text += (await anext(stream)).text
        pid = (await current()).pid
        os.kill(pid, signal.SIGSTOP)
        async for chunk in stream:
            text += chunk.text
    assert text == "".join(f"{token}:5+0 " for token in range(300))
    assert await until(lambda: not psutil.pid_exists(pid))
    await engine.aclose()


async def test_loopback_with_a_token_serves_where_there_are_no_unix_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launcher, "HAS_UNIX_SOCKETS", False)
    address = await launcher.ensure(SETTINGS)
    assert address.base_url.startswith("http://127.0.0.1:") and not address.socket
    engine = connect(SETTINGS)
    assert await said(engine, max_tokens=1, seed=9) == {0: "0:9+0 "}
    async with httpx.AsyncClient() as stranger:
        assert (await stranger.get(f"{address.base_url}/health")).status_code == 401
    await engine.aclose()


async def test_stop_and_status_of_an_engine_that_does_not_run_start_none() -> None:
    assert await launcher.stop(SETTINGS) is False
    assert await launcher.status(SETTINGS) is None
    assert await launcher.statuses() == []
    assert await launcher.stop_all() == 0
