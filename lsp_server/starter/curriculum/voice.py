"""How one writer words things: which synonyms a statement uses, and whether it is written like a docstring.

A table of words that mean the same in every statement of these families. Knows no task and no parameter.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random

_INTS = "List[int]"
_SAME: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("occurs", ("appears", "shows up", "is found")),
    ("occur", ("appear", "show up")),
    ("largest", ("biggest", "greatest", "highest")),
    ("smallest", ("lowest",)),
    ("greater than", ("larger than", "bigger than", "more than")),
    ("larger than", ("greater than", "bigger than")),
    ("smaller than", ("less than", "lower than")),
    ("otherwise", ("else",)),
    ("in ascending order", ("in increasing order", "in non-decreasing order")),
    ("in descending order", ("in decreasing order", "in non-increasing order")),
    ("a list", ("an array",)),
    ("the list", ("the array",)),
    ("as a list", ("as an array", "in a list")),
    ("characters", ("chars",)),
    ("a dictionary", ("a dict", "a map")),
    ("the number of", ("the count of", "the total number of")),
    ("consecutive", ("successive",)),
    ("neighbouring", ("adjacent", "neighboring")),
    ("without duplicates", ("without repetitions", "with no duplicates")),
    ("each element", ("every element", "each item")),
    ("each character", ("every character", "each char")),
    ("every", ("each",)),
    ("all elements", ("all the elements", "all of the elements")),
    ("an empty string", ('an empty string ""', "the empty string", "''")),
    ("in their original order", ("in the same order", "keeping their order", "in the original order")),
    ("in order of first appearance", ("in the order in which they first appear", "in order of first occurrence")),
    ("at least twice", ("two or more times", "more than once")),
    ("divisible by", ("evenly divisible by",)),
)
_ELEMENTS = ("numbers", "values", "items", "integers", "entries")
"""What the elements of a list of integers may be called instead."""


@dataclass(frozen=True, slots=True)
class Voice:
    """`words` replaces each word that is written in a statement by the same other one everywhere."""

    words: Mapping[str, str]
    docstring: bool = False

    def say(self, text: str) -> str:
        for word, other in self.words.items():
            large = other[0].upper() + other[1:]
            text = re.sub(rf"(?<![\w'$]){word}(?![\w'])", other, text)
            text = re.sub(rf"(?<![\w'$]){word[0].upper()}{word[1:]}(?![\w'])", large, text)
        return text

    def write(self, statement: str) -> str:
        """The whole statement; a single sentence may look like the docstring of a busy person."""
        text = re.sub(r"\b([a-z]+) \1\b", r"\1", self.say(statement)).replace("....", "...")
        if self.docstring and text.endswith(".") and ". " not in text:
            return text[0].lower() + text[1:-1] if text[1:2].islower() else text[:-1]
        return text


def voice(types: Collection[str], names: Collection[str], rng: Random) -> Voice:
    """A random voice for a statement on parameters of `types` called `names`; often a plain one."""
    words = {word: rng.choice(others) for word, others in _SAME if rng.random() < 0.18}
    if _INTS in types and rng.random() < 0.35:
        words["elements"] = rng.choice([noun for noun in _ELEMENTS if noun not in names])
    return Voice(words if rng.random() < 0.8 else {}, rng.random() < 0.12)
