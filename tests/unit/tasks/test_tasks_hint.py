"""Hints with a scripted model: they come from a solution that really passed, and give nothing of it away."""

from contextlib import aclosing
from pathlib import Path

import pytest

from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.engine.wire import ModelInfo
from lsp_server.errors import ProblemError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Store
from lsp_server.tasks import events
from lsp_server.tasks.hint import hint, listed, planned
from lsp_server.tasks.solve import solve

FILE = '''def unique(nums: list[int]) -> list[int]:
    """Return the values of nums without repetition.

    >>> unique([2, 1, 2])
    [2, 1]
    """
'''
CODE = "def unique(nums: list[int]) -> list[int]:\n    return list(dict.fromkeys(nums))"
PLAN = "Wanted: each value once. Keep the order. A dict has each key once."
RIGHT = f"<think>\n{PLAN}\n</think>\n\n```python\n{CODE}\n```"
WRONG = "<think>\nSort them.\n</think>\n\n```python\ndef unique(nums):\n    return sorted(nums)\n```"
HINTS = """<think>
Keys.
</think>

1. Which values come back?
2. **A dict** keeps the order
   of its keys.
3) Put each value in as a key."""
SPOILT = "1. Easy.\n2. `return list(dict.fromkeys(nums))`"
STARTER = ModelInfo(id="starter", family="starter", context_length=4096, device="cpu")
CHAT = ModelInfo(id="some-chat", family="chat", context_length=4096, device="cpu")


async def run(engine: ScriptedEngine, store: Store | None = None, text: str = FILE) -> list[events.Event]:
    document = Document(text, "python")
    options = Settings.model_validate({"solve": {"samples": 1, "repair_rounds": 0}})
    async with aclosing(hint(document, find_problems(document)[0], engine, options, store)) as stream:
        return [event async for event in stream]


async def test_the_plan_of_the_embedded_model_is_told_step_by_step() -> None:
    engine = ScriptedEngine([RIGHT], STARTER)
    *_, last = await run(engine)
    assert isinstance(last, events.Hinted)
    assert last.hints == ("Keep the order.", "A dict has each key once.")
    assert last.verdict.passed == 1 and len(engine.requests) == 1


async def test_another_model_is_asked_for_hints_and_sees_the_solution_and_what_was_written() -> None:
    engine = ScriptedEngine([RIGHT, HINTS], CHAT)
    *_, last = await run(engine, text=FILE + "    found = []\n    return found\n")
    assert isinstance(last, events.Hinted)
    assert last.hints[0] == "Which values come back?"
    assert last.hints[1:] == ("A dict keeps the order of its keys.", "Put each value in as a key.")
    said = "".join(message.content for message in engine.requests[1].messages or ())
    assert "dict.fromkeys" in said and "found = []" in said


async def test_nothing_that_is_shown_on_the_way_holds_the_solution() -> None:
    happened = await run(ScriptedEngine([RIGHT, HINTS], CHAT))
    assert {type(event) for event in happened} == {events.Progress, events.Started, events.Hinted}
    assert not any("fromkeys" in event.model_dump_json() for event in happened)


async def test_hints_that_give_it_away_are_asked_for_again() -> None:
    *_, last = await run(ScriptedEngine([RIGHT, SPOILT, HINTS], CHAT))
    assert isinstance(last, events.Hinted) and len(last.hints) == 3
    *_, last = await run(ScriptedEngine([RIGHT, SPOILT, SPOILT], CHAT))
    assert isinstance(last, events.GaveUp)
    assert last.reason == "some-chat found no hint that leaves something to find."


async def test_without_a_solution_that_passes_there_is_no_hint() -> None:
    *_, last = await run(ScriptedEngine([WRONG], STARTER))
    assert isinstance(last, events.GaveUp)
    assert last.reason.startswith("A hint comes from a solution that passes the examples, and none was found.")
    assert last.code is None


async def test_hints_come_back_at_once_and_the_solution_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    first = (await run(ScriptedEngine([RIGHT], STARTER), store))[-1]
    again = (await run(ScriptedEngine([], STARTER), store))[-1]
    assert isinstance(first, events.Hinted) and isinstance(again, events.Hinted)
    assert (again.hints, again.from_store) == (first.hints, True)
    document = Document(FILE, "python")
    engine = ScriptedEngine([WRONG], STARTER)
    options = Settings.model_validate({"solve": {"samples": 1, "repair_rounds": 0}})
    async with aclosing(solve(document, find_problems(document)[0], engine, options, store)) as stream:
        assert not any(isinstance(event, events.Solved) for event in [each async for each in stream])


async def test_mathematics_has_none() -> None:
    document = Document("Compute $1 + 2$.\n", "markdown")
    with pytest.raises(ProblemError, match="problems that ask for code"):
        await anext(hint(document, find_problems(document)[0], ScriptedEngine([]), Settings(), None))


def test_a_plan_that_only_says_the_question_again_is_better_than_nothing() -> None:
    assert planned("<think>Wanted: the sum of nums.</think>") == ("Wanted: the sum of nums.",)
    assert planned("") == ()


@pytest.mark.parametrize(
    "answer",
    ["No list here.", "", "1. Do this:\n```python\nx = 1\n```", "1. Write return   list( dict.fromkeys( nums ) )."],
)
def test_what_is_no_list_of_hints_or_gives_code_away_gives_none(answer: str) -> None:
    assert listed(answer, CODE) == ()


def test_short_lines_of_the_solution_are_no_secret() -> None:
    assert listed("1. Think of `else:` here.", "if x:\n    y()\nelse:\n    z()") == ("Think of `else:` here.",)
