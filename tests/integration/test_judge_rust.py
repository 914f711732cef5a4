"""Rust candidates, compiled and judged for real: problems that differ in kind, and what goes wrong in Rust only."""

from functools import partial

import pytest

from lsp_server.problem.model import Signature
from tests.judging import call, compiled, function, judged_in, not_ended_so, stdin

pytestmark = compiled("rust")
judged = partial(judged_in, "rust")
F = function("f", "n")


async def test_a_compile_error_names_the_line_of_the_file() -> None:
    verdict = await judged("// A comment\n\nfn f(n: i32) -> i32 {\n    m\n}\n", call(1, n=1), signature=F)
    assert verdict.status == "error"
    assert (verdict.message or "").startswith("CompileError: cannot find value `m` in this scope")
    assert (verdict.message or "").endswith("(line 4)")


async def test_a_missing_function_is_undefined() -> None:
    verdict = await judged("fn g(n: i32) -> i32 { n }", call(1, n=1), signature=F)
    assert verdict.examples[0].message == "The code does not define `f`."


WHOLE = "FUNCTIONSfn f(n: i32, k: i32) -> i32 { match k { CASES _ => 0 } }"
FUNCTION = "fn SELF(n: i32) -> i32 {\n    BODY\n}\n"
CASE = "K => SELF(n),"
ENDINGS = [
    (
        "vec![1, 2][n as usize]",
        "runtime_error",
        "panic: index out of bounds: the len is 2 but the index is 7 (LINE)",
    ),
    ("1 / (n - 7)", "runtime_error", "panic: attempt to divide by zero (LINE)"),
    ("i32::MAX + n", "runtime_error", "panic: attempt to add with overflow (LINE)"),
    ("None.unwrap()", "runtime_error", "`None` value (LINE)"),
    ('panic!("no {}", n)', "runtime_error", "panic: no 7 (LINE)"),
    ("let x = [n; 64]; SELF(n + 1) + x[(n % 64) as usize]", "runtime_error", "stack overflow"),
    ("std::process::exit(0)", "runtime_error", "exited with status 0"),
    ("let v = vec![7u8; 1 << 30]; v[n as usize] as i32", "memory_limit", "more than 256 MB"),
    ("let mut k = n; while k != 0 { k = std::hint::black_box(n); } k", "time_limit", "longer than"),
    ('loop { println!("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"); }', "output_limit", "64 KB"),
]


async def test_how_a_call_ends_is_told_apart() -> None:
    assert await not_ended_so("rust", WHOLE, FUNCTION, CASE, ENDINGS) == []


async def test_a_value_of_another_type_is_no_silent_zero() -> None:
    code = "fn f(n: i8) -> i8 { n }"
    verdict = await judged(code, call(0, n="a"), call(0, n=[1]), call(0, n=2**40), signature=F)
    told = [result.message or "" for result in verdict.examples]
    assert "a string where the code takes an int" in told[0]
    assert "1099511627776, which i8 cannot hold" in told[2]


async def test_values_come_back_as_they_are() -> None:
    code = """
    use std::collections::*;
    fn f<'a>(s: &'a str, d: f64, m: HashMap<String, Vec<i32>>, v: &[i64]) ->
        (&'a str, f64, Vec<Option<char>>, (BTreeMap<i32, HashSet<i64>>, u64, [i32; 2])) {
        let sets = BTreeMap::from([(1, v.iter().copied().collect())]);
        (s, d, vec![None, Some('\u4e2d')], (sets, u64::MAX, [m["a"][0], 2]))
    }
    """
    text = '\x00\t\u00e4\U0001f600\\n" '
    expected = [text, float("inf"), [None, "\u4e2d"], [{1: {2, 3}}, 2**64 - 1, [1, 2]]]
    example = call(expected, s=text, d=float("inf"), m={"a": [1, 2]}, v=[2, 3])
    verdict = await judged(code, example, signature=function("f", "s", "d", "m", "v"))
    assert verdict.status == "passed", verdict


async def test_structs_of_the_candidates_own_may_have_the_names_of_helpers() -> None:
    code = """
    struct Node { val: i32, random: i32, next: Option<Box<Node>> }
    struct ListNode { key: i32 }
    fn f(n: i32) -> i32 {
        let (a, b) = (Node { val: n, random: 0, next: None }, ListNode { key: 1 });
        a.val + a.random + b.key + a.next.is_some() as i32
    }
    """
    assert (await judged(code, call(3, n=2), signature=F)).status == "passed"


async def test_what_a_solution_prints_does_not_disturb_its_result() -> None:
    code = 'fn f(n: i32) -> i32 { print!("x"); eprintln!("y"); n }'
    assert (await judged(code, call(2, n=2), signature=F)).status == "passed"


PROGRAM = Signature(name="", kind="program")


@pytest.mark.parametrize(
    ("statement", "status", "message"),
    [
        ("std::process::exit(3);", "runtime_error", "exited with status 3"),
        ('let v: Vec<i32> = vec![]; println!("{}", v[v.len()]);', "runtime_error", "but the index is 0 (line 3)"),
        ("std::process::exit(0);", "passed", None),
    ],
)
async def test_how_a_program_ends(statement: str, status: str, message: str | None) -> None:
    code = f'fn main() {{\n    println!("1");\n{statement}\n}}\n'
    result = (await judged(code, stdin("", "1"), signature=PROGRAM)).examples[0]
    assert (result.status, (message or "") in (result.message or "")) == (status, True), result
