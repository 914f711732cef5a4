"""Findings as diagnostics on the lines of the failing examples: pushed, moved along and withdrawn as text changes."""

import asyncio
from collections.abc import Sequence

from lsprotocol import types

from lsp_server.features.convert import to_range
from lsp_server.features.findings import Change, Finding, carried, findings, span
from lsp_server.features.lookup import Find, finder
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.session import VibeServer
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document

SOURCE = "vibe-lsp"
_SEVERITIES = {"differs": types.DiagnosticSeverity.Information}


def is_ours(diagnostic: types.Diagnostic) -> bool:
    return diagnostic.source == SOURCE


async def show_verdict(
    ls: VibeServer, ran: OpenDocument, problem: Problem, verdict: Verdict
) -> tuple[OpenDocument, Problem] | None:
    """Show the verdict on `problem`, found in `ran`; what was known of other problems stays.

    The document as it is now and the problem where it stands there; None, and nothing shown, when the problem or its
    code is no longer what was run.
    """
    opened = ls.documents.get(ran.uri)
    if opened is None or opened.document is None:
        return None
    moved = await asyncio.to_thread(_unchanged, ran.needed(), opened.document, problem, finder(ls, ran.uri))
    if moved is None or ls.documents.get(ran.uri) is not opened:
        return None
    whole = span(moved.region)
    others = [finding for finding in ls.findings.get(ran.uri, ()) if finding.problem != whole]
    _publish(ls, opened, (*others, *findings(moved, verdict, opened.document.text)))
    return opened, moved


def follow_changes(ls: VibeServer, opened: OpenDocument, changes: Sequence[Change]) -> None:
    """Call with the document as `changes` left it."""
    before = ls.findings.get(opened.uri, ())
    after = tuple(moved for finding in before if (moved := carried(finding, changes)))
    if after != before:
        _publish(ls, opened, after)


def forget(ls: VibeServer, uri: str) -> None:
    """The document was closed: take back what was said about it."""
    if ls.findings.pop(uri, ()):
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


def _publish(ls: VibeServer, opened: OpenDocument, found: tuple[Finding, ...]) -> None:
    ls.findings[opened.uri] = found
    shown = [_diagnostic(opened.document, finding, ls.client.encoding) for finding in found] if opened.document else []
    ls.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri=opened.uri, version=opened.version, diagnostics=shown)
    )


def _diagnostic(document: Document, finding: Finding, encoding: str) -> types.Diagnostic:
    region = document.region(finding.span.start, finding.span.end)
    return types.Diagnostic(
        range=to_range(document, region, encoding),
        message=finding.message,
        severity=_SEVERITIES.get(finding.code, types.DiagnosticSeverity.Error),
        source=SOURCE,
        code=finding.code,
    )


def _unchanged(ran: Document, now: Document, problem: Problem, find: Find) -> Problem | None:
    """`problem` where it stands now, if it reads as it did."""
    if ran.text == now.text:
        return problem
    moved = find(now, problem)
    same = moved and _text(now, moved) == _text(ran, problem)
    return moved if same else None


def _text(document: Document, problem: Problem) -> str:
    return document.text[problem.region.start.offset : problem.region.end.offset]
