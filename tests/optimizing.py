"""Optimizing in a few words: a file, what the scripted model offers for it, and what came of it."""

from collections.abc import Sequence
from contextlib import aclosing

from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.judge.evidence import Equivalence
from lsp_server.judge.timing import Effort
from lsp_server.problem.function import find_function
from lsp_server.problem.model import Cursor
from lsp_server.problem.syntax import Document
from lsp_server.settings import OptimizeSettings, Settings
from lsp_server.tasks import events, rewriting
from lsp_server.tasks.optimize import optimize

BRIEF = Effort(top_s=0.05, rounds=5, most_sizes=4)


def fenced(code: str, language: str = "python") -> str:
    return f"```{language}\n{code.strip()}\n```"


async def offered(
    text: str, *codes: str, line: int = 1, effort: Effort = BRIEF, language: str = "python"
) -> list[events.Event]:
    """All events when the model writes `codes` in every round."""
    answers = [[fenced(code, language) for code in codes] for _ in range(OptimizeSettings().rounds)]
    return await followed(text, ScriptedEngine(answers), len(codes), line, effort, language)


async def followed(
    text: str,
    engine: ScriptedEngine,
    samples: int = 1,
    line: int = 1,
    effort: Effort = BRIEF,
    language: str = "python",
) -> list[events.Event]:
    document = Document(text, language)
    problem = find_function(document, Cursor(line=line))
    options = Settings.model_validate({"solve": {"samples": samples}})
    async with aclosing(optimize(document, problem, engine, options, effort)) as stream:
        return [event async for event in stream]


def compared(happened: Sequence[events.Event]) -> dict[int, events.Compared]:
    """By the number of the candidate."""
    return {event.index: event for event in happened if isinstance(event, events.Compared)}


async def verdicts(text: str, *codes: str, line: int = 1, language: str = "python") -> list[Equivalence]:
    """What comparing says of each of `codes` in place of the function, without timing and without a model."""
    document = Document(text, language)
    subject = rewriting.Subject(document, find_function(document, Cursor(line=line)), Settings(), BRIEF)
    reason = rewriting.unreadable(subject)
    assert reason is None, reason
    bench, domain = await rewriting.domain(subject)
    assert domain is not None
    known = await rewriting.tried(subject, bench, domain)
    assert known.base.reason is None, known.base.reason
    return [(await rewriting.compared(subject, known, code)).equivalence for code in codes]


def refusal(text: str, line: int, language: str) -> str:
    """Why a function is not compared at all; "" when it can be."""
    document = Document(text, language)
    subject = rewriting.Subject(document, find_function(document, Cursor(line=line)), Settings(), BRIEF)
    return rewriting.unreadable(subject) or ""
