"""How people show results in JavaScript and TypeScript: consoles, `@example`, remarks around a call."""

import pytest

from lsp_server.problem.examples.consoles import with_results
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document

TWO = [({"a": 2, "b": 3}, 5), ({"a": 1, "b": 1}, 2)]
BOTH = [
    "> add(2, 3)\n5\n> add(1, 1)\n2",
    "> add(2, 3);\n5\n\n> add(1,\n... 1);\n2\n",
    "> const x = 3\nundefined\n> add(2, x)\n5\n> add(1, 1)\n2",
    "console.log(add(2, 3)) // 5\nconsole.log(add(1, 1)); // 2",
    "console.log(add(2, 3)); // => 5\nconsole.log(add(1, 1)); // Output: 2",
    "@example\nadd(2, 3) // => 5\nadd(1, 1) //=> 2",
    "@example\nadd(2, 3);//=> 5\n@example\nadd(1, 1);// -> 2",
    "@example\nadd(2, 3) // returns 5\n@example\n// returns 2\nadd(1, 1)",
    "@example\n// returns 5\nadd(2, 3);\n// returns 2\nadd(1, 1);",
    "@example\nadd(2, 3);\n// => 5\nadd(1, 1)\n// 2",
    "@example\nconsole.log(add(2, 3));\n// 5\nconst r = add(1, 1); // 2",
    "@example\nconst result = add(2, 3);\nconsole.log(result); // 5\nlet one = 1;\nadd(one, one) // 2",
    "@example <caption>Two.</caption>\nadd(2, 3) // 5\n```js\nadd(1, 1) // 2\n```",
    "assert.strictEqual(add(2, 3), 5, 'five');\nexpect(add(1, 1)).to.equal(2);",
    "t.is(add(2, 3), 5)\nTest.assertEquals(add(1, 1), 2);",
]
VALUES = [
    ("add([1, 2], {a: 1}) // => [3, 4]", {"a": [1, 2], "b": {"a": 1}}, [3, 4]),
    ("add('a: 1', 2) // => { a: 1, 'b': [2] }", {"a": "a: 1", "b": 2}, {"a": 1, "b": [2]}),
    ("add(1, 2) // => undefined", {"a": 1, "b": 2}, None),
    ("add(1, 2) // '3'", {"a": 1, "b": 2}, "3"),
]
NONE = [
    "> Note: this adds.\n> It is a quote.",
    "add(2, 3) // see below",
    "add(a, b)\n// the sum of both",
    "// returns the sum\nadd(a, b)",
]


def problem(shown: str, language: str = "javascript") -> Problem:
    lines = ["Adds two numbers.", "", *shown.split("\n")]
    text = "/**\n" + "".join(f" * {line}\n" for line in lines) + " */\nfunction add(a, b) {\n}\n"
    return find_problems(Document(text, language))[0]


@pytest.mark.parametrize("language", ["javascript", "typescript"])
@pytest.mark.parametrize("shown", BOTH)
def test_each_way_to_show_a_result_is_an_example(shown: str, language: str) -> None:
    found = problem(shown, language)
    assert [(each.inputs, each.expected) for each in found.examples] == TWO
    assert found.statement.splitlines()[0] == "Adds two numbers." and "=" not in found.statement.replace("=>", "")


@pytest.mark.parametrize(("shown", "inputs", "expected"), VALUES)
def test_values_of_javascript(shown: str, inputs: dict[str, object], expected: object) -> None:
    (example,) = problem(shown).examples
    assert (example.inputs, example.expected) == (inputs, expected)


@pytest.mark.parametrize("shown", NONE)
def test_remarks_about_a_call_are_no_results(shown: str) -> None:
    lines = shown.split("\n")
    assert with_results(lines) == lines


def test_places_stay() -> None:
    (example,) = problem("> add(1, 1)\n2\n\nMore words.").examples
    assert example.region and (example.region.start.line, example.raw) == (4, "> add(1, 1)")


def test_no_other_language_reads_prompts() -> None:
    text = "// Adds.\n// > add(1, 1)\n// 2\nint add(int a, int b) {\n}\n"
    assert [each.examples for each in find_problems(Document(text, "cpp"))] in ([], [()])


def test_calls_in_an_explanation_are_no_examples() -> None:
    shown = "Input: a = 2, b = 3\nOutput: 5\nExplanation:\nconst f = add(1, 2);\nadd(1, 1); // 2"
    assert [each.inputs for each in problem(shown).examples] == [{"a": 2, "b": 3}]
