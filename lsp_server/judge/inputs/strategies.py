"""What Hypothesis draws values of a `Shape` from. It draws; it does not run anything."""

from typing import TYPE_CHECKING, Any

from lsp_server.judge.inputs.constants import Constants
from lsp_server.judge.inputs.shapes import Shape
from lsp_server.judge.inputs.values import hashable

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

MOST_ITEMS = 12


def strategy_of(shape: Shape, constants: Constants) -> "SearchStrategy[Any]":
    """A strategy for values of `shape`, before they are `fitted`."""
    from hypothesis import strategies as st

    def inner(place: int = 0) -> "SearchStrategy[Any]":
        return strategy_of(shape.of[place] if place < len(shape.of) else shape.item, constants)

    low, high = (None if bound is None else int(bound) for bound in (shape.low, shape.high))
    few = st.integers(-3, 5)
    letters = st.sampled_from(shape.alphabet[:6] or "abcAB 01")
    most = min(MOST_ITEMS, shape.most or MOST_ITEMS)
    lists = st.lists(inner(), max_size=most) if shape.sized and shape.kind not in ("str", "bytes") else st.nothing()
    texts = st.text(letters, max_size=most) | st.sampled_from((*constants.texts, "")).filter(bool)
    texts = texts if constants.texts else st.text(letters, max_size=most)
    numbers = few | st.integers(-50, 200) | st.integers(low, high)
    table: dict[str, SearchStrategy[Any]] = {
        "int": numbers | st.sampled_from(constants.ints) if constants.ints else numbers,
        "float": st.floats(shape.low, shape.high, allow_nan=False, allow_infinity=False, width=32) | few.map(float),
        "bool": st.booleans(),
        "str": texts,
        "bytes": st.binary(max_size=most),
        "none": st.none(),
        "only": st.sampled_from(shape.choices or (None,)),
        "list": lists,
        "tree": lists,
    }
    if shape.kind in table:
        return table[shape.kind]
    return _compound(shape, lists, [strategy_of(each, constants) for each in shape.of])


def _compound(shape: Shape, lists: "SearchStrategy[Any]", parts: "list[SearchStrategy[Any]]") -> "SearchStrategy[Any]":
    from hypothesis import strategies as st

    match shape.kind:
        case "either":
            return st.one_of(parts)
        case "tuple":
            return lists.map(tuple) if shape.open else st.tuples(*parts)
        case "set":
            return lists.map(lambda items: set(map(hashable, items)))
        case _:
            return st.dictionaries(parts[0].map(hashable), parts[-1], max_size=MOST_ITEMS)
