"""Linked lists as arrows, `1->2->NULL`: how LeetCode wrote them once, and still does in Chinese. They become lists."""

import re

from lsp_server.problem.model import Signature

_CHAIN = re.compile(r"(?<![\w.])-?\d+(?:\s*->\s*-?\d+)*\s*->\s*(?:-?\d+(?!\w)|(?:NULL|null|None|nil|nullptr)\b)")
_NUMBER = re.compile(r"-?\d+")
_ADDED = re.compile(r"\)\s*\+\s*\(")
"""`(2 -> 4 -> 3) + (5 -> 6 -> 4)`: the lists that are to be added."""


def takes_chains(signature: Signature) -> bool:
    return any("ListNode" in kind for kind in (signature.returns, *(param.type for param in signature.params)))


def without_arrows(text: str) -> str:
    return _ADDED.sub("), (", _CHAIN.sub(_as_list, text)) if "->" in text else text


def _as_list(chain: re.Match[str]) -> str:
    return f"[{','.join(_NUMBER.findall(chain[0].replace('->', ' ')))}]"
