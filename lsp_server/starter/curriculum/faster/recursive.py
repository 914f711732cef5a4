"""Recursion that forgets what it has computed. A table; `table.py` draws from it."""

from lsp_server.starter.curriculum.table import Op, args, number

_PAST = {str(count): {"P": f"{count} * " if count > 1 else ""} for count in (1, 2, 3, 4)}
_BEFORE = {str(count): {"Q": f"{count} * " if count > 1 else ""} for count in (1, 2, 3, 5)}
_START = {f"{zero}{one}": {"zero": zero, "one": one} for zero, one in ("01", "11", "12", "21", "02", "13")}


OPS = (
    Op(
        key="recurrence",
        names="sequence term nth_term recurrence seq fib",
        params="n:int",
        returns="int",
        axes=(_PAST, _BEFORE, _START),
        think="Each call makes two more, so the same values are computed again. Go up from the start and keep "
        "the last two.",
        code="""
            a, b = $zero, $one
            for _ in range($n):
                a, b = b, ${P}b + ${Q}a
            return a
            #: 2^n
            if $n == 0:
                return $zero
            if $n == 1:
                return $one
            return $P{name}($n - 1) + $Q{name}($n - 2)
            #: 2^n
            def go(i):
                if i <= 0:
                    return $zero
                if i == 1:
                    return $one
                return ${P}go(i - 1) + ${Q}go(i - 2)
            return go($n)
        """,
        inputs=args(number(0, 12)),
    ),
    Op(
        key="fibonacci",
        names="fib fibonacci nth_fibonacci",
        params="n:int",
        returns="int",
        think="Each call makes two more, so the same values are computed again. Go up from the start and keep "
        "the last two.",
        code="""
            if $n < 2:
                return $n
            a, b = 0, 1
            for _ in range($n - 1):
                a, b = b, a + b
            return b
            #: 2^n
            if $n < 2:
                return $n
            return {name}($n - 1) + {name}($n - 2)
            #: 2^n
            if $n <= 1:
                return $n
            return {name}($n - 1) + {name}($n - 2)
            #: 2^n
            return $n if $n < 2 else {name}($n - 1) + {name}($n - 2)
        """,
        inputs=args(number(0, 12)),
    ),
    Op(
        key="tribonacci",
        names="tribonacci trib three_terms",
        params="n:int",
        returns="int",
        axes=({f"{a}{b}{c}": {"zero": a, "one": b, "two": c} for a, b, c in ("011", "001", "111", "112", "012")},),
        think="Each call makes three more. Go up from the start and keep the last three.",
        code="""
            a, b, c = $zero, $one, $two
            for _ in range($n):
                a, b, c = b, c, a + b + c
            return a
            #: 2^n
            if $n <= 0:
                return $zero
            if $n < 3:
                return $one if $n == 1 else $two
            return {name}($n - 1) + {name}($n - 2) + {name}($n - 3)
        """,
        inputs=args(number(0, 10)),
    ),
    Op(
        key="stairs",
        names="climb_stairs ways count_ways steps",
        params="n:int",
        returns="int",
        axes=({"2": {"most": "2"}, "3": {"most": "3"}, "4": {"most": "4"}, "5": {"most": "5"}},),
        think="The ways for each number are computed again and again. Fill a table from 0 up.",
        code="""
            ways = [1]
            for i in range(1, $n + 1):
                ways.append(sum(ways[max(0, i - $most):i]))
            return ways[$n] if $n >= 0 else 0
            #: 2^n
            if $n < 0:
                return 0
            if $n == 0:
                return 1
            return sum({name}($n - step) for step in range(1, $most + 1))
            #: 2^n
            if $n == 0:
                return 1
            total = 0
            for step in range(1, $most + 1):
                if step <= $n:
                    total += {name}($n - step)
            return total
        """,
        inputs=args(number(0, 9)),
    ),
    Op(
        key="grid_paths",
        names="unique_paths grid_paths count_paths",
        params="m:int n:int",
        returns="int",
        think="Each call makes two more, so the same cells are computed again and again. Fill the grid row by row.",
        code="""
            if $m == 1 or $n == 1:
                return 1
            row = [1] * $n
            for _ in range($m - 1):
                for j in range(1, $n):
                    row[j] += row[j - 1]
            return row[-1]
            #: 2^n
            if $m == 1 or $n == 1:
                return 1
            return {name}($m - 1, $n) + {name}($m, $n - 1)
        """,
        inputs=args(number(1, 5), number(1, 5)),
    ),
    Op(
        key="binomial",
        names="binomial choose pascal",
        params="n:int k:int",
        returns="int",
        think="Each call makes two more. math.comb computes the binomial coefficient directly.",
        code="""
            return 1 if $k in (0, $n) else math.comb($n, $k)
            #: 2^n
            if $k == 0 or $k == $n:
                return 1
            return {name}($n - 1, $k - 1) + {name}($n - 1, $k)
        """,
        inputs=lambda rng: (lambda n: (n, rng.randint(0, n)))(rng.randint(0, 9)),
    ),
    Op(
        key="coin_ways",
        names="count_change ways_to_pay change coin_combinations",
        params="coins:ints amount:int",
        returns="int",
        think="The same amounts are split again and again. Fill a table of the ways for each amount, coin by coin.",
        code="""
            if $amount < 0:
                return 0
            ways = [1] + [0] * $amount
            for coin in $coins:
                for i in range(coin, $amount + 1):
                    ways[i] += ways[i - coin]
            return ways[$amount]
            #: 2^n
            if $amount == 0:
                return 1
            if $amount < 0 or not $coins:
                return 0
            return {name}($coins, $amount - $coins[0]) + {name}($coins[1:], $amount)
        """,
        inputs=lambda rng: (rng.sample(range(1, 9), rng.randint(0, 3)), rng.randint(0, 12)),
    ),
    Op(
        key="subset_sum",
        names="can_reach subset_sum can_make is_possible",
        params="nums:ints target:int",
        returns="bool",
        think="Each call makes two more. Keep the set of sums that can be reached, number by number.",
        code="""
            sums = {0}
            for x in $nums:
                sums |= {s + x for s in sums}
            return $target in sums
            #: 2^n
            if not $nums:
                return $target == 0
            return {name}($nums[1:], $target) or {name}($nums[1:], $target - $nums[0])
        """,
        inputs=lambda rng: ([rng.randint(0, 9) for _ in range(rng.randint(0, 6))], rng.randint(0, 20)),
    ),
)
