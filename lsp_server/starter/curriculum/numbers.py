"""Family `numbers`: ranges, digits and divisors as pipelines, and the classics of elementary number theory."""

from random import Random

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS, INT_MAPS
from lsp_server.starter.curriculum.exercise import Draft, Family
from lsp_server.starter.curriculum.operations import draft_operation, load
from lsp_server.starter.curriculum.pipeline import Domain, Source, draft_pipeline

_TESTS = ("any", "all", "none")
_RANGE_SKIP = ("unique", "distinct", *_TESTS)

PIPELINES = Domain(
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
            skip=frozenset({"positive", "negative", "non_negative", "non_zero", "absolute", "spread", *_RANGE_SKIP}),
        ),
        Source(
            "below",
            ("small_n",),
            ("non-negative integers", "whole numbers", "integers from 0"),
            ("below $A", "less than $A", "smaller than $A"),
            "range($a)",
            "i",
            "i",
            small=("tiny_n",),
            skip=frozenset(
                {"positive", "negative", "non_negative", "even_positive", "absolute", "spread", *_RANGE_SKIP}
            ),
        ),
        Source(
            "digits",
            ("n",),
            ("digits", "decimal digits"),
            ("of $A", "in $A"),
            "map(int, str($a))",
            "d",
            "d",
            because="The digits d of $a are map(int, str($a)).",
            skip=frozenset(
                {
                    "positive",
                    "negative",
                    "non_negative",
                    "absolute",
                    "two_digit",
                    "one_digit",
                    "ending",
                    "even_positive",
                    "last_digits",
                    "lengths",
                    "odd_above",
                    "halves",
                }
            ),
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
            small=("tiny_n",),
            skip=frozenset({"positive", "negative", "non_negative", "non_zero", "absolute", "even_positive", *_TESTS}),
        ),
    ),
    filters=INT_FILTERS,
    maps=INT_MAPS,
    folds=INT_FOLDS,
)

OPERATIONS = load("numbers")


def draft(rng: Random) -> Draft:
    if rng.random() < 0.45:
        return draft_pipeline(PIPELINES, rng)
    return draft_operation(rng.choice(OPERATIONS), rng)


FAMILY = Family("numbers", draft)
