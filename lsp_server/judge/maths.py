"""Is an answer in mathematics right, and do the steps to it hold? By a computer algebra system in the sandbox.

Its parser evaluates code, so no text of a model or of a statement meets it in this process. What it cannot decide, it
says so: an equation in unknowns is confirmed where it holds for all values and refuted where it holds for none.
"""

import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast

from lsp_server.errors import SandboxError
from lsp_server.judge.derivation import Equation, boxed, equations
from lsp_server.judge.maths_inside import PATIENCE
from lsp_server.problem.model import Frozen
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import MIB, Limits, Outcome, Program
from lsp_server.sandbox.run import choose, run
from lsp_server.settings import SandboxSettings

STEP_S, START_S = 3, 20
"""CPU time of one step."""
MEMORY_BYTES = 1024 * MIB
SCRIPT = "maths_inside.py"
PACKAGES = ("math_verify", "latex2sympy2_extended", "antlr4", "sympy", "mpmath")
INSTALL = "Checking mathematics needs the package math-verify: `pip install math-verify`."

Known = Literal["yes", "no", "unknown"]
StepStatus = Literal["confirmed", "refuted", "not_checkable"]
MathsStatus = Literal["correct", "wrong", "undecided", "no_answer", "unsupported", "error"]
STEPS: Mapping[Known, StepStatus] = {"yes": "confirmed", "no": "refuted", "unknown": "not_checkable"}
ANSWERS: Mapping[Known, MathsStatus] = {"yes": "correct", "no": "wrong", "unknown": "undecided"}


class Step(Frozen):
    """One equation of the derivation; `line` counts from 1."""

    text: str
    line: int
    status: StepStatus


class MathsVerdict(Frozen):
    """correct, wrong: the answer against the expected one. undecided: nobody can tell, or nothing is expected.

    no_answer: no `\\boxed{…}`. unsupported, error: nothing could be run (`message`).
    """

    status: MathsStatus
    answer: str | None = None
    expected: str | None = None
    steps: tuple[Step, ...] = ()
    isolation: str = "not run"
    message: str | None = None

    @property
    def summary(self) -> str:
        counts = [f"{sum(step.status == status for step in self.steps)} {status}" for status in STEPS.values()]
        return self.message or f"{self.status}; steps: {', '.join(counts)}".replace("_", " ")


async def verify(derivation: str, expected: str | None, sandbox: SandboxSettings) -> MathsVerdict:
    """`derivation` is what the model wrote; `expected` the right answer, in LaTeX or plain, where one is known."""
    answer, found = boxed(derivation), equations(derivation)
    verdict = MathsVerdict(status="undecided" if answer is not None else "no_answer", answer=answer, expected=expected)
    if any(importlib.util.find_spec(name) is None for name in PACKAGES):
        return verdict.model_copy(update={"status": "unsupported", "message": INSTALL})
    try:
        isolation = choose(sandbox.allow_unisolated)
        outcome = await _asked(answer, expected, found, isolation)
    except SandboxError as error:
        return verdict.model_copy(update={"status": "error", "message": str(error)})
    known = _known(outcome)
    told: dict[str, Any] = {"isolation": isolation.name}
    if answer is not None and expected is not None:
        told["status"] = ANSWERS[known.pop(0) if known else "unknown"]
    return verdict.model_copy(update=told | {"steps": _steps(found, known)})


async def _asked(answer: str | None, expected: str | None, found: Sequence[Equation], isolation: Isolation) -> Outcome:
    task = {
        "answer": answer,
        "expected": expected,
        "equations": [(equation.left, equation.right) for equation in found],
        "limit_s": STEP_S,
    }
    folders = _folders()
    program = Program(
        argv=(PYTHON, "-I", "-S", "-B", SCRIPT, *map(str, folders)),
        files={SCRIPT: Path(__file__).with_name(SCRIPT).read_bytes()},
        stdin=json.dumps(task).encode(),
        readable=folders,
    )
    wall_s = START_S + STEP_S * PATIENCE * (len(found) + 1)
    return await run(program, Limits(wall_s=wall_s, cpu_s=wall_s, memory_bytes=MEMORY_BYTES), isolation)


def _folders() -> tuple[Path, ...]:
    """Where the packages are installed, found without importing them."""
    specs = [importlib.util.find_spec(name) for name in PACKAGES]
    origins = [Path(spec.origin).parent.parent for spec in specs if spec and spec.origin]
    return tuple(dict.fromkeys(origins))


def _known(outcome: Outcome) -> list[Known]:
    """What came before an early end counts; what is no answer is none."""
    known = list[Known]()
    for line in outcome.stdout.splitlines():
        try:
            said = cast("dict[str, Any]", json.loads(line))["is"]
        except (ValueError, KeyError, TypeError):
            break
        known.append(said if said in STEPS else "unknown")
    return known


def _steps(found: Sequence[Equation], known: Sequence[Known]) -> tuple[Step, ...]:
    padded: list[Known] = [*known, *cast("list[Known]", ["unknown"] * len(found))]
    return tuple(
        Step(text=equation.text, line=equation.line, status=STEPS[said])
        for equation, said in zip(found, padded, strict=False)
    )
