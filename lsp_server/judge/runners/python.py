"""Python: the worker of `inside/` loads the file in a process forked from the supervisor, so nothing has to start."""

import re
from typing import Any

from lsp_server.judge.observation import Run
from lsp_server.judge.runners import supervised
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.inside.prelude import line, provided
from lsp_server.judge.runners.node_variant import variant
from lsp_server.judge.runners.report import Dialect
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    problem, source = completed(problem, source)

    def describe(k: int) -> dict[str, Any]:
        return supervised.values_of(problem.examples[k])

    candidate = supervised.Candidate(task_of(problem, source), describe, PYTHON)
    return await supervised.observe(problem, candidate, settings, isolation)


def task_of(problem: Problem, source: str) -> dict[str, Any]:
    """What the worker wants to know besides the examples."""
    signature = problem.signature
    return {
        "source": source,
        "signature": {
            "name": signature.name,
            "owner": signature.owner,
            "kind": signature.kind,
            "types": [parameter.type for parameter in signature.params],
            "returns": signature.returns,
        },
        "node": variant(source),
        "provided": provided(_words(source, *(example.session or "" for example in problem.examples))),
    }


def _words(*texts: str) -> set[str]:
    return set(re.findall(r"\w+", "\n".join(texts)))


def _known(lines: list[str]) -> tuple[str, ...]:
    """Only lines that our own table makes: they may be offered as an edit."""
    known = provided({text.rpartition(" ")[2] for text in lines})
    ours = {line(name, home) for name, home in known.items()}
    return tuple(text for text in lines if text in ours)


PYTHON = Dialect(imports=_known)
