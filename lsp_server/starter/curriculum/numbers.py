"""Family `numbers`: ranges, digits and divisors as pipelines, and the classics of elementary number theory."""

from dataclasses import replace
from random import Random

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS, INT_MAPS
from lsp_server.starter.curriculum.exercise import Draft, Family
from lsp_server.starter.curriculum.operations import draft_operation, load
from lsp_server.starter.curriculum.pipeline import Argument, Domain, Source, draft_pipeline

_SIGNS = ("positive", "negative", "non_negative", "even_positive", "above_or_negative", "absolute")
_TESTS = ("any", "all", "none")
_RANGE_SKIP = frozenset((*_SIGNS, *_TESTS, "spread", "unique", "distinct"))
_DIGIT_LIMIT = Argument(range(1, 9), ("k", "limit", "threshold", "bound"))
_DIGIT_DIVISOR = Argument(range(2, 6), ("k", "divisor", "d", "m"))
_DIGIT_ARGUMENTS = {
    **dict.fromkeys(("above", "below", "at_least", "at_most"), _DIGIT_LIMIT),
    **dict.fromkeys(("divisible", "not_divisible"), _DIGIT_DIVISOR),
    "not_equal": Argument(range(10), ("k", "value", "target", "v")),
}
_DIGIT_FILTERS = tuple(
    replace(filter_, argument=_DIGIT_ARGUMENTS.get(filter_.key, filter_.argument))
    for filter_ in INT_FILTERS
    if filter_.key not in {*_SIGNS, "two_digit", "one_digit", "ending", "odd_above", "even_below", "above_or_negative"}
)

RANGES = Domain(
    sources=(
        Source(
            "range",
            ("small_n",),
            ("numbers", "integers", "whole numbers"),
            ("from 1 to $A", "between 1 and $A (inclusive)", "from 1 up to and including $A", "in the range 1 to $A"),
            "range(1, $a + 1)",
            "i",
            "i",
            small=("tiny_n",),
            skip=_RANGE_SKIP | {"non_zero"},
        ),
        Source(
            "below",
            ("small_n",),
            ("non-negative integers", "whole numbers", "integers (starting at 0)"),
            ("below $A", "less than $A", "smaller than $A"),
            "range($a)",
            "i",
            "i",
            small=("tiny_n",),
            skip=_RANGE_SKIP,
        ),
        Source(
            "between",
            ("from", "to"),
            ("integers", "numbers", "whole numbers"),
            (
                "from $A to $B (inclusive)",
                "between $A and $B (both included)",
                "in the range from $A up to and including $B",
            ),
            "range($a, $b + 1)",
            "i",
            "i",
            small=("start", "stop"),
            skip=frozenset((*_TESTS, "spread", "unique", "distinct")),
        ),
        Source(
            "multiples",
            ("small_n", "k"),
            ("positive multiples", "multiples greater than 0", "positive multiples"),
            ("of $B up to $A", "of $B that are at most $A", "of $B not greater than $A"),
            "range($b, $a + 1, $b)",
            "i",
            "i",
            small=("tiny_n", "k"),
            skip=_RANGE_SKIP | {"non_zero"},
        ),
        Source(
            "common_divisors",
            ("x1", "y1"),
            ("common divisors", "common positive divisors", "common factors"),
            ("of $A and $B",),
            "range(1, min($a, $b) + 1)",
            "i",
            "i",
            because="The common divisors are the i in range(1, min($a, $b) + 1) with $a % i == 0 and $b % i == 0.",
            base="$a % i == 0 and $b % i == 0",
            skip=frozenset((*_SIGNS, *_TESTS, "non_zero", "product")),
        ),
        Source(
            "proper_divisors",
            ("some_n",),
            ("proper divisors", "divisors (itself excluded)", "proper factors"),
            ("of $A",),
            "range(1, $a)",
            "i",
            "i",
            because="The proper divisors of $a are the i in range(1, $a) with $a % i == 0.",
            base="$a % i == 0",
            small=("some_small_n",),
            skip=frozenset((*_SIGNS, *_TESTS, "non_zero")),
        ),
        Source(
            "divisors",
            ("some_n",),
            ("divisors", "positive divisors", "factors"),
            ("of $A",),
            "range(1, $a + 1)",
            "i",
            "i",
            because="The divisors of $a are the i in range(1, $a + 1) with $a % i == 0.",
            base="$a % i == 0",
            small=("some_small_n",),
            skip=frozenset((*_SIGNS, *_TESTS, "non_zero")),
        ),
    ),
    filters=INT_FILTERS,
    maps=INT_MAPS,
    folds=INT_FOLDS,
)
_DIGIT_SKIP = frozenset((*_SIGNS, "last_digits", "lengths", "halves", "digit_sums", "capped"))


def _digits(key: str, part: str, which: str, *within: str) -> Source:
    """The digits of a number, or some of them: `part` is a slice of its text, and `which` says it."""
    code = f"map(int, str($a){part})"
    because = f"The digits d of $a{which} are {code}."
    return Source(key, ("n",), ("digits", "decimal digits"), within, code, "d", "d", because=because, skip=_DIGIT_SKIP)


DIGITS = Domain(
    sources=(_digits("digits", "", "", "of $A", "in $A"),),
    filters=_DIGIT_FILTERS,
    maps=INT_MAPS,
    folds=INT_FOLDS,
)
SOME_DIGITS = replace(
    DIGITS,
    sources=(
        _digits(
            "digits_front",
            "[:-1]",
            " without the last",
            "of $A (its last digit left out)",
            "of $A (not counting its last digit)",
            "in $A (ignoring its last digit)",
        ),
        _digits(
            "digits_tail",
            "[1:]",
            " without the first",
            "of $A (its first digit left out)",
            "of $A (not counting its first digit)",
            "in $A (ignoring its first digit)",
        ),
        _digits(
            "digits_odd_places",
            "[::2]",
            " at places 1, 3, 5 and so on",
            "of $A at odd places (the leftmost is 1)",
            "of $A at places 1, 3, 5 and so on from the left",
            "in every second place of $A (beginning with the first one)",
        ),
        _digits(
            "digits_ends",
            "[-3:]",
            " among the last three",
            "among the last three digits of $A",
            "in the last three places of $A",
            "of $A (only its last three)",
        ),
    ),
)
OPERATIONS = load("numbers")


def draft(rng: Random) -> Draft:
    place = rng.random()
    if place < 0.26:
        return draft_pipeline(RANGES, rng)
    if place < 0.32:
        return draft_pipeline(DIGITS, rng)
    if place < 0.36:
        return draft_pipeline(SOME_DIGITS, rng)
    return draft_operation(OPERATIONS, rng)


FAMILY = Family("numbers", draft)
