"""Statements copied from sites, judged with an accepted and a wrong solution each: `python -m tests.benchmarks.wild`.

Arguments are names of statements, or endings of names such as `_java`. The integration tests run only some of those in
languages that are compiled, since each needs two compilations.
"""

import asyncio
import sys
from collections.abc import Sequence

from tests.wild import STATEMENTS, load, solutions, verdict_on


async def main(chosen: Sequence[str]) -> None:
    right = wrong = n = 0
    for name, pair in sorted(solutions().items()):
        if chosen and not name.endswith(tuple(chosen)):
            continue
        said = [(await verdict_on(name, solution)).status for solution in pair]
        n, right, wrong = n + 1, right + (said[0] == "passed"), wrong + (said[1] == "failed")
        if said != ["passed", "failed"]:
            print(f"{name} ({load(name)[0].language}): accepted {said[0]}, wrong {said[1]}")
    print(
        f"{right} of {n} accepted solutions pass, {wrong} of {n} wrong ones fail; {len(STATEMENTS)} statements in all"
    )


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
