"""LeetCode's linked lists and trees: its classes, arrays to nodes by the annotation, and nodes back to arrays."""

import re
from collections import deque
from typing import Any

LIST_OF = re.compile(r"^(typing\.)?(List|list|Sequence|Iterable)\[")


class ListNode:
    def __init__(self, val: Any = 0, next: Any = None) -> None:
        self.val = val
        self.next = next


class TreeNode:
    def __init__(self, val: Any = 0, left: Any = None, right: Any = None) -> None:
        self.val = val
        self.left = left
        self.right = right


CLASSES = {"ListNode": ListNode, "TreeNode": TreeNode}


def kind_of(annotation: str) -> "str | None":
    """Which of the classes `annotation` names, None when it is about something else."""
    return next((name for name in CLASSES if re.search(rf"\b{name}\b", annotation)), None)


def build(values: "list[Any]", annotations: "list[str]", namespace: "dict[str, Any]") -> "list[Any]":
    """The arguments of a call: arrays become nodes where the annotation says so.

    A cycle problem has one value more than parameters, `pos`: the tail is linked to that index. A TreeNode given as a
    number is the node of the first tree that has this value.
    """
    built: list[Any] = []
    for value, annotation in zip(values, annotations + [""] * len(values), strict=False):
        kind = kind_of(annotation)
        built.append(_one(kind, value, annotation, built, namespace) if kind else value)
    if len(values) == len(annotations) + 1 and kind_of("".join(annotations[:1])) == "ListNode":
        _link(built[0], built.pop())
    return built


def _one(kind: str, value: Any, annotation: str, before: "list[Any]", namespace: "dict[str, Any]") -> Any:
    cls = namespace.get(kind, CLASSES[kind])
    make = _list if kind == "ListNode" else _tree
    if value is None:
        return None
    if type(value) not in (list, tuple):
        return _find(before, value) if kind == "TreeNode" else value
    if LIST_OF.match(annotation):
        return [None if item is None else make(item, cls) for item in value]
    return make(value, cls)


def _new(cls: Any, value: Any, **links: Any) -> Any:
    try:
        node = cls(value)
    except TypeError:
        node = cls.__new__(cls)
        node.val = value
    for name, link in links.items():
        setattr(node, name, link)
    return node


def _list(values: "list[Any]", cls: Any) -> Any:
    head = None
    for value in reversed(values):
        head = _new(cls, value, next=head)
    return head


def _tree(values: "list[Any]", cls: Any) -> Any:
    rest = iter(values)
    first = next(rest, None)
    if first is None:
        return None
    root = _new(cls, first, left=None, right=None)
    waiting = deque([(root, "left"), (root, "right")])
    for value in rest:
        if not waiting:
            break
        parent, side = waiting.popleft()
        if value is not None:
            node = _new(cls, value, left=None, right=None)
            setattr(parent, side, node)
            waiting += [(node, "left"), (node, "right")]
    return root


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


def list_values(head: Any, most: int) -> "list[Any]":
    values: list[Any] = []
    while head is not None and len(values) <= most:
        values.append(head.val)
        head = head.next
    return values


def tree_values(root: Any, most: int) -> "list[Any]":
    """Level order, gaps as None, gaps at the end dropped."""
    values: list[Any] = []
    waiting = deque([root])
    while waiting and len(values) <= most:
        node = waiting.popleft()
        values.append(None if node is None else node.val)
        if node is not None:
            waiting += [node.left, node.right]
    while values and values[-1] is None:
        values.pop()
    return values


SHAPES = {"ListNode": list_values, "TreeNode": tree_values}
