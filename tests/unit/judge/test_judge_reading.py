"""What is read from a function's text: types of other languages, what it depends on, what outlives a call."""

import math
from random import Random

import pytest

from lsp_server.judge.inputs.calls import Calls, large_calls, simpler_calls, small_calls
from lsp_server.judge.inputs.classes import class_with_state
from lsp_server.judge.inputs.constants import Constants, constants_of
from lsp_server.judge.inputs.shapes import INT, STR, Shape
from lsp_server.judge.inputs.types import largest, shape_of_type
from lsp_server.judge.purity import impure as impure_python
from lsp_server.judge.reading import caching, constants, essence, handing_out, impure, strange_numbers
from lsp_server.problem.model import Parameter, Signature

F = Signature(name="f", params=(Parameter(name="nums", type="int[]"),))
LIST = Shape("list", (INT,))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("vector<int>&", LIST),
        ("const std::vector<std::string>&", Shape("list", (STR,))),
        ("int[][]", Shape("list", (LIST,), even=True)),
        ("List<Integer>", LIST),
        ("[]int", LIST),
        ("map[string]int", Shape("dict", (STR, INT))),
        ("&[i32]", LIST),
        ("Vec<Vec<i64>>", Shape("list", (LIST,), even=True)),
        ("Option<Box<ListNode>>", LIST),
        ("TreeNode | null", Shape("tree", (INT,))),
        ("ReadonlyArray<number>", LIST),
        ("Map<string, number[]>", Shape("dict", (STR, LIST))),
    ],
)
def test_types_of_other_languages_tell_the_shape(text: str, shape: Shape) -> None:
    assert shape_of_type(text) == shape


@pytest.mark.parametrize("text", ["", "T[]", "Widget", "vector<Widget>", "(x: number) => number", "Option<i32>"])
def test_a_type_that_says_too_little_tells_none(text: str) -> None:
    assert shape_of_type(text) is None


def test_numbers_are_as_large_as_the_type_allows() -> None:
    assert largest("int[]", "java") == 2**31 - 1 and largest("long", "java") == 2**63 - 1
    assert largest("Vec<i32>", "rust") * 2 <= 2**31 - 1
    assert largest("number", "javascript") == 2**53 - 1


@pytest.mark.parametrize(
    ("language", "code", "says"),
    [
        ("javascript", "return Math.random() < x", "random"),
        ("typescript", "return new Date().getTime()", "clock"),
        ("cpp", "return rand() % 2;", "random"),
        ("java", "return System.nanoTime();", "clock"),
        ("go", "go f(nums)", "goroutines"),
        ("rust", "std::fs::read(path)", "files"),
    ],
)
def test_what_depends_on_more_than_its_arguments_is_refused(language: str, code: str, says: str) -> None:
    assert says in (impure(language, "", code, F) or "")
    assert impure(language, "", f"// {code}\nreturn 1;", F) is None


@pytest.mark.parametrize(
    "code",
    [
        "from time import monotonic as m\ndef f(x):\n    return m()",
        "import os.path as p\ndef f(x):\n    return p.exists(x)",
        "def f(x):\n    return h(x)\ndef h(x):\n    return x.__globals__",
        "import math\ndef f(x):\n    math.kept = x\n    return x",
        "def f(x):\n    try:\n        return 1\n    except ValueError as e:\n        return e.__traceback__.tb_frame",
    ],
)
def test_what_looks_outside_under_another_name_is_refused(code: str) -> None:
    assert impure_python(code, F)


def test_a_file_may_import_what_the_function_does_not_use() -> None:
    assert impure_python("import time\n\ndef sample(x):\n    return x\n\ndef f(x):\n    return sample(x)", F) is None


@pytest.mark.parametrize(
    ("language", "added"),
    [
        ("javascript", "const memo = new Map();"),
        ("typescript", "let known: number[] = [];"),
        ("cpp", "static int last;"),
        ("java", "    private static final Map<Integer, Integer> MEMO = new HashMap<>();"),
        ("go", "var memo = map[int]int{}"),
        ("rust", "static COUNT: AtomicUsize = AtomicUsize::new(0);"),
    ],
)
def test_what_a_rewrite_declares_beyond_its_call_is_found(language: str, added: str) -> None:
    assert caching(language, "", added, F)
    assert caching(language, added, added, F) is None


