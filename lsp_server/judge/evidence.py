"""What comparing and racing two versions of a function have shown: what reports tell of them, and nothing that runs.

Apart from `equivalence.py` and `timing.py`, which find it out, so that whoever only shows it loads no sandbox.
"""

from lsp_server.judge.growth import Growth
from lsp_server.problem.model import Frozen

FASTER = 1.2
"""At the largest size the interval of the speed-up must lie above it."""


class Counterexample(Frozen):
    """The smallest input found on which the versions differ, as texts. `what` names the difference."""

    input: str
    old: str
    new: str
    what: str


class Equivalence(Frozen):
    """`agreed` inputs on which both did the same; `undecided` those on which the old version came to no end.

    `unmeant`: inputs on which both fail in different ways, the old version not on purpose; `unlike` is one of them.
    Equal when there is neither a counterexample nor a `reason` for doubt.
    """

    agreed: int = 0
    undecided: int = 0
    unmeant: int = 0
    unlike: Counterexample | None = None
    counterexample: Counterexample | None = None
    reason: str | None = None

    @property
    def equal(self) -> bool:
        return self.counterexample is None and self.reason is None


class Size(Frozen):
    """Both versions at one size: medians in milliseconds, the speed-up and its 95 % interval."""

    n: int
    old_ms: float
    new_ms: float
    speedup: float
    low: float
    high: float


class Timing(Frozen):
    """`pays_from`: from this size on the new version is not slower. `memory`: most bytes in use, old and new."""

    sizes: tuple[Size, ...]
    old_growth: Growth
    new_growth: Growth
    pays_from: int | None = None
    memory: tuple[int, int] | None = None
    reason: str | None = None

    @property
    def faster(self) -> bool:
        return bool(self.sizes) and self.sizes[-1].low > FASTER

    @property
    def top(self) -> Size:
        return self.sizes[-1]
