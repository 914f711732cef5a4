"""Python candidates, judged for real: every form of example and the conventions that statements take for granted."""

import asyncio
import sys
import tempfile
import textwrap
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from lsp_server.errors import NoIsolationError
from lsp_server.judge import judge as judging
from lsp_server.judge.judge import judge
from lsp_server.judge.runners import supervised
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Example, Signature
from lsp_server.sandbox import unisolated
from lsp_server.settings import SandboxSettings
from tests.judging import QUICK, call, cycle, function, method, problem, session, stdin


async def judged(
    code: str,
    *examples: Example,
    signature: Signature | None = None,
    settings: SandboxSettings = QUICK,
    **fields: Any,
) -> Verdict:
    asked = problem(*examples, signature=signature or function("f", "n"), **fields)
    return await judge(asked, textwrap.dedent(code), settings)


def statuses(verdict: Verdict) -> list[str]:
    return [result.status for result in verdict.examples]


async def test_a_leetcode_solution_needs_no_imports() -> None:
    code = """
        class Solution:
            def twoSum(self, nums: List[int], target: int) -> List[int]:
                seen = defaultdict(int)
                for i, n in enumerate(nums):
                    if target - n in seen:
                        return [seen[target - n], i]
                    seen[n] = i
    """
    signature = method("twoSum", "nums: List[int]", "target: int", returns="List[int]")
    examples = [call([0, 1], nums=[2, 7, 11, 15], target=9), call([1, 2], nums=[3, 2, 4], target=6)]
    verdict = await judged(code, *examples, signature=signature)
    assert (verdict.status, verdict.isolation, verdict.missing_imports) == ("passed", "bubblewrap", ())
    assert verdict.examples[0].input == "nums = [2, 7, 11, 15], target = 9"


@pytest.mark.parametrize(
    "expression",
    [
        "Counter('aab').most_common(1)[0][1]",
        "math.gcd(4, 6)",
        "gcd(4, 6)",
        "heapq.nsmallest(1, [2, 3])[0]",
        "heappop([2, 3])",
        "bisect_left([1, 2, 3], 3)",
        "bisect.bisect_left([1, 2, 3], 3)",
        "len(list(accumulate([1, 2])))",
        "reduce(lambda a, b: a * b, [1, 2])",
        "cache(lambda: 2)()",
        "len(deque([1, 2]))",
        "int(re.match(r'\\d', '2')[0])",
        "string.digits.index('2')",
        "copy.deepcopy(2)",
        "next(filter(None, [0, 2]))",
        "int(inf > 1) + 1",
        "sum(pairwise([0, 1, 1])[0]) if False else 2",
        "operator.add(1, 1)",
        "len([x for x in (Optional, List)])",
        "pow(2, 1)",
    ],
)
async def test_names_that_leetcode_provides_are_there(expression: str) -> None:
    assert (await judged(f"def f(n):\n    return {expression}", call(2, n=1))).status == "passed"


async def test_what_a_plain_file_lacks_is_named() -> None:
    code = "def f(n: List[int]) -> int:\n    return math.floor(sqrt(len(n))) + len(Counter(n))"
    verdict = await judged(code, call(2, n=[1]))
    wanted = ("from collections import Counter", "from math import sqrt", "from typing import List", "import math")
    assert (verdict.status, verdict.missing_imports) == ("passed", wanted)


async def test_imports_of_the_file_are_not_missing() -> None:
    code = "import math as m\nfrom typing import List\ndef f(n: List[int]):\n    floor = m.floor\n    return floor(2.5)"
    assert (await judged(code, call(2, n=[1]))).missing_imports == ()


REVERSE = """
class Solution:
    def reverse(self, head: Optional[ListNode]) -> Optional[ListNode]:
        last = None
        while head:
            head.next, last, head = last, head, head.next
        return last
"""


@pytest.mark.parametrize("types", [("head: Optional[ListNode]", "Optional[ListNode]"), ("head", "")])
async def test_arrays_become_linked_lists_and_back(types: tuple[str, str]) -> None:
    signature = method("reverse", types[0], returns=types[1])
    verdict = await judged(REVERSE, call([3, 2, 1], head=[1, 2, 3]), call([], head=[]), signature=signature)
    assert statuses(verdict) == ["passed", "passed"]
    assert verdict.examples[0].actual == "[3, 2, 1]"


