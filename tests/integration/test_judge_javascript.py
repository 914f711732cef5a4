"""JavaScript and TypeScript candidates, run for real in the sandbox."""

import textwrap
from typing import Any

import pytest

from lsp_server.judge.judge import judge
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Code, Example, Signature
from lsp_server.settings import SandboxSettings
from tests.judging import QUICK, call, cycle, function, method, problem, stdin

N = function("f", "n: number")


async def judged(
    code: str,
    *examples: Example,
    signature: Signature = N,
    language: str = "javascript",
    settings: SandboxSettings = QUICK,
    **fields: Any,
) -> Verdict:
    asked = problem(*examples, signature=signature, language=language, **fields)
    return await judge(asked, textwrap.dedent(code), settings)


def statuses(verdict: Verdict) -> list[str]:
    return [result.status for result in verdict.examples]


TWO_SUM = (
    "let seen = {}; for (let i = 0; i < nums.length; i++) { "
    "if (target - nums[i] in seen) return [seen[target - nums[i]], i]; seen[nums[i]] = i; }"
)


@pytest.mark.parametrize(
    "code",
    [
        f"var twoSum = function(nums, target) {{ {TWO_SUM} }};",
        f"const twoSum = (nums, target) => {{ {TWO_SUM} }};",
        f"function twoSum(nums, target) {{ {TWO_SUM} }}",
        f"class Solution {{ twoSum(nums, target) {{ {TWO_SUM} }} }}",
        f"export default function twoSum(nums, target) {{ {TWO_SUM} }}",
        f"export const twoSum = (nums, target) => {{ {TWO_SUM} }};",
        f"module.exports = {{ twoSum(nums, target) {{ {TWO_SUM} }} }};",
        f"const twoSum = async (nums, target) => {{ await null; {TWO_SUM} }};\nexport {{ twoSum }};",
    ],
)
async def test_a_solution_is_found_however_it_is_written(code: str) -> None:
    signature = function("twoSum", "nums: number[]", "target: number", returns="number[]")
    examples = [call([0, 1], nums=[2, 7, 11, 15], target=9), call([9, 9], nums=[3, 2, 4], target=6)]
    verdict = await judged(code, *examples, signature=signature)
    assert statuses(verdict) == ["passed", "wrong_answer"], verdict


async def test_inputs_in_another_order_go_by_their_names() -> None:
    verdict = await judged("function f(a, b) { return a - b; }", call(3, b=1, a=4), signature=function("f", "a", "b"))
    assert verdict.status == "passed"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("2 ** 53", 2**53),
        ("10n ** 30n", 10**30),
        ("-(2n ** 64n)", -(2**64)),
        ("0.1 + 0.2", 0.3),
        ("NaN", float("nan")),
        ("[Infinity, -Infinity]", [float("inf"), float("-inf")]),
        ("-0", 0),
        ("'é😀\\u0000\"'", 'é😀\x00"'),
        ("[null, true, 'x', [1.5]]", [None, True, "x", [1.5]]),
        ("new Set([1, 2])", {1, 2}),
        ("new Map([[1, 'a']])", {1: "a"}),
        ("({a: [1]})", {"a": [1]}),
        ("Int32Array.of(1, 2)", [1, 2]),
        ("null", None),
        ("undefined", None),
    ],
)
async def test_values_come_back_as_they_are(expression: str, expected: Any) -> None:
    verdict = await judged(f"const f = n => {expression};", call(expected, n=1))
    assert verdict.status == "passed", verdict


@pytest.mark.parametrize(
    ("expression", "shown"),
    [("[undefined]", "[undefined]"), ("-0", "-0.0"), ("NaN", "NaN"), ("undefined", "undefined"), ("1n", "1")],
)
async def test_what_is_wrong_is_shown_honestly(expression: str, shown: str) -> None:
    verdict = await judged(f"const f = n => {expression};", call("something else", n=1))
    assert (verdict.examples[0].status, verdict.examples[0].actual) == ("wrong_answer", shown)


