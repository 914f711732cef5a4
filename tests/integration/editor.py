"""An editor as the server sees one: pytest-lsp's client, with documents that it keeps, edits and versions.

Positions are converted here by another way than the server's, so that a mistake there does not cancel out.
"""

import asyncio
import json
import os
import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

from lsp_server.features.protocol import Question

COMMAND = [sys.executable, "-m", "lsp_server", "serve"]
NAMES = {"neovim": "Neovim", "visual-studio-code": "Visual Studio Code"}
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@dataclass
class Buffer:
    text: str
    version: int = 1
    undo: list[str] = field(default_factory=list)


@dataclass
class Editor:
    """`refuse`: how many edits it turns down; `before_edit` runs before one is tried; `choice` answers questions."""

    client: LanguageClient
    encoding: str = "utf-16"
    buffers: dict[str, Buffer] = field(default_factory=dict)
    edits: list[types.WorkspaceEdit] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list[Question])
    events: list[Any] = field(default_factory=list)
    statuses: list[Any] = field(default_factory=list)
    refreshes: int = 0
    registrations: list[types.Registration] = field(default_factory=list)
    choice: str | None = None
    choices: list[str] = field(default_factory=list)
    """Answers to the first questions, before `choice` answers all others."""
    refuse: int = 0
    before_edit: Any = None
    capabilities: types.ServerCapabilities = field(default_factory=types.ServerCapabilities)

    def open(self, text: str, name: str = "solution.py", language: str = "python") -> str:
        uri = f"file:///project/{name}"
        self.buffers[uri] = Buffer(text)
        item = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        return uri

    def close(self, uri: str) -> None:
        del self.buffers[uri]
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(text_document=types.TextDocumentIdentifier(uri=uri))
        )

    def type(self, uri: str, old: str, new: str) -> None:
        """Replace the first `old` by `new`, as if typed."""
        start = self.buffers[uri].text.index(old)
        span = self.range(self.buffers[uri].text, start, start + len(old))
        self._replace(uri, start, start + len(old), new)
        change = types.TextDocumentContentChangePartial(range=span, text=new)
        self._tell(uri, change)

    def replace_all(self, uri: str, text: str) -> None:
        """As editors do that send the whole text."""
        self._replace(uri, 0, len(self.buffers[uri].text), text)
        self._tell(uri, types.TextDocumentContentChangeWholeDocument(text=text))

    def text(self, uri: str) -> str:
        return self.buffers[uri].text

    def at(self, uri: str, marker: str) -> types.Position:
        """The position of the first `marker`."""
        return self.position(self.text(uri), self.text(uri).index(marker))

    async def actions(
        self, uri: str, marker: str, only: list[str] | None = None, **context: Any
    ) -> list[types.CodeAction]:
        position = self.at(uri, marker)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=uri),
                range=types.Range(start=position, end=position),
                context=types.CodeActionContext(**{"diagnostics": [], "only": only, **context}),
            )
        )
        structure = self.client.protocol._converter.structure
        return [structure(action, types.CodeAction) for action in found or []]

    async def lenses(self, uri: str) -> list[types.CodeLens]:
        identifier = types.TextDocumentIdentifier(uri=uri)
        return list(await self.client.text_document_code_lens_async(types.CodeLensParams(identifier)) or [])

    def start(self, command: str, uri: str, marker: str, **more: Any) -> "Running":
        """Send a command about the place of `marker`; the answer comes when it comes."""
        position = self.at(uri, marker)
        place = {"uri": uri, "position": {"line": position.line, "character": position.character}, **more}
        return self.send(command, place)

    def send(self, command: str, *arguments: Any) -> "Running":
        request = str(uuid.uuid4())
        params = types.ExecuteCommandParams(command=command, arguments=list(arguments))
        answer = self.client.protocol.send_request_async(types.WORKSPACE_EXECUTE_COMMAND, params, msg_id=request)
        return Running(self, request, asyncio.ensure_future(answer))

    async def leave(self) -> int | None:
        """Shut the server down in the way LSP prescribes; its exit status."""
        if self.client._server and self.client._server.returncode is None:
            await self.client.shutdown_session()
        await self.client.stop()
        return self.client._server.returncode if self.client._server else None

    @property
    def messages(self) -> list[str]:
        return [message.message for message in self.client.messages]

    def position(self, text: str, offset: int) -> types.Position:
        before = text[:offset].replace("\r\n", "\n")
        codec, size = UNITS[self.encoding]
        line = before.rpartition("\n")[2]
        return types.Position(line=before.count("\n"), character=len(line.encode(codec)) // size)

    def range(self, text: str, start: int, end: int) -> types.Range:
        return types.Range(start=self.position(text, start), end=self.position(text, end))

    def offset(self, text: str, position: types.Position) -> int:
        lines = text.split("\n")
        codec, size = UNITS[self.encoding]
        head = lines[position.line].encode(codec)[: position.character * size].decode(codec)
        return sum(len(line) + 1 for line in lines[: position.line]) + len(head)

    def apply(self, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        """All or nothing, and only for the version that is shown, as editors do."""
        self.edits.append(params.edit)
        if self.before_edit:
            self.before_edit()
        if self.refuse:
            self.refuse -= 1
            return types.ApplyWorkspaceEditResult(applied=False, failure_reason="not now")
        for uri, version, edit in _flat(params.edit):
            if version is not None and version != self.buffers[uri].version:
                return types.ApplyWorkspaceEditResult(applied=False, failure_reason="the buffer is newer")
            text = self.text(uri)
            start, end = (self.offset(text, place) for place in (edit.range.start, edit.range.end))
            self._replace(uri, start, end, edit.new_text)
            self._tell(uri, types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text))
        return types.ApplyWorkspaceEditResult(applied=True)

    def _replace(self, uri: str, start: int, end: int, new: str) -> None:
        buffer = self.buffers[uri]
        buffer.undo.append(buffer.text)
        buffer.text = buffer.text[:start] + new + buffer.text[end:]
        buffer.version += 1

    def _tell(self, uri: str, change: types.TextDocumentContentChangeEvent) -> None:
        identifier = types.VersionedTextDocumentIdentifier(uri=uri, version=self.buffers[uri].version)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(text_document=identifier, content_changes=[change])
        )


