"""The client reads what OpenAI-compatible servers send, and turns their refusals into our errors."""

import json
from typing import Any

import httpx
import pytest

from lsp_server.engine import api
from lsp_server.engine.reader import EventReader
from lsp_server.engine.wire import Chunk
from lsp_server.errors import (
    EngineCrashedError,
    EngineError,
    EngineUnavailableError,
    ModelBrokenError,
    ModelNotFoundError,
    RequestRefusedError,
)


def event(**content: Any) -> str:
    return f"data: {json.dumps(content)}\n\n"


def served(text: str, status: int = 200) -> httpx.AsyncClient:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, text=text))
    return httpx.AsyncClient(transport=transport, base_url="http://engine")


async def chunks(text: str, status: int = 200, n: int = 1) -> list[Chunk]:
    async with served(text, status) as client:
        return [chunk async for chunk in api.stream(client, api.CHAT, {"n": n})]


async def test_chunks_of_several_candidates_and_their_ends() -> None:
    found = await chunks(
        event(choices=[{"index": 0, "delta": {"role": "assistant", "content": ""}}])
        + ": alive\n\n"
        + event(choices=[{"index": 1, "delta": {"content": "中"}}])
        + event(choices=[{"index": 0, "delta": {}, "finish_reason": "stop"}])
        + event(choices=[{"index": 1, "text": "b", "finish_reason": "repetition"}])
        + event(choices=[{"index": 2, "text": "c", "finish_reason": "content_filter"}])
        + event(choices=[], usage={"completion_tokens": 3})
        + "data: [DONE]\n\n"
    )
    assert found == [
        Chunk(0, "", 0),
        Chunk(1, "中", 1),
        Chunk(0, "", 0, "stop"),
        Chunk(1, "b", 1, "repetition"),
        Chunk(2, "c", 1, "stop"),
    ]


async def test_running_counts_of_tokens_are_turned_into_steps_per_candidate() -> None:
    found = await chunks(
        event(choices=[{"index": 0, "text": "ab"}], usage={"completion_tokens": 2})
        + event(choices=[{"index": 1, "text": "x"}], usage={"completion_tokens": 1})
        + event(choices=[{"index": 0, "text": "cde"}], usage={"completion_tokens": 5})
        + "data: [DONE]\n\n"
    )
    assert [(chunk.index, chunk.tokens) for chunk in found] == [(0, 2), (1, 1), (0, 3)]


async def test_reasoning_that_a_server_sends_apart_is_put_back_between_its_tags() -> None:
    found = await chunks(
        event(choices=[{"index": 0, "delta": {"reasoning_content": "Add"}}])
        + event(choices=[{"index": 0, "delta": {"reasoning": " them."}}])
        + event(choices=[{"index": 0, "delta": {"content": "a + b"}}])
        + "data: [DONE]\n\n"
    )
    assert "".join(chunk.text for chunk in found) == "<think>\nAdd them.\n</think>\n\na + b"


async def test_an_answer_is_whole_when_every_candidate_has_ended_even_without_an_end_mark() -> None:
    """`transformers serve` sends no `[DONE]`."""
    ended = event(choices=[{"index": 0, "text": "a", "finish_reason": "length"}])
    assert await chunks(ended) == [Chunk(0, "a", 1, "length")]
    with pytest.raises(api.GoneError):
        await chunks(ended, n=2)


async def test_the_events_of_llama_cpps_infill_are_understood() -> None:
    found = await chunks(
        event(index=0, content="a + ", tokens=[4], stop=False)
        + event(index=0, content="b", stop=False)
        + event(index=0, content="", stop=True, stop_type="limit", tokens_predicted=2)
    )
    assert found == [Chunk(0, "a + ", 1), Chunk(0, "b", 1), Chunk(0, "", 0, "length")]


@pytest.mark.parametrize("line", ['data: {"error": "CUDA error"}', 'error: {"message": "CUDA error", "code": 500}'])
async def test_an_error_that_is_spelled_in_another_way_is_an_error_too(line: str) -> None:
    with pytest.raises(EngineError, match="CUDA error"):
        await chunks(f"{line}\n\n")


@pytest.mark.parametrize(("after", "told"), [("7", 7.0), ("Wed, 21 Oct 2026 07:28:00 GMT", None), ("", None)])
async def test_a_busy_server_may_say_how_long_to_wait(after: str, told: float | None) -> None:
    answer = httpx.Response(503, text="<html>Loading</html>", headers={"retry-after": after})
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer), base_url="http://engine") as client:
        with pytest.raises(api.BusyError, match="Loading") as caught:
            await api.get(client, "models")
    assert caught.value.after_s == told


async def test_an_answer_without_its_end_mark_has_broken_off() -> None:
    with pytest.raises(api.GoneError):
        await chunks(event(choices=[{"index": 0, "text": "a"}]))


async def test_an_error_in_the_middle_of_a_stream_is_raised() -> None:
    with pytest.raises(EngineCrashedError, match="out of memory"):
        await chunks(event(error={"message": "out of memory", "code": "engine_crashed"}))


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, {"error": {"message": "n: too many", "code": "invalid_value"}}, RequestRefusedError),
        (400, {"error": {"message": "too long", "code": "context_length_exceeded"}}, RequestRefusedError),
        (401, {"error": {"message": "no key"}}, EngineUnavailableError),
        (404, {"error": {"message": "no such model", "code": "model_not_found"}}, ModelNotFoundError),
        (503, {"error": {"message": "cut weights", "code": "model_broken"}}, ModelBrokenError),
        (500, {"error": "oops"}, EngineError),
        (422, {"detail": "FastAPI's own shape"}, RequestRefusedError),
        (400, {"object": "error", "message": "SGLang's own shape"}, RequestRefusedError),
    ],
)
async def test_refusals_become_our_errors_with_the_servers_sentence(status: int, body: Any, kind: type) -> None:
    text = body if isinstance(body, str) else json.dumps(body)
    with pytest.raises(EngineError) as caught:
        await chunks(text, status)
    assert type(caught.value) is kind
    told = body.get("error", {}) if isinstance(body, dict) else {}
    assert (told.get("message", "") if isinstance(told, dict) else told) in str(caught.value)


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ({"id": "WeiboAI/VibeThinker-1.5B", "max_model_len": 65536}, ("vibethinker", 65536)),
        ({"id": "qwen2.5-coder-7b.gguf", "meta": {"n_ctx_train": 4096}}, ("qwen-coder", 4096)),
        ({"id": "whatever"}, ("chat", 32768)),
        ({"id": "whatever", "max_model_len": "long", "meta": [1]}, ("chat", 32768)),
    ],
)
def test_what_different_servers_say_of_their_model(card: dict[str, Any], expected: tuple[str, int]) -> None:
    found = api.model_info({"data": [card]})
    assert (found.family, found.context_length) == expected


@pytest.mark.parametrize("listing", [{}, {"data": None}, {"data": []}, {"data": ["name"]}, {"data": {"id": "name"}}])
def test_a_server_without_a_model_is_told_so(listing: dict[str, Any]) -> None:
    with pytest.raises(ModelNotFoundError):
        api.model_info(listing)


@pytest.mark.parametrize("data", ["[]", "3", "nope", '{"choices": null}', '{"choices": ["x"]}', '{"usage": 1}'])
def test_an_event_that_says_nothing_is_passed_over(data: str) -> None:
    assert list(EventReader().read(f"data: {data}")) == []
