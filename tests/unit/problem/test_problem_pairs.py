"""Two functions of which one undoes the other are one task: the model is shown both, and both are written."""

import pytest

from lsp_server.problem.locate import find_problem
from lsp_server.problem.model import Cursor
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

EXAMPLE = 'Encode a word and decode it.\n{0}\n{0} Example 1:\n{0} Input: word = "ab"\n{0} Output: "ab"\n'
PYTHON = """class Codec:

    def encode(self, word: str) -> str:
        \"\"\"Encodes it.\"\"\"

    def decode(self, code: str) -> str:
        \"\"\"Decodes it.\"\"\"
"""
JAVA = """public class Codec {

    // Encodes it.
    public String encode(String word) {

    }

    // Decodes it.
    public String decode(String code) {

    }
}
"""
SCRIPT = """var encode = function(word) {

};

var decode = function(code) {

};
"""
ANSWERS = {
    "python": "class Codec:\n    def encode(self, word):\n        return turned(word)\n\n    def decode(self, code):\n"
    "        return turned(code)\n\n\ndef turned(text):\n    return text[::-1]\n",
    "java": "class Codec {\n    public String encode(String word) { return turned(word); }\n"
    "    public String decode(String code) { return turned(code); }\n"
    "    private String turned(String text) { return new StringBuilder(text).reverse().toString(); }\n}\n",
    "javascript": "const turned = text => [...text].reverse().join('');\n"
    "function encode(text) {\n  return turned(text);\n}\nfunction decode(text) {\n  return turned(text);\n}\n",
}
FILES = {"python": ("#", PYTHON), "java": ("//", JAVA), "javascript": ("//", SCRIPT)}


@pytest.mark.parametrize("language", FILES)
def test_both_are_shown_and_both_are_written(language: str) -> None:
    mark, code = FILES[language]
    document = Document(f"{mark} {EXAMPLE.format(mark)}{code}", language)
    problem = find_problem(document, Cursor(line=1))
    assert problem.signature.name == "encode"
    assert "encode" in problem.starter_code and "decode" in problem.starter_code
    after = splice(document.text, place(document, problem, ANSWERS[language]))
    assert after.count("turned(word)") == after.count("turned(code)") == 1
    assert (
        len([line for line in after.split("\n") if "turned" in line and "return" not in line.partition("turned")[0]])
        == 1
    )


def test_what_is_written_of_a_pair_stays() -> None:
    written = PYTHON + "        return code\n"
    document = Document(f"# {EXAMPLE.format('#')}{written}", "python")
    problem = find_problem(document, Cursor(line=1))
    after = splice(document.text, place(document, problem, "def encode(self, word):\n    return word\n"))
    assert "        return word\n" in after and after.endswith("        return code\n")
