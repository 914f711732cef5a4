"""Draws exercises from tables: one `Op` per operation, many ways to say it, variations that combine.

Families that are mostly single operations are tables of `Op`; how each is asked for stands in `<family>.toml`, one
wording a line under the operation's key. What varies (names, wordings, variations) is chosen here. Text is filled in by
`string.Template`: `$nums` is the parameter whose canonical name is nums, other `$words` come from the chosen
variations. Nothing is run here; `exercise.dress` does that.

A wording that ends like a sentence is a whole statement. Any other is put into a frame: it names what is returned
("the sum of $nums", "whether ...") or what is done ("to merge ..."). The first one is LeetCode's where there is one.
"""

import itertools
import math
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path
from random import Random
from string import Template
from typing import Any

from lsp_server.problem.model import Order
from lsp_server.starter.curriculum.exercise import Draft, Family, Inputs
from lsp_server.starter.curriculum.frames import finished, framed, is_sentence
from lsp_server.starter.curriculum.parameters import KINDS, POOLS
from lsp_server.starter.curriculum.rewording import reworded

Words = Mapping[str, str | tuple[str, ...]]
"""What `$word` stands for; of a tuple one is drawn per exercise (synonyms), and `$word0` is always its first."""

Axis = Mapping[str, Words]
"""One way in which an operation varies: option -> words. The options of all axes make up the composition.

An axis with the option USUAL is a further condition that most people don't state.
"""

Gen = Callable[[Random], Any]

FEWEST_COMPOSITIONS = 12
"""With fewer compositions than this, what is held out could not be inferred from the others."""

MOST_WEIGHT = 6

USUAL = ""
"""The option of an axis that goes without saying. The axis doesn't make its operation more frequent."""

UNSAID = 0.6
"""Share of the usual option; it is not named in the composition."""

AS_PUBLISHED = 0.5
"""Share of exercises under the names that the well-known sites use."""

GENERIC_NAMES = ("solve", "process", "f", "compute", "solution", "answer")

_NUMBER = re.compile(r"-?\d+$")


@dataclass(frozen=True, slots=True)
class Op:
    """One operation.

    names    alternatives, space-separated; the first is LeetCode's, in snake case
    params   "nums:ints k:int": canonical name (LeetCode's) and kind, see KINDS
    given    what a frame introduces the parameters with, when the kinds' own phrases do not say enough
    tail     a sentence that every wording needs, on edge cases mostly; left out when a `$word` of it is empty
    often    how many times as often as others it is drawn: what people try first
    most     the weight that variations can bring at most: more of them don't make it more frequent
    varied   makes the inputs from the chosen words, where they depend on the variation (instead of `inputs`)
    """

    key: str
    names: str
    params: str
    returns: str
    think: str
    code: str
    inputs: Inputs = lambda _: ()
    given: str = ""
    tail: str = ""
    axes: tuple[Axis, ...] = ()
    order: Order = "exact"
    constraints: tuple[str, ...] = ()
    varied: Callable[[Mapping[str, str]], Inputs] | None = None
    often: int = 1
    most: int = MOST_WEIGHT

    @property
    def main_axes(self) -> tuple[Axis, ...]:
        return tuple(axis for axis in self.axes if USUAL not in axis)

    @property
    def combinations(self) -> int:
        return math.prod(len(axis) for axis in self.main_axes)


def family(name: str, ops: Sequence[Op]) -> Family:
    """A family that draws from `ops`; operations with more variations are drawn more often."""
    said = wordings(name)
    weights = [op.often * min(op.combinations.bit_length(), op.most) for op in ops]

    def draft(rng: Random) -> Draft:
        op = rng.choices(ops, weights)[0]
        return draft_of(op, said[op.key], rng)

    return Family(name, draft)


def wordings(name: str) -> dict[str, list[str]]:
    """The wordings of a family by the key of the operation, from the file beside this one."""
    text = Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
    return {key: lines.strip().splitlines() for key, lines in tomllib.loads(text).items()}


