"""Exercises whose parameters got other names: they must stay the same task."""

from random import Random

import pytest

from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.curriculum.exercise import Draft, Family, dress
from lsp_server.starter.renamed import renamed


def draft(statement: str, body: str, reasoning: str = "Do it.", *params: tuple[str, str]) -> Draft:
    return Draft("op:x", "w0", "f", params, "int", statement, reasoning, body, lambda _: ())


def test_the_name_goes_from_statement_plan_and_code() -> None:
    made = draft("Sum nums.", "return sum(nums)", "Add up nums.", ("nums", "List[int]"))
    for seed in range(20):
        other = renamed(made, Random(seed))
        ((name, kind),) = other.params
        assert kind == "List[int]"
        assert (other.statement, other.reasoning, other.body) == (
            f"Sum {name}.",
            f"Add up {name}.",
            f"return sum({name})",
        )


def test_a_word_of_the_statement_is_no_name() -> None:
    made = draft(
        "Sort the words by length.", "return sorted(words.values())", "Sort the words.", ("words", "List[str]")
    )
    others = {renamed(made, Random(seed)).statement for seed in range(20)}
    assert others == {"Sort the words by length."}
    assert {renamed(made, Random(seed)).reasoning for seed in range(20)} == {"Sort the words."}


@pytest.mark.parametrize(
    ("body", "params"),
    [
        ('return "text" + text', (("text", "str"),)),
        ("return sorted(xs, key=key)", (("key", "str"),)),
        ("return first + second", (("first", "str"), ("second", "str"))),
    ],
)
def test_a_name_that_means_more_stays(body: str, params: tuple[tuple[str, str], ...]) -> None:
    made = draft("Return it.", body, "Do it.", *params)
    assert all(renamed(made, Random(seed)) is made for seed in range(20))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_the_solution_gives_the_same_under_any_name(family: Family) -> None:
    rng = Random(5)
    for _ in range(40):
        made = family.draft(rng)
        first, second = (dress(family.name, each, Random(7)) for each in (made, renamed(made, rng)))
        values = [[e.expected for e in one.problem.examples] for one in (first, second)]
        assert values[0] == values[1]
