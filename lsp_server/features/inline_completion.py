"""textDocument/inlineCompletion: ghost text, and what becomes of it.

A newer request for a document cancels the older one (RequestCancelled); a request whose text has changed meanwhile is
answered by null. An empty list means what it says: there is nothing to show here, and what is shown should go.
Each item carries a command that clients run when it was accepted; clients that know more send `vibe/completion`
`{id, outcome, characters?}` (outcome: shown | accepted | partly_accepted | rejected).
"""

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

from lsprotocol import types

from lsp_server.errors import ProblemError, StoreError
from lsp_server.features.arguments import Ended, read
from lsp_server.features.configuration import configured
from lsp_server.features.convert import to_offset, to_position
from lsp_server.features.ghost import Offer, in_background, offers, prepare
from lsp_server.features.proven import proven
from lsp_server.features.session import VibeServer
from lsp_server.problem.syntax import Document
from lsp_server.settings import CompletionSettings
from lsp_server.tasks.slot import Slot, slot_at
from lsp_server.usage import Offered, Outcome, open_usage

ACCEPTED = "vibe.completion.accepted"
ENDED = "vibe/completion"
_TITLES = {"known": "Verified solution", "passed": "Passes the examples"}
_LARGE = 50_000
"""Characters; the first tree of a larger document is made in a thread."""


def register(server: VibeServer) -> None:
    server.feature(types.TEXT_DOCUMENT_INLINE_COMPLETION, types.InlineCompletionOptions())(inline_completion)
    server.command(ACCEPTED)(accepted)
    server.feature(ENDED)(ended)


async def inline_completion(ls: VibeServer, params: types.InlineCompletionParams) -> types.InlineCompletionList | None:
    uri, started = params.text_document.uri, monotonic()
    with _only_request(ls, uri):
        settings = await configured(ls)
        opened = ls.documents.get(uri)
        if opened is None or opened.document is None or _unwanted(settings.completion, opened.document):
            return None
        invoked = params.context.trigger_kind == types.InlineCompletionTriggerKind.Invoked
        document, offset = _as_selected(ls, opened.document, params)
        slot = await _slot(document, offset, invoked)
        found = await offers(ls, opened, slot, invoked) if slot else ()
        if slot and invoked:
            found = await proven(ls, slot, found)
        if ls.documents.get(uri) is not opened:
            return None
        if slot and found:
            _note_offer(ls, slot, found[0], (monotonic() - started) * 1000)
            in_background(ls.ghost, prepare(ls, opened, slot, found[0]))
        return types.InlineCompletionList(items=[_item(ls, opened.document, params, offer) for offer in found])


async def accepted(ls: VibeServer, arguments: list[Any]) -> None:
    """The command of every item: all of it was inserted."""
    _note_end(ls, read(Ended, arguments).id, "accepted", None)


def ended(ls: VibeServer, params: Any) -> None:
    told = read(Ended, [params._asdict() if hasattr(params, "_asdict") else params])  # pygls makes a named tuple
    _note_end(ls, told.id, told.outcome, told.characters)


@contextmanager
def _only_request(ls: VibeServer, uri: str) -> Generator[None]:
    """The current request becomes the only one of its document."""
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("a request must run in a task")
    if earlier := ls.ghost.asking.get(uri):
        earlier.cancel()
    ls.ghost.asking[uri] = task
    try:
        yield
    finally:
        if ls.ghost.asking.get(uri) is task:
            del ls.ghost.asking[uri]


def _unwanted(settings: CompletionSettings, document: Document) -> bool:
    return not settings.enabled or document.language in settings.exclude.replace(",", " ").lower().split()


def _as_selected(ls: VibeServer, document: Document, params: types.InlineCompletionParams) -> tuple[Document, int]:
    """Document and offset as they would be with the entry of the suggestion list that is selected."""
    selected = params.context.selected_completion_info
    if selected is None:
        return document, to_offset(document, params.position, ls.client.encoding)
    start, end = (to_offset(document, each, ls.client.encoding) for each in (selected.range.start, selected.range.end))
    return document.edited(start, max(start, end), selected.text), start + len(selected.text)


async def _slot(document: Document, offset: int, invoked: bool) -> Slot | None:
    """None where nothing is to be offered."""
    with suppress(ProblemError):
        if len(document.text) > _LARGE:
            return await asyncio.to_thread(slot_at, document, offset, invoked)
        return slot_at(document, offset, invoked)
    return None


def _item(
    ls: VibeServer, document: Document, params: types.InlineCompletionParams, offer: Offer
) -> types.InlineCompletionItem:
    title = _TITLES.get(offer.source, f"Completion by {offer.model}")
    told = {"id": offer.id, "source": offer.source, "tokens": offer.tokens}
    command = types.Command(title=title, command=ACCEPTED, arguments=[told])
    if selected := params.context.selected_completion_info:
        text = selected.text + offer.text
        return types.InlineCompletionItem(insert_text=text, filter_text=text, range=selected.range, command=command)
    here = to_position(document, to_offset(document, params.position, ls.client.encoding), ls.client.encoding)
    return types.InlineCompletionItem(insert_text=offer.text, range=types.Range(here, here), command=command)


def _note_offer(ls: VibeServer, slot: Slot, offer: Offer, latency_ms: float) -> None:
    if ls.settings.completion.statistics:
        size = len(offer.text)
        what = Offered(offer.id, slot.document.language, offer.model, offer.source, round(latency_ms, 2), size)
        in_background(ls.ghost, _noted(ls, open_usage().offered, what))


def _note_end(ls: VibeServer, id: str, outcome: Outcome, characters: int | None) -> None:
    if ls.settings.completion.statistics:
        in_background(ls.ghost, _noted(ls, open_usage().ended, id, outcome, characters))


async def _noted(ls: VibeServer, note: Callable[..., None], *values: object) -> None:
    async with ls.ghost.noting:
        with suppress(StoreError):  # statistics are worth no message
            await asyncio.to_thread(note, *values)
