"""Counts the examples that a statement has and nobody can read: a solution that passes the others may fail these."""

import re

from lsp_server.problem.binding.names import folded
from lsp_server.problem.examples.raw import Labelled, Raw
from lsp_server.problem.reading import Read

_NAMED = re.compile(r"(\w+) = ")


def count_unread(read: Read) -> int:
    """Without any example that is read, only those with labels are certain to be examples of this function."""
    if read.examples:
        names = {folded(param.name) for param in read.signature.params}
        return sum(_is_meant(raw, names) for raw in read.statement.examples) - len(read.examples)
    return sum(isinstance(raw, Labelled) and not raw.weak for raw in read.statement.examples)


def _is_meant(raw: Raw, names: set[str]) -> bool:
    """Not the row of a table that only looks like an example, and names what is no parameter."""
    named = _NAMED.match(raw.given) if isinstance(raw, Labelled) and raw.weak else None
    return named is None or folded(named[1]) in names
