"""Is an answer in mathematics right, and do the steps to it hold? By a computer algebra system in the sandbox.

Its parser evaluates code, so no text of a model or of a statement meets it in this process. What it cannot decide, it
says so: an equation in unknowns is confirmed where it holds for all values and refuted where it holds for none.
"""

import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast

from lsp_server.errors import SandboxError
from lsp_server.judge.derivation import Equation, equations
from lsp_server.judge.maths_inside import PATIENCE
from lsp_server.judge.verdict import ExampleResult, Status, Step, StepStatus, Verdict
from lsp_server.problem.maths.box import boxed
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
MathsStatus = Literal["correct", "wrong", "undecided", "no_answer", "unsupported", "error"]
STEPS: Mapping[Known, StepStatus] = {"yes": "confirmed", "no": "refuted", "unknown": "not_checkable"}
ANSWERS: Mapping[Known, MathsStatus] = {"yes": "correct", "no": "wrong", "unknown": "undecided"}
_NOTHING_STATED = "not verified: the statement gives no answer to compare {answer} with"
_COMPARED = ("correct", "wrong")
_SAID: Mapping[MathsStatus, tuple[Status, str]] = {
    "correct": ("passed", "the answer {answer} is the stated one"),
    "wrong": ("failed", "the answer {answer} is not the stated {expected}"),
    "undecided": ("no_examples", "not verified: nothing tells whether {answer} is the stated {expected}"),
    "no_answer": ("failed", "there is no \\boxed{{…}}"),
    "unsupported": ("unsupported", "not checked"),
    "error": ("error", "not checked"),
}


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
        return self.message or f"{self.status}; {self.counts}".replace("_", " ")

    @property
    def counts(self) -> str:
        """ "steps: 2 confirmed, 0 refuted, 1 not checkable" """
        counts = [f"{sum(step.status == status for step in self.steps)} {status}" for status in STEPS.values()]
        return f"steps: {', '.join(counts)}".replace("_", " ")

    @property
    def refuted(self) -> int:
        return sum(step.status == "refuted" for step in self.steps)


async def verify(derivation: str, expected: str | None, sandbox: SandboxSettings) -> MathsVerdict:
    """`derivation` is what the model wrote; `expected` the right answer, in LaTeX or plain, where one is known."""
    answer, found = boxed(derivation), equations(derivation)
    verdict = MathsVerdict(status="undecided" if answer is not None else "no_answer", answer=answer, expected=expected)
    if not _is_installed():
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


async def agreeing(answers: Sequence[str], sandbox: SandboxSettings) -> list[list[int]]:
    """The indexes of answers that are the same, as mathematics, the largest group first; of equals the earliest.

    Where nothing can be run, answers are the same that are written the same.
    """
    groups = dict[str, list[int]]()
    for index, answer in enumerate(answers):
        groups.setdefault("".join(answer.split()), []).append(index)
    written = [[indexes[0]] for indexes in groups.values()]
    pairs = [(one[0], other[0]) for number, one in enumerate(written) for other in written[number + 1 :]]
    same = await _same([(answers[one], answers[other]) for one, other in pairs], sandbox) if pairs else []
    for (one, other), known in zip(pairs, same, strict=False):
        if known == "yes":
            mine, theirs = (next(key for key, held in groups.items() if index in held) for index in (one, other))
            if mine != theirs:
                groups[mine] = sorted(groups[mine] + groups.pop(theirs))
    return sorted(groups.values(), key=lambda indexes: (-len(indexes), indexes[0]))


async def _same(pairs: Sequence[tuple[str, str]], sandbox: SandboxSettings) -> list[Known]:
    if not _is_installed():
        return []
    try:
        return _known(await _run({"pairs": pairs, "equations": []}, choose(sandbox.allow_unisolated)))
    except SandboxError:
        return []


def judged(found: MathsVerdict) -> Verdict:
    """The same as the verdict on a problem: the one example is the answer against the stated one."""
    status, sentence = _SAID[found.status]
    if found.status == "undecided" and found.expected is None:
        sentence = _NOTHING_STATED
    told = sentence.format(answer=found.answer, expected=found.expected)
    if found.refuted:
        status, told = "failed", f"{told}, but a step is refuted" if found.status == "correct" else told
    results = tuple(_compared(found)) if found.status in _COMPARED else ()
    return Verdict(
        status=status,
        examples=results,
        isolation=found.isolation,
        message=found.message or (f"{told}; {found.counts}" if found.steps else told),
        answer=found.answer,
        steps=found.steps,
    )


def _compared(found: MathsVerdict) -> Iterator[ExampleResult]:
    yield ExampleResult(
        status="passed" if found.status == "correct" else "wrong_answer",
        input="the answer",
        expected=found.expected or "",
        actual=found.answer,
    )


async def _asked(answer: str | None, expected: str | None, found: Sequence[Equation], isolation: Isolation) -> Outcome:
    pairs = [(expected, answer)] if answer is not None and expected is not None else []
    return await _run({"pairs": pairs, "equations": [(each.left, each.right) for each in found]}, isolation)


async def _run(task: Mapping[str, Sequence[Any]], isolation: Isolation) -> Outcome:
    """`task`: "pairs" of answers and "equations" of two sides."""
    folders = _folders()
    program = Program(
        argv=(PYTHON, "-I", "-S", "-B", SCRIPT, *map(str, folders)),
        files={SCRIPT: Path(__file__).with_name(SCRIPT).read_bytes()},
        stdin=json.dumps({**task, "limit_s": STEP_S}).encode(),
        readable=folders,
    )
    wall_s = START_S + STEP_S * PATIENCE * (sum(map(len, task.values())) + 1)
    return await run(program, Limits(wall_s=wall_s, cpu_s=wall_s, memory_bytes=MEMORY_BYTES), isolation)


def _is_installed() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in PACKAGES)


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
