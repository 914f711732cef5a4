"""textDocument/inlineCompletion through the real server, with a model that says what the test tells it."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcRequestCancelled

from lsp_server.engine import launcher
from tests.engines.openai_double import OpenAIDouble, Says, openai_double
from tests.integration.conftest import Start
from tests.integration.documents import RIGHT, TWO_SUM
from tests.integration.editor import Editor, until

pytestmark = pytest.mark.timeout(180)

STUB = "def twice(n):\n    return \n"
PATIENCE_S = 60
AUTOMATIC, INVOKED = types.InlineCompletionTriggerKind.Automatic, types.InlineCompletionTriggerKind.Invoked


def options(double: OpenAIDouble, **completion: Any) -> dict[str, Any]:
    quiet = {"format": "qwen", "debounceMs": 0, "prepare": False}
    return {"engine": {"url": double.url}, "completion": {**quiet, **completion}}


def params(editor: Editor, uri: str, after: str, kind: Any = AUTOMATIC, **context: Any) -> types.InlineCompletionParams:
    text = editor.text(uri)
    return types.InlineCompletionParams(
        text_document=types.TextDocumentIdentifier(uri=uri),
        position=editor.position(text, text.index(after) + len(after)),
        context=types.InlineCompletionContext(trigger_kind=kind, **context),
    )


def ask(editor: Editor, uri: str, after: str, kind: Any = AUTOMATIC, **context: Any) -> "asyncio.Task[Any]":
    asked = params(editor, uri, after, kind, **context)
    return asyncio.ensure_future(editor.client.text_document_inline_completion_async(asked))


async def texts(answer: "asyncio.Task[Any]") -> list[str]:
    found = await asyncio.wait_for(answer, PATIENCE_S)
    assert isinstance(found, types.InlineCompletionList), found
    return [str(item.insert_text) for item in found.items]


@pytest.mark.parametrize(
    ("like", "encodings"),
    [("neovim", None), ("visual-studio-code", None), ("neovim", ["utf-16"]), ("neovim", ["utf-32"])],
)
async def test_the_rest_of_the_line_is_offered_at_the_cursor_in_every_encoding(
    start: Start, like: str, encodings: list[str] | None
) -> None:
    async with openai_double("2 * n\n") as double:
        editor = await start(like=like, encodings=encodings, options=options(double))
        assert editor.capabilities.inline_completion_provider is not None
        uri = editor.open("def twice(n):\n    '😀 输入'; return \n")
        found = await ask(editor, uri, "return ")
        (item,) = found.items
        here = editor.position(editor.text(uri), len("def twice(n):\n    '😀 输入'; return "))
        assert (item.insert_text, item.range) == ("2 * n", types.Range(here, here))
        (asked,) = double.requests
        assert asked["prompt"] == "<|fim_prefix|>def twice(n):\n    '😀 输入'; return <|fim_suffix|>\n<|fim_middle|>"
        assert (asked["stop"], asked["temperature"], asked["priority"]) == (["\n"], 0.0, 0)


async def test_an_empty_body_is_filled_up_to_its_end(start: Start) -> None:
    async with openai_double("x = n\n    return x + x\n\n\ndef more(): ...") as double:
        editor = await start(options=options(double))
        uri = editor.open("def twice(n):\r\n    \r\n\r\n\r\nprint(1)\r\n")
        assert await texts(ask(editor, uri, ":\r\n    ")) == ["x = n\r\n    return x + x"]


async def test_what_is_typed_on_is_served_without_the_model(start: Start) -> None:
    async with openai_double("2 * n", "") as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        assert await texts(ask(editor, uri, "return ")) == ["2 * n"]
        editor.type(uri, "return ", "return 2")
        assert await texts(ask(editor, uri, "return 2")) == [" * n"]
        editor.type(uri, "return 2", "return 2 * ")
        assert await texts(ask(editor, uri, "return 2 * ")) == ["n"]
        editor.type(uri, "return 2 * ", "return ")
        assert await texts(ask(editor, uri, "return ")) == ["2 * n"]  # taken back, and remembered
        greedy = [each for each in double.requests if each["priority"] == 0]
        assert len(greedy) == 1


async def test_while_it_is_written_one_may_type_what_it_says(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says("2 * n + 0 + 0 + 0", hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        first = ask(editor, uri, "return ")
        await double.asked.wait()
        editor.type(uri, "return ", "return 2 *")
        second = ask(editor, uri, "return 2 *")
        with pytest.raises(JsonRpcRequestCancelled):
            await first
        hold.set()
        assert await texts(second) == [" n + 0 + 0 + 0"]
        assert len(double.requests) == 1


async def test_whoever_types_something_else_gets_something_else(start: Start) -> None:
    async with openai_double(Says("2 * n + 1 + 1", asyncio.Event()), "n + n") as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        first = ask(editor, uri, "return ")
        await double.asked.wait()
        editor.type(uri, "return ", "return (")
        second = ask(editor, uri, "return (")
        with pytest.raises(JsonRpcRequestCancelled):
            await first
        assert await texts(second) == ["n + n"]


async def test_of_twenty_requests_in_a_row_only_the_last_is_answered(start: Start) -> None:
    async with openai_double(*["1 + 1"] * 20) as double:
        editor = await start(options=options(double, debounceMs=50))
        uri = editor.open("x = \n")
        answers = []
        for count in range(20):
            answers.append(ask(editor, uri, "x = " + "7" * count))
            await asyncio.sleep(0.01)
            if count < 19:
                editor.type(uri, "x = ", "x = 7")
        *superseded, last = await asyncio.gather(*answers, return_exceptions=True)
        assert isinstance(last, types.InlineCompletionList)
        assert all(isinstance(each, JsonRpcRequestCancelled) or each is None or each.items for each in superseded)


async def test_an_edit_between_question_and_answer_makes_the_answer_null(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says("2 * n", hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        answer = ask(editor, uri, "return ")
        await double.asked.wait()
        editor.type(uri, "return ", "return 3")
        await editor.lenses(uri)  # so that the edit has arrived
        hold.set()
        assert await answer is None


async def test_closing_the_document_cancels_the_request_and_the_decoding(start: Start) -> None:
    async with openai_double(Says("2 * n", asyncio.Event())) as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        answer = ask(editor, uri, "return ")
        await double.asked.wait()
        editor.close(uri)
        with pytest.raises(JsonRpcException):
            await answer
        await asyncio.wait_for(double.left.wait(), PATIENCE_S)


async def test_leaving_in_the_middle_of_a_completion_ends_the_server_in_order(start: Start) -> None:
    async with openai_double(Says("2 * n", asyncio.Event())) as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        answer = ask(editor, uri, "return ")
        await double.asked.wait()
        assert await editor.leave() == 0
        with pytest.raises(JsonRpcException):
            await answer


async def test_after_the_time_budget_the_part_that_is_ready_is_shown(start: Start) -> None:
    async with openai_double(Says("x = n + 1\n    y = x\n    return y", asyncio.Event())) as double:
        editor = await start(options=options(double, budgetMs=10))
        uri = editor.open("def f(n):\n    \n")
        found = await texts(ask(editor, uri, ":\n    "))
        assert found and "x = n + 1\n    y = x".startswith(found[0])


TWICE = "def twice(n: int) -> int:\n    # twice(2) -> 4\n    # twice(5) -> 10\n    \n"


@pytest.mark.parametrize(
    ("written", "shown", "source"),
    [
        (["return n * n", "return 2 * n", "return 0", "return n", "return -n"], ["return 2 * n"], "passed"),
        (["return 0", "return 1", "return 0", "return n", "return -n"], None, "model"),
    ],
    ids=["one passes", "none does"],
)
async def test_a_body_that_is_asked_for_is_run_before_it_is_shown(
    start: Start, written: list[str], shown: list[str] | None, source: str
) -> None:
    """What fails the examples is shown only where there is nothing better."""
    async with openai_double(*written) as double:
        editor = await start(options=options(double))
        found = await ask(editor, editor.open(TWICE), "10\n    ", INVOKED)
        assert [item.insert_text for item in found.items] == (shown or list(dict.fromkeys(written)))
        assert {item.command.arguments[0]["source"] for item in found.items} == {source}


async def test_the_next_line_is_prepared_as_if_the_first_were_accepted(start: Start) -> None:
    async with openai_double("y = 2 * n", "return y") as double:
        editor = await start(options=options(double, prepare=True))
        uri = editor.open("def twice(n):\n    x = 1\n    \n")
        assert await texts(ask(editor, uri, "x = 1\n    ")) == ["y = 2 * n"]
        await until(lambda: len(double.requests) == 2)
        editor.type(uri, "x = 1\n    ", "x = 1\n    y = 2 * n\n    ")
        assert await texts(ask(editor, uri, "2 * n\n    ")) == ["return y"]
        assert [each["priority"] for each in double.requests] == [0, 10]


async def test_who_asks_explicitly_gets_several_to_cycle_through(start: Start) -> None:
    async with openai_double("2 * n", "n + n", "2 * n") as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        assert sorted(await texts(ask(editor, uri, "return ", INVOKED))) == ["2 * n", "n + n"]
        assert len({each["seed"] for each in double.requests}) >= 2


async def test_the_selected_suggestion_is_gone_on_with(start: Start) -> None:
    async with openai_double("(n)") as double:
        editor = await start(like="visual-studio-code", options=options(double))
        uri = editor.open("def f(n):\n    '😀'; return le\n")
        at = editor.position(editor.text(uri), editor.text(uri).index("le\n"))
        span = types.Range(at, types.Position(at.line, at.character + 2))
        selected = types.SelectedCompletionInfo(range=span, text="len")
        found = await ask(editor, uri, "return le", selected_completion_info=selected)
        assert [(item.insert_text, item.range) for item in found.items] == [("len(n)", span)]


@pytest.mark.parametrize("text", ["ret|urn\n", "x = 'a| b'\n", "# so |\n"])
async def test_where_nothing_is_to_be_said_the_model_is_not_asked(start: Start, text: str) -> None:
    async with openai_double() as double:
        editor = await start(options=options(double))
        before, _, after = text.partition("|")
        uri = editor.open(before + after)
        assert await texts(ask(editor, uri, before)) == []
        assert double.requests == []


@pytest.mark.parametrize("how", [{"enabled": False}, {"exclude": "java, python"}])
async def test_switched_off_it_answers_null(start: Start, how: dict[str, Any]) -> None:
    async with openai_double() as double:
        editor = await start(options=options(double, **how))
        assert await ask(editor, editor.open(STUB), "return ") is None
        assert double.requests == []


async def test_a_verified_solution_is_offered_first_at_once_and_marked(start: Start) -> None:
    async with openai_double("return None", RIGHT) as double:
        how = options(double)
        editor = await start(options={**how, "solve": {"samples": 1, "repairRounds": 0}})
        uri = editor.open(TWO_SUM.replace("    pass\n", "    \n"))
        assert await texts(ask(editor, uri, '"""\n    ')) == ["return None"]  # what the model thinks is forgotten then
        solved = await editor.start("vibe.solve", uri, "Two Sum").result()
        assert solved.status == "verified"
        body = editor.text(uri)[editor.text(uri).index("    seen") : editor.text(uri).index("\n\n\nLAST")]
        editor.type(uri, body, "    ")
        asked = len(double.requests)
        found = await ask(editor, uri, '"""\n    ')
        assert [item.insert_text for item in found.items] == [body.strip()]
        assert found.items[0].command.title == "Verified solution"
        editor.type(uri, '    """\n    \n', '    """\n    seen: dict\n')
        assert await texts(ask(editor, uri, "seen: dict")) == [body.strip().removeprefix("seen: dict")]
        assert len(double.requests) == asked


