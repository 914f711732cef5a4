"""One row per language: how it is called, which files are written in it, and where its grammar comes from.

What differs beyond a name or an ending (where comments and definitions stand, how an answer is put into a file) is
in `outline_<language>.py` and `place_<language>.py`, looked up by the `id` of a row.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tree_sitter
import tree_sitter_python

from lsp_server.errors import UnsupportedLanguageError


@dataclass(frozen=True, slots=True)
class Language:
    """`id` is what LSP calls the language; `names` are further spellings that people type; `endings` with the dot."""

    id: str
    names: tuple[str, ...]
    endings: tuple[str, ...]
    grammar: Callable[[], object]
    comment: str
    """What starts a line comment."""


LANGUAGES: Mapping[str, Language] = {
    row.id: row
    for row in (Language("python", ("py", "python3"), (".py", ".pyw"), tree_sitter_python.language, comment="#"),)
}


def language_of(path: Path) -> Language:
    """The language of a file, by its ending. Raises UnsupportedLanguageError."""
    for row in LANGUAGES.values():
        if path.suffix.lower() in row.endings:
            return row
    ending = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
    raise UnsupportedLanguageError(f"{path.name}: {ending} are not supported. Supported: {_supported()}.")


def language_named(name: str) -> Language:
    """The row for a language id or one of its other names. Raises UnsupportedLanguageError."""
    wanted = name.strip().lower()
    for row in LANGUAGES.values():
        if wanted == row.id or wanted in row.names:
            return row
    raise UnsupportedLanguageError(f"The language {name!r} is not supported. Supported: {_supported()}.")


@cache
def parser_of(language: str) -> tree_sitter.Parser:
    """The parser for a language id or name; loading a grammar costs a few milliseconds, once."""
    return tree_sitter.Parser(tree_sitter.Language(language_named(language).grammar()))


def _supported() -> str:
    return ", ".join(f"{row.id} ({', '.join(row.endings)})" for row in LANGUAGES.values())
