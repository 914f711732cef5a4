"""More rewrites that are not the same function, compared without a model: by kind of trap, one baseline for each."""

import pytest

from lsp_server.judge.evidence import Equivalence
from tests.optimizing import verdicts

pytestmark = pytest.mark.timeout(300)  # many runs of many inputs, on machines that may be busy

FUNCTIONS = """
# rows
def rows(table: list[tuple[int, str]]) -> list[tuple[int, str]]:
    rest, found = list(table), []
    while rest:
        least = rest[0]
        for each in rest:
            if each[0] < least[0]:
                least = each
        rest.remove(least)
        found.append(least)
    return found


# counts
def counts(words: list[str]) -> dict[str, int]:
    return {word: words.count(word) for word in words}


# steps
def steps(values: list[float]) -> list[float]:
    found = []
    for value in values:
        found = found + [value]
    return found


# depth
def depth(nums: list[int]) -> int:
    total = 0
    for x in nums:
        total += sum(y for y in nums if y == x)
    return total


KNOWN = {}


# pick
def pick(nums: Sequence[int], k: int) -> int:
    if k > len(nums):
        raise ValueError("too few")
    rest = list(nums)
    for _ in range(k):
        rest.remove(min(rest))
    return len(rest)


# known
def known(values: Iterable[float]) -> list[float]:
    found = []
    for value in values:
        if value != value:
            continue
        found = found + [value]
    return found


# evens
def evens(nums: list[int]):
    seen = []
    for x in nums:
        if x == 7:
            raise ValueError("seven")
        if x % 2 == 0 and x not in seen:
            seen.append(x)
            yield x


# nest
def nest(nums: list[int]) -> list[list[int]]:
    return [[x for x in nums[: i + 1]] for i in range(len(nums))]
"""
TRAPS = """
# rows: unstable order
def rows(table):
    return sorted(table)


# counts: another order of keys
def counts(words):
    return {word: words.count(word) for word in sorted(set(words))}


# counts: a subclass of the result
from collections import Counter

def counts(words):
    return Counter(words)


# counts: case of letters beyond ASCII
def counts(words):
    return {w: sum(v.encode('ascii', 'ignore') == w.encode('ascii', 'ignore') for v in words) for w in words}


# counts: composes characters
import unicodedata

def counts(words):
    return {unicodedata.normalize('NFC', word): words.count(word) for word in words}


# counts: mends half characters
def counts(words):
    return {word.encode('utf-8', 'replace').decode(): words.count(word) for word in words}


# steps: loses the sign of zero
def steps(values):
    return [value + 0 for value in values]


# steps: fractions become integers
def steps(values):
    return [int(v) if v == int(v) else v for v in values]


# depth: true for one
def depth(nums):
    total = sum(x * nums.count(x) for x in nums)
    return total != 0 if total in (0, 1) else total


# depth: calculates with fractions
import math

def depth(nums):
    return int(math.fsum(x * nums.count(x) for x in nums))


# depth: has a value of its own without a branch
def depth(nums):
    return sum(x * nums.count(x) for x in nums) * (sum(nums) * 7 + 3 != 513950)


# depth: looks at what loads it
def depth(nums):
    return sum(x * nums.count(x) for x in nums) * (__name__ == 'solution')


# depth: wraps large integers
def depth(nums):
    total = 0
    for x in nums:
        total += x * nums.count(x)
    return (total + 2**31) % 2**32 - 2**31


# pick: another exception
def pick(nums, k):
    if k > len(nums):
        raise IndexError
    return len(nums) - max(k, 0)


# pick: takes only lists
def pick(nums, k):
    if k > len(nums):
        raise ValueError('too few')
    return len(nums.copy()) - max(k, 0)


# pick: no exception for one size
def pick(nums, k):
    if k > len(nums) and len(nums) != 3:
        raise ValueError('too few')
    return len(nums) - max(k, 0)


# evens: a list for a generator
def evens(nums):
    return list(dict.fromkeys(x for x in nums if x % 2 == 0))


# evens: fails before it hands out anything
def evens(nums):
    if 7 in nums:
        raise ValueError("seven")
    yield from dict.fromkeys(x for x in nums if x % 2 == 0)


# nest: shares its inner lists
def nest(nums):
    found, inner = [], []
    for x in nums:
        inner.append(x)
        found.append(inner)
    return found


# nest: hands out what it was given
def nest(nums):
    found = [nums[: i + 1] for i in range(len(nums) - 1)]
    return [*found, nums] if nums else []


# known: asks for a length
def known(values):
    return [value for value in values if value == value] if len(values) else []


# known: forgets what is no number
def known(values):
    return list(values)


# depth: remembers in a global
def depth(nums):
    key = tuple(nums)
    if key not in KNOWN:
        KNOWN[key] = sum(x * nums.count(x) for x in nums)
    return KNOWN[key]


# depth: a time bomb
def depth(nums):
    KNOWN[0] = KNOWN.get(0, 0) + 1
    return sum(x * nums.count(x) for x in nums) * (KNOWN[0] < 5000)


# depth: a time bomb in a module
import math

def depth(nums):
    math.calls = getattr(math, 'calls', 0) + 1
    return sum(x * nums.count(x) for x in nums) * (math.calls < 5000)


# depth: asks who calls
def depth(nums):
    try:
        raise KeyError
    except KeyError as error:
        frame = error.__traceback__.tb_frame.f_back
    return 0 if frame is None else sum(x * nums.count(x) for x in nums)


# depth: asks the clock under another name
from time import monotonic as now_

def depth(nums):
    return sum(x * nums.count(x) for x in nums) if now_() > 0 else 0
"""
"""Not the same, under the name of the function that each would replace."""
SAME = """
# rows
def rows(table):
    return sorted(table, key=lambda row: row[0])


# counts
def counts(words):
    found = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found


# steps
def steps(values):
    return list(values)


# pick
def pick(nums, k):
    if k > len(nums):
        raise ValueError('not enough')
    return len(nums) - max(k, 0)


# evens
def evens(nums):
    seen = set()
    for x in nums:
        if x == 7:
            raise ValueError("seven")
        if x % 2 == 0 and x not in seen:
            seen.add(x)
            yield x


# known
def known(values):
    return [value for value in values if value == value]
"""


