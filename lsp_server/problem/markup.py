"""What copying leaves in a statement: HTML tags and entities, formulas in LaTeX. Line by line, so that places stay.

Text in double quotes is a value and is left alone.
"""

import html
import re
from collections.abc import Mapping, Sequence

_QUOTED = re.compile(r'"(?:[^"\\]|\\.){0,1000}"')
_NAMES = (
    "p|br|div|span|pre|code|strong|em|b|i|u|ul|ol|li|font|sup|sub|h[1-6]|a|img|small|section|blockquote|table|tbody|"
    "thead|tr|td|th|hr|tt|kbd|var"
)
_TAG_OR_QUOTED = re.compile(
    rf"{_QUOTED.pattern}|<(?P<end>/?)(?P<name>{_NAMES})(?:\s+[a-zA-Z][\w-]*(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?)*\s*/?>"
)
_RAISED = re.compile(r"<sup>\s*(.{0,80}?)\s*</sup>", re.IGNORECASE)
_LOWERED = re.compile(r"<sub>\s*(.{0,80}?)\s*</sub>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);")
_INLINE_TAG = re.compile(r"\{@(?:code|literal)\s+([^{}]*)\}")
"""Javadoc's `{@code f(2)}`."""
_INSTEAD: Mapping[str, str] = {"li": "- ", "td": " ", "th": " ", "br": " "}
_BREAK = re.compile(r"<br\s*/?>")
_WIDE = {
    "\uff1a": ":",
    "\uff0c": ",",
    "\uff1b": ";",
    "\uff08": "(",
    "\uff09": ")",
    "\uff1d": "=",
    "\uff3b": "[",
    "\uff3d": "]",
}
"""Chinese text has wide colons and commas, between arguments too."""
_BLANKS = dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u3000", " ")
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\ufeff", "")
_PLAINLY = str.maketrans(_BLANKS | _INVISIBLE | _WIDE)
MOST_CHARACTERS = 5000
"""A longer line is data."""

_FORMULA = re.compile(
    r"\$\$\$(.{1,400}?)\$\$\$|\$\$(.{1,400}?)\$\$|\$([^$\n]{1,400}?)\$|\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]"
)
_COMMANDS: Mapping[str, str] = {
    "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=", "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">",
    "ne": "!=", "neq": "!=", "times": "*", "cdot": "*", "div": "/", "ldots": "...", "dots": "...", "cdots": "...",
    "dotsc": "...", "lfloor": "floor(", "rfloor": ")", "lceil": "ceil(", "rceil": ")", "infty": "infinity", "mid": "|",
    "to": "->", "rightarrow": "->", "in": "in", "pm": "+-", "bmod": "mod", "sum": "sum", "max": "max", "min": "min",
    "log": "log", "gcd": "gcd", "oplus": "xor", "quad": " ", "qquad": " ", "lbrace": "{", "rbrace": "}", "left": "",
    "right": "", "displaystyle": "", "limits": "", "land": "and", "lor": "or", "vert": "|",
}  # fmt: skip
_COMMAND = re.compile(r"\\([a-zA-Z]+)[ \t]*")
_WRAPPED = re.compile(
    r"\\(?:text|mathrm|mathit|mathbf|mathtt|textbf|textit|texttt|operatorname|mathcal)\s*\{([^{}]*)\}"
)
_FRACTION = re.compile(r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
_SCRIPT = re.compile(r"([\^_])\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([{}_%#&$ ,;:!])")


_QUOTED_LABEL = re.compile(r"\s*>\s*[*_`]*(?:Input|Output|输入|输出)\b", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"\s*> ?")
_GUTTER = re.compile(r"\s*\u2502 ?")
"""What leetcode.nvim draws beside an example."""
_ICON = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]+\s*")


def without_quote_marks(texts: Sequence[str]) -> list[str]:
    """Without the marks of a quotation in Markdown, where examples stand in one."""
    if not any(_QUOTED_LABEL.match(text) for text in texts if ">" in text[:MOST_CHARACTERS]):
        return list(texts)
    return [_QUOTE_MARK.sub("", text, count=1) for text in texts]


def without_drawing(texts: Sequence[str]) -> list[str]:
    """Without the line that a plugin draws beside examples, and without icons, which only its own font has."""
    if all(map(str.isascii, texts)):
        return list(texts)
    drawn = any(_GUTTER.match(text) for text in texts)
    return [_ICON.sub("", _GUTTER.sub("", text, count=1) if drawn else text) for text in texts]


def without_html(text: str) -> str:
    """Tags gone, entities as characters, `10<sup>5</sup>` as `10^5`, wide punctuation and spaces as plain ones."""
    if ("{@" not in text and "<" not in text and "&" not in text and text.isascii()) or len(text) > MOST_CHARACTERS:
        return text
    if "{@" in text:
        text = _INLINE_TAG.sub(r"\1", text)
    if "<" in text:
        text = _RAISED.sub(r"^\1", text)
        text = _LOWERED.sub(r"_\1", text)
        text = _TAG_OR_QUOTED.sub(_without_tag, text)
    return text if text.isascii() and "&" not in text else _outside_quotes(text)


def _without_tag(match: re.Match[str]) -> str:
    """Nothing for a tag; quoted text stays, and so do breaks in a cell of a Markdown table: they part its lines."""
    if not match["name"] or (_BREAK.fullmatch(match[0]) and "|" in match.string):
        return match[0]
    return "" if match["end"] else _INSTEAD.get(match["name"].lower(), "")


def without_latex(text: str) -> str:
    """Formulas as one types them: `$1 \\le n \\le 10^{5}$` as `1 <= n <= 10^5`."""
    if ("$" not in text and "\\" not in text) or len(text) > MOST_CHARACTERS:
        return text
    text = _FORMULA.sub(lambda match: _typed(next(group for group in match.groups() if group is not None)), text)
    return _typed(text) if _COMMAND.search(text) else text


def _outside_quotes(text: str) -> str:
    """Entities and wide characters as plain ones, except in quotes; `&quot;` makes such quotes itself."""
    pieces, at = list[str](), 0
    for quoted in _QUOTED.finditer(text):
        pieces += [_unescaped(text[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    return "".join([*pieces, _unescaped(text[at:])])


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text).translate(_PLAINLY)


def _typed(formula: str) -> str:
    """A formula without LaTeX's commands; one that is not known here loses its backslash only."""
    text = _WRAPPED.sub(r"\1", formula)
    text = _FRACTION.sub(r"(\1)/(\2)", text)
    text = _ROOT.sub(r"sqrt(\1)", text)
    text = _COMMAND.sub(lambda command: _spaced(_COMMANDS.get(command[1], command[1])), text)
    text = _SCRIPT.sub(lambda script: script[1] + (script[2] if _is_short(script[2]) else f"({script[2]})"), text)
    return re.sub(r"[ \t]{2,}", " ", _ESCAPED.sub(r"\1", text).replace("~", " ")).strip()


def _spaced(word: str) -> str:
    return f" {word} " if word.strip() else word


def _is_short(script: str) -> bool:
    return bool(re.fullmatch(r"-?\w+", script.strip()))
