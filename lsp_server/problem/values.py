"""The literals that statements use, read without `eval`: JSON and Python mixed, as people paste them.

`[1, null, -0.5]`, `{"a": (1, 2)}`, `nums = [2,7], t = 9`. Hostile text costs a ValueError, never more: depth and
length are limited. Trees and linked lists stay the lists they are written as; the judge converts them.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from lsp_server.problem.model import Value

MOST_DEPTH = 100
MOST_CHARACTERS = 200_000
_BITS = 32
"""As many digits, all 0 or 1, are LeetCode's way to show an unsigned integer."""

_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(
    r"[-+−]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(?!\w)"
)
_WORD = re.compile(r"[^\W\d]\w*")
_BARE = re.compile(r"[^\s,;:=\[\](){}'\"`]+")
_ASSIGNED = re.compile(r"`?([^\W\d][\w.]*)`?\s*(?:=(?!=)|:)\s*")
_SEPARATOR = re.compile(r"\s*(?:[,;,、]\s*(?:and\s+)?|\band\b\s*|\n\s*|(?<=\s)(?=[^\W\d]\w*\s*=(?!=)))")
_STRING = re.compile(r"([rRuU]?)('''|\"\"\"|['\"“‘”’])")
_MARK = re.compile(r"#(?=\s*[,\]])")
"""What LeetCode writes between the levels of a tree whose nodes point to their neighbours."""
_CLOSING = {"“": "”", "‘": "’"}
_ESCAPE = re.compile(
    r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]{1,80}\}|[0-7]{1,3}|\r?\n|.)", re.DOTALL
)
_SURROGATES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_PLAIN_ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "a": "\a", "v": "\v",
    "\\": "\\", "'": "'", '"': '"', "/": "/", "\n": "", "\r\n": "",
}  # fmt: skip
_WORDS: Mapping[str, Value] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "None": None, "nil": None, "NULL": None,
    "inf": float("inf"), "Infinity": float("inf"), "nan": float("nan"), "NaN": float("nan"),
}  # fmt: skip
_CALLS: Mapping[str, Callable[..., Value]] = {"set": set, "frozenset": set, "float": float}
_BRACKETS = {"[": "]", "(": ")", "{": "}"}


def parse_value(text: str, *, bare: bool = False) -> Value:
    """The one literal that `text` is. `bare` also takes unquoted words as strings. Raises ValueError."""
    value, end = parse_prefix(text, bare=bare)
    if text[end:].strip():
        raise ValueError(f"unexpected text after the value: {text[end : end + 20]!r}")
    return value


def is_value(text: str) -> bool:
    """Whether `text` is one literal."""
    try:
        parse_value(text)
    except ValueError:
        return False
    return True


def parse_prefix(text: str, start: int = 0, *, bare: bool = False) -> tuple[Value, int]:
    """The literal that begins at `start`, and where it ends. A final full stop is the sentence's. Raises ValueError."""
    if len(text) - start > MOST_CHARACTERS:
        raise ValueError(f"the value is longer than {MOST_CHARACTERS} characters")
    return _value(text, start, 0, bare)


def parse_assignments(text: str, *, bare: bool = False) -> dict[str, Value] | list[Value] | None:
    """`nums = [2,7], t = 9` as a dict, `[2,7], 9` as a list (several lines count as several values), else None."""
    try:
        named, end = parse_named(text, bare=bare)
        if named and not text[end:].strip():
            return named
        return _listed(text, bare)
    except ValueError:
        return None


def parse_named(text: str, start: int = 0, *, bare: bool = False) -> tuple[dict[str, Value], int]:
    """As many `name = value` as begin at `start`, and where they end. Stops before the first thing that is not one."""
    found: dict[str, Value] = {}
    at = end = _skip(text, start)
    while match := _ASSIGNED.match(text, at):
        try:
            found[match[1]], end = parse_prefix(text, match.end(), bare=bare)
        except ValueError:
            break
        separator = _SEPARATOR.match(text, end)
        if not separator:
            break
        at = separator.end()
    return found, end


def _listed(text: str, bare: bool) -> list[Value]:
    return [value for _, value in parse_mixed(text, bare=bare)]


def parse_mixed(text: str, *, bare: bool = False) -> list[tuple[str, Value]]:
    """`[3, 1, 2] and k = 2`: values of which only later ones may have a name, "" for none. Raises ValueError."""
    values: list[tuple[str, Value]] = []
    at = _skip(text, 0)
    while at < len(text):
        name = _ASSIGNED.match(text, at) if values else None
        value, end = parse_prefix(text, name.end() if name else at, bare=bare)
        values.append((name[1] if name else "", value))
        separator = _SEPARATOR.match(text, end)
        if not separator and text[end:].strip():
            raise ValueError(f"unexpected text between values: {text[end : end + 20]!r}")
        at = separator.end() if separator else len(text)
    if not values:
        raise ValueError("there is no value")
    return values


def _value(text: str, at: int, depth: int, bare: bool) -> tuple[Value, int]:
    if depth > MOST_DEPTH:
        raise ValueError(f"the value is nested deeper than {MOST_DEPTH} levels")
    at = _skip(text, at)
    if text[at : at + 1] in _BRACKETS:
        return _container(text, at, depth, bare)
    if match := _STRING.match(text, at):
        return _string(text, match)
    if match := _NUMBER.match(text, at):
        return _number(match, depth)
    return _word(text, at, depth, bare)


