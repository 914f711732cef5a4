"""Binds the examples of a statement to a signature: `Input: nums = [2,7], target = 9` becomes inputs by parameter.

What cannot be bound is not an example: a wrong test would be worse than none.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

from lsp_server.problem.binding.custom import custom_example
from lsp_server.problem.binding.lines import by_types
from lsp_server.problem.binding.listed import LISTS, show_numbers
from lsp_server.problem.binding.loose import nodes_as_lists, takes_nodes, with_brackets, with_commas
from lsp_server.problem.binding.results import fitted, fitting, with_result
from lsp_server.problem.binding.scripted import deals_in_functions, scripted_example
from lsp_server.problem.binding.worked import as_stdin
from lsp_server.problem.examples.calls import parse_arguments
from lsp_server.problem.examples.raw import Called, Given, Labelled, Raw, Session
from lsp_server.problem.grammar import Language, Types
from lsp_server.problem.model import Example, Signature, Value
from lsp_server.problem.values import is_value, parse_assignments, parse_mixed, parse_value

_NAMED = re.compile(r"(\w+) = ")
_BARE_WORD = re.compile(r"[^\W\d]\w*")
_WITH_DIGIT = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])[\w:./-]+")
_OF_VALUES = re.compile(r"[=\"'\[{(]")
"""Nothing that a program reads as it stands has these."""
_SIZE_NAME = re.compile(r"[nm]|n[12]?|m[12]?|size\w*|len(?:gth)?", re.IGNORECASE)
_BARE_WORDS = re.compile(r"[^\W\d]\w*(?: \w+){0,5}")
SCRIPTS = ("javascript", "typescript")
_STARRED = ("*", "...")


def bind_examples(raws: Sequence[Raw], signature: Signature, row: Language) -> list[tuple[Raw, Example]]:
    """The examples that fit, each with where it came from. `Example.raw` and `.region` are left to the caller."""
    if not signature.returns and "" not in row.types.nothing and _show_texts(raws):
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


def _show_texts(raws: Sequence[Raw]) -> bool:
    """Whether the outputs are text without quotes: one of a word, another perhaps of several (`Empty string`)."""
    shown = [raw.wanted.strip() for raw in raws if isinstance(raw, Labelled) and raw.block and not raw.stuck]
    texts = [each for each in shown if not is_value(each)]
    return any(_BARE_WORD.fullmatch(each) for each in texts) and all(_BARE_WORDS.fullmatch(each) for each in texts)


def operations_of(given: str) -> tuple[list[str], list[list[Value]]] | None:
    """`["LRUCache", "put"]` and `[[2], [1, 1]]`: names of operations and as many lists of arguments."""
    values = parse_assignments(given)
    pair = list(values.values()) if isinstance(values, dict) else values or []
    if len(pair) != 2 or not all(isinstance(each, list) for each in pair):
        return None
    names, arguments = cast("list[list[Value]]", pair)
    if not names or len(names) != len(arguments):
        return None
    if not all(isinstance(name, str) for name in names) or not all(isinstance(each, list) for each in arguments):
        return None
    return names, arguments


def folded(name: str) -> str:
    """A name as it compares between languages: `maxValue` is `max_value`."""
    return name.replace("_", "").lower()


def _labelled(raw: Labelled, signature: Signature, row: Language) -> Example | None:
    raw = _quoted(raw, signature, row.types) if raw.bare and signature.kind != "program" else raw
    if raw.stuck or (raw.weak and not _is_certain(raw, signature, row.types)):
        return None
    if signature.kind == "program":
        return Example(
            raw="", form="stdin", stdin=_with_newline(raw.given), expected=_with_newline(raw.wanted), expects="text"
        )
    if signature.kind == "class":
        return _operations(raw) or _drained(raw, signature, row)
    raw = replace(raw, given=_with_lists(with_commas(raw.given), signature), wanted=with_commas(raw.wanted))
    if takes_nodes(signature):
        given, wanted = nodes_as_lists(raw.given, raw.wanted, returned=signature.returns not in row.types.nothing)
        raw = replace(raw, given=given, wanted=wanted)
    if row.id in SCRIPTS and (
        (scripted := scripted_example(raw.given, raw.wanted, signature)) or deals_in_functions(signature)
    ):
        return scripted
    values = parse_assignments(raw.given)
    takes = len(asked_of(signature, row.types))
    if isinstance(values, dict) and (built := custom_example(values, raw.wanted, takes)):
        return built
    inputs = _inputs(raw.given, signature, row.types)
    if inputs is not None and raw.printed and (not signature.returns or signature.returns in row.types.nothing):
        return Example(
            raw="", inputs=fitted(inputs, signature, row.types), expected=_with_newline(raw.wanted), expects="text"
        )
    return (
        with_result(fitted(inputs, signature, row.types), raw.wanted, signature, row.types)
        if inputs is not None
        else None
    )


def _with_lists(given: str, signature: Signature) -> str:
    lists = [param.name for param in signature.params if LISTS.match(param.type)]
    return with_brackets(given, lists, [param.name for param in signature.params if not param.type])


def _quoted(raw: Labelled, signature: Signature, types: Types) -> Labelled:
    """`raw` with quotes around what has none and is text: by its type, or as it can be no other value."""
    asked = asked_of(signature, types)
    kind = next((param.type for param in signature.params if [param.name] == asked), None)
    named = _NAMED.match(raw.given)
    name = named[0] if named and [folded(named[1])] == [folded(each) for each in asked] else ""
    given = raw.given[len(name) :].strip()
    if kind is not None and bool(name) is bool(named) and _is_bare(given, kind, types):
        raw = replace(raw, given=f"{name}{json.dumps(given, ensure_ascii=False)}")
    if _is_bare(raw.wanted, signature.returns, types):
        raw = replace(raw, wanted=json.dumps(raw.wanted, ensure_ascii=False))
    return raw


def _is_bare(text: str, kind: str, types: Types) -> bool:
    """Whether it is text without quotes: the type says so, or there is none and it is no value."""
    return bool(text) and text[0] not in "\"'" and bool(types.text.fullmatch(kind) if kind else not is_value(text))


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


def _operations(raw: Labelled) -> Example | None:
    pair = operations_of(raw.given)
    if not pair:
        return None
    try:
        expected = parse_value(raw.wanted)
    except ValueError:
        return None
    return Example(raw="", form="operations", inputs={"operations": pair[0], "arguments": pair[1]}, expected=expected)


def _drained(raw: Labelled, signature: Signature, row: Language) -> Example | None:
    """The arguments of an iterator's constructor, and the list of all that it has."""
    inputs = _inputs(raw.given, signature, row.types) if signature.params else None
    expected = parse_value(raw.wanted) if is_value(raw.wanted) else None
    if not inputs or not isinstance(expected, list):
        return None
    inputs = fitted(inputs, signature, row.types)
    return Example(raw="", inputs=inputs, expected=cast("Value", expected), custom="drained")


