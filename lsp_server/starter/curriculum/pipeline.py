"""Compositions: source × filter × map × fold, from tables of atoms, said in many ways and coded in one.

Knows nothing of lists or strings: a `Domain` holds the tables. The wording of an atom and its code stand side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.curriculum.kinds import KINDS
from lsp_server.starter.curriculum.phrasing import Bound, Kind, bind, capital, fill, function_name, intro, mentions
from lsp_server.starter.curriculum.pipeline_frames import (
    ASK_FRAMES,
    CHECK_FRAMES,
    FIND_FRAMES,
    QUESTION_FRAMES,
    RETURN_FRAMES,
    STEP_FRAMES,
)
from lsp_server.starter.curriculum.voice import Voice, voice

Literal = int | str

PLAIN = 0.6
"""Share of the compositions that are made of the most ordinary atoms only: there are hundreds of others."""


@dataclass(frozen=True, slots=True)
class Argument:
    """The $k of an atom: a literal of the statement, or a further parameter with one of `names`."""

    choices: Sequence[Literal]
    names: tuple[str, ...] = ("k", "limit")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is kept.

    says  plural noun phrases: $ns is the noun, $in the place ("even $ns"; "$ns $in that are even")
    is_   predicates of one thing ("is even"), for folds that ask whether
    code  a condition on $x, "" for the filter that keeps everything
    """

    key: str
    says: tuple[str, ...]
    code: str = ""
    is_: tuple[str, ...] = ()
    argument: Argument | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """of: noun phrases around $f, what was kept; do: instructions; code: an expression in $x; out: its type."""

    key: str
    of: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    code: str = "$x"
    out: str = ""
    argument: Argument | None = None


@dataclass(frozen=True, slots=True)
class Fold:
    """What is made of the things.

    says    noun phrases around $f ("the even numbers in nums") or $g (the same without "the"); $is with `test`
    asks    the same as instructions or questions, whole sentences
    code    $gen is "expression for variable in source if condition", $out the condition when `test`
    takes   element types it works on
    plain   only for things as they are, without a map;  test: only with a filter that has `is_`
    large   results grow fast: small inputs
    notes   what happens when nothing is left; $d is drawn from `defaults`
    """

    key: str
    says: tuple[str, ...]
    code: str
    returns: str
    because: str
    takes: tuple[str, ...] = ("int",)
    plain: bool = False
    test: bool = False
    large: bool = False
    asks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    defaults: tuple[Literal, ...] = (0, -1)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the things come from.

    nouns   what they are called, in the plural;  within: the phrase after the noun ("in $A")
    code    an iterable;  variable: the loop's target;  x: what the atoms work on;  base: a condition of the source
    small   kinds to use instead of `params` when results grow fast
    skip    keys of atoms that make no sense here
    its     "its even numbers" can be said of what is introduced
    """

    key: str
    params: tuple[str, ...]
    nouns: tuple[str, ...]
    within: tuple[str, ...]
    code: str
    variable: str
    x: str
    because: str = ""
    type: str = "int"
    base: str = ""
    small: tuple[str, ...] = ()
    skip: frozenset[str] = frozenset()
    its: bool = False


@dataclass(frozen=True, slots=True)
class Domain:
    sources: tuple[Source, ...]
    filters: tuple[Filter, ...]
    maps: tuple[Map, ...]
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True)
class _Recipe:
    """One composition with everything that is chosen about it. The k's are as they stand in text and code."""

    source: Source
    filter: Filter
    map: Map
    fold: Fold
    bound: tuple[Bound, ...]
    filter_k: str
    map_k: str
    given: str
    default: Literal

    @property
    def composition(self) -> str:
        keys = f"source={self.source.key} filter={self.filter.key} map={self.map.key} fold={self.fold.key}"
        return f"{keys} given={self.given}" if self.given else keys


def draft_pipeline(domain: Domain, rng: Random) -> Draft:
    recipe = _recipe(_plain(domain) if rng.random() < PLAIN else domain, rng)
    said = _statement(recipe, rng)
    speaker = voice([p.kind.type for p in recipe.bound], [p.name for p in recipe.bound], rng)
    reasoning, body = _solution(recipe, said, speaker)
    kinds = tuple(parameter.kind for parameter in recipe.bound)
    element = recipe.map.out or recipe.source.type
    return Draft(
        composition=recipe.composition,
        wording=f"pipeline/{said.frame}",
        name=function_name(_names(recipe), rng),
        params=tuple((parameter.name, parameter.kind.type) for parameter in recipe.bound),
        returns=fill(recipe.fold.returns, t=element),
        statement=speaker.write(said.text),
        reasoning=reasoning,
        body=body,
        inputs=lambda fresh: tuple(kind.make(fresh) for kind in kinds),
    )


def _plain(domain: Domain) -> Domain:
    """The rows that the tables begin with are those that everybody asks for."""
    filters, maps, folds = domain.filters[:8], domain.maps[:4], domain.folds[:6]
    return replace(domain, filters=filters, maps=maps, folds=folds)


def _recipe(domain: Domain, rng: Random) -> _Recipe:
    source = rng.choice(domain.sources)
    fold = rng.choice([fold for fold in domain.folds if _foldable(domain, source, fold)])
    map_ = rng.choice([map_ for map_ in domain.maps if _fits(source, map_, fold)])
    filter_ = rng.choice([filter_ for filter_ in domain.filters if _filters(source, filter_, map_, fold)])
    places = [place for place, atom in (("filter", filter_), ("map", map_)) if atom.argument]
    given = rng.choice(places) if places and rng.random() < 0.4 else ""
    bound = _bound(source, fold, {"filter": filter_.argument, "map": map_.argument}.get(given), rng)
    filter_k, map_k = (
        bound[-1].name if given == place else _literal(atom.argument, rng)
        for place, atom in (("filter", filter_), ("map", map_))
    )
    return _Recipe(source, filter_, map_, fold, bound, filter_k, map_k, given, rng.choice(fold.defaults))


def _foldable(domain: Domain, source: Source, fold: Fold) -> bool:
    return fold.key not in source.skip and any(_fits(source, map_, fold) for map_ in domain.maps)


def _fits(source: Source, map_: Map, fold: Fold) -> bool:
    identity = not map_.of
    element = map_.out or source.type
    return map_.key not in source.skip and element in fold.takes and (identity or not (fold.plain or fold.test))


def _filters(source: Source, filter_: Filter, map_: Map, fold: Fold) -> bool:
    """Keeping everything as it is would be no composition."""
    if fold.test:
        return bool(filter_.is_) and filter_.key not in source.skip
    return bool(filter_.code or map_.of) and filter_.key not in source.skip


def _bound(source: Source, fold: Fold, argument: Argument | None, rng: Random) -> tuple[Bound, ...]:
    kinds = [KINDS[name] for name in (source.small if fold.large and source.small else source.params)]
    if argument is None:
        return bind(kinds, rng, source.variable)
    choices = argument.choices
    a, type_ = ("a letter @", "str") if isinstance(choices[0], str) else ("an integer @", "int")
    kinds.append(Kind(argument.names, type_, (a,), ("@",), ("@",), lambda fresh: fresh.choice(choices)))
    return bind(kinds, rng, source.variable)


