"""Examples that Codewars words without a name: arrows, sentences, tables without heads; checks of test frameworks."""

from typing import Any

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

WORDED = [
    ("Examples:\n\nfoo -> foo1\n\nfoo0042 -> foo0043", [("foo", "foo1"), ("foo0042", "foo0043")]),
    ("Examples:\nabc -> true\nabca -> false", [("abc", True), ("abca", False)]),
    ("'world'  =>  'dlrow'\n'word'   =>  'drow'", [("world", "dlrow"), ("word", "drow")]),
    ('Example: (Input --> Output)\n\n"aba" --> false\n"moOse" --> false (ignore)', [("aba", False), ("moOse", False)]),
    ("[7] should return 7, because of one.\n[1,1,2] should return 2, because.", [([7], 7), ([1, 1, 2], 2)]),
    ("    16  -->  1 + 6 = 7\n   942  -->  9 + 4 + 2 = 15  -->  1 + 5 = 6", [(16, 7), (942, 6)]),
    ('For example, the string "A cat!" would become "Ct!".', [("A cat!", "Ct!")]),
    ('[]  -->  "no one"\n["Ann"]  -->  "Ann"', [([], "no one"), (["Ann"], "Ann")]),
    ('- Turn `"ab"` into `"ba"`.\n- Turn `"abc"` into `"cba"`.', [("ab", "ba"), ("abc", "cba")]),
    ('| x | name  |\n|---|-------|\n| 1 | "one" |', [(1, "one")]),
]
UNCERTAIN = [
    "Turn left to `b`.",
    "'A' -> 'T'\n'C' -> 'G'",
    "foo -> foo1",
    "Examples:\na quick fox -> done",
    "1 -> 2 -> 3",
    "1, 2 -> 3\n4, 5 -> 9",
    "Examples:\nfoo -> a\n1, 2 -> b",
    '| y | name  |\n|---|-------|\n| 1 | "one" |',
    "| symbol | value |\n|---|---|\n| 1 | 2 |\n\nf(3) == 4",
]
KATA = "class K { int f(int n) { return 0; } }"
C = "int f(int n) { return 0; }"
CHECKED = [
    ("java", KATA, ["assertEquals(2, K.f(1));", 'assertEquals("3", 6, K.f(3));', "assertThat(f(3)).isEqualTo(6);"]),
    ("java", KATA, ["assertEquals(2, f(1), 1e-9);", 'assertEquals(6, f(3), "three");']),
    ("cpp", C, ["Assert::That(f(1), Equals(2));", "EXPECT_EQ(f(3), 6);", "ASSERT_EQ(6, f(3));"]),
    ("c", C, ["cr_assert_eq(f(1), 2);", 'cr_expect_eq(f(3), 6, "three");']),
    ("go", "func f(n int) int { return 0 }", ["Expect(f(1)).To(Equal(2))", "Expect(f(3)).To(Equal(6))"]),
    ("javascript", "function f(n) { return 0; }", ["chai.expect(f(1)).to.equal(2);", "expect(f(3)).toBe(6);"]),
]


def pairs(text: str, language: str, below: str) -> list[tuple[Any, Any]]:
    mark = "#" if language == "python" else "//"
    lines = "".join(f"{mark} {line}".rstrip() + "\n" for line in ["Return what is asked for.", "", *text.splitlines()])
    found = find_problems(Document(lines + below, language))
    examples = [example for problem in found for example in problem.examples]
    return [(next(iter((example.inputs or {}).values())), example.expected) for example in examples]


@pytest.mark.parametrize(("text", "wanted"), WORDED)
def test_what_becomes_of_a_value_is_an_example(text: str, wanted: list[tuple[Any, Any]]) -> None:
    assert pairs(text, "python", "def f(x):\n    pass\n") == wanted


@pytest.mark.parametrize("text", UNCERTAIN)
def test_what_only_looks_so_is_none(text: str) -> None:
    assert pairs(text, "python", "def f(x):\n    pass\n") == ([(3, 4)] if "f(3)" in text else [])


@pytest.mark.parametrize(("text", "wanted"), WORDED)
def test_a_function_of_two_values_or_of_another_kind_has_no_such_examples(text: str, wanted: list[Any]) -> None:
    assert pairs(text, "python", "def f(x, y):\n    pass\n") == []
    other = "int" if isinstance(wanted[0][0], str) else "str"
    if "|" not in text and "Example:" not in text:
        assert pairs(text, "python", f"def f(x: {other}):\n    pass\n") == []


@pytest.mark.parametrize(("language", "below", "checks"), CHECKED)
def test_checks_of_test_frameworks_are_examples(language: str, below: str, checks: list[str]) -> None:
    assert pairs("\n".join(checks), language, below + "\n") == [(1, 2), (3, 6), (3, 6)][: len(checks)]