async def test_a_list_of_linked_lists_is_one_of_each() -> None:
    code = """
        class Solution:
            def merge(self, lists: List[Optional[ListNode]]) -> Optional[ListNode]:
                values = []
                for node in lists:
                    while node:
                        values.append(node.val)
                        node = node.next
                head = None
                for value in sorted(values, reverse=True):
                    head = ListNode(value, head)
                return head
    """
    signature = method("merge", "lists: List[Optional[ListNode]]", returns="Optional[ListNode]")
    examples = [call([1, 1, 3, 4], lists=[[1, 4], [1, 3]]), call([], lists=[]), call([], lists=[[]])]
    assert (await judged(code, *examples, signature=signature)).passed == 3


async def test_the_position_of_a_cycle_is_no_argument() -> None:
    code = """
        class Solution:
            def hasCycle(self, head: Optional[ListNode]) -> bool:
                seen = set()
                while head and head not in seen:
                    seen.add(head)
                    head = head.next
                return head is not None
    """
    signature = method("hasCycle", "head: Optional[ListNode]", returns="bool")
    examples = [cycle(True, head=[3, 2, 0], pos=1), cycle(False, head=[1], pos=-1)]
    assert (await judged(code, *examples, signature=signature)).passed == 2


async def test_arrays_become_trees_and_back() -> None:
    code = """
        class Solution:
            def invert(self, root: Optional[TreeNode]) -> Optional[TreeNode]:
                if root:
                    root.left, root.right = self.invert(root.right), self.invert(root.left)
                return root
    """
    signature = method("invert", "root: Optional[TreeNode]", returns="Optional[TreeNode]")
    examples = [
        call([4, 7, 2, 9, 6, 3, 1], root=[4, 2, 7, 1, 3, 6, 9]),
        call([1, None, 2], root=[1, 2]),
        call([], root=[]),
    ]
    assert (await judged(code, *examples, signature=signature)).passed == 3


async def test_a_node_may_be_given_and_returned_by_its_value() -> None:
    code = """
        class Solution:
            def lowest(self, root: 'TreeNode', p: 'TreeNode', q: 'TreeNode') -> 'TreeNode':
                if root in (None, p, q):
                    return root
                left, right = self.lowest(root.left, p, q), self.lowest(root.right, p, q)
                return root if left and right else left or right
    """
    signature = method("lowest", "root: TreeNode", "p: TreeNode", "q: TreeNode", returns="TreeNode")
    examples = [call(3, root=[3, 5, 1, 6, 2], p=5, q=1), call(5, root=[3, 5, 1, 6, 2], p=5, q=2)]
    assert (await judged(code, *examples, signature=signature)).passed == 2


async def test_the_files_own_node_class_is_used() -> None:
    code = """
        class ListNode:
            def __init__(self, x):
                self.val = x
                self.next = None
        def f(head: ListNode):
            return type(head) is ListNode and head.next.val == 2
    """
    assert (await judged(code, call(True, head=[1, 2]), signature=function("f", "head: ListNode"))).status == "passed"


async def test_a_function_that_changes_its_argument_returns_nothing() -> None:
    code = """
        class Solution:
            def moveZeroes(self, nums: List[int]) -> None:
                nums.sort(key=lambda n: n == 0)
    """
    signature = method("moveZeroes", "nums: List[int]", returns="None")
    example = call([1, 3, 0], nums=[0, 1, 3])
    named = example.model_copy(update={"mutated": "nums"})
    assert (await judged(code, example, named, signature=signature)).passed == 2


async def test_a_count_and_the_argument_it_counts_in() -> None:
    code = """
        def f(nums):
            kept = sorted(set(nums))
            nums[: len(kept)] = kept
            return len(kept)
    """
    example = call([1, 2], nums=[1, 1, 2]).model_copy(update={"mutated": "nums", "returned": 2})
    assert (await judged(code, example, signature=function("f", "nums"))).status == "passed"


async def test_examples_do_not_share_their_inputs() -> None:
    code = "def f(n, seen=None):\n    n.append(1)\n    return n"
    assert (await judged(code, call([1], n=[]), call([1], n=[]))).passed == 2


