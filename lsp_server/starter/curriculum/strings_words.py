"""Pipelines over words: the elements of a list, or what a text splits into, numbers as well."""

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS, INT_MAPS, SAME, load
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
        Source(
            "separated",
            ("separated",),
            ("words", "parts", "fields"),
            ("of the comma-separated text $a", "in the comma-separated string $a", "between the commas of $A"),
            "$a.split(',')",
            "w",
            "w",
            because="Split $a at ',' into words w.",
            type="str",
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

_NUMBER_PLACES = ("in the string $a", "written in $A", "found in $A")
NUMBER_TEXTS = Domain(
    sources=(
        Source(
            "written",
            ("written",),
            ("numbers", "integers"),
            _NUMBER_PLACES,
            "map(int, $a.split())",
            "x",
            "x",
            because="Split $a and turn each part into an integer x.",
            skip=frozenset({"product"}),
        ),
    ),
    filters=INT_FILTERS,
    maps=INT_MAPS,
    folds=INT_FOLDS,
)
