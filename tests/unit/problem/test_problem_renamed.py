"""Labels that name the same thing before and after become those of an input and an output; others are left alone."""

import pytest

from lsp_server.problem.examples.renamed import with_plain_labels

LABELS = [
    ("Original array: [1, 2]\nReversed array: [2, 1]", "Input: [1, 2]\nOutput: [2, 1]"),
    ("**Given Matrix:**\n[[1]]\n\n**Rotated Matrix:**\n[[1]]", "Input:\n[[1]]\n\nOutput:\n[[1]]"),
    ("  The input string is: ab\n  The sorted string is: ab", "  Input: ab\n  Output: ab"),
]
OTHERS = [
    "Original array: [1, 2]\nReversed list: [2, 1]",
    "Original array: [1, 2]\nIdentity array: [2, 1]",
    "Original array: [1, 2]\nGiven array: [2, 1]",
    "Reversed array: [2, 1]",
]


@pytest.mark.parametrize(("text", "wanted"), LABELS)
def test_what_is_named_before_and_after_is_an_input_and_its_output(text: str, wanted: str) -> None:
    assert "\n".join(with_plain_labels(text.split("\n"))) == wanted


@pytest.mark.parametrize("text", OTHERS)
def test_other_names_are_left_alone(text: str) -> None:
    assert "\n".join(with_plain_labels(text.split("\n"))) == text
