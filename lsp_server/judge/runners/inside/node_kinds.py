"""How each of LeetCode's node classes is written as an array. The same kinds as in `inside_node/node_kinds.js`.

A kind is its fields in the order of its constructor with their defaults, an array to nodes, and nodes to an array.
`make(**fields)` makes a node; `most` is how many items are wanted at most.
"""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Make = Callable[..., Any]


class Kind(NamedTuple):
    fields: "dict[str, Any]"
    build: "Callable[[list[Any], Make], Any]"
    items: "Callable[[Any, int], list[Any]]"


def node_class(name: str, kind: Kind) -> type:
    """`TreeNode(1, left, right)`; a default of list stands for a new one each time."""

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        given = {**dict(zip(kind.fields, values, strict=False)), **named}
        for field, default in kind.fields.items():
            setattr(self, field, given.get(field, default() if default is list else default))

    return type(name, (), {"__init__": __init__})


def chain(values: "list[Any]", make: Make) -> Any:
    head = None
    for value in reversed(values):
        head = make(val=value, next=head)
    return head


def chain_items(head: Any, most: int) -> "list[Any]":
    values: list[Any] = []
    while head is not None and len(values) <= most:
        values.append(head.val)
        head = head.next
    return values


def tree(values: "list[Any]", make: Make) -> Any:
    return _complete(values, lambda value: make(val=value), ("left", "right"))


def tree_items(root: Any, most: int) -> "list[Any]":
    return _levels(root, lambda node: (node.left, node.right), most, lambda node: node.val)


def _complete(values: "list[Any]", make: "Callable[[Any], Any]", sides: "tuple[str, ...]") -> Any:
    rest = iter(values)
    first = next(rest, None)
    if first is None:
        return None
    root = make(first)
    waiting = deque((root, side) for side in sides)
    for value in rest:
        if not waiting:
            break
        parent, side = waiting.popleft()
        if value is not None:
            node = make(value)
            setattr(parent, side, node)
            waiting += [(node, below) for below in sides]
    return root


def _levels(
    root: Any, below: "Callable[[Any], Iterable[Any]]", most: int, value: "Callable[[Any], Any]"
) -> "list[Any]":
    """Level order, gaps as None, gaps at the end dropped."""
    values: list[Any] = []
    waiting = deque([root])
    while waiting and len(values) <= most:
        node = waiting.popleft()
        values.append(None if node is None else value(node))
        if node is not None:
            waiting += below(node)
    return _without_gaps_at_the_end(values)


def _without_gaps_at_the_end(values: "list[Any]") -> "list[Any]":
    while values and values[-1] is None:
        values.pop()
    return values


def _family(values: "list[Any]", make: Make) -> Any:
    """`[1, None, 3, 2, None, 5]`: after the root, the children of each node in turn, each followed by None."""
    if not values:
        return None
    nodes, parent = [make(val=values[0], children=[])], 0
    for value in values[2:]:
        if value is None:
            parent += 1
        else:
            child = make(val=value, children=[])
            nodes[parent].children.append(child)
            nodes.append(child)
    return nodes[0]


def _family_items(root: Any, most: int) -> "list[Any]":
    values, waiting = [root.val, None], deque([root])
    while waiting and len(values) <= most:
        children: list[Any] = waiting.popleft().children or []
        values += [*(child.val for child in children), None]
        waiting += children
    return _without_gaps_at_the_end(values)


def _graph(values: "list[Any]", make: Make) -> Any:
    nodes = [make(val=k + 1, neighbors=[]) for k in range(len(values))]
    for node, near in zip(nodes, values, strict=True):
        node.neighbors = [nodes[value - 1] for value in near]
    return nodes[0] if nodes else None


def _graph_items(first: Any, most: int) -> "list[Any]":
    found, waiting = {first.val: first}, deque([first])
    while waiting and len(found) <= most:
        for near in waiting.popleft().neighbors:
            if near.val not in found:
                found[near.val] = near
                waiting.append(near)
    return [[near.val for near in found[value].neighbors] for value in sorted(found)]


def _random(values: "list[Any]", make: Make) -> Any:
    nodes = [make(val=value) for value, _ in values]
    for k, (node, (_, place)) in enumerate(zip(nodes, values, strict=True)):
        node.next = nodes[k + 1] if k + 1 < len(nodes) else None
        node.random = None if place is None else nodes[place]
    return nodes[0] if nodes else None


def _random_items(head: Any, most: int) -> "list[Any]":
    nodes: list[Any] = []
    places: dict[int, int] = {}
    while head is not None and id(head) not in places and len(nodes) <= most:
        places[id(head)] = len(nodes)
        nodes.append(head)
        head = head.next
    return [[node.val, None if node.random is None else places.get(id(node.random))] for node in nodes]


