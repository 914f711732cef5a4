"""The snippets of clients/README.md hold what each editor documents, start this server, and name what is there.

Helix: languages.toml, chapter "Languages" of its book. Zed: "Configuring languages" of its docs. Sublime Text: "Client
configuration" of the LSP package. Emacs: `eglot-server-programs`. None of them can be had here, so nothing is run.
"""

import json
import re
import tomllib
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from lsp_server.problem.languages import LANGUAGES
from lsp_server.settings import Settings
from tests.clients.test_client_pages import PAGE

COMMAND = ["vibe-lsp", "serve"]


class Strict(BaseModel):
    """Nothing but what the documentation names. Numbers and texts are not taken for each other."""

    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=False
    )


class Exact(Strict):
    """Where the editor writes names with underscores or in camel case itself."""

    model_config = ConfigDict(alias_generator=None)


class HelixServer(Strict):
    command: str
    args: list[str] = []
    config: dict[str, Any] = {}
    timeout: int = 20
    environment: dict[str, str] = {}
    required_root_patterns: list[str] = []


class HelixLanguage(Strict):
    name: str
    language_servers: list[str | dict[str, Any]]


class Helix(Strict):
    language_server: dict[str, HelixServer]
    language: list[HelixLanguage]


class ZedBinary(Exact):
    path: str
    arguments: list[str] = []
    env: dict[str, str] = {}


class ZedServer(Exact):
    binary: ZedBinary
    settings: dict[str, Any] = {}
    initialization_options: dict[str, Any] = {}


class ZedLanguage(Exact):
    language_servers: list[str]


class Zed(Exact):
    lsp: dict[str, ZedServer]
    languages: dict[str, ZedLanguage]


class SublimeClient(Exact):
    enabled: bool
    command: list[str]
    selector: str
    initializationOptions: dict[str, Any] = {}
    settings: dict[str, Any] = {}
    env: dict[str, str] = {}


class Sublime(Exact):
    clients: dict[str, SublimeClient] = Field(min_length=1)


def snippet(editor: str) -> str:
    """What stands in the first fence below the paragraph about an editor."""
    found = re.search(rf"^\*\*{re.escape(editor)}.*?^```\w+\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"nothing about {editor}"
    return found[1]


def test_helix() -> None:
    read = Helix.model_validate(tomllib.loads(snippet("Helix")))
    ((name, server),) = read.language_server.items()
    assert [server.command, *server.args] == COMMAND
    assert {language.name for language in read.language} <= set(LANGUAGES)
    assert all(name in language.language_servers for language in read.language)


def test_zed() -> None:
    read = Zed.model_validate(json.loads(snippet("Zed")))
    ((name, server),) = read.lsp.items()
    assert server.binary.path.startswith("/")  # Zed does not look on PATH for it
    assert [server.binary.path.rpartition("/")[2], *server.binary.arguments] == COMMAND
    assert all(name in language.language_servers for language in read.languages.values())
    Settings.model_validate(server.settings["vibe"])


def test_sublime_text() -> None:
    ((_, client),) = Sublime.model_validate(json.loads(snippet("Sublime Text"))).clients.items()
    assert (client.enabled, client.command) == (True, COMMAND)
    scopes = {scope.strip() for scope in client.selector.split("|")}
    known = {"source.python", "source.js", "source.ts", "source.java", "source.c++", "source.c", "source.go"}
    assert "source.python" in scopes <= known | {"source.rust"}


def read_lisp(text: str) -> Any:
    """One form as nested lists; a quote is a list that begins with "'"."""
    tokens = re.findall(r"'|\(|\)|\"(?:[^\"\\]|\\.)*\"|[^\s()']+", re.sub(r";.*", "", text))

    def form(at: int) -> tuple[Any, int]:
        if tokens[at] == "'":
            value, at = form(at + 1)
            return ["'", value], at
        if tokens[at] != "(":
            return tokens[at], at + 1
        items: list[Any] = []
        at += 1
        while tokens[at] != ")":
            value, at = form(at)
            items.append(value)
        return items, at + 1

    value, end = form(0)
    assert end == len(tokens), "more than one form"
    return value


def test_emacs() -> None:
    """`eglot-server-programs` holds pairs of modes and a program with its arguments."""
    waits, when, (adds, where, (quote, (modes, dot, program))) = read_lisp(snippet("Emacs"))
    assert (waits, when) == ("with-eval-after-load", ["'", "eglot"])
    assert (adds, where) == ("add-to-list", ["'", "eglot-server-programs"])
    assert (quote, dot) == ("'", ".")
    assert [json.loads(word) for word in program] == COMMAND
    assert all(re.fullmatch(r"[a-z+]+(-ts)?-mode", mode) for mode in modes)


@pytest.mark.parametrize("wrong", ["(a (b)", "(a) (b)"])
def test_the_reader_of_lisp_sees_what_is_not_closed(wrong: str) -> None:
    with pytest.raises((IndexError, AssertionError)):
        read_lisp(wrong)
