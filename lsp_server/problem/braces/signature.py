"""Names, parameters and results of functions in languages with braces, as source text.

Three ways to declare are told apart by the fields of the nodes, not by the language: a declarator around the name
(C, C++), a type beside the name (Java, TypeScript, Go, Rust), and a bare name (JavaScript).
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from lsp_server.problem.model import Parameter
from lsp_server.problem.parts import Comment
from lsp_server.problem.syntax import Document

_BEFORE_MARK = re.compile(r"\s+([*&\[\]])")
_SKIPPED = frozenset({"comment", "line_comment", "block_comment", "self_parameter", "receiver_parameter", "ERROR"})
_RESULTS = ("return_type", "result", "returns")
_PARAM_TAG = re.compile(r"@param\s+\{(.+?)\}\s+\[?([\w$.]+)")
_RETURN_TAG = re.compile(r"@returns?\s+\{(.+?)\}(?:\s|$)")
_TYPE_TAGS = re.compile(r"\s*@(?:param|returns?|type|this|constructor|class)\b.*")


def declared(node: Node) -> Node:
    """The node that has a function's name and parameters: itself, or the declarator inside it."""
    inner: Node | None = node
    while inner and not inner.child_by_field_name("parameters") and inner.type != "function_declarator":
        inner = inner.child_by_field_name("declarator") or _inside_declarator(inner)
    return inner or node


def _inside_declarator(node: Node) -> Node | None:
    """References have no field for what they refer to."""
    return node.named_children[-1] if node.type.endswith("_declarator") and node.named_children else None


def name_of(document: Document, node: Node) -> str:
    inner = declared(node)
    named = inner.child_by_field_name("name") or inner.child_by_field_name("declarator")
    named = named or node.child_by_field_name("type")  # `impl Name`
    return document.source(named).split("<", 1)[0].strip() if named else ""


def parameters_of(document: Document, node: Node) -> tuple[Parameter, ...]:
    inner = declared(node)
    listed = inner.child_by_field_name("parameters") or inner.child_by_field_name("parameter")
    if not listed:
        return ()
    if listed.type == "identifier":  # x => …
        return (Parameter(name=document.source(listed)),)
    found = [param for child in listed.named_children if child.type not in _SKIPPED for param in _read(document, child)]
    return tuple(param for param in found if param.name)


def returns_of(document: Document, node: Node) -> str:
    """The type of the result, "" where none is declared."""
    inner = declared(node)
    trailing = next((child for child in inner.children if child.type == "trailing_return_type"), None)
    if trailing:
        return tidy(document.source(trailing).removeprefix("->"))
    for field in _RESULTS:
        if result := node.child_by_field_name(field):
            return tidy(document.source(result).removeprefix(":"))
    kind = node.child_by_field_name("type")
    if not kind or node.type.endswith("_item"):
        return ""
    end = inner.start_byte if inner != node else kind.end_byte
    start = _first_qualifier(node, kind)
    return tidy(document.text[document.offset_of(start.start_byte) : document.offset_of(end)])


def tidy(text: str) -> str:
    """One line, with the marks of pointers, references and arrays at what is before them."""
    return _BEFORE_MARK.sub(r"\1", " ".join(text.split()))


def documented(
    params: tuple[Parameter, ...], returns: str, comments: Sequence[Comment]
) -> tuple[tuple[Parameter, ...], str]:
    """Types from `@param {number[]} nums` and `@return {number}`, which LeetCode writes above JavaScript."""
    texts = [text for comment in comments for text in comment.texts]
    types = {match[2]: match[1].strip() for text in texts for match in _PARAM_TAG.finditer(text)}
    result = next((match[1].strip() for text in texts for match in _RETURN_TAG.finditer(text)), "")
    typed = tuple(
        param if param.type else Parameter(name=param.name, type=types.get(param.name, "")) for param in params
    )
    return typed, returns or result


def only_types(comment: Comment) -> bool:
    """Nothing but tags that name types."""
    texts = [text for text in comment.texts if text.strip()]
    return bool(texts) and all(_TYPE_TAGS.match(text) for text in texts)


def _first_qualifier(node: Node, kind: Node) -> Node:
    """`const char` begins with its qualifier; `static` and `inline` are no part of a type."""
    before = [child for child in node.children if child.type == "type_qualifier" and child.end_byte <= kind.start_byte]
    return before[0] if before else kind


def _read(document: Document, node: Node) -> Iterator[Parameter]:
    """The parameters that one node declares: in Go one type may have several names."""
    kind = node.child_by_field_name("type")
    declarator = node.child_by_field_name("declarator")
    names = node.children_by_field_name("name") or node.children_by_field_name("pattern")
    if declarator:
        yield _around_name(document, node, declarator)
    elif kind and (names or node.type == "variadic_parameter_declaration"):
        for name in names:
            yield Parameter(name=document.source(name).lstrip("."), type=_beside_name(document, node, kind))
    elif not kind:
        yield _bare(document, names[0] if names else node)


def _beside_name(document: Document, node: Node, kind: Node) -> str:
    dimensions = node.child_by_field_name("dimensions")
    dots = "..." if node.type == "variadic_parameter_declaration" else ""
    return dots + tidy(document.source(kind).removeprefix(":")) + (document.source(dimensions) if dimensions else "")


def _around_name(document: Document, node: Node, declarator: Node) -> Parameter:
    """`int m[][3]` is m of the type `int[][3]`; a function's own parameters stay in its type."""
    name = declarator
    while inner := (name.child_by_field_name("declarator") or _inside_declarator(name)):
        name = inner
    start, end = document.span(node)
    name_start, name_end = document.span(name)
    default = node.child_by_field_name("default_value")
    end = document.text.rfind("=", name_end, document.offset_of(default.start_byte)) if default else end
    before, after = document.text[start:name_start], document.text[name_end:end]
    return Parameter(name=document.source(name), type=tidy(before.rstrip() + after.strip()))


def _bare(document: Document, node: Node) -> Parameter:
    """A name, a name with a default, `...rest`, or (Java's `int... xs`) whatever ends with a name."""
    if node.type == "spread_parameter":
        *before, last = node.named_children
        kinds = [child for child in before if child.type != "modifiers"]
        return Parameter(name=document.source(last), type=f"{tidy(document.source(kinds[-1]))}..." if kinds else "")
    named = node.child_by_field_name("left") or node
    return Parameter(name="" if named.type == "void" else document.source(named))
