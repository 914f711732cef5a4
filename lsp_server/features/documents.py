"""textDocument/didOpen, didChange, didClose: the only copy of each open text, changed in step with the editor.

The handlers are synchronous on purpose: the next request must see the text that the notification before it left.
Nothing is parsed here; a tree is built from the last one when somebody asks for it.
"""

from dataclasses import replace
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from lsp_server.errors import UnsupportedLanguageError
from lsp_server.features import diagnostics, ghost
from lsp_server.features.convert import to_region
from lsp_server.features.findings import Change, Span
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.session import VibeServer
from lsp_server.problem.languages import language_named, language_of
from lsp_server.problem.syntax import Document

ContentChange = types.TextDocumentContentChangePartial | types.TextDocumentContentChangeWholeDocument


def register(server: VibeServer) -> None:
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(did_close)


def did_open(ls: VibeServer, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    try:
        document, unsupported = Document(item.text, language_id(item.language_id, item.uri)), None
    except UnsupportedLanguageError as error:
        document, unsupported = None, error
    ls.documents[item.uri] = OpenDocument(item.uri, item.version, document, unsupported)


def did_change(ls: VibeServer, params: types.DidChangeTextDocumentParams) -> None:
    identifier = params.text_document
    before = ls.documents.get(identifier.uri)
    if before is None:
        return
    if before.document is None:
        ls.documents[identifier.uri] = replace(before, version=identifier.version)
        return
    document, changes = before.document, list[Change]()
    for change in params.content_changes:
        document, made = changed(document, change, ls.client.encoding)
        changes.append(made)
    ls.documents[identifier.uri] = after = OpenDocument(identifier.uri, identifier.version, document)
    diagnostics.follow_changes(ls, after, changes)


def did_close(ls: VibeServer, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.documents.pop(uri, None)
    ls.jobs.close(uri)
    ls.explained.discard(uri)
    ls.handed.pop(uri, None)
    diagnostics.forget(ls, uri)
    ghost.forget(ls, uri)


def changed(document: Document, change: ContentChange, encoding: str) -> tuple[Document, Change]:
    """The document after one change, and which stretch of the text before it was replaced."""
    if isinstance(change, types.TextDocumentContentChangePartial):
        region = to_region(document, change.range, encoding)
        start, end = region.start.offset, region.end.offset
    else:
        start, end = 0, len(document.text)
    return document.edited(start, end, change.text), Change(Span(start, end), len(change.text))


def language_id(name: str, uri: str) -> str:
    """Our name of the language: by what the editor says, else by the file's ending. Raises UnsupportedLanguageError."""
    try:
        return language_named(name).id
    except UnsupportedLanguageError:
        return language_of(Path(to_fs_path(uri) or uri)).id
