"""What PATH[:LINE] on the command line means: a document, and the problems of it that were asked for."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lsp_server.errors import DocumentChangedError, NoProblemError, ProblemError
from lsp_server.problem.files import problem_in_file, problems_of_file
from lsp_server.problem.languages import language_named, language_of
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.syntax import Document

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or standard input, and the 1-based line that was asked for."""

    path: str
    line: int | None
    document: Document

    @property
    def name(self) -> str:
        """For sentences."""
        return "standard input" if self.path == STANDARD_INPUT else self.path

    def problems(self) -> list[Problem]:
        """The one at the line, or all of the file. Raises NoProblemError or UnparsableFileError when there is none."""
        if self.line is not None:
            return [problem_in_file(self.document, self.file, Cursor(line=self._line(self.line)))]
        if found := self.all_problems():
            return found
        with suppress(NoProblemError):
            problem_in_file(self.document, self.file, Cursor(line=1))  # says so when the file cannot be parsed
        raise NoProblemError(f"No problem was found in {self.name}. A docstring or comment with examples is one.")

    def all_problems(self) -> list[Problem]:
        """Those of the whole file, none if there are none."""
        return problems_of_file(self.document, self.file)

    @property
    def file(self) -> Path | None:
        """The file, beside which other tools may keep tests; None for standard input."""
        return None if self.path == STANDARD_INPUT else Path(self.path).absolute()

    def _line(self, line: int) -> int:
        """`line` if there is one. Raises NoProblemError."""
        last = len(self.document.lines.starts)
        if 1 <= line <= last:
            return line
        raise NoProblemError(f"There is no line {line}: the lines of {self.name} are counted from 1 to {last}.")

    def only_problem(self) -> Problem:
        """Raises ProblemError, naming the lines to choose from, when there are several."""
        match self.problems():
            case [problem]:
                return problem
            case several:
                lines = ", ".join(str(problem.region.start.line) for problem in several)
                raise ProblemError(f"{self.name} holds {len(several)} problems. Name a line: one of {lines}.")

    def write(self, text: str) -> None:
        """Replace the content; the bytes outside an edit stay as they were, line ends included.

        Raises DocumentChangedError when the file is not what was read any more: solving takes time, and people type.
        """
        if self.path == STANDARD_INPUT:
            sys.stdout.write(text)
            return
        path = Path(self.path)
        try:
            if path.read_bytes() != self.document.text.encode():
                raise DocumentChangedError(f"{self.path} was changed while it was being solved. Nothing was written.")
            _replace(path.resolve(), text.encode())
        except OSError as error:
            raise ProblemError(f"{self.path} cannot be written: {error.strerror}.") from error


def read(place: str, language: str | None) -> Source:
    """Raises ProblemError with the sentence for the user."""
    if place.startswith("--"):
        raise ProblemError(f"There is no option {place}. `vibe-lsp --help` shows what there is.")
    path, line = _split(place)
    if Path(path).is_dir():
        raise ProblemError(f"{path} is a folder. Name a file in it.")
    if path == STANDARD_INPUT:
        if language is None:
            raise ProblemError("Standard input needs --language, for example `--language python`.")
        return Source(path, line, Document(text(path), language_named(language).id))
    known = language_named(language) if language else language_of(Path(path))
    return Source(path, line, Document(text(path), known.id))


def text(path: str) -> str:
    """A file, or standard input, whatever it is written in. Raises ProblemError with the sentence for the user."""
    if path == STANDARD_INPUT:
        return _decoded(path, sys.stdin.buffer.read())
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise ProblemError(f"{path} cannot be read: {error.strerror}.") from error
    return _decoded(path, content)


def _replace(path: Path, content: bytes) -> None:
    """All or nothing: a disk that is full must not leave half a file. In place where the folder takes no new file."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except PermissionError:
        path.write_bytes(content)
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _decoded(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProblemError(f"{path} is not UTF-8 text ({error.reason} at byte {error.start}).") from error


def _split(place: str) -> tuple[str, int | None]:
    """A file whose own name ends in `:12` wins over line 12 of another. Raises ProblemError."""
    path, colon, line = place.rpartition(":")
    if not colon or Path(place).exists():
        return place, None
    if line.isascii() and line.isdigit():
        return path, int(line)
    if path == STANDARD_INPUT or Path(path).exists():
        raise ProblemError(f"`{line}` is not a line of {path}. PATH:LINE takes a number, counted from 1.")
    return place, None
