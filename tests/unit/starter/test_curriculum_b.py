"""The families written as tables: what they make can be dressed, run, learnt and judged."""

import copy
import json
import re
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from lsp_server.starter.curriculum import FAMILIES, classics, matrices, recursion, stacks, windows
from lsp_server.starter.curriculum.exercise import Exercise, Family, compiled, dress
from lsp_server.starter.curriculum.table import Op, args, compositions, draft_of, ints, wordings

TABLES = [matrices.FAMILY, windows.FAMILY, stacks.FAMILY, recursion.FAMILY, classics.FAMILY]
LEAST_COMPOSITIONS = {"matrices": 120, "windows": 80, "stacks": 35, "recursion": 60, "classics": 90}
LEAST_WORDINGS = {"matrices": 120, "windows": 110, "stacks": 110, "recursion": 140, "classics": 180}


def exercises(family: Family, count: int = 300) -> list[Exercise]:
    made: list[Exercise] = []
    for seed in range(count):
        rng = Random(seed)
        made.append(dress(family.name, family.draft(rng), rng))
    return made


@pytest.fixture(scope="module", params=TABLES, ids=lambda family: family.name)
def family(request: pytest.FixtureRequest) -> Family:
    return request.param


@pytest.fixture(scope="module")
def made(family: Family) -> list[Exercise]:
    return exercises(family)


def test_solutions_run_on_fresh_inputs_and_give_the_same_json_like_result_twice(made: list[Exercise]):
    for exercise in made:
        rng = Random(7)
        solve = compiled(exercise.code, exercise.problem.signature)
        for _ in range(20):
            given = exercise.draft.inputs(rng)
            result = solve(*copy.deepcopy(given))
            assert json.loads(json.dumps(result)) == result, exercise.composition
            assert solve(*copy.deepcopy(given)) == result, exercise.composition


def test_examples_carry_what_the_caller_passed_even_when_the_solution_changes_its_arguments(made: list[Exercise]):
    for exercise in made:
        solve = compiled(exercise.code, exercise.problem.signature)
        for example in exercise.problem.examples:
            assert example.inputs is not None
            assert solve(*copy.deepcopy(list(example.inputs.values()))) == example.expected, exercise.composition


def test_no_placeholder_is_left_and_texts_stay_short(made: list[Exercise]):
    for exercise in made:
        text = exercise.problem.statement + exercise.answer
        assert "$" not in text and "{name}" not in text and "{what}" not in text, exercise.wording
        assert len(exercise.problem.statement) < 700, exercise.wording
        assert len(exercise.answer) < 1000, exercise.composition


def test_statements_are_sentences_without_repaired_grammar_showing(made: list[Exercise]):
    for exercise in made:
        statement = exercise.problem.statement
        assert statement[-1] in ".?!" or (statement[0].islower() and ". " not in statement), statement
        assert not re.search(r"\b([a-z]+) \1\b|  | \.(?!\.)|(?<!\.)\.\.$|\.{4}", statement), statement


def test_parameters_and_function_never_hide_each_other(made: list[Exercise]):
    for exercise in made:
        signature = exercise.problem.signature
        names = [parameter.name for parameter in signature.params]
        assert len(set(names)) == len(names)
        assert signature.name not in names


def test_a_result_in_any_order_is_announced_in_the_statement(made: list[Exercise]):
    for exercise in made:
        if exercise.problem.order == "any":
            said = exercise.problem.statement
            assert re.search("order|indices|positions|index pair", said), said


def test_compositions_and_wordings_are_many(family: Family, made: list[Exercise]):
    assert len({exercise.composition for exercise in made}) >= LEAST_COMPOSITIONS[family.name]
    assert len({exercise.wording for exercise in made}) >= LEAST_WORDINGS[family.name]


def test_some_exercises_are_held_out_and_most_are_not(made: list[Exercise]):
    share = sum(exercise.held_out for exercise in made) / len(made)
    assert 0.03 < share < 0.35


def test_the_same_seed_makes_the_same_exercise(family: Family):
    first, again = exercises(family, 20), exercises(family, 20)
    assert [(e.problem, e.answer) for e in first] == [(e.problem, e.answer) for e in again]


def test_every_wording_fills_in_without_a_missing_word(family: Family):
    seen: set[str] = set()
    for seed in range(4000):
        seen.add(family.draft(Random(seed)).wording)
    said = {f"{key}/w{i:02}" for key, lines in wordings(family.name).items() for i in range(len(lines))}
    assert len(said & seen) > 0.8 * len(said)
    assert seen <= said


