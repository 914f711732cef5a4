"""The package that people install: what is in it, and that its manifest says what is so."""

import json
import re
import subprocess
import zipfile
from typing import Any

import pytest

from lsp_server.problem.languages import LANGUAGES, TEXTS
from lsp_server.settings import Settings
from tests.clients.vscode import settings_schema
from tests.clients.vscode.places import EXTENSION, NODE, PACKAGE

pytestmark = pytest.mark.timeout(600)

LARGEST_BYTES = 2_000_000
MANIFEST: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
CONTRIBUTES = MANIFEST["contributes"]
COMMANDS = {command["command"] for command in CONTRIBUTES["commands"]}
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in (EXTENSION / "src").glob("*.ts")}
LICENCE = EXTENSION.parents[1] / "LICENSE"


ACTIONS = {f"vibe-lsp.{name}" for name in ("solve", "check", "optimize", "hint", "explain")}


def named(pattern: str, text: str, flags: int = 0) -> set[str]:
    return set(re.findall(pattern, text, flags))


def test_the_settings_page_is_that_of_the_server() -> None:
    current = settings_schema.FILE.read_text(encoding="utf-8")
    assert current == settings_schema.page(settings_schema.manifest()), (
        "run `python -m tests.clients.vscode.settings_schema`"
    )


def test_no_setting_of_the_client_is_one_of_the_server() -> None:
    own = named(r"'(\w+)'", SOURCES["settings.ts"].partition("const OWN = ")[2].partition("\n")[0])
    assert own
    assert own & {field.alias for field in Settings.model_fields.values()} == set()


def test_it_wakes_up_for_the_languages_of_the_server() -> None:
    assert MANIFEST["activationEvents"] == [f"onLanguage:{language}" for language in sorted({*LANGUAGES, *TEXTS})]


def test_every_command_of_menus_keys_and_walkthrough_is_there() -> None:
    menus = {entry["command"] for entries in CONTRIBUTES["menus"].values() for entry in entries}
    keys = {entry["command"] for entry in CONTRIBUTES["keybindings"]}
    links = named(r"command:(vibe-lsp\.\w+)", json.dumps(CONTRIBUTES["walkthroughs"]))
    assert (menus | keys | links) - COMMANDS == set()
    registered = named(r"^    (\w+): ", SOURCES["commands.ts"].partition("const own")[2].partition("\n  }\n")[0], re.M)
    assert {f"vibe-lsp.{name}" for name in registered} == COMMANDS - ACTIONS


def test_actions_are_offered_only_when_the_server_names_them() -> None:
    menus = CONTRIBUTES["menus"]
    for entry in [*menus["editor/context"], *menus["commandPalette"], *CONTRIBUTES["keybindings"]]:
        if entry["command"] in ACTIONS:
            assert entry["command"].replace("vibe-lsp.", "vibe-lsp.can.") in entry["when"]


def test_pictures_of_the_walkthrough_are_there_and_small() -> None:
    media = [step["media"] for walkthrough in CONTRIBUTES["walkthroughs"] for step in walkthrough["steps"]]
    paths = [EXTENSION / (each.get("image") or each["markdown"]) for each in media]
    assert [path for path in paths if not path.exists()] == []
    assert [path for path in paths if path.stat().st_size > 200_000] == []
    assert all(each.get("altText") for each in media if "image" in each)


def test_the_package_holds_what_runs_and_nothing_else(installed: None) -> None:
    with zipfile.ZipFile(PACKAGE) as package:
        names = {name.removeprefix("extension/") for name in package.namelist()}
        read = {name: package.read(f"extension/{name}").decode() for name in ("dist/extension.js", "dist/panel.css")}
    assert {"package.json", "readme.md", "LICENSE.txt", "dist/extension.js", "dist/panel.js", "media/icon.png"} <= names
    assert [name for name in names if name.endswith((".ts", ".map", ".vsix")) or "node_modules" in name] == []
    assert PACKAGE.stat().st_size < LARGEST_BYTES
    fonts = named(r"url\(\"?\./(fonts/[^)\"]+)", read["dist/panel.css"])
    assert fonts
    assert {f"dist/{font}" for font in fonts} <= names
    assert "http" not in "".join(named(r"url\(([^)]*)\)", read["dist/panel.css"]))


def test_links_and_pictures_of_the_readme_lead_somewhere() -> None:
    links = named(r"\]\((?!https?:)([^)#\s]+)", (EXTENSION / "README.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (EXTENSION / link).exists()] == []


def test_nothing_is_asked_for_that_only_one_editor_of_the_family_has() -> None:
    """VSCodium, code-server and Cursor: no proposed API, no extension of Microsoft, no newer VS Code."""
    assert {"enabledApiProposals", "extensionDependencies", "extensionPack"} & set(MANIFEST) == set()
    assert MANIFEST["engines"]["vscode"] == f"^{MANIFEST['devDependencies']['@types/vscode']}"


def test_the_bundle_needs_the_editor_and_node_and_nothing_else(installed: None) -> None:
    with zipfile.ZipFile(PACKAGE) as package:
        needed = named(r"\brequire\(\"(?:node:)?([\w@/.-]+)\"\)", package.read("extension/dist/extension.js").decode())
    assert "vscode" in needed
    builtin = subprocess.check_output([NODE, "-p", "require('module').builtinModules.join()"], text=True)
    assert needed - {"vscode", *builtin.strip().split(",")} == set()


def test_versions_are_pinned() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text(encoding="utf-8"))
    wanted = MANIFEST["devDependencies"]
    assert [name for name, version in wanted.items() if not re.fullmatch(r"[\d.]+", version)] == []
    assert {name: lock["packages"][f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_the_licence_is_that_of_the_project() -> None:
    assert (EXTENSION / "LICENSE").read_text(encoding="utf-8") == LICENCE.read_text(encoding="utf-8")


def test_files_stay_small() -> None:
    files = [path for folder in ("src", "webview") for path in (EXTENSION / folder).glob("*.ts")]
    long = {path.name: count for path in files if (count := len(path.read_text(encoding="utf-8").splitlines())) > 260}
    assert long == {}
