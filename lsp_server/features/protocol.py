"""Where pygls's own handling of a message does not fit, each with its reason. Nothing else is changed.

Documents: pygls keeps a second copy of each text, splits it at form feeds and U+2028 (LSP does not), and rewrites the
positions of a change that lie past the end of a line before our handler sees them. `documents` keeps the only copy.

Commands: pygls runs them under a generator whose cancellation never reaches the command. Here the command is the
request's own task, so `$/cancelRequest` stops the decoding and the sandbox.

Cancellation of progress: `progress` keeps its own tokens; pygls would warn about each of them.

Questions: lsprotocol's have no room for the `id` of the request that asks (asking.py).
"""

import inspect
from collections.abc import Callable, Generator, Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

Handing = Generator[tuple[Any, tuple[Any, ...], None], Any, None]
"""pygls calls what is yielded: (handler, arguments, keyword arguments)."""


class Question(types.ShowMessageRequestParams):
    id = ""
    """Of the request that asks; none is told where it is empty."""


def converter() -> Any:
    """pygls's own, which would leave out what the specification does not know."""
    made: Any = default_converter()
    known = made.get_unstructure_hook(types.ShowMessageRequestParams)

    def question(params: types.ShowMessageRequestParams) -> dict[str, Any]:
        told = {"id": params.id} if isinstance(params, Question) and params.id else {}
        return {**known(params), **told}

    made.register_unstructure_hook(types.ShowMessageRequestParams, question)
    return made


class VibeProtocol(LanguageServerProtocol):
    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Handing:
        yield self._ours[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Handing:
        yield self._ours[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Handing:
        yield self._ours[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: types.WorkDoneProgressCancelParams) -> Handing:
        yield self._ours[types.WINDOW_WORK_DONE_PROGRESS_CANCEL], (params,), None

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # pyright: ignore[reportIncompatibleMethodOverride] - the point of it
        self, params: types.ExecuteCommandParams
    ) -> Any:
        manager: Any = self.fm
        commands: Mapping[str, Callable[[list[Any]], Any]] = manager.commands
        if params.command not in commands:
            raise JsonRpcInvalidParams(f"There is no command `{params.command}`. Known: {', '.join(commands)}.")
        result = commands[params.command](list(params.arguments or []))
        return await result if inspect.isawaitable(result) else result

    @property
    def _ours(self) -> Mapping[str, Any]:
        """Our handlers, by method."""
        manager: Any = self.fm
        return manager.features
