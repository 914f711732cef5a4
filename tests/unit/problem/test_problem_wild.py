"""Statements as they are copied from the sites that people practise on, in all languages: what is understood of each.

An example of tests/data/wild is `[inputs or standard input, expected]`; a text without examples must not get any that
nobody stated.
"""

import pytest

from lsp_server.problem.files import problems_of_file
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from tests.wild import STATEMENTS, load, solutions


def only(document: Document) -> Problem:
    found = problems_of_file(document, None)
    assert len(found) == 1, [(each.title, each.signature.name) for each in found]
    return found[0]


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_copied_statement_is_understood(name: str) -> None:
    document, wanted = load(name)
    problem = only(document)
    given = [example.stdin if example.form == "stdin" else example.inputs for example in problem.examples]
    assert given == [example[0] for example in wanted["examples"]]
    assert [example.expected for example in problem.examples] == [example[1] for example in wanted["examples"]]
    told = {
        "kind": problem.signature.kind,
        "order": problem.order,
        "constraints": len(problem.constraints),
        "title": problem.title,
        "tolerance": problem.float_tolerance,
        "mutated": problem.examples[0].mutated if problem.examples else None,
        "returned": problem.examples[0].returned if problem.examples else None,
    }
    assert {key: told[key] for key in told if key in wanted} == {key: wanted[key] for key in told if key in wanted}
    assert not [text for text in wanted.get("absent", ()) if text in problem.statement.lower()]
    assert problem.statement or problem.title


def test_every_statement_with_examples_has_solutions_to_be_judged() -> None:
    assert {name for name in STATEMENTS if load(name)[1]["examples"]} <= set(solutions())


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("Yes\nThe first of them is even, so the answer is Yes.", "Yes"),
        ("The sum of all these numbers is 4.\nThe sum of all these numbers is 6.", None),
        ("Yes\nNo path leads there and back\nYes", None),
        ("3\n12 is NOT perfect.\n4", None),
    ],
)
def test_only_sentences_below_an_output_end_it(output: str, expected: str | None) -> None:
    text = (
        f"Print what is asked.\n\nSample Input 1\nCopy\n2\nSample Output 1\nCopy\n{output}\n\nSample Input 2\nCopy\n3\n"
    )
    (example,) = only(Document(f'"""\n{text}"""\n', "python")).examples
    assert example.expected == (expected or output) + "\n"


@pytest.mark.parametrize(
    ("params", "given", "value"),
    [
        ("A, n", "n = 3; A = {5, 1, 5}", [5, 1, 5]),
        ("A: list[int], n: int", "A = {5, 1, 5}, n = 2", [5, 1, 5]),
        ("A, n", "A = {5, 1, 2}, n = 2", {1, 2, 5}),
        ("A: set[int], n: int", "A = {5, 1}, n = 2", {1, 5}),
    ],
)
def test_braces_are_a_list_where_the_type_or_the_size_says_so(params: str, given: str, value: object) -> None:
    text = f'def f({params}):\n    """Return the last.\n\n    Example:\n    Input: {given}\n    Output: 5\n    """\n'
    (example,) = only(Document(text, "python")).examples
    assert (example.inputs or {}).get("A") == value


@pytest.mark.parametrize(
    ("prose", "kept"), [("Print the sum.", False), ("Print Accepted and the score, if the sum is odd.", True)]
)
def test_counters_of_a_site_below_a_sample_are_no_output(prose: str, kept: bool) -> None:
    text = f"{prose}\n\nSample Input 1\n1 2\n\nSample Output 1\n3\nAccepted\n68.5\n"
    (example,) = only(Document(f'"""\n{text}"""\n', "python")).examples
    assert example.expected == ("3\nAccepted\n68.5\n" if kept else "3\n")


def test_names_of_an_imprint_above_a_statement_take_nothing_away() -> None:
    text = "Difficulty\nEasy\nAuthor\nSomebody\nSource\nA book\n\nReturn twice n.\n\nassert f(2) == 4\n"
    (example,) = only(Document(f'"""\n{text}"""\ndef f(n):\n    return 2 * n\n', "python")).examples
    assert example.expected == 4


REMARK = "The first one has won, since two of the three games were hers."


@pytest.mark.parametrize(
    ("first", "second", "outputs"),
    [
        (f"A\n{REMARK}", "B", ["A\n", "B\n"]),
        ("A", f"B\n{REMARK}", ["A\n", "B\n"]),
        (f"A\n{REMARK}", f"B\n{REMARK}", [f"A\n{REMARK}\n", f"B\n{REMARK}\n"]),
        (f"A\n{REMARK}", "The second one has won the last game", None),
    ],
    ids=["first", "second", "both", "words"],
)
def test_what_is_said_right_below_an_output_is_no_part_of_it(
    first: str, second: str, outputs: list[str] | None
) -> None:
    """Where all samples have it, or one prints as many words, it may be what is printed."""
    outputs = outputs or [f"{first}\n", f"{second}\n"]
    samples = "".join(
        f"Sample Input {number}\n{number}\nSample Output {number}\n{output}\n\n"
        for number, output in ((1, first), (2, second))
    )
    problem = only(Document(f'"""Print who has won.\n\n{samples}"""\n', "python"))
    assert [example.expected for example in problem.examples] == outputs


@pytest.mark.parametrize("head", ["", "**Examples**\n\n", "## Example\n\n"])
@pytest.mark.parametrize("lines", ["Input: n = {}\nOutput: {}", "Input:\nn = {}\nOutput:\n{}"])
def test_each_fence_with_an_input_and_an_output_is_an_example(head: str, lines: str) -> None:
    """The fence that closes one and the fence that opens the next frame nothing."""
    fences = "\n\n".join(f"```\n{lines.format(n, 2 * n)}\n```" for n in (3, 1, 5))
    text = f'"""\nReturn twice n.\n\n{head}{fences}\n"""\ndef f(n: int) -> int:\n    return 2 * n\n'
    found = [(each.inputs, each.expected) for each in only(Document(text, "python")).examples]
    assert found == [({"n": n}, 2 * n) for n in (3, 1, 5)]


@pytest.mark.parametrize(
    ("below", "output"),
    [
        ("\n1 + 2 + 3 = 6.\n", "6\n"),
        ("\n6 → 3 → 10\n", "6\n"),
        ("\n1, 2, 3, 6\n", "6\n"),
        ("6, 3, 10, 5.\n", "6\n"),
        ("\n7\n", "6\n\n7\n"),
        ("1 + 5 = 6\n", "6\n1 + 5 = 6\n"),
    ],
)
def test_how_an_output_of_numbers_comes_about_is_no_part_of_it(below: str, output: str) -> None:
    text = f"Print it.\n\nSample Input 1\n3\n\nSample Output 1\n6\n{below}"
    (example,) = only(Document(f'"""\n{text}"""\n', "python")).examples
    assert example.expected == output
