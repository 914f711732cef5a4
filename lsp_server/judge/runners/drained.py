"""Iterators whose examples show what goes into the constructor and the list of all that comes out.

The site asks such an object for the next value as long as there is one. So does a function that is put below the file,
where it moves no line of the candidate's.
"""

import re
from collections.abc import Mapping

from lsp_server.problem.model import Parameter, Problem, Signature

NAME = "drained_by_the_judge"
HOLDER = "DrainedByTheJudge"
PYTHON = """

def {name}({names}):
    there, found = {owner}({names}), []
    while there.{has_next}():
        found.append(there.{next}())
    return found
"""
SCRIPT = """
;var {name} = ({names}) => {{
    const there = new {owner}({names}), found = [];
    while (there.{has_next}()) found.push(there.{next}());
    return found;
}};
"""
JAVA = """
class {holder} {{
    public java.util.List<Object> {name}({typed}) {{
        {owner} there = new {owner}({names});
        java.util.List<Object> found = new java.util.ArrayList<>();
        while (there.{has_next}()) found.add(there.{next}());
        return found;
    }}
}}
"""
CPP = """
class {holder} {{ public:
    std::vector<{item}> {name}({typed}) {{
        {owner} there({names});
        std::vector<{item}> found;
        while (there.{has_next}()) found.push_back(there.{next}());
        return found;
    }}
}};
"""
GO = """
func {name}({typed}) []{item} {{
	there, found := Constructor({names}), []{item}{{}}
	for there.{has_next}() {{ found = append(found, there.{next}()) }}
	return found
}}
"""
RUST = """
pub fn {name}({typed}) -> Vec<{item}> {{
    #[allow(unused_mut)]
    let mut there = {owner}::new({names});
    let mut found = vec![];
    while there.{has_next}() {{ found.push(there.{next}()); }}
    found
}}
"""
C = """
{item}* {name}({typed}, int* returnSize) {{
    struct {owner} *there = {maker}({names});
    {item}* found = NULL;
    for (*returnSize = 0; {has_next}(there); ++*returnSize) {{
        found = realloc(found, (*returnSize + 1) * sizeof *found);
        found[*returnSize] = {next}(there);
    }}
    return found;
}}
"""
CODE: Mapping[str, tuple[str, str, bool]] = {
    "python": (PYTHON, "{name}", False),
    "javascript": (SCRIPT, "{name}", False),
    "typescript": (SCRIPT, "{name}", False),
    "java": (JAVA, "{type} {name}", True),
    "cpp": (CPP, "{type} {name}", True),
    "go": (GO, "{name} {type}", False),
    "rust": (RUST, "{name}: {type}", False),
    "c": (C, "{type} {name}", False),
}
"""By language: the code, how a parameter is written, and whether the code is one in a class of its own."""
LISTS: Mapping[str, str] = {
    "python": "List[{0}]", "javascript": "{0}[]", "typescript": "{0}[]", "java": "List<{0}>", "cpp": "vector<{0}>",
    "go": "[]{0}", "rust": "Vec<{0}>", "c": "{0}*",
}  # fmt: skip
MAKER_IN_C = re.compile(r"(?P<stem>\w+)Create")


def completed(problem: Problem, source: str) -> tuple[Problem, str]:
    """`problem` and `source` as they are, or with a function that takes all from an iterator."""
    asked = _asked_in_c(problem, source) if problem.language == "c" else _asked(problem, source)
    row = CODE.get(problem.language)
    if asked is None or row is None:
        return problem, source
    template, typed, in_class = row
    params = problem.signature.params
    code = template.format(
        name=NAME,
        holder=HOLDER,
        names=", ".join(each.name for each in params),
        typed=", ".join(_typed(typed, each) for each in params),
        **asked,
    )
    signature = Signature(
        name=NAME,
        params=params,
        returns=LISTS[problem.language].format(asked["item"]),
        kind="method" if in_class else "function",
        owner=HOLDER if in_class else None,
    )
    return problem.model_copy(update={"signature": signature}), source + code


def _typed(typed: str, param: Parameter) -> str:
    return typed.format(type=param.type, name=param.name)


def _asked(problem: Problem, source: str) -> dict[str, str] | None:
    """What the class and its methods are called in this file."""
    if not any(example.custom == "drained" for example in problem.examples):
        return None
    spelled = {name: _spelling(source, name) for name in ("next", "has_next")}
    return {"owner": problem.signature.name, "item": problem.signature.returns, **spelled}


def _spelling(source: str, name: str) -> str:
    """`hasNext`, `HasNext` or `has_next`, as the file has it last: comments of the site stand above."""
    pattern = rf"\b{name.replace('_', '_?')}\b(?=\s*(?:\(|=\s*function\b))"
    found = re.findall(pattern, source, re.IGNORECASE)
    return found[-1] if found else name


def _asked_in_c(problem: Problem, source: str) -> dict[str, str] | None:
    """`nestedIterCreate` with `nestedIterHasNext` and `nestedIterNext` beside it."""
    signature = problem.signature
    maker = MAKER_IN_C.fullmatch(signature.name)
    owner = re.fullmatch(r"(?:struct\s+)?(\w+)\s*\*", signature.returns)
    if not maker or not owner:
        return None
    item = re.search(rf"\b(\w+)\s+{maker['stem']}Next\s*\(", source)
    if not item or not re.search(rf"\b{maker['stem']}HasNext\s*\(", source):
        return None
    asked = {"owner": owner[1], "item": item[1], "maker": signature.name}
    return {**asked, "next": f"{maker['stem']}Next", "has_next": f"{maker['stem']}HasNext"}
