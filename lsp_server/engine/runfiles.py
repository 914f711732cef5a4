"""The files by which windows find the shared engine: where they are, who may read them, what stands in them.

One engine per model and device, so the names carry a hash of both: two windows that ask for different models get two
engines and none is torn from under the other; two that ask for the same share one.

    engine-<key>.json    who runs: pid, address, version; written by the engine when its socket is open
    engine-<key>.sock    its Unix socket (none on Windows: the JSON then has a loopback port)
    engine-<key>.token   what a client must send along; written by whoever starts the engine
    engine-<key>.lock    held while an engine is looked for or started
"""

import hashlib
import json
import os
import secrets
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from lsp_server import settings
from lsp_server.engine.wire import PROTOCOL_VERSION
from lsp_server.errors import EngineUnavailableError

_LONGEST_SOCKET_PATH = 100
"""Bytes. The kernel's own limit is 108 on Linux and 104 on macOS, the closing zero included."""


@dataclass(frozen=True, slots=True)
class Running:
    """What an engine says of itself in its run file. Exactly one of `socket` and `port` is set."""

    pid: int
    version: str
    model: str
    device: str
    socket: str = ""
    port: int = 0
    protocol: int = PROTOCOL_VERSION


@dataclass(frozen=True, slots=True)
class RunFiles:
    """The paths of one engine."""

    json: Path
    socket: Path
    token: Path
    lock: Path
    log: Path


def run_files(model: str, device: str) -> RunFiles:
    """For the settings `engine.model` and `engine.device`, in folders that exist and are private."""
    folder, key = private_folder(), _key(model, device)
    logs = settings.log_folder()
    logs.mkdir(parents=True, exist_ok=True)
    base = folder / f"engine-{key}"
    return RunFiles(
        json=base.with_suffix(".json"),
        socket=_short(base.with_suffix(".sock")),
        token=base.with_suffix(".token"),
        lock=base.with_suffix(".lock"),
        log=logs / f"engine-{key}.log",
    )


def all_running() -> list[Running]:
    """What all run files of this user say; the engines themselves may be dead."""
    found = [read(path) for path in sorted(private_folder().glob("engine-*.json"))]
    return [one for one in found if one]


def private_folder() -> Path:
    """The run folder, made if it is missing. Raises EngineUnavailableError when others could reach into it."""
    try:
        return _made_private(settings.run_folder())
    except OSError as error:
        raise unusable(error) from error


def unusable(error: OSError) -> EngineUnavailableError:
    """What the user can do about a folder that is closed, or on a disk that is full."""
    return EngineUnavailableError(
        f"The engine cannot be started: its folder {settings.run_folder()} cannot be used ({error}). "
        f"Free some space there, or set {settings.HOME_VARIABLE} to a folder of your own."
    )


def read(path: Path) -> Running | None:
    """None when the file is missing, half written or of a kind that this version does not know."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Running(**{name: values[name] for name in Running.__slots__ if name in values})
    except (OSError, ValueError, TypeError):
        return None


def write(path: Path, running: Running) -> None:
    """All of it or nothing: readers never see half a file."""
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(asdict(running)), encoding="utf-8")
    part.replace(path)


def new_token(path: Path) -> str:
    """A fresh secret that only this user can read. It travels by file: arguments and environments can be seen."""
    token = secrets.token_urlsafe(32)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(token)
    return token


def read_token(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def forget(run_file: Path, others: Iterable[Path], pid: int) -> None:
    """Remove what the engine `pid` left, unless another has taken its place, or is about to and has removed them."""
    running = read(run_file)
    if running is not None and running.pid == pid:
        for path in (run_file, *others):
            path.unlink(missing_ok=True)


def _key(model: str, device: str) -> str:
    """A folder is the same model however it is spelled."""
    path = Path(model).expanduser()
    name = str(path.resolve()) if path.is_dir() else model
    return hashlib.sha256(f"{name}\0{device}".encode()).hexdigest()[:12]


def _short(socket: Path) -> Path:
    """`socket`, or a place with a short name for it where the run folder's path is too long for the kernel."""
    if len(os.fsencode(socket)) <= _LONGEST_SOCKET_PATH:
        return socket
    place = hashlib.sha256(os.fsencode(socket.parent)).hexdigest()[:8]
    return _made_private(Path(tempfile.gettempdir()) / f"vibe-lsp-{_user()}-{place}") / socket.name


def _made_private(folder: Path) -> Path:
    """`folder` with mode 0700, owned by this user and no link that somebody else could have put there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "posix":
        return folder  # under the user's profile, which Windows keeps private
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise EngineUnavailableError(
            f"{folder} must be a folder of your own, because the engine listens there. Remove it, or set "
            f"{settings.HOME_VARIABLE} to another place."
        )
    if found.st_mode & 0o077:
        folder.chmod(0o700)
    return folder


def _user() -> int:
    return os.geteuid() if os.name == "posix" else 0
