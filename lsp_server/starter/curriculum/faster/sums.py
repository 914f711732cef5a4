"""Sums and extremes made anew for every place: carry them along in one pass. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ints, number, with_k

_FOLD = {
    "sum": {"Fold": "sum", "fn": "sum", "step": "acc + x", "first": "0"},
    "max": {"Fold": "maximum", "fn": "max", "step": "max(acc, x)", "first": "$nums[0] if $nums else 0"},
    "min": {"Fold": "minimum", "fn": "min", "step": "min(acc, x)", "first": "$nums[0] if $nums else 0"},
}
_BEATS = {
    "gt": {"Beats": "greater than", "cmp": ">", "keep": "max"},
    "ge": {"Beats": "at least as large as", "cmp": ">=", "keep": "max"},
    "lt": {"Beats": "less than", "cmp": "<", "keep": "min"},
    "le": {"Beats": "at most as large as", "cmp": "<=", "keep": "min"},
}


def _queries(rng: Random) -> tuple[list[int], list[list[int]]]:
    nums = ints(-9, 20, least=1)(rng)
    pairs = [sorted((rng.randrange(len(nums)), rng.randrange(len(nums)))) for _ in range(rng.randint(0, 3))]
    return nums, pairs


OPS = (
    Op(
        key="running",
        names="running_${fn} prefix_${fn} cumulative_${fn}",
        params="nums:ints",
        returns="List[int]",
        axes=(_FOLD,),
        think="Every prefix is read again from its start. Carry the $Fold along from one element to the next.",
        code="""
            result = []
            acc = $first
            for x in $nums:
                acc = $step
                result.append(acc)
            return result
            #: n^2
            return [$fn($nums[:i + 1]) for i in range(len($nums))]
            #: n^2
            result = []
            for i in range(1, len($nums) + 1):
                result.append($fn($nums[:i]))
            return result
        """,
        inputs=args(ints(-9, 20, least=1)),
    ),
    Op(
        key="range_sums",
        names="range_sums sum_queries answer_queries",
        params="nums:ints queries:pairs",
        returns="List[int]",
        think="Each query adds its part of the list again. Build prefix sums once; each answer is a difference of two.",
        code="""
            prefix = [0]
            for x in $nums:
                prefix.append(prefix[-1] + x)
            return [prefix[right + 1] - prefix[left] for left, right in $queries]
            #: n^2
            return [sum($nums[left:right + 1]) for left, right in $queries]
            #: n^2
            result = []
            for left, right in $queries:
                total = 0
                for i in range(left, right + 1):
                    total += $nums[i]
                result.append(total)
            return result
        """,
        inputs=_queries,
    ),
    Op(
        key="windows",
        names="window_sums ${best}_window sliding_${best} best_window",
        params="nums:ints k:window",
        returns="$kind",
        axes=(
            {
                "all": {"Best": "list of the sums", "best": "all", "kind": "List[int]", "out": "sums"},
                "max": {"Best": "largest sum", "best": "max", "kind": "int", "out": "max(sums)"},
                "min": {"Best": "smallest sum", "best": "min", "kind": "int", "out": "min(sums)"},
            },
        ),
        think="Each window is summed anew. Add the element that enters and subtract the one that leaves.",
        code="""
            total = sum($nums[:$k])
            sums = [total] if $k <= len($nums) else []
            for i in range($k, len($nums)):
                total += $nums[i] - $nums[i - $k]
                sums.append(total)
            return $out
            #: n^2
            sums = [sum($nums[i:i + $k]) for i in range(len($nums) - $k + 1)]
            return $out
            #: n^2
            sums = []
            for i in range(len($nums) - $k + 1):
                total = 0
                for j in range(i, i + $k):
                    total += $nums[j]
                sums.append(total)
            return $out
        """,
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="pivot",
        names="pivot_index balance_index find_pivot equilibrium",
        params="nums:ints",
        returns="int",
        think="Both sides are summed for every index. Keep the left sum and compare it with what is left of the total.",
        code="""
            total = sum($nums)
            left = 0
            for i, x in enumerate($nums):
                if left == total - left - x:
                    return i
                left += x
            return -1
            #: n^2
            for i in range(len($nums)):
                if sum($nums[:i]) == sum($nums[i + 1:]):
                    return i
            return -1
        """,
        inputs=args(ints(-2, 3)),
    ),
    Op(
        key="leaders",
        names="leaders find_leaders dominant_elements",
        params="nums:ints",
        returns="$kind",
        axes=(
            _BEATS,
            {
                "list": {
                    "Emit": "a list of",
                    "kind": "List[int]",
                    "slow": "[x for i, x in enumerate($nums) if $all]",
                    "init": "result = []",
                    "add": "result.append(x)",
                    "done": "return result[::-1]",
                },
                "count": {
                    "Emit": "the number of",
                    "kind": "int",
                    "slow": "sum(1 for i, x in enumerate($nums) if $all)",
                    "init": "count = 0",
                    "add": "count += 1",
                    "done": "return count",
                },
                "sum": {
                    "Emit": "the sum of",
                    "kind": "int",
                    "slow": "sum(x for i, x in enumerate($nums) if $all)",
                    "init": "total = 0",
                    "add": "total += x",
                    "done": "return total",
                },
            },
            {"right": {"all": "all(x $cmp y for y in $nums[i + 1:])"}},
        ),
        think="For each element all that follow are compared. Go from the right and keep the $keep of those seen.",
        code="""
            $init
            best = None
            for x in reversed($nums):
                if best is None or x $cmp best:
                    $add
                best = x if best is None else $keep(best, x)
            $done
            #: n^2
            return $slow
        """,
        inputs=args(ints(-5, 12)),
    ),
    Op(
        key="profit",
        names="max_profit best_gain largest_rise biggest_drop",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "rise": {
                    "Rise": "later element minus an earlier one",
                    "gain": "$nums[j] - $nums[i]",
                    "keep": "min",
                    "now": "x - best",
                },
                "drop": {
                    "Rise": "earlier element minus a later one",
                    "gain": "$nums[i] - $nums[j]",
                    "keep": "max",
                    "now": "best - x",
                },
            },
        ),
        think="All pairs are compared. One pass is enough: keep the $keep of the elements so far.",
        code="""
            if not $nums:
                return 0
            result = 0
            best = $nums[0]
            for x in $nums:
                result = max(result, $now)
                best = $keep(best, x)
            return result
            #: n^2
            result = 0
            for i in range(len($nums)):
                for j in range(i + 1, len($nums)):
                    result = max(result, $gain)
            return result
            #: n^2
            result = 0
            for i in range(len($nums)):
                for j in range(i + 1, len($nums)):
                    if $gain > result:
                        result = $gain
            return result
        """,
        inputs=args(ints(-9, 20, least=1)),
    ),
    Op(
        key="subarray",
        names="max_subarray best_subarray ${fn}_subarray_sum",
        params="nums:ints",
        returns="int",
        axes=(
            {"max": {"Ext": "largest", "fn": "max", "cmp": ">"}, "min": {"Ext": "smallest", "fn": "min", "cmp": "<"}},
        ),
        think="All subarrays are tried. The best one that ends at x is x alone or x after the best one before.",
        code="""
            best = here = $nums[0]
            for x in $nums[1:]:
                here = $fn(x, here + x)
                best = $fn(best, here)
            return best
            #: n^2
            best = $nums[0]
            for i in range(len($nums)):
                total = 0
                for j in range(i, len($nums)):
                    total += $nums[j]
                    best = $fn(best, total)
            return best
            #: n^3
            best = $nums[0]
            for i in range(len($nums)):
                for j in range(i, len($nums)):
                    total = sum($nums[i:j + 1])
                    if total $cmp best:
                        best = total
            return best
        """,
        inputs=args(ints(-9, 9, least=1)),
    ),
    Op(
        key="subarrays_with_sum",
        names="count_subarrays subarray_sum subarrays_with_sum",
        params="nums:ints k:int",
        returns="int",
        think="All subarrays are summed. Count the prefix sums seen: each earlier one of total - $k is one subarray.",
        code="""
            seen = Counter([0])
            total = count = 0
            for x in $nums:
                total += x
                count += seen[total - $k]
                seen[total] += 1
            return count
            #: n^2
            count = 0
            for i in range(len($nums)):
                total = 0
                for j in range(i, len($nums)):
                    total += $nums[j]
                    if total == $k:
                        count += 1
            return count
            #: n^3
            count = 0
            for i in range(len($nums)):
                for j in range(i + 1, len($nums) + 1):
                    if sum($nums[i:j]) == $k:
                        count += 1
            return count
        """,
        inputs=args(ints(-3, 5), number(-3, 8)),
    ),
    Op(
        key="others_product",
        names="product_except_self products_of_others ${what}_of_others",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "sum": {"What": "sum", "what": "sum", "one": "0", "op": "+"},
                "product": {"What": "product", "what": "product", "one": "1", "op": "*"},
            },
        ),
        think="For each index all others are read. Carry the $What of those on the left, then of those on the right.",
        code="""
            result = []
            acc = $one
            for x in $nums:
                result.append(acc)
                acc = acc $op x
            acc = $one
            for i in range(len($nums) - 1, -1, -1):
                result[i] = result[i] $op acc
                acc = acc $op $nums[i]
            return result
            #: n^2
            result = []
            for i in range(len($nums)):
                acc = $one
                for j in range(len($nums)):
                    if i != j:
                        acc = acc $op $nums[j]
                result.append(acc)
            return result
        """,
        inputs=args(ints(-4, 6)),
    ),
)
