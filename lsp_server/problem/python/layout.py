"""Lays lines of an answer out at the indentation of the file that they go into."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from lsp_server.errors import AnswerError
from lsp_server.problem.python.answer import Answer, Item, import_text, statements_of
from lsp_server.problem.syntax import Document, walk
from lsp_server.problem.text import indent_unit

_IMPORTS = ("import_statement", "import_from_statement")
_PADDING = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines go: the indentation of their level, one further level, and the imports that the file has."""

    indent: str
    unit: str
    imports: frozenset[str]


def place_in(document: Document, indent: str) -> Place:
    nodes = document.tree.root_node.children
    imports = frozenset(document.source(node) for node in nodes if node.type in _IMPORTS)
    return Place(indent, indent_unit(document), imports)


def helper_lines(answer: Answer, items: Sequence[Item], place: Place) -> list[str]:
    """Imports, helpers and constants as they may stand at the top of a body; imports the file has are left out."""
    used = frozenset(name for item in answer.items for name in item.uses)
    lines: list[str] = []
    for item in items:
        source = answer.document.source(item.outer)
        if item.node.type in _IMPORTS:
            text = import_text(source, used)
            if text and text not in place.imports:
                lines += [place.indent + text]
        else:
            gap = [""] if lines and item.node.type.endswith("definition") else []
            lines += [*gap, *reindented(answer.document, item.outer, place)]
    if lines and items[-1].node.type.endswith("definition"):
        lines.append("")
    return lines


def body_lines(document: Document, node: Node, place: Place) -> list[str]:
    """The statements of a function, with the comments between them, at `indent`."""
    statements = statements_of(node)
    if not statements:
        raise AnswerError("The function in the answer has no code.")
    return _moved(document, _first_comment(node, statements[0]) or statements[0], statements[-1], place)


def _first_comment(node: Node, below: Node) -> Node | None:
    """The first comment between the header or docstring and the first statement."""
    block = node.child_by_field_name("body")
    above = [child for child in (block.children if block else []) if child.end_byte <= below.start_byte]
    doc_end = max((child.end_byte for child in above if child.type != "comment"), default=0)
    return next((child for child in above if child.type == "comment" and child.start_byte >= doc_end), None)


def reindented(document: Document, node: Node, place: Place) -> list[str]:
    return _moved(document, node, node, place)


def _moved(document: Document, first: Node, last: Node, place: Place) -> list[str]:
    """The lines from one node to another at a new indentation. Lines inside strings stay as they are."""
    start, end = document.span(first)[0], document.span(last)[1]
    top, bottom = document.row_of(start), document.row_of(end)
    tail = document.line(bottom)[end - document.lines.starts[bottom] :]
    end += len(tail.rstrip()) if tail.lstrip().startswith("#") else 0
    base = _PADDING.match(document.line(top))
    width = len(base[0]) if base else 0
    inside, old_unit = _rows_inside_strings(document), indent_unit(document)
    lines = [place.indent + document.text[start : min(end, document.line_end(top))]]
    for row in range(top + 1, bottom + 1):
        line = document.line(row) if row < bottom else document.text[document.lines.starts[row] : end]
        lines.append(line if row in inside else _line_at(line, width, place, old_unit))
    return lines


def _line_at(line: str, width: int, place: Place, old_unit: str) -> str:
    content = line.lstrip(" \t")
    if not content:
        return ""
    levels, rest = divmod(max(len(line) - len(content) - width, 0), len(old_unit))
    return place.indent + place.unit * levels + " " * rest + content


def _rows_inside_strings(document: Document) -> frozenset[int]:
    rows: set[int] = set()
    for node in walk(document.tree.root_node):
        if node.type == "string" and node.end_point.row > node.start_point.row:
            rows.update(range(node.start_point.row + 1, node.end_point.row + 1))
    return frozenset(rows)