def draft_of(op: Op, says: Sequence[str], rng: Random) -> Draft:
    """One exercise on `op`, in one of the wordings `says`."""
    number = rng.randrange(len(says))
    options = [_option(axis, rng) for axis in op.axes]
    as_published = rng.random() < AS_PUBLISHED
    kinds = _parameters(op)
    chosen = {name: name for name in kinds} if as_published else _renamed(kinds, _locals(op), rng)
    words = _words(op, options, rng) | chosen
    body = fill(cleandoc(op.code), words)
    asked = _statement(op, says[number], _tail(op, words), kinds, rng)
    statement = _begun(_polish(fill(asked, words), chosen.values()), chosen.values())
    return Draft(
        composition=_composition(op, options),
        wording=f"{op.key}/w{number:02}",
        name=_apart(fill(_name(op, as_published, rng), words), body, chosen.values()),
        params=tuple((chosen[param], KINDS[kind].type) for param, kind in kinds.items()),
        returns=fill(op.returns, words),
        statement=statement,
        reasoning=_restated(op, words, asked) + fill(op.think, words),
        body=body,
        inputs=op.varied(words) if op.varied else op.inputs,
        constraints=tuple(fill(text, words) for text in op.constraints or _constraints(kinds)),
        order=op.order,
    )


def fill(text: str, words: Mapping[str, str]) -> str:
    """Replace `$word`s until none is left: the words of a variation may name parameters."""
    while "$" in text:
        text = Template(text).substitute(words)
    return text


def _option(axis: Axis, rng: Random) -> str:
    if USUAL in axis and rng.random() < UNSAID:
        return USUAL
    return rng.choice([option for option in sorted(axis) if option != USUAL])


def _composition(op: Op, options: Sequence[str]) -> str:
    """The key of what is computed. Whole options of a single axis are never held out: nothing else would teach them."""
    key = " ".join([op.key, *filter(None, options)])
    return key if len(op.main_axes) > 1 and op.combinations >= FEWEST_COMPOSITIONS else f"op:{key}"


def _parameters(op: Op) -> dict[str, str]:
    return dict(part.split(":") for part in op.params.split())


def _words(op: Op, options: Sequence[str], rng: Random) -> dict[str, str]:
    words: dict[str, str] = {}
    for axis, option in zip(op.axes, options, strict=True):
        for word, value in axis[option].items():
            words[word] = value if isinstance(value, str) else rng.choice(value)
            words[f"{word}0"] = value if isinstance(value, str) else value[0]
    return words


def _restated(op: Op, words: Mapping[str, str], asked: str) -> str:
    """The chosen words of the variations that `asked` names, in its order: copied first, then decided on."""
    options = [option for axis in op.axes for option in axis.values()]
    drawn = {name for option in options for name, said in option.items() if not isinstance(said, str)}
    said = dict.fromkeys(fill(words[name], words).strip() for name in _named(asked, words, drawn))
    quoted = [text for text in said if len(text) > 2 or _NUMBER.match(text)]
    return f"Asked: {', '.join(quoted)}. " if quoted else ""


def _named(text: str, words: Mapping[str, str], drawn: Collection[str]) -> Iterator[str]:
    """The names of drawn words in `text`, also those inside other words, but not those inside drawn ones."""
    for name in re.findall(r"\$\{?(\w+)", text):
        if name in drawn:
            yield name
        else:
            yield from _named(words[name], words, drawn)


def _locals(op: Op) -> set[str]:
    """Identifiers that the body uses itself, in any variation; no parameter may be called so."""
    values = [
        value for axis in op.axes for words in axis.values() for value in words.values() if isinstance(value, str)
    ]
    return set(re.findall(r"(?<![$\w])[a-z_]\w*", "\n".join([op.code, *values])))


def _renamed(kinds: Mapping[str, str], taken: set[str], rng: Random) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for name, kind in kinds.items():
        pool = (KINDS[kind].pool if kind == "window" else POOLS.get(name, KINDS[kind].pool)).split()
        alone = list(kinds.values()).count(kind) == 1
        used = taken | set(chosen.values()) | (set(kinds) - {name})
        free = [other for other in (*pool, *([name] if alone else [])) if other not in used]
        chosen[name] = rng.choice(free or [name])
    return chosen


def _name(op: Op, as_published: bool, rng: Random) -> str:
    names = op.names.split()
    if as_published:
        return names[0]
    return rng.choice(GENERIC_NAMES) if rng.random() < 0.2 else rng.choice(names)


