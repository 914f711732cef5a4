"""Runs a function for the sake of comparing it with another version: what it did in full, which code it reached, what
it remembers, how long it takes. Runs inside; what the results mean is decided outside (`judge/trials.py`).

Each form is a function of the loaded file, the request and the signature; it returns the reply's `value`.
"""

import ast
import gc
import math
import time
import types
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from .codec import decode, safe_repr
from .errors import FILE, described
from .forms import annotations_of, call_finished, function_of, in_order
from .load import Loaded
from .sequences import played, state_of

MOST_KINDS = 6
MOST_PARTS = 5000
MOST_DRAINED = 100_000
CHANGEABLE = (list, dict, set, bytearray, deque)
EXHAUSTED = ("RecursionError", "MemoryError")
clock = time.perf_counter


def observed(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """(how it ended, value or exception, kinds of the value or classes of the exception, which argument it is,
    arguments afterwards, milliseconds, whether the file itself raises that exception, what in the value is one object).
    """
    if signature["kind"] == "class":
        return _sequence_observed(loaded, request["inputs"], signature)
    call, arguments = prepared(loaded, request["inputs"], signature)
    started = clock()
    try:
        result = _drained(call())
    except BaseException as error:
        names = described(error)["types"]
        how = "exhausted" if names[0] in EXHAUSTED else "raised"
        return how, names[0], " ".join(names), -1, arguments, (clock() - started) * 1000, _deliberate(loaded, error), ""
    spent = (clock() - started) * 1000
    same = next((place for place, each in enumerate(arguments) if each is result and _mutable(each)), -1)
    handed_out, kinds = result if isinstance(result, _Drained) else (result, kinds_of(result))
    return "returned", handed_out, kinds, same, arguments, spent, False, shared(arguments, handed_out, loaded.names)


class _Drained(NamedTuple):
    """What something that hands out its items one by one has handed out, and how that ended."""

    items: "list[Any]"
    kinds: str


def _drained(result: Any) -> Any:
    """Anything else as it is. What it raises before its first item counts as raised by the call."""
    if not hasattr(result, "__next__"):
        return result
    items: list[Any] = []
    try:
        items.extend(islice(result, MOST_DRAINED))
    except Exception as error:
        if not items:
            raise
        return _Drained(items, f"{type(result).__name__} that raises {type(error).__name__} in the end")
    return _Drained(items, type(result).__name__)


def _sequence_observed(loaded: Loaded, inputs: "list[list[Any]]", signature: "dict[str, Any]") -> Any:
    """The same of a sequence of operations; its one argument is the object, as its attributes."""
    values = {name: decode(value) for name, value in inputs}
    started = clock()
    try:
        results, subject = played(loaded, values, signature)
    except BaseException as error:
        names = described(error)["types"]
        how = "exhausted" if names[0] in EXHAUSTED else "raised"
        return how, names[0], " ".join(names), -1, [], (clock() - started) * 1000, _deliberate(loaded, error), ""
    spent, held = (clock() - started) * 1000, state_of(subject)
    kinds = ", ".join([*(how or kinds_of(value) for how, value in results), kinds_of(held)])
    return "returned", [value for _, value in results], kinds, -1, [held], spent, False, ""


def _deliberate(loaded: Loaded, error: BaseException) -> bool:
    """Whether the innermost place of its traceback is a `raise` or an `assert` of the file."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None or place.tb_frame.f_code.co_filename != FILE:
        return False
    line = place.tb_lineno
    said = (node for node in ast.walk(loaded.tree) if isinstance(node, (ast.Raise, ast.Assert)))
    return any(node.lineno <= line <= (node.end_lineno or node.lineno) for node in said)


def prepared(
    loaded: Loaded, inputs: "list[list[Any]]", signature: "dict[str, Any]"
) -> "tuple[Callable[[], Any], list[Any]]":
    """A call that is ready to be made, and its arguments."""
    values = {name: decode(value) for name, value in inputs}
    if signature["kind"] == "class":
        return (lambda: played(loaded, values, signature)), []
    function = function_of(loaded, signature)
    annotations, _ = annotations_of(function, signature)
    arguments = loaded.nodes.build(in_order(function, values), annotations, loaded.names)
    return (lambda: call_finished(function, arguments)), arguments


def kinds_of(value: Any, depth: int = 0) -> str:
    """The classes in a value, those of a container's items as a set: a generator is no list, and 2 is not 2.0."""
    name = type(value).__name__
    if type(value) is float:
        return _kind_of_fraction(value)
    if depth >= MOST_KINDS or not issubclass(type(value), (list, tuple, set, frozenset, dict)):
        return name
    items: list[Any] = [*value.keys(), *value.values()] if hasattr(value, "keys") else list(value)
    inner = sorted({kinds_of(item, depth + 1) for item in items})
    return f"{name}[{'|'.join(inner)}]" if inner else name


def _kind_of_fraction(value: float) -> str:
    """Zero has a sign that no comparison sees."""
    return "float" if value or math.copysign(1.0, value) > 0 else "negative zero"


def finished(result: Any) -> None:
    """What is handed out bit by bit costs its time only then."""
    if hasattr(result, "__next__"):
        deque(result, maxlen=0)


def shared(arguments: "list[Any]", result: Any, names: "dict[str, Any]") -> str:
    """Which changeable objects inside the result are an argument, a part of one, or stand in it twice; by number.

    And which belong to the file (`names`), so that every call hands out the same.
    """
    lasting = [(name, value) for name, value in names.items() if type(value) in CHANGEABLE and name[:2] != "__"]
    known: dict[int, Any] = {id(each): name for name, value in lasting for each in _parts(value)}
    for each in (part for argument in arguments for part in _parts(argument)):
        known.setdefault(id(each), len(known))
    found: list[str] = []
    for place, each in enumerate(_parts(result)):
        if id(each) in known:
            found.append(f"{place}={known[id(each)]}")
        known.setdefault(id(each), len(known))
    return " ".join(found)


def _parts(value: Any) -> "Iterator[Any]":
    """The changeable objects in a value, itself first, as far as containers go; not without end."""
    todo: deque[Any] = deque([value])
    count = 0
    while todo and count < MOST_PARTS:
        each = todo.popleft()
        count += 1
        if type(each) in CHANGEABLE:
            yield each
        if type(each) in (list, tuple, deque, dict):
            inner: Any = each
            todo.extend(inner.values() if type(each) is dict else inner)


def _mutable(value: Any) -> bool:
    return isinstance(value, (list, dict, set, bytearray)) or hasattr(value, "__dict__")


def state(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """All that a file can remember between calls, as text by name."""
    return {name: text for name, value in loaded.names.items() for name, text in _held(name, value)}


def _held(name: str, value: Any) -> "Iterator[tuple[str, str]]":
    if name.startswith("__") or isinstance(value, types.ModuleType):
        return
    if isinstance(value, type):
        for key, member in vars(value).items():
            yield from _held(f"{name}.{key}", member)
    elif callable(value):
        yield from _held_by_function(name, value)
    else:
        yield name, safe_repr(value)


def _held_by_function(name: str, function: Any) -> "Iterator[tuple[str, str]]":
    held: dict[str, Any] = {place: getattr(function, place, None) for place in ("__defaults__", "__kwdefaults__")}
    attributes: dict[str, Any] = getattr(function, "__dict__", {})
    held["__dict__"] = {key: each for key, each in attributes.items() if key != "__wrapped__"}
    cells = getattr(function, "__closure__", None) or ()
    held |= {f"closure {place}": _content(cell) for place, cell in enumerate(cells)}
    if hasattr(function, "cache_info"):
        held["cache"] = function.cache_info().currsize
    for place, each in held.items():
        if each is not None and not callable(each):
            yield f"{name}.{place}", safe_repr(each)


def _content(cell: Any) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # still empty
        return None


def profiled(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """Milliseconds by line of the file, for one call; by the CPU's clock, or a busy machine would name any line."""
    import sys

    call, _ = prepared(loaded, request["inputs"], signature)
    spent: dict[int, float] = {}
    last: list[Any] = [None, 0.0]

    def tick(frame: Any, event: str, argument: Any) -> Any:
        now = time.thread_time()
        if last[0] is not None:
            spent[last[0]] = spent.get(last[0], 0.0) + (now - last[1]) * 1000
        last[:] = [
            None if event == "return" and frame.f_back.f_code.co_filename != FILE else frame.f_lineno,
            time.thread_time(),
        ]
        return tick

    sys.settrace(lambda frame, event, argument: tick if frame.f_code.co_filename == FILE else None)
    try:
        finished(call())
    finally:
        sys.settrace(None)
    return spent


def weighed(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """Bytes that one call of the file, or of another `source`, has in use at most, beyond its arguments."""
    import tracemalloc

    call, _ = prepared(loaded.other(request["source"]), request["inputs"], signature)
    gc.collect()
    tracemalloc.start()
    try:
        finished(call())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
