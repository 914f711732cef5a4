"""Which calls a class with state takes: its constructor and methods, as its text tells. Python only; nothing is run."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsp_server.judge.inputs.shapes import Shape, shape_of

STATIC = frozenset({"staticmethod"})
HARMLESS_BASES = frozenset({"object", "Generic", "Protocol"})
ATTRIBUTES = frozenset({"property", "cached_property", "overload", "abstractmethod", "setter"})


@dataclass(frozen=True, slots=True)
class Described:
    """Parameters by name, with their shape where an annotation tells it; by method, "" being the constructor."""

    name: str
    methods: Mapping[str, Mapping[str, Shape | None]]


def class_with_state(source: str, name: str, focus: str) -> Described | None:
    """None for a class without state of its own, such as LeetCode's `Solution`, and for one that inherits it."""
    cls = next((each for each in ast.parse(source).body if isinstance(each, ast.ClassDef) and each.name == name), None)
    if cls is None or any(_name(base) not in HARMLESS_BASES for base in cls.bases) or not _keeps(cls):
        return None
    functions = {each.name: each for each in cls.body if isinstance(each, ast.FunctionDef)}
    made = _fields(cls) if _is_dataclass(cls) else _params(functions["__init__"]) if "__init__" in functions else {}
    public = {each: node for each, node in functions.items() if each == focus or not each.startswith("_")}
    callable_ = {each: node for each, node in public.items() if not ATTRIBUTES & set(map(_name, node.decorator_list))}
    if focus not in callable_ or focus == "__init__":
        return None
    return Described(name, {"": made, **{each: _params(node) for each, node in callable_.items()}})


def _keeps(cls: ast.ClassDef) -> bool:
    stores = (node for node in ast.walk(cls) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store))
    owned = any(isinstance(node.value, ast.Name) and node.value.id == "self" for node in stores)
    fields = any(isinstance(each, ast.Assign | ast.AnnAssign) for each in cls.body)
    made = any(isinstance(each, ast.FunctionDef) and each.name == "__init__" for each in cls.body)
    return owned or fields or made or _is_dataclass(cls)


def _is_dataclass(cls: ast.ClassDef) -> bool:
    return "dataclass" in map(_name, cls.decorator_list)


def _fields(cls: ast.ClassDef) -> dict[str, Shape | None]:
    """Those without a default, which every construction must name."""
    fields = [each for each in cls.body if isinstance(each, ast.AnnAssign) and each.value is None]
    return {
        each.target.id: shape_of(ast.unparse(each.annotation)) for each in fields if isinstance(each.target, ast.Name)
    }


def _params(function: ast.FunctionDef) -> dict[str, Shape | None]:
    """Without the object itself, and only as far as a call must go, or the types are known."""
    named = [*function.args.posonlyargs, *function.args.args]
    if not STATIC & set(map(_name, function.decorator_list)):
        named = named[1:]
    needed = len(named) - len(function.args.defaults)
    shapes = {each.arg: shape_of(ast.unparse(each.annotation)) if each.annotation else None for each in named}
    return {name: shape for at, (name, shape) in enumerate(shapes.items()) if at < needed or _known(shapes, at)}


def _known(shapes: Mapping[str, Shape | None], at: int) -> bool:
    """Whether this and all parameters before it can be given a value."""
    values: Sequence[Shape | None] = list(shapes.values())[: at + 1]
    return all(values)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Call(func=inner) | ast.Subscript(value=inner):
            return _name(inner)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""
