"""What can be told of a source in a language with C's comments and braces without parsing it: is a name defined?

Good enough to choose which helper to add; whether the code is right is for its compiler to say.
"""

import re
from collections.abc import Iterable

_COMMENT = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`)|//[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL
)

_SCOPE = re.compile(
    r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\b(?:namespace|struct|class)\s+(?P<name>[\w:]+)[^;{}()=<>]*\{|[{}]"""
)


def without_comments(source: str) -> str:
    """The lines stay where they are."""
    return _COMMENT.sub(lambda found: found["kept"] or "\n" * found[0].count("\n") or " ", source)


def defines_type(code: str, name: str, keywords: Iterable[str] = ("struct", "class")) -> bool:
    """`code` without comments. A declaration without a body does not count."""
    words = "|".join(keywords)
    return re.search(rf"\b(?:{words})\s+{re.escape(name)}\b[^;{{}}()=]*\{{", code) is not None


def mentions(code: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", code) is not None


def defines_function(code: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\s*\([^(){{}};]*\)\s*\{{", code) is not None


def calls(code: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}\s*\(", code) is not None


def scope_of(code: str, name: str) -> str:
    """`a::B::` for what is defined as `name` in the class B in the namespace a; "" at the top, or where it is not."""
    defined = re.compile(
        rf"\b(?:struct|class)\s+{re.escape(name)}\b[^;{{}}()=]*\{{|\b{re.escape(name)}\s*\([^;{{}}]*\)[^;{{}}]*\{{"
    ).search(code)
    scopes: list[str] = []
    for found in _SCOPE.finditer(code, 0, defined.start() if defined else 0):
        if found[0] == "}":
            del scopes[-1:]
        elif found[0][-1] == "{":
            scopes.append(found["name"] or "")
    return "".join(f"{scope}::" for scope in scopes if scope)


def has_field(source: str, name: str) -> bool:
    """It is reached through a node, or declared (LeetCode's comment counts); a variable of that name is not enough."""
    return re.search(rf"(?:->|\.)\s*{name}\b|[\w*>]\s+\**{name}\s*[;,]", source) is not None
