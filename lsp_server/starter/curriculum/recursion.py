"""Family `recursion`: functions that call themselves. Tables only; dynamic programming is in `dynamic.py`."""

from random import Random
from typing import Any

from lsp_server.starter.curriculum.dynamic import OPS as DYNAMIC
from lsp_server.starter.curriculum.dynamic_more import OPS as MORE
from lsp_server.starter.curriculum.recurrences import OPS as RECURRENCES
from lsp_server.starter.curriculum.recursive_folds import OPS as FOLDS
from lsp_server.starter.curriculum.table import Op, args, ascending, either, family, ints, number


def _nested(rng: Random, depth: int = 3) -> list[Any]:
    def item() -> Any:
        return _nested(rng, depth - 1) if depth > 1 and rng.random() < 0.35 else rng.randint(-9, 20)

    return [item() for _ in range(rng.randint(0, 4))]


def _distinct(rng: Random) -> tuple[list[int]]:
    return (rng.sample(range(1, 10), rng.randint(0, 3)),)


def _candidates(rng: Random) -> tuple[list[int], int]:
    return sorted(rng.sample(range(2, 9), rng.randint(1, 3))), rng.randint(2, 9)


def _search(rng: Random) -> tuple[list[int], int]:
    nums = sorted(rng.sample(range(-10, 40), rng.randint(0, 7)))
    return nums, rng.choice([*nums, rng.randint(-10, 40)])


def _n_k(rng: Random) -> tuple[int, int]:
    n = rng.randint(1, 5)
    return n, rng.randint(1, n)


