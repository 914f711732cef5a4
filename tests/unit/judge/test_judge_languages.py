"""A language is a row and a runner; the editors' lists of file types are written from the rows."""

import pytest

from lsp_server.judge.runners import RUNNERS
from lsp_server.problem.languages import LANGUAGES
from tests.clients.neovim import filetypes
from tests.clients.vscode import settings_schema


def test_every_language_that_is_read_is_judged() -> None:
    assert RUNNERS.keys() == LANGUAGES.keys()


def test_the_editors_start_the_server_for_every_language() -> None:
    assert filetypes.FILE.read_text(encoding="utf-8") == filetypes.config(), "run `make generate`"
    written = settings_schema.page(settings_schema.manifest())
    assert settings_schema.FILE.read_text(encoding="utf-8") == written, "run `make generate`"


def test_a_further_language_comes_into_both_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {**LANGUAGES, "csharp": LANGUAGES["java"]}
    for module in (filetypes, settings_schema):
        monkeypatch.setattr(module, "LANGUAGES", more)
    assert "'csharp'" in filetypes.config()
    assert "onLanguage:csharp" in settings_schema.manifest()["activationEvents"]
