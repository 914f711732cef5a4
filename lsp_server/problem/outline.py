"""Which function reads the outline of which language."""

from collections.abc import Callable, Mapping

from lsp_server.problem.outline_python import outline_python
from lsp_server.problem.parts import Outline
from lsp_server.problem.syntax import Document

_READERS: Mapping[str, Callable[[Document], Outline]] = {"python": outline_python}


def outline_of(document: Document) -> Outline:
    """The comments, definitions and other code of a document. Raises FileTooLargeError."""
    return _READERS[document.language](document)
