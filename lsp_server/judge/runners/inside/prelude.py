"""The names that LeetCode imports for every Python solution. They come in as builtins, so the file's own names win."""

import builtins
import importlib
from typing import Any

from .nodes import CLASSES

STARS = (
    *("typing", "collections", "heapq", "bisect", "itertools", "functools", "math", "string", "operator", "copy"),
    *("random", "statistics", "datetime", "re"),
)
MODULES = (*STARS, "sys", "json", "time")
"""Imported as `import name` and as `from name import *`; where both exist, the module keeps the name."""


def namespace() -> "dict[str, Any]":
    """A `__builtins__` for the candidate: Python's own, which nothing shadows, and LeetCode's."""
    names: dict[str, Any] = {}
    for module in map(importlib.import_module, STARS):
        public = getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")])
        names.update((name, getattr(module, name)) for name in public)
    names.update((name, importlib.import_module(name)) for name in MODULES)
    return {**names, **CLASSES, **vars(builtins)}


def origin(name: str) -> "str | None":
    """The import that provides `name` in a file of its own; None for a builtin and for what no import provides."""
    if hasattr(builtins, name) or name in CLASSES:
        return None
    if name in MODULES:
        return f"import {name}"
    for module in STARS:
        if name in getattr(importlib.import_module(module), "__all__", ()) or _defines(module, name):
            return f"from {module} import {name}"
    return None


def _defines(module: str, name: str) -> bool:
    return not name.startswith("_") and name in vars(importlib.import_module(module))