async def test_state_that_leaks_between_calls_is_caught() -> None:
    """The examples run one after the other in one process, as on an online judge."""
    code = "def f(n, seen=[]):\n    seen.append(n)\n    return seen"
    assert statuses(await judged(code, call([1], n=1), call([2], n=2))) == ["passed", "wrong_answer"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("yield from range(n)", [0, 1, 2]),
        ("return (1, n)", [1, 3]),
        ("return {n, 1}", {1, 3}),
        ("return {'a': n}.values()", [3]),
        ("return n / 9", 0.33333),
        ("return 10 ** 5000 * n", 3 * 10**5000),
        ("return float('nan')", float("nan")),
        ("return '\\u4f60\\U0001f642' * n", "\u4f60\U0001f642" * 3),
        ("return b'x' * n", b"xxx"),
        ("return {(1, 2): [n]}", {(1, 2): [3]}),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else "value",
)
async def test_results_of_every_kind(body: str, expected: Any) -> None:
    assert (await judged(f"def f(n):\n    {body}", call(expected, n=3))).status == "passed"


async def test_a_coroutine_is_awaited() -> None:
    code = "import asyncio\nasync def f(n):\n    await asyncio.sleep(0)\n    return n"
    assert (await judged(code, call(1, n=1), session("f(2)", 2))).passed == 2


async def test_inputs_by_name_may_come_in_another_order() -> None:
    signature = function("f", "a", "b")
    assert (await judged("def f(a, b): return a - b", call(1, b=2, a=3), signature=signature)).status == "passed"


async def test_a_method_where_a_function_was_asked_for() -> None:
    assert (await judged("class Solution:\n    def f(self, n): return n", call(1, n=1))).status == "passed"


async def test_sessions() -> None:
    code = """
        def f(n):
            if n < 0:
                raise ValueError(f"{n} is negative")
            print("seen", n)
            return n * 2
        class Thing:
            def __repr__(self): return "<Thing>"
    """
    examples = [
        session("f(2)", 4),
        session(">>> x = f(2)\n>>> x + 1", 5),
        session(">>> for k in range(2):\n...     x = f(k)\n>>> x", 2),
        session("f(1)", "seen 1\n2", "text"),
        session("f(1)\nf(3)", "seen 3\n6", "text"),
        session("Thing()", "<Thing>", "text"),
        session("f(-1)", "ValueError: -1 is negative", "exception"),
        session("x = 3", None),
        session("f(2)", 5),
    ]
    verdict = await judged(code, *examples)
    assert statuses(verdict) == ["passed"] * 8 + ["wrong_answer"]


async def test_a_session_of_one_example_does_not_reach_into_the_next() -> None:
    assert statuses(await judged("def f(n): return n", session("f = None", None), session("f(1)", 1))) == ["passed"] * 2


async def test_design_classes() -> None:
    code = """
        class Counter:
            def __init__(self, start: int):
                self.value = start
            def add(self, n: int) -> None:
                self.value += n
            def get(self) -> int:
                return self.value
    """
    operations = {"operations": ["Counter", "add", "get"], "arguments": [[1], [2], []]}
    examples = [
        Example(raw="", form="operations", inputs=operations, expected=[None, None, 3]),
        Example(raw="", form="operations", inputs=operations, expected=[None, None, 4]),
    ]
    verdict = await judged(code, *examples, signature=Signature(name="Counter", kind="class"))
    assert statuses(verdict) == ["passed", "wrong_answer"]
    assert verdict.examples[1].actual == "[None, None, 3]"


async def test_a_design_class_may_be_made_of_a_tree() -> None:
    code = """
        class Walk:
            def __init__(self, root: Optional[TreeNode]):
                self.nodes = [root]
            def next(self) -> int:
                node = self.nodes.pop()
                self.nodes += [n for n in (node.right, node.left) if n]
                return node.val
    """
    inputs = {"operations": ["Walk", "next", "next"], "arguments": [[[7, 3, 15]], [], []]}
    example = Example(raw="", form="operations", inputs=inputs, expected=[None, 7, 3])
    assert (await judged(code, example, signature=Signature(name="Walk", kind="class"))).status == "passed"


PROGRAM = Signature(name="main", kind="program")


