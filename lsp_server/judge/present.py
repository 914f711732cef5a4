"""Values and texts of an example as people read them: short, on few lines, and harmless to a terminal."""

import unicodedata
from typing import Any

from lsp_server.judge.compare import plain
from lsp_server.judge.spelling import spelled
from lsp_server.problem.model import Example

MOST_CHARACTERS = 500
KEPT = "\n\t"
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode's control, format (which turn the reading direction), surrogate, private, line and paragraph characters."""


def visible(text: str, most: int = MOST_CHARACTERS) -> str:
    """Control characters and terminal escapes as `\\x1b`; cut with an ellipsis after `most` characters."""
    shown = "".join(map(_escaped, text[: most + 1]))
    return shown if len(shown) <= most and len(text) <= most else shown[: most - 1] + "…"


def show(value: Any, language: str = "python") -> str:
    return visible(_written(value, language))


def show_input(example: Example, language: str = "python") -> str:
    if example.form == "stdin":
        return visible((example.stdin or "").rstrip("\n"))
    if example.form == "session":
        return visible((example.session or "").strip())
    return visible(", ".join(f"{name} = {_written(value, language)}" for name, value in (example.inputs or {}).items()))


def show_expected(example: Example, language: str = "python") -> str:
    if example.expects == "unknown":
        return "not known"
    if example.expects == "value" and example.form != "stdin":
        return show(example.expected, language)
    return visible(str(example.expected).rstrip("\n"))


def _written(value: Any, language: str) -> str:
    try:
        return spelled(plain(value), language)
    except (ValueError, RecursionError):
        return "(a number too long to show)"


def _escaped(character: str) -> str:
    if character in KEPT or unicodedata.category(character) not in HIDDEN:
        return character
    return repr(character)[1:-1] if ord(character) < 0x100 else f"\\u{ord(character):04x}"
