"""Sample runs of programs that ask: what somebody typed behind a question is input, and the rest is output."""

import pytest

from lsp_server.problem.examples.dialogues import find_dialogues
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

RUN = "Add two numbers.\n\nSample run:\n\nFirst: 3\nSecond: 4\nSum: 7\n"
OUTPUT = "First: Second: Sum: 7\n"
PROGRAMS = {
    "python": "a = int(input('First: '))\nb = int(input(\"Second: \"))\nprint('Sum:', a + b)\n",
    "java": "import java.util.Scanner;\npublic class Main {\n    public static void main(String[] args) {\n"
    '        Scanner in = new Scanner(System.in);\n        System.out.print("First: ");\n'
    "        int a = in.nextInt();\n"
    '        System.out.print("Second: ");\n        System.out.println("Sum: " + (a + in.nextInt()));\n    }\n}\n',
    "c": '#include <stdio.h>\nint main(void) {\n    int a, b;\n    printf("First: ");\n    scanf("%d", &a);\n'
    '    printf("Second: ");\n    scanf("%d", &b);\n    printf("Sum: %d\\n", a + b);\n}\n',
    "cpp": '#include <iostream>\nusing namespace std;\nint main() {\n    int a, b;\n    cout << "First: ";\n'
    "    cin >> a;\n"
    '    cout << "Second: " << flush;\n    cin >> b;\n    cout << "Sum: " << a + b << endl;\n}\n',
    "go": 'package main\n\nimport "fmt"\n\nfunc main() {\n\tvar a, b int\n\tfmt.Print("First: ")\n\tfmt.Scan(&a)\n'
    '\tfmt.Print("Second: ")\n\tfmt.Scan(&b)\n\tfmt.Println("Sum:", a+b)\n}\n',
}
MARKS = {"python": "# "}


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_sample_run_is_an_example_of_the_program(language: str) -> None:
    mark = MARKS.get(language, "// ")
    text = "".join(f"{mark}{line}".rstrip() + "\n" for line in RUN.splitlines()) + PROGRAMS[language]
    (problem,) = find_problems(Document(text, language))
    assert problem.signature.kind == "program"
    assert [(each.stdin, each.expected) for each in problem.examples] == [("3\n4\n", OUTPUT)]


def test_what_is_printed_with_a_value_is_no_question() -> None:
    code = 'printf("Rows: ");\nscanf("%d", &n);\nprintf("Area: %d\\n", n * n);\ncout << "Width: " << n;\n'
    (found,) = find_dialogues(["Sample run", "Rows: 3", "Area: 9", "Width: 3"], code)
    assert (found.given, found.wanted) == ("3", "Rows: Area: 9\nWidth: 3")


def test_a_run_ends_behind_the_paragraph_below_its_last_question() -> None:
    shown = [
        "Sample Run 1:",
        "",
        "Rows: 2",
        "",
        "*",
        "**",
        "",
        "Use a loop.",
        "Sample Run 2:",
        "Welcome",
        "Rows: 1",
        "*",
    ]
    first, second = find_dialogues(shown, 'input("Rows: ")\n')
    assert (first.given, first.wanted) == ("2", "Rows: \n*\n**")
    assert (second.given, second.wanted) == ("1", "Welcome\nRows: *")


def test_without_the_code_nobody_knows_what_is_typed() -> None:
    assert find_dialogues(["Sample run:", "Rows: 3", "*"], 'input("How many? ")') == []
