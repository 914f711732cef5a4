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
    """Anything else. Between a statement and its function may stand what `imports` or only `declares` something."""

    start: int
    end: int
    imports: bool = False
    declares: bool = False


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
    """A function or class. `header_end` is behind the colon or brace that ends its header.

    start        that of its first decorator or attribute, or of the comments that belong to it (types, markers)
    own          where its own text begins behind such comments
    docs         the statements it may carry inside: its docstring, then the comments at the top of its body
    around       the start of a class that only stands around it, see `wrappers.py`
    constructs   it is the constructor or destructor of its class
    belongs_to   the class that a function beside it is a method of, in languages that write it so
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
    own: int = -1
    around: int = -1
    constructs: bool = False
    belongs_to: str = ""


Part = Comment | Code | Definition


@dataclass(frozen=True, slots=True)
class Outline:
    """A file: `doc` is its own docstring, `parts` are in order."""

    doc: Comment | None
    parts: tuple[Part, ...]
