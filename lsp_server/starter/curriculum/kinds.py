"""The kinds of parameters that the curriculum's problems take, with the phrases for them and makers of small values."""

from collections.abc import Callable
from random import Random
from string import ascii_lowercase
from typing import Any

from lsp_server.starter.curriculum.phrasing import Kind

WORDS = (
    "apple banana cat dog level noon radar sun moon tree code data list stack queue red blue green ab abc aab abba "
    "hello world python river stone kayak eve otto tea eat ate tan nat bat tab Bob Anna Kiwi Fig x a"
).split()
SENTENCE_WORDS = "the a quick Brown fox jumps over lazy dog hello World code is fun Data and tree 42 b2b level".split()

_LIST_NAMES = ("nums", "values", "arr", "numbers", "a", "items", "data", "xs", "lst", "seq", "li")
_LIST_A = ("a list of integers @", "an integer array @", "an array @ of integers", "a list of numbers @", "a list @")
_LIST_THE = ("@", "the list", "the array", "the given list", "the list @")
_LIST_BARE = ("@", "the list @", "the array @", "the integer list @", "the integer array @")
_TEXT_NAMES = ("s", "text", "string", "word", "st", "phrase", "line", "txt", "message")
_TEXT_A = ("a string @", "a string @", "the string @", "a text @")
_TEXT_THE = ("@", "the string", "the given string", "the string @")
_TEXT_BARE = ("@", "the string @", "the given string @", "the text @")
_N_NAMES = ("n", "num", "x", "val", "value", "m", "k")
_N_A = ("an integer @", "a number @", "a non-negative integer @", "the number @")
_N_THE = ("@", "the number", "the integer", "the given number")
_N_BARE = ("@", "the number @", "the integer @")
_K_A = ("an integer @", "a number @", "the integer @")


def ints(rng: Random, least: int = 0) -> list[int]:
    """Up to seven numbers: often with ties, sometimes empty (never below `least`)."""
    low, high = rng.choice(((-9, 20), (0, 5), (-3, 3), (-20, 100), (1, 30)))
    return [rng.randint(low, high) for _ in range(max(least, rng.choice((0, 1, 2, 3, 4, 4, 5, 5, 6, 7))))]


def small_ints(rng: Random) -> list[int]:
    return [rng.randint(-4, 6) for _ in range(rng.choice((0, 1, 2, 3, 3, 4)))]


def zeros(rng: Random) -> list[int]:
    return [rng.choice((0, 0, 1, 1, rng.randint(-3, 12))) for _ in range(rng.randint(0, 8))]


def distinct(rng: Random) -> list[int]:
    """All numbers from 0 to n but one, in any order."""
    numbers = list(range(rng.randint(1, 8)))
    rng.shuffle(numbers)
    return numbers[1:]


def digits(rng: Random) -> list[int]:
    rest = [rng.choice((9, rng.randint(0, 9))) for _ in range(rng.randint(0, 4))]
    return [rng.randint(1, 9), *rest]


def palindrome(rng: Random) -> int:
    return rng.choice((number(rng), int(str(number(rng)) + "7"), 7, 11, 121, 1331, 4554, 10, -121, -7, -number(rng)))


def bits(rng: Random) -> str:
    return "1" + "".join(rng.choice("01") for _ in range(rng.randint(0, 5))) if rng.random() < 0.9 else "0"


