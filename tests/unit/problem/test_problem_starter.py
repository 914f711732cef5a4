"""The code that a model is asked to complete, in the words of the file's language."""

import json
from pathlib import Path

import pytest

from lsp_server import prompts
from lsp_server.problem.languages import LANGUAGES
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Parameter, Problem, Signature
from lsp_server.problem.starter import starter_code
from lsp_server.problem.syntax import Document

DATA = Path(__file__).parents[2] / "data" / "languages"
MARKS = ("@lc", "@leet", "Input:", "Example", "Explanation")


def problem_of(language: str, name: str) -> Problem:
    text = (DATA / language / f"{name}.txt").read_text(encoding="utf-8").partition("===== answer\n")[0]
    return find_problems(Document(text, language))[0]


@pytest.mark.parametrize("name", ["two_sum", "reverse_list", "lru_cache", "move_zeroes"])
@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"python"}))
def test_the_files_own_code_is_shown_with_its_types_and_nothing_of_the_statement(language: str, name: str) -> None:
    problem = problem_of(language, name)
    shown = prompts.describe(problem)["starter_code"]
    assert shown == problem.starter_code != ""
    assert problem.signature.name in shown
    assert not any(mark in shown for mark in MARKS)
    tree = Document(shown, language).tree
    assert not tree.root_node.has_error, shown


def test_bodies_are_empty_even_where_code_was_written() -> None:
    text = (
        "// Add.\n// add(1, 2) == 3\nclass Sums {\n    int add(int a, int b) {\n        return secret;\n    }\n"
        "    int sub(int a, int b) { return a - b; }\n}\n"
    )
    [problem] = find_problems(Document(text, "java"))
    assert problem.starter_code == (
        "class Sums {\n    int add(int a, int b) {\n\n    }\n    int sub(int a, int b) { return a - b; }\n}"
    )


def test_a_very_long_class_is_left_to_its_signature() -> None:
    long = "    int x;\n" * 1000
    text = f"class Sums {{\n{long}    // Add.\n    // add(1, 2) == 3\n    int add(int a, int b) {{\n    }}\n}}\n"
    [problem] = find_problems(Document(text, "java"))
    assert problem.starter_code == ""
    assert prompts.describe(problem)["starter_code"] == ("class Sums {\n    public int add(int a, int b) {\n\n    }\n}")