async def test_an_array_that_is_changed_in_place_is_the_answer() -> None:
    code = "/** @return {void} Do not return anything. */ var f = function(nums) { nums.reverse(); };"
    verdict = await judged(code, call([2, 1], nums=[1, 2]), signature=function("f", "nums: number[]", returns="void"))
    assert verdict.status == "passed"


LISTS = """
    var reverse = function(head) {
        let last = null;
        while (head) [head.next, last, head] = [last, head, head.next];
        return last;
    };
"""


async def test_arrays_become_linked_lists_and_back() -> None:
    signature = function("reverse", "head: ListNode", returns="ListNode")
    verdict = await judged(LISTS, call([3, 2, 1], head=[1, 2, 3]), call([], head=[]), signature=signature)
    assert statuses(verdict) == ["passed", "passed"]
    assert verdict.examples[0].actual == "[3, 2, 1]"


async def test_trees_lists_of_lists_and_nodes_by_their_value() -> None:
    code = """
        var invert = root => root && new TreeNode(root.val, invert(root.right), invert(root.left));
        var merge = lists => { let all = []; for (let l of lists) for (; l; l = l.next) all.push(l.val);
            return all.sort((a, b) => a - b).reduceRight((next, val) => new ListNode(val, next), null); };
        var lowest = (root, p, q) => !root || root === p || root === q ? root
            : ((l, r) => l && r ? root : l || r)(lowest(root.left, p, q), lowest(root.right, p, q));
        var cyclic = head => { let slow = head, fast = head;
            while (fast && fast.next) { slow = slow.next; fast = fast.next.next; if (slow === fast) return true; }
            return false; };
    """
    tree, lists = "TreeNode | null", "Array<ListNode | null>"
    cases = [
        (function("invert", f"root: {tree}", returns=tree), call([4, 7, 2, None, 9], root=[4, 2, 7, None, None, 9]), 1),
        (function("invert", "root: TreeNode", returns="TreeNode"), call([1, None, 2], root=[1, 2]), 1),
        (function("merge", f"lists: {lists}", returns="ListNode"), call([1, 1, 2], lists=[[1, 2], [], [1]]), 1),
        (function("lowest", *(f"{n}: TreeNode" for n in "rpq"), returns="TreeNode"), call(3, r=[3, 5, 1], p=5, q=1), 1),
        (function("cyclic", "head: ListNode"), cycle(True, head=[3, 2, 0], pos=1), 1),
        (function("cyclic", "head: ListNode"), cycle(False, head=[3, 2, 0], pos=-1), 1),
    ]
    for signature, example, passed in cases:
        verdict = await judged(code, example, signature=signature)
        assert verdict.passed == passed, (signature.name, verdict)


NODES = {
    "children": ("function _Node(val, children) {}", [1, None, 3, 2, 4, None, 5, 6]),
    "neighbors": ("function _Node(val, neighbors) {}", [[2, 4], [1, 3], [2, 4], [1, 3]]),
    "random": ("function _Node(val, next, random) {}", [[7, None], [13, 0], [11, 4], [10, 2], [1, 0]]),
    "quad": (
        "function _Node(val, isLeaf, topLeft, topRight, bottomLeft, bottomRight) {}",
        [[0, 1], [1, 1], [0, 1], [1, 1], [1, 0], None, None, None, None, [1, 0], [1, 0], [1, 1], [1, 1]],
    ),
    "multilevel": (
        "function _Node(val, prev, next, child) {}",
        [1, 2, 3, 4, 5, 6, None, None, None, 7, 8, 9, 10, None, None, 11, 12],
    ),
    "parent": ("function _Node(val) { this.left; this.right; this.parent }", [3, 5, 1, 6, None]),
    "circle": ("function _Node(val, next) {}", [3, 4, 1]),
}