def test_a_recursive_solution_calls_itself_by_its_own_name():
    calls = [e for e in exercises(recursion.FAMILY, 200) if "{name}(" in e.draft.body]
    assert calls
    for exercise in calls:
        own = exercise.problem.signature.name
        assert re.search(rf"(self\.{own}|\b{own})\(", exercise.code.split(":", 1)[1])


def test_families_have_names_of_their_own():
    assert len({family.name for family in FAMILIES}) == len(FAMILIES) == 10


def test_a_single_axis_is_never_held_out_but_crossed_axes_are_compositions():
    option = {"x": {"word": "x"}, "y": {"word": "y"}}
    many = {letter: {"other": letter} for letter in "abcdefgh"}
    single = Op("one", "f", "nums:ints", "int", "", "return 0", args(ints()), axes=(option,))
    crossed = Op("two", "f", "nums:ints", "int", "", "return 0", args(ints()), axes=(option, many))
    assert draft_of(single, ["the sum of $nums"], Random(1)).composition.startswith("op:one ")
    assert draft_of(crossed, ["the sum of $nums"], Random(1)).composition.startswith("two ")


def test_a_whole_sentence_is_kept_and_a_phrase_is_framed():
    op = Op("sum", "total", "nums:ints", "int", "Sum.", "return sum($nums)", args(ints()))
    whole = draft_of(op, ["Add up $nums."], Random(3))
    phrase = draft_of(op, ["the sum of $nums"], Random(3))
    assert re.fullmatch(r"[Aa]dd up \w+\.?", whole.statement)
    assert re.search(r"the sum of \w+", phrase.statement, re.I)


# Independent definitions of things that are easy to get wrong


def _outcomes(family: Family, key: str, count: int = 40) -> list[tuple[str, str, tuple[object, ...], object]]:
    """(composition, returned, inputs, result) of fresh runs of one operation."""
    runs: list[tuple[str, str, tuple[object, ...], object]] = []
    for seed in range(3000):
        rng = Random(seed)
        draft = family.draft(rng)
        if draft.composition.removeprefix("op:").split()[0] == key:
            exercise = dress(family.name, draft, rng)
            solve = compiled(exercise.code, exercise.problem.signature)
            given = draft.inputs(rng)
            runs.append((draft.composition, draft.returns, given, solve(*copy.deepcopy(given))))
        if len(runs) == count:
            break
    assert runs
    return runs


_HOLDS = {
    "greater": lambda a, b: a > b,
    "smaller": lambda a, b: a < b,
    "greater_equal": lambda a, b: a >= b,
    "smaller_equal": lambda a, b: a <= b,
}


def test_nearest_elements_agree_with_a_direct_search():
    for composition, _, (nums,), result in _outcomes(stacks.FAMILY, "nearest"):
        _, order, side, found, _ = composition.split()
        for i, x in enumerate(nums):
            places = range(i + 1, len(nums)) if side == "next" else range(i - 1, -1, -1)
            j = next((j for j in places if _HOLDS[order](nums[j], x)), None)
            if j is not None:
                assert result[i] == {"value": nums[j], "index": j, "distance": abs(i - j)}[found]


def test_leaders_agree_with_their_definition():
    for composition, _, (nums,), result in _outcomes(stacks.FAMILY, "leaders"):
        _, order, side, made = composition.split()
        expected = [
            x
            for i, x in enumerate(nums)
            if all(_HOLDS[order](x, y) for y in (nums[i + 1 :] if side == "right" else nums[:i]))
        ]
        assert result == {"list": expected, "count": len(expected), "sum": sum(expected)}[made]


def test_josephus_agrees_with_the_counting_out():
    for _, _, (n, k), result in _outcomes(stacks.FAMILY, "josephus"):
        people, at = list(range(1, n + 1)), 0
        while len(people) > 1:
            at = (at + k - 1) % len(people)
            people.pop(at)
        assert result == people[0]


def test_ticket_times_agree_with_a_simulation():
    for _, _, (tickets, k), result in _outcomes(stacks.FAMILY, "tickets"):
        left, seconds, i = list(tickets), 0, 0
        while left[k] > 0:
            if left[i] > 0:
                left[i] -= 1
                seconds += 1
            i = (i + 1) % len(left)
        assert result == seconds


def test_rotations_move_every_element_k_places():
    for composition, _, (nums, k), result in _outcomes(classics.FAMILY, "rotate"):
        step = k if composition.endswith("right") else -k
        assert all(result[(i + step) % len(nums)] == x for i, x in enumerate(nums))


