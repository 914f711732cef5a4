"""Speed of the runtime against its peers: `python -m tests.benchmarks.engine [--out FOLDER] [--seconds S]`.

Makes its own models with random weights (VibeThinker's shape in bfloat16 on a GPU, the starter's shape in float32 on a
CPU), checks first that the runtime is right on this device, then times, most important first, until the time is used
up. Prints each figure as it comes and writes engine.json into FOLDER after each. Needs torch and transformers only; of
llama.cpp the programs that `tests/newer.sh` puts into the folder VIBE_TEST_NEWER, and `gguf` of PyPI.
"""

import argparse
import asyncio
import importlib.util
import json
import os
import statistics
import subprocess
import tempfile
import time
import traceback
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import torch
import transformers

from lsp_server.engine.runtime.decoder import RUNTIME_VARIABLE, Decoder, open_decoder
from lsp_server.engine.runtime.models import memory
from tests.benchmarks.engine_check import check, request, texts, tokens
from tests.benchmarks.random_models import STARTER, VIBETHINKER, make, plan_of

LONG = {"cuda": 20_000, "cpu": 3000}
SHORT = {"cuda": 1000, "cpu": 200}


class Bench:
    """What the measurements share. `peer` is None while our own runtime is measured."""

    def __init__(self, device: str, folder: Path | None) -> None:
        self.device = device
        self.folder = folder
        self.found: dict[str, Any] = {}
        on_cuda = device == "cuda"
        self.shape = VIBETHINKER if on_cuda else STARTER
        self.model = make("qwen2", self.shape, device, torch.bfloat16 if on_cuda else torch.float32)
        self.decoder: Decoder | None = None
        self.bandwidth = 0.0
        self._seed = 0

    def note(self, name: str, value: Any) -> None:
        self.found[name] = value
        print(f"{name}: {value}", flush=True)
        if self.folder:
            (self.folder / "engine.json").write_text(json.dumps(self.found, indent=1), encoding="utf-8")

    def prompt(self, size: int) -> list[int]:
        """Of random tokens, never the same one twice."""
        self._seed += 1
        return [(token + 977 * self._seed) % self.shape["vocab_size"] for token in texts((size,), 1 << 20)[0]]

    def limit(self, context: int, rows: int = 1) -> float:
        """Tokens per second of one row at the measured bandwidth: each step reads all weights and all caches once."""
        size = torch.finfo(self.model.dtype).bits // 8
        weights = memory.count_parameters(self.model.config) * size
        return self.bandwidth / (weights + rows * context * memory.kv_bytes_per_token(self.model.config, size))


def measure_bandwidth(device: str) -> float:
    """Bytes read and written per second by a large copy, the best of several."""
    source = torch.randn((1 << 30 if device == "cuda" else 1 << 25), device=device)
    target, best = torch.empty_like(source), 0.0
    for _ in range(8):
        _wait(device)
        begun = time.perf_counter()
        target.copy_(source)
        _wait(device)
        best = max(best, 2 * source.nbytes / (time.perf_counter() - begun))
    return best


async def rate(decoder: Decoder, ids: list[int], count: int, rows: int = 1) -> tuple[float, float]:
    """Tokens per second of each of `rows` streams after the first token of the last one, and seconds to the first."""
    firsts: list[float] = []
    begun = time.perf_counter()

    async def follow(seed: int) -> int:
        got = 0
        async for new in decoder.stream(request(ids, count, temperature=0.6, top_p=0.95, seed=seed)):
            if not got:
                firsts.append(time.perf_counter())
            got += len(new)
        return got

    got = await asyncio.gather(*[follow(seed) for seed in range(rows)])
    return (sum(got) / rows - 1) / (time.perf_counter() - max(firsts)), min(firsts) - begun


async def first_token(decoder: Decoder, ids: list[int], priority: int = 0) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    await tokens(decoder, request(ids, 1, priority=priority))
    return (time.perf_counter() - begun) * 1000


async def measure_single(bench: Bench) -> None:
    assert bench.decoder
    for context in (SHORT[bench.device], LONG[bench.device]):
        await rate(bench.decoder, bench.prompt(context), 8)
        runs = [await rate(bench.decoder, bench.prompt(context), 400) for _ in range(3)]
        speed = statistics.median(one for one, _ in runs)
        share = speed / bench.limit(context + 200)
        bench.note(f"decode, 1 row at {context}", {"tokens/s": round(speed, 1), "share of the limit": round(share, 3)})
        bench.note(f"first token, {context} tokens cold, ms", [round(first * 1000, 1) for _, first in runs])


async def measure_batches(bench: Bench) -> None:
    assert bench.decoder
    ids = bench.prompt(SHORT[bench.device])
    alone = 0.0
    for rows in (1, 2, 4, 8, 16):
        begun = time.perf_counter()
        speed, _ = await rate(bench.decoder, ids, 300, rows)
        took = time.perf_counter() - begun
        alone = alone or took
        figures = {"tokens/s in all": round(speed * rows, 1), "times the time of one": round(took / alone, 2)}
        bench.note(f"best of {rows}", figures)


async def measure_first_tokens(bench: Bench) -> None:
    assert bench.decoder
    prompts = [bench.prompt(1000) for _ in range(5)]
    cold = [await first_token(bench.decoder, ids) for ids in prompts]
    cached = [await first_token(bench.decoder, [*ids, 7]) for ids in prompts]
    bench.note("first token, 1000 tokens, ms", {"cold": _spread(cold), "prefix cached": _spread(cached)})


