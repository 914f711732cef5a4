"""LeetCode's linked lists and trees: which class is meant, arrays to nodes by the annotation, and nodes to arrays."""

import re
from collections import deque
from collections.abc import Callable
from typing import Any

from .node_kinds import LIST, NODE, TREE, Kind, node_class

LIST_OF = re.compile(r"^(typing\.)?(List|list|Sequence|Iterable)\[")


class Shapes:
    """The classes as a file means them; `variant` says which of LeetCode's many `Node` (see `node_variant.py`)."""

    def __init__(self, variant: str = "") -> None:
        self.kinds: dict[str, Kind] = {"ListNode": LIST, "TreeNode": TREE, "Node": NODE[variant or "children"]}
        self.classes = {name: node_class(name, kind) for name, kind in self.kinds.items()}
        self.shapes = {name: _shape(kind) for name, kind in self.kinds.items()}

    def build(self, values: "list[Any]", annotations: "list[str]", namespace: "dict[str, Any]") -> "list[Any]":
        """The arguments of a call: arrays become nodes where the annotation says so.

        A cycle problem has one value more than parameters, `pos`: the tail is linked to that index. A node of a tree
        given as a number is the node of the first tree that has this value.
        """
        built: list[Any] = []
        for value, annotation in zip(values, annotations + [""] * len(values), strict=False):
            name = kind_of(annotation)
            built.append(self._one(name, value, annotation, built, namespace) if name else value)
        if len(values) == len(annotations) + 1 and kind_of("".join(annotations[:1])) == "ListNode":
            _link(built[0], built.pop())
        return built

    def _one(self, name: str, value: Any, annotation: str, before: "list[Any]", namespace: "dict[str, Any]") -> Any:
        if value is None:
            return None
        if type(value) not in (list, tuple):
            return value if name == "ListNode" else _find(before, value)
        kind = self.kinds[name]
        make = _maker(namespace.get(name, self.classes[name]), kind)
        if LIST_OF.match(annotation):
            return [None if item is None else kind.build(item, make) for item in value]
        return kind.build(list(value), make)


def kind_of(annotation: str) -> "str | None":
    """Which of the classes `annotation` names, None when it is about something else."""
    found = re.search(r"\b(ListNode|TreeNode|Node)\b", annotation)
    return found[1] if found else None


def _shape(kind: Kind) -> "Callable[[Any, int], list[Any] | None]":
    """None of what only has the name: a file may have a class `Node` of its own."""
    return lambda value, most: kind.items(value, most) if hasattr(value, "val") else None


def _maker(cls: Any, kind: Kind) -> "Callable[..., Any]":
    """Whatever constructor the class has: it gets the value, the other fields are set."""

    def make(**fields: Any) -> Any:
        try:
            node = cls(fields.get("val"))
        except TypeError:
            node = cls.__new__(cls)
        for field, default in {**kind.fields, **fields}.items():
            setattr(node, field, default() if default is list else default)
        return node

    return make


def _link(head: Any, position: Any) -> None:
    nodes: list[Any] = []
    while head is not None:
        nodes.append(head)
        head = head.next
    if nodes and isinstance(position, int) and 0 <= position < len(nodes):
        nodes[-1].next = nodes[position]


def _find(before: "list[Any]", value: Any) -> Any:
    waiting = deque(before[:1])
    while waiting:
        node = waiting.popleft()
        if node is None or not hasattr(node, "left"):
            continue
        if node.val == value:
            return node
        waiting += [node.left, node.right]
    return value
