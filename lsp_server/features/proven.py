"""Whole bodies that somebody asks for as ghost text are run against the statement's examples before they are shown."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from lsp_server.errors import VibeError
from lsp_server.features.ghost import Offer
from lsp_server.features.session import VibeServer
from lsp_server.problem.locate import find_problem
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.slot import Slot

MOST_S = 3.0
"""Nobody waits longer for ghost text: what was not judged by then is shown as it is."""


async def proven(ls: VibeServer, slot: Slot, offers: Sequence[Offer]) -> Sequence[Offer]:
    """Those that pass come first and say so; those that fail are left out, unless nothing else is there to show."""
    if slot.kind != "block":
        return offers
    passes = await asyncio.gather(*(_passes(slot, offer, ls.settings) for offer in offers))
    judged = list(zip(offers, passes, strict=True))
    good = [offer if offer.source == "known" else replace(offer, source="passed") for offer, well in judged if well]
    return [*good, *(offer for offer, well in judged if well is None)] or offers


async def _passes(slot: Slot, offer: Offer, settings: Settings) -> bool | None:
    """None where nothing can be said: no problem, no examples, no compiler, no time."""
    from lsp_server.tasks.check import check  # not before somebody asks: the judge takes time to load

    after = slot.document.edited(slot.offset, slot.offset, offer.text)
    try:
        async with asyncio.timeout(MOST_S):
            problem = await asyncio.to_thread(_problem, after, slot)
            verdict = await check(after, problem, settings) if problem.examples else None
    except (VibeError, TimeoutError):
        return None
    return {"passed": True, "failed": False}.get(verdict.status) if verdict else None


def _problem(document: Document, slot: Slot) -> Problem:
    """The problem whose body the offer completes. Raises ProblemError."""
    return find_problem(document, Cursor(line=document.row_of(slot.offset) + 1))
