"""Pipelines over the characters of a string, and what both characters and words are folded to."""

from lsp_server.starter.curriculum.atoms import INT_FOLDS, SAME, load
from lsp_server.starter.curriculum.pipeline import Domain, Source

_ATOMS = load("atoms_characters")
CHARACTER_MAPS = _ATOMS.maps
TEXT_FOLDS = _ATOMS.folds
SHARED_FOLDS = tuple(fold for fold in INT_FOLDS if fold.key not in {"product", "average", "spread"})

CHARACTERS = Domain(
    sources=(
        Source(
            "characters",
            ("text",),
            ("characters", "chars"),
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
