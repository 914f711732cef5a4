"""The server of VS Code in a browser, for tests: code-server with our extension, in folders of its own."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from tests.clients.vscode.places import NODE, PACKAGE, SERVER

PATIENCE_S = 120.0

CALM: dict[str, Any] = {
    "chat.disableAIFeatures": True,
    "editor.minimap.enabled": False,
    "editor.cursorBlinking": "solid",
    "editor.occurrencesHighlight": "off",
    "editor.stickyScroll.enabled": False,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "files.autoSave": "off",
    "git.enabled": False,
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "vibe.completion.enabled": False,  # typing is not about ghost text, and would start an engine
    "window.menuBarVisibility": "compact",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.colorTheme": "Default Dark Modern",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}


@dataclass(frozen=True)
class CodeServer:
    """The editor's server. `home` holds what the editor and vibe-lsp keep."""

    url: str
    home: Path
    process: "subprocess.Popen[bytes]"


@contextmanager
def code_server(
    home: Path, settings: Mapping[str, Any] | None = None, path: str | None = None, extensions: Sequence[Path] = ()
) -> Generator[CodeServer]:
    """Serve with our extension and others; `path` replaces PATH, on which `vibe-lsp` is found otherwise."""
    user = home / "user"
    (user / "User").mkdir(parents=True, exist_ok=True)
    (user / "User" / "settings.json").write_text(json.dumps({**CALM, **(settings or {})}), encoding="utf-8")
    folders = ("--user-data-dir", str(user), "--extensions-dir", str(home / "extensions"))
    entry = [str(NODE), str(SERVER / "out" / "node" / "entry.js"), *folders]
    environment = _environment(home, path)
    wanted = [word for package in (PACKAGE, *extensions) for word in ("--install-extension", str(package))]
    _run([*entry, *wanted], environment)
    flags = ("--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override")
    log = home / "code-server.log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*entry, *flags, "--bind-addr", "127.0.0.1:0"],
            env=environment,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield CodeServer(_address(log, process), home, process)
    finally:
        _end(process)
        end_engines(home)


def write_settings(folder: Path, values: Mapping[str, Any]) -> None:
    (folder / ".vscode").mkdir(exist_ok=True)
    (folder / ".vscode" / "settings.json").write_text(json.dumps(values), encoding="utf-8")


def _environment(home: Path, path: str | None) -> dict[str, str]:
    usual = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    mine = {"VIBE_LSP_HOME": str(home / "vibe"), "PATH": path or usual, "XDG_CONFIG_HOME": str(home / "config")}
    mine["VSCODE_CLI"] = "1"  # else the editor asks a login shell for another PATH
    mine["PIP_CONFIG_FILE"] = str(home / "pip.conf")  # what is installed comes from where the test says
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return {**ours, **mine, "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache")}


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _address(log: Path, process: "subprocess.Popen[bytes]") -> str:
    """It chooses a port that is free, and says which."""
    deadline = time.monotonic() + PATIENCE_S
    while process.poll() is None and time.monotonic() < deadline:
        if said := re.search(r"HTTP server listening on (http://[\d.:]+)", log.read_text(encoding="utf-8")):
            return said[1]
        time.sleep(0.1)
    raise TimeoutError(f"code-server does not serve: {log.read_text(encoding='utf-8')}")


def end_engines(home: Path) -> None:
    """An engine belongs to no window, so one that a window started would stay for half an hour."""
    for process in psutil.process_iter(["cmdline"]):
        command: list[str] = process.info["cmdline"] or []
        if "--run-file" in command and any(word.startswith(str(home)) for word in command):
            process.kill()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
