"""Run examples: the code that stands in the file, against the examples of its own statement.

Touches, in order: problem (already found) -> judge -> sandbox.
"""

from lsp_server.judge.judge import judge
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.contradictions import contradictions
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.problem.unjudged import why_not_judged
from lsp_server.settings import Settings
from lsp_server.tasks.maths import check_derivation


async def check(document: Document, problem: Problem, settings: Settings) -> Verdict:
    """The verdict on what stands in `document`; its message says so where no code could pass.

    Cancelling it ends the processes in the sandbox.
    """
    if problem.signature.kind == "maths":
        return await check_derivation(document, problem, settings)
    if sentence := why_not_judged(problem):
        return Verdict(status="unsupported", message=sentence)
    verdict = await judge(problem, document.text, settings.sandbox)
    if verdict.status == "failed" and (sentence := contradictions(problem)):
        return verdict.model_copy(update={"message": sentence})
    return verdict
