"""Atoms of pipelines over words: the elements of a list, or what a sentence splits into."""

from lsp_server.starter.curriculum.pipeline import Argument, Domain, Filter, Fold, Map, Source
from lsp_server.starter.curriculum.strings_characters import (
    CHARACTER_MAPS,
    EMPTY_TEXT,
    LETTER,
    SHARED_FOLDS,
    STR,
    TEXT_FOLDS,
)

_LENGTH = Argument(range(2, 6), ("k", "n", "size", "m"))

_WORD_FILTERS = (
    Filter("all", ("$ns",)),
    Filter(
        "longer",
        ("$ns $in longer than $k characters", "$ns $in with more than $k letters", "$ns $in whose length exceeds $k"),
        "len($x) > $k",
        ("is longer than $k characters", "has more than $k letters"),
        _LENGTH,
    ),
    Filter(
        "shorter",
        ("$ns $in shorter than $k characters", "$ns $in with fewer than $k letters"),
        "len($x) < $k",
        ("is shorter than $k characters", "has fewer than $k letters"),
        _LENGTH,
    ),
    Filter(
        "of_length",
        ("$ns $in of length $k", "$ns $in with exactly $k letters", "$ns $in that have length $k"),
        "len($x) == $k",
        ("has length $k", "has exactly $k letters"),
        _LENGTH,
    ),
    Filter(
        "even_length",
        ("$ns $in of even length", "$ns $in with an even number of letters", "even-length $ns"),
        "len($x) % 2 == 0",
        ("has an even length", "has an even number of letters"),
    ),
    Filter(
        "odd_length",
        ("$ns $in of odd length", "$ns $in with an odd number of letters", "odd-length $ns"),
        "len($x) % 2 == 1",
        ("has an odd length", "has an odd number of letters"),
    ),
    Filter(
        "starting",
        ("$ns $in that start with $k", "$ns $in starting with $k", "$ns $in beginning with $k"),
        "$x.startswith($k)",
        ("starts with $k", "begins with $k"),
        LETTER,
    ),
    Filter(
        "ending",
        ("$ns $in that end with $k", "$ns $in ending in $k", "$ns $in whose last letter is $k"),
        "$x.endswith($k)",
        ("ends with $k", "has the last letter $k"),
        LETTER,
    ),
    Filter(
        "containing",
        ("$ns $in that contain $k", "$ns $in containing $k", "$ns $in with the letter $k in them"),
        "$k in $x",
        ("contains $k", "contains the letter $k"),
        LETTER,
    ),
    Filter(
        "without",
        ("$ns $in that do not contain $k", "$ns $in without $k", "$ns $in not containing $k"),
        "$k not in $x",
        ("does not contain $k", "lacks the letter $k"),
        LETTER,
    ),
    Filter(
        "palindromic",
        ("palindromes", "$ns $in that are palindromes", "$ns $in that read the same backwards"),
        "$x == $x[::-1]",
        ("is a palindrome", "reads the same backwards"),
    ),
    Filter(
        "vowel_first",
        ("$ns $in that start with a vowel", "$ns $in beginning with a vowel (a, e, i, o, u in either case)"),
        "$x[0] in 'aeiouAEIOU'",
        ("starts with a vowel", "begins with a vowel"),
    ),
    Filter(
        "capitalized",
        ("$ns $in that start with an uppercase letter", "$ns $in beginning with a capital letter"),
        "$x[0].isupper()",
        ("starts with an uppercase letter", "begins with a capital letter"),
    ),
)

_WORD_MAPS = (
    Map("same"),
    Map("same"),
    *(map_ for map_ in CHARACTER_MAPS if map_.key in {"uppercased", "lowercased", "swapped"}),
    Map(
        "backwards",
        ("reversed forms of $f", "reversals of $f"),
        ("reverse each of them", "reverse each one", "spell each backwards"),
        "$x[::-1]",
        "str",
    ),
    Map(
        "lengths",
        ("lengths of $f", "letter counts of $f"),
        ("take the length of each", "replace each by its length"),
        "len($x)",
        "int",
    ),
    Map(
        "initials",
        ("first letters of $f", "initials of $f", "first characters of $f"),
        ("take the first letter of each", "keep only the first character of each"),
        "$x[0]",
        "str",
    ),
    Map(
        "final_letters",
        ("last letters of $f", "last characters of $f"),
        ("take the last letter of each", "keep only the last character of each"),
        "$x[-1]",
        "str",
    ),
    Map(
        "capitals",
        ("capitalized forms of $f", "first-letter-capitalized versions of $f"),
        ("capitalize each of them", "capitalize each one"),
        "$x.capitalize()",
        "str",
    ),
)

_WORD_FOLDS = (
    Fold(
        "spaced",
        ("$f, joined with spaces", "a string of $f, separated by single spaces", "$f, joined by a space"),
        "return ' '.join($gen)",
        "str",
        "Join them with ' '.join.",
        STR,
    ),
    Fold(
        "longest",
        ("the longest of $f (the first one on a tie)", "the longest one of $f, the earliest if there are several"),
        "return max(($gen), key=len, default='')",
        "str",
        "Take max by len with default ''.",
        STR,
        plain=True,
        notes=EMPTY_TEXT,
        defaults=("",),
    ),
    Fold(
        "shortest",
        ("the shortest of $f (the first one on a tie)", "the shortest one of $f, the earliest if there are several"),
        "return min(($gen), key=len, default='')",
        "str",
        "Take min by len with default ''.",
        STR,
        plain=True,
        notes=EMPTY_TEXT,
        defaults=("",),
    ),
    Fold(
        "alphabetical",
        ("a list of $f, in alphabetical order", "$f, sorted alphabetically"),
        "return sorted($gen)",
        "List[str]",
        "Sort them with sorted.",
        STR,
    ),
    Fold(
        "by_length",
        ("$f, sorted by length (ties keep their order)", "a list of $f, ordered from shortest to longest (stable)"),
        "return sorted(($gen), key=len)",
        "List[str]",
        "Sort them by len.",
        STR,
        plain=True,
    ),
)

WORDS = Domain(
    sources=(
        Source(
            "words",
            ("words",),
            ("words", "strings"),
            ("in $A", "of $A", "from $A"),
            "$a",
            "w",
            "w",
            type="str",
        ),
        Source(
            "sentence",
            ("sentence",),
            ("words",),
            ("in $A", "of $A", "from $A"),
            "$a.split()",
            "w",
            "w",
            because="Split $a into words w.",
            type="str",
        ),
    ),
    filters=_WORD_FILTERS,
    maps=_WORD_MAPS,
    folds=(*SHARED_FOLDS, *_WORD_FOLDS, *(fold for fold in TEXT_FOLDS if fold.key in {"join", "dashed"})),
)
