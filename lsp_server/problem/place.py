"""Puts a solution into the file: which region is replaced by which text. The file itself is not touched here."""

import textwrap
from collections.abc import Callable, Mapping

from lsp_server.errors import AnswerError
from lsp_server.problem.braces.answer import has_macros
from lsp_server.problem.braces.place import place_braces
from lsp_server.problem.languages import language_named
from lsp_server.problem.maths.place import place_answer
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.python.place import place_python
from lsp_server.problem.syntax import Document

_PLACERS: Mapping[str, Callable[[Document, Problem, str], Replacement]] = {
    "indented": place_python,
    "braces": place_braces,
}


def place(document: Document, problem: Problem, code: str) -> Replacement:
    """The edit that puts `code`, a complete answer, where `problem` (found in this very `document`) wants it.

    The file's own signature, docstring, indentation and line ends are kept; imports and helpers of the answer come
    along. Raises AnswerError when the code does not parse, does not define what is asked, or does not fit.
    """
    if problem.signature.kind == "maths":
        answer = place_answer(document, problem, code)
        return Replacement(region=answer.region, text=answer.text.replace("\n", document.newline))
    plain = textwrap.dedent(code.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    replacement = _PLACERS[language_named(document.language).layout](document, problem, plain)
    text = replacement.text.replace("\n", document.newline)
    after = document.edited(replacement.region.start.offset, replacement.region.end.offset, text)
    broken = after.tree.root_node.has_error and not document.tree.root_node.has_error
    if broken and not has_macros(after.text):
        raise AnswerError("The code of the answer cannot be put into this file without breaking it.")
    return Replacement(region=replacement.region, text=text)


def splice(text: str, replacement: Replacement) -> str:
    """`text` with the replacement carried out."""
    return text[: replacement.region.start.offset] + replacement.text + text[replacement.region.end.offset :]
