"""The server with the real engine: a real edit from the embedded model, one engine for two windows, a free loop."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from pygls.exceptions import JsonRpcRequestCancelled

from lsp_server.engine import launcher
from tests.checkpoints import make_checkpoint
from tests.integration.conftest import Start
from tests.integration.documents import MISSING, TWO_SUM
from tests.integration.editor import Editor, Running, until

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(autouse=True)
async def no_engine_left() -> AsyncGenerator[None]:
    yield
    await launcher.stop_all()


@pytest.fixture(scope="module")
def babbler(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model with random weights: a real engine that writes for as long as it is let, and nothing of use."""
    return str(make_checkpoint(tmp_path_factory.mktemp("model"), context=32768))


def options(model: str) -> dict[str, object]:
    return {"engine": {"model": model, "device": "cpu"}, "solve": {"samples": 2, "budget": "deep"}}


async def finished(running: Running) -> object:
    return await asyncio.wait_for(running.answer, 200)


@pytest.mark.parametrize("like", ["neovim", "visual-studio-code"])
async def test_the_embedded_model_writes_an_edit_that_passes_its_examples(start: Start, like: str) -> None:
    editor = await start(like=like, options={"engine": {"model": "starter", "device": "cpu"}})
    uri = editor.open(MISSING)
    answer = await finished(editor.start("vibe.solve", uri, "missingNumber"))
    assert isinstance(answer, dict) and (answer["status"], answer["applied"]) == ("verified", True), answer
    assert editor.text(uri).startswith(MISSING.removesuffix("        pass\n"))
    namespace: dict[str, type] = {}
    exec(editor.text(uri), namespace)
    assert namespace["Solution"]().missingNumber([3, 1, 0]) == 2
    check = await editor.start("vibe.check", uri, "missingNumber").result()
    assert check.status == "passed"


async def test_two_windows_share_one_engine(start: Start, babbler: str) -> None:
    windows = await asyncio.gather(*(start(options={**options(babbler), "events": True}) for _ in range(2)))
    runs = [window.start("vibe.solve", window.open(TWO_SUM), "Two Sum") for window in windows]
    await asyncio.gather(*map(writing, windows))
    assert [engine.running for engine in await launcher.statuses()] == [2]
    for run in runs:
        run.cancel()
        assert isinstance(await run.error(), JsonRpcRequestCancelled)


async def test_the_window_answers_while_the_engine_is_busy_and_cancels_it(start: Start, babbler: str) -> None:
    editor = await start(options={**options(babbler), "events": True})
    uri = editor.open(TWO_SUM)
    running = editor.start("vibe.solve", uri, "Two Sum")
    await writing(editor)
    assert await editor.actions(uri, "def two_sum")
    assert not running.answer.done()
    running.cancel()
    assert isinstance(await running.error(), JsonRpcRequestCancelled)
    await engine_idle()
    assert editor.text(uri) == TWO_SUM


async def writing(editor: Editor) -> None:
    """Returns when the model's first words have arrived."""
    await until(lambda: any(one.event.kind in ("thinking", "writing") for one in editor.events), seconds=150)


async def engine_idle() -> None:
    """Returns when the engine has nothing to decode any more."""
    async with asyncio.timeout(20):
        while any(one.running for one in await launcher.statuses()):  # noqa: ASYNC110 - another process: only to be asked
            await asyncio.sleep(0.1)


async def test_an_engine_that_cannot_load_its_model_is_a_sentence(start: Start, tmp_path: Path) -> None:
    editor = await start(options=options(str(tmp_path / "nothing")))
    uri = editor.open(TWO_SUM)
    answer = await finished(editor.start("vibe.solve", uri, "Two Sum"))
    assert isinstance(answer, dict) and answer["status"] == "error"
    assert editor.messages == [answer["message"]]
    assert editor.text(uri) == TWO_SUM
