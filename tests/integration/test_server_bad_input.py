"""What an editor can do wrong, or a machine: one sentence each, and the text stays as it was."""

import sys

import pytest

from tests.engines.openai_double import openai_double
from tests.integration.conftest import Start
from tests.integration.documents import RIGHT, TWO_SUM

NO_SPACE = """
import errno, os, pathlib, sys
from lsp_server.cli import main
from lsp_server.judge import judge
from lsp_server.sandbox import unisolated

def full(self, data):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

judge.choose = lambda _: unisolated.MECHANISM
pathlib.Path.write_bytes = full
sys.argv = ["vibe-lsp", "serve"]
main()
"""
"""The server on a machine whose disk is full, with a sandbox that needs the disk (bubblewrap's does not)."""


@pytest.mark.parametrize("command", ["vibe.solve", "vibe.check"])
@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        ("def f(x:\n    return (\n", "unparsable_file", "first error is on line 1"),
        (TWO_SUM + "x = 1\n" * 350_000, "file_too_large", "over 1 MB"),
        ("x = 1\n", "no_problem", "There is no problem on line 1"),
    ],
)
async def test_a_file_that_cannot_be_worked_on_is_one_sentence(
    start: Start, command: str, text: str, code: str, sentence: str
) -> None:
    editor = await start()
    uri = editor.open(text)
    answer = await editor.start(command, uri, text[:3]).result()
    assert (answer.status, answer.code, answer.applied) == ("error", code, False)
    assert [sentence in message for message in editor.messages] == [True]
    assert editor.text(uri) == text


async def test_a_document_that_is_not_open_is_one_sentence(start: Start) -> None:
    editor = await start()
    place = {"uri": "file:///project/closed.py", "position": {"line": 0, "character": 0}}
    assert (await editor.send("vibe.solve", place).result()).code == "no_problem"
    assert ["is not open in the editor" in message for message in editor.messages] == [True]


async def test_on_a_full_disk_code_is_not_called_checked_and_the_reason_is_given(start: Start) -> None:
    async with openai_double(RIGHT) as double:
        options = {"engine": {"url": double.url}, "solve": {"samples": 1}}
        editor = await start(options=options, command=(sys.executable, "-c", NO_SPACE))
        uri = editor.open(TWO_SUM)
        answer = await editor.start("vibe.solve", uri, "Two Sum").result()
        assert (answer.status, answer.applied) == ("unverified", False)
        assert ["No space left on device" in question.message for question in editor.questions] == [True]
        assert editor.text(uri) == TWO_SUM
