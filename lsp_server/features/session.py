"""The state of one editor window: what it can do, its documents, its settings, and what is running for it.

No module of ours keeps globals, so that one process can hold two sessions. Nothing here handles a message.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer

from lsp_server import __version__
from lsp_server.engine.client import Engine
from lsp_server.features.findings import Finding
from lsp_server.features.ghost_state import Fillers, Ghost
from lsp_server.features.jobs import Job, JobKey, Jobs
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.protocol import VibeProtocol, converter
from lsp_server.problem.beside.handed import Handed
from lsp_server.settings import Settings

logger = logging.getLogger(__name__)

Report = Callable[[str], None]
"""Shows a phrase to the user for the time being."""

CHECKS_VERSIONS_UNANNOUNCED = frozenset({"Neovim"})
"""Clients that carry out versioned `documentChanges`, and refuse stale ones, without announcing it
(runtime/lua/vim/lsp/util.lua of Neovim 0.11); they apply plain `changes` without any check."""


@dataclass(frozen=True, slots=True)
class Client:
    """What the editor said of itself. The defaults are those of an editor that says nothing."""

    encoding: str = types.PositionEncodingKind.Utf16.value
    versioned_edits: bool = False
    progress: bool = False
    configuration: bool = False
    registers_configuration: bool = False
    refreshes_lenses: bool = False
    asks: bool = False
    opens_documents: bool = False
    tags_llm: bool = False
    events: bool = False


@dataclass(slots=True)
class Told:
    """Hints on one problem. `shown`: how many of them the user has seen."""

    hints: tuple[str, ...]
    shown: int = 0


class VibeServer(LanguageServer):
    """pygls's server with typed state."""

    def __init__(self) -> None:
        super().__init__(  # pyright: ignore[reportUnknownMemberType] - pygls leaves *args and **kwargs untyped
            "vibe-lsp", __version__, protocol_cls=VibeProtocol, converter_factory=converter
        )
        self.client = Client()
        self.documents: dict[str, OpenDocument] = {}
        self.looking = asyncio.Lock()
        """Held while a thread looks for problems."""
        self.settings = Settings()
        self.initial_options: dict[str, Any] = {}
        self.configured = asyncio.Event()
        """Set when the editor was asked for its settings."""
        self.refused_settings: set[str] = set()
        self.explained: set[str] = set()
        """URIs of documents whose refusal was shown."""
        self.handed: dict[str, Handed] = {}
        """Statements that documents do not hold themselves, by URI."""
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.jobs = Jobs()
        self.told: dict[JobKey, Told] = {}
        """The hints of each problem, and how many of them were shown."""
        self.ghost = Ghost()
        self.fillers = Fillers()
        self.shown_progress: dict[int | str, Job] = {}
        """The job behind each progress that can be cancelled, by token."""
        self.engine: Engine | None = None
        self.answering = ""
        """The model that answered last through this engine; "" before one did."""
        self.reports: list[tuple[Engine, Report]] = []
        """Who uses which engine now, and wants to hear its state."""

    def report_server_error(self, error: Exception, source: type[PyglsError | JsonRpcException]) -> None:
        """To the log (stderr) only: pygls would pop up a message per failing notification, that is per keystroke."""
        logger.error("%s: %s", source.__name__, error, exc_info=error)


def client_of(params: types.InitializeParams, encoding: str, events: bool) -> Client:
    """Read once, when the editor introduces itself."""

    def can(path: str) -> Any:
        value: Any = params.capabilities
        for name in path.split("."):
            value = getattr(value, name, None)
        return value

    editor = params.client_info.name if params.client_info else ""
    return Client(
        encoding=encoding,
        versioned_edits=bool(can("workspace.workspace_edit.document_changes")) or editor in CHECKS_VERSIONS_UNANNOUNCED,
        progress=bool(can("window.work_done_progress")),
        configuration=bool(can("workspace.configuration")),
        registers_configuration=bool(can("workspace.did_change_configuration.dynamic_registration")),
        refreshes_lenses=bool(can("workspace.code_lens.refresh_support")),
        asks=can("window.show_message") is not None,
        opens_documents=bool(can("window.show_document.support")),
        tags_llm=types.CodeActionTag.LlmGenerated in (can("text_document.code_action.tag_support.value_set") or ()),
        events=events,
    )
