"""Atoms of pipelines over the characters of a string and over words."""

from lsp_server.starter.curriculum.atoms import INT_FOLDS
from lsp_server.starter.curriculum.pipeline import Argument, Domain, Filter, Fold, Map, Source

_LETTER = Argument("abcdeoltabcdeoltfghikmnprsuvwxyz", ("ch", "letter", "c"))
_LENGTH = Argument(range(2, 6), ("k", "n", "length", "size"))

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
        _LETTER,
    ),
    Filter(
        "after",
        ("$ns $in that come after $k in the alphabet (compare as characters)", "$ns $in greater than $k"),
        "$x > $k",
        ("is greater than $k", "comes after $k"),
        _LETTER,
    ),
)

_CHARACTER_MAPS = (
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

_EMPTY_TEXT = (
    "Return an empty string if there are none.",
    "If there are none, return an empty string.",
    "If nothing is left, the answer is an empty string.",
)
_STR = ("str",)

_TEXT_FOLDS = (
    Fold(
        "join",
        ("a string made of $f, in order", "$f, joined into one string", "the string formed by $f", "$f, as one string"),
        "return ''.join($gen)",
        "str",
        "Join them with ''.join.",
        _STR,
    ),
    Fold(
        "reversed_string",
        ("$f, joined into one string in reverse order", "a string of $f, last one first"),
        "return ''.join([$gen][::-1])",
        "str",
        "Collect them in a list, reverse it with [::-1] and join.",
        _STR,
    ),
    Fold(
        "sorted_string",
        ("$f, sorted and joined into one string", "a string of $f, in sorted order"),
        "return ''.join(sorted($gen))",
        "str",
        "Sort them and join with ''.join.",
        _STR,
    ),
    Fold(
        "unique_string",
        ("the distinct ones of $f, sorted and joined into one string", "a sorted string of $f, without duplicates"),
        "return ''.join(sorted({$gen}))",
        "str",
        "Collect them in a set, sort it and join with ''.join.",
        _STR,
    ),
    Fold(
        "dashed",
        ("$f, joined with '-'", "a string of $f, separated by dashes '-'", "$f, with a hyphen '-' between them"),
        "return '-'.join($gen)",
        "str",
        "Join them with '-'.join.",
        _STR,
    ),
    Fold(
        "first_text",
        ("the first of $f", "the first one of $f"),
        "return next(($gen), $d)",
        "str",
        "Take the first with next, default $d.",
        _STR,
        notes=_EMPTY_TEXT,
        defaults=("",),
    ),
    Fold(
        "last_text",
        ("the last of $f", "the last one of $f"),
        "picked = [$gen]\nreturn picked[-1] if picked else $d",
        "str",
        "Collect them in picked and return picked[-1], or $d if it is empty.",
        _STR,
        notes=_EMPTY_TEXT,
        defaults=("",),
    ),
)

_SHARED = tuple(fold for fold in INT_FOLDS if fold.key not in {"product", "average", "spread"})

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
    maps=_CHARACTER_MAPS,
    folds=(*_SHARED, *_TEXT_FOLDS),
)

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
        _LETTER,
    ),
    Filter(
        "ending",
        ("$ns $in that end with $k", "$ns $in ending in $k", "$ns $in whose last letter is $k"),
        "$x.endswith($k)",
        ("ends with $k", "has the last letter $k"),
        _LETTER,
    ),
    Filter(
        "containing",
        ("$ns $in that contain $k", "$ns $in containing $k", "$ns $in with the letter $k in them"),
        "$k in $x",
        ("contains $k", "contains the letter $k"),
        _LETTER,
    ),
    Filter(
        "without",
        ("$ns $in that do not contain $k", "$ns $in without $k", "$ns $in not containing $k"),
        "$k not in $x",
        ("does not contain $k", "lacks the letter $k"),
        _LETTER,
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
    *(map_ for map_ in _CHARACTER_MAPS if map_.key in {"uppercased", "lowercased", "swapped"}),
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
        _STR,
    ),
    Fold(
        "longest",
        ("the longest of $f (the first one on a tie)", "the longest one of $f, the earliest if there are several"),
        "return max(($gen), key=len, default='')",
        "str",
        "Take max by len with default ''.",
        _STR,
        plain=True,
        notes=_EMPTY_TEXT,
        defaults=("",),
    ),
    Fold(
        "shortest",
        ("the shortest of $f (the first one on a tie)", "the shortest one of $f, the earliest if there are several"),
        "return min(($gen), key=len, default='')",
        "str",
        "Take min by len with default ''.",
        _STR,
        plain=True,
        notes=_EMPTY_TEXT,
        defaults=("",),
    ),
    Fold(
        "alphabetical",
        ("a list of $f, in alphabetical order", "$f, sorted alphabetically"),
        "return sorted($gen)",
        "List[str]",
        "Sort them with sorted.",
        _STR,
    ),
    Fold(
        "by_length",
        ("$f, sorted by length (ties keep their order)", "a list of $f, ordered from shortest to longest (stable)"),
        "return sorted(($gen), key=len)",
        "List[str]",
        "Sort them by len.",
        _STR,
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
    folds=(*_SHARED, *_WORD_FOLDS, *(fold for fold in _TEXT_FOLDS if fold.key in {"join", "dashed"})),
)
