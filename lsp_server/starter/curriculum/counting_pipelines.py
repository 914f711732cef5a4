"""Pipelines over counters, dictionaries and sets, and grouping by a key."""

from dataclasses import dataclass
from random import Random

from lsp_server.starter.curriculum.atoms import INT_FILTERS, INT_FOLDS
from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.curriculum.kinds import KINDS
from lsp_server.starter.curriculum.operations import maker
from lsp_server.starter.curriculum.phrasing import ask, bind, fill, function_name
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
        ("$ns $in that occur exactly once", "$ns $in that appear only once", "$ns $in with a frequency of 1"),
        "c == 1",
    ),
    Filter(
        "repeated",
        ("$ns $in that occur more than once", "$ns $in that are repeated", "$ns $in that appear at least twice"),
        "c > 1",
    ),
    Filter(
        "exactly",
        (
            "$ns $in that occur exactly $k times",
            "$ns $in with a frequency of exactly $k",
            "$ns $in seen exactly $k times",
        ),
        "c == $k",
        argument=_TIMES,
    ),
    Filter(
        "at_least",
        ("$ns $in that occur at least $k times", "$ns $in that appear $k or more times"),
        "c >= $k",
        argument=_TIMES,
    ),
    Filter(
        "fewer",
        ("$ns $in that occur fewer than $k times", "$ns $in that appear less than $k times"),
        "c < $k",
        argument=_TIMES,
    ),
    Filter(
        "even_times",
        ("$ns $in that occur an even number of times", "$ns $in with an even frequency"),
        "c % 2 == 0",
    ),
    Filter(
        "odd_times",
        ("$ns $in that occur an odd number of times", "$ns $in with an odd frequency"),
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
    maps=(Map("same"), Map("same"), Map("frequencies", ("frequencies of $f", "counts of $f"), (), "c", "int")),
    folds=(*_VALUE_FOLDS, _FIRST_SEEN, _TEXT_COUNT, _TEXT_SORTED),
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
        ("$ns $in whose key starts with $k", "$ns $in whose key begins with $k"),
        "key.startswith($k)",
        argument=_PREFIX,
    ),
    Filter(
        "key_longer",
        ("$ns $in whose key has more than $k letters", "$ns $in whose key is longer than $k characters"),
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


@dataclass(frozen=True, slots=True)
class _Key:
    """What to group by: $key in texts, an expression in $x in code."""

    key: str
    nouns: tuple[str, ...]
    code: str
    type: str


@dataclass(frozen=True, slots=True)
class _Value:
    """What each group becomes. np and vp use $key, $ns and $A."""

    key: str
    np: tuple[str, ...]
    vp: tuple[str, ...]
    code: str
    type: str
    because: str
    numeric: bool = False


_WORD_KEYS = (
    _Key("length", ("length", "number of characters"), "len($x)", "int"),
    _Key("first_letter", ("first letter", "initial letter", "first character"), "$x[0]", "str"),
    _Key("last_letter", ("last letter", "final letter", "last character"), "$x[-1]", "str"),
    _Key("lowercase", ("lowercase form", "lower-case version"), "$x.lower()", "str"),
    _Key("sorted_letters", ("sorted string of letters", "sorted letters (as a string)"), "''.join(sorted($x))", "str"),
)
_INT_KEYS = (
    _Key("last_digit", ("last digit", "final digit"), "abs($x) % 10", "int"),
    _Key("parity", ("remainder modulo 2", "parity (0 for even, 1 for odd)"), "$x % 2", "int"),
    _Key("mod_three", ("remainder modulo 3", "remainder when divided by 3"), "$x % 3", "int"),
    _Key("digits", ("number of digits", "digit count"), "len(str(abs($x)))", "int"),
    _Key("absolute", ("absolute value", "magnitude"), "abs($x)", "int"),
    _Key("tens", ("quotient by 10 (rounded down)", "value divided by 10, rounded down"), "$x // 10", "int"),
)
_VALUES = (
    _Value(
        "list",
        (
            "a dictionary that maps each $key to the list of $ns in $A with that $key",
            "the $ns in $A grouped by $key, as a dictionary of lists",
            "a dict from each $key to a list of the $ns of $A that have it",
        ),
        (
            "group the $ns in $A by $key and return a dictionary of lists",
            "put the $ns of $A with the same $key into one list and return a dictionary from $key to list",
            "group $A by $key into a dictionary that holds a list for each $key",
        ),
        "groups.setdefault($code, []).append($x)",
        "List[$t]",
        "append it to the list of its key with setdefault",
    ),
    _Value(
        "count",
        (
            "a dictionary that maps each $key to the number of $ns in $A with that $key",
            "a dict that tells for each $key how many $ns of $A have it",
            "how many $ns in $A there are of each $key, as a dictionary",
        ),
        (
            "count the $ns in $A by $key and return the counts in a dictionary",
            "count for each $key how many $ns of $A have it, in a dictionary",
        ),
        "groups[$code] = groups.get($code, 0) + 1",
        "int",
        "add 1 to the count of its key",
    ),
    _Value(
        "sum",
        (
            "a dictionary that maps each $key to the sum of the $ns in $A with that $key",
            "the sums of the $ns in $A by $key, as a dictionary",
        ),
        (
            "add up the $ns in $A separately for each $key and return a dictionary of sums",
            "group the $ns of $A by $key and return a dictionary from $key to the sum of its group",
        ),
        "groups[$code] = groups.get($code, 0) + $x",
        "int",
        "add it to the sum of its key",
        numeric=True,
    ),
    _Value(
        "max",
        (
            "a dictionary that maps each $key to the largest of the $ns in $A with that $key",
            "the largest of the $ns in $A for each $key, as a dictionary",
        ),
        ("find the maximum of the $ns in $A for each $key and return a dictionary of maxima",),
        "groups[$code] = max(groups.get($code, $x), $x)",
        "$t",
        "keep the max of its key",
        numeric=True,
    ),
    _Value(
        "last",
        (
            "a dictionary that maps each $key to the last of the $ns in $A with that $key",
            "a dict from each $key to the $n of $A that has it and comes last",
        ),
        ("remember for each $key the last one of the $ns in $A that has it, and return the dictionary",),
        "groups[$code] = $x",
        "$t",
        "store it under its key, so that the last one stays",
    ),
    _Value(
        "first",
        (
            "a dictionary that maps each $key to the first of the $ns in $A with that $key",
            "a dict from each $key to the $n of $A that has it and comes first",
        ),
        ("remember for each $key the first one of the $ns in $A that has it, and return the dictionary",),
        "groups.setdefault($code, $x)",
        "$t",
        "store it under its key with setdefault, so that the first one stays",
    ),
)


def draft_grouping(rng: Random) -> Draft:
    """Group a list by a key and reduce each group, into a dictionary."""
    numeric = rng.random() < 0.5
    key = rng.choice(_INT_KEYS if numeric else _WORD_KEYS)
    value = rng.choice([value for value in _VALUES if numeric or not value.numeric])
    bound = bind([KINDS["ints" if numeric else "words"]], rng, "groups x w")
    x, element = ("x", "int") if numeric else ("w", "str")
    noun = rng.choice(("number", "value", "element")) if numeric else rng.choice(("word", "string"))
    words = {"key": rng.choice(key.nouns), "ns": f"{noun}s", "n": noun}
    asked = ask(bound, value.np, value.vp, words, rng)
    code = fill(key.code, x=x)
    returns = f"Dict[{key.type}, {fill(value.type, t=element)}]"
    return Draft(
        composition=f"group={'ints' if numeric else 'words'} key={key.key} value={value.key}",
        wording=f"group/{value.key}/{asked.frame}",
        name=function_name((f"group_by_{key.key}", f"{value.key}_by_{key.key}", f"{noun}s_by_{key.key}"), rng),
        params=((bound[0].name, bound[0].kind.type),),
        returns=returns,
        statement=asked.text,
        reasoning=f"The key of {x} is {code}. For each {x} {value.because}. Return the dictionary.",
        body=f"groups = {{}}\nfor {x} in {bound[0].name}:\n    {fill(value.code, code=code, x=x)}\nreturn groups",
        inputs=maker(bound),
    )
