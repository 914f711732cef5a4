"""Part of the family `recursion`: sequences defined by themselves, lists taken apart recursively. A table."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, either, ints, number, one_of


def _three(rng: Random) -> tuple[int]:
    return (rng.randint(0, 9),)


OPS = (
    Op(
        key="recurrence",
        names="$series ${series}_number nth_$series calculate_$series",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        axes=(
            {
                "fib": {
                    "series": "fib",
                    "define": ("F(0) = 0, F(1) = 1 and F(n) = F(n - 1) + F(n - 2) for n > 1",),
                    "Name": ("Fibonacci",),
                    "start": "a, b = 0, 1",
                    "step": "a, b = b, a + b",
                },
                "lucas": {
                    "series": "lucas",
                    "define": ("F(0) = 2, F(1) = 1 and F(n) = F(n - 1) + F(n - 2) for n > 1",),
                    "Name": ("Lucas",),
                    "start": "a, b = 2, 1",
                    "step": "a, b = b, a + b",
                },
                "pell": {
                    "series": "pell",
                    "define": ("F(0) = 0, F(1) = 1 and F(n) = 2 * F(n - 1) + F(n - 2) for n > 1",),
                    "Name": ("Pell",),
                    "start": "a, b = 0, 1",
                    "step": "a, b = b, 2 * b + a",
                },
                "jacobsthal": {
                    "series": "jacobsthal",
                    "define": ("F(0) = 0, F(1) = 1 and F(n) = F(n - 1) + 2 * F(n - 2) for n > 1",),
                    "Name": ("Jacobsthal",),
                    "start": "a, b = 0, 1",
                    "step": "a, b = b, b + 2 * a",
                },
                "trib": {
                    "series": "tribonacci",
                    "define": ("F(0) = 0, F(1) = 1, F(2) = 1 and F(n) = F(n - 1) + F(n - 2) + F(n - 3) for n > 2",),
                    "Name": ("Tribonacci",),
                    "start": "a, b, c = 0, 1, 1",
                    "step": "a, b, c = b, c, a + b + c",
                },
            },
        ),
        think="Start with $start. Repeat $n times: $step. The answer is a.",
        code="""
            $start
            for _ in range($n):
                $step
            return a
        """,
        inputs=args(number(0, 12)),
        often=2,
    ),
    Op(
        key="fibonacci",
        names="fib fibonacci nth_fibonacci fib_number compute_fib",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        think="Start with a, b = 0, 1. Repeat $n times: a, b = b, a + b. The answer is a.",
        code="""
            a, b = 0, 1
            for _ in range($n):
                a, b = b, a + b
            return a
        """,
        inputs=args(number(0, 15)),
        often=4,
        constraints=("0 <= $n <= 30",),
    ),
    Op(
        key="fibonacci_list",
        names="fibonacci_numbers fib_list first_fibonacci fibonacci_sequence",
        params="n:int",
        returns="List[int]",
        given="a non-negative integer $n",
        think="Start with a, b = 0, 1. Repeat $n times: append a, then a, b = b, a + b.",
        code="""
            result = []
            a, b = 0, 1
            for _ in range($n):
                result.append(a)
                a, b = b, a + b
            return result
        """,
        inputs=args(number(0, 10)),
        often=2,
    ),
    Op(
        key="gray_code",
        names="gray_code gray_sequence generate_gray",
        params="n:int",
        returns="List[int]",
        think="Entry i of the Gray code is i ^ (i >> 1). There are 2 to the $n entries.",
        code="return [i ^ (i >> 1) for i in range(2 ** $n)]",
        inputs=args(number(0, 4)),
    ),
    Op(
        key="hanoi",
        names="hanoi_moves hanoi tower_of_hanoi count_hanoi_moves",
        params="n:int",
        returns="int",
        think="No disk takes no move. Otherwise move $n - 1 disks away, the largest, and $n - 1 disks on top.",
        code="""
            if $n == 0:
                return 0
            return 2 * {name}($n - 1) + 1
        """,
        inputs=args(number(0, 10)),
    ),
    Op(
        key="bits",
        names="count_bits bit_counts ones_up_to popcounts",
        params="n:int",
        returns="List[int]",
        think="The bits of i are those of i // 2 plus its last bit. Fill the list from 1 on.",
        code="""
            result = [0] * ($n + 1)
            for i in range(1, $n + 1):
                result[i] = result[i // 2] + i % 2
            return result
        """,
        inputs=args(number(0, 9)),
    ),
    Op(
        key="gcd_recursive",
        names="gcd recursive_gcd greatest_common_divisor",
        params="a:int b:int",
        returns="int",
        given="two non-negative integers $a and $b, not both 0,",
        think="When $b is 0 the answer is $a. Otherwise it is the gcd of $b and the remainder.",
        code="""
            if $b == 0:
                return $a
            return {name}($b, $a % $b)
        """,
        inputs=args(number(1, 40), number(0, 40)),
    ),
    Op(
        key="palindrome_recursive",
        names="is_palindrome palindrome_recursive check_palindrome",
        params="s:str",
        returns="bool",
        think="A string of at most one character is a palindrome. Otherwise the ends must agree and the inside be one.",
        code="""
            if len($s) < 2:
                return True
            return $s[0] == $s[-1] and {name}($s[1:-1])
        """,
        inputs=args(one_of("", "a", "ab", "aa", "level", "noon", "abca", "abcba", "python", "racecar")),
    ),
    Op(
        key="collatz",
        names="collatz_steps collatz_length count_collatz",
        params="n:int",
        returns="int",
        given="a positive integer $n",
        think="For 1 no step is needed. Otherwise one step plus those of half of it or of 3 * $n + 1.",
        code="""
            if $n == 1:
                return 0
            return 1 + {name}($n // 2 if $n % 2 == 0 else 3 * $n + 1)
        """,
        inputs=args(number(1, 20)),
    ),
    Op(
        key="fib4",
        names="fib4 fib4_number compute_fib4",
        params="n:int",
        returns="int",
        think="Start with a, b, c, d = 0, 0, 2, 0. Repeat $n times: shift by one and append the sum of all four.",
        code="""
            a, b, c, d = 0, 0, 2, 0
            for _ in range($n):
                a, b, c, d = b, c, d, a + b + c + d
            return a
        """,
        inputs=_three,
    ),
    Op(
        key="fibfib",
        names="fibfib fibfib_number compute_fibfib",
        params="n:int",
        returns="int",
        think="Start with a, b, c = 0, 0, 1. Repeat $n times: shift by one and append the sum of all three.",
        code="""
            a, b, c = 0, 0, 1
            for _ in range($n):
                a, b, c = b, c, a + b + c
            return a
        """,
        inputs=_three,
    ),
    Op(
        key="binary_recursive",
        names="to_binary binary_recursive binary_string",
        params="n:int",
        returns="str",
        given="a non-negative integer $n",
        think="Below 2 it is the digit itself. Otherwise the binary form of $n // 2 followed by the last bit.",
        code="""
            if $n < 2:
                return str($n)
            return {name}($n // 2) + str($n % 2)
        """,
        inputs=args(either(number(0, 10), number(0, 100))),
    ),
    Op(
        key="target_sum",
        names="find_target_sum_ways count_sign_choices sign_ways",
        params="nums:ints target:int",
        returns="int",
        think="Without numbers there is one way for 0. Otherwise give the first number a plus or a minus and go on.",
        code="""
            if not $nums:
                return int($target == 0)
            first, rest = $nums[0], $nums[1:]
            return {name}(rest, $target - first) + {name}(rest, $target + first)
        """,
        inputs=args(ints(0, 4, least=1, most=5), number(-4, 6)),
    ),
    Op(
        key="letter_case",
        names="letter_case_permutation case_variants all_cases",
        params="s:str",
        returns="List[str]",
        order="any",
        think="The empty string has one variant. Otherwise put each case of the first character before each variant "
        "of the rest.",
        code="""
            if not $s:
                return [""]
            cases = {$s[0].lower(), $s[0].upper()}
            return [c + rest for c in cases for rest in {name}($s[1:])]
        """,
        inputs=args(one_of("", "a", "a1", "a1b", "12", "aB", "xyz", "3z4")),
    ),
    Op(
        key="phone",
        names="letter_combinations phone_words keypad_words",
        params="digits:str",
        returns="List[str]",
        order="any",
        think="Map each digit to its letters. Return all products, none for an empty string.",
        code="""
            keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
            if not $digits:
                return []
            return ["".join(p) for p in product(*(keys[d] for d in $digits))]
        """,
        inputs=args(one_of("", "2", "23", "79", "9", "45")),
    ),
)
