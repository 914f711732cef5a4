"""The first things people ask: what the tables compute is what is said, and it is said in few words."""

from random import Random

import pytest

from lsp_server.starter.curriculum.basics import FAMILY
from lsp_server.starter.curriculum.exercise import Draft, compiled, dress, held_out

ORACLES = {
    "op:two_numbers add": lambda a, b: b + a,
    "op:two_numbers subtract": lambda a, b: -(b - a),
    "op:parity even": lambda n: bin(n)[-1] == "0",
    "op:divisible": lambda a, b: any(a == b * k for k in range(61)),
    "op:clamp": lambda n, low, high: sorted((low, n, high))[1],
    "op:sum_up_to": lambda n: sum(range(n + 1)),
    "op:base_text binary": lambda n: bin(n)[2:],
    "op:kept even": lambda nums: [x for x in nums if not x & 1],
    "op:unique": lambda items: [x for i, x in enumerate(items) if x not in items[:i]],
    "op:ordered up": lambda nums: nums == sorted(nums),
    "op:ordered down": lambda nums: nums == sorted(nums)[::-1],
    "op:running max": lambda nums: [max(nums[: i + 1]) for i in range(len(nums))],
    "op:second largest": lambda nums: max(x for x in nums if x != max(nums)),
    "op:swap_dict": lambda d: dict(zip(d.values(), d, strict=True)),
    "op:without_kind vowels remove": lambda s: "".join(c for c in s if c.lower() not in "aeiou"),
    "op:without_kind vowels keep": lambda s: "".join(c for c in s if c.lower() in "aeiou"),
    "op:capitalize_words": lambda s: " ".join(w[:1].upper() + w[1:] for w in s.split()),
    "op:extreme_word longest": lambda s: next(w for w in s.split() if all(len(w) >= len(v) for v in s.split())),
}


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    rng = Random(11)
    return [FAMILY.draft(rng) for _ in range(2500)]


@pytest.mark.parametrize("composition", ORACLES)
def test_the_code_does_what_is_said(drafts: list[Draft], composition: str) -> None:
    rng = Random(2)
    mine = [draft for draft in drafts if draft.composition == composition][:4]
    assert mine
    for draft in mine:
        made = dress(FAMILY.name, draft, rng)
        solve = compiled(made.code, made.problem.signature)
        for given in [draft.inputs(rng) for _ in range(12)]:
            assert solve(*given) == ORACLES[composition](*given), (draft.statement, given)


def test_most_is_asked_for_in_one_short_sentence(drafts: list[Draft]) -> None:
    short = [draft for draft in drafts if len(draft.statement.split()) <= 10]
    assert len(short) > len(drafts) / 2


def test_nothing_that_people_type_first_is_held_out_but_wordings(drafts: list[Draft]) -> None:
    assert not [draft.composition for draft in drafts if held_out(FAMILY.name, draft.composition)]
    assert any(held_out(FAMILY.name, draft.wording) for draft in drafts)


def test_plain_numbers_are_asked_for_too(drafts: list[Draft]) -> None:
    assert {"float", "List[float]", "Dict[str, int]"} <= {kind for draft in drafts for _, kind in draft.params}
