"""Statements below finished code: whose they are, what a solution replaces there, and what is still to be written."""

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

DOUBLE = {
    "python": "def double(n):\n    return n * 2\n",
    "javascript": "function double(n) {\n  return n * 2;\n}\n",
    "typescript": "function double(n: number): number {\n  return n * 2;\n}\n",
    "c": "int double_(int n) {\n    return n * 2;\n}\n".replace("double_", "twofold"),
    "cpp": "int twofold(int n) {\n    return n * 2;\n}\n",
    "java": "class Solution {\n    int twofold(int n) {\n        return n * 2;\n    }\n}\n",
    "go": "package main\n\nfunc double(n int) int {\n\treturn n * 2\n}\n",
    "rust": "fn double(n: i32) -> i32 {\n    n * 2\n}\n",
}
PROGRAMS = {
    "python": "import sys\n\nn = int(sys.stdin.readline())\nprint(n + n)\n",
    "javascript": 'const fs = require("fs");\nconst n = Number(fs.readFileSync(0, "utf8"));\nconsole.log(n + n);\n',
    "typescript": 'import * as fs from "fs";\nconst n = Number(fs.readFileSync(0, "utf8"));\nconsole.log(n + n);\n',
    "c": '#include <stdio.h>\n\nint main(void) {\n    int n;\n    scanf("%d", &n);\n    printf("%d", n + n);\n}\n',
    "cpp": "#include <iostream>\nusing namespace std;\nint main() {\n    int n;\n    cin >> n;\n    cout << n + n; }\n",
    "java": (
        "import java.util.Scanner;\n\npublic class Main {\n    public static void main(String[] args) {\n"
        "        int n = new Scanner(System.in).nextInt();\n        System.out.println(n + n);\n    }\n}\n"
    ),
    "go": ('package main\n\nimport "fmt"\n\nfunc main() {\n\tvar n int\n\tfmt.Scan(&n)\n\tfmt.Println(n + n)\n}\n'),
    "rust": (
        "use std::io;\n\nfn main() {\n    let mut line = String::new();\n"
        "    io::stdin().read_line(&mut line).unwrap();\n"
        '    let n: i32 = line.trim().parse().unwrap();\n    println!("{}", n + n);\n}\n'
    ),
}
SAMPLES = "Twice\n\nPrint n twice as large.\n\nSample Input 1\n4\n\nSample Output 1\n8\n"
NAMED = "Double the number.\n\nExample 1:\nInput: n = 4\nOutput: 8\n"


def block(text: str, language: str) -> str:
    return f'"""\n{text}"""\n' if language == "python" else f"/*\n{text}*/\n"


def lines(text: str, language: str) -> str:
    mark = "#" if language == "python" else "//"
    return "".join(f"{mark} {line}".rstrip() + "\n" for line in text.splitlines())


def only(document: Document) -> Problem:
    (problem,) = find_problems(document)
    return problem


def found(text: str, language: str = "python") -> list[tuple[str, str, int]]:
    """The name, the place and the number of examples of each problem."""
    problems = find_problems(Document(text, language))
    return [(each.signature.name, each.target.kind, len(each.examples)) for each in problems]


@pytest.mark.parametrize("comment", [block, lines])
@pytest.mark.parametrize("language", sorted(PROGRAMS))
def test_samples_below_a_program_that_reads_are_its_own(language: str, comment: object) -> None:
    assert callable(comment)
    text = f"{PROGRAMS[language]}\n{comment(SAMPLES, language)}"
    document = Document(text, language)
    problem = only(document)
    assert (problem.signature.kind, problem.target.kind, problem.has_code) == ("program", "body", True)
    assert [(each.stdin, each.expected) for each in problem.examples] == [("4\n", "8\n")]
    assert (problem.region.start.offset, problem.region.end.offset) == (0, len(text.rstrip("\n")))
    better = PROGRAMS[language].replace("n + n", "2 * n")
    assert splice(text, place(document, problem, better)).rstrip() == text.replace("n + n", "2 * n").rstrip()


@pytest.mark.parametrize("comment", [block, lines])
@pytest.mark.parametrize("language", sorted(DOUBLE))
def test_examples_below_a_function_are_its_own(language: str, comment: object) -> None:
    assert callable(comment)
    name = "double" if "double" in DOUBLE[language] else "twofold"
    words = f"{name}(4) -> 8\n{name}(0) -> 0\n"
    text = f"{DOUBLE[language]}\n\n{comment(words, language)}"
    document = Document(text, language)
    problem = only(document)
    assert (problem.signature.name, problem.target.kind, problem.has_code) == (name, "body", True)
    assert (problem.examples[0].inputs, problem.examples[0].expected) == ({"n": 4}, 8)
    assert "n * 2" in text[problem.target.region.start.offset : problem.target.region.end.offset]
    better = DOUBLE[language].replace("n * 2", "n + n")
    assert splice(text, place(document, problem, better)) == text.replace("n * 2", "n + n")


