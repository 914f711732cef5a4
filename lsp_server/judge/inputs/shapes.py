"""What values a parameter takes: a tree of `Shape`s, read from an annotation or from values that were given."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

Kind = Literal["int", "float", "bool", "str", "bytes", "none", "list", "tuple", "set", "dict", "either", "only", "tree"]


@dataclass(frozen=True, slots=True)
class Shape:
    """`of` are the shapes of items (list, set: one; tuple: one per place; dict: key and value; either: alternatives).

    low, high     bounds of a number            least, most   bounds of a length
    alphabet      characters of a string        even          all items have the same length (a matrix)
    ordered, distinct, permutation              what is promised of a list
    choices       the values of a Literal       open          a tuple of any length
    """

    kind: Kind
    of: tuple["Shape", ...] = ()
    low: float | None = None
    high: float | None = None
    least: int = 0
    most: int | None = None
    alphabet: str = ""
    ordered: bool = False
    distinct: bool = False
    permutation: bool = False
    even: bool = False
    open: bool = False
    choices: tuple[Any, ...] = ()

    @property
    def item(self) -> "Shape":
        return self.of[0] if self.of else INT

    @property
    def sized(self) -> bool:
        """Whether a value can be made larger by making it longer."""
        return self.kind in ("list", "set", "dict", "str", "bytes", "tree") or (self.kind == "tuple" and self.open)


INT, FLOAT, BOOL, STR, BYTES, NONE = (Shape(kind) for kind in ("int", "float", "bool", "str", "bytes", "none"))
_PLAIN: Mapping[str, Shape] = {
    "int": INT, "float": FLOAT, "bool": BOOL, "str": STR, "bytes": BYTES, "None": NONE, "complex": FLOAT,
    "Any": INT, "object": INT, "Hashable": INT, "ListNode": Shape("list", (INT,)), "TreeNode": Shape("tree", (INT,)),
}  # fmt: skip
_LISTS = frozenset({
    "list", "List", "Sequence", "Iterable", "Collection", "MutableSequence", "Iterator", "Reversible", "Deque", "deque",
})  # fmt: skip
_SETS = frozenset({"set", "Set", "FrozenSet", "frozenset", "AbstractSet", "MutableSet"})
_DICTS = frozenset({"dict", "Dict", "Mapping", "MutableMapping", "DefaultDict", "OrderedDict", "Counter"})


def shape_of(annotation: str) -> Shape | None:
    """None when the annotation is missing, names a class of the file, or does not say what is in a container."""
    try:
        return _read(ast.parse(annotation.strip() or "?", mode="eval").body)
    except (SyntaxError, ValueError):
        return None


def _read(node: ast.expr) -> Shape | None:
    match node:
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=str(text)):
            return shape_of(text)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _PLAIN.get(name)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _either([left, right])
        case ast.Subscript(value=(ast.Name(id=name) | ast.Attribute(attr=name)), slice=inner):
            return _generic(name, list(inner.elts) if isinstance(inner, ast.Tuple) else [inner])
        case _:
            return None


def _generic(name: str, inner: Sequence[ast.expr]) -> Shape | None:
    if name == "Literal":
        values = tuple(each.value for each in inner if isinstance(each, ast.Constant))
        return Shape("only", choices=values) if values else None
    if name in ("Optional", "Union"):
        return _either([*inner, *([ast.Constant(None)] if name == "Optional" else [])])
    shapes = [_read(each) for each in inner if not (isinstance(each, ast.Constant) and each.value is ...)]
    known = tuple(each for each in shapes if each)
    if len(known) < len(shapes) or not known:
        return None
    for names, make in _GENERICS:
        if name in names:
            return make(known, len(inner))
    return None


_GENERICS: tuple[tuple[frozenset[str], Callable[[tuple[Shape, ...], int], Shape | None]], ...] = (
    (_LISTS, lambda of, _: Shape("list", of[:1])),
    (_SETS, lambda of, _: Shape("set", of[:1])),
    (_DICTS, lambda of, _: Shape("dict", of[:2] if len(of) > 1 else (*of, INT))),
    (frozenset({"tuple", "Tuple"}), lambda of, written: Shape("tuple", of, open=written > len(of))),
    (frozenset({"Final", "Annotated", "ClassVar"}), lambda of, _: of[0]),
)


def _either(parts: Sequence[ast.expr]) -> Shape | None:
    """A list or tree that may be None is simply empty."""
    known = [each for each in map(_read, parts) if each]
    if len(known) < len(parts):
        return None
    nodes = [part for part in parts if isinstance(part, ast.Name) and part.id in ("ListNode", "TreeNode")]
    return known[0] if nodes or len(known) == 1 else Shape("either", tuple(known))


def shape_of_values(values: Sequence[Any]) -> Shape | None:
    """The shape that all `values` have; None of no values, or of values that have no common one."""
    shapes = [_of_value(value) for value in values]
    return _common([each for each in shapes if each]) if shapes and all(shapes) else None


def _of_value(value: Any) -> Shape | None:
    for kind, name in ((bool, "bool"), (int, "int"), (float, "float"), (str, "str"), (bytes, "bytes")):
        if isinstance(value, kind):
            return Shape(cast("Kind", name))
    if value is None:
        return NONE
    if isinstance(value, tuple):
        inner = [_of_value(item) for item in cast("tuple[Any, ...]", value)]
        return Shape("tuple", tuple(each for each in inner if each))
    if isinstance(value, dict):
        pairs = cast("dict[Any, Any]", value)
        of = (_items(list(pairs.keys())), _items(list(pairs.values())))
        return Shape("dict", of)
    if isinstance(value, list | set | frozenset):
        items = list(cast("Sequence[Any]", value))
        return Shape("list" if isinstance(value, list) else "set", (_items(items),), even=_even(items))
    return None


def _items(items: Sequence[Any]) -> Shape:
    """What the items have in common, or their alternatives: `[1, [2, [3]]]` holds numbers and lists of such."""
    shapes = tuple(dict.fromkeys(each for item in items if (each := _of_value(item))))
    return shape_of_values(items) or (Shape("either", shapes) if len(shapes) > 1 else INT)


def _even(items: Sequence[Any]) -> bool:
    lengths = [len(cast("list[Any]", item)) for item in items if isinstance(item, list)]
    return len(items) > 1 and len(lengths) == len(items) and len(set(lengths)) == 1


def _common(shapes: Sequence[Shape]) -> Shape | None:
    first, *rest = shapes
    for other in rest:
        if joined := _joined(first, other):
            first = joined
        else:
            return None
    return first


def _joined(one: Shape, other: Shape) -> Shape | None:
    for either, part in ((one, other), (other, one)):
        if either.kind == "either" and any(each.kind == part.kind for each in either.of):
            return either
    if one.kind != other.kind:
        numbers = {one.kind, other.kind} <= {"int", "float"}
        return FLOAT if numbers else Shape("either", (one, other)) if NONE in (one, other) else None
    if len(one.of) != len(other.of):
        items = _common([*one.of, *other.of])
        return Shape(one.kind, (items,), open=True) if items else None
    inner = [_joined(a, b) for a, b in zip(one.of, other.of, strict=True)]
    known = tuple(each for each in inner if each)
    return replace(one, of=known, even=one.even and other.even) if len(known) == len(inner) else None


def takes(shape: Shape, value: Any) -> bool:
    """Whether a value is of the classes that a shape has, as far as its items go."""
    if shape.kind in ("either", "only"):
        return any(takes(each, value) for each in shape.of) or value in shape.choices
    classes = _CLASSES.get(shape.kind)
    if classes is None or not isinstance(value, classes) or (isinstance(value, bool) and shape.kind != "bool"):
        return False
    if shape.kind in ("list", "set", "tree"):
        return all(item is None or takes(shape.item, item) for item in cast("Sequence[Any]", value))
    return True


_CLASSES: Mapping[str, type | tuple[type, ...]] = {
    "int": int, "float": (int, float), "bool": bool, "str": str, "bytes": bytes, "none": type(None),
    "list": list, "tree": list, "tuple": tuple, "set": (set, frozenset), "dict": dict,
}  # fmt: skip