def roman(rng: Random) -> str:
    """Hundreds, tens and ones are written one after the other."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C", "CC", "CD", "D", "DC", "M", "MCM")
    ones = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return rng.choice(tens) + rng.choice(ones)


def year(rng: Random) -> int:
    return rng.choice((1900, 2000, 2100, 2024, 1600, rng.randint(1800, 2100), 4 * rng.randint(450, 520)))


def few(rng: Random) -> list[int]:
    return [rng.randint(1, 3) for _ in range(rng.randint(0, 5))]


def pairs(rng: Random) -> list[int]:
    """Every number twice but one."""
    single, *doubled = rng.sample(range(-3, 30), rng.randint(1, 4))
    numbers = [single, *doubled, *doubled]
    rng.shuffle(numbers)
    return numbers


def unique_prices(rng: Random) -> dict[str, int]:
    keys = list(prices(rng))
    return dict(zip(keys, rng.sample(range(0, 40), len(keys)), strict=True))


def tied_prices(rng: Random) -> dict[str, int]:
    return {key: rng.randint(0, 2) for key in prices(rng)}


def phrase(rng: Random) -> str:
    known = (
        "A man, a plan",
        "Was it a car?",
        "No lemon, no melon",
        "race a car",
        "Eva, can I see bees",
        "ab_a",
        " ",
        "12 21",
    )
    return rng.choice((*known, "Step on no pets", "a.", text(rng)))


def runs(rng: Random) -> str:
    return "".join(rng.choice("abc") * rng.choice((1, 1, 2, 3)) for _ in range(rng.randint(0, 5)))


def encoded(rng: Random) -> str:
    return "".join(f"{rng.choice('abcxyz')}{rng.randint(1, 5)}" for _ in range(rng.randint(0, 4)))


def near_words(rng: Random) -> list[str]:
    stem = rng.choice(("fl", "a", "inter", "ab", ""))
    return [stem + rng.choice(("ower", "ow", "ight", "", "b", "act")) for _ in range(rng.randint(0, 4))]


def ana_words(rng: Random) -> list[str]:
    pool = ("eat", "tea", "ate", "tan", "nat", "bat", "tab", "ab", "ba", "a", "abc")
    return [rng.choice(pool) for _ in range(rng.randint(0, 5))]


def pangram(rng: Random) -> str:
    full = "The quick brown fox jumps over the lazy dog"
    return rng.choice((full, full.replace("z", "s"), "pack my box with five dozen liquor jugs", text(rng)))


def snake(rng: Random) -> str:
    return "_".join(
        rng.choice(("user", "name", "max", "value", "id", "is", "ok", "x")) for _ in range(rng.randint(1, 3))
    )


def number_words(rng: Random) -> str:
    return " ".join(
        rng.choice(("I", "have", "3", "12", "apples", "and", "40", "7", "x")) for _ in range(rng.randint(0, 6))
    )


def shaped(rng: Random) -> list[int]:
    """Sorted, constant and symmetric lists about as often as others, so that tests on shape can come out true."""
    numbers = ints(rng)
    shapes = (numbers, sorted(numbers), sorted(set(numbers)), sorted(numbers, reverse=True), numbers[:1] * 3)
    return rng.choice((*shapes, sorted(set(numbers), reverse=True), numbers[:3] + numbers[:3][::-1]))


def hits(rng: Random) -> list[int]:
    """Values from a small range, so that a target is often there."""
    low, high = rng.choice(((-2, 9), (0, 3), (2, 6)))
    return [rng.randint(low, high) for _ in range(rng.randint(0, 7))]


def keys(rng: Random) -> list[str]:
    return [rng.choice(("a", "b", "c", "x", "pen", "cup", "hat")) for _ in range(rng.randint(0, 5))]


def padded(rng: Random) -> str:
    return " " * rng.randint(0, 3) + rng.choice((word(rng), sentence(rng))) + " " * rng.randint(0, 3)


def nested(rng: Random) -> list[list[int]]:
    return [[rng.randint(-3, 20) for _ in range(rng.randint(0, 3))] for _ in range(rng.randint(0, 3))]


def sorted_ints(rng: Random) -> list[int]:
    return sorted(ints(rng))


def floats(rng: Random) -> list[int]:
    return ints(rng, 1)


def text(rng: Random) -> str:
    """A word, a short sentence, or letters and digits in any case."""
    maker = rng.choice((_letters, _letters, word, sentence))
    return maker(rng)


def _letters(rng: Random) -> str:
    pool = rng.choice(("abc", "aeioubcd", "aAbBeE12", "xyzXYZ 09", ascii_lowercase))
    return "".join(rng.choice(pool) for _ in range(rng.choice((0, 1, 3, 4, 5, 6, 7, 8))))


def word(rng: Random) -> str:
    return rng.choice(WORDS)


def lower_word(rng: Random) -> str:
    pool = rng.choice(("abc", "abcd", ascii_lowercase))
    return rng.choice((word(rng).lower(), "".join(rng.choice(pool) for _ in range(rng.randint(0, 7)))))


def words(rng: Random, least: int = 0) -> list[str]:
    return [word(rng) for _ in range(max(least, rng.choice((0, 1, 2, 3, 3, 4, 5))))]


def sentence(rng: Random) -> str:
    return " ".join(rng.choice(SENTENCE_WORDS) for _ in range(rng.choice((0, 1, 2, 3, 4, 4, 5))))


def number(rng: Random) -> int:
    return rng.choice((0, 1, rng.randint(2, 9), rng.randint(10, 99), rng.randint(100, 999), rng.randint(1000, 99999)))


def small(rng: Random) -> int:
    return rng.randint(0, 30)


def prices(rng: Random) -> dict[str, int]:
    keys = rng.sample(("a", "b", "c", "d", "x", "pen", "cup", "hat", "tea", "egg"), rng.choice((0, 1, 2, 3, 4)))
    return {key: rng.choice((rng.randint(0, 12), rng.randint(-5, 99))) for key in keys}


def _kind(
    names: tuple[str, ...],
    type_: str,
    phrases: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    make: Callable[[Random], Any],
) -> Kind:
    return Kind(names, type_, *phrases, make)


_LIST = (_LIST_A, _LIST_THE, _LIST_BARE)
_TEXT = (_TEXT_A, _TEXT_THE, _TEXT_BARE)
_NUMBER = (_N_A, _N_THE, _N_BARE)
_NON_EMPTY = (
    ("a non-empty list of integers @", "a non-empty integer array @", "a list @ of at least one integer"),
    _LIST_THE,
    ("the non-empty list @", "the non-empty integer array @", "the non-empty array @"),
)
_SORTED = (
    ("a sorted list of integers @", "an integer array @ sorted in ascending order", "a sorted array @"),
    ("@", "the sorted list @", "the sorted array @"),
    ("the sorted list @", "the sorted array @", "the sorted integer array @"),
)
_WORDS_PHRASES = (
    ("a list of strings @", "a list of words @", "an array of strings @"),
    ("@", "the list", "the given list", "the list @"),
    ("@", "the list of words @", "the list of strings @", "the string list @"),
)
_SENTENCE_PHRASES = (
    ("a sentence @", "a string @ of words separated by spaces", "a string @ with words separated by spaces"),
    ("@", "the sentence", "the sentence @"),
    ("the sentence @", "the sentence in @"),
)
_DICT_PHRASES = (
    ("a dictionary @ from strings to integers", "a dictionary @ with integer values", "a dict @"),
    ("@", "the dictionary", "the given dictionary", "the dictionary @"),
    ("@", "the dictionary @", "the dict @"),
)
_K = (_K_A, ("@",), ("@",))
_CHARACTER = (("a character @", "a letter @"), ("@", "the character @"), ("@", "the character @"))
_FIRST = ("nums1", "a", "first", "xs", "list1", "left")
_SECOND = ("nums2", "b", "second", "ys", "list2", "right")
_FIRST_TEXT = ("s", "a", "word1", "first", "text1", "s1")
_SECOND_TEXT = ("t", "b", "word2", "second", "text2", "s2")
_DICT_NAMES = ("d", "prices", "scores", "counts", "data", "mapping", "stock", "ages")

_SOME_TEXT = (("a non-empty string @", "a string @ of at least one character"), _TEXT_THE, ("the non-empty string @",))
_KEY = (("a string @", "a key @"), ("@",), ("@",))
_WORD_LIST_NAMES = ("words", "strings", "strs", "names", "lst", "texts", "tokens", "items")
_ANAGRAMS = ("abc", "cab", "aab", "listen", "silent", "tea", "eat", "ate", "ab", "a", "")
_ROTATIONS = ("abc", "bca", "cab", "acb", "ab", "ba", "aab", "aba", "")
_NEAR = ("abc", "abd", "ab", "abcd", "flower", "flow", "flight", "xabc", "b", "cab", "", "aab", "low")
_POSITIVE = (("a positive integer @", "an integer @ of at least 1"), *_NUMBER[1:])
_ABOVE_ONE = (("an integer @ greater than 1", "an integer @ of at least 2"), *_NUMBER[1:])
_ANY = (("an integer @", "a number @", "the integer @"), *_NUMBER[1:])
_BITS = (("a binary string @", "a string @ of binary digits"), ("@",), ("@",))
_ROMAN = (("a string @", "a Roman numeral @"), ("@",), ("@",))
_DIGITS = (
    ("a list of digits @", "a non-empty array @ of decimal digits"),
    ("@", "the list", "the list @"),
    ("@", "the list of digits @", "the digit list @"),
)
_NESTED = (
    ("a list of lists of integers @", "a list @ of integer lists", "a nested list @"),
    ("@", "the list", "the nested list @"),
    ("@", "the nested list @", "the list of lists @"),
)

KINDS: dict[str, Kind] = {
    "ints": _kind(_LIST_NAMES, "List[int]", _LIST, ints),
    "small_ints": _kind(_LIST_NAMES, "List[int]", _LIST, small_ints),
    "some_ints": _kind(_LIST_NAMES, "List[int]", _NON_EMPTY, floats),
    "sorted": _kind(_LIST_NAMES, "List[int]", _SORTED, sorted_ints),
    "ints_1": _kind(_FIRST, "List[int]", _LIST, ints),
    "ints_2": _kind(_SECOND, "List[int]", _LIST, ints),
    "sorted_1": _kind(_FIRST, "List[int]", _SORTED, sorted_ints),
    "sorted_2": _kind(_SECOND, "List[int]", _SORTED, sorted_ints),
    "text": _kind(_TEXT_NAMES, "str", _TEXT, text),
    "lower": _kind(_TEXT_NAMES, "str", _TEXT, lower_word),
    "text_1": _kind(_FIRST_TEXT, "str", _TEXT, lower_word),
    "text_2": _kind(_SECOND_TEXT, "str", _TEXT, lower_word),
    "words": _kind(
        ("words", "strings", "strs", "names", "lst", "texts", "tokens", "items"), "List[str]", _WORDS_PHRASES, words
    ),
    "sentence": _kind(("s", "sentence", "text", "line", "phrase", "message"), "str", _SENTENCE_PHRASES, sentence),
    "dict": _kind(_DICT_NAMES, "Dict[str, int]", _DICT_PHRASES, prices),
    "dict_1": _kind(("d1", "a", "first", "left", "x"), "Dict[str, int]", _DICT_PHRASES, prices),
    "dict_2": _kind(("d2", "b", "second", "right", "y"), "Dict[str, int]", _DICT_PHRASES, prices),
    "n": _kind(_N_NAMES, "int", _NUMBER, number),
    "small_n": _kind(_N_NAMES, "int", _NUMBER, small),
    "tiny_n": _kind(_N_NAMES, "int", _NUMBER, lambda rng: rng.randint(0, 8)),
    "some_n": _kind(
        _N_NAMES,
        "int",
        (("a positive integer @", "an integer @ of at least 1"), *_NUMBER[1:]),
        lambda rng: rng.randint(1, 60),
    ),
    "x1": _kind(("a", "x", "m", "num1", "first", "p"), "int", _POSITIVE, lambda rng: rng.randint(1, 30)),
    "n2": _kind(_N_NAMES, "int", _ABOVE_ONE, lambda rng: rng.choice((rng.randint(2, 12), rng.randint(2, 120)))),
    "some_small_n": _kind(
        _N_NAMES, "int", _POSITIVE, lambda rng: rng.choice((1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 16))
    ),
    "some_99": _kind(_N_NAMES, "int", _POSITIVE, lambda rng: rng.choice((rng.randint(1, 20), rng.randint(1, 140)))),
    "count1": _kind(("n", "k", "count", "m"), "int", _POSITIVE, lambda rng: rng.randint(1, 10)),
    "signed": _kind(_N_NAMES, "int", _ANY, lambda rng: rng.choice((number(rng), -number(rng)))),
    "signed_palindrome": _kind(_N_NAMES, "int", _ANY, palindrome),
    "armstrong": _kind(
        _N_NAMES, "int", _NUMBER, lambda rng: rng.choice((number(rng), 153, 370, 371, 407, 9, 1634, 12))
    ),
    "perfect": _kind(_N_NAMES, "int", _NUMBER, lambda rng: rng.choice((small(rng), 6, 28, 496, 12, 0, 1))),
    "perfect1": _kind(_N_NAMES, "int", _POSITIVE, lambda rng: rng.choice((rng.randint(1, 40), 6, 28, 12, 1, 18))),
    "powers": _kind(
        _N_NAMES, "int", _ANY, lambda rng: rng.choice((number(rng), 1, 2, 4, 8, 16, 9, 27, 81, 10, 100, 64, 0, -4))
    ),
    "squares": _kind(
        _N_NAMES, "int", _NUMBER, lambda rng: rng.choice((rng.randint(0, 200), rng.randint(0, 14) ** 2, 8, 27, 125))
    ),
    "base": _kind(("x", "base", "b", "a"), "int", _NUMBER, lambda rng: rng.randint(0, 9)),
    "exponent": _kind(("n", "exp", "e", "k"), "int", _NUMBER, lambda rng: rng.randint(0, 5)),
    "base_k": _kind(("base", "b", "k"), "int", _K, lambda rng: rng.randint(2, 9)),
    "digit": _kind(("d", "digit", "k"), "int", (("a digit @",), ("@",), ("@",)), lambda rng: rng.randint(0, 9)),
    "bits": _kind(("s", "bits", "binary", "text"), "str", _BITS, bits),
    "bits_1": _kind(("a", "x", "first", "s"), "str", _BITS, bits),
    "bits_2": _kind(("b", "y", "second", "t"), "str", _BITS, bits),
    "roman": _kind(("s", "roman", "numeral", "text"), "str", _ROMAN, roman),
    "year": _kind(("year", "y", "n"), "int", (("a year @", "an integer @"), ("@",), ("@",)), year),
    "seconds": _kind(
        ("n", "time", "t", "total"), "int", _NUMBER, lambda rng: rng.choice((rng.randint(0, 99), rng.randint(0, 3000)))
    ),
    "low": _kind(("low", "lo", "a", "minimum"), "int", _K, lambda rng: rng.randint(-10, 10)),
    "high": _kind(("high", "hi", "b", "maximum"), "int", _K, lambda rng: rng.randint(10, 60)),
    "p1": _kind(("a", "x", "p", "first"), "int", _POSITIVE, lambda rng: rng.choice((3, 4, 5, rng.randint(1, 13)))),
    "p2": _kind(("b", "y", "q", "second"), "int", _POSITIVE, lambda rng: rng.choice((3, 4, 5, rng.randint(1, 13)))),
    "p3": _kind(("c", "z", "r", "third"), "int", _POSITIVE, lambda rng: rng.choice((3, 4, 5, rng.randint(1, 13)))),
    "phrase": _kind(_TEXT_NAMES, "str", _TEXT, phrase),
    "runs": _kind(_TEXT_NAMES, "str", _TEXT, runs),
    "encoded": _kind(_TEXT_NAMES, "str", _TEXT, encoded),
    "ana_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_ANAGRAMS)),
    "ana_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_ANAGRAMS)),
    "rot_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_ROTATIONS)),
    "rot_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_ROTATIONS)),
    "near_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_NEAR)),
    "near_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_NEAR)),
    "near_words": _kind(_WORD_LIST_NAMES, "List[str]", _WORDS_PHRASES, near_words),
    "ana_words": _kind(_WORD_LIST_NAMES, "List[str]", _WORDS_PHRASES, ana_words),
    "diff_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(("", "a", "abc", "aab"))),
    "diff_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(("caabb", "abacb", "bcaab"))),
    "sub": _kind(
        ("sub", "pattern", "p", "part"), "str", _TEXT, lambda rng: rng.choice(("a", "ab", "aa", "b", "abc", "l"))
    ),
    "pangram": _kind(_TEXT_NAMES, "str", _TEXT, pangram),
    "some_text": _kind(_TEXT_NAMES, "str", _SOME_TEXT, lambda rng: lower_word(rng) + rng.choice("abc")),
    "mixed": _kind(
        _TEXT_NAMES, "str", _TEXT, lambda rng: "".join(rng.choice("a1b2c 93") for _ in range(rng.randint(0, 8)))
    ),
    "snake": _kind(("name", "s", "text", "identifier"), "str", _TEXT, snake),
    "typed": _kind(
        _TEXT_NAMES, "str", _TEXT, lambda rng: "".join(rng.choice("abc##") for _ in range(rng.randint(0, 8)))
    ),
    "number_words": _kind(_TEXT_NAMES, "str", _SENTENCE_PHRASES, number_words),
    "word": _kind(("s", "word", "text", "name"), "str", _TEXT, word),
    "char2": _kind(("new", "d", "replacement", "other"), "str", _CHARACTER, lambda rng: rng.choice("xyz*a")),
    "some_ties": _kind(
        _LIST_NAMES, "List[int]", _NON_EMPTY, lambda rng: [rng.randint(0, 4) for _ in range(rng.randint(1, 7))]
    ),
    "ties_1": _kind(_FIRST, "List[int]", _LIST, few),
    "ties_2": _kind(_SECOND, "List[int]", _LIST, few),
    "pairs": _kind(_LIST_NAMES, "List[int]", _NON_EMPTY, pairs),
    "lucky": _kind(_LIST_NAMES, "List[int]", _LIST, lambda rng: [rng.randint(1, 4) for _ in range(rng.randint(0, 7))]),
    "unique_dict": _kind(_DICT_NAMES, "Dict[str, int]", _DICT_PHRASES, unique_prices),
    "tied_dict": _kind(_DICT_NAMES, "Dict[str, int]", _DICT_PHRASES, tied_prices),
    "word_key": _kind(("key", "name", "k", "word"), "str", _KEY, lambda rng: rng.choice(("a", "b", "x", "pen", "cup"))),
    "shaped": _kind(_LIST_NAMES, "List[int]", _LIST, shaped),
    "hits": _kind(_LIST_NAMES, "List[int]", _LIST, hits),
    "keys": _kind(("keys", "names", "items", "lst"), "List[str]", _WORDS_PHRASES, keys),
    "padded": _kind(_TEXT_NAMES, "str", _TEXT, padded),
    "x2": _kind(("x", "t", "point", "z"), "int", _K, lambda rng: rng.randint(-2, 3)),
    "new": _kind(("new", "y", "replacement", "w"), "int", _K, lambda rng: rng.randint(-1, 9)),
    "rank": _kind(("k", "n", "rank"), "int", _K, lambda rng: rng.randint(1, 5)),
    "zeros": _kind(_LIST_NAMES, "List[int]", _LIST, zeros),
    "ties": _kind(_LIST_NAMES, "List[int]", _LIST, lambda rng: [rng.randint(-1, 3) for _ in range(rng.randint(0, 7))]),
    "distinct": _kind(_LIST_NAMES, "List[int]", _LIST, distinct),
    "digits": _kind(("digits", "nums", "arr", "ds"), "List[int]", _DIGITS, digits),
    "nested": _kind(("lists", "nested", "rows", "groups", "nums", "data"), "List[List[int]]", _NESTED, nested),
    "k": _kind(("k", "n", "m"), "int", _K, lambda rng: rng.randint(1, 5)),
    "k0": _kind(("k", "n", "m", "steps"), "int", _K, lambda rng: rng.randint(0, 9)),
    "target": _kind(("target", "x", "value", "val", "t", "key"), "int", _K, lambda rng: rng.randint(-2, 9)),
    "char": _kind(("ch", "c", "letter", "char"), "str", _CHARACTER, lambda rng: rng.choice("aabcdelo")),
    "x": _kind(("a", "x", "m", "num1", "first", "p"), "int", _NUMBER, lambda rng: rng.randint(0, 60)),
    "y": _kind(("b", "y", "n", "num2", "second", "q"), "int", _NUMBER, lambda rng: rng.randint(0, 60)),
    "y1": _kind(("b", "y", "n", "num2", "second", "q"), "int", _NUMBER, lambda rng: rng.randint(1, 12)),
}
