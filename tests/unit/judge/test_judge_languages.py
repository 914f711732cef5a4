"""A language is a row and a runner; the editors' lists of file types, which cannot be read from there, follow."""

import json
import re
from pathlib import Path

from lsp_server.judge.runners import RUNNERS
from lsp_server.problem.languages import LANGUAGES

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "clients" / "vscode" / "package.json"
NEOVIM = ROOT / "clients" / "neovim" / "lsp" / "vibe_lsp.lua"


def test_every_language_that_is_read_is_judged() -> None:
    assert RUNNERS.keys() == LANGUAGES.keys()


def test_the_editors_start_the_server_for_every_language() -> None:
    events: list[str] = json.loads(PACKAGE.read_text(encoding="utf-8"))["activationEvents"]
    assert {event.removeprefix("onLanguage:") for event in events} >= LANGUAGES.keys()
    listed = re.search(r"filetypes = \{([^}]*)\}", NEOVIM.read_text(encoding="utf-8"))
    assert listed
    assert set(re.findall(r"'(\w+)'", listed[1])) >= LANGUAGES.keys()
