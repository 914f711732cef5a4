"""Pipelines over the characters of a string, and what both characters and words are folded to."""

from dataclasses import replace

from lsp_server.starter.curriculum.atoms import INT_FOLDS, SAME, load
from lsp_server.starter.curriculum.pipeline import Domain, Source

_ATOMS = load("atoms_characters")
CHARACTER_MAPS = _ATOMS.maps
TEXT_FOLDS = _ATOMS.folds
SHARED_FOLDS = tuple(fold for fold in INT_FOLDS if fold.key not in {"product", "average", "spread"})

_NOUNS = ("characters", "chars")


def _part(key: str, code: str, within: tuple[str, ...]) -> Source:
    return Source(key, ("text",), _NOUNS, within, code, "c", "c", type="str")


_PARTS = (
    _part(
        "tail",
        "$a[1:]",
        ("after the first character of $A", "in $A from index 1 on", "in $A apart from its first character"),
    ),
    _part("front", "$a[:-1]", ("before the last character of $A", "in $A apart from its last character")),
    _part("even_places", "$a[::2]", ("at even indices of $A", "at the even positions of $A (from 0)")),
    _part("odd_places", "$a[1::2]", ("at odd indices of $A", "at the odd positions of $A (from 0)")),
)
CHARACTERS = Domain(
    sources=(
        Source(
            "characters",
            ("text",),
            _NOUNS,
            ("in $A", "of $A", "from $A", "in $A"),
            "$a",
            "c",
            "c",
            type="str",
            its=True,
        ),
    ),
    filters=_ATOMS.filters,
    maps=(*SAME[1:], *CHARACTER_MAPS),
    folds=(*SHARED_FOLDS, *TEXT_FOLDS),
)
CHARACTER_PARTS = replace(CHARACTERS, sources=_PARTS, maps=(*SAME[1:], *CHARACTER_MAPS[:2]))
"""Few maps, so that each filter is seen with each fold: most of those are held out or rare among whole strings."""