def _apart(name: str, body: str, params: Collection[str]) -> str:
    """`name`, changed where it would hide a parameter or something that the body uses."""
    return f"get_{name}" if name in params or re.search(rf"\b{name}\b", body) else name


def _tail(op: Op, words: Mapping[str, str]) -> str:
    return op.tail if all(words[word] for word in re.findall(r"\$(\w+)", op.tail)) else ""


def _statement(op: Op, say: str, tail: str, kinds: Mapping[str, str], rng: Random) -> str:
    if is_sentence(say):
        return reworded(finished(say, tail, rng), rng)
    introduce = bool(op.given) or any(f"${name}" not in say for name in kinds) or rng.random() < 0.5
    given = (op.given or _given(kinds, rng)) if introduce else ""
    return reworded(f"{framed(say, given, rng)} {tail}".strip(), rng)


def _polish(text: str, params: Collection[str]) -> str:
    """Repair what filling in names can break: "a matrix matrix", "an value", "a index"."""
    text = re.sub(r"\b([a-z]+) \1\b", r"\1", text)
    for name in params:
        vowel = name[0] in "aeiou" or (len(name) == 1 and name in "fhlmnrsx")
        text = re.sub(rf"\b([Aa])n? (?={name}\b)", r"\1n " if vowel else r"\1 ", text)
    return text


def _begun(text: str, params: Collection[str]) -> str:
    """Whole sentences begin with a capital letter, unless they begin with a name."""
    named = re.split(r"\W", text, maxsplit=1)[0] in params
    return text if named or text[-1] not in ".?" else text[0].upper() + text[1:]


def _given(kinds: Mapping[str, str], rng: Random) -> str:
    phrases = [rng.choice(KINDS[kind].phrases).replace("$p", f"${name}") for name, kind in kinds.items()]
    return " and ".join([", ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)


def _constraints(kinds: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        KINDS[kind].constraint.replace("$p", f"${name}") for name, kind in kinds.items() if KINDS[kind].constraint
    )


# Input makers


def args(*gens: Gen) -> Inputs:
    """Independent arguments, one maker each."""
    return lambda rng: tuple(gen(rng) for gen in gens)


def number(low: int = -20, high: int = 100) -> Gen:
    return lambda rng: rng.randint(low, high)


def ints(low: int = -20, high: int = 50, least: int = 0, most: int = 7) -> Gen:
    """Lists that repeat values now and then, because ties are where solutions differ."""

    def make(rng: Random) -> list[int]:
        span = (low, min(high, low + 4)) if rng.random() < 0.3 else (low, high)
        return [rng.randint(*span) for _ in range(rng.randint(least, most))]

    return make


def ascending(low: int = -20, high: int = 50, least: int = 0, most: int = 7, distinct: bool = False) -> Gen:
    make = ints(low, high, least, most)
    return lambda rng: sorted(set(make(rng)) or {low}) if distinct else sorted(make(rng))


def letters(alphabet: str, least: int = 0, most: int = 8) -> Gen:
    return lambda rng: "".join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def strings(alphabet: str, least: int = 0, most: int = 5, longest: int = 5) -> Gen:
    make = letters(alphabet, 1, longest)
    return lambda rng: [make(rng) for _ in range(rng.randint(least, most))]


def one_of(*values: Any) -> Gen:
    return lambda rng: rng.choice(values)


def either(*gens: Gen) -> Gen:
    return lambda rng: rng.choice(gens)(rng)


def matrix(low: int = -9, high: int = 20, most: int = 4, square: bool = False, least: int = 1) -> Gen:
    def make(rng: Random) -> list[list[int]]:
        height = rng.randint(least, most)
        width = height if square else rng.randint(least, most)
        return [[rng.randint(low, high) for _ in range(width)] for _ in range(height)]

    return make


def with_k(gen: Gen, low: int = 1, below: int = 0) -> Inputs:
    """A non-empty sequence and a number from `low` to its length, or `below` less."""

    def make(rng: Random) -> tuple[Any, int]:
        values = gen(rng)
        return values, rng.randint(low, max(low, len(values) - below))

    return make


def compositions(ops: Sequence[Op]) -> list[str]:
    """Every composition key the table can produce."""
    return [_composition(op, options) for op in ops for options in itertools.product(*(sorted(a) for a in op.axes))]
