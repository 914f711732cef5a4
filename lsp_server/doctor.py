"""`vibe-lsp doctor`: what was found on this machine, whether it is good, and what to do about each miss.

Looks, never changes anything: it starts no engine and downloads nothing. The model's libraries are asked in a process
of their own (`engine/runtime/models/probe.py`), so that a broken CUDA cannot take the report down.
"""

import asyncio
import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from lsp_server import __version__, prompts, settings
from lsp_server.engine import launcher
from lsp_server.errors import PromptError, VibeError
from lsp_server.judge.runners import RUNNERS
from lsp_server.problem.model import Frozen
from lsp_server.sandbox import run as sandbox
from lsp_server.settings import Settings

Level = Literal["ok", "note", "problem"]
PROBE = (sys.executable, "-P", "-m", "lsp_server.engine.runtime.models.probe")
PROBE_TIMEOUT_S = 60
GIB = 1024**3
EDITORS = {"nvim": "Neovim", "code": "VS Code", "codium": "VSCodium", "hx": "Helix", "emacs": "Emacs"}


class Finding(Frozen):
    """`advice` is what to do, empty where nothing needs doing."""

    topic: str
    level: Level
    found: str
    advice: str = ""


async def examine(options: Settings, refused: list[str]) -> list[Finding]:
    """All findings, in the order in which a reader wants them. `refused` are the settings that were not accepted."""
    probe, engine = await asyncio.gather(_probe(options), _engine(options))
    return [
        Finding(topic="vibe-lsp", level="ok", found=f"{__version__}, Python {sys.version.split()[0]}"),
        *_settings(refused),
        *_model(probe, options),
        engine,
        *_isolation(options),
        *_languages(),
        *_prompts(options),
        *_editors(),
        Finding(topic="folders", level="ok", found=f"data {settings.data_folder()}, logs {settings.log_folder()}"),
    ]


async def _probe(options: Settings) -> Mapping[str, Any]:
    """What `engine/runtime/models/probe.py` says, or {"failed": why}."""
    wished = ("--model", options.engine.model, "--device", options.engine.device)
    process = await asyncio.create_subprocess_exec(
        *PROBE, *wished, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        out, err = await asyncio.wait_for(process.communicate(), PROBE_TIMEOUT_S)
    except TimeoutError:
        process.kill()
        await process.wait()
        return {"failed": f"no answer within {PROBE_TIMEOUT_S} seconds"}
    try:
        return json.loads(out)
    except json.JSONDecodeError:
        return {"failed": (err.decode(errors="replace").strip().splitlines() or ["it printed nothing"])[-1]}


def _settings(refused: list[str]) -> Iterator[Finding]:
    for sentence in refused:
        yield Finding(
            topic="settings",
            level="problem",
            found=sentence,
            advice="Correct it where it is set. The README lists the settings.",
        )


def _model(probe: Mapping[str, Any], options: Settings) -> Iterator[Finding]:
    if options.engine.url:
        yield Finding(topic="model", level="ok", found=f"served by {options.engine.url}; nothing is loaded here")
        return
    if failed := probe.get("failed"):
        advice = "Reinstall torch and transformers in this environment."
        yield Finding(topic="model", level="problem", found=f"torch cannot be used: {failed}", advice=advice)
        return
    yield Finding(topic="libraries", level="ok", found=f"torch {probe['torch']}, transformers {probe['transformers']}")
    if device := probe["device"]:
        yield Finding(topic="device", level="ok", found=f"{device['name']}, {_gib(device['free'])} of memory free")
    if error := probe["error"]:
        yield Finding(topic="model", level="problem", found=error["message"])
    if model := probe["model"]:
        yield Finding(topic="model", level="ok", found=f"{model['id']}: {model['reason']}")
        yield _memory(probe)
    if beside := probe.get("beside"):
        found = f"{beside['id']} fills, {_gib(beside['total'])}: {beside['reason']}"
        yield Finding(topic="completion", level="ok", found=found)
    yield from _unusable(probe)


def _memory(probe: Mapping[str, Any]) -> Finding:
    plan = probe["plan"]
    cache = f"KV cache {_gib(plan['kv_per_token'] * plan['kv_tokens'])} ({plan['kv_tokens']} tokens)"
    needs = f"{_gib(plan['total'])}: weights {_gib(plan['weights'])} in {probe['dtype']}, {cache}"
    found = f"{needs}; {_gib(probe['device']['free'])} free"
    if probe["fits"]:
        return Finding(topic="memory", level="ok", found=found)
    advice = "Close what else uses the device, or set `engine.model` to `starter` or `engine.device` to `cpu`."
    return Finding(topic="memory", level="problem", found=f"too little: {found}", advice=advice)


def _unusable(probe: Mapping[str, Any]) -> Iterator[Finding]:
    for model in probe["models"]:
        if model["problem"] and model["id"] != "starter":
            advice = f"Fetch it again with `vibe-lsp model get {model['id']}`."
            yield Finding(topic="model", level="note", found=f"{model['id']}: {model['problem']}", advice=advice)


async def _engine(options: Settings) -> Finding:
    try:
        health = await launcher.status(options.engine)
    except VibeError as error:
        return Finding(topic="engine", level="problem", found=str(error), advice="`vibe-lsp engine stop` ends it.")
    if health is None:
        return Finding(topic="engine", level="ok", found="not running; it starts with the first request")
    found = f"{health.state}, {health.model} on {health.device}"
    if health.version != __version__:
        advice = "The next request replaces it when nobody uses it; `vibe-lsp engine stop` ends it now."
        return Finding(topic="engine", level="note", found=f"{found}, of version {health.version}", advice=advice)
    return Finding(topic="engine", level="ok", found=found)


def _isolation(options: Settings) -> Iterator[Finding]:
    mechanisms = sandbox.describe()
    best = next((name for name, available, _ in mechanisms if available), None)
    for name, available, reason in mechanisms:
        found = f"{name}: {'in use' if name == best else 'works' if available else reason}"
        yield Finding(topic="sandbox", level="ok" if available else "note", found=found)
    if best is None:
        allowed = options.sandbox.allow_unisolated
        found = (
            "code runs WITHOUT isolation, as you allowed" if allowed else "nothing can be isolated, so nothing is run"
        )
        advice = "Install bubblewrap (on Debian and Ubuntu: `apt install bubblewrap`)."
        yield Finding(topic="sandbox", level="problem", found=found, advice=advice)


def _languages() -> Iterator[Finding]:
    for name, runner in RUNNERS.items():
        missing = runner.missing()
        yield Finding(topic="language", level="note" if missing else "ok", found=f"{name}: {missing or 'ready'}")


def _prompts(options: Settings) -> Iterator[Finding]:
    for name in prompts.names(options.prompts.folder):
        try:
            prompts.load(name, options.prompts.folder)
        except PromptError as error:
            yield Finding(topic="prompts", level="problem", found=str(error), advice="Mend or remove that file.")


def _editors() -> Iterator[Finding]:
    found = [label for command, label in EDITORS.items() if shutil.which(command)]
    if found:
        yield Finding(topic="editors", level="ok", found=", ".join(found))
        return
    advice = "Any editor that speaks LSP works; clients/README.md has the few lines each needs."
    yield Finding(topic="editors", level="note", found="none that we know is on PATH", advice=advice)


def _gib(size: int) -> str:
    return f"{size / GIB:.1f} GiB" if size >= GIB / 10 else f"{size / 1024**2:.0f} MiB"
