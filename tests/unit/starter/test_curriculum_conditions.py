"""Further conditions ("Leave out the first row."): said when drawn, and computed as independent definitions say."""

import copy
import itertools
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from lsp_server.starter.curriculum import matrices, stacks, windows
from lsp_server.starter.curriculum.counting_groups import draft_grouping
from lsp_server.starter.curriculum.editors import OPS as EDITORS
from lsp_server.starter.curriculum.exercise import Family, compiled, dress, held_out
from lsp_server.starter.curriculum.grid_games import OPS as GRID_GAMES
from lsp_server.starter.curriculum.machines import OPS as MACHINES
from lsp_server.starter.curriculum.pointers import OPS as POINTERS
from lsp_server.starter.curriculum.table import USUAL, Op, args, compositions, draft_of, ints


def runs(family: Family, key: str, count: int = 80) -> Iterator[tuple[str, tuple[Any, ...], Any]]:
    """(composition, inputs, result) of fresh runs of the operation `key`."""
    for seed in range(6000):
        rng = Random(seed)
        draft = family.draft(rng)
        if draft.composition.split()[0] == key:
            exercise = dress(family.name, draft, rng)
            given = draft.inputs(rng)
            yield draft.composition, given, compiled(exercise.code, exercise.problem.signature)(*copy.deepcopy(given))
            count -= 1
        if not count:
            return
    raise AssertionError(f"too few of {key}")


def test_a_whole_matrix_is_measured_without_what_is_left_out():
    aggregate = {"sum": sum, "max": max, "min": min, "range": lambda cells: max(cells) - min(cells)}
    left_out = {
        "": lambda i, j, h, w: False,
        "but_first": lambda i, j, h, w: i == 0,
        "but_last": lambda i, j, h, w: i == h - 1,
        "every_other": lambda i, j, h, w: i % 2 == 1,
        "but_first_column": lambda i, j, h, w: j == 0,
        "but_last_column": lambda i, j, h, w: j == w - 1,
        "inner": lambda i, j, h, w: i in (0, h - 1) or j in (0, w - 1),
    }
    for composition, (grid,), result in runs(matrices.FAMILY, "whole", 80):
        _, key, _, *said = composition.split()
        if key in aggregate:
            out, h, w = left_out["".join(said)], len(grid), len(grid[0])
            cells = [grid[i][j] for i in range(h) for j in range(w) if not out(i, j, h, w)]
            assert result == aggregate[key](cells)


def test_pairs_are_counted_under_their_condition():
    measure = {
        "sum": lambda a, b: a + b,
        "difference": lambda a, b: abs(a - b),
        "product": lambda a, b: a * b,
        "max": max,
        "min": min,
    }
    fits = {"ge": int.__ge__, "gt": int.__gt__, "le": int.__le__, "lt": int.__lt__, "eq": int.__eq__}
    condition = {
        "": lambda nums, i, j: True,
        "neighbours": lambda nums, i, j: j - i == 1,
        "distinct": lambda nums, i, j: nums[i] != nums[j],
        "rising": lambda nums, i, j: nums[i] < nums[j],
        "falling": lambda nums, i, j: nums[i] > nums[j],
        "alike": lambda nums, i, j: (nums[i] + nums[j]) % 2 == 0,
    }
    for composition, (nums, k), result in runs(windows.FAMILY, "pairs", 80):
        _, made, order, *said = composition.split()
        counts, pairs = condition["".join(said)], [(i, j) for j in range(len(nums)) for i in range(j)]
        assert result == sum(fits[order](measure[made](nums[i], nums[j]), k) for i, j in pairs if counts(nums, i, j))


def test_a_condition_is_said_exactly_when_it_was_drawn():
    option = {letter: {"other": letter} for letter in "abcd"}
    further = {USUAL: {"more": ""}, "x": {"more": "Skip x"}, "y": {"more": "Skip y"}}
    op = Op("one", "f", "nums:ints", "int", "", "return 0", args(ints()), tail="$more.", axes=(option, option, further))
    for seed in range(200):
        draft = draft_of(op, ["the sum of $nums"], Random(seed))
        _, _, _, *said = draft.composition.split()
        assert ("Skip" in draft.statement) == bool(said)
        assert not said or draft.statement.endswith(f"Skip {said[0]}.")


def test_neighbours_are_those_the_statement_names():
    near: dict[str, Callable[[int, int], bool]] = {
        "four": lambda y, x: abs(y) + abs(x) == 1,
        "eight": lambda y, x: (y, x) != (0, 0),
        "diagonal": lambda y, x: y != 0 and x != 0,
    }
    counts: dict[str, Callable[[int, int], bool]] = {
        "": lambda y, value: True,
        "itself": lambda y, value: True,
        "nonzero": lambda y, value: value != 0,
        "above_four": lambda y, value: value > 4,
        "row_below": lambda y, value: y >= 0,
    }
    for composition, (grid,), result in runs(matrices.FAMILY, "neighbours", 120):
        _, which, made, *said = composition.split()
        condition = "".join(said)
        for i, j in itertools.product(range(len(grid)), range(len(grid[0]))):
            around = [
                grid[i + y][j + x]
                for y, x in itertools.product((-1, 0, 1), repeat=2)
                if near[which](y, x) or (condition == "itself" and (y, x) == (0, 0))
                if 0 <= i + y < len(grid) and 0 <= j + x < len(grid[0])
                if counts[condition](y, grid[i + y][j + x])
            ]
            expected = {
                "sum": sum(around),
                "count": len(around),
                "evens": sum(x % 2 == 0 for x in around),
                "odds": sum(x % 2 for x in around),
                "larger": sum(x > grid[i][j] for x in around),
                "equal": around.count(grid[i][j]),
            }
            assert result[i][j] == expected[made]


