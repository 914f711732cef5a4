"""Values as JSON, both ways, for everything that statements write and candidates return. Runs inside and outside.

Plain JSON for None, bool, str, finite floats, ints below 2**53 and lists; `{"t": tag, "v": ...}` for the rest. What
cannot be carried (an object of the candidate's, a cycle, too deep a nest) becomes `Opaque`, which equals nothing.
Exact types are asked of `type`, never of the value, so that a class which lies about itself gains nothing.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, NamedTuple, cast

MOST_DEPTH = 100
MOST_REPR = 2000
SAFE_INT = 1 << 53


class Opaque(NamedTuple):
    """Something that was returned but has no value here; `text` describes it to people."""

    kind: str
    text: str

    def __repr__(self) -> str:
        return self.text


class Nodes(NamedTuple):
    """A linked list or a tree, as the array that LeetCode writes for it."""

    kind: str
    items: list[Any]

    def __repr__(self) -> str:
        return repr(self.items)


class Chain(NamedTuple):
    """Nodes of a list or a tree, by their array, of which an argument is one. It only goes in.

    enter  which of the nodes is given to the candidate
    join   the node of the first chain of the call that follows the last one of this (-1: none)
    loop   the node of this list that follows its last one (-1: none)
    """

    items: list[Any]
    enter: int
    join: int
    loop: int


class Once(NamedTuple):
    """What can be gone through only once, by its items. It only goes in."""

    items: list[Any]

    def __repr__(self) -> str:
        return f"iter({self.items!r})"


class Script(NamedTuple):
    """An expression in the candidate's language, to be evaluated inside. It only goes in."""

    text: str


class TooLargeError(Exception):
    """The value would take more than the output limit."""


Shapes = dict[str, Callable[[Any, int], "list[Any] | None"]]
"""The array that stands for an object, by the name of its class; None when the object is something else."""


class Encoder:
    """`room` is about how many characters the result may have. `shapes` encodes objects by the name of their class."""

    def __init__(self, room: int, shapes: "Shapes | None" = None) -> None:
        self.room = room
        self.shapes = shapes or {}
        self.above: list[int] = []

    def encode(self, value: Any) -> Any:
        self.spend(1)
        for kind in _kinds(value):
            if scalar := SCALARS.get(kind):
                return scalar(self, value)
            if container := CONTAINERS.get(kind):
                return self.nested(value, container)
        return self.object(value)

    def spend(self, amount: int) -> None:
        self.room -= amount
        if self.room < 0:
            raise TooLargeError

    def nested(self, value: Any, container: "Callable[[Encoder, Any], Any]") -> Any:
        if id(value) in self.above:
            return {"t": "opaque", "v": ["cycle", "..."]}
        if len(self.above) >= MOST_DEPTH:
            return {"t": "opaque", "v": ["deep", "..."]}
        self.above.append(id(value))
        try:
            return container(self, value)
        finally:
            self.above.pop()

    def items(self, values: Iterable[Any]) -> list[Any]:
        return [self.encode(value) for value in values]

    def object(self, value: Any) -> Any:
        name = type.__dict__["__name__"].__get__(type(value))
        shape = self.shapes.get(name)
        if shape and (items := shape(value, self.room)) is not None:
            return {"t": "nodes", "v": [name, self.items(items)]}
        if _has(value, "__next__"):
            return self.nested(value, lambda me, it: me.items(islice(it, me.room + 1)))
        if _has(value, "tolist"):
            return self.encode(value.tolist())
        text = safe_repr(value)
        self.spend(len(text))
        return {"t": "opaque", "v": [name, text]}


def safe_repr(value: Any) -> str:
    try:
        return str.__str__(repr(value))[:MOST_REPR]
    except BaseException as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"


