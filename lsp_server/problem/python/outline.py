"""The outline of a Python file: comment blocks, docstrings, functions and classes, read from the syntax tree."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from lsp_server.problem.model import Parameter
from lsp_server.problem.parts import Body, Code, Comment, Definition, Outline, Part
from lsp_server.problem.python.body import IMPORTS, body_of
from lsp_server.problem.python.text import comment_block, only_string, string_block
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import indent_of
from lsp_server.problem.wrappers import unwrapped

_DEFINITIONS = frozenset({"function_definition", "class_definition"})
_CONSTANTS = frozenset(
    {
        "dictionary",
        "set",
        "list",
        "tuple",
        "string",
        "integer",
        "float",
        "dictionary_comprehension",
        "set_comprehension",
    }
)
_INTENDED_STUBS = re.compile(r"\b(?:overload|abstractmethod|abstractproperty)\b")
_INTERFACES = re.compile(r"\b(?:Protocol|ABC|ABCMeta|TypedDict)\b")
_TYPE_LINE = re.compile(r":type\s+(\w+)\s*:\s*(.+)|:rtype\s*:\s*(.+)")


def outline_python(document: Document) -> Outline:
    parts = list(unwrapped(document, list(_parts(document, document.tree.root_node.children, ""))))
    doc = next((part for part in parts if not _is_plain_comment(part)), None)
    if isinstance(doc, Comment):
        return Outline(doc, tuple(part for part in parts if part is not doc))
    return Outline(None, tuple(parts))


def _is_plain_comment(part: Part) -> bool:
    return isinstance(part, Comment) and not part.is_string


def _parts(document: Document, nodes: Sequence[Node], indent: str, in_class: bool = False) -> Iterator[Part]:
    """What stands at one level, in order. Broken code is looked into, so that one error does not hide a file."""
    comments: list[Node] = []
    for node in nodes:
        if comments and not _continues(document, comments[-1], node):
            yield comment_block(document, comments)
            comments = []
        if node.type == "comment":
            if _stands_alone(document, node, indent):
                comments.append(node)
        elif node.type == "ERROR":
            yield from _parts(document, node.children, indent, in_class)
        elif node.is_named:
            yield _part(document, node, in_class)
    if comments:
        yield comment_block(document, comments)


def _part(document: Document, node: Node, in_class: bool) -> Part:
    inner = node.child_by_field_name("definition") if node.type == "decorated_definition" else node
    if inner and inner.type in _DEFINITIONS:
        return _definition(document, node, inner, in_class)
    if string := only_string(node):
        return string_block(document, string)
    start, end = document.span(node)
    return Code(start, end, imports=node.type in IMPORTS, declares=_is_constant(node))


def _is_constant(node: Node) -> bool:
    """`POINTS = {"A": 1}`: a name for values that are written there."""
    assignment = node.named_children[0] if node.type == "expression_statement" and node.named_children else None
    name = assignment.child_by_field_name("left") if assignment and assignment.type == "assignment" else None
    value = assignment.child_by_field_name("right") if assignment and name and name.type == "identifier" else None
    return value is not None and value.type in _CONSTANTS


def _stands_alone(document: Document, node: Node, indent: str) -> bool:
    """On a line of its own, and not deeper than this level (then it is the tail of a body)."""
    start = document.offset_of(node.start_byte)
    row = document.row_of(start)
    before = document.text[document.lines.starts[row] : start]
    return not before.strip() and len(before) <= len(indent)


def _continues(document: Document, last: Node, node: Node) -> bool:
    """Whether `node` is the next line of the comment block that ends with `last`."""
    if node.type != "comment" or node.start_point.column != last.start_point.column:
        return False
    return node.start_point.row == last.start_point.row + 1


def _definition(document: Document, outer: Node, node: Node, in_class: bool) -> Definition:
    start, end = document.span(outer)
    decorators = [document.source(child) for child in outer.children if child.type == "decorator"]
    header_end = _header_end(document, node)
    indent = indent_of(document.line(document.row_of(start)))
    is_class = node.type == "class_definition"
    docs, body = body_of(document, node, header_end, indent)
    bases = node.child_by_field_name("superclasses")
    params, returns = _typed(*_signature(document, node, decorators, in_class), docs)
    return Definition(
        kind="class" if is_class else "function",
        name=document.source(name) if (name := node.child_by_field_name("name")) else "",
        start=start,
        end=max(end, body.end, *(doc.end for doc in docs)),
        header_end=header_end,
        indent=indent,
        body=body,
        params=params,
        returns=returns,
        docs=tuple(doc for doc in docs if not _only_types(doc)),
        members=_members(document, node, body, docs) if is_class else (),
        is_abstract=bool(
            any(_INTENDED_STUBS.search(each) for each in decorators)
            or (bases and _INTERFACES.search(document.source(bases)))
        ),
    )


def _members(document: Document, node: Node, body: Body, docs: Sequence[Comment]) -> tuple[Part, ...]:
    """What stands in a class besides its own statements. Comments above the first member are outside of the block."""
    block = node.child_by_field_name("body")
    inside = {doc.start for doc in docs}
    nodes = [child for child in node.children if child.type == "comment"] + (block.children if block else [])
    return tuple(part for part in _parts(document, nodes, body.indent, True) if part.start not in inside)


def _header_end(document: Document, node: Node) -> int:
    """Behind the colon that ends `def …:`; broken headers end with what is there of them."""
    colon = next((child for child in node.children if child.type == ":"), None)
    return document.offset_of(colon.end_byte if colon else node.end_byte)


def _signature(
    document: Document, node: Node, decorators: Sequence[str], in_class: bool
) -> tuple[tuple[Parameter, ...], str]:
    returns = node.child_by_field_name("return_type")
    listed = node.child_by_field_name("parameters")
    params = [_parameter(document, child) for child in listed.named_children] if listed else []
    params = [param for param in params if param]
    if in_class and params and not any("staticmethod" in each for each in decorators):
        params = params[1:]
    return tuple(params), _one_line(document.source(returns)) if returns else ""


def _parameter(document: Document, node: Node) -> Parameter | None:
    if node.type == "keyword_separator":
        return Parameter(name="*")
    if node.type in ("comment", "positional_separator", "ERROR"):
        return None
    kind = node.child_by_field_name("type")
    name = node.child_by_field_name("name") or (node.named_children[0] if node.type == "typed_parameter" else node)
    return Parameter(name=document.source(name), type=_one_line(document.source(kind)) if kind else "")


def _typed(params: tuple[Parameter, ...], returns: str, docs: Sequence[Comment]) -> tuple[tuple[Parameter, ...], str]:
    """Types from `:type x: List[int]` and `:rtype: int` lines, which LeetCode writes where there are no annotations."""
    matches = [match for doc in docs for text in doc.texts if (match := _TYPE_LINE.match(text.strip()))]
    types = {match[1]: match[2].strip() for match in matches if match[1]}
    rtype = next((match[3].strip() for match in matches if match[3]), "")
    typed = tuple(
        param if param.type else Parameter(name=param.name, type=types.get(param.name, "")) for param in params
    )
    return typed, returns or ("None" if rtype.lower().startswith(("none", "void")) else rtype)


def _only_types(doc: Comment) -> bool:
    texts = [text for text in doc.texts if text.strip()]
    return all(_TYPE_LINE.match(text.strip()) for text in texts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
