"""Problems like "Serialize and Deserialize": their examples show what goes in and comes out again.

A signature names only the first of two functions, and what lies between them is the candidate's own business. So both
are called, by a line of code that is put below the file, where it moves no line of the candidate's.
"""

import re
from collections.abc import Mapping

from lsp_server.problem.model import Problem, Signature

INVERSES: Mapping[str, str] = {
    "serialize": "deserialize",
    "encode": "decode",
    "encrypt": "decrypt",
    "compress": "decompress",
}
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
TEXTS = frozenset({"str", "string"})
CODE: Mapping[str, tuple[str, str, str]] = {
    "python": (PYTHON, "{owner}()", "None"),
    "javascript": (SCRIPT, "new {owner}()", "null"),
    "typescript": (SCRIPT, "new {owner}()", "null"),
}
"""By language: the code, how an object is made, and what stands there where the functions belong to none.

What lies between must be text where the signature says so: handing the value through is no serialisation.
"""


def completed(problem: Problem, source: str) -> tuple[Problem, str]:
    """`problem` and `source` as they are, or with a function that goes there and back."""
    signature, row = problem.signature, CODE.get(problem.language)
    back = INVERSES.get(signature.name)
    if back is None or row is None or not (_comes_back(problem) and re.search(rf"\b{back}\b", source)):
        return problem, source
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
    trip = Signature(name=NAME, params=signature.params, returns=signature.params[0].type)
    return problem.model_copy(update={"signature": trip}), source + code


def _comes_back(problem: Problem) -> bool:
    """Every example expects what it gives."""
    return len(problem.signature.params) == 1 and all(
        example.form == "arguments" and list((example.inputs or {}).values()) == [example.expected]
        for example in problem.examples
    )
