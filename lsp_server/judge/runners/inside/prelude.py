"""The names that LeetCode imports for every Python solution. They come in as builtins, so the file's own names win.

Outside, `provided` looks up which of them a file may need; inside, only those are imported: it would take longer to
import them all than to judge.
"""

import builtins
import importlib
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

STARS = (
    *("typing", "collections", "heapq", "bisect", "itertools", "functools", "math", "string", "operator", "copy"),
    *("random", "statistics", "datetime"),
)
"""`from name import *`, a later one over an earlier one (collections' Counter over typing's)."""
MODULES = (*STARS, "re", "sys", "json", "time")
"""`import name`; where a star has the same name (`bisect`, `copy`), the module keeps it. No star for re: `I`, `M`, `S`
and the like would hide a name that the candidate forgot to define.
"""


def provided(words: "set[str]") -> "dict[str, str | None]":
    """Those of `words` that the prelude defines, with the module that each is imported from (None: it is a module)."""
    homes = _homes()
    return {word: homes[word] for word in words if word in homes}


def line(name: str, home: "str | None") -> str:
    """The import that a file of its own would need."""
    return f"from {home} import {name}" if home else f"import {name}"


def knowing(hidden: "Callable[[], int]") -> "dict[str, Callable[[int], Any]]":
    """LeetCode's functions for what a solution cannot see: the first bad version, the number that was picked."""

    def guess(num: int) -> int:
        return (hidden() > num) - (hidden() < num)

    return {"isBadVersion": lambda version: version >= hidden(), "guess": guess}


def namespace(names: "dict[str, str | None]", provided: "dict[str, Any]") -> "dict[str, Any]":
    """A `__builtins__` for the candidate: Python's own, which nothing shadows, and those of LeetCode's it may need."""
    values = {
        name: getattr(importlib.import_module(home), name) if home else importlib.import_module(name)
        for name, home in names.items()
    }
    return {**values, **provided, **vars(builtins)}


@cache
def _homes() -> "dict[str, str | None]":
    homes: dict[str, str | None] = {}
    for star in STARS:
        homes.update(dict.fromkeys(_public(importlib.import_module(star)), star))
    homes.update(dict.fromkeys(MODULES))
    return {name: home for name, home in homes.items() if not hasattr(builtins, name)}


def _public(module: ModuleType) -> "list[str]":
    return getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
