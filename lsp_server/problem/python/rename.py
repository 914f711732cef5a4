"""An answer that is right but calls its function something else: small models spell long names wrongly.

The file's own signature is kept in any case, so the name of the answer only matters for finding its function. Where
there is just one that it can be, it is renamed, calls of itself included; where there is a choice, nothing is guessed.
"""

from collections.abc import Iterator

from tree_sitter import Node

from lsp_server.problem.model import Signature
from lsp_server.problem.python.answer import (
    Answer,
    definition_in,
    methods_of,
    name_of,
    parameters_of,
    read_answer,
)
from lsp_server.problem.syntax import walk

RENAMED_KINDS = ("function", "method")


def under_asked_name(answer: Answer, signature: Signature) -> Answer:
    """`answer`, with its one function of as many parameters named as `signature` asks, if none is named so."""
    if signature.kind not in RENAMED_KINDS:
        return answer
    functions = list(_functions(answer))
    if any(name_of(answer.document, node) == signature.name for node in functions) or len(functions) != 1:
        return answer
    names = [name for name in parameters_of(answer.document, functions[0]) if name != "self"]
    if len(names) != len(signature.params):
        return answer
    return _renamed(answer, name_of(answer.document, functions[0]), signature.name)


def _functions(answer: Answer) -> Iterator[Node]:
    """At the top level and in classes, without special methods."""
    for item in answer.items:
        if item.node.type == "function_definition":
            yield item.node
        for name, node in methods_of(answer.document, item.node).items():
            if not name.startswith("__"):
                yield definition_in(node)


def _renamed(answer: Answer, old: str, new: str) -> Answer:
    document = answer.document
    nodes = (node for node in walk(document.tree.root_node) if node.type == "identifier")
    spans = sorted(document.span(node) for node in nodes if document.source(node) == old)
    text = document.text
    for start, end in reversed(spans):
        text = text[:start] + new + text[end:]
    return read_answer(text)
