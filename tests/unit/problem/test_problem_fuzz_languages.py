"""Files in every language put together at random: no exception but our own, positions and edits that hold together."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lsp_server.errors import AnswerError
from lsp_server.problem.beside.sidefiles import beside
from lsp_server.problem.contradictions import contradictions
from lsp_server.problem.languages import LANGUAGES
from lsp_server.problem.literals import readable, written
from lsp_server.problem.locate import find_problems, relocate
from lsp_server.problem.markup import without_html, without_latex
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.starter import starter_code
from lsp_server.problem.statement import parse_statement
from lsp_server.problem.syntax import Document
from lsp_server.problem.values import parse_value
from lsp_server.problem.wording import has_several_answers, order_of, tolerance_of

TOLD = [
    "Return the sum.", "Example 1:", "Input: nums = [1,2], k = 3", "Output: 3", "Input", "Output", "3 4", "f(2) == 4",
    "f({1, 2}) // => 3", "assert_eq!(f(vec![1]), 2);", "expect(f([1])).toBe(2)", "| a | Output |", "|---|---|",
    "| 1 | 2 |", "$1 \\le n$", "<sup>5</sup> &lt;", "@param {number[]} nums", "@return {void}", "输入:n = 1", "输出:2",
    "@lc app=leetcode id=1 lang=cpp", "in any order", "Constraints:", "1 <= n", "", "", "😀", '["A","b"]', "[[],[1]]",
]  # fmt: skip
CODE = {
    "cpp": ["class Solution {", "public:", "int f(vector<int>& n) {", "}", "};", "#include <map>", "int main() {",
            "template <class T>", "struct P { int a; };", "int g(int x) { return x; }", "namespace n {", "#define X 1"],
    "c": ["typedef struct {", "} Box;", "int boxGet(Box* b) {", "}", "int main(void) {", "#include <stdio.h>",
          "int f("],
    "java": ["class Solution {", "public int f(int[] n) {", "}", "import java.util.*;", "interface I {", "package a;",
             "public static void main(String[] args) {", "@Override", "int x = 1;"],
    "javascript": ["var f = function(n) {", "};", "class A {", "g(n) {", "}", "f.prototype.h = function(k) {",
                   "const a = (x) => x;", "export default function f(n) {", "console.log(1);", "`", "`"],
    "typescript": ["function f(n: number): number {", "};", "class A {", "g(n: string): void {", "}", "type T = {",
                   "interface I {", "export const h = (x: number) => {", "declare function q(): void;"],
    "go": ["package main", "func f(n []int) int {", "}", "type A struct {", "func (a *A) G(k int) {", 'import "fmt"',
           "func Constructor() A {", "func main() {"],
    "rust": ["impl Solution {", "pub fn f(n: Vec<i32>) -> i32 {", "}", "struct A {", "impl A {", "#[derive(Debug)]",
             "use std::io;", "fn main() {", "trait T {", "mod m {"],
}  # fmt: skip
ANSWERS = {
    "cpp": "int {name}(int n) {{ return n; }}",
    "c": "int {name}(int n) {{ return n; }}",
    "java": "class Solution {{ int {name}(int n) {{ return n; }} }}",
    "javascript": "function {name}(n) {{ return n; }}",
    "typescript": "function {name}(n: number) {{ return n; }}",
    "go": "package main\nfunc {name}(n int) int {{ return n }}",
    "rust": "fn {name}(n: i32) -> i32 {{ n }}",
}
assert set(CODE) == set(ANSWERS) == set(LANGUAGES) - {"python"}

told = st.lists(st.sampled_from(TOLD) | st.text(max_size=10), max_size=10)
lined = told.map(lambda lines: [f"// {line}" for line in lines])
starred = told.map(lambda lines: ["/*", *(f" * {line.replace('*/', '')}" for line in lines), " */"])
plain = told.map(lambda lines: ["/**", *(line.replace("*/", "") for line in lines), "*/"])
line_ends = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def files(draw: st.DrawFn) -> Document:
    language = draw(st.sampled_from(sorted(CODE)))
    code = st.sampled_from(CODE[language]).map(lambda line: [line])
    blocks = draw(st.lists(code | code | lined | starred | plain, max_size=12))
    lines = [draw(st.sampled_from(["", "", "    ", "\t"])) + line for block in blocks for line in block]
    return Document(draw(line_ends).join(lines), language)


@given(files())
@settings(max_examples=200)
def test_any_file_is_read_and_its_positions_hold_together(document: Document) -> None:
    for problem in find_problems(document):
        problem.model_dump(mode="json")
        contradictions(problem)
        assert relocate(document, problem) is not None
        regions = [problem.region, problem.statement_region, problem.target.region]
        regions += [example.region for example in problem.examples if example.region]
        for region in regions:
            assert region.start.offset <= region.end.offset <= len(document.text)
            assert document.point(region.start.offset) == region.start
        assert problem.region.start.offset <= problem.statement_region.start.offset
        assert problem.statement_region.end.offset <= problem.region.end.offset
        assert starter_code(problem.signature, problem.language)


@given(files())
@settings(max_examples=200)
def test_any_problem_takes_an_answer_or_refuses_it(document: Document) -> None:
    for problem in find_problems(document):
        try:
            replacement = place(document, problem, answer(problem))
        except AnswerError:
            continue
        text = splice(document.text, replacement)
        after = Document(text, document.language)
        assert document.tree.root_node.has_error or not after.tree.root_node.has_error or "#define" in text
        statement = problem.statement_region
        assert document.text[statement.start.offset : statement.end.offset] in text


def answer(problem: Problem) -> str:
    return ANSWERS[problem.language].format(name=problem.signature.name)


@given(told)
def test_any_lines_are_read_as_those_of_other_languages(lines: list[str]) -> None:
    whole = [line.replace("\n", "") for line in lines]
    for objects in (False, True):
        assert len(readable(whole, objects)) == len(whole)
    for line in lines:
        assert "\n" not in without_html(line) or "\n" in line
        without_latex(line)
    found = parse_statement(tuple(whole), "f")
    assert all(0 <= raw.first <= raw.last < len(lines) for raw in found.examples)
    assert isinstance(has_several_answers(lines, lines), bool)
    assert order_of(lines) and (tolerance_of(lines) or 1) > 0


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(values, st.sampled_from(sorted(LANGUAGES)))
def test_a_value_is_read_as_it_was_written(value: object, language: str) -> None:
    assert parse_value(written(value, language)) == value


@given(st.lists(st.lists(st.integers() | st.sampled_from(["a", "b c", ""]), max_size=3), max_size=3))
def test_lists_in_braces_are_lists(value: list[list[object]]) -> None:
    text = written(value, "java").replace("[", "{").replace("]", "}")
    assert parse_value(readable([text])[0]) == value


def test_long_lines_do_not_take_long() -> None:
    """Each of these would take minutes with a careless pattern; the suite's time limit is the judge."""
    for piece in (
        "<sup>",
        '\\"',
        "$",
        "\\(",
        "{",
        "{1,",
        "assert_eq!(f(",
        "expect(f(",
        "List.of(",
        "&lt",
        "<p a=",
        "10-",
    ):
        line = piece * 20_000
        assert without_html(line) and without_latex(line) and readable([line])
        assert order_of([line]) == "exact" and not has_several_answers([line], [line]) and not tolerance_of([line])


def test_nothing_stands_beside_a_file_that_does_not_exist(tmp_path: Path) -> None:
    assert beside(tmp_path / "nothing" / "a.cpp") is None
