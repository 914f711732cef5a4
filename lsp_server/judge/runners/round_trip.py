"""Problems like "Serialize and Deserialize": their examples show what goes in and comes out again.

A signature names only the first of two functions, and what lies between them is the candidate's own business. So both
are called, by a line of code that is put below the file, where it moves no line of the candidate's.
"""

import re
from collections.abc import Mapping

from lsp_server.problem.model import Problem, Signature
from lsp_server.problem.pairs import INVERSES

NAME = "round_trip_of_the_judge"
PYTHON = """

def {name}(value):
    there = {make}
    between = {there}{forth}(value)
    if {text} and not isinstance(between, str):
        raise TypeError("{forth} must return a string")
    return {there}{back}(between)
"""
SCRIPT = """
;var {name} = value => {{
    const there = {make};
    const between = {there}{forth}(value);
    if ({text} && typeof between !== "string") throw new TypeError("{forth} must return a string");
    return {there}{back}(between);
}};
"""
HOLDER = "RoundTripOfTheJudge"
JAVA = """
class {holder} {{
    public {kind} {name}({kind} value) {{ {owner} there = new {owner}(); return there.{back}(there.{forth}(value)); }}
}}
"""
CPP = """
class {holder} {{ public:
    {kind} {name}({kind} value) {{ {owner} there; return there.{back}(there.{forth}(value)); }}
}};
"""
GO = """
func {name}(value {kind}) {kind} {{ there := Constructor(); return there.{back}(there.{forth}(value)) }}
"""
RUST = """
pub fn {name}(value: {kind}) -> {kind} {{
    #[allow(unused_mut)]
    let mut there = {owner}::new();
    let between = there.{forth}(value);
    there.{back}(between)
}}
"""
C = """
{kind} {name}({kind} value) {{ return {back}({forth}(value)); }}
"""
TEXTS = frozenset({"str", "string"})
SCRIPTED: Mapping[str, tuple[str, str, str]] = {
    "python": (PYTHON, "{owner}()", "None"),
    "javascript": (SCRIPT, "new {owner}()", "null"),
    "typescript": (SCRIPT, "new {owner}()", "null"),
}
"""By language: the code, how an object is made, and what stands there where the functions belong to none.

What lies between must be text where the signature says so: handing the value through is no serialisation. Languages
that are compiled see to that themselves.
"""
COMPILED: Mapping[str, tuple[str, bool, bool]] = {
    "java": (JAVA, True, True),
    "cpp": (CPP, True, True),
    "go": (GO, True, False),
    "rust": (RUST, True, False),
    "c": (C, False, False),
}
"""By language: the code, whether the two functions are methods, and whether the code is one in a class of its own."""


def completed(problem: Problem, source: str) -> tuple[Problem, str]:
    """`problem` and `source` as they are, or with a function that goes there and back."""
    signature = problem.signature
    back = INVERSES.get(signature.name)
    if back is None or not (_comes_back(problem) and re.search(rf"\b{back}\b", source)):
        return problem, source
    code, owner = _scripted(problem, back) or _compiled(problem, back) or ("", None)
    if not code:
        return problem, source
    kind = signature.params[0].type
    trip = Signature(
        name=NAME,
        params=signature.params,
        returns=kind,
        kind="method" if owner else "function",
        owner=owner,
    )
    return problem.model_copy(update={"signature": trip}), source + code


def _scripted(problem: Problem, back: str) -> tuple[str, str | None] | None:
    signature, row = problem.signature, SCRIPTED.get(problem.language)
    if row is None:
        return None
    template, made, nothing = row
    owner = signature.owner
    code = template.format(
        name=NAME,
        make=made.format(owner=owner) if owner else nothing,
        there="there." if owner else "",
        forth=signature.name,
        back=back,
        text="1" if signature.returns in TEXTS else "0",
    )
    return code, None


def _compiled(problem: Problem, back: str) -> tuple[str, str | None] | None:
    """The code, and the class that it stands in."""
    signature, row = problem.signature, COMPILED.get(problem.language)
    if row is None or row[1] is not bool(signature.owner):
        return None
    template, _, in_class = row
    names = {"name": NAME, "holder": HOLDER, "owner": signature.owner, "kind": signature.params[0].type}
    return template.format(**names, forth=signature.name, back=back), HOLDER if in_class else None


def _comes_back(problem: Problem) -> bool:
    """Every example expects what it gives."""
    return len(problem.signature.params) == 1 and all(
        example.form == "arguments" and list((example.inputs or {}).values()) == [example.expected]
        for example in problem.examples
    )
