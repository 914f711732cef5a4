"""A sequence of operations on an object, for the sake of comparing two versions of its class.

Unlike the form "operations" of examples it goes on after an operation that raises, and tells what the object holds.
"""

from collections import deque
from collections.abc import Iterator
from typing import Any

from .forms import annotations_of, call_finished
from .load import NAME, Loaded

MOST_DEPTH = 8


def played(
    loaded: Loaded, inputs: "dict[str, Any]", signature: "dict[str, Any]"
) -> "tuple[list[tuple[str, Any]], Any]":
    """The result of each operation after the first, which makes the object, and the object.

    A result is ("", what was returned), ("itself", None) or ("raised", the exception's class).
    """
    names, arguments = inputs["operations"], inputs["arguments"]
    subject = _called(loaded.names[signature["name"]], arguments[0], loaded)
    results = [_result(loaded, subject, name, values) for name, values in zip(names[1:], arguments[1:], strict=True)]
    return results, subject


def _result(loaded: Loaded, subject: Any, name: str, values: "list[Any]") -> "tuple[str, Any]":
    try:
        found = _called(getattr(subject, name), values, loaded)
        if found is subject:
            return "itself", None
        return "", list(found) if hasattr(found, "__next__") else found
    except (RecursionError, MemoryError):
        raise
    except Exception as error:
        return "raised", type(error).__name__


def _called(function: Any, values: "list[Any]", loaded: Loaded) -> Any:
    annotations, _ = annotations_of(function, {"types": [], "returns": ""})
    return call_finished(function, loaded.nodes.build(list(values), annotations, loaded.names))


def state_of(subject: Any, depth: int = 0) -> Any:
    """The attributes of an object of the file, by name, and those of the objects that it holds."""
    if depth > MOST_DEPTH:
        return "..."
    if type(subject).__module__ == NAME:
        held = {name: state_of(value, depth + 1) for name, value in _attributes(subject)}
        return {"class": type(subject).__name__, **held}
    items: Any = subject
    if isinstance(subject, (list, tuple, deque)):
        return [state_of(each, depth + 1) for each in items]
    if isinstance(subject, dict):
        return {key: state_of(value, depth + 1) for key, value in items.items()}
    return items if isinstance(subject, (int, float, str, bytes, set, frozenset, type(None))) else _other(items)


def _attributes(subject: Any) -> "Iterator[tuple[str, Any]]":
    yield from sorted(getattr(subject, "__dict__", {}).items())
    slots = [name for kind in type(subject).__mro__ for name in getattr(kind, "__slots__", ())]
    yield from ((name, getattr(subject, name)) for name in slots if hasattr(subject, name))


def _other(value: Any) -> str:
    """No address, which differs from run to run."""
    return f"an object of the class {type(value).__name__}"
