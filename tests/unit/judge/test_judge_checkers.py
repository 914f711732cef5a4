"""Well-known problems with several answers: another right answer passes, a wrong one does not."""

from typing import Any

import pytest

from lsp_server.judge.checkers import accepts, checker_of
from lsp_server.problem.model import Signature
from tests.judging import call

TREE = [0, -3, 9, -10, None, 5]
CASES: list[tuple[str, dict[str, Any], Any, list[Any], list[Any]]] = [
    ("longestPalindrome", {"s": "babad"}, "bab", ["bab", "aba"], ["bad", "a", "abab", "", None, 3]),
    ("findPeakElement", {"nums": [1, 2, 1, 3, 5, 6, 4]}, 5, [1, 5], [0, 2, 6, -1, 7, None, "1"]),
    (
        "findOrder",
        {"numCourses": 4, "prerequisites": [[1, 0], [2, 0], [3, 1], [3, 2]]},
        [0, 2, 1, 3],
        [[0, 1, 2, 3], [0, 2, 1, 3]],
        [[1, 0, 2, 3], [0, 1, 2], [], [0, 1, 2, 3, 3], None],
    ),
    ("find_order", {"numCourses": 2, "prerequisites": [[1, 0], [0, 1]]}, [], [[]], [[0, 1], [1, 0]]),
    (
        "sortedArrayToBST",
        {"nums": [-10, -3, 0, 5, 9]},
        TREE,
        [TREE, [0, -10, 5, None, -3, None, 9]],
        [[-10, None, -3, None, 0, None, 5, None, 9], [0, -3, 9, -10, None, 4], [], [0]],
    ),
    ("reorganizeString", {"s": "aab"}, "aba", ["aba"], ["aab", "ab", ""]),
    ("reorganizeString", {"s": "aaab"}, "", [""], ["aaba"]),
    ("rearrangeBarcodes", {"barcodes": [1, 1, 2, 3]}, [1, 2, 1, 3], [[1, 3, 1, 2]], [[1, 1, 2, 3], [1, 2, 1]]),
    ("largestDivisibleSubset", {"nums": [1, 2, 3]}, [1, 2], [[1, 2], [3, 1]], [[2, 3], [1], [1, 4], [1, 1]]),
    ("frequencySort", {"s": "tree"}, "eert", ["eert", "eetr"], ["tree", "etre", "eer"]),
    ("sortArrayByParity", {"nums": [3, 1, 2, 4]}, [2, 4, 3, 1], [[4, 2, 1, 3]], [[3, 2, 4, 1], [2, 4, 3, 3]]),
    ("sortArrayByParityII", {"nums": [4, 2, 5, 7]}, [4, 5, 2, 7], [[2, 7, 4, 5]], [[5, 4, 7, 2], [4, 5, 2, 5]]),
    ("diStringMatch", {"s": "IDID"}, [0, 4, 1, 3, 2], [[0, 4, 1, 3, 2], [1, 4, 0, 3, 2]], [[0, 1, 2, 3, 4], [0, 1]]),
    (
        "shortestCommonSupersequence",
        {"str1": "abac", "str2": "cab"},
        "cabac",
        ["cabac"],
        ["abacc", "abac", "abaccab", 5],
    ),
    ("customSortString", {"order": "cba", "s": "abcd"}, "cbad", ["cbad", "dcba", "cdba"], ["abcd", "cba", "cbadd"]),
    ("grayCode", {"n": 2}, [0, 1, 3, 2], [[0, 2, 3, 1]], [[0, 1, 2, 3], [1, 0, 2, 3], [0, 1, 3], []]),
    ("grayCode", {"n": 0}, [0], [[0]], [[1], []]),
    (
        "restoreArray",
        {"adjacentPairs": [[2, 1], [3, 4], [3, 2]]},
        [1, 2, 3, 4],
        [[1, 2, 3, 4], [4, 3, 2, 1]],
        [[1, 3, 2, 4], [1, 2, 3]],
    ),
    ("insertIntoBST", {"root": [4, 2, 7], "val": 5}, [4, 2, 7, None, None, 5], [[5, 4, 7, 2]], [[4, 2, 7], [4, 5, 7]]),
    ("deleteNode", {"root": [5, 3, 6], "key": 5}, [6, 3], [[3, None, 6]], [[5, 3], [6], [3, 6], []]),
    ("balanceBST", {"root": [1, None, 2, None, 3]}, [2, 1, 3], [[2, 1, 3]], [[1, None, 2, None, 3], [2, 3, 1], [2]]),
    ("constructFromPrePost", {"preorder": [1, 2], "postorder": [2, 1]}, [1, 2], [[1, None, 2]], [[2, 1], [1], []]),
    ("pancakeSort", {"arr": [3, 2, 1]}, [3], [[3], [3, 1]], [[], [2], [4], [0, 3], [1] * 30 + [3], None]),
    ("beautifulArray", {"n": 4}, [2, 1, 4, 3], [[1, 3, 2, 4]], [[1, 2, 3, 4], [1, 3, 2], [1, 3, 2, 5]]),
    ("constructArray", {"n": 3, "k": 2}, [1, 3, 2], [[3, 1, 2]], [[1, 2, 3], [1, 3], [1, 3, 3]]),
    ("rearrangeArray", {"nums": [1, 2, 3]}, [1, 3, 2], [[2, 1, 3]], [[1, 2, 3], [3, 2, 1], [1, 3]]),
    ("sumZero", {"n": 3}, [1, 0, -1], [[3, -1, -2]], [[0, 0, 0], [1, -1], [1, 2, 3]]),
    ("getNoZeroIntegers", {"n": 11}, [2, 9], [[5, 6]], [[1, 10], [11], [0, 11], [5, 5]]),
    ("gardenNoAdj", {"n": 3, "paths": [[1, 2], [2, 3]]}, [1, 2, 1], [[3, 4, 1]], [[1, 1, 2], [1, 2], [1, 5, 1]]),
    ("groupThePeople", {"groupSizes": [2, 1, 2]}, [[1], [0, 2]], [[[2, 0], [1]]], [[[0, 1], [2]], [[0, 2]], [[1, 1]]]),
    (
        "reconstructMatrix",
        {"upper": 1, "lower": 1, "colsum": [1, 1]},
        [[1, 0], [0, 1]],
        [[[0, 1], [1, 0]]],
        [[[1, 1], [0, 0]], [[2, 0], [-1, 1]], []],
    ),
    ("restoreMatrix", {"rowSum": [3], "colSum": [1, 2]}, [[1, 2]], [[[1, 2]]], [[[2, 1]], [[3]], [], [[-1, 4]]]),
    ("findMatrix", {"nums": [1, 2, 1]}, [[1, 2], [1]], [[[1], [2, 1]]], [[[1, 1], [2]], [[1], [2], [1]], [[1, 2]]]),
    (
        "buildMatrix",
        {"k": 2, "rowConditions": [[1, 2]], "colConditions": [[2, 1]]},
        [[0, 1], [2, 0]],
        [[[0, 1], [2, 0]]],
        [[[1, 0], [0, 2]], [[0, 2], [1, 0]], [], [[0, 1]]],
    ),
    ("splitIntoFibonacci", {"num": "1123"}, [1, 1, 2, 3], [[1, 1, 2, 3]], [[1, 12, 3], [1, 1, 2], [], [11, 23]]),
    ("strWithout3a3b", {"a": 1, "b": 2}, "abb", ["bba", "bab"], ["bb", "aab", "abbb"]),
    ("longestDiverseString", {"a": 1, "b": 1, "c": 7}, "ccaccbcc", ["ccbccacc"], ["ccc", "ccaccbccc", "ccaccb"]),
    (
        "smallestSufficientTeam",
        {"req_skills": ["a", "b"], "people": [["a"], ["b"], ["a"]]},
        [0, 1],
        [[2, 1]],
        [[0, 2], [0], [0, 1, 2], [-1, 1]],
    ),
    ("shortestSuperstring", {"words": ["ab", "bc"]}, "abc", ["abc"], ["abbc", "bca", "ab"]),
    ("crackSafe", {"n": 1, "k": 2}, "10", ["01"], ["00", "010", ""]),
    ("threeEqualParts", {"arr": [1, 0, 1, 0, 1]}, [0, 3], [[0, 3]], [[1, 3], [0, 1], [-1, -1], [0, 9]]),
    (
        "validArrangement",
        {"pairs": [[1, 2], [2, 1]]},
        [[1, 2], [2, 1]],
        [[[2, 1], [1, 2]]],
        [[[1, 2]], [[1, 2], [1, 2]]],
    ),
    ("findDifferentBinaryString", {"nums": ["00", "01"]}, "11", ["10"], ["00", "1", "12"]),
    ("generateTheString", {"n": 4}, "pppz", ["abcd"], ["aabb", "abc", "aaaa", "ABCD"]),
    ("findPeakGrid", {"mat": [[1, 4], [3, 2]]}, [0, 1], [[1, 0]], [[0, 0], [1, 1], [2, 0], [-1, 0], 1]),
    ("recoverArray", {"nums": [1, 1, 3, 3]}, [2, 2], [[2, 2]], [[1, 3], [1, 1], []]),
    (
        "RandomizedSet",
        {
            "operations": ["RandomizedSet", "insert", "insert", "getRandom", "remove"],
            "arguments": [[], [1], [2], [], [1]],
        },
        [None, True, True, 2, True],
        [[None, True, True, 1, True]],
        [[None, True, True, 3, True], [None, True, False, 2, True], [None, True, True, 2, False], [None, True], 5],
    ),
    (
        "RandomizedCollection",
        {"operations": ["RandomizedCollection", "insert", "insert", "getRandom"], "arguments": [[], [1], [1], []]},
        [None, True, False, 1],
        [[None, True, False, 1]],
        [[None, True, True, 1], [None, True, False, True], [None, True, False, 2]],
    ),
    (
        "Solution",
        {"operations": ["Solution", "shuffle", "reset"], "arguments": [[[1, 2, 3]], [], []]},
        [None, [3, 1, 2], [1, 2, 3]],
        [[None, [2, 1, 3], [1, 2, 3]]],
        [[None, [2, 1, 1], [1, 2, 3]], [None, [2, 1, 3], [2, 1, 3]], [0, [2, 1, 3], [1, 2, 3]]],
    ),
    (
        "Solution",
        {"operations": ["Solution", "pick", "getRandom", "pickIndex"], "arguments": [[[5, 3, 3]], [3], [], []]},
        [None, 1, 5, 0],
        [[None, 2, 3, 2]],
        [[None, 0, 5, 0], [None, 1, 4, 0], [None, 1, 5, 3], [None, 1, 5, True]],
    ),
    ("maxSubsequence", {"nums": [3, 1, 3], "k": 2}, [3, 3], [[3, 3]], [[3, 1], [3], [6], [6, 0]]),
]


@pytest.mark.parametrize(("name", "inputs", "expected", "right", "wrong"), CASES)
def test_every_right_answer_and_no_wrong_one(
    name: str, inputs: dict[str, Any], expected: Any, right: list[Any], wrong: list[Any]
) -> None:
    example = call(expected, **inputs)
    checker = checker_of(Signature(name=name), example)
    assert checker is not None
    assert [answer for answer in right if not accepts(checker, example, answer)] == []
    assert [answer for answer in wrong if accepts(checker, example, answer)] == []


def test_another_problem_of_the_same_name_is_left_alone() -> None:
    assert checker_of(Signature(name="findOrder"), call(1, orders=[1])) is None
    assert checker_of(Signature(name="anything"), call(1, n=1)) is None
