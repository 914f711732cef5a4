"""Explanations: what running shows needs no model; in words only by a model that can."""

from contextlib import aclosing

import pytest

from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.engine.wire import ModelInfo
from lsp_server.judge.verdict import ExampleResult, Verdict
from lsp_server.problem.function import find_function
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Cursor
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks import events
from lsp_server.tasks.asking import speaks
from lsp_server.tasks.explain import explain, found_by_running

STARTER = ModelInfo(id="starter (10M)", family="starter", context_length=4096, device="cpu")
CHAT = ModelInfo(id="some-chat", family="chat", context_length=4096, device="cpu")

STATED = '''def last(nums: list[int]) -> int:
    """Return the last value of nums.

    >>> last([4, 5])
    5
    """
    return nums[{index}]
'''
BARE = "def last(nums: list[int]) -> int:\n    return nums[-1]\n"
WORDS = "<think>\nIndex zero is the first.\n</think>\n\nThe index `0` means the **first** value."


async def run(engine: ScriptedEngine, text: str) -> list[events.Event]:
    document = Document(text, "python")
    problem = (find_problems(document) or [find_function(document, Cursor(line=1, column=5))])[0]
    async with aclosing(explain(document, problem, engine, Settings())) as stream:
        return [event async for event in stream]


def written(told: list[events.Event]) -> str:
    return "".join(event.text for event in told if isinstance(event, events.Writing))


async def test_a_failing_example_is_explained_without_a_model_that_can() -> None:
    engine = ScriptedEngine([], STARTER)
    told = await run(engine, STATED.format(index=0))
    last = told[-1]
    assert isinstance(last, events.Explained) and engine.requests == []
    assert last.text == written(told) and last.model == ""
    assert last.verdict and last.verdict.status == "failed"
    expected = ["`last` on example 1", "- input: ", "- expected: `5`", "- given: `4`", "The result is 1 too small."]
    assert [words for words in expected if words not in last.text] == []


async def test_a_model_that_can_goes_on_in_words_and_sees_what_was_found() -> None:
    engine = ScriptedEngine([WORDS], CHAT)
    told = await run(engine, STATED.format(index=0))
    last = told[-1]
    assert isinstance(last, events.Explained) and last.model == "some-chat"
    assert last.text.endswith("The index `0` means the **first** value.") and "zero is the first" not in last.text
    assert "zero is the first" in "".join(event.text for event in told if isinstance(event, events.Thinking))
    prompt = "\n".join(message.content for message in engine.requests[0].messages or ())
    assert "return nums[0]" in prompt and "- given: `4`" in prompt


@pytest.mark.parametrize("text", [BARE, STATED.format(index=-1)], ids=["no examples", "all pass"])
async def test_where_nothing_fails_a_model_that_cannot_is_not_asked_and_that_is_said(text: str) -> None:
    engine = ScriptedEngine([], STARTER)
    last = (await run(engine, text))[-1]
    assert isinstance(last, events.GaveUp) and engine.requests == []
    assert last.reason.startswith("starter (10M) writes solutions and cannot explain code in words.")


async def test_a_function_without_examples_is_explained_by_a_model_that_can() -> None:
    last = (await run(ScriptedEngine([WORDS], CHAT), BARE))[-1]
    assert isinstance(last, events.Explained) and last.text == "The index `0` means the **first** value."


async def test_a_model_that_writes_nothing_is_told_of() -> None:
    last = (await run(ScriptedEngine(["<think>\nHm"], CHAT), BARE))[-1]
    assert isinstance(last, events.GaveUp) and "no explanation" in last.reason


def test_what_ended_a_run_is_said_and_several_lines_stand_in_a_block() -> None:
    (problem,) = find_problems(Document(STATED.format(index=0), "python"))
    crashed = ExampleResult(status="runtime_error", input="1 2\n3", expected="`", message="IndexError in line 7")
    text = found_by_running(problem, Verdict(status="failed", examples=(crashed,)))
    assert "- input: \n\n  ```\n  1 2\n  3\n  ```" in text and "- expected: `` ` ``" in text
    assert text.endswith("- it ended with: IndexError in line 7")


def test_code_that_cannot_be_run_at_all_is_explained_by_its_error() -> None:
    (problem,) = find_problems(Document(STATED.format(index=0), "python"))
    verdict = Verdict(status="error", message="SyntaxError in line 7")
    assert found_by_running(problem, verdict) == "**It could not be run.** SyntaxError in line 7"


def test_which_models_explain_is_told_by_their_names() -> None:
    names = ["starter", "starter (10M, embedded)", "WeiboAI/VibeThinker-1.5B", "gpt-oss"]
    assert [speaks(name) for name in names] == [False, False, True, True]
