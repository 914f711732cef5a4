"""Pipelines over words: the elements of a list, or what a sentence splits into."""

from lsp_server.starter.curriculum.atoms import SAME, load
from lsp_server.starter.curriculum.pipeline import Domain, Source
from lsp_server.starter.curriculum.strings_characters import CHARACTER_MAPS, SHARED_FOLDS, TEXT_FOLDS

_ATOMS = load("atoms_words")

WORDS = Domain(
    sources=(
        Source(
            "words",
            ("words",),
            ("words", "strings"),
            ("in $A", "of $A", "from $A", "in $A"),
            "$a",
            "w",
            "w",
            type="str",
            its=True,
        ),
        Source(
            "sentence",
            ("sentence",),
            ("words",),
            ("in $A", "of $A", "from $A", "in $A"),
            "$a.split()",
            "w",
            "w",
            because="Split $a into words w.",
            type="str",
            its=True,
        ),
    ),
    filters=_ATOMS.filters,
    maps=(
        *SAME,
        *(map_ for map_ in CHARACTER_MAPS if map_.key in {"uppercased", "lowercased", "swapped"}),
        *_ATOMS.maps,
    ),
    folds=(*SHARED_FOLDS, *_ATOMS.folds, *(fold for fold in TEXT_FOLDS if fold.key in {"join", "dashed"})),
)
