"""The line of code that calls both functions of a problem like "Serialize and Deserialize"."""

import pytest

from lsp_server.judge.runners.round_trip import HOLDER, NAME, completed
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

STATEMENT = 'Encode text.\nExample 1:\nInput: text = "ab"\nOutput: "{out}"\n'
CLASSES = {
    "java": "public class Codec {{ public String encode(String text) {{ return text; }}\n"
    " public String {back}(String s) {{ return s; }} }}\n",
    "cpp": "class Codec {{ public: string encode(string text) {{ return text; }}\n"
    " string {back}(string s) {{ return s; }} }};\n",
    "rust": "struct Codec {{}}\nimpl Codec {{ fn new() -> Self {{ Codec {{}} }}\n"
    " fn encode(&self, text: String) -> String {{ text }}\n fn {back}(&self, s: String) -> String {{ s }} }}\n",
}


def found(language: str, back: str = "decode", out: str = "ab") -> tuple[str, str, str]:
    text = f"/*\n{STATEMENT.format(out=out)}*/\n{CLASSES[language].format(back=back)}"
    (problem,) = find_problems(Document(text, language))
    asked, source = completed(problem, text)
    return asked.signature.name, asked.signature.owner or "", source.removeprefix(text)


@pytest.mark.parametrize("language", CLASSES)
def test_both_functions_are_called_below_the_file(language: str) -> None:
    name, owner, code = found(language)
    assert (name, owner) == (NAME, "" if language == "rust" else HOLDER)
    assert "there.decode(" in code and "there.encode(value)" in code


@pytest.mark.parametrize("language", CLASSES)
def test_one_function_or_an_example_that_changes_is_no_round_trip(language: str) -> None:
    assert found(language, back="decipher")[::2] == ("encode", "")
    assert found(language, out="ba")[::2] == ("encode", "")
