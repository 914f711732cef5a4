"""Markers that tools write around a solution: LeetCode's extensions, leetgo, leetcode.nvim, IntelliJ's plugin."""

import re

_REGION = r"leetcode submit region"
_START = re.compile(rf"^.*(?:@lc code=(?:start|begin)|@leet start|{_REGION} begin)\b.*$", re.MULTILINE)
_END = re.compile(rf"^.*(?:@lc code=end|@leet end|{_REGION} end)\b.*$", re.MULTILINE)
_ANY = re.compile(rf".*(?:@(?:lc|lcpr|leet)|{_REGION} (?:begin|end))\b.*")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_INDENTED = re.compile(r"^([ \t]*)[^\s]", re.MULTILINE)
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
            part = _dedented(text[opened.end() : stop])
            return _CONTENT.sub("", text[: opened.end()]) + part + _CONTENT.sub("", text[stop:])
    return text


def _dedented(text: str) -> str:
    """Without the indentation of its first line: the part may stand inside a class."""
    first = _INDENTED.search(text)
    return re.sub(rf"^{first[1]}", "", text, flags=re.MULTILINE) if first and first[1] else text
