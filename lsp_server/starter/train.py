"""Trains the embedded model from scratch: `python -m lsp_server.starter.train --minutes 100`.

The budget is time. Learning rates follow the fraction of it that is spent, and that fraction is kept in the
checkpoint: run the same command again and training goes on where it stopped, with whatever families there are by then.
Uses the GPU where there is one. What the model reads is made in samples.py, how batches are cut in batches.py.
"""

import argparse
import json
import math
import multiprocessing
import os
import signal
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event
from types import FrameType
from typing import Any

import torch
import torch.distributed
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from torch import Tensor, nn
from transformers import AttentionInterface, GenerationConfig, Qwen2Config, Qwen2ForCausalLM

from lsp_server.starter import tokenizer as tokens
from lsp_server.starter.batches import Batch, stream
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.samples import sample

group: Any = torch.distributed  # its own annotations leave most arguments open

WEIGHTS = Path(__file__).parent / "weights"
RUN = Path("runs/starter")

VOCABULARY = 2048
CONTEXT = 4096
LONGEST = 640
"""Samples with more tokens than this are left out."""
BATCH_TOKENS = 6144
ARCHITECTURE: dict[str, Any] = {
    "hidden_size": 192,
    "intermediate_size": 576,
    "num_hidden_layers": 6,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
}
SAMPLING = {"do_sample": True, "temperature": 0.7, "top_p": 0.95, "top_k": 0}

MATRIX_RATE, OTHER_RATE = 5e-3, 3e-3
WARM_UP, DECAY_FROM = 0.01, 0.35
"""Fractions of the budget: rates rise until the first, stay, and fall in a straight line to zero from the second."""
AVERAGE = 0.99
SAVE_EVERY_S, EXPORT_EVERY_S = 120.0, 600.0
LOG_EVERY = 20


@dataclass
class Run:
    """Everything that a checkpoint holds. `average` is the moving average of the weights: what is exported."""

    model: Any
    """A Qwen2ForCausalLM; transformers' annotations of its wrapped methods do not hold under pyright."""

    average: list[Tensor]
    optimizers: list[torch.optim.Optimizer]
    spent_s: float = 0.0
    steps: int = 0
    tokens: int = 0
    family_errors: dict[str, float] = field(default_factory=dict[str, float])
    loss: float = 0.0
    stopping: bool = False


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m lsp_server.starter.train", description=__doc__)
    parser.add_argument("--minutes", type=float, default=100.0, help="the whole budget, earlier runs included")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the finished weights go")
    parser.add_argument("--run", type=Path, default=RUN, help="where checkpoints and the log go")
    parser.add_argument("--workers", type=int, default=default_workers(), help="processes that share each step")
    parser.add_argument("--begin-with", type=Path, help="exported weights to start from instead of random ones")
    options = parser.parse_args(argv)
    prepare(options.run, options.seed, options.begin_with)
    (options.run / "meeting").unlink(missing_ok=True)
    context = multiprocessing.get_context("spawn")
    helpers = [context.Process(target=work, args=(rank, options)) for rank in range(1, options.workers)]
    for helper in helpers:
        helper.start()
    work(0, options)
    for helper in helpers:
        helper.join()


