"""What is said of a wrong value: the thing that one would otherwise have to look for."""

import pytest

from lsp_server.tasks.difference import difference


@pytest.mark.parametrize(
    ("expected", "actual", "sentence"),
    [
        ("3", "2", "The result is 1 too small."),
        ("3", "-3", "The result has the wrong sign."),
        ("2.5", "4.0", "The result is 1.5 too large."),
        ("true", "false", "The result is the opposite of what is expected."),
        ("[1, 2]", "None", "The result is nothing at all: a path through the code ends without a `return`."),
        ("[1, 2]", "3", "The result is a whole number where a list is expected."),
        ("[1, 2, 3]", "[3, 2, 1]", "The result has the right items in reverse order."),
        ("[1, 2, 3]", "[2, 1, 3]", "The result has the right items in another order."),
        ("[1, 2, 3]", "[1, 2]", "The result has 2 items instead of 3: the last ones are missing."),
        ("[1]", "[1, 2]", "The result has 2 items instead of 1: those at the end are too many."),
        ("[1, 5, 3]", "[1, 4, 3]", "Of the result the first to differ is number 2. It is 1 too small."),
        (
            "[[1], [2, 3]]",
            "[[1], [2]]",
            "Of the result the first to differ is number 2. It has 1 item instead of 2: the last ones are missing.",
        ),
        (
            "[1, 2]",
            "[0, 2, 3]",
            "The result has 3 items instead of 2; the first to differ is number 1. It is 1 too small.",
        ),
        ('"Abc"', '"abc"', "The result differs in capital and small letters only."),
        ('"a b"', '"ab"', "The result differs in spaces and line breaks only."),
        ('"abc"', '"abd"', "Of the result the first to differ is number 3."),
        ('{"a": 1, "b": 2}', '{"a": 2}', "The result misses the key `'b'`, differs at the key `'a'`."),
        ("YES\nNO", "YES\nYES", "Line 2 is the first to differ: `YES` where `NO` is expected."),
        ("1 2 x\nb", "1 2 x", "It printed 1 line instead of 2."),
        ("some words", "other words", ""),
        ("some words", "", "Nothing was printed."),
        ("[1, 2, 3…", "[1, 2, 4…", ""),
    ],
)
def test_what_is_wrong_with_it_is_said(expected: str, actual: str, sentence: str) -> None:
    assert difference(expected, actual) == sentence


def test_equal_values_are_not_told_apart() -> None:
    """The judge may have other reasons: a result of another type, arguments that were changed."""
    assert difference('{"a": 1}', '{"a": 1}') == ""
