"""One runner per language: how a candidate and its examples become a program, and what came out of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from lsp_server.judge.observation import Run
from lsp_server.judge.runners import python
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

Observe = Callable[[Problem, str, SandboxSettings, Isolation], Awaitable[Run]]


@dataclass(frozen=True, slots=True)
class Runner:
    """`missing` says which tool is not installed, None when all is there."""

    observe: Observe
    missing: Callable[[], str | None]


RUNNERS: Mapping[str, Runner] = {"python": Runner(python.observe, lambda: None)}
