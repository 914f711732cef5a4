"""The ways in which LeetCode uses a solution in JavaScript: all of them in one process of Node's, outside the sandbox.

Two go through the whole judge in `test_judge_javascript.py`.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lsp_server.judge import runners
from lsp_server.judge.runners.node import for_javascript

RECIPES = Path(runners.__file__).with_name("inside_node") / "recipes.js"
SLOW = "(ms) => new Promise((done) => setTimeout(done, ms))"
ONCE = "(fn) => { let done; return (...a) => (done ? undefined : ((done = true), fn(...a))); }"
MEMO = "(fn) => { const known = {}; return (...a) => (known[a] ??= fn(...a)); }"
COUNTER = "(n) => ({ up: () => ++n, down: () => --n, wait: async () => n })"
CURRY = "(fn) => function next(...a) { return a.length < fn.length ? (...b) => next(...a, ...b) : fn(...a); }"
CASES: list[tuple[str, str, str, Any]] = [
    ("spread", "(...all) => all.length", "[['args', [{}, null, '3']]]", 3),
    ("made", "(n) => (x) => n * x", "[['n', 2], ['x', 4]]", 8),
    ("made", "() => (...all) => all.length", "[['args', [1, 2, 3]]]", 3),
    ("counter", "(n) => () => n++", "[['n', 10], ['calls', ['call', 'call', 'call']]]", [10, 11, 12]),
    ("methods", COUNTER, "[['n', 1], ['calls', ['up', 'up', 'down', 'wait']]]", [2, 3, 2, 2]),
    ("thunk", "null", "[['func', async () => 4]]", 4),
    ("outcome", "null", "[['func', () => true]]", {"value": True}),
    ("outcome", "null", "[['func', () => { throw new Error('Not Equal'); }]]", {"error": "Not Equal"}),
    ("outcome", "null", "[['func', () => { throw 'Equal'; }]]", {"error": "Equal"}),
    ("once", ONCE, "[['fn', (a, b) => a + b], ['calls', [[1, 2], [3, 4]]]]", [{"calls": 1, "value": 3}]),
    (
        "once",
        "(fn) => fn",
        "[['fn', (a, b) => a + b], ['calls', [[1, 2], [3, 4]]]]",
        [{"calls": 1, "value": 3}, {"calls": 2, "value": 7}],
    ),
    (
        "memoize",
        MEMO,
        "[['fnName', 'fib'], ['actions', ['call', 'call', 'getCallCount']], ['values', [[5], [5], []]]]",
        [8, 8, 1],
    ),
    (
        "memoize",
        "(fn) => fn",
        "[['fnName', 'sum'], ['actions', ['call', 'call', 'getCallCount']], ['values', [[2, 3], [2, 3], []]]]",
        [5, 5, 2],
    ),
    ("curried", CURRY, "[['fn', (a, b, c) => a + b + c], ['inputs', [[1], [2, 3]]]]", 6),
    ("generator", "function* () { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } }",
     "[['callCount', 5]]", [0, 1, 1, 2, 3]),
    ("elapsed", SLOW, "[['millis', 30]]", 30),
    ("prototype", "Array.prototype.last", "[['nums', [1, 2]], ['more', 5]]", [2, 5]),
    ("prototype", "Function.prototype.callOn", "[['fn', function (n) { return this.a + n; }], ['args', [{ a: 1 }, 2]]]",
     3),
    ("prototype", "Date.prototype.year", "[['date', '2014-06-20']]", 2014),
]  # fmt: skip
SCRIPT = """
const { follow } = require(%s);
Array.prototype.last = function (more) { return [this.at(-1), more]; };
Function.prototype.callOn = function (subject, ...rest) { return this.bind(subject)(...rest); };
Date.prototype.year = function () { return this.getUTCFullYear(); };
(async () => {
  const results = [];
  for (const [way, code, inputs] of [%s]) {
    const found = eval(`(${code})`);
    results.push(await follow(way, () => found, inputs, { name: code }));
  }
  console.log(JSON.stringify(results));
})();
"""


@pytest.fixture(scope="module")
def results() -> list[Any]:
    node = for_javascript()
    if node is None:
        pytest.skip("Node.js is not here")
    rows = ",".join(f"[{json.dumps(way)}, {json.dumps(code)}, {inputs}]" for way, code, inputs, _ in CASES)
    done = subprocess.run(
        [node.path, "-e", SCRIPT % (json.dumps(str(RECIPES)), rows)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("place", range(len(CASES)), ids=[f"{way}-{k}" for k, (way, *_) in enumerate(CASES)])
def test_a_solution_is_used_as_the_site_does(results: list[Any], place: int) -> None:
    assert results[place] == CASES[place][3]
