"""Atoms of pipelines, read from `atoms*.toml`: what to keep, what to make of each, what to make of all.

A file has [argument.NAME] tables for the $k of its atoms and rows [[filter]], [[map]] and [[fold]] with the columns of
`pipeline`; phrases stand one a line. Knows no English and no code.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lsp_server.starter.curriculum.pipeline import Argument, Filter, Fold, Map

_PHRASES = ("says", "is_", "of", "do", "asks", "notes")


@dataclass(frozen=True, slots=True)
class Atoms:
    filters: tuple[Filter, ...]
    maps: tuple[Map, ...]
    folds: tuple[Fold, ...]


def load(name: str) -> Atoms:
    """The atoms of `name`.toml beside this file."""
    table = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
    arguments = {
        key: Argument(row["choices"], tuple(row["names"].split())) for key, row in table.get("argument", {}).items()
    }
    filters, maps, folds = ([_columns(row, arguments) for row in table[kind]] for kind in ("filter", "map", "fold"))
    return Atoms(
        tuple(Filter(**row) for row in filters), tuple(Map(**row) for row in maps), tuple(Fold(**row) for row in folds)
    )


def _columns(row: Mapping[str, Any], arguments: Mapping[str, Argument]) -> dict[str, Any]:
    columns: dict[str, Any] = {key: _column(key, value) for key, value in row.items()}
    return columns | ({"argument": arguments[row["argument"]]} if "argument" in row else {})


def _column(key: str, value: Any) -> Any:
    if key in _PHRASES:
        return tuple(value.strip().splitlines())
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else value


_INTEGERS = load("atoms")
SAME = (Map("same"),) * 3
"""Things are taken as they are more often than they are changed in any one way."""

INT_FILTERS = _INTEGERS.filters
INT_MAPS = (*SAME[1:], *_INTEGERS.maps)
INT_FOLDS = _INTEGERS.folds
