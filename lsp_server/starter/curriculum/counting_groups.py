"""Grouping a list by a key into a dictionary: the sentences and the code around the tables."""

from random import Random

from lsp_server.starter.curriculum.counting_groups_table import (
    CONDITIONAL,
    CONDITIONS,
    INT_KEYS,
    VALUES,
    WORD_KEYS,
    Condition,
    Value,
)
from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.curriculum.kinds import KINDS
from lsp_server.starter.curriculum.operations import maker
from lsp_server.starter.curriculum.phrasing import ask, bind, fill, function_name
from lsp_server.starter.curriculum.voice import voice


def draft_grouping(rng: Random) -> Draft:
    """Group a list by a key and reduce each group, into a dictionary."""
    kind = rng.choice(("ints", "words"))
    key = rng.choice(INT_KEYS if kind == "ints" else WORD_KEYS)
    value = rng.choice([value for value in VALUES if kind in value.kinds])
    condition = (
        rng.choice([found for found in CONDITIONS if kind in found.kinds]) if rng.random() < CONDITIONAL else None
    )
    bound = bind([KINDS[kind]], rng, "groups x w key group")
    x, element = ("x", "int") if kind == "ints" else ("w", "str")
    noun = rng.choice(("number", "value", "element") if kind == "ints" else ("word", "string"))
    words = {"key": rng.choice(key.nouns), "ns": f"{noun}s", "n": noun}
    asked = ask(bound, value.np, value.vp, words, rng)
    only = fill(rng.choice(condition.says), **words) if condition else ""
    speaker = voice([bound[0].kind.type], [bound[0].name], rng)
    code = fill(key.code, x=x)
    return Draft(
        composition=f"group={kind} key={key.key} value={value.key}" + (f" where={condition.key}" if condition else ""),
        wording=f"group/{value.key}/{asked.frame}",
        name=function_name((f"group_by_{key.key}", f"{value.key}_by_{key.key}", f"{noun}s_by_{key.key}"), rng),
        params=((bound[0].name, bound[0].kind.type),),
        returns=f"Dict[{key.type}, {fill(value.type, t=element)}]",
        statement=speaker.write(f"{asked.text} {only}".strip()),
        reasoning=f"Wanted: for each {key.nouns[0]} the {value.key.replace('_', ' ')}. "
        f'The key "{words["key"]}" of {x} is {code}. {_counts(speaker.say(only), condition, x)}'
        f"For each {x} {value.because}. Return {_made(value)}.",
        body=_body(bound[0].name, x, code, value, condition),
        inputs=maker(bound),
    )


def _counts(only: str, condition: Condition | None, x: str) -> str:
    return f'"{only[:-1]}": keep {x} if {fill(condition.code, x=x)}. ' if condition else ""


def _made(value: Value) -> str:
    return "the dictionary" if value.out == "groups" else value.out


def _body(name: str, x: str, code: str, value: Value, condition: Condition | None) -> str:
    step = fill(value.code, code=code, x=x)
    lines = [f"if {fill(condition.code, x=x)}:", f"    {step}"] if condition else [step]
    return "\n".join(["groups = {}", f"for {x} in {name}:", *(f"    {line}" for line in lines), f"return {value.out}"])
