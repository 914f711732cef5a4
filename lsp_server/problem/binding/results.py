"""The result that an example states, as a value of the type that the function returns: also what is no literal.

Knows neither how examples are worded nor how their inputs are bound.
"""

import re
from typing import cast

from lsp_server.problem.binding.changed import changed_example
from lsp_server.problem.binding.listed import is_unclear, listed
from lsp_server.problem.examples.calls import failure
from lsp_server.problem.grammar import Types
from lsp_server.problem.model import Example, Signature, Value
from lsp_server.problem.values import parse_assignments, parse_prefix, parse_value

_MAPS = re.compile(r"(?:const )?(?:std::)?(?:unordered_)?(?:map|Map|HashMap|TreeMap|BTreeMap|LinkedHashMap)\b")
_WITH_ERROR = re.compile(r"\(([^()]*), *(?:\w+ +)?error\)")
"""Go's `(int, error)`."""
_FAILED = re.compile(r"Err\((.*)\)")
_SIGNED = 2**31
_TRUTHS = ("bool", "boolean", "Boolean")
_SAID = {"yes": True, "no": False}


def with_result(inputs: dict[str, Value], wanted: str, signature: Signature, types: Types) -> Example | None:
    if changed := changed_example(inputs, wanted):
        return changed
    in_place = signature.returns in types.nothing and bool(inputs)
    target = next(iter(inputs)) if in_place else None
    kind = _kind_of_result(signature, inputs, target)
    if kind in _TRUTHS and (said := _SAID.get(wanted.strip().lower())) is not None:
        return Example(raw="", inputs=inputs, expected=said, mutated=target)
    if is_unclear(wanted, kind):
        return None
    if (items := listed(wanted, kind, types)) is not None:
        return Example(raw="", inputs=inputs, expected=items, mutated=target)
    try:
        return Example(raw="", inputs=inputs, expected=fitting(parse_value(wanted), signature.returns), mutated=target)
    except ValueError:
        return _with_text_result(inputs, wanted, signature, target, types)


def _kind_of_result(signature: Signature, inputs: dict[str, Value], target: str | None) -> str:
    """The type of what an output shows: the result, or the argument that is changed in place."""
    if not target:
        return signature.returns
    kind = next((param.type for param in signature.params if param.name == target), "")
    if kind or not isinstance(inputs[target], list):
        return kind
    items = cast("list[Value]", inputs[target])
    return "List[List]" if items and all(isinstance(item, list) for item in items) else "list"


def fitting(value: Value, kind: str, types: Types | None = None) -> Value:
    """Braces were read as a list, in a language that writes lists so; where the type is a map they mean a map."""
    if with_error := _WITH_ERROR.fullmatch(kind):
        return _beside_error(value, with_error[1].count(",") + 2)
    if types and types.wide and kind == "int" and isinstance(value, int) and _SIGNED <= value < 2 * _SIGNED:
        return value - 2 * _SIGNED  # 32 bits that the statement shows as an unsigned number
    if type(value) is int and value in (0, 1) and kind in _TRUTHS:
        return bool(value)
    if not isinstance(value, list) or not _MAPS.match(kind):
        return cast("Value", value)
    rows = [cast("list[Value]", row) for row in cast("list[Value]", value) if isinstance(row, list)]
    pairs = [(row[0], row[1]) for row in rows if len(row) == 2 and isinstance(row[0], str | int | float)]
    return dict(pairs) if len(pairs) == len(cast("list[Value]", value)) else cast("Value", value)


def _beside_error(value: Value, count: int) -> Value:
    """Results of which a statement leaves out the last, an error that is nil; with it they are a list."""
    items = cast("list[Value]", value) if isinstance(value, list) else []
    if len(items) == count and items[-1] is None:
        return items
    return [*items, None] if count > 2 and len(items) == count - 1 else [value, None]


def fitted(inputs: dict[str, Value], signature: Signature, types: Types) -> dict[str, Value]:
    kinds = {param.name: param.type for param in signature.params}
    return {name: fitting(value, kinds.get(name, ""), types) for name, value in inputs.items()}


def _with_text_result(
    inputs: dict[str, Value], wanted: str, signature: Signature, target: str | None, types: Types
) -> Example | None:
    """A result that is no literal: the first of several values, an unquoted string, or an exception's name."""
    if raised := re.fullmatch(r"(?:raises?|throws?)?\s*`?((?:\w+\.)*\w*(?:Error|Exception))\b`?(.*)", wanted.strip()):
        return Example(raw="", inputs=inputs, expected=raised[1], expects="exception")
    if re.match(r"(?:Tuple|tuple|typing\.Tuple)\b", signature.returns):
        values = parse_assignments(wanted)
        return Example(raw="", inputs=inputs, expected=tuple(values)) if isinstance(values, list) else None
    first = wanted.split("\n", 1)[0].strip()
    if (failed := _FAILED.fullmatch(first.strip("`"))) and re.match(r"(?:\w+::)*Result\b", signature.returns):
        return Example(raw="", inputs=inputs, expected=failure(failed[1]), expects="exception")
    try:
        value, end = parse_prefix(first)
        if _is_aside(first[end:]):
            return Example(raw="", inputs=inputs, expected=value, mutated=target)
    except ValueError:
        pass
    if types.text.fullmatch(signature.returns) or (
        not signature.returns and re.fullmatch(r"\w+|(?=\S*\d)[\w:./-]+", first)
    ):
        return Example(raw="", inputs=inputs, expected=wanted.strip(), mutated=target)
    return None


def _is_aside(rest: str) -> bool:
    """`24 # sum of 21 + 3`, `3 (the third)`, `2.`, `2, because …`, `[0,1] or [1,0]` still state the value before it."""
    return bool(re.match(r"\s*(?:[#(.;]|//|,\s*[a-z]{2,}|\s(?:because|since|as)\b|,?\s*(?:or|或者?)(?![a-z]))", rest))
