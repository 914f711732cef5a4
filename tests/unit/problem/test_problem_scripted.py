"""Examples whose inputs are code, or that say how to use what is returned."""

from typing import Any

import pytest

from lsp_server.problem.binding.scripted import deals_in_functions, scripted_example
from lsp_server.problem.model import Code, Signature
from tests.judging import function

PLUS = "function plus(a, b) { return a + b; }"
MADE = function("made", "fn: Function", returns="Function")
COUNTER = function("counter", "n: number", returns="Function")
PROMISED = function("add", "one: Promise", "other: Promise", returns="Promise")
LAST = function("Array.prototype.last")
TWO_LINES = "fn = async (n) => {\n  return n;\n}\nn = 3"
CASES: list[tuple[Signature, str, str, dict[str, Any], str | None]] = [
    (function("f", "a", "fn"), f"a = [1, 2], fn = {PLUS}", "3", {"a": [1, 2], "fn": PLUS}, None),
    (function("f", "fn", "n"), TWO_LINES, "3", {"fn": "async (n) => {\n  return n;\n}", "n": 3}, None),
    (function("f", "fns", "n"), "fns = [x => x, y => -y], n = 4", "4", {"fns": "[x => x, y => -y]", "n": 4}, None),
    (PROMISED, "one = new Promise(r => r(2)),\nother = new Promise(r => r(3))", "5",
     {"one": "new Promise(r => r(2))", "other": "new Promise(r => r(3))"}, None),
    (MADE, "fn = x => x, x = 4", "4", {"fn": "x => x", "x": 4}, "made"),
    (function("made", returns="Function"), "args = [{}, null]", "1", {"args": [{}, None]}, "made"),
    (MADE, "fn = (a, b) => a, inputs = [[1],[2]]", "1", {"fn": "(a, b) => a", "inputs": [[1], [2]]}, "curried"),
    (MADE, "fn = (a) => a, calls = [[1],[2]]", '[{"calls":1,"value":1}]',
     {"fn": "(a) => a", "calls": [[1], [2]]}, "once"),
    (MADE, 'fnName = "sum"\nactions = ["call"]\nvalues = [[1, 2]]', "[3]",
     {"fnName": "sum", "actions": ["call"], "values": [[1, 2]]}, "memoize"),
    (COUNTER, 'n = 1 \n["call","call"]', "[1, 2]", {"n": 1, "calls": ["call", "call"]}, "counter"),
    (COUNTER, 'n = 1, calls = ["up","down"]', "[2, 1]", {"n": 1, "calls": ["up", "down"]}, "methods"),
    (function("f", "...args"), 'args = [{}, "3"]', "2", {"args": [{}, "3"]}, "spread"),
    (function("expect", "v"), "func = () => expect(5).toBe(5)", '{"value": true}',
     {"func": "() => expect(5).toBe(5)"}, "outcome"),
    (function("is", "v", "kind"), "func = () => is(1, Number)", "true", {"func": "() => is(1, Number)"}, "thunk"),
    (function("gen", returns="Generator"), "callCount = 2", "[0, 1]", {"callCount": 2}, "generator"),
    (function("sleep", "millis"), "millis = 100", "100", {"millis": 100}, "elapsed"),
    (LAST, "nums = [null, {}, 3]", "3", {"nums": [None, {}, 3]}, "prototype"),
]  # fmt: skip


@pytest.mark.parametrize(("signature", "given", "wanted", "inputs", "way"), CASES)
def test_the_names_of_the_inputs_tell_how_a_solution_is_used(
    signature: Signature, given: str, wanted: str, inputs: dict[str, Any], way: str | None
) -> None:
    example = scripted_example(given, wanted, signature)
    assert example is not None
    assert (example.inputs, example.custom) == (inputs, way)
    code = {name: value for name, value in (example.inputs or {}).items() if isinstance(value, Code)}
    assert code == {
        name: value for name, value in inputs.items() if "=>" in str(value) or value == PLUS or "new" in str(value)
    }


@pytest.mark.parametrize(
    ("signature", "given", "wanted"),
    [
        (MADE, "fn = x => x, t = 50", '{"resolved": 1, "time": 50}'),
        (MADE, "fn = x => x, t = 50", '[{"t": 50}]'),
        (MADE, "fn = the usual one", "4"),
        (MADE, "fn = x => x, wishes = [1, 2]", "4"),
        (MADE, "fn = x => x, fn = y => y", "4"),
        (function("f", "n"), "n = 4", "4"),
        (function("f", "a", "b"), "a = [1], b = 4", "4"),
    ],
)
def test_anything_else_is_left_alone(signature: Signature, given: str, wanted: str) -> None:
    assert scripted_example(given, wanted, signature) is None


@pytest.mark.parametrize(
    ("signature", "told"),
    [
        (MADE, True),
        (PROMISED, True),
        (LAST, True),
        (function("f", "fn: (x: number) => number"), True),
        (function("f", "n: number", returns="() => number"), True),
        (function("f", "fns: F[]"), True),
        (function("f", returns="{ increment: Function, reset: Function }"), True),
        (function("f", "n: number", "s: string", returns="Fraction"), False),
        (function("f", "from: Flight[]"), False),
    ],
)
def test_where_no_plain_value_can_be_an_argument(signature: Signature, told: bool) -> None:
    assert deals_in_functions(signature) == told
