"""Values as sites write them and no language does: they become lists.

`1->2->NULL` is a linked list, as LeetCode wrote them once and still does in Chinese; `[1 3 2 4]`,
`n = 2; A = {1, 5}`, `head: 1 -> 2` and trees with `N` where no node is are GeeksforGeeks'.
"""

import re
from collections.abc import Collection

from lsp_server.problem.model import Parameter, Signature

_CHAIN = re.compile(r"(?<![\w.])-?\d+(?:\s*->\s*-?\d+)*\s*->\s*(?:-?\d+(?!\w)|(?:NULL|null|None|nil|nullptr)\b)")
_NODE = re.compile(r"\b(?:List|Tree)?Node\b")
_CLASS = re.compile(r"^[ \t#]*class\s+((?:List|Tree)?Node)\b", re.MULTILINE)
_NAMED_NODE = re.compile(r"(?:root|head|tree|node)\d?")
_ABSENT = re.compile(r"(?<=[\[,\s])N(?=\s*[,\]])")
_BRACED_NODES = re.compile(r"\{\s*((?:-?\d+|#|null|N)(?:\s*,\s*(?:-?\d+|#|null|N))*)\s*\}")
"""LintCode's `{1,#,2,3}`."""
_CAPTION = re.compile(r"\s*(?:linked ?list|head|list|root)\d?\s*[:=]\s*(?=\[)", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+")
_ADDED = re.compile(r"\)\s*\+\s*\(")
"""`(2 -> 4 -> 3) + (5 -> 6 -> 4)`: the lists that are to be added."""
_BLANKS = re.compile(r"\[\s*(-?\d+(?:\.\d+)?(?:[ \t]+-?\d+(?:\.\d+)?)+)\s*\]")
_BRACED = re.compile(r"\b(\w+)(\s*=\s*)\{([^{}:]+)\}")
_SIZE = re.compile(r"\b\w+\s*=\s*(\d{1,9})\b")


def takes_nodes(signature: Signature) -> bool:
    return any(_NODE.search(kind) for kind in (signature.returns, *(param.type for param in signature.params)))


def with_node_types(signature: Signature, text: str) -> Signature:
    """The type of parameters without one that GeeksforGeeks gives as nodes, in a file that shows the class."""
    shown = _CLASS.search(text)
    if not shown or not any(_of_nodes(param) for param in signature.params):
        return signature
    params = (param.model_copy(update={"type": shown[1]}) if _of_nodes(param) else param for param in signature.params)
    return signature.model_copy(update={"params": tuple(params)})


def _of_nodes(param: Parameter) -> bool:
    return not param.type and bool(_NAMED_NODE.fullmatch(param.name))


def nodes_as_lists(given: str, wanted: str, *, returned: bool) -> tuple[str, str]:
    """`returned`: a node is, so that `head: 1 -> 2` names no argument that is changed."""
    given, wanted = (_ABSENT.sub("null", _in_brackets(chains_as_lists(text))) for text in (given, wanted))
    return given, _CAPTION.sub("", wanted) if returned else wanted


def _in_brackets(text: str) -> str:
    return _BRACED_NODES.sub(lambda match: f"[{match[1].replace('#', 'null')}]", text)


def chains_as_lists(text: str) -> str:
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