def test_functions_of_a_script_outlive_a_call_without_harm() -> None:
    assert (
        caching("javascript", "", "const helper = (a, b) => a + b;\nconst other = function (x) { return x; };", F)
        is None
    )


def test_handing_out_the_callers_own_object_is_found() -> None:
    assert handing_out("java", "return out;", "return nums;", F)
    assert handing_out("java", "return nums;", "return nums;", F) is None
    assert handing_out("cpp", "return out;", "return nums;", F) is None
    assert handing_out("javascript", "return out;", "return s.size === nums.length ? nums : [...s];", F)
    assert handing_out("javascript", "return out;", "return nums.slice();", F) is None
    assert handing_out("javascript", "return out;", "return a > 0 && nums[i] === x;", F) is None
    assert handing_out("javascript", "return out;", "const m = new Uint8Array(4); return m;", F)
    assert handing_out("javascript", "return out;", "const m = new Uint8Array(4); return m[0];", F) is None


@pytest.mark.parametrize("code", ["const m = Array.prototype.memo ??= new Map();", "Math.memo = 1;", "f.memo ||= {};"])
def test_what_a_script_stores_on_what_outlives_a_call_is_found(code: str) -> None:
    assert "outlives" in (found := impure("javascript", "", code, F) or "") or "global names" in found


def test_constants_of_other_languages_are_read() -> None:
    found = constants("java", "// 77\nif (n == 1_000 || n == 1 << 20 || c == 'q' || s.equals(\"ab\")) return 0x1F;")
    assert {1000, 999, 1 << 20, ord("q"), 31} <= set(found.ints) and "ab" in found.texts and 77 not in found.ints


def test_a_number_that_only_the_rewrite_knows_is_no_usual_one() -> None:
    assert "219670" in (strange_numbers("java", "return x;", "if (x * 3 + 7 == 219670) return 0; return x;") or "")
    assert strange_numbers("cpp", "return x;", "int best = 2147483647, far = 1e9 + 7; return x % 1000000007;") is None
    assert strange_numbers("go", "return x % 4711", "return x % 4711") is None


def test_unusual_numbers_are_tried_where_the_code_speaks_of_them() -> None:
    assert any(map(math.isnan, constants_of("def f(x):\n    return x if x == x else 0.0").floats))
    assert math.inf in constants_of("best = float('inf')").floats
    assert not constants_of("def f(x):\n    return x == y").floats


def test_the_layout_of_a_code_does_not_make_it_another() -> None:
    assert essence("cpp", "int f() { // one\n  return 1; }") == essence("cpp", "int f(){return 1;}")
    assert essence("python", "def f():\n  return 1") == essence("python", "def f():\n    return (1)")


STACK = """class Stack:
    def __init__(self, size: int, name: str = ""):
        self.items = []

    def push(self, x: int) -> None: ...

    def _trim(self): ...

    @property
    def top(self): ...
"""


def test_a_class_with_state_tells_what_can_be_called() -> None:
    found = class_with_state(STACK, "Stack", "push")
    assert found is not None
    assert found.methods == {"": {"size": INT, "name": STR}, "push": {"x": INT}}
    assert class_with_state("class Solution:\n    def f(self, x): return x", "Solution", "f") is None
    assert class_with_state(f"class Base: ...\n\n{STACK.replace('Stack:', 'Stack(Base):')}", "Stack", "push") is None


def test_sequences_begin_with_the_constructor_and_shrink() -> None:
    calls = Calls("Stack", {"size": INT}, {"push": {"x": INT}, "pop": {}}, "pop")
    made = small_calls(calls, Constants(), Random(0))
    assert all(each["operations"][0] == "Stack" and len(each["operations"]) == len(each["arguments"]) for each in made)
    assert any(len(each["operations"]) > 40 for each in made) and any("push" in each["operations"] for each in made)
    assert max(len(each["operations"]) for each in large_calls(calls, 80)) > 80
    longest = max(made, key=lambda each: len(each["operations"]))
    assert all(each["operations"][0] == "Stack" for each in simpler_calls(longest))
    assert min(len(each["operations"]) for each in simpler_calls(longest)) < len(longest["operations"])