def test_two_sum_has_exactly_one_answer():
    for _, _, (nums, target), result in _outcomes(classics.FAMILY, "two_sum"):
        pairs = [[i, j] for j in range(len(nums)) for i in range(j) if nums[i] + nums[j] == target]
        assert pairs == [sorted(result)]


def test_sorting_by_hand_sorts():
    for composition, _, (nums,), result in _outcomes(classics.FAMILY, "sort"):
        assert result == sorted(nums, reverse="descending" in composition)


def test_climbing_counts_ordered_sums():
    steps = {"2": (1, 2), "3": (1, 2, 3), "13": (1, 3), "23": (2, 3)}

    def ways(n: int, allowed: tuple[int, ...]) -> int:
        return 1 if n == 0 else sum(ways(n - s, allowed) for s in allowed if s <= n)

    for composition, _, (n,), result in _outcomes(recursion.FAMILY, "climb"):
        assert result == ways(n, steps[composition.split()[-1]])


def test_the_fewest_coins_agree_with_breadth_first_search():
    for _, _, (coins, amount), result in _outcomes(recursion.FAMILY, "coin_change"):
        reached, count = {0}, 0
        while amount not in reached and count <= amount:
            reached, count = {r + c for r in reached for c in coins} | reached, count + 1
        assert result == (count if amount in reached else -1)


def test_matrix_turns_put_each_cell_where_it_belongs():
    place = {
        "transpose": lambda i, j, h, w: (j, i),
        "cw": lambda i, j, h, w: (j, h - 1 - i),
        "ccw": lambda i, j, h, w: (w - 1 - j, i),
        "half": lambda i, j, h, w: (h - 1 - i, w - 1 - j),
        "mirror": lambda i, j, h, w: (i, w - 1 - j),
        "flip": lambda i, j, h, w: (h - 1 - i, j),
    }
    for composition, _, (grid,), result in _outcomes(matrices.FAMILY, "turn"):
        move = place.get(composition.split()[-1])
        if move is None:
            continue
        h, w = len(grid), len(grid[0])
        for i in range(h):
            for j in range(w):
                r, c = move(i, j, h, w)
                assert result[r][c] == grid[i][j]


def test_windows_are_counted_as_their_statement_says():
    aggregate = {
        "sum": sum,
        "max": max,
        "min": min,
        "distinct": lambda part: len(set(part)),
        "ends": lambda part: part[0] + part[-1],
        "odds": lambda part: len([x for x in part if x % 2]),
    }
    condition = {
        "": lambda results, k: results,
        "every_other": lambda results, k: results[::2],
        "apart": lambda results, k: results[::k],
        "but_first": lambda results, k: results[1:],
        "backwards": lambda results, k: results[::-1],
        "ascending": lambda results, k: sorted(results),
        "descending": lambda results, k: sorted(results)[::-1],
    }
    for composition, _, (nums, k), result in _outcomes(windows.FAMILY, "windows"):
        _, key, _, *said = composition.split()
        measure = aggregate.get(key)
        if measure is not None:
            results = [measure(nums[i : i + k]) for i in range(len(nums)) if i + k <= len(nums)]
            assert result == condition["".join(said)](results, k)


def test_longest_runs_agree_with_trying_all_slices():
    fits = {
        "inc": lambda a, b: a < b,
        "dec": lambda a, b: a > b,
        "nondec": lambda a, b: a <= b,
        "noninc": lambda a, b: a >= b,
        "equal": lambda a, b: a == b,
    }
    for composition, _, (nums,), result in _outcomes(windows.FAMILY, "longest_run"):
        fit = fits[composition.split()[-1]]
        n = len(nums)
        slices = [nums[i:j] for i in range(n) for j in range(i + 1, n + 1)]
        good = [s for s in slices if all(fit(a, b) for a, b in pairwise(s))]
        assert result == max(map(len, good), default=0)


def test_what_goes_without_saying_is_half_of_what_is_drawn_and_is_not_in_the_key():
    many = {letter: {"other": letter} for letter in "abcdefghijklm"}
    more = {"": {"more": ""}, "x": {"more": "x"}, "y": {"more": "y"}}
    plain = Op("one", "f", "nums:ints", "int", "", "return 0", args(ints()), axes=({"k": {}}, many))
    wider = replace(plain, axes=(*plain.axes, more))
    keys = [draft_of(wider, ["the sum of $nums"], Random(seed)).composition.split() for seed in range(300)]
    assert wider.combinations == plain.combinations
    assert {key[-1] for key in keys if len(key) == 4} == {"x", "y"}
    assert {" ".join(key) for key in keys if len(key) == 3} == set(compositions([plain]))
    assert 150 <= sum(len(key) == 3 for key in keys) < 250