async def measure_interruption(bench: Bench) -> None:
    """An interactive request of 300 tokens on an idle engine, and while a background stream decodes."""
    assert bench.decoder
    idle = [await first_token(bench.decoder, bench.prompt(300)) for _ in range(7)]
    decoder, busy = bench.decoder, list[float]()
    async with aclosing(decoder.stream(request(bench.prompt(1000), 4000, temperature=0.6))) as solve:
        await anext(solve)
        drained = asyncio.create_task(_drain(solve, 2000))
        for _ in range(7):
            await asyncio.sleep(0.05)
            busy.append(await first_token(decoder, bench.prompt(300)))
        drained.cancel()
        await asyncio.gather(drained, return_exceptions=True)
    bench.note("interactive first token, 300 tokens, ms", {"idle": _spread(idle), "during a solve": _spread(busy)})


async def measure_batching(bench: Bench) -> None:
    """transformers' continuous batching of the same model."""
    from lsp_server.engine.runtime.decoding.turns import Turns
    from lsp_server.engine.runtime.portable.batching import BatchingDecoder

    decoder = BatchingDecoder(bench.model, plan_of(bench.model), Turns())
    decoder.start()
    try:
        for rows in (1, 4):
            await rate(decoder, bench.prompt(SHORT[bench.device]), 8)
            speed, _ = await rate(decoder, bench.prompt(SHORT[bench.device]), 64, rows)
            bench.note(f"continuous batching of transformers, {rows} rows, tokens/s in all", round(speed * rows, 1))
    finally:
        decoder.stop()


async def measure_generate(bench: Bench) -> None:
    """`generate()` with its defaults; the prompt's share is taken out by a run of one token."""
    ids = torch.tensor([bench.prompt(SHORT[bench.device])], device=bench.device)

    def run(count: int) -> float:
        _wait(bench.device)
        begun = time.perf_counter()
        sampling = {"do_sample": True, "temperature": 0.6, "top_p": 0.95, "top_k": 0}
        bench.model.generate(
            ids, attention_mask=torch.ones_like(ids), max_new_tokens=count, min_new_tokens=count, **sampling
        )
        _wait(bench.device)
        return time.perf_counter() - begun

    run(4)
    speeds = [64 / (run(65) - run(1)) for _ in range(3)]
    bench.note("generate() of transformers, tokens/s", round(statistics.median(speeds), 1))


async def measure_llama(bench: Bench) -> None:
    """llama.cpp with the same weights in the same precision, as far as its own benchmark tells."""
    program = Path(os.environ.get("VIBE_TEST_NEWER", "")) / "bin" / "llama-bench"
    if not program.is_file() or not importlib.util.find_spec("gguf"):
        bench.note("llama.cpp", "not found here")
        return
    from tests.gguf_files import write_wordless

    with tempfile.TemporaryDirectory() as folder:
        write_wordless(Path(folder) / "model.gguf", bench.model.config.to_dict(), bench.model.state_dict())
        wanted = ["-m", f"{folder}/model.gguf", "-t", "1", "-p", "0", "-n", "256", "-r", "3", "-o", "json"]
        ran = await asyncio.to_thread(subprocess.run, [program, *wanted], capture_output=True, text=True, check=True)
    bench.note("llama.cpp, tokens/s", round(json.loads(ran.stdout)[0]["avg_ts"], 1))


Measure = Callable[[Bench], Awaitable[None]]
MEASURES: dict[str, Measure] = {
    "single": measure_single,
    "batches": measure_batches,
    "first": measure_first_tokens,
    "interruption": measure_interruption,
    "generate": measure_generate,
    "llama": measure_llama,
    "batching": measure_batching,
}


async def measure_all(bench: Bench, names: list[str], until: float) -> None:
    begun = time.perf_counter()
    bench.decoder = open_decoder(bench.model, plan_of(bench.model, _free(bench.device)))
    bench.decoder.start()
    bench.note("runtime", type(bench.decoder).__name__)
    await first_token(bench.decoder, bench.prompt(16))
    bench.note("from loaded weights to the first token, s", round(time.perf_counter() - begun, 1))
    try:
        for name in names:
            if time.monotonic() > until:
                bench.note("left out for want of time", name)
                continue
            if name == "batching":
                bench.decoder.stop()
            try:
                await MEASURES[name](bench)
            except Exception as error:  # the others may still be measured
                traceback.print_exc()
                bench.note(f"{name} failed", repr(error))
    finally:
        bench.decoder.stop()


async def _drain(stream: Any, count: int) -> None:
    async for new in stream:
        count -= len(new)
        if count <= 0:
            return


def _free(device: str) -> int | None:
    return torch.cuda.mem_get_info()[0] if device == "cuda" else None


def _wait(device: str) -> None:
    if device == "cuda":
        torch.cuda.synchronize()


def _spread(values: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(values), 1), "worst": round(max(values), 1), "n": len(values)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seconds", type=float, default=400.0)
    parser.add_argument("--only", nargs="*", default=["check", *MEASURES], choices=["check", *MEASURES])
    options = parser.parse_args()
    os.environ.setdefault(RUNTIME_VARIABLE, "own")
    if options.device == "cpu":
        torch.set_num_threads(1)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    bench = Bench(options.device, options.out)
    name = torch.cuda.get_device_name() if options.device == "cuda" else "CPU, one thread"
    bench.note("machine", f"{name}, torch {torch.__version__}, transformers {transformers.__version__}")
    if "check" in options.only:
        check(options.device, bench.note)
    bench.bandwidth = measure_bandwidth(options.device)
    bench.note("copy bandwidth, GB/s", round(bench.bandwidth / 1e9, 1))
    until = time.monotonic() + options.seconds  # being right is checked whatever it takes
    asyncio.run(measure_all(bench, [one for one in options.only if one != "check"], until))


if __name__ == "__main__":
    main()
