"""Pipelines over counters, dictionaries and sets."""

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS
from lsp_server.starter.curriculum.pipeline import Argument, Domain, Filter, Fold, Map, Source

_TIMES = Argument(range(2, 5), ("k", "times", "n", "count"))
_VALUE_FOLDS = tuple(fold for fold in INT_FOLDS if fold.key in {"sum", "count", "max", "min", "sorted", "descending"})
_FIRST_SEEN = Fold(
    "list",
    ("a list of $f, in order of first appearance", "$f, as a list ordered by first appearance"),
    "return [$gen]",
    "List[$t]",
    "Collect them in a list: a Counter keeps the order of first appearance.",
    ("int", "str"),
)
_TEXT_COUNT = Fold(
    "count",
    ("the number of $g", "how many $g there are", "the count of $g"),
    "return len([$gen])",
    "int",
    "Collect them in a list and return its length.",
    ("str",),
)
_TEXT_SORTED = Fold(
    "sorted",
    ("a sorted list of $f", "$f, in sorted order", "$f, as a sorted list"),
    "return sorted($gen)",
    "List[str]",
    "Sort them with sorted.",
    ("str",),
)

_COUNT_FILTERS = (
    Filter(
        "once",
        (
            "$ns $in that occur exactly once",
            "$ns $in that appear only once",
            "$ns $in with a frequency of 1",
            "$ns $in that appear exactly once",
            "$ns $in that occur only one time",
            "$ns $in which occur once",
            "$ns $in that are not repeated",
        ),
        "c == 1",
    ),
    Filter(
        "repeated",
        (
            "$ns $in that occur more than once",
            "$ns $in that are repeated",
            "$ns $in that appear at least twice",
            "$ns $in that occur at least twice",
            "$ns $in that appear more than once",
            "$ns $in which are repeated",
            "$ns $in with a frequency above 1",
        ),
        "c > 1",
    ),
    Filter(
        "exactly",
        (
            "$ns $in that occur exactly $k times",
            "$ns $in with a frequency of exactly $k",
            "$ns $in seen exactly $k times",
            "$ns $in that appear exactly $k times",
            "$ns $in that occur $k times",
            "$ns $in with exactly $k occurrences",
            "$ns $in whose count is $k",
        ),
        "c == $k",
        argument=_TIMES,
    ),
    Filter(
        "at_least",
        (
            "$ns $in that occur at least $k times",
            "$ns $in that appear $k or more times",
            "$ns $in that appear at least $k times",
            "$ns $in that occur $k or more times",
            "$ns $in with at least $k occurrences",
            "$ns $in whose frequency is $k or more",
        ),
        "c >= $k",
        argument=_TIMES,
    ),
    Filter(
        "fewer",
        (
            "$ns $in that occur fewer than $k times",
            "$ns $in that appear less than $k times",
            "$ns $in that occur less than $k times",
            "$ns $in with fewer than $k occurrences",
            "$ns $in whose count is below $k",
        ),
        "c < $k",
        argument=_TIMES,
    ),
    Filter(
        "even_times",
        (
            "$ns $in that occur an even number of times",
            "$ns $in with an even frequency",
            "$ns $in that appear an even number of times",
            "$ns $in whose count is even",
            "$ns $in that have an even number of occurrences",
        ),
        "c % 2 == 0",
    ),
    Filter(
        "odd_times",
        (
            "$ns $in that occur an odd number of times",
            "$ns $in with an odd frequency",
            "$ns $in that appear an odd number of times",
            "$ns $in whose count is odd",
            "$ns $in that have an odd number of occurrences",
        ),
        "c % 2 == 1",
    ),
)

