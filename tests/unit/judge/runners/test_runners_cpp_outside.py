"""Methods of a class that the file does not show; and where a name stands in a file with scopes."""

import pytest

from lsp_server.judge.runners.cpp_outside import declared
from lsp_server.judge.runners.syntax_like_c import scope_of
from tests.judging import function, problem

HELPER = (
    "// int Solution::no();\nint twice(int n) { return 2 * n; }\nint Solution::helper(int n) { return twice(n); }\n"
)
SOLVE = "vector<int> Solution::solve(const vector<int> &A,\n    int n) {\n    return {helper(n)};\n}\n"
SHOWN = "class Solution { public: int helper(int n); vector<int> solve(const vector<int> &A, int n); }; "


def test_the_class_is_declared_before_its_first_method() -> None:
    asked, source = declared(problem(signature=function("Solution::solve")), HELPER + SOLVE)
    assert (asked.signature.name, asked.signature.owner, asked.signature.kind) == ("solve", "Solution", "method")
    assert source == (HELPER + SOLVE).replace("int Solution::helper", f"{SHOWN}int Solution::helper")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Solution::solve", f"class Solution {{ int solve(int n); }};\n{SOLVE}"),
        ("Solution::solve", f"namespace Solution {{ int solve(int n); }}\n{SOLVE}"),
        ("solve", SOLVE),
        ("Other::solve", SOLVE),
    ],
)
def test_what_is_there_is_left_alone(name: str, source: str) -> None:
    asked = problem(signature=function(name))
    assert declared(asked, source) == (asked, source)


@pytest.mark.parametrize(
    ("code", "scope"),
    [
        ("class Solution { };", ""),
        ("namespace lc { class Solution { }; }", "lc::"),
        ("namespace a::b { struct T { int x; }; namespace c { class Solution : public T { }; } }", "a::b::c::"),
        ("namespace { class Solution { }; }", ""),
        ("namespace a { void f() { auto s = \"}{\"; char c = '{'; } } class Solution { };", ""),
        ("class Outer { public: class Solution { }; };", "Outer::"),
        ("namespace a { class Solution; } int main() { }", ""),
    ],
)
def test_the_scopes_around_a_class(code: str, scope: str) -> None:
    assert scope_of(code, "Solution") == scope
