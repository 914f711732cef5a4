"""Tests that other tools keep beside a source become examples; a source without a statement is a problem with them."""

import json
from hashlib import md5
from pathlib import Path

import pytest

from lsp_server.errors import NoProblemError
from lsp_server.problem.beside.competitest import layout_of
from lsp_server.problem.beside.sidefiles import MOST_BYTES
from lsp_server.problem.files import problem_in_file, problems_of_file
from lsp_server.problem.languages import language_of
from lsp_server.problem.model import Cursor, Example, Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

PROGRAM = "#include <iostream>\nint main() {\n    int a;\n    std::cin >> a;\n}\n"
STATED = """\
/*
 * Print the sum.
 *
 * Example
 * Input
 * 1 2
 * Output
 * 3
 */
int main() {
    return 0;
}
"""
LEETGO = """\
package main

// @lc code=begin

func twoSum(nums []int, target int) []int {

}

// @lc code=end

func main() {
	println(len(twoSum(nil, 0)))
}
"""


def found(path: Path, text: str) -> list[Problem]:
    path.write_text(text, encoding="utf-8")
    return problems_of_file(Document(text, language_of(path).id), path)


def io(problem: Problem) -> list[tuple[str | None, object]]:
    return [(example.stdin, example.expected) for example in problem.examples]


def prob(*tests: object, name: str = "A. Sum") -> str:
    return json.dumps({"name": name, "url": "https://…", "timeLimit": 1000, "tests": list(tests)})


def put_prob(source: Path, content: str, folder: Path | None = None, key: str | None = None) -> None:
    cph = (folder or source.parent) / ".cph"
    cph.mkdir(exist_ok=True)
    digest = key or md5(str(source).encode(), usedforsecurity=False).hexdigest()
    (cph / f".{source.name}_{digest}.prob").write_text(content, encoding="utf-8")


def test_cph_makes_a_program_of_a_source_without_a_statement(tmp_path: Path) -> None:
    put_prob(tmp_path / "a.cpp", prob({"id": 1, "input": "1 2\n", "output": "3\n"}, {"input": "4", "output": "4"}))
    [problem] = found(tmp_path / "a.cpp", PROGRAM)
    assert (problem.title, problem.signature.kind, problem.has_code) == ("A. Sum", "program", True)
    assert io(problem) == [("1 2\n", "3\n"), ("4\n", "4\n")]


@pytest.mark.parametrize("key", [None, "0" * 32])
def test_cph_is_found_at_the_workspace_and_after_a_move(tmp_path: Path, key: str | None) -> None:
    source = tmp_path / "a.cpp" if key else tmp_path / "contest" / "a.cpp"
    source.parent.mkdir(exist_ok=True)
    put_prob(source, prob({"input": "1", "output": "1"}), tmp_path, key)
    assert [io(problem) for problem in found(source, PROGRAM)] == [[("1\n", "1\n")]]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        '{"tests": 3}',
        '{"tests": [3, {}, {"input": 1, "output": "x"}]}',
        '{"name": [], "tests": []}',
    ],
)
def test_a_broken_prob_file_is_no_example(tmp_path: Path, content: str) -> None:
    put_prob(tmp_path / "a.cpp", content)
    assert found(tmp_path / "a.cpp", PROGRAM) == []


