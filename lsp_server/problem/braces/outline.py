"""The outline of a file in a language with braces, read from the syntax tree by what its row in `languages.py` says.

Comments that are no statement (types, markers, "Definition for singly-linked list") belong to the definition that they
stand on, so that a statement above them is still near to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tree_sitter import Node

from lsp_server.problem.braces.body import body_of, comment_blocks
from lsp_server.problem.braces.signature import documented, name_of, only_types, parameters_of, returns_of
from lsp_server.problem.grammar import Braces, Language
from lsp_server.problem.groups import grouped
from lsp_server.problem.languages import language_named
from lsp_server.problem.parts import Code, Comment, Definition, Outline, Part
from lsp_server.problem.prose import is_statement
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import indent_of
from lsp_server.problem.wrappers import unwrapped

_PROTOTYPE = re.compile(r"([\w$]+)\.prototype\.[\w$]+")
_MAKES = re.compile(r"(?:New|Constructor)\w*")
_CONSTRUCTORS = re.compile(r"constructor|~.*|__init__")
_CLINGS_OVER = 2
"""Rows from the end of a comment to what it clings to: at most one blank line between them."""


def outline_braces(document: Document) -> Outline:
    row = language_named(document.language)
    assert row.braces  # noqa: S101 - `outline.py` chooses by the layout of the row
    return Outline(None, tuple(unwrapped(document, _parts(document, row, document.tree.root_node.children))))


def _parts(document: Document, row: Language, nodes: Sequence[Node], owner: str = "") -> list[Part]:
    """What stands at one level, in order. Broken code is looked into, so that one error does not hide a file."""
    braces = _braces(row)
    plain = list(_read(document, row, list(_flat(braces, nodes)), owner))
    return list(grouped(list(_clinging(document, plain)))) if braces.group else list(_clinging(document, plain))


def _braces(row: Language) -> Braces:
    assert row.braces  # noqa: S101 - as above
    return row.braces


def _flat(braces: Braces, nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.type == "ERROR" or node.type in braces.flattened:
            yield from _flat(braces, node.children)
        elif node.is_named and node.type not in braces.ignored:
            yield node


def _read(document: Document, row: Language, nodes: Sequence[Node], owner: str) -> Iterator[Part]:
    braces = _braces(row)
    comments: list[Node] = []
    prefix: Node | None = None
    for node in nodes:
        if node.type in braces.comments:
            if _stands_alone(document, node):
                comments.append(node)
            continue
        yield from comment_blocks(document, braces, comments)
        comments = []
        if node.type in braces.prefixes:
            prefix = prefix or node
            continue
        yield _part(document, row, prefix or node, node, owner)
        prefix = None
    yield from comment_blocks(document, braces, comments)


def _stands_alone(document: Document, node: Node) -> bool:
    start = document.offset_of(node.start_byte)
    return not document.text[document.lines.starts[document.row_of(start)] : start].strip()


def _part(document: Document, row: Language, outer: Node, node: Node, owner: str) -> Part:
    braces = _braces(row)
    inner, given_name = _carried(document, braces, node)
    start, end = document.offset_of(outer.start_byte), _end(document, node)
    block = _block(inner)
    kinds = braces.functions | braces.classes | braces.interfaces
    if inner.type in kinds and block:
        return _definition(document, row, (start, end), inner, block, given_name or name_of(document, inner), owner)
    source = document.text[start:end]
    imports = node.type in braces.imports or bool(braces.import_text.fullmatch(source.strip()))
    return Code(start, end, imports=imports, declares=not imports and bool(braces.declares.match(source)))


def _carried(document: Document, braces: Braces, node: Node) -> tuple[Node, str]:
    """The node inside `node` that may be a definition, and the name it is given there."""
    name = ""
    while carrier := braces.carriers.get(node.type):
        value_field, name_field = carrier
        if name_field and (named := node.child_by_field_name(name_field)):
            name = document.source(named)
        inner = node.child_by_field_name(value_field) if value_field else _last_named(braces, node)
        if inner is None:
            break
        node = inner
    return node, name


def _last_named(braces: Braces, node: Node) -> Node | None:
    return next((child for child in reversed(node.named_children) if child.type not in braces.comments), None)


def _block(node: Node) -> Node | None:
    """The body of a definition; structs of Go have no field for theirs."""
    if body := node.child_by_field_name("body"):
        return body
    last = node.named_children[-1] if node.named_children else None
    return last if last and last.type == "field_declaration_list" else None


def _end(document: Document, node: Node) -> int:
    """Behind a semicolon that follows on the same line."""
    end = document.offset_of(node.end_byte)
    end -= len(document.text[:end]) - len(document.text[:end].rstrip("\r\n"))
    rest = document.text[end : document.line_end(document.row_of(end))]
    return end + len(rest) - len(rest.lstrip()) + 1 if rest.lstrip().startswith(";") else end


def _definition(
    document: Document, row: Language, span: tuple[int, int], node: Node, block: Node, name: str, owner: str
) -> Definition:
    braces = _braces(row)
    start, end = span
    is_function = node.type in braces.functions
    indent = indent_of(document.line(document.row_of(start)))
    is_main = bool(row.entry) and name == row.entry
    docs, body = body_of(document, braces, block, indent, of_class=not is_function, of_main=is_main)
    params = parameters_of(document, node) if is_function else ()
    returns = returns_of(document, node) if is_function else ""
    belongs_to = _belongs_to(document, row, node, name, returns)
    return Definition(
        kind="function" if is_function else "class",
        name=name,
        start=start,
        end=end,
        header_end=min(document.offset_of(block.start_byte) + 1, body.start),
        indent=indent,
        body=body,
        params=params,
        returns=returns,
        docs=docs,
        members=() if is_function else tuple(_members(document, row, block, name, docs)),
        is_abstract=node.type in braces.interfaces,
        constructs=is_function and _constructs(name, owner, belongs_to),
        belongs_to=belongs_to,
    )


def _constructs(name: str, owner: str, belongs_to: str) -> bool:
    """`Box` in `Box`, `Box::Box`, `constructor`, `~Box`, and Go's `NewBox` and `Constructor` that give a Box."""
    scope, _, last = name.rpartition("::")
    named = last in (owner, belongs_to, scope.rpartition("::")[2]) and bool(last)
    return named or bool(_CONSTRUCTORS.fullmatch(last)) or bool(belongs_to and _MAKES.fullmatch(name))


