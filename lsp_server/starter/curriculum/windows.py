"""Family `windows`: sliding windows, two pointers and prefix sums. Tables; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ascending, family, ints, letters, number, with_k

_AGGREGATE = {
    "sum": {"agg": "sum", "Agg": ("sum", "total"), "expr": "sum($w)"},
    "max": {"agg": "max", "Agg": ("maximum", "largest element"), "expr": "max($w)"},
    "min": {"agg": "min", "Agg": ("minimum", "smallest element"), "expr": "min($w)"},
    "range": {"agg": "range", "Agg": ("difference between maximum and minimum",), "expr": "max($w) - min($w)"},
    "distinct": {"agg": "distinct", "Agg": ("number of distinct values",), "expr": "len(set($w))"},
    "evens": {"agg": "evens", "Agg": ("number of even elements",), "expr": "sum(x % 2 == 0 for x in $w)"},
    "odds": {"agg": "odds", "Agg": ("number of odd elements",), "expr": "sum(x % 2 == 1 for x in $w)"},
    "negatives": {"agg": "negatives", "Agg": ("number of negative elements",), "expr": "sum(x < 0 for x in $w)"},
    "product": {"agg": "product", "Agg": ("product",), "expr": "math.prod($w)"},
    "ends": {"agg": "ends", "Agg": ("sum of the first and the last element",), "expr": "$w[0] + $w[-1]"},
}

_FOLD = {
    "max": {"fold": "max", "Fold": ("largest", "greatest", "maximum"), "fn": "max"},
    "min": {"fold": "min", "Fold": ("smallest", "least", "minimum"), "fn": "min"},
}

_EACH = {"w": {"w": "$nums[i:i + $k]"}}

_COMPARE = {
    "ge": {"cmp": ">=", "Cmp": ("at least", "greater than or equal to")},
    "gt": {"cmp": ">", "Cmp": ("greater than", "more than")},
    "le": {"cmp": "<=", "Cmp": ("at most", "less than or equal to")},
    "lt": {"cmp": "<", "Cmp": ("less than", "below")},
    "eq": {"cmp": "==", "Cmp": ("equal to",)},
}

_SMALL = {
    "sum": _AGGREGATE["sum"],
    "max": _AGGREGATE["max"],
    "min": _AGGREGATE["min"],
    "product": _AGGREGATE["product"],
    "distinct": _AGGREGATE["distinct"],
}

_RUN = {
    "inc": {"run": "increasing", "Run": ("strictly increasing",), "op": ">"},
    "dec": {"run": "decreasing", "Run": ("strictly decreasing",), "op": "<"},
    "nondec": {"run": "non_decreasing", "Run": ("non-decreasing",), "op": ">="},
    "noninc": {"run": "non_increasing", "Run": ("non-increasing",), "op": "<="},
    "equal": {"run": "equal", "Run": ("constant (all elements equal)",), "op": "=="},
}


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
        key="window",
        names="${fold}_${agg}_of_window find_${fold}_${agg} ${fold}_window_${agg} window_${fold}_${agg}",
        params="nums:ints k:int",
        returns="int",
        axes=(_AGGREGATE, _FOLD, _EACH),
        say=(
            "Given an integer array $nums and an integer $k, return the $Fold $Agg of any contiguous subarray of length $k.",
            "the $Fold $Agg over all windows of $k consecutive elements of $nums",
            "For each window of size $k in $nums take the $Agg. Return the $Fold of these values.",
            "the $Fold $Agg among the contiguous subarrays of $nums with exactly $k elements",
            "Slide a window of size $k over $nums and compute the $Agg of each window. Return the $Fold one.",
            "Look at every $k adjacent elements of $nums: what is the $Fold $Agg?",
            "the $Fold value that the $Agg of $k consecutive entries of $nums can have",
            "Among all runs of $k neighbouring elements in the list $nums, which $Agg is the $Fold? Return it.",
            "the $Fold of the following value over all slices of $nums of length $k: the $Agg of the slice",
            "Consider all sublists of $nums that consist of $k consecutive elements. Return the $Fold $Agg.",
        ),
        tail="",
        think="Go through all windows of size $k. Compute the $Agg0 of each and return the $fn.",
        code="return $fn($expr for i in range(len($nums) - $k + 1))",
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="windows",
        names="each_window_${agg} sliding_${agg} ${agg}_sliding_window ${agg}_per_window",
        params="nums:ints k:int",
        returns="List[int]",
        axes=(_AGGREGATE, _EACH),
        say=(
            "You are given an array of integers $nums, there is a sliding window of size $k which is moving from the very "
            "left of the array to the very right. Return the $Agg of each window.",
            "a list with the $Agg of every window of $k consecutive elements of $nums",
            "the list of the $Agg of each contiguous subarray of $nums of length $k, from left to right",
            "For each $k adjacent elements of $nums compute the $Agg. Return the values in order.",
            "Slide a window of width $k over $nums and collect the $Agg at each position.",
            "Return one value for each run of $k consecutive entries of $nums: the $Agg.",
            "For every position i where $k elements fit, append the $Agg of $nums[i], ..., $nums[i+$k-1] to the result.",
            "the $Agg for each window of length $k in the list $nums",
        ),
        think="Go through all windows of size $k. Collect the $Agg0 of each in a list.",
        code="return [$expr for i in range(len($nums) - $k + 1)]",
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="count_windows",
        names="count_windows num_of_subarrays count_${agg}_windows windows_with_$agg",
        params="nums:ints k:int threshold:int",
        returns="int",
        axes=(_SMALL, _COMPARE, _EACH),
        say=(
            "Given an array of integers $nums and two integers $k and $threshold, return the number of sub-arrays of size "
            "$k whose $Agg is $Cmp $threshold.",
            "how many windows of $k consecutive elements of $nums have a $Agg $Cmp $threshold",
            "the number of contiguous subarrays of $nums of length $k with a $Agg $Cmp $threshold",
            "Count the runs of $k adjacent elements of $nums for which the $Agg is $Cmp $threshold.",
            "Slide a window of size $k over $nums. In how many positions is the $Agg $Cmp $threshold?",
            "Of all windows with $k elements in $nums, count those where the $Agg is $Cmp $threshold.",
        ),
        think="Go through all windows of size $k. Count those whose $Agg0 is $cmp $threshold.",
        code="return sum($expr $cmp $threshold for i in range(len($nums) - $k + 1))",
        inputs=lambda rng: (*with_k(ints(-5, 9, least=1))(rng), rng.randint(-2, 15)),
    ),
    Op(
        key="average",
        names="find_max_average max_average largest_window_average",
        params="nums:ints k:int",
        returns="float",
        say=(
            "You are given an integer array $nums consisting of n elements, and an integer $k. Find a contiguous subarray "
            "whose length is equal to $k that has the maximum average value and return this value.",
            "the largest average of $k consecutive elements of $nums",
            "the maximum mean over all windows of size $k in $nums",
            "Which $k adjacent elements of $nums have the greatest average? Return that average.",
        ),
        think="Sum each window of size $k. Return the largest sum divided by $k.",
        code="return max(sum($nums[i:i + $k]) for i in range(len($nums) - $k + 1)) / $k",
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="longest_run",
        names="longest_${run}_run find_length_of_lcis longest_$run max_${run}_streak",
        params="nums:ints",
        returns="int",
        axes=(_RUN,),
        say=(
            "Given an unsorted array of integers $nums, return the length of the longest $Run continuous subarray.",
            "the length of the longest run of consecutive elements of $nums that is $Run",
            "the length of the longest contiguous part of $nums that is $Run (0 for an empty list)",
            "How long is the longest $Run stretch of neighbouring elements in $nums?",
            "the greatest number of adjacent elements of $nums that form a $Run sequence",
            "Find the longest $Run contiguous subarray of $nums and return how many elements it has.",
        ),
        think="Count the current run. It grows when the number is $op the one before, else it starts at 1. Keep the longest.",
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
        say=(
            "Given an integer array $nums, return the maximum number of consecutive $Kind in the array.",
            "the length of the longest run of $Kind in $nums",
            "the largest number of $Kind in a row in $nums",
            "How many $Kind stand next to each other in $nums at most?",
            "Find the longest streak of $Kind in the list $nums and return its length.",
            "the length of the longest contiguous subarray of $nums that consists of $Kind only",
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
        names="three_consecutive_odds has_${count}_consecutive_$kind ${count}_${kind}_in_a_row",
        params="nums:ints",
        returns="bool",
        axes=(
            {"2": {"count": "two", "m": "2"}, "3": {"count": "three", "m": "3"}, "4": {"count": "four", "m": "4"}},
            {
                "odd": {"kind": "odds", "Kind": ("odd",), "test": "x % 2 == 1"},
                "even": {"kind": "evens", "Kind": ("even",), "test": "x % 2 == 0"},
                "positive": {"kind": "positives", "Kind": ("positive",), "test": "x > 0"},
                "negative": {"kind": "negatives", "Kind": ("negative",), "test": "x < 0"},
            },
        ),
        say=(
            "Given an integer array $nums, return true if there are $count consecutive $Kind numbers in the array. "
            "Otherwise, return false.",
            "whether $nums contains $count $Kind numbers in a row",
            "whether there are $count adjacent elements of $nums that are all $Kind",
            "True if $count neighbouring numbers in $nums are $Kind, else False",
            "Check if the list $nums has a run of at least $count $Kind numbers.",
        ),
        think="Count the current run: one more when $test, else back to 0. Return True when it reaches $m.",
        code="""
            run = 0
            for x in $nums:
                run = run + 1 if $test else 0
                if run == $m:
                    return True
            return False
        """,
        inputs=args(ints(-2, 4)),
    ),
    Op(
        key="max_subarray",
        names="${fold}_sub_array ${fold}_subarray_sum ${fold}_subarray kadane",
        params="nums:ints",
        returns="int",
        axes=(_FOLD,),
        say=(
            "Given an integer array $nums, find the subarray with the $Fold sum, and return its sum.",
            "the $Fold sum of a contiguous non-empty subarray of $nums",
            "the $Fold sum of one or more consecutive elements of $nums",
            "Which run of consecutive elements of $nums (at least one) has the $Fold sum? Return that sum.",
            "Use Kadane's algorithm to get the $Fold sum of a non-empty contiguous part of $nums.",
        ),
        think="Keep the best sum that ends here: the number alone or added to the one before. Return the $fn of all.",
        code="""
            best = current = $nums[0]
            for x in $nums[1:]:
                current = $fn(x, current + x)
                best = $fn(best, current)
            return best
        """,
        inputs=args(ints(-9, 12, least=1)),
    ),
    Op(
        key="stock",
        names="max_profit best_profit stock_profit best_time_to_buy_and_sell",
        params="prices:ints",
        returns="int",
        say=(
            "You are given an array $prices where $prices[i] is the price of a given stock on the ith day. You want to "
            "maximize your profit by choosing a single day to buy one stock and choosing a different day in the future to "
            "sell that stock. Return the maximum profit. If you cannot achieve any profit, return 0.",
            "the largest profit from buying once and selling once later at the daily $prices, 0 if there is none",
            "Buy on one day and sell on a later one. What is the best profit for $prices? It is 0 if prices only fall.",
            "the greatest difference $prices[j] - $prices[i] with i < j, or 0 when it is never positive",
            "Given the stock $prices of consecutive days, return the maximum gain of one purchase and one later sale (0 if "
            "none pays off).",
        ),
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
    ),
    Op(
        key="stock_many",
        names="max_profit total_profit profit_all_trades",
        params="prices:ints",
        returns="int",
        say=(
            "You are given an integer array $prices where $prices[i] is the price of a given stock on the ith day. On each "
            "day, you may buy and/or sell the stock, holding at most one share at any time. Return the maximum profit you "
            "can achieve.",
            "the largest total profit when one may buy and sell a share at $prices as often as one likes",
            "the sum of all rises from one day to the next in $prices",
            "With any number of trades (one share at a time), what is the maximum profit for the daily $prices?",
        ),
        think="Each rise from one day to the next can be earned. Sum the positive differences.",
        code="return sum(max(0, b - a) for a, b in pairwise($prices))",
        inputs=args(ints(1, 20)),
    ),
    Op(
        key="longest_substring",
        names="length_of_longest_substring longest_unique_substring longest_without_repeats",
        params="s:str",
        returns="int",
        say=(
            "Given a string $s, find the length of the longest substring without repeating characters.",
            "the length of the longest substring of $s in which no character repeats",
            "the largest number of consecutive characters of $s that are all different",
            "How long is the longest part of $s without a repeated character?",
            "Find the longest run of distinct consecutive characters in $s and return its length.",
        ),
        think="Keep a window without repeats. Before a new character, cut it after the same character. Keep the longest length.",
        code="""
            window = ""
            best = 0
            for c in $s:
                window = window[window.find(c) + 1:] + c
                best = max(best, len(window))
            return best
        """,
        inputs=args(letters("abcd", most=8)),
    ),
    Op(
        key="at_most_k_distinct",
        names="longest_at_most_k_distinct longest_k_distinct",
        params="s:str k:int",
        returns="int",
        say=(
            "Given a string $s and an integer $k, return the length of the longest substring of $s that contains at most $k "
            "distinct characters.",
            "the length of the longest substring of $s with no more than $k different characters",
            "the largest length of a part of $s that uses at most $k distinct letters",
            "How long can a substring of $s be that has $k or fewer different characters?",
        ),
        think="Grow the window to the right. While it has more than $k different characters, move its left end. Keep the "
        "longest.",
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
        say=(
            "the length of the longest contiguous subarray of $nums whose sum is at most $limit",
            "how many consecutive elements of $nums can be taken at most without their sum exceeding $limit",
            "the greatest length of a run of neighbouring elements in $nums with a sum of $limit or less",
            "Find the longest subarray of the positive numbers $nums with sum <= $limit and return its length.",
        ),
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
        say=(
            "Given an array of positive integers $nums and a positive integer $target, return the minimal length of a "
            "subarray whose sum is greater than or equal to $target. If there is no such subarray, return 0 instead.",
            "the length of the shortest contiguous subarray of $nums with a sum of at least $target, or 0 if there is none",
            "how many consecutive elements of $nums are needed at least to reach the sum $target (0 if it is impossible)",
            "Find the shortest run of neighbouring elements of $nums with sum >= $target. Return its length, 0 if none exists.",
        ),
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
        say=(
            "Given an array of integers $nums and an integer $k, return the total number of subarrays whose sum equals to $k.",
            "how many contiguous non-empty subarrays of $nums have the sum $k",
            "the number of runs of consecutive elements of $nums that add up to $k",
            "Count the pairs i <= j for which $nums[i] + ... + $nums[j] equals $k.",
            "In how many ways can one cut a contiguous piece out of $nums with sum exactly $k?",
        ),
        think="Count the prefix sums seen before, 0 at first. Each earlier prefix sum of total - $k gives one subarray.",
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
        say=(
            "Given a 1-indexed array of integers $numbers that is already sorted in non-decreasing order, find two numbers "
            "such that they add up to a specific $target number. Return the indices of the two numbers, index1 < index2, "
            "added by one. There is exactly one solution.",
            "the 1-based positions of the two elements of $numbers with sum $target, smaller position first (exactly one pair "
            "exists)",
            "the positions, counted from 1 and in increasing order, of the only two elements that add up to $target",
            "Two numbers of the ascending list $numbers add up to $target. Return their 1-based indices; the pair is unique.",
        ),
        think="Put one pointer at each end. Move the left one up when the sum is too small, the right one down when too large.",
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
            _COMPARE,
        ),
        say=(
            "Given an integer array $nums and an integer $k, return the number of pairs (i, j) where i < j such that the "
            "$What of $nums[i] and $nums[j] is $Cmp $k.",
            "how many pairs of elements at different positions of $nums have a $What $Cmp $k",
            "the number of pairs i < j for which the $What of the two elements of $nums is $Cmp $k",
            "Count the pairs of elements of $nums whose $What is $Cmp $k.",
            "Take every two elements of $nums at different places. For how many such pairs is the $What $Cmp $k?",
        ),
        think="Go through all pairs of elements. Count those with $expr $cmp $k.",
        code="return sum($expr $cmp $k for a, b in combinations($nums, 2))",
        inputs=args(ints(-3, 9), number(0, 12)),
    ),
    Op(
        key="extreme_pair",
        names="${fold}_pair_$what ${fold}_$what best_pair find_${fold}_$what",
        params="nums:ints",
        returns="int",
        axes=(
            _FOLD,
            {
                "sum": {"what": "sum", "What": ("sum",), "expr": "a + b"},
                "difference": {"what": "difference", "What": ("absolute difference",), "expr": "abs(a - b)"},
                "product": {"what": "product", "What": ("product",), "expr": "a * b"},
            },
            {
                "any": {"pair": ("two elements", "two elements at different positions"), "pairs": "combinations($nums, 2)", "kind": "pairs of elements"},
                "adjacent": {"pair": ("two adjacent elements", "two neighbouring elements"), "pairs": "pairwise($nums)", "kind": "adjacent pairs"},
            },
        ),
        say=(
            "Given an integer array $nums with at least two elements, return the $Fold $What of $pair.",
            "the $Fold $What of $pair of $nums",
            "the $Fold $What that $pair of $nums can have (there are at least two elements)",
            "Find the $Fold $What of $pair in the list $nums, which has two or more elements.",
            "Consider $pair of the list $nums. What is the $Fold possible $What?",
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
        say=(
            "You are given an integer array $height of length n. There are n vertical lines drawn such that the two endpoints "
            "of the ith line are (i, 0) and (i, $height[i]). Find two lines that together with the x-axis form a container, "
            "such that the container contains the most water. Return the maximum amount of water.",
            "the largest value of min($height[i], $height[j]) * (j - i) over all i < j",
            "Two of the vertical lines with heights $height, standing at distance 1 from each other, hold water between them. "
            "Return the largest area.",
        ),
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
        say=(
            "Given an integer array $nums sorted in non-decreasing order, remove the duplicates such that each unique element "
            "appears only once, in the same order. Return the resulting array.",
            "the different values of $nums in ascending order",
            "a sorted list with each value of $nums once",
            "Remove repeated values from the sorted list $nums and return the list.",
        ),
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
        say=(
            "Given an integer array $nums sorted in non-decreasing order, return an array of the $What of each number sorted in "
            "non-decreasing order.",
            "the $What of the numbers in $nums, sorted in ascending order",
            "a sorted list of the $What of all elements of $nums",
            "Compute the $What of all elements of the sorted list $nums and return them in ascending order.",
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
        say=(
            "Given an array of $intervals where $intervals[i] = [start_i, end_i], merge all overlapping intervals, and return an "
            "array of the non-overlapping intervals, sorted by start, that cover all the intervals in the input.",
            "the union of the closed intervals [start, end] in $intervals as a sorted list of disjoint intervals",
            "Merge intervals in $intervals that overlap or touch and return the merged ones in ascending order.",
            "a sorted list of intervals in which overlapping or touching ones of $intervals are joined",
        ),
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
        say=(
            "Given an integer array $nums and an array $queries with $queries[i] = [left, right], calculate for each query the sum "
            "of the elements of $nums between indices left and right inclusive. Return the list of answers.",
            "for each pair [i, j] of $queries the sum $nums[i] + ... + $nums[j]",
            "the sums of $nums from index i to index j, both included, for all [i, j] in $queries",
            "Answer range sum queries: each [i, j] in $queries asks for the sum of $nums[i..j] inclusive.",
        ),
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
        say=(
            "Given an array of integers $nums, calculate the pivot index of this array. The pivot index is the index where the sum "
            "of all the numbers strictly to the left is equal to the sum of all the numbers strictly to the right. Return the "
            "leftmost pivot index, or -1.",
            "the first index of $nums where the elements before it and after it have equal sums, or -1",
            "the smallest i with sum($nums[:i]) == sum($nums[i+1:]), or -1 if there is none",
            "Find the leftmost position in $nums whose left and right neighbours add up to the same. Return -1 if none exists.",
        ),
        think="Keep the sum to the left. The right sum is the total minus it and the number. Return the first index where both "
        "agree.",
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
        say=(
            "Given two strings $s and $t, return true if $s is a subsequence of $t, or false otherwise.",
            "whether $s can be formed from $t by deleting some (or no) characters without changing the order of the rest",
            "whether the characters of $s occur in $t in the same order, not necessarily next to each other",
            "True if $s is a subsequence of $t, else False",
            "Can $s be obtained by removing characters from $t? Return a boolean.",
        ),
        think="Walk $t with an iterator. Each character of $s must be found in what is left of it.",
        code="""
            rest = iter($t)
            return all(c in rest for c in $s)
        """,
        inputs=args(letters("abc", most=3), letters("abc", most=7)),
    ),
)

FAMILY = family("windows", OPS)
