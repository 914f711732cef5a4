"""The same engine code on a GPU: loads in bf16, batches, cancels. Runs where there is one."""

from contextlib import aclosing
from pathlib import Path

import pytest
import torch

from lsp_server.engine.runtime.models import loading
from lsp_server.engine.runtime.resident import Resident
from lsp_server.engine.wire import Message, Sampling
from tests.checkpoints import make_checkpoint

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device"),
]


async def test_candidates_are_decoded_on_the_gpu_and_a_closed_stream_stops(tmp_path: Path) -> None:
    loaded = loading.load(loading.choose(str(make_checkpoint(tmp_path)), "cuda"))
    assert (loaded.model.dtype, loaded.model.device.type) == (torch.bfloat16, "cuda")
    resident = Resident(loaded)
    resident.start()
    try:
        await resident.warm_up()
        sampling = Sampling(max_tokens=40, n=4, temperature=1.0, seed=7, repetition_detection=False)
        prompt = resident.read_chat([Message("user", "Sum them.")], sampling)
        texts: dict[int, str] = {}
        async for chunk in resident.generate(prompt, sampling):
            texts[chunk.index] = texts.get(chunk.index, "") + chunk.text
        assert len(set(texts.values())) == 4
        async with aclosing(resident.generate(prompt, sampling)) as stream:
            await anext(stream)
        assert resident.memory()["used"] > 0
    finally:
        resident.stop()
