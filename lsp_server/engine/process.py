"""One engine process: how it is started, recognised and ended, and what it said last. `launcher` decides when."""

import asyncio
import os
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from lsp_server.engine.runfiles import RunFiles
from lsp_server.settings import EngineSettings

_POLL_S = 0.05


def spawn(program: Sequence[str], files: RunFiles, settings: EngineSettings, unix: bool) -> "subprocess.Popen[bytes]":
    """In a session of its own, so that neither the window's end nor its Ctrl-C reaches it."""
    command = [
        *program,
        *("--model", settings.model, "--device", settings.device, "--idle-minutes", str(settings.idle_minutes)),
        *("--run-file", str(files.json), "--token-file", str(files.token)),
        *(("--socket", str(files.socket)) if unix else ()),
    ]
    if files.log.exists():
        files.log.replace(files.log.with_suffix(".previous.log"))
    with files.log.open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=files.json.parent,
            env=_environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    # Somebody has to collect the exit status, or a dead engine would look alive for as long as this window lives.
    threading.Thread(target=process.wait, name="engine-reaper", daemon=True).start()
    return process


def _environment() -> dict[str, str]:
    """A package that runs from its source folder is found by the engine as well."""
    root = Path(__file__).resolve().parents[2]
    if root.name in ("site-packages", "dist-packages"):
        return dict(os.environ)
    paths = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def is_engine(pid: int) -> bool:
    """Numbers of processes are used again, so a pid from a file is looked at before anything is sent to it."""
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and "--run-file" in process.cmdline()
    except psutil.Error:
        return False


async def end(pid: int, patience_s: float) -> None:
    """By waiting, then by signals: SIGTERM, and SIGKILL for one that hangs."""
    for step in (None, psutil.Process.terminate, psutil.Process.kill):
        if step and is_engine(pid):
            with suppress(psutil.NoSuchProcess):
                step(psutil.Process(pid))
        if await wait_until_gone(pid, patience_s):
            return


async def wait_until_gone(pid: int, timeout_s: float) -> bool:
    """A process of somebody else's cannot be awaited, only looked at."""
    for _ in range(int(timeout_s / _POLL_S)):
        if not is_engine(pid):
            return True
        await asyncio.sleep(_POLL_S)
    return False


def last_words(files: RunFiles) -> str:
    """The last line of the engine's log, and where the rest is."""
    try:
        lines = files.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    except OSError:
        lines = []
    last = f"It said: {lines[-1].strip()[:300]} " if lines else ""
    return f"{last}Its log is {files.log}."
