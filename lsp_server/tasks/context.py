"""What a model reads to fill a slot: the text around it, and of what lies further up the imports and signatures.

Counts in characters, for which the tokens that the user allows are converted: the language server has no tokenizer.
"""

import re

from lsp_server.problem.syntax import Document
from lsp_server.tasks.slot import Slot

CHARACTERS_PER_TOKEN = 3
_BEFORE = 0.75
"""Share of what is read before the slot."""
_STEPS = 4
"""The window moves on by this part of itself, so that its beginning, which is cached, is the same for many keys."""
_HEADERS = 0.25
"""Share of the window that imports and signatures from above it may take."""
_LEADING_TABS = re.compile(r"(?m)^\t+")
_HEADED = re.compile(r"definition|declaration|_item|class|export|import|include")
"""Nodes whose first line tells what the file has."""


def around(slot: Slot, tokens: int) -> tuple[str, str]:
    """Prefix and suffix. Line ends are `\\n` and indentation is in spaces, as models know them best."""
    document, room = slot.document, tokens * CHARACTERS_PER_TOKEN
    before = int(room * _BEFORE)
    start = _window_start(document, slot.offset, before)
    prefix = document.text[start : slot.offset]
    if start:
        prefix = _headers(document, start, int(before * _HEADERS)) + prefix
    suffix = document.text[slot.offset : _window_end(document, slot.offset + room - before)]
    return _plain(prefix), _plain(suffix) or "\n"


def _window_start(document: Document, offset: int, size: int) -> int:
    """The start of a line, at most `size` characters before `offset`."""
    step = max(1, size // _STEPS)
    earliest = max(0, -(-(offset - size) // step) * step)
    if earliest == 0:
        return 0
    row = document.row_of(earliest)
    starts = document.lines.starts
    return starts[row] if starts[row] == earliest or row + 1 >= len(starts) else min(starts[row + 1], offset)


def _window_end(document: Document, latest: int) -> int:
    if latest >= len(document.text):
        return len(document.text)
    row = document.row_of(latest)
    return document.lines.starts[row] or latest


def _headers(document: Document, end: int, size: int) -> str:
    """Imports and the first lines of definitions that end before `end`, the nearest ones if there are many."""
    kept: list[str] = []
    last = document.byte_of(end)
    for node in reversed(document.tree.root_node.children):
        if node.start_byte >= last or not _HEADED.search(node.type):
            continue
        named = node.child_by_field_name("definition") or node  # below its decorators
        line = _first_line(document, document.offset_of(named.start_byte))
        size -= len(line)
        if size < 0:
            break
        kept.append(line)
    return "\n".join([*reversed(kept), ""]) if kept else ""


def _first_line(document: Document, offset: int) -> str:
    return document.text[offset : document.line_end(document.row_of(offset))]


def _plain(text: str) -> str:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LEADING_TABS.sub(lambda tabs: "    " * len(tabs[0]), unified)
