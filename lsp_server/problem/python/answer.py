"""Reads an answer in Python: which functions, classes, imports and constants it holds, and which of them are needed."""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from lsp_server.errors import AnswerError
from lsp_server.problem.syntax import Document, walk

_FUNCTION, _CLASS = "function_definition", "class_definition"
_IMPORTS = ("import_statement", "import_from_statement")
_STAR = re.compile(r"from\s+(\w+(?:\.\w+)*)\s+import\s+\*")
_STAR_MODULES = frozenset({
    "bisect", "collections", "copy", "decimal", "fractions", "functools", "heapq", "itertools", "math", "operator",
    "random", "re", "string", "sys", "typing",
})  # fmt: skip
"""Standard modules that solutions import with a star; inside a function the names must be spelt out."""


@dataclass(frozen=True, slots=True)
class Item:
    """A statement at the top level of an answer. `names` are those it binds, `node` is without decorators."""

    outer: Node
    node: Node
    names: frozenset[str]
    uses: frozenset[str]

    @property
    def decorated(self) -> bool:
        return self.outer.type == "decorated_definition"


@dataclass(frozen=True, slots=True)
class Answer:
    document: Document
    items: tuple[Item, ...]

    def function(self, name: str) -> Item | None:
        return next((item for item in reversed(self.items) if item.node.type == _FUNCTION and name in item.names), None)

    def class_named(self, name: str) -> Item | None:
        return next((item for item in reversed(self.items) if item.node.type == _CLASS and name in item.names), None)

    def class_with(self, method: str) -> Item | None:
        """The class that defines `method`."""
        return next((item for item in reversed(self.items) if method in methods_of(self.document, item.node)), None)


def read_answer(code: str) -> Answer:
    """Raises AnswerError when `code` is empty or no valid Python."""
    document = Document(code, "python")
    root = document.tree.root_node
    if not code.strip() or not root.named_children:
        raise AnswerError("The answer holds no code.")
    if root.has_error:
        raise AnswerError("The code of the answer is not valid Python.")
    nodes = [node for node in root.named_children if node.type != "comment"]
    return Answer(document, tuple(_item(document, node) for node in nodes))


def methods_of(document: Document, node: Node) -> dict[str, Node]:
    """The functions of a class by name, with their decorators; nothing for other nodes."""
    block = node.child_by_field_name("body") if node.type == _CLASS else None
    found: dict[str, Node] = {}
    for child in block.named_children if block else []:
        inner = definition_in(child)
        if inner.type == _FUNCTION:
            found[name_of(document, inner)] = child
    return found


def definition_in(node: Node) -> Node:
    inner = node.child_by_field_name("definition") if node.type == "decorated_definition" else None
    return inner or node


def name_of(document: Document, node: Node) -> str:
    name = node.child_by_field_name("name")
    return document.source(name) if name else ""


def statements_of(node: Node) -> list[Node]:
    """The body of a definition without its docstring."""
    block = node.child_by_field_name("body")
    inner = [child for child in block.named_children if child.type != "comment"] if block else []
    if inner and inner[0].type == "expression_statement" and inner[0].named_children[0].type == "string":
        return inner[1:]
    return inner


def parameters_of(document: Document, node: Node) -> list[str]:
    """The names of parameters in order, stars included."""
    listed = node.child_by_field_name("parameters")
    names: list[str] = []
    for child in listed.named_children if listed else []:
        if child.type in ("comment", "positional_separator"):
            continue
        inner = child.child_by_field_name("name") or (child.named_children[0] if child.named_children else child)
        names.append(
            "*" if child.type == "keyword_separator" else document.source(child if "splat" in child.type else inner)
        )
    return names


def needed(
    answer: Answer, start: Iterable[str], without: Sequence[Item] = (), bound: frozenset[str] = frozenset()
) -> list[Item]:
    """The items that `start` (names) uses, directly or through each other, in order. Names in `bound` are locals."""
    wanted = set(start) - bound
    kept: set[int] = set()
    changed = True
    while changed:
        changed = False
        for index, item in enumerate(answer.items):
            if index in kept or item in without or not (item.names & wanted or "*" in item.names):
                continue
            kept.add(index)
            wanted |= item.uses
            changed = True
    return [item for index, item in enumerate(answer.items) if index in kept]


def identifiers(document: Document, node: Node) -> frozenset[str]:
    return frozenset(document.source(each) for each in walk(node) if each.type == "identifier")


def assigned(document: Document, node: Node) -> frozenset[str]:
    """Names that statements under `node` bind by assignment or as a loop variable."""
    names: set[str] = set()
    for each in walk(node):
        if each.type in ("assignment", "augmented_assignment", "for_statement", "named_expression"):
            target = each.child_by_field_name("left") or each.child_by_field_name("name")
            if target and target.type not in ("subscript", "attribute"):
                names |= identifiers(document, target)
    return frozenset(names)


def import_text(source: str, used: frozenset[str]) -> str:
    """An import as it may stand inside a function: a star is replaced by the names that are used."""
    star = _STAR.fullmatch(source.strip())
    if not star:
        return source
    if star[1] not in _STAR_MODULES:
        raise AnswerError(f"The answer says `{source.strip()}`, whose names are not known here.")
    names = sorted(used & set(dir(importlib.import_module(star[1]))))
    return f"from {star[1]} import {', '.join(names)}" if names else ""


def _item(document: Document, node: Node) -> Item:
    inner = definition_in(node)
    names = _bound_names(document, inner)
    return Item(node, inner, names, identifiers(document, node) - names)


def _bound_names(document: Document, node: Node) -> frozenset[str]:
    if node.type in (_FUNCTION, _CLASS):
        return frozenset({name_of(document, node)})
    if node.type in _IMPORTS:
        if any(child.type == "wildcard_import" for child in node.children):
            return frozenset({"*"})
        return frozenset(_imported_names(document, node))
    return assigned(document, node)


def _imported_names(document: Document, node: Node) -> Iterator[str]:
    for child in node.children_by_field_name("name"):
        alias = child.child_by_field_name("alias")
        yield document.source(alias) if alias else document.source(child).split(".")[0]
