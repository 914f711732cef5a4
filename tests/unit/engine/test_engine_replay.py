"""After a crash the second answer continues the first, or is refused; streams are merged without loss."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from lsp_server.engine.merge import merged
from lsp_server.engine.replay import DivergedError, Replay
from lsp_server.engine.wire import Chunk


def test_what_was_delivered_is_left_out_of_the_second_answer() -> None:
    replay = Replay()
    first = [Chunk(0, "def f", 2), Chunk(1, "x", 1), Chunk(0, "():", 1)]
    assert [replay.take(chunk) for chunk in first] == first
    replay.again()
    again = [
        Chunk(0, "de", 1),
        Chunk(1, "xy", 2),
        Chunk(0, "f f()", 2),
        Chunk(0, ": 1", 2, "stop"),
        Chunk(1, "", 0, "stop"),
    ]
    assert [replay.take(chunk) for chunk in again] == [
        None,
        Chunk(1, "y", 2),
        None,
        Chunk(0, " 1", 2, "stop"),
        Chunk(1, "", 0, "stop"),
    ]


def test_a_candidate_that_was_complete_is_not_told_again() -> None:
    replay = Replay()
    replay.take(Chunk(0, "done", 1, "stop"))
    replay.again()
    assert replay.take(Chunk(0, "done", 1, "stop")) is None


@pytest.mark.parametrize("other", [Chunk(0, "def g", 1), Chunk(0, "de", 1, "stop")])
def test_another_answer_is_never_mixed_into_the_first(other: Chunk) -> None:
    replay = Replay()
    replay.take(Chunk(0, "def f", 2))
    replay.again()
    with pytest.raises(DivergedError):
        replay.take(other)


async def test_a_second_crash_compares_with_all_that_was_delivered() -> None:
    replay = Replay()
    replay.take(Chunk(0, "ab", 1))
    replay.again()
    replay.take(Chunk(0, "abc", 1))
    replay.again()
    assert replay.take(Chunk(0, "abcd", 1)) == Chunk(0, "d", 1)


async def numbers(start: int, count: int, closed: list[int]) -> AsyncGenerator[int, None]:
    try:
        for number in range(start, start + count):
            await asyncio.sleep(0)
            yield number
    finally:
        closed.append(start)


async def test_merged_streams_lose_nothing_and_keep_the_order_of_each() -> None:
    closed: list[int] = []
    found = [number async for number in merged([numbers(0, 5, closed), numbers(100, 3, closed)])]
    assert [one for one in found if one < 100] == [0, 1, 2, 3, 4]
    assert [one for one in found if one >= 100] == [100, 101, 102]
    assert sorted(closed) == [0, 100]


async def test_closing_the_merged_stream_closes_all() -> None:
    closed: list[int] = []
    async with aclosing(merged([numbers(0, 10**6, closed), numbers(100, 10**6, closed)])) as stream:
        await anext(stream)
        await anext(stream)
    assert sorted(closed) == [0, 100]


async def test_an_error_in_one_stream_ends_all() -> None:
    closed: list[int] = []

    async def failing() -> AsyncGenerator[int, None]:
        yield -1
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        async for _ in merged([numbers(0, 10**6, closed), failing()]):
            pass
    assert closed == [0]
