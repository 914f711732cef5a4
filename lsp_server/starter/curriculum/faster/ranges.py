"""Scans of a range where arithmetic knows the answer or half the way is enough. A table; `table.py` draws from it."""

from random import Random
from typing import Any

from lsp_server.starter.curriculum.table import Op, args, number

_MULTIPLE = {
    "any": {"Which": "numbers", "also": "", "step": "1", "visit": "total += $term"},
    **{
        str(m): {
            "Which": f"multiples of {m}",
            "also": f" if i % {m} == 0",
            "step": str(m),
            "visit": f"if i % {m} == 0:\n        total += $term",
        }
        for m in (2, 3, 4, 5, 6, 7, 9)
    },
}
_POWER = {
    "sum": {"What": "sum", "term": "i", "closed": "$step * count * (count + 1) // 2"},
    "squares": {
        "What": "sum of the squares",
        "term": "i * i",
        "closed": "$step ** 2 * count * (count + 1) * (2 * count + 1) // 6",
    },
    "cubes": {"What": "sum of the cubes", "term": "i ** 3", "closed": "$step ** 3 * (count * (count + 1) // 2) ** 2"},
    "count": {"What": "number", "term": "1", "closed": "count"},
}


def _range(rng: Random) -> tuple[Any, ...]:
    low = rng.randint(0, 30)
    return low, low + rng.randint(0, 40)


