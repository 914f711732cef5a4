"""Runs one example, in each of the forms that an example can have. Returns what happened as JSON-able data."""

import ast
import os
import time
from collections.abc import Callable
from typing import Any

from . import nested
from .codec import Encoder, TooLargeError, decode, safe_repr
from .errors import NotACopyError, NotDefinedError, described
from .load import Loaded
from .nodes import kind_of, reachable

EXAMPLE = "<example>"
PROMPTS = (">>> ", "... ")
clock = time.perf_counter


def run_example(loaded: Loaded, example: "dict[str, Any]", signature: "dict[str, Any]", room: int) -> "dict[str, Any]":
    """`room`: about how many characters the result may take."""
    started = clock()
    try:
        form = FORMS.get(example["form"]) or _trial(example["form"])
        reply = form(loaded, example, signature, Encoder(room, loaded.nodes.shapes))
    except TooLargeError:
        reply = {"too_large": True}
    except BaseException as error:
        reply = {"error": described(error)}
    return {**reply, "ms": reply.get("ms", (clock() - started) * 1000)}


def _arguments(loaded: Loaded, example: "dict[str, Any]", signature: "dict[str, Any]", encoder: Encoder) -> Any:
    function = function_of(loaded, signature)
    annotations, returns = annotations_of(function, signature)
    values = in_order(function, {name: decode(value) for name, value in example["inputs"]})
    arguments = loaded.nodes.build(values, annotations, loaded.names)
    names = [name for name, _ in example["inputs"]]
    aside = example.get("aside", "v")
    given = reachable(*arguments) if aside == "n" else []
    loaded.hidden = int(aside[1:] or 0)
    started = clock()
    result = _finished(function(*arguments))
    reply: dict[str, Any] = {"ms": (clock() - started) * 1000}
    if aside in ASIDES:
        return {**reply, "value": encoder.encode(ASIDES[aside](loaded, result))}
    if given and not {id(node) for node in given}.isdisjoint(map(id, reachable(result))):
        raise NotACopyError("the result holds a node of the argument, it is no copy")
    if example["wants_repr"]:
        reply["repr"] = safe_repr(result)
    if result is None and arguments:
        reply["first"] = _final(arguments[0], annotations[:1], encoder)
    if (mutated := example.get("mutated")) in names and names.index(mutated) < len(arguments):
        place = names.index(mutated)
        reply["mutated"] = _final(arguments[place], annotations[place : place + 1], encoder)
    reply["value"] = _final(result, [returns], encoder)
    return reply


ASIDES: "dict[str, Callable[[Loaded, Any], Any]]" = {
    "p": lambda loaded, result: loaded.nodes.place(result),
    "w": lambda loaded, result: loaded.nodes.first[0] if loaded.nodes.first else None,
}
"""What is reported instead of the result: `judge/arranged.py`."""


def _final(value: Any, annotation: "list[str]", encoder: Encoder) -> Any:
    """None stands for an empty list or tree where the annotation says that one is meant."""
    if value is None and annotation and (kind := kind_of(annotation[0])):
        nothing: list[Any] = []
        return {"t": "nodes", "v": [kind, nothing]}
    return encoder.encode(nested.plain(value))


def function_of(loaded: Loaded, signature: "dict[str, Any]") -> "Callable[..., Any]":
    """The method of a new `Solution`, or the function; the other of the two where a candidate chose so."""
    name, owner = signature["name"], loaded.find(signature["owner"] or "Solution")
    method = getattr(owner() if isinstance(owner, type) else None, name, None)
    plain = loaded.names.get(name)
    order = (method, plain) if signature["kind"] == "method" else (plain, method)
    found = next((candidate for candidate in order if callable(candidate)), None)
    if found is None:
        raise NotDefinedError(name)
    return found


def annotations_of(function: "Callable[..., Any]", signature: "dict[str, Any]") -> "tuple[list[str], str]":
    """Types as text, of the parameters in order and of the result; the problem's own come first."""
    names, annotations = _parameters(function)
    written = [_text(annotations.get(name)) for name in names]
    types: list[str] = signature["types"]
    if len(types) < len(written):
        types = [*types, *written[len(types) :]]
    found = [mine or theirs for mine, theirs in zip(types, [*written, *types], strict=False)]
    return found, signature["returns"] or _text(annotations.get("return"))


def _parameters(function: Any) -> "tuple[list[str], dict[str, Any]]":
    """Names of the positional parameters of a call, and the annotations. A class is called through its `__init__`."""
    function = function.__init__ if isinstance(function, type) else function
    bound = hasattr(function, "__self__")
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    code = getattr(function, "__code__", None)
    names = list(code.co_varnames[: code.co_argcount]) if code else []
    try:
        annotations = dict(getattr(function, "__annotations__", {}))
    except NameError:  # Python 3.14 evaluates them here
        annotations = {}
    return names[1:] if bound or getattr(function, "__qualname__", "").endswith(".__init__") else names, annotations


