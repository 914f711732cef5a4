"""The parts of a file that matter to problems, the same for every language: comments, definitions and other code.

All positions are offsets in code points. `outline.py` makes them from a syntax tree.
"""

from dataclasses import dataclass, field
from typing import Literal

from lsp_server.problem.model import Parameter


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without its markers; `start` and `end` are where it stands in the document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A block of comment lines, or (`is_string`) a docstring or another string that is a statement of its own."""

    start: int
    end: int
    indent: str
    lines: tuple[TextLine, ...]
    texts: tuple[str, ...]
    is_string: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Anything else. `imports` may stand between a statement and its function."""

    start: int
    end: int
    imports: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The inside of a definition.

    start, end   what a solution replaces: behind docstring and statement; empty when nothing stands there
    indent       of its lines
    stub         nothing is implemented there yet
    inline       the body stands on the line of the header (`def f(x): pass`)
    """

    start: int
    end: int
    indent: str
    stub: bool
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A function or class. `start` is that of its first decorator, `header_end` is behind the colon of its header.

    `docs` are the statements it may carry inside: its docstring, then the comments at the top of its body.
    """

    kind: Literal["function", "class"]
    name: str
    start: int
    end: int
    header_end: int
    indent: str
    body: Body
    params: tuple[Parameter, ...] = ()
    returns: str = ""
    docs: tuple[Comment, ...] = ()
    members: tuple["Part", ...] = field(default=())
    is_abstract: bool = False
    """Stubs on purpose: abstract methods, overloads, protocols."""


Part = Comment | Code | Definition


@dataclass(frozen=True, slots=True)
class Outline:
    """A file: `doc` is its own docstring, `parts` are in order."""

    doc: Comment | None
    parts: tuple[Part, ...]
