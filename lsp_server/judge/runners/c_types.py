"""LeetCode's helper types for C, as on the site, and the headers that read and write them (`inside_c/`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsp_server.judge.runners.c_source import Function, Type
from lsp_server.judge.runners.node_variant import variant
from lsp_server.judge.runners.syntax_like_c import calls, defines_function, defines_type, mentions

TYPES = {
    "ListNode": "struct ListNode { int val; struct ListNode *next; };",
    "TreeNode": "struct TreeNode { int val; struct TreeNode *left; struct TreeNode *right; };",
}
NESTED = """struct NestedInteger { bool whole; int value; int size; struct NestedInteger **items; };
static struct NestedInteger *NestedIntegerInit() { return calloc(1, sizeof(struct NestedInteger)); }
static bool NestedIntegerIsInteger(struct NestedInteger *ni) { return ni->whole; }
static int NestedIntegerGetInteger(struct NestedInteger *ni) { return ni->value; }
static void NestedIntegerSetInteger(struct NestedInteger *ni, int value) {
  ni->whole = true; ni->value = value; ni->size = 0;
}
static void NestedIntegerAdd(struct NestedInteger *ni, struct NestedInteger *elem) {
  ni->whole = false;
  ni->items = realloc(ni->items, (ni->size + 1) * sizeof *ni->items);
  ni->items[ni->size++] = elem;
}
static struct NestedInteger **NestedIntegerGetList(struct NestedInteger *ni) { return ni->items; }
static int NestedIntegerGetListSize(struct NestedInteger *ni) { return ni->size; }"""
HEADERS: Mapping[str, tuple[str, ...]] = {
    "ListNode": ("list.h",),
    "TreeNode": ("tree.h",),
    "NestedInteger": ("nested.h",),
}
_SIDES = "struct Node *left; struct Node *right;"
NODES: Mapping[str, tuple[str, str]] = {
    "list": ("int val; struct Node *next;", "node_list.h"),
    "circle": ("int val; struct Node *next;", "node_list.h"),
    "random": ("int val; struct Node *next; struct Node *random;", "node_random.h"),
    "multilevel": ("int val; struct Node *prev; struct Node *next; struct Node *child;", "node_levels.h"),
    "next": (f"int val; {_SIDES} struct Node *next;", "node_next.h"),
    "parent": (f"int val; {_SIDES} struct Node *parent;", "node_tree.h"),
    "ring": (f"int val; {_SIDES}", "node_tree.h"),
    "children": ("int val; int numChildren; struct Node **children;", "node_children.h"),
    "neighbors": ("int val; int numNeighbors; struct Node **neighbors;", "node_neighbors.h"),
    "quad": (
        "bool val; bool isLeaf; struct Node *topLeft; struct Node *topRight; struct Node *bottomLeft;"
        " struct Node *bottomRight;",
        "node_quad.h",
    ),
}
"""By the names of `node_variant`: the fields, and the header that reads and writes it."""
KNOWING = {
    "isBadVersion": "bool isBadVersion(int version) { return version >= vibe_hidden; }",
    "guess": "int guess(int num) { return (vibe_hidden > num) - (vibe_hidden < num); }",
}
"""The site's functions for what a solution cannot see (see `judge/arranged.py`)."""
FORGET = {"ListNode": "vibe_chain_size = 0;", "TreeNode": "vibe_tree = NULL;", "Node": "vibe_forget();"}


@dataclass(frozen=True, slots=True)
class Provided:
    """What stands before the candidate, the lines that include what reads its nodes, and what empties their memory."""

    definitions: tuple[str, ...]
    includes: tuple[str, ...]
    forget: str


def provided(source: str, code: str, called: Sequence[Function]) -> Provided:
    """`code` is `source` without comments. Only what is called takes or gives the site's types: elsewhere, a `Node` may
    be anything of the candidate's own."""
    shape = variant(source)
    fields, header = NODES.get(shape, NODES["list"])
    types = {**TYPES, "NestedInteger": NESTED, "Node": f"struct Node {{ {fields} }};"}
    headers = {**HEADERS, "Node": ("node.h", header)}
    given = [text for name, text in types.items() if mentions(code, name) and not defines_type(code, name)]
    knowing = [text for name, text in KNOWING.items() if calls(code, name) and not defines_function(code, name)]
    used = [name for name in types if name in {each.base for one in called for each in _types(one)}]
    return Provided(
        definitions=(*given, *(("extern long vibe_hidden;", *knowing) if knowing else ())),
        includes=(
            f"#define VIBE_CIRCULAR {int(shape == 'circle')}",
            f"#define VIBE_PARENTS {int(shape == 'parent')}",
            *(f'#include "{header}"' for name in used for header in headers[name]),
        ),
        forget=" ".join(FORGET[name] for name in used if name in FORGET),
    )


def _types(function: Function) -> tuple[Type, ...]:
    return (function.returns, *(parameter.type for parameter in function.parameters))