def _inputs(given: str, signature: Signature, types: Types) -> dict[str, Value] | None:
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
        _without_sizes(lines),
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


def asked_of(signature: Signature, types: Types) -> list[str]:
    """The parameters that an example states: all but those that follow from an array before them."""
    kinds = ["", *(param.type for param in signature.params)]
    pairs = zip(signature.params, kinds, strict=False)
    return [
        param.name
        for param, before in pairs
        if not (types.implied.fullmatch(param.name) and (before.endswith(("*", "]")) or param.type.endswith("*")))
    ]


def _by_name(values: dict[str, Value], names: Sequence[str], asked: Sequence[str]) -> dict[str, Value] | None:
    lowered = {folded(name): value for name, value in values.items()}
    if set(values) <= set(names):
        return {name: values[name] for name in names if name in values}
    if len(lowered) == len(values) and {folded(name) for name in asked} == set(lowered):
        return {name: lowered[folded(name)] for name in asked}
    if others := _without_told_sizes(values, names):
        return _by_name(others, names, asked)
    if (left := _by_elimination(lowered, asked)) is not None:
        return left
    return _by_position(list(values.values()), names, asked)


def _without_told_sizes(values: dict[str, Value], names: Sequence[str]) -> dict[str, Value]:
    """GeeksforGeeks tells the size of an array beside it, be it that the function does not take it; {} where not."""
    known = set(map(folded, names))
    left = {name: value for name, value in values.items() if folded(name) in known or not _SIZE_NAME.fullmatch(name)}
    fewer = len(left) < len(values) and len(values) > len(names)
    return left if fewer and any(isinstance(value, list) for value in left.values()) else {}


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


def _without_sizes(values: Sequence[Value] | None) -> list[Value] | None:
    """HackerRank tells the size of an array on the line before it."""
    if not values:
        return None
    if _are_sizes(values[0], values[1:]):
        values = values[1:]
    pairs = zip(values, [*values[1:], None], strict=True)
    return [one for one, after in pairs if not (type(one) is int and _length(after) == one)]


def _are_sizes(value: Value, after: Sequence[Value]) -> bool:
    """`5 3` above a line of five numbers and one of three."""
    sizes = cast("list[Value]", value) if isinstance(value, list) else []
    return len(sizes) > 1 and sizes == [_length(each) for each in after]


def _length(value: Value) -> int | None:
    return len(cast("list[Value]", value)) if isinstance(value, list) else None


def _called(raw: Called, signature: Signature, row: Language) -> Example | None:
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


def _session(raw: Session, signature: Signature, row: Language) -> Example | None:
    if signature.kind == "program" or not row.sessions:
        return None
    source = f"{raw.setup}\n{raw.source}" if raw.setup else raw.source
    expected: Value = parse_value(raw.wanted) if raw.expects == "value" else raw.wanted
    return Example(raw="", form="session", session=source, expected=expected, expects=raw.expects)


def _given(raw: Given, signature: Signature, row: Language) -> Example | None:
    if signature.kind == "program":
        return Example(raw="", form="stdin", stdin=_with_newline(raw.given), expects="unknown")
    if signature.kind == "class":
        pair = operations_of(raw.given)
        inputs = {"operations": pair[0], "arguments": pair[1]} if pair else None
        return Example(raw="", form="operations", inputs=inputs, expects="unknown") if inputs else None
    inputs = _inputs(raw.given, signature, row.types)
    return Example(raw="", inputs=fitted(inputs, signature, row.types), expects="unknown") if inputs else None


def _with_newline(text: str) -> str:
    return text + "\n" if text else ""


_BINDERS: dict[type, Callable[[Any, Signature, Language], Example | None]] = {
    Labelled: _labelled,
    Called: _called,
    Session: _session,
    Given: _given,
}
