"""Sorting by a key and ranks among values, part of the family `classics`: keys, directions, ties combine. A table."""

from lsp_server.starter.curriculum.aggregates import ALSO, VALUED
from lsp_server.starter.curriculum.table import USUAL, Op, Words, args, either, ints, with_k

_SIGNED = {"kind": "integers", "low": "-30"}
_NATURAL = {"kind": "non-negative integers", "low": "0"}

_ORDER = {
    "up": {"dir": "ascending", "Dir": ("ascending", "increasing"), "rev": "", "signed": "$expr"},
    "down": {"dir": "descending", "Dir": ("descending", "decreasing"), "rev": ", reverse=True", "signed": "$minus"},
}
_KEY = {
    "abs": {
        "by": "absolute_value",
        "By": ("absolute value", "distance from zero"),
        "expr": "abs(x)",
        "minus": "-abs(x)",
        **_SIGNED,
    },
    "last": {
        "by": "last_digit",
        "By": ("last digit", "remainder modulo 10"),
        "expr": "x % 10",
        "minus": "-(x % 10)",
        **_NATURAL,
    },
    "digits": {
        "by": "digit_sum",
        "By": ("sum of digits", "digit sum"),
        "expr": "sum(map(int, str(x)))",
        "minus": "-sum(map(int, str(x)))",
        **_NATURAL,
    },
    "bits": {
        "by": "ones",
        "By": ("number of ones in binary", "number of set bits"),
        "expr": 'bin(x).count("1")',
        "minus": '-bin(x).count("1")',
        **_NATURAL,
    },
    "length": {
        "by": "digit_count",
        "By": ("number of digits", "count of digits"),
        "expr": "len(str(x))",
        "minus": "-len(str(x))",
        **_NATURAL,
    },
    "near": {
        "by": "distance",
        "By": ("distance from $c", "absolute difference to $c"),
        "expr": "abs(x - $c)",
        "minus": "-abs(x - $c)",
        **_SIGNED,
        "c": ("5", "10", "7", "20", "12"),
    },
    "modulo": {
        "by": "remainder",
        "By": ("remainder modulo $c", "remainder when divided by $c"),
        "expr": "x % $c",
        "minus": "-(x % $c)",
        **_NATURAL,
        "c": ("3", "4", "5", "6", "7"),
    },
}
_TIES = {
    USUAL: {
        "Ties": ("Equal ones keep their relative order", "Ties stay in the order they have", "Ties keep their order"),
        "ties": ("ties in their original order", "ties in the order they have", "keeping the order of ties"),
        "how": "Sort with the key $expr in $dir order. Python's sort keeps the order of equals.",
        "sorting": "sorted($nums, key=lambda x: $expr$rev)",
    },
    "larger": {
        "Ties": ("Of numbers that tie the larger comes first", "Break ties by putting the larger number first"),
        "ties": ("the larger number first among ties", "ties with the larger number first"),
        "how": "Sort by the pair: $signed for $dir order, then -x for the larger first.",
        "sorting": "sorted($nums, key=lambda x: ($signed, -x))",
    },
    "smaller": {
        "Ties": ("Of numbers that tie the smaller comes first", "Break ties by putting the smaller number first"),
        "ties": ("the smaller number first among ties", "ties with the smaller number first"),
        "how": "Sort by the pair: $signed for $dir order, then x for the smaller first.",
        "sorting": "sorted($nums, key=lambda x: ($signed, x))",
    },
    "later": {
        "Ties": ("Of numbers that tie the later one comes first", "Ties go in the reverse of their original order"),
        "ties": ("the later one first among ties", "ties in reverse of their original order"),
        "how": "Reverse the list first, so that ties are reversed. Sort it with the key $expr in $dir order.",
        "sorting": "sorted($nums[::-1], key=lambda x: $expr$rev)",
    },
}

_RANK = {
    "2": {"rank": ("second", "2nd"), "k": "2", "i": "1"},
    "3": {"rank": ("third", "3rd"), "k": "3", "i": "2"},
    "4": {"rank": ("fourth", "4th"), "k": "4", "i": "3"},
    "5": {"rank": ("fifth", "5th"), "k": "5", "i": "4"},
    "6": {"rank": ("sixth", "6th"), "k": "6", "i": "5"},
}
_SIZE = {
    "largest": {"size": ("largest",), "Size": ("largest", "greatest", "highest"), "rev": ", reverse=True"},
    "smallest": {"size": ("smallest",), "Size": ("smallest", "lowest"), "rev": ""},
}
_ELSE = {
    "none": {"Else": ("-1", "0", "-100", "999"), "other": "$Else"},
    "first": {"Else": ("the $Size $value itself", "simply the $Size $value"), "other": "values[0]"},
    "size": {"Else": ("the number of distinct $values", "how many distinct $values there are"), "other": "len(values)"},
}


def _values(said: str, each: str, kind: Words) -> Words:
    """The distinct values of `each`; what the wordings call value, number or element is `said` then."""
    nouns = ("value", "number", "element")
    one: Words = {noun: (said or noun,) for noun in nouns}
    several: Words = {f"{noun}s": f"{said or noun}s" for noun in nouns}
    return {**one, **several, "distinct": each, **kind}


_VALUE = {
    USUAL: _values("", "set($nums)", _SIGNED),
    "abs": _values("absolute value", "{abs(x) for x in $nums}", _SIGNED),
    "last": _values("last digit", "{x % 10 for x in $nums}", _NATURAL),
    "digits": _values("digit sum", "{sum(map(int, str(x))) for x in $nums}", _NATURAL),
}

OPS = (
    Op(
        key="sort_by",
        names="sort_by_$by order_by_$by sort_numbers ${dir}_by_$by",
        params="nums:ints",
        returns="List[int]",
        given="a list $nums of $kind",
        axes=(_ORDER, _KEY, _TIES),
        think="$how",
        code="return $sorting",
        varied=lambda words: either(args(ints(int(words["low"]), 99)), args(ints(int(words["low"]), 30))),
    ),
    Op(
        key="kth_distinct",
        names="${size}_by_rank find_$size nth_$size distinct_$size",
        params="nums:ints",
        returns="int",
        given="a non-empty list $nums of $kind",
        axes=(_RANK, _SIZE, _ELSE, _VALUE),
        think="Sort the distinct $values, the $size first. k = $k: index $i if there are $k, else $other.",
        code="""
            values = sorted($distinct$rev)
            return values[$i] if len(values) >= $k else $other
        """,
        varied=lambda words: either(
            args(ints(0, 9, least=1, most=12)),
            args(ints(0, 3, least=1)),
            args(ints(int(words["low"]), 50, least=1, most=9)),
        ),
    ),
    Op(
        key="top_those",
        names="${size}_$which top_$which best_$which pick_$which",
        params="nums:ints k:int",
        returns="List[int]",
        axes=(VALUED, _SIZE, ALSO),
        think="Keep the numbers with $test$also. Sort them, the $size first, and take $k.",
        code="return sorted([x for x in $nums if $test$also]$rev)[:$k]",
        inputs=with_k(either(ints(-9, 15, least=1), ints(0, 30, least=1))),
    ),
)
