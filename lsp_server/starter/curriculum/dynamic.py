"""Dynamic programming, part of the family `recursion`. Tables only; `table.py` draws from them."""

from inspect import cleandoc
from random import Random

from lsp_server.starter.curriculum.table import Op, Words, args, ints, letters, matrix, number


def _coins(rng: Random) -> tuple[list[int], int]:
    return sorted(rng.sample((1, 2, 3, 5, 7, 10), rng.randint(1, 3))), rng.randint(0, 15)


def _knapsack(rng: Random) -> tuple[list[int], list[int], int]:
    n = rng.randint(1, 4)
    return [rng.randint(1, 6) for _ in range(n)], [rng.randint(1, 20) for _ in range(n)], rng.randint(0, 12)


def _word_break(rng: Random) -> tuple[str, list[str]]:
    words: list[str] = rng.sample(("a", "ab", "cat", "cats", "dog", "do", "go", "and"), rng.randint(2, 4))
    s = "".join(rng.choice(words) for _ in range(rng.randint(1, 3)))
    return (s if rng.random() < 0.6 else s[:-1] + "x"), words


FROM_BELOW = """
    ways = [1] + [0] * $n
    for i in range(1, $n + 1):
        for step in ($sizes):
            if step <= i:
                ways[i] += ways[i - step]
    return ways[$n]
"""
"""The number of ordered sums of $sizes that are $n."""


def _kept(start: str, step: str, why: str) -> Words:
    how = f"The ways for a stair are the sum of the {why} before it. Start with {start} and repeat $n times: {step}."
    return {"how": how, "walk": f"{start}\nfor _ in range($n):\n    {step}\nreturn a"}


def _summed(sizes: str, terms: str) -> Words:
    how = f"There is 1 way to be at 0. The ways for i are the sum of the ways for {terms}."
    return {"how": how, "walk": cleandoc(FROM_BELOW), "sizes": sizes}


_STEPS = {
    "2": {"steps": ("1 or 2",), **_kept("a, b = 1, 1", "a, b = b, a + b", "two")},
    "3": {"steps": ("1, 2 or 3",), **_kept("a, b, c = 1, 1, 2", "a, b, c = b, c, a + b + c", "three")},
    "13": {"steps": ("1 or 3",), **_summed("1, 3", "i - 1 and i - 3")},
    "23": {"steps": ("2 or 3",), **_summed("2, 3", "i - 2 and i - 3")},
}

