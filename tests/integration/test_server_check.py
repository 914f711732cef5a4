"""vibe.check through the real server: diagnostics on the failing examples, and what edits do to them."""

import pytest
from lsprotocol import types

from tests.integration.conftest import Start
from tests.integration.documents import NO_EXAMPLES, TWO_SUM, WIDE, broken, solved
from tests.integration.editor import Editor, until


async def checked(editor: Editor, text: str) -> str:
    uri = editor.open(text, name=f"{len(editor.buffers)}.py")
    await editor.start("vibe.check", uri, "def two_sum").result()
    return uri


def marked(editor: Editor, uri: str) -> list[str]:
    """The text under each diagnostic."""
    text = editor.text(uri)
    return [
        text[editor.offset(text, one.range.start) : editor.offset(text, one.range.end)]
        for one in editor.client.diagnostics.get(uri, [])
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_the_failing_example_is_marked(start: Start, encoding: str) -> None:
    editor = await start(encodings=[encoding])
    for text in (broken(), broken().replace("\n", "\r\n")):
        uri = await checked(editor, text)
        (diagnostic,) = editor.client.diagnostics[uri]
        assert (diagnostic.source, diagnostic.code) == ("vibe-lsp", "wrong_answer")
        assert diagnostic.message == "Wrong answer.\nExpected: [1, 2]\nActual: [0, 1]"
        (under,) = marked(editor, uri)
        assert "nums = [3, 2, 4], target = 6" in under
        assert "[2, 7, 11, 15]" not in under
    uri = editor.open(WIDE, name="wide.py")
    await editor.start("vibe.check", uri, "def count").result()
    assert [under.strip() for under in marked(editor, uri)] == ['count("输入😀") == 9']


async def test_the_answer_says_where_the_problem_stands(start: Start) -> None:
    editor = await start()
    uri = editor.open(broken())
    answer = await editor.start("vibe.check", uri, "Example 2").result()
    assert answer.version == 1
    assert answer.range.start.line == editor.at(uri, "def two_sum").line
    assert answer.range.end.line == editor.at(uri, "return [0, 1]").line


async def test_all_is_well_is_said_and_nothing_marked(start: Start) -> None:
    editor = await start()
    uri = editor.open(solved())
    answer = await editor.start("vibe.check", uri, "def two_sum").result()
    assert (answer.status, answer.applied) == ("passed", False)
    assert not editor.client.diagnostics[uri]
    assert ["2/2 examples passed" in message for message in editor.messages] == [True]


async def test_typing_above_moves_the_mark(start: Start) -> None:
    editor = await start(like="visual-studio-code")
    uri = await checked(editor, broken())
    before = marked(editor, uri)
    line = editor.client.diagnostics[uri][0].range.start.line
    editor.type(uri, '"""Notes. 😀 输入"""', '"""Notes. 😀 输入\n\n"""')
    await until(lambda: editor.client.diagnostics[uri][0].range.start.line == line + 2)
    assert marked(editor, uri) == before


async def test_typing_in_the_code_takes_the_mark_away(start: Start) -> None:
    editor = await start()
    uri = await checked(editor, broken())
    editor.type(uri, "return [0, 1]", "return [1, 2]")
    await until(lambda: not editor.client.diagnostics[uri])


async def test_closing_the_file_takes_the_mark_away(start: Start) -> None:
    editor = await start()
    uri = await checked(editor, broken())
    editor.close(uri)
    await until(lambda: not editor.client.diagnostics[uri])


async def test_a_second_run_replaces_the_first(start: Start) -> None:
    editor = await start()
    uri = await checked(editor, broken())
    editor.type(uri, "LAST = 1", "LAST = 2")
    await editor.start("vibe.check", uri, "def two_sum").result()
    assert len(editor.client.diagnostics[uri]) == 1


async def test_marks_of_another_problem_stay(start: Start) -> None:
    editor = await start()
    uri = await checked(editor, broken() + "\n\n" + broken().replace("two_sum", "other"))
    await editor.start("vibe.check", uri, "def other").result()
    assert len(editor.client.diagnostics[uri]) == 2


async def test_a_crash_is_named(start: Start) -> None:
    editor = await start()
    uri = await checked(editor, TWO_SUM.replace("    pass\n", "    return nums[99]\n"))
    assert {one.code for one in editor.client.diagnostics[uri]} == {"runtime_error"}
    assert "IndexError" in editor.client.diagnostics[uri][0].message


async def test_code_that_does_not_parse_is_marked_once(start: Start) -> None:
    editor = await start()
    uri = await checked(editor, TWO_SUM.replace("    pass\n", "    return (\n"))
    assert len(editor.client.diagnostics[uri]) >= 1
    assert len(editor.messages) == 1


async def test_without_examples_there_is_nothing_to_run(start: Start) -> None:
    editor = await start()
    uri = editor.open(NO_EXAMPLES.replace("pass", "return 2 * n"))
    answer = await editor.start("vibe.check", uri, "twice").result()
    assert answer.status in ("no_examples", "error")
    assert len(editor.messages) == 1


async def test_an_endless_loop_can_be_cancelled(start: Start) -> None:
    editor = await start(options={"sandbox": {"wallTimeS": 30}})
    uri = editor.open(TWO_SUM.replace("    pass\n", "    while True: pass\n"))
    running = editor.start("vibe.check", uri, "def two_sum")
    await until(lambda: editor.client.progress_reports)
    (token,) = editor.client.progress_reports
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token=token))
    assert (await running.error()).code == -32800
