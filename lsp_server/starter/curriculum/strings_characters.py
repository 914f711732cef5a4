"""Atoms of pipelines over the characters of a string, and what both characters and words are folded to."""

from lsp_server.starter.curriculum.atoms import INT_FOLDS
from lsp_server.starter.curriculum.pipeline import Argument, Domain, Filter, Fold, Map, Source

LETTER = Argument("abcdeoltabcdeoltfghikmnprsuvwxyz", ("ch", "c", "char"))
_CHARACTER_FILTERS = (
    Filter("all", ("$ns",)),
    Filter(
        "vowel",
        ("vowels", "$ns $in that are vowels", "$ns $in that are vowels (a, e, i, o, u in either case)"),
        "$x in 'aeiouAEIOU'",
        ("is a vowel", "is one of the vowels"),
    ),
    Filter(
        "consonant",
        ("consonants", "letters $in that are not vowels", "$ns $in that are consonants"),
        "$x.isalpha() and $x not in 'aeiouAEIOU'",
        ("is a consonant", "is a letter but not a vowel"),
    ),
    Filter(
        "non_vowel",
        ("$ns $in that are not vowels", "$ns $in other than vowels"),
        "$x not in 'aeiouAEIOU'",
        ("is not a vowel", "is no vowel"),
    ),
    Filter("digit", ("digits", "$ns $in that are digits", "numeric $ns"), "$x.isdigit()", ("is a digit", "is numeric")),
    Filter(
        "non_digit",
        ("$ns $in that are not digits", "non-digit $ns", "$ns $in other than digits"),
        "not $x.isdigit()",
        ("is not a digit", "is no digit"),
    ),
    Filter(
        "letter",
        ("letters", "alphabetic $ns", "$ns $in that are letters"),
        "$x.isalpha()",
        ("is a letter", "is alphabetic"),
    ),
    Filter(
        "alnum",
        ("alphanumeric $ns", "letters and digits", "$ns $in that are letters or digits"),
        "$x.isalnum()",
        ("is alphanumeric", "is a letter or a digit"),
    ),
    Filter(
        "upper",
        ("uppercase letters", "capital letters", "upper-case $ns", "$ns $in that are uppercase"),
        "$x.isupper()",
        ("is uppercase", "is a capital letter"),
    ),
    Filter(
        "lower",
        ("lowercase letters", "small letters", "lower-case $ns", "$ns $in that are lowercase"),
        "$x.islower()",
        ("is lowercase", "is a lowercase letter"),
    ),
    Filter(
        "non_space",
        ("non-space $ns", "$ns $in that are not spaces", "$ns $in other than spaces"),
        "$x != ' '",
        ("is not a space", "is no space"),
    ),
    Filter(
        "other_than",
        ("$ns $in other than $k", "$ns $in that are not equal to $k", "$ns $in different from $k"),
        "$x != $k",
        ("differs from $k", "is not equal to $k"),
        LETTER,
    ),
    Filter(
        "after",
        ("$ns $in that come after $k in the alphabet (compare as characters)", "$ns $in greater than $k"),
        "$x > $k",
        ("is greater than $k", "comes after $k"),
        LETTER,
    ),
)

CHARACTER_MAPS = (
    Map("same"),
    Map("same"),
    Map("same"),
    Map(
        "uppercased",
        ("uppercase versions of $f", "upper-case forms of $f"),
        ("convert each to uppercase", "make them uppercase", "uppercase each of them"),
        "$x.upper()",
        "str",
    ),
    Map(
        "lowercased",
        ("lowercase versions of $f", "lower-case forms of $f"),
        ("convert each to lowercase", "make them lowercase", "lowercase each of them"),
        "$x.lower()",
        "str",
    ),
    Map(
        "swapped",
        ("case-swapped versions of $f", "swapped-case forms of $f"),
        ("swap the case of each", "toggle the case of each"),
        "$x.swapcase()",
        "str",
    ),
    Map(
        "doubled",
        ("doubled versions of $f", "twice-repeated forms of $f"),
        ("write each twice", "double each one", "repeat each two times"),
        "$x * 2",
        "str",
    ),
    Map(
        "codes",
        ("character codes of $f", "ASCII codes of $f", "ASCII values of $f"),
        ("take the ASCII code of each", "replace each by its character code"),
        "ord($x)",
        "int",
    ),
    Map(
        "following",
        ("characters that follow $f in ASCII", "next ASCII characters after $f"),
        ("replace each by the next ASCII character", "shift each one character forward in ASCII"),
        "chr(ord($x) + 1)",
        "str",
    ),
)

EMPTY_TEXT = (
    "Return an empty string if there are none.",
    "If there are none, return an empty string.",
    "If nothing is left, the answer is an empty string.",
)
STR = ("str",)

TEXT_FOLDS = (
    Fold(
        "join",
        ("a string made of $f, in order", "$f, joined into one string", "the string formed by $f", "$f, as one string"),
        "return ''.join($gen)",
        "str",
        "Join them with ''.join.",
        STR,
    ),
    Fold(
        "reversed_string",
        ("$f, joined into one string in reverse order", "a string of $f, last one first"),
        "return ''.join([$gen][::-1])",
        "str",
        "Collect them in a list, reverse it with [::-1] and join.",
        STR,
    ),
    Fold(
        "sorted_string",
        ("$f, sorted and joined into one string", "a string of $f, in sorted order"),
        "return ''.join(sorted($gen))",
        "str",
        "Sort them and join with ''.join.",
        STR,
    ),
    Fold(
        "unique_string",
        ("the distinct ones of $f, sorted and joined into one string", "a sorted string of $f, without duplicates"),
        "return ''.join(sorted({$gen}))",
        "str",
        "Collect them in a set, sort it and join with ''.join.",
        STR,
    ),
    Fold(
        "dashed",
        ("$f, joined with '-'", "a string of $f, separated by dashes '-'", "$f, with a hyphen '-' between them"),
        "return '-'.join($gen)",
        "str",
        "Join them with '-'.join.",
        STR,
    ),
    Fold(
        "first_text",
        ("the first of $f", "the first one of $f"),
        "return next(($gen), $d)",
        "str",
        "Take the first with next, default $d.",
        STR,
        notes=EMPTY_TEXT,
        defaults=("",),
    ),
    Fold(
        "last_text",
        ("the last of $f", "the last one of $f"),
        "picked = [$gen]\nreturn picked[-1] if picked else $d",
        "str",
        "Collect them in picked and return picked[-1], or $d if it is empty.",
        STR,
        notes=EMPTY_TEXT,
        defaults=("",),
    ),
)

SHARED_FOLDS = tuple(fold for fold in INT_FOLDS if fold.key not in {"product", "average", "spread"})

CHARACTERS = Domain(
    sources=(
        Source(
            "characters",
            ("text",),
            ("characters", "chars"),
            ("in $A", "of $A", "from $A"),
            "$a",
            "c",
            "c",
            type="str",
        ),
    ),
    filters=_CHARACTER_FILTERS,
    maps=CHARACTER_MAPS,
    folds=(*SHARED_FOLDS, *TEXT_FOLDS),
)
