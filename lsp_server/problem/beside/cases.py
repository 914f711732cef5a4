"""Inputs that tools write into a file of LeetCode without what they should give: they can be run, not judged.

`// @lcpr case=start` … `// @lcpr case=end` of ccagml's extension, an argument a line with `\\n` at its end (its
`storageUtils.ts` reads them like this), and `Testcase Example: '[2,4,3]\\n[5,6,4]'` of leetcode-cli, quoted as Node's
`util.inspect` does.
"""

import re
from collections.abc import Iterator

from lsp_server.problem.beside.sidefiles import MOST_TESTS, Beside, Test

_CASE = re.compile(r"@lcpr case=start\b.*\n(?P<lines>(?:.*\n)*?).*@lcpr case=end\b")
_COMMENT = re.compile(r"(?:[#\s]|//|--(?!\d))*")
_EXAMPLE = re.compile(r"Testcase Example:\s*(?P<quote>['\"`])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)")
_ESCAPED = re.compile(r"\\(.)")
_LETTERS = {"n": "\n", "t": "\t", "r": ""}
_NAMED = re.compile(r"^[ \t#/*]*\[[^\[\]]{1,30}\]\s+(?P<title>\S.*?)\s*$", re.MULTILINE)
_OF_LEETCODE = re.compile(r"@lc app=\S+ id=.+ lang=")


def cases_in(text: str) -> Beside | None:
    """The cases of a file, as tests without a result; each line of one is an argument."""
    if "@lc" not in text:
        return None
    tests = tuple(Test(given, None) for given in _cases(text) if given)[:MOST_TESTS]
    return Beside(tests, title_in(text), arguments=True) if tests else None


def title_in(text: str) -> str:
    """`[1] Two Sum`, which tools write above the code."""
    named = _NAMED.search(text) if _OF_LEETCODE.search(text) else None
    return named["title"] if named else ""


def is_of_leetcode(text: str) -> bool:
    return bool(_OF_LEETCODE.search(text))


def _cases(text: str) -> Iterator[str]:
    for case in _CASE.finditer(text.replace("\r\n", "\n")):
        lines = (_COMMENT.sub("", line, count=1).rstrip() for line in case["lines"].split("\n"))
        yield "".join(lines).replace("\\n", "\n").strip("\n")
    if example := _EXAMPLE.search(text):
        yield _ESCAPED.sub(lambda escape: _LETTERS.get(escape[1], escape[1]), example["text"]).strip("\n")
