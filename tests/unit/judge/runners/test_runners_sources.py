"""What runners read from source text without a parser: comments, definitions, parameters."""

import pytest

from lsp_server.judge.runners import c_source, go_types, java, rust, rust_source
from lsp_server.judge.runners.c_source import Argument, Type
from lsp_server.judge.runners.syntax_like_c import defines_type, has_field, mentions, without_comments
from tests.judging import call, function, problem


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("int a; // int b;\nint c;", "int a;  \nint c;"),
        ("a /* b\nc */ d", "a \n d"),
        ('s = "// no" // yes', 's = "// no"  '),
        ("c = '\"'; // \"", "c = '\"';  "),
        ("`raw // no`", "`raw // no`"),
        ("&'a str // x", "&'a str  "),
        ("/* never closed\nx", "\n"),
    ],
)
def test_comments_go_and_lines_stay(source: str, kept: str) -> None:
    assert without_comments(source) == kept


def test_a_type_is_defined_by_its_body() -> None:
    assert defines_type("struct ListNode {", "ListNode")
    assert defines_type("class Solution : public Base {", "Solution")
    assert not defines_type("struct ListNode; struct ListNode *f(struct ListNode *a) {", "ListNode")
    assert not defines_type("struct ListNodes {", "ListNode")


def test_a_word_is_mentioned_as_a_whole() -> None:
    assert mentions("x.twoSum(1)", "twoSum")
    assert not mentions("twoSums(1)", "twoSum")


def test_a_field_is_one_that_is_declared_or_reached() -> None:
    assert has_field(" *     Node* random;", "random")
    assert has_field("at->random = x", "random")
    assert not has_field("for (Node* child : children) use(child);", "child")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("public class Main { public class Inner {} }", "Main.java"),
        ("class Helper {} public final class Program {}", "Program.java"),
        ("class Solution { public class Inner {} }", "Solution.java"),
        ("class Other {}", "Main.java"),
    ],
)
def test_java_wants_a_public_class_in_a_file_of_its_name(code: str, name: str) -> None:
    assert java._file_name(code, "Solution") == name  # pyright: ignore[reportPrivateUsage]


def test_go_gets_the_imports_that_it_lacks() -> None:
    body = "sort.Ints(nil); heap.Init(nil); strings.Join(nil, a.fmt.B)"
    code = f'import (\n "sort"\n h "container/heap"\n)\nfunc f() {{ {body} }}'
    assert list(go_types.wanted(code)) == ["strings"]
    assert go_types.imported(code) == ["sort", "container/heap"]
    assert go_types.imported('package a; import "fmt"; import "os"') == ["fmt", "os"]


@pytest.mark.parametrize(
    ("head", "parameters", "receiver"),
    [
        ("fn f(a: i32, mut b: Vec<(i32, String)>)", [("i32", ""), ("Vec<(i32, String)>", "")], False),
        ("fn f<'a, T: Fn(i32) -> i32>(s: &'a str, v: &mut [i32])", [("String", "&"), ("Vec<i32>", "&mut ")], False),
        ("fn f(&mut self, a: HashMap<i32, i32>,)", [("HashMap<i32, i32>", "")], True),
        ("fn f(self)", [], True),
        ("fn f()", [], False),
    ],
)
def test_rust_parameters_are_read_as_what_can_be_owned(
    head: str, parameters: list[tuple[str, str]], receiver: bool
) -> None:
    found = rust_source.find(f"{head} -> i32 {{ 0 }}", "f")
    assert found is not None
    assert ([(each.owned, each.passed) for each in found.parameters], found.receiver) == (parameters, receiver)


def test_rust_names_are_found_in_rusts_spelling() -> None:
    assert rust_source.spellings("mergeKLists") == ("mergeKLists", "merge_k_lists", "merge_klists")
    assert rust_source.find("fn starts_with(&self, p: String) -> bool {", "startsWith")
    assert rust_source.find("fn other() {}", "f") is None


@pytest.mark.parametrize(
    ("head", "refused"),
    [("fn f(operations: Vec<i32>) -> bool", False), ("fn f(n: Option<Rc<RefCell<Node>>>) -> bool", True)],
)
def test_rust_refuses_nodes_of_the_site_and_none_of_the_candidates_own(head: str, refused: bool) -> None:
    code = f"struct Node {{ val: i32, random: i32, next: Option<Box<Node>> }}\n{head} {{ true }}"
    asked = problem(call(True, operations=[1, 2]), signature=function("f", "operations"), language="rust")
    assert (rust.refused(asked, code) is not None) == refused


def test_rust_methods_are_those_of_their_type() -> None:
    code = "impl A { fn new(a: i32) {} }\nimpl Default for B { fn new() {} }\nimpl<T> B { fn f(x: i64) {} }"
    assert "a: i32" in rust_source.implementation(code, "A")
    assert "x: i64" in rust_source.implementation(code, "B")
    assert "a: i32" not in rust_source.implementation(code, "B")


INT = Type("int", 0)


@pytest.mark.parametrize(
    ("parameters", "given", "found"),
    [
        ("int* nums, int numsSize, int target, int* returnSize", 2,
         [Argument(Type("int", 1), 1), Argument(INT), Argument(Type("int", 1), 0, output=True)]),
        ("char** board, int boardSize, int* boardColSize, char* word", 2,
         [Argument(Type("char", 2), 2), Argument(Type("char", 1))]),
        ("struct ListNode** lists, int listsSize", 1, [Argument(Type("ListNode", 2), 1)]),
        ("const int v[], int n", 1, [Argument(Type("int", 1), 1)]),
        ("int* v, int n", 2, [Argument(Type("int", 1)), Argument(INT)]),
        ("char* s, int sSize", 1, [Argument(Type("char", 1), 1)]),
        ("struct TreeNode* root, int* returnSize, int** returnColumnSizes", 1,
         [Argument(Type("TreeNode", 1)), Argument(Type("int", 1), 0, True), Argument(Type("int", 2), 0, True)]),
        ("void", 0, []),
    ],
)  # fmt: skip
def test_c_sizes_belong_to_the_arrays_before_them(parameters: str, given: int, found: list[Argument]) -> None:
    function = c_source.find(f"int f({parameters}) {{", "f")
    assert function is not None
    assert c_source.arguments(function.parameters, given) == found


def test_c_finds_a_definition_and_not_a_call_or_a_prototype() -> None:
    code = "int f(int a);\nint g(void) { return f(1); }\nstatic struct ListNode *f(long long b)\n{"
    found = c_source.find(code, "f")
    assert found is not None
    assert (found.returns, found.parameters[0].type) == (Type("ListNode", 1), Type("long long", 0))
    assert c_source.find("MyStack* myStackCreate() {", "MyStackCreate", ignore_case=True)