OPS = (
    Op(
        key="factorial",
        names="factorial fact compute_factorial n_factorial",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        think="The factorial of 0 and 1 is 1. Otherwise it is $n times the factorial of $n - 1.",
        code="""
            if $n <= 1:
                return 1
            return $n * {name}($n - 1)
        """,
        inputs=args(number(0, 8)),
        often=3,
    ),
    Op(
        key="power",
        names="power my_pow pow_recursive raise_to exponent",
        params="base:int n:int",
        returns="int",
        given="an integer $base and a non-negative integer $n",
        think="The power 0 gives 1. Otherwise square the half power, and multiply by $base when $n is odd.",
        code="""
            if $n == 0:
                return 1
            half = {name}($base, $n // 2)
            return half * half * ($base if $n % 2 else 1)
        """,
        inputs=args(number(-4, 6), number(0, 7)),
    ),
    Op(
        key="flatten",
        names="flatten flatten_list flatten_nested unnest",
        params="nested:nested",
        returns="List[int]",
        think="Go through the items. Extend the result by the flattened item for a list, append a number.",
        code="""
            result = []
            for x in $nested:
                if isinstance(x, list):
                    result.extend({name}(x))
                else:
                    result.append(x)
            return result
        """,
        inputs=lambda rng: (_nested(rng),),
    ),
    Op(
        key="depth",
        names="max_depth list_depth nesting_depth depth",
        params="nested:nested",
        returns="int",
        think="The depth is one more than the largest depth of an inner list, or 1 without inner lists.",
        code="return 1 + max(({name}(x) for x in $nested if isinstance(x, list)), default=0)",
        inputs=lambda rng: (_nested(rng),),
    ),
    Op(
        key="permutations",
        names="permute permutations all_permutations arrangements",
        params="nums:ints",
        returns="List[List[int]]",
        order="any",
        think="The empty list has one permutation. Otherwise put each element first, followed by each permutation of "
        "the rest.",
        code="""
            if not $nums:
                return [[]]
            result = []
            for i, x in enumerate($nums):
                for rest in {name}($nums[:i] + $nums[i + 1:]):
                    result.append([x] + rest)
            return result
        """,
        inputs=_distinct,
    ),
    Op(
        key="subsets",
        names="subsets power_set all_subsets get_subsets",
        params="nums:ints",
        returns="List[List[int]]",
        order="any",
        think="Start with the empty subset. Each number doubles the list: every subset also with that number.",
        code="""
            result = [[]]
            for x in $nums:
                result += [subset + [x] for subset in result]
            return result
        """,
        inputs=_distinct,
    ),
    Op(
        key="combine",
        names="combine all_combinations choose_k k_combinations",
        params="n:int k:int",
        returns="List[List[int]]",
        order="any",
        think="Take all combinations of size $k from 1 to $n. Turn each into a list.",
        code="return [list(c) for c in combinations(range(1, $n + 1), $k)]",
        inputs=_n_k,
    ),
    Op(
        key="combination_sum",
        names="combination_sum sum_combinations find_combinations",
        params="candidates:ints target:int",
        returns="List[List[int]]",
        order="any",
        think="Sum 0 has one empty combination. Try each candidate that fits first, then only it and later ones for "
        "the rest.",
        code="""
            if $target == 0:
                return [[]]
            result = []
            for i, c in enumerate($candidates):
                if c <= $target:
                    for rest in {name}($candidates[i:], $target - c):
                        result.append([c] + rest)
            return result
        """,
        inputs=_candidates,
    ),
    Op(
        key="parentheses",
        names="generate_parenthesis generate_parentheses balanced_strings",
        params="n:int",
        returns="List[str]",
        order="any",
        think="A well-formed string is (a)b: a uses i pairs, b the other $n - 1 - i. Zero pairs give the empty string.",
        code="""
            if $n == 0:
                return [""]
            result = []
            for i in range($n):
                for a in {name}(i):
                    for b in {name}($n - 1 - i):
                        result.append("(" + a + ")" + b)
            return result
        """,
        inputs=args(number(0, 4)),
    ),
    Op(
        key="binary_search",
        names="search binary_search find_index index_of",
        params="nums:ints target:int",
        returns="int",
        given="an array of distinct integers $nums sorted in ascending order and an integer $target",
        think="Keep the range left to right. Look at the middle: return it when equal, else go on in the half that can "
        "hold $target.",
        code="""
            left, right = 0, len($nums) - 1
            while left <= right:
                mid = (left + right) // 2
                if $nums[mid] == $target:
                    return mid
                if $nums[mid] < $target:
                    left = mid + 1
                else:
                    right = mid - 1
            return -1
        """,
        inputs=_search,
        often=3,
        constraints=(
            "1 <= $nums.length <= 10^4",
            "All the integers in $nums are unique.",
            "$nums is sorted in ascending order.",
        ),
    ),
    Op(
        key="digit",
        names="$what recursive_$what ${what}_recursive compute_$what",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        axes=(
            {
                "sum": {
                    "what": "sum_of_digits",
                    "noun": ("sum of the digits", "digit sum"),
                    "base": "$n",
                    "join": "$n % 10 + {name}($n // 10)",
                    "how": "Otherwise add the last digit to the result for $n // 10",
                },
                "product": {
                    "what": "product_of_digits",
                    "noun": ("product of the digits", "digit product"),
                    "base": "$n",
                    "join": "$n % 10 * {name}($n // 10)",
                    "how": "Otherwise multiply the last digit by the result for $n // 10",
                },
                "max": {
                    "what": "max_digit",
                    "noun": ("largest digit", "maximum digit"),
                    "base": "$n",
                    "join": "max($n % 10, {name}($n // 10))",
                    "how": "Otherwise take the maximum of the last digit and the result for $n // 10",
                },
                "min": {
                    "what": "min_digit",
                    "noun": ("smallest digit", "minimum digit"),
                    "base": "$n",
                    "join": "min($n % 10, {name}($n // 10))",
                    "how": "Otherwise take the minimum of the last digit and the result for $n // 10",
                },
                "count": {
                    "what": "count_digits",
                    "noun": ("number of digits",),
                    "base": "1",
                    "join": "1 + {name}($n // 10)",
                    "how": "Otherwise add 1 to the result for $n // 10",
                },
            },
        ),
        think="For $n below 10 the result is $base. $how.",
        code="""
            if $n < 10:
                return $base
            return $join
        """,
        inputs=args(either(number(0, 20), number(10, 9999))),
    ),
    Op(
        key="reverse_recursive",
        names="reverse_string reverse_recursive rev reverse",
        params="s:str",
        returns="str",
        think="An empty string stays empty. Otherwise reverse all but the first character and append the first.",
        code="""
            if not $s:
                return ""
            return {name}($s[1:]) + $s[0]
        """,
        inputs=lambda rng: (rng.choice(("", "a", "abc", "hello", "level", "python", "code", "recursion")),),
    ),
    Op(
        key="merge_sort",
        names="merge_sort sort_array sort_list merge_sorted",
        params="nums:ints",
        returns="List[int]",
        think="A list of at most one element is sorted. Otherwise sort both halves and merge them by taking the "
        "smaller head.",
        code="""
            if len($nums) <= 1:
                return $nums
            mid = len($nums) // 2
            left, right = {name}($nums[:mid]), {name}($nums[mid:])
            result = []
            while left and right:
                result.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
            return result + left + right
        """,
        inputs=args(either(ints(), ascending())),
    ),
)

FAMILY = family("recursion", (*OPS, *FOLDS, *RECURRENCES, *DYNAMIC, *MORE))