OPS = (
    Op(
        key="range_total",
        names="total sum_to range_total sum_up_to",
        params="n:int",
        returns="int",
        axes=(_MULTIPLE, _POWER),
        think="Every number of the range is visited. A formula gives the $What at once: count is how many there are.",
        code="""
            count = max($n, 0) // $step
            return $closed
            #: n
            total = 0
            for i in range(1, $n + 1):
                $visit
            return total
            #: n
            return sum($term for i in range(1, $n + 1)$also)
            #: n
            total = 0
            i = $step
            while i <= $n:
                total += $term
                i += $step
            return total
        """,
        inputs=args(number(0, 60)),
    ),
    Op(
        key="multiples_between",
        names="count_multiples multiples_between count_divisible",
        params="low:int high:int",
        returns="int",
        axes=({str(m): {"m": str(m)} for m in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)},),
        think="Every number of the range is tested. The count of multiples up to a number is a division.",
        code="""
            return $high // $m - ($low - 1) // $m if $low <= $high else 0
            #: n
            count = 0
            for i in range($low, $high + 1):
                if i % $m == 0:
                    count += 1
            return count
            #: n
            return len([i for i in range($low, $high + 1) if i % $m == 0])
        """,
        inputs=_range,
    ),
    Op(
        key="prime",
        names="is_prime prime check_prime",
        params="n:int",
        returns="bool",
        axes=(
            {
                "yes": {"Is": "prime", "yes": "True", "no": "False", "neg": ""},
                "no": {"Is": "not prime", "yes": "False", "no": "True", "neg": "not "},
            },
        ),
        think="All numbers below $n are tried. A divisor up to the square root exists if there is any.",
        code="""
            if $n < 2:
                return $no
            for d in range(2, math.isqrt($n) + 1):
                if $n % d == 0:
                    return $no
            return $yes
            #: n
            if $n < 2:
                return $no
            for d in range(2, $n):
                if $n % d == 0:
                    return $no
            return $yes
            #: n
            return ${neg}($n > 1 and all($n % d for d in range(2, $n)))
            #: n
            divisors = 0
            for d in range(1, $n + 1):
                if $n % d == 0:
                    divisors += 1
            return ${neg}divisors == 2
        """,
        inputs=args(number(0, 60)),
    ),
    Op(
        key="divisors",
        names="divisors sum_of_divisors count_divisors factors",
        params="n:int",
        returns="$kind",
        axes=(
            {
                "list": {
                    "What": "sorted list",
                    "kind": "List[int]",
                    "out": "sorted(found)",
                    "slow": "[d for",
                    "end": "]",
                },
                "count": {"What": "number", "kind": "int", "out": "len(found)", "slow": "sum(1 for", "end": ")"},
                "sum": {"What": "sum", "kind": "int", "out": "sum(found)", "slow": "sum(d for", "end": ")"},
            },
        ),
        think="All numbers up to $n are tried. Divisors come in pairs, so go up to the square root.",
        code="""
            found = set()
            for d in range(1, math.isqrt(max($n, 0)) + 1):
                if $n % d == 0:
                    found |= {d, $n // d}
            return $out
            #: n
            return $slow d in range(1, $n + 1) if $n % d == 0$end
            #: n
            found = []
            for d in range(1, $n + 1):
                if $n % d == 0:
                    found.append(d)
            return $out
        """,
        inputs=args(number(1, 80)),
    ),
    Op(
        key="primes_below",
        names="primes count_primes primes_up_to sum_primes",
        params="n:int",
        returns="$kind",
        axes=(
            {
                "list": {"What": "the list", "kind": "List[int]", "out": "primes"},
                "count": {"What": "the number", "kind": "int", "out": "len(primes)"},
                "sum": {"What": "the sum", "kind": "int", "out": "sum(primes)"},
            },
            {"below": {"Upto": "below", "end": "$n"}, "upto": {"Upto": "up to", "end": "$n + 1"}},
        ),
        think="Each number is divided by all smaller ones. A sieve crosses out the multiples of each prime.",
        code="""
            sieve = [True] * ($end)
            primes = []
            for i in range(2, $end):
                if sieve[i]:
                    primes.append(i)
                    for j in range(i * i, $end, i):
                        sieve[j] = False
            return $out
            #: n^2
            primes = []
            for i in range(2, $end):
                if all(i % d != 0 for d in range(2, i)):
                    primes.append(i)
            return $out
            #: n^2
            primes = []
            for i in range(2, $end):
                is_prime = True
                for d in range(2, i):
                    if i % d == 0:
                        is_prime = False
                if is_prime:
                    primes.append(i)
            return $out
        """,
        inputs=args(number(0, 40)),
    ),
    Op(
        key="gcd",
        names="gcd greatest_common_divisor common_divisor",
        params="a:int b:int",
        returns="int",
        think="All numbers are tried. Euclid's algorithm, math.gcd, needs few steps.",
        code="""
            return math.gcd($a, $b) if min($a, $b) > 0 else 1
            #: n
            best = 1
            for d in range(1, min($a, $b) + 1):
                if $a % d == 0 and $b % d == 0:
                    best = d
            return best
            #: n
            d = min($a, $b)
            while d > 1 and ($a % d or $b % d):
                d -= 1
            return max(d, 1)
        """,
        inputs=args(number(1, 60), number(1, 60)),
    ),
    Op(
        key="power",
        names="power my_pow raise_to",
        params="x:int n:int",
        returns="int",
        think="The loop multiplies once for each unit of the exponent. ** squares instead.",
        code="""
            return $x ** max($n, 0)
            #: n
            result = 1
            for _ in range($n):
                result *= $x
            return result
            #: n
            if $n == 0:
                return 1
            return $x * {name}($x, $n - 1)
        """,
        inputs=args(number(-5, 9), number(0, 9)),
    ),
    Op(
        key="root",
        names="int_sqrt my_sqrt floor_root is_square",
        params="n:int",
        returns="$kind",
        axes=(
            {
                "root": {"What": "the integer part of the square root", "kind": "int", "out": "root"},
                "square": {"What": "whether it is a perfect square:", "kind": "bool", "out": "root * root == $n"},
            },
        ),
        think="The loop tries one root after the other. math.isqrt finds it directly.",
        code="""
            root = math.isqrt(max($n, 0))
            return $out
            #: n
            root = 0
            while (root + 1) * (root + 1) <= $n:
                root += 1
            return $out
            #: n
            root = 0
            for i in range($n + 1):
                if i * i <= $n:
                    root = i
            return $out
        """,
        inputs=args(number(0, 90)),
    ),
)
