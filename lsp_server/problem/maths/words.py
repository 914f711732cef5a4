"""Does a text without formulas ask for a number, as word problems do: `Both leave at 6:00. When …?`

It has numbers, is told in plain sentences about other people, and its question is its end. Questions in manuals, lists
of frequent questions and letters are answered behind them, speak to the reader, or ask for something else.
"""

import re

MOST_CHARACTERS = 1500
LEAST_WORDS, LEAST_WORDS_IN_CODE = 15, 25
"""Of a text with one number, and of a comment."""

_SMALL = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|half|twice|"
    r"double|triple|dozen|third|quarter"
)
_NUMBERS = re.compile(rf"(?<![\w.])\d+(?:[.,:/]\d+)*|\b(?:{_SMALL})\b", re.IGNORECASE)
_MEASURES = (
    r"numbers?|probability|probabilities|chance|sums?|products?|quotients?|difference|ratio|values?|areas?|volumes?|"
    r"perimeter|circumference|lengths?|distances?|heights?|widths?|radius|radii|diameter|angles?|speeds?|rates?|ages?|"
    r"times?|averages?|means?|medians?|remainders?|digits?|fraction|percentage|terms?|amounts?|totals?|weights?|cost|"
    r"price|(?:smallest|largest|greatest|least|fewest|longest|shortest|biggest|highest|lowest|maximum|minimum|expected|"
    r"possible)"
)
_MEASURE = re.compile(rf"\b(?:{_MEASURES})\b", re.IGNORECASE)
_SIZED = r"(?:many|much|far|long|old|fast|tall|high|wide|deep|heavy|large|big|often)"
_QUESTION = re.compile(
    rf"\bhow\s+{_SIZED}\b|\bwhat\s+(?:is|are|was|were|will\s+be|must\s+be|fraction|percent|percentage|time|number)\b|"
    r"\b(?:at|for|in|of|on|with|to|by|after)\s+(?:what|which|how\s+many)\b|\bwhen\s+(?:do|does|will|is|are)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:find|compute|determine|calculate|evaluate|give)\s+(?:all\s+|both\s+|the\s+|its\s+|their\s+|his\s+|her\s+|an?\s+)?"
    rf"(?:\w+\s+){{0,2}}?(?:{_MEASURES})\b",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(r"\b(?:I|we|us|our|my|your|you|let's|please|anyone|everybody|nobody)\b|\bI'", re.IGNORECASE)
_WITH_THE_READER = re.compile(
    r"(?:(?:suppose|imagine|assume)\s+(?:that\s+)?)?(?:you|I)\s+(?:have|are\s+(?:given|dealt)|roll|toss|flip|draw|pick|choose|"
    r"throw|play|own|deal|shuffle|place|write|start|bought|buy)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow\s+many\b|\bprobability\b|\bchance\b|\bexpected\b", re.IGNORECASE)
"""A problem may tell what its reader has, and then asks for one of these."""
_LAID_OUT = re.compile(
    r"^\s*(?:[-*+•]\s|[>|]|#{1,6}\s|\d+[.)]\s|\[[ x]\])|\||`|https?:|\w\(\)|\]\(|:\s*$", re.MULTILINE
)
"""Lists, tables, quotations, code and links."""
_SENTENCE = re.compile(r"(?<=[.?!])[\"'”’)*_]*\s+(?=[\"'“(]*[A-Z0-9$])")
_REMARK = re.compile(
    r"\s*\(?(?:express|give|write|round|state|enter|leave|assume|suppose|note|recall|here|consider|if|its|the|all|each|"
    r"order|\(?\\?(?:textbf\{\(?)?A\b\)?|two|rotations|reflections|neither|no)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:it|they|that)\s+(?:is|are|was|were|depends)\b|\bdepends\b|\bsee\b", re.IGNORECASE)
MOST_REMARKS = 2


def is_word_problem(text: str) -> bool:
    """Whether `text`, a paragraph or a few, tells of numbers and ends with a question for another one."""
    plain = _unquoted(text.strip())
    if len(plain) > MOST_CHARACTERS or _LAID_OUT.search(plain):
        return False
    if _TO_THE_READER.search(plain) and not (_WITH_THE_READER.match(plain) and _COUNTED.search(question_at_end(plain))):
        return False
    numbers = len(_NUMBERS.findall(plain))
    asked = question_at_end(plain)
    enough = numbers > 1 or (numbers and _MEASURE.search(asked) and len(plain.split()) >= LEAST_WORDS)
    return bool(asked and enough)


def _unquoted(text: str) -> str:
    """Without the marks of a Markdown quotation that is all there is."""
    lines = text.split("\n")
    return "\n".join(line[1:].strip() for line in lines) if all(line.startswith(">") for line in lines) else text


def is_long(text: str) -> bool:
    return len(text.split()) >= LEAST_WORDS_IN_CODE


def question_at_end(text: str) -> str:
    """The last sentence if it asks, but for remarks on what it means and in which form the answer is wanted; or ""."""
    sentences = _SENTENCE.split(" ".join(text.split()))
    for behind, sentence in enumerate(reversed(sentences)):
        if _asks(sentence):
            return sentence
        if behind == MOST_REMARKS or not _REMARK.match(sentence) or _ANSWERS.search(sentence):
            break
    return ""


def _asks(sentence: str) -> bool:
    if sentence.rstrip("\"'”’)*_ ").endswith("?"):
        return bool(_QUESTION.search(sentence))
    return bool(_ORDER.search(sentence))
