"""Labels of sections in the languages that statements are written in, and results beside their inputs."""

import pytest

from lsp_server.problem.examples.calls import parse_arguments
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

SUM = ("12\n", "3\n")
LABELLED = [
    "Eingabe: eine ganze Zahl\nAusgabe: die Quersumme\n\nBeispiel 1:\nEingabe: 12\nAusgabe: 3",
    "Input: a whole number\nOutput: the sum of digits\n\nExample 1:\nInput: 12\nOutput: 3",
    "Entrée\nUn entier n.\n\nSortie\nLa somme.\n\nExemple d'entrée\n12\n\nExemple de sortie\n3",
    "Entrada:\nUn entero.\n\nSalida:\nLa suma.\n\nEjemplo 1\n\nEntrada\n12\n\nSalida\n3",
    "Entrada\nA entrada tem um inteiro.\n\nSaída\nImprima a soma.\n\nExemplo de Entrada\n12\n\nExemplo de Saída\n3",
    "Esempio di input:\n12\nEsempio di output:\n3",
    "Формат ввода\nЧисло n.\n\nФормат вывода\nСумма.\n\nПример 1\nВвод\n12\nВывод\n3",
    "input: 12   output: 3",
    "Input: 12, Output: 3",
    "Example 1: input: 12 | output: 3   Explanation: 1 + 2",
    "Eingabe: 12  Ausgabe: 3",
]
CALLED = [
    ('f("a") should return the string b.\nf("c") should return the string d e.', ["b", "d e"]),
    ("`f(1)` should return the number `5`.\n`f(2)` should return `undefined`.", [5, None]),
    ("f(1) should return the array [1, 2].\nf(2) should return the boolean true.", [[1, 2], True]),
    ('f("a") should return the string reversed.\nf("b") should return the string reversed.', []),
    ('f("a") should return a string.\nf(0) is undefined.', []),
]


@pytest.mark.parametrize("text", LABELLED)
def test_labels_of_every_language_divide_a_statement(text: str) -> None:
    lines = "".join(f"# {line}".rstrip() + "\n" for line in ["The digits and their sum.", "", *text.splitlines()])
    (problem,) = find_problems(Document(f"{lines}print(sum(map(int, input())))\n", "python"))
    assert [(each.stdin, each.expected) for each in problem.examples] == [SUM]
    assert problem.unread == 0


@pytest.mark.parametrize(("text", "wanted"), CALLED)
def test_what_a_call_should_return_is_said_in_words(text: str, wanted: list[object]) -> None:
    document = Document(f"/*\nReturn what is asked for.\n\n{text}\n*/\nfunction f(x) {{\n}}\n", "javascript")
    (problem,) = find_problems(document)
    assert [each.expected for each in problem.examples] == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [("(12 * 60 + 5)", 725), ("(2-3*4)", -10), ("(2 ** 3)", None), ("(10 / 4)", None), ("(1 + 07)", None)],
)
def test_sums_of_whole_numbers_are_arguments(text: str, value: int | None) -> None:
    if value is None:
        with pytest.raises(ValueError):
            parse_arguments(text, 0)
    else:
        assert parse_arguments(text, 0)[0] == ((None, value),)


def test_what_a_sample_prints_is_no_label() -> None:
    """Banknotes, in Portuguese."""
    text = "Print the notes.\n\nSample Input 1\n5\n\nSample Output 1\nNOTAS:\n1 nota(s) de R$ 5.00\n"
    (problem,) = find_problems(Document(f'"""\n{text}"""\nprint(input())\n', "python"))
    assert [each.expected for each in problem.examples] == ["NOTAS:\n1 nota(s) de R$ 5.00\n"]
