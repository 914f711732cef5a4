"""Events as an editor shows them: the line for people."""

import pytest

from lsp_server.features.events import phrase
from lsp_server.judge.verdict import ExampleResult, Verdict
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Replacement
from lsp_server.problem.syntax import Document
from lsp_server.tasks.events import (
    Candidate,
    Event,
    Explained,
    GaveUp,
    Hinted,
    Judged,
    Progress,
    Repairing,
    Solved,
    Started,
    Thinking,
    Writing,
)

PASSED = ExampleResult(status="passed", input="", expected="1")
FAILED = ExampleResult(status="wrong_answer", input="", expected="1", actual="2")

(PROBLEM,) = find_problems(Document('def f(n):\n    """Return n.\n\n    >>> f(1)\n    1\n    """\n', "python"))

SOLVED = Solved(
    code="x",
    replacement=Replacement(region=PROBLEM.region, text="x"),
    verdict=Verdict(status="passed", examples=(PASSED,)),
    model="starter",
    caution="The only example gives 1.",
)
KEPT = SOLVED.model_copy(update={"from_store": True, "caution": None})


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Progress(state="starting the engine"), "starting the engine"),
        (Progress(state="thinking", tokens=120, tokens_per_s=44.6), "thinking · 120 tokens · 45 tokens/s"),
        (Started(problem=PROBLEM, model="starter", samples=1), "starter writes 1 candidate"),
        (Started(problem=PROBLEM, model="starter", samples=0), "starter has solved this before"),
        (Started(problem=PROBLEM, model="", samples=0, explains=True), None),
        (Explained(text="…", model="chat"), "explained by chat"),
        (
            Explained(text="…", model="", verdict=Verdict(status="failed", examples=(FAILED,))),
            "explained: 0/1 examples passed",
        ),
        (Thinking(index=0, text="hm"), None),
        (Writing(index=0, text="def"), None),
        (Candidate(index=0, code="x"), None),
        (Candidate(index=1, code=None, note="it looped"), "candidate 2: it looped"),
        (
            Judged(index=0, verdict=Verdict(status="failed", examples=(PASSED, FAILED))),
            "candidate 1: 1/2 examples passed",
        ),
        (SOLVED, "solved in 0.0 s with 0 tokens: 1/1 examples passed. The only example gives 1."),
        (
            SOLVED.model_copy(update={"from_store": True, "caution": None}),
            "solved before, checked again: 1/1 examples passed",
        ),
        (Repairing(round=1, rounds=2, example="n = 3"), "repair 1 of 2: n = 3"),
        (GaveUp(reason="It could not do it."), "It could not do it."),
        (
            Hinted(hints=("Secret.",), verdict=Verdict(status="passed", examples=(PASSED,)), model="starter"),
            "1 hint, from a solution that nobody is shown: 1/1 examples passed",
        ),
    ],
)
def test_each_event_has_its_line(event: Event, line: str | None) -> None:
    assert phrase(event) == line
