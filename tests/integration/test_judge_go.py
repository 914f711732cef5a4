"""Go candidates, compiled and judged for real: problems that differ in kind, and what goes wrong in Go only."""

from functools import partial

import pytest

from lsp_server.problem.model import Signature
from tests.judging import call, compiled, function, judged_in, not_ended_so, stdin

pytestmark = compiled("go")
judged = partial(judged_in, "go")
F = function("f", "n")


async def test_a_compile_error_names_the_line_of_the_file() -> None:
    verdict = await judged("// A comment\n\nfunc f(n int) int {\n    return m\n}\n", call(1, n=1), signature=F)
    assert (verdict.status, verdict.message) == ("error", "CompileError: undefined: m (line 4)")


async def test_a_missing_function_is_undefined() -> None:
    verdict = await judged("func g(n int) int { return n }", call(1, n=1), signature=F)
    assert verdict.examples[0].message == "The code does not define `f`."


WHOLE = "FUNCTIONSfunc f(n int, k int) int {\n    switch k { CASES }\n    return 0\n}"
FUNCTION = "func SELF(n int) int {\n    BODY\n}\n"
CASE = "case K: return SELF(n);"
ENDINGS = [
    ("return make([]int, 2)[n]", "runtime_error", "index out of range [7] with length 2 (LINE)"),
    ("return 1 / (n - 7)", "runtime_error", "integer divide by zero (LINE)"),
    ("var p *int; return *p", "runtime_error", "nil pointer dereference (LINE)"),
    ('panic("no")', "runtime_error", "panic: no (LINE)"),
    ("return SELF(n + 1) + 1", "runtime_error", "stack overflow"),
    ("c := make(chan int); return <-c", "runtime_error", "all goroutines are asleep"),
    ("go func() { panic(1) }(); select {}", "runtime_error", "panic: 1"),
    ("os.Exit(0); return 1", "runtime_error", "exited with status 0"),
    (
        "l := [][]byte{}; for { l = append(l, bytes.Repeat([]byte{1}, 1 << 20)) }",
        "memory_limit",
        "more than 256 MB",
    ),
    ("for n == 7 { }; return 1", "time_limit", "longer than"),
    ('for { fmt.Println("aaaaaaaaaaaaaaaaaaaaaa") }', "output_limit", "64 KB"),
]


async def test_how_a_call_ends_is_told_apart() -> None:
    assert await not_ended_so("go", WHOLE, FUNCTION, CASE, ENDINGS) == []


async def test_a_value_of_another_type_is_no_silent_zero() -> None:
    verdict = await judged(
        "func f(n int8) int8 { return n }", call(0, n="a"), call(0, n=[1]), call(0, n=2**40), signature=F
    )
    told = [result.message or "" for result in verdict.examples]
    assert "a list where the code takes an int" in told[1]
    assert "1099511627776, which int8 cannot hold" in told[2]


async def test_values_come_back_as_they_are() -> None:
    code = """
    type pair struct{ a int }
    func f(s string, d float64, m map[string][]int, r rune) []any {
        return []any{s, d, nil, map[int]bool{1: true}, ^uint64(0), m["a"], string(r), [2]int{1, 2}, &s}
    }
    """
    text = '\x00\t\u00e4\U0001f600\\n" '
    expected = [text, float("inf"), None, {1: True}, 2**64 - 1, [1, 2], "\u4e2d", [1, 2], text]
    example = call(expected, s=text, d=float("inf"), m={"a": [1, 2]}, r="\u4e2d")
    verdict = await judged(code, example, signature=function("f", "s", "d", "m", "r"))
    assert verdict.status == "passed", verdict


async def test_an_object_of_the_candidates_own_equals_nothing() -> None:
    code = "type P struct{ a int }\nfunc f(n int) P { return P{n} }"
    assert (await judged(code, call(None, n=1), signature=F)).examples[0].status == "wrong_answer"


async def test_several_results_are_a_list() -> None:
    code = "func f(n int) (int, string, error) { return n, strconv.Itoa(n), nil }"
    assert (await judged(code, call([2, "2", None], n=2), signature=F)).status == "passed"


async def test_a_package_that_only_looks_used_does_no_harm() -> None:
    code = "type T struct{ N int }\n"
    code += "func f(n int) int { sort, list := T{n}, T{1}; return sort.N + list.N + len(strings.Fields(``)) }"
    assert (await judged(code, call(3, n=2), signature=F)).status == "passed"


async def test_an_import_that_is_not_used_is_an_error_as_in_go() -> None:
    code = 'package main\nimport (\n    "fmt"\n    "sort"\n)\nfunc f(n int) string { return fmt.Sprint(n) }'
    verdict = await judged(code, call("2", n=2), signature=F)
    assert verdict.message == 'CompileError: "sort" imported and not used (line 4)'


async def test_runes_are_characters_where_the_result_says_so() -> None:
    code = "func f(s []rune) map[rune]int { return map[rune]int{s[0]: 70} }"
    result = function("f", "s: []rune", returns="map[rune]int")
    assert (await judged(code, call({"\u4e2d": 70}, s=["\u4e2d"]), signature=result)).status == "passed"


async def test_what_a_solution_prints_does_not_disturb_its_result() -> None:
    code = 'func f(n int) int { fmt.Print("x"); println("y"); return n }'
    assert (await judged(code, call(2, n=2), signature=F)).status == "passed"


PROGRAM = Signature(name="", kind="program")


@pytest.mark.parametrize(
    ("statement", "status", "message"),
    [
        ("os.Exit(3)", "runtime_error", "exited with status 3"),
        ("v := []int{}\nprintln(v[n])", "runtime_error", "index out of range [1] with length 0 (line 7)"),
        ("os.Exit(0)", "passed", None),
    ],
)
async def test_how_a_program_ends(statement: str, status: str, message: str | None) -> None:
    head = 'package main\nimport ("fmt"; "os")\nfunc main() {\n    n, _ := fmt.Println(1)\n    n--\n'
    code = f"{head}{statement}\n_ = os.Args\n}}\n"
    result = (await judged(code, stdin("", "1"), signature=PROGRAM)).examples[0]
    assert (result.status, (message or "") in (result.message or "")) == (status, True), result
