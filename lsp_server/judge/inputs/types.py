"""What values a parameter takes in a language other than Python, read from its type as the language writes it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lsp_server.judge.inputs.shapes import BOOL, FLOAT, INT, STR, Shape

INT32, INT64, EXACT = 2**31 - 1, 2**63 - 1, 2**53 - 1
_COUNT = replace(INT, low=0)
_LETTER = Shape("only", choices=tuple("abcxyzABZ09 "))
_NOTHING = re.compile(r"\b(?:const|final|readonly|mut|ref|std::|java\.util\.|'\w+)\s*|@\w+\s+")
_LIST_NODE, _TREE = Shape("list", (INT,)), Shape("tree", (INT,))
_SCALARS: Mapping[str, Shape] = {
    **dict.fromkeys(("int", "long", "long long", "short", "Integer", "Long", "Short", "int32", "int64", "int16", "i32",
                     "i64", "i16", "i128", "isize", "number", "int32_t", "int64_t", "bigint", "signed"), INT),
    **dict.fromkeys(("unsigned", "unsigned int", "unsigned long long", "unsigned long", "size_t", "uint", "uint32",
                     "uint64", "u32", "u64", "usize", "uint32_t", "uint64_t"), _COUNT),
    **dict.fromkeys(("double", "float", "Double", "Float", "float64", "float32", "f64", "f32"), FLOAT),
    **dict.fromkeys(("bool", "boolean", "Boolean"), BOOL),
    **dict.fromkeys(("string", "String", "str", "string_view"), STR),
    **dict.fromkeys(("char", "Character"), _LETTER),
    **dict.fromkeys(("ListNode", "ListNode | null"), _LIST_NODE),
    **dict.fromkeys(("TreeNode", "TreeNode | null"), _TREE),
}  # fmt: skip
_LISTS = frozenset(
    {"vector", "Vec", "List", "ArrayList", "Array", "ReadonlyArray", "Collection", "Iterable", "LinkedList"}
)
_SETS = frozenset({"set", "unordered_set", "Set", "HashSet", "ReadonlySet"})
_MAPS = frozenset({"map", "unordered_map", "Map", "HashMap", "Record", "TreeMap"})
_WRAPPERS = frozenset({"Option", "Box", "Rc", "RefCell", "optional"})
_GENERIC = re.compile(r"(\w+)\s*<(.*)>")
_GO_MAP = re.compile(r"map\[(\w+)\](.+)")
_SLICE = re.compile(r"\[\s*([^\[\];]+|\[.*\])\s*(?:;.*)?\]")


def shape_of_type(text: str) -> Shape | None:
    """None when the type is missing, or one of the file's own."""
    plain = _NOTHING.sub("", text).replace("&", "").replace("*", "").strip()
    if plain in _SCALARS:
        return _SCALARS[plain]
    if plain.endswith("[]") or plain.startswith("[]"):
        return _list(shape_of_type(plain[:-2] if plain.endswith("[]") else plain[2:]))
    for pattern, read in _COMPOUND:
        if match := pattern.fullmatch(plain):
            return read(match)
    return None


def _list(item: Shape | None) -> Shape | None:
    return Shape("list", (item,), even=item.kind == "list") if item else None


def _generic(match: re.Match[str]) -> Shape | None:
    name, inner = match[1], [shape_of_type(part) for part in _parts(match[2])]
    known = [each for each in inner if each]
    if len(known) < len(inner):
        return None
    if name in _WRAPPERS:
        return known[0] if known[0] in (_LIST_NODE, _TREE) or name != "Option" else None
    if name in _LISTS:
        return _list(known[0])
    if name in _SETS:
        return Shape("set", (known[0],))
    return Shape("dict", (known[0], known[1])) if name in _MAPS and len(known) == 2 else None


def _go_map(match: re.Match[str]) -> Shape | None:
    key, value = shape_of_type(match[1]), shape_of_type(match[2])
    return Shape("dict", (key, value)) if key and value else None


_COMPOUND: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], Shape | None]]] = (
    (_GENERIC, _generic),
    (_GO_MAP, _go_map),
    (_SLICE, lambda match: _list(shape_of_type(match[1]))),
)


def _parts(text: str) -> list[str]:
    """At the commas that stand in no inner type."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "<[(") - (character in ">])")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def largest(text: str, language: str) -> int:
    """The largest whole number to try where a type stands, wherever in it.

    Where a sum that is too large is an error or anything at all, numbers stay so small that the sum of two is none.
    """
    if language in ("javascript", "typescript"):
        return EXACT
    wide = re.search(r"\b(?:long|Long|\w*64\w*|size_t|usize|isize|uint)\b", text) or language == "go"
    most = INT64 if wide else INT32
    return most // 2 if language in OVERFLOWING else most


OVERFLOWING = frozenset({"cpp", "rust"})
SUMS_FIT = "whole numbers are so small that the sum of two is no overflow"
