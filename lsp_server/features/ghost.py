"""From a slot to what is shown there: kept solutions, what was written already, the model, in this order.

The decoding belongs to the place, not to the request: a request that is superseded only stops waiting, and while the
next one goes on typing what is being written, it waits on. Whatever nobody waits for any more is stopped.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import unquote

from lsp_server.errors import ProblemError, VibeError
from lsp_server.features.filler import complain, filler_of, release
from lsp_server.features.fills import Fill, Place, place_of, stop
from lsp_server.features.ghost_state import Ghost
from lsp_server.features.lookup import problems_in
from lsp_server.features.open_document import OpenDocument
from lsp_server.features.session import VibeServer
from lsp_server.problem.text import indent_unit
from lsp_server.settings import CompletionSettings
from lsp_server.store import open_store
from lsp_server.tasks.complete import complete
from lsp_server.tasks.known import problem_before, remainder
from lsp_server.tasks.siblings import Other
from lsp_server.tasks.slot import Slot, slot_at
from lsp_server.tasks.trim import trimmed

VARIANTS = {"line": 2, "block": 4}
"""Further completions for somebody who asks explicitly. They are decoded in one batch; bodies are more often wrong."""

_ABANDONED_S = 0.25
"""So long an unfinished fill waits for the next request: editors cancel the last one before they send it."""
_READING_S = 0.15
"""Somebody who has not typed on for so long is looking at what is shown."""
_SLOW_S = 0.3
"""A longer gap between two keys is a pause, and after it nobody is kept waiting."""
_LARGE = 10_000
"""Characters. In larger files a kept solution is looked for only where a body is empty."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`id` names the fill it comes from, which took `tokens`; `source` is model, prepared, typed, known or passed."""

    id: str
    text: str
    source: str
    model: str
    tokens: int = 0


async def offers(ls: VibeServer, opened: OpenDocument, slot: Slot, invoked: bool) -> Sequence[Offer]:
    """What to show, the best first; nothing when there is nothing. One offer unless `invoked`."""
    ghost, place = ls.ghost, place_of(opened.uri, slot)
    pause = _pause(ghost, opened.uri, ls.settings.completion)
    found = ghost.fills.find(place)
    if found is None and (known := await _known(ls, opened, slot)):
        found = _kept(ghost, place, slot, known), ""
    if found is None and not invoked:
        await asyncio.sleep(pause)
        found = ghost.fills.find(place)
    offer = await _best(ls, place, slot, found)
    variants = await _variants(ls, slot) if invoked else ()
    return _different([*([offer] if offer else []), *variants])


async def prepare(ls: VibeServer, opened: OpenDocument, slot: Slot, offer: Offer) -> None:
    """Once `offer` is being read: write on below it as if it were accepted and Enter pressed, at leisure."""
    await asyncio.sleep(_READING_S)
    if ls.documents.get(opened.uri) is not opened:
        return
    unwanted = slot.kind == "block" or slot.rest.strip() or not ls.settings.completion.prepare
    if unwanted or any(ls.ghost.fills.live(opened.uri)):
        return
    document, unit = slot.document, indent_unit(slot.document)
    opens = offer.text.endswith((":", "{"))
    line = offer.text + document.newline + slot.indent + (unit if opens else "")
    after = document.edited(slot.offset, slot.offset, line)
    try:
        following = slot_at(after, slot.offset + len(line))
    except ProblemError:
        return
    if following and ls.ghost.fills.find(place_of(opened.uri, following)) is None:
        _begin(ls, place_of(opened.uri, following), following, "prepared")