def _word(text: str, at: int, depth: int, bare: bool) -> tuple[Value, int]:
    if depth and (mark := _MARK.match(text, at)):
        return mark[0], mark.end()
    sign = text[at : at + 1] if text[at : at + 1] in ("-", "+") else ""
    match = _WORD.match(text, at + len(sign))
    if match and match[0] in _CALLS and text[match.end() : match.end() + 1] == "(" and not sign:
        return _call(text, match, depth)
    if match and match[0] in _WORDS and (not sign or isinstance(_WORDS[match[0]], float)):
        return (-_WORDS[match[0]] if sign == "-" else _WORDS[match[0]]), match.end()
    if bare and (word := _BARE.match(text, at)):
        return word[0], word.end()
    raise ValueError(f"no value here: {text[at : at + 20]!r}")


def _call(text: str, name: re.Match[str], depth: int) -> tuple[Value, int]:
    """`set()`, `set([1, 2])`, `float("inf")`: how Python prints or people write what has no literal."""
    items, end = _items(text, name.end(), depth)
    try:
        return _CALLS[name[0]](*items), end
    except TypeError as error:
        raise ValueError(f"{name[0]} cannot be made of these values") from error


def _items(text: str, at: int, depth: int, bare: bool = False) -> tuple[list[Value], int]:
    """The comma separated values inside the brackets that open at `at`."""
    closing = _BRACKETS[text[at]]
    items: list[Value] = []
    at = _skip(text, at + 1)
    while text[at : at + 1] != closing:
        item, at = _value(text, at, depth + 1, bare)
        items.append(item)
        at = _after_item(text, at, closing)
    return items, at + 1


def _after_item(text: str, at: int, closing: str) -> int:
    at = _skip(text, at)
    if text[at : at + 1] == ",":
        return _skip(text, at + 1)
    if text[at : at + 1] != closing:
        raise ValueError(f"expected a comma or {closing!r} here: {text[at : at + 20]!r}")
    return at


def _container(text: str, at: int, depth: int, bare: bool) -> tuple[Value, int]:
    if text[at] == "{":
        return _braces(text, at, depth, bare)
    items, end = _items(text, at, depth, bare)
    if text[at] == "[":
        return items, end
    only_grouped = len(items) == 1 and not text[at : end - 1].rstrip().endswith(",")
    return (items[0] if only_grouped else tuple(items)), end


def _braces(text: str, at: int, depth: int, bare: bool) -> tuple[Value, int]:
    """A dict, or a set when there are no colons; `{}` is a dict, as in both languages."""
    pairs: dict[Value, Value] = {}
    members: set[Value] = set()
    at = _skip(text, at + 1)
    try:
        while text[at : at + 1] != "}":
            key, at = _value(text, at, depth + 1, bare)
            at = _skip(text, at)
            if text[at : at + 1] == ":":
                pairs[key], at = _value(text, at + 1, depth + 1, bare)
            else:
                members.add(key)
            at = _after_item(text, at, "}")
    except TypeError as error:
        raise ValueError("a list or dict cannot be a key or a member of a set") from error
    if pairs and members:
        raise ValueError("neither a dict nor a set")
    return members or pairs, at + 1


def _number(match: re.Match[str], depth: int) -> tuple[Value, int]:
    text, end = match[0].replace("−", "-").replace("_", ""), match.end()
    if text.endswith(".") and depth == 0:
        text, end = text[:-1], end - 1
    digits = text.lstrip("+-")
    if digits[:2].lower() in ("0x", "0b", "0o"):
        return int(text, 0), end
    if any(mark in digits for mark in ".eE"):
        return float(text), end
    if len(digits) == _BITS and not digits.strip("01"):
        return int(text, 2), end
    if len(digits) > 1 and digits[0] == "0" and digits.strip("0"):
        raise ValueError(f"a number does not begin with 0: {digits[:20]}")
    return int(text), end


def _string(text: str, opened: re.Match[str]) -> tuple[str, int]:
    quote = opened[2]
    closing = _CLOSING.get(quote, quote)
    end = _closing_quote(text, opened.end(), closing)
    inner = text[opened.end() : end]
    if len(quote) == 1 and "\n" in inner.replace("\\\n", ""):
        raise ValueError("the string does not end on its line")
    value = inner if opened[1] in ("r", "R") else _ESCAPE.sub(_unescaped, inner)
    value = _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), value)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("half of a surrogate pair is not text")
    return value, end + len(closing)


def _closing_quote(text: str, at: int, closing: str) -> int:
    while at < len(text):
        if text.startswith(closing, at):
            return at
        at += 2 if text[at] == "\\" else 1
    raise ValueError("the string does not end")


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if code in _PLAIN_ESCAPES:
        return _PLAIN_ESCAPES[code]
    if code[0] == "N" and len(code) > 1:
        return _named_character(code[2:-1])
    if code[0] in "xuU" and len(code) > 1:
        return _character(int(code[1:], 16))
    return _character(int(code, 8)) if code[0] in "01234567" else match[0]


def _named_character(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError as error:
        raise ValueError(f"there is no character named {name!r}") from error


def _character(number: int) -> str:
    if number > 0x10FFFF:
        raise ValueError(f"there is no character {number:#x}")
    return chr(number)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
