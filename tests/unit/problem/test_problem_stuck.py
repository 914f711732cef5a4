"""Samples that were copied into one column are parted only where words and shape of all of them leave no doubt."""

import pytest

from lsp_server.problem.examples.stuck import Parted, apart, parted

CASES = "The first line contains T, the number of test cases. For each test case, print a single line: {}."
VALUES = "The first line contains n. The second line contains n integers."
LINES = "Each of the following N lines contains a number."
SHAPES = "It begins with n, the number of test cases. Each of the following n lines contains a number."
LINE_CASES = "First comes the number of test cases. Each test case is {}. For each test case, output PASS or FAIL."
PARTED: list[tuple[str, str, Parted]] = [
    ("", "1 2\n\n3", (["1 2"], ["3"])),
    ("", "1 2\n3", (["1 2"], ["3"])),
    ("", "2\t9\n4\n5\t", (["2", "4", "5"], ["9"])),
    ("", "2    yes\n4    no", (["2", "4"], ["yes", "no"])),
    ("", "1 2\n3\n\nThe sum of one and two is three.", (["1 2"], ["3"])),
    (CASES.format("the sum"), "2\n1 2\n3 4\n3\n7", (["2", "1 2", "3 4"], ["3", "7"])),
    (LINE_CASES.format("two integers X and P"), "2\n1 2\n3 4\nPASS\nFAIL", (["2", "1 2", "3 4"], ["PASS", "FAIL"])),
    (VALUES, "2\n1 2\n3", (["2", "1 2"], ["3"])),
    (LINES, "2\n1\n2\n3", (["2", "1", "2"], ["3"])),
    (SHAPES, "2\n1\n-4\n1 is odd\n-4 is even", (["2", "1", "-4"], ["1 is odd", "-4 is even"])),
]
UNCERTAIN = [
    ("", "2\n1 2\n3"),
    ("", "1  2\n3  4\n5  6"),
    (CASES.format("YES. Print the numbers on the next line"), "1\n1 2\nYES\n2"),
    (CASES.format("the sum"), "2\n1 2\n3 4\n1\n3\n7"),
    (LINE_CASES.format("two lines of input"), "2\n1\n2\nPASS\nFAIL"),
    (LINE_CASES.format("an integer"), "2\n1\n2\nPASS\nFAIL\nFAIL"),
    (VALUES, "2\n1 2\n3\n4"),
    (LINES, "2\n1\n2\n3\n4"),
    (SHAPES, "2\n1\n4\n1\n0"),
    (SHAPES, "2\n1\n4\nodd\neven\nodd"),
    (SHAPES, "2\n1\nodd\neven"),
    (SHAPES + " The last line of input is a word.", "2\n1\n4\nodd\neven"),
]


@pytest.mark.parametrize(("prose", "sample", "wanted"), PARTED)
def test_a_sample_is_parted_where_that_is_certain(prose: str, sample: str, wanted: Parted) -> None:
    assert parted([sample.split("\n")], prose) == [wanted]


@pytest.mark.parametrize(("prose", "sample"), UNCERTAIN)
def test_nothing_is_guessed(prose: str, sample: str) -> None:
    assert parted([sample.split("\n")], prose) is None


def test_all_samples_are_parted_in_the_same_way_or_none() -> None:
    assert parted([["1", "", "2"], ["1", "2", "3"]], "") is None


SEVERAL: list[tuple[str, str, list[str]]] = [
    ("", "1\n2\n\nA = 3\n\n3\n4\n\nA = 7", ["1\n2\n\nA = 3", "3\n4\n\nA = 7"]),
    ("", "1 2\tyes\n3 4\tno", ["1 2\n\nyes", "3 4\n\nno"]),
]
ONE_SAMPLE = [
    ("", "1\n\n2\n\n3\n\n4"),
    ("", "1\n2\n\nA = 3\n\n3\n\nA = 7"),
    ("", "1 2\n\n3 4\n\nyes\n\nno"),
    ("Each of the following lines is a case.", "1 2\tyes\n3 4\tno"),
    ("", "1 2\tyes\n3 4\t"),
]


@pytest.mark.parametrize(("prose", "box", "samples"), SEVERAL)
def test_samples_below_the_same_heads_are_several(prose: str, box: str, samples: list[str]) -> None:
    assert apart(box.split("\n"), prose) == [sample.split("\n") for sample in samples]


@pytest.mark.parametrize(("prose", "box"), ONE_SAMPLE)
def test_a_box_whose_inputs_differ_in_shape_or_look_like_outputs_is_one_sample(prose: str, box: str) -> None:
    assert apart(box.split("\n"), prose) == [box.split("\n")]
