"""Single operations ("rotate a list", "is it a palindrome?"): a table row each, drafted in many wordings.

Compositions of several steps are in `pipeline`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from string import Template
from typing import Any

from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.curriculum.kinds import KINDS
from lsp_server.starter.curriculum.phrasing import Bound, ask, bind, fill, function_name

Value = str | int
Nothing: Mapping[str, Sequence[Value]] = {}


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing to compute. In all texts $a, $b, $c are parameter names; in `np`, `vp`, `notes` $A, $B, $C mention them.

    params    names of KINDS, separated by blanks
    np        noun phrases of the result ("the sum of $A")
    vp        the same as instructions ("add up $A and return the total")
    notes     one of these is appended: the policy for edge cases
    draws     literals: placeholder -> choices
    variants  placeholders that change together ("left"/"right" with their code)
    inputs    overrides the makers of the kinds
    """

    key: str
    names: str
    params: str
    returns: str
    np: tuple[str, ...]
    vp: tuple[str, ...]
    reasoning: str
    body: str
    notes: tuple[str, ...] = ()
    draws: Mapping[str, Sequence[Value]] = field(default_factory=lambda: Nothing)
    variants: tuple[Mapping[str, str], ...] = ({},)
    inputs: Callable[[Random], tuple[Any, ...]] | None = None


def draft_operation(operation: Operation, rng: Random) -> Draft:
    """One exercise about `operation`: never held out as a composition, only its wordings are."""
    number = rng.randrange(len(operation.variants))
    values: dict[str, Value] = {key: rng.choice(choices) for key, choices in operation.draws.items()}
    values |= operation.variants[number]
    code = Template(operation.body).safe_substitute(operation.variants[number])
    bound = bind([KINDS[kind] for kind in operation.params.split()], rng, code)
    names = {letter: parameter.name for letter, parameter in zip("abc", bound, strict=False)}
    asked = ask(bound, operation.np, operation.vp, values, rng)
    note = " " + fill(rng.choice(operation.notes), **values, **names) if operation.notes else ""
    title = fill(rng.choice(operation.names.split()), **values)
    return Draft(
        composition=f"op:{operation.key}/{number}",
        wording=f"{operation.key}/{number}/{asked.frame}",
        name=function_name([title], rng),
        params=tuple((parameter.name, parameter.kind.type) for parameter in bound),
        returns=fill(operation.returns, **values),
        statement=asked.text + note,
        reasoning=fill(operation.reasoning, **values, **names),
        body=fill(operation.body, **values, **names),
        inputs=operation.inputs or maker(bound),
    )


def maker(bound: Sequence[Bound]) -> Callable[[Random], tuple[Any, ...]]:
    def make(rng: Random) -> tuple[Any, ...]:
        return tuple(parameter.kind.make(rng) for parameter in bound)

    return make
