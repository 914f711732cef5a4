"""Runs a function for the sake of comparing it with another version: what it did in full, which code it reached, what
it remembers, how long it takes. Runs inside; what the results mean is decided outside (`judge/trials.py`).

Each form is a function of the loaded file, the request and the signature; it returns the reply's `value`.
"""

import gc
import time
import types
from collections.abc import Callable, Iterator
from typing import Any

from .codec import decode, safe_repr
from .errors import FILE, described
from .forms import annotations_of, call_finished, function_of, in_order, operations_on
from .load import Loaded

MOST_KINDS = 6
EXHAUSTED = ("RecursionError", "MemoryError")
clock = time.perf_counter


def observed(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """(how it ended, value or exception, kinds of the value, which argument it is, arguments afterwards)."""
    call, arguments = prepared(loaded, request["inputs"], signature)
    started = clock()
    try:
        result = call()
    except BaseException as error:
        name = described(error)["types"][0]
        how = "exhausted" if name in EXHAUSTED else "raised"
        return how, name, "", -1, arguments, (clock() - started) * 1000
    spent = (clock() - started) * 1000
    same = next((place for place, each in enumerate(arguments) if each is result and _mutable(each)), -1)
    kinds = kinds_of(result)
    return "returned", result, kinds, same, arguments, spent


def prepared(
    loaded: Loaded, inputs: "list[list[Any]]", signature: "dict[str, Any]"
) -> "tuple[Callable[[], Any], list[Any]]":
    """A call that is ready to be made, and its arguments."""
    values = {name: decode(value) for name, value in inputs}
    if signature["kind"] == "class":
        return (lambda: operations_on(loaded, values, signature)), []
    function = function_of(loaded, signature)
    annotations, _ = annotations_of(function, signature)
    arguments = loaded.nodes.build(in_order(function, values), annotations, loaded.names)
    return (lambda: call_finished(function, arguments)), arguments


def kinds_of(value: Any, depth: int = 0) -> str:
    """The classes in a value, those of a container's items as a set: a generator is no list, and 2 is not 2.0."""
    name = type(value).__name__
    if depth >= MOST_KINDS or not issubclass(type(value), (list, tuple, set, frozenset, dict)):
        return name
    items: list[Any] = [*value.keys(), *value.values()] if hasattr(value, "keys") else list(value)
    inner = sorted({kinds_of(item, depth + 1) for item in items})
    return f"{name}[{'|'.join(inner)}]" if inner else name


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
    """Milliseconds by line of the file, for one call."""
    import sys

    call, _ = prepared(loaded, request["inputs"], signature)
    spent: dict[int, float] = {}
    last: list[Any] = [None, 0.0]

    def tick(frame: Any, event: str, argument: Any) -> Any:
        now = clock()
        if last[0] is not None:
            spent[last[0]] = spent.get(last[0], 0.0) + (now - last[1]) * 1000
        last[:] = [None if event == "return" and frame.f_back.f_code.co_filename != FILE else frame.f_lineno, clock()]
        return tick

    sys.settrace(lambda frame, event, argument: tick if frame.f_code.co_filename == FILE else None)
    try:
        call()
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
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
