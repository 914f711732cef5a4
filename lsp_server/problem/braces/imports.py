"""Imports of an answer that a file lacks, and where in the file they go."""

import re
from collections.abc import Iterator, Sequence

from lsp_server.problem.braces.answer import Answer
from lsp_server.problem.markers import after_marker, has_markers
from lsp_server.problem.model import Problem
from lsp_server.problem.parts import Code, Definition, Part
from lsp_server.problem.syntax import Document

_VERSION = re.compile(r"v\d+")


def missing_imports(
    document: Document, parts: Sequence[Part], problem: Problem, answer: Answer, used: str
) -> list[str]:
    """The imports that the text `used` may need and the file does not have, in the answer's order."""
    own = [document.text[part.start : part.end] for part in parts if isinstance(part, Code) and part.imports]
    lines = (line for part in answer.imports for line in _singles(answer, answer.source(part), used))
    known = {_plain(line) for text in own for line in (_all_singles(answer, text) or [text])}
    understood = not own and (problem.signature.owner == "Solution" or has_markers(document.text))
    return [
        line
        for line in dict.fromkeys(lines)
        if _plain(line) not in known
        and not (understood and answer.row.provided.fullmatch(line))
        and line.rstrip(" ;").split()[-1] != problem.signature.owner
        and not (_is_head(answer, line) and (own or problem.target.kind == "body"))
    ]


def import_place(document: Document, parts: Sequence[Part], before: int) -> int:
    """Where imports go: below those that are there, else behind the marker of a snippet, else above all definitions."""
    above = [part for part in parts if part.start < before]
    last = max((part.end for part in above if isinstance(part, Code) and part.imports), default=0)
    marked = after_marker(document.text, 0, before)
    if any(isinstance(part, Definition) and max(part.start, part.own) < marked < part.end for part in above):
        marked = 0  # it stands inside a class
    if last or marked:
        return max(_next_line(document, last) if last else 0, marked)
    first = next((part for part in above if isinstance(part, Definition | Code)), None)
    return _line_start(document, min(first.start if first else before, before))


def _next_line(document: Document, offset: int) -> int:
    row = document.row_of(offset) + 1
    return document.lines.starts[row] if row < len(document.lines.starts) else len(document.text)


def _line_start(document: Document, offset: int) -> int:
    return document.lines.starts[document.row_of(offset)]


def _plain(line: str) -> str:
    return "".join(line.split())


def _is_head(answer: Answer, line: str) -> bool:
    """`package main`, which a file has once."""
    return bool(answer.row.braces and answer.row.braces.heads) and line.startswith("package")


def _all_singles(answer: Answer, text: str) -> list[str]:
    singles = answer.row.braces.singles if answer.row.braces else None
    if not singles or not text.startswith("import"):
        return []
    return [f"import {match[0]}" for match in singles.finditer(text)]


def _singles(answer: Answer, text: str, used: str) -> Iterator[str]:
    """A statement that imports several things as one line each, where a language refuses imports that go unused."""
    singles = answer.row.braces.singles if answer.row.braces else None
    if not singles or not text.startswith("import"):
        yield text
        return
    for match in singles.finditer(text):
        *_, name = [part for part in match[2].split("/") if not _VERSION.fullmatch(part)]
        if match[1] in ("_", ".") or re.search(rf"\b{re.escape(match[1] or name)}\.", used):
            yield f"import {match[0]}"