COUNTERS = Domain(
    sources=(
        Source(
            "counted",
            ("ints",),
            ("distinct values", "different numbers", "distinct numbers", "different elements"),
            ("in $A", "of $A"),
            "Counter($a).items()",
            "x, c",
            "x",
            because="Counter($a) gives each x and its count c.",
        ),
        Source(
            "letters",
            ("lower",),
            ("distinct characters", "different characters", "distinct letters"),
            ("in $A", "of $A"),
            "Counter($a).items()",
            "x, c",
            "x",
            because="Counter($a) gives each x and its count c.",
            type="str",
        ),
        Source(
            "words",
            ("sentence",),
            ("distinct words", "different words"),
            ("in $A", "of $A"),
            "Counter($a.split()).items()",
            "x, c",
            "x",
            because="Counter($a.split()) gives each word x and its count c.",
            type="str",
        ),
    ),
    filters=_COUNT_FILTERS,
    maps=(
        Map("same"),
        Map("same"),
        Map(
            "frequencies",
            (
                "frequencies of $f",
                "counts of $f",
                "numbers of occurrences of $f",
                "occurrence counts of $f",
            ),
            (),
            "c",
            "int",
        ),
    ),
    folds=(*_VALUE_FOLDS, _FIRST_SEEN, _TEXT_SORTED),
)

_PREFIX = Argument("abcpt", ("ch", "c", "prefix"))
_DICT_FILTERS = (
    Filter("all", ("$ns $in",)),
    *(
        Filter(
            f.key,
            tuple(f"$ns $in whose value {is_}" for is_ in f.is_),
            f.code,
            argument=f.argument and Argument(f.argument.choices, ("k", "limit", "n", "m")),
        )
        for f in INT_FILTERS
        if f.is_ and f.key not in {"one_digit", "ending", "odd_above"}
    ),
    Filter(
        "key_prefix",
        (
            "$ns $in whose key starts with $k",
            "$ns $in whose key begins with $k",
            "$ns $in with a key that starts with $k",
            "$ns $in whose key has $k as first letter",
        ),
        "key.startswith($k)",
        argument=_PREFIX,
    ),
    Filter(
        "key_longer",
        (
            "$ns $in whose key has more than $k letters",
            "$ns $in whose key is longer than $k characters",
            "$ns $in with a key of more than $k letters",
            "$ns $in whose key has a length above $k",
        ),
        "len(key) > $k",
        argument=Argument(range(1, 3), ("k", "n", "size")),
    ),
)

DICTIONARIES = Domain(
    sources=(
        Source(
            "items",
            ("dict",),
            ("entries", "items", "pairs"),
            ("in $A", "of $A"),
            "$a.items()",
            "key, value",
            "value",
            because="Go over each key, value in $a.items().",
        ),
    ),
    filters=_DICT_FILTERS,
    maps=(
        Map("keys", ("keys of $f",), (), "key", "str"),
        Map("values", ("values of $f",), (), "value", "int"),
        Map("doubled_values", ("doubled values of $f", "values, each times 2, of $f"), (), "value * 2", "int"),
        Map("squared_values", ("squared values of $f", "squares of the values of $f"), (), "value * value", "int"),
        Map("key_lengths", ("key lengths of $f", "lengths of the keys of $f"), (), "len(key)", "int"),
    ),
    folds=(
        *(
            fold
            for fold in INT_FOLDS
            if fold.key in {"sum", "max", "min", "sorted", "descending", "average", "distinct"}
        ),
        _TEXT_COUNT,
        _TEXT_SORTED,
        Fold(
            "list",
            ("a list of $f, in the order of the dictionary", "$f, as a list in dictionary order"),
            "return [$gen]",
            "List[$t]",
            "Collect them in a list.",
            ("int", "str"),
        ),
    ),
)


def _set_source(key: str, operator: str, within: tuple[str, ...]) -> Source:
    return Source(
        key,
        ("ints_1", "ints_2"),
        ("distinct numbers", "different values", "distinct values", "unique numbers"),
        within,
        f"set($a) {operator} set($b)",
        "x",
        "x",
        skip=frozenset({"odd_above", "even_positive"}),
    )


SETS = Domain(
    sources=(
        _set_source("both", "&", ("in both $A and $B", "common to $A and $B", "found in both $A and $B")),
        _set_source("either", "|", ("in $A or $B (or both)", "found in at least one of $A and $B")),
        _set_source("only_first", "-", ("in $A but not in $B", "of $A missing from $B")),
        _set_source("one_of", "^", ("in exactly one of $A and $B", "found in one of $A and $B but not in both")),
    ),
    filters=INT_FILTERS,
    maps=(Map("same"),),
    folds=_VALUE_FOLDS,
)
