"""LeetCode's helper types for Go, and the packages that it imports for a solution which names none."""

import re
from collections.abc import Mapping

from lsp_server.judge.runners.syntax_like_c import calls, mentions

PLAIN: Mapping[str, str] = {
    "ListNode": "type ListNode struct { Val int; Next *ListNode }",
    "TreeNode": "type TreeNode struct { Val int; Left *TreeNode; Right *TreeNode }",
    "NestedInteger": """type NestedInteger struct { Whole bool; Value int; List []*NestedInteger }
func (this NestedInteger) IsInteger() bool { return this.Whole }
func (this NestedInteger) GetInteger() int { return this.Value }
func (this NestedInteger) GetList() []*NestedInteger { return this.List }
func (this *NestedInteger) SetInteger(value int) { this.Whole, this.Value, this.List = true, value, nil }
func (this *NestedInteger) Add(elem NestedInteger) { this.Whole = false; this.List = append(this.List, &elem) }""",
}
LINKS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("TopLeft",), "IsLeaf bool; TopLeft *Node; TopRight *Node; BottomLeft *Node; BottomRight *Node"),
    (("Neighbors",), "Neighbors []*Node"),
    (("Children",), "Children []*Node"),
    (("Random",), "Next *Node; Random *Node"),
    (("Child",), "Prev *Node; Next *Node; Child *Node"),
    (("Left", "Parent"), "Left *Node; Right *Node; Parent *Node"),
    (("Left", "Next"), "Left *Node; Right *Node; Next *Node"),
    (("Left",), "Left *Node; Right *Node"),
    ((), "Next *Node"),
)
"""`Node` is another type in each problem; which one, the words of the file tell (LeetCode shows it in a comment)."""

PACKAGES: Mapping[str, tuple[str, str]] = {
    "bufio": ("bufio", "NewReader"),
    "bytes": ("bytes", "Equal"),
    "cmp": ("cmp", "Compare[int]"),
    "errors": ("errors", "New"),
    "fmt": ("fmt", "Println"),
    "heap": ("container/heap", "Init"),
    "list": ("container/list", "New"),
    "maps": ("maps", "Keys[map[int]int]"),
    "math": ("math", "Abs"),
    "big": ("math/big", "NewInt"),
    "bits": ("math/bits", "Len"),
    "os": ("os", "Exit"),
    "rand": ("math/rand", "Intn"),
    "regexp": ("regexp", "MustCompile"),
    "slices": ("slices", "Sort[[]int]"),
    "sort": ("sort", "Ints"),
    "strconv": ("strconv", "Itoa"),
    "strings": ("strings", "Join"),
    "sync": ("sync", "NewCond"),
    "time": ("time", "Now"),
    "unicode": ("unicode", "IsLetter"),
    "utf8": ("unicode/utf8", "RuneLen"),
}
"""Name -> path, and something of it: to name it is to use it, and Go refuses an import that is not used."""
MORE = (
    "container/ring",
    "context",
    "hash/fnv",
    "io",
    "math/cmplx",
    "reflect",
    "runtime",
    "runtime/debug",
    "sync/atomic",
)
"""Compiled for everybody, too; what a file imports beyond these costs it a while, once."""
LISTED = re.compile(r"(?:^|;)[ \t]*import\s*(?:\((?P<many>[^)]*)\)|(?P<one>[^\n;]*))", re.MULTILINE)
QUOTED = re.compile(r"[\"`]([\w./-]+)[\"`]")


KNOWING: Mapping[str, str] = {
    "isBadVersion": "func isBadVersion(version int) bool { return version >= vibe.Hidden }",
    "guess": """func guess(num int) int {
	if num > vibe.Hidden { return -1 }
	if num < vibe.Hidden { return 1 }
	return 0
}""",
}
"""The site's functions for what a solution cannot see (see `judge/arranged.py`)."""


def provided(source: str, code: str) -> list[str]:
    """Definitions for the types that `code` (`source` without comments) mentions and does not define."""
    texts = {**PLAIN, "Node": _node(source)}
    knowing = [text for name, text in KNOWING.items() if calls(code, name) and not _defines_function(code, name)]
    return [*knowing, *(text for name, text in texts.items() if mentions(code, name) and not defines(code, name))]


def _defines_function(code: str, name: str) -> bool:
    return re.search(rf"\bfunc\s+{name}\s*\(", code) is not None


def defines(code: str, name: str) -> bool:
    return re.search(rf"\btype\s+{name}\b|^\s*{name}\s+struct\b", code, re.MULTILINE) is not None


def imported(code: str) -> list[str]:
    """The paths that the file itself imports."""
    lists = (found["many"] or found["one"] for found in LISTED.finditer(code))
    return [path for text in lists for path in QUOTED.findall(text)]


def wanted(code: str) -> dict[str, tuple[str, str]]:
    """Those of `PACKAGES` that the file uses and does not import."""
    own = set(imported(code))
    used = {name: row for name, row in PACKAGES.items() if re.search(rf"(?<![\w.]){name}\.[A-Z]", code)}
    return {name: row for name, row in used.items() if row[0] not in own}


def _node(source: str) -> str:
    links = next(links for words, links in LINKS if all(_has_field(source, word) for word in words))
    return f"type Node struct {{ Val {'bool' if 'IsLeaf' in links else 'int'}; {links} }}"


def _has_field(source: str, name: str) -> bool:
    return re.search(rf"\.{name}\b|^[ \t/*]*{name}\s+(?:\[\])?\*Node\b", source, re.MULTILINE) is not None
