"""One version of a document that the editor has open."""

from dataclasses import dataclass

from lsp_server.errors import ProblemError
from lsp_server.problem.syntax import Document


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """`document` is None for a language that is not supported (`unsupported` says so); its text is not kept."""

    uri: str
    version: int
    document: Document | None
    unsupported: ProblemError | None = None

    def needed(self) -> Document:
        """The document. Raises what keeps it from being worked on."""
        if self.document is None:
            raise self.unsupported or ProblemError("This document cannot be read.")
        return self.document
