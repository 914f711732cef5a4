"""Tables of the curriculum against independent definitions, and how they put problems into words."""

import copy
import itertools
import math
import operator
import re
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from lsp_server.starter.curriculum import classics, matrices, recursion, stacks, windows
from lsp_server.starter.curriculum.classics_more import OPS as CLASSICS_MORE
from lsp_server.starter.curriculum.classics_products import OPS as PRODUCTS
from lsp_server.starter.curriculum.classics_ranking import OPS as RANKING
from lsp_server.starter.curriculum.dynamic_more import OPS as DYNAMIC_MORE
from lsp_server.starter.curriculum.exercise import compiled, dress, held_out
from lsp_server.starter.curriculum.frames import framed, is_sentence
from lsp_server.starter.curriculum.machines import OPS as MACHINES
from lsp_server.starter.curriculum.recursive_folds import OPS as FOLDS
from lsp_server.starter.curriculum.rewording import reworded
from lsp_server.starter.curriculum.stacks_more import OPS as STACKS_MORE
from lsp_server.starter.curriculum.table import Op, compositions, draft_of, wordings

FAMILIES = (matrices.FAMILY, windows.FAMILY, stacks.FAMILY, recursion.FAMILY, classics.FAMILY)


def runs(family: str, ops: tuple[Op, ...], key: str, count: int = 60) -> list[tuple[str, str, list[Any], Any]]:
    """(composition, statement, inputs, result) of fresh runs of the operation `key`."""
    op = next(op for op in ops if op.key == key)
    found: list[tuple[str, str, list[Any], Any]] = []
    for seed in range(count):
        draft = draft_of(op, wordings(family)[key], Random(seed))
        exercise = dress(family, draft, Random(seed))
        given = list(draft.inputs(Random(seed)))
        result = compiled(exercise.code, exercise.problem.signature)(*copy.deepcopy(given))
        found.append((draft.composition, draft.statement, given, result))
    return found


def paths(height: int, width: int) -> list[list[tuple[int, int]]]:
    """All paths from the first cell to the last one, right and down."""
    if height == width == 1:
        return [[(0, 0)]]
    shorter = ([*paths(height - 1, width)] if height > 1 else []) + ([*paths(height, width - 1)] if width > 1 else [])
    return [[*path, (height - 1, width - 1)] for path in shorter]


def test_paths_around_obstacles_are_those_without_one():
    for _, _, (grid,), result in runs("recursion", DYNAMIC_MORE, "paths_obstacles"):
        every = paths(len(grid), len(grid[0]))
        assert result == sum(all(grid[i][j] == 0 for i, j in path) for path in every)


def test_the_best_triangle_path_is_the_best_of_all():
    for composition, _, (rows,), result in runs("recursion", DYNAMIC_MORE, "triangle"):
        best = min if composition.endswith("min") else max
        sums = [
            sum(row[i] for row, i in zip(rows, itertools.accumulate((0, *steps)), strict=True))
            for steps in itertools.product((0, 1), repeat=len(rows) - 1)
        ]
        assert result == best(sums)


def test_falling_paths_change_the_column_by_one_at_most():
    for composition, _, (grid,), result in runs("recursion", DYNAMIC_MORE, "falling_path"):
        best = min if composition.endswith("min") else max
        sums = [
            sum(row[j] for row, j in zip(grid, columns, strict=True))
            for columns in itertools.product(range(len(grid)), repeat=len(grid))
            if all(abs(a - b) <= 1 for a, b in itertools.pairwise(columns))
        ]
        assert result == best(sums)


def test_the_largest_square_of_ones_is_found():
    for _, _, (grid,), result in runs("recursion", DYNAMIC_MORE, "maximal_square"):
        h, w = len(grid), len(grid[0])
        areas = [
            k * k
            for k in range(1, min(h, w) + 1)
            for i in range(h - k + 1)
            for j in range(w - k + 1)
            if all(grid[y][x] for y in range(i, i + k) for x in range(j, j + k))
        ]
        assert result == max(areas, default=0)


def subsequences(s: str) -> list[str]:
    return ["".join(chosen) for k in range(len(s) + 1) for chosen in itertools.combinations(s, k)]


