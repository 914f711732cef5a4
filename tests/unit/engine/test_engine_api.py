"""The client reads what OpenAI-compatible servers send, and turns their refusals into our errors."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest

from lsp_server.engine import api
from lsp_server.engine.client import connect
from lsp_server.engine.remote import RemoteEngine
from lsp_server.engine.wire import Chunk, Message, Sampling
from lsp_server.errors import (
    EngineCrashedError,
    EngineError,
    EngineUnavailableError,
    ModelBrokenError,
    ModelNotFoundError,
    RequestRefusedError,
)
from lsp_server.settings import EngineSettings


def event(**content: Any) -> str:
    return f"data: {json.dumps(content)}\n\n"


def served(text: str, status: int = 200) -> httpx.AsyncClient:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, text=text))
    return httpx.AsyncClient(transport=transport, base_url="http://engine")


async def chunks(text: str, status: int = 200) -> list[Chunk]:
    async with served(text, status) as client:
        return [chunk async for chunk in api.stream(client, api.CHAT, {})]


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
        (502, "<html>Bad gateway</html>", EngineError),
        (422, {"detail": "FastAPI's own shape"}, RequestRefusedError),
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
    ],
)
def test_what_different_servers_say_of_their_model(card: dict[str, Any], expected: tuple[str, int]) -> None:
    found = api.model_info({"data": [card]})
    assert (found.family, found.context_length) == expected


def test_a_server_without_a_model_is_told_so() -> None:
    with pytest.raises(ModelNotFoundError):
        api.model_info({"data": []})


class Server:
    """Answers like a strict OpenAI server: unknown fields are refused, `n` is ignored."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.bodies: list[dict[str, Any]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/models":
            return httpx.Response(200, json={"data": [{"id": "theirs"}]})
        body = json.loads(request.content)
        self.bodies.append(body)
        if self.strict and "top_k" in body:
            return httpx.Response(400, json={"error": {"message": "Unrecognized request argument: top_k"}})
        text = event(choices=[{"index": 0, "text": f"seed {body.get('seed')}", "finish_reason": "stop"}])
        return httpx.Response(200, text=text + "data: [DONE]\n\n")


@pytest.fixture
async def remote() -> AsyncGenerator[tuple[RemoteEngine, Server], None]:
    server = Server(strict=False)
    engine = connect(EngineSettings(url="http://engine/v1", api_key="k"))
    assert isinstance(engine, RemoteEngine)
    engine._client = httpx.AsyncClient(transport=httpx.MockTransport(server), base_url="http://engine/v1/")
    yield engine, server
    await engine.aclose()


async def said(engine: RemoteEngine, **sampling: Any) -> dict[int, str]:
    texts: dict[int, str] = {}
    async for chunk in engine.chat([Message("user", "hi")], Sampling(**sampling)):
        texts[chunk.index] = texts.get(chunk.index, "") + chunk.text
    return texts


async def test_each_candidate_of_a_remote_server_is_its_own_request(remote: tuple[RemoteEngine, Server]) -> None:
    engine, server = remote
    assert await said(engine, n=3, seed=10) == {0: "seed 10", 1: "seed 11", 2: "seed 12"}
    assert {(body["n"], body["model"], body["top_k"]) for body in server.bodies} == {(1, "theirs", -1)}


async def test_a_strict_server_is_asked_again_without_our_extra_fields(remote: tuple[RemoteEngine, Server]) -> None:
    engine, server = remote
    server.strict = True
    assert await said(engine) == {0: "seed None"}
    assert await said(engine) == {0: "seed None"}
    assert ["top_k" in body for body in server.bodies] == [True, False, False]


async def test_a_server_that_is_not_there_is_named_in_the_error() -> None:
    engine = connect(EngineSettings(url="http://127.0.0.1:9/v1"))
    with pytest.raises(EngineUnavailableError, match=r"127\.0\.0\.1:9/v1"):
        await engine.info()
    await engine.aclose()
