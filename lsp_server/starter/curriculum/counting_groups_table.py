"""What lists are grouped by, and what becomes of each group. Tables for `counting_groups`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """What to group by: $key in texts, an expression in $x in code."""

    key: str
    nouns: tuple[str, ...]
    code: str
    type: str


@dataclass(frozen=True, slots=True)
class Value:
    """What each group becomes. np and vp use $key, $ns and $A; `out` is what is returned in the end."""

    key: str
    np: tuple[str, ...]
    vp: tuple[str, ...]
    code: str
    type: str
    because: str
    kinds: tuple[str, ...] = ("ints", "words")
    out: str = "groups"


@dataclass(frozen=True, slots=True)
class Condition:
    """Which elements count: a sentence ($ns) and an expression in $x."""

    key: str
    kinds: tuple[str, ...]
    says: tuple[str, ...]
    code: str


WORD_KEYS = (
    Key("length", ("length", "number of characters"), "len($x)", "int"),
    Key("first_letter", ("first letter", "initial letter", "first character"), "$x[0]", "str"),
    Key("last_letter", ("last letter", "final letter", "last character"), "$x[-1]", "str"),
    Key(
        "vowels",
        ("number of vowels (either case)", "vowel count (either case)"),
        "sum(c in 'aeiouAEIOU' for c in $x)",
        "int",
    ),
    Key("letters", ("number of distinct characters", "count of different characters"), "len(set($x))", "int"),
    Key("reversed", ("reversed form", "reverse"), "$x[::-1]", "str"),
    Key("prefix", ("first two letters", "prefix of two characters"), "$x[:2]", "str"),
    Key("lowercase", ("lowercase form", "lower-case version"), "$x.lower()", "str"),
    Key("sorted_letters", ("sorted string of letters", "sorted letters (as a string)"), "''.join(sorted($x))", "str"),
)
INT_KEYS = (
    Key("last_digit", ("last digit", "final digit"), "abs($x) % 10", "int"),
    Key("parity", ("remainder modulo 2", "parity (0 for even, 1 for odd)"), "$x % 2", "int"),
    Key("mod_three", ("remainder modulo 3", "remainder when divided by 3"), "$x % 3", "int"),
    Key("digits", ("number of digits", "digit count"), "len(str(abs($x)))", "int"),
    Key("absolute", ("absolute value", "magnitude"), "abs($x)", "int"),
    Key("mod_five", ("remainder modulo 5", "remainder when divided by 5"), "$x % 5", "int"),
    Key("digit_sum", ("digit sum", "sum of the digits"), "sum(map(int, str(abs($x))))", "int"),
    Key("square", ("square", "second power"), "$x * $x", "int"),
    Key("tens", ("quotient by 10 (rounded down)", "value divided by 10, rounded down"), "$x // 10", "int"),
)
VALUES = (
    Value(
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
    Value(
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
    Value(
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
        kinds=("ints",),
    ),
    Value(
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
        kinds=("ints",),
    ),
    Value(
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
        kinds=("ints",),
    ),
    Value(
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
    Value(
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
    Value(
        "longest",
        (
            "a dictionary that maps each $key to the longest of the $ns in $A with that $key (the first of several)",
            "the longest of the $ns in $A for each $key, as a dictionary; the earlier one wins a tie",
            "a dict from each $key to the longest $n of $A that has it, the first one in case of a tie",
        ),
        (
            "find the longest $n in $A for each $key and return them in a dictionary (the first one of equal length)",
            "group the $ns of $A by $key, return a dictionary with the longest of each group (the first of several)",
        ),
        "groups[$code] = max(groups.get($code, $x), $x, key=len)",
        "$t",
        "keep the max by len of its key",
        kinds=("words",),
    ),
    Value(
        "shortest",
        (
            "a dictionary that maps each $key to the shortest of the $ns in $A with that $key (the first of several)",
            "the shortest of the $ns in $A for each $key, as a dictionary; the earlier one wins a tie",
            "a dict from each $key to the shortest $n of $A that has it, the first one in case of a tie",
        ),
        (
            "find the shortest $n in $A for each $key and return them in a dictionary (the first one of equal length)",
            "group the $ns of $A by $key, return a dictionary with the shortest of each group (the first of several)",
        ),
        "groups[$code] = min(groups.get($code, $x), $x, key=len)",
        "$t",
        "keep the min by len of its key",
        kinds=("words",),
    ),
    Value(
        "total_length",
        (
            "a dictionary that maps each $key to the total length of the $ns in $A with that $key",
            "the sum of the lengths of the $ns in $A for each $key, as a dictionary",
            "a dict that tells for each $key how many characters the $ns of $A with it have together",
        ),
        (
            "add up the lengths of the $ns in $A separately for each $key and return a dictionary",
            "group the $ns of $A by $key and return a dictionary with the total length of each group",
            "build a dictionary from each $key to the sum of the lengths of the $ns in $A with it",
        ),
        "groups[$code] = groups.get($code, 0) + len($x)",
        "int",
        "add its len to the sum of its key",
        kinds=("words",),
    ),
    Value(
        "unique",
        (
            "a dictionary that maps each $key to the sorted list of the different $ns in $A with that $key",
            "the different $ns in $A grouped by $key, as a dictionary of sorted lists without duplicates",
            "a dict from each $key to a sorted list of the $ns of $A that have it, each one once",
        ),
        (
            "group the $ns in $A by $key and return a dictionary of sorted lists without duplicates",
            "collect the different $ns of $A for each $key and return a dictionary of sorted lists",
        ),
        "groups.setdefault($code, set()).add($x)",
        "List[$t]",
        "add it to the set of its key with setdefault",
        out="{key: sorted(group) for key, group in groups.items()}",
    ),
    Value(
        "distinct",
        (
            "a dictionary that maps each $key to the number of different $ns in $A with that $key",
            "how many different $ns in $A there are of each $key, as a dictionary",
            "a dict that tells for each $key how many distinct $ns of $A have it",
        ),
        (
            "count the different $ns in $A by $key and return the counts in a dictionary",
            "group the $ns of $A by $key and return a dictionary with the number of different ones in each group",
        ),
        "groups.setdefault($code, set()).add($x)",
        "int",
        "add it to the set of its key with setdefault",
        out="{key: len(group) for key, group in groups.items()}",
    ),
)

CONDITIONS = (
    Condition(
        "long",
        ("words",),
        ("Only $ns with more than 2 characters count.", "Ignore $ns of one or two characters."),
        "len($x) > 2",
    ),
    Condition(
        "short",
        ("words",),
        ("Only $ns with fewer than 5 characters count.", "Ignore $ns of 5 or more characters."),
        "len($x) < 5",
    ),
    Condition(
        "with_a", ("words",), ("Only $ns that contain the letter 'a' count.", "Ignore $ns without an 'a'."), "'a' in $x"
    ),
    Condition(
        "without_e", ("words",), ("Only $ns without an 'e' count.", "Ignore $ns that contain an 'e'."), "'e' not in $x"
    ),
    Condition("positive", ("ints",), ("Only positive $ns count.", "Ignore $ns that are not greater than 0."), "$x > 0"),
    Condition("nonzero", ("ints",), ("Ignore $ns equal to 0.", "Only $ns other than 0 count."), "$x != 0"),
    Condition("even", ("ints",), ("Only even $ns count.", "Ignore odd $ns."), "$x % 2 == 0"),
    Condition("odd", ("ints",), ("Only odd $ns count.", "Ignore even $ns."), "$x % 2 == 1"),
)
"""What most people don't ask for: some of the elements are left out."""

CONDITIONAL = 0.2
"""Share of exercises with one of the conditions."""
