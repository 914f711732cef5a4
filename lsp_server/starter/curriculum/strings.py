"""Family `strings`: pipelines over characters and words, and what else people ask of strings."""

from random import Random

from lsp_server.starter.curriculum.exercise import Draft, Family
from lsp_server.starter.curriculum.operations import draft_operation, load
from lsp_server.starter.curriculum.pipeline import draft_pipeline
from lsp_server.starter.curriculum.strings_characters import CHARACTER_PARTS, CHARACTERS
from lsp_server.starter.curriculum.strings_words import NUMBER_TEXTS, WORDS

OPERATIONS = load("strings")


def draft(rng: Random) -> Draft:
    place = rng.random()
    if place < 0.12:
        return draft_pipeline(CHARACTERS, rng)
    if place < 0.2:
        return draft_pipeline(CHARACTER_PARTS, rng)
    if place < 0.36:
        return draft_pipeline(WORDS, rng)
    if place < 0.4:
        return draft_pipeline(NUMBER_TEXTS, rng)
    return draft_operation(OPERATIONS, rng)


FAMILY = Family("strings", draft)