def _members(document: Document, row: Language, block: Node, owner: str, docs: Sequence[Comment]) -> Iterator[Part]:
    inside = {doc.start for doc in docs}
    yield from (part for part in _parts(document, row, block.children, owner) if part.start not in inside)


def _belongs_to(document: Document, row: Language, node: Node, name: str, returns: str) -> str:
    """The class that a definition beside it belongs to; "*" when only its name tells (C)."""
    match _braces(row).group:
        case "prototype":
            match = _PROTOTYPE.fullmatch(name)
            return match[1] if match else ""
        case "receiver":
            receiver = node.child_by_field_name("receiver")
            text = document.source(receiver).strip("()").split() if receiver else []
            made = returns.lstrip("*") if _MAKES.fullmatch(name) else ""
            return text[-1].lstrip("*").split("[")[0] if text else made
        case "impl":
            return name if node.type == "impl_item" else ""
        case "prefix":
            return "*" if node.type == "function_definition" else ""
        case _:
            return ""


def _clinging(document: Document, parts: Sequence[Part]) -> Iterator[Part]:
    """Definitions with the comments that belong to them, which are left out; types that those name are taken over."""
    held: list[Comment] = []
    stated: Comment | None = None
    for part in parts:
        if held and not _is_near(document, held[-1], part):
            yield from held
            held = []
        if isinstance(part, Comment) and (only_types(part) or not is_statement(part.texts)):
            held.append(part)
        elif isinstance(part, Definition):
            yield _with_comments(_typed(part, [*([stated] if stated else []), *held]), held)
            held, stated = [], None
        else:
            yield from held
            yield part
            held, stated = [], part if isinstance(part, Comment) else None
    yield from held


def _is_near(document: Document, comment: Comment, below: Part) -> bool:
    return document.row_of(below.start) - document.row_of(comment.end) <= _CLINGS_OVER


def _with_comments(definition: Definition, comments: Sequence[Comment]) -> Definition:
    return replace(definition, start=comments[0].start, own=definition.start) if comments else definition


def _typed(definition: Definition, comments: Sequence[Comment]) -> Definition:
    if definition.kind == "class" or not comments:
        return definition
    params, returns = documented(definition.params, definition.returns, comments)
    return replace(definition, params=params, returns=returns)
