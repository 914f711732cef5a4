"""Single operations ("rotate a list", "is it a palindrome?"): rows of a TOML table, drafted in many wordings.

Compositions of several steps are in `pipeline`.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from string import Template
from typing import Any

from pydantic import BaseModel, ConfigDict

from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.curriculum.kinds import KINDS
from lsp_server.starter.curriculum.phrasing import Bound, Kind, ask, bind, fill, function_name
from lsp_server.starter.curriculum.voice import voice


class Operation(BaseModel):
    """One thing to compute. In all texts $a, $b, $c are parameter names; in `np` and `vp` $A, $B, $C mention them.

    names     names for the function, separated by blanks
    params    names of KINDS, separated by blanks, or "$params"
    np        noun phrases of the result ("the sum of $A"), one a line
    vp        the same as instructions ("add up $A and return the total")
    say       whole statements, in which $I introduces the parameters
    notes     one of these is appended: the policy for edge cases
    variants  further placeholders that change together ("left"/"right" with their code); they may contain others;
              of several texts that mean the same one is drawn
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    names: str
    params: str
    returns: str
    np: tuple[str, ...]
    vp: tuple[str, ...]
    say: tuple[str, ...] = ()
    reasoning: str
    body: str
    notes: tuple[str, ...] = ()
    variants: tuple[Mapping[str, str | tuple[str, ...]], ...] = ({},)


def load(family: str) -> tuple[Operation, ...]:
    """The rows of `family`.toml beside this file."""
    table = tomllib.loads(Path(__file__).with_name(f"{family}.toml").read_text(encoding="utf-8"))
    return tuple(_operation(row) for row in table["operation"])


def _operation(row: Mapping[str, Any]) -> Operation:
    lines = {column: row.get(column, "").strip().splitlines() for column in ("np", "vp", "say", "notes")}
    return Operation.model_validate({**row, **lines, "body": row["body"].strip()})


def draft_operation(operations: Sequence[Operation], rng: Random) -> Draft:
    """One exercise about one of `operations`: never held out as a composition, only its wordings are.

    Operations with many variants come more often, so that each variant is seen often enough to be learnt.
    """
    (operation,) = rng.choices(operations, [(1 + len(operation.variants)) ** 0.75 for operation in operations])
    number = rng.randrange(len(operation.variants))
    variant = {
        key: text if isinstance(text, str) else rng.choice(text) for key, text in operation.variants[number].items()
    }
    bound = bind(_kinds(operation, variant), rng, _code(operation, variant))
    names = {letter: parameter.name for letter, parameter in zip("abc", bound, strict=False)}
    values = names | {key: fill(text, **names) for key, text in variant.items()}
    wanted = _wanted(operation, names, operation.variants[number])
    asked = ask(bound, operation.np, operation.vp, values, rng, operation.say)
    note = " " + fill(rng.choice(operation.notes), **values) if operation.notes else ""
    return Draft(
        composition=f"op:{operation.key}/{number}",
        wording=f"{operation.key}/{number}/{asked.frame}",
        name=function_name(fill(operation.names, **values).split(), rng),
        params=tuple((parameter.name, parameter.kind.type) for parameter in bound),
        returns=fill(operation.returns, **values),
        statement=write(asked.text + note, bound, rng),
        reasoning=f"{wanted} {fill(operation.reasoning, **values)}",
        body=fill(operation.body, **values),
        inputs=maker(bound),
    )


def _wanted(operation: Operation, names: Mapping[str, str], variant: Mapping[str, str | tuple[str, ...]]) -> str:
    """The shortest way to say it, always in the same words: a plan begins with what is asked."""
    mentions = {letter.upper(): name for letter, name in names.items()}
    firsts = {key: fill(text if isinstance(text, str) else text[0], **names) for key, text in variant.items()}
    return f"Wanted: {fill(min(operation.np, key=len), **{**names, **mentions, **firsts})}."


def write(text: str, bound: Sequence[Bound], rng: Random) -> str:
    """`text` in the words of a random writer."""
    return voice([p.kind.type for p in bound], [p.name for p in bound], rng).write(text)


def _kinds(operation: Operation, variant: Mapping[str, str]) -> list[Kind]:
    return [KINDS[kind] for kind in fill(operation.params, **variant).split()]


def _code(operation: Operation, variant: Mapping[str, str]) -> str:
    """The body before parameters are named: what it calls its own variables."""
    return Template(operation.body).safe_substitute(variant)


def maker(bound: Sequence[Bound]) -> Callable[[Random], tuple[Any, ...]]:
    def make(rng: Random) -> tuple[Any, ...]:
        return tuple(parameter.kind.make(rng) for parameter in bound)

    return make