def decode(data: Any) -> Any:
    """The inverse of `Encoder.encode`. Raises ValueError on data that no encoder of ours has made."""
    if isinstance(data, list):
        return [decode(item) for item in cast("list[Any]", data)]
    if not isinstance(data, dict):
        return data
    try:
        return DECODERS[data["t"]](data["v"])
    except (KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
        raise ValueError(f"not a value: {error}") from error


def _kinds(value: Any) -> "tuple[type, ...]":
    return type.__dict__["__mro__"].__get__(type(value))


def _has(value: Any, name: str) -> bool:
    return any(name in type.__dict__["__dict__"].__get__(kind) for kind in _kinds(value))


def _int(me: Encoder, value: Any) -> Any:
    value = int.__int__(value)
    if -SAFE_INT < value < SAFE_INT:
        return value
    me.spend(value.bit_length() // 4)
    return {"t": "int", "v": hex(value)}


def _float(me: Encoder, value: Any) -> Any:
    value = float.__float__(value)
    return value if math.isfinite(value) else {"t": "float", "v": float.__repr__(value)}


def _str(me: Encoder, value: Any) -> str:
    value = str.__str__(value)
    me.spend(len(value))
    return value


def _bytes(me: Encoder, value: Any) -> Any:
    text = bytes(memoryview(value)).hex()
    me.spend(len(text))
    return {"t": "bytes", "v": text}


def _dict(me: Encoder, value: Any) -> Any:
    return {"t": "dict", "v": [[me.encode(key), me.encode(item)] for key, item in METHODS["items"](value)]}


METHODS: "dict[str, Any]" = {kind.__name__: vars(kind)["__iter__"] for kind in (list, tuple, set, frozenset, deque)}
METHODS["items"] = vars(dict)["items"]
"""The built-in ones, which an override in a subclass does not reach."""

SCALARS: "dict[type, Callable[[Encoder, Any], Any]]" = {
    type(None): lambda me, value: None,
    bool: lambda me, value: value,
    int: _int,
    float: _float,
    complex: lambda me, value: {"t": "complex", "v": [me.encode(value.real), me.encode(value.imag)]},
    str: _str,
    bytes: _bytes,
    bytearray: _bytes,
}
VIEWS: "list[Any]" = [dict[Any, Any]().keys(), dict[Any, Any]().values(), dict[Any, Any]().items()]
CONTAINERS: "dict[type, Callable[[Encoder, Any], Any]]" = {
    Script: lambda me, value: {"t": "code", "v": METHODS["tuple"](value).__next__()},
    Once: lambda me, value: {"t": "once", "v": me.encode(METHODS["tuple"](value).__next__())},
    Chain: lambda me, value: {"t": "chain", "v": me.items(METHODS["tuple"](value))},
    list: lambda me, value: me.items(METHODS["list"](value)),
    tuple: lambda me, value: {"t": "tuple", "v": me.items(METHODS["tuple"](value))},
    set: lambda me, value: {"t": "set", "v": me.items(METHODS["set"](value))},
    frozenset: lambda me, value: {"t": "set", "v": me.items(METHODS["frozenset"](value))},
    dict: _dict,
    deque: lambda me, value: me.items(METHODS["deque"](value)),
    range: lambda me, value: me.items(islice(value, me.room + 1)),
    **{type(view): lambda me, value: me.items(value) for view in VIEWS},
}
DECODERS: "dict[str, Callable[[Any], Any]]" = {
    "int": lambda v: int(v, 16),
    "float": float,
    "bytes": bytes.fromhex,
    "complex": lambda v: complex(decode(v[0]), decode(v[1])),
    "tuple": lambda v: tuple(map(decode, v)),
    "set": lambda v: set(map(decode, v)),
    "dict": lambda v: {decode(key): decode(item) for key, item in v},
    "opaque": lambda v: Opaque(str(v[0]), str(v[1])),
    "nodes": lambda v: Nodes(str(v[0]), decode(v[1])),
    "chain": lambda v: Chain(*map(decode, v)),
    "once": lambda v: iter(decode(v)),
}
