"""Part of the family `recursion`: products of choices, each solved by a function that calls itself or by iteration.

What is recursed over (a list, a nested list, digits, numbers up to n, a sequence) crossed with what is kept and made.
"""

from random import Random
from typing import Any

from lsp_server.starter.curriculum.aggregates import ALSO, VALUED
from lsp_server.starter.curriculum.dynamic import FROM_BELOW
from lsp_server.starter.curriculum.table import USUAL, Op, args, either, ints, number

_MADE = {
    "sum": {
        "made": "sum",
        "Made": ("the sum of the numbers", "the total of all numbers", "the sum of all integers"),
        "add": "x",
    },
    "count": {
        "made": "count",
        "Made": ("the number of integers", "the count of the numbers", "the amount of numbers"),
        "add": "1",
    },
    "squares": {
        "made": "square_sum",
        "Made": ("the sum of the squares of the numbers", "the total of the squares of all integers"),
        "add": "x * x",
    },
    "abs": {
        "made": "abs_sum",
        "Made": ("the sum of the absolute values of the numbers",),
        "add": "abs(x)",
    },
    "doubled": {
        "made": "double_sum",
        "Made": ("the sum of the doubled numbers", "twice the sum of the numbers"),
        "add": "2 * x",
    },
}

_TERM = {
    "plain": {"term": "numbers", "Term": ("the integers from 1 to $n", "the first $n positive integers"), "one": "$n"},
    "squares": {
        "term": "squares",
        "Term": ("the squares of the integers from 1 to $n", "the first $n square numbers"),
        "one": "$n * $n",
    },
    "cubes": {"term": "cubes", "Term": ("the cubes of 1 to $n", "the first $n cube numbers"), "one": "$n ** 3"},
    "odds": {"term": "odds", "Term": ("the first $n odd numbers", "the $n smallest odd numbers"), "one": "2 * $n - 1"},
    "evens": {
        "term": "evens",
        "Term": ("the first $n positive even numbers", "the even numbers from 2 to 2 * $n"),
        "one": "2 * $n",
    },
    "multiples": {
        "term": "multiples",
        "Term": ("the first $n positive multiples of $c", "$c, 2 * $c, 3 * $c and so on up to $n * $c"),
        "one": "$c * $n",
        "c": ("3", "4", "5", "6", "7", "8", "9", "10"),
    },
    "powers": {
        "term": "powers",
        "Term": ("the powers $c^1, $c^2, ..., $c^$n", "the first $n powers of $c, starting with $c itself"),
        "one": "$c ** $n",
        "c": ("2", "3", "4", "5"),
    },
    "shifted": {
        "term": "shifted",
        "Term": ("the integers from $c + 1 to $c + $n", "the $n integers that follow $c"),
        "one": "($n + $c)",
        "c": ("2", "3", "4", "5", "10"),
    },
    "pronic": {
        "term": "products",
        "Term": ("the products i * (i + 1) for i from 1 to $n",),
        "one": "$n * ($n + 1)",
    },
}
_JOIN = {
    "sum": {"total": "sum", "Total": ("the sum of", "the total of"), "join": "+", "empty": "0"},
    "product": {"total": "product", "Total": ("the product of",), "join": "*", "empty": "1"},
    "alternating": {
        "total": "alternating",
        "Total": (
            "the alternating sum (the last term minus the term before it plus the one before that and so on) of",
        ),
        "join": "-",
        "empty": "0",
    },
}

