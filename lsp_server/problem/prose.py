"""Reading the words of a statement: its title, whether it sets a task, and lines that say nothing about it."""

import re
from collections.abc import Sequence

MOST_TITLE = 70
MOST_LINES = 2000
MOST_CHARACTERS = 100_000
MOST_READ = 300
"""Characters of a line that are looked at to tell what it is: a longer line is data."""

_HEADING = re.compile(
    r"(?:#+\s+(?P<marked>.+)|(?:\[[^\[\]]{0,40}\d\]\s*|\d{1,5}\.\s+(?=[A-Z\u4e00-\u9fff])|[A-Z]\d?(?:\.|\s[-–—])\s+|"
    r"(?:problem|task|title)(?:\s+\w{1,4})?\s*[:\uff1a]\s+|problem\s+\d+\s*[-–—.]\s*|题目\s*[:\uff1a]?\s*)(?P<numbered>.+))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(.+?(?:[.!?](?<!e\.g\.)(?<!i\.e\.)(?=\s+[^a-z\s]|\s*$)|[\u3002\uff01\uff1f!?]))|(.+)", re.DOTALL
)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_FIELD = re.compile(r"\s*:(?:param|type|return|returns|rtype|raises)\b")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,})\s*")
_VERBS = (
    "write|implement|create|define|complete|return|returns|find|compute|calculate|count|determine|check|given|"
    "you are given|you have|your task|design|reverse|sort|merge|convert|print|read|solve|build|construct|"
    "generate|remove|replace|rotate|take|takes|input|evaluate|make|add|sum|get|decide|test whether|filter|"
    "split|join|flatten|group|insert|delete|swap|search|list|for a given|for each|there (?:is|are)|(?:a|this|"
    "the) function|an? (?:array|list|string)|implementing|encode|decode|parse|validate|multiply|divide|"
    "subtract|simulate|transform|extract|move|fill|partition"
)
_TASK = re.compile(rf"\s*(?:please\s+)?(?:{_VERBS})\b", re.IGNORECASE)
_ASKS = re.compile(r"\s*(?:(?:for|to|in|at|by|of) )?(?:what|how (?:many|much|long|far)|which)\b.*\?\s*$", re.IGNORECASE)
_TASK_CHINESE = re.compile(r"给定|给你|编写|实现|返回|求|请|计算|判断|设计|找出|输入一")
_NO_STATEMENT = re.compile(
    r"\s*(?:(?:todo|fixme|xxx|hack|nb|noqa|pylint|pyright|mypy|pragma|copyright|licensed|license|spdx|region|endregion|"
    r"authors?|created|eslint|nosec|nolint|clang-format|prettier|istanbul)\b|type:|fmt:|ruff:|isort:|"
    r"!|-\*-|vim:|coding[:=]|see |cf\.|https?://|@lc|your code|write your code|code here|"
    r"definition for|%%|(?://+|#+)\s*@lc|@leet|your \w+ (?:object|struct) will be|"
    r"go:|\+build|c8 |@ts-|note: the returned array must be malloced|"
    r"return an array of arrays of size|do not return anything, modify|forward declaration of|`&self` means|"
    r"this is the interface|// this is the interface|the \w+ api is (?:already )?defined|@before-stub|@after-stub|"
    r"leetcode submit region)",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"\bcopyright\b|\ball rights reserved\b|\blicensed under\b|\(c\) \d{4}", re.IGNORECASE)
