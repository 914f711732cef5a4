"""What the words of a statement demand of every right answer."""

from typing import Any

import pytest

from lsp_server.judge.properties import by_words
from tests.judging import call, function, problem

LONGEST = "Given a string text, return the longest palindromic substring of text. If there are several, return any."
PALINDROME = (LONGEST, ({"text": "xabay"}, "aba"), ({"text": "abcb"}, "bcb"))
PAIR = "Return the indices of any two numbers of a such that they add up to goal."
PAIRS = (PAIR, ({"a": [1, 2, 3, 4], "goal": 5}, [0, 3]), ({"a": [3, 3], "goal": 6}, [0, 1]))
FROM_ONE = (PAIR, ({"a": [1, 2, 3, 4], "goal": 5}, [1, 4]), ({"a": [3, 3], "goal": 6}, [1, 2]))
EITHER = (PAIR, ({"a": [2, 2, 2], "goal": 4}, [1, 2]))
ORDER = (
    "An edge [u, v] goes from u to v. Return any topological order, or an empty list.",
    ({"n": 3, "edges": [[0, 2], [1, 2]]}, [0, 1, 2]),
    ({"n": 2, "edges": [[0, 1], [1, 0]]}, []),
)
COURSES = (
    "Return the ordering of courses that finishes all of them. If there are many valid answers, return any.",
    ({"n": 3, "prerequisites": [[1, 0], [2, 0]]}, [0, 1, 2]),
    ({"n": 1, "prerequisites": []}, [0]),
)
SHUFFLED = ("Rearrange s in any way that pleases.", ({"s": [3, 1, 2]}, [1, 2, 3]))
COMMON = (
    "Find the longest common subsequence of a and b. Any of them is accepted.",
    ({"a": "abcd", "b": "badc"}, "ac"),
)
SELDOM = (f"{LONGEST} It must contain a vowel.", ({"text": "xabay"}, "aba"))
UNRELATED = ("Return any number of the palindrome club.", ({"n": 3}, 12))


@pytest.mark.parametrize(
    ("asked", "found", "told"),
    [
        (PALINDROME, "aba", "yes"),
        (PALINDROME, "aby", "no"),
        (PALINDROME, "bab", "no"),
        (PALINDROME, "a", "no"),
        (SELDOM, "aba", "perhaps"),
        (SELDOM, "abay", "no"),
        (PAIRS, [1, 2], "yes"),
        (PAIRS, [3, 0], "yes"),
        (PAIRS, [1, 3], "no"),
        (PAIRS, [-1, 0], "no"),
        (PAIRS, [0, 1, 2], "no"),
        (FROM_ONE, [2, 3], "yes"),
        (FROM_ONE, [0, 3], "no"),
        (EITHER, [0, 1], "perhaps"),
        (ORDER, [1, 0, 2], "yes"),
        (ORDER, [0, 2, 1], "no"),
        (ORDER, [0, 1], "no"),
        (COURSES, [0, 2, 1], "yes"),
        (COURSES, [1, 0, 2], "no"),
        (SHUFFLED, [3, 2, 1], "perhaps"),
        (SHUFFLED, [3, 2, 2], "no"),
        (SHUFFLED, [3, 2], "no"),
        (COMMON, "bd", "yes"),
        (COMMON, "cd", "no"),
        (COMMON, "b", "no"),
        (UNRELATED, 13, "perhaps"),
    ],
)
def test_the_words_tell(asked: tuple[Any, ...], found: Any, told: str) -> None:
    statement, *examples = asked
    calls = [call(expected, **inputs) for inputs, expected in examples]
    made = problem(*calls, signature=function("f"), statement=statement, several_answers=True)
    assert by_words(made, calls, calls[0], found) == told


def test_a_property_that_an_example_lacks_is_not_asked_for() -> None:
    """The sentence was misread then."""
    calls = [call("aba", text="xabay"), call("ab", text="ab")]
    made = problem(*calls, signature=function("f"), statement=LONGEST, several_answers=True)
    assert by_words(made, calls, calls[0], "bay") == "perhaps"
