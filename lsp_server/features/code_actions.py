"""textDocument/codeAction: what can be done about the problem under the cursor. Cheap; it never asks the model.

Each action carries a finished `command`, so there is nothing to resolve. Where no problem and no function is, nothing
is offered.
"""

import asyncio
from collections.abc import Iterator, Sequence

from lsprotocol import types

from lsp_server.errors import FileTooLargeError, ProblemError
from lsp_server.features.commands import CHECK, SOLVE, check_title, command
from lsp_server.features.diagnostics import is_ours
from lsp_server.features.explaining import EXPLAIN, FAILING_TITLE, TITLE, speaks
from lsp_server.features.hinting import HINT, HINT_TITLE
from lsp_server.features.lookup import function_at, problem_at
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.optimizing import OPTIMIZE
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import show_error
from lsp_server.problem.model import Problem

SOLVE_KIND = "refactor.rewrite.vibe.solve"
FIX_KIND = "quickfix.vibe.solve"
CHECK_KIND = "vibe.check"
"""No kind of LSP means "runs something"; one of `source` would be hidden from the menus of VS Code."""

HINT_KIND = "vibe.hint"
EXPLAIN_KIND = "vibe.explain"
OPTIMIZE_KIND = "refactor.rewrite.vibe.optimize"
OPTIMIZE_TITLE = "Optimize this function"

KINDS = (SOLVE_KIND, FIX_KIND, CHECK_KIND, HINT_KIND, EXPLAIN_KIND, OPTIMIZE_KIND)


def register(server: VibeServer) -> None:
    options = types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=False)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(code_actions)


async def code_actions(ls: VibeServer, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    opened = ls.documents.get(params.text_document.uri)
    if opened is None:
        return None
    offered: list[types.CodeAction] = []
    try:
        problem = await problem_at(ls, opened, params.range.start)
        offered += _offers(ls, opened.uri, params.range.start, problem, params.context.diagnostics)
    except ProblemError as error:
        if params.context.trigger_kind == types.CodeActionTriggerKind.Invoked:
            _explain_once(ls, opened.uri, error)
    offered += await _of_function(ls, opened, params.range.start)
    return [action for action in offered if wanted(str(action.kind), params.context.only)] or None


async def _of_function(ls: VibeServer, opened: OpenDocument, position: types.Position) -> list[types.CodeAction]:
    """For any function with code, whether it states a problem or not: explaining where the model can, optimizing in a
    language that can be run here."""
    if opened.document is None:
        return []
    runs = await asyncio.to_thread(_runs, opened.document.language)
    titles = [(TITLE, EXPLAIN, EXPLAIN_KIND)] * speaks(ls) + [(OPTIMIZE_TITLE, OPTIMIZE, OPTIMIZE_KIND)] * runs
    try:
        _ = titles and await function_at(ls, opened, position)
    except ProblemError:
        return []
    tags = [types.CodeActionTag.LlmGenerated] if ls.client.tags_llm else None
    return [
        types.CodeAction(title=title, kind=kind, command=command(title, name, opened.uri, position), tags=tags)
        for title, name, kind in titles
    ]


def _runs(language: str) -> bool:
    from lsp_server.tasks.rewriting import unsupported

    return unsupported(language) is None


def _offers(
    ls: VibeServer,
    uri: str,
    position: types.Position,
    problem: Problem,
    diagnostics: Sequence[types.Diagnostic],
) -> Iterator[types.CodeAction]:
    tags = [types.CodeActionTag.LlmGenerated] if ls.client.tags_llm else None
    title = f"Solve this problem{_replaces(problem)}"
    solve = command(title, SOLVE, uri, position)
    yield types.CodeAction(title=title, kind=SOLVE_KIND, command=solve, tags=tags)
    if failing := [diagnostic for diagnostic in diagnostics if is_ours(diagnostic)]:
        yield types.CodeAction(
            title="Solve this problem again", kind=FIX_KIND, command=solve, tags=tags, diagnostics=failing
        )
        if problem.signature.kind != "maths" and problem.has_code:
            run = command(FAILING_TITLE, EXPLAIN, uri, position)
            yield types.CodeAction(title=FAILING_TITLE, kind=EXPLAIN_KIND, command=run, diagnostics=failing)
    if problem.signature.kind != "maths":
        hint = command(HINT_TITLE, HINT, uri, position)
        yield types.CodeAction(title=HINT_TITLE, kind=HINT_KIND, command=hint, tags=tags)
    if title := check_title(problem):
        check = command(title, CHECK, uri, position)
        yield types.CodeAction(title=title, kind=CHECK_KIND, command=check)


def _replaces(problem: Problem) -> str:
    """What is lost when the problem is solved. A derivation of the user's own stays."""
    if problem.signature.kind == "maths":
        return " (replaces its answer)" if problem.derivation == problem.target.region else ""
    return " (replaces its code)" if problem.has_code else ""


def wanted(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """A filter names a kind and all its sub-kinds: `refactor` takes `refactor.rewrite`, not `refactoring`.

    An empty list is what some editors send for "no filter".
    """
    if not only:
        return True
    names = [str(getattr(name, "value", name)) for name in only]
    return any(name == "" or kind == name or kind.startswith(f"{name}.") for name in names)


def _explain_once(ls: VibeServer, uri: str, error: ProblemError) -> None:
    """A menu without us has a reason that the user cannot guess; once per document is enough."""
    if isinstance(error, FileTooLargeError) and uri not in ls.explained:
        ls.explained.add(uri)
        show_error(ls, error)
