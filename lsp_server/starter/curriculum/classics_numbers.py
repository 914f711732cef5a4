"""The number puzzles that every beginner meets, in the manner of well-known sites. Tables only."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, either, ints, number, one_of, with_k

_BIG = either(number(0, 20), number(10, 9999))


def _first_bad(rng: Random) -> tuple[list[bool]]:
    n = rng.randint(1, 6)
    bad = rng.randint(0, n - 1)
    return ([i >= bad for i in range(n)],)


def _peak(rng: Random) -> tuple[list[int]]:
    up, down = sorted(rng.sample(range(20), rng.randint(0, 3))), sorted(rng.sample(range(20), rng.randint(0, 3)))
    return ([*up, rng.randint(20, 30), *down[::-1]],)


OPS = (
    Op(
        key="fizz_buzz",
        often=3,
        names="fizz_buzz fizzbuzz play_game number_words",
        params="n:int",
        returns="List[str]",
        think="For i from 1 to $n build the word: Fizz when divisible by 3, Buzz when divisible by 5. An empty word "
        "becomes the number.",
        code="""
            result = []
            for i in range(1, $n + 1):
                word = ""
                if i % 3 == 0:
                    word += "Fizz"
                if i % 5 == 0:
                    word += "Buzz"
                result.append(word or str(i))
            return result
        """,
        inputs=args(number(0, 15)),
        constraints=("1 <= $n <= 10^4",),
    ),
    Op(
        key="palindrome_number",
        names="is_palindrome is_palindrome_number palindrome_number",
        params="x:int",
        returns="bool",
        think="Turn the number into a string. Compare it with its reverse.",
        code="""
            s = str($x)
            return s == s[::-1]
        """,
        inputs=args(either(number(-20, 130), one_of(121, 1221, -121, 7, 0, 12321))),
        often=3,
        constraints=("-2^31 <= $x <= 2^31 - 1",),
    ),
    Op(
        key="reverse_integer",
        names="reverse reverse_integer reverse_digits flip_digits",
        params="x:int",
        returns="int",
        think="Reverse the digits of the absolute value as a string. Put the sign back.",
        code="""
            result = int(str(abs($x))[::-1])
            return result if $x >= 0 else -result
        """,
        inputs=args(either(number(-200, 200), number(-9999, 9999))),
        often=2,
        constraints=("-2^31 <= $x <= 2^31 - 1",),
    ),
    Op(
        key="power_of",
        names="is_power_of_$word check_power_of_$word power_of_$word",
        params="n:int",
        returns="bool",
        axes=(
            {
                "2": {"word": ("two",), "b": "2"},
                "3": {"word": ("three",), "b": "3"},
                "4": {"word": ("four",), "b": "4"},
                "5": {"word": ("five",), "b": "5"},
            },
        ),
        think="Numbers below 1 are not. Divide by $b as long as it goes; 1 must remain.",
        code="""
            if $n < 1:
                return False
            while $n % $b == 0:
                $n //= $b
            return $n == 1
        """,
        inputs=args(either(number(-5, 40), one_of(1, 2, 4, 8, 16, 64, 3, 9, 27, 81, 5, 25, 125, 0))),
        often=2,
    ),
    Op(
        key="hamming_weight",
        names="hamming_weight count_ones popcount number_of_set_bits",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        think="Write the number in binary. Count the ones.",
        code='return bin($n).count("1")',
        inputs=args(number(0, 300)),
    ),
    Op(
        key="hamming_distance",
        names="hamming_distance differing_bits bit_distance",
        params="x:int y:int",
        returns="int",
        think="XOR marks the bits that differ. Count the ones.",
        code='return bin($x ^ $y).count("1")',
        inputs=args(number(0, 60), number(0, 60)),
    ),
    Op(
        key="happy",
        names="is_happy happy_number check_happy",
        params="n:int",
        returns="bool",
        think="Remember the numbers seen. Replace the number by the sum of its squared digits until it repeats or "
        "is 1.",
        code="""
            seen = set()
            while $n != 1 and $n not in seen:
                seen.add($n)
                $n = sum(int(d) ** 2 for d in str($n))
            return $n == 1
        """,
        inputs=args(number(1, 100)),
        often=2,
        constraints=("1 <= $n <= 2^31 - 1",),
    ),
    Op(
        key="add_digits",
        names="add_digits digital_root repeated_digit_sum",
        params="num:int",
        returns="int",
        given="a non-negative integer $num",
        think="While there is more than one digit, replace the number by the sum of its digits.",
        code="""
            while $num > 9:
                $num = sum(int(d) for d in str($num))
            return $num
        """,
        inputs=args(_BIG),
    ),
    Op(
        key="first_true",
        names="first_bad_version first_true first_bad find_first_bad",
        params="bad:bools",
        returns="int",
        think="Keep the range left to right. When the middle is True go left including it, else right of it.",
        code="""
            left, right = 0, len($bad) - 1
            while left < right:
                mid = (left + right) // 2
                if $bad[mid]:
                    right = mid
                else:
                    left = mid + 1
            return left
        """,
        inputs=_first_bad,
    ),
    Op(
        key="insert_position",
        names="search_insert insert_position insertion_index",
        params="nums:ints target:int",
        returns="int",
        given="a sorted array of distinct integers $nums and a target value $target",
        think="Keep the range left to right, right excluded. Go right of a smaller middle, else left.",
        code="""
            left, right = 0, len($nums)
            while left < right:
                mid = (left + right) // 2
                if $nums[mid] < $target:
                    left = mid + 1
                else:
                    right = mid
            return left
        """,
        inputs=lambda rng: (sorted(rng.sample(range(20), rng.randint(0, 6))), rng.randint(-1, 21)),
        often=2,
        constraints=("1 <= $nums.length <= 10^4", "$nums contains distinct values sorted in ascending order."),
    ),
    Op(
        key="sort",
        names="${how}_sort sort_array sort_${dir} ${how}_sort_list",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "ascending": {"dir": ("ascending",), "op": ">", "best": "min", "Best": "smallest"},
                "descending": {"dir": ("descending",), "op": "<", "best": "max", "Best": "largest"},
            },
            {
                "bubble": {
                    "how": ("bubble",),
                    "do": "Compare neighbours again and again and swap those in the wrong order",
                    "lines": (
                        "for i in range(len(a) - 1):\n        if a[i] $op a[i + 1]:\n            a[i], a[i + "
                        "1] = a[i + 1], a[i]"
                    ),
                },
                "selection": {
                    "how": ("selection",),
                    "do": "For each place find the $Best of what is left and swap it there",
                    "lines": "j = a.index($best(a[n:]), n)\n    a[n], a[j] = a[j], a[n]",
                },
                "insertion": {
                    "how": ("insertion",),
                    "do": "Move each element to the left as long as its neighbour is in the wrong order",
                    "lines": (
                        "while n > 0 and a[n - 1] $op a[n]:\n        a[n - 1], a[n] = a[n], a[n - 1]\n        n -= 1"
                    ),
                },
            },
        ),
        think="Copy the list. $do.",
        code="""
            a = list($nums)
            for n in range(len(a)):
                $lines
            return a
        """,
        inputs=args(ints()),
    ),
    Op(
        key="gcd",
        names="$what find_$what compute_$what",
        params="a:int b:int",
        returns="int",
        given="two positive integers $a and $b",
        axes=(
            {
                "gcd": {
                    "what": "gcd",
                    "What": ("greatest common divisor", "largest integer that divides both numbers"),
                    "expr": "$a",
                    "think": "",
                },
                "lcm": {
                    "what": "lcm",
                    "What": ("least common multiple", "smallest positive multiple of both numbers"),
                    "expr": "product // $a",
                    "think": " The product divided by it is the lcm.",
                },
            },
        ),
        think="Replace the pair by the second and the remainder until the second is 0: the first is the gcd.$think",
        code="""
            product = $a * $b
            while $b:
                $a, $b = $b, $a % $b
            return $expr
        """,
        inputs=args(number(1, 40), number(1, 40)),
    ),
    Op(
        key="count_primes",
        names="count_primes primes_below number_of_primes",
        params="n:int",
        returns="int",
        think="Mark all numbers from 2 on as prime. Unmark the multiples of each prime. Count the marks.",
        code="""
            prime = [True] * $n
            for i in range(2, $n):
                if prime[i]:
                    for j in range(i * i, $n, i):
                        prime[j] = False
            return sum(prime[2:])
        """,
        inputs=args(number(0, 40)),
    ),
    Op(
        key="perfect_square",
        names="is_perfect_square is_square check_square",
        params="num:int",
        returns="bool",
        given="a non-negative integer $num",
        think="Take the integer square root. Its square must be the number.",
        code="return math.isqrt($num) ** 2 == $num",
        inputs=args(either(number(0, 100), one_of(0, 1, 4, 9, 16, 49, 100, 144))),
    ),
    Op(
        key="sqrt",
        names="my_sqrt integer_sqrt floor_sqrt",
        params="x:int",
        returns="int",
        given="a non-negative integer $x",
        think="Count up while the next square is not greater than the number.",
        code="""
            root = 0
            while (root + 1) * (root + 1) <= $x:
                root += 1
            return root
        """,
        inputs=args(number(0, 150)),
        often=2,
        constraints=("0 <= $x <= 2^31 - 1",),
    ),
    Op(
        key="column_title",
        names="convert_to_title column_title excel_title",
        params="column_number:int",
        returns="str",
        given="a positive integer $column_number",
        think="Subtract one, take the remainder modulo 26 as the last letter and go on with the quotient.",
        code="""
            title = ""
            while $column_number:
                $column_number, rest = divmod($column_number - 1, 26)
                title = chr(ord("A") + rest) + title
            return title
        """,
        inputs=args(either(number(1, 60), number(600, 800))),
    ),
    Op(
        key="find_peak",
        names="peak_index_in_mountain_array find_peak peak_index",
        params="arr:ints",
        returns="int",
        think="The peak is the largest element. Return its index.",
        code="return $arr.index(max($arr))",
        inputs=_peak,
    ),
    Op(
        key="subtract_product_sum",
        names="subtract_product_and_sum product_minus_sum digit_product_minus_sum",
        params="n:int",
        returns="int",
        think="Take the digits. Return their product minus their sum.",
        code="""
            digits = [int(d) for d in str($n)]
            return math.prod(digits) - sum(digits)
        """,
        inputs=args(_BIG),
    ),
    Op(
        key="steps_to_zero",
        names="number_of_steps steps_to_zero count_steps",
        params="num:int",
        returns="int",
        given="a non-negative integer $num",
        think="Count the steps while the number is not 0: halve an even one, subtract 1 from an odd one.",
        code="""
            steps = 0
            while $num:
                $num = $num - 1 if $num % 2 else $num // 2
                steps += 1
            return steps
        """,
        inputs=args(number(0, 60)),
    ),
    Op(
        key="celsius",
        names="convert_temperature to_kelvin_and_fahrenheit temperatures",
        params="celsius:int",
        returns="List[float]",
        think="Kelvin adds 273.15. Fahrenheit is 1.8 times the value plus 32.",
        code="return [$celsius + 273.15, $celsius * 1.8 + 32]",
        inputs=args(number(-20, 100)),
    ),
    Op(
        key="guess",
        names="game compare_guesses correct_guesses",
        params="guess:ints answer:ints",
        returns="int",
        think="Pair both lists. Count the equal pairs.",
        code="return sum(a == b for a, b in zip($guess, $answer))",
        inputs=lambda rng: (lambda n: tuple([rng.randint(1, 3) for _ in range(n)] for _ in range(2)))(
            rng.randint(0, 5)
        ),
    ),
    Op(
        key="nth_select",
        names="${which}_${n}_values top_$which take_$which get_$which",
        params="nums:ints k:int",
        returns="List[int]",
        axes=(
            {
                "largest": {"which": ("largest",), "order": "descending", "rev": ", reverse=True", "n": "k"},
                "smallest": {"which": ("smallest",), "order": "ascending", "rev": "", "n": "k"},
            },
        ),
        think="Sort in $order order. Take the first $k.",
        code="return sorted($nums$rev)[:$k]",
        inputs=with_k(ints(least=1)),
    ),
)
