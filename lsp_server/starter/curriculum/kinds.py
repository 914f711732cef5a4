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

_LIST_NAMES = ("nums", "values", "arr", "numbers", "a", "items", "data", "xs", "lst", "array", "seq", "li")
_LIST_A = ("a list of integers @", "an integer array @", "an array @ of integers", "a list of numbers @", "a list @")
_LIST_THE = ("@", "the list", "the array", "the given list", "the list @")
_LIST_BARE = ("@", "the list @", "the array @", "the integer list @", "the integer array @")
_TEXT_NAMES = ("s", "text", "string", "word", "st", "phrase", "line", "txt", "message")
_TEXT_A = ("a string @", "a string @", "the string @", "a text @")
_TEXT_THE = ("@", "the string", "the given string", "it", "the string @")
_TEXT_BARE = ("@", "the string @", "the given string @", "the text @")
_N_NAMES = ("n", "num", "x", "number", "value", "m", "k")
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
    "k": _kind(("k", "n", "m"), "int", _K, lambda rng: rng.randint(1, 5)),
    "k0": _kind(("k", "n", "m", "steps"), "int", _K, lambda rng: rng.randint(0, 9)),
    "target": _kind(("target", "x", "value", "val", "t", "key"), "int", _K, lambda rng: rng.randint(-2, 9)),
    "char": _kind(("ch", "c", "letter", "char"), "str", _CHARACTER, lambda rng: rng.choice("aabcdelo")),
    "x": _kind(("a", "x", "m", "num1", "first", "p"), "int", _NUMBER, lambda rng: rng.randint(0, 60)),
    "y": _kind(("b", "y", "n", "num2", "second", "q"), "int", _NUMBER, lambda rng: rng.randint(0, 60)),
    "y1": _kind(("b", "y", "n", "num2", "second", "q"), "int", _NUMBER, lambda rng: rng.randint(1, 12)),
}
