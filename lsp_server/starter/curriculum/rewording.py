"""Words of one meaning: a statement is said again with synonyms, contractions and the spelling of hasty people.

Works on templates before the variable parts are filled in, so that what distinguishes an exercise stays as it was
chosen. A rule must never change what is asked, and must leave the grammar whole.
"""

import re
from random import Random

_CHANCE = 0.3
_HASTY = 0.06
"""Share of one-sentence statements in lower case without a full stop, like many a docstring."""

_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\blist of integers\b", ("list of ints", "list of numbers", "integer list", "array of integers")),
    (r"\barray of integers\b", ("integer array", "list of integers", "array of numbers")),
    (r"\binteger array\b", ("array of integers", "integer list", "list of integers", "int array")),
    (
        r"\bsorted in (ascending|non-decreasing|increasing) order\b",
        ("sorted ascending", "in ascending order", "sorted"),
    ),
    (
        r"\bin ascending order\b",
        ("in increasing order", "from smallest to largest", "ascending"),
    ),
    (r"\bin descending order\b", ("in decreasing order", "from largest to smallest", "descending")),
    (r"Return a boolean\.", ("Return True or False.", "Answer with True or False.", "Return true or false.")),
    (r", in any order\b", (" (in any order)", " (any order)", "; the order does not matter")),
    (r"\bcontiguous subarray\b", ("subarray", "contiguous sub-array", "contiguous block", "slice")),
    (r"\bconsecutive elements\b", ("adjacent elements", "elements in a row", "neighbouring elements")),
    (r"\boccurs\b", ("appears", "is found")),
    (r"\boccur\b", ("appear",)),
    (r"\brepeatedly\b", ("again and again", "over and over")),
    (r"\bdifferent (values|numbers|elements|characters|integers)\b", (r"distinct \1",)),
    (r"\bdistinct (values|numbers|elements|characters|integers)\b", (r"different \1", r"unique \1")),
    (r"\blargest\b", ("biggest", "greatest", "highest")),
    (r"\bgreatest\b", ("largest", "biggest")),
    (r"\bsmallest\b", ("lowest",)),
    (
        r"\b(?:least|minimum) number of\b",
        ("minimum number of", "least number of", "min number of"),
    ),
    (r"\bmaximum number of\b", ("largest number of", "max number of", "greatest number of")),
    (r"\bmaximum\b", ("max",)),
    (r"\bminimum\b", ("min",)),
    (r"\bgreater than\b", ("larger than", "bigger than")),
    (r"\bthe number of (?!the\b)", ("the count of ",)),
    (r"\b([Rr])emov(e|es|ed|ing)\b", (r"delet\2",)),
    (r"\bunchanged\b", ("as it is", "the same")),
    (r"\bdoes not\b", ("doesn't",)),
    (r"\bdo not\b", ("don't",)),
    (r"\bis not\b", ("isn't",)),
    (r"\bcannot\b", ("can't", "can not")),
    (r"\bneighbour", ("neighbor",)),
    (r"\bcentre\b", ("center", "middle")),
    (r"\b(upper|lower) case\b", (r"\1case", r"\1-case")),
    (r"\bcharacters\b", ("chars", "symbols")),
    (r"\b0-based\b", ("0-indexed", "zero-based")),
    (r"\bcheck whether\b", ("check if", "check that", "test whether", "see if")),
    (r"\bCheck whether\b", ("Check if", "Test whether", "See if")),
    (r"\b[Rr]eturn true if\b", ("Return True if", "return True if")),
    (r"\bif there is none\b", ("if none exists", "when there is none", "if there is no such one")),
    (r"\b(is|are) sorted\b", (r"\1 in sorted order", r"\1 already sorted")),
    (
        r"\bWrite a function\b",
        ("Write a Python function", "Implement a function", "Create a function"),
    ),
    (r"\bYou are given\b", ("You're given", "You get", "You have", "We have", "We are given")),
)
_COMPILED = tuple((re.compile(pattern), said) for pattern, said in _RULES)

_A = re.compile(r"\b([Aa])n (?=list|slice|subarray|sub-array|sorted|min\b|max\b|number|distinct|different|contiguous)")
_AN = re.compile(r"\b([Aa]) (?=array|int\b|ints\b|integer|item|entry|element|increasing|adjacent|uppercase|upper-case)")

_NOUNS: tuple[tuple[tuple[str, str], ...], ...] = (
    ((r"\b([Aa]) list\b", r"\1n array"), (r"(?<!to )(?<![\w$])list(s?)\b(?![.(\w])", r"array\1")),
    ((r"\b([Aa])n array\b", r"\1 list"), (r"(?<!\$)\barray(s?)\b(?![.(\w])", r"list\1")),
    ((r"\b(?<!\$)element(s?)\b(?!-)", r"item\1"),),
    ((r"\b(?<!\$)element\b(?!-)", "entry"), (r"\b(?<!\$)elements\b", "entries")),
    ((r"\b(?<!\$)integer(s?)\b", r"int\1"),),
)
"""Exchanged everywhere in a statement or nowhere."""


def reworded(text: str, rng: Random) -> str:
    """`text` with some of its words replaced by others that mean the same."""
    for pattern, said in _COMPILED:
        if rng.random() < _CHANCE and pattern.search(text):
            text = pattern.sub(rng.choice(said), text, count=1)
    for steps in _NOUNS:
        if rng.random() < _CHANCE / 2:
            for pattern, other in steps:
                text = re.sub(pattern, other, text)
    text = _AN.sub(r"\1n ", _A.sub(r"\1 ", text))
    return _hasty(text) if rng.random() < _HASTY and _single(text) else _begun(text)


def _single(text: str) -> bool:
    """One sentence that does not begin with a name: only that may lose its capital letter."""
    return text.endswith(".") and ". " not in text and "? " not in text and text[0].isalpha() and text[1].islower()


def _hasty(text: str) -> str:
    return text[0].lower() + text[1:].removesuffix(".")


def _begun(text: str) -> str:
    """Sentences begin with a capital again where a replacement stood first."""
    whole = text[-1] in ".?" and text[0].isalpha()
    return text[0].upper() + text[1:] if whole else text
