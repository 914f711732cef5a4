"""Family `windows`: sliding windows, two pointers and prefix sums. Tables; `table.py` draws from them."""

from collections.abc import Mapping

from lsp_server.starter.curriculum.aggregates import AGGREGATE, BEST, COMPARE, THOSE
from lsp_server.starter.curriculum.conditions_lists import WALK, WINDOW, WINDOWS
from lsp_server.starter.curriculum.pointers import OPS as POINTERS
from lsp_server.starter.curriculum.table import Inputs, Op, args, ascending, either, family, ints, with_k

_EACH = {"w": {"line": "$nums[i:i + $k]"}}

_RUN = {
    "inc": {"run": "increasing", "Run": ("strictly increasing",), "op": ">"},
    "dec": {"run": "decreasing", "Run": ("strictly decreasing",), "op": "<"},
    "nondec": {"run": "non_decreasing", "Run": ("non-decreasing",), "op": ">="},
    "noninc": {"run": "non_increasing", "Run": ("non-increasing",), "op": "<="},
    "equal": {"run": "equal", "Run": ("constant (all elements equal)",), "op": "=="},
}


def _some_windows(words: Mapping[str, str]) -> Inputs:
    """One window at least must be left when others are left out."""
    longer = with_k(ints(-9, 20, least=2), below=1)
    return longer if words["Only"] else with_k(ints(-9, 20, least=1))


