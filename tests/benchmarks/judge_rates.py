"""How many checks a minute: candidates that were never seen before, one after the other, with the CPU time of each.

    python -m tests.benchmarks.judge_rates [--n 6] [--languages cpp java]

A check compiles the candidate and runs the three examples of Two Sum. What a machine prepares once, the first check of
each language, is not counted. A busy machine makes the clock's figure worse, hardly the CPU's.
"""

import argparse
import asyncio
import resource
import tempfile
import time
from pathlib import Path
from statistics import median

import pytest

from lsp_server.judge.judge import judge
from lsp_server.judge.runners import cache
from lsp_server.problem.model import Problem
from tests.judge_tables import solutions
from tests.judging import QUICK, call, method, problem

ENDINGS = {"javascript": "js", "typescript": "ts", "c": "c", "cpp": "cpp", "go": "go", "java": "java", "rust": "rs"}
PYTHON = """class Solution:
    def twoSum(self, nums, target):
        seen = {}
        for k, value in enumerate(nums):
            if target - value in seen:
                return [seen[target - value], k]
            seen[value] = k
"""


def candidate(language: str) -> tuple[Problem, str, str]:
    """With how a comment begins."""
    if language == "python":
        examples = [call([0, 1], nums=[2, 7, 11, 15], target=9), call([1, 2], nums=[3, 2, 4], target=6)]
        asked = problem(*examples, call([0, 1], nums=[3, 3], target=6), signature=method("twoSum", "nums", "target"))
        return asked, PYTHON, "#"
    row = solutions(ENDINGS[language], language)["two_sum"]
    return row.problem, row.right, "//"


def cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


async def measure(language: str, n: int) -> str:
    asked, source, comment = candidate(language)
    await judge(asked, source, QUICK)
    wall, cpu = list[float](), list[float]()
    for k in range(n):
        began, used = time.monotonic(), cpu_s()
        verdict = await judge(asked, f"{source}{comment} {k}\n", QUICK)
        wall.append(time.monotonic() - began)
        cpu.append(cpu_s() - used)
        assert verdict.status == "passed", verdict
    seconds = median(cpu)
    return (
        f"{language:12} {median(wall):6.2f} s by the clock, {seconds:5.2f} s of CPU:"
        f" {120 / seconds:6.0f} a minute on 2 cores"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=6)
    parser.add_argument("--languages", nargs="*", default=["python", *ENDINGS])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as built, pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "root", lambda: Path(built))
        for language in options.languages:
            print(asyncio.run(measure(language, options.n)), flush=True)


if __name__ == "__main__":
    main()
