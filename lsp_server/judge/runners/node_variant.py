"""Which of LeetCode's many classes called `Node` a file means, told from the fields of its definition.

The site shows the definition as a comment above the solution; where a file lacks it, the fields that it uses tell.
"""

import re

DEFINED = re.compile(r"\b(?:class|struct|function|type)\s+_?Node\b")
USED = re.compile(r"(?:\.|->)\s*(\w+)")
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
    (frozenset({"next"}), "circle"),
)
"""Fields, and the name of the shape: `inside_node/node_kinds.js` says how each is written as an array."""


def variant(source: str) -> str:
    """The name of the shape, "" when nothing tells."""
    defined = DEFINED.search(source)
    if defined:
        words = set(re.findall(r"\w+", source[defined.start() : defined.start() + MOST_CHARACTERS]))
    else:
        words = set(USED.findall(source))
    return next((name for fields, name in VARIANTS if fields <= words), "")
