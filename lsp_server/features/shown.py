"""How each error reaches the user: one sentence, once. Which errors there are is decided in `lsp_server.errors`.

A command that meets an expected error answers normally, with `status: "error"`, its `code` and the sentence, and the
sentence is shown by `window/showMessage`. An error response would be shown a second time, with a stack of its own,
by VS Code and Neovim. Only a cancelled request (RequestCancelled) and arguments that no client should send
(InvalidParams) are error responses.
"""

import logging
from collections.abc import Mapping

from lsprotocol.types import LogMessageParams, MessageType, ShowMessageParams

from lsp_server import errors
from lsp_server.errors import VibeError
from lsp_server.features.session import VibeServer
from lsp_server.problem.model import Problem

logger = logging.getLogger(__name__)

LSP_CODES: Mapping[type[VibeError], MessageType] = {
    errors.VibeError: MessageType.Error,
    errors.SettingsError: MessageType.Warning,
    errors.ProblemError: MessageType.Warning,
    errors.NoProblemError: MessageType.Info,
    errors.FileTooLargeError: MessageType.Warning,
    errors.UnparsableFileError: MessageType.Warning,
    errors.UnsupportedLanguageError: MessageType.Info,
    errors.ContradictoryExamplesError: MessageType.Warning,
    errors.PromptError: MessageType.Error,
    errors.EngineError: MessageType.Error,
    errors.EngineUnavailableError: MessageType.Error,
    errors.EngineCrashedError: MessageType.Error,
    errors.EngineVersionError: MessageType.Error,
    errors.ModelNotFoundError: MessageType.Error,
    errors.ModelBrokenError: MessageType.Error,
    errors.RequestRefusedError: MessageType.Error,
    errors.AnswerError: MessageType.Warning,
    errors.SandboxError: MessageType.Error,
    errors.NoIsolationError: MessageType.Error,
    errors.ScratchFullError: MessageType.Error,
    errors.DocumentChangedError: MessageType.Warning,
    errors.StoreError: MessageType.Log,
}
"""The kind of message of each class; `Log` goes to the editor's log instead of a pop-up."""


_LONGEST_TITLE = 40


def title_of(problem: Problem) -> str:
    """What a problem is called where there is little room: in progress, in the undo list, in messages."""
    title = problem.title or problem.signature.name or "the problem"
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def show_error(ls: VibeServer, error: VibeError) -> None:
    show(ls, LSP_CODES.get(type(error), MessageType.Error), str(error))


def show(ls: VibeServer, kind: MessageType, sentence: str) -> None:
    if kind in (MessageType.Log, MessageType.Debug):
        log(ls, sentence)
    else:
        ls.window_show_message(ShowMessageParams(type=kind, message=sentence))


def log(ls: VibeServer, line: str) -> None:
    ls.window_log_message(LogMessageParams(type=MessageType.Log, message=line))