async def test_programs_read_and_print() -> None:
    code = """
        import sys
        def main():
            n = int(input())
            print(sum(map(int, sys.stdin.readline().split())) / n)
        if __name__ == "__main__":
            main()
    """
    examples = [stdin("3\n1 2 3\n", "2.000000\n"), stdin("2\n1 2", "1.5"), stdin("1\n1\n", "2"), stdin("", "0")]
    verdict = await judged(code, *examples, signature=PROGRAM)
    assert statuses(verdict) == ["passed", "passed", "wrong_answer", "runtime_error"]
    assert verdict.examples[3].message == "EOFError: EOF when reading a line (line 4)"


@pytest.mark.parametrize(
    ("leave", "status"),
    [
        ("sys.exit()", "passed"),
        ("sys.exit(0)", "passed"),
        ("os._exit(0)", "passed"),
        ("sys.exit(1)", "runtime_error"),
        ("os._exit(1)", "runtime_error"),
    ],
)
async def test_a_program_may_end_itself_with_status_0(leave: str, status: str) -> None:
    code = f"import os, sys\nprint(input(), flush=True)\n{leave}"
    assert statuses(await judged(code, stdin("x", "x"), signature=PROGRAM)) == [status]


async def test_each_run_of_a_program_is_its_own() -> None:
    code = "import os\nprint(os.path.exists('x'), input())\nopen('x', 'w').close() if False else None"
    assert (await judged(code, stdin("a", "False a"), stdin("b", "False b"), signature=PROGRAM)).passed == 2


async def test_the_rest_of_the_file_does_not_matter() -> None:
    code = """
        print("loaded")
        import module_that_is_not_installed
        def other(n):
            pass
        assert other(1) == 2
        other(1)[0]
        input("name? ")
        def f(n):
            print("noise")
            return n
        exit()
        if __name__ == "__main__":
            1 / 0
    """
    assert (await judged(code, call(1, n=1))).status == "passed"


async def test_a_failing_import_explains_the_name_that_is_missing() -> None:
    verdict = await judged("import module_that_is_not_installed as m\ndef f(n):\n    return m.g(n)", call(1, n=1))
    assert verdict.examples[0].message == (
        "NameError: name 'm' is not defined (line 3) The file failed before that: "
        "ModuleNotFoundError: No module named 'module_that_is_not_installed' (line 1)."
    )


async def test_an_exception_is_given_with_its_line_in_the_file() -> None:
    verdict = await judged("# a comment\n\ndef g(n):\n    return 1 / n\n\ndef f(n):\n    return g(n)", call(1, n=0))
    assert verdict.examples[0].message == "ZeroDivisionError: division by zero (line 4)"


async def test_a_file_that_is_no_python_says_where() -> None:
    verdict = await judged("def f(n):\n    return (", call(1, n=0))
    assert verdict.examples[0].message == (
        "The code does not define `f`. The file failed before that: SyntaxError: '(' was never closed (line 2)."
    )


async def test_future_imports_hold_for_the_whole_file() -> None:
    code = "from __future__ import annotations\ndef f(n: NoSuchType) -> Nor[This]:\n    return n"
    assert (await judged(code, call(1, n=1))).status == "passed"


async def test_data_classes_and_generics_work_in_the_module() -> None:
    code = """
        from dataclasses import dataclass
        import typing
        @dataclass(order=True)
        class Point:
            x: int
            y: "list[int]"
        def f(n):
            return sorted(typing.get_type_hints(Point)), Point(1, []) < Point(n, [])
    """
    assert (await judged(code, call((["x", "y"], True), n=2))).status == "passed"


async def test_nothing_to_judge_is_said() -> None:
    assert (await judged("def f(n): return n")).status == "no_examples"


async def test_another_language_is_not_supported_yet() -> None:
    verdict = await judged("F.", call(1, n=1), language="cobol")
    assert verdict.status == "unsupported"
    assert (verdict.message or "").startswith("cobol cannot be run yet. Can be run: ")


async def test_where_nothing_may_be_run_the_verdict_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(allow_unisolated: bool) -> object:
        raise NoIsolationError("Nothing was run. Install bubblewrap.")

    monkeypatch.setattr(judging, "choose", refuse)
    verdict = await judged("def f(n): return n", call(1, n=1))
    assert (verdict.status, verdict.isolation) == ("error", "not run")
    assert verdict.message == "Nothing was run. Install bubblewrap."


