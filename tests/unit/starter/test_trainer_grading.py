"""Grading: answers are judged by running them, in the sandbox, on inputs they have never seen."""

from random import Random

import pytest

from lsp_server.errors import NoIsolationError
from lsp_server.sandbox.run import choose
from lsp_server.starter.curriculum.exercise import Draft, dress
from lsp_server.starter.grading import Candidate, grade


def made(body: str = "return sorted(nums)", order: str = "exact"):
    draft = Draft(
        composition="sort",
        wording="w",
        name="arrange",
        params=(("nums", "List[int]"),),
        returns="List[int]",
        statement="Sort nums.",
        reasoning="Sort.",
        body=body,
        inputs=lambda rng: ([rng.randint(-9, 9) for _ in range(5)],),
        order=order,  # type: ignore[arg-type] — the parameter stays a plain string in this test
    )
    return next(
        one for one in (dress("toy", draft, Random(s)) for s in range(50)) if one.problem.signature.kind != "method"
    )


@pytest.fixture(autouse=True)
def _isolation():
    try:
        choose(allow_unisolated=False)
    except NoIsolationError as error:
        pytest.skip(str(error))


def verdicts(*bodies: str, order: str = "exact") -> list[bool]:
    exercise = made(order=order)
    codes = [None if body == "nothing" else f"def arrange(nums):\n    {body}" for body in bodies]
    return grade([Candidate(exercise, code) for code in codes], Random(0))


def test_right_code_passes_and_wrong_missing_raising_and_broken_code_does_not():
    bodies = ("return sorted(nums)", "return nums", "nothing", "raise ValueError", "return (")
    assert verdicts(*bodies) == [True, False, False, False, False]


def test_a_candidate_that_never_ends_or_kills_its_process_does_not_take_the_next_one_along():
    assert verdicts("while True: pass", "import os; os._exit(3)", "nums.sort(); return nums") == [False, False, True]


def test_printing_does_not_forge_a_result():
    assert verdicts("print('[null]'); return None", "print(1); return sorted(nums)") == [False, True]


def test_any_order_counts_where_the_problem_allows_it():
    assert verdicts("return sorted(nums, reverse=True)", order="any") == [True]
    assert verdicts("return sorted(nums, reverse=True)") == [False]


def test_a_float_may_differ_in_the_last_digits_and_a_bool_is_no_int():
    half = "return [x / 3 for x in sorted(nums)]"
    exercise = made(half)
    close = "def arrange(nums):\n    return [x * (1 / 3) for x in sorted(nums)]"
    assert grade([Candidate(exercise, close)], Random(1)) == [True]
    truth = made("return [True]")
    assert grade([Candidate(truth, "def arrange(nums):\n    return [1]")], Random(1)) == [False]
