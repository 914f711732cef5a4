"""Statements that say "the list" where the curriculum wrote the parameter's name."""

from random import Random

import pytest

from lsp_server.problem.model import Parameter, Point, Problem, Region, Signature, Target
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.samples import exercise
from lsp_server.starter.unnamed import unnamed

NOWHERE = Region(start=Point(line=1, column=0, offset=0), end=Point(line=1, column=0, offset=0))


def problem(statement: str, *params: tuple[str, str]) -> Problem:
    return Problem(
        title="",
        language="python",
        statement=statement,
        signature=Signature(name="f", params=tuple(Parameter(name=name, type=kind) for name, kind in params)),
        region=NOWHERE,
        statement_region=NOWHERE,
        target=Target(kind="below", region=NOWHERE),
    )


def said(one: Problem) -> set[str]:
    return {unnamed(one, Random(seed)).statement for seed in range(60)}


def test_a_parameter_is_meant_without_its_name() -> None:
    every = said(problem("Return the even numbers of nums.", ("nums", "List[int]")))
    assert {"Return its even numbers.", "Return the even numbers.", "Return the even numbers in the list."} <= every
    assert not any("nums" in statement for statement in every)


@pytest.mark.parametrize("kind", ["list[int]", "List[int]"])
def test_a_type_means_the_same_in_either_spelling(kind: str) -> None:
    assert "Return its even numbers." in said(problem("Return the even numbers of nums.", ("nums", kind)))


def test_a_name_after_what_it_is_goes() -> None:
    assert said(problem("Reverse the string text.", ("text", "str"))) == {"Reverse the string."}


@pytest.mark.parametrize(
    ("statement", "params"),
    [
        ("Return nums[0] + nums[1].", (("nums", "List[int]"),)),
        ("Add a to every number of b.", (("a", "List[int]"), ("b", "List[int]"))),
        ("Return the sum of the first n numbers.", (("n", "int"),)),
        ("Return the sum of num and val.", (("num", "int"), ("val", "int"))),
    ],
)
def test_a_name_that_is_needed_stays(statement: str, params: tuple[tuple[str, str], ...]) -> None:
    assert said(problem(statement, *params)) == {statement}


def test_no_exercise_loses_its_statement_or_gets_doubled_articles() -> None:
    rng = Random(3)
    for _ in range(150):
        statement = unnamed(exercise(FAMILIES, rng).problem, rng).statement
        assert len(statement.split()) > 1
        assert "the the " not in statement.lower()