def test_what_is_not_small_text_is_no_example(tmp_path: Path) -> None:
    put_prob(tmp_path / "a.cpp", prob({"input": "x" * MOST_BYTES, "output": "1"}))
    (tmp_path / "a_input0.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "a_output0.txt").mkdir()
    assert found(tmp_path / "a.cpp", PROGRAM) == []


@pytest.mark.parametrize("first", [0, 1])
def test_competitest_files_are_examples_in_order(tmp_path: Path, first: int) -> None:
    for number in (0, 1):
        (tmp_path / f"a_input{first + number}.txt").write_text(f"{number}\r\n", newline="")
        (tmp_path / f"a_output{first + number}.txt").write_text(f"{number + 1}\n")
    [problem] = found(tmp_path / "a.py", "print(int(input()) + 1)\n")
    assert (problem.title, io(problem)) == ("a", [("0\n", "1\n"), ("1\n", "2\n")])


LOCAL = """\
return {
  testcases_directory = "./cases",
  testcases_input_file_format = '$(FNAME).$(TCNUM).in', testcases_output_file_format = "$(FNOEXT)/out$(TCNUM)",
  -- testcases_single_file_format = "never",
  testcases_single_file_format = "all.$(FEXT)",
}
"""


def test_competitest_files_are_found_where_its_local_settings_put_them(tmp_path: Path) -> None:
    (tmp_path / ".competitest.lua").write_text(LOCAL)
    folder = tmp_path / "contest"
    (folder / "cases" / "a").mkdir(parents=True)
    for number in (1, 2):
        (folder / "cases" / f"a.py.{number}.in").write_text(f"{number}\n")
        (folder / "cases" / "a" / f"out{number}").write_text(f"{number + 1}\n")
    (folder / "a_input0.txt").write_text("7\n")
    (folder / "a_output0.txt").write_text("8\n")
    [problem] = found(folder / "a.py", "print(int(input()) + 1)\n")
    assert io(problem) == [("1\n", "2\n"), ("2\n", "3\n")]
    assert layout_of(folder / "a.py").single == folder / "cases" / "all.py"


@pytest.mark.parametrize("name", ["test", "tests"])
def test_samples_of_judge_tools_belong_to_the_only_source(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    for number in (1, 2):
        (tmp_path / name / f"sample-{number}.in").write_text(f"{number}\n")
        (tmp_path / name / f"sample-{number}.out").write_text(f"{number + 1}\n")
    [problem] = found(tmp_path / "main.py", "print(int(input()) + 1)\n")
    assert io(problem) == [("1\n", "2\n"), ("2\n", "3\n")]
    assert found(tmp_path / "other.py", "print(1)\n") == []


def test_in_and_out_files_are_examples(tmp_path: Path) -> None:
    for name, text in {"a.in": "1", "a.out": "2", "a1.in": "3", "a1.out": "4", "a3.in": "5", "a3.out": "6"}.items():
        (tmp_path / name).write_text(text)
    [problem] = found(tmp_path / "a.rs", "fn main() {}\n")
    assert io(problem) == [("1\n", "2\n"), ("3\n", "4\n")]
    assert not problem.has_code


def test_an_empty_source_can_be_solved_from_its_tests(tmp_path: Path) -> None:
    (tmp_path / "a.in").write_text("1")
    (tmp_path / "a.out").write_text("1")
    [problem] = found(tmp_path / "a.py", "")
    document = Document("", "python")
    assert splice("", place(document, problem, "print(input())")) == "print(input())\n"


def test_tests_beside_a_stated_program_add_what_is_new(tmp_path: Path) -> None:
    put_prob(tmp_path / "a.cpp", prob({"input": "1 2 \n", "output": "3"}, {"input": "5 5", "output": "10"}))
    [problem] = found(tmp_path / "a.cpp", STATED)
    assert problem.statement == "Print the sum."
    assert io(problem) == [("1 2\n", "3\n"), ("5 5\n", "10\n")]


def test_a_function_with_its_own_statement_is_left_alone_by_tests_of_a_program(tmp_path: Path) -> None:
    put_prob(tmp_path / "a.cpp", prob({"input": "1", "output": "1"}))
    text = "// Add.\n// add(1, 2) == 3\nint add(int a, int b) {\n}\n"
    [problem] = found(tmp_path / "a.cpp", text)
    assert (problem.signature.name, len(problem.examples)) == ("add", 1)


CASES = "input:\n[2,7,11,15]\n9\noutput:\n[0,1]\n\ninput:\n[3,2,4]\n6\noutput:\n[1,2]\n\ninput:\n[1]\n1\noutput:\n\n"


def test_leetgo_cases_belong_to_the_function_between_the_markers(tmp_path: Path) -> None:
    (tmp_path / "testcases.txt").write_text(CASES)
    [problem] = found(tmp_path / "solution.go", LEETGO)
    assert (problem.signature.name, problem.signature.kind, problem.has_code) == ("twoSum", "function", False)
    assert [(example.inputs, example.expected) for example in problem.examples] == [
        ({"nums": [2, 7, 11, 15], "target": 9}, [0, 1]),
        ({"nums": [3, 2, 4], "target": 6}, [1, 2]),
        ({"nums": [1], "target": 1}, None),
    ]
    assert [example.expects for example in problem.examples] == ["value", "value", "unknown"]


def test_leetgo_cases_add_to_a_statement_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "testcases.txt").write_text(CASES)
    stated = (
        "/*\nGiven nums and target, return two indices.\n\nInput: nums = [2,7,11,15], target = 9\nOutput: [0,1]\n*/\n"
    )
    [problem] = found(tmp_path / "solution.go", LEETGO.replace("package main\n\n", "package main\n\n" + stated))
    assert len(problem.examples) == 3
    assert problem.statement == "Given nums and target, return two indices."


def test_every_line_of_a_file_without_a_statement_means_its_program(tmp_path: Path) -> None:
    put_prob(tmp_path / "a.cpp", prob({"input": "1", "output": "1"}))
    [problem] = found(tmp_path / "a.cpp", PROGRAM)
    document = Document(PROGRAM, "cpp")
    assert all(problem_in_file(document, tmp_path / "a.cpp", Cursor(line=line)) == problem for line in range(1, 6))


def test_a_cursor_on_a_stated_problem_gets_the_tests_beside_it(tmp_path: Path) -> None:
    put_prob(tmp_path / "a.cpp", prob({"input": "5 5", "output": "10"}))
    path = tmp_path / "a.cpp"
    [problem] = found(path, STATED)
    assert problem_in_file(Document(STATED, "cpp"), path, Cursor(line=2)) == problem
    assert isinstance(problem.examples[1], Example)


def test_without_files_nothing_changes(tmp_path: Path) -> None:
    assert found(tmp_path / "a.cpp", PROGRAM) == []
    for path in (None, tmp_path / "a.cpp"):
        with pytest.raises(NoProblemError):
            problem_in_file(Document(PROGRAM, "cpp"), path, Cursor(line=1))
