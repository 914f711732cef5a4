"""How long ghost text waits for the next key: only while somebody types faster than the model writes."""

import pytest

from lsp_server.features import ghost
from lsp_server.features.ghost_state import Ghost
from lsp_server.settings import CompletionSettings

SLOW_MODEL, QUICK_MODEL = 0.4, 0.02


@pytest.mark.parametrize(
    ("cost", "gaps", "debounce_ms", "waits"),
    [
        (0.0, [0.1, 0.1], 60, False),  # nothing was written yet, so nobody knows that it is slow
        (QUICK_MODEL, [0.1, 0.1, 0.1], 60, False),
        (SLOW_MODEL, [0.1], 60, True),
        (SLOW_MODEL, [0.1, 0.1, 2.0], 60, False),  # after a pause nobody is kept waiting
        (SLOW_MODEL, [0.1, 2.0, 0.1], 60, True),
        (SLOW_MODEL, [0.1, 0.1], 0, False),  # switched off
    ],
)
def test_only_who_types_faster_than_the_model_writes_waits(
    cost: float, gaps: list[float], debounce_ms: int, waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, state, now = CompletionSettings(debounce_ms=debounce_ms), Ghost(cost=cost), 1000.0
    monkeypatch.setattr(ghost, "monotonic", lambda: now)
    pauses = [ghost._pause(state, "file:///a.py", settings)]
    for gap in gaps:
        now += gap
        pauses.append(ghost._pause(state, "file:///a.py", settings))
    assert (pauses[0], pauses[-1] > 0) == (0.0, waits)
    assert max(pauses) <= debounce_ms / 1000
    assert ghost._pause(state, "file:///another.py", settings) == 0.0
