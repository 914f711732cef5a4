"""One number from a few numbers ($line), as rows, columns and windows are summed up: words and code side by side.

Shared by the families `matrices` and `windows`. Limits ($lim) are literals of the statement, drawn anew each time.
"""

from collections.abc import Mapping

from lsp_server.starter.curriculum.table import USUAL

Words = Mapping[str, str | tuple[str, ...]]

_LIMITS = tuple(str(n) for n in (*range(1, 13), 15, 20))
_DIVISORS = tuple(str(n) for n in range(3, 10))


def _count(agg: str, test: str, *said: str) -> Words:
    return {"agg": agg, "Agg": said, "expr": f"sum({test} for x in $line)"}


AGGREGATE: Mapping[str, Words] = {
    "sum": {"agg": "sum", "Agg": ("sum", "total"), "expr": "sum($line)"},
    "max": {
        "agg": "max",
        "Agg": ("maximum", "largest element", "greatest value", "biggest number"),
        "expr": "max($line)",
    },
    "min": {
        "agg": "min",
        "Agg": ("minimum", "smallest element", "least value", "lowest number"),
        "expr": "min($line)",
    },
    "range": {
        "agg": "range",
        "Agg": (
            "difference between maximum and minimum",
            "difference between the largest and the smallest element",
            "range (maximum minus minimum)",
        ),
        "expr": "max($line) - min($line)",
    },
    "product": {"agg": "product", "Agg": ("product", "product of all elements"), "expr": "math.prod($line)"},
    "distinct": {
        "agg": "distinct",
        "Agg": ("number of distinct values", "number of different values", "count of unique values"),
        "expr": "len(set($line))",
    },
    "squares": {
        "agg": "square_sum",
        "Agg": ("sum of squares", "sum of the squares"),
        "expr": "sum(x * x for x in $line)",
    },
    "abs": {
        "agg": "abs_sum",
        "Agg": ("sum of absolute values", "sum of the absolute values"),
        "expr": "sum(abs(x) for x in $line)",
    },
    "extremes": {
        "agg": "extremes_sum",
        "Agg": ("sum of maximum and minimum", "sum of the largest and the smallest element"),
        "expr": "max($line) + min($line)",
    },
    "evens": _count(
        "evens", "x % 2 == 0", "number of even elements", "count of even numbers", "number of even numbers"
    ),
    "odds": _count("odds", "x % 2 == 1", "number of odd elements", "count of odd numbers", "number of odd numbers"),
    "zeros": _count("zeros", "x == 0", "number of zeros", "count of zeros", "number of 0's"),
    "positives": _count("positives", "x > 0", "number of positive elements", "count of positive numbers"),
    "negatives": _count("negatives", "x < 0", "number of negative elements", "count of negative numbers"),
    "above": {
        **_count("above", "x > $lim", "number of elements greater than $lim", "count of numbers above $lim"),
        "lim": _LIMITS,
    },
    "below": {
        **_count("below", "x < $lim", "number of elements less than $lim", "count of numbers below $lim"),
        "lim": _LIMITS,
    },
    "least": {
        **_count("at_least", "x >= $lim", "number of elements that are at least $lim", "count of values >= $lim"),
        "lim": _LIMITS,
    },
    "most": {
        **_count("at_most", "x <= $lim", "number of elements that are at most $lim", "count of values <= $lim"),
        "lim": _LIMITS,
    },
    "equal": {
        **_count("equal", "x == $lim", "number of elements equal to $lim", "number of times $lim occurs"),
        "lim": _LIMITS,
    },
    "multiples": {
        **_count("multiples", "x % $lim == 0", "number of multiples of $lim", "count of numbers divisible by $lim"),
        "lim": _DIVISORS,
    },
    "even_sum": {
        "agg": "even_sum",
        "Agg": ("sum of the even elements", "sum of even numbers"),
        "expr": "sum(x for x in $line if x % 2 == 0)",
    },
    "odd_sum": {
        "agg": "odd_sum",
        "Agg": ("sum of the odd elements", "sum of odd numbers"),
        "expr": "sum(x for x in $line if x % 2 == 1)",
    },
    "positive_sum": {
        "agg": "positive_sum",
        "Agg": ("sum of the positive elements", "sum of positive numbers"),
        "expr": "sum(x for x in $line if x > 0)",
    },
}