_HEADER = 8
"""Lines in which a licence names itself; what sites print below a statement is none."""
_NOISE = re.compile(
    r"\s*(?:!\[[^\]]*\]\([^)]*\)|<img[^>]*>|@lc(?:pr)?\b.*|@leet\b.*|@(?:before|after)-stub\S*|"
    r"leetcode submit region .*|related topics?:?\s.*|👍\s*\d+\s*👎\s*\d+|https?://\S+|(?:algorithms|database|shell|concurrency)|"
    r"(?:likes|dislikes|total accepted|total submissions|testcase example|difficulty|acceptance|tags?|companies|topics)"
    r"\s*:.*|created by .* at \d{4}.*|"
    r"(?:easy|medium|hard) \([\d.]+%\).*|inputcopy|outputcopy|copy|复制|solved|attempted|"
    r"(?:cpu time|time|memory) limit(?: per test)?\s*:?\s*(?:\d.*)?|"
    r"\d+(?:\.\d+)?\s*(?:seconds?|sec|s|megabytes?|[MmGg]i?[Bb])|"
    r"(?:input|output)\s*:?\s*(?:standard (?:input|output)|stdin|stdout)|"
    r"ограничение по (?:времени|памяти) на тест.*|(?:ввод|вывод)\s*стандартный (?:ввод|вывод)|скопировать|"
    r"did you like the problem statement\?|[\d.]+[km]? users? found this helpful)\s*",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"\s*(?:hide|(?:cpu )?time limit|memory limit|difficulty|authors?|source|license\b.*|problem id|"
    r"代码长度限制|时间限制|内存限制|栈限制)\s*[:\uff1a]?\s*",
    re.IGNORECASE,
)
_FEWEST_NAMES = 3
_OF_SAMPLE = re.compile(
    r"\s*(?:(?:sample|example|input|output|explanation|note|constraints)\b|样例|示例|输入|输出)", re.IGNORECASE
)
_SAMPLE_OUTPUT = re.compile(r"\s*sample output\s*\d*\s*:?\s*", re.IGNORECASE)
_FEWEST_WORDS = 6
_REMARK = re.compile(
    rf"(?!.*\b(?:also|an?other|accepted|valid)\b)\s*[A-Z](?:\S*\s+){{{_FEWEST_WORDS - 1},}}\S*\w[.!]\s*"
)
_COUNTED = re.compile(r"Accepted|Submissions|Accuracy|Acceptance(?: Rate)?")
_COUNTER = re.compile(rf"\s*(?:{_COUNTED.pattern})\s*[:/]?\s*\d[\d.,/kKmM%]*\s*")
_SHOWN = r"(?:[\"'\]}]|\b\d+|\b(?:[Tt]rue|[Ff]alse|None|null))\s+(?:[-=]>|→|➞)\s"
"""`note = "aa", magazine = "ab" -> False` shows what comes out, and assigns nothing."""
_CODE = re.compile(
    r"\s*(?:(?:def|class)\s+\w+.*:|(?:from|import)\s+[\w.]+|return\b.*[\w)\]]\s*[-+*/%.(\[]|(?:for|while|if|elif|with)\b.*:|"
    r"(?:else|try|finally):|.*[^\s;]\s*;|.*\{|@\w[\w.]*(?:\(.*\))?|"
    rf"[\w.\[\]'\"]+\s*[-+*/|&]?=(?!=*>)\s*(?=\S)(?:(?!{_SHOWN}).)*|"
    r"[\w.]+\((?:(?!==|->|=>|→|➞).)*\)|[\])}],?|print\b.*)\s*$"
)
_DEFINITION = re.compile(r"\s*(?:(?:async )?def|class)\s+\w+.*:\s*$|@\w[\w.]*(?:\(.*\))?$")
_DEFINES = re.compile(
    r"\s*(?://+|#+)?\s*definition (?:for|of) (?:an? )?[\w -]*\b(?:list|tree|node|interval|graph)\b.*", re.IGNORECASE
)
_CODE_OF_DEFINITION = re.compile(rf"{_CODE.pattern}|\s+\S.*|#\[.*|.*\{{\s*\}}\s*")
_BANNER = re.compile(r"\s*(?:[-=#*~_+<>/\\.|]{3,}.*|.*[-=#*~_+]{4,})\s*")
_DECLARES = re.compile(
    r"\s*(?:const|let|var)\s+[\w$]+\s*(?::\s*[^=]+)?=\s*(?:(?:new|await|async)\s+)?"
    r"(?:[\w$.]+\(|[\[{('\"]|[\w$]+\s*=>|-?\d+\s*;?\s*$).*"
)
_ASIDE = re.compile(r"(?:^|\s)//.*$|\*/.*$")
_MARKS = re.compile(r"\s*(?:/\*+|\*(?!/)|//)[^\S\n]*")
_WORDS = re.compile(r"(?:[A-Za-z]{2,}[,;]?\s+){3}[A-Za-z]")


