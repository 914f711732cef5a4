"""Checkers of well-known problems that accept several answers: what makes an answer right, whatever the example shows.

Looked up by the name of what is called and of its parameters, so that another problem of the same name is left alone.
Each gets the inputs, what the example expects (right, but one of several) and what came out, and may raise what it
likes on an answer of the wrong kind.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from lsp_server.judge import checkers_built as built
from lsp_server.judge.checkers_random import bag, chooser, walked
from lsp_server.problem.model import Example, Signature

Checker = Callable[[Mapping[str, Any], Any, Any], bool]


def checker_of(signature: Signature, example: Example) -> Checker | None:
    name = signature.name.replace("_", "").lower()
    row = _CHECKERS.get(name)
    return row[1] if row and tuple(example.inputs or ()) == row[0] else None


def accepts(checker: Checker, example: Example, actual: Any) -> bool:
    """An answer that the checker cannot even read is wrong."""
    try:
        return checker(example.inputs or {}, example.expected, actual)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError):
        return False


def _palindrome(inputs: Mapping[str, Any], expected: Any, actual: Any) -> bool:
    return len(actual) == len(expected) and actual in inputs["s"] and actual == actual[::-1]


def _peak(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    nums, infinite = inputs["nums"], float("-inf")
    around = [infinite, *nums, infinite]
    return 0 <= actual < len(nums) and around[actual] < nums[actual] > around[actual + 2]


def _courses(inputs: Mapping[str, Any], expected: Any, actual: Any) -> bool:
    if not expected:
        return actual == []
    place = {course: k for k, course in enumerate(actual)}
    taken = sorted(actual) == list(range(inputs["numCourses"]))
    return taken and all(place[before] < place[course] for course, before in inputs["prerequisites"])


def _balanced_tree(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    """By its array in level order. The heights of both sides of every node differ by one at most."""
    values: list[Any] = []
    return built.height(built.tree(actual), values) >= 0 and values == list(inputs["nums"])


def _no_twins(inputs: Mapping[str, Any], expected: Any, actual: Any) -> bool:
    if not expected:
        return len(actual) == 0
    (given,) = inputs.values()
    return Counter(given) == Counter(actual) and all(one != other for one, other in pairwise(actual))


def _divisible(inputs: Mapping[str, Any], expected: Any, actual: Any) -> bool:
    chain = sorted(actual)
    distinct = len(set(chain)) == len(chain) == len(expected) and set(chain) <= set(inputs["nums"])
    return distinct and all(larger % smaller == 0 for smaller, larger in pairwise(chain))


def _by_frequency(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    count: Counter[str] = Counter(inputs["s"])
    blocks = sum(one != other for one, other in pairwise(actual)) + 1 if actual else 0
    falling = all(count[one] >= count[other] for one, other in pairwise(actual))
    return Counter(actual) == count and blocks == len(count) and falling


def _evens_first(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    return Counter(inputs["nums"]) == Counter(actual) and all(a % 2 <= b % 2 for a, b in pairwise(actual))


def _parity_by_place(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    return Counter(inputs["nums"]) == Counter(actual) and all(value % 2 == k % 2 for k, value in enumerate(actual))


def _rises_and_falls(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    steps = zip(inputs["s"], pairwise(actual), strict=True)
    return sorted(actual) == list(range(len(actual))) and all((a < b) == (step == "I") for step, (a, b) in steps)


def _supersequence(inputs: Mapping[str, Any], expected: Any, actual: Any) -> bool:
    return len(actual) == len(expected) and all(_is_subsequence(part, actual) for part in inputs.values())


def _is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in part)


def _by_pattern(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    rank = {letter: k for k, letter in enumerate(inputs["order"])}
    ranks = [rank[letter] for letter in actual if letter in rank]
    return Counter(actual) == Counter(inputs["s"]) and ranks == sorted(ranks)


def _gray(inputs: Mapping[str, Any], _expected: Any, actual: Any) -> bool:
    ring = [*actual, actual[0]]
    one_bit = all((a ^ b).bit_count() == 1 for a, b in pairwise(ring)) or len(actual) == 1
    return actual[0] == 0 and sorted(actual) == list(range(1 << inputs["n"])) and one_bit


def _neighbours(inputs: Mapping[str, Any], expected: Any, actual: Any) -> bool:
    wanted = Counter(frozenset(pair) for pair in inputs["adjacentPairs"])
    return len(actual) == len(expected) and Counter(frozenset(pair) for pair in pairwise(actual)) == wanted


_OPERATIONS = ("operations", "arguments")
_CHECKERS: Mapping[str, tuple[tuple[str, ...], Checker]] = {
    "longestpalindrome": (("s",), _palindrome),
    "findpeakelement": (("nums",), _peak),
    "findorder": (("numCourses", "prerequisites"), _courses),
    "sortedarraytobst": (("nums",), _balanced_tree),
    "reorganizestring": (("s",), _no_twins),
    "rearrangebarcodes": (("barcodes",), _no_twins),
    "largestdivisiblesubset": (("nums",), _divisible),
    "frequencysort": (("s",), _by_frequency),
    "sortarraybyparity": (("nums",), _evens_first),
    "sortarraybyparityii": (("nums",), _parity_by_place),
    "distringmatch": (("s",), _rises_and_falls),
    "shortestcommonsupersequence": (("str1", "str2"), _supersequence),
    "customsortstring": (("order", "s"), _by_pattern),
    "graycode": (("n",), _gray),
    "restorearray": (("adjacentPairs",), _neighbours),
    "insertintobst": (("root", "val"), built.inserted),
    "deletenode": (("root", "key"), built.deleted),
    "balancebst": (("root",), built.rebalanced),
    "constructfromprepost": (("preorder", "postorder"), built.from_walks),
    "pancakesort": (("arr",), built.flips),
    "beautifularray": (("n",), built.no_average_between),
    "constructarray": (("n", "k"), built.with_differences),
    "rearrangearray": (("nums",), built.no_average_of_neighbours),
    "sumzero": (("n",), built.sums_to_zero),
    "getnozerointegers": (("n",), built.without_zeros),
    "gardennoadj": (("n", "paths"), built.garden),
    "groupthepeople": (("groupSizes",), built.groups),
    "reconstructmatrix": (("upper", "lower", "colsum"), built.two_rows),
    "restorematrix": (("rowSum", "colSum"), built.with_sums),
    "findmatrix": (("nums",), built.distinct_rows),
    "buildmatrix": (("k", "rowConditions", "colConditions"), built.by_conditions),
    "splitintofibonacci": (("num",), built.fibonacci),
    "strwithout3a3b": (("a", "b"), built.a_and_b),
    "longestdiversestring": (("a", "b", "c"), built.diverse),
    "smallestsufficientteam": (("req_skills", "people"), built.team),
    "shortestsuperstring": (("words",), built.superstring),
    "cracksafe": (("n", "k"), built.all_codes),
    "threeequalparts": (("arr",), built.equal_parts),
    "validarrangement": (("pairs",), built.chained),
    "finddifferentbinarystring": (("nums",), built.new_bits),
    "generatethestring": (("n",), built.odd_counts),
    "findpeakgrid": (("mat",), built.peak_of_grid),
    "recoverarray": (("nums",), built.recovered),
    "maxsubsequence": (("nums", "k"), built.best_of_k),
    "randomizedset": (_OPERATIONS, walked(bag(once=True))),
    "randomizedcollection": (_OPERATIONS, walked(bag(once=False))),
    "solution": (_OPERATIONS, walked(chooser)),
}
