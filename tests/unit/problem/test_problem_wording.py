"""What the words of statements, as sites publish them, say of order, of several answers and of exactness."""

import pytest

from lsp_server.problem.wording import has_several_answers, order_of, tolerance_of


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("You can return the answer in any order.", "any"),
        ("You may return the answer in any order.", "any"),
        ("Return the combinations in any order.", "any"),
        ("The order of the result does not matter.", "any"),
        ("The order in which the pairs are listed doesn't matter.", "any"),
        ("Notice that the order of the output and the order of the triplets does not matter.", "any_both"),
        ("The order of the groups and the order of words within them are not important.", "any_both"),
        ("The elements within each group can be in any order.", "any_inner"),
        ("The function should return them in an array, in any order.", "any"),
        ("The order of the values in a group does not matter.", "any_inner"),
        ("NOTE: Ordering in the output doesn't matter.", "any"),
        ("We can also return [2, 5, 17] or any other ordering.", "any"),
        ("Print each pair on its own line; each pair may be in any order.", "any_inner"),
        ("Within each group the order does not matter, and the groups may come in any order.", "any_both"),
        ("你可以按任意顺序返回答案。", "any"),
        ("返回结果的顺序不重要。", "any"),
        ("注意:输出的顺序和三元组的顺序并不重要。", "any_both"),
        ("不考虑答案输出的顺序。", "any"),
        ("Return them in whatever order you like.", "any"),
        ("Return a list (the order of its elements is irrelevant).", "any"),
        ("Return all quadruplets in any order; within a quadruplet, order does not matter.", "any_both"),
        ("You may visit the nodes in any order. Return those that are left in any order.", "any"),
        ("The intervals are given in any order.", "exact"),
        ("You may visit the nodes in any order and finally return the list of them.", "exact"),
        ("Each string may contain the letters in any order.", "exact"),
        ("Sort the list in ascending order.", "exact"),
        ("Return the level order traversal of its nodes' values.", "exact"),
        ("The order of operations matters.", "exact"),
        ("Put the words in order of their length.", "exact"),
    ],
)
def test_words_about_order(words: str, order: str) -> None:
    assert order_of([words]) == order
    assert order_of(words.replace(" ", "\n").split("\n")) == order, "sentences are wrapped"


@pytest.mark.parametrize(
    "words",
    [
        "If there are multiple answers, you may return any of them.",
        "If there are multiple valid answers, return any one of them.",
        "If there are multiple solutions, print any.",
        "If there are several possible answers, output any of them.",
        "If there exist multiple such substrings, return any of them.",
        "If multiple answers are possible, print any of them.",
        "If the array contains multiple peaks, return the index to any of the peaks.",
        "You may return any valid ordering.",
        "Return any such array.",
        "Given n, return any array of n unique integers that add up to zero.",
        "Return any valid string whose letters alternate.",
        "If there are multiple correct answers, any one of them is accepted.",
        "Any valid answer will be accepted.",
        "Any solution with the smallest sum is accepted.",
        "If there is more than one solution, any of them will be accepted.",
        "There may be multiple ways to do this; print any.",
        "如果有多种可能的答案,返回任意一种。",
        "如果存在多个答案,输出任意一个即可。",
        "返回其中任意一个即可。",
        "答案不唯一。",
        "Any valid permutation is accepted.",
        "Return the index of any peak.",
        "If there are several, find any.",
        "Print -1 if there is none and any good string which can be made of the letters otherwise.",
        "複数の答えがある場合はどれを出力しても正解となります。",
        "Returns a random element from the current set of elements.",
        "Randomly picks an index in the range and returns it.",
    ],
)
def test_words_for_several_answers(words: str) -> None:
    assert has_several_answers([words], [])
    assert has_several_answers(words.split(" "), [])


@pytest.mark.parametrize(
    "words",
    [
        "You can return the answer in any order.",
        "Return the number of ways to choose any of two colours.",
        "It is guaranteed that there is exactly one solution.",
        "Return true if any value appears at least twice.",
        "You may assume that each input has exactly one solution; return any two of nothing.",
        "Return any order of the numbers.",
        "There are many rooms. Take any key.",
        "Each item is chosen uniformly at random with the same probability. Return the expected value.",
        "If there are multiple answers, return them in any order.",
        "The answer is guaranteed to be unique, so there are not several answers of which any would do.",
    ],
)
def test_words_for_one_answer(words: str) -> None:
    assert not has_several_answers([words], [])


@pytest.mark.parametrize(
    ("output", "several"),
    [("[0,1] or [1,0]", True), ('"bab" or "aba"', True), ("3 or 5", True), ("[1] 或 [2]", True), ("[1,0]", False),
     ('"this or that"', False), ("3 (or nothing)", False)],
)  # fmt: skip
def test_an_output_that_names_two(output: str, several: bool) -> None:
    assert has_several_answers([], [output]) is several


@pytest.mark.parametrize(
    ("words", "tolerance"),
    [
        ("Answers within 10^-5 of the actual answer will be accepted.", 1e-5),
        ("Answers within 10-5 of the actual answer will be accepted.", 1e-5),
        ("Your answer is correct if its absolute or relative error does not exceed 10^{-6}.", 1e-6),
        ("The absolute error must be within 1e-9.", 1e-9),
        ("A relative error of 0.001 is accepted.", 1e-3),
        ("只要误差不超过 10^-4 即可。", 1e-4),
        ("The absolute or relative error must not exceed 10⁻⁶.", 1e-6),
        ("相対誤差または絶対誤差が 10^{-6} 以下であれば正解とみなされます。", 1e-6),
        ("n is between 1 and 10^5.", None),
        ("Add 0.01 to each price.", None),
        ("-10^4 <= x <= 10^4", None),
    ],
)
def test_the_error_that_is_allowed(words: str, tolerance: float | None) -> None:
    assert tolerance_of([words]) == tolerance
