"""Java candidates, compiled and judged for real: problems that differ in kind, and what goes wrong in Java only."""

from functools import partial

import pytest

from lsp_server.problem.model import Example, Signature
from tests.judging import call, compiled, judged_in, method, not_ended_so, stdin

pytestmark = compiled("java")
judged = partial(judged_in, "java")
F = method("f", "n")


def solution(body: str, head: str = "int f(int n)") -> str:
    return f"class Solution {{\n    {head} {{\n        {body}\n    }}\n}}\n"


async def test_a_compile_error_names_the_symbol_and_the_line_of_the_file() -> None:
    verdict = await judged(solution("return m;"), call(1, n=1), signature=F)
    assert verdict.status == "error"
    assert verdict.message == "CompileError: cannot find symbol: variable m (line 3)"


async def test_a_missing_method_is_undefined() -> None:
    comment = "// int f(int n)\n"
    verdict = await judged(comment + solution("return n;", "int g(int n)"), call(1, n=1), signature=F)
    assert verdict.examples[0].message == "The code does not define `f`."


WHOLE = "class Solution {\nFUNCTIONSint f(int n, int k) { switch (k) { CASES } return 0; }\n}"
FUNCTION = "int SELF(int n) {\n    BODY\n}\n"
CASE = "case K: return SELF(n);"
ENDINGS = [
    ("return new int[2][1].length / (n - 7);", "runtime_error", "ArithmeticException: / by zero (LINE)"),
    ("int[] v = new int[2]; return v[n];", "runtime_error", "Index 7 out of bounds for length 2 (LINE)"),
    ("String s = null; return s.length();", "runtime_error", "NullPointerException"),
    ("return SELF(n + 1) + 1;", "runtime_error", "StackOverflowError"),
    ("throw new IllegalStateException();", "runtime_error", "IllegalStateException (LINE)"),
    ("System.exit(0); return 1;", "runtime_error", "exited with status 0"),
    (
        "List<int[]> l = new ArrayList<>(); while (true) l.add(new int[1 << 20]);",
        "memory_limit",
        "more than 256 MB",
    ),
    ("while (n == 7) { } return 1;", "time_limit", "longer than"),
    ('while (true) System.out.println("aaaaaaaaaaaaaaaaaaaaaaaaaaaa");', "output_limit", "64 KB"),
]


async def test_how_a_call_ends_is_told_apart() -> None:
    assert await not_ended_so("java", WHOLE, FUNCTION, CASE, ENDINGS) == []


async def test_a_value_of_another_type_is_no_silent_zero() -> None:
    verdict = await judged(solution("return n;"), call(0, n="a"), call(0, n=2**40), signature=F)
    told = [result.message or "" for result in verdict.examples]
    assert "a string where the code takes an int" in told[0]
    assert "1099511627776, which an int cannot hold" in told[1]


async def test_values_come_back_as_they_are() -> None:
    code = """
    class Solution {
        Object[] f(String s, double d, Set<Long> l, Map<String, int[]> m) {
            BigInteger large = new BigInteger("18446744073709551615");
            return new Object[] {s, d, null, 'x', Map.of(1, l), large, m.get("a")};
        }
    }
    """
    text = '\x00\t\u00e4\U0001f600\\n" '
    expected = [text, float("inf"), None, "x", {1: {2, 3}}, 2**64 - 1, [1, 2]]
    example = call(expected, s=text, d=float("inf"), l=[2, 3], m={"a": [1, 2]})
    verdict = await judged(code, example, signature=method("f", "s", "d", "l", "m"))
    assert verdict.status == "passed", verdict


async def test_an_object_of_the_candidates_own_equals_nothing() -> None:
    verdict = await judged(solution("return this;", "Object f(int n)"), call(None, n=1), signature=F)
    assert verdict.examples[0].status == "wrong_answer"


async def test_an_overloaded_method_and_constructor_are_found_by_their_arguments() -> None:
    code = """
    public class D {
        int k;
        D() {}
        D(int[] v) { k = v[0]; }
        D(String s) { k = s.length(); }
        int f(int a) { return a; }
        String f(String a) { return a; }
        int f(int a, int b) { return a + b + k; }
    }
    """
    script = {"operations": ["D", "f", "f", "f"], "arguments": [["four"], [1], [1, 2], ["s"]]}
    example = Example(raw="", form="operations", inputs=script, expected=[None, 1, 7, "s"])
    verdict = await judged(code, example, signature=Signature(name="D", kind="class"))
    assert verdict.status == "passed", verdict


async def test_the_pair_of_the_site_is_there() -> None:
    code = "import javafx.util.Pair;\n" + solution('Pair<Integer, String> p = new Pair<>(n, ""); return p.getKey();')
    assert (await judged(code, call(2, n=2), signature=F)).status == "passed"


async def test_what_a_solution_prints_does_not_disturb_its_result() -> None:
    assert (await judged(solution('System.out.print("x"); return n;'), call(2, n=2), signature=F)).status == "passed"


PROGRAM = Signature(name="", kind="program")


@pytest.mark.parametrize(
    ("statement", "status", "message"),
    [
        ("System.exit(3);", "runtime_error", "exited with status 3"),
        ("int[] v = {}; System.out.println(v[1]);", "runtime_error", "Index 1 out of bounds for length 0 (line 4)"),
        ("System.exit(0);", "passed", None),
    ],
)
async def test_how_a_program_ends(statement: str, status: str, message: str | None) -> None:
    code = f"public class A {{\n  public static void main(String[] a) {{\n    System.out.println(1);\n{statement} }} }}"
    result = (await judged(code, stdin("", "1"), signature=PROGRAM)).examples[0]
    assert (result.status, (message or "") in (result.message or "")) == (status, True), result


async def test_a_program_has_only_the_imports_that_it_names() -> None:
    code = "public class A { public static void main(String[] a) { List<String> l; } }"
    verdict = await judged(code, stdin("", ""), signature=PROGRAM)
    assert verdict.message == "CompileError: cannot find symbol: class List (line 1)"