LIST = {
    "python": "List[int]", "javascript": "number[]", "typescript": "number[]", "java": "int[]", "cpp": "vector<int>",
    "c": "int*", "go": "[]int", "rust": "Vec<i32>",
}  # fmt: skip
FUNCTION = {
    "python": "def first_of(nums: List[int], k) -> List[int]:",
    "javascript": "/**\n * @param {number[]} nums\n * @return {number[]}\n */\n"
    "var first_of = function(nums, k) {\n\n};",
    "typescript": "function first_of(nums: number[], k): number[] {\n\n}",
    "java": "class Solution {\n    public int[] first_of(int[] nums, Object k) {\n\n    }\n}",
    "cpp": "vector<int> first_of(vector<int> nums, auto k) {\n\n}",
    "c": "int* first_of(int* nums, int k) {\n\n}",
    "go": "func first_of(nums []int, k any) []int {\n\n}",
    "rust": "fn first_of(nums: Vec<i32>, k: i32) -> Vec<i32> {\n\n}",
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_signature_is_written_as_its_language_writes_it(language: str) -> None:
    params = (Parameter(name="nums", type=LIST[language]), Parameter(name="k"))
    signature = Signature(name="first_of", params=params, returns=LIST[language])
    assert starter_code(signature, language) == FUNCTION[language]


@pytest.mark.parametrize("kind", ["function", "method", "class", "program"])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_kind_of_stub_can_be_parsed_but_for_a_missing_body(language: str, kind: str) -> None:
    signature = Signature.model_validate({"name": "Thing", "kind": kind, "owner": "Box"})
    text = starter_code(signature, language) + ("\n        pass" if language == "python" and kind != "program" else "")
    assert not Document(f"{text}\n", language).tree.root_node.has_error, text


BARE = """\
Rotate Words

Return the words of text, turned by n.

Input: text = ["a b", "c"], max_turn = 2, on = true
Output: {}"""


@pytest.mark.parametrize(
    ("language", "name", "types", "returns"),
    [
        ("python", "rotate_words", ["List[str]", "int", "bool"], "List[List[float]]"),
        ("javascript", "rotateWords", ["string[]", "number", "boolean"], "number[][]"),
        ("typescript", "rotateWords", ["string[]", "number", "boolean"], "number[][]"),
        ("java", "rotateWords", ["String[]", "int", "boolean"], "double[][]"),
        ("cpp", "rotateWords", ["vector<string>", "int", "bool"], "vector<vector<double>>"),
        ("c", "rotateWords", ["char**", "int", "int", "bool", "int*", "int**"], "double**"),
        ("go", "rotateWords", ["[]string", "int", "bool"], "[][]float64"),
        ("rust", "rotate_words", ["Vec<String>", "i32", "bool"], "Vec<Vec<f64>>"),
    ],
)
def test_a_bare_statement_gets_a_signature_in_its_language(
    language: str, name: str, types: list[str], returns: str
) -> None:
    mark = LANGUAGES[language].comment
    told = BARE.format("[[0.5], [1]]")
    [problem] = find_problems(Document("".join(f"{mark} {line}\n" for line in told.splitlines()), language))
    assert problem.signature.name == name
    assert [param.type for param in problem.signature.params] == types
    assert problem.signature.returns == returns
    assert problem.examples[0].inputs is not None and list(problem.examples[0].inputs.values()) == [
        ["a b", "c"],
        2,
        True,
    ]


def test_the_prompt_asks_in_the_language_of_the_file() -> None:
    problem = problem_of("cpp", "two_sum")
    prompt = prompts.render(prompts.load("solve"), prompts.describe(problem))
    assert "correct C++ solution" in prompt.role and "one ```cpp block" in prompt.role
    assert "```cpp\nclass Solution {" in prompt.body
    assert "Input: nums = [2, 7, 11, 15], target = 9\nOutput: [0, 1]" in prompt.body
    assert "Python" not in prompt.role + prompt.body and "restating" not in prompt.body


def test_values_in_the_prompt_are_not_pythons_in_other_languages() -> None:
    text = '// Negate.\n// negate([true, null, "a"]) == false\nfunction negate(x) {\n}\n'
    [problem] = find_problems(Document(text, "javascript"))
    assert prompts.describe(problem)["examples"] == [f"Input: x = {json.dumps([True, None, 'a'])}\nOutput: false"]


def test_a_chinese_task_is_to_be_restated_in_english_under_english_headings() -> None:
    text = (
        "# \u7ed9\u5b9a\u4e24\u4e2a\u6574\u6570,\u8fd4\u56de\u5b83\u4eec\u7684\u548c.\n#\n# \u793a\u4f8b 1\uff1a\n"
        "# \u8f93\u5165\uff1aa = 1, b = 2\n# \u8f93\u51fa\uff1a3\n#\n# \u63d0\u793a\uff1a\n#\n# 1 <= a\n"
        "def add(a, b):\n    pass\n"
    )
    [problem] = find_problems(Document(text, "python"))
    body = prompts.render(prompts.load("solve"), prompts.describe(problem)).body
    assert "Begin by restating the task in English" in body
    assert "### Constraints\n- 1 <= a" in body and "Input: a = 1, b = 2\nOutput: 3" in body


def test_numbers_that_do_not_fit_into_32_bits_get_a_wide_type() -> None:
    text = "// Double n.\n// twice(3000000000) == 6000000000\n"
    for language, kind in {"cpp": "long long", "java": "long", "rust": "i64", "go": "int", "python": "int"}.items():
        [problem] = find_problems(Document(text.replace("//", LANGUAGES[language].comment), language))
        assert (problem.signature.params[0].type, problem.signature.returns) == (kind, kind)
