"""The events of a task, in the order in which a consumer meets them. LSP, terminal and browser read the same ones.

    Progress* · Started · (Progress | Thinking | Writing)* · Candidate · Judged · … · Repairing · …
    · Solved | Unverified | GaveUp

The last event of a task that solves is exactly one of `Solved`, `Unverified`, `GaveUp`. Optimizing goes

    Progress* · Measured · Started · (Progress | Thinking | Writing | Candidate)* · (Compared · Timed?)* · …

and ends with exactly one of `Optimized`, `NotFaster`. A hint shows only `Started` and `Progress`, and ends with
exactly one of `Hinted`, `GaveUp`. An explanation is written as candidate 0, and ends with exactly one of `Explained`,
`GaveUp`.
"""

from typing import Literal

from lsp_server.judge.evidence import Equivalence, Timing
from lsp_server.judge.growth import Growth
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Frozen, Problem, Replacement


class Started(Frozen):
    """`model` is the model that will answer, as the engine names it; with no `samples`, the one that has answered it
    before, and the store's solution was just judged again. `explains`: no code is written, but an explanation, by a
    model that is not known yet, or by none."""

    kind: Literal["started"] = "started"
    problem: Problem
    model: str
    samples: int
    explains: bool = False


class Progress(Frozen):
    """At most a few times a second. `state` is a phrase for people: "starting the engine", "thinking", "judging"."""

    kind: Literal["progress"] = "progress"
    state: str
    tokens: int = 0
    tokens_per_s: float = 0.0


class Thinking(Frozen):
    """A piece of the reasoning of candidate `index`. Shown, never inserted."""

    kind: Literal["thinking"] = "thinking"
    index: int
    text: str


class Writing(Frozen):
    """A piece of the answer of candidate `index` (after its reasoning)."""

    kind: Literal["writing"] = "writing"
    index: int
    text: str


class Candidate(Frozen):
    """Candidate `index` is complete. `code` is None when its answer holds no code; `note` says why."""

    kind: Literal["candidate"] = "candidate"
    index: int
    code: str | None
    note: str | None = None


class Judged(Frozen):
    kind: Literal["judged"] = "judged"
    index: int
    verdict: Verdict


class Repairing(Frozen):
    """No candidate passed; round `round` of `rounds` shows the model its own failing example."""

    kind: Literal["repairing"] = "repairing"
    round: int
    rounds: int
    example: str


class Solved(Frozen):
    """`code` passes every example of the statement. `replacement` is the edit for the document that was read.
    `caution`: why that says little, where it does."""

    kind: Literal["solved"] = "solved"
    code: str
    replacement: Replacement
    verdict: Verdict
    model: str
    caution: str | None = None
    from_store: bool = False
    seconds: float = 0.0
    tokens: int = 0


class Unverified(Frozen):
    """The statement has no examples, or nothing may be run: the code was not checked (`reason`). Or its `verdict` is
    passed, and yet another that passed contradicts it."""

    kind: Literal["unverified"] = "unverified"
    code: str
    replacement: Replacement
    verdict: Verdict
    model: str
    reason: str
    seconds: float = 0.0
    tokens: int = 0


class GaveUp(Frozen):
    """No candidate passed. `code` and `verdict` are the best attempt, if there was one."""

    kind: Literal["gave_up"] = "gave_up"
    reason: str
    code: str | None = None
    verdict: Verdict | None = None
    model: str = ""
    seconds: float = 0.0
    tokens: int = 0


class Hinted(Frozen):
    """`hints` go from what to notice to the steps in words. `verdict` is that of the solution they come from, which
    nobody is shown."""

    kind: Literal["hinted"] = "hinted"
    hints: tuple[str, ...]
    verdict: Verdict
    model: str
    from_store: bool = False
    seconds: float = 0.0
    tokens: int = 0


class Explained(Frozen):
    """`text` is Markdown: what running the examples has shown, then what `model` says; "" where none was asked."""

    kind: Literal["explained"] = "explained"
    text: str
    verdict: Verdict | None = None
    model: str
    seconds: float = 0.0
    tokens: int = 0


class Measured(Frozen):
    """The version that stands in the file, alone: milliseconds by size. `hot_line` is the code that takes most."""

    kind: Literal["measured"] = "measured"
    sizes: tuple[int, ...]
    times_ms: tuple[float, ...]
    growth: Growth
    hot_line: str = ""


class Compared(Frozen):
    """What comparing candidate `index` with the version in the file has shown."""

    kind: Literal["compared"] = "compared"
    index: int
    equivalence: Equivalence


class Timed(Frozen):
    """How candidate `index`, which does the same, has done against the version in the file."""

    kind: Literal["timed"] = "timed"
    index: int
    timing: Timing


class Optimized(Frozen):
    """`code` was shown to do the same and measured to be faster. `promises`: what the statement says of its inputs."""

    kind: Literal["optimized"] = "optimized"
    code: str
    replacement: Replacement
    equivalence: Equivalence
    timing: Timing
    promises: tuple[str, ...] = ()
    model: str
    seconds: float = 0.0
    tokens: int = 0


class NotFaster(Frozen):
    """No faster equivalent was found, for this `reason`; the file is as it was. The rest is of the best attempt."""

    kind: Literal["not_faster"] = "not_faster"
    reason: str
    code: str | None = None
    equivalence: Equivalence | None = None
    timing: Timing | None = None
    model: str = ""
    seconds: float = 0.0
    tokens: int = 0


Event = (
    Started
    | Progress
    | Thinking
    | Writing
    | Candidate
    | Judged
    | Repairing
    | Solved
    | Unverified
    | GaveUp
    | Hinted
    | Explained
    | Measured
    | Compared
    | Timed
    | Optimized
    | NotFaster
)