_DIGITS = {
    "even": {"kind": "even", "Digits": ("even digits", "digits that are even"), "test": "d % 2 == 0"},
    "odd": {"kind": "odd", "Digits": ("odd digits", "digits that are odd"), "test": "d % 2 == 1"},
    "above": {
        "kind": "large",
        "Digits": ("digits greater than $lim", "digits above $lim", "digits larger than $lim"),
        "test": "d > $lim",
        "lim": tuple("234567"),
    },
    "below": {
        "kind": "small",
        "Digits": ("digits less than $lim", "digits below $lim", "digits smaller than $lim"),
        "test": "d < $lim",
        "lim": tuple("34567"),
    },
    "equal": {
        "kind": "given",
        "Digits": ("digits equal to $lim", "digits that are $lim"),
        "test": "d == $lim",
        "lim": tuple("123456789"),
    },
    "other": {
        "kind": "other",
        "Digits": ("digits different from $lim", "digits that are not $lim"),
        "test": "d != $lim",
        "lim": tuple("123456789"),
    },
    "multiple": {
        "kind": "multiple",
        "Digits": ("digits divisible by $lim", "digits that are multiples of $lim"),
        "test": "d % $lim == 0",
        "lim": tuple("34"),
    },
}
_DIGITS_MADE = {
    "sum": {"made": "sum", "Made": ("the sum of the", "the total of all"), "add": "d"},
    "count": {"made": "count", "Made": ("the number of", "the count of"), "add": "1"},
    "squares": {"made": "square_sum", "Made": ("the sum of the squares of the",), "add": "d * d"},
}
_BASE = {
    USUAL: {"base": "10", "InBase": ""},
    **{
        base: {"base": base, "InBase": (f" when written in base {base}", f" when expressed in base {base}")}
        for base in ("12", "16", "20")
    },
}

_FIRST = {str(a): {"f0": str(a)} for a in range(6)}
_SECOND = {str(b): {"f1": str(b)} for b in range(7)}
_RULE = {
    "plain": {"rule": "$F(n - 1) + $F(n - 2)", "step": "b + a"},
    "last": {"rule": "$p * $F(n - 1) + $F(n - 2)", "step": "$p * b + a"},
    "first": {"rule": "$F(n - 1) + $p * $F(n - 2)", "step": "b + $p * a"},
    "both": {"rule": "$p * $F(n - 1) + $q * $F(n - 2)", "step": "$p * b + $q * a"},
    "minus": {"rule": "$p * $F(n - 1) - $F(n - 2)", "step": "$p * b - a"},
    "minus_first": {"rule": "$F(n - 1) - $p * $F(n - 2)", "step": "b - $p * a"},
    "swapped": {"rule": "$F(n - 2) + $p * $F(n - 1)", "step": "a + $p * b"},
}
_REST = {
    "none": {"rest": ""},
    "plus": {"rest": " + $r"},
    "minus": {"rest": " - $r"},
}
_LITERALS = {
    "-": {
        "law": ("$rule$rest",),
        "F": ("f", "F", "a", "T", "g", "s"),
        "p": ("2", "3", "4", "5"),
        "q": ("2", "3", "4", "5"),
        "r": ("1", "2", "3", "4", "5"),
    }
}

_THREE_RULE = {
    "sum": {"rule": "$F(n - 1) + $F(n - 2) + $F(n - 3)", "step": "c + b + a"},
    "ends": {"rule": "$F(n - 1) + $F(n - 3)", "step": "c + a"},
    "back": {"rule": "$F(n - 2) + $F(n - 3)", "step": "b + a"},
    "heavy": {"rule": "$p * $F(n - 1) + $F(n - 3)", "step": "$p * c + a"},
    "minus": {"rule": "$F(n - 1) + $F(n - 2) - $F(n - 3)", "step": "c + b - a"},
    "double": {"rule": "$F(n - 1) + $p * $F(n - 3)", "step": "c + $p * a"},
}
_THREE_REST = {USUAL: {"rest": ""}, "plus": {"rest": " + $r"}, "minus": {"rest": " - $r"}}
_THREE_START = {
    text: {"f0": text[0], "f1": text[1], "f2": text[2]} for text in ("001", "011", "012", "111", "123", "100", "102")
}

_SMALL_STEP = {"1": {"s": "1"}, "2": {"s": "2"}, "3": {"s": "3"}}
_LARGE_STEP = {str(n): {"t": str(n)} for n in (4, 5, 6, 7, 8)}
_THIRD_STEP = {
    USUAL: {"sizes": "$s, $t", "either": ("$s or $t",), "both": ("$s and $t",), "sum": "i - $s and i - $t"},
    **{
        u: {
            "sizes": f"$s, $t, {u}",
            "either": (f"$s, $t or {u}",),
            "both": (f"$s, $t and {u}",),
            "sum": f"i - $s, i - $t and i - {u}",
        }
        for u in ("9", "10", "12")
    },
}

