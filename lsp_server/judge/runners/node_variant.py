"""Which of LeetCode's many classes called `Node` a file means, told from the fields of its definition.

The site shows the definition as a comment above the solution; where a file lacks it, the fields that it uses tell.
"""

import re
from itertools import takewhile

DEFINED = re.compile(r"\b(?:class|struct|function|type)\s+_?Node\b")
USED = re.compile(r"(?:\.|->)\s*(\w+)")
LINE_COMMENT = re.compile(r"[ \t]*(#|//)")
ENDS = re.compile(r"\*/|\"{3}|'{3}|\bSolution\b")
MOST_CHARACTERS = 700
VARIANTS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"neighbors"}), "neighbors"),
    (frozenset({"children"}), "children"),
    (frozenset({"random"}), "random"),
    (frozenset({"topLeft"}), "quad"),
    (frozenset({"child"}), "multilevel"),
    (frozenset({"left", "parent"}), "parent"),
    (frozenset({"left", "next"}), "next"),
    (frozenset({"left", "right"}), "ring"),
    (frozenset({"next"}), "list"),
)
"""Fields, and the name of the shape: `inside_node/node_kinds.js` says how each is written as an array."""
CIRCULAR = re.compile(r"(?i)\bcircular|循环")


def variant(source: str) -> str:
    """The name of the shape, "" when nothing tells. A list whose end is its beginning, only the words can tell."""
    name = _by_fields(source)
    return "circle" if name == "list" and CIRCULAR.search(source) else name


def _by_fields(source: str) -> str:
    defined = DEFINED.search(source)
    found: list[str] = re.findall(r"\w+", _definition(source, defined.start())) if defined else USED.findall(source)
    words = {word[0].lower() + word[1:] for word in found}  # Go's are capital
    return next((name for fields, name in VARIANTS if fields <= words), "")


def _definition(source: str, start: int) -> str:
    """As far as the comment goes that it stands in: the code below has words of its own."""
    line_start = source.rfind("\n", 0, start) + 1
    rest = source[line_start : start + MOST_CHARACTERS]
    if leader := LINE_COMMENT.match(rest):
        return "\n".join(takewhile(lambda line: line.lstrip().startswith(leader[1]), rest.splitlines()))
    return ENDS.split(rest, maxsplit=1)[0]