def _text(annotation: Any) -> str:
    if annotation is None:
        return ""
    if isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        return annotation.__name__
    return annotation if isinstance(annotation, str) else repr(annotation)


def in_order(function: "Callable[..., Any]", inputs: "dict[str, Any]") -> "list[Any]":
    """By position; by name only where a statement gives exactly the parameters in another order."""
    names, _ = _parameters(function)
    return [inputs[name] for name in names] if set(names) == set(inputs) else list(inputs.values())


def call_finished(function: "Callable[..., Any]", arguments: "list[Any]") -> Any:
    """The result of a call, awaited where it must be."""
    return _finished(function(*arguments))


def _finished(result: Any) -> Any:
    if not hasattr(result, "__await__"):
        return result
    import asyncio  # as slow as everything else together, and hardly ever needed

    return asyncio.run(_awaited(result))


async def _awaited(result: Any) -> Any:
    return await result


def _operations(loaded: Loaded, example: "dict[str, Any]", signature: "dict[str, Any]", encoder: Encoder) -> Any:
    """A design class: the first operation makes the object, the others are called on it in order."""
    inputs = {name: decode(value) for name, value in example["inputs"]}
    started = clock()
    results = operations_on(loaded, inputs, signature)
    spent = (clock() - started) * 1000
    reply = {"ms": spent, "value": encoder.encode(results)}
    return {**reply, "repr": safe_repr(results)} if example["wants_repr"] else reply


def operations_on(loaded: Loaded, inputs: "dict[str, Any]", signature: "dict[str, Any]") -> "list[Any]":
    """What each operation returned; None for the one that makes the object."""
    operations, arguments = inputs["operations"], inputs["arguments"]
    cls = loaded.find(operations[0]) or loaded.find(signature["name"])
    if not callable(cls):
        raise NotDefinedError(operations[0])
    subject = _called(cls, arguments[0], loaded)
    results: list[Any] = [None]
    for operation, values in zip(operations[1:], arguments[1:], strict=False):
        results.append(_called(getattr(subject, operation), values, loaded))
    return results


def _called(function: "Callable[..., Any]", values: "list[Any]", loaded: Loaded) -> Any:
    annotations, _ = annotations_of(function, {"types": [], "returns": ""})
    return _finished(function(*loaded.nodes.build(list(values), annotations, loaded.names)))


def _session(loaded: Loaded, example: "dict[str, Any]", signature: "dict[str, Any]", encoder: Encoder) -> Any:
    """As typed into an interpreter: all lines run, the last statement is what counts."""
    names = dict(loaded.names)
    if signature["kind"] == "method" and signature["name"] not in names:
        names[signature["name"]] = function_of(loaded, signature)
    tree = ast.parse(_unprompted(example["session"]), EXAMPLE)
    last = ast.Module(tree.body[-1:], [])
    started = clock()
    _execute(ast.Module(tree.body[:-1], []), names)
    mark = _mark() if tree.body[1:] else ""
    result = _finished(_execute(last, names))
    reply: dict[str, Any] = {"ms": (clock() - started) * 1000, "mark": mark}
    if example["wants_repr"] and result is not None:
        reply["repr"] = safe_repr(result)
    reply["value"] = encoder.encode(result)
    return reply


def _execute(module: ast.Module, names: "dict[str, Any]") -> Any:
    """The value when it is one expression, else None."""
    body = module.body
    if len(body) == 1 and isinstance(body[0], ast.Expr):
        expression = compile(ast.Expression(body[0].value), EXAMPLE, "eval", dont_inherit=True)
        return eval(expression, names)  # noqa: S307 - in the sandbox
    exec(compile(module, EXAMPLE, "exec", dont_inherit=True), names)  # noqa: S102 - in the sandbox
    return None


def _mark() -> str:
    """Printed before the last statement: what stands before it, earlier statements have printed."""
    mark = f"<{os.urandom(8).hex()}>"
    print(mark, end="", flush=True)  # noqa: T201 - that is the way to say it
    return mark


def _unprompted(session: str) -> str:
    """The lines without `>>> ` and `... `, when they have them."""
    lines = session.splitlines()
    if not any(line.startswith(PROMPTS) for line in lines):
        return session
    return "\n".join(line[4:] if line.startswith(PROMPTS) else line.removeprefix("...") for line in lines)


FORMS = {"arguments": _arguments, "operations": _operations, "session": _session}
TRIALS = {
    **dict.fromkeys(("observed", "state", "profiled", "weighed"), "trials"),
    "raced": "race",
    "climbed": "race",
    "reached": "reach",
}
"""Forms that only comparing two versions needs, by the module that is imported for them."""


def _trial(form: str) -> "Callable[..., dict[str, Any]]":
    from importlib import import_module

    run = getattr(import_module(f".{TRIALS[form]}", __package__), form)

    def made(loaded: Loaded, example: "dict[str, Any]", signature: "dict[str, Any]", encoder: Encoder) -> Any:
        return {"value": encoder.encode(run(loaded, example, signature))}

    return made