@pytest.mark.parametrize(
    ("code", "given", "kind"),
    [
        ("def power(base, exponent):\n    return base**exponent\n", "base = 2, exponent = 3", "body"),
        ("def same(n):\n    return n\n", "n = 8", "below"),
        ("class Solution:\n    def same(self, n):\n        return n\n", "n = 8", "body"),
        ("class Solution:\n    def same(self, n):\n        return n\n", "m = 8", "below"),
    ],
)
def test_only_names_that_tell_say_which_function_is_meant(code: str, given: str, kind: str) -> None:
    """`solve` writes over what is meant: a helper that happens to take `n` must not be."""
    statement = block(f"Return eight.\n\nExample 1:\nInput: {given}\nOutput: 8\n", "python")
    (problem,) = find_problems(Document(f"{code}\n\n{statement}", "python"))
    assert problem.target.kind == kind


def test_the_words_may_stand_elsewhere() -> None:
    text = "# Double the number, in any order.\ndef double(n):\n    return n * 2\n\n\n# assert double(2) == 4\n"
    problem = only(Document(text, "python"))
    assert (problem.statement, problem.order) == ("Double the number, in any order.", "any")
    assert [each.expected for each in problem.examples] == [4]


def test_a_class_is_meant_by_the_operations_on_it() -> None:
    text = (
        "class Box:\n    def __init__(self):\n        self.n = 0\n\n    def put(self, n):\n        self.n = n\n\n"
        "    def get(self):\n        return self.n\n\n\n# Keep a number.\n#\n# Example 1:\n"
        '# Input: ["Box", "put", "get"], [[], [3], []]\n# Output: [null, null, 3]\n'
    )
    problem = only(Document(text, "python"))
    assert (problem.signature.name, problem.target.kind, problem.has_code) == ("Box", "body", True)


def test_code_that_tries_it_out_may_stand_between() -> None:
    tried = '\n\nif __name__ == "__main__":\n    print(double(3))\n\n'
    assert found(f"{DOUBLE['python']}{tried}# double(4) == 8\n") == [("double", "body", 1)]


def test_each_function_has_what_stands_below_it() -> None:
    text = (
        "function one(n) {\n  return n;\n}\n// one(1) == 1\n\nfunction two(n) {\n  return 2 * n;\n}\n// two(1) == 2\n"
    )
    assert found(text, "javascript") == [("one", "body", 1), ("two", "body", 1)]


def test_a_method_has_what_stands_below_it() -> None:
    one = "    def one(self, n):\n        return n\n\n    # one(1) == 1\n\n"
    text = f"class Tools:\n{one}    def two(self, n):\n        return n\n"
    assert found(text) == [("one", "body", 1)]


@pytest.mark.parametrize(
    ("above", "statement", "name"),
    [
        ("def add(a, b):\n    return a + b\n", NAMED, "double"),  # other parameters
        ("def add(a, b):\n    return a + b\n", "Subtract.\n\nminus(3, 1) == 2\n", "minus"),  # another name
        ("def add(n, m):\n    return n + m\n", NAMED, "double"),  # more parameters
        ("n = 4\nprint(n + n)\n", SAMPLES, "main"),  # reads nothing
        ("# Halve n.\n# half(4) == 2\ndef half(n):\n    return n // 2\n", NAMED, "double"),  # has examples
        ('def half(n):\n    """half(4) == 2"""\n    return n // 2\n', NAMED, "double"),
    ],
)
def test_what_fits_nothing_above_is_still_to_be_written(above: str, statement: str, name: str) -> None:
    new = find_problems(Document(f"{above}\n\n{block(statement, 'python')}", "python"))[-1]
    assert (new.target.kind, new.has_code) == ("below", False), name
    assert new.target.region.start.offset > len(above)


def test_a_statement_between_two_belongs_to_the_one_below_where_both_fit() -> None:
    halve = "def halve(n):\n    return n // 2\n"
    assert found(f"{DOUBLE['python']}\n{lines(NAMED, 'python')}{halve}") == [("halve", "body", 1)]
    assert found(f"{DOUBLE['python']}\n# halve(4) == 2\n{halve}") == [("halve", "body", 1)]


def test_a_stub_below_keeps_its_statement() -> None:
    stub = "def fourfold(n):\n    pass\n"
    text = f"{DOUBLE['python']}\n# Write four times n, where double(2) == 4.\n{stub}"
    assert [name for name, _, _ in found(text)] == ["fourfold"]


def test_a_program_has_one_statement() -> None:
    program = PROGRAMS["python"]
    text = f"{block(SAMPLES, 'python')}{program}\n\n{block(SAMPLES, 'python')}"
    assert found(text) == [("main", "body", 1), ("main", "below", 1)]
    between = f"{program}\n{block(SAMPLES, 'python')}{program}"
    (problem,) = find_problems(Document(between, "python"))
    assert problem.target.region.start.offset > len(program)
