"""The types of the parameters of methods, read from a file in JavaScript (JSDoc) or TypeScript (annotations).

A design class names its types nowhere else, and an array may stand for a tree. No parser: what a stub of the sites
looks like is enough, and a type that is not found costs nothing but the nodes.
"""

import re

DOCUMENTED = re.compile(
    r"/\*\*(?P<doc>(?:(?!\*/)[\s\S])*)\*/\s*"
    r"(?:(?:var|let|const)\s+\w+\s*=\s*(?:async\s+)?(?P<constructor>function)|(?:\w+\.prototype\.)(?P<prototype>\w+)"
    r"|(?:async\s+)?(?P<method>\w+)\s*\()"
)
PARAM = re.compile(r"@param\s*\{(?P<type>[^}]*)\}")
ANNOTATED = re.compile(
    r"^[ \t]*(?:public\s+|async\s+)*(?P<name>\w+)\s*\((?P<params>(?:[^(){}]|\([^(){}]*\))*)\)", re.MULTILINE
)
NESTED = re.compile(r",(?![^<\[{(]*[>\]})])")


def method_types(source: str) -> dict[str, list[str]]:
    """{"constructor": ["TreeNode"], "add": ["number", "string"], ...}."""
    found: dict[str, list[str]] = {}
    for match in ANNOTATED.finditer(source):
        if ":" not in match["params"]:
            continue
        found.setdefault(match["name"], [_type(part) for part in NESTED.split(match["params"])])
    for match in DOCUMENTED.finditer(source):
        name = "constructor" if match["constructor"] else match["prototype"] or match["method"]
        if types := PARAM.findall(match["doc"]):
            found[name] = [text.strip() for text in types]
    return found


def _type(parameter: str) -> str:
    return parameter.partition(":")[2].partition("=")[0].strip()
