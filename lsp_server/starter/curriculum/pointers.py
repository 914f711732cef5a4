"""Part of the family `windows`: moving windows, two pointers, prefix sums. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.aggregates import BEST, COMPARE
from lsp_server.starter.curriculum.conditions_lists import PAIRS
from lsp_server.starter.curriculum.table import Op, args, ascending, ints, letters, number


def _sorted_pair(rng: Random) -> tuple[list[int], int]:
    while True:
        nums = sorted(rng.sample(range(-5, 30), rng.randint(2, 6)))
        target = sum(rng.sample(nums, 2))
        if sum(a + b == target for i, a in enumerate(nums) for b in nums[i + 1 :]) == 1:
            return nums, target


def _intervals(rng: Random) -> tuple[list[list[int]]]:
    starts = [rng.randint(0, 15) for _ in range(rng.randint(1, 4))]
    return ([[a, a + rng.randint(1, 6)] for a in starts],)


def _queries(rng: Random) -> tuple[list[int], list[list[int]]]:
    nums = ints(-5, 20, least=1, most=6)(rng)
    spans = [sorted((rng.randrange(len(nums)), rng.randrange(len(nums)))) for _ in range(rng.randint(1, 3))]
    return nums, spans


OPS = (
    Op(
        key="longest_substring",
        names="length_of_longest_substring longest_unique_substring longest_without_repeats",
        params="s:str",
        returns="int",
        think="Keep a window without repeats. Before a new character, cut it after the same character. Keep the "
        "longest length.",
        code="""
            window = ""
            best = 0
            for c in $s:
                window = window[window.find(c) + 1:] + c
                best = max(best, len(window))
            return best
        """,
        inputs=args(letters("abcd", most=8)),
        often=3,
        constraints=("0 <= $s.length <= 5 * 10^4", "$s consists of English letters, digits, symbols and spaces."),
    ),
    Op(
        key="at_most_k_distinct",
        names="longest_at_most_k_distinct longest_k_distinct",
        params="s:str k:int",
        returns="int",
        think="Grow the window to the right. While it has more than $k different characters, move its left "
        "end. Keep the longest.",
        code="""
            best = left = 0
            for right in range(len($s)):
                while len(set($s[left:right + 1])) > $k:
                    left += 1
                best = max(best, right - left + 1)
            return best
        """,
        inputs=args(letters("abcd", most=8), number(1, 4)),
    ),
    Op(
        key="longest_sum",
        names="longest_subarray longest_with_sum_at_most longest_affordable",
        params="nums:ints limit:int",
        returns="int",
        given="an array $nums of positive integers and an integer $limit",
        think="Add each number to the window sum. While it is over $limit, drop numbers on the left. Keep the longest.",
        code="""
            best = left = total = 0
            for right, x in enumerate($nums):
                total += x
                while total > $limit:
                    total -= $nums[left]
                    left += 1
                best = max(best, right - left + 1)
            return best
        """,
        inputs=args(ints(1, 9), number(0, 20)),
    ),
    Op(
        key="min_len",
        names="min_sub_array_len shortest_subarray min_length",
        params="target:int nums:ints",
        returns="int",
        given="a positive integer $target and an array $nums of positive integers",
        think="Add each number to the window sum. While it reaches $target, note the length and drop the left number.",
        code="""
            best = len($nums) + 1
            left = total = 0
            for right, x in enumerate($nums):
                total += x
                while total >= $target:
                    best = min(best, right - left + 1)
                    total -= $nums[left]
                    left += 1
            return best if best <= len($nums) else 0
        """,
        inputs=args(number(1, 20), ints(1, 9)),
    ),
    Op(
        key="subarray_sum",
        names="subarray_sum count_subarrays subarrays_with_sum",
        params="nums:ints k:int",
        returns="int",
        think="Count the prefix sums seen before, 0 at first. Each earlier prefix sum of total - $k gives one "
        "subarray.",
        code="""
            seen = Counter([0])
            total = count = 0
            for x in $nums:
                total += x
                count += seen[total - $k]
                seen[total] += 1
            return count
        """,
        inputs=args(ints(-3, 5), number(-3, 8)),
    ),
    Op(
        key="two_sum_sorted",
        names="two_sum two_sum_sorted find_pair_sorted",
        params="numbers:ints target:int",
        returns="List[int]",
        given="an array of integers $numbers sorted in ascending order and an integer $target",
        think="Put one pointer at each end. Move the left one up when the sum is too small, the right one down when "
        "too large.",
        code="""
            left, right = 0, len($numbers) - 1
            while $numbers[left] + $numbers[right] != $target:
                if $numbers[left] + $numbers[right] < $target:
                    left += 1
                else:
                    right -= 1
            return [left + 1, right + 1]
        """,
        inputs=_sorted_pair,
    ),
    Op(
        key="pairs",
        names="count_pairs pairs_with_$what count_pairs_$what num_pairs",
        params="nums:ints k:int",
        returns="int",
        axes=(
            {
                "sum": {"what": "sum", "What": ("sum",), "expr": "a + b"},
                "difference": {"what": "difference", "What": ("absolute difference",), "expr": "abs(a - b)"},
                "product": {"what": "product", "What": ("product",), "expr": "a * b"},
                "max": {"what": "maximum", "What": ("maximum",), "expr": "max(a, b)"},
                "min": {"what": "minimum", "What": ("minimum",), "expr": "min(a, b)"},
            },
            COMPARE,
            PAIRS,
        ),
        tail="$Only.",
        think="Go through a, b in $pairs$also. Count those with $expr $cmp $k.",
        code="return sum($expr $cmp $k for a, b in $pairs$also)",
        inputs=args(ints(-3, 9), number(0, 12)),
    ),
    Op(
        key="extreme_pair",
        names="${fold}_pair_$what ${fold}_$what best_pair find_${fold}_$what",
        params="nums:ints",
        returns="int",
        axes=(
            BEST,
            {
                "sum": {"what": "sum", "What": ("sum",), "expr": "a + b"},
                "difference": {"what": "difference", "What": ("absolute difference",), "expr": "abs(a - b)"},
                "product": {"what": "product", "What": ("product",), "expr": "a * b"},
            },
            {
                "any": {
                    "pair": ("two elements", "two elements at different positions"),
                    "pairs": "combinations($nums, 2)",
                    "kind": "pairs of elements",
                },
                "adjacent": {
                    "pair": ("two adjacent elements", "two neighbouring elements"),
                    "pairs": "pairwise($nums)",
                    "kind": "adjacent pairs",
                },
            },
        ),
        think="Go through all $kind. Return the $fn of $expr.",
        code="return $fn($expr for a, b in $pairs)",
        inputs=args(ints(-9, 15, least=2)),
    ),
    Op(
        key="container",
        names="max_area most_water container_with_most_water",
        params="height:ints",
        returns="int",
        think="Put one pointer at each end. Note the area, then move the lower line inwards.",
        code="""
            left, right = 0, len($height) - 1
            best = 0
            while left < right:
                best = max(best, min($height[left], $height[right]) * (right - left))
                if $height[left] < $height[right]:
                    left += 1
                else:
                    right -= 1
            return best
        """,
        inputs=args(ints(0, 9, least=2)),
    ),
    Op(
        key="dedupe_sorted",
        names="remove_duplicates dedupe_sorted unique_sorted",
        params="nums:ints",
        returns="List[int]",
        given="an integer array $nums sorted in non-decreasing order",
        think="Append a number when the result is empty or ends with another number.",
        code="""
            result = []
            for x in $nums:
                if not result or result[-1] != x:
                    result.append(x)
            return result
        """,
        inputs=args(ascending(0, 9)),
    ),
    Op(
        key="sorted_powers",
        names="sorted_$what ${what}_of_sorted_array sort_$what",
        params="nums:ints",
        returns="List[int]",
        given="an integer array $nums sorted in non-decreasing order",
        axes=(
            {
                "squares": {"what": "squares", "expr": "x * x", "What": "squares"},
                "cubes": {"what": "cubes", "expr": "x ** 3", "What": "cubes"},
                "abs": {"what": "absolute_values", "expr": "abs(x)", "What": "absolute values"},
                "doubles": {"what": "doubles", "expr": "2 * x", "What": "doubles"},
                "negated": {"what": "negatives", "expr": "-x", "What": "negated values"},
            },
        ),
        think="Compute $expr for each number. Sort the values.",
        code="return sorted($expr for x in $nums)",
        inputs=args(ascending(-9, 9)),
    ),
    Op(
        key="merge_intervals",
        names="merge merge_intervals combine_intervals",
        params="intervals:pairs",
        returns="List[List[int]]",
        think="Sort by start. Extend the last interval when the next one starts before its end, else append it.",
        code="""
            result = []
            for start, end in sorted($intervals):
                if result and start <= result[-1][1]:
                    result[-1][1] = max(result[-1][1], end)
                else:
                    result.append([start, end])
            return result
        """,
        inputs=_intervals,
    ),
    Op(
        key="range_sums",
        names="range_sums answer_queries sum_range range_sum_queries",
        params="nums:ints queries:pairs",
        returns="List[int]",
        think="Build prefix sums that start with 0. A query is the difference of two of them.",
        code="""
            prefix = [0]
            for x in $nums:
                prefix.append(prefix[-1] + x)
            return [prefix[j + 1] - prefix[i] for i, j in $queries]
        """,
        inputs=_queries,
    ),
    Op(
        key="pivot",
        names="pivot_index find_pivot balance_point equilibrium_index",
        params="nums:ints",
        returns="int",
        think="Keep the sum to the left. The right sum is the total minus it and the number. Return the first "
        "index where both agree.",
        code="""
            left = 0
            for i, x in enumerate($nums):
                if left == sum($nums) - left - x:
                    return i
                left += x
            return -1
        """,
        inputs=args(ints(-2, 3, least=1)),
    ),
    Op(
        key="is_subsequence",
        names="is_subsequence subsequence contains_subsequence",
        params="s:str t:str",
        returns="bool",
        think="Walk $t with an iterator. Each character of $s must be found in what is left of it.",
        code="""
            rest = iter($t)
            return all(c in rest for c in $s)
        """,
        inputs=args(letters("abc", most=3), letters("abc", most=7)),
        often=2,
        constraints=("0 <= $s.length <= 100", "0 <= $t.length <= 10^4"),
    ),
)
