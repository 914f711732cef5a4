"""Our own forward pass, cache and loop give what transformers gives, for the models that it takes over."""

import asyncio
import random
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from dataclasses import replace
from typing import Any, cast

import pytest
import torch
from transformers import LlamaConfig, Qwen2Config

from lsp_server.engine.runtime.decoder import RUNTIME_VARIABLE, Decoder, open_decoder, portable_reason
from lsp_server.engine.runtime.decoding import forward
from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.fast import FastDecoder
from lsp_server.engine.runtime.decoding.plain import PlainBackend
from lsp_server.engine.runtime.decoding.sampling import Wishes, draw, draw_quickly
from lsp_server.engine.runtime.decoding.stepper import Row, TokenRequest
from lsp_server.engine.runtime.decoding.weights import fuse, unsupported
from lsp_server.engine.runtime.models import loading
from lsp_server.errors import EngineCrashedError
from tests.benchmarks.engine_check import agreeing, generated, reference, request, texts, tokens, worst_errors
from tests.benchmarks.random_models import TINY, make, plan_of


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """As for any small model: more threads only wait for each other on a busy machine."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module", params=["qwen2", "qwen3", "llama"])
def model(request: pytest.FixtureRequest) -> Any:
    return make(request.param, TINY, "cpu", torch.float32)


@contextmanager
def running(model: Any) -> Iterator[Decoder]:
    decoder = open_decoder(model, plan_of(model))
    decoder.start()
    try:
        yield decoder
    finally:
        decoder.stop()


def test_logits_are_those_of_transformers_alone_and_in_unequal_company(model: Any) -> None:
    ours, _ = worst_errors(model, model, (1, 3, 8), (1, 2, 65, 127, 128, 129, 300, 513))
    assert ours < 1e-5


@pytest.mark.parametrize("page", [4, 64, 2048])
@pytest.mark.parametrize("chunk", [7, 64, 300])
def test_a_prompt_may_be_read_in_any_chunks_into_any_pages(model: Any, page: int, chunk: int) -> None:
    ids = texts((130,), TINY["vocab_size"])[0]
    weights = fuse(model, 2048)
    table = list(range(130 // page, -1, -1))
    cache = Cache(weights.shape, len(table), page, weights.dtype, weights.device)
    with torch.inference_mode():
        for start in range(0, 129, chunk):
            forward.prefill(weights, cache, ids[start : min(129, start + chunk)], table, start)
        ours = forward.step(weights, cache, torch.tensor(ids[-1:]), [table], [129])[0]
    assert (ours - reference(model, ids)).norm() / ours.norm() < 1e-5


def test_the_model_of_transformers_stays_usable(model: Any) -> None:
    """Its parameters become parts of the fused ones."""
    ids = texts((20,), TINY["vocab_size"])[0]
    before = reference(model, ids)
    fuse(model, 2048)
    assert torch.allclose(before, reference(model, ids), rtol=1e-4, atol=1e-5)


async def test_greedy_texts_are_those_of_generate_when_all_are_decoded_together(model: Any) -> None:
    same, of = await agreeing(model, (1, 2, 64, 129, 300, 511), 12)
    assert same == of


async def test_greedy_texts_go_on_the_same_after_interruptions_and_beside_cancelled_ones(model: Any) -> None:
    ids = texts((90, 300), TINY["vocab_size"])
    wanted = generated(model, ids[0], 40)
    with running(model) as decoder:
        whole = asyncio.create_task(tokens(decoder, request(ids[0], 40)))
        for number in range(6):
            async with aclosing(decoder.stream(request(ids[1][number:], 30, priority=number % 2 * 10))) as other:
                await anext(other)
        assert await whole == wanted
        assert await tokens(decoder, request([*ids[0], *wanted[:10]], 30)) == wanted[10:]


async def test_a_text_whose_pages_were_taken_away_goes_on_with_the_same_tokens() -> None:
    """Room for two texts: the third pushes the slowest out, which is read again afterwards."""
    model = make("qwen2", TINY, "cpu", torch.float32)
    plan = replace(plan_of(model), kv_tokens=2 * 2048, context=2048)
    ids = texts((90, 70, 80), TINY["vocab_size"])
    wanted = [generated(model, one, count) for one, count in zip(ids, (60, 20, 20), strict=True)]
    decoder = open_decoder(model, plan)
    decoder.start()
    preempted: list[object] = []
    stepper: Any = cast("Any", decoder)._stepper
    give_up = stepper._preempt
    stepper._preempt = lambda stream: (preempted.append(stream), give_up(stream))
    try:
        async with aclosing(decoder.stream(request(ids[0], 60))) as slow:
            got = await anext(slow)
            async with aclosing(decoder.stream(request(ids[1], 20, priority=1))) as sooner:
                second = await anext(sooner)
                assert await tokens(decoder, request(ids[2], 20, priority=0)) == wanted[2]
                async for new in sooner:
                    second += new
            async for new in slow:
                got += new
    finally:
        decoder.stop()
    assert [got, second] == wanted[:2]
    assert preempted


@pytest.mark.timeout(300)
def test_200_statements_get_the_embedded_models_tokens_of_generate() -> None:
    loaded = loading.load(loading.choose("starter", "cpu"))
    words = "Given a list of integers nums return the sum of all even numbers larger than k and their count".split()
    rng = random.Random(5)
    statements = [" ".join(rng.choices(words, k=rng.randint(3, 20))) for _ in range(200)]
    prompts: list[list[int]] = [loaded.tokenizer(text).input_ids for text in statements]
    wanted = [generated(loaded.model, ids, 8) for ids in prompts]

    async def ours() -> list[list[int]]:
        with running(loaded.model) as decoder:
            return await asyncio.gather(*[tokens(decoder, request(ids, 8)) for ids in prompts])

    assert asyncio.run(ours()) == wanted


async def test_a_seed_gives_the_same_tokens_in_any_company(model: Any) -> None:
    ids = texts((50,), TINY["vocab_size"])[0]
    warm: dict[str, Any] = {"temperature": 0.8, "top_p": 0.9, "seed": 3}
    with running(model) as decoder:
        alone = await tokens(decoder, request(ids, 30, **warm))
        beside = await asyncio.gather(
            *[tokens(decoder, request(ids, 30, **{**warm, "seed": seed})) for seed in (1, 2, 3, 3)]
        )
    assert beside[2] == beside[3] == alone
    assert len({tuple(one) for one in beside}) == 3


def test_the_quick_way_of_drawing_draws_the_same_tokens() -> None:
    generator = torch.Generator().manual_seed(1)
    rows = 3000
    scores = torch.randn(rows, 500, generator=generator) * 4
    wishes = Wishes(
        torch.tensor([0.0, 0.3, 0.7, 1.0, 2.0]).repeat(rows // 5),
        torch.tensor([0.5, 0.95, 1.0]).repeat(rows // 3),
        torch.tensor([0, 1, 20, 64, 65, 500], dtype=torch.int32).repeat(rows // 6),
        torch.arange(rows, dtype=torch.int32),
    )
    for start in range(0, rows, 30):
        part = slice(start, start + 30)
        few = Wishes(wishes.temperature[part] * 0.3, wishes.top_p[part] * 0.9, wishes.top_k[part], wishes.noise[part])
        assert torch.equal(draw_quickly(scores[part], few), draw(scores[part], few))
    assert torch.equal(draw_quickly(scores, wishes), draw(scores, wishes))


def test_the_quick_way_follows_the_distribution() -> None:
    scores = torch.tensor([[2.0, 1.0, 0.0, -1.0, -2.0, -8.0]])
    kept = torch.softmax(scores[0] / 0.7, -1)[:3]  # the others lie outside of 0.95
    count = 30_000
    wishes = Wishes(
        torch.full((count,), 0.7),
        torch.full((count,), 0.95),
        torch.zeros(count, dtype=torch.int32),
        torch.arange(count, dtype=torch.int32) * 7919,
    )
    found = torch.bincount(draw_quickly(scores.expand(count, -1), wishes), minlength=6).float()
    expected = count * kept / kept.sum()
    assert found[3:].sum() == 0
    assert ((found[:3] - expected) ** 2 / expected).sum() < 13.8  # chi-square, 2 degrees of freedom, p = 0.001


async def test_a_device_that_fails_ends_all_streams_in_words() -> None:
    model = make("qwen2", TINY, "cpu", torch.float32)
    with running(model) as decoder:
        assert isinstance(decoder, FastDecoder)
        waiting = asyncio.create_task(tokens(decoder, request([1, 2, 3], 2000)))
        bad = asyncio.create_task(tokens(decoder, request([10**6], 5)))  # no such token: the embedding fails
        for one in (waiting, bad):
            with pytest.raises(EngineCrashedError, match="could not go on decoding: index"):
                await one
        assert not decoder.alive
        with pytest.raises(EngineCrashedError, match="its thread has ended"):
            await tokens(decoder, request([1], 5))


def test_models_that_are_not_known_here_are_left_to_transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    model = make("qwen2", TINY, "cpu", torch.float32)
    assert portable_reason(model) is None
    monkeypatch.setenv(RUNTIME_VARIABLE, "portable")
    assert "asks for it" in (portable_reason(model) or "")
    assert type(open_decoder(model, plan_of(model))).__name__ == "BatchingDecoder"


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (LlamaConfig(), None),
        (LlamaConfig(mlp_bias=True), "biases in the MLP"),
        (LlamaConfig(attention_bias=True), "bias after attention"),
        (Qwen2Config(use_sliding_window=True, sliding_window=8, max_window_layers=1), "sliding window"),
        (Qwen2Config(hidden_act="gelu"), "activation gelu"),
    ],
)
def test_what_is_not_known_is_named(config: Any, words: str | None) -> None:
    found = unsupported(config)
    assert found is None if words is None else words in (found or "")


def test_requests_are_plain_values() -> None:
    assert request([1], 2) == TokenRequest((1,), 2, 0.0, 1.0, 0, 1, 10, ())


@pytest.mark.parametrize("wishes", [{}, {"temperature": 0.9, "top_p": 0.95, "seed": 4}])
async def test_guessing_ahead_changes_no_token(
    model: Any, wishes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Greedy or sampled: a guess counts only when it is what is drawn at its place anyway."""
    ids = texts((12,), TINY["vocab_size"])[0] * 6
    found: list[list[list[int]]] = []
    for drafts in (0, 8):
        monkeypatch.setattr(PlainBackend, "most_drafts", drafts)
        with running(model) as decoder:
            both = [request(ids, 40, **wishes), request(ids[:40], 15, **wishes)]
            found.append(await asyncio.gather(*[tokens(decoder, one) for one in both]))
    assert found[0] == found[1]


