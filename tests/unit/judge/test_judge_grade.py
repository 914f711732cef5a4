"""What one observation means for one example."""

from typing import Any

import pytest

from lsp_server.judge.grade import grade
from lsp_server.judge.observation import NOTHING, Observation, Raised
from lsp_server.judge.runners.inside.codec import Nodes, Opaque
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


@pytest.mark.parametrize("raw", [">>> f([2, 1])\n[1, 2]", "assert f([2, 1]) == [1, 2]", "f ([2, 1]) -> [1, 2]"])
def test_an_example_that_is_written_as_a_call_speaks_of_what_is_returned(raw: str) -> None:
    example = call([1, 2], n=[2, 1]).model_copy(update={"raw": raw})
    assert graded(example, returned(None, first=[1, 2])).status == "wrong_answer"


def test_a_statement_that_asks_for_a_result_gets_no_changed_argument() -> None:
    asked = problem(call([1, 2], n=[2, 1]), signature=function("f", "n"))
    for words, status in (("Return the numbers in order.", "wrong_answer"), ("Sort the numbers.", "passed")):
        told = asked.model_copy(update={"statement": words})
        seen = returned(None, first=[1, 2])
        assert grade(told, asked.examples[0], seen, (), SETTINGS).status == status


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
        ([1, 2], returned([3, 4]), "differs"),
        ("ab", returned("ba"), "differs"),
        (1, returned(2), "differs"),
        ([1, 2], returned(["hello", "world"]), "wrong_answer"),
        ([[1], [2]], returned([1, 2]), "wrong_answer"),
        ([1, 2], returned([1.5, 2]), "wrong_answer"),
        ([1.5, 2], returned([1, 2]), "differs"),
        ([1, 2], returned(Nodes("TreeNode", [1, None, 2])), "differs"),
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
    assert (result.message == DIFFERS) == (status == "differs")
    assert graded(call(expected, n=1), seen).status != "passed"


def test_where_several_answers_are_allowed_the_one_of_the_example_is_as_good_as_ever() -> None:
    assert graded(call([1, 2], n=1), returned([1, 2]), several_answers=True).message is None


@pytest.mark.parametrize(
    ("statement", "expected", "found"),
    [
        ("Return any path, or an empty list when there is no such path.", [1, 2], []),
        ("Return any path, or an empty list when there is no such path.", [], [1, 2]),
        ("Return any such index, or -1 if it does not exist.", 3, -1),
        ("Return any such index, or -1 if it does not exist.", -1, 3),
    ],
)
def test_whether_there_is_an_answer_has_one_answer(statement: str, expected: Any, found: Any) -> None:
    asked = {"several_answers": True, "statement": statement}
    assert graded(call(expected, n=1), returned(found), **asked).status == "wrong_answer"
    assert graded(call(expected, n=1), returned(found), several_answers=True).status == "differs"


def test_a_design_class_answers_each_operation_with_the_kind_that_is_due() -> None:
    example = Example(raw="", form="operations", inputs={}, expected=[None, True, 2, [3]])

    def status(*values: Any) -> str:
        return graded(example, returned(list(values)), several_answers=True).status

    assert [status(None, True, 1, [4]), status(None, True, 2, [3])] == ["differs", "passed"]
    wrong = [(None, False, 2, [3]), (None, True, None, [3]), (None, True, 2), (1, True, 2, [3]), (None, True, 2, 3)]
    assert [status(*values) for values in wrong] == ["wrong_answer"] * len(wrong)