OPS = (
    Op(
        key="climb",
        names="climb_stairs count_ways ways_to_climb climbing_ways staircase",
        params="n:int",
        returns="int",
        axes=(_STEPS,),
        think="$how",
        code="$walk",
        inputs=args(number(0, 10)),
        often=3,
        constraints=("1 <= $n <= 45",),
    ),
    Op(
        key="climb_cost",
        names="min_cost_climbing_stairs min_climb_cost cheapest_climb",
        params="cost:ints",
        returns="int",
        think="Keep the cheapest total up to the last two steps. Each step costs its own price plus the cheaper of "
        "both.",
        code="""
            a = b = 0
            for c in $cost:
                a, b = b, c + min(a, b)
            return min(a, b)
        """,
        inputs=args(ints(0, 20, least=2)),
    ),
    Op(
        key="rob",
        names="rob max_loot house_robber max_non_adjacent_sum",
        params="nums:ints",
        returns="int",
        think="Keep the best without and with the last house. Each house is either skipped or added to the best before "
        "its neighbour.",
        code="""
            a = b = 0
            for x in $nums:
                a, b = b, max(b, a + x)
            return b
        """,
        inputs=args(ints(0, 20)),
        often=2,
        constraints=("1 <= $nums.length <= 100", "0 <= $nums[i] <= 400"),
    ),
    Op(
        key="coin_change",
        names="coin_change min_coins fewest_coins least_coins",
        params="coins:ints amount:int",
        returns="int",
        think="Let best[a] be the fewest coins for a. It is one more than the best for a minus some coin. Return -1 "
        "when it stays infinite.",
        code="""
            best = [0] + [float("inf")] * $amount
            for a in range(1, $amount + 1):
                for c in $coins:
                    if c <= a:
                        best[a] = min(best[a], best[a - c] + 1)
            return best[$amount] if best[$amount] < float("inf") else -1
        """,
        inputs=_coins,
        often=2,
        constraints=("1 <= $coins.length <= 12", "1 <= $coins[i] <= 2^31 - 1", "0 <= $amount <= 10^4"),
    ),
    Op(
        key="coin_ways",
        names="change coin_ways count_change ways_to_pay",
        params="coins:ints amount:int",
        returns="int",
        think="There is one way to pay 0. For each coin add the ways of the amount without it, from small to large.",
        code="""
            ways = [1] + [0] * $amount
            for c in $coins:
                for a in range(c, $amount + 1):
                    ways[a] += ways[a - c]
            return ways[$amount]
        """,
        inputs=_coins,
    ),
    Op(
        key="unique_paths",
        names="unique_paths count_paths grid_paths number_of_paths",
        params="m:int n:int",
        returns="int",
        think="Each path makes $m - 1 steps down and $n - 1 right. Choose which of all the steps go down.",
        code="return math.comb($m + $n - 2, $m - 1)",
        inputs=args(number(1, 6), number(1, 6)),
        often=2,
        constraints=("1 <= $m, $n <= 100",),
    ),
    Op(
        key="path_sum",
        names="${best}_path_sum ${best}_path best_path_sum grid_${best}_path",
        params="grid:matrix",
        returns="int",
        axes=(
            {
                "min": {"best": "min", "Least": ("minimum", "smallest", "least"), "fn": "min"},
                "max": {"best": "max", "Least": ("maximum", "largest", "greatest"), "fn": "max"},
            },
        ),
        think="Keep the best sum for each column of the row above. A cell adds its value to the $fn of above and left.",
        code="""
            best = list(accumulate($grid[0]))
            for row in $grid[1:]:
                best[0] += row[0]
                for j in range(1, len(row)):
                    best[j] = row[j] + $fn(best[j], best[j - 1])
            return best[-1]
        """,
        inputs=args(matrix(0, 9)),
    ),
    Op(
        key="lcs",
        names="longest_common_subsequence lcs lcs_length common_subsequence",
        params="text1:str text2:str",
        returns="int",
        think="Keep a row of lengths for prefixes. Equal characters extend the diagonal, otherwise take the larger of "
        "above and left.",
        code="""
            prev = [0] * (len($text2) + 1)
            for a in $text1:
                row = [0]
                for j, b in enumerate($text2):
                    row.append(prev[j] + 1 if a == b else max(prev[j + 1], row[j]))
                prev = row
            return prev[-1]
        """,
        inputs=args(letters("abc", most=5), letters("abc", most=5)),
    ),
    Op(
        key="lis",
        names="length_of_lis longest_${order}_subsequence lis_length longest_$order",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "inc": {"order": "increasing", "Order": ("strictly increasing",), "op": "<", "small": "smaller"},
                "dec": {"order": "decreasing", "Order": ("strictly decreasing",), "op": ">", "small": "larger"},
                "nondec": {
                    "order": "non_decreasing",
                    "Order": ("non-decreasing",),
                    "op": "<=",
                    "small": "smaller or equal",
                },
                "noninc": {
                    "order": "non_increasing",
                    "Order": ("non-increasing",),
                    "op": ">=",
                    "small": "larger or equal",
                },
            },
        ),
        think="Let best[i] be the longest that ends at i. It is one more than the best of an earlier $small element.",
        code="""
            best = []
            for i, x in enumerate($nums):
                best.append(1 + max((best[j] for j in range(i) if $nums[j] $op x), default=0))
            return max(best, default=0)
        """,
        inputs=args(ints(0, 12)),
    ),
    Op(
        key="edit_distance",
        names="min_distance edit_distance levenshtein levenshtein_distance",
        params="word1:str word2:str",
        returns="int",
        think="Keep the row of distances for prefixes. Equal characters take the diagonal, otherwise one more than the "
        "least of the three neighbours.",
        code="""
            prev = list(range(len($word2) + 1))
            for i, a in enumerate($word1):
                row = [i + 1]
                for j, b in enumerate($word2):
                    row.append(prev[j] if a == b else 1 + min(prev[j], prev[j + 1], row[j]))
                prev = row
            return prev[-1]
        """,
        inputs=args(letters("abc", most=5), letters("abc", most=5)),
    ),
    Op(
        key="knapsack",
        names="knapsack max_value best_value knapsack_value",
        params="weights:ints values:ints capacity:int",
        returns="int",
        think="Let best[c] be the best value for capacity c. Update it for each item from large capacities to small.",
        code="""
            best = [0] * ($capacity + 1)
            for w, v in zip($weights, $values):
                for c in range($capacity, w - 1, -1):
                    best[c] = max(best[c], best[c - w] + v)
            return best[$capacity]
        """,
        inputs=_knapsack,
    ),
    Op(
        key="word_break",
        names="word_break can_segment can_split is_segmentable",
        params="s:str word_dict:strs",
        returns="bool",
        think="Let ok[i] say whether the first i characters split. It holds when some word ends there and the part "
        "before it splits.",
        code="""
            ok = [True] + [False] * len($s)
            for i in range(1, len($s) + 1):
                ok[i] = any($s[:i].endswith(w) and ok[i - len(w)] for w in $word_dict)
            return ok[-1]
        """,
        inputs=_word_break,
        constraints=("1 <= $s.length <= 300", "All the strings of $word_dict are unique."),
    ),
    Op(
        key="decode_ways",
        names="num_decodings count_decodings decode_ways",
        params="s:str",
        returns="int",
        think="Keep the ways for the last two prefixes. A non-zero digit takes the last count, a pair from 10 "
        "to 26 adds the one before.",
        code="""
            a, b = 0, 1
            for i, c in enumerate($s):
                ways = b if c != "0" else 0
                if i > 0 and "10" <= $s[i - 1:i + 1] <= "26":
                    ways += a
                a, b = b, ways
            return b
        """,
        inputs=args(letters("1112230", least=1, most=6)),
    ),
    Op(
        key="max_product",
        names="max_product largest_product max_product_subarray",
        params="nums:ints",
        returns="int",
        think="Keep the largest and smallest product that ends here. A new number starts alone or multiplies either of "
        "them.",
        code="""
            best = high = low = $nums[0]
            for x in $nums[1:]:
                options = (x, x * high, x * low)
                high, low = max(options), min(options)
                best = max(best, high)
            return best
        """,
        inputs=args(ints(-3, 5, least=1, most=6)),
    ),
    Op(
        key="pascal",
        names="generate pascal_triangle pascals_triangle build_pascal",
        params="num_rows:int",
        returns="List[List[int]]",
        think="Each row starts and ends with 1. In between stand the sums of neighbours of the row above.",
        code="""
            rows = []
            for i in range($num_rows):
                row = [1] * (i + 1)
                for j in range(1, i):
                    row[j] = rows[i - 1][j - 1] + rows[i - 1][j]
                rows.append(row)
            return rows
        """,
        inputs=args(number(0, 5)),
    ),
    Op(
        key="pascal_row",
        names="get_row pascal_row nth_pascal_row",
        params="row_index:int",
        returns="List[int]",
        think="Entry k of the row is the binomial coefficient of $row_index and k.",
        code="return [math.comb($row_index, k) for k in range($row_index + 1)]",
        inputs=args(number(0, 7)),
    ),
    Op(
        key="partition",
        names="can_partition equal_partition splits_evenly",
        params="nums:ints",
        returns="bool",
        think="Collect all sums that subsets can have. Check that twice one of them is the total.",
        code="""
            sums = {0}
            for x in $nums:
                sums |= {x + y for y in sums}
            return any(2 * y == sum($nums) for y in sums)
        """,
        inputs=args(ints(1, 9, least=1, most=5)),
    ),
    Op(
        key="subset_sum",
        names="subset_sum has_subset_sum can_make_sum",
        params="nums:ints target:int",
        returns="bool",
        think="Collect all sums that subsets can have. Check that $target is one of them.",
        code="""
            sums = {0}
            for x in $nums:
                sums |= {x + y for y in sums}
            return $target in sums
        """,
        inputs=args(ints(1, 12, most=5), number(0, 25)),
    ),
    Op(
        key="num_squares",
        names="num_squares least_squares min_squares",
        params="n:int",
        returns="int",
        think="Let best[i] be the answer for i. It is one more than the best answer after taking away a square.",
        code="""
            best = [0] * ($n + 1)
            for i in range(1, $n + 1):
                best[i] = 1 + min(best[i - j * j] for j in range(1, math.isqrt(i) + 1))
            return best[$n]
        """,
        inputs=args(number(1, 30)),
    ),
)
