"""Objects that only the site has: examples show them as arrays or not at all, so no argument can be built of them."""

import re

from lsp_server.problem.model import Problem

FOREIGN = frozenset(
    "ArrayReader BigArray BinaryMatrix CategoryHandler CustomFunction Employee GridMaster HtmlParser ImmutableListNode"
    " Interval Iterator Master MountainArray PolyNode Robot Sea Street".split()
)


def refused(problem: Problem) -> str | None:
    """The sentence for a problem whose solution is given such an object."""
    if problem.signature.kind not in ("function", "method"):
        return None
    for parameter in problem.signature.params:
        for name in re.findall(r"\w+", parameter.type):
            if name in FOREIGN:
                return (
                    f"`{parameter.name}` is a `{name}`, an object that only the site has: its examples cannot be run "
                    "here. Test it with calls of your own."
                )
    return None