async def test_a_scratch_folder_that_takes_nothing_is_an_error_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(judging, "choose", lambda allow_unisolated: unisolated.MECHANISM)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    verdict = await judged("def f(n): return n", call(1, n=1))
    assert (verdict.status, verdict.examples) == ("error", ())
    assert "Free some space" in (verdict.message or "")


async def test_a_run_without_isolation_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "choose", lambda allow_unisolated: unisolated.MECHANISM)
    verdict = await judged("def f(n): return n", call(1, n=1))
    assert (verdict.status, verdict.isolation) == ("passed", "none")


async def test_little_memory_is_enough_for_little_code() -> None:
    asked = problem(call(1, n=1), signature=function("f", "n"))
    assert (await judge(asked, "def f(n): return n", SandboxSettings(memory_mb=64))).status == "passed"


async def test_a_large_file_is_judged() -> None:
    code = "\n".join(f"def g{k}(n): return n + {k}" for k in range(20_000)) + "\ndef f(n): return g7(n)"
    asked = problem(call(8, n=1), signature=function("f", "n"))
    assert (await judge(asked, code, SandboxSettings())).status == "passed"


async def test_a_large_result_is_compared() -> None:
    assert (await judged("def f(n): return list(range(n))", call(list(range(9000)), n=9000))).status == "passed"


async def test_many_examples_have_their_own_verdicts() -> None:
    verdict = await judged("def f(n): return n // (n % 10)", *(call(n, n=n) for n in range(1, 41)))
    assert [k for k, status in enumerate(statuses(verdict), 1) if status == "runtime_error"] == [10, 20, 30, 40]
    assert statuses(verdict)[0] == "passed"


async def test_judgements_run_side_by_side() -> None:
    one, two = await asyncio.gather(
        judged("def f(n): return n", call(1, n=1)), judged("def f(n): return -n", call(1, n=1))
    )
    assert (one.status, two.status) == ("passed", "failed")


async def test_a_cancelled_judgement_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    marker = uuid.uuid4().hex
    monkeypatch.setattr(supervised, "START", f"{supervised.START} # {marker}")
    running = asyncio.ensure_future(judged("def f(n):\n    while True: pass", call(1, n=1)))
    await _until(lambda: len(_marked(marker)) >= 2)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert _marked(marker) == []


DYING = """
import asyncio, sys
from lsp_server.judge.judge import judge
from lsp_server.judge.runners import supervised
from lsp_server.sandbox import bubblewrap, landlock
from lsp_server.judge import judge as judging
from tests.judging import QUICK, call, function, problem
supervised.START += " # " + sys.argv[1]
mechanism = {"bubblewrap": bubblewrap, "landlock": landlock}[sys.argv[2]].MECHANISMS[1]
judging.choose = lambda allow_unisolated: mechanism
code = "import os\\ndef f(n):\\n    os.fork()\\n    while True: pass"
asyncio.run(judge(problem(call(1, n=1), signature=function("f", "n")), code, QUICK))
"""


@pytest.mark.parametrize("mechanism", ["bubblewrap", "landlock"])
async def test_the_death_of_the_server_ends_the_sandbox(mechanism: str) -> None:
    from lsp_server.sandbox import landlock

    if mechanism == "landlock" and landlock.obstacle():
        pytest.skip(landlock.obstacle() or "")
    marker = uuid.uuid4().hex
    server = await asyncio.create_subprocess_exec(sys.executable, "-c", DYING, marker, mechanism)
    await _until(lambda: len(_marked(marker)) >= 4)  # server, wrapper, supervisor, worker
    server.kill()
    await server.wait()
    await _until(lambda: _marked(marker) == [])


async def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


def _marked(marker: str) -> list[int]:
    found = [
        p for p in psutil.process_iter(["cmdline", "status"]) if any(marker in word for word in p.info["cmdline"] or [])
    ]
    return [p.pid for p in found if p.info["status"] != psutil.STATUS_ZOMBIE]


