"""The settings page of the VS Code extension, written from `lsp_server.settings` into its package.json.

`python -m tests.clients.vscode.settings_schema` rewrites it; a test checks that it is current. The settings that only
the extension knows (the group "Editor") are left alone.
"""

import json
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel

from lsp_server.problem.languages import LANGUAGES, TEXTS
from lsp_server.settings import Settings
from tests.clients.vscode.places import EXTENSION

FILE = EXTENSION / "package.json"
OWN_GROUP = "Editor"
TYPES: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
MACHINE = ("engine.", "sandbox.", "completion.url", "completion.model")
"""What depends on the machine, or guards it: a folder of somebody else may override it only where it is trusted."""


def manifest() -> dict[str, Any]:
    """package.json as it should be."""
    written: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    groups = written["contributes"]["configuration"]
    own = [group for group in groups if group["title"] == OWN_GROUP]
    written["contributes"]["configuration"] = [*own, *_groups()]
    restricted = [name for name in _names(written) if name != "vibe.trace.server"]
    written["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] = restricted
    written["activationEvents"] = [f"onLanguage:{language}" for language in sorted({*LANGUAGES, *TEXTS})]
    return written


def page(written: dict[str, Any]) -> str:
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def _names(written: dict[str, Any]) -> list[str]:
    return [name for group in written["contributes"]["configuration"] for name in group["properties"]]


def _groups() -> Iterator[dict[str, Any]]:
    for order, (name, field) in enumerate(Settings.model_fields.items(), 2):
        section = field.annotation
        assert isinstance(section, type) and issubclass(section, BaseModel)
        yield {
            "title": name.capitalize(),
            "order": order,
            "properties": dict(_properties(section, field.alias or name)),
        }


def _properties(section: type[BaseModel], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for field in section.model_fields.values():
        path = f"{prefix}.{field.alias}"
        schema = _schema(field.annotation) | _bounds(field.metadata)
        scope = "machine-overridable" if path.startswith(MACHINE) else "window"
        text = {"scope": scope, "markdownDescription": field.description or ""}
        yield f"vibe.{path}", {**schema, "default": field.default, **text}


def _schema(kind: Any) -> dict[str, Any]:
    """The JSON schema of a type, as the settings page of VS Code understands it."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin is Annotated:
        return _schema(inner[0]) | _bounds(inner[1:])
    if origin in (Union, UnionType):
        parts = [_schema(each) for each in inner]
        plain = all(set(part) == {"type"} for part in parts)
        return {"type": [part["type"] for part in parts]} if plain else {"anyOf": parts}
    return {"type": TYPES[kind]}


def _bounds(metadata: Any) -> dict[str, Any]:
    """What pydantic knows of the range of a number."""
    found: dict[str, Any] = {}
    for each in metadata:
        inner = each.metadata if hasattr(each, "metadata") else [each]
        for bound in inner:
            if isinstance(bound, annotated_types.BaseMetadata):
                found |= {word: getattr(bound, name) for name, word in BOUNDS.items() if hasattr(bound, name)}
    return found


if __name__ == "__main__":
    FILE.write_text(page(manifest()), encoding="utf-8")
