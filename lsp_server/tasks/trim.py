"""From what a model wrote to what is offered: ends where its slot ends, repeats nothing, breaks nothing. Pure.

In order: the end of the line or block; what stands below or above already; brackets that nobody opened; white space
and line ends of the file; and if the file would have a syntax error more than before, nothing at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from lsp_server.problem.syntax import Document
from lsp_server.problem.text import indent_of, indent_unit
from lsp_server.tasks.slot import Slot

_PAIRS = {"(": ")", "[": "]", "{": "}", "${": "}", "#{": "}"}
_CLOSERS = frozenset(_PAIRS.values())
_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_LEADING_SPACES = re.compile(r"(?m)^(?: {4})+")


@dataclass(slots=True)
class _Brackets:
    """Of a stretch of code: `open` is what it leaves open, `stray` where it closes what others opened."""

    open: list[str] = field(default_factory=list[str])
    stray: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])


def trimmed(slot: Slot, written: str, whole: bool = True) -> str:
    """What to insert at the slot, "" for nothing. Not `whole`: the model is still writing its last line."""
    text = _plain(slot, written)
    text, ended = within(slot, text)
    if slot.kind == "block" and not whole and not ended:
        text = text.rpartition("\n")[0]
    text = _tidied(_unrepeated(slot, text))
    document = _with(slot, text)  # a large file is parsed once if it can be: all this happens at every key
    closed = _tidied(_closing_what_is_open(slot, text, document))
    if not closed or _breaks(slot, closed, document if closed == text else _with(slot, closed)):
        return ""
    return _laid_out(slot, closed)


def _tidied(text: str) -> str:
    """Without white space at the ends of lines and of the whole."""
    return _TRAILING.sub("", text).rstrip()


def within(slot: Slot, text: str) -> tuple[str, bool]:
    """`text` up to the end of its line or block, and whether it went that far."""
    if slot.kind == "line":
        line, end, _ = text.partition("\n")
        return line, bool(end)
    return _within_indentation(slot, text) if slot.indented else _within_braces(slot, text)


def _plain(slot: Slot, written: str) -> str:
    """Line ends as `\\n`; a second indentation on top of that before the cursor goes."""
    text = written.replace("\r\n", "\n").replace("\r", "\n")
    return text.lstrip(" \t") if slot.left and not slot.left.strip() else text


def _within_indentation(slot: Slot, text: str) -> tuple[str, bool]:
    least = len(slot.indent.expandtabs(4))
    first, *lines = text.split("\n")
    kept = [first]
    for line in lines:
        if line.strip() and len(indent_of(line).expandtabs(4)) < least:
            return "\n".join(kept), True
        kept.append(line)
    return text, False


def _within_braces(slot: Slot, text: str) -> tuple[str, bool]:
    strays = _brackets(_with(slot, text), slot.offset, slot.offset + len(text)).stray
    end = next((at for at, bracket in strays if bracket == "}"), None)
    return (text, False) if end is None else (text[:end].rstrip(), True)


def _unrepeated(slot: Slot, text: str) -> str:
    """Without lines that stand below the cursor or directly above it, and without the end of this line."""
    lines = text.split("\n")
    below, above = _below(slot), _above(slot)
    for index, line in enumerate(lines):
        shown = (slot.left + line if index == 0 else line).strip()
        if not shown or (index == 0 and slot.left.strip() and not line.strip()):
            continue
        if shown in (below, above) and _says_something(shown):
            return "\n".join(lines[:index])
        above = shown
    return _without_rest(slot, text)


def _without_rest(slot: Slot, text: str) -> str:
    """The end of `text` that already stands to the right; closing brackets are `_closing_what_is_open`'s."""
    rest = slot.rest.strip()
    if not rest or rest[0] in _CLOSERS:
        return text
    size = next((n for n in range(min(len(rest), len(text)), 0, -1) if text.endswith(rest[:n])), 0)
    return text[: len(text) - size]


def _below(slot: Slot) -> str:
    rows = slot.document.text[slot.offset + len(slot.rest) :].lstrip("\r\n \t")
    return re.split(r"[\r\n]", rows, maxsplit=1)[0].strip()


def _above(slot: Slot) -> str:
    before = slot.document.text[: slot.offset - len(slot.left)].rstrip()
    return re.split(r"[\r\n]", before[-400:])[-1].strip()


def _says_something(line: str) -> bool:
    return sum(character.isalnum() for character in line) > 1


def _closing_what_is_open(slot: Slot, text: str, document: Document) -> str:
    """Up to the first bracket that closes what nobody opened, or what is closed to the right already.

    `document` holds `text`, here and below.
    """
    found = _brackets(document, slot.offset, slot.offset + len(text))
    if not found.stray:
        return text
    row = slot.document.row_of(slot.offset)
    waiting = _brackets(slot.document, _scope_start(slot, row), slot.offset).open
    rest = [character for character in slot.rest if character in _CLOSERS]
    unclosed = waiting[: len(waiting) - len(rest)] if rest else waiting
    for at, bracket in found.stray:
        if not unclosed or _PAIRS[unclosed.pop()] != bracket:
            return text[:at]
    return text


def _scope_start(slot: Slot, row: int) -> int:
    """Brackets that were opened longer ago than this are a block's, not an expression's."""
    return slot.document.lines.starts[max(0, row - 30)]


def _breaks(slot: Slot, text: str, document: Document) -> bool:
    """Whether the file gets a syntax error that was not there. What `text` opens counts as closed."""
    opened = _brackets(document, slot.offset, slot.offset + len(text)).open
    closing = "".join(_PAIRS[bracket] for bracket in reversed(opened))
    closed = "" if closing and slot.rest.strip().startswith(closing) else closing
    return _errors(_with(slot, text + closed) if closed else document) > _errors(slot.document)


def _errors(document: Document) -> int:
    """How many places of a document its grammar does not accept."""
    count, waiting = 0, [document.tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            count += 1
        elif node.has_error:
            waiting += node.children
    return count


def _laid_out(slot: Slot, text: str) -> str:
    """Tabs and line ends as the file has them."""
    if "\n" in text and "\t" in (slot.indent or indent_unit(slot.document)):
        text = _LEADING_SPACES.sub(lambda spaces: "\t" * (len(spaces[0]) // 4), text)
    return text.replace("\n", slot.document.newline)


def _with(slot: Slot, text: str) -> Document:
    return slot.document.edited(slot.offset, slot.offset, text)


def _brackets(document: Document, start: int, end: int) -> _Brackets:
    """The brackets of the code between two offsets; those in strings and comments are none."""
    found = _Brackets()
    for node in _leaves(document, start, end):
        if node.type in _PAIRS:
            found.open.append(node.type)
        elif node.type in _CLOSERS:
            if found.open and _PAIRS[found.open[-1]] == node.type:
                found.open.pop()
            else:
                found.stray.append((document.offset_of(node.start_byte) - start, node.type))
    return found


def _leaves(document: Document, start: int, end: int) -> Iterator[Node]:
    """The tokens that lie between two offsets, in order."""
    first, last = document.byte_of(start), document.byte_of(end)
    root = document.tree.root_node
    waiting = [root.descendant_for_byte_range(first, last) or root]
    while waiting:
        node = waiting.pop()
        if node.end_byte <= first or node.start_byte >= last:
            continue
        if node.child_count:
            waiting += reversed(node.children)
        elif node.start_byte >= first and node.end_byte <= last and node.start_byte < node.end_byte:
            yield node
