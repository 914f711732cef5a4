"""Grouping a list by a key into a dictionary. Tables and the sentences around them."""

from dataclasses import dataclass
from random import Random

from lsp_server.starter.curriculum.exercise import Draft
from lsp_server.starter.curriculum.kinds import KINDS
from lsp_server.starter.curriculum.operations import maker, write
from lsp_server.starter.curriculum.phrasing import ask, bind, fill, function_name


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
    _Key(
        "vowels",
        ("number of vowels (either case)", "vowel count (either case)"),
        "sum(c in 'aeiouAEIOU' for c in $x)",
        "int",
    ),
    _Key("letters", ("number of distinct characters", "count of different characters"), "len(set($x))", "int"),
    _Key("reversed", ("reversed form", "reverse"), "$x[::-1]", "str"),
    _Key("prefix", ("first two letters", "prefix of two characters"), "$x[:2]", "str"),
    _Key("lowercase", ("lowercase form", "lower-case version"), "$x.lower()", "str"),
    _Key("sorted_letters", ("sorted string of letters", "sorted letters (as a string)"), "''.join(sorted($x))", "str"),
)
_INT_KEYS = (
    _Key("last_digit", ("last digit", "final digit"), "abs($x) % 10", "int"),
    _Key("parity", ("remainder modulo 2", "parity (0 for even, 1 for odd)"), "$x % 2", "int"),
    _Key("mod_three", ("remainder modulo 3", "remainder when divided by 3"), "$x % 3", "int"),
    _Key("digits", ("number of digits", "digit count"), "len(str(abs($x)))", "int"),
    _Key("absolute", ("absolute value", "magnitude"), "abs($x)", "int"),
    _Key("mod_five", ("remainder modulo 5", "remainder when divided by 5"), "$x % 5", "int"),
    _Key("digit_sum", ("digit sum", "sum of the digits"), "sum(map(int, str(abs($x))))", "int"),
    _Key("square", ("square", "second power"), "$x * $x", "int"),
    _Key("tens", ("quotient by 10 (rounded down)", "value divided by 10, rounded down"), "$x // 10", "int"),
)
_VALUES = (
    _Value(
        "list",
        (
            "a dictionary that maps each $key to the list of $ns in $A with that $key",
            "the $ns in $A grouped by $key, as a dictionary of lists",
            "a dict from each $key to a list of the $ns of $A that have it",
            "a dictionary with each $key as a key and the list of the $ns in $A that have it as its value",
            "the $ns of $A collected in lists by $key, as a dictionary",
            "a dictionary of lists that has the $ns of $A sorted into groups by $key",
        ),
        (
            "group the $ns in $A by $key and return a dictionary of lists",
            "put the $ns of $A with the same $key into one list and return a dictionary from $key to list",
            "group $A by $key into a dictionary that holds a list for each $key",
            "collect the $ns of $A in a dictionary of lists, where the key is the $key",
            "build a dictionary from each $key to the list of the $ns in $A with it",
            "sort the $ns of $A into groups by $key and return a dictionary of lists",
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
            "a dictionary with each $key as a key and the number of $ns in $A that have it as its value",
            "the counts of the $ns in $A by $key, as a dictionary",
        ),
        (
            "count the $ns in $A by $key and return the counts in a dictionary",
            "count for each $key how many $ns of $A have it, in a dictionary",
            "build a dictionary from each $key to the number of $ns in $A with it",
            "group the $ns of $A by $key and return a dictionary with the size of each group",
            "for every $key count the $ns in $A that have it and return a dictionary",
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
            "a dictionary with each $key as a key and the sum of the $ns in $A that have it as its value",
            "a dict that tells for each $key the total of the $ns of $A with it",
        ),
        (
            "add up the $ns in $A separately for each $key and return a dictionary of sums",
            "group the $ns of $A by $key and return a dictionary from $key to the sum of its group",
            "sum the $ns in $A by $key and return the sums in a dictionary",
            "build a dictionary from each $key to the sum of the $ns in $A with it",
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
            "a dictionary with each $key as a key and the maximum of the $ns in $A that have it as its value",
            "a dict that tells for each $key the largest of the $ns of $A with it",
        ),
        (
            "find the maximum of the $ns in $A for each $key and return a dictionary of maxima",
            "group the $ns of $A by $key and return a dictionary with the largest one of each group",
            "build a dictionary from each $key to the largest of the $ns in $A with it",
        ),
        "groups[$code] = max(groups.get($code, $x), $x)",
        "$t",
        "keep the max of its key",
        numeric=True,
    ),
    _Value(
        "min",
        (
            "a dictionary that maps each $key to the smallest of the $ns in $A with that $key",
            "the smallest of the $ns in $A for each $key, as a dictionary",
            "a dictionary with each $key as a key and the minimum of the $ns in $A that have it as its value",
            "a dict that tells for each $key the smallest of the $ns of $A with it",
        ),
        (
            "find the minimum of the $ns in $A for each $key and return a dictionary of minima",
            "group the $ns of $A by $key and return a dictionary with the smallest one of each group",
            "build a dictionary from each $key to the smallest of the $ns in $A with it",
        ),
        "groups[$code] = min(groups.get($code, $x), $x)",
        "$t",
        "keep the min of its key",
        numeric=True,
    ),
    _Value(
        "last",
        (
            "a dictionary that maps each $key to the last of the $ns in $A with that $key",
            "a dict from each $key to the $n of $A that has it and comes last",
            "a dictionary with each $key as a key and the last of the $ns in $A that have it as its value",
            "for each $key the last of the $ns in $A with it, as a dictionary",
        ),
        (
            "remember for each $key the last one of the $ns in $A that has it, and return the dictionary",
            "build a dictionary from each $key to the last of the $ns in $A with it",
            "group the $ns of $A by $key and return a dictionary with the last one of each group",
        ),
        "groups[$code] = $x",
        "$t",
        "store it under its key, so that the last one stays",
    ),
    _Value(
        "first",
        (
            "a dictionary that maps each $key to the first of the $ns in $A with that $key",
            "a dict from each $key to the $n of $A that has it and comes first",
            "a dictionary with each $key as a key and the first of the $ns in $A that have it as its value",
            "for each $key the first of the $ns in $A with it, as a dictionary",
        ),
        (
            "remember for each $key the first one of the $ns in $A that has it, and return the dictionary",
            "build a dictionary from each $key to the first of the $ns in $A with it",
            "group the $ns of $A by $key and return a dictionary with the first one of each group",
        ),
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
        statement=write(asked.text, bound, rng),
        reasoning=f"Wanted: for each {key.nouns[0]} the {value.key}. "
        f'The key "{words["key"]}" of {x} is {code}. For each {x} {value.because}. Return the dictionary.',
        body=f"groups = {{}}\nfor {x} in {bound[0].name}:\n    {fill(value.code, code=code, x=x)}\nreturn groups",
        inputs=maker(bound),
    )
