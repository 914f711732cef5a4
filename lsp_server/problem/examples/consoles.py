"""Examples of JavaScript and TypeScript that show a result beside or below a call: a console, `@example` of JSDoc.

    > f(2)              f(2)             // returns 4        const r = f(2);
    4                   // => 4          f(2)                console.log(r); // 4

All become `f(2) == 4` on the line of the call; no line is added or dropped, so that places stay. Values that were given
a name are put where the name is used. Nothing is run.
"""

import re
from collections.abc import Callable, Sequence

MOST_LINES = 2000
_PROMPT = re.compile(r"(\s*)>\s(?P<source>.*\S)\s*$")
_MORE = re.compile(r"\s*(?:\.\.\.|…)\s?(?P<source>.*)$")
_VERB = r"(?:=+>|-+>|→|➞|returns?:?|outputs?:?|prints?:?|logs?:?|result:?|expected:?)"
_REMARK = re.compile(rf"\s*//+\s*(?P<verb>{_VERB})?\s*(?P<value>\S.*?)\s*$", re.IGNORECASE)
_BESIDE = re.compile(rf"(?P<code>.*\))\s*;?\s*//+\s*(?P<verb>{_VERB})?\s*(?P<value>\S.*?)\s*$", re.IGNORECASE)
_NAMED = re.compile(
    r"\s*(?:const|let|var)\s+(?P<name>[A-Za-z_$][\w$]*)(?:\s*:\s*[\w<>\[\], |]+?)?\s*=\s*(?P<value>\S.*?);?\s*$"
)
_LOGGED = re.compile(r"\s*console\.log\((?P<inner>.*)\)\s*;?\s*$")
_CALL = re.compile(r"\s*(?:await\s+)?(?:new\s+\w+\(\)\.)?[A-Za-z_$][\w$.]*\(.*\)\s*;?\s*$")
_VALUE = re.compile(
    r"(?:-?\d|[\[{\"'`]|(?:true|false|null|undefined|NaN|-?Infinity)\b)(?:.*[\w\]}\"'`)]|\d*)?\.?$", re.DOTALL
)
_STRINGS = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_KEY = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]*)(\s*:)")
_TAG = re.compile(r"\s*@example\s*")
_ENDS = re.compile(r"\s*(?:$|>\s|@\w|```|//)")

_KEPT = -1
Names = dict[str, tuple[int, str]]
"""The line that gave a name its value, `_KEPT` when it is an example by itself, and the value."""


def with_results(lines: Sequence[str]) -> list[str]:
    """`lines` with calls and their results as `f(2) == 4`, and keys of objects in quotes, where any show results."""
    if len(lines) > MOST_LINES or not any("(" in line for line in lines):
        return list(lines)
    told = list(lines)
    names: Names = {}
    at = 0
    while at < len(told):
        at = _read(told, at, names)
    return ["" if _TAG.fullmatch(line) else line for line in told] if told != list(lines) else told


def _read(lines: list[str], at: int, names: Names) -> int:
    """Understand what begins at a line; the line behind it."""
    if (prompt := _PROMPT.match(lines[at])) and (end := _prompted(lines, at, prompt, names)):
        return end
    if (named := _NAMED.match(lines[at])) and not _BESIDE.match(lines[at]):
        names[named["name"]] = (at, _substituted(named["value"], names, lines))
        return at + 1
    if beside := _BESIDE.match(lines[at]):
        named = _NAMED.match(beside["code"])
        code = named["value"] if named else beside["code"]
        if named:
            names[named["name"]] = (_KEPT, _substituted(named["value"], names, lines))
        _tell(lines, at, at + 1, code, beside["value"], names)
        return at + 1
    return _below(lines, at, names) or _above(lines, at, names) or at + 1


def _prompted(lines: list[str], at: int, prompt: re.Match[str], names: Names) -> int:
    """A console: the input may go on behind dots, the result ends at a blank line or the next prompt. 0 for none."""
    source, end = prompt["source"], at + 1
    while end < len(lines) and (more := _MORE.match(lines[end])):
        source += f" {more['source'].strip()}"
        end += 1
    first = end
    while end < len(lines) and not _ENDS.match(lines[end]):
        end += 1
    shown = " ".join(line.strip() for line in lines[first:end])
    if named := _NAMED.match(source):
        names[named["name"]] = (at, _substituted(named["value"], names, lines))
        lines[first:end] = [""] * (end - first)  # `undefined`
        return end
    return end if shown and _tell(lines, at, end, source, shown, names) else 0


def _below(lines: list[str], at: int, names: Names) -> int:
    """A call with its result in a remark on the next line."""
    if not _CALL.match(lines[at]) or at + 1 >= len(lines):
        return 0
    remark = _REMARK.match(lines[at + 1])
    return at + 2 if remark and _tell(lines, at, at + 2, lines[at], remark["value"], names) else 0


def _above(lines: list[str], at: int, names: Names) -> int:
    """A remark that says what the call on the next line returns."""
    remark = _REMARK.match(lines[at])
    if not remark or not remark["verb"] or at + 1 >= len(lines) or not _CALL.match(lines[at + 1]):
        return 0
    return at + 2 if _tell(lines, at, at + 2, lines[at + 1], remark["value"], names) else 0


def _tell(lines: list[str], start: int, end: int, code: str, value: str, names: Names) -> bool:
    """Write one example over the lines from `start` to `end`, if it is one."""
    logged = _LOGGED.match(code)
    call = _substituted((logged["inner"] if logged else code).strip().rstrip(";"), names, lines)
    if not _CALL.match(call) or not _VALUE.match(value):
        return False
    value = "null" if value.strip(" .;") == "undefined" else _quoted_keys(value.rstrip(";"))
    lines[start:end] = [f"{_quoted_keys(call)} == {value}", *[""] * (end - start - 1)]
    return True


def _substituted(code: str, names: Names, lines: list[str]) -> str:
    """`code` with the values of names that were given above, outside of strings; the lines that gave them are empty."""
    if not names:
        return code

    def value_of(match: re.Match[str]) -> str:
        line, value = names[match[0]]
        if line != _KEPT:
            lines[line] = ""
        return value

    name = re.compile(rf"(?<![\w$.])(?:{'|'.join(map(re.escape, names))})(?![\w$(:])")
    return _outside_strings(code, lambda text: name.sub(value_of, text))


def _quoted_keys(code: str) -> str:
    """`{a: 1}` as `{"a": 1}`."""
    return _outside_strings(code, lambda text: _KEY.sub(r'\1"\2"\3', text)) if "{" in code else code


def _outside_strings(code: str, change: Callable[[str], str]) -> str:
    pieces, at = list[str](), 0
    for string in _STRINGS.finditer(code):
        pieces += [change(code[at : string.start()]), string[0]]
        at = string.end()
    return "".join([*pieces, change(code[at:])])
