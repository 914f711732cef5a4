"""C++ candidates, compiled and judged for real: problems that differ in kind, and what goes wrong in C++'s own ways."""

from functools import partial

import pytest

from lsp_server.problem.model import Example, Signature
from tests.judging import call, compiled, function, judged_in, method, not_ended_so, stdin

pytestmark = compiled("cpp")
judged = partial(judged_in, "cpp")
F = function("f", "n")


async def test_a_compile_error_names_the_line_of_the_file() -> None:
    code = "// A comment\n\nint f(int n) {\n    return m;\n}\n"
    verdict = await judged(code, call(1, n=1), signature=F)
    assert (verdict.status, verdict.passed) == ("error", 0)
    assert "‘m’ was not declared in this scope" in (verdict.message or "")
    assert "(line 4)" in (verdict.message or "")


async def test_a_missing_function_is_undefined_and_nothing_is_compiled() -> None:
    verdict = await judged("int g(int n) { return n; }", call(1, n=1), signature=F)
    assert verdict.examples[0].message == "The code does not define `f`."


async def test_a_private_method_cannot_be_called() -> None:
    verdict = await judged("class Solution { int f(int n) { return n; } };", call(1, n=1), signature=method("f", "n"))
    assert (verdict.status, verdict.examples[0].status) == ("failed", "runtime_error")


WHOLE = (
    "#include <bits/stdc++.h>\nusing namespace std;\nFUNCTIONSint f(int n, int k) { switch (k) { CASES } return 0; }"
)
FUNCTION = "int SELF(int n) {\n    BODY\n}\n"
CASE = "case K: return SELF(n);"
ENDINGS = [
    ("vector<int> v(2); return v[n];", "runtime_error", "`__n < this->size()` does not hold"),
    ("return vector<int>(2).at(n);", "runtime_error", "std::out_of_range: vector::_M_range_check"),
    ('throw runtime_error("no\\n");', "runtime_error", "std::runtime_error: no"),
    ("throw 3;", "runtime_error", "no std::exception"),
    ("return *(volatile int*)8;", "runtime_error", "SIGSEGV"),
    ("return n / (n - 7);", "runtime_error", "SIGFPE"),
    ("abort();", "runtime_error", "SIGABRT"),
    ("exit(0);", "runtime_error", "exited with status 0"),
    ("vector<int> v(1 << 30, 7); return v[n];", "memory_limit", "more than 256 MB"),
    ("while (n) cout << n << endl; return 1;", "output_limit", "64 KB"),
    ("volatile int k = 1; while (k) k = 1; return 1;", "time_limit", "longer than"),
    ("return SELF(n + 1) + 1;", "runtime_error", "SIGSEGV"),
]


async def test_how_a_call_ends_is_told_apart() -> None:
    assert await not_ended_so("cpp", WHOLE, FUNCTION, CASE, ENDINGS) == []


async def test_a_crash_does_not_take_the_other_examples_with_it() -> None:
    code = "int f(int n) { return 6 / n; }"
    verdict = await judged(code, call(6, n=1), call(1, n=0), call(3, n=2), signature=F)
    assert [result.status for result in verdict.examples] == ["passed", "runtime_error", "passed"]


async def test_a_value_of_another_type_is_no_silent_zero() -> None:
    verdict = await judged("int f(int n) { return n; }", call(0, n="a"), call(0, n=2**40), signature=F)
    told = [result.message or "" for result in verdict.examples]
    assert "a string where the code takes an int" in told[0]
    assert "1099511627776, which the code's integer type cannot hold" in told[1]


async def test_values_come_back_as_they_are() -> None:
    code = """
    struct Pair { int a; };
    tuple<string, double, vector<optional<char>>, map<int, set<long>>, unsigned long long> f(string s, double d) {
        return {s, d, {nullopt, 'x'}, {{1, {2, 3}}}, ~0ULL};
    }
    """
    text = "\x00\t\u00e4\U0001f600\\n"
    expected = [text, float("inf"), [None, "x"], {1: {2, 3}}, 2**64 - 1]
    verdict = await judged(code, call(expected, s=text, d=float("inf")), signature=function("f", "s", "d"))
    assert verdict.status == "passed", verdict


async def test_an_object_of_the_candidates_own_equals_nothing() -> None:
    verdict = await judged("struct P {};\nP f(int n) { return {}; }", call(None, n=1), call("P", n=1), signature=F)
    assert [result.status for result in verdict.examples] == ["wrong_answer", "wrong_answer"]


async def test_a_function_may_have_the_name_of_one_of_cs_library() -> None:
    code = "int strlen(string s) { return s.size(); }"
    signature = function("strlen", "s: string", returns="int")
    assert (await judged(code, call(2, s="ab"), signature=signature)).status == "passed"


async def test_what_a_solution_prints_does_not_disturb_its_result() -> None:
    code = 'int f(int n) { printf("4 {\\"value\\":1}\\n"); puts("x"); cout << "y"; return n; }'
    assert (await judged(code, call(2, n=2), signature=F)).status == "passed"


async def test_each_example_gets_a_new_object() -> None:
    code = "class Solution { int k = 0; public: int f(int n) { return k += n; } };"
    assert (await judged(code, call(1, n=1), call(2, n=2), signature=method("f", "n"))).status == "passed"


async def test_an_overloaded_method_is_found_by_its_number_of_arguments() -> None:
    code = """
    class D {
    public:
        D(string s, vector<int> v) {}
        int f(int a) { return a; }
        int f(int a, int b) { return a + b; }
    };
    """
    script = {"operations": ["D", "f", "f"], "arguments": [["s", [1]], [1], [1, 2]]}
    example = Example(raw="", form="operations", inputs=script, expected=[None, 1, 3])
    verdict = await judged(code, example, signature=Signature(name="D", kind="class"))
    assert verdict.status == "passed", verdict


PROGRAM = Signature(name="", kind="program")


@pytest.mark.parametrize(
    ("statement", "status", "message"),
    [
        ("return 3;", "runtime_error", "exited with status 3"),
        ('throw std::out_of_range("far");', "runtime_error", "std::out_of_range: far"),
        ("exit(0);", "passed", None),
    ],
)
async def test_how_a_program_ends(statement: str, status: str, message: str | None) -> None:
    code = f'#include <iostream>\nint main() {{ std::cout << "1\\n"; std::cout.flush(); {statement} }}'
    result = (await judged(code, stdin("", "1"), signature=PROGRAM)).examples[0]
    assert (result.status, (message or "") in (result.message or "")) == (status, True)


async def test_a_program_sees_only_what_it_includes() -> None:
    code = "#include <cstdio>\nint count, y1, index;\nint main() { std::vector<int> v; }"
    verdict = await judged(code, stdin("", ""), signature=PROGRAM)
    assert (verdict.status, "vector" in (verdict.message or "")) == ("error", True)


async def test_a_program_without_a_main_function_says_so() -> None:
    verdict = await judged("int mian() { return 0; }", stdin("", ""), signature=PROGRAM)
    assert verdict.message == "LinkError: `main` is used but not defined."