TOLD = [
    (
        "For example:\n\n- `a` and `bb` both result in 4.\n- `c` also results in floor 5.",
        [("a", 4), ("bb", 4), ("c", 5)],
    ),
    (
        'Examples\n\n- 5 is odd,\n  so the result would be "odd".\n- 6 is not, so the result would be "".',
        [(5, "odd"), (6, "")],
    ),
    ("For example:\n1 yields a sum of 5 (1 + 4), because.\n2 gives 6\nWhat is the sum?", [(1, 5), (2, 6)]),
    ("For example:\n- 7 is a full number\n- 8 was *not* a full number!", [(7, True), (8, False)]),
    ("For example:\n- 7 is a full number\n- 8 is one, too", []),
    ("For example:\n- 7 is a full number\n- 8 is not a full number, but 9 is", []),
    ("For example:\n- 7 is a small number\n- 8 is not a small number", []),
    ("For example:\n\nIt returns 5.", []),
    ("For example:\n\n7 gives 1,5", []),
    ("7 makes 5.", []),
    ("For example:\n\nabc: first pair after letter 5\nabd: first pair after letter 6", [("abc", 5), ("abd", 6)]),
    ("For example:\n\nabc: first pair after letter 5", []),
    ("For example:\n\nabc: first pair after letter 5\nabd: second pair after letter 6", []),
    (
        "For example:\n\nabc: pairs in 5\nabd: pairs in 6\n\nExamples:\n\nabc: pairs in 7\nabe: pairs in 8",
        [],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_sentences_are_examples_where_all_of_them_are_understood(text: str, wanted: list[tuple[Any, Any]]) -> None:
    assert pairs(text, "python", "def is_full(x):\n    pass\n") == wanted


def test_chains_of_sums_in_a_section_of_examples_end_in_the_result() -> None:
    """Codewars' "Digital Root"."""
    text = "Examples\n    16  -->  1 + 6 = 7\n   942  -->  9 + 4 + 2 = 15  -->  1 + 5 = 6\n    11  -->  1 + 1"
    assert pairs(text, "python", "def f(x):\n    pass\n") == [(16, 7), (942, 6)]


def test_a_line_of_many_sums_is_read_at_once() -> None:
    assert pairs(f"Examples\n1 --> 1={'111=' * 100}x", "python", "def f(x):\n    pass\n") == []


UNREADABLE = [
    ('"ab" --> "A-Bb"\n"abc" --> "A-Bb\n"d" --> "D"', 1),
    ("f(1) == 2\nf(3) == [4\nf(5) == (6", 2),
    ("Examples\n[1] --> 2\n\n[1, 3 --> 4", 1),
    ("| x | result |\n|---|---|\n| 1 | 2 |\n| 3 | |", 1),
    ("Example 1:\nInput: x = 1\nOutput: 2\nExample 2:\nInput: x = 3\nExplanation: nothing.", 1),
    ("Example 1:\nInput: x = 1\nOutput: 2\nExample 2:\nInput: x = 3\nOutput:", 1),
    ("assert f(1) == 2\nassert ok(f(3))\nassert f(3) > least", 2),
    ('"ab" --> "A-Bb"\n\nA line of prose --> nobody means an example.', 0),
    ("f(1) == 2\nNote that f(x) -> f(y) is not meant.", 0),
]


@pytest.mark.parametrize(("text", "unread"), UNREADABLE)
def test_a_line_among_examples_that_cannot_be_read_is_counted(text: str, unread: int) -> None:
    lines = "".join(f"# {line}".rstrip() + "\n" for line in ["Return what is asked for.", "", *text.splitlines()])
    (problem,) = find_problems(Document(lines + "def f(x):\n    return x\n", "python"))
    assert (len(problem.examples), problem.unread) == (1 + ('"d"' in text), unread)


@pytest.mark.parametrize("words", ["f(1) returns True if there is one.", "f(1) Returns 2, when there are two"])
def test_what_a_call_returns_under_a_condition_is_no_example(words: str) -> None:
    assert pairs(f"f(0) == 4\n{words}", "python", "def f(x):\n    return x\n") == [(0, 4)]


NAMELESS = "| Name | Dialogue |\n|---|---|\n| Ann | Hello Ann. |\n| | Hello you. |"


@pytest.mark.parametrize(
    ("language", "below", "read"),
    [
        ("go", 'func Greet(name string) string { return "" }', 2),
        ("rust", "fn greet(name: &str) -> String { todo!() }", 2),
        ("rust", "fn greet(name: Option<&str>) -> String { todo!() }", 0),
        ("java", 'class K { static String greet(String name) { return ""; } }', 1),
        ("python", 'def greet(name="you"):\n    pass\n', 1),
    ],
)
def test_an_empty_cell_is_the_empty_text_where_no_argument_can_be_left_out(
    language: str, below: str, read: int
) -> None:
    mark = "#" if language == "python" else "//"
    text = "".join(f"{mark} {line}\n" for line in ["Return what is asked for.", "", *NAMELESS.splitlines()])
    (problem,) = find_problems(Document(text + below, language))
    assert [each.inputs for each in problem.examples] == [{"name": "Ann"}, {"name": ""}][:read]
    assert problem.unread == (2 - read if read else 0)
