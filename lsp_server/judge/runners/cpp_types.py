"""LeetCode's helper types for C++, as on the site, for files that use them and do not define them."""

import re
from collections.abc import Mapping

from lsp_server.judge.runners.syntax_like_c import calls, defines_function, defines_type, has_field, mentions

LIST_NODE = """struct ListNode {
  int val; ListNode *next;
  ListNode() : val(0), next(nullptr) {}
  ListNode(int x) : val(x), next(nullptr) {}
  ListNode(int x, ListNode *next) : val(x), next(next) {}
};"""
TREE_NODE = """struct TreeNode {
  int val; TreeNode *left; TreeNode *right;
  TreeNode() : val(0), left(nullptr), right(nullptr) {}
  TreeNode(int x) : val(x), left(nullptr), right(nullptr) {}
  TreeNode(int x, TreeNode *left, TreeNode *right) : val(x), left(left), right(right) {}
};"""
NESTED = """class NestedInteger {
  bool whole_ = false; int value_ = 0; vector<NestedInteger> items_;
 public:
  NestedInteger() {}
  NestedInteger(int value) : whole_(true), value_(value) {}
  bool isInteger() const { return whole_; }
  int getInteger() const { return value_; }
  void setInteger(int value) { whole_ = true; value_ = value; items_.clear(); }
  void add(const NestedInteger& ni) { whole_ = false; items_.push_back(ni); }
  const vector<NestedInteger>& getList() const { return items_; }
};
template <> struct vibe::Read<NestedInteger> {
  static NestedInteger from(vibe::Reader& in) {
    if (in.kind() == 'i') return NestedInteger(vibe::read<int>(in));
    NestedInteger made;
    for (size_t left = in.list("a NestedInteger"); left; --left) made.add(from(in));
    return made;
  }
};
template <> struct vibe::Write<NestedInteger> {
  static void to(vibe::Writer& out, const NestedInteger& nested) {
    if (nested.isInteger()) vibe::write(out, nested.getInteger());
    else vibe::write(out, nested.getList());
  }
};"""
PLAIN: Mapping[str, str] = {"ListNode": LIST_NODE, "TreeNode": TREE_NODE, "NestedInteger": NESTED}

LINKS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("topLeft",),
        "bool isLeaf = false; Node* topLeft = nullptr; Node* topRight = nullptr; Node* bottomLeft = nullptr;"
        " Node* bottomRight = nullptr;",
    ),
    (("neighbors",), "vector<Node*> neighbors;"),
    (("children",), "vector<Node*> children;"),
    (("random",), "Node* next = nullptr; Node* random = nullptr;"),
    (("child",), "Node* prev = nullptr; Node* next = nullptr; Node* child = nullptr;"),
    (("left", "parent"), "Node* left = nullptr; Node* right = nullptr; Node* parent = nullptr;"),
    (("left", "next"), "Node* left = nullptr; Node* right = nullptr; Node* next = nullptr;"),
    (("left",), "Node* left = nullptr; Node* right = nullptr;"),
    ((), "Node* next = nullptr;"),
)
"""`Node` is another type in each problem; which one, the words of the file tell (LeetCode shows it in a comment)."""
NODE = "class Node { public: int val = 0; %s Node() {} Node(int v) : val(v) {} %s };"


KNOWING: Mapping[str, str] = {
    "isBadVersion": "bool isBadVersion(int version) { return version >= vibe::hidden; }",
    "guess": "int guess(int num) { return (vibe::hidden > num) - (vibe::hidden < num); }",
}
"""The site's functions for what a solution cannot see (see `judge/arranged.py`)."""


def provided(source: str, code: str) -> list[str]:
    """Definitions for the types that `code` (`source` without comments) mentions and does not define."""
    found = [text for name, text in PLAIN.items() if mentions(code, name) and not defines_type(code, name)]
    found += [text for name, text in KNOWING.items() if calls(code, name) and not defines_function(code, name)]
    return [*found, _node(source)] if mentions(code, "Node") and not defines_type(code, "Node") else found


def _node(source: str) -> str:
    links = next(links for words, links in LINKS if all(has_field(source, word) for word in words))
    fields = re.findall(r"(\S+) (\w+)(?: = \w+)?;", links)
    made = [_constructor(fields), *([_constructor(fields[:1])] if fields[0][1] == "isLeaf" else [])]
    return NODE % (links, " ".join(made))


def _constructor(fields: list[tuple[str, str]]) -> str:
    parameters = ", ".join(["int v", *(f"{kind} a_{name}" for kind, name in fields)])
    return f"Node({parameters}) : val(v){''.join(f', {name}(a_{name})' for _, name in fields)} {{}}"
