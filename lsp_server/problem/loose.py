"""Values as sites write them and no language does: they become lists.

`1->2->NULL` is a linked list, as LeetCode wrote them once and still does in Chinese; `[1 3 2 4]` is GeeksforGeeks'.
"""

import re

from lsp_server.problem.model import Signature

_CHAIN = re.compile(r"(?<![\w.])-?\d+(?:\s*->\s*-?\d+)*\s*->\s*(?:-?\d+(?!\w)|(?:NULL|null|None|nil|nullptr)\b)")
_NUMBER = re.compile(r"-?\d+")
_ADDED = re.compile(r"\)\s*\+\s*\(")
"""`(2 -> 4 -> 3) + (5 -> 6 -> 4)`: the lists that are to be added."""
_BLANKS = re.compile(r"\[\s*(-?\d+(?:\.\d+)?(?:[ \t]+-?\d+(?:\.\d+)?)+)\s*\]")


def takes_chains(signature: Signature) -> bool:
    return any("ListNode" in kind for kind in (signature.returns, *(param.type for param in signature.params)))


def without_arrows(text: str) -> str:
    return _ADDED.sub("), (", _CHAIN.sub(_as_list, text)) if "->" in text else text


def with_commas(text: str) -> str:
    """Numbers in square brackets that only blanks part."""
    return _BLANKS.sub(lambda match: f"[{', '.join(match[1].split())}]", text) if "[" in text else text


def _as_list(chain: re.Match[str]) -> str:
    return f"[{','.join(_NUMBER.findall(chain[0].replace('->', ' ')))}]"
