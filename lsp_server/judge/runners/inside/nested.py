"""LeetCode's `NestedInteger`, a number or a list of such, which it gives to a file that does not define it."""

import re
from typing import Any, cast

NAME = "NestedInteger"
LIST_OF = re.compile(rf"\[[\s'\"]*{NAME}")


class NestedInteger:
    def __init__(self, value: "int | None" = None) -> None:
        self._value = value
        self._items: list[Any] = []

    def isInteger(self) -> bool:
        return self._value is not None

    def getInteger(self) -> "int | None":
        return self._value

    def setInteger(self, value: int) -> None:
        self._value, self._items = value, []

    def add(self, elem: Any) -> None:
        self._value = None
        self._items.append(elem)

    def getList(self) -> "list[Any] | None":
        return None if self.isInteger() else self._items


def is_meant(annotation: str) -> bool:
    return re.search(rf"\b{NAME}\b", annotation) is not None


def built(value: Any, annotation: str) -> Any:
    """Numbers and lists as what `annotation` says: one of such, or a list of them."""
    return [_one(item) for item in value] if LIST_OF.search(annotation) else _one(value)


def _one(value: Any) -> NestedInteger:
    if not isinstance(value, list):
        return NestedInteger(value)
    made = NestedInteger()
    for item in cast("list[Any]", value):
        made.add(_one(item))
    return made


def plain(value: Any) -> Any:
    """What was made of such objects as numbers and lists; anything else as it is."""
    if type(value).__name__ != NAME:
        return value
    return value.getInteger() if value.isInteger() else [plain(item) for item in value.getList()]
