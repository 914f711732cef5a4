"""The whole of `solve` with a scripted model: real statements, real sandbox, real edits."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import psutil
import pytest

from lsp_server.engine.scripted import Endless, Reply, ScriptedEngine
from lsp_server.engine.wire import ModelInfo
from lsp_server.errors import (
    ContradictoryExamplesError,
    EngineCrashedError,
    EngineUnavailableError,
    NoIsolationError,
    SandboxError,
    ScratchFullError,
)
from lsp_server.judge import judge as judging
from lsp_server.problem.locate import find_problems
from lsp_server.problem.place import splice
from lsp_server.problem.syntax import Document
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import Settings
from lsp_server.store import Store
from lsp_server.tasks import events
from lsp_server.tasks.solve import solve

FILE = '''def double(n: int) -> int:
    """Return twice n.

    >>> double(2)
    4
    >>> double(-3)
    -6
    """
'''
RIGHT = "<think>\nAdd n to itself.\n</think>\n\n```python\ndef double(n: int) -> int:\n    return n + n\n```"
WRONG = "<think>\nSquare it.\n</think>\n\n```python\ndef double(n: int) -> int:\n    return n * n\n```"
PROSE = "I am sure that you can do it yourself."


def settings(**solve_settings: Any) -> Settings:
    return Settings.model_validate({"solve": {"samples": 2, "repair_rounds": 0} | solve_settings})


async def run(
    engine: ScriptedEngine, options: Settings | None = None, text: str = FILE, store: Store | None = None
) -> list[events.Event]:
    document = Document(text, "python")
    problem = find_problems(document)[0]
    async with aclosing(solve(document, problem, engine, options or settings(), store)) as stream:
        return [event async for event in stream]


def of(kind: type, happened: Sequence[events.Event]) -> list[Any]:
    return [event for event in happened if isinstance(event, kind)]


async def test_a_right_answer_becomes_an_edit_that_was_run() -> None:
    *_, last = await run(ScriptedEngine([RIGHT]))
    assert isinstance(last, events.Solved)
    assert last.verdict.passed == 2
    after = splice(FILE, last.replacement)
    assert after.startswith(FILE.rstrip()) and after.rstrip().endswith("    return n + n")


async def test_a_solution_brings_the_imports_that_the_judge_had_provided() -> None:
    text = (
        'def most_common(xs):\n    """Return the most common value.\n\n    >>> most_common([1, 2, 2])\n    2\n    """\n'
    )
    answer = "```python\ndef most_common(xs):\n    return Counter(xs).most_common(1)[0][0]\n```"
    *_, last = await run(ScriptedEngine([answer]), text=text)
    assert isinstance(last, events.Solved)
    namespace: dict[str, Any] = {}
    exec(splice(text, last.replacement), namespace)
    assert namespace["most_common"]([3, 3, 1]) == 3


async def test_the_first_candidate_that_passes_wins_and_the_rest_is_cancelled() -> None:
    engine = ScriptedEngine([[WRONG, RIGHT, Endless("hm ")]])
    happened = await run(engine, settings(samples=3))
    assert isinstance(happened[-1], events.Solved)
    assert "n + n" in happened[-1].code
    assert engine.aborted == 1


async def test_reasoning_is_shown_and_never_part_of_the_edit() -> None:
    happened = await run(ScriptedEngine([[RIGHT, PROSE]]))
    first = "".join(event.text for event in of(events.Thinking, happened) if event.index == 0)
    assert "Add n to itself." in first and "<think>" not in first
    assert "Add n" not in happened[-1].replacement.text


async def test_a_failing_candidate_is_shown_its_own_failing_example() -> None:
    engine = ScriptedEngine([WRONG, RIGHT])
    happened = await run(engine, settings(repair_rounds=1))
    assert isinstance(happened[-1], events.Solved)
    assert len(of(events.Repairing, happened)) == 1
    asked = (engine.requests[1].messages or ())[-1].content
    assert "n * n" in asked and "Expected: -6" in asked and "Actual: 9" in asked


async def test_after_the_last_repair_the_end_is_honest() -> None:
    happened = await run(ScriptedEngine([WRONG, WRONG, WRONG]), settings(repair_rounds=2))
    assert isinstance(happened[-1], events.GaveUp)
    assert "1/2 examples passed" in happened[-1].reason
    assert len(of(events.Repairing, happened)) == 2


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (PROSE, "no code block"),
        (Reply("<think>so", finish="length"), "solve.budget"),
        (Reply("<think>but but but", finish="repetition"), "loop"),
        ("```python\ndef another(n, m):\n    return n\n```", "double"),
        ("```python\ndef double(n:\n```", ""),
    ],
)
async def test_an_answer_without_usable_code_ends_with_the_reason(reply: Any, sentence: str) -> None:
    happened = await run(ScriptedEngine([reply]), settings(repair_rounds=1))
    assert isinstance(happened[-1], events.GaveUp)
    assert sentence in happened[-1].reason
    assert of(events.Repairing, happened) == [], "there is no failing example to show"


async def test_a_statement_without_examples_is_answered_unverified() -> None:
    text = 'def double(n: int) -> int:\n    """Return twice n."""\n'
    happened = await run(ScriptedEngine([RIGHT]), text=text)
    assert isinstance(happened[-1], events.Unverified)
    assert happened[-1].verdict.status == "no_examples"


async def test_an_answer_that_only_may_be_right_is_unverified() -> None:
    text = 'def pick(n: int) -> int:\n    """Return any valid answer above n.\n\n    >>> pick(1)\n    5\n    """\n'
    happened = await run(ScriptedEngine(["```python\ndef pick(n):\n    return n + 1\n```"]), text=text)
    assert isinstance(happened[-1], events.Unverified)
    assert happened[-1].verdict.differing == 1


async def test_an_answer_that_passes_is_better_than_one_that_only_may_be_right() -> None:
    text = 'def pick(n: int) -> int:\n    """Return any valid answer above n.\n\n    >>> pick(1)\n    5\n    """\n'
    answers = [f"```python\ndef pick(n):\n    return n + {more}\n```" for more in (1, 4)]
    happened = await run(ScriptedEngine([answers]), settings(samples=2), text=text)
    assert isinstance(happened[-1], events.Solved)
    assert "n + 4" in happened[-1].code


async def test_contradicting_examples_are_refused_before_the_model_is_asked() -> None:
    engine = ScriptedEngine([])
    with pytest.raises(ContradictoryExamplesError):
        await run(engine, text=FILE.replace("-3", "2"))
    assert engine.requests == []


async def test_a_solution_comes_back_from_the_store_judged_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db")
    await run(ScriptedEngine([RIGHT]), store=store)
    silent = ScriptedEngine([])
    started, solved = await run(silent, store=store)
    assert isinstance(started, events.Started) and started.samples == 0
    assert isinstance(solved, events.Solved) and solved.from_store
    assert solved.model == started.model == (await silent.info()).id
    assert solved.verdict.passed == 2 and silent.requests == []


async def test_a_stored_solution_that_fails_now_is_forgotten_and_solved_anew(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db")
    await run(ScriptedEngine([RIGHT]), store=store)
    spoilt = sorted(tmp_path.glob("*"))[0]
    import sqlite3

    connection = sqlite3.connect(spoilt)
    connection.execute("UPDATE solutions SET code = 'def double(n):\n    return 0'")
    connection.commit()
    connection.close()
    happened = await run(ScriptedEngine([RIGHT]), store=store)
    assert isinstance(happened[-1], events.Solved) and not happened[-1].from_store


@pytest.mark.parametrize("error", [NoIsolationError("Install bubblewrap."), ScratchFullError("The disk is full.")])
async def test_what_cannot_be_run_is_unverified_with_the_reason_and_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: SandboxError
) -> None:
    store = Store(tmp_path / "store.db")
    await run(ScriptedEngine([RIGHT]), store=store)

    def refuse(_: bool) -> Isolation:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(judging, "choose", refuse)
        *_, last = await run(ScriptedEngine([RIGHT]), store=store)
        assert isinstance(last, events.Unverified) and last.reason == str(error)
    *_, last = await run(ScriptedEngine([]), store=store)
    assert isinstance(last, events.Solved) and last.from_store


async def test_a_damaged_store_never_stops_a_solve(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"rubbish" * 500)
    assert isinstance((await run(ScriptedEngine([RIGHT]), store=Store(tmp_path / "store.db")))[-1], events.Solved)


async def test_an_engine_that_keeps_crashing_is_an_error() -> None:
    with pytest.raises(EngineCrashedError):
        await run(ScriptedEngine([EngineCrashedError("gone")]))


async def test_an_engine_that_cannot_be_reached_is_an_error() -> None:
    with pytest.raises(EngineUnavailableError):
        await run(ScriptedEngine([EngineUnavailableError("nobody there")]))


@pytest.mark.parametrize("kind", [events.Progress, events.Started, events.Writing, events.Candidate])
async def test_wherever_the_task_is_closed_nothing_is_left_running(kind: type[events.Event]) -> None:
    """The last time while one candidate is still written and another runs in the sandbox."""
    engine = ScriptedEngine([["```python\ndef double(n):\n    while True: pass\n```", Endless("hm ")]])
    judging.choose(False)  # the first time it starts a program to try the sandbox, which ends by itself
    document, before = Document(FILE, "python"), programs()
    async with aclosing(solve(document, find_problems(document)[0], engine, settings(), None)) as stream:
        async for event in stream:
            if isinstance(event, kind):
                break
        async with asyncio.timeout(20):
            while kind is events.Candidate and programs() <= before:  # noqa: ASYNC110 - processes tell no event
                await asyncio.sleep(0.01)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert programs() <= before
    assert engine.aborted == (kind in (events.Writing, events.Candidate))


def programs() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize(("family", "roles"), [("vibethinker", ["user"]), ("chat", ["system", "user"])])
async def test_the_role_goes_where_the_model_was_trained_to_see_it(family: str, roles: list[str]) -> None:
    info = ModelInfo(id=family, family=family, context_length=4096, device="cpu")
    engine = ScriptedEngine([RIGHT], info=info)
    await run(engine)
    messages = engine.requests[0].messages or ()
    assert [message.role for message in messages] == roles
    assert "competitive programming assistant" in messages[0].content
    assert engine.requests[0].sampling.top_k == 0


async def test_tokens_are_counted_over_all_candidates() -> None:
    happened = await run(ScriptedEngine([RIGHT]))
    assert happened[-1].tokens > 10
