"""The answer that a derivation puts into a box, and answers as people state them. Reads text; works nothing out."""

import re

BOXED = re.compile(r"\\(?:boxed|fbox)\s*\{")
MOST_CHARACTERS = 300
"""A longer answer is a sentence about something else."""

_LABEL = re.compile(r"\s*(?:the\s+)?(?:final\s+)?(?:answer|ans|答案)\b\s*(?:is\b|为|是)?\s*[:=.：]?\s*", re.IGNORECASE)
_AROUND = re.compile(r"^(?:\*\*|__|[$*_`\s]|\\[(\[])+|(?:[$*_`\s]|\\[)\]]|(?<!\\)[.,;])+$")


def boxed(text: str) -> str | None:
    """What the last `\\boxed{…}` holds, None when there is none that is closed."""
    box = last_box(text)
    return box[2].strip().strip("$") if box else None  # `\\fbox` holds text


def last_box(text: str) -> tuple[int, int, str] | None:
    """Where the last closed `\\boxed{…}` begins and ends, and what it holds."""
    for match in reversed(list(BOXED.finditer(text))):
        depth = 1
        for end in range(match.end(), len(text)):
            depth += {"{": 1, "}": -1}.get(text[end], 0) if text[end - 1] != "\\" else 0
            if depth == 0:
                return match.start(), end + 1, text[match.end() : end]
    return None


def stated(text: str) -> str | None:
    """The value of an answer that is stated in words or in a box: `**Answer:** $204$`. None when it is no value."""
    value = boxed(text)
    if value is None:
        value = _AROUND.sub("", _LABEL.sub("", _AROUND.sub("", text.strip()), count=1))
        value = _AROUND.sub("", value)
    return value if value and len(value) <= MOST_CHARACTERS and "\n" not in value else None
