"""What can be told of a source in a language with C's comments and braces without parsing it: is a name defined?

Good enough to choose which helper to add; whether the code is right is for its compiler to say.
"""

import re
from collections.abc import Iterable

_COMMENT = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`)|//[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL
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


def has_field(source: str, name: str) -> bool:
    """It is reached through a node, or declared (LeetCode's comment counts); a variable of that name is not enough."""
    return re.search(rf"(?:->|\.)\s*{name}\b|[\w*>]\s+\**{name}\s*[;,]", source) is not None
