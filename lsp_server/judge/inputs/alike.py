"""Inputs like those of the examples: what a statement certainly means, without asking code what it takes.

`domain.py` finds the widest inputs for two versions that must do the same whatever comes. Here two answers to one
statement are told apart, and both may be right and yet differ on what nobody asked for: so numbers, letters and lengths
stay in the bounds that the examples show, words are those of the examples, sorted lists stay sorted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from random import Random
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

from lsp_server.judge.inputs.constraints import constrained
from lsp_server.judge.inputs.draw import Domain, Inputs, large, related
from lsp_server.judge.inputs.shapes import Kind, Shape, shape_of, shape_of_values, takes
from lsp_server.judge.inputs.types import shape_of_type
from lsp_server.problem.model import Problem

SIZES = (1, 2, 3, 4, 5, 6, 8, 10)
MOST = 200
BEYOND, MORE = 3, 10
"""A number is at most so many times the largest of the examples, and so much more."""
_RESTRICTED: frozenset[Kind] = frozenset({"int", "float", "bool", "str", "list", "dict", "set", "tuple"})
"""Trees are left out: whether they are ordered, full or balanced is said in too many ways."""


def alike(problem: Problem) -> list[Inputs]:
    """Always the same, the plainest first; none where the examples do not tell what they would look like."""
    given = [dict(example.inputs) for example in problem.examples if example.form == "arguments" and example.inputs]
    names = [each.name for each in problem.signature.params if not each.name.startswith("*")]
    if not given or not names or any(list(each) != names for each in given):
        return []
    read = shape_of if problem.language == "python" else shape_of_type
    typed = {each.name: read(each.type) for each in problem.signature.params}
    columns = {name: [each[name] for each in given] for name in names}
    known = {name: shape for name in names if (shape := typed[name] or shape_of_values(columns[name]))}
    if len(known) < len(names) or not all(_fits(known[name], each) for name in names for each in columns[name]):
        return []
    promised, _ = constrained(known, problem.constraints, problem.statement)
    shown = {name: _as_shown(promised[name], _of_its_kind(name, known, columns)) for name in names}
    return _drawn(Domain(shown, examples=tuple(given)))


def _of_its_kind(name: str, known: Mapping[str, Shape], columns: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    """Of two lists or texts, what one shows goes for the other; numbers may well be an index and a sum."""
    if known[name].kind not in ("list", "str"):
        return columns[name]
    return [value for each, shape in known.items() if shape == known[name] for value in columns[each]]


def _fits(shape: Shape, value: Any) -> bool:
    """Whether a value of an example is what its shape says, all the way down: hints and types may be wrong."""
    if shape.kind not in _RESTRICTED or not takes(shape, value):
        return False
    if shape.kind == "dict":
        return all(map(partial(_fits, shape.of[0]), value)) and all(map(partial(_fits, shape.of[1]), value.values()))
    if shape.kind == "tuple" and not shape.open:
        return len(value) == len(shape.of) and all(map(_fits, shape.of, value))
    return all(map(partial(_fits, shape.item), value)) if shape.of else True


def _drawn(domain: Domain) -> list[Inputs]:
    made: list[Inputs] = [*domain.examples, *(inputs for size in SIZES for inputs in large(domain, size))]
    rng = Random(0)
    made += [related(domain, inputs, rng) for inputs in tuple(made) for _ in range(2)]
    distinct = {repr(inputs): inputs for inputs in made}
    return sorted(distinct.values(), key=lambda inputs: len(repr(inputs)))[:MOST]


def _as_shown(shape: Shape, values: Sequence[Any]) -> Shape:
    """`shape` in the bounds that `values` show; as it is where there are none."""
    narrowed = _NARROWED.get(shape.kind)
    return narrowed(shape, values) if narrowed and values else shape


def _number(shape: Shape, values: Sequence[float]) -> Shape:
    """Negative ones only if there is one, zero likewise."""
    least, high = min(values), max(map(abs, values)) * BEYOND + MORE
    low = 1 if least >= 1 else 0 if least >= 0 else -high
    low = low if shape.low is None else max(low, shape.low)
    high = high if shape.high is None else min(high, shape.high)
    return replace(shape, low=low, high=max(high, low))


def _text(shape: Shape, values: Sequence[Any]) -> Shape:
    """Letters of the kinds that occur, and no other signs than those that do."""
    signs = set("".join(values))
    kinds = [each for each in (ascii_lowercase, ascii_uppercase, digits) if signs & set(each)]
    alphabet = shape.alphabet or "".join(sorted(signs.union(*kinds)))
    return replace(shape, alphabet=alphabet, least=max(shape.least, int(all(values))))


def _list(shape: Shape, values: Sequence[Any]) -> Shape:
    items = [item for value in values for item in value]
    longer = [value for value in values if len(value) > 2]
    texts = shape.item.kind == "str" and items
    item = Shape("only", choices=tuple(dict.fromkeys(items))) if texts else _as_shown(shape.item, items)
    found = replace(
        shape,
        of=(item,),
        least=max(shape.least, int(all(values))),
        ordered=shape.ordered or (bool(longer) and all(_is_ordered(value) for value in values)),
        distinct=shape.distinct or (bool(longer) and all(_is_distinct(value) for value in values)),
    )
    return _grid(found, values) if item.kind == "list" else found


def _grid(shape: Shape, values: Sequence[Any]) -> Shape:
    """Rows as long as they are shown: pairs stay pairs, and a square a square. A number is none that was not there."""
    widths = {len(row) for value in values for row in value}
    if len(widths) != 1:
        even = all(len({len(row) for row in value}) == 1 for value in values if value)
        return replace(shape, even=even)
    (width,) = widths
    numbers = [item for value in values for row in value for item in row]
    inner = shape.item
    if inner.item.kind in ("int", "float") and numbers:
        inner = replace(inner, of=(replace(inner.item, high=max(numbers)),))
    rows = replace(inner, least=width, most=width, ordered=False, distinct=False)
    square = all(len(value) == width for value in values) and width > 2
    return replace(shape, of=(rows,), **({"least": width, "most": width} if square else {}))


def _is_ordered(value: Sequence[Any]) -> bool:
    try:
        return list(value) == sorted(value)
    except TypeError:
        return False


def _is_distinct(value: Sequence[Any]) -> bool:
    return len(set(map(repr, value))) == len(value)


def _tuple(shape: Shape, values: Sequence[Any]) -> Shape:
    if shape.open:
        return replace(shape, of=(_as_shown(shape.item, [item for value in values for item in value]),))
    places = [[value[place] for value in values if len(value) > place] for place in range(len(shape.of))]
    return replace(shape, of=tuple(map(_as_shown, shape.of, places)))


def _dict(shape: Shape, values: Sequence[Any]) -> Shape:
    keys, items = [key for value in values for key in value], [item for value in values for item in value.values()]
    return replace(shape, of=(_as_shown(shape.of[0], keys), _as_shown(shape.of[1], items)), least=int(all(values)))


_NARROWED: Mapping[Kind, Callable[[Shape, Sequence[Any]], Shape]] = {
    "int": _number,
    "float": _number,
    "str": _text,
    "list": _list,
    "tuple": _tuple,
    "dict": _dict,
}
