"""The code of a file that a solution completes, as the model is shown it: without statement and with empty bodies."""

import re
import textwrap
from collections.abc import Iterator

from lsp_server.problem.markers import is_marker
from lsp_server.problem.parts import Definition
from lsp_server.problem.syntax import Document

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
MOST_CHARACTERS = 6000
"""A class that is longer than this is no stub; the signature alone says what is asked."""


def own_starter_code(document: Document, outer: Definition, inner: Definition) -> str:
    """`outer` with the body of `inner` (of each of its methods, when it is a class) empty; "" when it is too long."""
    if outer.end - outer.start > MOST_CHARACTERS:
        return ""
    emptied = list(_bodies(inner)) if inner.kind == "class" else [inner]
    cuts = sorted({*(_hole(document, each) for each in emptied), *_statements(outer)})
    pieces, at = list[str](), outer.start
    for start, end, text in cuts:
        if start >= at:
            pieces += [document.text[at:start], text]
            at = end
    text = "".join([*pieces, document.text[at : outer.end]]).replace("\r\n", "\n").replace("\r", "\n")
    lines = [line for line in f"{outer.indent}{text}".split("\n") if not is_marker(line)]
    return _TRAILING.sub("", textwrap.dedent("\n".join(lines))).strip("\n")


def _bodies(definition: Definition) -> Iterator[Definition]:
    return (each for each in definition.members if isinstance(each, Definition) and each.kind == "function")


def _hole(document: Document, definition: Definition) -> tuple[int, int, str]:
    """From the brace that opens to the brace that closes."""
    body = definition.body
    if body.inline:
        return body.start, body.end, "{}"
    return definition.header_end, body.end, f"\n\n{definition.indent}"


def _statements(outer: Definition) -> Iterator[tuple[int, int, str]]:
    for doc in outer.docs:
        yield doc.start, doc.end, ""
