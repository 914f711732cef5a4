"""What clients/README.md says of the protocol is what the server does, and its snippets are well formed."""

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Literal, get_args, get_type_hints

import pytest

from lsp_server.features.commands import Answer
from lsp_server.judge.verdict import ExampleResult
from lsp_server.server import create_server
from lsp_server.tasks import events
from tests.clients.neovim.nvim import BINARY, ROOT

PAGES = [ROOT / "clients" / "README.md", ROOT / "clients" / "neovim" / "README.md"]
PAGE = PAGES[0].read_text(encoding="utf-8")
READERS = {"json": json.loads, "toml": tomllib.loads}


def snippets(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)


def table(header: str) -> dict[str, str]:
    """The rows of the table whose first column is called `header`: first cell, without its quotes, to the rest."""
    rows = PAGE.partition(f"| {header} |")[2].partition("\n\n")[0].splitlines()[2:]
    return {first.strip(" `"): rest for _, first, rest in (row.split("|", 2) for row in rows)}


@pytest.mark.parametrize("language", READERS)
def test_configuration_snippets_parse(language: str) -> None:
    assert [READERS[language](snippet) for snippet in snippets(language)]


def test_lua_snippets_parse(tmp_path: Path) -> None:
    (snippet,) = snippets("lua")
    (tmp_path / "snippet.lua").write_text(snippet, encoding="utf-8")
    done = subprocess.run([BINARY, "--clean", "-l", "-"], input=f"assert(loadstring([==[{snippet}]==]))", text=True)
    assert done.returncode == 0


def test_the_commands_are_those_of_the_server() -> None:
    assert set(table("command")) == set(create_server().protocol.fm.commands)


def test_every_event_is_described_with_its_fields() -> None:
    kinds = {kind.model_fields["kind"].default: kind for kind in get_args(events.Event)}
    rows = table("`event.kind`")
    assert list(rows) == list(kinds)
    for name, kind in kinds.items():
        assert {field for field in kind.model_fields if field != "kind" and f"`{field}`" not in rows[name]} == set()


def test_every_status_and_field_of_an_answer_is_named() -> None:
    commands = PAGE.partition("## Commands")[2].partition("## Notifications")[0]
    (statuses,) = [kind for kind in [get_type_hints(Answer)["status"]] if getattr(kind, "__origin__", None) is Literal]
    assert [status for status in get_args(statuses) if f"`{status}`" not in commands] == []
    fields = [*Answer.model_fields, *ExampleResult.model_fields]
    assert [field for field in fields if not re.search(rf"\b{field}\b", commands)] == []


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []
