"""Family `lists`: pipelines over integer lists, and what else people ask of lists."""

from dataclasses import replace
from random import Random

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS, INT_MAPS
from lsp_server.starter.curriculum.exercise import Draft, Family
from lsp_server.starter.curriculum.operations import draft_operation, load
from lsp_server.starter.curriculum.pipeline import Domain, Source, draft_pipeline

_NOUNS = ("numbers", "elements", "values", "integers", "items", "entries", "numbers")
_LIST = Source(
    "list",
    ("ints",),
    _NOUNS,
    ("in $A", "of $A", "from $A", "in $A", "contained in $A"),
    "$a",
    "x",
    "x",
    its=True,
    small=("small_ints",),
)


def _part(key: str, code: str, within: tuple[str, ...]) -> Source:
    return Source(key, ("ints",), _NOUNS, within, code, "x", "x", small=("small_ints",))


_PARTS = (
    _part(
        "even_places",
        "$a[::2]",
        ("at even indices of $A", "at the even positions of $A (from 0)", "of $A at even indices (0-based)"),
    ),
    _part(
        "odd_places",
        "$a[1::2]",
        ("at odd indices of $A", "at the odd positions of $A (from 0)", "of $A at odd indices (0-based)"),
    ),
    _part("tail", "$a[1:]", ("after the first one in $A", "of $A except the first one", "in $A from index 1 on")),
    _part("front", "$a[:-1]", ("before the last one in $A", "of $A except the last one", "in $A without the last one")),
    Source(
        "nested",
        ("nested",),
        _NOUNS,
        ("in the inner lists of $A", "in all the lists of $A", "of all lists inside $A"),
        "$a for x in row",
        "row",
        "x",
        because="Go over each row in $a, then each x in row.",
        skip=frozenset({"product"}),
    ),
)
PIPELINES = Domain(sources=(_LIST,), filters=INT_FILTERS, maps=INT_MAPS, folds=INT_FOLDS)
PART_PIPELINES = replace(PIPELINES, sources=_PARTS)

OPERATIONS = load("lists")


def draft(rng: Random) -> Draft:
    place = rng.random()
    if place < 0.42:
        return draft_pipeline(PIPELINES, rng)
    if place < 0.5:
        return draft_pipeline(PART_PIPELINES, rng)
    return draft_operation(OPERATIONS, rng)


FAMILY = Family("lists", draft)
