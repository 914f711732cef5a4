"""For all tests: helpers can be imported as `tests.…`, and nothing touches the folders of the person who runs them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Config, store, logs and the engine's socket of this test, and of the programs that it starts."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VIBE_LSP_HOME", str(home))
    return home
