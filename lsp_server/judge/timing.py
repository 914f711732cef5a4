"""Which of two versions of a function is faster, from which size on, and how sure is that?

The sizes grow until the old version takes about a second or meets a limit; then both run round by round, in turns,
each sample in a process of its own (`runners/inside/race.py`). Bootstrap intervals say what is more than noise.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from typing import Any, cast

from lsp_server.judge.evidence import FASTER, Size, Timing
from lsp_server.judge.growth import Growth, growth_of
from lsp_server.judge.inputs.draw import Domain, Inputs, large, large_one
from lsp_server.judge.trials import Bench, answers, encoded

SLOWER = 1.1
"""Small sizes may be slower by so much."""
MARGIN = 1.1
RESAMPLES = 2000
LIKELY = 0.95
SIZES = (*range(4, 34, 2), 36, 40, 48, 56, 64, 96, *(1 << k for k in range(7, 14)))
LARGE_SIZES = tuple(1 << k for k in range(14, 17))
"""Small steps first: what doubles its time with every item must not be asked for twice as many."""
FIRST_SIZE = SIZES[0]
PROBES, FAR_PROBES, PROBE_S = (8, 32, 128, 512), (8, 32, 512, 4096), 0.1
"""Compiled code needs larger inputs to show which of them are slow."""
APART = 2.0
SLACK_S = 10.0
"""For what is around the calls on a busy machine: copies of arguments, warming up, repeating short calls."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much time measuring may take. `top_s`: the old version's at the largest size; `rounds` per size."""

    top_s: float = 0.5
    rounds: int = 7
    most_sizes: int = 7
    profile_s: float = 0.05


@dataclass(frozen=True, slots=True)
class Ladder:
    """The old version alone, measured once per size. `choice` is which of the inputs of `large` is its worst case."""

    sizes: tuple[int, ...]
    times_ms: tuple[float, ...]
    choice: int
    growth: Growth
    hot_line: int | None = None


async def ladder(bench: Bench, source: str, domain: Domain, effort: Effort) -> Ladder | None:
    """Climbs to the size that takes `effort.top_s`; None when no large input comes to an end. Raises SandboxError."""
    choice = await _worst(bench, source, domain)
    if choice is None:
        return None
    times = await _climb(bench, source, domain, choice, effort, SIZES)
    if len(times) == len(SIZES) and times[-1] < effort.top_s * 500:
        times += await _climb(bench, source, domain, choice, effort, LARGE_SIZES)
    if not times:
        return None
    sizes = (*SIZES, *LARGE_SIZES)
    kept = _spread(times, effort.most_sizes)
    line = await _hot_line(bench, source, domain, choice, _quick(sizes, times, effort.profile_s), effort)
    growth = growth_of(sizes[: len(times)], times)
    return Ladder(tuple(sizes[k] for k in kept), tuple(times[k] for k in kept), choice, growth, line)


def timed_inputs(domain: Domain, steps: Ladder) -> list[Inputs]:
    """What a race runs on, and of each size one of another kind: results must be the same there, too."""
    others = [len(large(domain, FIRST_SIZE)) - 1 - steps.choice, steps.choice]
    return [large_one(domain, n, choice) for n in steps.sizes for choice in dict.fromkeys(others)]


async def _climb(
    bench: Bench, source: str, domain: Domain, choice: int, effort: Effort, sizes: Sequence[int]
) -> list[float]:
    several = await asyncio.to_thread(lambda: [encoded(large_one(domain, n, choice)) for n in sizes])
    request = {"form": "climbed", "several": several, "most_s": effort.top_s * 2}
    (found,) = await answers(bench, source, [request], effort.top_s * 10 + SLACK_S)
    return list(cast("tuple[list[float], str]", found)[0]) if isinstance(found, tuple) else []


async def _worst(bench: Bench, source: str, domain: Domain) -> int | None:
    """Which of the inputs of `large` takes longest: the first that runs out of time, or else the slowest."""
    probes = PROBES if bench.language == "python" else FAR_PROBES
    choices = await asyncio.to_thread(lambda: list(zip(*(large(domain, n) for n in probes), strict=True)))
    requests = [
        {"form": "climbed", "several": [encoded(each) for each in choice], "most_s": PROBE_S} for choice in choices
    ]
    found = await answers(bench, source, requests, PROBE_S * 8 + SLACK_S)
    ranked = [(rank, place) for place, seen in enumerate(found) if (rank := _rank(seen))]
    return max(ranked, key=lambda pair: (pair[0], -pair[1]))[1] if ranked else None


def _rank(found: Any) -> tuple[int, float] | None:
    """More is slower; None for inputs on which the function fails."""
    if not isinstance(found, tuple):
        return None
    times, ended = cast("tuple[list[float], str]", found)
    if not times or ended not in ("done", "out of time"):
        return None
    return -len(times), times[-1]


