"""vibe.solve through the real server, with a model that says what the test tells it: edits, cancellation, refusals."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams, JsonRpcRequestCancelled

from tests.engines.openai_double import OpenAIDouble, Says, openai_double
from tests.integration.conftest import Start
from tests.integration.documents import (
    ANOTHER,
    ANOTHER_SOLVED,
    CONTRADICTORY,
    DOUBLE,
    NO_CODE,
    NO_EXAMPLES,
    RIGHT,
    TABS,
    THOUGHT,
    TWICE,
    TWO_SUM,
    WRONG,
    solved,
)
from tests.integration.editor import Editor, Running, until


def options(double: OpenAIDouble, **solve: Any) -> dict[str, Any]:
    return {"engine": {"url": double.url}, "solve": {"samples": 1, "repairRounds": 0, **solve}}


@pytest.mark.parametrize(
    ("like", "encoding"), [("neovim", "utf-8"), ("visual-studio-code", "utf-16"), ("neovim", "utf-32")]
)
async def test_the_solution_replaces_just_the_stub(start: Start, like: str, encoding: str) -> None:
    async with openai_double(RIGHT, RIGHT) as double:
        how = {**options(double), "store": {"enabled": False}}
        editor = await start(like=like, encodings=[encoding], options=how)
        for name, ending in (("unix.py", "\n"), ("dos.py", "\r\n")):
            before = TWO_SUM.replace("Two Sum:", "Two Sum 😀:").replace("\n", ending)
            uri = editor.open(before, name=name)
            answer = await editor.start("vibe.solve", uri, "Two Sum").result()
            assert (answer.status, answer.applied) == ("verified", True)
            assert editor.text(uri) == solved(before.replace(ending, "\n")).replace("\n", ending)
            assert editor.buffers[uri].undo == [before]  # one step back


async def test_the_edit_names_the_version_it_was_made_for(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        editor.type(uri, "LAST = 1", "LAST = 2")
        await editor.start("vibe.solve", uri, "Two Sum").result()
        (edit,) = editor.edits
        assert edit.changes is None
        assert edit.document_changes is not None
        (change,) = edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.version, len(change.edits)) == (2, 1)


async def test_editors_without_versioned_edits_get_plain_changes(start: Start) -> None:
    def no_versions(capabilities: types.ClientCapabilities) -> None:
        assert capabilities.workspace is not None
        capabilities.workspace.workspace_edit = None

    async with openai_double(RIGHT) as double:
        editor = await start(like="visual-studio-code", options=options(double), change=no_versions)
        uri = editor.open(TWO_SUM)
        await editor.start("vibe.solve", uri, "Two Sum").result()
        assert editor.edits[0].document_changes is None
        assert editor.text(uri) == solved()


async def test_tabs_stay_tabs(start: Start) -> None:
    async with openai_double(TWICE) as double:
        editor = await start(options=options(double))
        uri = editor.open(TABS)
        answer = await editor.start("vibe.solve", uri, "Return twice").result()
        assert answer.status == "verified"
        assert "The only example gives 4" in editor.messages[-1]
        assert editor.text(uri) == TABS.replace("\t\tpass\n", "\t\tif n:\n\t\t\treturn 2 * n\n\t\treturn 0\n")


def by_request(_: Editor, running: Running) -> None:
    running.cancel()


def by_progress(editor: Editor, _: Running) -> None:
    (token,) = editor.client.progress_reports
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token=token))


def by_command(editor: Editor, _: Running) -> None:
    editor.send("vibe.cancel")


@pytest.mark.parametrize("way", [by_request, by_progress, by_command])
async def test_cancelling_reaches_the_model_and_changes_nothing(
    start: Start, way: Callable[[Editor, Running], None]
) -> None:
    async with openai_double(Says(RIGHT, hold=asyncio.Event())) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        way(editor, running)
        assert isinstance(await running.error(), JsonRpcRequestCancelled)
        await asyncio.wait_for(double.left.wait(), 10)
        assert editor.text(uri) == TWO_SUM
        (reports,) = editor.client.progress_reports.values()
        assert isinstance(reports[-1], types.WorkDoneProgressEnd)
        assert editor.messages == []


async def test_a_second_solve_of_the_same_problem_cancels_the_first(start: Start) -> None:
    async with openai_double(Says(WRONG, hold=asyncio.Event()), RIGHT) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        first = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        second = editor.start("vibe.solve", uri, "    pass")
        assert isinstance(await first.error(), JsonRpcRequestCancelled)
        assert (await second.result()).status == "verified"
        assert editor.text(uri) == solved()


async def test_cancel_says_how_many_there_were(start: Start) -> None:
    async with openai_double(Says(RIGHT, hold=asyncio.Event())) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        assert (await editor.send("vibe.cancel", {"uri": "file:///elsewhere.py"}).result()).cancelled == 0
        assert (await editor.send("vibe.cancel", {"uri": uri}).result()).cancelled == 1
        await running.error()


async def test_actions_and_lenses_are_answered_while_a_solve_runs(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        assert await editor.actions(uri, "def two_sum")
        assert double.requests == []  # looking costs no tokens
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        assert await editor.actions(uri, "def two_sum")
        assert len(await editor.lenses(uri)) == 1
        assert not running.answer.done()
        hold.set()
        assert (await running.result()).status == "verified"


async def test_typing_above_the_problem_moves_the_edit(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        editor.type(uri, '"""Notes. 😀 输入"""', '"""Notes. 😀 输入\nand more\n"""\nimport math')
        after = editor.text(uri)
        hold.set()
        assert (await running.result()).applied
        assert editor.text(uri) == solved(after)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("    pass\n", "    return [0, 1]\n", "You have written code"),
        ("add up to the target", "differ by the target", "was changed while it was being solved"),
        ("nums: list[int]", "numbers: list[int]", "was changed while it was being solved"),
    ],
)
async def test_typing_inside_the_problem_stops_the_edit(start: Start, old: str, new: str, sentence: str) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        editor.type(uri, old, new)
        after = editor.text(uri)
        hold.set()
        answer = await running.result()
        assert (answer.status, answer.code) == ("error", "document_changed")
        assert editor.text(uri) == after
        assert [sentence in message for message in editor.messages] == [True]


async def test_a_file_that_was_closed_is_not_written_and_its_solution_is_kept(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        editor.close(uri)
        hold.set()
        assert (await running.result()).code == "document_changed"
        assert editor.edits == [] and "the solution was kept" in editor.messages[-1]
        editor.open(TWO_SUM)
        assert (await editor.start("vibe.solve", uri, "Two Sum").result()).applied
        assert len(double.requests) == 1


async def test_what_has_no_use_without_its_file_ends_with_it(start: Start) -> None:
    """Nothing is kept here, so nothing would be left of the solution."""
    async with openai_double(Says(RIGHT, hold=asyncio.Event())) as double:
        editor = await start(options={**options(double), "store": {"enabled": False}})
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        editor.close(uri)
        assert isinstance(await running.error(), JsonRpcRequestCancelled)


async def test_an_edit_that_crosses_the_users_typing_is_made_again(start: Start) -> None:
    """The editor is a version ahead when the edit arrives, and refuses it; the second one fits."""
    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)

        def typing() -> None:
            editor.before_edit = None
            editor.type(uri, "LAST = 1", "LAST = 2")

        editor.before_edit = typing
        assert (await editor.start("vibe.solve", uri, "Two Sum").result()).applied
        assert len(editor.edits) == 2
        assert editor.text(uri) == solved().replace("LAST = 1", "LAST = 2")


async def test_an_editor_that_refuses_every_time_is_reported(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double))
        editor.refuse = 9
        uri = editor.open(TWO_SUM)
        answer = await editor.start("vibe.solve", uri, "Two Sum").result()
        assert (answer.status, answer.applied) == ("error", False)
        assert ["not now" in message for message in editor.messages] == [True]
        assert editor.text(uri) == TWO_SUM


@pytest.mark.parametrize(("choice", "applied"), [("Insert anyway", True), ("Discard", False), (None, False)])
async def test_unchecked_code_is_inserted_only_if_the_user_says_so(
    start: Start, choice: str | None, applied: bool
) -> None:
    async with openai_double(DOUBLE) as double:
        editor = await start(options=options(double))
        editor.choice = choice
        uri = editor.open(NO_EXAMPLES)
        answer = await editor.start("vibe.solve", uri, "twice").result()
        assert (answer.status, answer.applied) == ("unverified", applied)
        assert [question.id for question in editor.questions] == [""]
        assert ("return 2 * n" in editor.text(uri)) is applied


async def test_a_question_tells_which_request_asks_if_its_client_follows_events(start: Start) -> None:
    async with openai_double(DOUBLE, DOUBLE) as double:
        editor = await start(options={**options(double), "events": True})
        uri = editor.open(NO_EXAMPLES)
        answers = [await editor.start("vibe.solve", uri, "twice").result() for _ in range(2)]
        assert [question.id for question in editor.questions] == [answer.id for answer in answers]


async def test_unchecked_code_is_kept_back_where_the_user_cannot_be_asked(start: Start) -> None:
    def silent(capabilities: types.ClientCapabilities) -> None:
        assert capabilities.window is not None
        capabilities.window.show_message = None

    async with openai_double(DOUBLE, DOUBLE) as double:
        editor = await start(options=options(double), change=silent)
        uri = editor.open(NO_EXAMPLES)
        assert not (await editor.start("vibe.solve", uri, "twice").result()).applied
        assert ["not inserted" in message for message in editor.messages] == [True]
        forced = await editor.start("vibe.solve", uri, "twice", insertUnverified=True).result()
        assert (forced.applied, editor.questions) == (True, [])


@pytest.mark.parametrize("said", [WRONG, NO_CODE])
async def test_a_model_that_cannot_do_it_is_reported_and_nothing_changes(start: Start, said: str) -> None:
    async with openai_double(said) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        answer = await editor.start("vibe.solve", uri, "Two Sum").result()
        assert (answer.status, answer.applied) == ("failed", False)
        assert editor.messages == [answer.message]
        assert editor.text(uri) == TWO_SUM


async def test_contradictory_examples_are_a_sentence_and_the_model_is_not_asked(start: Start) -> None:
    async with openai_double() as double:
        editor = await start(options=options(double))
        uri = editor.open(CONTRADICTORY)
        answer = await editor.start("vibe.solve", uri, "Return the answer").result()
        assert (answer.status, answer.code) == ("error", "contradictory_examples")
        assert editor.messages == [answer.message]
        assert double.requests == []


async def test_no_problem_under_the_cursor_is_a_sentence(start: Start) -> None:
    async with openai_double() as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        assert (await editor.start("vibe.solve", uri, "LAST").result()).code == "no_problem"
        assert len(editor.messages) == 1


async def test_a_dead_engine_is_a_sentence_and_the_file_is_as_it_was(start: Start) -> None:
    async with openai_double() as double:
        gone = options(double)
    editor = await start(options=gone)
    uri = editor.open(TWO_SUM)
    answer = await editor.start("vibe.solve", uri, "Two Sum").result()
    assert (answer.status, answer.code) == ("error", "engine_unavailable")
    assert editor.messages == [answer.message]
    assert editor.text(uri) == TWO_SUM


async def test_wrong_arguments_are_refused_by_name(start: Start) -> None:
    editor = await start()
    editor.open(TWO_SUM)
    for argument in ({"uri": "file:///project/solution.py"}, {"position": {"line": 1, "character": 0}}, "x"):
        assert isinstance(await editor.send("vibe.solve", argument).error(), JsonRpcInvalidParams)
    assert isinstance(await editor.send("vibe.nonsense").error(), JsonRpcInvalidParams)


async def test_progress_is_cancellable_and_tells_of_tokens(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        await editor.start("vibe.solve", uri, "Two Sum").result()
        ((begin, *reports, end),) = editor.client.progress_reports.values()
        assert isinstance(begin, types.WorkDoneProgressBegin) and begin.cancellable
        assert any("tokens/s" in report.message for report in reports)
        assert isinstance(end, types.WorkDoneProgressEnd)


async def test_editors_that_show_no_progress_are_not_asked_to(start: Start) -> None:
    def none(capabilities: types.ClientCapabilities) -> None:
        assert capabilities.window is not None
        capabilities.window.work_done_progress = False

    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double), change=none)
        uri = editor.open(TWO_SUM)
        assert (await editor.start("vibe.solve", uri, "Two Sum").result()).applied
        assert editor.client.progress_reports == {}


async def test_events_go_to_clients_that_ask_for_them(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options={**options(double), "events": True})
        uri = editor.open(TWO_SUM)
        await editor.start("vibe.solve", uri, "Two Sum").result()
        await until(lambda: len(editor.statuses) == 2)
        kinds = [one.event.kind for one in editor.events]
        assert kinds[-1] == "solved"
        assert {"started", "thinking", "candidate", "judged"} <= set(kinds)
        assert THOUGHT.strip() in "".join(one.event.text for one in editor.events if one.event.kind == "thinking")
        assert {one.uri for one in editor.events} == {uri}
        assert [one.state for one in editor.statuses] == ["working", "idle"]


async def test_all_that_is_told_of_one_request_has_its_id(start: Start) -> None:
    """Two solves in one file: a client must be able to tell them apart."""
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold), Says(ANOTHER_SOLVED, hold=hold)) as double:
        editor = await start(options={**options(double), "events": True})
        uri = editor.open(TWO_SUM + "\n\n" + ANOTHER)
        first = editor.start("vibe.solve", uri, "Two Sum")
        await until(lambda: any(one.event.kind == "thinking" for one in editor.events))
        second = editor.start("vibe.solve", uri, "def twice")
        await until(lambda: len(double.requests) == 2)
        hold.set()
        answers = [await running.result() for running in (first, second)]
        await until(lambda: len(editor.statuses) == 4)
        assert [answer.status for answer in answers] == ["verified", "verified"]
        for answer, name in zip(answers, ("two_sum", "twice"), strict=True):
            ours = [one.event for one in editor.events if one.id == answer.id]
            assert (ours[0].kind, ours[-1].kind) == ("progress", "solved")
            assert f"def {name}" in ours[-1].code
            assert [one.state for one in editor.statuses if one.id == answer.id] == ["working", "idle"]
            assert f"vibe-{answer.id}" in editor.client.progress_reports
        assert len({one.id for one in editor.events}) == 2


async def test_one_request_of_a_document_is_cancelled_by_its_id(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold), Says(ANOTHER_SOLVED, hold=hold)) as double:
        editor = await start(options={**options(double), "events": True})
        uri = editor.open(TWO_SUM + "\n\n" + ANOTHER)
        first = editor.start("vibe.solve", uri, "Two Sum")
        await until(lambda: editor.statuses and len(double.requests) == 1)
        second = editor.start("vibe.solve", uri, "def twice")
        await until(lambda: len(double.requests) == 2)
        assert (await editor.send("vibe.cancel", {"id": editor.statuses[0].id}).result()).cancelled == 1
        assert isinstance(await first.error(), JsonRpcRequestCancelled)
        hold.set()
        assert (await second.result()).status == "verified"


async def test_a_request_can_be_cancelled_while_it_waits_for_the_settings(start: Start) -> None:
    """The editor's answer about its settings may take a while; nothing has been looked up until then."""
    async with openai_double(RIGHT) as double:
        editor = await start(options={**options(double), "events": True})
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        cancelled = editor.send("vibe.cancel", {"uri": uri})
        assert isinstance(await running.error(), JsonRpcRequestCancelled)
        assert (await cancelled.result()).cancelled == 1
        assert double.requests == []


