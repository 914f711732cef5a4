"""The families `lists`, `strings`, `counting` and `numbers`: every draft is a sound, short, repeatable problem."""

import copy
import re
from functools import cache
from importlib import import_module
from random import Random
from typing import Any

import pytest

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS, INT_MAPS
from lsp_server.starter.curriculum.exercise import Draft, Exercise, Family, compiled, dress, held_out
from lsp_server.starter.curriculum.operations import Operation, draft_operation, load
from lsp_server.starter.curriculum.phrasing import ask, bind, fill
from lsp_server.starter.curriculum.pipeline import Domain, Source, draft_pipeline

NAMES = ("lists", "strings", "counting", "numbers")
PLACEHOLDER = re.compile(r"\$|!\w\b|\{name\}|  ")


def family(name: str) -> Family:
    return import_module(f"lsp_server.starter.curriculum.{name}").FAMILY


def drafts(name: str, count: int = 300) -> list[Draft]:
    return [family(name).draft(Random(seed)) for seed in range(count)]


@cache
def exercises(name: str, count: int = 300) -> list[Exercise]:
    return [dress(name, draft, Random(seed)) for seed, draft in enumerate(drafts(name, count))]


def is_literal(value: Any) -> bool:
    if isinstance(value, dict):
        return all(is_literal(part) for pair in value.items() for part in pair)
    if isinstance(value, list | tuple):
        return all(is_literal(part) for part in value)
    return value is None or isinstance(value, bool | int | float | str)


@pytest.mark.parametrize("name", NAMES)
def test_solutions_run_on_fresh_inputs_and_give_literals_each_time_the_same(name: str) -> None:
    for seed, exercise in enumerate(exercises(name)):
        solve = compiled(exercise.code, exercise.problem.signature)
        for step in range(20):
            args = exercise.draft.inputs(Random(f"{seed}/{step}"))
            results = [solve(*copy.deepcopy(args)) for _ in range(2)]
            assert results[0] == results[1] and is_literal(results[0]), exercise.code


@pytest.mark.parametrize("name", NAMES)
def test_results_have_the_declared_type(name: str) -> None:
    top = {"int": int, "bool": bool, "str": str, "float": int | float}
    for exercise in exercises(name):
        wanted = top.get(exercise.draft.returns)
        solve = compiled(exercise.code, exercise.problem.signature)
        result = solve(*exercise.draft.inputs(Random(7)))
        assert wanted is None or isinstance(result, wanted), exercise.answer
        assert exercise.draft.returns != "int" or not isinstance(result, bool), exercise.answer


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_short_and_hold_no_placeholder(name: str) -> None:
    for exercise in exercises(name):
        statement, reasoning = exercise.problem.statement, exercise.draft.reasoning
        assert len(statement) < 560 and len(exercise.answer) < 1000
        assert len(statement.split()) <= 100, statement
        assert not PLACEHOLDER.search(statement), statement
        assert not PLACEHOLDER.search(reasoning), reasoning
        assert statement[0].isalpha() or statement[0] in "'[$", statement


