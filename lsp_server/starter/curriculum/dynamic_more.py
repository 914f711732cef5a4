"""More dynamic programming and counting, part of the family `recursion`. Tables only; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ints, letters, matrix, number


def _triangle(rng: Random) -> tuple[list[list[int]]]:
    return ([[rng.randint(-3, 9) for _ in range(i + 1)] for i in range(rng.randint(1, 4))],)


def _obstacles(rng: Random) -> tuple[list[list[int]]]:
    w = rng.randint(1, 4)
    return ([[int(rng.random() < 0.2) for _ in range(w)] for _ in range(rng.randint(1, 4))],)


_BEST = {
    "min": {"best": "min", "Least": ("minimum", "smallest", "least"), "fn": "min"},
    "max": {"best": "max", "Least": ("maximum", "largest", "greatest"), "fn": "max"},
}

OPS = (
    Op(
        key="triangle",
        names="${best}imum_total triangle_path ${best}_triangle_sum",
        params="triangle:matrix",
        returns="int",
        axes=(_BEST,),
        think="Start with the last row. Going up, each number adds the $fn of the two numbers below it.",
        code="""
            best = $triangle[-1]
            for row in $triangle[-2::-1]:
                best = [x + $fn(best[i], best[i + 1]) for i, x in enumerate(row)]
            return best[0]
        """,
        given="a triangle $triangle of numbers, a list of rows, where row i has i + 1 numbers,",
        inputs=_triangle,
    ),
    Op(
        key="falling_path",
        names="${best}_falling_path_sum falling_path ${best}_falling_sum",
        params="matrix:matrix",
        returns="int",
        given="an n x n matrix $matrix",
        axes=(_BEST,),
        think="Keep the best sum for each column. A cell adds its value to the $fn of the up to three cells above it.",
        code="""
            best = $matrix[0]
            for row in $matrix[1:]:
                best = [x + $fn(best[max(0, j - 1):j + 2]) for j, x in enumerate(row)]
            return $fn(best)
        """,
        inputs=args(matrix(-5, 9, square=True)),
    ),
    Op(
        key="paths_obstacles",
        names="unique_paths_with_obstacles free_paths paths_around_obstacles",
        params="grid:matrix",
        returns="int",
        think="Keep the number of ways per column. An obstacle has 0 ways, other cells add the ways from the left.",
        code="""
            ways = [1] + [0] * (len($grid[0]) - 1)
            for row in $grid:
                for j, cell in enumerate(row):
                    if cell == 1:
                        ways[j] = 0
                    elif j > 0:
                        ways[j] += ways[j - 1]
            return ways[-1]
        """,
        inputs=_obstacles,
    ),
    Op(
        key="maximal_square",
        names="maximal_square largest_square biggest_square_area",
        params="matrix:matrix",
        returns="int",
        think="Let a cell be the side of the largest square of ones that ends there: 1 plus the least of its three "
        "neighbours above and left.",
        code="""
            best = 0
            prev = [0] * (len($matrix[0]) + 1)
            for row in $matrix:
                sides = [0]
                for j, x in enumerate(row):
                    sides.append(1 + min(prev[j], prev[j + 1], sides[j]) if x == 1 else 0)
                best = max(best, *sides)
                prev = sides
            return best * best
        """,
        inputs=args(lambda rng: [[int(rng.random() < 0.75) for _ in range(4)] for _ in range(rng.randint(1, 4))]),
    ),
    Op(
        key="palindromic_subsequence",
        names="longest_palindrome_subseq longest_palindromic_subsequence palindrome_subsequence",
        params="s:str",
        returns="int",
        think="Equal ends add 2 to the inside. Otherwise drop one of the ends and take the larger result.",
        code="""
            if len($s) < 2:
                return len($s)
            if $s[0] == $s[-1]:
                return 2 + {name}($s[1:-1])
            return max({name}($s[1:]), {name}($s[:-1]))
        """,
        inputs=args(letters("abc", most=6)),
    ),
    Op(
        key="common_substring",
        names="longest_common_substring find_length common_part_length",
        params="text1:str text2:str",
        returns="int",
        think="Keep a row with the lengths of common parts that end here. Equal characters extend the diagonal.",
        code="""
            best = 0
            prev = [0] * (len($text2) + 1)
            for a in $text1:
                row = [0]
                for j, b in enumerate($text2):
                    row.append(prev[j] + 1 if a == b else 0)
                best = max(best, *row)
                prev = row
            return best
        """,
        inputs=args(letters("abc", most=6), letters("abc", most=6)),
    ),
    Op(
        key="rob_circle",
        names="rob rob_circle circular_robber max_loot_in_circle",
        params="nums:ints",
        returns="int",
        given="a non-empty list $nums of non-negative integers",
        think="The first and the last house are neighbours: leave out one of them and take the better result.",
        code="""
            def best(houses):
                a = b = 0
                for x in houses:
                    a, b = b, max(b, a + x)
                return b

            if len($nums) == 1:
                return $nums[0]
            return max(best($nums[1:]), best($nums[:-1]))
        """,
        inputs=args(ints(0, 12, least=1)),
    ),
    Op(
        key="catalan",
        names="num_trees catalan catalan_number count_trees",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        think="The n-th Catalan number is the binomial coefficient of 2 * $n and $n divided by $n + 1.",
        code="return math.comb(2 * $n, $n) // ($n + 1)",
        inputs=args(number(0, 9)),
    ),
    Op(
        key="domino",
        names="count_tilings domino_tilings ways_to_tile",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        think="The last column is one upright domino or the last two columns are two lying ones: add both counts.",
        code="""
            a, b = 1, 1
            for _ in range($n):
                a, b = b, a + b
            return a
        """,
        inputs=args(number(0, 12)),
    ),
    Op(
        key="integer_break",
        names="integer_break max_break_product break_number",
        params="n:int",
        returns="int",
        given="an integer $n, at least 2,",
        think="Let best[i] be the largest product for i. Split off j and either keep i - j or break it.",
        code="""
            best = [0] * ($n + 1)
            for i in range(2, $n + 1):
                best[i] = max(j * max(i - j, best[i - j]) for j in range(1, i))
            return best[$n]
        """,
        inputs=args(number(2, 14)),
    ),
    Op(
        key="binomial",
        names="binomial choose n_choose_k binomial_coefficient",
        params="n:int k:int",
        returns="int",
        think="Choosing 0 or all has one way. Otherwise the first one is taken or not: add both counts.",
        code="""
            if $k == 0 or $k == $n:
                return 1
            return {name}($n - 1, $k - 1) + {name}($n - 1, $k)
        """,
        inputs=lambda rng: (lambda n: (n, rng.randint(0, n)))(rng.randint(0, 8)),
    ),
)
