"""Classics with choices that combine: numbers, words, conditions and directions as in exercise books. A table."""

from random import Random

from lsp_server.starter.curriculum.aggregates import ALSO, THOSE
from lsp_server.starter.curriculum.table import USUAL, Op, args, ascending, either, ints, number, one_of

_DIVISOR = {str(n): {"p": (str(n),)} for n in (2, 3, 4, 6, 7)}
_OTHER = {str(n): {"q": (str(n),)} for n in (5, 8, 9, 10, 11)}
_SAID = {
    "fizz": {"a": ("Fizz",), "b": ("Buzz",)},
    "foo": {"a": ("Foo",), "b": ("Bar",)},
    "ping": {"a": ("Ping",), "b": ("Pong",)},
    "tic": {"a": ("Tic",), "b": ("Tac",)},
    "hop": {"a": ("hop",), "b": ("clap",)},
    "red": {"a": ("Red",), "b": ("Blue",)},
    "cat": {"a": ("Cat",), "b": ("Dog",)},
}

_END = {
    "end": {
        "end": "end",
        "where": ("to the end", "to the back"),
        "join": "rest + moved",
        "last": ("last", "at the end"),
    },
    "front": {
        "end": "front",
        "where": ("to the front", "to the beginning", "to the start"),
        "join": "moved + rest",
        "last": ("first", "at the front"),
    },
}

_RANGE_MADE = {
    "count": {
        "made": "count",
        "Made": ("how many integers", "the number of integers"),
        "add": "1",
        "call": "sum",
        "ret": "int",
    },
    "sum": {
        "made": "sum",
        "Made": ("the sum of all integers", "the total of the numbers"),
        "add": "x",
        "call": "sum",
        "ret": "int",
    },
    "list": {
        "made": "list",
        "Made": ("a list of all integers", "the numbers"),
        "add": "x",
        "call": "list",
        "ret": "List[int]",
    },
    "squares": {
        "made": "squares",
        "Made": ("the sum of the squares of the integers",),
        "add": "x * x",
        "call": "sum",
        "ret": "int",
    },
}
_RANGE = {
    "even": {"kind": "even", "Those": ("even", "divisible by 2"), "test": "x % 2 == 0"},
    "odd": {"kind": "odd", "Those": ("odd", "not divisible by 2"), "test": "x % 2 == 1"},
    "multiple": {
        "kind": "multiples",
        "Those": ("divisible by $c", "multiples of $c"),
        "test": "x % $c == 0",
        "c": tuple("345679"),
    },
    "either": {
        "kind": "multiples",
        "Those": ("divisible by $c or $d", "multiples of $c or $d (or both)"),
        "test": "x % $c == 0 or x % $d == 0",
        "c": ("2", "3", "4"),
        "d": ("5", "7", "9"),
    },
    "both": {
        "kind": "multiples",
        "Those": ("divisible by both $c and $d", "multiples of $c and of $d"),
        "test": "x % $c == 0 and x % $d == 0",
        "c": ("2", "4"),
        "d": ("3", "5", "7"),
    },
    "not": {
        "kind": "others",
        "Those": ("not divisible by $c", "no multiples of $c"),
        "test": "x % $c != 0",
        "c": tuple("34567"),
    },
    "ending": {
        "kind": "ending",
        "Those": ("written with the last digit $c", "ending in the digit $c"),
        "test": "x % 10 == $c",
        "c": tuple("0123456789"),
    },
    "palindrome": {
        "kind": "palindromes",
        "Those": ("palindromes", "the same when read backwards"),
        "test": "str(x) == str(x)[::-1]",
    },
    "containing": {
        "kind": "with_digit",
        "Those": ("written with the digit $c somewhere", "containing the digit $c"),
        "test": '"$c" in str(x)',
        "c": tuple("123456789"),
    },
}

