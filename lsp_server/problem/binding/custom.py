"""Statements whose examples state other things than the parameters, because the site builds the arguments of them.

LeetCode calls that a custom judge: `head = [3,2,0,-4], pos = 1` for a function of `head` alone, where `pos` is the
place that the tail is linked to. Which statement it is, the names of the inputs and the number of parameters tell. What
is built of them is for the judge to know (`judge/arrange.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lsp_server.problem.model import Custom, Example, Value
from lsp_server.problem.values import parse_value


@dataclass(frozen=True, slots=True)
class Row:
    """`stated` are the names of the inputs, `takes` is how many parameters the solution has."""

    custom: Custom
    stated: frozenset[str]
    takes: int


ROWS = (
    Row("cycle", frozenset({"head", "pos"}), 1),
    Row("intersection", frozenset({"intersectVal", "listA", "listB", "skipA", "skipB"}), 2),
    Row("node", frozenset({"head", "node"}), 1),
    Row("node", frozenset({"tree", "node"}), 1),
    Row("nodes", frozenset({"root", "p", "q"}), 2),
    Row("copy", frozenset({"tree", "target"}), 3),
    Row("first_bad", frozenset({"n", "bad"}), 1),
    Row("guess", frozenset({"n", "pick"}), 1),
)


def custom_example(given: Mapping[str, Value], wanted: str, takes: int) -> Example | None:
    """None when this is no custom judge's example. What is expected stays text where it is a sentence."""
    row = next((row for row in ROWS if row.takes == takes and row.stated == frozenset(given)), None)
    return Example(raw="", inputs=dict(given), expected=_expected(wanted), custom=row.custom) if row else None


def _expected(wanted: str) -> Value:
    first = wanted.strip().split("\n", 1)[0].strip()
    try:
        return parse_value(first)
    except ValueError:
        return first
