"""C candidates, compiled and judged for real: problems that differ in kind, and what goes wrong in C only."""

from functools import partial

import pytest

from lsp_server.problem.model import Signature
from tests.judging import call, compiled, function, judged_in, not_ended_so, stdin

pytestmark = compiled("c")
judged = partial(judged_in, "c")
F = function("f", "n")


async def test_a_compile_error_names_the_line_of_the_file() -> None:
    verdict = await judged("// A comment\n\nint f(int n) {\n    return m;\n}\n", call(1, n=1), signature=F)
    assert verdict.status == "error"
    assert verdict.message == "CompileError: ‘m’ undeclared (first use in this function) (line 4)"


async def test_a_missing_function_is_undefined() -> None:
    verdict = await judged("int f(int n);\nint g(int n) { return f(n); }", call(1, n=1), signature=F)
    assert verdict.examples[0].message == "The code does not define `f`."


WHOLE = "FUNCTIONSint f(int n, int k) { switch (k) { CASES } return 0; }"
FUNCTION = "int SELF(int n) {\n    BODY\n}\n"
CASE = "case K: return SELF(n);"
ENDINGS = [
    ("return *(volatile int*)8;", "runtime_error", "SIGSEGV"),
    ("return n / (n - 7);", "runtime_error", "undefined behaviour: division by zero (LINE)"),
    ("return 0x7fffffff + n;", "runtime_error", "signed integer overflow: 7 + 2147483647 cannot be represented"),
    ("int a[4] = {0}; return a[n];", "runtime_error", "index 7 out of bounds for type 'int [4]' (LINE)"),
    ("assert(n == 1); return 1;", "runtime_error", "Assertion `n == 1' failed"),
    ("char* volatile p = malloc(8); free(p); free(p); return 1;", "runtime_error", "double free"),
    ('char s[4]; strcpy(s, n == 7 ? "too long for it" : ""); return s[0];', "runtime_error", "buffer overflow"),
    ("return SELF(n + 1) + SELF(n + 2);", "runtime_error", "SIGSEGV"),
    ("exit(0);", "runtime_error", "exited with status 0"),
    ("volatile int k = n; while (k) k = n; return k;", "time_limit", "longer than"),
    ('while (n) puts("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"); return 1;', "output_limit", "64 KB"),
]


async def test_how_a_call_ends_is_told_apart() -> None:
    assert await not_ended_so("c", WHOLE, FUNCTION, CASE, ENDINGS) == []


async def test_a_value_of_another_type_is_no_silent_zero() -> None:
    verdict = await judged(
        "short f(short n) { return n; }", call(0, n="a"), call(0, n=[1]), call(0, n=2**20), signature=F
    )
    told = [result.message or "" for result in verdict.examples]
    assert "a string where the code takes an int" in told[0]
    assert "1048576, which the code's integer type cannot hold" in told[2]


@pytest.mark.parametrize(
    ("code", "inputs", "expected"),
    [
        ("char* f(const char* s) { return (char*)s; }", {"s": '\t\u00e4\U0001f600\\n" '}, '\t\u00e4\U0001f600\\n" '),
        ("double f(float x, double y) { return x * y; }", {"x": 0.5, "y": float("inf")}, float("inf")),
        ("unsigned long long f(uint64_t x) { return x; }", {"x": 2**64 - 1}, 2**64 - 1),
        ("int f(int v[], int n) { return v[n - 1]; }", {"v": [1, 2, 3]}, 3),
        ("int f(const int *v, int n, int k) { return v[n - 1] + k; }", {"v": [1, 2, 3], "k": 4}, 7),
        ("long* f(long* v, int vSize, int* returnSize) { *returnSize = vSize; return v; }", {"v": [1, -2]}, [1, -2]),
        ("char* f(char** w, int wSize) { return w[wSize - 1]; }", {"w": ["a", "b c"]}, "b c"),
        ("bool f(bool* b, size_t bLen) { return b[bLen - 1]; }", {"b": [False, True]}, True),
    ],
)
async def test_parameters_mean_what_they_mean_on_the_site(
    code: str, inputs: dict[str, object], expected: object
) -> None:
    verdict = await judged(code, call(expected, **inputs), signature=function("f", *inputs))
    assert verdict.status == "passed", verdict


async def test_structs_of_the_candidates_own_may_have_the_names_of_helpers() -> None:
    names = ("Node", "ListNode", "TreeNode")
    structs = "".join(f"struct {name} {{ int key; struct {name} *up; }};\n" for name in names)
    sums = " + ".join(f"(struct {name}){{n, 0}}.key" for name in names)
    verdict = await judged(f"{structs}int f(int n) {{ return {sums}; }}", call(6, n=2), signature=F)
    assert verdict.status == "passed", verdict


async def test_a_list_that_is_given_back_is_no_copy_of_it() -> None:
    code = "// struct Node { int val; struct Node *next; struct Node *random; };\n"
    code += "struct Node* copyRandomList(struct Node* head) { return head; }"
    verdict = await judged(code, call([[7, None]], head=[[7, None]]), signature=function("copyRandomList", "head"))
    assert verdict.examples[0].message == "NotACopy: the result holds a node of the argument, it is no copy"


async def test_what_a_solution_prints_does_not_disturb_its_result() -> None:
    assert (await judged('int f(int n) { puts("x"); return n; }', call(2, n=2), signature=F)).status == "passed"


PROGRAM = Signature(name="", kind="program")


@pytest.mark.parametrize(
    ("statement", "status", "message"),
    [("return 3;", "runtime_error", "exited with status 3"), ("exit(0);", "passed", None)],
)
async def test_how_a_program_ends(statement: str, status: str, message: str | None) -> None:
    code = f'#include <stdio.h>\n#include <stdlib.h>\nint main(void) {{ puts("1"); {statement} }}'
    result = (await judged(code, stdin("", "1"), signature=PROGRAM)).examples[0]
    assert (result.status, (message or "") in (result.message or "")) == (status, True)