async def test_callables_of_every_kind_are_called_with_nodes() -> None:
    """The annotations that say so are found behind decorators too."""
    code = """
        import functools
        def logged(function):
            @functools.wraps(function)
            def wrapper(*args):
                return function(*args)
            return wrapper
        class Solution:
            @logged
            def first(self, head: Optional[ListNode]) -> int:
                return head.val
            @staticmethod
            def second(head: Optional[ListNode]) -> int:
                return head.next.val
        third = functools.partial(Solution.second)
    """
    for name, expected in (("first", 7), ("second", 8)):
        assert (await judged(code, call(expected, head=[7, 8]), signature=method(name, "head"))).status == "passed"
    signature = function("third", "head: ListNode")
    assert (await judged(code, call(8, head=[7, 8]), signature=signature)).status == "passed"


NODES = {
    "children": ("val=None, children=None", [1, None, 3, 2, 4, None, 5, 6]),
    "neighbors": ("val=0, neighbors=None", [[2, 4], [1, 3], [2, 4], [1, 3]]),
    "random": ("x, next=None, random=None", [[7, None], [13, 0], [11, 4], [10, 2], [1, 0]]),
    "quad": (
        "val, isLeaf, topLeft, topRight, bottomLeft, bottomRight",
        [[0, 1], [1, 1], [0, 1], [1, 1], [1, 0], None, None, None, None, [1, 0], [1, 0], [1, 1], [1, 1]],
    ),
    "multilevel": (
        "val, prev, next, child",
        [1, 2, 3, 4, 5, 6, None, None, None, 7, 8, 9, 10, None, None, 11, 12],
    ),
    "parent": ("val, left, right, parent", [3, 5, 1, 6]),
    "circle": ("val=None, next=None", [3, 4, 1]),
}


@pytest.mark.parametrize("kind", NODES)
async def test_every_class_node_of_leetcode_is_written_as_on_the_site(kind: str) -> None:
    fields, array = NODES[kind]
    code = f"# Definition.\n# class Node:\n#     def __init__(self, {fields}): ...\n"
    code += "class Solution:\n    def same(self, node: 'Optional[Node]') -> 'Optional[Node]':\n        return node"
    signature = method("same", "node: 'Optional[Node]'", returns="'Optional[Node]'")
    verdict = await judged(code, call(array, node=array), call([], node=[]), signature=signature)
    assert verdict.status == "passed", verdict


async def test_a_class_is_found_inside_another_one() -> None:
    code = """
        class Study:
            class Day:
                class Solution:
                    def f(self, n): return n + 1
                class Stack:
                    def size(self): return 3
            Solution = 5
    """
    assert (await judged(code, call(2, n=1), signature=method("f", "n"))).status == "passed"
    inputs = {"operations": ["Stack", "size"], "arguments": [[], []]}
    example = Example(raw="", form="operations", inputs=inputs, expected=[None, 3])
    assert (await judged(code, example, signature=Signature(name="Stack", kind="class"))).status == "passed"


@pytest.mark.parametrize(("line", "status"), [("node.prev = None", "passed"), ("pass", "wrong_answer")])
async def test_a_list_that_goes_back_must_go_back_right(line: str, status: str) -> None:
    fields = "val, prev, next, child"
    code = f"# class Node:\n#     def __init__(self, {fields}): ...\n"
    code += f"def rest(head: 'Node') -> 'Node':\n    node = head.next\n    {line}\n    return node"
    verdict = await judged(
        code, call([2, 3], head=[1, 2, 3]), signature=function("rest", "head: 'Node'", returns="'Node'")
    )
    assert verdict.examples[0].status == status, verdict


async def test_a_tree_whose_levels_are_linked() -> None:
    code = """
        # class Node:
        #     def __init__(self, val=0, left=None, right=None, next=None):
        class Solution:
            def connect(self, root: 'Node') -> 'Node':
                level = [root] if root else []
                while level:
                    for node, after in zip(level, level[1:]):
                        node.next = after
                    level = [child for node in level for child in (node.left, node.right) if child]
                return root
    """
    signature = method("connect", "root: 'Node'", returns="'Node'")
    expected = [1, "#", 2, 3, "#", 4, 5, 7, "#"]
    assert (await judged(code, call(expected, root=[1, 2, 3, 4, 5, None, 7]), signature=signature)).status == "passed"


