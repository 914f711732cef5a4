"""One exercise of the curriculum: a problem as production code sees it, and the answer the model should give.

A family writes a `Draft` (what is computed, how it is said, the body of the solution). `dress` turns it into an
`Exercise`: plain function, typed function or LeetCode's `class Solution`, with examples that come from running the
solution. Families never think about style, examples or prompts.
"""

import copy
import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from lsp_server.problem.model import Example, Order, Parameter, Point, Problem, Region, Signature, Target
from lsp_server.starter.curriculum.annotations import spelled

HOLD_OUT_ONE_IN = 8
SINGLE_OPERATION = "op:"

Inputs = Callable[[Random], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a family makes up.

    composition  what is computed ("filter=even map=square fold=sum"); whole compositions are held out by hash
    wording      the sentence frame that says it ("frame 7"); whole wordings are held out by hash
    params       (name, type) in call order, types as LeetCode writes them ("List[int]", "str", "Optional[int]")
    reasoning    one to four short sentences in the order in which the code is written
    body         the lines inside the function, not indented, four spaces per level
    inputs       makes a fresh argument tuple; small values, edge cases included now and then
    """

    composition: str
    wording: str
    name: str
    params: tuple[tuple[str, str], ...]
    returns: str
    statement: str
    reasoning: str
    body: str
    inputs: Inputs
    constraints: tuple[str, ...] = ()
    order: Order = "exact"


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    draft: Callable[[Random], Draft]


@dataclass(frozen=True, slots=True)
class Exercise:
    """`answer` is what the model writes after the prompt: reasoning in `<think>`, then one fenced block of code."""

    family: str
    composition: str
    wording: str
    problem: Problem
    code: str
    answer: str
    draft: Draft = field(repr=False)

    @property
    def held_out(self) -> bool:
        """True when its composition or its wording must never be trained on."""
        return held_out(self.family, self.composition) or held_out(self.family, self.wording)


def held_out(family: str, key: str) -> bool:
    """Decided by hash, so that it never depends on the order in which things were generated.

    Keys that start with "op:" are single operations: what was never shown cannot be composed, so they stay in.
    """
    if key.startswith(SINGLE_OPERATION):
        return False
    return hashlib.sha256(f"{family}/{key}".encode()).digest()[0] % HOLD_OUT_ONE_IN == 0


def dress(family: str, draft: Draft, rng: Random) -> Exercise:
    """Choose a style, run the solution on fresh inputs for the examples, and write the answer."""
    signature = _signature(draft, rng)
    code = written_code(signature, draft.body)
    solve = compiled(code, signature)
    examples = [_example(signature, draft.inputs(rng), solve) for _ in range(rng.choice((0, 1, 2, 2, 3)))]
    title = draft.name.replace("_", " ").title() if rng.random() < 0.3 else ""
    nowhere = Region(start=Point(line=1, column=0, offset=0), end=Point(line=1, column=0, offset=0))
    problem = Problem(
        title=title,
        language="python",
        statement=draft.statement,
        examples=tuple(examples),
        constraints=draft.constraints if rng.random() < 0.7 else (),
        signature=signature,
        region=nowhere,
        statement_region=nowhere,
        target=Target(kind="below", region=nowhere),
        order=draft.order,
    )
    answer = f"<think>\n{draft.reasoning}\n</think>\n\n```python\n{code}\n```"
    return Exercise(family, draft.composition, draft.wording, problem, code, answer, draft)


def compiled(code: str, signature: Signature) -> Callable[..., Any]:
    """The callable that `code` defines. Only for code of this curriculum: nothing here is a sandbox."""
    namespace = dict(_provided())
    exec(code, namespace)  # noqa: S102
    if signature.kind == "method":
        return getattr(namespace[signature.owner or "Solution"](), signature.name)
    return namespace[signature.name]


@cache
def _provided() -> dict[str, Any]:
    """The names that a solution may use without an import; copied, never changed."""
    namespace: dict[str, Any] = {"math": math}
    exec("from typing import *\nfrom collections import *\nfrom functools import *\nfrom itertools import *", namespace)  # noqa: S102
    return namespace


def _signature(draft: Draft, rng: Random) -> Signature:
    style = rng.choice(("plain", "typed", "typed", "method"))
    method = style == "method"
    written = (*(kind for _, kind in draft.params), draft.returns)
    if style == "plain":
        written = ("",) * len(written)
    elif not method:
        written = spelled(written, rng)
    *kinds, returns = written
    params = tuple(Parameter(name=name, type=kind) for (name, _), kind in zip(draft.params, kinds, strict=True))
    return Signature(
        name=_camel(draft.name) if method else draft.name,
        params=params,
        returns=returns,
        kind="method" if method else "function",
        owner="Solution" if method else None,
    )


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def written_code(signature: Signature, body: str) -> str:
    """The whole solution. A body that calls itself writes `{name}(`; in a method that becomes `self.name(`."""
    method = signature.kind == "method"
    called = f"self.{signature.name}" if method else signature.name
    params = [f"{p.name}: {p.type}" if p.type else p.name for p in signature.params]
    returns = f" -> {signature.returns}" if signature.returns else ""
    indent = "        " if method else "    "
    lines = [indent + line if line else "" for line in body.replace("{name}(", f"{called}(").splitlines()]
    head = f"def {signature.name}({', '.join(['self', *params] if method else params)}){returns}:"
    top = [f"class {signature.owner}:", f"    {head}"] if method else [head]
    return "\n".join([*top, *lines])


def _example(signature: Signature, args: Sequence[Any], solve: Callable[..., Any]) -> Example:
    result = solve(*copy.deepcopy(args))
    inputs = {parameter.name: value for parameter, value in zip(signature.params, args, strict=True)}
    return Example(raw="", inputs=inputs, expected=result)
