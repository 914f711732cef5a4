"""The events of a task, in the order in which a consumer meets them. LSP, terminal and browser read the same ones.

    Progress* · Started · (Progress | Thinking | Writing)* · Candidate · Judged · … · Repairing · … · Solved | Unverified | GaveUp

The last event of every task is exactly one of `Solved`, `Unverified`, `GaveUp`.
"""

from typing import Literal

from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Frozen, Problem, Replacement


class Started(Frozen):
    """`model` is the model that will answer, as the engine names it; with no `samples`, the one that has answered it
    before, and the store's solution was just judged again."""

    kind: Literal["started"] = "started"
    problem: Problem
    model: str
    samples: int


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
    """`code` passes every example of the statement. `replacement` is the edit for the document that was read."""

    kind: Literal["solved"] = "solved"
    code: str
    replacement: Replacement
    verdict: Verdict
    model: str
    from_store: bool = False
    seconds: float = 0.0
    tokens: int = 0


class Unverified(Frozen):
    """The statement has no examples, or nothing may be run: the code was not checked (`reason`)."""

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


Event = Started | Progress | Thinking | Writing | Candidate | Judged | Repairing | Solved | Unverified | GaveUp
