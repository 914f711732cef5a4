"""Values as sites write them and no language does: they become lists.

`1->2->NULL` is a linked list, as LeetCode wrote them once and still does in Chinese; `[1 3 2 4]` and
`n = 2; A = {1, 5}` are GeeksforGeeks'.
"""

import re
from collections.abc import Collection

from lsp_server.problem.model import Signature

_CHAIN = re.compile(r"(?<![\w.])-?\d+(?:\s*->\s*-?\d+)*\s*->\s*(?:-?\d+(?!\w)|(?:NULL|null|None|nil|nullptr)\b)")
_NUMBER = re.compile(r"-?\d+")
_ADDED = re.compile(r"\)\s*\+\s*\(")
"""`(2 -> 4 -> 3) + (5 -> 6 -> 4)`: the lists that are to be added."""
_BLANKS = re.compile(r"\[\s*(-?\d+(?:\.\d+)?(?:[ \t]+-?\d+(?:\.\d+)?)+)\s*\]")
_BRACED = re.compile(r"\b(\w+)(\s*=\s*)\{([^{}:]+)\}")
_SIZE = re.compile(r"\b\w+\s*=\s*(\d{1,9})\b")


def takes_chains(signature: Signature) -> bool:
    return any("ListNode" in kind for kind in (signature.returns, *(param.type for param in signature.params)))


def without_arrows(text: str) -> str:
    return _ADDED.sub("), (", _CHAIN.sub(_as_list, text)) if "->" in text else text


def with_commas(text: str) -> str:
    """Numbers in square brackets that only blanks part."""
    return _BLANKS.sub(lambda match: f"[{', '.join(match[1].split())}]", text) if "[" in text else text


def with_brackets(text: str, lists: Collection[str], untyped: Collection[str]) -> str:
    """Arrays written as sets: `A = {1, 5}` for a parameter of `lists`, or an untyped one beside its size `n = 2`."""
    if "{" not in text:
        return text
    sizes = {int(size) for size in _SIZE.findall(text)}

    def squared(match: re.Match[str]) -> str:
        name, equals, items = match.groups()
        is_list = name in lists or (name in untyped and items.count(",") + 1 in sizes)
        return f"{name}{equals}[{items}]" if is_list else match[0]

    return _BRACED.sub(squared, text)


def _as_list(chain: re.Match[str]) -> str:
    return f"[{','.join(_NUMBER.findall(chain[0].replace('->', ' ')))}]"
