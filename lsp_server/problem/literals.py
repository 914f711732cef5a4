"""Values as other languages write them: read in (`{1, 2}`, `vec![1]`, `List.of(1)`) and written out.

Reading changes the text of a line, never its place; the values themselves are read in `values.py`.
"""

import json
import re
from collections.abc import Sequence
from typing import cast

from lsp_server.problem.examples.consoles import with_results
from lsp_server.problem.languages import language_named
from lsp_server.problem.markup import MOST_CHARACTERS
from lsp_server.problem.model import Code, Value, as_json

_LIST_OPENS = re.compile(
    r"(?:new\s+[\w.<>, ]+?(?:\s*\[\s*\])+\s*|(?:std::)?(?:vector|array|list|set|deque)\s*<[\w:<>, *]*>\s*"
    r"|(?:\[\s*\d*\s*\])+\w+\s*)(?=\{)"
)
_LIST_CALL = re.compile(
    r"\b(?:List|Set|Arrays?|ImmutableList)\.(?:of|asList)\(((?:\"[^\"]*\"|[^()\"])*)\)|\bvec!\s*\[([^\[\]]*)\]"
)
_TEXT = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)'"
_BRACED = re.compile(rf"{_TEXT}|(?<![\w$)^\\])\{{([^{{}}:=;]*)\}}")
"""Braces around values; those in text in quotes are text."""
_ONLY_VALUES = re.compile(
    r"(?:\"[^\"]*\"|'[^']*'|\b(?:true|false|null|nullptr|nil|None|True|False)\b|[\d\s,.+\-eEfFL\[\]])*"
)
_SPELT = re.compile(r"[-\d\"'{\[]|(?:true|false|null|\w+\.\w+)\b")
_OPTIONAL = re.compile(r"\bOptional(?:\.empty\b(?:\(\))?|(?:\.of\(|\[)([^\[\]()]*)[\])])")
_BORROWED = re.compile(r"(?<=[(,\s])&(?:mut )?(?=[\[\"]|vec!)")
"""Rust's `&["a", "b"]`."""
_OWNED = re.compile(
    r"(\"(?:[^\"\\\n]|\\.)*\")\.(?:to_string|to_owned|into)\(\)|\bString::from\((\"(?:[^\"\\\n]|\\.)*\")\)"
)
_HELD = re.compile(r"\b(?:Some|Ok)\(((?:\"(?:[^\"\\\n]|\\.)*\"|[^()\"]|\((?:[^()\"]|\"[^\"]*\")*\))+)\)")
"""Rust's `Some(2)` and `Ok(2)`: what they hold is the result."""
_MOST_ROUNDS = 20
_CALL = r"((?:\w+(?:\.|::))*\w+\(.*\))"
_REMARKED = r"(?:\s*,\s*(?:\"[^\"]*\"|[\d.eE-]+))?"
_CHECK = (
    re.compile(
        rf"\b(?:chai\.)?(?:assert|Assert|test|Test|t|self)\.(?:is|same|[dD]eep[eE]qual|[eE]quals?|(?:deep)?[sS]trictEqual|"
        rf"assert_?(?:[eE]quals?|[sS]imilar)|[aA]re_?[eE]qual)\(\s*{_CALL}\s*,\s*(.+?)"
        r"\s*(?:,\s*(?:\"[^\"]*\"|'[^']*'|`[^`]*`))?\s*\);?\s*$"
    ),
    r"\1 == \2",
)
"""`Test.assertEquals(f(2), 4, "four")` and its kin."""
_ARRAY = re.compile(r"\b(?P<name>[A-Za-z_]\w*) ?(?:\[(?:\d*|[nNmM])\])+\s*=\s*(?=(?P<opens>[\[{]))")
_BARE_ITEMS = re.compile(
    r"\b(?P<name>[A-Za-z_]\w*) ?\[[nNmM]?\]\s*=\s*(?P<items>-?\d+(?:\.\d+)?(?:(?:\s*,\s*|[ \t]+)-?\d+(?:\.\d+)?)*)"
    r"(?=\s*(?:[,;]?\s*[A-Za-z]\w*\s*[=\[]|$))"
)
"""`arr[] = 7 10 4`: the name says that it is an array, and nothing else does."""
_AS_SQUARE = re.compile(r"[{}]|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
_SQUARE = {"{": "[", "}": "]"}
_CALLS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?:console\.log|System\.out\.println|fmt\.Println|println)\({_CALL}\)\s*;?\s*//+\s*"), r"\1 # "),
    (re.compile(r"\)\s*;?\s*//+\s*"), ") # "),
    (re.compile(rf"\bassert!\(\s*{_CALL}\.is_err\(\)\s*\);?"), r"\1 == Err(_)"),
    (re.compile(rf"\bassert!\(\s*{_CALL}\.is_none\(\)\s*\);?"), r"\1 == None"),
    (re.compile(rf"\bassert!\(\s*(?!.*(?:[=<>]|&&|\|\|)){_CALL}\s*\);?"), r"\1 == true"),
    (re.compile(rf"\bassert!\(\s*!\s*(?!.*(?:[=<>]|&&|\|\|)){_CALL}\s*\);?"), r"\1 == false"),
    (re.compile(rf"\bassert_eq!\(\s*{_CALL}\s*,\s*(.+?)\s*\);?"), r"\1 == \2"),
    (re.compile(rf"\bassert_eq!\(\s*([^()]+?)\s*,\s*{_CALL}\s*\);?"), r"\2 == \1"),
    (
        re.compile(
            rf"\bassert(?:Array|Iterable)?Equals\(\s*(?:\"[^\"]*\"\s*,\s*)?(.+?)\s*,\s*{_CALL}{_REMARKED}\s*\);?"
        ),
        r"\2 == \1",
    ),
    (
        re.compile(rf"\b(?:Assert::That|assertThat)\(\s*{_CALL}\s*,\s*(?:Equals|is|equalTo|Is)\((.+)\)\s*\);?"),
        r"\1 == \2",
    ),
    (
        re.compile(rf"\bassertThat\(\s*{_CALL}\s*\)\.(?:isEqualTo|containsExactly|isEqualToString)\((.+)\);?"),
        r"\1 == \2",
    ),
    (
        re.compile(
            rf"\b(?:Ω|Expect|expect)\(\s*{_CALL}\s*\)\.(?:To|Should)\((?:Equal|Be(?:Equivalent|Identical)To)\((.+)\)\)"
        ),
        r"\1 == \2",
    ),
    (re.compile(rf"\bcr_(?:assert|expect)(?:_str)?_eq\(\s*{_CALL}\s*,\s*(.+?){_REMARKED}\s*\);?"), r"\1 == \2"),
    (re.compile(rf"\b(?:ASSERT|EXPECT)_(?:EQ|STREQ)\(\s*{_CALL}\s*,\s*(.+?)\s*\);?"), r"\1 == \2"),
    (re.compile(rf"\b(?:ASSERT|EXPECT)_(?:EQ|STREQ)\(\s*([^()]+?)\s*,\s*{_CALL}\s*\);?"), r"\2 == \1"),
    _CHECK,
    (re.compile(r"\)\.equals\((.+?)\)\s*;?\s*$"), r") == \1"),
    (
        re.compile(
            rf"\b(?:chai\.)?expect\(\s*{_CALL}\s*\)\.(?:to(?:Be|Equal|StrictEqual|Eq)|(?:to|be|deep|eql?|equal|\.)+)\((.+?)\);?"
        ),
        r"\1 == \2",
    ),
)
"""Calls with their result as the languages' own checks word them, and `f(2); // 4`."""


