"""Examples that are code already: calls, whose arguments go by parameter, and sessions of an interpreter."""

from collections.abc import Sequence

from lsp_server.problem.binding.results import fitted, fitting
from lsp_server.problem.examples.raw import Called, Session
from lsp_server.problem.grammar import Language
from lsp_server.problem.model import Example, Signature, Value
from lsp_server.problem.values import parse_value

_STARRED = ("*", "...")


def called_example(raw: Called, signature: Signature, row: Language) -> Example | None:
    """By parameter; a call that needs Python's own binding (`*args`, gaps in defaults) is kept as a session."""
    if signature.kind in ("class", "program"):
        return None
    inputs = _arguments(raw.arguments, signature)
    if inputs is not None:
        target = next(iter(inputs), None) if signature.returns in row.types.nothing and raw.wanted is not None else None
        in_place = target if raw.expects == "value" else None
        wanted = fitting(raw.wanted, signature.returns) if raw.expects == "value" else raw.wanted
        inputs = fitted(inputs, signature, row.types)
        return Example(raw="", inputs=inputs, expected=wanted, expects=raw.expects, mutated=in_place)
    if not row.sessions or not any(param.name.startswith(_STARRED) for param in signature.params):
        return None
    arguments = ", ".join(f"{name}={value!r}" if name else repr(value) for name, value in raw.arguments)
    callee = f"{signature.owner}().{signature.name}" if signature.owner else signature.name
    return Example(raw="", form="session", session=f"{callee}({arguments})", expected=raw.wanted, expects=raw.expects)


def _arguments(arguments: Sequence[tuple[str | None, Value]], signature: Signature) -> dict[str, Value] | None:
    names = [param.name for param in signature.params]
    if any(name.startswith(_STARRED) for name in names):
        return None
    positional = [value for name, value in arguments if name is None]
    given = {name: value for name, value in arguments if name is not None}
    if len(positional) > len(names) or not set(given) <= set(names[len(positional) :]):
        return None
    inputs = dict(zip(names, positional, strict=False)) | given
    return {name: inputs[name] for name in names if name in inputs}


def session_example(raw: Session, signature: Signature, row: Language) -> Example | None:
    if signature.kind == "program" or not row.sessions:
        return None
    source = f"{raw.setup}\n{raw.source}" if raw.setup else raw.source
    expected: Value = parse_value(raw.wanted) if raw.expects == "value" else raw.wanted
    return Example(raw="", form="session", session=source, expected=expected, expects=raw.expects)
