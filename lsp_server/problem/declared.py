"""What a page of HackerRank says of the function that is to be completed, where its header has no types.

plusMinus has the following parameter(s):
    int arr[n]: an array of integers          or, on older pages,   arr: an array of integers
Returns
    int[n]: the ratios                        or   Print … The function should not return a value.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_PARAMETERS = re.compile(r"\bparameters?(?:\(s\))?\W*$", re.IGNORECASE)
_MOST_LINES = 24
_BASES: Mapping[str, str] = {
    **dict.fromkeys(("int", "integer", "integers", "long", "longs"), "int"),
    **dict.fromkeys(("float", "double", "floats", "doubles"), "float"),
    **dict.fromkeys(("string", "strings", "str", "char"), "str"),
    **dict.fromkeys(("bool", "boolean"), "bool"),
}
_BASE = "|".join(_BASES)
_BULLET = r"\s*(?:[-*•]\s+)?[*_`]*"
_TYPED = re.compile(
    rf"{_BULLET}(?P<base>{_BASE})\s+[*_`]*(?P<name>\w+)(?P<depth>(?:\[[^\]]*\])*)[*_`]*\s*:", re.IGNORECASE
)
_WORDED = re.compile(
    rf"{_BULLET}(?P<name>\w+)[*_`]*\s*:\s*(?:an?\s+|the\s+)?(?:(?P<before>{_BASE})(?P<array>\s+array)?"
    rf"|(?:array|list)\s+of\s+(?P<of>{_BASE}))\b",
    re.IGNORECASE,
)
_RETURNS = re.compile(rf"{_BULLET}(?P<base>{_BASE})(?P<depth>(?:\[[^\]]*\])*)[*_`]*\s*:", re.IGNORECASE)
_RETURN_HEAD = re.compile(r"\W*returns?\W*", re.IGNORECASE)
_PRINT_HEAD = re.compile(r"\W*prints?\W*", re.IGNORECASE)
_PRINTS = re.compile(
    r"\bcomplete\b[^.]{0,40}\bfunction\b[^.]{0,40}\beditor\b[^.]{0,20}\.\s+it (?:should|must) print\b"
    r"|\bcomplete the function\b[^.]{0,200}?\b(?:and|that|to) prints?\b"
    r"|\bfunction should not return\b|\bno (?:return value|value should be returned)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Declared:
    """`types` by the names of the parameters and `returns` in Python's notation; `prints`: it returns nothing."""

    types: Mapping[str, str] = field(default_factory=dict[str, str])
    returns: str = ""
    prints: bool = False


def declared(texts: Sequence[str]) -> Declared:
    heads = [line for line, text in enumerate(texts) if _PARAMETERS.search(text)]
    if not heads:
        return Declared(prints=bool(_PRINTS.search(" ".join(texts))))
    below = texts[heads[-1] + 1 : heads[-1] + 1 + _MOST_LINES]
    found = (_parameter(text) for text in below)
    returns = _below(texts, _RETURN_HEAD)
    result = _RETURNS.match(returns)
    printed = any(map(_PRINT_HEAD.fullmatch, texts)) or bool(_PRINTS.search(" ".join(texts)))
    return Declared(
        types=dict(pair for pair in found if pair),
        returns=_notation(result["base"], result["depth"].count("[")) if result else "",
        prints=printed and not returns,
    )


def _parameter(text: str) -> tuple[str, str] | None:
    if typed := _TYPED.match(text):
        return typed["name"], _notation(typed["base"], typed["depth"].count("["))
    worded = _WORDED.match(text)
    if not worded:
        return None
    return worded["name"], _notation(worded["before"] or worded["of"], bool(worded["of"] or worded["array"]))


def _below(texts: Sequence[str], head: re.Pattern[str]) -> str:
    """The first line that is not empty below a head."""
    places = (line for line, text in enumerate(texts) if head.fullmatch(text))
    rest = (text for line in places for text in texts[line + 1 :] if text.strip())
    return next(rest, "")


def _notation(base: str, depth: int) -> str:
    return "List[" * depth + _BASES[base.lower()] + "]" * depth