async def test_an_answer_says_where_its_problem_stood(start: Start) -> None:
    hold = asyncio.Event()
    async with openai_double(Says(RIGHT, hold=hold)) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        editor.type(uri, "def two_sum", "\n\ndef two_sum")
        hold.set()
        answer = await running.result()
        assert answer.version == 1
        assert (answer.range.start.line, answer.range.start.character) == (3, 0)


async def test_events_are_not_sent_unasked(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        await editor.start("vibe.solve", uri, "Two Sum").result()
        assert (editor.events, editor.statuses) == ([], [])
        assert any("examples passed" in message.message for message in editor.client.log_messages)


async def test_a_solution_seen_before_comes_back_without_the_model(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options=options(double))
        for name in ("first.py", "second.py"):
            uri = editor.open(TWO_SUM, name=name)
            assert (await editor.start("vibe.solve", uri, "Two Sum").result()).applied
            assert editor.text(uri) == solved()
        assert len(double.requests) == 1


async def test_who_wants_a_fresh_one_gets_it_from_the_model_and_it_is_kept(start: Start) -> None:
    other = RIGHT.replace("return []", "return [-1]")
    async with openai_double(RIGHT, other) as double:
        editor = await start(options=options(double))
        for name, fresh in (("first.py", False), ("second.py", True), ("third.py", False)):
            uri = editor.open(TWO_SUM, name=name)
            await editor.start("vibe.solve", uri, "Two Sum", fresh=fresh).result()
            assert ("return [-1]" in editor.text(uri)) is (name != "first.py")
        assert len(double.requests) == 2


async def test_a_solution_seen_before_is_told_like_any_other(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        editor = await start(options={**options(double), "events": True})
        for name in ("first.py", "second.py"):
            await editor.start("vibe.solve", editor.open(TWO_SUM, name=name), "Two Sum").result()
        await until(lambda: len(editor.statuses) == 4)
        events = [one.event for one in editor.events if one.uri.endswith("second.py")]
        assert [event.kind for event in events] == ["started", "solved"]
        assert (events[0].samples, events[0].model) == (0, "double")


async def test_leaving_while_a_solve_runs_stops_the_model(start: Start) -> None:
    async with openai_double(Says(RIGHT, hold=asyncio.Event())) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        assert await editor.leave() == 0
        await asyncio.wait_for(double.left.wait(), 10)
        await running.error()


async def test_an_editor_that_dies_takes_its_requests_with_it(start: Start) -> None:
    async with openai_double(Says(RIGHT, hold=asyncio.Event())) as double:
        editor = await start(options=options(double))
        uri = editor.open(TWO_SUM)
        running = editor.start("vibe.solve", uri, "Two Sum")
        await double.asked.wait()
        process = editor.client._server
        assert process is not None and process.stdin is not None
        process.stdin.close()
        await asyncio.wait_for(double.left.wait(), 10)
        await asyncio.wait_for(process.wait(), 20)
        running.answer.cancel()
