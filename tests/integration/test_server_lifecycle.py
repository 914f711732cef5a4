"""The server as a process: how it starts, what it announces, which settings it takes, how it goes."""

import asyncio
import json
import os
import subprocess
import sys
from typing import Any

import pytest
from lsprotocol import types

from tests.integration.conftest import Start
from tests.integration.documents import TWO_SUM, broken
from tests.integration.editor import COMMAND, start_editor, until

INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}}
SESSION = (
    INITIALIZE,
    {"jsonrpc": "2.0", "id": 2, "method": "shutdown"},
    {"jsonrpc": "2.0", "method": "exit"},
)


@pytest.mark.parametrize("like", ["neovim", "visual-studio-code"])
async def test_it_announces_what_it_can_do(start: Start, like: str) -> None:
    can = (await start(like=like)).capabilities
    assert isinstance(can.text_document_sync, types.TextDocumentSyncOptions)
    assert can.text_document_sync.change == types.TextDocumentSyncKind.Incremental
    assert can.execute_command_provider is not None
    people = {"vibe.solve", "vibe.hint", "vibe.explain", "vibe.check", "vibe.optimize", "vibe.cancel"}
    assert set(can.execute_command_provider.commands) == {*people, "vibe.completion.accepted"}
    assert can.inline_completion_provider is not None
    assert isinstance(can.code_action_provider, types.CodeActionOptions)
    assert can.code_lens_provider is not None


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [(["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["utf-16", "utf-8"], "utf-16"), ([], "utf-16")],
)
async def test_it_takes_the_encoding_that_the_editor_prefers(start: Start, offered: list[str], chosen: str) -> None:
    assert (await start(encodings=offered)).encoding == chosen


def test_the_process_answers_without_the_models_libraries_and_starts_without_the_judge() -> None:
    """The modules that the real process has loaded by the time it has answered, and when it was only imported."""
    code = (
        "import runpy, sys, atexit\n"
        "import lsp_server.server\n"
        "assert 'lsp_server.judge.judge' not in sys.modules\n"
        "heavy = {'torch', 'transformers', 'numpy'}\n"
        "atexit.register(lambda: print(sorted(heavy & set(sys.modules)), file=sys.stderr))\n"
        "sys.argv = ['vibe-lsp', 'serve']\n"
        "runpy.run_module('lsp_server', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"".join(map(framed, SESSION)), capture_output=True, check=True, timeout=30
    )
    assert b'"capabilities"' in done.stdout
    assert done.stderr.decode().splitlines()[-1] == "[]"


def framed(message: dict[str, Any]) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


async def test_it_ends_with_status_0_after_shutdown_and_exit() -> None:
    editor = await start_editor()
    assert await editor.leave() == 0


async def test_it_ends_when_the_editor_dies() -> None:
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(*COMMAND, stdin=pipe, stdout=pipe, env=dict(os.environ))
    assert server.stdin is not None
    server.stdin.close()
    assert await asyncio.wait_for(server.wait(), 20) is not None


async def test_a_wrong_setting_is_reported_once_and_the_default_used(start: Start) -> None:
    editor = await start(configuration={"solve": {"samples": "many"}, "lens": {"enabled": False}})
    uri = editor.open(broken())
    assert await editor.lenses(uri) == []  # the good setting beside it is in force
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
    assert await editor.lenses(uri) == []
    await editor.actions(uri, "two_sum")
    assert len(editor.messages) == 1
    assert "solve.samples" in editor.messages[0]


async def test_settings_may_come_with_the_introduction(start: Start) -> None:
    editor = await start(options={"lens": {"enabled": False}, "solve": {"samples": -1}})
    uri = editor.open(broken())
    assert await editor.lenses(uri) == []
    await until(lambda: editor.messages)
    assert ["solve.samples" in message for message in editor.messages] == [True]


async def test_changed_settings_are_fetched_and_lenses_refreshed(start: Start) -> None:
    editor = await start(like="visual-studio-code")
    uri = editor.open(broken())
    assert len(await editor.lenses(uri)) == 1
    editor.client.set_configuration({"vibe": {"lens": {"enabled": False}}})
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
    assert await editor.lenses(uri) == []  # also what is asked before the server has been told
    await until(lambda: editor.refreshes == 1)
    assert [one.method for one in editor.registrations] == ["workspace/didChangeConfiguration"]


async def test_editors_that_cannot_be_asked_push_their_settings(start: Start) -> None:
    def no_configuration(capabilities: types.ClientCapabilities) -> None:
        assert capabilities.workspace is not None
        capabilities.workspace.configuration = False

    editor = await start(change=no_configuration)
    uri = editor.open(broken())
    assert len(await editor.lenses(uri)) == 1
    pushed = types.DidChangeConfigurationParams(settings={"vibe": {"lens": {"enabled": False}}})
    editor.client.workspace_did_change_configuration(pushed)
    assert await editor.lenses(uri) == []


async def test_a_failing_notification_does_not_pop_up(start: Start) -> None:
    editor = await start()
    nowhere = types.VersionedTextDocumentIdentifier(uri="file:///never/opened.py", version=3)
    change = types.TextDocumentContentChangeWholeDocument(text="x")
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(nowhere, [change]))
    broken_open = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"nonsense": True}}
    editor.client.protocol._send_data(broken_open)
    uri = editor.open(TWO_SUM)
    assert await editor.actions(uri, "def two_sum")
    assert editor.messages == []


async def test_garbage_on_the_line_does_not_end_the_server() -> None:
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(
        *COMMAND, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, env=dict(os.environ)
    )
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(b"Content-Length: 9\r\n\r\n{not json" + b"Content-Length: 2\r\n\r\n[]" + framed(INITIALIZE))
    answer = await asyncio.wait_for(server.stdout.readuntil(b"vibe.solve"), 20)
    assert b'"capabilities"' in answer
    server.stdin.close()
    await server.wait()


async def test_nothing_but_the_protocol_is_written_to_stdout() -> None:
    """A print inside the process, and a program that it starts, must not reach the editor."""
    code = (
        "import subprocess, sys\n"
        "from lsp_server import server\n"
        "make = server.create_server\n"
        "def noisy():\n"
        "    print('stray')\n"
        "    subprocess.run([sys.executable, '-c', 'import sys; print(repr(sys.stdin.read()))'])\n"
        "    return make()\n"
        "streams = server._protocol_streams\n"
        "def first():\n"
        "    pair = streams(); noisy(); return pair\n"
        "server._protocol_streams = first\n"
        "server.serve()\n"
    )
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", code],
        input=b"".join(map(framed, SESSION)),
        capture_output=True,
        check=True,
        timeout=30,
    )
    assert done.stdout.startswith(b"Content-Length:")
    assert b"stray" not in done.stdout
    assert b"stray" in done.stderr
    assert done.stdout.count(b"Content-Length:") == 2