@dataclass
class Running:
    """A command that was sent."""

    editor: Editor
    request: str
    answer: "asyncio.Future[Any]"

    def cancel(self) -> None:
        self.editor.client.cancel_request(types.CancelParams(id=self.request))

    async def result(self, within_s: float = 30) -> Any:
        """The answer, its names as attributes."""
        answer = await asyncio.wait_for(self.answer, within_s)
        return json.loads(json.dumps(answer), object_hook=lambda names: SimpleNamespace(**names))

    async def error(self) -> JsonRpcException:
        try:
            result = await self.result()
        except JsonRpcException as error:
            return error
        raise AssertionError(f"no error, but {result}")


async def start_editor(
    like: str = "neovim",
    encodings: list[str] | None = None,
    options: dict[str, Any] | None = None,
    configuration: dict[str, Any] | None = None,
    change: Any = None,
    command: Sequence[str] = COMMAND,
) -> Editor:
    """Start the real server and introduce an editor that can do what `like` can; `change` edits its capabilities."""
    config = ClientServerConfig(server_command=list(command), server_env=dict(os.environ))
    client = await config.start()
    assert isinstance(client, LanguageClient)
    editor = Editor(client)
    _listen(editor)
    _take_actions_as_they_are(client)
    _take_questions_with_their_id(client)
    client.set_configuration({"vibe": configuration} if configuration else {})
    capabilities = pytest_lsp.client_capabilities(f"{like}@latest")
    if encodings is not None:
        capabilities.general = capabilities.general or types.GeneralClientCapabilities()
        capabilities.general.position_encodings = [types.PositionEncodingKind(name) for name in encodings]
    if change:
        change(capabilities)
    answer = await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            client_info=types.ClientInfo(name=NAMES[like]),
            initialization_options=options,
        )
    )
    editor.capabilities = answer.capabilities
    editor.encoding = types.PositionEncodingKind(answer.capabilities.position_encoding or "utf-16").value
    return editor


async def until(condition: Callable[[], Any], seconds: float = 20) -> None:
    """Wait for something that a notification brings about."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the client's handlers set plain attributes, there is no event
            await asyncio.sleep(0.01)


def _take_actions_as_they_are(client: LanguageClient) -> None:
    """lsprotocol takes any code action that has a command for a bare `Command`; `Editor.actions` reads them itself."""
    known = client.protocol.get_result_type

    def result_type(method: str) -> Any:
        return None if method == types.TEXT_DOCUMENT_CODE_ACTION else known(method)

    client.protocol.get_result_type = result_type


def _take_questions_with_their_id(client: LanguageClient) -> None:
    """A field that lsprotocol does not know."""
    converter: Any = client.protocol._converter  # pyright: ignore[reportPrivateUsage] - there is no other way to it
    known = converter.get_structure_hook(types.ShowMessageRequestParams)

    def question(params: Any, _: Any) -> Question:
        read = known(params, types.ShowMessageRequestParams)
        made = Question(type=read.type, message=read.message, actions=read.actions)
        made.id = params.get("id", "")
        return made

    converter.register_structure_hook(types.ShowMessageRequestParams, question)


def _listen(editor: Editor) -> None:
    def apply_edit(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        return editor.apply(params)

    def ask(params: Question) -> types.MessageActionItem | None:
        editor.questions.append(params)
        chosen = editor.choices.pop(0) if editor.choices else editor.choice
        return types.MessageActionItem(title=chosen) if chosen else None

    def refresh(_: None) -> None:
        editor.refreshes += 1

    def watch(params: types.RegistrationParams) -> None:
        editor.registrations.extend(params.registrations)

    def event(params: Any) -> None:
        editor.events.append(params)

    def status(params: Any) -> None:
        editor.statuses.append(params)

    for method, handler in {
        types.WORKSPACE_APPLY_EDIT: apply_edit,
        types.WINDOW_SHOW_MESSAGE_REQUEST: ask,
        types.WORKSPACE_CODE_LENS_REFRESH: refresh,
        types.CLIENT_REGISTER_CAPABILITY: watch,
        "vibe/event": event,
        "vibe/status": status,
    }.items():
        editor.client.feature(method)(handler)


def _flat(edit: types.WorkspaceEdit) -> list[tuple[str, int | None, types.TextEdit]]:
    if edit.document_changes:
        return [
            (change.text_document.uri, change.text_document.version, one)
            for change in edit.document_changes
            if isinstance(change, types.TextDocumentEdit)
            for one in change.edits
            if isinstance(one, types.TextEdit)
        ]
    return [(uri, None, one) for uri, edits in (edit.changes or {}).items() for one in edits]
