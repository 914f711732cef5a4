"""One engine process with two models, one that answers and one that fills. Random weights in the hub's layout."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lsp_server.engine import api, launcher
from lsp_server.engine.client import Engine, connect
from lsp_server.engine.fim import FORMATS, fim_prompt, format_of
from lsp_server.engine.wire import BACKGROUND, FILL, INTERACTIVE, Message, Sampling
from lsp_server.errors import ModelBrokenError, ModelNotFoundError
from lsp_server.settings import HOME_VARIABLE, EngineSettings
from tests.checkpoints import HUB_ID, break_checkpoint, make_hub_checkpoint

CODER, BROKEN = "Qwen/Qwen2.5-Coder-0.5B", "Qwen/Qwen2.5-Coder-1.5B"
SETTINGS = EngineSettings(model=HUB_ID, device="cpu", idle_minutes=5, start_timeout_s=100)
GREEDY = Sampling(max_tokens=20, temperature=0.0, repetition_detection=False)
pytestmark = pytest.mark.timeout(120)  # the first test starts an engine, which imports torch


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """The engine's home and the hub's."""
    home, hub = tmp_path_factory.mktemp("engine-home"), tmp_path_factory.mktemp("hub")
    make_hub_checkpoint(hub)
    make_hub_checkpoint(hub, CODER, seed=1)
    break_checkpoint(make_hub_checkpoint(hub, BROKEN), "cut weights")
    yield home, hub
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(home))
        asyncio.run(launcher.stop_all())


@pytest.fixture(autouse=True)
def environment(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(folders[0]))
    monkeypatch.setenv("HF_HOME", str(folders[1]))


@pytest.fixture
async def solver() -> AsyncGenerator[Engine]:
    engine = connect(SETTINGS)
    yield engine
    await engine.aclose()


@pytest.fixture
async def filler() -> AsyncGenerator[Engine]:
    engine = connect(SETTINGS, model=CODER)
    yield engine
    await engine.aclose()


async def text(engine: Engine, sampling: Sampling = GREEDY, prompt: str = "def add(") -> str:
    return "".join([chunk.text async for chunk in engine.complete(prompt, sampling)])


async def listed() -> list[str]:
    async with api.open_client(await launcher.ensure(SETTINGS), 30) as http:
        return [one["id"] for one in (await http.get("/v1/models")).json()["data"]]


async def test_a_second_model_is_loaded_when_it_is_asked_for_and_listed_then(solver: Engine, filler: Engine) -> None:
    assert await listed() == [HUB_ID]
    info = await filler.info()
    assert (info.id, info.family) == (CODER, "qwen-coder")
    assert format_of(info) == FORMATS["qwen"]
    assert await listed() == [HUB_ID, CODER]
    (health,) = await launcher.statuses()
    assert (health.model, health.beside) == (HUB_ID, (CODER,))
    assert health.memory["planned"] > info.extra["total"]
    assert (await solver.info()).id == HUB_ID


async def test_requests_choose_by_name_and_neither_disturbs_the_other(solver: Engine, filler: Engine) -> None:
    alone = await text(solver), await text(filler)
    assert alone[0] != alone[1]
    texts = await asyncio.gather(*(text(one) for one in (solver, filler) * 3))
    assert tuple(texts) == alone * 3


async def test_a_solve_is_not_stepped_while_the_other_model_fills_a_hole(solver: Engine, filler: Engine) -> None:
    order: list[int] = []

    async def follow(engine: Engine, priority: int, count: int) -> None:
        sampling = Sampling(max_tokens=count, temperature=1.0, seed=3, priority=priority, repetition_detection=False)
        async for chunk in engine.complete("def add(", sampling):
            order.extend([priority] * chunk.tokens)

    await text(filler)
    slow = asyncio.create_task(follow(solver, BACKGROUND, 500))
    while order.count(BACKGROUND) < 30:  # noqa: ASYNC110 -- nothing announces the thirtieth token
        await asyncio.sleep(0.005)
    await follow(filler, INTERACTIVE, 60)
    first, last = order.index(INTERACTIVE), len(order) - 1 - order[::-1].index(INTERACTIVE)
    await slow
    assert order[first:last].count(BACKGROUND) <= 6
    assert order.count(BACKGROUND) == 500


async def test_beside_vibethinker_on_a_cpu_the_embedded_model_fills(solver: Engine) -> None:
    engine = connect(SETTINGS, model=FILL)
    info = await engine.info()
    fmt = format_of(info)
    assert fmt is not None
    assert (info.id, fmt) == ("starter", FORMATS["starter"])
    told = 'def total(numbers):\n    """Return the sum of the list numbers."""\n    return sum(num'
    assert await text(engine, replace(GREEDY, token_healing=True), fim_prompt(fmt, told, "\n")) == "bers)"
    assert "was not trained to fill" in info.extra["reason"]
    assert (await solver.info()).id == HUB_ID
    assert len(await launcher.statuses()) == 1
    await engine.aclose()


@pytest.mark.parametrize(("name", "kind"), [("no/such-model", ModelNotFoundError), (BROKEN, ModelBrokenError)])
async def test_a_second_model_that_cannot_be_had_is_told_and_the_first_lives_on(
    solver: Engine, name: str, kind: type[Exception]
) -> None:
    engine = connect(SETTINGS, model=name)
    with pytest.raises(kind):
        await engine.info()
    with pytest.raises(kind):
        await text(engine)
    await engine.aclose()
    assert [chunk.finish async for chunk in solver.chat([Message("user", "hi")], GREEDY)][-1] == "length"
