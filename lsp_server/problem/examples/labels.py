"""The labels that divide a statement, in a few languages: `Example 1:`, `**Input:**`, `Sample Output 2`, `提示:`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

LabelKind = Literal[
    "example", "input", "output", "explanation", "constraints", "note", "follow_up", "section", "description"
]

_NAMES: dict[LabelKind, str] = {
    "example": r"(?:for )?examples?|e\.?g\.?|samples?(?: tests?| cases?)?|test cases?|sample test\(s\)|"
    r"(?:\[?input/output\]? )samples?|示例|样例|例子|例|입출력 ?예|примеры?|"
    r"beispiele?|exemples?|ejemplos?|exemplos?|esempio|esempi",
    "input": r"(?:sample |example )?inputs?(?: ?copy)?|inputs? (?:samples?|examples?)|stdin|sample data(?:set)?|"
    r"(?:样例|示例)?输入(?:样例|示例)?|入力例|(?:예제 ?)?입력|"
    r"(?:пример )?(?:входных данных|ввода)|входные данные|ввод|(?:beispiel-?)?eingaben?|"
    r"(?:exemple d['’] ?)?entr[ée]es?|"
    r"(?:(?:ejemplo|exemplo) de )?entradas?|entradas? de (?:ejemplo|exemplo)|"
    r"(?:esempio di )?(?:dati di )?input|input di esempio|sample (?:list|tuple|string|text|array|number)s?",
    "output": r"(?:sample |example |expected )?outputs?(?: ?copy)?|outputs? (?:samples?|examples?)|"
    r"expected(?: result| value| answer)?|output for (?:the )?sample input|stdout|"
    r"(?:样例|示例)?输出(?:样例|示例)?|返回值|出力例|(?:예제 ?)?출력|"
    r"(?:пример )?(?:выходных данных|вывода)|выходные данные|вывод|(?:beispiel-?)?ausgaben?|(?:exemple de )?sorties?|"
    r"(?:(?:ejemplo|exemplo) de )?(?:salidas?|sa[íi]das?)|(?:salidas?|sa[íi]das?) de (?:ejemplo|exemplo)|"
    r"(?:esempio di )?(?:dati di )?output|output di esempio",
    "explanation": r"(?:example )?explanations?|reason|"
    r"explanation (?:of|for) (?:the )?(?:sample|example|output)[\w ]{0,24}?|"
    r"解释|样例解释|样例说明|예제 ?설명|пояснени[ея]|"
    r"erklärung|erläuterung|explications?|explicaci[óo]n|explicação|spiegazione",
    "constraints": r"(?:problem )?constraints?|constrain|limits|제한(?: ?사항)?|提示|数据范围|约束(?:条件)?|限制|"
    r"ограничения|einschränkungen|contraintes|restricciones|restrições|vincoli",
    "note": r"notes?|hints?|remarks?|说明(?:/提示)?|注意|备注|힌트|примечани[ея]|"
    r"hinweise?|anmerkung(?:en)?|remarques?",
    "follow_up": r"follow[- ]?ups?|进阶",
    "section": r"input format|output format|input description|output description|输入格式|输出格式|"
    r"формат (?:ввода|вывода|входных данных|выходных данных)|"
    r"args|arguments|parameters|params|returns?|yields?|raises?|variables|scoring|(?:cpu )?time limit|memory limit|"
    r"problem (?:authors?|source|credits?)|source limit|"
    r"출처|알고리즘 ?분류|难度|时/空限制|总通过数|总尝试数|来源|算法标签",
    "description": r"(?:problem )?(?:statement|description)|task|problem|题目描述|题目|描述|문제(?: ?설명)?",
}
"""Written in English, Chinese, Japanese, Korean, Russian, German, French, Spanish, Portuguese and Italian."""
_KIND_OF: dict[LabelKind, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _NAMES.items()
}
_ALL = "|".join(f"(?:{pattern})" for pattern in sorted(_NAMES.values(), key=len, reverse=True))
_COPY = "(?:copy|复制|복사|コピー|скопировать)"
"""The button beside a sample, which is copied along with it."""
_FILE = r"\((?:in |the )?(?:file )?[\w-]+\.(?:in|out|txt)\)"
"""USACO's `SAMPLE INPUT (file cowfind.in):`."""
_LABEL = re.compile(
    rf"\s*(?:[#>•*-]+\s+)?@?[*_`]{{0,3}}(?P<name>{_ALL})(?:\s*(?:case|no\.|\#)?\s*(?P<number>\d+))?(?:\s*{_COPY})?(?:\s*{_FILE})?\s*"
    r"[*_`]{0,3}\s*"
    r"(?:(?P<colon>[:\uff1a])[*_`]{0,3}\s*(?P<rest>.*)|)",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"(?<![\w'\"])(?:#{1,6} +)?[*_`]{0,3}(?:Sample |Expected )?(?:Input|Output|Explanation|输入|输出|解释)"
    r"(?:\s*\d+)?\s*[*_`]{0,3}[:\uff1a]"
)
_BESIDE = re.compile(
    rf"{_INNER.pattern}|(?<=[\s,;|>\uff0c])[*_`]{{0,3}}(?i:{_NAMES['output']})(?:\s*\d+)?[*_`]{{0,3}}\s*[:\uff1a]"
)
"""What comes out, on the line of what goes in."""
_OF_SAMPLE = re.compile(
    "samples?|examples?|copy|样例|示例|例|예제|пример|beispiel|exemple|ejemplo|exemplo|esempio", re.IGNORECASE
)
_CHANNEL = re.compile(r"(?:the )?(?:standard (?:input|output)|stdin|stdout|\w+\.(?:txt|in|out))\s*", re.IGNORECASE)
"""What Codeforces prints at the top: `input: standard input`."""
_COLUMNS = re.compile(r"(\s*\S.*?)[ ]*(?:\t|\s{2})\s*(\S.*)")
"""Kattis' heads of two columns: `Sample Input 1    Sample Output 1`."""
_RULE = re.compile(r"\s*(?:```\w*|~~~\w*|[-=*_]{3,})\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """`rest` is what follows on the line. `sample`: the label itself says that it belongs to an example. `number`: ""
    where it has none."""

    kind: LabelKind
    colon: bool
    rest: str
    sample: bool
    number: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the statement, or a part of one that begins with a label."""

    line: int
    label: Label | None
    text: str


@lru_cache(maxsize=4096)
def label_of(line: str) -> Label | None:
    """The label that a line begins with. A label needs a colon or the line for itself."""
    match = _LABEL.fullmatch(line)
    if not match or _CHANNEL.fullmatch(match["rest"] or ""):
        return None
    name = match["name"]
    kind = _kind(name)
    sample = bool(match["number"]) or bool(_OF_SAMPLE.search(name))
    return Label(kind, bool(match["colon"]), (match["rest"] or "").strip(), sample, match["number"] or "")


def _kind(name: str) -> LabelKind:
    return next(kind for kind, pattern in _KIND_OF.items() if pattern.fullmatch(name))


def pieces(texts: Sequence[str], skipped: frozenset[int]) -> Iterator[Piece]:
    """Lines in order, cut where a label stands inside one; those in `skipped` come as blank lines."""
    below_sample = False
    for number, text in enumerate(texts):
        if number in skipped:
            yield Piece(number, None, "")
            continue
        label = None
        for part in _parts(text, below_sample):
            label = label_of(part)
            yield Piece(number, label, label.rest if label else part)
        if text.strip():
            below_sample = bool(label and label.kind == "example" and not label.rest)


def is_rule(text: str) -> bool:
    """A code fence or a line drawn with characters."""
    return bool(_RULE.fullmatch(text))


def _parts(text: str, below_sample: bool) -> Iterator[str]:
    """`Example 1: Input: x = 1  Output: 2` in three; quoted text is left alone."""
    label = label_of(text)
    if not label and (heads := _COLUMNS.fullmatch(text)) and _are_heads(heads[1], heads[2], below_sample):
        yield from heads.groups()
        return
    if label and label.kind == "explanation" and not label.rest:
        yield text  # `Explanation for Sample Input 1:` is no input
        return
    if label and label.kind == "example" and label.rest and label_of(label.rest):
        yield text[: len(text) - len(text.lstrip()) + text.strip().rfind(label.rest)]
        text = label.rest
        label = label_of(text)
    inner = _BESIDE if label and label.kind == "input" and label.rest else _INNER
    start = 0
    for match in inner.finditer(text):
        before = text[start : match.start()]
        if before.strip() and before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
            yield before.rstrip(" ,;|\uff0c-→>")
            start = match.start()
    yield text[start:]


def _are_heads(left: str, right: str, below_sample: bool) -> bool:
    """Those of an example by their own words, or below its label: `input    output`."""
    labels = (label_of(left), label_of(right))
    heads = (label for label in labels if label and (label.sample or below_sample) and not label.rest)
    return [label.kind for label in heads] == ["input", "output"]
