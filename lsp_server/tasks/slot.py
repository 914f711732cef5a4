"""Where a completion may go, and how much of it: the rest of a line, or a whole block where nothing stands yet.

Decided by the syntax tree of one version of a document. It asks no model and writes no text.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tree_sitter import Node

from lsp_server.problem.languages import LANGUAGES
from lsp_server.problem.python.text import only_string
from lsp_server.problem.syntax import Document
from lsp_server.problem.text import indent_of

Kind = Literal["line", "block"]

_CLOSING = re.compile(r"[\s)\]}\"'`>:;,]*")
"""What may stand to the right of the cursor while somebody types: what editors close by themselves."""
_TEXT = re.compile(r"string|comment|char(?:acter)?_literal|rune|heredoc|regex")
_CODE_INSIDE = re.compile(r"interpolation|substitution")
_OPENERS = {"indented": ":", "braces": "{"}


@dataclass(frozen=True, slots=True)
class Slot:
    """`left` and `rest` are the cursor's line before and after it. `kind` says where a completion must end."""

    document: Document
    offset: int
    kind: Kind
    left: str
    rest: str

    @property
    def indent(self) -> str:
        return indent_of(self.left)

    @property
    def indented(self) -> bool:
        """Whether blocks of this language end with their indentation."""
        return LANGUAGES[self.document.language].layout == "indented"


def slot_at(document: Document, offset: int, invoked: bool = False) -> Slot | None:
    """The slot at a place, None where nothing is to be offered. `invoked`: the user asks for it, so more is tried.

    Raises FileTooLargeError.
    """
    if document.language not in LANGUAGES:
        return None  # a text has no syntax that tells where a completion ends
    text, row = document.text, document.row_of(offset)
    left = text[document.lines.starts[row] : offset]
    rest = text[offset : document.line_end(row)] if offset <= document.line_end(row) else ""
    if offset < len(text) and _is_word(text[offset]):
        return None
    if not invoked and (not _CLOSING.fullmatch(rest) or _in_text(document, offset)):
        return None
    block = not left.strip() and not rest.strip() and _begins_block(document, offset, left)
    return Slot(document, offset, "block" if block else "line", left, rest)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _in_text(document: Document, offset: int) -> bool:
    """Inside a string or comment. One that was only opened is no string yet for the grammars, so it is completed."""
    here = document.byte_of(offset)
    node = document.tree.root_node.descendant_for_byte_range(max(here - 1, 0), here)
    while node is not None and not _CODE_INSIDE.search(node.type):
        if node.is_named and _TEXT.search(node.type) and node.start_byte < here:
            return here < node.end_byte or _is_open_comment(document, node)
        node = node.parent
    return False


def _is_open_comment(document: Document, node: Node) -> bool:
    return "comment" in node.type and not document.source(node).endswith("*/")


def _begins_block(document: Document, offset: int, left: str) -> bool:
    """A block was opened above, and but for comments and a docstring nothing stands in it."""
    opener = _opener_above(document, offset)
    if opener is None:
        return False
    if document.text[opener] == ":":
        above = indent_of(document.line(document.row_of(opener)))
        return len(left) > len(above) and _deeper(left, _next_line(document, offset))
    return _next_line(document, offset).lstrip().startswith("}")


def _opener_above(document: Document, offset: int) -> int | None:
    """The place of the `:` or `{` that is the last code before `offset`."""
    wanted = _OPENERS[LANGUAGES[document.language].layout]
    end = len(document.text[:offset].rstrip())
    while end and (start := _skipped(document, end)) is not None:
        end = len(document.text[:start].rstrip())
    return end - 1 if end and document.text[end - 1] == wanted and not _in_text(document, end) else None


def _skipped(document: Document, end: int) -> int | None:
    """The start of the comment or docstring that ends at `end`; None when it is code."""
    byte = document.byte_of(end)
    node = document.tree.root_node.descendant_for_byte_range(max(byte - 1, 0), byte)
    while node is not None and node.end_byte == byte:
        if "comment" in node.type or only_string(node) is not None:
            return document.offset_of(node.start_byte)
        node = node.parent
    return None


def _next_line(document: Document, offset: int) -> str:
    """The next line below that is not blank, "" at the end of the file."""
    rows = range(document.row_of(offset) + 1, len(document.lines.starts))
    return next((line for row in rows if (line := document.line(row)).strip()), "")


def _deeper(left: str, line: str) -> bool:
    return not line or len(indent_of(line)) < len(left)
