"""The command: options, the run's folder, and one process for each share of a step."""

import argparse
import multiprocessing
import os
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch
import torch.distributed

from lsp_server.starter import tokenizer as tokens
from lsp_server.starter import train as package
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.samples import sample
from lsp_server.starter.train.batches import stream
from lsp_server.starter.train.loop import DECAY_FROM, train
from lsp_server.starter.train.network import CONTEXT, VOCABULARY
from lsp_server.starter.train.run import begin_with, export, resume, start

group: Any = torch.distributed  # its own annotations leave most arguments open

WEIGHTS = Path(__file__).parent.parent / "weights"
RUN = Path("runs/starter")
LONGEST = 640
"""Samples with more tokens than this are left out."""
BATCH_TOKENS = {"cpu": 6144, "cuda": 65536}
"""On a GPU, what keeps it busy between two launches; on a CPU, what gives enough steps in an evening."""


def main(argv: Sequence[str] | None = None) -> None:
    options = parse(argv)
    prepare(options.run, options.seed, options.begin_with)
    (options.run / "meeting").unlink(missing_ok=True)
    context = multiprocessing.get_context("spawn")
    helpers = [context.Process(target=work, args=(rank, options)) for rank in range(1, options.workers)]
    for helper in helpers:
        helper.start()
    work(0, options)
    for helper in helpers:
        helper.join()


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    on_gpu, cores = torch.cuda.is_available(), os.cpu_count() or 1
    parser = argparse.ArgumentParser(prog="python -m lsp_server.starter.train", description=package.__doc__)
    parser.add_argument("--minutes", type=float, default=100.0, help="the whole budget, earlier runs included")
    parser.add_argument("--decay-from", type=float, default=DECAY_FROM, help="when rates begin to fall, as a fraction")
    parser.add_argument("--peak", type=float, default=1.0, help="a factor of all rates, for runs that go on")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the finished weights go")
    parser.add_argument("--run", type=Path, default=RUN, help="where checkpoints and the log go")
    parser.add_argument("--begin-with", type=Path, help="exported weights to start from instead of random ones")
    # One process per core: matrices this small gain little from threads, which wait for each other at every one.
    workers = 1 if on_gpu else min(8, cores)
    parser.add_argument("--workers", type=int, default=workers, help="processes that share each step")
    makers = max(1, cores - 1) if on_gpu else 1
    parser.add_argument("--makers", type=int, default=makers, help="processes that make batches, for each worker")
    batch = BATCH_TOKENS["cuda" if on_gpu else "cpu"]
    parser.add_argument("--batch-tokens", type=int, default=batch, help="tokens of one step, padding included")
    return parser.parse_args(argv)


def prepare(folder: Path, seed: int, weights: Path | None = None) -> Path:
    """The run's folder, with a tokenizer in it: that of `weights`, or trained once; kept for every resume."""
    if weights and not (folder / "tokenizer.json").is_file():
        tokens.save(tokens.load(weights), folder, CONTEXT)
    if not (folder / "tokenizer.json").is_file():
        rng = Random(seed)
        made = (sample(FAMILIES, rng) for _ in range(12_000))
        tokens.save(tokens.train((one.prompt + one.answer for one in made), VOCABULARY), folder, CONTEXT)
    return folder


def work(rank: int, options: argparse.Namespace) -> None:
    """One of the processes that train the same model. The first one logs, saves and exports."""
    if options.workers > 1:
        torch.set_num_threads(max(1, (os.cpu_count() or 1) // options.workers))
        group.init_process_group("gloo", f"file://{(options.run / 'meeting').absolute()}", None, options.workers, rank)
    torch.manual_seed(options.seed)  # pyright: ignore[reportUnknownMemberType] — torch leaves its argument untyped
    run = start(options.run)
    if options.begin_with:
        begin_with(run, options.begin_with)
    resume(run, options.run)
    seed = options.seed + 100_000 * run.steps + 1000 * rank + 1
    size = options.batch_tokens // options.workers
    with stream(options.run, size, LONGEST, seed, run.failures, options.makers) as batches:
        train(run, batches, options, rank == 0)
    if rank == 0:
        export(run, options.run, options.out)
