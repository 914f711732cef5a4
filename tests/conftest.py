"""For all tests: nothing touches the folders of the person who runs them, no engine outlives its test, and generated
cases have no stopwatch."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psutil
import pytest

UNHURRIED = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("same", UNHURRIED, derandomize=True)
hypothesis.settings.register_profile("search", UNHURRIED)
hypothesis.settings.load_profile("same")
"""The same inputs in every run, so that a change is judged by what it changed; `--hypothesis-profile search` looks for
more. Properties are about what comes out, not about how busy the machine is."""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Config, store, logs and the engine's socket of this test, and of the programs that it starts."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VIBE_LSP_HOME", str(home))
    yield home
    if (home / "run").exists():
        _kill_engines(home)


def _kill_engines(home: Path) -> None:
    """An engine belongs to no window, so one that a test or a program of it started would stay for half an hour."""
    for process in psutil.process_iter(["cmdline"]):
        command: list[str] = process.info["cmdline"] or []
        if "--run-file" in command and any(str(home / "run") in word for word in command):
            process.kill()


@pytest.fixture(scope="session")
def _builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`make` names a folder that its runs of the tests share."""
    if (shared := os.environ.get("VIBE_TEST_BUILDS")) is None:
        return tmp_path_factory.mktemp("built")
    Path(shared).mkdir(parents=True, exist_ok=True)
    return Path(shared)


@pytest.fixture
def shared_builds(_builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What compilers make is kept for all tests: a precompiled header takes longer than any of them."""
    monkeypatch.setattr("lsp_server.judge.runners.cache.root", lambda: _builds)
