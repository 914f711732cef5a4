"""An example as the harness of a language gets it, after `arrange` has built what LeetCode's custom judges build.

An aside is one letter, and a number where it needs one:
    v    the result counts as it is (the usual case)
    p    the place of the node that is returned, in the first chain; None for none, -1 for a node that is not in there
    w    the whole first chain after the call
    n    as v, but a node of an argument in the result is an error: a copy was asked for
    f…   a name follows instead of a number: what the harness for JavaScript does with the solution (its `recipes.js`)
    o4   as v; `isBadVersion`, `guess` and the like know the number 4
"""

from lsp_server.problem.model import Example


class Arranged(Example):
    """`stated` is the example as the statement has it."""

    aside: str = "v"
    stated: Example


def aside_of(example: Example) -> str:
    return example.aside if isinstance(example, Arranged) else "v"


def stated_of(example: Example) -> Example:
    return example.stated if isinstance(example, Arranged) else example
