"""For all tests: nothing touches the folders of the person who runs them, and generated cases have no stopwatch."""

from pathlib import Path

import hypothesis
import pytest

UNHURRIED = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("same", UNHURRIED, derandomize=True)
hypothesis.settings.register_profile("search", UNHURRIED)
hypothesis.settings.load_profile("same")
"""The same inputs in every run, so that a change is judged by what it changed; `--hypothesis-profile search` looks for
more. Properties are about what comes out, not about how busy the machine is."""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Config, store, logs and the engine's socket of this test, and of the programs that it starts."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VIBE_LSP_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def _builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("built")


@pytest.fixture
def shared_builds(_builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What compilers make is kept for all tests: a precompiled header takes longer than any of them."""
    monkeypatch.setattr("lsp_server.judge.runners.cache.root", lambda: _builds)
