"""The whole of "Optimize this function" with a scripted model: real inputs, real sandbox, real clocks."""

import ast

import pytest

from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.judge import equivalence
from lsp_server.problem.place import splice
from lsp_server.tasks import events
from tests.optimizing import fenced, followed, offered, verdicts

pytestmark = pytest.mark.timeout(600)  # a whole optimization each, on machines that may be busy

CLASS = '''class Solution:
    """Of the week."""

    def has_pair(self, nums: list[int], target: int) -> bool:
        """Tell whether two of the numbers add up to target."""
        for i in range(len(nums)):
            for j in range(i + 1, len(nums)):
                if nums[i] + nums[j] == target:
                    return True
        return False

    def other(self) -> int:
        return 1
'''
WRONG = "def has_pair(self, nums, target):\n    return any(target - x in nums for x in nums)"
RIGHT = """def has_pair(self, nums: list[int], target: int) -> bool:
    seen = set()
    for x in nums:
        if target - x in seen:
            return True
        seen.add(x)
    return False"""

TOTAL = "def total(nums: list[int]) -> int:\n    s = 0\n    for x in nums:\n        s += x\n    return s\n"


async def test_a_method_is_optimized_in_the_second_round_and_keeps_its_surroundings() -> None:
    engine = ScriptedEngine([fenced(WRONG), fenced(RIGHT)])
    happened = await followed(CLASS, engine, line=7)
    last = happened[-1]
    assert isinstance(last, events.Optimized)
    assert last.timing.top.low > 1.2 and last.timing.old_growth.name != last.timing.new_growth.name
    assert last.equivalence.agreed > 200
    second = engine.requests[1].messages
    assert second and "any(target - x in nums" in second[-1].content and "has_pair" in second[-1].content
    after = splice(CLASS, last.replacement)
    assert "Tell whether two" in after and "def other(self) -> int:" in after and "seen.add(x)" in after
    ast.parse(after)


async def test_what_is_the_same_but_not_faster_is_not_offered() -> None:
    same = "def total(nums):\n    s = 0\n    for y in nums:\n        s += y\n    return s"
    *_, last = await offered(TOTAL, same)
    assert isinstance(last, events.NotFaster)
    assert last.equivalence and last.equivalence.equal and last.timing and not last.timing.faster


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("import random\n\ndef f(n: int) -> int:\n    return random.randint(0, 5) + n\n", "random numbers"),
        ("seen = []\n\ndef f(n: int) -> int:\n    seen.append(n)\n    return len(seen)\n", "keeps something"),
        ("def f(words: list[str]) -> str:\n    return ''.join(set(words))\n", "from run to run"),
        ("def f(path: str) -> str:\n    return open(path).read()\n", "uses files"),
    ],
    ids=["random", "global state", "order of a set", "files"],
)
async def test_a_function_that_cannot_be_compared_is_refused_with_the_reason(text: str, reason: str) -> None:
    line = text.split("\n").index(next(each for each in text.split("\n") if each.startswith("def"))) + 1
    *_, last = await followed(text, ScriptedEngine(), line=line)
    assert isinstance(last, events.NotFaster)
    assert reason in last.reason


BAG = """class Bag:
    def __init__(self, limit: int):
        self.limit = limit
        self.items = []

    def add(self, value: int) -> None:
        if len(self.items) < self.limit:
            self.items.append(value)

    def drop(self) -> int:
        return self.items.pop(0) if self.items else -1

    def has_pair(self, total: int) -> bool:
        for i in range(len(self.items)):
            for j in range(i + 1, len(self.items)):
                if self.items[i] + self.items[j] == total:
                    return True
        return False
"""
TAKES_ONE_TWICE = "def has_pair(self, total):\n    return any(total - x in self.items for x in self.items)"
REMEMBERS = """def has_pair(self, total):
    if not hasattr(self, "pairs"):
        self.pairs = {}
    if (len(self.items), total) not in self.pairs:
        self.pairs[len(self.items), total] = any(total - x in self.items[:i] for i, x in enumerate(self.items))
    return self.pairs[len(self.items), total]"""
SEARCHES = """def has_pair(self, total):
    seen = set()
    for x in self.items:
        if total - x in seen:
            return True
        seen.add(x)
    return False"""


async def test_a_method_of_a_class_with_state_is_compared_by_sequences_of_operations() -> None:
    twice, remembers, searches = await verdicts(BAG, TAKES_ONE_TWICE, REMEMBERS, SEARCHES, line=14)
    counter = twice.counterexample
    assert counter is not None and counter.input.startswith("Bag(") and "has_pair(" in counter.input
    assert len(counter.input) < 60
    assert not remembers.equal
    assert searches.equal and searches.agreed > 100, searches


@pytest.mark.parametrize(("pause", "ends"), [("range(10**7)", True), ("iter(int, 1)", False)], ids=["a while", "never"])
async def test_what_a_limit_stops_is_asked_again_before_it_counts(
    pause: str, ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that stands still for a second must not make a right candidate a wrong one."""
    monkeypatch.setattr(equivalence, "CALL_S", 0.05)
    monkeypatch.setattr(equivalence, "PATIENCE", 100)
    waits = f"    if nums == [1]:\n        sum({pause})\n"
    (found,) = await verdicts(TOTAL, f"def total(nums):\n{waits}    return sum(nums)")
    if ends:
        assert found.equal and found.agreed > 100, found
    else:
        assert found.counterexample and found.counterexample.new == "comes to no end", found