_NUMBERS = either(ints(-5, 9, most=6), ints(0, 15, most=6))


def _nested(rng: Random, depth: int = 3) -> list[Any]:
    def item() -> Any:
        return _nested(rng, depth - 1) if depth > 1 and rng.random() < 0.35 else rng.randint(-9, 20)

    return [item() for _ in range(rng.randint(0, 4))]


OPS = (
    Op(
        key="fold_list",
        names="recursive_$made ${made}_$which list_$made ${made}_of_list rec_$made",
        params="nums:ints",
        returns="int",
        axes=(VALUED, _MADE, ALSO),
        think="The empty list gives 0. Otherwise take the result of the rest. Add $add if $test$also for the first x.",
        code="""
            if not $nums:
                return 0
            x = $nums[0]
            rest = {name}($nums[1:])
            return rest + $add if $test$also else rest
        """,
        inputs=args(_NUMBERS),
    ),
    Op(
        key="nested_fold",
        names="nested_$made ${made}_$which deep_$made recursive_$made",
        params="nested:nested",
        returns="int",
        axes=(VALUED, _MADE, ALSO),
        think="Go through the items x. A list adds its own result. A number adds $add if $test$also.",
        code="""
            total = 0
            for x in $nested:
                if isinstance(x, list):
                    total += {name}(x)
                elif $test$also:
                    total += $add
            return total
        """,
        inputs=lambda rng: (_nested(rng),),
    ),
    Op(
        key="up_to",
        names="${total}_of_$term recursive_$total ${term}_$total compute_$total",
        params="n:int",
        returns="int",
        given="a non-negative integer $n",
        axes=(_JOIN, _TERM),
        think="For 0 it is $empty. Otherwise it is the last term, $one, $join the result for $n - 1.",
        code="""
            if $n == 0:
                return $empty
            return $one $join {name}($n - 1)
        """,
        inputs=args(number(0, 7)),
    ),
    Op(
        key="digit_fold",
        names="${made}_${kind}_digits ${kind}_digit_$made recursive_digits digits_$made",
        params="n:int",
        returns="int",
        given="a positive integer $n",
        axes=(_DIGITS, _DIGITS_MADE, _BASE),
        think="For 0 it is 0. Otherwise d is $n % $base and the rest is $n // $base. Add $add to its result if $test.",
        code="""
            if $n == 0:
                return 0
            d = $n % $base
            rest = {name}($n // $base)
            return rest + $add if $test else rest
        """,
        inputs=args(either(number(1, 99), number(100, 99999))),
    ),
    Op(
        key="linear",
        names="sequence nth_term term sequence_value",
        params="n:int",
        returns="int",
        axes=(_FIRST, _SECOND, _RULE, _REST, _LITERALS),
        think="With $F(0) = $f0 and $F(1) = $f1 start at a, b = $f0, $f1. Repeat $n times: a, b = b, $step$rest. "
        "The answer is a.",
        code="""
            a, b = $f0, $f1
            for _ in range($n):
                a, b = b, $step$rest
            return a
        """,
        inputs=args(number(0, 9)),
    ),
    Op(
        key="linear3",
        names="sequence nth_term term sequence_value",
        params="n:int",
        returns="int",
        axes=(_THREE_START, _THREE_RULE, _LITERALS, _THREE_REST),
        think="With $F(0) = $f0, $F(1) = $f1 and $F(2) = $f2 start at a, b, c = $f0, $f1, $f2. Repeat $n times: "
        "a, b, c = b, c, $step$rest. The answer is a.",
        code="""
            a, b, c = $f0, $f1, $f2
            for _ in range($n):
                a, b, c = b, c, $step$rest
            return a
        """,
        inputs=args(number(0, 9)),
    ),
    Op(
        key="climb_steps",
        names="count_ways climb_stairs ways_to_climb jump_ways",
        params="n:int",
        returns="int",
        axes=(_SMALL_STEP, _LARGE_STEP, _THIRD_STEP),
        think="There is 1 way to be at 0. The ways for i are the sum of the ways for $sum.",
        code=FROM_BELOW,
        inputs=args(number(0, 14)),
    ),
)
