"""Family `lists`: pipelines over integer lists, and what else people ask of lists."""

from random import Random

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS, INT_MAPS
from lsp_server.starter.curriculum.exercise import Draft, Family
from lsp_server.starter.curriculum.operations import draft_operation, load
from lsp_server.starter.curriculum.pipeline import Domain, Source, draft_pipeline

PIPELINES = Domain(
    sources=(
        Source(
            "list",
            ("ints",),
            ("numbers", "elements", "values", "integers", "items", "entries", "numbers"),
            ("in $A", "of $A", "from $A", "in $A", "contained in $A"),
            "$a",
            "x",
            "x",
            its=True,
            small=("small_ints",),
        ),
    ),
    filters=INT_FILTERS,
    maps=INT_MAPS,
    folds=INT_FOLDS,
)

OPERATIONS = load("lists")


def draft(rng: Random) -> Draft:
    if rng.random() < 0.35:
        return draft_pipeline(PIPELINES, rng)
    return draft_operation(OPERATIONS, rng)


FAMILY = Family("lists", draft)