def written(value: Value, language: str) -> str:
    """A value as statements write it to people who use `language`: Python's literals, or LeetCode's."""
    if language_named(language).layout == "indented":
        return repr(value)
    return _json(value)


def _json(value: Value) -> str:
    """JSON, in which code stands as it is."""
    if isinstance(value, Code):
        return str(value)
    if isinstance(value, list | tuple | set):
        return f"[{', '.join(_json(item) for item in cast('list[Value]', value))}]"
    if isinstance(value, dict):
        pairs = cast("dict[Value, Value]", value).items()
        items = (
            f"{json.dumps(key if isinstance(key, str) else repr(key), ensure_ascii=False)}: {_json(item)}"
            for key, item in pairs
        )
        return f"{{{', '.join(items)}}}"
    return json.dumps(as_json(value), ensure_ascii=False)


def checked(line: str) -> str:
    """A line of a test as a call with its result, `arr[] = {1, 2}` as `arr = [1, 2]`, whatever the language."""
    if len(line) > MOST_CHARACTERS:
        return line
    if "ssert" in line:
        line = _CHECK[0].sub(_CHECK[1], line)
    return _without_brackets(_BARE_ITEMS.sub(_bracketed, line)) if "]" in line and "=" in line else line


def _bracketed(bare: re.Match[str]) -> str:
    items = re.split(r"\s*,\s*|\s+", bare["items"])
    return f"{bare['name']} = [{', '.join(items)}]"


