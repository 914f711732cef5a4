"""Functions that go below a candidate's file where examples show more than one call of it gives."""

from lsp_server.judge.runners import drained, round_trip
from lsp_server.problem.model import Problem


def completed(problem: Problem, source: str) -> tuple[Problem, str]:
    """`problem` and `source` as they are, or with such a function, which then is what is called."""
    return drained.completed(*round_trip.completed(problem, source))
