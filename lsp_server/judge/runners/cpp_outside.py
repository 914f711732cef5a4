"""C++ methods whose class the file does not show, as InterviewBit hands them out: `int Solution::solve(int n) {...}`.

The class is declared in front of the first of them, on the same line, so that lines keep the numbers of the file.
"""

import re

from lsp_server.judge.runners.syntax_like_c import defines_type, without_comments
from lsp_server.problem.model import Problem

METHOD = re.compile(
    r"^(?P<before>[^\n;{}#()=]*?)\b(?P<owner>\w+)::(?P<rest>\w+\s*\([^;{}]*\)(?:\s*const)?)\s*\{", re.MULTILINE
)


def declared(problem: Problem, source: str) -> tuple[Problem, str]:
    """`problem` and `source` as they are, or with the class and the method in it."""
    owner, found, name = problem.signature.name.rpartition("::")
    code = without_comments(source)
    if not found or defines_type(code, owner) or re.search(rf"\bnamespace\s+{owner}\b", code):
        return problem, source
    headers = [f"{each['before']} {each['rest']};" for each in METHOD.finditer(code) if each["owner"] == owner]
    first = re.search(rf"^[^\n;{{}}#()=/*]*\b{owner}::\w+\s*\(", source, re.MULTILINE)
    if not headers or not first:
        return problem, source
    shown = f"class {owner} {{ public: {' '.join(' '.join(headers).split())} }}; "
    signature = problem.signature.model_copy(update={"name": name, "owner": owner, "kind": "method"})
    asked = problem.model_copy(update={"signature": signature})
    return asked, source[: first.start()] + shown + source[first.start() :]
