"""The names that LeetCode imports for every Python solution. They come in as builtins, so the file's own names win."""

import builtins
import importlib
from types import ModuleType
from typing import Any

from .nodes import CLASSES

STARS = (
    *("typing", "collections", "heapq", "bisect", "itertools", "functools", "math", "string", "operator", "copy"),
    *("random", "statistics", "datetime"),
)
"""`from name import *`, a later one over an earlier one (collections' Counter over typing's)."""
MODULES = (*STARS, "re", "sys", "json", "time")
"""`import name`; where a star has the same name (`bisect`, `copy`), the module keeps it. No star for re: `I`, `M`, `S`
and the like would hide a name that the candidate forgot to define.
"""


def namespace() -> "dict[str, Any]":
    """A `__builtins__` for the candidate: Python's own, which nothing shadows, and LeetCode's."""
    names: dict[str, Any] = {}
    for module in map(importlib.import_module, STARS):
        names.update((name, getattr(module, name)) for name in _public(module))
    names.update((name, importlib.import_module(name)) for name in MODULES)
    return {**names, **CLASSES, **vars(builtins)}


def origin(name: str) -> "str | None":
    """The import that provides `name` in a file of its own; None for a builtin and for what no import provides."""
    if hasattr(builtins, name) or name in CLASSES:
        return None
    if name in MODULES:
        return f"import {name}"
    home = next((star for star in reversed(STARS) if name in _public(importlib.import_module(star))), None)
    return f"from {home} import {name}" if home else None


def _public(module: ModuleType) -> "list[str]":
    return getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
