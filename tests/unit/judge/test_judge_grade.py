"""What one observation means for one example."""

from typing import Any

import pytest

from lsp_server.judge.grade import grade
from lsp_server.judge.observation import NOTHING, Observation, Raised
from lsp_server.judge.runners.inside.codec import Opaque
from lsp_server.judge.verdict import DIFFERS, ExampleResult, Verdict
from lsp_server.problem.model import Example
from lsp_server.settings import SandboxSettings
from tests.judging import call, function, problem, session, stdin

SETTINGS = SandboxSettings(wall_time_s=2, memory_mb=256, output_kb=64)
ZERO = Raised(("ZeroDivisionError", "ArithmeticError", "Exception", "BaseException", "object"), "division by zero", 12)


def graded(example: Example, seen: Observation, *load_errors: Raised, **fields: Any) -> ExampleResult:
    return grade(problem(example, signature=function("f", "n"), **fields), example, seen, load_errors, SETTINGS)


def returned(value: Any = None, **fields: Any) -> Observation:
    return Observation("returned", value, **fields)


def test_an_equal_value_passes_without_a_message() -> None:
    result = graded(call([1, 2], n=1), returned([1, 2], time_ms=1.25))
    assert (result.status, result.actual, result.message, result.time_ms) == ("passed", "[1, 2]", None, 1.25)


def test_a_different_value_is_a_wrong_answer() -> None:
    result = graded(call([1, 2], n=1), returned([2, 1]))
    assert (result.status, result.expected, result.actual) == ("wrong_answer", "[1, 2]", "[2, 1]")


def test_any_order_is_the_problems_to_allow() -> None:
    assert graded(call([1, 2], n=1), returned([2, 1]), order="any").status == "passed"


def test_nothing_returned_means_the_first_argument() -> None:
    assert graded(call([2, 1], n=[1, 2]), returned(None, first=[2, 1])).status == "passed"
    assert graded(call([2, 1], n=[1, 2]), returned(None, first=[1, 2])).actual == "[1, 2]"


@pytest.mark.parametrize(
    ("returns", "kind", "status"),
    [
        ("", "body", "passed"),
        ("None", "body", "passed"),
        ("void", "body", "passed"),
        ("()", "body", "passed"),
        ("List[int]", "below", "passed"),
        ("List[int]", "body", "wrong_answer"),
    ],
)
def test_a_declared_result_must_be_returned(returns: str, kind: Any, status: str) -> None:
    """Neither a changed argument nor printing stands in for it."""
    example = call([2, 1], n=[1, 2])
    asked = problem(example, signature=function("f", "n", returns=returns))
    asked = asked.model_copy(update={"target": asked.target.model_copy(update={"kind": kind})})
    for seen in (returned(None, first=[2, 1]), returned(None, printed="[2, 1]\n")):
        assert grade(asked, example, seen, (), SETTINGS).status == status


def test_nothing_returned_is_right_where_nothing_is_expected() -> None:
    assert graded(call(None, n=[1, 2]), returned(None, first=[1, 2])).status == "passed"


def test_a_number_as_first_argument_is_not_the_result() -> None:
    assert graded(call(1, n=1), returned(None, first=1)).status == "wrong_answer"


def test_the_named_argument_is_the_result() -> None:
    example = call([1], n=1).model_copy(update={"mutated": "n"})
    assert graded(example, returned("whatever", mutated=[1])).status == "passed"
    assert graded(example, returned([1], mutated=NOTHING)).status == "wrong_answer"


@pytest.mark.parametrize(
    ("value", "mutated", "status"),
    [
        (2, [2, 2, 9, 9], "passed"),
        (3, [2, 2, 9, 9], "wrong_answer"),
        (2, [2, 3, 2], "wrong_answer"),
        (2, [2], "wrong_answer"),
    ],
)
def test_a_returned_count_states_how_much_of_the_argument_counts(value: int, mutated: list[int], status: str) -> None:
    example = call([2, 2], n=[]).model_copy(update={"mutated": "n", "returned": 2})
    assert graded(example, returned(value, mutated=mutated)).status == status


def test_an_exception_is_a_runtime_error_with_its_line() -> None:
    result = graded(call(1, n=0), Observation("raised", raised=ZERO))
    assert (result.status, result.message) == ("runtime_error", "ZeroDivisionError: division by zero (line 12)")


@pytest.mark.parametrize(
    ("expected", "status"),
    [
        ("ZeroDivisionError", "passed"),
        ("ZeroDivisionError: division by zero", "passed"),
        ("ArithmeticError", "passed"),
        ("module.ZeroDivisionError", "passed"),
        ("ZeroDivisionError: other", "runtime_error"),
        ("ValueError", "runtime_error"),
    ],
)
def test_an_expected_exception(expected: str, status: str) -> None:
    example = session("f(0)", expected, "exception")
    assert graded(example, Observation("raised", raised=ZERO)).status == status


def test_an_expected_exception_that_does_not_come_is_a_wrong_answer() -> None:
    assert graded(session("f(0)", "ValueError", "exception"), returned(3)).status == "wrong_answer"


