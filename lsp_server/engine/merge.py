"""Several streams as one, in the order in which their items come."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _End:
    error: Exception | None = None


async def merged(streams: Sequence[AsyncGenerator[T, None]]) -> AsyncGenerator[T, None]:
    """Items of all `streams`; the first error ends them all. Closing this generator closes them all."""
    items: asyncio.Queue[T | _End] = asyncio.Queue()
    pumps = [asyncio.create_task(_pump(stream, items)) for stream in streams]
    running = len(pumps)
    try:
        while running:
            item = await items.get()
            if not isinstance(item, _End):
                yield item
                continue
            running -= 1
            if item.error:
                raise item.error
    finally:
        for pump in pumps:
            pump.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)


async def _pump(stream: AsyncGenerator[T, None], items: "asyncio.Queue[T | _End]") -> None:
    """The error is handed over, not lost: it is raised where the merged stream is read."""
    try:
        async with aclosing(stream):
            async for item in stream:
                items.put_nowait(item)
    except Exception as error:
        items.put_nowait(_End(error))
    else:
        items.put_nowait(_End())
