"""The stand-in engine says its script, remembers the questions and notices closed streams."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from lsp_server.engine.client import Engine
from lsp_server.engine.scripted import Endless, Reply, ScriptedEngine
from lsp_server.engine.wire import Chunk, Message, Sampling

ASK = [Message("user", "Add two numbers.")]


async def texts(stream: AsyncGenerator[Chunk, None]) -> dict[int, tuple[str, str | None]]:
    said: dict[int, str] = {}
    ends: dict[int, str | None] = {}
    async for chunk in stream:
        said[chunk.index] = said.get(chunk.index, "") + chunk.text
        ends[chunk.index] = chunk.finish
    return {index: (text, ends[index]) for index, text in said.items()}


async def test_candidates_arrive_interleaved_and_each_ends_once() -> None:
    engine: Engine = ScriptedEngine([["first answer", Reply("second", "repetition"), "third"]])
    order = [chunk.index async for chunk in engine.chat(ASK, Sampling(n=2))]
    assert order[:4] == [0, 1, 0, 1]
    engine = ScriptedEngine([["first answer", Reply("second", "repetition"), "third"]])
    assert await texts(engine.chat(ASK, Sampling(n=2))) == {0: ("first answer", "stop"), 1: ("second", "repetition")}


async def test_one_string_is_said_by_every_candidate_up_to_the_stop_string() -> None:
    engine = ScriptedEngine(["return a + b\n\nprint(1)"])
    said = await texts(engine.complete("def add(a, b):", Sampling(n=2, stop=("\n\n",))))
    assert said == {0: ("return a + b", "stop"), 1: ("return a + b", "stop")}


async def test_requests_are_remembered_in_order() -> None:
    engine = ScriptedEngine(["a", "b"])
    await texts(engine.chat(ASK, Sampling(seed=3)))
    await texts(engine.complete("def f", Sampling()))
    assert [(asked.messages, asked.prompt) for asked in engine.requests] == [(tuple(ASK), None), (None, "def f")]
    assert engine.requests[0].sampling.seed == 3


async def test_a_stream_closed_early_counts_as_aborted() -> None:
    engine = ScriptedEngine([Endless("but "), "done"])
    async with aclosing(engine.chat(ASK, Sampling())) as stream:
        await anext(stream)
    await texts(engine.chat(ASK, Sampling()))
    assert engine.aborted == 1


async def test_endless_text_still_ends_at_max_tokens() -> None:
    engine = ScriptedEngine([Endless("but ")])
    assert await texts(engine.chat(ASK, Sampling(max_tokens=3))) == {0: ("but but but ", "length")}


async def test_an_error_in_the_script_is_raised_and_a_missing_answer_is_a_mistake_of_the_test() -> None:
    engine = ScriptedEngine([ConnectionError("gone")])
    with pytest.raises(ConnectionError):
        await texts(engine.chat(ASK, Sampling()))
    with pytest.raises(AssertionError, match="no answer left"):
        await texts(engine.chat(ASK, Sampling()))
