"""LeetCode's custom judges: what the harness is asked, and how the answer is said."""

import pytest

from lsp_server.judge.arrange import arranged, worded
from lsp_server.judge.arranged import aside_of, stated_of
from lsp_server.judge.runners.inside.codec import Chain
from lsp_server.judge.runners.wire import payload
from lsp_server.judge.verdict import ExampleResult
from lsp_server.problem.model import Custom, Example, Value
from tests.judging import call, method, problem

JOINED = {"intersectVal": 8, "listA": [4, 1, 8, 4], "listB": [5, 8, 4], "skipA": 2, "skipB": 1}
APART = {"intersectVal": 0, "listA": [2, 6], "listB": [1], "skipA": 2, "skipB": 1}
AT_1, AT_8, NEVER = "tail connects to node index 1", "Intersected at '8'", "No intersection"
TREE = [3, 5, 1, None, 6]


def built(custom: Custom, inputs: dict[str, Value], expected: Value, *params: str) -> Example:
    example = Example(raw="", inputs=inputs, expected=expected, custom=custom)
    return arranged(problem(example, signature=method("f", *params))).examples[0]


@pytest.mark.parametrize(
    ("custom", "inputs", "expected", "params", "arguments", "aside", "asked"),
    [
        ("cycle", {"head": [3, 2], "pos": 1}, True, ["head"], [Chain([3, 2], 0, -1, 1)], "v", True),
        ("cycle", {"head": [3, 2], "pos": 1}, AT_1, ["head"], [Chain([3, 2], 0, -1, 1)], "p", 1),
        ("cycle", {"head": [], "pos": -1}, "no cycle", ["head"], [Chain([], 0, -1, -1)], "p", None),
        ("intersection", JOINED, AT_8, ["a", "b"], [Chain([4, 1, 8, 4], 0, -1, -1), Chain([5], 0, 2, -1)], "p", 2),
        ("intersection", APART, NEVER, ["a", "b"], [Chain([2, 6], 0, -1, -1), Chain([1], 0, -1, -1)], "p", None),
        ("node", {"head": [4, 5, 1], "node": 5}, [4, 1], ["node"], [Chain([4, 5, 1], 1, -1, -1)], "w", [4, 1]),
        ("node", {"tree": [2, 1, 3], "node": 1}, 2, ["node"], [Chain([2, 1, 3], 1, -1, -1)], "v", 2),
        ("nodes", {"root": TREE, "p": 5, "q": 6}, 5, ["p", "q"], [Chain(TREE, 1, -1, -1), Chain([], 0, 3, -1)], "v", 5),
        ("copy", {"tree": [7, 4], "target": 4}, 4, ["a", "b", "c"], [[7, 4], [7, 4], 4], "v", 4),
        ("first_bad", {"n": 5, "bad": 4}, 4, ["n"], [5], "o4", 4),
        ("guess", {"n": 10, "pick": 6}, 6, ["n"], [10], "o6", 6),
    ],
)  # fmt: skip
def test_arguments_are_built_of_what_is_stated(
    custom: Custom, inputs: dict[str, Value], expected: Value, params: list[str], arguments: list[Value],
    aside: str, asked: Value,
) -> None:  # fmt: skip
    example = built(custom, inputs, expected, *params)
    assert example.inputs == dict(zip(params, arguments, strict=True))
    assert (aside_of(example), example.expected) == (aside, asked)
    assert (stated_of(example).inputs, stated_of(example).expected) == (inputs, expected)


def test_a_node_that_is_not_there_is_run_as_it_stands() -> None:
    example = built("node", {"head": [4, 5], "node": 9}, [4], "node")
    assert (example.inputs, aside_of(example)) == ({"head": [4, 5], "node": 9}, "v")


@pytest.mark.parametrize(
    ("custom", "inputs", "value", "words"),
    [
        ("cycle", {"head": [3, 2], "pos": 1}, 0, "tail connects to node index 0"),
        ("cycle", {"head": [3, 2], "pos": 1}, None, "no cycle"),
        ("intersection", JOINED, 1, "Intersected at '1'"),
        ("intersection", JOINED, None, "No intersection"),
        ("intersection", JOINED, -1, "a node that is not in the list"),
        ("cycle", {"head": [3, 2], "pos": 1}, [3], "a node that is not in the list"),
    ],
)
def test_a_place_is_said_in_the_words_of_the_statement(
    custom: Custom, inputs: dict[str, Value], value: Value, words: str
) -> None:
    example = built(custom, inputs, "as stated", "a", "b")
    told = ExampleResult(status="wrong_answer", input="", expected="", actual=str(value))
    said = worded(example, told, value, "java")
    assert (said.actual, said.expected) == (words, '"as stated"')
    assert said.input.startswith(next(iter(inputs)))


def test_a_copy_is_asked_for_by_the_name_of_the_function() -> None:
    asked = arranged(problem(call([[1, None]], head=[[1, None]]), signature=method("copyRandomList", "head")))
    assert aside_of(asked.examples[0]) == "n"
    plain = problem(call([1], head=[1]), signature=method("reverseList", "head"))
    assert arranged(plain) is plain


def test_compiled_languages_get_chains_and_asides_as_words() -> None:
    signature = method("f", "p", "q")
    tell = payload(signature, 1000)
    assert (
        tell(built("nodes", {"root": [3, 5], "p": 5, "q": 3}, 3, "p", "q"))
        == "1000 -1 v l2 c1,-1,-1 l2 i3 i5 c0,0,-1 l0"
    )
    assert tell(built("guess", {"n": 9, "pick": 2}, 2, "p")).endswith(" o2 l1 i9")