def default_workers() -> int:
    """One process per core: matrices this small gain little from threads, which wait for each other at every one."""
    return 1 if torch.cuda.is_available() else max(1, min(8, os.cpu_count() or 1))


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
    seed = options.seed + 1000 * run.steps + rank + 1
    with stream(options.run, BATCH_TOKENS // options.workers, LONGEST, seed) as (batches, weights):
        train(run, batches, weights, options, rank == 0)
    if rank == 0:
        export(run, options.run, options.out)


def device() -> str:
    return "cuda" if torch.cuda.is_available() else "cpu"


def prepare(folder: Path, seed: int, weights: Path | None = None) -> Path:
    """The run's folder, with a tokenizer in it: that of `weights`, or trained once; kept for every resume."""
    if weights and not (folder / "tokenizer.json").is_file():
        tokens.save(tokens.load(weights), folder, CONTEXT)
    if not (folder / "tokenizer.json").is_file():
        rng = Random(seed)
        made = (sample(FAMILIES, [1.0] * len(FAMILIES), rng) for _ in range(12_000))
        tokens.save(tokens.train((one.prompt + one.answer for one in made), VOCABULARY), folder, CONTEXT)
    return folder


def start(folder: Path) -> Run:
    """A fresh model and its optimizers: Muon for the matrices inside, AdamW for embeddings and norms."""
    attention: Any = AttentionInterface
    attention.register("explicit", explicit_attention)
    model: Any = Qwen2ForCausalLM(configuration(folder))
    nn.init.normal_(model.model.embed_tokens.weight, std=0.02)
    model.to(device())
    compile_layers(model)
    matrices = [p for name, p in model.named_parameters() if p.ndim == 2 and "embed" not in name]
    others = [p for name, p in model.named_parameters() if p.ndim != 2 or "embed" in name]
    optimizers: list[torch.optim.Optimizer] = [
        torch.optim.Muon(matrices, lr=MATRIX_RATE, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW(others, lr=OTHER_RATE, betas=(0.9, 0.98), weight_decay=0.0),
    ]
    return Run(model, [p.detach().clone() for p in model.parameters()], optimizers)


def begin_with(run: Run, weights: Path) -> None:
    """The exported weights of an earlier run; schedule and optimizers start anew."""
    earlier: Any = Qwen2ForCausalLM
    run.model.load_state_dict(earlier.from_pretrained(weights, dtype=torch.float32).state_dict())
    run.average = [parameter.detach().clone() for parameter in run.model.parameters()]


def compile_layers(model: Any) -> None:
    """One compilation (14 s of CPU time) serves all layers, and makes a step 1.4 times as fast."""
    for layer in model.model.layers:
        layer.compile(dynamic=True)


def configuration(folder: Path) -> Qwen2Config:
    vocabulary = tokens.load(folder).get_vocab()
    values: dict[str, Any] = ARCHITECTURE | {
        "vocab_size": len(vocabulary),
        "max_position_embeddings": CONTEXT,
        "tie_word_embeddings": True,
        "bos_token_id": None,
        "eos_token_id": vocabulary[tokens.IM_END],
        "pad_token_id": vocabulary[tokens.END_OF_TEXT],
        "attn_implementation": "sdpa" if device() == "cuda" else "explicit",
    }
    return Qwen2Config(**values)


def explicit_attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, scaling: float, **_: Any
) -> tuple[Tensor, None]:
    """Causal attention as plain products: on a CPU, twice as fast as the fused kernel at these lengths, in bf16.

    Padding stands at the right, so that the causal mask alone keeps it out of sight.
    """
    length = query.shape[2]
    groups = query.shape[1] // key.shape[1]
    key, value = key.repeat_interleave(groups, 1), value.repeat_interleave(groups, 1)
    later = torch.full((length, length), -1e4, dtype=query.dtype, device=query.device).triu(1)
    scores = torch.softmax(torch.matmul(query * scaling, key.transpose(2, 3)) + later, -1)
    return torch.matmul(scores, value).transpose(1, 2).contiguous(), None


def train(run: Run, batches: Iterator[Batch], weights: Any, options: argparse.Namespace, first: bool) -> None:
    """Steps until the budget is spent; the first process saves, exports and logs on the way."""
    budget = options.minutes * 60
    saves, exports = Every(SAVE_EVERY_S), Every(EXPORT_EVERY_S)
    stopped = stop_signal()
    with progress(budget, first) as show:
        while not run.stopping:  # agreed on in each step: a process that left alone would leave the others waiting
            began, before = time.monotonic(), run.tokens
            batch = next(batches)
            waited = time.monotonic() - began
            loss, wrong = step(run, batch, rate(run.spent_s / budget), stopped.is_set() or run.spent_s >= budget)
            note_errors(run, batch, wrong)
            seconds = time.monotonic() - began
            run.spent_s, run.steps = run.spent_s + seconds, run.steps + 1
            run.loss = 0.95 * (run.loss or float(loss)) + 0.05 * float(loss)
            show(run, (run.tokens - before) / seconds)
            if run.steps % LOG_EVERY == 0:
                weights[:] = family_weights(options.run)
            if first and run.steps % LOG_EVERY == 0:
                log(options.run, run, waited)
            if first and saves.due():
                save(run, options.run)
            if first and exports.due():
                export(run, options.run, options.out)
    if first:
        save(run, options.run)


@dataclass
class Every:
    """A clock that is due every `seconds`."""

    seconds: float
    last: float = field(default_factory=time.monotonic)

    def due(self) -> bool:
        if time.monotonic() - self.last < self.seconds:
            return False
        self.last = time.monotonic()
        return True


def stop_signal() -> Event:
    """Set by Ctrl-C or a polite kill: the step in progress is finished, checkpoint and weights are written."""
    stopped = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    return stopped


def rate(spent: float) -> float:
    """The factor of the learning rates when the fraction `spent` of the budget is gone."""
    return max(0.0, min(1.0, (spent + 1e-3) / WARM_UP, (1 - spent) / (1 - DECAY_FROM)))


def step(run: Run, batch: Batch, factor: float, stop: bool = False) -> tuple[Tensor, Tensor]:
    """One update. Returns the loss, and for each target whether the likeliest token was wrong."""
    for optimizer, base in zip(run.optimizers, (MATRIX_RATE, OTHER_RATE), strict=True):
        for group in optimizer.param_groups:
            group["lr"] = base * factor
    loss, wrong = forward(run.model, batch)
    loss.backward()  # pyright: ignore[reportUnknownMemberType] — torch leaves its arguments untyped
    agree(run, batch.ids.size, stop)
    torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
    for optimizer in run.optimizers:
        optimizer.step()
        optimizer.zero_grad()
    with torch.no_grad():
        for average, parameter in zip(run.average, run.model.parameters(), strict=True):
            average.lerp_(parameter, max(1 - AVERAGE, 1 / (run.steps + 1)))
    return loss.detach(), wrong


def agree(run: Run, size: int, stop: bool) -> None:
    """Share gradients, clock, tokens and the wish to stop with the other processes, so that all stay one model."""
    gradients = [parameter.grad for parameter in run.model.parameters()]
    flat = torch.cat(
        [gradient.flatten() for gradient in gradients] + [gradients[0].new_tensor([run.spent_s, stop, size])]
    )
    share = 1
    if group.is_initialized():
        group.all_reduce(flat)
        share = group.get_world_size()
        parts = (flat[:-3] / share).split([gradient.numel() for gradient in gradients])
        for gradient, part in zip(gradients, parts, strict=True):
            gradient.copy_(part.view_as(gradient))
    spent, stops, sizes = (float(number) for number in flat[-3:])
    run.spent_s, run.stopping, run.tokens = spent / share, stops > 0, run.tokens + int(sizes)


def forward(model: Any, batch: Batch) -> tuple[Tensor, Tensor]:
    """The loss, and for each target whether the likeliest token was wrong.

    Logits are computed at the answers only: the rest would cost a third of the step and teach nothing asked for.
    """
    ids = torch.as_tensor(batch.ids).to(device())
    at = torch.as_tensor(batch.targets).to(device())
    with torch.autocast(device(), torch.bfloat16):
        hidden = model.model(input_ids=ids, use_cache=False).last_hidden_state.flatten(0, 1)
        logits = model.lm_head(hidden.index_select(0, at)).float()
    right = ids.flatten().index_select(0, at + 1)
    return nn.functional.cross_entropy(logits, right), (logits.detach().argmax(-1) != right).cpu()


def note_errors(run: Run, batch: Batch, wrong: Tensor) -> None:
    """Keeps a moving average of each family's share of wrong tokens."""
    for number, family in enumerate(FAMILIES):
        mine = wrong[torch.as_tensor(batch.families == number)]
        if len(mine):
            share = float(mine.float().mean())
            run.family_errors[family.name] = 0.98 * run.family_errors.get(family.name, share) + 0.02 * share


def family_weights(folder: Path) -> list[float]:
    """Families that fail more are shown more. `pass_rates.json`, where there is one, says how often each one passes."""
    path = folder / "pass_rates.json"
    rates: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    weights = [0.25 + 1 - rates.get(family.name, 0.5) for family in FAMILIES]
    return [weight / sum(weights) for weight in weights]


def save(run: Run, folder: Path) -> None:
    state = {
        "model": run.model.state_dict(),
        "average": run.average,
        "optimizers": [optimizer.state_dict() for optimizer in run.optimizers],
        "counts": {
            "spent_s": run.spent_s,
            "steps": run.steps,
            "tokens": run.tokens,
            "family_errors": run.family_errors,
        },
    }
    torch.save(state, folder / "checkpoint.new")
    os.replace(folder / "checkpoint.new", folder / "checkpoint.pt")


def resume(run: Run, folder: Path) -> None:
    """Take up the checkpoint of an earlier run, if there is one."""
    if not (folder / "checkpoint.pt").is_file():
        return
    state = torch.load(folder / "checkpoint.pt", map_location=device(), weights_only=True)
    run.model.load_state_dict(state["model"])
    run.average = state["average"]
    for optimizer, values in zip(run.optimizers, state["optimizers"], strict=True):
        optimizer.load_state_dict(values)
    for name, value in state["counts"].items():
        setattr(run, name, value)


def export(run: Run, tokenizer_folder: Path, out: Path) -> None:
    """Write the averaged weights in bf16, with tokenizer and configuration. Each file is replaced whole."""
    fresh = out.with_name(out.name + ".new")
    model: Any = Qwen2ForCausalLM(configuration(tokenizer_folder))
    with torch.no_grad():
        for parameter, average in zip(model.parameters(), run.average, strict=True):
            parameter.copy_(average)
    model.set_attn_implementation("sdpa")
    model.generation_config = GenerationConfig(
        eos_token_id=tokens.stop_ids(tokens.load(tokenizer_folder)), pad_token_id=model.config.pad_token_id, **SAMPLING
    )
    model.to(torch.bfloat16).save_pretrained(fresh)
    tokens.save(tokens.load(tokenizer_folder), fresh, CONTEXT)
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(fresh.iterdir(), key=lambda path: path.suffix == ".safetensors"):
        path.chmod(0o644)
        os.replace(path, out / path.name)
    fresh.rmdir()


@contextmanager
def progress(budget: float, shown: bool) -> Generator[Any]:
    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, refresh_per_second=1, disable=not shown) as bar:
        task = bar.add_task("starting", total=budget)
        speed = math.nan

        def show(run: Run, now: float) -> None:
            nonlocal speed
            speed = now if math.isnan(speed) else 0.95 * speed + 0.05 * now
            told = f"step {run.steps}  {run.tokens / 1e6:.2f} M tokens  {speed:,.0f} tokens/s  loss {run.loss:.3f}"
            bar.update(task, completed=run.spent_s, description=told)

        yield show


def log(folder: Path, run: Run, waited: float) -> None:
    """One JSON line: enough to draw the curve and to see whether batches came too slowly."""
    line = {
        "step": run.steps,
        "minutes": round(run.spent_s / 60, 2),
        "tokens": run.tokens,
        "loss": round(run.loss, 4),
        "waited_s": round(waited, 3),
        "errors": {name: round(value, 4) for name, value in run.family_errors.items()},
    }
    with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
