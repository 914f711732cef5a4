"""The inside of a function or class in braces: which comments in it are a statement, and what a solution replaces."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from lsp_server.problem.braces.text import comment_block, is_block
from lsp_server.problem.grammar import Braces
from lsp_server.problem.parts import Body, Comment
from lsp_server.problem.prose import is_statement
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import indent_of, indent_unit

_STUBS = re.compile(
    r"return;?|;|(?:throw\b|(?:std::)?abort\b|panic!?\b)(?is:.*(?:implement|todo|unsupported|!\().*)"
    r"|throw\b(?is:\s*\(?\s*[\"'].*)|(?:todo|unimplemented)!\s*[(\[{](?s:.*)",
)
_MAIN_STUBS = re.compile(rf"(?:{_STUBS.pattern})|return 0;")


def body_of(
    document: Document, braces: Braces, block: Node, indent: str, *, of_class: bool = False, of_main: bool = False
) -> tuple[tuple[Comment, ...], Body]:
    """The statements that a definition carries at the top of its body, and the body without them."""
    start, end = document.span(block)
    if document.text[start : start + 1] != "{":  # x => x + 1
        return (), Body(start, end, indent, stub=False, inline=True)
    inner_end = end - 1 if document.text.endswith("}", start + 1, end) else end
    nodes = list(_inside(block))
    comments = list(comment_blocks(document, braces, _top_comments(braces, nodes)))
    statements = [node for node in nodes if node.type not in braces.comments]
    if of_class and comments and statements and _touches(document, comments[-1], statements[0]):
        comments = comments[:-1]  # it belongs to the first member
    docs = tuple(each for each in comments if is_statement(each.texts))
    stubs = _MAIN_STUBS if of_main else _STUBS
    stub = all(stubs.fullmatch(document.source(node).strip()) for node in statements)
    inner_start = docs[-1].end if docs else start + 1
    inner = _inner_indent(document, start, indent, [*docs, *statements])
    return docs, Body(inner_start, max(inner_end, inner_start), inner, stub)


def comment_blocks(document: Document, braces: Braces, nodes: Sequence[Node]) -> Iterator[Comment]:
    """Block comments one by one; line comments that follow each other as one."""
    run: list[Node] = []
    for node in nodes:
        if run and not _continues(document, run[-1], node):
            yield comment_block(document, run)
            run = []
        run.append(node)
    if run:
        yield comment_block(document, run)


def _continues(document: Document, last: Node, node: Node) -> bool:
    """Whether `node` is the next line of the run of line comments that ends with `last`."""
    if is_block(document, last) or is_block(document, node):
        return False
    return node.start_point.row == last.start_point.row + 1 and node.start_point.column == last.start_point.column


def _inside(block: Node) -> Iterator[Node]:
    for node in block.named_children:
        if node.type == "statement_list":
            yield from node.named_children
        else:
            yield node


def _top_comments(braces: Braces, nodes: Sequence[Node]) -> list[Node]:
    first = next((index for index, node in enumerate(nodes) if node.type not in braces.comments), len(nodes))
    return list(nodes[:first])


def _touches(document: Document, comment: Comment, below: Node) -> bool:
    return document.row_of(comment.end) + 1 == document.row_of(document.offset_of(below.start_byte))


def _inner_indent(document: Document, opened: int, indent: str, inside: Sequence[Comment | Node]) -> str:
    """That of the first thing inside which stands on a line of its own."""
    for each in inside:
        start = each.start if isinstance(each, Comment) else document.offset_of(each.start_byte)
        row = document.row_of(start)
        line = document.line(row)
        own = indent_of(line)
        is_first = document.lines.starts[row] + len(own) == start
        if row > document.row_of(opened) and is_first and len(own) > len(indent):
            return own
    return indent + indent_unit(document)
