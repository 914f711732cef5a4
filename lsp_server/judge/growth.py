"""How does time grow with size? Fits the usual growths to measured times and says how sure it is, or "unclear"."""

import math
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from lsp_server.problem.model import Frozen

GROWTHS: Mapping[str, Callable[[float], float]] = {
    "1": lambda n: 1.0,
    "log n": lambda n: math.log(n + 1),
    "n": lambda n: n,
    "n log n": lambda n: n * math.log(n + 1),
    "n^2": lambda n: n**2,
    "n^3": lambda n: n**3,
}
BASES = (1.3, 1.618, 2.0, 3.0)
"""An exponential growth is called 2^n whatever its base is; these are tried."""
FEWEST = 4
NOISE = 0.08
"""Relative; what two runs of the same code differ by, at the least."""
SURE = 0.6
FLOOR_MS = 0.002
"""Below, a call's own overhead is all that is measured."""


class Growth(Frozen):
    """`name` is one of `GROWTHS`, "2^n" or "unclear"; `confidence` is the weight of that fit among all, 0 to 1."""

    name: str = "unclear"
    confidence: float = 0.0

    @property
    def known(self) -> bool:
        return self.name != "unclear"


def growth_of(sizes: Sequence[int], times_ms: Sequence[float]) -> Growth:
    """The growth whose curve, moved up or down, is nearest to the times on a logarithmic scale."""
    points = [(float(n), t) for n, t in zip(sizes, times_ms, strict=True) if t > FLOOR_MS and n > 1][-8:]
    if len(points) < FEWEST:
        return Growth()
    misfits = {name: _misfit(points, lambda n, f=f: math.log(f(n))) for name, f in GROWTHS.items()}
    misfits["2^n"] = min(_misfit(points, lambda n, base=base: n * math.log(base)) for base in BASES)
    best = min(misfits, key=lambda name: misfits[name])
    noise = max(NOISE, math.sqrt(misfits[best] / len(points)))
    weights = {name: math.exp(-(misfit - misfits[best]) / (2 * noise**2)) for name, misfit in misfits.items()}
    confidence = weights[best] / sum(weights.values())
    return Growth(name=best, confidence=round(confidence, 3)) if confidence >= SURE else Growth(confidence=confidence)


def _misfit(points: Sequence[tuple[float, float]], log_curve: Callable[[float], float]) -> float:
    """The sum of squares of what is left of log(time) after the curve and its best constant factor."""
    rest = [math.log(time) - log_curve(n) for n, time in points]
    middle = fmean(rest)
    return sum((each - middle) ** 2 for each in rest)