def title_of(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The title, and the prose without it. Prose that has no heading keeps all its lines."""
    first = next((index for index, line in enumerate(lines) if line.strip() and not _FIELD.match(line)), None)
    if first is None:
        return "", list(lines)
    before, rest = list(lines[:first]), list(lines[first + 1 :])
    text = lines[first].strip()
    heading = _heading(text)
    if any(line.strip() for line in rest) and (heading or _is_heading(text, rest[0])):
        return _short(heading or text), before + (rest[1:] if _UNDERLINE.fullmatch(rest[0]) else rest)
    paragraph = " ".join(" ".join(lines[first : first + 20]).split())[:MOST_READ] if not heading else heading
    sentence = _SENTENCE.match(paragraph)
    return _short(sentence[0] if sentence else paragraph), list(lines)


def without_definitions(texts: Sequence[str]) -> tuple[str, ...]:
    """`texts` with the classes that a site shows in a comment ("Definition for singly-linked list") as blank lines."""
    kept, depth, inside = list[str](), 0, False
    for text in texts:
        if _DEFINES.fullmatch(text[:MOST_READ]):
            inside, depth = True, 0
            kept.append("")
            continue
        inside = inside and (depth > 0 or not text.strip() or bool(_CODE_OF_DEFINITION.fullmatch(text[:MOST_READ])))
        depth += (text.count("{") - text.count("}")) * inside
        kept.append("" if inside else text)
    return tuple(kept)


def without_counters(texts: Sequence[str]) -> tuple[str, ...]:
    """`texts` with the counters that a site prints below its last sample (`Accepted`, `68.5`) as blank lines.

    A word that the statement itself says may be what a program prints: then nothing is taken away.
    """
    end = len(texts)
    while end and (first := _counter(texts, end)) is not None:
        end = first
    words = set(_COUNTED.findall("\n".join(texts[end:])))
    said = any(re.search(rf"\b{word}\b", text) for word in words for text in texts[:end])
    return tuple(texts) if said or not words else (*texts[:end], *[""] * (len(texts) - end))


def without_imprint(texts: Sequence[str]) -> tuple[str, ...]:
    """`texts` with what a site prints about a problem below it (`CPU Time limit`, `License`) as blank lines.

    Three such names at least, each on its line below a sample, and only short lines from the first one to the end.
    """
    named = [line for line, text in enumerate(texts) if _IMPRINT.fullmatch(text[:MOST_READ])]
    first = named[0] if len(named) >= _FEWEST_NAMES else len(texts)
    short = all(len(text) <= MOST_TITLE and not _OF_SAMPLE.match(text) for text in texts[first:])
    below = any(_OF_SAMPLE.match(text) for text in texts[:first])
    return (*texts[:first], *[""] * (len(texts) - first)) if short and below else tuple(texts)


def without_remarks(texts: Sequence[str]) -> tuple[str, ...]:
    """`texts` with what is said right below a sample's output, in the next line, as blank lines.

    Only where another sample has nothing of the kind, and no output has as many words: such sentences are not printed.
    What tells of another answer stays: somebody else reads it.
    """
    blocks = [_block(texts, line + 1) for line, text in enumerate(texts) if _SAMPLE_OUTPUT.fullmatch(text[:MOST_READ])]
    said = [{line for line in block[1:] if _REMARK.fullmatch(texts[line])} for block in blocks]
    printed = [texts[line] for block in blocks for line in block if not any(line in lines for lines in said)]
    if all(said) or any(len(text.split()) >= _FEWEST_WORDS for text in printed):
        return tuple(texts)
    return tuple("" if any(line in lines for lines in said) else text for line, text in enumerate(texts))


def _block(texts: Sequence[str], first: int) -> range:
    """The lines up to the next empty one or the next head."""
    after = (line for line in range(first, len(texts)) if not texts[line].strip() or _OF_SAMPLE.match(texts[line]))
    return range(first, next(after, len(texts)))


def _counter(texts: Sequence[str], end: int) -> int | None:
    """Where the counter begins whose last line is the one before `end`."""
    text = texts[end - 1][:MOST_READ]
    if not text.strip() or _COUNTER.fullmatch(text):
        return end - 1
    return end - 2 if end > 1 and _COUNTER.fullmatch(f"{texts[end - 2][:MOST_READ]} {text.strip()}") else None


def is_noise(text: str) -> bool:
    """Images, bare links and what sites print around a statement."""
    return len(text) <= MOST_READ and bool(_NOISE.fullmatch(text))


def reads_like_task(prose: str) -> bool:
    """Whether prose asks for something, as opposed to explaining code, naming a licence or leaving a note."""
    lines = [line[:MOST_READ] for line in prose.splitlines() if line.strip()]
    if not lines or _NO_STATEMENT.match(lines[0]):
        return False
    if _TASK_CHINESE.search(prose):
        return True
    sentences = (sentence for line in lines for sentence in _sentences(line))
    return len(prose.split()) >= 3 and any(_TASK.match(each) or _ASKS.match(each) for each in sentences)


def is_too_long(texts: Sequence[str]) -> bool:
    """Whether a text is data, not a statement."""
    return len(texts) > MOST_LINES or sum(map(len, texts)) > MOST_CHARACTERS


def is_statement(texts: Sequence[str]) -> bool:
    """False for shebangs, linter directives, licence headers, TODO notes, banners and code that is commented out."""
    lines = [text[:MOST_READ] for text in texts if text.strip("\"' ") and not is_noise(text)]
    if not lines or is_too_long(texts) or _NO_STATEMENT.match(lines[0]) or any(map(_LEGAL.search, lines[:_HEADER])):
        return False
    plain = [text for text in lines if not _BANNER.fullmatch(text)]
    code = sum(bool(_CODE.fullmatch(text)) for text in plain)
    return bool(plain) and code * 2 < len(plain) and not _DEFINITION.match(plain[0])


def shows_use(comment: str) -> bool:
    """Whether a comment is nothing but code that makes something and calls it, as LeetCode prints below a solution."""
    lines = [_MARKS.sub("", line[:MOST_READ], count=1) for line in comment.splitlines()[:MOST_LINES]]
    code = [without for line in lines if (without := _ASIDE.sub("", line)).strip()]
    return bool(code) and bool(_DECLARES.fullmatch(code[0])) and not any(map(_WORDS.search, code))


def _heading(text: str) -> str:
    """The name in `## 7. Longest Plateau`, `[11] Water`, `A. Watermelon`; empty when the line is no such thing."""
    match = _HEADING.fullmatch(text)
    if not match:
        return ""
    return match["numbered"] or _heading(match["marked"]) or match["marked"]


def _is_heading(text: str, below: str) -> bool:
    if _UNDERLINE.fullmatch(below):
        return True
    short = len(text) <= 60 and len(text.split()) <= 8 and text[-1] not in ".:;,。:;!?"
    return short and not below.strip() and (len(text.split()) <= 5 or not _TASK.match(text))


def _sentences(line: str) -> list[str]:
    return [part.strip() for part in _BETWEEN_SENTENCES.split(line)]


def _short(text: str) -> str:
    text = re.sub(r"^[#*_`\"\s]+|[*_`.。::\s]+$", "", text)
    if len(text) <= MOST_TITLE:
        return text
    head = text[: MOST_TITLE - 1]
    return (head[: head.rfind(" ")] if " " in head[30:] else head).rstrip(" ,;") + "…"
