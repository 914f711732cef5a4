"""Statements that do not name the parameter: "Return its even numbers." above `def f(nums)`.

Curricula name what they ask about; people who write a docstring for themselves see the name in the line above. Only a
parameter whose type no other one shares can be meant without its name.
"""

import re
from random import Random

from lsp_server.problem.model import Parameter, Problem

NOUNS = {
    "List[int]": ("list", "list", "array", "numbers", "given list"),
    "List[str]": ("list", "words", "strings", "given list"),
    "List[List[int]]": ("matrix", "grid", "given matrix"),
    "str": ("string", "string", "text", "given string"),
    "int": ("number", "number", "integer", "given number"),
    "Dict[str, int]": ("dictionary", "dict", "mapping"),
}
"""What may be said for a parameter of a type."""
SHOWN = (("[[", "List[List[int]]"), ("['", "List[str]"), ("[", "List[int]"), ("'", "str"), ("{", "Dict[str, int]"))
"""How values of those types begin when they are written."""
_GENERIC = re.compile(r"\b(list|dict)(?=\[)")
KINDS = "list|array|strings?|text|words?|sentence|numbers?|integers?|ints?|matrix|grid|dict|dictionary|mapping|values"
MADE_UP = frozenset("nums arr lst xs li seq ds s st txt num val mat d".split())
"""Names that are no English words, so that each place where they stand means the parameter."""
POSSESSIVE = 0.25
"""Share of the statements in which "the even numbers of nums" becomes "its even numbers"."""
LEFT_OUT = 0.4
"""Share of the places where "in nums" is left out: "the largest number in nums" is the largest number."""
IT = 0.2


def unnamed(problem: Problem, rng: Random) -> Problem:
    """`problem` with a statement that says "the list" where it said `nums`; unchanged where that would be unclear."""
    params = problem.signature.params
    types = [_type(problem, parameter) for parameter in params]
    text = problem.statement
    for parameter, kind in zip(params, types, strict=True):
        only = types.count(kind) == 1 and (kind != "int" or len(params) == 1)
        if kind in NOUNS and only and not _is_code(parameter.name, text):
            text = _said(text, parameter.name, kind, alone=len(params) == 1, rng=rng)
    text = re.sub(r" +([.,;:?])", r"\1", re.sub(r"(?<=\S) {2,}", " ", text)).strip()
    text = text[:1].upper() + text[1:]
    return problem.model_copy(update={"statement": text}) if len(text.split()) > 1 else problem


def _type(problem: Problem, parameter: Parameter) -> str:
    """The declared type as NOUNS spells it; where it says nothing or too little, what the first example shows."""
    declared = _GENERIC.sub(lambda found: found[0].title(), parameter.type)
    if declared not in ("", "list", "dict") or not problem.examples:
        return declared
    return _shown((problem.examples[0].inputs or {}).get(parameter.name))


def _shown(value: object) -> str:
    written = repr(value)
    return next((kind for begin, kind in SHOWN if written.startswith(begin)), "int")


def _is_code(name: str, text: str) -> bool:
    """Whether `text` computes with it: `nums[i]`, `n + 1`, `"n"`. Then the name is needed."""
    return bool(re.search(rf"\b{name}\s*[\[.(+*/%^<>=-]\S|[\[(+*/%^<>=`'\"-]\s*{name}\b|\d{name}\b", text))


def _said(text: str, name: str, kind: str, alone: bool, rng: Random) -> str:
    """The rules go from long phrases to the bare name. `a`, `i` and the like are too much like words."""
    noun = rng.choice(NOUNS[kind])
    if alone and rng.random() < POSSESSIVE:
        text = re.sub(rf"\bthe ((?:[a-z]+ ){{0,2}}[a-z]+s) (?:of|in) {name}\b", r"its \1", text, count=1)
    if len(name) > 1 or name in MADE_UP:
        text = re.sub(rf"\b({KINDS}),? (?:called |named )?{name}\b(?!')", r"\1", text)
    if kind != "int":
        text = re.sub(rf" (?:in|of|from) {name}\b(?!')", lambda _: _left_out(noun, rng), text)
    if name not in MADE_UP:
        return text
    it = "it" if alone and rng.random() < IT and not re.match(rf"\W*{name}\b", text) else f"the {noun}"
    return re.sub(rf"(?<!the )\b{name}\b(?!')", it, text)


def _left_out(noun: str, rng: Random) -> str:
    return "" if rng.random() < LEFT_OUT else f" {rng.choice(('in', 'of'))} the {noun}"