@pytest.mark.parametrize("kind", NODES)
async def test_every_class_node_of_leetcode_is_written_as_on_the_site(kind: str) -> None:
    definition, array = NODES[kind]
    expected = array[:-1] if kind == "parent" else array
    signature = function("f", "node: _Node", returns="_Node")
    verdict = await judged(f"// {definition}\nvar f = node => node;", call(expected, node=array), signature=signature)
    assert verdict.status == "passed", verdict


async def test_a_search_tree_can_become_a_ring() -> None:
    code = """
        // function _Node(val, left, right) {}
        var f = function(root) {
            let first = null, last = null;
            (function walk(node) {
                if (!node) return;
                walk(node.left);
                if (last) { last.right = node; node.left = last; } else first = node;
                last = node;
                walk(node.right);
            })(root);
            if (first) { first.left = last; last.right = first; }
            return first;
        };
    """
    signature = function("f", "root: _Node", returns="_Node")
    assert (await judged(code, call([1, 2, 3, 4, 5], root=[4, 2, 5, 1, 3]), signature=signature)).status == "passed"


CACHES = [
    """
    var LRUCache = function(capacity) { this.room = capacity; this.map = new Map(); };
    /** @param {number} key */
    LRUCache.prototype.get = function(key) { return this.map.has(key) ? this.map.get(key) : -1; };
    LRUCache.prototype.put = function(key, value) { this.map.set(key, value); };
    """,
    """
    class LRUCache {
        constructor(capacity) { this.map = new Map(); }
        get(key) { return this.map.get(key) ?? -1; }
        put(key, value) { this.map.set(key, value); }
    }
    """,
]


@pytest.mark.parametrize("code", CACHES)
async def test_a_design_class_is_driven_by_its_operations(code: str) -> None:
    example = Example(
        raw="",
        form="operations",
        inputs={"operations": ["LRUCache", "put", "get", "get"], "arguments": [[2], [1, 7], [1], [3]]},
        expected=[None, None, 7, -1],
    )
    signature = Signature(name="LRUCache", kind="class")
    assert (await judged(code, example, signature=signature)).status == "passed"


async def test_a_design_class_gets_nodes_where_its_documentation_says_so() -> None:
    code = """
        /**
         * @param {TreeNode} root
         */
        var Leftmost = function(root) { this.root = root; };
        /**
         * @return {number}
         */
        Leftmost.prototype.find = function() { let n = this.root; while (n.left) n = n.left; return n.val; };
    """
    inputs = {"operations": ["Leftmost", "find"], "arguments": [[[3, 1, 4]], []]}
    example = Example(raw="", form="operations", inputs=inputs, expected=[None, 1])
    assert (await judged(code, example, signature=Signature(name="Leftmost", kind="class"))).status == "passed"


@pytest.mark.parametrize(
    "body",
    [
        "const q = new MinPriorityQueue(); [3, 1, 2].forEach(x => q.enqueue(x)); return q.dequeue() + q.size() + "
        "10 * q.front();",
        "const q = new MinPriorityQueue(); [3, 1, 2].forEach(x => q.enqueue(x, x)); return q.dequeue().element + "
        "q.size() + 10 * q.front().priority;",
        "const q = new MaxPriorityQueue({priority: x => -x.v}); [3, 1, 2].forEach(v => q.enqueue({v})); const "
        "{element} = q.dequeue(); return element.v + 22;",
        "const q = new PriorityQueue((a, b) => a - b); [23, 99].forEach(x => q.enqueue(x)); return q.dequeue();",
        "const q = new PriorityQueue({compare: (a, b) => a - b}); [23, 99].forEach(x => q.enqueue(x)); return "
        "q.dequeue().element;",
        "const {MaxPriorityQueue: Q} = require('@datastructures-js/priority-queue'); const q = Q.fromArray([1, "
        "23]); return q.pop();",
        "const q = new Queue(); q.enqueue(23); q.push(1); return q.dequeue();",
        "const q = new Deque(); q.pushBack(1); q.pushFront(23); return q.popFront();",
        "return _.sum(_.range(1, 3)) + _.sortBy([20, 30])[0];",
    ],
)
async def test_what_leetcode_provides_is_there(body: str) -> None:
    verdict = await judged(f"var f = function(n) {{ {body} }};", call(23, n=1))
    assert verdict.status == "passed", verdict