async def test_an_engine_that_fails_is_told_once_and_left_alone(start: Start) -> None:
    editor = await start(options={"engine": {"url": "http://127.0.0.1:9/v1"}, "completion": {"format": "qwen"}})
    uri = editor.open(STUB)
    assert await texts(ask(editor, uri, "return ")) == []
    editor.type(uri, "return ", "return 1")
    assert await texts(ask(editor, uri, "return 1")) == []
    told = [each.message for each in editor.client.log_messages if "No inline completions" in each.message]
    assert len(told) == 1
    assert editor.messages == []


async def test_what_became_of_completions_is_noted_on_this_machine(start: Start, own_home: Path) -> None:
    async with openai_double("2 * n", "n + n") as double:
        editor = await start(options=options(double))
        uri = editor.open(STUB)
        (item,) = (await ask(editor, uri, "return ")).items
        command = item.command
        assert command is not None
        await asyncio.wait_for(editor.send(command.command, *(command.arguments or [])).answer, PATIENCE_S)
        editor.type(uri, "return ", "return (")
        (other,) = (await ask(editor, uri, "return (")).items
        told = {"id": other.command.arguments[0]["id"], "outcome": "partly_accepted", "characters": 2}
        editor.client.protocol.notify("vibe/completion", told)
        file = own_home / "data" / "completions.sqlite3"
        wanted = [("accepted", 5), ("partly_accepted", 2)]
        await until(lambda: noted(file) == wanted)