def _spread(times_ms: Sequence[float], most: int) -> list[int]:
    """At most so many places, the last one first among them, each with well less time than the one above it."""
    kept = [len(times_ms) - 1]
    for place in range(len(times_ms) - 2, -1, -1):
        if len(kept) < most and times_ms[place] * APART < times_ms[kept[-1]]:
            kept.append(place)
    return kept[::-1]


def _quick(sizes: Sequence[int], times_ms: Sequence[float], seconds: float) -> int:
    """The largest size that takes no longer than that."""
    return max((n for n, ms in zip(sizes, times_ms, strict=False) if ms <= seconds * 1000), default=sizes[0])


async def _hot_line(bench: Bench, source: str, domain: Domain, choice: int, size: int, effort: Effort) -> int | None:
    """The line of the file that takes most of the time; None when nobody can say."""
    request = {"form": "profiled", "inputs": encoded(large_one(domain, size, choice))}
    (spent,) = await answers(bench, source, [request], effort.profile_s * 100)
    if not isinstance(spent, dict) or not spent:
        return None
    times = cast("dict[int, float]", spent)
    return max(times, key=lambda line: times[line])


async def race(bench: Bench, old: str, new: str, domain: Domain, steps: Ladder, effort: Effort) -> Timing:
    """Both versions at every size of the ladder, and the memory that they need. Raises SandboxError.

    When the first measurement leaves it open whether the new one is faster, a second one decides together with it.
    """
    ns = (FIRST_SIZE, *steps.sizes)
    inputs = await asyncio.to_thread(lambda: {n: encoded(large_one(domain, n, steps.choice)) for n in ns})
    samples = await _samples(bench, old, new, steps, inputs, effort)
    if samples is not None and _unsure(_size(steps.sizes[-1], samples[-1])):
        again = await _samples(bench, old, new, steps, inputs, effort)
        samples = [_joined(*each) for each in zip(samples, again, strict=True)] if again else samples
    if samples is None:
        return _timing([], "It did not come to an end in time at a large size.")
    timing = _timing([_size(n, each) for n, each in zip(steps.sizes, samples, strict=True)], None)
    quick = inputs[_quick(steps.sizes, steps.times_ms, effort.top_s / 4)]
    weighing = [{"form": "weighed", "inputs": quick, "source": source} for source in (None, new)]
    memory = await answers(bench, old, weighing, effort.top_s * effort.rounds * 4 + SLACK_S)
    known = all(isinstance(each, int) for each in memory)
    return timing.model_copy(update={"memory": (memory[0], memory[1]) if known else None})


Samples = list[list[float]]
"""Milliseconds of the old version's rounds and of the new one's."""


async def _samples(
    bench: Bench, old: str, new: str, steps: Ladder, inputs: Mapping[int, Any], effort: Effort
) -> list[Samples] | None:
    """By size; None when one of them did not come to an end, at the second try either: the machine may be busy."""
    common = {"form": "raced", "sources": [None, new], "rounds": effort.rounds, "warm_up": inputs[FIRST_SIZE]}
    requests = [{**common, "inputs": inputs[n]} for n in steps.sizes]
    for _ in range(2):
        found = await answers(bench, old, requests, effort.top_s * effort.rounds * 4 + SLACK_S)
        if all(isinstance(each, list) for each in found):
            return found
    return None


def _joined(first: Samples, second: Samples) -> Samples:
    return [[*one, *other] for one, other in zip(first, second, strict=True)]


def _unsure(top: Size) -> bool:
    """Whether the interval holds the limit, or is barely above it."""
    return top.low <= FASTER * MARGIN and top.high > FASTER


def _timing(sizes: Sequence[Size], reason: str | None) -> Timing:
    ns = [each.n for each in sizes]
    slower = [each.n for each in sizes if each.speedup * SLOWER < 1]
    later = [n for n in ns if not slower or n > slower[-1]]
    return Timing(
        sizes=tuple(sizes),
        old_growth=growth_of(ns, [each.old_ms for each in sizes]),
        new_growth=growth_of(ns, [each.new_ms for each in sizes]),
        pays_from=later[0] if later and slower else None,
        reason=reason,
    )


def _size(n: int, samples: Any) -> Size:
    old, new = cast("list[list[float]]", samples)
    low, high = interval(old, new)
    speedup = median(old) / max(median(new), 1e-6)
    return Size(n=n, old_ms=median(old), new_ms=median(new), speedup=speedup, low=low, high=high)


def interval(old: Sequence[float], new: Sequence[float], seed: int = 0) -> tuple[float, float]:
    """Bootstrap: the middle 95 % of the ratio of medians over resampled rounds."""
    rng = Random(seed)  # noqa: S311 - resampling is no secret
    ratios = sorted(
        median(rng.choices(old, k=len(old))) / max(median(rng.choices(new, k=len(new))), 1e-6) for _ in range(RESAMPLES)
    )
    cut = int(RESAMPLES * (1 - LIKELY) / 2)
    return ratios[cut], ratios[-cut - 1]