def test_runs_are_those_of_the_elements_that_count():
    walk: dict[str, Callable[[list[int]], list[int]]] = {
        "": lambda nums: nums,
        "but_first": lambda nums: nums[1:],
        "but_last": lambda nums: nums[: len(nums) - 1],
        "every_other": lambda nums: [x for i, x in enumerate(nums) if i % 2 == 0],
        "absolute": lambda nums: [max(x, -x) for x in nums],
        "sorted": lambda nums: sorted(nums),
    }
    holds: dict[str, Callable[[int], bool]] = {
        "even": lambda x: x % 2 == 0,
        "odd": lambda x: x % 2 == 1,
        "positive": lambda x: x > 0,
        "negative": lambda x: x < 0,
        "zero": lambda x: x == 0,
        "nonzero": lambda x: x != 0,
    }
    for composition, (nums,), result in runs(windows.FAMILY, "runs", 120):
        _, those, made, *said = composition.split()
        if those in holds:
            marks = "".join("x" if holds[those](x) else " " for x in walk["".join(said)](nums))
            lengths = list(map(len, marks.split()))
            longest, shortest = max(lengths, default=0), min(lengths, default=0)
            assert result == {"longest": longest, "shortest": shortest, "count": len(lengths), "lengths": lengths}[made]


def test_a_full_stack_or_queue_never_grows_by_numbers():
    full = [key for key, _, result in runs(stacks.FAMILY, "queue_machine", 150) if _bounded(key) and result > 4]
    assert not full


def _bounded(composition: str) -> bool:
    _, _, made, _, *said = composition.split()
    return made == "size" and said == ["bounded"]


def test_a_queue_of_distinct_or_even_numbers_has_no_others():
    seen = 0
    for composition, _, result in runs(stacks.FAMILY, "queue_machine", 200):
        _, _, made, _, *said = composition.split()
        if made == "list" and said == ["distinct"]:
            assert len(set(result)) == len(result)
            seen += 1
        if made == "list" and said == ["even"]:
            assert all(x % 2 == 0 for x in result)
            seen += 1
    assert seen


def test_an_editor_that_writes_nothing_twice_has_no_equal_neighbours():
    seen = 0
    for composition, (keys,), result in runs(stacks.FAMILY, "editor", 150):
        if composition.endswith("no_repeat") and all(key.isalpha() for key in keys):
            assert all(a != b for a, b in itertools.pairwise(result))
            seen += 1
    assert seen


@pytest.mark.parametrize("name", ["matrices", "windows", "stacks"])
def test_two_parts_of_what_is_held_out_are_trained_together_under_a_condition(name: str):
    families = {"matrices": (*matrices.OPS, *GRID_GAMES), "windows": (*windows.OPS, *POINTERS)}
    ops = families.get(name, (*MACHINES, *EDITORS))
    conditional = [op for op in ops if len(op.main_axes) < len(op.axes)]
    assert conditional
    for op in conditional:
        keys = {key for key in compositions([op]) if not key.startswith("op:")}
        trained = {key for key in keys if not held_out(name, key)}
        seen = {pair for key in trained for pair in itertools.combinations(enumerate(key.split()), 2)}
        for key in keys - trained:
            parts = key.split()[: len(op.main_axes) + 1]
            assert seen >= {*itertools.combinations(enumerate(parts), 2)}, key


def test_grouping_agrees_with_collecting_each_group_first():
    key = {"last_digit": lambda x: abs(x) % 10, "parity": lambda x: x % 2, "length": len, "lowercase": str.lower}
    made = {
        "list": list,
        "count": len,
        "sum": sum,
        "max": max,
        "min": min,
        "first": lambda group: group[0],
        "last": lambda group: group[-1],
        "longest": lambda group: next(w for w in group if len(w) == max(map(len, group))),
        "shortest": lambda group: next(w for w in group if len(w) == min(map(len, group))),
        "total_length": lambda group: len("".join(group)),
        "unique": lambda group: sorted(set(group)),
        "distinct": lambda group: len(set(group)),
    }
    counts = {
        "": lambda x: True,
        "long": lambda x: len(x) >= 3,
        "short": lambda x: len(x) <= 4,
        "with_a": lambda x: x.count("a") > 0,
        "without_e": lambda x: x.count("e") == 0,
        "positive": lambda x: x >= 1,
        "nonzero": lambda x: x > 0 or x < 0,
        "even": lambda x: x // 2 * 2 == x,
        "odd": lambda x: x // 2 * 2 != x,
    }
    seen: set[str] = set()
    for seed in range(1500):
        draft = draft_grouping(Random(seed))
        _, by, value, *where = (part.split("=")[1] for part in draft.composition.split())
        if by in key:
            exercise = dress("counting", draft, Random(seed))
            (given,) = draft.inputs(Random(seed))
            kept = [x for x in given if counts["".join(where)](x)]
            groups = {key[by](x): [y for y in kept if key[by](y) == key[by](x)] for x in kept}
            expected = {name: made[value](group) for name, group in groups.items()}
            assert compiled(exercise.code, exercise.problem.signature)(list(given)) == expected, draft.composition
            seen |= {value, *where}
    assert seen == {*made, *counts} - {""}