OPS = (
    Op(
        key="window",
        names="${fold}_${agg}_of_window find_${fold}_${agg} ${fold}_window_${agg} window_${fold}_${agg}",
        params="nums:ints k:window",
        returns="int",
        tail="$Only.",
        axes=(AGGREGATE, BEST, _EACH, WINDOW),
        think="Go through all windows of size $k: i in $starts. Compute the $Agg of each and return the $fn.",
        code="return $fn($expr for i in $starts)",
        varied=_some_windows,
    ),
    Op(
        key="windows",
        names="each_window_${agg} sliding_${agg} ${agg}_sliding_window ${agg}_per_window",
        params="nums:ints k:window",
        returns="List[int]",
        tail="$Only.",
        axes=(AGGREGATE, _EACH, WINDOWS),
        think="Go through all windows of size $k: i in $starts. Collect the $Agg of each in a list.",
        code="return $pack$expr for i in $starts$unpack",
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="count_windows",
        names="count_windows num_of_subarrays count_${agg}_windows windows_with_$agg",
        params="nums:ints k:window threshold:int",
        returns="int",
        tail="$Only.",
        axes=(AGGREGATE, COMPARE, _EACH, WINDOW),
        think="Go through all windows of size $k: i in $starts. Count those whose $Agg is $cmp $threshold.",
        code="return sum($expr $cmp $threshold for i in $starts)",
        inputs=lambda rng: (*with_k(ints(-5, 9, least=1))(rng), rng.randint(-2, 15)),
    ),
    Op(
        key="average",
        names="find_max_average max_average largest_window_average",
        params="nums:ints k:window",
        returns="float",
        think="Sum each window of size $k. Return the largest sum divided by $k.",
        code="return max(sum($nums[i:i + $k]) for i in range(len($nums) - $k + 1)) / $k",
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="longest_run",
        names="longest_${run}_run longest_$run max_${run}_streak",
        params="nums:ints",
        returns="int",
        axes=(_RUN,),
        think="Count the current run. It grows when the number is $op the one before, else it starts at 1. Keep the "
        "longest.",
        code="""
            best = run = 0
            for i, x in enumerate($nums):
                run = run + 1 if i > 0 and x $op $nums[i - 1] else 1
                best = max(best, run)
            return best
        """,
        inputs=args(ints(0, 9)),
    ),
    Op(
        key="longest_streak",
        names="longest_${kind}_run max_consecutive_$kind longest_streak_of_$kind",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "ones": {"kind": "ones", "Kind": ("1's", "ones"), "test": "x == 1"},
                "zeros": {"kind": "zeros", "Kind": ("0's", "zeros"), "test": "x == 0"},
                "positive": {"kind": "positives", "Kind": ("positive numbers",), "test": "x > 0"},
                "negative": {"kind": "negatives", "Kind": ("negative numbers",), "test": "x < 0"},
                "even": {"kind": "evens", "Kind": ("even numbers",), "test": "x % 2 == 0"},
                "odd": {"kind": "odds", "Kind": ("odd numbers",), "test": "x % 2 == 1"},
                "nonzero": {"kind": "nonzeros", "Kind": ("non-zero numbers",), "test": "x != 0"},
            },
        ),
        think="Count the current run: one more when $test, else back to 0. Keep the longest.",
        code="""
            best = run = 0
            for x in $nums:
                run = run + 1 if $test else 0
                best = max(best, run)
            return best
        """,
        inputs=args(ints(-2, 3)),
    ),
    Op(
        key="consecutive",
        names="${many}_consecutive_${which} has_${many}_consecutive_$which ${many}_${which}_in_a_row",
        params="nums:ints",
        returns="bool",
        axes=(
            {
                "2": {"many": "two", "count": ("two", "2"), "m": "2"},
                "3": {"many": "three", "count": ("three", "3"), "m": "3"},
                "4": {"many": "four", "count": ("four", "4"), "m": "4"},
                "5": {"many": "five", "count": ("five", "5"), "m": "5"},
            },
            THOSE,
            WALK,
        ),
        tail="$Only.",
        think="Go through x in $walk. Count the current run: one more when $test, else back to 0. Return True when it "
        "reaches $m.",
        code="""
            run = 0
            for x in $walk:
                run = run + 1 if $test else 0
                if run == $m:
                    return True
            return False
        """,
        inputs=either(args(ints(-2, 4, most=9)), args(ints(-3, 12, most=9)), args(ascending(-5, 9, most=9))),
    ),
    Op(
        key="runs",
        names="${kind}_run_$which ${which}_runs runs_of_$which ${kind}_$which",
        params="nums:ints",
        returns="$ret",
        axes=(
            THOSE,
            {
                "longest": {
                    "kind": "longest",
                    "Runs": (
                        "the length of the longest run of consecutive elements that are $Those",
                        "the largest number of elements in a row that are $Those",
                    ),
                    "out": "max(runs, default=0)",
                    "ret": "int",
                    "end": "the largest length, 0 if there is none",
                },
                "count": {
                    "kind": "number_of",
                    "Runs": (
                        "how many unbroken runs of elements that are $Those there are",
                        "the number of maximal blocks of neighbouring elements that are all $Those",
                    ),
                    "out": "len(runs)",
                    "ret": "int",
                    "end": "how many there are",
                },
                "shortest": {
                    "kind": "shortest",
                    "Runs": ("the length of the shortest unbroken run of elements that are $Those",),
                    "out": "min(runs, default=0)",
                    "ret": "int",
                    "end": "the smallest length, 0 if there is none",
                },
                "lengths": {
                    "kind": "lengths_of",
                    "Runs": (
                        "the lengths of all unbroken runs of elements that are $Those, in order",
                        "a list with the length of each maximal block of neighbours that are all $Those",
                    ),
                    "out": "runs",
                    "ret": "List[int]",
                    "end": "the lengths",
                },
            },
            WALK,
        ),
        tail="$Only.",
        think="Group neighbours in $walk by whether $test. Keep the lengths of the groups where it holds. Return $end.",
        code="""
            runs = [len(list(group)) for ok, group in groupby($walk, key=lambda x: $test) if ok]
            return $out
        """,
        inputs=either(args(ints(-2, 4, most=9)), args(ints(-3, 12, most=9)), args(ascending(-5, 9, most=9))),
    ),
    Op(
        key="max_subarray",
        names="${fold}_sub_array ${fold}_subarray_sum ${fold}_subarray kadane",
        params="nums:ints",
        returns="int",
        axes=(BEST,),
        think="Keep the best sum that ends here: the number alone or added to the one before. Return the $fn of all.",
        code="""
            best = current = $nums[0]
            for x in $nums[1:]:
                current = $fn(x, current + x)
                best = $fn(best, current)
            return best
        """,
        inputs=args(ints(-9, 12, least=1)),
        often=2,
        constraints=("1 <= $nums.length <= 10^5", "-10^4 <= $nums[i] <= 10^4"),
    ),
    Op(
        key="stock",
        names="max_profit best_profit stock_profit best_time_to_buy_and_sell",
        params="prices:ints",
        returns="int",
        think="Keep the lowest price so far. The best profit is the largest price minus that.",
        code="""
            best = 0
            low = float("inf")
            for p in $prices:
                low = min(low, p)
                best = max(best, p - low)
            return best
        """,
        inputs=args(ints(1, 20)),
        often=6,
        constraints=("1 <= $prices.length <= 10^5", "0 <= $prices[i] <= 10^4"),
    ),
    Op(
        key="stock_many",
        names="max_profit total_profit profit_all_trades",
        params="prices:ints",
        returns="int",
        think="Each rise from one day to the next can be earned. Sum the positive differences.",
        code="return sum(max(0, b - a) for a, b in pairwise($prices))",
        inputs=args(ints(1, 20)),
        often=2,
        constraints=("1 <= $prices.length <= 3 * 10^4", "0 <= $prices[i] <= 10^4"),
    ),
)

FAMILY = family("windows", (*OPS, *POINTERS))
