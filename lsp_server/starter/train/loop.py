"""The steps of a run: schedule, update, progress, log, and stopping politely."""

import argparse
import json
import math
import signal
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any

import numpy as np
import torch
import torch.distributed
from numpy.typing import NDArray
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from torch import Tensor, nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from lsp_server.starter.train import mastery
from lsp_server.starter.train.batches import NO_SUBJECT, Batch
from lsp_server.starter.train.network import device
from lsp_server.starter.train.run import MATRIX_RATE, OTHER_RATE, Run, export, save

group: Any = torch.distributed  # its own annotations leave most arguments open

WARM_UP, DECAY_FROM = 0.01, 0.35
"""Fractions of the budget: rates rise until the first, stay, and fall in a straight line to zero from the second."""
AVERAGE = 0.99
SAVE_EVERY_S, EXPORT_EVERY_S = 120.0, 600.0
LOG_EVERY = 20
MASTERED = 0.1


def train(run: Run, batches: Iterator[Batch], options: argparse.Namespace, first: bool) -> None:
    """Steps until the budget is spent; the first process saves, exports and logs on the way."""
    budget = options.minutes * 60
    saves, exports = Every(SAVE_EVERY_S), Every(EXPORT_EVERY_S)
    stopped = stop_signal()
    with progress(budget, first) as show:
        while not run.stopping:  # agreed on in each step: a process that left alone would leave the others waiting
            began, before = time.monotonic(), run.tokens
            batch = next(batches)
            waited = time.monotonic() - began
            factor = rate(run.spent_s / budget, options.decay_from, options.peak)
            loss, wrong = step(run, batch, factor, stopped.is_set() or run.spent_s >= budget)
            note_failures(run, batch, wrong.numpy())
            seconds = time.monotonic() - began
            run.spent_s, run.steps = run.spent_s + seconds, run.steps + 1
            run.loss = 0.95 * (run.loss or float(loss)) + 0.05 * float(loss)
            show(run, (run.tokens - before) / seconds)
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


def rate(spent: float, decay_from: float = DECAY_FROM, peak: float = 1.0) -> float:
    """The factor of the learning rates when the fraction `spent` of the budget is gone; `peak` at most."""
    return peak * max(0.0, min(1.0, (spent + 1e-3) / WARM_UP, (1 - spent) / (1 - decay_from)))


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
        share = max(1 - AVERAGE, 1 / (run.steps + 1))
        get_ema_multi_avg_fn(1 - share)(run.average, list(run.model.parameters()), run.steps)
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


def note_failures(run: Run, batch: Batch, wrong: NDArray[np.bool_]) -> None:
    """A row failed when one of its code's tokens was not the likeliest: decoded greedily, it would be other code."""
    rows, columns = np.divmod(batch.targets, batch.ids.shape[1])
    in_code = columns + 1 >= batch.code_at[rows]
    failed = np.bincount(rows[in_code], wrong[in_code], len(batch.ids)) > 0
    known = batch.subjects != NO_SUBJECT
    mastery.learn(run.failures, batch.subjects[known].tolist(), failed[known].tolist())
    if known.any():
        run.failed = 0.98 * run.failed + 0.02 * float(failed[known].mean())


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
        "failed": round(run.failed, 4),
        "mastered": sum(rate < MASTERED for rate in run.failures),
    }
    with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
