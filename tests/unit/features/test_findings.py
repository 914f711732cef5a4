"""Findings: which examples get one, and what an edit of the text does to it."""

from hypothesis import given
from hypothesis import strategies as st

from lsp_server.features.findings import Change, Finding, Span, carried, explained, findings
from lsp_server.judge.verdict import DIFFERS, ExampleResult, Verdict
from lsp_server.problem.beside.handed import Handed, problems_handed
from lsp_server.problem.syntax import Document
from tests.judging import call, function, problem
from tests.unit.problem.test_problem_handed import CONTENT, PYTHON

FINDING = Finding(Span(24, 30), Span(20, 60), "wrong_answer", "…")


def test_an_edit_above_moves_the_finding() -> None:
    moved = carried(FINDING, [Change(Span(5, 8), 1)])
    assert moved is not None
    assert (moved.span, moved.problem) == (Span(22, 28), Span(18, 58))


def test_an_edit_below_leaves_it_alone() -> None:
    assert carried(FINDING, [Change(Span(61, 70), 0)]) == FINDING


def test_an_edit_inside_the_problem_makes_it_void() -> None:
    assert carried(FINDING, [Change(Span(50, 50), 3)]) is None


def test_each_change_is_read_in_the_text_that_the_one_before_left() -> None:
    assert carried(FINDING, [Change(Span(0, 0), 10), Change(Span(31, 31), 1)]) is None
    assert carried(FINDING, [Change(Span(0, 0), 10), Change(Span(25, 25), 1)]) is not None


@given(st.text(max_size=30), st.integers(0, 90), st.integers(0, 9))
def test_a_moved_finding_still_stands_on_the_same_text(new: str, start: int, length: int) -> None:
    text = "." * 20 + "PPPPxxxxxxPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP" + "." * 40
    end = min(start + length, len(text))
    start = min(start, end)
    moved = carried(FINDING, [Change(Span(start, end), len(new))])
    after = text[:start] + new + text[end:]
    if moved:
        assert after[moved.span.start : moved.span.end] == "xxxxxx"
        assert after[moved.problem.start : moved.problem.end].strip("Px") == ""
    else:
        assert start <= 60 and end >= 20


def test_the_message_shows_what_was_expected_and_what_came() -> None:
    result = ExampleResult(status="wrong_answer", input="nums = []", expected="[0, 1]", actual="None")
    assert explained(result) == "Wrong answer.\nExpected: [0, 1]\nActual: None"


def test_a_crash_has_no_actual_value_but_a_message() -> None:
    result = ExampleResult(status="runtime_error", input="", expected="4", message="KeyError: 'a' in line 3")
    assert explained(result) == "It crashed: KeyError: 'a' in line 3\nExpected: 4"


def test_another_answer_is_told_as_one() -> None:
    result = ExampleResult(status="differs", input="n = 1", expected="2", actual="3", message=DIFFERS)
    assert explained(result) == "Another answer: differs, several answers allowed\nExpected: 2\nActual: 3"


def test_an_example_that_does_not_stand_in_the_file_is_told_at_the_function() -> None:
    document = Document(PYTHON.replace("pass", "return [0, 1]"), "python")
    (asked,) = problems_handed(document, Handed(title="Two Sum", content=CONTENT, name="twoSum"))
    wrong = ExampleResult(
        status="wrong_answer", input="nums = [3, 2, 4], target = 6", expected="[1, 2]", actual="[0, 1]"
    )
    verdict = Verdict(status="failed", examples=(wrong.model_copy(update={"status": "passed"}), wrong))
    (found,) = findings(asked, verdict, document.text)
    assert document.text[found.span.start : found.span.end].startswith("def twoSum(self")
    assert found.message == "Wrong answer.\nExpected: [1, 2]\nActual: [0, 1]\nInput: nums = [3, 2, 4], target = 6"


def test_code_that_does_not_compile_is_one_finding_not_one_per_example() -> None:
    asked = problem(call(1, n=1), call(2, n=2), signature=function("f", "n"))
    failed = ExampleResult(status="runtime_error", input="", expected="", message="CompileError: no (line 3)")
    verdict = Verdict(status="error", examples=(failed, failed), message="CompileError: no (line 3)")
    assert [(finding.code, finding.message) for finding in findings(asked, verdict, "")] == [
        ("error", "CompileError: no (line 3)")
    ]
