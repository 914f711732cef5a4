"""Standard input that a program around a function reads, as the arguments of that function.

The types of the parameters tell how; the sizes of lists may stand before them. Only what can be read in just one way
is read: `3 2` above `1 2 3` is k = 2 for a function of a list and k.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lsp_server.problem.binding.listed import LISTS, items_of
from lsp_server.problem.grammar import Types
from lsp_server.problem.model import Parameter, Value
from lsp_server.problem.values import parse_value

_MOST_LINES = 200
_MOST_PARAMETERS = 8
Lines = Sequence[Sequence[str]]
_Found = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class _State:
    """`line` and `column` of the next word, sizes that no list has had yet, and the values found so far."""

    line: int
    column: int
    sizes: tuple[int, ...]
    found: _Found

    def has(self, param: Parameter) -> bool:
        return any(name == param.name for name, _ in self.found)


def by_types(given: str, params: Sequence[Parameter], types: Types) -> dict[str, Value] | None:
    """None where a type is not known, or there is no way or more than one."""
    lines = [line.split() for line in given.splitlines() if line.strip()]
    if not all(param.type for param in params) or len(params) > _MOST_PARAMETERS or len(lines) > _MOST_LINES:
        return None
    ways = {repr(sorted(each)): each for each in _ways(lines, params, types, _State(0, 0, (), ()))}
    if not ways and len(params) == 1 and (items := _each_line(given, params[0], types)):
        return {params[0].name: items}
    if len(ways) != 1:
        return None
    values = dict(next(iter(ways.values())))
    return {param.name: values[param.name] for param in params}


def _each_line(given: str, param: Parameter, types: Types) -> list[Value]:
    """A list of lines that nothing says the number of, as Advent of Code gives them; [] where it is none."""
    text = bool(types.text.fullmatch(items_of(param.type)))
    values = [line if text else _value(line.strip(), text) for line in given.splitlines()]
    flat = bool(LISTS.match(param.type)) and not LISTS.match(items_of(param.type))
    return values if flat and len(values) > 1 and None not in values else []


def _ways(lines: Lines, params: Sequence[Parameter], types: Types, at: _State) -> Iterator[_Found]:
    if at.line == len(lines):
        if len(at.found) == len(params) and not at.sizes:
            yield at.found
        return
    for after in (*_size(lines, params, at), *_next(lines, params, types, at)):
        yield from _ways(lines, params, types, after)


def _moved(lines: Lines, at: _State) -> _State:
    """Behind the word at `at`."""
    ends = at.column + 1 == len(lines[at.line])
    return replace(at, line=at.line + ends, column=0 if ends else at.column + 1)


def _size(lines: Lines, params: Sequence[Parameter], at: _State) -> Iterator[_State]:
    """A list has one, a matrix may have two."""
    word = lines[at.line][at.column]
    lists = sum(bool(LISTS.match(param.type)) and not at.has(param) for param in params)
    if word.isdecimal() and len(at.sizes) < 2 * lists:
        yield replace(_moved(lines, at), sizes=(*at.sizes, int(word)))


def _next(lines: Lines, params: Sequence[Parameter], types: Types, at: _State) -> Iterator[_State]:
    """The next scalar or the next list takes what stands there."""
    left = [param for param in params if not at.has(param)]
    lists = [param for param in left if LISTS.match(param.type)]
    scalars = [param for param in left if not LISTS.match(param.type)]
    if scalars:
        yield from _scalar(lines, scalars[0], types, at)
    if lists and at.column == 0:
        yield from _list(lines, lists[0], types, at)


def _scalar(lines: Lines, param: Parameter, types: Types, at: _State) -> Iterator[_State]:
    text = bool(types.text.fullmatch(param.type))
    if text and at.column == 0 and len(lines[at.line]) > 1:
        value, after = " ".join(lines[at.line]), replace(at, line=at.line + 1)
    else:
        value, after = _value(lines[at.line][at.column], text), _moved(lines, at)
    if value is not None:
        yield replace(after, found=(*at.found, (param.name, value)))


def _list(lines: Lines, param: Parameter, types: Types, at: _State) -> Iterator[_State]:
    inner = items_of(param.type)
    if LISTS.match(inner):
        yield from _matrix(lines, param, types, at)
        return
    here = {1: lines[at.line]}
    for size in at.sizes[:1]:
        if at.line + size <= len(lines):
            here.setdefault(size, [word for line in lines[at.line : at.line + size] for word in line])
    for count, row in here.items():
        values = [_value(word, bool(types.text.fullmatch(inner))) for word in row]
        if None not in values and (not at.sizes or len(values) == at.sizes[0]):
            yield replace(at, line=at.line + count, sizes=at.sizes[1:], found=(*at.found, (param.name, values)))


def _matrix(lines: Lines, param: Parameter, types: Types, at: _State) -> Iterator[_State]:
    """As many lines as the first size says, all of one length; a second size may tell that."""
    height, *more = at.sizes or (len(lines) + 1,)
    if at.line + height > len(lines):
        return
    text = bool(types.text.fullmatch(items_of(items_of(param.type))))
    rows = [[_value(word, text) for word in line] for line in lines[at.line : at.line + height]]
    if len({len(row) for row in rows}) != 1 or any(None in row for row in rows):
        return
    told = 2 if more[:1] == [len(rows[0])] else 1
    found = (*at.found, (param.name, rows))
    yield replace(at, line=at.line + height, sizes=at.sizes[told:], found=found)


def _value(word: str, text: bool) -> Value:
    if text:
        return word
    try:
        value = parse_value(word)
    except ValueError:
        return None
    return value if isinstance(value, int | float | bool) else None