def _without_brackets(line: str) -> str:
    """Names of arrays without `[]`, and their values in square brackets; braces in strings stay."""
    while match := _ARRAY.search(line):
        value = line[match.end() :]
        end = _closing(line, match.end()) if match["opens"] == "{" else 0
        if end:
            value = _AS_SQUARE.sub(lambda brace: _SQUARE.get(brace[0], brace[0]), line[match.end() : end]) + line[end:]
        line = f"{line[: match.start()]}{match['name']} = {value}"
    return line


def _closing(line: str, opened: int) -> int:
    """The end of the brace that opens there; 0 when it does not close on this line."""
    depth = 0
    for match in _AS_SQUARE.finditer(line, opened):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return 0


def readable(lines: Sequence[str], objects: bool = False) -> tuple[str, ...]:
    """`lines` with lists of other languages as `[…]`, and their checks as `f(2) == 4`. `objects`: `{}` is no list."""
    told = [_plain(line) for line in (with_results(lines) if objects else lines)]
    if objects or not any("{" in line for line in told):
        return tuple(told)
    return tuple(_until_settled(_BRACED, "\n".join(told)).split("\n"))


def _plain(text: str) -> str:
    """One line without the words that languages put around lists and results; a long one is data."""
    if len(text) > MOST_CHARACTERS:
        return text
    if any(mark in text for mark in ("Some(", "Ok(", '".', "String::from(")):
        text = _OWNED.sub(lambda match: match[1] or match[2], text)
        text = _HELD.sub(r"\1", text)
    if "(" in text and any(
        mark in text for mark in ("//", "ssert", "est.", "t.", "xpect(", "Ω(", "ASSERT", "EXPECT", "cr_", ".equals(")
    ):
        for pattern, template in _CALLS:
            text = pattern.sub(template, text)
    if "&" in text:
        text = _BORROWED.sub("", text)
    if "Optional" in text:
        text = _OPTIONAL.sub(lambda match: _present(match[1]), text)
    if any(mark in text for mark in ("{", "vec!", "List.of", ".asList", "Set.of")):
        text = _until_settled(_LIST_CALL, _LIST_OPENS.sub("", text))
    return text


def _present(value: str | None) -> str:
    """What an optional holds; Java prints a string there without quotes."""
    return "null" if not value else value if _SPELT.match(value) else f'"{value}"'


def _until_settled(pattern: re.Pattern[str], text: str) -> str:
    """From the innermost to the outermost."""
    for _ in range(_MOST_ROUNDS):
        changed = pattern.sub(_as_list, text)
        if changed == text:
            break
        text = changed
    return text


def _as_list(match: re.Match[str]) -> str:
    """Sets of names and exponents of formulas stay as they are."""
    if match[0][0] in "\"'":
        return match[0]
    inner = next((group for group in match.groups() if group), "")
    return f"[{inner}]" if _ONLY_VALUES.fullmatch(inner) else match[0]
