"""The settings as types for the Lua language server, written from `lsp_server.settings`.

`python -m tests.clients.neovim.settings_types` rewrites the file; a test checks that it is current.
"""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from lsp_server.settings import Settings
from tests.clients.neovim.nvim import PLUGIN

FILE = PLUGIN / "lua" / "vibe_lsp" / "settings.lua"
PLAIN: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "nil"}


def types() -> str:
    lines = ["---@meta", "-- The settings of the server, for vim.lsp.config('vibe_lsp', { settings = { vibe = … } })."]
    return "\n".join([*lines, "-- Written by tests/clients/neovim/settings_types.py.", *_classes(Settings)]) + "\n"


def _classes(section: type[BaseModel]) -> Iterator[str]:
    yield f"\n---@class vibe_lsp.{section.__name__}"
    nested: list[type[BaseModel]] = []
    for field in section.model_fields.values():
        kind = _lua(field.annotation)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            nested.append(field.annotation)
            kind = f"vibe_lsp.{field.annotation.__name__}"
        yield f"---@field {field.alias}? {kind} {field.description or ''}".rstrip()
    for each in nested:
        yield from _classes(each)


def _lua(kind: Any) -> str:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return "|".join(f"'{value}'" for value in inner)
    if origin is Annotated:
        return _lua(inner[0])
    if origin in (Union, UnionType):
        return "|".join(_lua(each) for each in inner if each is not type(None))
    return PLAIN.get(kind, "table")


if __name__ == "__main__":
    FILE.write_text(types(), encoding="utf-8")
