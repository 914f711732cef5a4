"""Values of a `Shape`: edge cases, and large ones of a given size. Seeded; nothing here is random between runs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, product
from random import Random
from typing import Any, cast

from lsp_server.judge.inputs.constants import Constants
from lsp_server.judge.inputs.shapes import Shape

INTS = (0, 1, -1, 2, 3, 5, 10, -7, 100, 2**31 - 1, -(2**31), 2**32, 10**16 - 1, 2**53 + 1, 10**24 - 1)
"""The last ones are where fractions are not exact any more, a little below squares for one."""
FLOATS = (0.0, 1.0, -1.5, 0.1, 2.0, 1e9, -3.25, -0.0)
NEAR: Mapping[str, tuple[Any, ...]] = {
    "int": (2**53 + 1, 2**53 + 3, 2**53 + 1, 2**53 + 2),
    "float": (1e8 + 0.25, 1e8 + 0.75, 1e8 + 0.5),
}
"""Large ones close together, whose differences get lost when somebody takes squares or means of them."""
TEXTS = (
    "",
    "a",
    "b",
    "aa",
    "ab",
    "ba",
    "aba",
    "abc",
    "Aa",
    " ",
    "a b",
    "ab ab",
    "x1y2",
    "0",
    "aabbcc",
    "é",
    "a\nb",
    "()",
    "ß",
    "e\u0301e",
    "\U0001f600a",
)
LETTERS = "abcdefghij klmnopqrstuvwxyz"
MOST_EDGES = 64
ABSENT = -(10**9 + 7)
"""A number that no generated list holds."""
FLAVOURS = ("mixed", "distinct", "few", "equal", "ordered", "reversed")
"""How the items of a large container relate to each other; which is slowest depends on the function."""


def edges(shape: Shape, constants: Constants) -> list[Any]:
    """Small and awkward values, the plainest first."""
    made = (fitted(shape, value) for value in islice(_EDGES[shape.kind](shape, constants), MOST_EDGES * 2))
    distinct = {repr(value): value for value in made}
    return list(distinct.values())[:MOST_EDGES]


def _ints(shape: Shape, constants: Constants) -> Iterator[int]:
    yield from INTS[:4]
    yield from constants.ints
    yield from (int(bound) for bound in (shape.low, shape.high) if bound is not None)
    yield from INTS[4:]


def _floats(shape: Shape, constants: Constants) -> Iterator[float]:
    yield from (*FLOATS, *constants.floats, *map(float, constants.ints[:20]))
    yield from (float(bound) for bound in (shape.low, shape.high) if bound is not None)


def _texts(shape: Shape, constants: Constants) -> Iterator[str]:
    yield from TEXTS
    for text in constants.texts:
        yield from (text, text + text, f"a{text}", f"{text}b", f"a{text}{text}c")
    letters = shape.alphabet or LETTERS
    for length in _lengths(constants):
        yield (letters * (length // len(letters) + 1))[:length]


def _lists(shape: Shape, constants: Constants) -> Iterator[list[Any]]:
    items = edges(shape.item, constants)
    yield []
    a, b, c, d = (items * 4)[:4]
    yield from ([a], [b], [a, b], [b, a], [a, a], [b, b, b, b], [a, b, c, d], [d, c, b, a], [c, a, c, a, c], [a, b, a])
    if near := NEAR.get(shape.item.kind):
        yield list(near)
    yield items
    yield items[::-1]
    for item in items:
        yield from ([item], [a, item, b], [item, item, c])
    for length in _lengths(constants):
        yield (items * (length // len(items) + 1))[:length]


def _lengths(constants: Constants) -> list[int]:
    return [each for each in constants.ints if 0 < each <= 2000][:8]


def _tuples(shape: Shape, constants: Constants) -> Iterator[Any]:
    if shape.open:
        yield from map(tuple, _lists(shape, constants))
        return
    columns = [edges(each, constants) for each in shape.of]
    yield from zip(*(column * 4 for column in columns), strict=False)
    yield from product(*(column[:3] for column in columns))


def _dicts(shape: Shape, constants: Constants) -> Iterator[dict[Any, Any]]:
    key, value = shape.of if len(shape.of) == 2 else (shape.item, shape.item)
    keys, values = edges(key, constants), edges(value, constants)
    yield {}
    for size in (1, 2, 3, 5, len(keys)):
        yield dict(zip(map(hashable, keys[:size]), values * size, strict=False))


def _sets(shape: Shape, constants: Constants) -> Iterator[set[Any]]:
    for items in _lists(shape, constants):
        yield set(map(hashable, items))


def _trees(shape: Shape, constants: Constants) -> Iterator[list[Any]]:
    """Level by level: full ones, and chains to the left and to the right."""
    for items in _lists(shape, constants):
        yield items
        yield list(chain.from_iterable((item, None) for item in items))
        yield [items[0], *chain.from_iterable((None, item) for item in items[1:])] if items else []


_EDGES: Mapping[str, Callable[[Shape, Constants], Iterator[Any]]] = {
    "int": _ints,
    "float": _floats,
    "bool": lambda shape, constants: iter((False, True)),
    "str": _texts,
    "bytes": lambda shape, constants: (text.encode() for text in _texts(shape, constants)),
    "none": lambda shape, constants: iter((None,)),
    "only": lambda shape, constants: iter(shape.choices),
    "either": lambda shape, constants: chain.from_iterable(edges(each, constants) for each in shape.of),
    "list": _lists,
    "tuple": _tuples,
    "dict": _dicts,
    "set": _sets,
    "tree": _trees,
}


def hashable(value: Any) -> Any:
    return tuple(map(hashable, cast("list[Any]", value))) if isinstance(value, list) else value


def fitted(shape: Shape, value: Any) -> Any:
    """`value` made to keep what its shape promises."""
    if shape.kind in ("int", "float"):
        low, high = shape.low, shape.high
        value = value if low is None or value >= low else low
        value = value if high is None or value <= high else high
        return int(value) if shape.kind == "int" else float(value)
    if shape.kind == "str":
        return _fitted_text(shape, value)
    return _fitted_list(shape, value) if shape.kind == "list" else value


def _fitted_text(shape: Shape, value: str) -> str:
    letters = shape.alphabet
    if letters:
        value = "".join(each if each in letters else letters[ord(each) % len(letters)] for each in value)
    return (value + (letters or "a") * (shape.least - len(value)))[: shape.most]


def _fitted_list(shape: Shape, value: Sequence[Any]) -> list[Any]:
    items = [fitted(shape.item, item) for item in value][: shape.most]
    if shape.permutation:
        return [place for place, _ in sorted(enumerate(items), key=lambda pair: repr(pair[1]))]
    if shape.distinct:
        items = list({repr(item): item for item in items}.values())
    while len(items) < shape.least:
        items.append(_another(shape, items))
    if shape.even and items and isinstance(items[0], list):
        width = max(len(cast("list[Any]", items[0])), shape.item.least)
        items = [_widened(shape.item, row, width) for row in items]
    return sorted(items, key=_sort_key) if shape.ordered else items


def _another(shape: Shape, items: Sequence[Any]) -> Any:
    made = sized(shape.item, max(1, len(items)), "distinct", Random(len(items)))
    if shape.item.kind == "int":
        return fitted(shape.item, max([0, *(each for each in items if isinstance(each, int))]) + 1)
    return made


def _widened(shape: Shape, row: list[Any], width: int) -> list[Any]:
    return [
        *row,
        *(
            fitted(shape.item, place) if shape.item.kind == "int" else edges(shape.item, Constants())[0]
            for place in range(width - len(row))
        ),
    ][:width]


def _sort_key(value: Any) -> Any:
    return (
        (0, value) if isinstance(value, int | float) else (1, repr(value)) if not isinstance(value, str) else (2, value)
    )


def sized(shape: Shape, size: int, flavour: str, rng: Random) -> Any:
    """A value of about `size`: the length of what has one, the value of a number."""
    size = min(size, shape.most) if shape.most is not None and shape.sized else size
    if shape.kind in ("list", "tree") or (shape.kind == "tuple" and shape.open):
        items = _many(shape, size, flavour, rng)
        return tuple(items) if shape.kind == "tuple" else fitted(shape, items) if shape.kind == "list" else items
    if shape.kind in ("str", "bytes"):
        text = fitted(
            replace(shape, kind="str"),
            "".join(_many(replace(shape, kind="list", of=(_CHARACTER,)), size, flavour, rng)),
        )
        return text if shape.kind == "str" else text.encode()
    return _SIZED[shape.kind](shape, size, flavour, rng)


_CHARACTER = Shape("only", choices=tuple(LETTERS))


def _many(shape: Shape, size: int, flavour: str, rng: Random) -> list[Any]:
    item = shape.item
    if item.kind == "only":
        return [rng.choice(item.choices[: {"few": 2, "equal": 1}.get(flavour, len(item.choices))]) for _ in range(size)]
    if item.kind not in ("int", "float"):
        return [sized(item, inner_size(item, size, shape.even), flavour, rng) for _ in range(size)]
    numbers = _numbers(size, flavour, rng, item)
    return [fitted(item, float(each) if item.kind == "float" else each) for each in numbers]


def inner_size(item: Shape, size: int, even: bool) -> int:
    """Rows of a matrix grow with it; other things in a list stay small."""
    return size if item.sized and even else min(size, 8)


def _numbers(size: int, flavour: str, rng: Random, item: Shape) -> list[int]:
    low = int(item.low) if item.low is not None else 0 if flavour in ("distinct", "ordered", "reversed") else -size
    high = int(item.high) if item.high is not None else low + 4 * size + 10
    if flavour == "equal":
        return [fitted(item, 1)] * size
    if flavour == "few":
        return [rng.randint(low, min(high, low + 4)) for _ in range(size)]
    if flavour == "mixed" or high - low < size:
        return [rng.randint(low, high) for _ in range(size)]
    numbers = list(range(low, low + size))
    if flavour == "distinct":
        rng.shuffle(numbers)
    return numbers[::-1] if flavour == "reversed" else numbers


_SIZED: Mapping[str, Callable[[Shape, int, str, Random], Any]] = {
    "int": lambda shape, size, flavour, rng: fitted(shape, size),
    "float": lambda shape, size, flavour, rng: fitted(shape, float(size)),
    "bool": lambda shape, size, flavour, rng: True,
    "none": lambda shape, size, flavour, rng: None,
    "only": lambda shape, size, flavour, rng: shape.choices[0],
    "either": lambda shape, size, flavour, rng: sized(shape.of[0], size, flavour, rng),
    "tuple": lambda shape, size, flavour, rng: tuple(sized(each, size, flavour, rng) for each in shape.of),
    "set": lambda shape, size, flavour, rng: set(map(hashable, _many(shape, size, "distinct", rng))),
    "dict": lambda shape, size, flavour, rng: dict(
        zip(
            map(hashable, _many(replace(shape, of=shape.of[:1]), size, "distinct", rng)),
            _many(replace(shape, of=shape.of[1:]), size, flavour, rng),
            strict=False,
        )
    ),
}
