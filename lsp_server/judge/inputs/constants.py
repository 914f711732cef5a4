"""The values that a function's own code tests against: a rewrite that is wrong for one of them must be found out.

Constants are read from the text, constant expressions are worked out (`10**5`, `ord('a')`); no code is run.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, isqrt, nan
from typing import Any

MOST_BITS = 200
_UNUSUAL = re.compile(r"\b(?:nan|isnan|inf|isinf|isfinite)\b|\b(\w+)\s*[!=]=\s*\1\b(?![.\[(])")
"""Code that has such numbers in mind; a value that is compared with itself is one."""
_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.FloorDiv: lambda a, b: a // b,
    ast.Div: lambda a, b: a / b,
    ast.Mod: lambda a, b: a % b,
    ast.RShift: lambda a, b: a >> b,
    ast.BitOr: lambda a, b: a | b,
    ast.BitXor: lambda a, b: a ^ b,
    ast.BitAnd: lambda a, b: a & b,
}
_CALLS: Mapping[str, Callable[..., Any]] = {
    "ord": ord, "chr": chr, "int": int, "len": len, "float": float, "abs": abs, "str": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constants:
    """`numbers` come with their neighbours, double and root; `texts` are the strings."""

    ints: tuple[int, ...] = ()
    floats: tuple[float, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        return bool(self.ints or self.floats or self.texts)

    def without(self, known: "Constants") -> "Constants":
        return Constants(
            tuple(each for each in self.ints if each not in known.ints),
            tuple(each for each in self.floats if each not in known.floats),
            tuple(each for each in self.texts if each not in known.texts),
        )


def constants_of(*codes: str) -> Constants:
    """Those of pieces of Python; a piece that cannot be parsed has none."""
    values = {repr(value): value for code in codes for value in _values(code)}.values()
    ints = {near for value in values if type(value) is int for near in _near(value)}
    floats = {value for value in values if isinstance(value, float)}
    floats |= {nan, inf, -inf} if any(map(_UNUSUAL.search, codes)) else set[float]()
    texts = {value for value in values if isinstance(value, str) and len(value) < 200}
    return Constants(tuple(sorted(ints, key=abs)), tuple(sorted(floats, key=repr)), tuple(sorted(texts)))


def _values(code: str) -> list[Any]:
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return []
    documented = {id(node) for node in _docstrings(tree)}
    found = [_value(node) for node in ast.walk(tree) if isinstance(node, ast.expr) and id(node) not in documented]
    return [value for value in found if value is not None]


def _docstrings(tree: ast.AST) -> list[ast.expr]:
    return [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]


def _value(node: ast.expr) -> Any:
    """What a constant expression stands for, None for others."""
    try:
        match node:
            case ast.Constant(value=(bool() | None)):
                return None
            case ast.Constant(value=value):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=inner) if (value := _value(inner)) is not None:
                return -value
            case ast.BinOp(left=left, op=op, right=right):
                return _combined(_value(left), op, _value(right))
            case ast.Call(func=ast.Name(id=name), args=[inner]) if name in _CALLS:
                value = _value(inner)
                return None if value is None else _CALLS[name](value)
            case _:
                return None
    except (TypeError, ValueError, ArithmeticError):
        return None


def _combined(left: Any, op: ast.operator, right: Any) -> Any:
    """None where the result would be huge, too: nobody compares with that."""
    if not all(isinstance(each, int) and abs(each) < 1 << MOST_BITS for each in (left, right)):
        return None
    if isinstance(op, ast.Pow | ast.LShift):
        if not 0 <= right < MOST_BITS or abs(left) > 1 << 16:
            return None
        return left**right if isinstance(op, ast.Pow) else left << right
    return _BINARY[type(op)](left, right) if type(op) in _BINARY else None


def _near(value: int) -> set[int]:
    roots = {isqrt(value)} if value > 3 and isqrt(value) ** 2 == value else set[int]()
    return {value - 1, value, value + 1, -value, value * 2, *roots}