PROGRAMS = [
    "const [a, b] = require('fs').readFileSync(0, 'utf8').split(' ').map(Number); console.log(a + b);",
    "const [a, b] = require('fs').readFileSync('/dev/stdin').toString().split(' ').map(Number); console.log(a + "
    "b); process.exit(0)",
    "import * as fs from 'fs';\nimport {readFileSync as read} from 'node:fs';\nconst [a, b] = read(0, "
    "'utf8').split(' ').map(Number);\nconsole.log(a + b); fs.statSync('.')",
    "const rl = require('readline').createInterface({input: process.stdin});\nrl.on('line', l => { const [a, b] "
    "= l.split(' ').map(Number); console.log(a + b); });",
    "let text = ''; process.stdin.on('data', d => text += d); process.stdin.on('end', () => { const [a, b] = "
    "text.split(' '); console.log(+a + +b); });",
    "import rl from 'readline';\nfor await (const l of rl.createInterface({input: process.stdin})) { const [a, "
    "b] = l.split(' '); console.log(+a + +b); }",
    "process.stdout.write('7'); return;",
]


@pytest.mark.parametrize("code", PROGRAMS)
async def test_a_program_reads_its_input_and_prints(code: str) -> None:
    signature = Signature(name="main", kind="program")
    verdict = await judged(code, stdin("3 4\n", "7\n"), stdin("3 4\n", "8\n"), signature=signature)
    assert statuses(verdict) == ["passed", "wrong_answer"], verdict


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "var f = n => {\n  return n.a.b;\n};",
            "TypeError: Cannot read properties of undefined (reading 'b') (line 2)",
        ),
        ("var f = n => {\n\n  throw new RangeError('no');\n};", "RangeError: no (line 3)"),
        ("var f = n => { throw 'a text'; };", "Thrown: 'a text'"),
        (
            "var f = n => n + ;",
            "The code does not define `f`. The file failed before that: SyntaxError: Unexpected token ';' (line 1).",
        ),
        ("var g = 1;", "The code does not define `f`."),
        ("var f = n => f(n);", "RangeError: Maximum call stack size exceeded (line 1)"),
        ("var f = n => new Promise(() => {});", "Error: It waits for something that never comes."),
        (
            "var f = n => { setTimeout(() => { throw new Error('late'); }); return new Promise(() => {}); };",
            "Error: late (line 1)",
        ),
        ("var f = n => process.exit(0);", "The process exited with status 0 before it returned a result."),
    ],
)
async def test_an_error_says_what_and_where(code: str, message: str) -> None:
    verdict = await judged(code, call(2, n=1))
    assert (verdict.examples[0].status, verdict.examples[0].message) == ("runtime_error", message)


async def test_a_failing_statement_is_told_beside_the_examples() -> None:
    verdict = await judged("function f(n) { return n; }\nmissing();", call(1, n=1))
    assert (verdict.status, verdict.message) == (
        "passed",
        "The file cannot be loaded without an error: ReferenceError: missing is not defined (line 2).",
    )


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("for (;;);", "time_limit"),
        ("const a = []; for (;;) a.push(new Array(1e5).fill(1));", "memory_limit"),
        ("const a = []; for (;;) a.push(Buffer.alloc(1e7, 1));", "memory_limit"),
        ("for (;;) console.log('x'.repeat(1000));", "output_limit"),
        ("return 'x'.repeat(1e7);", "output_limit"),
        ("process.kill(process.pid, 'SIGSEGV'); for (;;);", "runtime_error"),
    ],
)
async def test_limits_end_an_example_and_the_next_is_judged(code: str, status: str) -> None:
    settings = SandboxSettings(wall_time_s=1.5 if status == "time_limit" else 6.0, memory_mb=128, output_kb=64)
    verdict = await judged(
        f"var f = n => {{ if (n === 2) return n; {code} }};", call(1, n=1), call(2, n=2), settings=settings
    )
    assert statuses(verdict) == [status, "passed"], verdict


