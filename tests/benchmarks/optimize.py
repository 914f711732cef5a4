"""How often does the model find a verified speed-up? `python -m tests.benchmarks.optimize [--held-out N] [--samples N]`

Slow functions of several hands (`slow_functions.py`) and held-out ones of the curriculum; each goes through the whole
of "Optimize this function", so that what counts as a speed-up was compared and timed as for a user.
"""

import argparse
import asyncio
from collections import Counter
from contextlib import aclosing
from random import Random

from lsp_server import settings
from lsp_server.engine import client
from lsp_server.engine.client import Engine
from lsp_server.errors import VibeError
from lsp_server.judge.timing import Effort
from lsp_server.problem.function import find_function
from lsp_server.problem.model import Cursor
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.starter import slow
from lsp_server.tasks.events import NotFaster, Optimized
from lsp_server.tasks.optimize import optimize
from tests.benchmarks.slow_functions import FUNCTIONS

EFFORT = Effort(top_s=0.2, rounds=5, most_sizes=5)


async def ended(text: str, engine: Engine, options: Settings) -> Optimized | NotFaster:
    document = Document(text, "python")
    problem = find_function(document, Cursor(line=1))
    async with aclosing(optimize(document, problem, engine, options, EFFORT)) as stream:
        async for event in stream:
            if isinstance(event, Optimized | NotFaster):
                return event
    raise AssertionError("a task ended without its last event")


async def measure(name: str, texts: list[str], engine: Engine, options: Settings) -> None:
    counts: Counter[str] = Counter()
    for number, text in enumerate(texts, 1):
        try:
            last = await ended(text, engine, options)
        except VibeError as error:
            counts["error"] += 1
            print(f"{name} {number}: {error}", flush=True)
            continue
        counts[last.kind] += 1
        told = f"{last.timing.top.speedup:.1f} times" if isinstance(last, Optimized) else last.reason
        print(f"{name} {number}/{len(texts)}: {text.splitlines()[0]} {told}", flush=True)
    print(f"{name}: {counts['optimized']}/{len(texts)} verified speed-ups, {dict(counts)}", flush=True)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", type=int, default=50)
    parser.add_argument("--own", type=int, default=len(FUNCTIONS))
    parser.add_argument("--samples", type=int, default=8)
    asked = parser.parse_args()
    options, _ = settings.load({"solve": {"samples": asked.samples}, "engine": {"model": "starter"}})
    rng = Random(20261130)
    held_out = [slow.pair(rng, lambda made: made.held_out).slow for _ in range(asked.held_out)]
    engine = client.connect(options.engine, on_state=print)
    async with aclosing(engine):
        await measure("own", list(FUNCTIONS[: asked.own]), engine, options)
        await measure("held out", held_out, engine, options)


if __name__ == "__main__":
    asyncio.run(main())
