"""What a server of somebody else's refuses, lacks or breaks, and what the user hears of it. No network."""

import json
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from lsp_server.engine import remote as remote_module
from lsp_server.engine.client import connect
from lsp_server.engine.remote import RemoteEngine
from lsp_server.engine.wire import INTERACTIVE, Message, Sampling
from lsp_server.errors import EngineError, EngineUnavailableError, ModelNotFoundError, RequestRefusedError
from lsp_server.settings import EngineSettings

THINKING = {"thinking_token_budget": 5}


@dataclass
class Server:
    """`refuse` gives the sentence of a 400 for a body that it does not like; `busy` answers 503 so many times."""

    refuse: Callable[[dict[str, Any]], str] = lambda _: ""
    busy: int = 0
    after: str = ""
    models: Any = field(default_factory=lambda: {"data": [{"id": "theirs"}]})
    breaks: bool = False
    bodies: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.busy:
            self.busy -= 1
            return httpx.Response(503, json={"detail": "Loading model"}, headers={"retry-after": self.after})
        self.paths.append(request.url.path)
        if request.url.path == "/v1/models":
            known = isinstance(self.models, dict)
            return httpx.Response(200, json=self.models) if known else httpx.Response(500, text="Internal Server Error")
        body = json.loads(request.content)
        self.bodies.append(body)
        if sentence := self.refuse(body):
            return httpx.Response(400, json={"error": {"message": sentence}})
        text = json.dumps({"choices": [{"index": 0, "text": f"seed {body.get('seed')}", "finish_reason": None}]})
        end = "" if self.breaks else "data: [DONE]\n\n"
        return httpx.Response(200, text=f"data: {text}\n\n{end}")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_module, "_WAITS_S", (0.0, 0.0, 0.0, 0.0))


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
async def open_remote(heard: list[str]) -> AsyncGenerator[Callable[..., RemoteEngine]]:
    opened: list[RemoteEngine] = []

    def to(server: Server, model: str = "auto") -> RemoteEngine:
        engine = connect(EngineSettings(url="http://engine/v1", api_key="k", model=model), heard.append)
        assert isinstance(engine, RemoteEngine)
        engine._client = httpx.AsyncClient(transport=httpx.MockTransport(server), base_url="http://engine/v1/")
        opened.append(engine)
        return engine

    yield to
    for engine in opened:
        await engine.aclose()


OpenRemote = Callable[..., RemoteEngine]


async def said(engine: RemoteEngine, **sampling: Any) -> dict[int, str]:
    texts: dict[int, str] = {}
    async for chunk in engine.chat([Message("user", "hi")], Sampling(**sampling)):
        texts[chunk.index] = texts.get(chunk.index, "") + chunk.text
    return texts


async def test_each_candidate_is_its_own_request(open_remote: OpenRemote) -> None:
    server = Server()
    assert await said(open_remote(server), n=3, seed=10) == {0: "seed 10", 1: "seed 11", 2: "seed 12"}
    assert {(body["n"], body["model"], body["top_k"]) for body in server.bodies} == {(1, "theirs", -1)}


async def test_only_the_fields_that_a_refusal_names_are_left_out_and_the_user_is_told_once(
    open_remote: OpenRemote, heard: list[str]
) -> None:
    """vLLM without `--scheduling-policy priority` refuses the priority and takes the rest."""
    server = Server(
        lambda body: "Got priority 10 but Priority scheduling is not enabled." if "priority" in body else ""
    )
    engine = open_remote(server)
    for _ in range(2):
        assert await said(engine, **THINKING) == {0: "seed None"}
    assert ["priority" in body for body in server.bodies] == [True, False, False]
    assert all("thinking_token_budget" in body for body in server.bodies)
    assert len(heard) == 1 and "does not take priority: a running solve slows inline completions" in heard[0]


async def test_a_server_that_refuses_without_naming_a_field_gets_none_of_ours(
    open_remote: OpenRemote, heard: list[str]
) -> None:
    server = Server(lambda body: "Bad request" if "top_k" in body else "")
    assert await said(open_remote(server), **THINKING) == {0: "seed None"}
    assert "`solve.budget` cannot end a thought" in heard[0]


