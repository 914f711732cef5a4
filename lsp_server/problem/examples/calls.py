"""Calls with their result inside prose: `f(2) == 4`, `f(2) ➞ 4`, `f(2) returns 4`, `assert f(2) == 4`, `f(2)  # 4`."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lsp_server.problem.examples.raw import Called, Raw, Session
from lsp_server.problem.model import Expects, Value
from lsp_server.problem.values import parse_prefix

MOST_CALLS = 200
"""Per statement: no statement has so many, generated text may."""

_CALL = re.compile(r"(?<![\w.\"'])((?:[^\W\d]\w*(?:\(\))?\.)*)([^\W\d]\w*)\(")
_FRESH = re.compile(r"(?:[A-Z]\w*\(\)|[A-Z]\w*|self|sol|solution|obj)\.")
"""What may stand before a method without giving the object a history: `Solution().`, `self.`."""
_VERBS = (
    r"(?:should |will |would |must |shall )?(?:also )?(?:returns?|return|gives?|yields?|produces?|outputs?|prints?|"
    r"evaluates? to|be equal to|equals?|equal|be|is|results? in|becomes?)"
)
_RESULT = re.compile(
    rf"[`\"]?[^\S\n]*(?:={{2,3}}>?|=>|[-–—]+>|➞|→|⇒|⟶|➜|↦|>>|#+[^\S\n]*(?:=+>|-+>|→|➞|==?)?[^\S\n]*(?:{_VERBS}\b)?|,?[^\S\n]*{_VERBS}\b"
    r"|返回|输出|得到|结果是|=(?!=))[^\S\n]*(?:the )?"
    r"(?:value |result |list |array |object |number |integer |boolean |(?P<text>string ))?[:\uff1a]?\s*[`]?",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[^`\n]{1,200}?(?=`|\.[^\S\n]*$)", re.MULTILINE)
"""freeCodeCamp's `should return the string d.`, up to the end of the sentence, or of the code."""
_SPOKEN_TEXTS = re.compile(rf"\breturns? the string[^\S\n]+(?![\"'`])({_SPOKEN.pattern})", re.MULTILINE)
_FEWEST_SPOKEN = 2
"""Different texts: one alone may say what becomes of it, `should return the string reversed.`"""
_UNDEFINED = re.compile(r"undefined(?=`?[^\S\n]*(?:[.;,)#]|$))", re.MULTILINE)
_RETURNS = re.compile(r"return|[=-]>|➞|→|⇒", re.IGNORECASE)
_RAISES = re.compile(
    r"[^\S\n]*(?:#\s*)?(?:should |will |would )?(?:raises?|throws?)\s+(?:an? )?`?((?:\w+\.)*\w+)`?", re.I
)
_FAILS = re.compile(
    r"[`\"]?[^\S\n]*(?:==|=>|->|→|(?:should |will )?returns?)[^\S\n]*`?Err\((?P<error>[^()\n]*(?:\([^()\n]*\))?)\)"
)
"""Rust's way to say that a call has failed."""
_ASSERTED = re.compile(r"\bassert\s+(not\s+)?$")
_ALONE = re.compile(r"[^\S\n]*(?:$|[\n,;#)`]|and\b)")
"""What may follow a call that is true by itself: `assert f(3) > 2` says something else."""
_NEXT = re.compile(r"[\w\"'(\[{]")
_CONDITION = re.compile(r"`?,?[^\S\n]+(?:if|when|iff|whenever|unless|only if|otherwise)\b")
"""`hasNext() Returns true if …` tells what it is for, and is no example."""
_SUM = re.compile(r"[^\S\n]*[-+*/%][^\n]*=[^\S\n]*(?=\S)")
_CLOSED = re.compile(r"\s*\)")
_COMMA = re.compile(r"\s*(,|(?=\)))")
_KEYWORD = re.compile(r"\s*([^\W\d]\w*)\s*=(?!=)\s*")
_SUMS = re.compile(r"-?(?:0|[1-9]\d{0,8})(?: ?[-+*] ?(?:0|[1-9]\d{0,8})){1,9}(?=\s?[,)])")
_TERM = re.compile(r"[-+]?\d+(?:\*\d+)*")
_STRINGS = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_BRACKET_OR_STRING = re.compile(rf"[()\[\]{{}}]|{_STRINGS.pattern}")
_DEPTH = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_LOOSE_NAME = re.compile(r"(?<![\w.])(?!(?:True|False|None|and|or|not|in|lambda)\b)[^\W\d]\w*\b(?!\s*[(=.\[])")
_BUILTIN = frozenset(
    "abs all any ascii bin bool bytes chr dict dir divmod enumerate eval filter float format hash hex id input int "
    "isinstance iter len list map max min next oct open ord pow print range repr reversed round set slice sorted str "
    "sum super tuple type zip if while for return and or not in assert O o".split()
)
_LONGEST_CALL = 2000
_MOST_TRIES = 500


@dataclass(frozen=True, slots=True)
class _Result:
    """What a call gives, and where the text that says so ends."""

    value: Value
    end: int
    expects: Expects = "value"
    grouped: bool = False


