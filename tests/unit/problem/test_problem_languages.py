"""Files of every language as people write them: what is understood, how an answer is put in, and that it stays found.

tests/data/languages/<language>/<case>.txt holds a file, an answer of a model and the file that comes out; the .json
beside it what is understood of the file.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from lsp_server.errors import AnswerError, UnsupportedLanguageError
from lsp_server.problem.languages import LANGUAGES, language_named, language_of, parser_of
from lsp_server.problem.locate import find_problem, find_problems, relocate
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

DATA = Path(__file__).parents[2] / "data" / "languages"
CASES = sorted(path.relative_to(DATA).with_suffix("").as_posix() for path in DATA.glob("*/*.txt"))


def load(case: str) -> tuple[str, str, str, str, dict[str, Any]]:
    """Language, file, answer, file with the answer, what is understood."""
    text = (DATA / f"{case}.txt").read_text(encoding="utf-8")
    before, _, rest = text.partition("===== answer\n")
    answer, _, after = rest.partition("===== result\n")
    return case.split("/")[0], before, answer, after, json.loads((DATA / f"{case}.json").read_text(encoding="utf-8"))


def understood(problem: Problem) -> dict[str, Any]:
    return {
        "signature": problem.signature.model_dump(mode="json"),
        "has_code": problem.has_code,
        "examples": [
            example.model_dump(mode="json", exclude={"region", "raw", "also"}, exclude_defaults=True)
            for example in problem.examples
        ],
        "constraints": list(problem.constraints),
        "title": problem.title,
        "target": problem.target.kind,
    }


STATED = [case for case in CASES if load(case)[4]["examples"]]
"""Finished code without examples is no problem any more: nothing is left to do."""


def in_lines(text: str, newline: str) -> str:
    return text.replace("\n", newline)


@pytest.mark.parametrize("case", CASES)
def test_the_one_problem_of_a_file_is_understood(case: str) -> None:
    language, before, _, _, expected = load(case)
    found = find_problems(Document(before, language))
    assert [understood(problem) for problem in found] == [expected]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES)
def test_an_answer_goes_where_the_file_wants_it(case: str, newline: str) -> None:
    language, before, answer, after, _ = load(case)
    document = Document(in_lines(before, newline), language)
    replacement = place(document, find_problems(document)[0], answer)
    assert splice(document.text, replacement) == in_lines(after, newline)


@pytest.mark.parametrize("case", STATED)
def test_the_solved_file_holds_the_same_problem_with_code(case: str) -> None:
    language, before, _, after, _ = load(case)
    problem = find_problems(Document(before, language))[0]
    solved = Document(after, language)
    assert not solved.tree.root_node.has_error
    found = relocate(solved, problem)
    assert found is not None and found.has_code


@pytest.mark.parametrize("case", STATED)
def test_solving_again_changes_nothing(case: str) -> None:
    language, before, answer, after, _ = load(case)
    solved = Document(after, language)
    found = relocate(solved, find_problems(Document(before, language))[0])
    assert found is not None
    again = splice(after, place(solved, found, answer))
    assert again.split() == after.split()


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_a_problem_means_it(case: str) -> None:
    language, before, _, _, _ = load(case)
    document = Document(before, language)
    problem = find_problems(document)[0]
    for line in range(problem.region.start.line, problem.region.end.line + 1):
        assert find_problem(document, Cursor(line=line)) == problem


@pytest.mark.parametrize("case", CASES)
def test_example_regions_hold_their_text(case: str) -> None:
    language, before, _, _, _ = load(case)
    document = Document(before, language)
    for example in find_problems(document)[0].examples:
        assert example.region is not None
        source = document.text[example.region.start.offset : example.region.end.offset]
        for wanted in example.raw.split():
            assert wanted in source


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_language_has_files_of_many_kinds(language: str) -> None:
    kinds = {load(case)[4]["signature"]["kind"] for case in CASES if case.startswith(f"{language}/")}
    assert language == "python" or {"class", "program"} < kinds


@pytest.mark.parametrize("row", LANGUAGES.values(), ids=LANGUAGES)
def test_a_row_names_nodes_that_its_grammar_has(row: Any) -> None:
    """A typing error in a table would silently find nothing."""
    grammar = parser_of(row.id).language
    assert grammar is not None
    known = {grammar.node_kind_for_id(number) for number in range(grammar.node_kind_count)}
    braces = row.braces
    if braces:
        named = braces.functions | braces.classes | braces.interfaces | braces.comments | braces.imports
        named |= braces.prefixes | braces.heads | frozenset(braces.carriers) | braces.flattened
        shared = {"html_comment", "internal_module", "abstract_class_declaration", "interface_declaration"}
        shared |= {"preproc_call", "linkage_specification", "public_field_definition", "field_definition"}
        assert named - known <= shared


def test_languages_are_found_by_ending_and_by_name() -> None:
    endings = {"a.js": "javascript", "a.mts": "typescript", "A.java": "java", "a.cc": "cpp", "a.c": "c", "a.rs": "rust"}
    assert {name: language_of(Path(name)).id for name in endings} == endings
    names = {"C++": "cpp", "golang": "go", "JS": "javascript", "Rust": "rust", "py": "python"}
    assert {name: language_named(name).id for name in names} == names


def test_another_language_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnsupportedLanguageError, match=r"kt are not supported. Supported: python .*rust \(\.rs\)"):
        language_of(Path("a.kt"))


CPP = "// Add a and b.\n// add(1, 2) == 3\nint add(int a, int b) {\n}\n"


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        ("", "holds no code"),
        ("int add(int a, int b) { return ", "not valid C\\+\\+"),
        ("int sub(int a) { return a; }", "does not define `add`"),
        ("int add(int a) { return a; }", "takes 1 parameters"),
        ("int add(int a, int b) { }", "has no code"),
        ("int add(int x, int b) { int a = 1; return x + a + b; }", "uses that name for another"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_the_reason(answer: str, complaint: str) -> None:
    document = Document(CPP, "cpp")
    with pytest.raises(AnswerError, match=complaint):
        place(document, find_problems(document)[0], answer)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cpp", "// Returns the size of it.\nint size() const { return n; }\n"),
        ("cpp", "// int f(int x) {\n//     return x;\n// }\nint g(int x) { return x; }\n"),
        ("cpp", "/* Copyright 2026 Somebody. All rights reserved. */\n#include <vector>\nint f();\n"),
        ("cpp", "struct Box {\n    /// Return a box of size n.\n    Box(int n) : n(n) {}\n    int n;\n};\n"),
        ("cpp", "// Called before each run.\nvoid before() {}\n"),
        ("c", "/* Find the things that are defined here */\n\n#define A 1\nstatic int a = 1;\n"),
        ("java", "/** Returns the name. */\ninterface Named {\n    /** The name. */\n    String name();\n}\n"),
        ("javascript", "/**\n * @param {number} n\n * @return {number}\n */\nvar f = function(n) { return n; };\n"),
        ("javascript", "/* eslint-disable */\nfunction f() {}\n"),
        ("go", "// Package main adds.\npackage main\n\n//go:build linux\n\nfunc f() {}\n"),
        ("rust", "//! Tools for lists.\n\n/// Returns the sum.\nfn f(x: i32) -> i32 { x }\n"),
        ("c", "/* Return the sum of two numbers. */\nint add(int a, int b);\n"),
        ("typescript", "// Return the sum of a and b.\ndeclare function add(a: number, b: number): number;\n"),
    ],
)
def test_ordinary_code_has_no_problems(language: str, text: str) -> None:
    assert find_problems(Document(text, language)) == []
