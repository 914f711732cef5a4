"""Binds the examples of a statement to a signature: `Input: nums = [2,7], target = 9` becomes inputs by parameter.

What cannot be bound is not an example: a wrong test would be worse than none.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from lsp_server.problem.binding.code import called_example, session_example
from lsp_server.problem.binding.custom import custom_example
from lsp_server.problem.binding.designs import drained_example, operations_example, operations_of
from lsp_server.problem.binding.inputs import inputs_of
from lsp_server.problem.binding.listed import LISTS, show_numbers
from lsp_server.problem.binding.loose import nodes_as_lists, takes_nodes, with_brackets, with_commas
from lsp_server.problem.binding.names import asked_of, folded
from lsp_server.problem.binding.results import fitted, with_result
from lsp_server.problem.binding.scripted import deals_in_functions, scripted_example
from lsp_server.problem.binding.unquoted import quoted, show_texts
from lsp_server.problem.binding.worked import as_stdin
from lsp_server.problem.examples.raw import Called, Given, Labelled, Raw, Session
from lsp_server.problem.grammar import Language, Types
from lsp_server.problem.model import Example, Signature
from lsp_server.problem.values import parse_assignments

_SCRIPTS = ("javascript", "typescript")
_EMPTY = re.compile(r"(\w+) = \"\"")
_ALWAYS_TEXT = ("go", "rust")
"""Where text is never nothing and no argument has a default: elsewhere `two_fer()` may be what an empty cell means."""


def bind_examples(raws: Sequence[Raw], signature: Signature, row: Language) -> list[tuple[Raw, Example]]:
    """The examples that fit, each with where it came from. `Example.raw` and `.region` are left to the caller."""
    if not signature.returns and "" not in row.types.nothing and show_texts(raws):
        signature = signature.model_copy(update={"returns": row.types.names.get("str", "str")})
    if not signature.returns and "" not in row.types.nothing and show_numbers(_shown(raws)):
        listed = signature.model_copy(update={"returns": row.types.names.get("List", "list").format("any")})
        return [(raw, _or_text(raw, example)) for raw, example in bind_examples(raws, listed, row)]
    program = signature.kind == "program"
    bound = (
        (
            raw,
            as_stdin(raw, raws)
            if program and isinstance(raw, Labelled) and raw.worked
            else _bound(raw, signature, row),
        )
        for raw in raws
    )
    return [(raw, example) for raw, example in bound if example]


def _bound(raw: Raw, signature: Signature, row: Language) -> Example | None:
    example = _BINDERS[type(raw)](raw, signature, row)
    if not example or not isinstance(raw, Labelled) or not raw.also:
        return example
    others = (_labelled(replace(raw, wanted=wanted, also=()), signature, row) for wanted in raw.also)
    also = (other.expected for other in others if other and other.expects == example.expects)
    return example.model_copy(update={"also": tuple(also)})


def _or_text(raw: Raw, example: Example) -> Example:
    """Nothing says whether `17 5 2` is a list or text that is returned or printed: each is right."""
    if not isinstance(raw, Labelled) or raw.also or not isinstance(example.expected, list):
        return example
    return example.model_copy(update={"also": (raw.wanted.strip(),)})


def _shown(raws: Sequence[Raw]) -> list[str]:
    return [raw.wanted.strip() for raw in raws if isinstance(raw, Labelled) and not (raw.stuck or raw.printed)]


def _labelled(raw: Labelled, signature: Signature, row: Language) -> Example | None:
    raw = quoted(raw, signature, row.types) if raw.bare and signature.kind != "program" else raw
    if raw.stuck or (raw.empty and not _is_text(raw, signature, row)):
        return None
    if raw.weak and not _is_certain(raw, signature, row.types):
        return None
    if signature.kind == "program":
        return Example(
            raw="", form="stdin", stdin=_with_newline(raw.given), expected=_with_newline(raw.wanted), expects="text"
        )
    if signature.kind == "class":
        return operations_example(raw) or drained_example(raw, signature, row)
    raw = replace(raw, given=_with_lists(with_commas(raw.given), signature), wanted=with_commas(raw.wanted))
    if takes_nodes(signature):
        given, wanted = nodes_as_lists(raw.given, raw.wanted, returned=signature.returns not in row.types.nothing)
        raw = replace(raw, given=given, wanted=wanted)
    if row.id in _SCRIPTS and (
        (scripted := scripted_example(raw.given, raw.wanted, signature)) or deals_in_functions(signature)
    ):
        return scripted
    values = parse_assignments(raw.given)
    takes = len(asked_of(signature, row.types))
    if isinstance(values, dict) and (built := custom_example(values, raw.wanted, takes)):
        return built
    inputs = inputs_of(raw.given, signature, row.types)
    if inputs is not None and raw.printed and (not signature.returns or signature.returns in row.types.nothing):
        return Example(
            raw="", inputs=fitted(inputs, signature, row.types), expected=_with_newline(raw.wanted), expects="text"
        )
    return (
        with_result(fitted(inputs, signature, row.types), raw.wanted, signature, row.types)
        if inputs is not None
        else None
    )


def _is_text(raw: Labelled, signature: Signature, row: Language) -> bool:
    """Whether what is empty in a table can be nothing but the empty text."""
    texts = {folded(param.name) for param in signature.params if row.types.text.fullmatch(param.type)}
    return row.id in _ALWAYS_TEXT and texts.issuperset(map(folded, _EMPTY.findall(raw.given)))


def _with_lists(given: str, signature: Signature) -> str:
    lists = [param.name for param in signature.params if LISTS.match(param.type)]
    return with_brackets(given, lists, [param.name for param in signature.params if not param.type])


def _is_certain(raw: Labelled, signature: Signature, types: Types) -> bool:
    """Whether what only looks like an example fits: all the names, or a value of the kind of each parameter."""
    asked, values = asked_of(signature, types), parse_assignments(raw.given)
    if signature.kind not in ("function", "method") or not values:
        return False
    if isinstance(values, dict):
        return {folded(name) for name in values} == {folded(name) for name in asked}
    kinds = [param.type for param in signature.params if param.name in asked]
    return len(values) == len(kinds) and all(
        not kind or isinstance(value, str) == bool(types.text.fullmatch(kind))
        for value, kind in zip(values, kinds, strict=True)
    )


def _given(raw: Given, signature: Signature, row: Language) -> Example | None:
    if signature.kind == "program":
        return Example(raw="", form="stdin", stdin=_with_newline(raw.given), expects="unknown")
    if signature.kind == "class":
        pair = operations_of(raw.given)
        inputs = {"operations": pair[0], "arguments": pair[1]} if pair else None
        return Example(raw="", form="operations", inputs=inputs, expects="unknown") if inputs else None
    inputs = inputs_of(raw.given, signature, row.types)
    return Example(raw="", inputs=fitted(inputs, signature, row.types), expects="unknown") if inputs else None


def _with_newline(text: str) -> str:
    return text + "\n" if text else ""


_BINDERS: dict[type, Callable[[Any, Signature, Language], Example | None]] = {
    Labelled: _labelled,
    Called: called_example,
    Session: session_example,
    Given: _given,
}
