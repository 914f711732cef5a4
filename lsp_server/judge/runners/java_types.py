"""LeetCode's helper types for Java, as on the site, for files that use them and do not define them. One file each."""

from collections.abc import Mapping

from lsp_server.judge.runners.syntax_like_c import defines_type, has_field, mentions

KEYWORDS = ("class", "record", "interface", "enum")
PLAIN: Mapping[str, str] = {
    "ListNode": """public class ListNode {
    public int val; public ListNode next;
    public ListNode() {}
    public ListNode(int val) { this.val = val; }
    public ListNode(int val, ListNode next) { this.val = val; this.next = next; }
}""",
    "TreeNode": """public class TreeNode {
    public int val; public TreeNode left; public TreeNode right;
    public TreeNode() {}
    public TreeNode(int val) { this.val = val; }
    public TreeNode(int val, TreeNode left, TreeNode right) { this.val = val; this.left = left; this.right = right; }
}""",
}
NESTED = """public class NestedInteger {
    private Integer value; private final java.util.List<NestedInteger> items = new java.util.ArrayList<>();
    public NestedInteger() {}
    public NestedInteger(int value) { this.value = value; }
    public boolean isInteger() { return value != null; }
    public Integer getInteger() { return value; }
    public void setInteger(int value) { this.value = value; items.clear(); }
    public void add(NestedInteger ni) { value = null; items.add(ni); }
    public java.util.List<NestedInteger> getList() { return items; }
}"""
KNOWING: Mapping[str, str] = {
    "VersionControl": """public class VersionControl {
    boolean isBadVersion(int version) { return version >= vibe.Chains.hidden(); }
}""",
    "GuessGame": """public class GuessGame {
    int guess(int num) { return Long.compare(vibe.Chains.hidden(), num); }
}""",
}
"""The site's classes for what a solution cannot see (see `judge/arranged.py`)."""
PAIR = """package javafx.util;
public class Pair<K, V> extends java.util.AbstractMap.SimpleImmutableEntry<K, V> {
    public Pair(K key, V value) { super(key, value); }
}"""

LINKS: tuple[tuple[tuple[str, ...], tuple[tuple[str, str], ...]], ...] = (
    (
        ("topLeft",),
        (
            *(("boolean", "isLeaf"), ("Node", "topLeft"), ("Node", "topRight")),
            *(("Node", "bottomLeft"), ("Node", "bottomRight")),
        ),
    ),
    (("neighbors",), (("java.util.List<Node>", "neighbors"),)),
    (("children",), (("java.util.List<Node>", "children"),)),
    (("random",), (("Node", "next"), ("Node", "random"))),
    (("child",), (("Node", "prev"), ("Node", "next"), ("Node", "child"))),
    (("left", "parent"), (("Node", "left"), ("Node", "right"), ("Node", "parent"))),
    (("left", "next"), (("Node", "left"), ("Node", "right"), ("Node", "next"))),
    (("left",), (("Node", "left"), ("Node", "right"))),
    ((), (("Node", "next"),)),
)
"""`Node` is another type in each problem; which one, the words of the file tell (LeetCode shows it in a comment)."""
LISTS = ("neighbors", "children")


def provided(source: str, code: str) -> dict[str, str]:
    """File name -> text, for the types that `code` (`source` without comments) mentions and does not define."""
    missing = [name for name in (*PLAIN, *KNOWING, "NestedInteger", "Node", "Pair") if mentions(code, name)]
    texts = {**PLAIN, **KNOWING, "NestedInteger": NESTED, "Node": _node(source), "Pair": PAIR}
    folder = {"Pair": "javafx/util/"}
    return {
        f"{folder.get(name, '')}{name}.java": texts[name] for name in missing if not defines_type(code, name, KEYWORDS)
    }


def _node(source: str) -> str:
    links = next(links for words, links in LINKS if all(has_field(source, word) for word in words))
    fields = " ".join(f"public {kind} {name}{_empty(name)};" for kind, name in links)
    parameters = "".join(f", {kind} {name}" for kind, name in links)
    assigned = " ".join(f"this.{name} = {name};" for _, name in links)
    label = "boolean" if links[0][1] == "isLeaf" else "int"
    return (
        f"public class Node {{ public {label} val; {fields} public Node() {{}}"
        f" public Node({label} val) {{ this.val = val; }}"
        f" public Node({label} val{parameters}) {{ this.val = val; {assigned} }} }}"
    )


def _empty(name: str) -> str:
    return " = new java.util.ArrayList<>()" if name in LISTS else ""
