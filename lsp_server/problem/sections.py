"""A statement in line comments whose sections blank lines part: its blocks are read as one.

    # Print the primes from M to N.

    # Sample Input:
    # 3 16

A block that begins with a label goes on with the statement above it. Nothing is known here of what follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.labels import label_of
from lsp_server.problem.languages import language_named
from lsp_server.problem.parts import Comment, Part, TextLine
from lsp_server.problem.prose import is_statement
from lsp_server.problem.syntax import Document


def joined(document: Document, parts: Sequence[Part]) -> list[Part]:
    """`parts` with each such statement as one comment."""
    found: list[Part] = []
    for part in parts:
        above = found[-1] if found else None
        if isinstance(part, Comment) and isinstance(above, Comment) and _goes_on(document, above, part):
            found[-1] = _as_one(document, above, part)
        else:
            found.append(part)
    return found


def _goes_on(document: Document, above: Comment, part: Comment) -> bool:
    apart = document.row_of(part.start) - document.row_of(above.end)
    first = next((text for text in part.texts if text.strip()), "")
    return (
        apart == 2
        and above.indent == part.indent
        and _is_run(document, above)
        and _is_run(document, part)
        and label_of(first) is not None
        and is_statement(above.texts)
    )


def _is_run(document: Document, comment: Comment) -> bool:
    return not comment.is_string and document.text.startswith(language_named(document.language).comment, comment.start)


def _as_one(document: Document, above: Comment, part: Comment) -> Comment:
    start = document.lines.starts[document.row_of(above.end) + 1]
    lines = (*above.lines, TextLine("", start, start), *part.lines)
    return replace(above, end=part.end, lines=lines, texts=(*above.texts, "", *part.texts))
