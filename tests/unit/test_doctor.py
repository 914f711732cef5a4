"""The report on this machine: what it says of each miss, and that there is something to do about each."""

from typing import Any

import pytest

from lsp_server import __version__, doctor
from lsp_server.engine import launcher
from lsp_server.engine.wire import Health
from lsp_server.errors import EngineUnavailableError
from lsp_server.sandbox import run as sandbox
from lsp_server.settings import Settings

GIB = 1024**3
PROBE: dict[str, Any] = {
    "torch": "2.13.0",
    "transformers": "5.23.0",
    "device": {"name": "a GPU", "free": 20 * GIB},
    "model": {"id": "WeiboAI/VibeThinker-1.5B", "reason": "It is here."},
    "plan": {"weights": 3 * GIB, "kv_per_token": 28672, "kv_tokens": 40960, "total": 5 * GIB},
    "dtype": "bfloat16",
    "fits": True,
    "error": None,
    "models": [],
}


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A machine on which all is well. A test changes what it is about."""
    found: dict[str, Any] = {
        "probe": dict(PROBE),
        "engine": None,
        "sandbox": [("bubblewrap", True, ""), ("landlock", True, "")],
        "editors": {"nvim"},
    }

    async def probe(_: Settings) -> dict[str, Any]:
        return found["probe"]

    async def status(_: object) -> Health | None:
        if isinstance(found["engine"], Exception):
            raise found["engine"]
        return found["engine"]

    monkeypatch.setattr(doctor, "_probe", probe)
    monkeypatch.setattr(launcher, "status", status)
    monkeypatch.setattr(sandbox, "describe", lambda: found["sandbox"])
    monkeypatch.setattr(doctor.shutil, "which", lambda name: name if name in found["editors"] else None)
    return found


async def report(**settings: Any) -> list[doctor.Finding]:
    return await doctor.examine(Settings.model_validate(settings), [])


async def test_where_all_is_well_there_is_nothing_to_do(machine: dict[str, Any]) -> None:
    findings = await report()
    ours = [finding for finding in findings if finding.topic != "language"]  # compilers are a matter of the machine
    assert [finding for finding in ours if finding.level != "ok" or finding.advice] == []
    (memory,) = (finding.found for finding in findings if finding.topic == "memory")
    assert ["weights 3.0 GiB" in memory, "KV cache 1.1 GiB" in memory, "20.0 GiB free" in memory] == [True] * 3


@pytest.mark.parametrize(
    ("change", "topic", "level", "found", "advice"),
    [
        ({"probe": {"failed": "libcudart is missing"}}, "model", "problem", "libcudart", "Reinstall"),
        ({"probe": {**PROBE, "fits": False}}, "memory", "problem", "too little", "`starter`"),
        (
            {"probe": {**PROBE, "models": [{"id": "a/b", "problem": "a shard is missing"}]}},
            "model",
            "note",
            "a shard is missing",
            "vibe-lsp model get a/b",
        ),
        (
            {"engine": Health(state="ready", version="0.0.1", model="starter", device="cpu")},
            "engine",
            "note",
            "of version 0.0.1",
            "vibe-lsp engine stop",
        ),
        ({"engine": EngineUnavailableError("it hangs")}, "engine", "problem", "it hangs", "vibe-lsp engine stop"),
        (
            {"sandbox": [("bubblewrap", False, "not installed"), ("landlock", False, "the kernel has none")]},
            "sandbox",
            "problem",
            "nothing is run",
            "apt install bubblewrap",
        ),
        ({"editors": set()}, "editors", "note", "none", "clients/README.md"),
    ],
)
async def test_each_miss_is_said_with_what_to_do(
    machine: dict[str, Any], change: dict[str, Any], topic: str, level: str, found: str, advice: str
) -> None:
    machine.update(change)
    misses = [f for f in await report() if (f.topic, f.level) == (topic, level) and f.advice]
    assert any(found in miss.found and advice in miss.advice for miss in misses), misses


async def test_an_engine_of_this_version_is_fine(machine: dict[str, Any]) -> None:
    machine["engine"] = Health(state="ready", version=__version__, model="starter", device="cpu")
    (engine,) = (finding for finding in await report() if finding.topic == "engine")
    assert (engine.level, engine.found) == ("ok", "ready, starter on cpu")


async def test_a_server_elsewhere_is_named_and_nothing_of_torch_is_asked(machine: dict[str, Any]) -> None:
    machine["probe"] = {"failed": "never to be seen"}
    findings = await report(engine={"url": "http://127.0.0.1:8000/v1"})
    assert [f.found for f in findings if f.topic == "model"] == [
        "served by http://127.0.0.1:8000/v1; nothing is loaded here"
    ]
