"""Is the fast runtime right on this device? Logits and greedy tokens against transformers, in float32 and bfloat16.

Small random models, texts that end at every border (tiles, pages, chunks), rows of unequal length. Prints one line per
comparison. Only torch and transformers are needed.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import torch

from lsp_server.engine.runtime.decoder import Decoder, open_decoder
from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.stepper import Row, TokenRequest
from lsp_server.engine.runtime.decoding.weights import Weights, fuse
from lsp_server.engine.runtime.models.memory import PAGE
from tests.benchmarks.random_models import THIN, TINY, make, plan_of

LENGTHS = (1, 2, 63, 64, 65, 128, 255, 256, 257, 300, 511, 512, 513, 700, 1023, 1024)


def request(ids: list[int], count: int, **wishes: Any) -> TokenRequest:
    defaults: dict[str, Any] = {"temperature": 0.0, "top_p": 1.0, "top_k": 0, "seed": 1, "priority": 10}
    return TokenRequest(ids=tuple(ids), max_tokens=count, stop_tokens=(), **{**defaults, **wishes})


async def tokens(decoder: Decoder, wanted: TokenRequest) -> list[int]:
    return [token async for new in decoder.stream(wanted) for token in new]


def texts(lengths: tuple[int, ...], vocabulary: int) -> list[list[int]]:
    generator = torch.Generator().manual_seed(3)
    return [torch.randint(0, vocabulary, (size,), generator=generator).tolist() for size in lengths]


def reference(model: Any, ids: list[int]) -> torch.Tensor:
    """transformers' logits after the last token of `ids`, float32."""
    with torch.inference_mode():
        return model(torch.tensor([ids], device=model.device)).logits[0, -1].float()


def logits(model: Any, weights: Weights, batch: list[list[int]]) -> torch.Tensor:
    """Ours, for several texts in one step, by the backend of the device."""
    from lsp_server.engine.runtime.decoding import forward

    on_cuda = model.device.type == "cuda"
    page = PAGE if on_cuda else 2048
    pages = sum(len(ids) // page + 1 for ids in batch)
    cache = Cache(weights.shape, pages + 1, page, weights.dtype, weights.device)
    rows, free = [], 1
    for ids in batch:
        table = list(range(free, free + len(ids) // page + 1))
        free = table[-1] + 1
        for start in range(0, len(ids) - 1, 512):
            with torch.inference_mode():
                forward.prefill(weights, cache, ids[start : min(start + 512, len(ids) - 1)], table, start)
        rows.append(Row(-1, ids[-1], len(ids) - 1, table, 0.0, 1.0, 0, 0))
    if not on_cuda:
        with torch.inference_mode():
            last = torch.tensor([ids[-1] for ids in batch])
            return forward.step(weights, cache, last, [row.table for row in rows], [row.position for row in rows])
    from lsp_server.engine.runtime.cuda.graphs import GraphBackend

    backend = GraphBackend(weights, cache, most_pages=16)
    backend.receive(backend.launch(rows))
    return backend.step.logits[: len(batch)].clone()


def worst_errors(
    model: Any, truth: Any, sizes: tuple[int, ...], lengths: tuple[int, ...] = LENGTHS
) -> tuple[float, float]:
    """The largest ‖logits − truth‖ / ‖truth‖ over batches of `sizes` rows: ours, and transformers' own.

    `truth` is the same model in float32. nan never passes for small.
    """
    weights = fuse(model, 2048)
    errors: list[torch.Tensor] = []
    for size in sizes:
        for first in range(0, len(lengths), size):
            batch = texts(lengths[first : first + size], model.config.vocab_size)
            right = torch.stack([reference(truth, ids) for ids in batch])
            both = torch.stack([logits(model, weights, batch), torch.stack([reference(model, ids) for ids in batch])])
            errors.append((both - right).norm(dim=-1) / right.norm(dim=-1))
    ours, theirs = torch.cat(errors, dim=1).max(dim=1).values.tolist()
    return ours, theirs


def generated(model: Any, ids: list[int], count: int) -> list[int]:
    prompt = torch.tensor([ids], device=model.device)
    # No such token: nothing ends the text, and no token is suppressed so that it cannot end.
    options = {"do_sample": False, "max_new_tokens": count, "eos_token_id": -1}
    out = model.generate(prompt, attention_mask=torch.ones_like(prompt), **options)
    return out[0, len(ids) :].tolist()


async def agreeing(model: Any, lengths: tuple[int, ...], count: int) -> tuple[int, int]:
    """How many prompts get the same greedy tokens as from `generate`, all decoded at the same time; and of how many."""
    prompts = texts(lengths, model.config.vocab_size)
    theirs = [generated(model, ids, count) for ids in prompts]
    decoder = open_decoder(model, plan_of(model))
    decoder.start()
    try:
        ours = await asyncio.gather(*[tokens(decoder, request(ids, count)) for ids in prompts])
    finally:
        decoder.stop()
    return sum(a == b for a, b in zip(ours, theirs, strict=True)), len(prompts)


async def sampling_agrees(model: Any) -> dict[str, int]:
    """The same seed gives the same text alone and in a batch, and by the sorting sampler (a top_k of everything)."""
    ids = texts((40,), model.config.vocab_size)[0]
    decoder = open_decoder(model, plan_of(model))
    decoder.start()
    warm: dict[str, Any] = {"temperature": 0.8, "top_p": 0.9, "seed": 11}
    try:
        alone = await tokens(decoder, request(ids, 48, **warm))
        batch = await asyncio.gather(
            *[tokens(decoder, request(ids, 48, **warm, priority=10)) for _ in range(2)],
            tokens(decoder, request(ids, 48, temperature=1.0, seed=5)),
        )
        sorted_out = await tokens(decoder, request(ids, 48, **warm, top_k=model.config.vocab_size))
    finally:
        decoder.stop()

    def common(other: list[int]) -> int:
        return next((place for place, (a, b) in enumerate(zip(alone, other, strict=True)) if a != b), len(alone))

    return {"in a batch": common(batch[0]), "sorted": common(sorted_out), "other seed": common(batch[2]), "of": 48}


def check(device: str, note: Callable[[str, Any], None]) -> None:
    """`THIN` only on a GPU: it has the kernels that are timed afterwards."""
    shapes = {"tiny qwen2": ("qwen2", TINY), "tiny qwen3": ("qwen3", TINY)}
    if device == "cuda":
        shapes = {"real shape, 2 layers": ("qwen2", THIN), **shapes}
    for name, (kind, shape) in shapes.items():
        rough = make(kind, shape, device, torch.float32).to(torch.bfloat16)
        truth = make(kind, shape, device, torch.float32).to(torch.bfloat16).float()
        note(f"{name}, bfloat16: error of logits, ours and transformers'", worst_errors(rough, truth, (1, 2, 4, 16)))
        note(f"{name}: sampled tokens in common", asyncio.run(sampling_agrees(rough)))
        if shape is TINY:
            errors = worst_errors(truth, truth, (1, 4, 7, 16))
            note(f"{name}, float32: error of logits, ours and transformers'", errors)
            note(f"{name}, float32: greedy texts equal to generate()", asyncio.run(agreeing(truth, LENGTHS, 24)))
