"""One version of a document that the editor has open, and the problems in it, each looked for once."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from lsp_server.errors import FileTooLargeError, ProblemError
from lsp_server.problem.locate import find_problem, find_problems
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.syntax import Document


@dataclass(frozen=True)
class OpenDocument:
    """`document` is None for a language that is not supported; its text is not kept."""

    uri: str
    version: int
    document: Document | None
    unsupported: ProblemError | None = None

    @cached_property
    def refusal(self) -> ProblemError | None:
        """Why nothing can be done for this document, as long as it is as it is."""
        if self.document is None:
            return self.unsupported
        try:
            self.document.tree  # noqa: B018 - this is where a file that is too large is refused
        except FileTooLargeError as error:
            return error
        return None

    @cached_property
    def problems(self) -> Sequence[Problem]:
        if self.document is None or self.refusal:
            return ()
        return find_problems(self.document)

    def problem_at(self, cursor: Cursor) -> Problem | None:
        with suppress(ProblemError):
            return find_problem(self.needed(), cursor)
        return None

    def needed(self) -> Document:
        """The document. Raises what keeps it from being worked on."""
        if self.document is None or self.refusal:
            raise self.refusal or ProblemError("This document cannot be read.")
        return self.document