_ENDS = {
    USUAL: {
        "Ends": ("both included", "inclusive", "including both ends"),
        "ends": "both included",
        "span": "$low, $high + 1",
        "above": "<=",
        "upto": "<=",
        "open": "[",
        "close": "]",
    },
    "below": {
        "Ends": ("$high excluded", "without $high itself", "$high not included"),
        "ends": "$high excluded",
        "span": "$low, $high",
        "above": "<=",
        "upto": "<",
        "open": "[",
        "close": ")",
    },
    "after": {
        "Ends": ("$low excluded", "without $low itself", "$low not included"),
        "ends": "$low excluded",
        "span": "$low + 1, $high + 1",
        "above": "<",
        "upto": "<=",
        "open": "(",
        "close": "]",
    },
    "inside": {
        "Ends": ("both excluded", "exclusive", "without both ends"),
        "ends": "both excluded",
        "span": "$low + 1, $high",
        "above": "<",
        "upto": "<",
        "open": "(",
        "close": ")",
    },
}


def _bounds(rng: Random) -> tuple[int, int]:
    low = rng.randint(0, 40)
    return low, low + rng.randint(0, 40)


OPS = (
    Op(
        key="word_game",
        names="word_game play say_numbers game_words",
        params="n:int",
        returns="List[str]",
        axes=(_DIVISOR, _OTHER, _SAID),
        think="For i from 1 to $n build the word: $a when divisible by $p, $b when divisible by $q. An empty word "
        "becomes the number.",
        code="""
            result = []
            for i in range(1, $n + 1):
                word = ""
                if i % $p == 0:
                    word += "$a"
                if i % $q == 0:
                    word += "$b"
                result.append(word or str(i))
            return result
        """,
        inputs=args(number(0, 24)),
    ),
    Op(
        key="move_some",
        names="move_${which}_to_$end push_$which shift_${which}_to_$end",
        params="nums:ints",
        returns="List[int]",
        axes=(THOSE, _END, ALSO),
        think="Collect the numbers with $test$also as moved and the others as rest. Return $join.",
        code="""
            moved = [x for x in $nums if $test$also]
            rest = [x for x in $nums if not ($test$also)]
            return $join
        """,
        inputs=either(args(ints(-3, 12)), args(ints(0, 20)), args(ints(-9, 9))),
    ),
    Op(
        key="in_range",
        names="${made}_in_range ${kind}_between $made count_$kind",
        params="low:int high:int",
        returns="$ret",
        axes=(_RANGE_MADE, _RANGE, _ENDS),
        think="Go through x in range($span), $ends. Take $add where $test and make the $call.",
        code="return $call($add for x in range($span) if $test)",
        inputs=_bounds,
    ),
    Op(
        key="first_index",
        names="first_$which index_of_$which find_$which ${which}_position",
        params="nums:ints",
        returns="int",
        axes=(
            THOSE,
            {
                "first": {"at": ("first", "leftmost"), "walk": "range(len($nums))", "way": "from the left"},
                "last": {
                    "at": ("last", "rightmost"),
                    "walk": "range(len($nums) - 1, -1, -1)",
                    "way": "from the right",
                },
            },
            {"-": {"none": ("-1", "-1", "len($nums)")}},
            ALSO,
        ),
        think="Walk the indices $way. Return the first one with a number x where $test$also, else $none.",
        code="""
            for i in $walk:
                x = $nums[i]
                if $test$also:
                    return i
            return $none
        """,
        inputs=either(args(ints(-3, 12)), args(ints(0, 20)), args(ascending(-5, 20))),
    ),
    Op(
        key="power_of_k",
        names="is_power_of check_power power_of_base",
        params="n:int",
        returns="bool",
        axes=({str(b): {"b": (str(b),)} for b in range(2, 13)}, {"-": {}}),
        think="Numbers below 1 are not. Divide by $b as long as it goes; 1 must remain.",
        code="""
            if $n < 1:
                return False
            while $n % $b == 0:
                $n //= $b
            return $n == 1
        """,
        varied=lambda words: args(either(number(-5, 150), one_of(1, 0, *(int(words["b"]) ** e for e in range(1, 5))))),
    ),
)
