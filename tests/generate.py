"""Writes the parts of pages that the code already says: `make generate`. A test checks that they are current.

The settings table of README.md comes from `lsp_server.settings`, the file tree of CONTRIBUTING.md from the first
sentence of each module's docstring.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from lsp_server.settings import Settings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lsp_server"


def settings_table() -> str:
    rows = ["| setting | default | what it does |", "|---|---|---|"]
    for path, default, description in _settings(Settings, ""):
        rows.append(f"| `vibe.{path}` | `{default}` | {description} |")
    return "\n".join(rows)


def file_tree() -> str:
    paths = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    names = [path.relative_to(PACKAGE).as_posix() for path in paths]
    width = max(map(len, names)) + 2
    lines = (f"{name:<{width}}{_first_sentence(path)}" for name, path in zip(names, paths, strict=True))
    return "```text\n" + "\n".join(lines) + "\n```"


GENERATED: dict[tuple[str, str], Callable[[], str]] = {
    ("README.md", "settings"): settings_table,
    ("CONTRIBUTING.md", "tree"): file_tree,
}


def rewritten(page: str, name: str, text: str) -> str:
    """`page` with `text` between the two marks called `name`."""
    mark = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    return re.sub(mark, lambda found: f"{found[1]}{text}\n{found[2]}", page, flags=re.DOTALL)


def stale() -> Iterator[tuple[Path, str]]:
    """Pages whose generated part is not current, with the text they should have."""
    for (file, name), make in GENERATED.items():
        path = ROOT / file
        page = path.read_text(encoding="utf-8")
        if f"<!-- {name} -->" not in page:
            raise LookupError(f"{file} has no mark <!-- {name} -->")
        if (wanted := rewritten(page, name, make())) != page:
            yield path, wanted


def _settings(section: type[BaseModel], prefix: str) -> Iterator[tuple[str, Any, str]]:
    for field in section.model_fields.values():
        name = f"{prefix}{field.alias}"
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _settings(field.annotation, f"{name}.")
        else:
            yield name, _shown(field.default), field.description or ""


def _shown(value: Any) -> str:
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value or '""')


def _first_sentence(path: Path) -> str:
    words = " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split())
    return re.split(r"(?<=[.:;])\s", words, maxsplit=1)[0].rstrip(".:;")


if __name__ == "__main__":
    for path, wanted in stale():
        path.write_text(wanted, encoding="utf-8")
        sys.stderr.write(f"rewrote {path.name}\n")
