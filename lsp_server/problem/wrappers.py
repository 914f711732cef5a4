"""Classes that only stand around a solution, `class TwoSum { main(…) … class Solution { … } }`: it is taken out.

IntelliJ's LeetCode plugin writes such files, with its markers inside the class; people who keep a file per problem do
too. What is taken out stands behind its wrapper, as if at the same level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lsp_server.problem.markers import after_marker
from lsp_server.problem.parts import Comment, Definition, Part
from lsp_server.problem.syntax import Document

_SOLUTION = "Solution"


def unwrapped(document: Document, parts: Sequence[Part]) -> Iterator[Part]:
    """`parts`, with the solutions and comments of each wrapper behind what else it holds."""
    for part in parts:
        inner = _solutions(document, part) if isinstance(part, Definition) and part.kind == "class" else ()
        if not inner or not isinstance(part, Definition):
            yield part
            continue
        comments = [*part.docs, *(each for each in part.members if isinstance(each, Comment))]
        taken = [*comments, *inner]
        yield replace(part, docs=(), members=tuple(each for each in part.members if each not in taken))
        outer = part.start if part.around < 0 else part.around
        placed = [replace(each, around=outer) if isinstance(each, Definition) else each for each in taken]
        yield from sorted(placed, key=lambda each: each.start)


def _solutions(document: Document, outer: Definition) -> tuple[Definition, ...]:
    """The classes in `outer` that are meant: those behind a marker in it, else those that are called `Solution`."""
    classes = [each for each in outer.members if isinstance(each, Definition) and each.kind == "class"]
    marker = after_marker(document.text, outer.header_end, outer.end) if classes else 0
    if marker:
        return tuple(each for each in classes if max(each.start, each.own) >= marker)
    return tuple(each for each in classes if each.name == _SOLUTION)
