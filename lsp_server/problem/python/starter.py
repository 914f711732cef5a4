"""The class of a file that a solution completes, as the model is shown it: without statement and with empty bodies."""

import textwrap

from lsp_server.problem.parts import Definition
from lsp_server.problem.syntax import Document


def own_class(document: Document, definition: Definition) -> str:
    """The header of the class and of its methods, with what their docstrings say of them."""
    functions = [each for each in definition.members if isinstance(each, Definition) and each.kind == "function"]
    header = document.text[definition.start : definition.header_end]
    pieces = [definition.indent + header, *(_empty(document, each) for each in functions)]
    return textwrap.dedent("\n\n".join(pieces).replace("\r\n", "\n").replace("\r", "\n"))


def _empty(document: Document, function: Definition) -> str:
    told = document.text[function.start : max(function.header_end, function.body.start)].rstrip()
    return f"{function.indent}{told}\n{function.body.indent or function.indent + '    '}pass"
