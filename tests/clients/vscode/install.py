"""Installs what the tests of the VS Code extension need, and builds it: `python -m tests.clients.vscode.install`.

What is there already and current is kept. Debian's `chromium` must be there (`apt-get install chromium`); all else
goes into the environment of the tests: the editor (code-server, from npm) without most of its native modules, which it
can do without, and the libraries of the extension in the versions of its package-lock.json. Node 24 comes with the
environment.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.clients.vscode.places import CHROMIUM, EDITOR, EXTENSION, NODE, PACKAGE, SERVER, VERSION

NPM = NODE.parents[1] / "lib" / "node_modules" / "npm"
GYP = NPM / "node_modules" / "node-gyp" / "bin" / "node-gyp.js"
LOGGER = SERVER / "lib" / "vscode" / "node_modules" / "@vscode" / "spdlog"
SOURCES = ("src", "webview", "media", "package.json", "package-lock.json", "esbuild.mjs", "README.md", "tsconfig.json")
QUIET = {
    "npm_config_audit": "false",
    "npm_config_fund": "false",
    "npm_config_update_notifier": "false",
    "npm_config_nodedir": str(NODE.parents[1]),
}


def main() -> int:
    if not CHROMIUM.exists():
        sys.stderr.write(f"{CHROMIUM} is missing: apt-get install --no-install-recommends chromium\n")
        return 1
    if _installed() != VERSION:
        install_editor()
    if not PACKAGE.exists() or PACKAGE.stat().st_mtime < _newest_source():
        build()
    return 0


def install_editor() -> None:
    """Its scripts would build every native module for minutes, with Debian packages that nothing else needs.

    The one that it cannot show a log without is built.
    """
    shutil.rmtree(EDITOR, ignore_errors=True)
    quick = ("--ignore-scripts", "--omit=dev", "--loglevel=error")
    npm("install", "--global", "--prefix", str(EDITOR), *quick, f"code-server@{VERSION}", cwd=EDITOR.parent)
    take_all_from_npm(SERVER / "lib" / "vscode")
    npm("install", *quick, cwd=SERVER / "lib" / "vscode")
    npm("rebuild", "argon2", cwd=SERVER)
    node(GYP, "rebuild", "--silent", cwd=LOGGER)


def take_all_from_npm(folder: Path) -> None:
    """Older versions take a library from git, which needs more than npm; npm has it, too, or one that replaces it."""
    pages = [folder / "package.json", folder / "npm-shrinkwrap.json"]
    manifest, lock = (json.loads(page.read_text(encoding="utf-8")) for page in pages)
    from_git = [place for place, package in lock["packages"].items() if package.get("resolved", "").startswith("git")]
    for place in from_git:
        version = lock["packages"].pop(place)["version"]
        for each in (manifest, lock["packages"][""]):
            each["dependencies"][place.removeprefix("node_modules/")] = f"^{version}"
    for page, content in zip(pages, (manifest, lock), strict=True):
        page.write_text(json.dumps(content), encoding="utf-8")


def build() -> None:
    npm("ci", "--ignore-scripts", "--loglevel=error", cwd=EXTENSION)
    for script in ("check", "test", "package"):
        npm("run", "--silent", script, cwd=EXTENSION)


def npm(*arguments: str, cwd: Path) -> None:
    node(NPM / "bin" / "npm-cli.js", *arguments, cwd=cwd)


def node(program: Path, *arguments: str, cwd: Path) -> None:
    """With the Node of the environment, also in the scripts that it runs."""
    environment = {**os.environ, **QUIET, "PATH": f"{NODE.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [NODE, program, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.stderr.write(done.stdout + done.stderr)
        raise SystemExit(f"`{program.name} {' '.join(arguments)}` in {cwd} ended with status {done.returncode}.")


def _installed() -> str:
    """The version of the editor that is there whole, "" when none is."""
    page = SERVER / "package.json"
    whole = (LOGGER / "build" / "Release" / "spdlog.node").exists()
    return str(json.loads(page.read_text(encoding="utf-8"))["version"]) if whole else ""


def _newest_source() -> float:
    return max(path.stat().st_mtime for path in _sources())


def _sources() -> Iterator[Path]:
    for name in SOURCES:
        path = EXTENSION / name
        yield from (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]


if __name__ == "__main__":
    sys.exit(main())