def _literal(argument: Argument | None, rng: Random) -> str:
    return repr(rng.choice(argument.choices)) if argument else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement, the id of its frame, and the words in it that stand for each step of the code."""

    text: str
    frame: str
    place: str
    kept: str
    done: str
    made: str


def _statement(recipe: _Recipe, rng: Random) -> _Said:
    kind = _form(recipe, rng)
    made = rng.choice(recipe.fold.asks if kind == "ask" else recipe.fold.says)
    frames = _frames(kind, made)
    number = rng.randrange(len(frames))
    frame = frames[number]
    introduced = "$intro" in frame
    kept = rng.choice(recipe.filter.is_ if recipe.fold.test else recipe.filter.says)
    done = rng.choice((recipe.map.do if kind == "steps" else recipe.map.of) or ("",))
    its = introduced and "$g" not in made and recipe.source.its and rng.random() < 0.25
    place = "" if its else _place(recipe, introduced, rng)
    things = _things(recipe, place, kept, rng)
    words = {"intro": intro(recipe.bound, rng), "f": f"{'its' if its else 'the'} {things}"}
    if kind == "steps":
        words["do"] = fill(done, k=recipe.map_k)
        words["Do"] = capital(words["do"])
        words["end"] = _folded(recipe, made, "the results", "results", kept)
    else:
        of = fill(done, f=words["f"], k=recipe.map_k) if done else ""
        words["np"] = _folded(recipe, made, f"the {of}" if of else words["f"], of or things, kept)
        words["Np"] = words["Ask"] = capital(words["np"])
    note = " " + fill(rng.choice(recipe.fold.notes), d=_spoken(recipe.default)) if recipe.fold.notes else ""
    return _Said(
        fill(frame, **words) + note,
        f"{kind}{number:02}",
        "" if recipe.source.its else place,
        _bare(fill(kept, ns="", k=recipe.filter_k, **{"in": ""})),
        _bare(fill(done.replace("of $f", ""), f="", k=recipe.map_k)),
        _bare(fill(made.replace("of $f", "").replace("of all $g", ""), f="", g="", **{"is": ""})),
    )


def _bare(text: str) -> str:
    return _tidy(text).strip(",.? ")


def _form(recipe: _Recipe, rng: Random) -> str:
    """What kind of sentence asks for it."""
    fold, chance = recipe.fold, rng.random()
    if recipe.map.do and not fold.plain and chance < 0.4:
        return "steps"
    if fold.asks and chance > 0.75:
        return "ask"
    return "test" if fold.test else "value"


def _frames(kind: str, made: str) -> Sequence[str]:
    """Nobody computes whether, and nobody asks what is the numbers."""
    if kind == "steps":
        return STEP_FRAMES
    if kind == "ask":
        return ASK_FRAMES
    if kind == "test":
        return (*RETURN_FRAMES, *CHECK_FRAMES) if made.startswith("whether") else RETURN_FRAMES
    single = made.startswith("the ")
    return (*RETURN_FRAMES, *FIND_FRAMES, *QUESTION_FRAMES) if single else (*RETURN_FRAMES, *FIND_FRAMES)


def _place(recipe: _Recipe, introduced: bool, rng: Random) -> str:
    return fill(rng.choice(recipe.source.within), **mentions(recipe.bound, introduced, rng))


def _things(recipe: _Recipe, place: str, kept: str, rng: Random) -> str:
    """ "even numbers in nums"; for a fold that asks whether, "numbers in nums"."""
    says = "$ns $in" if recipe.fold.test else kept
    says = says if "$in" in says else f"{says} $in"
    return _tidy(fill(says, ns=rng.choice(recipe.source.nouns), **{"in": place}, k=recipe.filter_k))


def _folded(recipe: _Recipe, made: str, f: str, g: str, kept: str) -> str:
    is_ = fill(kept, k=recipe.filter_k) if recipe.fold.test else ""
    return fill(made, f=f, g=g, **{"is": is_})


def _tidy(text: str) -> str:
    return " ".join(text.split()).replace(" ,", ",").strip(" ,")


def _spoken(default: Literal) -> str:
    return "an empty string" if default == "" else str(default)


def _solution(recipe: _Recipe, said: _Said, speaker: Voice) -> tuple[str, str]:
    """Reasoning and body from the same pieces, so that the one reads like the other.

    Each step quotes the words of the statement that it is made from: what was copied is easy to translate.
    """
    source, fold = recipe.source, recipe.fold
    names = {letter: parameter.name for letter, parameter in zip("abc", recipe.bound, strict=False)}
    x = fill(source.x, **names)
    condition = fill(recipe.filter.code, x=x, k=recipe.filter_k) if recipe.filter.code else ""
    out = fill(recipe.map.code, x=x, k=recipe.map_k)
    base = fill(source.base, **names) if source.base else ""
    tests = [base] if fold.test else [base, condition]
    place = fill(source.code, **names)
    loop = f"for {source.variable} in {place}"
    gen = " if ".join([f"{condition if fold.test else out} {loop}", *filter(None, [" and ".join(filter(None, tests))])])
    where, kept, done, made = map(speaker.say, (said.place, said.kept, said.done, said.made))
    reasoning = [
        _quoting(where, fill(source.because or f"Go over each {source.variable} in {place}.", **names)),
        _quoting(kept, f"Check {condition}.") if fold.test else "",
        _quoting(kept, f"Keep {x} if {condition}.") if condition and not fold.test else "",
        _quoting(done, f"Turn {x} into {out}.") if out != x else "",
        _quoting(made, fill(fold.because, d=repr(recipe.default))),
    ]
    return " ".join(filter(None, reasoning)), fill(fold.code, gen=gen, d=repr(recipe.default))


def _quoting(words: str, step: str) -> str:
    start = step[0].lower() if step.split()[0].isalpha() else step[0]
    return f'"{words}": {start}{step[1:]}' if words else step


def _names(recipe: _Recipe) -> Sequence[str]:
    """ "sum_even_squares", "sum_squares_of_even"."""
    noun = recipe.source.nouns[0].split()[-1]
    what = recipe.map.key if recipe.map.of else noun
    filter_ = recipe.filter.key if recipe.filter.code else ""
    parts = [recipe.fold.key, filter_, what]
    short = "_".join(part for part in parts[:2] if part) if filter_ else "_".join([recipe.fold.key, what])
    return ("_".join(filter(None, parts)), short)
