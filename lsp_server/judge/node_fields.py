"""GeeksforGeeks calls the value of a node `data` where LeetCode calls it `val`: such code is judged with `val`.

Only where the class is the site's, shown in a comment or a string: a class of the code's own keeps its names, except
in Python, where a name of a field is nothing but what stands behind a dot.
"""

import re

from lsp_server.judge.runners.node_variant import DEFINED
from lsp_server.judge.runners.syntax_like_c import defines_type, without_comments
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Problem

_NODE = re.compile(r"\b(?:List|Tree)?Node\b")
_SHOWN = re.compile(r"(?:self\.|this\.|this->)data\b|(?<![.>\w])data\s*[;,=(]")
_MOST_CHARACTERS = 400
"""From the name of the class to its field."""
_USED = re.compile(r"(->|\.)(\s*)data\b(?!\s*\()")
_OTHER = re.compile(r"(?:->|\.)\s*val\b")


def with_val(problem: Problem, source: str) -> str:
    """`source` with `val` for `data`, as long on each line as it was, or as it is."""
    kinds = (problem.signature.returns, *(param.type for param in problem.signature.params))
    if not any(map(_NODE.search, kinds)) or not _USED.search(source) or _OTHER.search(source):
        return source
    shown = DEFINED.search(source)
    if not shown or not _SHOWN.search(source, shown.end(), shown.end() + _MOST_CHARACTERS):
        return source
    if language_named(problem.language).layout == "braces" and defines_type(without_comments(source), "Node"):
        return source
    return _USED.sub(r"\1\2val", source)
