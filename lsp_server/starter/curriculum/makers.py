"""Makers of small values for the inputs of the curriculum: edge cases come up, nothing grows large.

Knows nothing of problems; `kinds` says which maker a parameter uses.
"""

from random import Random
from string import ascii_lowercase

WORDS = (
    "apple banana cat dog level noon radar sun moon tree code data list stack queue red blue green ab abc aab abba "
    "hello world python river stone kayak eve otto tea eat ate tan nat bat tab Bob Anna Kiwi Fig x a"
).split()
SENTENCE_WORDS = "the a quick Brown fox jumps over lazy dog hello World code is fun Data and tree 42 b2b level".split()


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
    low, high = rng.choice(((-1, 5), (0, 3), (1, 5)))
    return [rng.randint(low, high) for _ in range(rng.randint(0, 7))]


def keys(rng: Random) -> list[str]:
    return [rng.choice(("a", "b", "c", "x", "pen", "cup", "hat")) for _ in range(rng.randint(0, 5))]


def padded(rng: Random) -> str:
    return " " * rng.randint(0, 3) + rng.choice((word(rng), sentence(rng))) + " " * rng.randint(0, 3)


def nested(rng: Random) -> list[list[int]]:
    return [[rng.randint(-3, 20) for _ in range(rng.randint(0, 3))] for _ in range(rng.randint(0, 3))]


def sorted_ints(rng: Random) -> list[int]:
    return sorted(ints(rng))


def some_ints(rng: Random) -> list[int]:
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


def pure(rng: Random) -> str:
    """Characters of one sort, or of two, so that tests on sorts of characters come out true as well."""
    pool = rng.choice(("0123456789", "abcxyz", "aeiouAE", "ABCDEF", "aB", "abAB", "a1b2", "AB c", "ABc1"))
    return "".join(rng.choice(pool) for _ in range(rng.choice((0, 1, 2, 3, 4, 5, 6))))


def tiny_ints(rng: Random) -> list[int]:
    return [rng.randint(1, 2) for _ in range(rng.choice((0, 1, 2, 2, 3)))]


def few_prices(rng: Random) -> dict[str, int]:
    return {key: rng.randint(0, 2) for key in rng.sample(("a", "b", "pen"), rng.randint(0, 3))}


def maybe_prime(rng: Random) -> int:
    return rng.choice((rng.randint(0, 30), 2, 7, 13, 97, 101, 7919, 91, 49, number(rng)))