@pytest.mark.parametrize(
    ("printed", "text", "status"),
    [("", "<1>", "passed"), ("<1>\n", None, "passed"), ("a\n", "<1>", "wrong_answer"), ("", "<2>", "wrong_answer")],
)
def test_a_session_shows_what_it_printed_and_then_the_value(printed: str, text: str | None, status: str) -> None:
    example = session("f(1)", "<1>", "text")
    assert graded(example, returned(1, text=text, printed=printed)).status == status


def test_printing_the_value_instead_of_returning_it_passes_a_session() -> None:
    assert graded(session("f(1)", [1, 2]), returned(None, printed="[1, 2]\n")).status == "passed"


def test_a_program_is_judged_by_what_it_printed() -> None:
    assert graded(stdin("1", "0.5\n"), returned(printed="0.500001 \n")).status == "passed"
    assert graded(stdin("1", "5\n"), returned(printed="6\n")).actual == "6"


def test_an_unquoted_string_may_be_returned() -> None:
    assert (
        graded(call("blue", n=1).model_copy(update={"expects": "text"}), returned("blue", text="'blue'")).status
        == "passed"
    )


@pytest.mark.parametrize(
    ("ended", "status", "message"),
    [
        ("time_limit", "time_limit", "It ran longer than 2 s."),
        ("memory_limit", "memory_limit", "It needed more than 256 MB of memory."),
        ("output_limit", "output_limit", "It wrote more than 64 KB."),
        ("process_limit", "runtime_error", "It started more processes than are allowed."),
        ("undefined", "runtime_error", "The code does not define `f`."),
    ],
)
def test_a_limit_is_named_with_its_size(ended: Any, status: str, message: str) -> None:
    result = graded(call(1, n=1), Observation(ended))
    assert (result.status, result.message, result.actual) == (status, message, None)


def test_a_missing_name_is_explained_by_what_failed_before() -> None:
    missing = Raised(("ModuleNotFoundError", "ImportError"), "No module named 'numpy'", 1)
    result = graded(
        call(1, n=1), Observation("raised", raised=Raised(("NameError",), "name 'np' is not defined", 3)), missing
    )
    assert result.message == (
        "NameError: name 'np' is not defined (line 3) The file failed before that: "
        "ModuleNotFoundError: No module named 'numpy' (line 1)."
    )


def test_a_failure_while_loading_says_so() -> None:
    result = graded(call(1, n=1), Observation("time_limit", loading=True))
    assert result.message == "While the file was loaded: It ran longer than 2 s."


@pytest.mark.parametrize(
    ("expected", "seen", "status"),
    [
        ([1, 2], returned([3, 4]), "passed"),
        ("ab", returned("ba"), "passed"),
        (1, returned(2), "passed"),
        ([1, 2], returned("12"), "wrong_answer"),
        ([1, 2], returned(None), "wrong_answer"),
        (True, returned(False), "wrong_answer"),
        ([1], returned(Opaque("Thing", "<Thing>")), "wrong_answer"),
        ([1], Observation("raised", raised=ZERO), "runtime_error"),
        ([1], Observation("time_limit"), "time_limit"),
    ],
)
def test_where_several_answers_are_allowed_another_of_the_same_kind_is_not_failed(
    expected: Any, seen: Observation, status: str
) -> None:
    result = graded(call(expected, n=1), seen, several_answers=True)
    assert result.status == status
    assert (result.message == DIFFERS) == (status == "passed")
    assert graded(call(expected, n=1), seen).status != "passed"


def test_where_several_answers_are_allowed_the_one_of_the_example_is_as_good_as_ever() -> None:
    assert graded(call([1, 2], n=1), returned([1, 2]), several_answers=True).message is None


def test_a_program_that_prints_nothing_has_given_no_other_answer() -> None:
    assert graded(stdin("1", "2"), returned(printed="3\n"), several_answers=True).message == DIFFERS
    assert graded(stdin("1", "2"), returned(printed=" \n"), several_answers=True).status == "wrong_answer"


def test_a_checker_tells_another_right_answer_from_a_wrong_one() -> None:
    def peak(found: int) -> ExampleResult:
        signature = function("findPeakElement", "nums")
        asked = problem(call(5, nums=[1, 2, 1, 3, 5, 6, 4]), signature=signature, several_answers=True)
        return grade(asked, asked.examples[0], returned(found), (), SETTINGS)

    assert (peak(1).status, peak(1).message) == ("passed", None)
    assert peak(2).status == "wrong_answer"


def test_a_verdict_says_how_many_differ() -> None:
    results = [graded(call(1, n=1), returned(value), several_answers=True) for value in (1, 2)]
    verdict = Verdict(status="passed", examples=tuple(results))
    assert (verdict.differing, verdict.summary) == (
        1,
        "2/2 examples passed, 1 of them differ: several answers are allowed",
    )


def test_values_are_written_in_the_words_of_the_language() -> None:
    example = call([None, True, "a", 0.5, {"k": float("nan")}], n=None)
    result = graded(example, returned([None, False, "b"]), language="typescript")
    assert (result.input, result.expected, result.actual) == (
        "n = null",
        '[null, true, "a", 0.5, {"k": NaN}]',
        '[null, false, "b"]',
    )
