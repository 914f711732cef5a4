"""The verdict: what `vibe-lsp check --json` prints and what decides whether an edit is offered."""

from typing import Literal

from lsp_server.problem.model import Frozen

ExampleStatus = Literal[
    "passed", "ran", "differs", "wrong_answer", "runtime_error", "time_limit", "memory_limit", "output_limit"
]
FINE = ("passed", "ran")
"""Nothing is wrong with such an example. `ran`: nothing tells what it should give, and it ended by itself; or it is a
session that cannot be judged here, and `message` says why."""
NOT_WRONG = (*FINE, "differs")
"""`differs`: another answer than the one of the example, where several are allowed and nobody can tell a right one."""
StepStatus = Literal["confirmed", "refuted", "not_checkable"]
Status = Literal["passed", "differs", "failed", "error", "no_examples", "unsupported"]


DIFFERS = "differs, several answers allowed"
"""The `message` of an example that `differs`."""


class ExampleResult(Frozen):
    """One example, run. `input`, `expected` and `actual` are short texts for people, control characters made visible.

    `message` says what went wrong in one line (exception and its line, limit that was hit), or `DIFFERS`; None when
    passed.
    """

    status: ExampleStatus
    input: str
    expected: str
    actual: str | None = None
    message: str | None = None
    time_ms: float = 0.0


class Step(Frozen):
    """One equation of a derivation in mathematics; `line` counts from 1, in the derivation."""

    text: str
    line: int
    status: StepStatus


class Verdict(Frozen):
    """passed: all examples passed, of those with a known result. failed: at least one is wrong. differs: none is, and
    at least one differs. error: the code could not be run at all (`message`).

    An error of the code itself (it does not compile) counts against every example, so `examples` are there; an error
    that is not its fault (no isolation) leaves `examples` empty.
    With passed and failed, `message` tells what fails in the file beside the examples, or which examples could not be
    read, or is None.
    `isolation` names the sandbox mechanism that held the code ("bubblewrap", …, "none", "not run").
    `missing_imports` are the import lines that the code needs and its file lacks; the judge provides the names that
    LeetCode provides, so the examples can pass all the same, but the file would not run without them.
    Of a derivation in mathematics: `answer` is what its box holds, `steps` its equations; the one example is the answer
    against the stated one, `no_examples` says that none is stated, and `message` sums it up.
    """

    status: Status
    examples: tuple[ExampleResult, ...] = ()
    isolation: str = "not run"
    message: str | None = None
    missing_imports: tuple[str, ...] = ()
    answer: str | None = None
    steps: tuple[Step, ...] = ()

    @property
    def passed(self) -> int:
        return sum(result.status == "passed" for result in self.examples)

    @property
    def differing(self) -> int:
        """How many examples gave another answer that may be right as well; it was not shown to be."""
        return sum(result.status == "differs" for result in self.examples)

    @property
    def summary(self) -> str:
        """ "2/3 examples passed" or the reason why nothing was run."""
        if self.examples and self.status != "error" and self.answer is None:
            one = "s" if self.differing == 1 else ""
            aside = f", {self.differing} differ{one}: several answers are allowed" if self.differing else ""
            ran = sum(result.status == "ran" for result in self.examples)
            judged = len(self.examples) - ran
            more = f", {ran} more ran: what they should give is not known" if ran else ""
            if ran and not judged:
                return f"{ran} example{'s' * (ran != 1)} ran; what they should give is not known"
            return f"{self.passed}/{judged} examples passed{aside}{more}"
        return self.message or "no examples to run"
