"""The first things that are asked of lists. Tables only; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Axis, Op, args, ascending, ints, number, one_of


def _floats(rng: Random) -> list[float]:
    return [rng.randint(-40, 90) / rng.choice((1, 2, 4)) for _ in range(rng.randint(0, 6))]


_FEW: Axis = {
    "even": {"name": "evens", "what": ("even",), "test": "x % 2 == 0"},
    "odd": {"name": "odds", "what": ("odd",), "test": "x % 2 != 0"},
    "positive": {"name": "positives", "what": ("positive",), "test": "x > 0"},
}
"""Few enough for what is combined with them never to be held out: what people type first is to be taught."""
_SOME: Axis = {
    **_FEW,
    "negative": {"name": "negatives", "what": ("negative",), "test": "x < 0"},
    "nonzero": {"name": "nonzero", "what": ("non-zero", "nonzero"), "test": "x != 0"},
}

OPS = (
    Op(
        key="total",
        names="$name",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "sum": {"name": "total", "what": ("sum",), "code": "sum($nums)"},
                "product": {"name": "product", "what": ("product",), "code": "math.prod($nums)"},
            },
        ),
        think="Return $code.",
        code="return $code",
        inputs=args(ints(-9, 20)),
        often=2,
    ),
    Op(
        key="average",
        names="average mean average_of",
        params="numbers:floats",
        returns="float",
        think="The sum divided by the length, or 0 if $numbers is empty.",
        code="return sum($numbers) / len($numbers) if $numbers else 0",
        inputs=args(_floats),
    ),
    Op(
        key="extreme",
        names="find_$which ${which}imum get_$which",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "max": {"which": "max", "extreme": ("largest", "biggest", "maximum", "greatest")},
                "min": {"which": "min", "extreme": ("smallest", "minimum", "lowest")},
            },
        ),
        think="Return $which($nums).",
        code="return $which($nums)",
        inputs=args(ints(least=1)),
    ),
    Op(
        key="kept",
        names="$name",
        params="nums:ints",
        returns="List[int]",
        axes=(_SOME,),
        think="Keep x if $test.",
        code="return [x for x in $nums if $test]",
        inputs=args(ints(-9, 20)),
        often=3,
    ),
    Op(
        key="kept_changed",
        names="${name}_$then",
        params="nums:ints",
        returns="List[int]",
        axes=(
            _FEW,
            {
                "squared": {"then": "squares", "value": "x * x"},
                "doubled": {"then": "doubles", "value": "2 * x"},
                "negated": {"then": "negatives", "value": "-x"},
            },
        ),
        think="Keep x if $test, and collect $value.",
        code="return [$value for x in $nums if $test]",
        inputs=args(ints(-9, 20)),
    ),
    Op(
        key="folded",
        names="${fold}_of_$name",
        params="nums:ints",
        returns="int",
        axes=(
            _FEW,
            {
                "count": {"fold": "count", "asked": ("number", "count"), "value": "1"},
                "sum": {"fold": "sum", "asked": ("sum",), "value": "x"},
                "squares": {"fold": "square_sum", "asked": ("sum of the squares",), "value": "x * x"},
            },
        ),
        think="Take x if $test, add $value for each.",
        code="return sum($value for x in $nums if $test)",
        inputs=args(ints(-9, 20)),
        often=2,
    ),
    Op(
        key="mapped",
        names="$name",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "square": {"name": "square_all", "verb": "Square", "value": "x * x"},
                "double": {"name": "double_all", "verb": "Double", "value": "2 * x"},
                "negate": {"name": "negate_all", "verb": "Negate", "value": "-x"},
                "increment": {"name": "increment_all", "verb": "Increment", "value": "x + 1"},
                "halve": {"name": "halve_all", "verb": "Halve (rounding down)", "value": "x // 2"},
            },
        ),
        think="Each x becomes $value.",
        code="return [$value for x in $nums]",
        inputs=args(ints(-9, 20)),
    ),
    Op(
        key="unique",
        names="unique remove_duplicates dedupe",
        params="items:ints",
        returns="List[int]",
        think="dict.fromkeys keeps the first of equal ones, in order.",
        code="return list(dict.fromkeys($items))",
        inputs=args(ints(0, 5)),
        often=3,
    ),
    Op(
        key="ordered",
        names="is_sorted sorted_already check_sorted",
        params="nums:ints",
        returns="bool",
        axes=(
            {
                "up": {"way": ("ascending", "increasing"), "op": "<="},
                "down": {"way": ("descending", "decreasing"), "op": ">="},
            },
        ),
        think="Each element must be $op the next one.",
        code="return all(x $op y for x, y in zip($nums, $nums[1:]))",
        inputs=lambda rng: (
            (lambda made: (made, made[::-1], ints(0, 6)(rng))[rng.randrange(3)])(ascending(0, 9)(rng)),
        ),
        often=2,
    ),
    Op(
        key="sort",
        names="sort_$name sorted_$name order_$name",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "up": {"name": "ascending", "way": ("ascending", "increasing"), "more": ""},
                "down": {"name": "descending", "way": ("descending", "decreasing"), "more": ", reverse=True"},
            },
        ),
        think="Return sorted($nums$more).",
        code="return sorted($nums$more)",
        inputs=args(ints(-9, 20)),
    ),
    Op(
        key="backwards",
        names="reverse reverse_list backwards",
        params="items:ints",
        returns="List[int]",
        think="Slice with step -1.",
        code="return $items[::-1]",
        inputs=args(ints()),
    ),
    Op(
        key="chunk",
        names="chunk chunks split_into_chunks batch",
        params="items:ints size:int",
        returns="List[List[int]]",
        think="Start at every multiple of $size and take $size elements.",
        code="return [$items[i:i + $size] for i in range(0, len($items), $size)]",
        inputs=args(ints(0, 9), number(1, 4)),
        often=2,
    ),
    Op(
        key="running",
        names="running_$name $name",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "max": {"name": "max", "what": ("maximum", "largest element", "max"), "step": "max(current, x)"},
                "min": {"name": "min", "what": ("minimum", "smallest element", "min"), "step": "min(current, x)"},
                "sum": {"name": "sum", "what": ("sum", "total"), "step": "current + x"},
                "product": {"name": "product", "what": ("product",), "step": "current * x"},
            },
        ),
        think="Start with the first element. For each x after it, current becomes $step.",
        code="""
            if not $nums:
                return []
            current = $nums[0]
            result = [current]
            for x in $nums[1:]:
                current = $step
                result.append(current)
            return result
        """,
        inputs=args(ints(-5, 9)),
        often=2,
    ),
    Op(
        key="second",
        names="second_$name find_second_$name",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "largest": {"name": "largest", "extreme": ("largest", "biggest", "highest"), "at": "-2"},
                "smallest": {"name": "smallest", "extreme": ("smallest", "lowest"), "at": "1"},
            },
        ),
        think="Sort the distinct values. The second $extreme is at index $at.",
        code="return sorted(set($nums))[$at]",
        inputs=lambda rng: ((lambda made: [*made, min(made) - 1])(ints(0, 20, least=1)(rng)),),
        often=2,
    ),
    Op(
        key="shared",
        names="$name",
        params="a:ints b:ints",
        returns="List[int]",
        axes=(
            {
                "both": {
                    "name": "common",
                    "both": ("in both lists", "in both $a and $b", "common to both lists"),
                    "code": "sorted(set($a) & set($b))",
                },
                "either": {
                    "name": "union",
                    "both": ("in either list", "in $a or in $b", "in at least one of the lists"),
                    "code": "sorted(set($a) | set($b))",
                },
                "only": {
                    "name": "only_in_first",
                    "both": ("in the first list but not in the second", "in $a but not in $b"),
                    "code": "sorted(set($a) - set($b))",
                },
            },
        ),
        think="Use sets: $code.",
        code="return $code",
        inputs=args(ints(0, 7), ints(0, 7)),
    ),
    Op(
        key="first_last",
        names="$name",
        params="items:ints",
        returns="int",
        axes=(
            {
                "first": {"name": "first_item", "which": ("first",), "at": "0"},
                "last": {"name": "last_item", "which": ("last",), "at": "-1"},
                "middle": {"name": "middle_item", "which": ("middle",), "at": "len($items) // 2"},
            },
        ),
        think="Its index is $at.",
        code="return $items[$at]",
        inputs=args(ints(least=1)),
    ),
    Op(
        key="index_of",
        names="index_of find_index position_of",
        params="items:ints target:int",
        returns="int",
        think="index gives the first place of $target; -1 if it is not there.",
        code="return $items.index($target) if $target in $items else -1",
        inputs=args(ints(0, 6), number(0, 7)),
    ),
    Op(
        key="count_of",
        names="count_of count_item occurrences",
        params="items:ints target:int",
        returns="int",
        think="Return $items.count($target).",
        code="return $items.count($target)",
        inputs=args(ints(0, 4), number(0, 5)),
    ),
    Op(
        key="without",
        names="remove_all without remove_value",
        params="items:ints target:int",
        returns="List[int]",
        think="Keep x if x != $target.",
        code="return [x for x in $items if x != $target]",
        inputs=args(ints(0, 4), number(0, 5)),
    ),
    Op(
        key="empty",
        names="is_empty empty has_nothing",
        params="items:ints",
        returns="bool",
        think="An empty list has length 0.",
        code="return len($items) == 0",
        inputs=args(one_of([], [1], [0, 0], [], [3, 4])),
    ),
    Op(
        key="flat",
        names="flatten flatten_list join_lists",
        params="lists:matrix",
        returns="List[int]",
        think="Take each x of each row, in order.",
        code="return [x for row in $lists for x in row]",
        inputs=lambda rng: ([ints(0, 9, most=3)(rng) for _ in range(rng.randint(0, 4))],),
    ),
)
