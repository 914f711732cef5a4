"""Statements are worded by a random writer, and the plan quotes the statement in that writer's words."""

import re
from importlib import import_module
from random import Random

import pytest

from lsp_server.starter.curriculum.phrasing import ask, bind
from lsp_server.starter.curriculum.pipeline import draft_pipeline
from lsp_server.starter.curriculum.voice import Voice, voice

WORD = re.compile(r"[\w'-]+")


def test_a_voice_replaces_whole_words_only() -> None:
    assert Voice({"list": "array"}).say("the list list1 of listed 'list'") == "the array list1 of listed 'list'"


def test_a_docstring_loses_its_capital_and_its_full_stop() -> None:
    assert Voice({}, docstring=True).write("Return the sum of nums.") == "return the sum of nums"


def test_several_sentences_and_questions_keep_their_marks() -> None:
    for text in ("Return the sum. It is 0 for an empty list.", "What is the sum of nums?"):
        assert Voice({}, docstring=True).write(text) == text


def test_a_name_that_equals_the_noun_before_it_is_said_once() -> None:
    assert Voice({}).write("Given a string string, return it.") == "Given a string, return it."


def test_elements_are_never_called_like_a_parameter() -> None:
    for seed in range(300):
        assert voice(["List[int]"], ["values", "items"], Random(seed)).words.get("elements") not in ("values", "items")


@pytest.mark.parametrize(
    ("module", "domain"),
    [
        ("lists", "PIPELINES"),
        ("lists", "PART_PIPELINES"),
        ("strings_characters", "CHARACTERS"),
        ("strings_words", "WORDS"),
        ("strings_words", "NUMBER_TEXTS"),
        ("counting_pipelines", "SETS"),
        ("numbers", "RANGES"),
    ],
)
def test_what_the_plan_quotes_stands_in_the_statement(module: str, domain: str) -> None:
    table = getattr(import_module(f"lsp_server.starter.curriculum.{module}"), domain)
    for seed in range(150):
        draft = draft_pipeline(table, Random(seed))
        said = set(WORD.findall(draft.statement.lower()))
        quoted = [word for words in re.findall(r'"([^"]+)":', draft.reasoning) for word in WORD.findall(words.lower())]
        assert quoted and set(quoted) <= said, (draft.statement, draft.reasoning)


def test_nobody_asks_what_is_the_values_or_computes_true() -> None:
    kinds = import_module("lsp_server.starter.curriculum.kinds").KINDS
    for seed in range(300):
        rng = Random(seed)
        bound = bind([kinds["ints"]], rng)
        plural = ask(bound, ("the values of $a",), (), {}, rng).text
        truth = ask(bound, ("True if $a is sorted, otherwise False",), (), {}, rng).text
        assert "What is the values" not in plural
        assert not re.search(r"(Find|Compute|What is|Get) True", truth)


def test_a_whole_statement_introduces_its_parameters() -> None:
    kinds = import_module("lsp_server.starter.curriculum.kinds").KINDS
    for seed in range(50):
        rng = Random(seed)
        bound = bind([kinds["ints"], kinds["k"]], rng)
        asked = ask(bound, (), (), {}, rng, ("Given $I, return $b copies of $a.",))
        assert all(parameter.name in asked.text for parameter in bound)
        assert asked.frame == "w00.say"