async def test_a_refusal_for_another_reason_is_told_as_it_is_and_costs_no_field(
    open_remote: OpenRemote, heard: list[str]
) -> None:
    server = Server(lambda body: "" if len(body["messages"][0]["content"]) < 100 else "The prompt is too long")
    engine = open_remote(server)
    with pytest.raises(RequestRefusedError, match="The prompt is too long"):
        async for _ in engine.chat([Message("user", "x" * 200)], Sampling()):
            pass
    assert await said(engine) == {0: "seed None"}
    assert "priority" in server.bodies[-1] and not heard


async def test_a_busy_server_is_asked_again_until_it_has_time(open_remote: OpenRemote) -> None:
    server = Server(busy=3)
    assert await said(open_remote(server)) == {0: "seed None"}
    server.busy = 2
    assert await said(open_remote(server)) == {0: "seed None"}


@pytest.mark.parametrize(("busy", "after", "priority"), [(99, "", 10), (1, "3600", 10), (2, "", INTERACTIVE)])
async def test_patience_ends_and_the_server_and_its_words_are_named(
    open_remote: OpenRemote, busy: int, after: str, priority: int
) -> None:
    server = Server()
    engine = open_remote(server)
    await engine.info()
    server.busy, server.after = busy, after
    with pytest.raises(EngineUnavailableError, match=r"http://engine/v1.*Loading model"):
        await said(engine, priority=priority)


async def test_an_answer_that_broke_off_is_not_asked_for_again(open_remote: OpenRemote) -> None:
    server = Server(breaks=True)
    with pytest.raises(EngineUnavailableError, match="broke off"):
        await said(open_remote(server))
    assert len(server.bodies) == 1


async def test_a_server_that_cannot_list_its_models_is_used_when_one_is_named(open_remote: OpenRemote) -> None:
    server = Server(models=None)
    engine = open_remote(server, "WeiboAI/VibeThinker-1.5B")
    assert ((await engine.info()).id, (await engine.info()).family) == ("WeiboAI/VibeThinker-1.5B", "vibethinker")
    assert await said(engine) == {0: "seed None"}


@pytest.mark.parametrize("models", [None, {"data": []}])
async def test_a_server_that_names_no_model_is_told_with_what_to_do(open_remote: OpenRemote, models: Any) -> None:
    with pytest.raises(ModelNotFoundError, match=r"engine\.(model|url)"):
        await open_remote(Server(models=models)).info()


async def test_infill_goes_beside_v1_with_prefix_and_suffix(open_remote: OpenRemote) -> None:
    server = Server(models={"data": [{"id": "coder.gguf", "owned_by": "llamacpp"}]})
    engine = open_remote(server)
    assert (await engine.info()).extra == {"infill": True}
    assert [chunk.text async for chunk in engine.infill("a = ", "\n", Sampling(seed=1))] == ["seed 1"]
    assert server.paths[-1] == "/infill"
    assert (server.bodies[0]["input_prefix"], server.bodies[0]["input_suffix"]) == ("a = ", "\n")


async def test_a_server_that_is_not_there_is_named_in_the_error() -> None:
    engine = connect(EngineSettings(url="http://127.0.0.1:9/v1"))
    with pytest.raises(EngineUnavailableError, match=r"127\.0\.0\.1:9/v1"):
        await engine.info()
    await engine.aclose()


@pytest.mark.parametrize(
    "url",
    ["localhost:8000", "http://", "http://[::1", "ftp://a/v1", "http://a:b/v1", "http://a:99999/v1", "http://a\0/v1"],
)
async def test_what_is_no_address_is_told_with_what_one_looks_like(url: str) -> None:
    with pytest.raises(EngineUnavailableError, match=r"`engine\.url` is .*`http://127\.0\.0\.1:8000/v1`"):
        await connect(EngineSettings(url=url)).info()


@pytest.mark.parametrize("key", ["schlüssel", "key\n"])
async def test_what_is_no_key_is_told(key: str) -> None:
    with pytest.raises(EngineUnavailableError, match=r"engine\.api_key"):
        await connect(EngineSettings(url="http://127.0.0.1:9/v1", api_key=key)).info()


async def test_a_wrong_key_is_not_taken_for_a_missing_list(open_remote: OpenRemote) -> None:
    engine = open_remote(Server(), "theirs")
    engine._client = httpx.AsyncClient(
        transport=httpx.MockTransport(lambda _: httpx.Response(401, json={"error": {"message": "no"}})),
        base_url="http://engine/v1/",
    )
    with pytest.raises(EngineError, match=r"engine\.api_key"):
        await engine.info()
