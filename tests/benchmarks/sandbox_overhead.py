"""What does isolation cost? A bare start of the interpreter, the same in each mechanism, and whole judgements.

python -m tests.benchmarks.sandbox_overhead
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable

from lsp_server.judge.judge import judge
from lsp_server.judge.runners import RUNNERS
from lsp_server.sandbox import unisolated
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.probe import why_not
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.run import MECHANISMS, run
from lsp_server.settings import SandboxSettings
from tests.judging import call, method, problem

TIMES = 15
NOTHING = (PYTHON, "-I", "-S", "-c", "pass")
PYTHON_CODE = """
class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        seen = {}
        for i, n in enumerate(nums):
            if target - n in seen:
                return [seen[target - n], i]
            seen[n] = i
"""
NODE_CODE = """
var twoSum = function(nums, target) {
    for (let j = 0; j < nums.length; j++)
        for (let i = 0; i < j; i++) if (nums[i] + nums[j] === target) return [i, j];
};
"""
SOLUTIONS = {"python": PYTHON_CODE, "javascript": NODE_CODE, "typescript": NODE_CODE}


async def main() -> None:
    say(f"load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}, medians of {TIMES}")
    floor = await measured("bare start", bare)
    for mechanism in (*(m for m in MECHANISMS if why_not(m) is None), unisolated.MECHANISM):
        took = await measured(f"start in {mechanism.name}", lambda mechanism=mechanism: isolated(mechanism))
        say(f"{'':24} {(took - floor) * 1000:+7.1f} ms over bare; 30 are allowed")
    for language, code in SOLUTIONS.items():
        if not RUNNERS[language].missing():
            await measured(f"judge 3, {language}", lambda language=language, code=code: judged(language, code))


async def bare() -> None:
    await asyncio.to_thread(subprocess.run, NOTHING, check=True, env={})


async def isolated(mechanism: Isolation) -> None:
    assert (await run(Program(NOTHING), Limits(), mechanism)).exit_code == 0


async def judged(language: str, code: str) -> None:
    examples = [
        call([0, 1], nums=[2, 7], target=9),
        call([1, 2], nums=[3, 2, 4], target=6),
        call([0, 1], nums=[3, 3], target=6),
    ]
    signature = method("twoSum", "nums", "target")
    asked = problem(*examples, signature=signature, language=language)
    assert (await judge(asked, code, SandboxSettings())).status == "passed"


async def measured(name: str, work: Callable[[], Awaitable[None]]) -> float:
    """The median in seconds by the clock."""
    await work()
    walls, cpus = list[float](), list[float]()
    for _ in range(TIMES):
        wall, cpu = time.perf_counter(), cpu_s()
        await work()
        walls.append(time.perf_counter() - wall)
        cpus.append(cpu_s() - cpu)
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    say(f"{name:24} {wall * 1000:7.1f} ms   CPU {cpu * 1000:6.1f} ms   {60 / wall:6.0f} a minute, one after the other")
    return wall


def cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    asyncio.run(main())