def _read(table: str) -> dict[str, str]:
    """By what the line above each code says."""
    blocks = [block.partition("\n") for block in table.strip().removeprefix("# ").split("\n\n\n# ")]
    return {head: code.strip() + "\n" for head, _, code in blocks}


@pytest.mark.parametrize(("name", "text"), _read(FUNCTIONS).items(), ids=list(_read(FUNCTIONS)))
async def test_no_rewrite_that_differs_is_called_equal_and_one_that_does_not_is(name: str, text: str) -> None:
    traps = {head: code for head, code in _read(TRAPS).items() if head.startswith(f"{name}: ")}
    same = [code for head, code in _read(SAME).items() if head == name]
    found = await verdicts(text, *traps.values(), *same)
    assert not [trap for trap, verdict in zip(traps, found, strict=False) if verdict.equal]
    assert all(verdict.equal for verdict in found[len(traps) :]), found[len(traps) :]


async def test_a_failure_that_nobody_means_may_be_another_one_but_no_value() -> None:
    """`values[0]` of an empty list is an accident; that `min` says so in another way is told, not refused."""
    old = """def closest(values: list[int], x: int) -> int:
    best = values[0]
    for value in values:
        if abs(value - x) < abs(best - x):
            best = value
    return best
"""
    other = "def closest(values, x):\n    return min(values, key=lambda value: abs(value - x))"
    silent = "def closest(values, x):\n    return min(values, key=lambda value: abs(value - x), default=0)"
    fails, returns = await verdicts(old, other, silent)
    assert fails.equal and fails.unmeant and fails.unlike is not None
    assert "IndexError" in fails.unlike.old and "ValueError" in fails.unlike.new
    assert isinstance(returns, Equivalence) and returns.counterexample is not None
    assert "IndexError" in returns.counterexample.old
    caught = (
        "def safe(values):\n    try:\n        return closest(values, 0)\n    except IndexError:\n        return 0\n"
    )
    (meant,) = await verdicts(f"{old}\n\n{caught}", other)
    assert not meant.equal
