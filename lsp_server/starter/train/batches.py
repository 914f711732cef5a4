"""Batches for the trainer, made in background processes so that the model never waits.

Samples of about equal length share a batch: almost nothing is padding, and no sample sees another. Knows no torch.
"""

import multiprocessing
import queue
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lsp_server.starter import tokenizer as tokens
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.curriculum.exercise import Exercise
from lsp_server.starter.samples import Sample, sample, subject, trainable
from lsp_server.starter.train import mastery

NO_SUBJECT = -1
ROUND = 16
"""Batch lengths are multiples of this: few shapes, so the memory allocator and the kernels settle."""
POOL = 6
"""Batches whose samples are sorted together: what is cut from them is of nearly one length."""
ENOUGH, KEPT = 256, 2048
"""Batches that are there before any is shown again, and batches that are kept for that."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids` (rows, length), padded at the right. `targets` are flat positions whose *next* token is learned.

    code_at   (rows,) the column where the code begins, behind the reasoning
    subjects  (rows,) the slot of what is to be computed (mastery.py), or NO_SUBJECT
    """

    ids: NDArray[np.int64]
    targets: NDArray[np.int64]
    code_at: NDArray[np.int64]
    subjects: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoded:
    ids: list[int]
    answer_at: int
    code_at: int
    subject: int


def encode(tokenizer: Tokenizer, made: Sample) -> Encoded:
    prompt, answer = tokenizer.encode(made.prompt).ids, tokenizer.encode(made.answer)
    fence = max(0, made.answer.find("```"))
    reasoning = sum(end <= fence for _, end in answer.offsets)
    subject = mastery.slot(made.subject) if made.subject else NO_SUBJECT
    return Encoded(prompt + answer.ids, len(prompt), len(prompt) + reasoning, subject)


def batches(pool: Sequence[Encoded], size: int, rng: Random) -> list[Batch]:
    """Cut `pool` into batches of at most `size` tokens, padding included, in random order."""
    made: list[Batch] = []
    rows: list[Encoded] = []
    for row in sorted(pool, key=lambda row: len(row.ids)):
        if rows and _rounded(len(row.ids)) * (len(rows) + 1) > size:
            made.append(_batch(rows))
            rows = []
        rows.append(row)
    made += [_batch(rows)] if rows else []
    rng.shuffle(made)
    return made


def _rounded(length: int) -> int:
    return -(-length // ROUND) * ROUND


def _batch(rows: Sequence[Encoded]) -> Batch:
    length = _rounded(max(len(row.ids) for row in rows))
    ids = np.zeros((len(rows), length), np.int64)
    targets: list[int] = []
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = row.ids
        targets += [number * length + at for at in range(row.answer_at - 1, len(row.ids) - 1)]
    code_at, subjects = [row.code_at for row in rows], [row.subject for row in rows]
    return Batch(ids, np.array(targets), np.array(code_at), np.array(subjects))


@contextmanager
def stream(
    tokenizer_folder: Path, size: int, longest: int, seed: int, failures: Any, makers: int = 1
) -> Generator[Iterator[Batch]]:
    """An endless stream of batches from `makers` processes, which read in `failures` what to show more often."""
    context = multiprocessing.get_context("spawn")
    outbox: Any = context.Queue(maxsize=48)
    processes = [
        context.Process(
            target=_work, args=(tokenizer_folder, size, longest, seed + number, failures, outbox), daemon=True
        )
        for number in range(makers)
    ]
    for process in processes:
        process.start()
    try:
        yield _drain(outbox, processes)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()


def _drain(outbox: Any, makers: Sequence[Any]) -> Iterator[Batch]:
    """Fresh batches; one of the last KEPT again when the trainer, on a GPU, is faster than all makers."""
    kept: deque[Batch] = deque(maxlen=KEPT)
    rng = Random(0)
    while True:
        try:
            kept.append(outbox.get(timeout=0 if len(kept) >= ENOUGH else 10))
            yield kept[-1]
        except queue.Empty:
            if not all(maker.is_alive() for maker in makers):
                raise RuntimeError("A process that makes batches died; its error stands above.") from None
            if len(kept) >= ENOUGH:
                yield rng.choice(kept)


def _work(folder: Path, size: int, longest: int, seed: int, failures: Any, outbox: Any) -> None:
    tokenizer, rng = tokens.load(folder), Random(seed)

    def wanted(made: Exercise) -> bool:
        return trainable(made) and mastery.worth_showing(failures, subject(made), rng)

    while True:
        pool: list[Encoded] = []
        waiting = POOL * size
        while waiting > 0:
            row = encode(tokenizer, sample(FAMILIES, rng, wanted))
            if len(row.ids) <= longest:
                pool.append(row)
                waiting -= len(row.ids)
        for batch in batches(pool, size, rng):
            _hand_over(batch, outbox)


def _hand_over(batch: Batch, outbox: Any) -> None:
    """Waits for room in the queue; ends this process when the trainer is gone, however it went."""
    trainer = multiprocessing.parent_process()
    while trainer is None or trainer.is_alive():
        try:
            return outbox.put(batch, timeout=5)
        except queue.Full:
            continue
    raise SystemExit
