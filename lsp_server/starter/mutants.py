"""Wrong versions of right solutions, for exercises in repair: small mistakes of the kind that people and models make.

Each mutant differs from the original in one place, and comes with a sentence that says what is wrong with it.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from random import Random

Mistake = tuple[str, str]
"""The wrong code, and one short sentence that says what was wrong."""

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Mod: ast.FloorDiv,
    ast.FloorDiv: ast.Mod,
}
_NAMES = {
    "max": "min",
    "min": "max",
    "sum": "len",
    "any": "all",
    "all": "any",
    "upper": "lower",
    "lower": "upper",
    "append": "extend",
}


def mutant(code: str, rng: Random) -> Mistake | None:
    """One wrong version of `code`, or None where nothing can be changed. It compiles; whether it fails is not known."""
    places = list(_places(ast.parse(code)))
    if not places:
        return None
    index = rng.randrange(len(places))
    tree = ast.parse(code)
    said = list(_places(tree))[index](rng)
    return (wrong, said) if (wrong := ast.unparse(ast.fix_missing_locations(tree))) != code else None


def _places(tree: ast.Module) -> Iterator[Callable[[Random], str]]:
    """One function for each place that can be changed; it changes the tree and says what is wrong now."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
            yield lambda _, node=node: _compare(node)
        elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            yield lambda _, node=node: _operate(node)
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield lambda rng, node=node, right=node.value: _constant(node, right, rng)
        elif isinstance(node, ast.Name) and node.id in _NAMES:
            yield lambda _, node=node: _name(node)
        elif isinstance(node, ast.Attribute) and node.attr in _NAMES:
            yield lambda _, node=node: _attribute(node)
        elif isinstance(node, ast.FunctionDef) and len(node.body) > 2:
            yield lambda rng, node=node: _drop(node, rng)


def _compare(node: ast.Compare) -> str:
    right = copy.deepcopy(node)
    node.ops[0] = _COMPARISONS[type(node.ops[0])]()
    return f"The earlier solution tests `{ast.unparse(node)}` where it should test `{ast.unparse(right)}`."


def _operate(node: ast.BinOp) -> str:
    right = copy.deepcopy(node)
    node.op = _OPERATORS[type(node.op)]()
    return f"The earlier solution computes `{ast.unparse(node)}` instead of `{ast.unparse(right)}`."


def _constant(node: ast.Constant, right: int, rng: Random) -> str:
    node.value = right + rng.choice((-1, 1)) if right else 1
    return f"The earlier solution uses {node.value} where {right} is needed."


def _name(node: ast.Name) -> str:
    right, node.id = node.id, _NAMES[node.id]
    return f"The earlier solution calls {node.id} where {right} is needed."


def _attribute(node: ast.Attribute) -> str:
    right, node.attr = node.attr, _NAMES[node.attr]
    return f"The earlier solution calls {node.attr} where {right} is needed."


def _drop(node: ast.FunctionDef, rng: Random) -> str:
    dropped = node.body.pop(rng.randrange(1, len(node.body) - 1))
    return f"The earlier solution lacks the step `{ast.unparse(dropped).splitlines()[0]}`."
