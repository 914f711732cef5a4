"""What a problem is: the frozen values that every other room works with.

Positions follow Python's own `ast`: lines are 1-based, columns are 0-based and count Unicode code points.
`offset` counts code points from the start of the text, so `text[region.start.offset:region.end.offset]` is the region.
Conversion to UTF-8/16/32 columns happens in `features/convert.py` and nowhere else.
"""

import math
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, field_serializer

Kind = Literal["function", "method", "class", "program", "maths"]
Form = Literal["arguments", "session", "operations", "stdin"]
Expects = Literal["value", "text", "exception", "unknown"]
Order = Literal["exact", "any", "any_outer", "any_inner", "any_both"]
Custom = Literal[
    "cycle", "intersection", "node", "nodes", "copy", "first_bad", "guess",
    "prototype", "outcome", "thunk", "spread", "elapsed", "counter", "once", "methods", "memoize", "curried",
    "generator", "made", "drained",
]  # fmt: skip

AS_PRINTED = 0.0
"""No error at all: a program prints the decimals that the statement asks for."""
DEFAULT_TOLERANCE = 1e-5
"""The error that LeetCode allows where a statement names none."""

Value = Any
"""A literal of a statement as a Python value: None, bool, int, float, str, list, tuple, set, dict; or `Code`."""


class Code(str):
    """An expression in the problem's own language where a value is expected: `(x) => x + 1`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Point(Frozen):
    line: int
    column: int
    offset: int


class Region(Frozen):
    """A half-open stretch of the document's text."""

    start: Point
    end: Point


class Parameter(Frozen):
    """`type` is source text in the problem's language ("List[int]"), "" when nothing is known."""

    name: str
    type: str = ""


class Signature(Frozen):
    """What a solution must define.

    function   `name(params) -> returns` at module level
    method     the same inside `owner` (LeetCode's `class Solution`); params exclude self
    class      a design class: `name` is the class, examples are operation lists or sessions
    program    reads stdin, writes stdout; params are empty
    maths      no code: a number or an expression is asked for; params are empty
    """

    name: str
    params: tuple[Parameter, ...] = ()
    returns: str = ""
    kind: Kind = "function"
    owner: str | None = None


class Example(Frozen):
    """One example of the statement.

    form        what `inputs`, `session` and `stdin` hold
      arguments   inputs = {parameter name: value}, in call order
      operations  inputs = {"operations": [...], "arguments": [[...], ...]}, expected = list of results
      session     session = source lines (doctest style); the value of the last expression counts
      stdin       stdin = text; expected = text
    expects     what `expected` is
      value       a parsed literal, compared as a value
      text        text compared with what was printed (stdin), with repr() of the value (arguments), or with what a
                  session shows: what its last statement printed, then repr() of its value unless that is None
      exception   "ValueError" or "ValueError: message"
      unknown     None: nothing tells what it should give; it can be run, not judged
    mutated     the parameter whose value after the call is `expected` (in-place functions), None: the returned value
    returned    with `mutated`: what the call returns beside, as in "Output: 2, nums = [2,2,_,_]" (LeetCode's k). Then
                `expected` holds only the elements that are stated; the parameter may have more behind them. None:
                nothing is said about the returned value
    also        other values that the statement calls right for this example; `expected` is the one that it shows
    custom      the inputs are not the parameters but what the site builds the arguments of (see `custom.py`), or what
                it does with the result (see `scripted.py`)
    """

    raw: str
    form: Form = "arguments"
    inputs: dict[str, Value] | None = None
    session: str | None = None
    stdin: str | None = None
    expected: Value = None
    expects: Expects = "value"
    mutated: str | None = None
    returned: Value = None
    also: tuple[Value, ...] = ()
    custom: Custom | None = None
    region: Region | None = None

    @field_serializer("inputs", "expected", "returned", "also", when_used="json")
    def _as_json(self, value: Value) -> Value:
        return as_json(value)


def as_json(value: Value) -> Value:
    """A literal in what JSON can say: sequences and sets as arrays, keys as text, `Infinity` and `NaN` as strings."""
    if isinstance(value, dict):
        pairs = cast("dict[Value, Value]", value)
        return {key if isinstance(key, str) else repr(key): as_json(item) for key, item in pairs.items()}
    if isinstance(value, list | tuple | set):
        return [as_json(item) for item in cast("list[Value]", value)]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


class Target(Frozen):
    """Where a solution goes. `region` is replaced; `indent` is the indentation of the lines of a body.

    body     the body of an existing function (docstring and comments of the statement stay)
    below    a new definition, inserted at an empty region below the statement
    """

    kind: Literal["body", "below"]
    region: Region
    indent: str = ""


class Problem(Frozen):
    """A statement found in a document, with everything that is needed to solve it and to judge a solution.

    `statement` is the prose without examples and constraints. `order` says how lists of results compare: `any` is the
    order of the list and perhaps of groups in it, `any_outer` only of the list, `any_inner` that of the lists in it.
    `several_answers`: others than those of the examples are right, too. `starter_code` is what a solution completes, as
    the file has it; "" when its signature says it all.
    `has_code` is false for a stub (`pass`, `...`, `raise NotImplementedError`, a comment) or when nothing stands there.
    Of mathematics: `answer` is the right one where the text states it, `derivation` is where one stands below the
    statement, ours (then `target` is its region) or the user's; `has_code` says that there is one.
    `handed`: the statement was told by a client and does not stand in the document. `unread`: how many examples it has
    besides, whose values cannot be read.
    """

    title: str
    language: str
    statement: str
    examples: tuple[Example, ...] = ()
    constraints: tuple[str, ...] = ()
    signature: Signature
    region: Region
    statement_region: Region
    target: Target
    order: Order = "exact"
    float_tolerance: float = DEFAULT_TOLERANCE
    has_code: bool = False
    several_answers: bool = False
    starter_code: str = ""
    answer: str | None = None
    derivation: Region | None = None
    handed: bool = False
    unread: int = 0


class Cursor(Frozen):
    """A place in a document. `line` is 1-based; `column` None means "anywhere on that line"."""

    line: int
    column: int | None = None


class Replacement(Frozen):
    """An edit: put `text` in place of `region` of the document that the problem was found in."""

    region: Region
    text: str
