"""Solve a question in mathematics: from a statement to a derivation whose answer and equations were checked.

Touches, in order: store (seen before?) -> prompts/maths.md -> engine.client -> judge.maths -> store. The answer is
compared with the stated one. Where none is stated nothing verifies it: the answer that most candidates agree on is
named as just that. It shows the model no right answer and repairs nothing: that would only teach it what to say.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from lsp_server import prompts
from lsp_server.engine.client import Engine
from lsp_server.engine.profiles import Profile, profile
from lsp_server.engine.wire import ModelInfo
from lsp_server.judge.maths import agreeing, judged, verify
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.maths.box import boxed
from lsp_server.problem.maths.place import NOTE
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Solution, Store
from lsp_server.tasks.answer import answer_of, why_no_code
from lsp_server.tasks.asking import messages, sampling
from lsp_server.tasks.candidates import Ask, candidates
from lsp_server.tasks.events import Candidate, Event, GaveUp, Judged, Solved, Unverified
from lsp_server.tasks.solving import Solving, events_of, gave_up, key_of, not_usable, remember, solved, unverified

Final = Solved | Unverified | GaveUp
STARTER = "starter"
TOO_SMALL = (
    "The embedded model writes short Python functions; it was not made for mathematics. Choose a model that reasons, "
    "such as WeiboAI/VibeThinker-1.5B, with the setting `engine.model`."
)
NO_ANSWER_YET = "There is no derivation below the statement yet."


@dataclass(slots=True)
class _Solving(Solving):
    """A run whose answers are derivations. `stated` is the right answer, where the text has it."""

    stated: str | None = None
    judged: list[Judged] = field(default_factory=list[Judged])


async def solve_maths(
    document: Document,
    problem: Problem,
    engine: Engine,
    settings: Settings,
    store: Store | None,
    fresh: bool = False,
) -> AsyncGenerator[Event, None]:
    """Events up to exactly one of `Solved`, `Unverified`, `GaveUp`. Close it to cancel. Raises as `solve` does."""
    template = prompts.load("maths", settings.prompts.folder)
    stated = stated_answer(document, problem)
    key = key_of(problem.model_copy(update={"answer": stated}), settings, template)
    run = _Solving(document, problem, settings, store, key, stated=stated)
    happening = events_of(
        run,
        engine,
        None if fresh else lambda known: _judged_again(run, known),
        lambda info: _answers(run, engine, profile(info), template),
        _refused,
    )
    async with aclosing(happening) as events:
        async for event in events:
            yield event


def _refused(info: ModelInfo) -> str | None:
    return TOO_SMALL if info.family == STARTER else None


async def check_derivation(document: Document, problem: Problem, settings: Settings) -> Verdict:
    """The derivation that stands below the statement, against the answer that is stated apart from it."""
    if problem.derivation is None:
        return Verdict(status="no_examples", message=NO_ANSWER_YET)
    return judged(await verify(_standing(document, problem), problem.answer, settings.sandbox))


def stated_answer(document: Document, problem: Problem) -> str | None:
    """The right answer, as the text has it: said by itself, or in the box of a derivation that is not ours."""
    if problem.answer is not None or problem.derivation is None or problem.derivation == problem.target.region:
        return problem.answer
    return boxed(_standing(document, problem))


def _standing(document: Document, problem: Problem) -> str:
    assert problem.derivation is not None  # noqa: S101 - asked before
    return document.text[problem.derivation.start.offset : problem.derivation.end.offset]


async def _answers(
    run: _Solving, engine: Engine, model: Profile, template: prompts.Template
) -> AsyncGenerator[Event, None]:
    async with aclosing(_batch(run, engine, model, template)) as events:
        async for event in events:
            yield event
    yield await _end(run)


async def _batch(
    run: _Solving, engine: Engine, model: Profile, template: prompts.Template
) -> AsyncGenerator[Event, None]:
    """One batch; ends early, cancelling the rest, when an answer is the stated one and no step to it is refuted."""
    prompt = prompts.render(template, prompts.describe_question(run.problem))
    ask = Ask(
        run.document,
        run.problem,
        messages(model, prompt),
        sampling(run.settings.solve, model, prompt, model.temperature_maths),
        run.settings.sandbox,
        grade=lambda ask, index, text, finish: _graded(ask, index, text, finish, run.stated),
    )
    async with aclosing(candidates(ask, engine, run.meter)) as events:
        async for event in events:
            yield event
            match event:
                case Candidate(index=index, code=str(derivation)):
                    run.answers[index] = derivation
                case Candidate(note=str(note)):
                    run.notes.append(note)
                case Judged(verdict=verdict):
                    run.judged.append(event)
                    if verdict.status == "passed":
                        return
                case _:
                    pass


async def _graded(ask: Ask, index: int, text: str, finish: str, stated: str | None) -> AsyncIterator[Event]:
    derivation = answer_of(text)
    if derivation is None or boxed(derivation) is None:
        ended = finish in ("repetition", "length") or not text.strip()
        note = why_no_code(text, finish) if ended else "The answer holds no \\boxed{…}."
        yield Candidate(index=index, code=None, note=note)
        return
    yield Candidate(index=index, code=derivation)
    yield Judged(index=index, verdict=judged(await verify(derivation, stated, ask.sandbox)))


async def _end(run: _Solving) -> Final:
    run.judged.sort(key=lambda each: each.index)  # whichever was judged first
    if not run.judged:
        return not_usable(run)
    passed = next((each for each in run.judged if each.verdict.status == "passed"), None)
    if passed:
        await remember(run, run.answers[passed.index])
        return solved(run, _noted(run.answers[passed.index], passed.verdict.summary), passed.verdict)
    if run.stated is None:
        return await _agreed(run)
    if doubtful := [each for each in run.judged if _is_doubtful(each.verdict)]:
        best = min(doubtful, key=lambda each: _refuted(each.verdict))
        return _unverified(run, best, best.verdict.summary)
    answers = await _counted(run)
    reason = f"{run.tried} and found {_listed(answers)}, not the stated {run.stated}. The file was not changed."
    return gave_up(run, reason, run.answers[run.judged[0].index], run.judged[0].verdict)


def _is_doubtful(verdict: Verdict) -> bool:
    """Not shown to be wrong: it was not compared, or it is the stated answer with a refuted step before it."""
    return verdict.status != "failed" or verdict.passed > 0


async def _agreed(run: _Solving) -> Unverified:
    """Self-consistency: the answer of most candidates, the derivation of it with the fewest refuted steps."""
    groups = await agreeing([each.verdict.answer or "" for each in run.judged], run.settings.sandbox)
    best = min((run.judged[index] for index in groups[0]), key=lambda each: _refuted(each.verdict))
    if len(run.judged) == 1:
        said = f"one candidate answers {best.verdict.answer}"
    elif len(groups[0]) == 1:
        said = f"the candidates disagree: {_listed([(run.judged[each[0]].verdict.answer or '', 1) for each in groups])}"
    else:
        said = f"{len(groups[0])} of {len(run.judged)} candidates agree on {best.verdict.answer}"
    refuted = _refuted(best.verdict)
    doubt = f"; {refuted} of its steps {'is' if refuted == 1 else 'are'} refuted" if refuted else ""
    return _unverified(run, best, f"the statement gives no answer; {said}{doubt}")


async def _counted(run: _Solving) -> list[tuple[str, int]]:
    answers = [each.verdict.answer or "" for each in run.judged]
    return [(answers[group[0]], len(group)) for group in await agreeing(answers, run.settings.sandbox)]


def _listed(answers: Sequence[tuple[str, int]]) -> str:
    return ", ".join(answer if count == 1 else f"{answer} ({count} times)" for answer, count in answers)


def _refuted(verdict: Verdict) -> int:
    return sum(step.status == "refuted" for step in verdict.steps)


def _noted(derivation: str, note: str) -> str:
    """With the line that tells a later reader what was checked."""
    return f"{derivation}\n\n{NOTE}{' '.join(note.split())}"


def _unverified(run: _Solving, best: Judged, reason: str) -> Unverified:
    return unverified(run, _noted(run.answers[best.index], f"not verified: {reason}"), best.verdict, reason)


async def _judged_again(run: _Solving, known: Solution) -> Solved | None:
    verdict = judged(await verify(known.code, run.stated, run.settings.sandbox))
    return solved(run, _noted(known.code, verdict.summary), verdict, known) if verdict.status == "passed" else None