def test_palindromic_subsequences_and_common_substrings_agree_with_trying_all():
    for _, _, (s,), result in runs("recursion", DYNAMIC_MORE, "palindromic_subsequence"):
        assert result == max(len(t) for t in subsequences(s) if t == t[::-1])
    for _, _, (a, b), result in runs("recursion", DYNAMIC_MORE, "common_substring"):
        parts = [a[i:j] for i in range(len(a) + 1) for j in range(i, len(a) + 1)]
        assert result == max(len(part) for part in parts if part in b)


def test_houses_in_a_circle_have_no_robbed_neighbours():
    for _, _, (nums,), result in runs("recursion", DYNAMIC_MORE, "rob_circle"):
        n = len(nums)
        choices = [
            chosen
            for k in range(n + 1)
            for chosen in itertools.combinations(range(n), k)
            if n == 1 or not any((i + 1) % n in chosen for i in chosen)
        ]
        assert result == max(sum(nums[i] for i in chosen) for chosen in choices)


def test_a_broken_integer_has_the_largest_product():
    def products(n: int, least: int = 1) -> list[int]:
        return [n] + [i * p for i in range(least, n // 2 + 1) for p in products(n - i, i)]

    for _, _, (n,), result in runs("recursion", DYNAMIC_MORE, "integer_break", 30):
        assert result == max(i * p for i in range(1, n) for p in products(n - i))


def test_folds_keep_what_the_statement_names():
    holds: dict[str, Callable[[int], bool]] = {
        "even": lambda x: x % 2 == 0,
        "odd": lambda x: x % 2 == 1,
        "positive": lambda x: x > 0,
        "negative": lambda x: x < 0,
        "nonzero": lambda x: x != 0,
    }
    made: dict[str, Callable[[list[int]], int]] = {
        "sum": sum,
        "count": len,
        "squares": lambda kept: sum(x * x for x in kept),
        "abs": lambda kept: sum(map(abs, kept)),
        "doubled": lambda kept: 2 * sum(kept),
    }
    also: dict[str, tuple[str, Callable[[int, int], bool]]] = {
        "unequal": ("different from|not equal to", operator.ne),
        "indivisible": ("divisible by", lambda x, bar: x % bar > 0),
        "under": ("less than|smaller than|below", operator.lt),
        "over": ("greater than|larger than|above", operator.gt),
    }
    checked = {True: 0, False: 0}
    for composition, statement, (nums,), result in runs("recursion", FOLDS, "fold_list", 200):
        _, which, what, *second = composition.split()
        if which in holds:
            checked[bool(second)] += 1
            kept = [x for x in nums if holds[which](x)]
            for words, test in (also[option] for option in second):
                bar = int(re.findall(rf"(?:{words}) (-?\d+)", statement)[-1])
                kept = [x for x in kept if test(x, bar)]
            assert result == made[what](kept), statement
    assert min(checked.values()) > 20


def test_sequences_follow_the_rule_in_their_statement():
    for _, statement, (n,), result in runs("recursion", FOLDS, "linear", 100):
        (name,) = set(re.findall(r"\b([A-Za-z])\(n - 1\)", statement))
        rule = re.search(rf"{name}\(n\) = (.*?n - [12]\)(?: [+-] \d+)?)(?= *(?:for|with|,|\.|$|and|after))", statement)
        assert rule, statement
        starts = [re.search(rf"{name}\({i}\) (?:=|==) (\d+)", statement) for i in (0, 1)]
        if not all(starts):
            continue
        terms = [int(start.group(1)) for start in starts if start]
        for i in range(2, n + 1):
            values = {f"{name}(n - 1)": str(terms[i - 1]), f"{name}(n - 2)": str(terms[i - 2])}
            formula = rule.group(1)
            for call, value in values.items():
                formula = formula.replace(call, f"({value})")
            terms.append(int(eval(formula, {"__builtins__": {}})))  # a sum of integers from the tables
        assert result == terms[n], statement


def test_climbing_with_other_steps_counts_ordered_sums():
    def ways(n: int, steps: tuple[int, ...]) -> int:
        return 1 if n == 0 else sum(ways(n - s, steps) for s in steps if s <= n)

    for composition, _, (n,), result in runs("recursion", FOLDS, "climb_steps"):
        assert result == ways(n, tuple(map(int, composition.removeprefix("op:").split()[1:])))


def test_a_log_of_numbers_only_is_the_queue_itself():
    for composition, _, (log,), result in runs("stacks", MACHINES, "queue_machine", 200):
        _, _, made, _, *conditions = composition.split()
        if all(entry.isdigit() for entry in log) and made == "list" and not conditions:
            assert result == [int(entry) for entry in log]


def test_distinct_ranks_count_equal_values_once():
    each: dict[str, Callable[[int], int]] = {
        "abs": abs,
        "last": lambda x: int(str(x)[-1]),
        "digits": lambda x: sum(int(digit) for digit in str(x)),
    }
    for composition, statement, (nums,), result in runs("classics", RANKING, "kth_distinct", 120):
        _, rank, size, other, *what = composition.split()
        values = sorted({each[what[0]](x) if what else x for x in nums}, reverse=size == "largest")
        if int(rank) <= len(values):
            assert result == values[int(rank) - 1]
        else:
            assert result == {"first": values[0], "size": len(values)}.get(other, result)
            assert other != "none" or str(result) in statement


def test_ties_are_broken_as_the_statement_says():
    keys: dict[str, Callable[[int], int]] = {
        "abs": abs,
        "last": lambda x: int(str(x)[-1]),
        "digits": lambda x: sum(int(digit) for digit in str(x)),
        "bits": int.bit_count,
        "length": lambda x: len(str(x)),
    }
    before: dict[str, Callable[[int, int], bool]] = {"larger": operator.ge, "smaller": operator.le}
    checked: set[str] = set()
    for composition, _, (nums,), result in runs("classics", RANKING, "sort_by", 300):
        _, way, by, *ties = composition.split()
        if by not in keys:
            continue
        ranked = [keys[by](x) for x in result]
        assert sorted(result) == sorted(nums) and ranked == sorted(ranked, reverse=way == "down"), composition
        for value in set(ranked):
            tied = [x for x in result if keys[by](x) == value]
            here = [x for x in nums if keys[by](x) == value]
            order = ties[0] if ties else "earlier"
            checked.add(order if tied != here[:: 1 if order == "later" else -1] else "")
            if order in before:
                assert all(itertools.starmap(before[order], itertools.pairwise(tied))), composition
            else:
                assert tied == here[:: -1 if order == "later" else 1], composition
    assert checked >= {"earlier", "later", "larger", "smaller"}


def test_a_range_has_the_ends_that_the_statement_gives_it():
    ends = {"below": (0, -1), "after": (1, 0), "inside": (1, -1)}
    seen: set[str] = set()
    for composition, _, (low, high), result in runs("classics", PRODUCTS, "in_range", 200):
        _, made, which, *kind = composition.split()
        if which in {"even", "odd"}:
            first, last = ends[kind[0]] if kind else (0, 0)
            inside = [x for x in range(low, high + 1) if low + first <= x <= high + last]
            kept = [x for x in inside if x % 2 == (which == "odd")]
            seen.add("".join(kind))
            assert (
                result
                == {
                    "count": len(kept),
                    "sum": sum(kept),
                    "list": kept,
                    "squares": sum(x**2 for x in kept),
                }[made]
            )
    assert seen == {"", *ends}


def test_digits_are_those_of_the_base_in_the_statement():
    bases: set[str] = set()
    for composition, statement, (n,), result in runs("recursion", FOLDS, "digit_fold", 200):
        _, which, made, *base = composition.split()
        if which in {"even", "odd"}:
            assert not base or f"base {base[0]}" in statement
            digits: list[int] = []
            while n:
                n, digit = divmod(n, int(base[0]) if base else 10)
                digits.append(digit)
            kept = [digit for digit in digits if digit % 2 == (which == "odd")]
            bases.add("".join(base))
            assert result == {"sum": sum(kept), "count": len(kept), "squares": sum(d * d for d in kept)}[made]
    assert bases == {"", "12", "16", "20"}


def test_change_is_given_exactly_when_some_choice_of_bills_works():
    def possible(bills: list[int], till: tuple[int, int]) -> bool:
        if not bills:
            return True
        five, ten = till
        options = {
            5: [(five + 1, ten)],
            10: [(five - 1, ten + 1)],
            20: [(five - 1, ten - 1), (five - 3, ten)],
        }[bills[0]]
        return any(possible(bills[1:], (f, t)) for f, t in options if f >= 0 and t >= 0)

    for _, _, (bills,), result in runs("classics", CLASSICS_MORE, "lemonade", 120):
        assert result == possible(bills, (0, 0))


def test_trapped_water_agrees_with_filling_row_by_row():
    for _, _, (heights,), result in runs("classics", CLASSICS_MORE, "trap"):
        water = 0
        for level in range(1, max(heights, default=0) + 1):
            walls = [i for i, h in enumerate(heights) if h >= level]
            water += walls[-1] - walls[0] + 1 - len(walls)
        assert result == water


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_held_out_compositions_have_trained_siblings_for_each_of_their_options(family: Any):
    ops = [op for op in (*MACHINES, *FOLDS, *PRODUCTS, *RANKING) if op.key in wordings(family.name)]
    for op in ops:
        keys = [key for key in compositions([op]) if not key.startswith("op:")]
        trained = [key.split() for key in keys if not held_out(family.name, key)]
        for key in keys:
            if held_out(family.name, key):
                for place, option in enumerate(key.split()):
                    assert any(other[place : place + 1] == [option] for other in trained), key


@pytest.mark.parametrize("family", (recursion.FAMILY, classics.FAMILY), ids=lambda family: family.name)
def test_two_parts_of_a_held_out_composition_are_trained_together_in_another(family: Any):
    known = wordings(family.name)
    for op in (op for op in (*FOLDS, *PRODUCTS, *RANKING) if op.key in known):
        keys = [key for key in compositions([op]) if not key.startswith("op:")]
        trained = {key for key in keys if not held_out(family.name, key)}
        seen = {pair for key in trained for pair in itertools.combinations(enumerate(key.split()), 2)}
        for key in {*keys} - trained:
            parts = key.split()[: len(op.main_axes) + 1]
            assert seen >= {*itertools.combinations(enumerate(parts), 2)}, key


def test_no_operation_is_asked_for_in_fewer_than_nine_ways():
    for family in FAMILIES:
        for key, lines in wordings(family.name).items():
            assert len(lines) >= 9, key
            assert len(set(lines)) == len(lines), key


def test_words_of_the_variations_survive_rewording():
    for seed in range(200):
        said = reworded("Given $given, return the $Fold $Agg of the largest list of integers $nums.", Random(seed))
        assert re.findall(r"\$\w+", said) == ["$given", "$Fold", "$Agg", "$nums"]


def test_articles_stay_right_after_rewording():
    for seed in range(300):
        said = reworded(
            "You are given an integer array $nums. Return an array with an element of a list.", Random(seed)
        )
        assert not re.search(r"\b[Aa]n (list|slice|min)|\b[Aa] (array|int|element|item|entry)\b", said), said


def test_a_docstring_in_lower_case_is_a_sentence_and_a_phrase_is_not():
    assert is_sentence("return the sum of $nums") and is_sentence("Is $nums empty?")
    assert not is_sentence("the sum of $nums") and not is_sentence("the terms $a, $b, ...")


def test_frames_ask_whether_in_clauses():
    said = {framed("whether $nums is empty", "", Random(seed)) for seed in range(100)}
    assert "Check if $nums is empty." in said
    assert math.inf > len(said) > 12


def test_expressions_have_the_value_that_python_gives_them():
    for key in ("add_subtract", "calculate"):
        for _, _, (text,), result in runs("stacks", STACKS_MORE, key):
            without_leading_zeros = re.sub(r"\b0+(?=\d)", "", text)
            assert result == eval(without_leading_zeros, {"__builtins__": {}})  # digits and + - * from the table


def test_removing_a_part_leaves_what_removing_the_leftmost_one_repeatedly_leaves():
    for composition, _, (text,), result in runs("stacks", STACKS_MORE, "remove_part", 100):
        part, left = composition.split()[-1], text
        while part in left:
            left = left.replace(part, "", 1)
        assert result == left
