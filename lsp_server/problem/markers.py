"""Markers that tools write around a solution: LeetCode's extensions, leetgo, leetcode.nvim."""

import re

from lsp_server.problem.syntax import Document

_START = re.compile(r"^.*(?:@lc code=(?:start|begin)|@leet start)\b.*$", re.MULTILINE)
_ANY = re.compile(r".*@(?:lc|lcpr|leet)\b.*")
_END = re.compile(r"^.*(?:@lc code=end|@leet end)\b.*$", re.MULTILINE)


def is_marker(line: str) -> bool:
    return bool(_ANY.fullmatch(line))


def has_markers(text: str) -> bool:
    return bool(_START.search(text))


def after_marker(document: Document, start: int, end: int) -> int:
    """The start of the first line with text below the last opening marker in a stretch; 0 when there is no marker."""
    found = [match.end() for match in _START.finditer(document.text, start, end)]
    if not found:
        return 0
    rows = range(document.row_of(found[-1]) + 1, len(document.lines.starts))
    row = next((row for row in rows if document.line(row).strip()), None)
    return len(document.text) if row is None else document.lines.starts[row]


def before_end_marker(document: Document, start: int) -> int | None:
    """Where the line of the next closing marker begins."""
    match = _END.search(document.text, start)
    return document.lines.starts[document.row_of(match.start())] if match else None