async def test_a_small_memory_limit_leaves_room_for_the_runtime() -> None:
    settings = SandboxSettings(wall_time_s=3.0, memory_mb=64, output_kb=64)
    code = "var f = n => new Array(3e6).fill(n).length;"
    assert (await judged(code, call(3_000_000, n=1), settings=settings)).status == "passed"
    code = "var f = n => { const a = []; for (;;) a.push(new Array(1e5).fill(n)); };"
    verdict = await judged(code, call(1, n=1), settings=settings)
    assert (verdict.examples[0].status, verdict.examples[0].message) == (
        "memory_limit",
        "It needed more than 64 MB of memory.",
    )


async def test_a_large_input_and_a_large_result_go_through() -> None:
    numbers = list(range(200_000))
    settings = SandboxSettings(wall_time_s=5.0, memory_mb=512, output_kb=4096)
    code = "var f = nums => nums.reverse();"
    signature = function("f", "nums: number[]", returns="number[]")
    verdict = await judged(code, call(numbers[::-1], nums=numbers), signature=signature, settings=settings)
    assert verdict.status == "passed"


async def test_recursion_as_deep_as_the_sites_allow() -> None:
    assert (await judged("var f = n => n ? 1 + f(n - 1) : 0;", call(50_000, n=50_000))).status == "passed"


async def test_a_method_of_a_class_solution() -> None:
    signature = method("inc", "n: number", returns="number")
    assert (await judged("class Solution { inc(n) { return n + 1; } }", call(2, n=1), signature=signature)).passed


TYPED = [
    "function f(n: number): number { return n + 1; }",
    "const f = (n: number): number => (n as number)! + 1;",
    "class Box { constructor(private readonly n: number) {} up(): number { return this.n + 1; } }\nfunction f(n: "
    "number) { return new Box(n).up(); }",
    "enum By { One = 1 }\nfunction f(n: number): number { return n + By.One; }",
    "interface Pair { a: number }\ntype T<X> = X extends Pair ? X : never;\nexport function f<X extends "
    "number>(n: X): number { const p: Pair = {a: n}; return p.a + 1; }",
    "import { readFileSync } from 'fs';\nimport type { Stats } from 'fs';\nfunction f(n: number): number { "
    "readFileSync; return n + 1; }",
    "abstract class A { abstract g(n: number): number }\nclass B extends A { override g(n: number) { return n + "
    "1; } }\nlet f = (n: number) => new B().g(n);",
]


@pytest.mark.parametrize("code", TYPED)
async def test_types_do_not_matter(code: str) -> None:
    verdict = await judged(code, call(2, n=1), language="typescript")
    assert verdict.status == "passed", verdict


async def test_leetcodes_typescript_compiles_without_the_sites_declarations() -> None:
    code = """
        function reverse(head: ListNode | null): ListNode | null {
            const q = new MinPriorityQueue<number>();
            for (; head; head = head.next) q.enqueue(head.val);
            let list: ListNode | null = null;
            while (!q.isEmpty()) list = new ListNode(q.dequeue(), list);
            return list;
        }
    """
    signature = function("reverse", "head: ListNode | null", returns="ListNode | null")
    verdict = await judged(code, call([3, 2, 1], head=[1, 3, 2]), signature=signature, language="typescript")
    assert verdict.status == "passed", verdict


@pytest.mark.parametrize("before", ["", "enum E { A }\n"])
async def test_lines_of_errors_are_those_of_the_typed_file(before: str) -> None:
    code = f"{before}interface A {{\n  a: number\n}}\nfunction f(n: number): number {{\n  throw new Error('x');\n}}"
    verdict = await judged(code, call(2, n=1), language="typescript")
    assert verdict.examples[0].message == f"Error: x (line {5 + bool(before)})"


