"""The door of this room: run a candidate against the examples of its problem and give the verdict."""

import asyncio
import sys
from collections.abc import Sequence

from lsp_server.errors import SandboxError
from lsp_server.judge import foreign, lacking
from lsp_server.judge.arrange import arranged, worded
from lsp_server.judge.arranged import stated_of
from lsp_server.judge.grade import grade, located
from lsp_server.judge.named_files import with_channels
from lsp_server.judge.node_fields import with_val
from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.present import show_expected, show_input, visible
from lsp_server.judge.runners import RUNNERS
from lsp_server.judge.verdict import NOT_WRONG, ExampleResult, Status, Verdict
from lsp_server.problem.markers import submitted
from lsp_server.problem.model import Problem
from lsp_server.sandbox.run import choose
from lsp_server.settings import SandboxSettings

ONLY_PYTHON = "On Windows only Python can be judged yet. In WSL, the Linux of Windows, every language can."
CONVENTIONAL_OWNER = "Solution"
"""LeetCode's class: there, the usual imports are understood."""


async def judge(problem: Problem, source: str, sandbox: SandboxSettings) -> Verdict:
    """`source` is the whole text of the file that holds the solution. Whatever the candidate does, this returns.

    Cancelling ends every process of the candidate.
    """
    if not problem.examples:
        return Verdict(status="no_examples", message="The statement has no examples to check against.")
    runner = RUNNERS.get(problem.language)
    if runner is None:
        known = ", ".join(sorted(RUNNERS))
        return Verdict(status="unsupported", message=f"{problem.language} cannot be run yet. Can be run: {known}.")
    if sys.platform == "win32" and not runner.everywhere:
        return Verdict(status="unsupported", message=ONLY_PYTHON)
    if missing := await asyncio.to_thread(runner.missing):  # the first time, a tool is asked for its version
        return Verdict(status="unsupported", message=missing)
    asked, source = arranged(problem), _judged(problem, source)
    if refused := foreign.refused(asked) or runner.refused(asked, source):
        return Verdict(status="unsupported", message=refused)
    try:
        isolation = await asyncio.to_thread(choose, sandbox.allow_unisolated)
        run = await runner.observe(asked, source, sandbox, isolation)
    except SandboxError as error:
        return Verdict(status="error", message=str(error))
    return await asyncio.to_thread(_verdict, asked, run, sandbox)  # comparing large results takes a while


def _judged(problem: Problem, source: str) -> str:
    """The part of a file that a site would be sent, when markers say which it is."""
    if problem.signature.kind == "program":
        return with_channels(source)
    return with_val(problem, submitted(source, problem.signature.name))


def _beside(load_errors: tuple[Raised, ...]) -> str | None:
    """The examples can pass although something else in the file fails; whoever imports it would meet that."""
    if not load_errors:
        return None
    return visible(f"The file cannot be loaded without an error: {located(load_errors[0])}.")


def _unread(problem: Problem) -> str | None:
    if not problem.unread:
        return None
    which = "One more example" if problem.unread == 1 else f"{problem.unread} more examples"
    return f"{which} of the statement could not be read and {'was' if problem.unread == 1 else 'were'} not run."


def _not_built(problem: Problem, run: Run, error: Raised) -> Verdict:
    """Every example fails by it, so that whoever repairs code is shown one."""
    message = visible(located(error))
    results = (
        ExampleResult(
            status="runtime_error",
            input=show_input(stated_of(example), problem.language),
            expected=show_expected(stated_of(example), problem.language),
            message=message,
        )
        for example in problem.examples
    )
    return Verdict(status="error", examples=tuple(results), isolation=run.isolation, message=message)


def _status(results: Sequence[ExampleResult]) -> Status:
    """The worst of them. Examples of which nobody says what they should give are none to pass, but they can fail."""
    found = {result.status for result in results}
    if not found <= set(NOT_WRONG):
        return "failed"
    return "differs" if "differs" in found else "passed" if "passed" in found else "no_examples"


def _verdict(problem: Problem, run: Run, sandbox: SandboxSettings) -> Verdict:
    if run.not_built:
        return _not_built(problem, run, run.not_built)
    results = tuple(
        worded(example, grade(problem, example, seen, run.load_errors, sandbox), seen.value, problem.language)
        for example, seen in zip(problem.examples, run.observations, strict=True)
    )
    understood = problem.signature.kind == "method" and problem.signature.owner in (CONVENTIONAL_OWNER, None)
    return Verdict(
        status=_status(results),
        examples=results,
        isolation=run.isolation,
        message=_beside(run.load_errors) or lacking.of_all(results) or _unread(problem),
        missing_imports=() if understood else run.missing_imports,
    )
