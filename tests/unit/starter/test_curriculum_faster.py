"""Slow functions and their faster forms: the same results, one signature, text that a prompt can hold."""

import copy
import itertools
import textwrap
from random import Random
from typing import Any

import pytest

from lsp_server.starter import slow
from lsp_server.starter.curriculum import faster
from lsp_server.starter.curriculum.exercise import compiled
from lsp_server.starter.samples import optimize
from lsp_server.starter.tokenizer import IM_END

PAIRS = [slow.pair(Random(seed), lambda _: True) for seed in range(700)]


def in_its_class(code: str, owner: str | None) -> str:
    return f"class {owner}:\n{textwrap.indent(code, '    ')}" if owner else code


def test_every_operation_has_wordings_and_is_drawn():
    assert {op.key for op in faster.OPS} == set(faster.WORDINGS)
    drawn = {pair.made.composition.removeprefix("op:").split()[0] for pair in PAIRS}
    assert len(drawn) > 0.9 * len(faster.OPS)


@pytest.mark.parametrize("part", range(10))
def test_the_fast_function_returns_what_the_slow_one_returns(part: int):
    rng = Random(part)
    for pair in PAIRS[part::10]:
        signature = pair.made.problem.signature
        fast = compiled(in_its_class(slow.without_class(pair.made.code), signature.owner), signature)
        old = compiled(in_its_class(pair.slow, signature.owner), signature)
        for given in (pair.made.draft.inputs(rng) for _ in range(5)):
            expected = old(*copy.deepcopy(given))
            assert fast(*copy.deepcopy(given)) == expected, (pair.made.composition, pair.slow, given)


EDGES: dict[str, list[Any]] = {
    "int": [-2, -1, 0, 1, 2],
    "List[int]": [[], [0], [-1, -1], [2, 1, 2]],
    "str": ["", "a", "aba"],
    "List[str]": [[], ["a", "a"], ["", "b"]],
}
NONSENSE = {"grid_paths", "windows", "coin_ways", "smallest_k"}
"""With a negative size or a coin of nothing the slow ones still return something; nobody asks for that."""


@pytest.mark.parametrize("part", range(4))
def test_it_also_does_so_on_what_nobody_expects_where_the_slow_one_returns_anything(part: int):
    """What differs for an empty list or a negative number is refused when it is offered to a user."""
    for pair in PAIRS[part:400:4]:
        signature, kinds = pair.made.problem.signature, [kind for _, kind in pair.made.draft.params]
        key = pair.made.composition.removeprefix("op:").split()[0]
        if not set(kinds) <= set(EDGES) or key in NONSENSE:
            continue
        fast = compiled(in_its_class(slow.without_class(pair.made.code), signature.owner), signature)
        old = compiled(in_its_class(pair.slow, signature.owner), signature)
        for given in itertools.product(*(EDGES[kind] for kind in kinds)):
            try:
                expected = old(*copy.deepcopy(given))
            except (LookupError, ValueError, ArithmeticError, RecursionError):
                continue
            assert fast(*copy.deepcopy(given)) == expected, (pair.made.composition, pair.slow, given)


def test_both_have_one_head_and_nothing_is_left_to_fill_in():
    for pair in PAIRS:
        assert pair.slow.splitlines()[0] == slow.without_class(pair.made.code).splitlines()[0]
        assert "$" not in pair.slow + pair.made.answer
        assert faster.MARK not in pair.slow + pair.made.answer


def test_a_sample_asks_with_the_products_prompt_and_answers_with_the_fast_function():
    pair = PAIRS[0]
    made = optimize(pair, Random(1))
    assert "### Slow function" in made.prompt
    assert pair.slow in made.prompt
    assert made.answer.startswith("<think>\n")
    assert made.answer.endswith("```" + IM_END)
    assert slow.without_class(pair.made.code) in made.answer


def test_held_out_compositions_are_kept_from_training():
    assert not any(slow.pair(Random(seed)).made.held_out for seed in range(200))
    assert any(pair.made.held_out for pair in PAIRS)
