"""Rewrites that look right and are faster, and are not the same function. None of them may be offered."""

import pytest

from lsp_server.tasks import events
from tests.optimizing import compared, offered

pytestmark = pytest.mark.timeout(600)  # a whole optimization each, on machines that may be busy

UNIQUE = '''def unique(nums: list[int]) -> list[int]:
    """Return the values without repetition, in their order."""
    found = []
    for x in nums:
        if x not in found:
            found.append(x)
    return found
'''
HEAD = "def unique(nums: list[int]) -> list[int]:\n"
TRAPS = {
    "wrong only for duplicates": "    return list(nums)",
    "wrong only for negative numbers": "    return list(dict.fromkeys(abs(x) for x in nums))",
    "wrong only for the empty list": "    return list(dict.fromkeys(nums)) or [0]",
    "wrong only for one value": "    return [] if 73421 in nums else list(dict.fromkeys(nums))",
    "wrong only for a value it computes": (
        "    found = list(dict.fromkeys(nums))\n    if found and found[0] * 3 + 7 == 219670:\n        found = []\n"
        "    return found"
    ),
    "wrong only for one length": "    return [] if len(nums) == 977 else list(dict.fromkeys(nums))",
    "changes its argument": "    nums[:] = list(dict.fromkeys(nums))\n    return list(nums)",
    "returns a generator": "    return (x for x in dict.fromkeys(nums))",
    "returns a view": "    return dict.fromkeys(nums).keys()",
    "returns its argument when it can": (
        "    found = list(dict.fromkeys(nums))\n    return nums if len(found) == len(nums) else found"
    ),
    "prints": "    if len(nums) > 3:\n        print(len(nums))\n    return list(dict.fromkeys(nums))",
    "in another order": "    return sorted(set(nums))",
    "remembers on the function": (
        "    seen = unique.__dict__.setdefault('seen', {})\n    key = tuple(nums)\n    if key not in seen:\n"
        "        seen[key] = list(dict.fromkeys(nums))\n    return list(seen[key])"
    ),
    "recurses too deep": (
        "    def rest(k):\n        return dict.fromkeys([nums[k], *rest(k + 1)]) if k < len(nums) else {}\n"
        "    return list(rest(0))"
    ),
    "asks the clock": "    import time\n    return list(dict.fromkeys(nums)) if time.time() > 0 else nums",
}


async def test_no_trap_is_offered_for_a_function_on_a_list() -> None:
    happened = await offered(UNIQUE, *(HEAD + body for body in TRAPS.values()))
    assert isinstance(happened[-1], events.NotFaster)
    found = compared(happened)
    for index, name in enumerate(TRAPS):
        assert not found[index].equivalence.equal, name


SPECIAL = """def score(n: int) -> int:
    total = 0
    for i in range(n % 5000):
        total += i
    if n == 99173:
        return -1
    return total
"""
CLOSED = "def score(n: int) -> int:\n    m = n % 5000\n    return m * (m - 1) // 2"


async def test_one_value_in_a_hundred_thousand_that_the_function_compares_with_is_tried() -> None:
    happened = await offered(SPECIAL, CLOSED)
    assert isinstance(happened[-1], events.NotFaster)
    counter = compared(happened)[0].equivalence.counterexample
    assert counter and counter.input == "n = 99173"


KEYED = """def first_even(nums: list[int]) -> int:
    for x in nums:
        if x % 2 == 0:
            return x
    raise LookupError("no even number")
"""


async def test_another_exception_is_a_difference() -> None:
    happened = await offered(KEYED, "def first_even(nums):\n    return next(x for x in nums if x % 2 == 0)")
    counter = compared(happened)[0].equivalence.counterexample
    assert counter and "LookupError" in counter.old and "StopIteration" in counter.new
