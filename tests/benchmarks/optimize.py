"""How often does the model find a verified speed-up, and how often is a wrong one offered?

`python -m tests.benchmarks.optimize [--own N] [--held-out N] [--samples N] [--model NAME]`
Slow functions of several hands (`slow_functions.py`) and held-out ones of the curriculum; each goes through the whole
of "Optimize this function", so that what counts as a speed-up was compared and timed as for a user. What was offered is
compared once more on inputs of another seed: a difference there is a false offer.
"""

import argparse
import asyncio
import textwrap
from collections import Counter
from contextlib import aclosing
from random import Random

from lsp_server import settings
from lsp_server.engine import client
from lsp_server.engine.client import Engine
from lsp_server.errors import VibeError
from lsp_server.judge.equivalence import CALL_S, baseline_of, confirm
from lsp_server.judge.inputs.draw import small
from lsp_server.judge.timing import Effort
from lsp_server.problem.function import find_function
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.place import splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.starter import slow
from lsp_server.tasks.events import NotFaster, Optimized
from lsp_server.tasks.optimize import optimize
from lsp_server.tasks.rewriting import Subject, domain
from tests.benchmarks.slow_functions import FUNCTIONS

OTHER_SEED = 7919
EFFORT = Effort(top_s=0.2, rounds=5, most_sizes=5)


async def ended(document: Document, problem: Problem, engine: Engine, options: Settings) -> Optimized | NotFaster:
    async with aclosing(optimize(document, problem, engine, options, EFFORT)) as stream:
        async for event in stream:
            if isinstance(event, Optimized | NotFaster):
                return event
    raise AssertionError("a task ended without its last event")


def read(text: str) -> tuple[Document, Problem]:
    """A method gets a class around it."""
    method = "(self" in text.partition("\n")[0]
    document = Document(f"class Solution:\n{textwrap.indent(text, '    ')}" if method else text, "python")
    return document, find_function(document, Cursor(line=1 + method))


async def differs(document: Document, problem: Problem, offered: Optimized, options: Settings) -> str | None:
    """The input of another seed on which what was offered is not the same."""
    subject = Subject(document, problem, options, EFFORT)
    bench, found = await domain(subject)
    if found is None:
        return None
    inputs = small(found, seed=OTHER_SEED)
    base = await baseline_of(bench, document.text, inputs, CALL_S)
    again = await confirm(bench, base, splice(document.text, offered.replacement), CALL_S)
    return again.counterexample.input if again.counterexample else None


async def measure(name: str, texts: list[str], engine: Engine, options: Settings) -> None:
    counts: Counter[str] = Counter()
    for number, text in enumerate(texts, 1):
        document, problem = read(text)
        try:
            last = await ended(document, problem, engine, options)
        except VibeError as error:
            counts["error"] += 1
            print(f"{name} {number}: {error}", flush=True)
            continue
        counts[last.kind] += 1
        if isinstance(last, Optimized) and (shown := await differs(document, problem, last, options)):
            counts["false offers"] += 1
            print(f"{name} {number}: FALSE OFFER, differs with {shown}:\n{last.code}", flush=True)
        told = f"{last.timing.top.speedup:.1f} times" if isinstance(last, Optimized) else last.reason
        print(f"{name} {number}/{len(texts)}: {text.splitlines()[0]} {told}", flush=True)
    print(f"{name}: {counts['optimized']}/{len(texts)} verified speed-ups, {dict(counts)}", flush=True)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", type=int, default=50)
    parser.add_argument("--own", type=int, default=len(FUNCTIONS))
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--model", default="starter")
    asked = parser.parse_args()
    options, _ = settings.load({"solve": {"samples": asked.samples}, "engine": {"model": asked.model}})
    rng = Random(20261130)
    held_out = [slow.pair(rng, lambda made: made.held_out).slow for _ in range(asked.held_out)]
    engine = client.connect(options.engine, on_state=print)
    async with aclosing(engine):
        await measure("own", list(FUNCTIONS[: asked.own]), engine, options)
        await measure("held out", held_out, engine, options)


if __name__ == "__main__":
    asyncio.run(main())
