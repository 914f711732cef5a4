"""Examples of a class: names of operations with their arguments, or all that an iterator has."""

from typing import cast

from lsp_server.problem.binding.inputs import inputs_of
from lsp_server.problem.binding.results import fitted
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.grammar import Language
from lsp_server.problem.model import Example, Signature, Value
from lsp_server.problem.values import is_value, parse_assignments, parse_value


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


def operations_example(raw: Labelled) -> Example | None:
    """What LeetCode shows for a class: operations, their arguments, and the list of what they return."""
    pair = operations_of(raw.given)
    if not pair:
        return None
    try:
        expected = parse_value(raw.wanted)
    except ValueError:
        return None
    return Example(raw="", form="operations", inputs={"operations": pair[0], "arguments": pair[1]}, expected=expected)


def drained_example(raw: Labelled, signature: Signature, row: Language) -> Example | None:
    """The arguments of an iterator's constructor, and the list of all that it has."""
    inputs = inputs_of(raw.given, signature, row.types) if signature.params else None
    expected = parse_value(raw.wanted) if is_value(raw.wanted) else None
    if not inputs or not isinstance(expected, list):
        return None
    inputs = fitted(inputs, signature, row.types)
    return Example(raw="", inputs=inputs, expected=cast("Value", expected), custom="drained")
