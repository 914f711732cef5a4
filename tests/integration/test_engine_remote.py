"""`engine.url` against servers that are not ours: `transformers serve` on the starter model, and llama.cpp's server.

Both need a few packages that VIBE_TEST_SERVING names the folder of (`make integration` puts them there; beside our own
they would slow every start of an engine down). llama.cpp's server is the one in the folder VIBE_TEST_NEWER, where
`tests/newer.sh` puts it. Where they are missing the tests say so.
"""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

import httpx
import pytest

from lsp_server.engine.client import Engine, Infills, connect
from lsp_server.engine.fim import FORMATS, fim_prompt
from lsp_server.engine.wire import INTERACTIVE, Message, Sampling
from lsp_server.errors import RequestRefusedError
from lsp_server.settings import EngineSettings

ROOT = Path(__file__).parents[2]
STARTER = str(ROOT / "lsp_server" / "starter" / "weights")
STATEMENT = [Message("user", "Return the sum of the even numbers of nums.")]
LINE = Sampling(max_tokens=12, temperature=0.0, stop=("\n",), priority=INTERACTIVE)
QUICK = Sampling(max_tokens=24, temperature=0.0, top_p=1.0, seed=1)

SERVE = [sys.executable, "-c", "from transformers.cli.transformers import main; main()", "serve", STARTER]


@contextmanager
def running(command: list[str], log: Path) -> Iterator[str]:
    """The server's base URL, once it answers. One thread: several wait for each other on a busy machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(log.parent), "OMP_NUM_THREADS": "1"}
    packages = {"PYTHONPATH": os.environ.get("VIBE_TEST_SERVING", "")}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)],
            stdout=out,
            stderr=out,
            env={**os.environ, **own, **packages},
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/health", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    while process.poll() is None:
        try:
            if httpx.get(url, trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start: {log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def transformers_serve(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    if not os.environ.get("VIBE_TEST_SERVING"):
        pytest.skip("VIBE_TEST_SERVING names no folder with what `transformers serve` needs")
    with running([*SERVE, "--device", "cpu"], tmp_path_factory.mktemp("serve") / "log") as url:
        yield url


@pytest.fixture(scope="module")
def llama_server(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    program = Path(os.environ.get("VIBE_TEST_NEWER", "")) / "bin" / "llama-server"
    packages = os.environ.get("VIBE_TEST_SERVING")
    if not packages or not program.is_file():
        pytest.skip("VIBE_TEST_NEWER and VIBE_TEST_SERVING name no folders with llama.cpp's server and what it needs")
    folder = tmp_path_factory.mktemp("llama")
    model, found = str(folder / "starter.gguf"), {**os.environ, "PYTHONPATH": packages}
    subprocess.run([sys.executable, "-m", "tests.gguf_files", model], check=True, env=found, cwd=ROOT)
    command = [str(program), "-m", model, "-c", "8192", "-np", "2", "-t", "1"]
    with running(command, folder / "log") as url:
        yield url


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture(params=["transformers_serve", "llama_server"])
async def remote(request: pytest.FixtureRequest, heard: list[str]) -> AsyncGenerator[Engine]:
    """Both servers, each asked for the starter model."""
    url: str = request.getfixturevalue(request.param)
    model = STARTER if request.param == "transformers_serve" else "auto"
    engine = connect(EngineSettings(url=f"{url}/v1", model=model), heard.append)
    yield engine
    await engine.aclose()


Told = tuple[dict[int, str], dict[int, str | None], dict[int, int]]


async def told(engine: Engine, sampling: Sampling) -> Told:
    """Per candidate its text, its end, and in how many pieces it came."""
    texts: dict[int, str] = {}
    ends: dict[int, str | None] = {}
    pieces: dict[int, int] = {}
    async for chunk in engine.chat(STATEMENT, sampling):
        texts[chunk.index] = texts.get(chunk.index, "") + chunk.text
        ends[chunk.index] = chunk.finish
        pieces[chunk.index] = pieces.get(chunk.index, 0) + bool(chunk.text)
    return texts, ends, pieces


@pytest.mark.timeout(300)  # starts a server that imports torch
async def test_a_real_server_streams_several_candidates_to_their_ends(remote: Engine) -> None:
    texts, ends, pieces = await told(remote, Sampling(max_tokens=24, temperature=0.7, n=2, seed=5))
    assert sorted(texts) == [0, 1] and all(texts.values())
    assert set(ends.values()) <= {"stop", "length"}
    assert min(pieces.values()) > 3


async def test_greedy_answers_of_a_real_server_are_the_same_twice(remote: Engine) -> None:
    assert (await told(remote, QUICK))[0] == (await told(remote, QUICK))[0]


async def test_a_real_server_fills_a_hole_that_is_asked_for_by_the_tokens_of_its_model(remote: Engine) -> None:
    prompt = fim_prompt(FORMATS["starter"], "def add(a, b):\n    return ", "\n")
    chunks = [chunk async for chunk in remote.complete(prompt, LINE)]
    assert "".join(chunk.text for chunk in chunks).strip()
    assert chunks[-1].finish in ("stop", "length")


@pytest.mark.timeout(120)
async def test_closing_the_stream_stops_a_real_server(remote: Engine) -> None:
    """Its next answer would have to wait for 3,000 tokens."""
    endless = Sampling(max_tokens=3000, temperature=1.5, top_p=1.0, seed=3)
    async with aclosing(remote.chat(STATEMENT, endless)) as stream:
        await anext(stream)
    async with asyncio.timeout(30):
        assert (await told(remote, QUICK))[0][0]


async def test_what_transformers_serve_lacks_is_told_in_words(transformers_serve: str, heard: list[str]) -> None:
    engine = connect(EngineSettings(url=f"{transformers_serve}/v1", model=STARTER), heard.append)
    await told(engine, Sampling(max_tokens=4, thinking_token_budget=2))
    await engine.aclose()
    assert len(heard) == 1 and "`solve.budget` cannot end a thought" in heard[0]


async def test_a_prompt_that_is_too_long_for_llama_cpp_is_refused_in_its_words(llama_server: str) -> None:
    engine = connect(EngineSettings(url=f"{llama_server}/v1"))
    with pytest.raises(RequestRefusedError, match=r"exceed|context|too long"):
        async for _ in engine.complete("x = 1\n" * 9000, QUICK):
            pass
    await engine.aclose()


async def test_llama_cpps_infill_fills_by_the_tokens_of_its_own_model(llama_server: str) -> None:
    engine = connect(EngineSettings(url=f"{llama_server}/v1"))
    assert isinstance(engine, Infills)
    assert (await engine.info()).extra == {"infill": True}
    chunks = [chunk async for chunk in engine.infill("def add(a, b):\n    return ", "\n", LINE)]
    assert "".join(chunk.text for chunk in chunks).strip()
    assert chunks[-1].finish
    await engine.aclose()
