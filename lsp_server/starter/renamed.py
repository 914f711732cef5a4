"""The same task with other names for its parameters: a user's matrix is called `m`, and a list `prices`.

Tables of the curriculum know a few names each; who learns those never learns to copy the one in the signature.
"""

import builtins
import keyword
import re
from dataclasses import replace
from random import Random

from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.unnamed import MADE_UP

NAMES = {
    "List[int]": "a b v l arr nums data lst vals ns seq array numbers xs items prices heights scores row",
    "List[str]": "words strs ws names a arr lines items texts",
    "List[List[int]]": "m a g mat grid matrix rows board table M cells lists",
    "str": "s t w st txt text word line a b string phrase sentence",
    "int": "n k x m num val a b c limit size value total",
    "Dict[str, int]": "d m counts table scores stock mapping dic",
}
KEYWORDS = frozenset({"key", "reverse", "default", "start", "name"})
"""Names that code also uses otherwise: `sorted(x, key=…)`."""
AMBIGUOUS = frozenset({"a", "i"})
SYLLABLES = tuple(a + b for a in "bcdfghjklmnprstvwz" for b in "aeiou")
INVENTED = 0.2


def renamed(draft: Draft, rng: Random) -> Draft:
    """`draft` with another name for one of its parameters, or as it is where its code or words leave no room for it."""
    number = rng.randrange(len(draft.params)) if draft.params else 0
    if not draft.params:
        return draft
    old, kind = draft.params[number]
    new = _name(kind, rng)
    if old in KEYWORDS or new in _taken(draft) or re.search(rf"['\"][^'\"]*\b{old}\b", draft.body):
        return draft
    params = tuple((new, kind) if at == number else each for at, each in enumerate(draft.params))
    is_word = old in AMBIGUOUS or not (old in MADE_UP or len(old) == 1 or "_" in old or old[-1].isdigit())
    if is_word and [other for _, other in draft.params].count(kind) > 1:
        return draft
    statement = draft.statement if is_word else _replaced(draft.statement, old, new)
    reasoning = _replaced(draft.reasoning, old, new, is_word)
    limits = tuple(_replaced(each, old, new) for each in draft.constraints)
    body = _replaced(draft.body, old, new)
    return replace(draft, params=params, statement=statement, reasoning=reasoning, body=body, constraints=limits)


def _name(kind: str, rng: Random) -> str:
    if rng.random() < INVENTED or kind not in NAMES:
        return "".join(rng.choices(SYLLABLES, k=rng.randint(1, 3)))
    return rng.choice(NAMES[kind].split())


def _taken(draft: Draft) -> set[str]:
    """What the code, the other parameters and Python use; and the letters that the words use as names."""
    used = {*re.findall(r"\w+", draft.body), *(name for name, _ in draft.params)}
    letters = set(re.findall(r"\b\w\b", f"{draft.statement} {draft.reasoning}"))
    return used | letters | set(dir(builtins)) | set(keyword.kwlist)


def _replaced(text: str, old: str, new: str, is_word: bool = False) -> str:
    """Attributes (`.values()`) are no parameters, and "the words" are no name."""
    before = r"(?<![.\w])(?<!the )(?<!a )(?<!other )(?<!two )" if is_word else r"(?<![.\w])"
    return re.sub(rf"{before}{old}\b", new, text)
