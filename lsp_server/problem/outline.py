"""Which function reads the outline of which layout of languages."""

from collections.abc import Callable, Mapping

from lsp_server.problem.braces.outline import outline_braces
from lsp_server.problem.languages import language_named
from lsp_server.problem.parts import Outline
from lsp_server.problem.python.outline import outline_python
from lsp_server.problem.syntax import Document

_READERS: Mapping[str, Callable[[Document], Outline]] = {"indented": outline_python, "braces": outline_braces}


def outline_of(document: Document) -> Outline:
    """The comments, definitions and other code of a document, of a text nothing. Raises FileTooLargeError."""
    read = _READERS.get(language_named(document.language).layout)
    return read(document) if read else Outline(None, ())
