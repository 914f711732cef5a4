"""Speed of the engine through its real HTTP door: `python -m tests.benchmarks.engine_http [--model M] [--device D]`.

Starts an engine of its own in a temporary home and prints: seconds from nothing to ready; tokens per second and
milliseconds to the first token with 1, 4 and 8 candidates; milliseconds from a closed stream to an idle engine, and
how many steps were decoded after that. Sampling is at temperature 2, so that no candidate ends early.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from contextlib import aclosing

from lsp_server.engine import launcher
from lsp_server.engine.client import Engine, connect
from lsp_server.engine.wire import Message, Sampling
from lsp_server.settings import HOME_VARIABLE, EngineSettings

ASK = [Message("user", "Given a list of integers nums, return the sum of the even numbers.\n\nInput: nums = [1, 2]")]
REPEATS = 5


def sampling(n: int, seed: int, tokens: int = 256) -> Sampling:
    return Sampling(max_tokens=tokens, temperature=2.0, top_p=1.0, n=n, seed=seed, repetition_detection=False)


async def decode(engine: Engine, n: int, seed: int) -> tuple[float, float]:
    """Tokens per second, and seconds to the first token."""
    begun, first, tokens = time.perf_counter(), 0.0, 0
    async for chunk in engine.chat(ASK, sampling(n, seed)):
        first = first or time.perf_counter() - begun
        tokens += chunk.tokens
    return tokens / (time.perf_counter() - begun), first


async def abort(engine: Engine, settings: EngineSettings, seed: int) -> tuple[float, int]:
    """Seconds from closing a stream of 4 to an engine that does nothing, and the steps that it still made then."""
    async with aclosing(engine.chat(ASK, sampling(4, seed, 3000))) as stream:
        for _ in range(20):
            await anext(stream)
    begun = time.perf_counter()
    while (found := await launcher.status(settings)) and found.running:
        pass
    took = time.perf_counter() - begun
    await asyncio.sleep(0.2)
    after = await launcher.status(settings)
    return took, after.steps - found.steps if after and found else -1


async def measure(settings: EngineSettings) -> None:
    begun = time.perf_counter()
    engine = connect(settings)
    info = await engine.info()
    print(f"{info.id} on {info.device}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"cold start to ready: {time.perf_counter() - begun:.1f} s")
    for n in (1, 4, 8):
        runs = [await decode(engine, n, seed) for seed in range(REPEATS)]
        rates, firsts = [rate for rate, _ in runs], [first for _, first in runs]
        median, first = statistics.median(rates), statistics.median(firsts) * 1000
        print(f"n={n}: {median:.0f} tokens/s (best {max(rates):.0f}), first token after {first:.0f} ms")
    aborts = [await abort(engine, settings, seed) for seed in range(REPEATS)]
    took = statistics.median(seconds for seconds, _ in aborts) * 1000
    print(f"closed stream to idle: {took:.0f} ms, steps afterwards: {max(steps for _, steps in aborts)} at most")
    await launcher.stop(settings)
    await engine.aclose()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="starter")
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        asyncio.run(measure(EngineSettings(model=options.model, device=options.device)))


if __name__ == "__main__":
    main()