@pytest.mark.parametrize("drafts", [(), (3, 4)])
def test_sampling_follows_the_distribution_with_and_without_guesses(drafts: tuple[int, ...]) -> None:
    """A model that knows six tokens, one text, many seeds; also of the second token where the first guess was right."""
    model = make("qwen2", {**TINY, "vocab_size": 6, "num_hidden_layers": 1}, "cpu", torch.float32, seed=3)
    weights = fuse(model, 64)
    cache = Cache(weights.shape, 1, 64, weights.dtype, weights.device)
    backend = PlainBackend(weights, cache, 100)
    ids = [0, 1, 2, 3, 4, 0, 1, 2]
    backend.read_prompt(ids[:-1], [0], 0)
    drawn: list[list[int]] = []
    for first in range(0, 6000, 100):
        rows = [Row(-1, ids[-1], 7, [0], 1.5, 1.0, 0, seed, drafts) for seed in range(first, first + 100)]
        drawn += backend.receive(backend.launch(rows))
    assert chi_square([one[0] for one in drawn], torch.softmax(reference(model, ids) / 1.5, -1)) < 20.5
    seconds = [one[1] for one in drawn if len(one) > 1]
    assert bool(seconds) == bool(drafts)
    if seconds:
        assert chi_square(seconds, torch.softmax(reference(model, [*ids, 3]) / 1.5, -1)) < 20.5


def chi_square(found: list[int], shares: torch.Tensor) -> float:
    """5 degrees of freedom: 20.5 is exceeded by chance once in a thousand times (and the seeds are fixed)."""
    expected = shares * len(found)
    return float(((torch.bincount(torch.tensor(found), minlength=6) - expected) ** 2 / expected).sum())
