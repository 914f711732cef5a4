"""TypeScript: as JavaScript, by a Node.js that strips the types. Types are not checked: a snippet of LeetCode's would
fail that for want of the site's declarations.
"""

from lsp_server.judge.observation import Run
from lsp_server.judge.runners.javascript import run_file
from lsp_server.judge.runners.node import for_typescript, missing_for_typescript
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

FILE = "solution.ts"


def missing() -> str | None:
    return missing_for_typescript()


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    node = for_typescript()
    assert node is not None  # noqa: S101 - `missing` was asked before
    return await run_file(problem, source, settings, isolation, node, FILE)
