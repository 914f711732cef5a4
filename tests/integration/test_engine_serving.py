"""The real engine with a tiny random model: one process for all tests of this file, real HTTP, real batching."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from lsp_server.engine import api, launcher
from lsp_server.engine.client import Engine, connect
from lsp_server.engine.wire import BACKGROUND, INTERACTIVE, Chunk, Health, Message, Sampling
from lsp_server.errors import RequestRefusedError
from lsp_server.settings import HOME_VARIABLE, EngineSettings
from tests.checkpoints import make_checkpoint

ASK = [Message("user", "Sum the even numbers of nums.")]
FREE = Sampling(max_tokens=40, temperature=1.0, top_p=1.0, seed=7, repetition_detection=False)
FORCED_END = "\n</think>\n\n```python\n"
CONTEXT = 2048


@pytest.fixture(scope="module")
def home_and_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, EngineSettings]]:
    home = str(tmp_path_factory.mktemp("engine-home"))
    model = make_checkpoint(tmp_path_factory.mktemp("model"), context=CONTEXT)
    settings = EngineSettings(model=str(model), device="cpu", idle_minutes=5, start_timeout_s=55)
    yield home, settings
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, home)
        asyncio.run(launcher.stop_all())


@pytest.fixture
def settings(home_and_settings: tuple[str, EngineSettings], monkeypatch: pytest.MonkeyPatch) -> EngineSettings:
    monkeypatch.setenv(HOME_VARIABLE, home_and_settings[0])
    return home_and_settings[1]


@pytest.fixture
async def engine(settings: EngineSettings) -> AsyncGenerator[Engine, None]:
    engine = connect(settings)
    yield engine
    await engine.aclose()


@pytest.fixture
async def http(settings: EngineSettings) -> AsyncGenerator[httpx.AsyncClient, None]:
    async with api.open_client(await launcher.ensure(settings), 30) as client:
        yield client


async def collected(stream: AsyncGenerator[Chunk, None]) -> dict[int, list[Chunk]]:
    found: dict[int, list[Chunk]] = {}
    async for chunk in stream:
        found.setdefault(chunk.index, []).append(chunk)
    return found


async def said(engine: Engine, sampling: Sampling, index: int = 0) -> str:
    return "".join(chunk.text for chunk in (await collected(engine.chat(ASK, sampling)))[index])


async def health(settings: EngineSettings) -> Health:
    found = await launcher.status(settings)
    assert found is not None
    return found


async def test_candidates_come_in_one_stream_and_differ(engine: Engine) -> None:
    found = await collected(engine.chat(ASK, replace(FREE, n=4)))
    texts = {"".join(chunk.text for chunk in chunks) for chunks in found.values()}
    assert sorted(found) == [0, 1, 2, 3] and len(texts) == 4
    for chunks in found.values():
        assert [chunk.finish for chunk in chunks if chunk.finish] == ["length"]
        assert sum(chunk.tokens for chunk in chunks) == FREE.max_tokens


async def test_a_seed_gives_the_same_text_whatever_runs_beside_it(engine: Engine) -> None:
    alone = await said(engine, FREE)
    beside, _ = await asyncio.gather(said(engine, FREE), said(engine, replace(FREE, n=4, seed=99, temperature=0.3)))
    assert alone == beside != await said(engine, replace(FREE, seed=8))


async def test_greedy_is_greedy_in_a_batch_with_others(engine: Engine) -> None:
    greedy = replace(FREE, temperature=0.0)
    first, second, _ = await asyncio.gather(
        said(engine, greedy), said(engine, replace(greedy, seed=123)), said(engine, replace(FREE, n=2))
    )
    assert first == second


async def test_a_stop_string_ends_the_text_wherever_tokens_end(engine: Engine) -> None:
    whole = await said(engine, FREE)
    for start in (3, 10, 17):
        stop = whole[start : start + 5]
        found = (await collected(engine.chat(ASK, replace(FREE, stop=("never comes", stop)))))[0]
        assert "".join(chunk.text for chunk in found) == whole[: whole.index(stop)]
        assert found[-1].finish == "stop"


async def test_thought_over_its_budget_is_closed_and_goes_on_with_code(engine: Engine) -> None:
    thinking = replace(FREE, thinking_token_budget=12, max_tokens=60)
    chunks = (await collected(engine.chat(ASK, thinking)))[0]
    text = "".join(chunk.text for chunk in chunks)
    thought, _, answer = text.partition(FORCED_END)
    unbounded = await said(engine, replace(FREE, max_tokens=12))
    assert thought == unbounded
    assert len(answer) > 10
    assert sum(chunk.tokens for chunk in chunks) == 60


async def test_closing_the_stream_stops_the_decoding(engine: Engine, settings: EngineSettings) -> None:
    await engine.info()
    begun = (await health(settings)).steps
    async with aclosing(engine.chat(ASK, replace(FREE, n=3, max_tokens=1900))) as stream:
        await anext(stream)
    async with asyncio.timeout(20):
        while (before := await health(settings)).running:  # noqa: ASYNC110 -- another process: only to be asked
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.3)
    assert (await health(settings)).steps - before.steps <= 1  # the one that was under way
    assert before.steps - begun < 1900


async def test_interactive_requests_go_before_background_ones(engine: Engine) -> None:
    order: list[int] = []

    async def follow(priority: int, count: int) -> None:
        sampling = replace(FREE, priority=priority, max_tokens=count, n=1)
        async for chunk in engine.complete("def add(", sampling):
            order.extend([priority] * chunk.tokens)

    slow = [asyncio.create_task(follow(BACKGROUND, 400)) for _ in range(3)]
    while order.count(BACKGROUND) < 30:  # noqa: ASYNC110 -- nothing announces the thirtieth token
        await asyncio.sleep(0.005)
    await follow(INTERACTIVE, 60)
    first, last = order.index(INTERACTIVE), len(order) - 1 - order[::-1].index(INTERACTIVE)
    between = order[first:last].count(BACKGROUND)
    await asyncio.gather(*slow)
    assert between <= 6
    assert order.count(BACKGROUND) == 1200


async def test_streamed_and_whole_answers_are_the_same(http: httpx.AsyncClient, engine: Engine) -> None:
    body = {**api.chat_body(ASK, replace(FREE, n=2)), "stream": False}
    answer = (await http.post("/v1/chat/completions", json=body)).json()
    assert answer["object"] == "chat.completion"
    assert [choice["message"]["content"] for choice in answer["choices"]] == [
        await said(engine, replace(FREE, n=2), index) for index in (0, 1)
    ]
    assert answer["usage"]["completion_tokens"] == 80
    assert answer["usage"]["total_tokens"] == 80 + answer["usage"]["prompt_tokens"]


async def test_a_prompt_may_be_text_or_the_ids_of_its_tokens(http: httpx.AsyncClient) -> None:
    texts = []
    for prompt in ("<|fim_prefix|>a<|fim_suffix|>", [3, ord("a") - ord("!") + 7, 5]):
        body = {"prompt": prompt, "max_tokens": 8, "temperature": 0, "seed": 1}
        answer = (await http.post("/v1/completions", json=body)).json()
        assert answer["usage"]["prompt_tokens"] == 3
        texts.append(answer["choices"][0]["text"])
    assert texts[0] == texts[1]


async def test_what_the_engine_says_of_itself(engine: Engine, settings: EngineSettings) -> None:
    info = await engine.info()
    assert (info.id, info.context_length, info.device) == (settings.model, CONTEXT, "cpu")
    before = await health(settings)
    await said(engine, FREE)
    after = await health(settings)
    assert (after.state, after.running) == ("ready", 0)
    assert after.tokens - before.tokens == FREE.max_tokens
    assert after.memory["used"] > 10**6 and after.memory["planned"] > 0


async def test_an_answer_is_cut_at_the_end_of_the_context(engine: Engine) -> None:
    chunks = (await collected(engine.complete("a" * 2000, replace(FREE, max_tokens=10_000))))[0]
    assert chunks[-1].finish == "length"
    assert sum(chunk.tokens for chunk in chunks) == CONTEXT - 2000


async def test_a_prompt_beyond_the_context_is_refused_in_words(engine: Engine, http: httpx.AsyncClient) -> None:
    with pytest.raises(RequestRefusedError, match=r"2100 tokens.*can hold 2048"):
        await collected(engine.complete("a" * 2100, FREE))
    with pytest.raises(RequestRefusedError, match=r"9000000 characters.*can hold 2048"):
        await collected(engine.chat([Message("user", "ab " * 3_000_000)], FREE))
    answer = await http.post("/v1/completions", json={"prompt": "a" * 2100})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "context_length_exceeded")


USER = {"role": "user", "content": "hi"}


@pytest.mark.parametrize(
    ("path", "body", "param"),
    [
        ("chat/completions", {}, "messages"),
        ("chat/completions", {"messages": []}, "messages"),
        ("chat/completions", {"messages": [{"role": "robot", "content": "hi"}]}, "messages.0.role"),
        ("chat/completions", {"messages": [USER], "temperature": 3}, "temperature"),
        ("chat/completions", {"messages": [USER], "top_p": 0}, "top_p"),
        ("chat/completions", {"messages": [USER], "n": 0}, "n"),
        ("chat/completions", {"messages": [USER], "n": "many"}, "n"),
        ("chat/completions", {"messages": [USER], "max_tokens": -1}, "max_tokens"),
        ("chat/completions", {"messages": [USER], "stop": [""]}, "stop"),
        ("chat/completions", {"messages": [USER], "repetition_detection": True}, "repetition_detection"),
        ("chat/completions", {"messages": [USER], "tools": [{"type": "function"}]}, "tools"),
        ("completions", {"prompt": ["a", "b"]}, "prompt"),
        ("completions", {"prompt": "a", "suffix": "b"}, "suffix"),
        ("completions", {"prompt": [10**9]}, "Token ids"),
        ("completions", {"prompt": ""}, "empty"),
        ("completions", [1, 2], "object"),
    ],
)
async def test_bad_requests_get_openais_error_shape(http: httpx.AsyncClient, path: str, body: Any, param: str) -> None:
    answer = await http.post(f"/v1/{path}", json=body)
    error = answer.json()["error"]
    assert (answer.status_code, error["type"]) == (400, "invalid_request_error")
    assert set(error) == {"message", "type", "param", "code"}
    assert param in f"{error['param']} {error['message']}"


async def test_other_mistakes_get_the_same_shape(http: httpx.AsyncClient) -> None:
    answers = [
        (await http.post("/v1/completions", content=b"{not json"), 400),
        (await http.post("/v1/completions", json={"prompt": "a", "model": "gpt-9"}), 404),
        (await http.get("/v1/nothing"), 404),
        (await http.get("/v1/completions"), 405),
    ]
    for answer, status in answers:
        assert answer.status_code == status
        assert answer.json()["error"]["message"]


@pytest.mark.timeout(240)  # starts two engines, and each imports torch
async def test_the_real_engine_killed_in_the_middle_goes_on_with_the_same_text(
    settings: EngineSettings, own_home: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    whole = await said(engine, replace(FREE, max_tokens=120))
    monkeypatch.setenv(HOME_VARIABLE, str(own_home))
    other = connect(settings)
    text = ""
    async with aclosing(other.chat(ASK, replace(FREE, max_tokens=120))) as stream:
        async for chunk in stream:
            if not text:
                os.kill((await health(settings)).pid, signal.SIGKILL)
            text += chunk.text
    await other.aclose()
    await launcher.stop(settings)
    assert text == whole
