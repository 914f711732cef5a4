"""LeetCode's linked lists and trees: which class is meant, arrays to nodes by the annotation, and nodes to arrays."""

import re
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any

from . import nested
from .codec import Chain
from .node_kinds import LIST, NODE, TREE, Kind, node_class

LINKS = ("left", "right", "next", "random", "child")
LISTS = ("children", "neighbors")
MOST_NODES = 1_000_000
LIST_OF = re.compile(r"^(typing\.)?(List|list|Sequence|Iterable)\[")


class Shapes:
    """The classes as a file means them; `variant` says which of LeetCode's many `Node` (see `node_variant.py`).

    `first` holds the nodes of the first chain of the call.
    """

    def __init__(self, variant: str = "") -> None:
        self.kinds: dict[str, Kind] = {"ListNode": LIST, "TreeNode": TREE, "Node": NODE[variant or "children"]}
        self.classes = {name: node_class(name, kind) for name, kind in self.kinds.items()}
        self.shapes = {name: _shape(kind) for name, kind in self.kinds.items()}
        self.first: list[Any] = []

    def build(self, values: "list[Any]", annotations: "list[str]", namespace: "dict[str, Any]") -> "list[Any]":
        """The arguments of a call: arrays become nodes where the annotation says so.

        A node of a tree given as a number is the node of the first tree that has this value.
        """
        built: list[Any] = []
        self.first = []
        for value, annotation in zip(values, annotations + [""] * len(values), strict=False):
            if nested.is_meant(annotation):
                built.append(nested.built(value, annotation))
                continue
            name = kind_of(annotation) or ("ListNode" if isinstance(value, Chain) else None)
            built.append(self._one(name, value, annotation, built, namespace) if name else value)
        return built

    def _one(self, name: str, value: Any, annotation: str, before: "list[Any]", namespace: "dict[str, Any]") -> Any:
        if value is None:
            return None
        if isinstance(value, Chain):
            return self._chain(value, self._one(name, value.items, "", before, namespace))
        if type(value) not in (list, tuple):
            return value if name == "ListNode" else _find(before, value)
        kind = self.kinds[name]
        make = _maker(namespace.get(name, self.classes[name]), kind)
        if LIST_OF.match(annotation):
            return [None if item is None else kind.build(item, make) for item in value]
        return kind.build(list(value), make)

    def _chain(self, chain: Chain, start: Any) -> Any:
        nodes = reachable(start)
        shared = self.first[chain.join] if 0 <= chain.join < len(self.first) else None
        if not nodes:
            return shared
        if shared is not None:
            nodes[-1].next = shared
        if chain.loop >= 0:
            nodes[-1].next = nodes[chain.loop]
        self.first = self.first or nodes
        return nodes[chain.enter]

    def place(self, node: Any) -> "int | None":
        """In the first chain; -1 for a node that is none of it."""
        return None if node is None else next((k for k, other in enumerate(self.first) if other is node), -1)


def reachable(*starts: Any) -> "list[Any]":
    """All nodes that can be reached, each once, those nearest first: a tree level by level."""
    found: list[Any] = []
    seen: set[int] = set()

    def add(node: Any) -> None:
        if hasattr(node, "val") and id(node) not in seen:
            seen.add(id(node))
            found.append(node)

    for start in starts:
        add(start)
    for node in islice(found, MOST_NODES):  # grows while it is walked
        for link in LINKS:
            add(getattr(node, link, None))
        for links in LISTS:
            for other in getattr(node, links, None) or ():
                add(other)
    return found


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
