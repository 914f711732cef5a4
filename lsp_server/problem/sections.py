"""A statement in line comments whose sections blank lines part: its blocks are read as one.

    # Print the primes from M to N.

    # Sample Input:
    # 3 16

A block that begins with a label goes on with the statement above it, and so does what stands below a label that has
nothing behind it. Paragraphs are one statement when a block that begins with the label of an example follows them.
Nothing is known here of the code that follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.examples.labels import LabelKind, label_of
from lsp_server.problem.examples.worked import ASSIGNED_RESULT
from lsp_server.problem.languages import language_named
from lsp_server.problem.parts import Comment, Part, TextLine
from lsp_server.problem.prose import is_statement
from lsp_server.problem.syntax import Document

_FURTHEST = 3
"""The rows from the end of one block to the beginning of the next: two blank lines at most stand between."""
_EXAMPLES: frozenset[LabelKind] = frozenset({"example", "input", "output", "explanation"})


def joined(document: Document, parts: Sequence[Part]) -> list[Part]:
    """`parts` with each such statement as one comment."""
    found: list[Part] = []
    for part, is_above_examples in zip(parts, _above_examples(document, parts), strict=True):
        above = found[-1] if found else None
        if (
            isinstance(part, Comment)
            and isinstance(above, Comment)
            and _may_go_on(document, above, part)
            and _goes_on(above, part, is_above_examples)
        ):
            found[-1] = _as_one(document, above, part)
        else:
            found.append(part)
    return found


def _above_examples(document: Document, parts: Sequence[Part]) -> list[bool]:
    """Of each part whether a block of the same run below it begins with the label of an example."""
    found: list[bool] = []
    below: Part | None = None
    for part in reversed(parts):
        near = isinstance(part, Comment) and isinstance(below, Comment) and _may_go_on(document, part, below)
        found.append(near and isinstance(below, Comment) and (found[-1] or _is_example(below)))
        below = part
    return found[::-1]


def _is_example(comment: Comment) -> bool:
    label = label_of(_first(comment.texts))
    return label is not None and label.kind in _EXAMPLES


def _may_go_on(document: Document, above: Comment, part: Comment) -> bool:
    """Whether both are line comments with nothing but blank lines between."""
    apart = document.row_of(part.start) - document.row_of(above.end)
    return (
        2 <= apart <= _FURTHEST and above.indent == part.indent and _is_run(document, above) and _is_run(document, part)
    )


def _goes_on(above: Comment, part: Comment, is_above_examples: bool) -> bool:
    if not is_statement(above.texts):
        return False
    if label_of(_first(part.texts)) or ASSIGNED_RESULT.match(_first(part.texts).strip()) or _is_open(above):
        return True
    return is_above_examples and is_statement(part.texts) and not _has_examples(above)


def _is_open(comment: Comment) -> bool:
    """Whether it ends with a label that has nothing behind it: `Sample Input`."""
    label = label_of(_first(comment.texts[::-1]))
    return label is not None and not label.rest


def _has_examples(comment: Comment) -> bool:
    labels = map(label_of, comment.texts)
    return any(label.kind in _EXAMPLES for label in labels if label)


def _first(texts: Sequence[str]) -> str:
    return next((text for text in texts if text.strip()), "")


def _is_run(document: Document, comment: Comment) -> bool:
    return not comment.is_string and document.text.startswith(language_named(document.language).comment, comment.start)


def _as_one(document: Document, above: Comment, part: Comment) -> Comment:
    start = document.lines.starts[document.row_of(above.end) + 1]
    lines = (*above.lines, TextLine("", start, start), *part.lines)
    return replace(above, end=part.end, lines=lines, texts=(*above.texts, "", *part.texts))
