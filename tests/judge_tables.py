"""Problems that differ in kind, and for each language a right and a wrong solution of them: `tests/data/judge/`.

`problems.json` has the examples: [inputs, expected] or [inputs, expected, returned]; texts for programs. A file
`solutions.<ending>` has one section per problem. A line that ends in `//~ other` is `other` in the wrong solution, or
not there at all when nothing follows. `//: type name, … -> type` before a solution gives the types of the signature.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsp_server.problem.model import Example, Parameter, Problem, Signature
from tests.judging import problem

DATA = Path(__file__).parent / "data" / "judge"
PROBLEMS: dict[str, dict[str, Any]] = json.loads((DATA / "problems.json").read_text(encoding="utf-8"))
CHANGED = re.compile(r"^( *)(.*?) *//~ ?(.*)\n", re.MULTILINE)
TYPES = re.compile(r"^//: (?P<params>.*?) *-> *(?P<returns>.*)\n", re.MULTILINE)


@dataclass(frozen=True)
class Solutions:
    problem: Problem
    right: str
    wrong: str


def solutions(ending: str, language: str) -> dict[str, Solutions]:
    text = (DATA / f"solutions.{ending}").read_text(encoding="utf-8")
    parts = re.split(r"^// ==== (\w+)\n", text, flags=re.MULTILINE)[1:]
    return {name: _solutions(name, source, language) for name, source in zip(parts[::2], parts[1::2], strict=True)}


def _solutions(name: str, source: str, language: str) -> Solutions:
    types = TYPES.match(source)
    source = TYPES.sub("", source)
    return Solutions(
        problem=_problem(PROBLEMS[name], language, types),
        right=CHANGED.sub(r"\1\2\n", source),
        wrong=CHANGED.sub(lambda found: f"{found[1]}{found[3]}\n" if found[3] else "\n", source),
    )


def _problem(row: dict[str, Any], language: str, types: re.Match[str] | None) -> Problem:
    kind = row.get("kind", "method")
    examples = [_example(kind, row, *example) for example in row["examples"]]
    names = row.get("params") or list(row["examples"][0][0]) if kind in ("method", "function") else []
    params = _typed(types["params"]) if types else tuple(Parameter(name=name) for name in names)
    signature = Signature(
        name=row.get("name", ""),
        params=params,
        returns=types["returns"].strip() if types else "",
        kind=kind,
        owner="Solution" if kind == "method" else None,
    )
    return problem(*examples, signature=signature, language=language, order=row.get("order", "exact"))


def _typed(params: str) -> tuple[Parameter, ...]:
    pairs = [re.fullmatch(r"\s*(.*?)(\w+)\s*", part) for part in params.split(",")]
    return tuple(Parameter(name=pair[2], type=pair[1].strip()) for pair in pairs if pair)


def _example(kind: str, row: dict[str, Any], inputs: Any, expected: Any, returned: Any = None) -> Example:
    if kind == "program":
        return Example(raw="", form="stdin", stdin=inputs, expected=expected, expects="text")
    form: Any = "operations" if kind == "class" else "arguments"
    fields: dict[str, Any] = {name: row.get(name) for name in ("mutated", "custom")}
    return Example(raw="", form=form, inputs=inputs, expected=expected, returned=returned, **fields)
