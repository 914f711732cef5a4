"""Markers that tools write around a solution: LeetCode's extensions, leetgo, leetcode.nvim."""

import re

_START = re.compile(r"^.*(?:@lc code=(?:start|begin)|@leet start)\b.*$", re.MULTILINE)
_END = re.compile(r"^.*(?:@lc code=end|@leet end)\b.*$", re.MULTILINE)
_ANY = re.compile(r".*@(?:lc|lcpr|leet)\b.*")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_CONTENT = re.compile(r"[^\r\n]+")


def is_marker(line: str) -> bool:
    return bool(_ANY.fullmatch(line))


def has_markers(text: str) -> bool:
    return bool(_START.search(text))


def after_marker(text: str, start: int, end: int) -> int:
    """The start of the first line with text below the last opening marker in a stretch; 0 when there is no marker."""
    found = [match.end() for match in _START.finditer(text, start, end)]
    blank = _BLANK_LINES.match(text, found[-1]) if found else None
    return blank.end() if blank else 0


def submitted(text: str, name: str) -> str:
    """What a site would be sent: the part between the markers that defines `name`, the lines around it empty.

    The lines keep their numbers. Code around the markers is there for a tool, with libraries that only it has. Text
    without markers is left as it is.
    """
    for opened in _START.finditer(text):
        closed = _END.search(text, opened.end())
        stop = closed.start() if closed else len(text)
        if re.search(rf"\b{re.escape(name)}\b", text[opened.end() : stop]):
            return _CONTENT.sub("", text[: opened.end()]) + text[opened.end() : stop] + _CONTENT.sub("", text[stop:])
    return text