async def test_statistics_can_be_switched_off(start: Start, own_home: Path) -> None:
    async with openai_double("2 * n") as double:
        editor = await start(options=options(double, statistics=False))
        assert await texts(ask(editor, editor.open(STUB), "return ")) == ["2 * n"]
        await editor.leave()
        assert not (own_home / "data" / "completions.sqlite3").exists()


def noted(file: Path) -> list[tuple[str, int]]:
    if not file.exists():
        return []
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT outcome, taken FROM completions ORDER BY outcome").fetchall()
    connection.close()
    return rows


@pytest.mark.timeout(300)
async def test_beside_a_model_that_cannot_fill_the_embedded_one_does(start: Start) -> None:
    """The real engine, started because somebody types."""
    async with openai_double() as double:
        editor = await start(options={"engine": {"url": double.url}})
        told = "Given a list of integers nums, return the sum of the squares of the even numbers in nums."
        uri = editor.open(f'def even_squares(nums):\n    """{told}"""\n    \n')
        try:
            found = await asyncio.wait_for(ask(editor, uri, '"""\n    '), 200)
        finally:
            await launcher.stop_all()
        (item,) = found.items
        assert item.command.title == "Completion by starter"
        assert double.requests == []
        namespace: dict[str, Any] = {}
        exec(editor.text(uri).rstrip() + f"\n    {item.insert_text}\n", namespace)
        assert namespace["even_squares"]([1, 2, 3, 4]) == 20
