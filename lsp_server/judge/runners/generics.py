"""Functions with type parameters: the examples tell which types they are called with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from lsp_server.problem.model import Problem

SMALL = 1 << 31


@dataclass(frozen=True, slots=True)
class Kinds:
    """How a language calls the type of a value."""

    boolean: str
    fraction: str
    text: str
    whole: str
    wide: str


RUST = Kinds("bool", "f64", "String", "i32", "i64")
CPP = Kinds("bool", "double", "std::string", "int", "long long")
GO = Kinds("bool", "float64", "string", "int", "int")
_NAME = re.compile(r"(?:(?:typename|class)\s+)?([A-Za-z_]\w*)")


def named(text: str) -> tuple[str, ...]:
    """`T`, `U` of `<'a, T: Ord, U, const N: usize>`, `<typename T, int N, class U>`, `[T, U comparable]`."""
    names = (_NAME.match(part.strip()) for part in text.strip()[1:-1].split(","))
    return tuple(name[1] for name in names if name and name[1] not in ("const", "int", "size_t"))


def types_of(names: Sequence[str], parameters: Sequence[str], problem: Problem, kinds: Kinds) -> dict[str, str]:
    """The concrete types. `parameters`: the types of the parameters as they are written."""
    return {name: _type_of(list(_values(name, parameters, problem)), kinds) for name in names}


def replaced(text: str, types: Mapping[str, str]) -> str:
    return re.sub(r"\w+", lambda word: types.get(word[0], word[0]), text)


def _values(name: str, parameters: Sequence[str], problem: Problem) -> Iterator[Any]:
    """What the examples hold where the type is of that name."""
    places = [k for k, kind in enumerate(parameters) if re.search(rf"\b{name}\b", kind)]
    for example in problem.examples:
        given = list((example.inputs or {}).values())
        yield from _leaves([given[k] for k in places if k < len(given)])


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, list | tuple):
        for item in cast("list[Any]", value):
            yield from _leaves(item)
    else:
        yield value


def _type_of(values: Sequence[Any], kinds: Kinds) -> str:
    rows = ((bool, kinds.boolean), (float, kinds.fraction), (str, kinds.text))
    found = next((name for kind, name in rows if any(isinstance(value, kind) for value in values)), None)
    wide = any(isinstance(value, int) and not -SMALL <= value < SMALL for value in values)
    return found or (kinds.wide if wide else kinds.whole)
