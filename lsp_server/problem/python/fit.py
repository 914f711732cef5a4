"""Fits the function of an answer under the header that the file has.

Mostly the bare body with its helpers will do. Where it would not (other parameter names, decorators, state in the class
or in globals), the whole answer is nested inside the function and called.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from lsp_server.errors import AnswerError
from lsp_server.problem.model import Signature
from lsp_server.problem.python.answer import (
    Answer,
    Item,
    assigned,
    definition_in,
    identifiers,
    methods_of,
    needed,
    parameters_of,
    statements_of,
)
from lsp_server.problem.python.layout import Place, body_lines, helper_lines
from lsp_server.problem.syntax import Document, walk


def function_lines(answer: Answer, signature: Signature, place: Place) -> tuple[list[str], list[Node]]:
    """The lines of the new body, and methods of the answer's class that have to follow it. Raises AnswerError."""
    item, node = main_function(answer, signature)
    inner = definition_in(node)
    if not _fits_directly(answer, signature, item, node):
        return _nested(answer, signature, item, place), []
    uses = identifiers(answer.document, inner)
    bound = frozenset(parameters_of(answer.document, inner)) | assigned(answer.document, inner)
    methods = _helper_methods(answer, item, signature, uses)
    helpers = needed(answer, uses, without=(item,), bound=bound)
    if methods is None or any(identifiers(answer.document, each) & _names(helpers) for each in methods):
        return _nested(answer, signature, item, place), []
    lines = helper_lines(answer, helpers, place)
    return [*lines, *body_lines(answer.document, inner, place)], methods


def main_function(answer: Answer, signature: Signature) -> tuple[Item, Node]:
    """The item that holds the asked function, and the function (with its decorators)."""
    if function := answer.function(signature.name):
        return function, function.outer
    holder = answer.class_named(signature.owner or "Solution") or answer.class_with(signature.name)
    holder = holder if holder and signature.name in methods_of(answer.document, holder.node) else None
    holder = holder or answer.class_with(signature.name)
    if holder:
        return holder, methods_of(answer.document, holder.node)[signature.name]
    where = f" in `class {signature.owner}`" if signature.owner else ""
    raise AnswerError(f"The answer does not define `{signature.name}`{where}, which the statement asks for.")


def _fits_directly(answer: Answer, signature: Signature, item: Item, node: Node) -> bool:
    """Whether the bare body does the same under the file's header."""
    inner = definition_in(node)
    if inner is not node and inner.type != node.type:
        return False
    names = parameters_of(answer.document, inner)
    is_method = item.node != inner
    if is_method and names and names[0] == "self":
        names = names[1:]
    if any(each.type == "global_statement" for child in answer.items for each in walk(child.outer)):
        return False
    recursive = _mentions(answer.document, inner, signature.name)
    moved = (is_method and signature.kind != "method" and _mentions(answer.document, inner, "self")) or (
        not is_method and signature.kind == "method" and recursive
    )
    return names == [param.name for param in signature.params] and not moved


def _mentions(document: Document, node: Node, name: str) -> bool:
    """Whether the body uses `name` other than as an attribute (`self.name`)."""
    block = node.child_by_field_name("body")
    return any(
        each.type == "identifier" and document.source(each) == name and not _is_attribute(each)
        for each in (walk(block) if block else ())
    )


def _is_attribute(node: Node) -> bool:
    parent = node.parent
    return bool(parent and parent.type == "attribute" and parent.child_by_field_name("attribute") == node)


def _helper_methods(answer: Answer, item: Item, signature: Signature, uses: frozenset[str]) -> list[Node] | None:
    """Other methods of the answer's class that are used; None when the class holds more than methods."""
    if item.node.type != "class_definition" or "self" not in uses:
        return []
    methods = methods_of(answer.document, item.node)
    members = statements_of(item.node)
    others = {name: node for name, node in methods.items() if name != signature.name}
    plain = len(members) == len(methods) and "__init__" not in methods
    if not plain or signature.kind != "method" or item.node.child_by_field_name("superclasses"):
        return None if others or not plain else []
    wanted, found = set(uses), dict[str, Node]()
    while more := {name: node for name, node in others.items() if name in wanted and name not in found}:
        found |= more
        wanted |= {name for node in more.values() for name in identifiers(answer.document, node)}
    return [node for name, node in others.items() if name in found]


def _nested(answer: Answer, signature: Signature, item: Item, place: Place) -> list[str]:
    """The whole answer inside the function, and a call of it."""
    items = needed(answer, {*item.names, *item.uses})
    lines = helper_lines(answer, items, place)
    lines = [re.sub(r"^(\s*)global ", r"\1nonlocal ", line) for line in lines]
    callee = signature.name if item.node.type == "function_definition" else f"{min(item.names)}().{signature.name}"
    gap = [] if lines and not lines[-1] else [""]
    return [*lines, *gap, f"{place.indent}return {callee}({', '.join(_passed(signature))})"]


def _passed(signature: Signature) -> Iterator[str]:
    """The arguments that hand all parameters on."""
    keyword_only = False
    for param in signature.params:
        if param.name.startswith("*"):
            keyword_only = True
            if param.name != "*":
                yield param.name
        else:
            yield f"{param.name}={param.name}" if keyword_only else param.name


def _names(items: Sequence[Item]) -> frozenset[str]:
    return frozenset(name for item in items for name in item.names)