CORNERS = ("topLeft", "topRight", "bottomLeft", "bottomRight")


def _quad(values: "list[Any]", make: Make) -> Any:
    return _complete(values, lambda pair: make(isLeaf=bool(pair[0]), val=bool(pair[1])), CORNERS)


def _quad_items(root: Any, most: int) -> "list[Any]":
    def corners(node: Any) -> "list[Any]":
        return [getattr(node, name) for name in CORNERS]

    return _levels(root, corners, most, lambda node: [int(bool(node.isLeaf)), int(bool(node.val))])


WRONG_PREV = "wrong prev"
"""Stands behind a node whose `prev` is not the one before it: no list that a statement shows holds these words."""


def _multilevel(values: "list[Any]", make: Make) -> Any:
    """`[1, 2, None, None, 3]`: a level, None, then a None for each node of it before the one with the child."""
    level, above, skipped = list[Any](), list[Any](), 0
    head = None
    for value in values:
        if value is None:
            above, level, skipped = (level, [], 0) if level else (above, [], skipped + 1)
            continue
        node = make(val=value, prev=level[-1] if level else None)
        if level:
            level[-1].next = node
        elif above:
            above[skipped].child = node
        head = head or node
        level.append(node)
    return head


def _multilevel_items(head: Any, most: int) -> "list[Any]":
    values: list[Any] = []
    while head is not None and len(values) <= most:
        level: list[Any] = []
        while head is not None and len(level) <= most:
            level.append(head)
            head = head.next
        for before, node in zip([None, *level], level, strict=False):
            values += [node.val] if node.prev is before else [node.val, WRONG_PREV]
        place = next((k for k, node in enumerate(level) if node.child is not None), None)
        if place is not None:
            head = level[place].child
            values += [None] * (place + 1)
    return values


def _next_items(first: Any, most: int) -> "list[Any]":
    """Each level along its `next`, ended by "#"."""
    values: list[Any] = []
    while first is not None and len(values) <= most:
        node, first = first, None
        while node is not None and len(values) <= most:
            values.append(node.val)
            first = first or node.left or node.right
            node = node.next
        values.append("#")
    return values


def _with_parents(values: "list[Any]", make: Make) -> Any:
    root = tree(values, make)
    waiting = deque([root])
    while waiting:
        node = waiting.popleft()
        for child in (node.left, node.right) if node is not None else ():
            if child is not None:
                child.parent = node
                waiting.append(child)
    return root


def _ring_items(root: Any, most: int) -> "list[Any]":
    """A search tree, or the ring of a sorted list that it was turned into."""
    is_ring = root.left is not None and root.left.right is root
    return _along(root, "right", most) if is_ring else tree_items(root, most)


def _circle(values: "list[Any]", make: Make) -> Any:
    head = last = chain(values, make)
    while last is not None and last.next is not None:
        last = last.next
    if last is not None:
        last.next = head
    return head


def _circle_items(head: Any, most: int) -> "list[Any]":
    return _along(head, "next", most)


def _along(head: Any, field: str, most: int) -> "list[Any]":
    values, node = [head.val], getattr(head, field)
    while node is not None and node is not head and len(values) <= most:
        values.append(node.val)
        node = getattr(node, field)
    return values


LIST = Kind({"val": 0, "next": None}, chain, chain_items)
TREE = Kind({"val": 0, "left": None, "right": None}, tree, tree_items)
NODE: "dict[str, Kind]" = {
    "children": Kind({"val": None, "children": list}, _family, _family_items),
    "neighbors": Kind({"val": 0, "neighbors": list}, _graph, _graph_items),
    "random": Kind({"val": 0, "next": None, "random": None}, _random, _random_items),
    "quad": Kind({"val": 0, "isLeaf": False, **dict.fromkeys(CORNERS)}, _quad, _quad_items),
    "multilevel": Kind({"val": 0, "prev": None, "next": None, "child": None}, _multilevel, _multilevel_items),
    "next": Kind({"val": 0, "left": None, "right": None, "next": None}, tree, _next_items),
    "parent": Kind({"val": 0, "left": None, "right": None, "parent": None}, _with_parents, tree_items),
    "ring": Kind({"val": 0, "left": None, "right": None}, tree, _ring_items),
    "list": Kind({"val": 0, "next": None}, chain, chain_items),
    "circle": Kind({"val": 0, "next": None}, _circle, _circle_items),
}
"""The shapes of `Node`, by the names of `node_variant.py`."""
