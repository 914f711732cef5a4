"""Examples whose inputs are code, or that say how to use what is returned: LeetCode's problems for JavaScript.

`fn = (x) => x + 1`, `n = 10` and `["call","call"]` below it, `[].last()`. Which of the ways to use it is meant, the
names of the inputs tell; where they do not, the example is not read. What each way does is for the judge's harness to
know (`runners/inside_node/recipes.js`). Times (`{"t": 50, ...}`) are not read: no two runs agree on them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from lsp_server.problem.model import Code, Custom, Example, Signature, Value
from lsp_server.problem.values import parse_value

PROTOTYPE = re.compile(r"\w+\.prototype\.\w+")
_FUNCTION_TYPE = re.compile(r"^(?:Function|Promise|Generator|Fn?)\b|=>|\bFunction\b|:\s*Fn?\b")
_CODE = re.compile(r"=>|\bfunction\b|^new\s+\w|^async\b")
_NAME = re.compile(r"\s*([A-Za-z_$][\w$]*)\s*=(?![=>])\s*")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`")
_TIMED = frozenset({"time", "t", "resolved", "rejected"})
_MEMOIZED = ("sum", "fib", "factorial")


@dataclass(frozen=True, slots=True)
class _Stated:
    """What an example says. The name of an input is "" where it has none."""

    signature: Signature
    names: tuple[str, ...]
    values: tuple[Value, ...]
    wanted: Value

    @property
    def params(self) -> tuple[str, ...]:
        return tuple(param.name for param in self.signature.params)

    @property
    def more(self) -> str | None:
        """The name of the one input behind those of the parameters."""
        return self.names[-1] if self.names[:-1] == self.params else None


def scripted_example(given: str, wanted: str, signature: Signature) -> Example | None:
    """None when it is none of these, or cannot be read."""
    try:
        parts = list(_parts(given))
        stated = _Stated(signature, tuple(n for n, _ in parts), tuple(_value(t) for _, t in parts), parse_value(wanted))
    except ValueError:
        return None
    if _is_timed(stated.wanted) or len(set(stated.names)) < len(stated.names):
        return None
    way = next((way for way, fits in _WAYS if fits(stated)), None)
    inputs = {name or "calls": value for name, value in zip(stated.names, stated.values, strict=True)}
    if way is None:
        return None
    return Example(
        raw="", inputs=inputs, expected=stated.wanted, custom=None if way == "plain" else cast("Custom", way)
    )


def deals_in_functions(signature: Signature) -> bool:
    """Whether no plain values can be its arguments or its result."""
    types = (*(param.type for param in signature.params), signature.returns)
    return any(_FUNCTION_TYPE.search(each.strip("{} ")) for each in types) or bool(PROTOTYPE.fullmatch(signature.name))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """`a = 1, f = (x, y) => x` as pairs of a name and a text; a list on a line of its own has no name."""
    name, start, depth, at = "", 0, 0, 0
    begin = _NAME.match(text)
    if begin:
        name, start, at = begin[1], begin.end(), begin.end()
    while at < len(text):
        if quoted := _QUOTED.match(text, at):
            at = quoted.end()
            continue
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0 and text[at] in ",\n" and (following := _next(text, at + 1)):
            if part := _trimmed(text[start:at]):
                yield name, part
            name, start = following
            at = start
            continue
        at += 1
    if part := _trimmed(text[start:]):
        yield name, part


def _next(text: str, at: int) -> tuple[str, int] | None:
    """The name of the input that begins here, and where its value does."""
    if named := _NAME.match(text, at):
        return named[1], named.end()
    on_new_line = text[at - 1] == "\n" and re.match(r"[ \t]*\[", text[at:])
    return ("", at) if on_new_line else None


def _trimmed(text: str) -> str:
    return text.strip().rstrip(",;").strip()


def _value(text: str) -> Value:
    try:
        return parse_value(text)
    except ValueError:
        if _CODE.search(text):
            return Code(text)
        raise


def _is_timed(wanted: Value) -> bool:
    """Whether a time is part of the result."""
    items = cast("list[Value]", wanted) if isinstance(wanted, list) else [wanted]
    return any(isinstance(item, dict) and not _TIMED.isdisjoint(cast("dict[Any, Any]", item)) for item in items)


def _is_list(value: Value, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in cast("list[Value]", value))


def _with_code(stated: _Stated) -> bool:
    return any(isinstance(value, Code) for value in stated.values)


def _is_outcome(stated: _Stated) -> bool:
    wanted: Value = stated.wanted
    return isinstance(wanted, dict) and set(cast("dict[str, Value]", wanted)) <= {"value", "error"}


def _is_thunk(stated: _Stated) -> bool:
    return stated.names == ("func",) != stated.params and _with_code(stated)


def _counts_calls(stated: _Stated) -> bool:
    rows = cast("list[Any]", stated.wanted) if _is_list(stated.wanted, dict) else []
    return (
        stated.more == "calls"
        and all(set(row) == {"calls", "value"} for row in rows)
        and isinstance(stated.wanted, list)
    )


def _is_called(stated: _Stated) -> bool:
    return (
        stated.more == "" and _is_list(stated.values[-1], str) and set(cast("list[str]", stated.values[-1])) <= {"call"}
    )


def _is_memoized(stated: _Stated) -> bool:
    return stated.names == ("fnName", "actions", "values") and len(stated.params) == 1 and stated.values[0] in _MEMOIZED


def _is_made(stated: _Stated) -> bool:
    """What is returned is called with `args`, or with the one value that is left."""
    if stated.more is None:
        return False
    value = stated.values[-1]
    if stated.more == "args":
        return isinstance(value, list)
    alone = isinstance(value, int | float | str) and not isinstance(value, Code)
    return alone and deals_in_functions(stated.signature)


def _is_sleep(stated: _Stated) -> bool:
    return stated.names == stated.params == ("millis",) and stated.wanted == stated.values[0]


_WAYS: Sequence[tuple[Custom | Literal["plain"], Callable[[_Stated], bool]]] = (
    ("prototype", lambda stated: bool(PROTOTYPE.fullmatch(stated.signature.name)) and "" not in stated.names),
    ("outcome", lambda stated: _is_thunk(stated) and _is_outcome(stated)),
    ("thunk", _is_thunk),
    ("spread", lambda s: s.params == tuple(f"...{name}" for name in s.names) and _is_list(s.values[0], object)),
    ("elapsed", _is_sleep),
    ("plain", lambda stated: stated.names == stated.params and _with_code(stated)),
    ("counter", _is_called),
    ("once", lambda stated: _counts_calls(stated) and _is_list(stated.values[-1], list)),
    ("methods", lambda stated: stated.more == "calls" and _is_list(stated.values[-1], str)),
    ("memoize", _is_memoized),
    ("curried", lambda s: s.more == "inputs" and isinstance(s.values[0], Code) and _is_list(s.values[-1], list)),
    ("generator", lambda s: s.names == ("callCount",) and not s.params and "Generator" in s.signature.returns),
    ("made", _is_made),
)
