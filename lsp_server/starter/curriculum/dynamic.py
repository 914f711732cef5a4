"""Dynamic programming, part of the family `recursion`. Tables only; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ints, letters, matrix, number


def _coins(rng: Random) -> tuple[list[int], int]:
    return sorted(rng.sample((1, 2, 3, 5, 7, 10), rng.randint(1, 3))), rng.randint(0, 15)


def _knapsack(rng: Random) -> tuple[list[int], list[int], int]:
    n = rng.randint(1, 4)
    return [rng.randint(1, 6) for _ in range(n)], [rng.randint(1, 20) for _ in range(n)], rng.randint(0, 12)


def _word_break(rng: Random) -> tuple[str, list[str]]:
    words = rng.sample(("a", "ab", "cat", "cats", "dog", "do", "go", "and"), rng.randint(2, 4))
    s = "".join(rng.choice(words) for _ in range(rng.randint(1, 3)))
    return (s if rng.random() < 0.6 else s[:-1] + "x"), words


_STEPS = {
    "2": {"steps": "1 or 2", "start": "a, b = 1, 1", "step": "a, b = b, a + b", "why": "the two before it"},
    "3": {"steps": "1, 2 or 3", "start": "a, b, c = 1, 1, 2", "step": "a, b, c = b, c, a + b + c", "why": "the three before it"},
    "13": {"steps": "1 or 3", "start": "a, b, c = 1, 1, 1", "step": "a, b, c = b, c, c + a", "why": "those one and three before it"},
    "23": {"steps": "2 or 3", "start": "a, b, c = 1, 0, 1", "step": "a, b, c = b, c, a + b", "why": "those two and three before it"},
}

OPS = (
    Op(
        key="climb",
        names="climb_stairs count_ways ways_to_climb climbing_ways staircase",
        params="n:int",
        returns="int",
        axes=(_STEPS,),
        say=(
            "You are climbing a staircase. It takes $n steps to reach the top. Each time you can climb $steps steps. In "
            "how many distinct ways can you climb to the top?",
            "how many ways there are to climb $n stairs taking $steps at a time",
            "the number of ways to write $n as an ordered sum of the numbers $steps (1 for $n = 0)",
            "A frog jumps up $n stairs; each jump is $steps stairs. Count the different ways to reach the top.",
            "the number of different sequences of steps of size $steps that add up to $n",
            "Each move covers $steps stairs. Count the distinct ways to get up a staircase of exactly $n stairs.",
        ),
        think="The ways for a stair are the sum of $why. Start with $start and repeat $n times: $step.",
        code="""
            $start
            for _ in range($n):
                $step
            return a
        """,
        inputs=args(number(0, 10)),
    ),
    Op(
        key="climb_cost",
        names="min_cost_climbing_stairs min_climb_cost cheapest_climb",
        params="cost:ints",
        returns="int",
        say=(
            "You are given an integer array $cost where $cost[i] is the cost of ith step on a staircase. Once you pay "
            "the cost, you can either climb one or two steps. You can either start from the step with index 0, or the "
            "step with index 1. Return the minimum cost to reach the top of the floor.",
            "the least cost of getting past the end of $cost when you start on step 0 or 1, pay $cost[i] on step i and "
            "go 1 or 2 steps on",
            "Step i of a staircase costs $cost[i]; after paying you climb 1 or 2 steps. Starting at step 0 or 1, what "
            "is the minimum total cost to get beyond the last step?",
            "the minimum cost to climb the stairs $cost, one or two steps at a time, starting from either of the first "
            "two steps",
        ),
        think="Keep the cheapest total up to the last two steps. Each step costs its own price plus the cheaper of both.",
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
        say=(
            "You are a professional robber planning to rob houses along a street. Given an integer array $nums "
            "representing the amount of money of each house, return the maximum amount of money you can rob tonight "
            "without robbing two adjacent houses.",
            "the largest sum of elements of $nums of which no two are adjacent",
            "Choose elements of $nums so that no two of them are neighbours. Return the maximum possible sum (0 for an "
            "empty list).",
            "the greatest total you can collect from $nums without taking two neighbouring values",
            "House i holds $nums[i] coins, and two houses next to each other must not both be robbed. Return the best "
            "haul.",
            "the maximum sum of a subset of non-adjacent entries of $nums (non-negative numbers)",
        ),
        think="Keep the best without and with the last house. Each house is either skipped or added to the best before "
        "its neighbour.",
        code="""
            a = b = 0
            for x in $nums:
                a, b = b, max(b, a + x)
            return b
        """,
        inputs=args(ints(0, 20)),
    ),
    Op(
        key="coin_change",
        names="coin_change min_coins fewest_coins least_coins",
        params="coins:ints amount:int",
        returns="int",
        say=(
            "You are given an integer array $coins representing coins of different denominations and an integer "
            "$amount. Return the fewest number of coins that you need to make up that amount. If that amount cannot be "
            "made up, return -1. You have an infinite number of each kind of coin.",
            "the least number of coins from $coins, each usable any number of times, that sum to $amount, or -1 if that "
            "is impossible",
            "How few coins are needed to pay $amount with denominations $coins? Return -1 if it cannot be paid.",
            "the minimum number of coins with values $coins that make $amount exactly, -1 when there is no way",
            "Pay exactly $amount with as few coins as possible; $coins lists the values, and each may be used again. "
            "Return the count or -1.",
        ),
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
    ),
    Op(
        key="coin_ways",
        names="change coin_ways count_change ways_to_pay",
        params="coins:ints amount:int",
        returns="int",
        say=(
            "You are given an integer array $coins representing coins of different denominations and an integer "
            "$amount. Return the number of combinations that make up that amount. If that amount cannot be made up by "
            "any combination of the coins, return 0. You have an infinite number of each kind of coin.",
            "how many combinations of $coins, each usable any number of times, add up to $amount (order does not "
            "matter)",
            "In how many ways can $amount be paid with coins of the values $coins? Order is irrelevant.",
            "the number of multisets of coins from $coins with total value $amount",
            "Count the ways to make $amount from coins with values $coins, ignoring the order of the coins.",
        ),
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
        say=(
            "There is a robot on an $m x $n grid. The robot is initially located at the top-left corner and tries to "
            "move to the bottom-right corner. It can only move either down or right at any point in time. Return the "
            "number of possible unique paths.",
            "the number of paths from the top-left to the bottom-right cell of an $m x $n grid, moving only right or "
            "down",
            "how many ways lead through a grid of $m rows and $n columns from one corner to the opposite one, going "
            "only right or down",
            "Count the routes across an $m by $n board from the top left to the bottom right cell with steps right and "
            "down.",
        ),
        think="Each path makes $m - 1 steps down and $n - 1 right. Choose which of all the steps go down.",
        code="return math.comb($m + $n - 2, $m - 1)",
        inputs=args(number(1, 6), number(1, 6)),
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
        say=(
            "Given an m x n $grid filled with numbers, find a path from top left to bottom right, which has the $Least "
            "sum of all numbers along its path. You can only move either down or right at any point in time. Return "
            "the sum.",
            "the $Least sum of the numbers on a path from the top-left to the bottom-right cell of $grid, moving only "
            "right or down",
            "the $Least path sum through the matrix $grid from the top-left to the bottom-right corner with steps right and "
            "down",
            "Walk through $grid from the first cell to the last, going right or down. What is the $Least possible sum?",
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
        say=(
            "Given two strings $text1 and $text2, return the length of their longest common subsequence. If there is no "
            "common subsequence, return 0.",
            "the length of the longest common subsequence of $text1 and $text2",
            "the length of the longest string that is a subsequence of both $text1 and $text2",
            "How many characters does the longest common subsequence of $text1 and $text2 have? Its characters need not "
            "be adjacent.",
            "Delete characters from $text1 and $text2 until both are equal. Return the greatest possible length that is "
            "left.",
        ),
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
                "nondec": {"order": "non_decreasing", "Order": ("non-decreasing",), "op": "<=", "small": "smaller or equal"},
                "noninc": {"order": "non_increasing", "Order": ("non-increasing",), "op": ">=", "small": "larger or equal"},
            },
        ),
        say=(
            "Given an integer array $nums, return the length of the longest $Order subsequence.",
            "the length of the longest $Order subsequence of $nums (0 for an empty list)",
            "how many elements of $nums can be kept at most so that what is left is $Order",
            "Find the longest subsequence of $nums that is $Order and return its length. It need not be contiguous.",
            "the largest number of elements, chosen from $nums in order, that form a $Order sequence",
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
        say=(
            "Given two strings $word1 and $word2, return the minimum number of operations required to convert $word1 to "
            "$word2. You have the following three operations: insert a character, delete a character, replace a "
            "character.",
            "the Levenshtein distance between $word1 and $word2",
            "the edit distance of $word1 and $word2 (insertions, deletions and replacements of one character)",
            "How many single-character insertions, deletions and replacements turn $word1 into $word2 at least?",
            "the least number of edits (insert, delete or replace one character) that make $word1 equal to $word2",
        ),
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
        say=(
            "the largest total value of items with total weight at most $capacity; item i has weight $weights[i] and "
            "value $values[i] and can be taken once",
            "Solve the 0/1 knapsack problem: $weights and $values describe the items, $capacity is the weight limit. "
            "Return the best total value.",
            "You are given the $weights and $values of n items and a knapsack of capacity $capacity. Return the maximum "
            "value that fits. Each item can be used at most once.",
            "Each item has a weight and a value (lists $weights and $values). What is the greatest value that fits into "
            "a bag that carries $capacity?",
        ),
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
        say=(
            "Given a string $s and a dictionary of strings $word_dict, return true if $s can be segmented into a sequence "
            "of one or more dictionary words. The same word may be reused multiple times.",
            "whether $s can be split into words that are all in $word_dict",
            "whether $s is a concatenation of words from $word_dict, each usable any number of times",
            "True if the string $s can be built by joining words of $word_dict (repeats allowed), else False",
            "Can the text $s be cut into pieces so that each piece is in the list $word_dict? Return a boolean.",
        ),
        think="Let ok[i] say whether the first i characters split. It holds when some word ends there and the part "
        "before it splits.",
        code="""
            ok = [True] + [False] * len($s)
            for i in range(1, len($s) + 1):
                ok[i] = any($s[:i].endswith(w) and ok[i - len(w)] for w in $word_dict)
            return ok[-1]
        """,
        inputs=_word_break,
    ),
    Op(
        key="decode_ways",
        names="num_decodings count_decodings decode_ways",
        params="s:str",
        returns="int",
        say=(
            "A message containing letters from A-Z is encoded into numbers with the mapping 'A' -> \"1\", ..., "
            "'Z' -> \"26\". Given a string $s containing only digits, return the number of ways to decode it.",
            "how many ways the digit string $s can be read as letters with A = 1, B = 2, ..., Z = 26",
            "the number of ways to cut the digits $s into numbers from 1 to 26 without leading zeros",
            "Count the decodings of the digit string $s, where 1 stands for A up to 26 for Z.",
        ),
        think="Keep the ways for the last two prefixes. A non-zero digit takes the last count, a pair from 10 to 26 adds "
        "the one before.",
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
        say=(
            "Given an integer array $nums, find a subarray that has the largest product, and return the product.",
            "the largest product of a contiguous non-empty subarray of $nums",
            "the greatest product of one or more consecutive elements of $nums",
            "Which run of consecutive elements of $nums has the greatest product? Return that product.",
        ),
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
        say=(
            "Given an integer $num_rows, return the first $num_rows of Pascal's triangle.",
            "the first $num_rows rows of Pascal's triangle as a list of lists",
            "Build Pascal's triangle with $num_rows rows. Each number is the sum of the two numbers above it.",
            "Pascal's triangle up to and including row number $num_rows, where the first row is [1]",
            "a list of $num_rows rows, where row i holds the binomial coefficients of i, starting with [1]",
        ),
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
        say=(
            "Given an integer $row_index, return the $row_index-th (0-indexed) row of Pascal's triangle.",
            "row $row_index of Pascal's triangle, where row 0 is [1]",
            "the binomial coefficients C($row_index, 0), ..., C($row_index, $row_index)",
            "Return the numbers of row $row_index of Pascal's triangle; rows are counted from 0.",
        ),
        think="Entry k of the row is the binomial coefficient of $row_index and k.",
        code="return [math.comb($row_index, k) for k in range($row_index + 1)]",
        inputs=args(number(0, 7)),
    ),
    Op(
        key="partition",
        names="can_partition equal_partition splits_evenly",
        params="nums:ints",
        returns="bool",
        say=(
            "Given an integer array $nums, return true if you can partition the array into two subsets such that the sum "
            "of the elements in both subsets is equal or false otherwise.",
            "whether the positive numbers $nums can be divided into two groups with the same sum",
            "whether some elements of $nums add up to exactly half of its total",
            "Can the list $nums of positive integers be split into two parts of equal sum? Return True or False.",
        ),
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
        say=(
            "whether some subset of $nums has the sum $target (the empty subset has sum 0)",
            "True if elements of $nums, each used at most once, can add up to $target, else False",
            "Can $target be written as a sum of some of the numbers in $nums, each taken at most once? The empty sum is 0.",
            "whether $target is the sum of a subset of the list $nums; the empty subset counts",
        ),
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
        say=(
            "Given an integer $n, return the least number of perfect square numbers that sum to $n.",
            "the least number of perfect squares that add up to $n",
            "How few square numbers (1, 4, 9, ...) are needed to write $n as their sum?",
            "the minimum count of perfect squares with sum $n",
        ),
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
