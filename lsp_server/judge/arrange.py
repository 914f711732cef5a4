"""Builds what LeetCode's custom judges build: arguments that the example describes in other words than the parameters.

`arranged` gives a problem whose examples have the real arguments, as `Chain`s where nodes are shared, closed into a
cycle or given from the middle, and an aside for the harness. `worded` gives the verdict the statement's own words back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsp_server.judge.arranged import Arranged
from lsp_server.judge.present import show_expected, show_input
from lsp_server.judge.runners.inside.codec import Chain
from lsp_server.judge.verdict import ExampleResult
from lsp_server.problem.model import Custom, Example, Problem

Inputs = Mapping[str, Any]
COPIES = frozenset({"copyrandomlist", "clonegraph", "clonetree", "copyrandombinarytree"})
FOREIGN = -1


def _cycle(given: Inputs) -> list[Any]:
    return [Chain(given["head"], 0, -1, given["pos"])]


def _intersection(given: Inputs) -> list[Any]:
    """The second list is its own beginning, then nodes of the first."""
    own = given["listB"][: given["skipB"]]
    return [Chain(given["listA"], 0, -1, -1), Chain(own, 0, _shared(given), -1)]


def _shared(given: Inputs) -> int:
    return given["skipA"] if given["intersectVal"] != 0 and given["skipA"] < len(given["listA"]) else -1


def _node(given: Inputs) -> list[Any]:
    items, value = given.values()
    return [Chain(items, _place(items, value), -1, -1)]


def _nodes(given: Inputs) -> list[Any]:
    root, p, q = given.values()
    return [Chain(root, _place(root, p), -1, -1), Chain([], 0, _place(root, q), -1)]


def _place(items: Sequence[Any], value: Any) -> int:
    """Among the nodes: gaps in a tree are none."""
    return [item for item in items if item is not None].index(value)


@dataclass(frozen=True, slots=True)
class Row:
    """arguments  in the order of the parameters
    aside      from the inputs and the type of the result as the example shows it
    expected   None: what the statement says; else from the inputs, as the harness will report it
    words      how a place is said
    """

    arguments: Callable[[Inputs], list[Any]]
    aside: Callable[[Example], str] = lambda _: "v"
    expected: Callable[[Inputs], Any] | None = None
    words: Callable[[Inputs, int | None], str] = lambda _, place: str(place)


def _says_place(example: Example) -> str:
    return "v" if isinstance(example.expected, bool) else "p"


def _cycle_words(_given: Inputs, place: int | None) -> str:
    return "no cycle" if place is None else f"tail connects to node index {place}"


def _intersection_words(given: Inputs, place: int | None) -> str:
    return "No intersection" if place is None else f"Intersected at '{given['listA'][place]}'"


ROWS: Mapping[Custom, Row] = {
    "cycle": Row(
        _cycle,
        _says_place,
        lambda given: given["pos"] if 0 <= given["pos"] < len(given["head"]) else None,
        _cycle_words,
    ),
    "intersection": Row(
        _intersection,
        lambda _: "p",
        lambda given: None if (place := _shared(given)) < 0 else place,
        _intersection_words,
    ),
    "node": Row(_node, lambda example: "w" if "head" in (example.inputs or {}) else "v"),
    "nodes": Row(_nodes),
    "copy": Row(lambda given: [given["tree"], given["tree"], given["target"]]),
    "first_bad": Row(lambda given: [given["n"]], lambda example: f"o{(example.inputs or {})['bad']}"),
    "guess": Row(lambda given: [given["n"]], lambda example: f"o{(example.inputs or {})['pick']}"),
}


def arranged(problem: Problem) -> Problem:
    """With the examples as the harness gets them; as it is when all of them are already."""
    aside = "n" if problem.signature.name.replace("_", "").lower() in COPIES else "v"
    if aside == "v" and not any(example.custom for example in problem.examples):
        return problem
    return problem.model_copy(update={"examples": tuple(_arranged(problem, each, aside) for each in problem.examples)})


def _arranged(problem: Problem, example: Example, aside: str) -> Example:
    fields: dict[str, Any] = {**dict(example), "stated": example, "aside": aside}
    if example.custom in (None, "drained"):
        return Arranged.model_validate(fields)
    if example.custom not in ROWS:
        return Arranged.model_validate({**fields, "aside": f"f{example.custom}"})
    row = ROWS[example.custom]
    try:
        arguments, aside = row.arguments(example.inputs or {}), row.aside(example)
    except (ValueError, TypeError, KeyError, IndexError):  # a statement that contradicts itself: it is run as it stands
        return example
    names = [parameter.name for parameter in problem.signature.params]
    given = dict(zip(names, arguments, strict=False))
    expected = row.expected(example.inputs or {}) if row.expected and aside == "p" else example.expected
    return Arranged.model_validate({**fields, "inputs": given, "aside": aside, "expected": expected})


def worded(example: Example, result: ExampleResult, value: Any, language: str) -> ExampleResult:
    """The result in the words of the statement; `value` is what the harness reported."""
    if not isinstance(example, Arranged):
        return result
    stated = example.stated
    said = {"input": show_input(stated, language), "expected": show_expected(stated, language)}
    if example.aside == "p" and stated.custom and result.actual is not None:
        said["actual"] = _place_in_words(stated, value)
    return result.model_copy(update=said)


def _place_in_words(stated: Example, value: Any) -> str:
    if value == FOREIGN or not (value is None or isinstance(value, int)) or stated.custom is None:
        return "a node that is not in the list"
    return ROWS[stated.custom].words(stated.inputs or {}, value)