async def test_a_search_tree_can_become_a_ring() -> None:
    code = """
        # class Node: def __init__(self, val, left=None, right=None):
        class Solution:
            def ring(self, root: 'Node') -> 'Node':
                nodes = []
                def walk(node):
                    if node:
                        walk(node.left); nodes.append(node); walk(node.right)
                walk(root)
                for k, node in enumerate(nodes):
                    node.left, nodes[k - 1].right = nodes[k - 1], node
                return nodes[0]
    """
    signature = method("ring", "root: 'Node'", returns="'Node'")
    assert (await judged(code, call([1, 2, 3, 4, 5], root=[4, 2, 5, 1, 3]), signature=signature)).status == "passed"


async def test_a_node_of_the_sites_can_be_made() -> None:
    code = """
        # class Node: def __init__(self, val=None, children=None):
        class Solution:
            def grow(self, n: int) -> 'Node':
                return Node(n, [Node(n + 1, []), Node(val=n + 2)])
    """
    verdict = await judged(code, call([1, None, 2, 3], n=1), signature=method("grow", "n: int", returns="'Node'"))
    assert verdict.status == "passed", verdict


async def test_a_class_node_of_the_files_own_is_no_answer() -> None:
    code = "class Node:\n    def __init__(self): self.next = {}\ndef f(n):\n    return Node()"
    assert statuses(await judged(code, call([1], n=1))) == ["wrong_answer"]


MACOS = """
import os, select, types
del os.pidfd_open, os.memfd_create
class Queue:
    def control(self, changes, most):
        os.waitid(os.P_PID, changes[0].ident, os.WEXITED | os.WNOWAIT)
select.kqueue, select.kevent = Queue, lambda ident, **_: types.SimpleNamespace(ident=ident)
select.KQ_FILTER_PROC = select.KQ_EV_ADD = select.KQ_NOTE_EXIT = 0
"""


async def test_the_harness_does_without_what_only_linux_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS has neither pidfds nor memory files, but kqueue: imitated, not run there."""
    monkeypatch.setattr(supervised, "START", f"exec({MACOS!r})\n{supervised.START}")
    code = """
        import os
        def f(n):
            if n == 2: os._exit(3)
            while n == 3: pass
            return n
        if __name__ == "__main__":
            print(input())
    """
    examples = (call(1, n=1), call(2, n=2), call(3, n=3), call(4, n=4), stdin("in\n", "in"))
    verdict = await judged(code, *examples, settings=QUICK.model_copy(update={"wall_time_s": 0.5}))
    assert statuses(verdict) == ["passed", "runtime_error", "time_limit", "passed", "passed"]


CODEC = """
class Codec:
    def serialize(self, root):
        return f"{root.val},{self.serialize(root.left)},{self.serialize(root.right)}" if root else "#"
    def deserialize(self, data):
        items = iter(data.split(","))
        def read():
            value = next(items)
            return None if value == "#" else TreeNode(int(value), read(), read())
        return read()
"""


@pytest.mark.parametrize(
    ("code", "status"),
    [
        (CODEC, "passed"),
        (CODEC.replace("read(), read()", "None, read()"), "failed"),
        ("class Codec:\n def serialize(self, root): return root\n def deserialize(self, data): return data", "failed"),
        ("class Codec:\n def serialize(self, root): return '1'", "failed"),
    ],
)
async def test_what_is_serialized_must_come_back(code: str, status: str) -> None:
    signature = method("serialize", "root: TreeNode", returns="str").model_copy(update={"owner": "Codec"})
    tree = [1, 2, 3, None, None, 4, 5]
    assert (await judged(code, call(tree, root=tree), call([], root=[]), signature=signature)).status == status


async def test_a_template_of_hackerrank_prints_where_the_site_reads() -> None:
    code = """
        import os
        def solve(a, b):
            return a + b
        if __name__ == '__main__':
            fptr = open(os.environ['OUTPUT_PATH'], 'w')
            a, b = map(int, input().split())
            fptr.write(str(solve(a, b)) + '\\n')
            fptr.close()
    """
    verdict = await judged(code, stdin("1 2\n", "3\n"), signature=Signature(name="main", kind="program"))
    assert verdict.status == "passed", verdict