async def test_big_integers_are_bigints_where_the_type_says_so() -> None:
    signature = function("f", "n: bigint", returns="bigint")
    code = "function f(n: bigint): bigint { return n * n; }"
    verdict = await judged(code, call(10**40, n=10**20), call(4, n=2), signature=signature, language="typescript")
    assert verdict.status == "passed", verdict


async def test_a_syntax_error_in_typescript_is_told() -> None:
    verdict = await judged("function f(n: number): number {\n  return n +;\n}", call(2, n=1), language="typescript")
    assert "SyntaxError" in (verdict.examples[0].message or "")
    assert "(line 2)" in (verdict.examples[0].message or "")


CODEC = """
    var serialize = root => root ? `${root.val},${serialize(root.left)},${serialize(root.right)}` : "#";
    var deserialize = function(data) {
        const items = data.split(",").values();
        const read = () => {
            const value = items.next().value;
            return value === "#" ? null : new TreeNode(+value, read(), read());
        };
        return read();
    };
"""
CODEC_CLASS = """
    class Codec {
        words: string[] = [];
        encode(text: string): string { return String(this.words.push(text) - 1); }
        decode(place: string): string { return this.words[Number(place)]; }
    }
"""


@pytest.mark.parametrize("code", [CODEC, CODEC.replace("read(), read()", "read(), null")])
async def test_what_is_serialized_must_come_back(code: str) -> None:
    tree = [1, 2, 3, None, None, 4, 5]
    signature = function("serialize", "root: TreeNode", returns="string")
    verdict = await judged(code, call(tree, root=tree), call([], root=[]), signature=signature)
    assert (verdict.status == "passed") == (code == CODEC)


async def test_what_an_object_encodes_it_must_decode() -> None:
    signature = method("encode", "text: string", returns="string").model_copy(update={"owner": "Codec"})
    verdict = await judged(CODEC_CLASS, call("a", text="a"), signature=signature, language="typescript")
    assert verdict.status == "passed", verdict


async def test_a_template_of_hackerrank_prints_where_the_site_reads() -> None:
    code = """
        'use strict';
        const fs = require('fs');
        process.stdin.resume();
        process.stdin.setEncoding('utf-8');
        let inputString = '';
        let currentLine = 0;
        process.stdin.on('data', function(inputStdin) { inputString += inputStdin; });
        process.stdin.on('end', function() { inputString = inputString.split('\\n'); main(); });
        function readLine() { return inputString[currentLine++]; }
        function main() {
            const ws = fs.createWriteStream(process.env.OUTPUT_PATH);
            const [a, b] = readLine().split(' ').map(Number);
            ws.write(a + b + '\\n');
            ws.end();
        }
    """
    verdict = await judged(code, stdin("1 2\n", "3\n"), signature=Signature(name="main", kind="program"))
    assert verdict.status == "passed", verdict


FUNCTIONS = """
var keep = function(items, fn) { return items.filter((item, k) => fn(item, %s)); };
var createCounter = function(n) { return () => n++; };
"""


@pytest.mark.parametrize(("place", "status"), [("k", "passed"), ("0", "wrong_answer")])
async def test_functions_go_in_as_the_statement_writes_them(place: str, status: str) -> None:
    example = call([1], items=[1, 2], fn=Code("function first(n, i) { return i === 0; }"))
    signature = function("keep", "items: number[]", "fn: Function", returns="number[]")
    verdict = await judged(FUNCTIONS % place, example, signature=signature)
    assert statuses(verdict) == [status], verdict
    assert verdict.examples[0].input == "items = [1, 2], fn = function first(n, i) { return i === 0; }"


async def test_what_is_returned_is_called() -> None:
    calls = [call(wanted, n=4, calls=["call", "call"]) for wanted in ([4, 5], [5, 6])]
    examples = [each.model_copy(update={"custom": "counter"}) for each in calls]
    signature = function("createCounter", "n: number", returns="Function")
    verdict = await judged(FUNCTIONS % 0, *examples, signature=signature)
    assert statuses(verdict) == ["passed", "wrong_answer"], verdict
