"""Family `counting`: what dictionaries, counters and sets are for."""

from random import Random

from lsp_server.starter.curriculum.counting_groups import draft_grouping
from lsp_server.starter.curriculum.counting_pipelines import COUNTERS, DICTIONARIES, SETS
from lsp_server.starter.curriculum.exercise import Draft, Family
from lsp_server.starter.curriculum.operations import draft_operation, load
from lsp_server.starter.curriculum.pipeline import draft_pipeline

_PIPELINES = (COUNTERS, DICTIONARIES, SETS)

OPERATIONS = load("counting")


def draft(rng: Random) -> Draft:
    place = rng.random()
    if place < 0.36:
        return draft_pipeline(rng.choice(_PIPELINES), rng)
    if place < 0.48:
        return draft_grouping(rng)
    return draft_operation(OPERATIONS, rng)


FAMILY = Family("counting", draft)
