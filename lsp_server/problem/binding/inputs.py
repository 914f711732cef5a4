"""The inputs that an example states, by parameter: by name where the names agree, else by position.

The ways in which statements write them are tried one after the other; what fits in none of them is not bound.
"""

import re
from collections.abc import Sequence

from lsp_server.problem.binding.lines import by_types
from lsp_server.problem.binding.names import asked_of, folded
from lsp_server.problem.binding.sizes import without_sizes, without_told_sizes
from lsp_server.problem.examples.calls import parse_arguments
from lsp_server.problem.grammar import Types
from lsp_server.problem.model import Signature, Value
from lsp_server.problem.values import parse_assignments, parse_mixed

_WITH_DIGIT = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])[\w:./-]+")
_OF_VALUES = re.compile(r"[=\"'\[{(]")
"""Nothing that a program reads as it stands has these."""


def inputs_of(given: str, signature: Signature, types: Types) -> dict[str, Value] | None:
    """Values by parameter name: by name where the names agree, else by position; None when they do not fit."""
    names = [param.name for param in signature.params]
    asked = asked_of(signature, types)
    texts = any(types.text.fullmatch(param.type) for param in signature.params)
    params = [param for param in signature.params if param.name in asked]
    if not _OF_VALUES.search(given) and (found := by_types(given, params, types)):
        return found
    if mixed := _partly_named(given, asked):
        return mixed
    lines = _by_line(given)
    ways = (
        parse_assignments(given),
        parse_assignments(given, bare=True) if texts else None,
        lines,
        without_sizes(lines),
        _named_words(given, asked),
        _of_call(given, signature.name),
    )
    for values in ways:
        if isinstance(values, dict):
            return _by_name(values, names, asked)
        if isinstance(values, list) and (fitting := _by_position(values, names, asked)) is not None:
            return fitting
    if len(names) == 1 and _may_be_text(given.strip(), signature.params[0].type, types):
        return {names[0]: given.strip()}
    return None


def _may_be_text(given: str, kind: str, types: Types) -> bool:
    """Text without quotes: by its type, or what has digits and is no number (`07:05:45PM`)."""
    return bool(types.text.fullmatch(kind) if kind else _WITH_DIGIT.fullmatch(given))


def _partly_named(given: str, asked: Sequence[str]) -> dict[str, Value] | None:
    """`[2, 1, 5], k=3` for a function of `k, arr`: what has a name is for that parameter, the rest as they stand."""
    try:
        values = parse_mixed(given)
    except ValueError:
        return None
    named = {folded(name): value for name, value in values if name}
    rest = [value for name, value in values if not name]
    left = [name for name in asked if folded(name) not in named]
    if not named or len(values) != len(asked) or len(left) != len(rest):
        return None
    placed = dict(zip(left, rest, strict=True))
    return {name: placed[name] if name in placed else named[folded(name)] for name in asked}


def _named_words(given: str, asked: Sequence[str]) -> dict[str, Value] | None:
    """`A = YX, B = X` for a function of just these: text without quotes."""
    values = parse_assignments(given, bare=True)
    named = isinstance(values, dict) and {folded(name) for name in values} == {folded(name) for name in asked}
    return values if isinstance(values, dict) and named else None


def _of_call(given: str, name: str) -> list[Value] | None:
    """`isEven(7);` as the input."""
    call = re.fullmatch(rf"\s*(?:console\.log\()?{re.escape(name)}(?=\()(.*?)\)?;?\s*", given, re.DOTALL)
    if not call:
        return None
    try:
        arguments, _ = parse_arguments(given, given.index("(", call.start(1)))
    except ValueError:
        return None
    return [value for _, value in arguments]


def _by_name(values: dict[str, Value], names: Sequence[str], asked: Sequence[str]) -> dict[str, Value] | None:
    lowered = {folded(name): value for name, value in values.items()}
    if set(values) <= set(names):
        return {name: values[name] for name in names if name in values}
    if len(lowered) == len(values) and {folded(name) for name in asked} == set(lowered):
        return {name: lowered[folded(name)] for name in asked}
    if others := without_told_sizes(values, names):
        return _by_name(others, names, asked)
    if (left := _by_elimination(lowered, asked)) is not None:
        return left
    return _by_position(list(values.values()), names, asked)


def _by_elimination(values: dict[str, Value], asked: Sequence[str]) -> dict[str, Value] | None:
    """Where all names but one agree, the last value is for the last parameter, in whatever order they stand."""
    known = {name: values[folded(name)] for name in asked if folded(name) in values}
    others = [value for name, value in values.items() if name not in map(folded, known)]
    if not known or len(others) != 1 or len(known) + 1 != len(asked):
        return None
    return {name: known.get(name, others[0]) for name in asked}


def _by_position(values: Sequence[Value], names: Sequence[str], asked: Sequence[str]) -> dict[str, Value] | None:
    fitting = next((each for each in (names, asked) if len(each) == len(values)), None)
    return dict(zip(fitting, values, strict=True)) if fitting is not None else None


def _by_line(given: str) -> list[Value] | None:
    """One argument on each line, space separated numbers as a list (`3` / `1 2 3`)."""
    values: list[Value] = []
    for line in given.splitlines():
        items = parse_assignments(re.sub(r"(?<=[\w\"'])[^\S\n]+(?=[\w\"'+-])", ", ", line.strip()))
        if not isinstance(items, list):
            return None
        values.append(items if len(items) > 1 else items[0])
    return values
