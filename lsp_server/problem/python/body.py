"""The inside of a Python function or class: which text in it is a statement, and what a solution replaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from lsp_server.problem.parts import Body, Comment
from lsp_server.problem.prose import is_statement
from lsp_server.problem.python.text import only_string, string_block
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import comment_lines, indent_of, indent_unit

IMPORTS = frozenset({"import_statement", "import_from_statement", "future_import_statement"})
_STUBS = re.compile(r"pass|\.\.\.|return|raise\s+NotImplementedError\b.*|(?s:(?:\"\"\"|''').*)")


@dataclass(frozen=True, slots=True)
class _Inside:
    """A definition taken apart: its docstring, the comments at its top, and the statements that follow."""

    document: Document
    header_end: int
    indent: str
    doc: Comment | None
    comments: tuple[Comment, ...]
    statements: tuple[Node, ...]
    inline: bool

    @property
    def stub(self) -> bool:
        return all(_STUBS.fullmatch(self.document.source(node)) for node in self.statements)


def body_of(document: Document, node: Node, header_end: int, indent: str) -> tuple[tuple[Comment, ...], Body]:
    """The statements that a definition carries inside (docstring first), and its body without them."""
    inside = _taken_apart(document, node, header_end, indent)
    asked = [each for each in inside.comments if is_statement(each.texts) and (inside.stub or not inside.doc)]
    docs = (*([inside.doc] if inside.doc else []), *asked)
    spans = [(each.start, each.end) for each in _other_comments(inside, asked)]
    spans += [document.span(each) for each in inside.statements]
    if spans:
        start, end = min(spans)[0], max(end for _, end in spans)
        end = _after_comment(document, end) if inside.stub else end
    else:
        start = end = _after_comment(document, max([header_end, *(each.end for each in docs)]))
    return docs, Body(start, end, _inner_indent(inside), inside.stub, inside.inline)


def _taken_apart(document: Document, node: Node, header_end: int, indent: str) -> _Inside:
    statements = _statements(node)
    first = document.span(statements[0])[0] if statements else None
    inline = first is not None and document.row_of(first) == document.row_of(header_end)
    imports = next((index for index, each in enumerate(statements) if each.type not in IMPORTS), 0)
    string = only_string(statements[imports]) if statements else None
    doc = string_block(document, string) if string else None
    if doc:
        statements = statements[imports + 1 :]
    comments = () if inline else tuple(_top_comments(document, doc.end if doc else header_end, indent, statements))
    if node.type == "class_definition" and comments and statements and _touches(document, comments[-1], statements[0]):
        comments = comments[:-1]  # it belongs to the first member
    return _Inside(document, header_end, indent, doc, comments, tuple(statements), inline)


def _statements(node: Node) -> list[Node]:
    block = node.child_by_field_name("body")
    return [child for child in block.named_children if child.type != "comment"] if block else []


def _touches(document: Document, comment: Comment, below: Node) -> bool:
    return document.row_of(comment.end) + 1 == document.row_of(document.offset_of(below.start_byte))


def _top_comments(document: Document, after: int, indent: str, statements: Sequence[Node]) -> Iterator[Comment]:
    """Comment blocks between the header or docstring and the first statement.

    Read from the lines, because the tree puts comments of an otherwise empty body outside of it.
    """
    stop = document.row_of(document.span(statements[0])[0]) if statements else len(document.lines.starts)
    rows: list[int] = []
    for row in range(document.row_of(after) + 1, stop):
        line = document.line(row)
        column = len(indent_of(line))
        if line.strip() and (column <= len(indent) or line[column] != "#"):
            break
        follows = bool(rows) and rows[-1] == row - 1 and len(indent_of(document.line(rows[-1]))) == column
        if rows and not (line.strip() and follows):
            yield comment_lines(document, rows, indent_of(document.line(rows[0])))
            rows = []
        if line.strip():
            rows.append(row)
    if rows:
        yield comment_lines(document, rows, indent_of(document.line(rows[0])))


def _other_comments(inside: _Inside, asked: Sequence[Comment]) -> list[Comment]:
    """Comments such as "your code here" go with the stub, unless a statement stands below them."""
    if not inside.stub and inside.statements:
        return []
    last = asked[-1].end if asked else 0
    return [each for each in inside.comments if each not in asked and each.start > last]


def _inner_indent(inside: _Inside) -> str:
    document = inside.document
    if not inside.inline:
        first = [document.span(node)[0] for node in inside.statements[:1]]
        for start in [*([inside.doc.start] if inside.doc else []), *first]:
            return indent_of(document.line(document.row_of(start)))
        if inside.comments:
            return inside.comments[0].indent
    return inside.indent + indent_unit(document)


def _after_comment(document: Document, offset: int) -> int:
    """Behind a comment that stands to the right of `offset` on its line."""
    rest = document.text[offset : document.line_end(document.row_of(offset))]
    return offset + len(rest.rstrip()) if rest.lstrip().startswith("#") else offset