def find_calls(text: str, first: int, callee: str | None, *, in_code: bool = False) -> list[Raw]:
    """The examples in `text`, whose first line has the index `first`. `callee` None: any function that is not built in.

    `in_code`: the text is one statement of a program, and must be a call and its result from end to end.
    """
    found: list[Raw] = []
    at = tries = 0
    while len(found) < MOST_CALLS and tries < _MOST_TRIES and (match := _CALL.search(text, at)):
        at = match.end()
        if match[2] in _BUILTIN if callee is None else match[2] != callee:
            continue
        if match[1] and not _FRESH.fullmatch(match[1]):
            continue
        tries += 1
        raw, end = _example(text, match, first)
        if raw and not (in_code and not _is_whole(text, match.start(), end)):
            found.append(raw)
            at = end
    return found


def failure(error: str) -> str:
    """An error of Rust as an exception: without the path to its variant, `_` is any."""
    text = re.sub(r"^(?:\w+::)+", "", error.strip())
    return f"Err: {text}" if text not in ("", "_") else "Err"


def names_called(text: str) -> Iterator[str]:
    """The functions that are called in `text`, built-in ones left out."""
    return (match[2] for match in _CALL.finditer(text) if match[2] not in _BUILTIN)


def _is_whole(text: str, start: int, end: int) -> bool:
    rest = text[end:].lstrip()
    return not _ASSERTED.sub("", text[:start]).strip() and (not rest or rest[0] in "#,.")


def _example(text: str, call: re.Match[str], first: int) -> tuple[Raw | None, int]:
    opened = call.end() - 1
    try:
        arguments, end = parse_arguments(text, opened)
    except ValueError:
        arguments, end = None, closing_bracket(text, opened)
    result = _result(text, call, end) if end else None
    if not result:
        return None, end or call.end()
    lines = first + text.count("\n", 0, call.start()), first + text.count("\n", 0, result.end)
    if arguments is not None:
        return Called(*lines, call[2], arguments, result.value, result.expects, result.grouped), result.end
    source = text[call.start() : closing_bracket(text, opened)]
    if _LOOSE_NAME.search(_STRINGS.sub('""', source)):
        return None, end
    wanted = str(result.value) if result.expects == "exception" else repr(result.value)
    return Session(*lines, "", source, wanted, result.expects), result.end


def _result(text: str, call: re.Match[str], end: int) -> _Result | None:
    """What the call that ends at `end` gives."""
    if raises := _RAISES.match(text, end):
        return _Result(raises[1], raises.end(), "exception")
    if fails := _FAILS.match(text, end):
        return _Result(failure(fails["error"]), fails.end(), "exception")
    separator = _RESULT.match(text, end)
    if separator and (stated := _stated_text(text, separator) or _stated_value(text, separator.end())):
        return stated
    asserted = _ASSERTED.search(text, max(0, call.start() - 20), call.start())
    if asserted and (not separator or "#" in separator[0]) and _ALONE.match(text, end):
        return _Result(not asserted[1], end)
    return None


def _stated_text(text: str, separator: re.Match[str]) -> _Result | None:
    """What is no literal: text without quotes, and nothing at all."""
    at = separator.end()
    if separator["text"] and text[at : at + 1] not in "\"'" and (spoken := _SPOKEN.match(text, at)):
        return _Result(spoken[0], spoken.end()) if _speaks_texts(text) or text[at - 1] == "`" else None
    nothing = _UNDEFINED.match(text, at) if _RETURNS.search(separator[0]) else None
    return _Result(None, nothing.end()) if nothing else None


@lru_cache(maxsize=16)
def _speaks_texts(text: str) -> bool:
    return len(set(_SPOKEN_TEXTS.findall(text))) >= _FEWEST_SPOKEN


def _stated_value(text: str, at: int) -> _Result | None:
    """`19 - 5 - 6 = 8` states 8; a literal that runs into other text (`""abc"`) states nothing."""
    try:
        value, end = parse_prefix(text, at)
        if sum_ := _SUM.match(text, end):
            value, end = parse_prefix(text, sum_.end())
    except ValueError:
        return None
    if _NEXT.match(text, end) or _CONDITION.match(text, end):
        return None
    return _Result(value, end, grouped=text[at] == "(" and not isinstance(value, tuple))


def parse_arguments(text: str, opened: int) -> tuple[tuple[tuple[str | None, Value], ...], int]:
    """The literal arguments inside the bracket at `opened`, and where it closes. Raises ValueError."""
    arguments: list[tuple[str | None, Value]] = []
    at = opened + 1
    while not (closed := _CLOSED.match(text, at)):
        keyword = _KEYWORD.match(text, at)
        at = keyword.end() if keyword else at
        value, at = _reckoned(text, at) or parse_prefix(text, at)
        arguments.append((keyword[1] if keyword else None, value))
        comma = _COMMA.match(text, at)
        if not comma:
            raise ValueError("not a call with literal arguments")
        at = comma.end()
    return tuple(arguments), closed.end()


def _reckoned(text: str, at: int) -> tuple[int, int] | None:
    """What `12 * 60 + 5` comes to, an argument as people write it for its parts, and where it ends."""
    sums = _SUMS.match(text, at)
    if not sums:
        return None
    terms = _TERM.findall(sums[0].replace(" ", ""))
    return sum(math.prod(map(int, term.split("*"))) for term in terms), sums.end()


def closing_bracket(text: str, opened: int) -> int:
    """The end of the bracket that opens at `opened`, strings respected; 0 when it does not close soon."""
    depth = 0
    for match in _BRACKET_OR_STRING.finditer(text, opened, opened + _LONGEST_CALL):
        depth += _DEPTH.get(match[0], 0)
        if depth == 0:
            return match.end()
    return 0
