"""Further right answers that the words below an example name: `"aba" is also a valid answer.`, `the output 0 9 0 is
also correct`. They are those of this example and no other; what is only said to be valid need not be an answer.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.examples.labels import LabelKind, label_of
from lsp_server.problem.examples.raw import Labelled, Raw

MOST_LINES = 30
MOST_CHARACTERS = 2000
_LIST = r"\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]"
_ONE = rf"(?:`[^`\n]+`|\"[^\"\n]*\"|'[^'\n]*'|{_LIST}|-?\d[\d.]*(?: +-?\d[\d.]*)*)"
_THINGS = rf"(?P<things>{_ONE}(?:(?:, (?:and )?| and | or ){_ONE})*)"
_NOUN = r"(?:answer|output|solution|result)s?"
_RIGHT = r"(?:correct|accepted|acceptable|valid|allowed|right|possible)"
_BE = r"(?:is|are|would be|will be|can be|could be)"
_SAID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NOUN}(?: of)? {_THINGS} {_BE} also (?:considered )?{_RIGHT}\b",
        rf"{_THINGS} {_BE} also (?:considered )?(?:an? )?{_RIGHT} {_NOUN}\b",
        rf"{_THINGS} (?:is|are|would be|will be) also accepted\b",
        rf"{_THINGS} (?:would|will) also be (?:accepted|correct)\b",
        rf"\b(?:another|other) {_RIGHT} {_NOUN} (?:{_BE}|such as|as|like|including|include):? {_THINGS}",
        rf"{_THINGS} ?(?:などを|を)出力しても(?:正解|構いません|よい)",
        rf"{_THINGS} ?也(?:是|会被视为|可以)(?:一个|一种)?(?:正确|有效|可行|合法|可接受)的?(?:答案|解|输出)",
    )
)
_BUT = re.compile(r"\W{0,2}\s*(?:but|however|although|only if|if|when)\b", re.IGNORECASE)
_EACH = re.compile(_ONE)
_EITHER = re.compile(rf"\s*{_ONE}(?:\s*,?\s*(?:or|或者?)\s*{_ONE})+\.?\s*")
_ENDS: frozenset[LabelKind] = frozenset({"example", "input", "constraints", "section", "follow_up", "description"})


def with_alternatives(raws: Sequence[Labelled], texts: Sequence[str]) -> list[Labelled]:
    """Each with the other answers that it shows (`[0,1] or [1,0]`), or that the text below it names."""
    return [replace(raw, also=also) if (also := (*_beside(raw), *_below(raw, raws, texts))) else raw for raw in raws]


def _beside(raw: Labelled) -> tuple[str, ...]:
    return tuple(_EACH.findall(raw.wanted)[1:]) if _EITHER.fullmatch(raw.wanted) else ()


def _below(raw: Labelled, raws: Sequence[Raw], texts: Sequence[str]) -> tuple[str, ...]:
    """Those that are named between an example and the next one."""
    stop = min((other.first for other in raws if other.first > raw.last), default=len(texts))
    lines: list[str] = []
    for text in texts[raw.last + 1 : min(stop, raw.last + MOST_LINES)]:
        label = label_of(text)
        if label and label.kind in _ENDS:
            break
        lines.append(label.rest if label else text.strip())
    return alternatives(" ".join(lines)[:MOST_CHARACTERS])


def alternatives(text: str) -> tuple[str, ...]:
    found = (match for said in _SAID for match in said.finditer(text) if not _BUT.match(text, match.end()))
    return tuple(dict.fromkeys(each.strip("`") for match in found for each in _EACH.findall(match["things"])))
