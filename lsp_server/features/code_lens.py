"""textDocument/codeLens: "Run examples" above code that has examples, "Solve" above a stub. `lens.enabled` decides."""

from collections.abc import Iterator

from lsprotocol import types

from lsp_server.errors import ProblemError
from lsp_server.features.commands import CHECK, SOLVE, check_title, command
from lsp_server.features.configuration import configured
from lsp_server.features.convert import to_position
from lsp_server.features.lookup import problems_in
from lsp_server.features.session import VibeServer
from lsp_server.problem.model import Problem


def register(server: VibeServer) -> None:
    server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))(code_lens)


async def code_lens(ls: VibeServer, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    settings = await configured(ls)
    opened = ls.documents.get(params.text_document.uri)
    if opened is None or not settings.lens.enabled:
        return None
    try:
        document, problems = opened.needed(), await problems_in(ls, opened)
    except ProblemError:
        return None
    starts = [to_position(document, problem.region.start.offset, ls.client.encoding) for problem in problems]
    pairs = zip(problems, starts, strict=True)
    return [lens for problem, start in pairs for lens in _lenses(opened.uri, start, problem)]


def _lenses(uri: str, position: types.Position, problem: Problem) -> Iterator[types.CodeLens]:
    here = types.Range(start=position, end=position)
    if not problem.has_code:
        yield types.CodeLens(range=here, command=command("Solve", SOLVE, uri, position))
    elif title := check_title(problem):
        yield types.CodeLens(range=here, command=command(title, CHECK, uri, position))
