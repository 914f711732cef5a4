"""Our own kernels on a GPU, against transformers. Runs where there is one; until then they are off."""

import pytest
import torch

from lsp_server.engine.runtime.decoder import RUNTIME_VARIABLE
from tests.benchmarks.engine_check import LENGTHS, agreeing, sampling_agrees, worst_errors
from tests.benchmarks.random_models import TINY, make

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.timeout(300),  # compiles
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device"),
]


@pytest.fixture(autouse=True)
def own_runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(RUNTIME_VARIABLE, "own")


@pytest.mark.parametrize("kind", ["qwen2", "qwen3"])
async def test_logits_and_greedy_texts_are_those_of_transformers(kind: str) -> None:
    model = make(kind, TINY, "cuda", torch.float32)
    ours, _ = worst_errors(model, model, (1, 2, 4, 7, 16))
    assert ours < 1e-4
    same, of = await agreeing(model, LENGTHS, 24)
    assert same == of


async def test_a_seed_gives_the_same_tokens_alone_in_a_batch_and_by_sorting() -> None:
    found = await sampling_agrees(make("qwen2", TINY, "cuda", torch.float32))
    assert found == {"in a batch": 48, "sorted": 48, "other seed": found["other seed"], "of": 48}
    assert found["other seed"] < 10
