"""The kinds of parameters that the curriculum's problems take, with the phrases for them."""

from collections.abc import Callable
from random import Random
from typing import Any

from lsp_server.starter.curriculum import makers
from lsp_server.starter.curriculum.phrasing import Kind

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
_ANAGRAMS = ("abc", "cab", "bca", "abc", "aab", "aba", "baa", "listen", "silent", "ab", "ba", "")
_ROTATIONS = ("abc", "bca", "cab", "acb", "ab", "ba", "aab", "aba", "")
_NEAR = ("abc", "abd", "ab", "abcd", "flower", "flow", "flight", "xabc", "b", "cab", "", "aab", "low")
_CASES = ("Hello", "hello", "HELLO", "he llo", "hello ", "a", "A", "")
_ISOMORPHIC = ("egg", "add", "foo", "bar", "off", "abab", "xyxy", "xyyx", "cddc", "abc", "xyz", "")
_AFFIXES = ("fl", "a", "ow", "ower", "inter", "b", "ab", "act")
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
    "ints": _kind(_LIST_NAMES, "List[int]", _LIST, makers.ints),
    "small_ints": _kind(_LIST_NAMES, "List[int]", _LIST, makers.small_ints),
    "some_ints": _kind(_LIST_NAMES, "List[int]", _NON_EMPTY, makers.some_ints),
    "sorted": _kind(_LIST_NAMES, "List[int]", _SORTED, makers.sorted_ints),
    "ints_1": _kind(_FIRST, "List[int]", _LIST, makers.ints),
    "ints_2": _kind(_SECOND, "List[int]", _LIST, makers.ints),
    "sorted_1": _kind(_FIRST, "List[int]", _SORTED, makers.sorted_ints),
    "sorted_2": _kind(_SECOND, "List[int]", _SORTED, makers.sorted_ints),
    "text": _kind(_TEXT_NAMES, "str", _TEXT, makers.text),
    "lower": _kind(_TEXT_NAMES, "str", _TEXT, makers.lower_word),
    "text_1": _kind(_FIRST_TEXT, "str", _TEXT, makers.lower_word),
    "text_2": _kind(_SECOND_TEXT, "str", _TEXT, makers.lower_word),
    "words": _kind(
        ("words", "strings", "strs", "names", "lst", "texts", "tokens", "items"),
        "List[str]",
        _WORDS_PHRASES,
        makers.words,
    ),
    "sentence": _kind(
        ("s", "sentence", "text", "line", "phrase", "message"), "str", _SENTENCE_PHRASES, makers.sentence
    ),
    "dict": _kind(_DICT_NAMES, "Dict[str, int]", _DICT_PHRASES, makers.prices),
    "dict_1": _kind(("d1", "a", "first", "left", "x"), "Dict[str, int]", _DICT_PHRASES, makers.prices),
    "dict_2": _kind(("d2", "b", "second", "right", "y"), "Dict[str, int]", _DICT_PHRASES, makers.prices),
    "n": _kind(_N_NAMES, "int", _NUMBER, makers.number),
    "small_n": _kind(_N_NAMES, "int", _NUMBER, makers.small),
    "tiny_n": _kind(_N_NAMES, "int", _NUMBER, lambda rng: rng.randint(0, 8)),
    "some_n": _kind(
        _N_NAMES,
        "int",
        (("a positive integer @", "an integer @ of at least 1"), *_NUMBER[1:]),
        lambda rng: rng.randint(1, 60),
    ),
    "x1": _kind(("a", "x", "m", "num1", "p"), "int", _POSITIVE, lambda rng: rng.randint(1, 30)),
    "n2": _kind(_N_NAMES, "int", _ABOVE_ONE, lambda rng: rng.choice((rng.randint(2, 12), rng.randint(2, 120)))),
    "some_small_n": _kind(
        _N_NAMES, "int", _POSITIVE, lambda rng: rng.choice((1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 16))
    ),
    "some_99": _kind(_N_NAMES, "int", _POSITIVE, lambda rng: rng.choice((rng.randint(1, 20), rng.randint(1, 140)))),
    "count1": _kind(("n", "k", "count", "m"), "int", _POSITIVE, lambda rng: rng.randint(1, 10)),
    "signed": _kind(_N_NAMES, "int", _ANY, lambda rng: rng.choice((makers.number(rng), -makers.number(rng)))),
    "signed_palindrome": _kind(_N_NAMES, "int", _ANY, makers.palindrome),
    "armstrong": _kind(
        _N_NAMES, "int", _NUMBER, lambda rng: rng.choice((makers.number(rng), 153, 370, 371, 407, 9, 1634, 12))
    ),
    "perfect": _kind(_N_NAMES, "int", _NUMBER, lambda rng: rng.choice((makers.small(rng), 6, 28, 496, 12, 0, 1))),
    "perfect1": _kind(_N_NAMES, "int", _POSITIVE, lambda rng: rng.choice((rng.randint(1, 40), 6, 28, 12, 1, 18))),
    "powers": _kind(
        _N_NAMES,
        "int",
        _ANY,
        lambda rng: rng.choice((makers.number(rng), 1, 2, 4, 8, 16, 9, 27, 81, 10, 100, 64, 0, -4)),
    ),
    "squares": _kind(
        _N_NAMES, "int", _NUMBER, lambda rng: rng.choice((rng.randint(0, 200), rng.randint(0, 14) ** 2, 8, 27, 125))
    ),
    "base": _kind(("x", "base", "b", "a"), "int", _NUMBER, lambda rng: rng.randint(0, 9)),
    "exponent": _kind(("n", "exp", "e", "k"), "int", _NUMBER, lambda rng: rng.randint(0, 5)),
    "base_k": _kind(("base", "b", "k"), "int", _K, lambda rng: rng.randint(2, 9)),
    "digit": _kind(("d", "digit", "k"), "int", (("a digit @",), ("@",), ("@",)), lambda rng: rng.randint(0, 9)),
    "bits": _kind(("s", "bits", "binary", "text"), "str", _BITS, makers.bits),
    "bits_1": _kind(("a", "x", "first", "s"), "str", _BITS, makers.bits),
    "bits_2": _kind(("b", "y", "second", "t"), "str", _BITS, makers.bits),
    "roman": _kind(("s", "roman", "numeral", "text"), "str", _ROMAN, makers.roman),
    "year": _kind(("year", "y", "n"), "int", (("a year @", "an integer @"), ("@",), ("@",)), makers.year),
    "seconds": _kind(
        ("n", "time", "t", "total"), "int", _NUMBER, lambda rng: rng.choice((rng.randint(0, 99), rng.randint(0, 3000)))
    ),
    "low": _kind(("low", "lo", "a", "minimum"), "int", _K, lambda rng: rng.randint(-10, 10)),
    "high": _kind(("high", "hi", "b", "maximum"), "int", _K, lambda rng: rng.randint(10, 60)),
    "p1": _kind(("a", "x", "p"), "int", _POSITIVE, lambda rng: rng.choice((3, 4, 5, rng.randint(1, 13)))),
    "p2": _kind(("b", "y", "q"), "int", _POSITIVE, lambda rng: rng.choice((3, 4, 5, rng.randint(1, 13)))),
    "p3": _kind(("c", "z", "r"), "int", _POSITIVE, lambda rng: rng.choice((3, 4, 5, rng.randint(1, 13)))),
    "phrase": _kind(_TEXT_NAMES, "str", _TEXT, makers.phrase),
    "runs": _kind(_TEXT_NAMES, "str", _TEXT, makers.runs),
    "encoded": _kind(_TEXT_NAMES, "str", _TEXT, makers.encoded),
    "ana_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_ANAGRAMS)),
    "ana_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_ANAGRAMS)),
    "rot_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_ROTATIONS)),
    "rot_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_ROTATIONS)),
    "near_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_NEAR)),
    "near_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_NEAR)),
    "case_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_CASES)),
    "case_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_CASES)),
    "separated": _kind(
        ("s", "text", "line", "row", "csv"),
        "str",
        (
            ("a string @ of words separated by commas", "a comma-separated string @"),
            ("@", "the string", "the string @"),
            ("@", "the string @"),
        ),
        lambda rng: ",".join(makers.words(rng, 1)),
    ),
    "written": _kind(
        ("s", "text", "line", "numbers"),
        "str",
        (
            ("a string @ of integers separated by spaces", "a string @ with integers separated by spaces"),
            ("@", "the string", "the string @"),
            ("@", "the string @"),
        ),
        lambda rng: " ".join(map(str, makers.ints(rng))),
    ),
    "iso_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(_ISOMORPHIC)),
    "iso_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(_ISOMORPHIC)),
    "affix": _kind(("sub", "pattern", "p", "part"), "str", _TEXT, lambda rng: rng.choice(_AFFIXES)),
    "pure": _kind(_TEXT_NAMES, "str", _TEXT, makers.pure),
    "tiny_1": _kind(_FIRST, "List[int]", _LIST, makers.tiny_ints),
    "tiny_2": _kind(_SECOND, "List[int]", _LIST, makers.tiny_ints),
    "few_dict_1": _kind(("d1", "a", "first", "left", "x"), "Dict[str, int]", _DICT_PHRASES, makers.few_prices),
    "few_dict_2": _kind(("d2", "b", "second", "right", "y"), "Dict[str, int]", _DICT_PHRASES, makers.few_prices),
    "near_one": _kind(
        _LIST_NAMES, "List[int]", _LIST, lambda rng: [rng.randint(-1, 5) for _ in range(rng.randint(0, 7))]
    ),
    "prime_n": _kind(_N_NAMES, "int", _NUMBER, makers.maybe_prime),
    "place": _kind(("k", "n", "i", "pos"), "int", _K, lambda rng: rng.randint(0, 4)),
    "near_words": _kind(_WORD_LIST_NAMES, "List[str]", _WORDS_PHRASES, makers.near_words),
    "ana_words": _kind(_WORD_LIST_NAMES, "List[str]", _WORDS_PHRASES, makers.ana_words),
    "diff_1": _kind(_FIRST_TEXT, "str", _TEXT, lambda rng: rng.choice(("", "a", "abc", "aab"))),
    "diff_2": _kind(_SECOND_TEXT, "str", _TEXT, lambda rng: rng.choice(("caabb", "abacb", "bcaab"))),
    "sub": _kind(
        ("sub", "pattern", "p", "part"), "str", _TEXT, lambda rng: rng.choice(("a", "ab", "aa", "b", "abc", "l"))
    ),
    "pangram": _kind(_TEXT_NAMES, "str", _TEXT, makers.pangram),
    "some_text": _kind(_TEXT_NAMES, "str", _SOME_TEXT, lambda rng: makers.lower_word(rng) + rng.choice("abc")),
    "mixed": _kind(
        _TEXT_NAMES, "str", _TEXT, lambda rng: "".join(rng.choice("a1b2c 93") for _ in range(rng.randint(0, 8)))
    ),
    "snake": _kind(("name", "s", "text", "identifier"), "str", _TEXT, makers.snake),
    "typed": _kind(
        _TEXT_NAMES, "str", _TEXT, lambda rng: "".join(rng.choice("abc##") for _ in range(rng.randint(0, 8)))
    ),
    "number_words": _kind(_TEXT_NAMES, "str", _SENTENCE_PHRASES, makers.number_words),
    "word": _kind(("s", "word", "text", "name"), "str", _TEXT, makers.word),
    "char2": _kind(("new", "d", "replacement", "other"), "str", _CHARACTER, lambda rng: rng.choice("xyz*a")),
    "some_ties": _kind(
        _LIST_NAMES, "List[int]", _NON_EMPTY, lambda rng: [rng.randint(0, 4) for _ in range(rng.randint(1, 7))]
    ),
    "ties_1": _kind(_FIRST, "List[int]", _LIST, makers.few),
    "ties_2": _kind(_SECOND, "List[int]", _LIST, makers.few),
    "pairs": _kind(_LIST_NAMES, "List[int]", _NON_EMPTY, makers.pairs),
    "lucky": _kind(_LIST_NAMES, "List[int]", _LIST, lambda rng: [rng.randint(1, 4) for _ in range(rng.randint(0, 7))]),
    "unique_dict": _kind(_DICT_NAMES, "Dict[str, int]", _DICT_PHRASES, makers.unique_prices),
    "tied_dict": _kind(_DICT_NAMES, "Dict[str, int]", _DICT_PHRASES, makers.tied_prices),
    "word_key": _kind(
        ("name", "k", "word", "label"), "str", _KEY, lambda rng: rng.choice(("a", "b", "x", "pen", "cup"))
    ),
    "shaped": _kind(_LIST_NAMES, "List[int]", _LIST, makers.shaped),
    "hits": _kind(_LIST_NAMES, "List[int]", _LIST, makers.hits),
    "keys": _kind(("keys", "names", "items", "lst"), "List[str]", _WORDS_PHRASES, makers.keys),
    "padded": _kind(_TEXT_NAMES, "str", _TEXT, makers.padded),
    "x2": _kind(("x", "t", "point", "z"), "int", _K, lambda rng: rng.randint(-2, 3)),
    "new": _kind(("new", "y", "replacement", "w"), "int", _K, lambda rng: rng.randint(-1, 9)),
    "from": _kind(("low", "lo", "a", "start", "m"), "int", _K, lambda rng: rng.randint(-6, 8)),
    "to": _kind(("high", "hi", "b", "end", "n"), "int", _K, lambda rng: rng.randint(4, 18)),
    "start": _kind(("start", "i", "left", "begin"), "int", _K, lambda rng: rng.randint(0, 4)),
    "stop": _kind(("end", "j", "right", "last"), "int", _K, lambda rng: rng.randint(2, 8)),
    "score": _kind(
        ("score", "points", "n", "x"),
        "int",
        _NUMBER,
        lambda rng: rng.choice((rng.randint(0, 100), 5 * rng.randint(4, 20))),
    ),
    "rank": _kind(("k", "n", "rank"), "int", _K, lambda rng: rng.randint(1, 5)),
    "zeros": _kind(_LIST_NAMES, "List[int]", _LIST, makers.zeros),
    "ties": _kind(_LIST_NAMES, "List[int]", _LIST, lambda rng: [rng.randint(-1, 3) for _ in range(rng.randint(0, 7))]),
    "distinct": _kind(_LIST_NAMES, "List[int]", _LIST, makers.distinct),
    "digits": _kind(("digits", "nums", "arr", "ds"), "List[int]", _DIGITS, makers.digits),
    "nested": _kind(("lists", "nested", "rows", "groups", "nums", "data"), "List[List[int]]", _NESTED, makers.nested),
    "k": _kind(("k", "n", "m"), "int", _K, lambda rng: rng.randint(1, 5)),
    "k0": _kind(("k", "n", "m", "steps"), "int", _K, lambda rng: rng.randint(0, 9)),
    "target": _kind(("target", "x", "value", "val", "t", "key"), "int", _K, lambda rng: rng.randint(-1, 5)),
    "char": _kind(("ch", "c", "target", "char"), "str", _CHARACTER, lambda rng: rng.choice("aabcdelo")),
    "x": _kind(("a", "x", "m", "num1", "p"), "int", _NUMBER, lambda rng: rng.randint(0, 60)),
    "y": _kind(("b", "y", "n", "num2", "q"), "int", _NUMBER, lambda rng: rng.randint(0, 60)),
    "y1": _kind(("b", "y", "n", "num2", "q"), "int", _POSITIVE, lambda rng: rng.randint(1, 12)),
}
