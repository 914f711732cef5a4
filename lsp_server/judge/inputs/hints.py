"""What a parameter without a type may be, as its name, its default value and its use in the body tell. Python only.

Hints decide between kinds that a function runs with all the same: `fib(n)` takes 2.5 without a word, and is not meant
to. They only order or drop guesses, which `domain.py` then tries; no code is run here.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsp_server.judge.inputs.constants import Constants
from lsp_server.judge.inputs.shapes import FLOAT, INT, NONE, STR, Shape, shape_of_values
from lsp_server.judge.inputs.values import edges
from lsp_server.judge.runners.inside.codec import Once

LIST, TEXTS, GRID = Shape("list", (INT,)), Shape("list", (STR,)), Shape("list", (Shape("list", (INT,)),), even=True)
DICT, SET = Shape("dict", (STR, INT)), Shape("set", (INT,))
GUESSES: Sequence[Shape] = (LIST, INT, STR, TEXTS, GRID, FLOAT, DICT, SET)
"""What a parameter without a type may be, the likelier first."""
HALVES = Shape("only", choices=(0.5, -1.5, 2.0, 2.5, 0.25))
"""Fractions whose sums are exact in any order."""

_NUMBERS = r"nums?\d?|numbers|prices|heights|weights|scores|ints|integers|costs|coins|times"
_NAMED: Sequence[tuple[str, Shape]] = (
    (
        r"[nkmij]|num|target|total|count|size|limit|length|index|depth|steps?|amount|(?:n|num|max|min)_\w+|\w+_count",
        INT,
    ),
    (rf"{_NUMBERS}|values|arr\d?|array|xs", LIST),
    (r"[st]\d?|text|word|string|sentence|line|phrase|name", STR),
    (r"words|strings|strs|names|lines|sentences|tokens", TEXTS),
    (r"grid|matrix|board|image|table|rows|points|intervals|edges|pairs", GRID),
    (r"mapping|dictionary|counts|lookup", DICT),
)
"""What a name says, where it says anything."""
_LISTS, _TEXTUAL = frozenset({LIST, TEXTS, GRID}), frozenset({STR, TEXTS})
_BARE: Mapping[str, frozenset[Shape]] = {
    **dict.fromkeys(("list", "List", "Sequence", "Iterable"), _LISTS),
    **dict.fromkeys(("dict", "Dict", "Mapping"), frozenset({DICT})),
    **dict.fromkeys(("set", "Set"), frozenset({SET})),
}
"""Annotations that do not say what is inside."""
_TEXT_METHODS = frozenset(
    "lower upper split strip startswith endswith isalpha isdigit isalnum isupper islower replace find join".split()
)
_USES: Sequence[tuple[frozenset[str], frozenset[Shape]]] = (
    (frozenset("append sort extend insert".split()), _LISTS),
    (_TEXT_METHODS, frozenset({STR})),
    (frozenset("items keys values setdefault".split()), frozenset({DICT})),
    (frozenset("add discard union issubset".split()), frozenset({SET})),
    (frozenset({"whole"}), frozenset({INT})),
    (frozenset({"number"}), frozenset({INT, FLOAT})),
    (frozenset({"holds"}), frozenset(GUESSES) - {INT, FLOAT}),
)
"""By the words of `_uses`, the surest first."""
_WHOLE = (ast.Mod, ast.FloorDiv, ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift, ast.RShift)
_OVER = frozenset({"enumerate", "zip", "sorted", "reversed", "iter", "set", "list"})
MOST_ONCE = 12
_Is = Callable[[ast.expr], bool]


@dataclass(frozen=True, slots=True)
class Hints:
    """`options`: what it may be, the likelier first. `beside`: kinds of which a rewrite must be the same, too, if the
    function takes them when the first option is what it takes."""

    options: tuple[Shape, ...]
    beside: tuple[Shape, ...] = ()


def hints(code: str, name: str, annotation: str = "") -> Hints:
    """Of the parameter `name` of the function whose text is `code`; all guesses when nothing is known."""
    try:
        function = ast.parse(code)
    except (SyntaxError, ValueError):
        return Hints(tuple(GUESSES))
    if default := _default(function, name):
        return Hints((default,))
    allowed = _BARE.get(annotation.rpartition(".")[2]) or _used_as(function, name)
    named = next((shape for pattern, shape in _NAMED if re.fullmatch(pattern, name)), None)
    options = tuple(sorted((each for each in GUESSES if each in allowed), key=lambda each: each != named))
    nothing = (NONE,) if re.search(rf"\b{name}\s*=\s*None\b", code.partition("\n")[0]) else ()
    return Hints(options, (*_beside(function, name, options[0]), *nothing))


def as_annotated(annotation: str, shape: Shape) -> Hints:
    """A sequence may be a tuple, and what is only iterable something that can be gone through once."""
    said = re.match(r"['\"]?(?:\w+\.)*(Iterable|Collection|Sequence)\[", annotation)
    if not said or shape.kind != "list":
        return Hints((shape,))
    once = Shape("only", choices=tuple(map(Once, edges(shape, Constants())[:MOST_ONCE])))
    return Hints((shape,), (Shape("tuple", shape.of, open=True), *([once] if said[1] == "Iterable" else [])))


def _default(function: ast.AST, name: str) -> Shape | None:
    """The kind of a default that says one: `k=1`, not `seen=None`."""
    for node in ast.walk(function):
        if isinstance(node, ast.arguments):
            last = [*node.posonlyargs, *node.args][-len(node.defaults) :] if node.defaults else []
            for argument, value in zip(last, node.defaults, strict=True):
                if argument.arg == name and isinstance(value, ast.Constant) and value.value is not None:
                    return shape_of_values([value.value])
    return None


def _used_as(function: ast.AST, name: str) -> frozenset[Shape]:
    """The kinds that its uses, and those of its items, leave."""
    uses = set(_uses(function, _named(name)))
    found = next((shapes for words, shapes in _USES if words & uses), frozenset(GUESSES))
    items = set(_uses(function, _items(function, name)))
    if items & (_TEXT_METHODS | {"text"}):
        return found & _TEXTUAL or found
    return found & {LIST, SET} or found if items & {"whole", "number"} else found


def _beside(function: ast.AST, name: str, shape: Shape) -> tuple[Shape, ...]:
    """Fractions where nothing says whole numbers; words, too, for items that nobody calculates with."""
    if shape == INT:
        says_whole = re.fullmatch(_NAMED[0][0], name) or "whole" in _uses(function, _named(name))
        return () if says_whole else (HALVES,)
    items = set(_uses(function, _items(function, name)))
    if shape != LIST or "whole" in items:
        return ()
    numbers = items & {"number", "arithmetic"} or _is_summed(function, name) or re.fullmatch(_NUMBERS, name)
    return (Shape("list", (HALVES,)), *(() if numbers else (TEXTS,)))


def _is_summed(function: ast.AST, name: str) -> bool:
    return any(re.match(rf"(?:math\.)?(?:sum|prod|fsum)\({name}\b", ast.unparse(call)) for call in _calls(function))


def _calls(function: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(function) if isinstance(node, ast.Call))


def _named(*names: str) -> _Is:
    return lambda node: isinstance(node, ast.Name) and node.id in names


def _items(function: ast.AST, name: str) -> _Is:
    """What is an item of it: `p[i]`, and the names that loops and assignments give one."""
    names: set[str] = set()
    for node in ast.walk(function):
        match node:
            case ast.For(target=target, iter=over) | ast.comprehension(target=target, iter=over):
                names |= _bound(target, over, name)
            case ast.Assign(targets=[ast.Name(id=other)], value=value) if _is_item(value, name):
                names.add(other)
            case _:
                pass
    return lambda node: _named(*names)(node) or _is_item(node, name)


def _is_item(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Subscript(value=ast.Name(id=owner), slice=index):
            return owner == name and not isinstance(index, ast.Slice)
        case _:
            return False


def _bound(target: ast.expr, over: ast.expr, name: str) -> set[str]:
    """The names that going over it, or over `enumerate(it)` and the like, gives an item."""
    match target, over:
        case ast.Tuple(elts=[_, inner]), ast.Call(func=ast.Name(id="enumerate"), args=[source, *_]):
            return _bound(inner, source, name)
        case ast.Name(id=bound), ast.Call(func=ast.Name(id=called), args=[source, *_]) if called in _OVER:
            return _bound(ast.Name(bound), source, name)
        case ast.Name(id=bound), (ast.Name(id=owner) | ast.Subscript(value=ast.Name(id=owner), slice=ast.Slice())):
            return {bound} if owner == name else set()
        case _:
            return set()


def _uses(function: ast.AST, is_it: _Is) -> Iterator[str]:
    """Words for what is done with it: names of methods, and those of `_USES`, "arithmetic" and "text"."""
    for node in ast.walk(function):
        match node:
            case ast.Attribute(value=value, attr=method) if is_it(value):
                yield method
            case ast.Call(func=ast.Name(id="range"), args=args) if any(_reckons(each, is_it) for each in args):
                yield "whole"
            case ast.Call(func=ast.Name(id="len"), args=[value]) | ast.Subscript(value=value) if is_it(value):
                yield "holds"
            case ast.For(iter=over) | ast.comprehension(iter=over) if is_it(over):
                yield "holds"
            case ast.Slice(lower=lower, upper=upper) if any(each and _reckons(each, is_it) for each in (lower, upper)):
                yield "whole"
            case ast.BinOp(left=left, op=op, right=right) if is_it(left) or is_it(right):
                yield _reckoned(op, left, right)
            case ast.AugAssign(target=left, op=op, value=right) if is_it(left) or is_it(right):
                yield _reckoned(op, left, right)
            case ast.Compare(left=left, comparators=[right]) if is_it(left) or is_it(right):
                yield _compared(left, right)
            case _:
                pass


def _reckoned(op: ast.operator, left: ast.expr, right: ast.expr) -> str:
    """`n % 2` is of whole numbers, `n - 1` of numbers, `a + b` can be anything that has a sum."""
    if isinstance(op, ast.Mod) and _is_constant(left, str):
        return "formatted"
    if isinstance(op, _WHOLE) or (isinstance(op, ast.Mult) and isinstance(left, ast.List)):
        return "whole"
    plain = isinstance(op, ast.Div | ast.Pow) or any(_is_constant(each, int, float) for each in (left, right))
    return "number" if plain and not isinstance(op, ast.Mult) else "arithmetic"


def _compared(left: ast.expr, right: ast.expr) -> str:
    if _is_constant(left, str) or _is_constant(right, str):
        return "text"
    return "number" if _is_number(left) or _is_number(right) else "compared"


def _is_number(node: ast.expr) -> bool:
    """A constant, what was calculated, or a length."""
    match node:
        case ast.Call(func=ast.Name(id=("len" | "sum" | "abs" | "int"))):
            return True
        case ast.BinOp():
            return not any(_is_constant(each, str) for each in (node.left, node.right))
        case _:
            return _is_constant(node, int, float)


def _is_constant(node: ast.expr, *kinds: type) -> bool:
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant) and type(inner.value) in kinds


def _reckons(node: ast.expr, is_it: _Is) -> bool:
    """Whether it is it, or a sum or the like with it."""
    match node:
        case ast.BinOp(left=left, right=right):
            return _reckons(left, is_it) or _reckons(right, is_it)
        case _:
            return is_it(node)