def in_background(ghost: Ghost, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
    """Nobody awaits it, but the end of the window stops it."""
    task = asyncio.create_task(work)
    ghost.background.add(task)
    task.add_done_callback(ghost.background.discard)
    return task


def forget(ls: VibeServer, uri: str) -> None:
    """The document was closed."""
    ls.ghost.fills.forget(uri)
    ls.ghost.last_key.pop(uri, None)
    if task := ls.ghost.asking.get(uri):
        task.cancel()


async def end(ls: VibeServer) -> None:
    """Stop everything and wait until it has stopped."""
    for fill in ls.ghost.fills.kept:
        stop(fill)
    running = [*ls.ghost.asking.values(), *ls.ghost.background]
    for task in running:
        task.cancel()
    if running:
        await asyncio.wait(running, timeout=1.0)
    await release(ls)


async def _best(ls: VibeServer, place: Place, slot: Slot, found: tuple[Fill, str] | None) -> Offer | None:
    """The one offer for `place`, written anew if `found` turns out to be about something else."""
    deadline = monotonic() + ls.settings.completion.budget_ms / 1000
    fresh = found is None
    fill, typed = found or (_instead(ls, place, slot), "")
    text = await _ready(fill, typed, deadline)
    if text is None and not fresh and not fill.failed:
        fill, typed, fresh = _instead(ls, place, slot), "", True
        text = await _ready(fill, typed, deadline)
    if text and place.head != fill.place.head:
        text = trimmed(slot, text)  # of brackets that the editor has closed meanwhile
    source = fill.source if fresh or fill.source != "model" else "typed"
    return Offer(fill.id, text, source, fill.model, fill.tokens) if text else None


async def _ready(fill: Fill, typed: str, deadline: float) -> str | None:
    """What is to be shown: all of it, or what is there at the deadline. None when it turns out to be something else."""
    fill.waiting += 1
    try:
        while not fill.done:
            left = deadline - monotonic()
            if not fill.may_say(typed):
                return None
            if left <= 0 and (text := fill.remainder(typed)):
                return text
            with suppress(TimeoutError):
                async with asyncio.timeout(left if left > 0 else None):
                    await fill.changed.wait()
        return fill.remainder(typed)
    finally:
        fill.waiting -= 1
        if not fill.waiting and not fill.done:
            asyncio.get_running_loop().call_later(_ABANDONED_S, _stop_abandoned, fill)


def _stop_abandoned(fill: Fill) -> None:
    if not fill.waiting:
        stop(fill)


def _instead(ls: VibeServer, place: Place, slot: Slot) -> Fill:
    """A new fill; what was being written elsewhere in the document is no longer wanted."""
    for other in ls.ghost.fills.live(place.uri):
        stop(other)
    return _begin(ls, place, slot, "model")


def _begin(ls: VibeServer, place: Place, slot: Slot, source: str) -> Fill:
    fill = Fill(place, slot, source)
    ls.ghost.fills.keep(fill)
    fill.task = in_background(ls.ghost, _write(ls, fill))
    return fill


async def _write(ls: VibeServer, fill: Fill) -> None:
    """Decode until the slot is filled. Errors are told once and answered with nothing."""
    failed, began = True, monotonic()
    try:
        if not ls.fillers.resting:
            await _decode(ls, fill)
            failed = False
            ls.ghost.cost = 0.8 * ls.ghost.cost + 0.2 * (monotonic() - began)
    except VibeError as error:
        complain(ls, error)
    finally:
        fill.end(failed)
        if fill.failed and fill in ls.ghost.fills.kept:
            ls.ghost.fills.kept.remove(fill)


async def _decode(ls: VibeServer, fill: Fill) -> None:
    async with filler_of(ls) as filler:
        if filler is None or fill.slot is None:
            return
        fill.model = filler.model
        prepared = fill.source == "prepared"
        name, others = _files(ls, fill.place.uri, fill.slot)
        settings, how = ls.settings.completion, filler.format
        writing = complete(filler.engine, how, fill.slot, settings, prepared=prepared, name=name, others=others)
        async with aclosing(writing) as stream:
            async for written in stream:
                fill.advance(written.text, written.tokens, written.done, written.short)


def _files(ls: VibeServer, uri: str, slot: Slot) -> tuple[str, list[Other]]:
    """What the file is called, and the other open ones of its language, the one opened last first."""
    open_now = [one for one in reversed(ls.documents.values()) if one.document and one.uri != uri]
    language = slot.document.language
    return _name(uri), [
        Other(_name(one.uri), one.document.text)
        for one in open_now
        if one.document and one.document.language == language
    ]


def _name(uri: str) -> str:
    return unquote(uri.rpartition("/")[2])


async def _variants(ls: VibeServer, slot: Slot) -> Sequence[Offer]:
    """Other completions of the same slot."""
    seeds = range(VARIANTS[slot.kind])
    try:
        found = await asyncio.gather(*(_variant(ls, slot, seed) for seed in seeds))
        return [offer for offer in found if offer]
    except VibeError as error:
        complain(ls, error)
        return ()


async def _variant(ls: VibeServer, slot: Slot, seed: int) -> Offer | None:
    if ls.fillers.resting:
        return None
    fill = Fill(place_of("", slot), slot)
    async with filler_of(ls) as filler:
        if filler is None:
            return None
        async with aclosing(complete(filler.engine, filler.format, slot, ls.settings.completion, seed=seed)) as stream:
            async for written in stream:
                fill.advance(written.text, written.tokens, written.done, written.short)
    return Offer(fill.id, fill.shown, "model", filler.model, fill.tokens) if fill.shown else None


async def _known(ls: VibeServer, opened: OpenDocument, slot: Slot) -> str:
    """What is left of a solution that was verified before."""
    store = open_store(ls.settings)
    if store is None or (slot.kind == "line" and len(slot.document.text) > _LARGE) or not store.path.exists():
        return ""
    try:
        problem = problem_before(await problems_in(ls, opened), slot.document, slot.offset)
    except ProblemError:
        return ""
    if problem is None or slot.document is not opened.document:
        return ""
    return await asyncio.to_thread(remainder, slot.document, problem, slot.offset, ls.settings, store)


def _kept(ghost: Ghost, place: Place, slot: Slot, text: str) -> Fill:
    fill = Fill(place, slot, "known", model="verified before")
    fill.advance(text, 0, done=True, short=False)
    fill.say(text)
    fill.end(failed=False)
    ghost.fills.keep(fill)
    return fill


def _pause(ghost: Ghost, uri: str, settings: CompletionSettings) -> float:
    """How long to wait for the next key before the model is asked: not at all unless keys come faster than answers."""
    now = monotonic()
    last, usual = ghost.last_key.get(uri, (0.0, _SLOW_S))
    gap = now - last
    usual = 0.7 * usual + 0.3 * gap if gap <= _SLOW_S else usual
    ghost.last_key[uri] = (now, usual)
    hurried = gap <= _SLOW_S and usual < ghost.cost
    return min(settings.debounce_ms / 1000, usual / 3) if hurried else 0.0


def _different(found: Sequence[Offer]) -> Sequence[Offer]:
    texts = [offer.text for offer in found]
    return [offer for index, offer in enumerate(found) if offer.text not in texts[:index]]