@pytest.mark.parametrize("name", NAMES)
def test_all_parameters_are_different_and_used_by_the_code(name: str) -> None:
    for draft in drafts(name):
        params = [param for param, _ in draft.params]
        assert len(set(params)) == len(params)
        assert all(re.search(rf"\b{param}\b", draft.body) for param in params), draft.body


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_exercise(name: str) -> None:
    assert [exercise.answer for exercise in exercises(name, 20)] == [
        exercise.answer for exercise in exercises(name, 20)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_family_has_many_compositions_and_wordings(name: str) -> None:
    made = drafts(name, 1500)
    assert len({draft.composition for draft in made}) > 450
    assert len({draft.wording for draft in made}) > 700
    assert len({draft.statement for draft in made}) > 1400


@pytest.mark.parametrize("name", NAMES)
def test_hold_out_takes_some_and_leaves_most(name: str) -> None:
    share = sum(exercise.held_out for exercise in exercises(name)) / 300
    assert 0.08 < share < 0.3


def test_single_operations_are_held_out_by_wording_only() -> None:
    assert not any(held_out("lists", f"op:{number}") for number in range(200))
    assert any(held_out("lists", f"sum/{number}") for number in range(200))


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_and_variant_makes_a_runnable_exercise(name: str) -> None:
    for operation in load(name):
        for number, variant in enumerate(operation.variants):
            single = operation.model_copy(update={"variants": (variant,)})
            exercise = dress(name, draft_operation([single], Random(number)), Random(number))
            solve = compiled(exercise.code, exercise.problem.signature)
            for seed in range(8):
                solve(*exercise.draft.inputs(Random(seed)))


@pytest.mark.parametrize("name", NAMES)
def test_every_wording_of_every_operation_can_be_filled(name: str) -> None:
    for operation in load(name):
        columns = ("np", "vp", "say")
        for column, phrase in [(form, phrase) for form in columns for phrase in getattr(operation, form)]:
            alone = {"np": operation.np[:1], "vp": (), "say": ()} | {column: (phrase,) * 30}
            single = operation.model_copy(update=alone)
            statement = draft_operation([single], Random(1)).statement
            assert not PLACEHOLDER.search(statement), statement


def test_operation_keys_are_unique_in_each_family() -> None:
    for name in NAMES:
        keys = [operation.key for operation in load(name)]
        assert len(set(keys)) == len(keys)


def test_an_unknown_column_in_a_table_is_refused() -> None:
    columns = {
        "key": "k",
        "names": "f",
        "params": "ints",
        "returns": "int",
        "reasoning": "",
        "body": "",
        "np": (),
        "vp": (),
    }
    with pytest.raises(ValueError, match="surprise"):
        Operation.model_validate({**columns, "surprise": 1})


def test_a_misspelled_placeholder_is_refused() -> None:
    with pytest.raises(KeyError):
        fill("the sum of $nothing", a="nums")


def pipeline(source: str, filter_: str, map_: str, fold: str, seed: int) -> Draft:
    lists = import_module("lsp_server.starter.curriculum.lists")
    domain: Domain = lists.PIPELINES
    sources: tuple[Source, ...] = tuple(found for found in domain.sources if found.key == source)
    return draft_pipeline(
        Domain(
            sources,
            tuple(found for found in INT_FILTERS if found.key == filter_),
            tuple(found for found in INT_MAPS if found.key == map_),
            tuple(found for found in INT_FOLDS if found.key == fold),
        ),
        Random(seed),
    )


@pytest.mark.parametrize(
    ("filter_", "map_", "fold", "expected"),
    [
        ("even", "squares", "sum", 4 + 16),
        ("odd", "doubles", "list", [2, 6, -10]),
        ("negative", "absolute", "max", 5),
        ("positive", "same", "count", 4),
        ("even", "same", "any", True),
        ("even", "same", "all", False),
        ("negative", "same", "none", False),
        ("all", "last_digits", "unique", [1, 2, 3, 4, 5]),
        ("positive", "negated", "descending", [-1, -2, -3, -4]),
        ("positive", "same", "average", 2.5),
    ],
)
def test_a_pipeline_computes_what_its_atoms_say(filter_: str, map_: str, fold: str, expected: object) -> None:
    for seed in range(5):
        exercise = dress("lists", pipeline("list", filter_, map_, fold, seed), Random(seed))
        assert compiled(exercise.code, exercise.problem.signature)([1, 2, 3, 4, -5]) == expected


@pytest.mark.parametrize("default", [0, -1])
def test_the_policy_for_nothing_is_stated_and_kept(default: int) -> None:
    seen = 0
    for seed in range(40):
        draft = pipeline("list", "even", "squares", "max", seed)
        exercise = dress("lists", draft, Random(seed))
        if re.search(rf"(return|is) {default}\b", draft.statement):
            seen += 1
            assert compiled(exercise.code, exercise.problem.signature)([1]) == default
    assert seen


def test_parameters_never_clash_with_the_variables_of_the_code() -> None:
    kinds = import_module("lsp_server.starter.curriculum.kinds").KINDS
    for seed in range(200):
        (bound,) = bind([kinds["n"]], Random(seed), "for n in m:\n    x = k")
        assert bound.name not in {"n", "m", "x", "k"}


def test_two_lists_are_always_mentioned_by_name() -> None:
    kinds = import_module("lsp_server.starter.curriculum.kinds").KINDS
    for seed in range(200):
        rng = Random(seed)
        first, second = bound = bind([kinds["ints_1"], kinds["ints_2"]], rng)
        words = ask(bound, ("$A plus $B",), (), {}, rng).text.replace(",", " ").replace(".", " ").split()
        assert first.name in words and second.name in words
