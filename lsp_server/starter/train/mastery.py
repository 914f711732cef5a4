"""Which subjects the model still fails, so that it is shown those more often. Knows no torch.

Measured before there was this: of 2,700 fresh exercises the model was sure of the code of four fifths, and a twentieth
of them held half of what it had still to learn.
"""

import multiprocessing
import zlib
from collections.abc import Iterable
from random import Random
from typing import Any

SLOTS = 4096
UNKNOWN = 0.6
"""The failure rate of a subject that was never shown: shown rather often, until it is known better."""
LEAST = 0.35
"""How often a mastered subject is still taken, for one that is always failed: what is seldom seen is forgotten. At 0.12
the most ordinary tasks were (tests/benchmarks/LOG.md, 2026-11-30)."""
MEMORY = 0.9


def unknown() -> Any:
    """Failure rates by slot, in memory that processes share. `Any`: ctypes' arrays have no useful annotation."""
    return multiprocessing.get_context("spawn").RawArray("d", [UNKNOWN] * SLOTS)


def slot(subject: str) -> int:
    """Subjects are hundreds and new ones come; two that share a slot share their rate, which harms neither much."""
    return zlib.crc32(subject.encode()) % SLOTS


def worth_showing(failures: Any, subject: str, rng: Random) -> bool:
    return rng.random() < LEAST + (1 - LEAST) * failures[slot(subject)]


def learn(failures: Any, slots: Iterable[int], failed: Iterable[bool]) -> None:
    """Moves the rate of each slot towards what was just seen."""
    for at, fell in zip(slots, failed, strict=True):
        failures[at] = MEMORY * failures[at] + (1 - MEMORY) * fell