BEST: Mapping[str, Words] = {
    "max": {"fold": "max", "Fold": ("largest", "greatest", "maximum", "highest", "biggest"), "fn": "max"},
    "min": {"fold": "min", "Fold": ("smallest", "least", "minimum", "lowest"), "fn": "min"},
}

COMPARE: Mapping[str, Words] = {
    "ge": {"cmp": ">=", "Cmp": ("at least", "greater than or equal to", "not less than")},
    "gt": {"cmp": ">", "Cmp": ("greater than", "more than", "larger than", "above")},
    "le": {"cmp": "<=", "Cmp": ("at most", "less than or equal to", "not more than")},
    "lt": {"cmp": "<", "Cmp": ("less than", "below", "smaller than", "under")},
    "eq": {"cmp": "==", "Cmp": ("equal to", "exactly")},
}

THOSE: Mapping[str, Words] = {
    "even": {"which": "even", "Those": ("even", "divisible by 2"), "test": "x % 2 == 0"},
    "odd": {"which": "odd", "Those": ("odd", "not divisible by 2"), "test": "x % 2 == 1"},
    "positive": {"which": "positive", "Those": ("positive", "greater than zero"), "test": "x > 0"},
    "negative": {"which": "negative", "Those": ("negative", "less than zero"), "test": "x < 0"},
    "nonzero": {"which": "nonzero", "Those": ("not zero", "different from 0", "non-zero"), "test": "x != 0"},
    "zero": {"which": "zero", "Those": ("zero", "equal to 0"), "test": "x == 0"},
    "above": {
        "which": "large",
        "Those": ("greater than $lim", "larger than $lim", "more than $lim", "above $lim"),
        "test": "x > $lim",
        "lim": _LIMITS,
    },
    "below": {
        "which": "small",
        "Those": ("less than $lim", "smaller than $lim", "below $lim", "under $lim"),
        "test": "x < $lim",
        "lim": _LIMITS,
    },
    "least": {
        "which": "at_least",
        "Those": ("at least $lim", "greater than or equal to $lim", ">= $lim"),
        "test": "x >= $lim",
        "lim": _LIMITS,
    },
    "most": {
        "which": "at_most",
        "Those": ("at most $lim", "less than or equal to $lim", "<= $lim"),
        "test": "x <= $lim",
        "lim": _LIMITS,
    },
    "equal": {"which": "equal", "Those": ("equal to $lim",), "test": "x == $lim", "lim": _LIMITS},
    "different": {
        "which": "different",
        "Those": ("different from $lim", "not equal to $lim"),
        "test": "x != $lim",
        "lim": _LIMITS,
    },
    "multiple": {
        "which": "multiple",
        "Those": ("divisible by $lim", "a multiple of $lim"),
        "test": "x % $lim == 0",
        "lim": _DIVISORS,
    },
}
"""Predicates: "the elements that are $Those"; singular works as well."""

VALUED: Mapping[str, Words] = {key: words for key, words in THOSE.items() if key != "zero"}
"""Those whose values matter: a sum of zeros is none."""

ALSO: Mapping[str, Words] = {
    USUAL: {"Also": "", "also": ""},
    "unequal": {
        "Also": (" and different from $bar", " and not equal to $bar", " but not equal to $bar"),
        "also": " and x != $bar",
        "bar": ("-1", "-2", "-3", "13", "14"),
    },
    "indivisible": {
        "Also": (" and not divisible by $bar", " but not divisible by $bar"),
        "also": " and x % $bar != 0",
        "bar": ("3", "4", "5", "7"),
    },
    "under": {
        "Also": (" and less than $bar", " and smaller than $bar", " and below $bar"),
        "also": " and x < $bar",
        "bar": ("10", "11", "12", "14"),
    },
    "over": {
        "Also": (" and greater than $bar", " and larger than $bar", " and above $bar"),
        "also": " and x > $bar",
        "bar": ("-2", "-3", "-4", "-5"),
    },
}
"""A second condition after one of those: "the elements that are $Those$Also"."""