@pytest.mark.parametrize(
    ("statement", "given", "expected", "printed", "status"),
    [
        ("Print any.", "1", "2", "3\n", "differs"),
        ("Print any.", "1", "2", " \n", "wrong_answer"),
        ("Print any.", "1", "2", "hello world\n", "wrong_answer"),
        ("Print any.", "1", "2", "0.5\n", "wrong_answer"),
        ("Print any.", "1", "0.25", "5 1.5\n", "differs"),
        ("Print any.", "2\n1\n2", "YES\n1 2\nNO", "Yes\n2 1\nNo\n", "differs"),
        ("Print any.", "2\n1\n2", "YES\n1 2\nNO", "NO\nYES\n1 2\n", "wrong_answer"),
        ("Print any.", "2\n1\n2", "1 2\n3", "1 2\n3\n4\n", "wrong_answer"),
        ("Print any, or -1.", "1", "-1", "3\n", "wrong_answer"),
        ("Print any, or -1.", "1", "3", "-1\n", "wrong_answer"),
        ("Print any, or -1 -1 -1.", "1", "-1 -1 -1", "3 0 1\n", "wrong_answer"),
        ("Print any, or -1 -1 -1.", "1", "3 0 1", "-1  -1 -1\n", "wrong_answer"),
        ("Print any two that add up.", "1", "-1 -1", "0 -2\n", "differs"),
        ("Print any permutation.", "3", "2 1 3", "3 1 2\n", "differs"),
        ("Print any permutation.", "3", "2 1 3", "3 1 1\n", "wrong_answer"),
        ("Print any permutation.", "3", "2 1 3", "1 2\n", "wrong_answer"),
    ],
)
def test_a_program_answers_with_what_can_be_an_answer(
    statement: str, given: str, expected: str, printed: str, status: str
) -> None:
    asked = {"several_answers": True, "statement": statement}
    assert graded(stdin(given, expected), returned(printed=printed), **asked).status == status


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("You may print each character of the string in uppercase or lowercase.", True),
        ("The strings `YES`, `yes`, `Yes`, and `yES`, are all considered identical.", True),
        ("(for example, the strings YeS, yEs, yes and YES will all be treated as identical)", True),
        ("Two words are considered identical if they differ in the case of letters only.", False),
        ("Print each word in uppercase.", False),
    ],
)
def test_how_a_statement_allows_letters_in_any_case(words: str, allowed: bool) -> None:
    status = graded(stdin("1", "YES"), returned(printed="yes\n"), statement=words).status
    assert status == ("passed" if allowed else "wrong_answer")


def test_letters_in_any_case_are_the_statements_to_allow() -> None:
    words = {"statement": "Print YES or NO. You can output each letter in any case (upper or lower)."}
    assert graded(stdin("1", "YES\nNO"), returned(printed="yEs\nno\n"), **words).status == "passed"
    assert graded(stdin("1", "YES\nNO"), returned(printed="yEs\nyes\n"), **words).status == "wrong_answer"
    assert graded(stdin("1", "YES"), returned(printed="yes\n")).status == "wrong_answer"


def test_a_pair_is_checked_where_another_example_has_none() -> None:
    words = "Return the indices of any two numbers such that they add up to k, or [-1, -1] if there are none."
    pair, none = call([0, 1], nums=[2, 7, -2, 11], k=9), call([-1, -1], nums=[1], k=4)
    asked = problem(pair, none, signature=function("f"), several_answers=True, statement=words)
    found = [grade(asked, pair, returned(value), (), SETTINGS).status for value in ([3, 2], [2, 2], [-1, -1])]
    assert found == ["passed", "wrong_answer", "wrong_answer"]


def test_a_checker_tells_another_right_answer_from_a_wrong_one() -> None:
    def peak(found: int) -> ExampleResult:
        signature = function("findPeakElement", "nums")
        asked = problem(call(5, nums=[1, 2, 1, 3, 5, 6, 4]), signature=signature, several_answers=True)
        return grade(asked, asked.examples[0], returned(found), (), SETTINGS)

    assert (peak(1).status, peak(1).message) == ("passed", None)
    assert peak(2).status == "wrong_answer"


def test_a_verdict_says_how_many_differ() -> None:
    results = [graded(call(1, n=1), returned(value), several_answers=True) for value in (1, 2)]
    verdict = Verdict(status="differs", examples=tuple(results))
    assert (verdict.differing, verdict.summary) == (
        1,
        "1/2 examples passed, 1 differs: several answers are allowed",
    )


def test_values_are_written_in_the_words_of_the_language() -> None:
    example = call([None, True, "a", 0.5, {"k": float("nan")}], n=None)
    result = graded(example, returned([None, False, "b"]), language="typescript")
    assert (result.input, result.expected, result.actual) == (
        "n = null",
        '[null, true, "a", 0.5, {"k": NaN}]',
        '[null, false, "b"]',
    )


@pytest.mark.parametrize(
    ("text", "module", "status"),
    [
        ("from construct_check import check\ncheck(__file__, 'f', ['For'])", "construct_check", "ran"),
        ("import course.tools as t\nt.f(1)", "course", "ran"),
        ("f(1)", "construct_check", "runtime_error"),
        ("import course\nf(1)", "courses", "runtime_error"),
    ],
)
def test_a_session_that_imports_what_is_not_there_is_not_judged(text: str, module: str, status: str) -> None:
    """Unlike code that does."""
    missing = Raised(("ModuleNotFoundError", "ImportError", "Exception"), f"No module named '{module}'", 1)
    result = graded(session(text, True), Observation("raised", raised=missing))
    assert result.status == status
    assert ("not installed" in (result.message or "")) is (status == "ran")
