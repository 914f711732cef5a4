"""The sampler draws from the distribution that transformers' own processors describe."""

import pytest
import torch
from transformers.generation.logits_process import TopKLogitsWarper, TopPLogitsWarper

from lsp_server.engine.runtime.decoding.noise import step_seed
from lsp_server.engine.runtime.decoding.sampling import gumbel, restrict
from lsp_server.engine.runtime.portable.sampler import RowSampler

SIZE = 50


def scores(rows: int) -> torch.Tensor:
    return torch.randn(rows, SIZE, generator=torch.Generator().manual_seed(4)) * 3


@pytest.mark.parametrize(("top_k", "top_p"), [(0, 1.0), (0, 0.95), (5, 1.0), (5, 0.6), (1, 0.01), (500, 0.3)])
def test_the_same_tokens_stay_as_with_transformers_processors(top_k: int, top_p: float) -> None:
    rows = scores(8)
    ours = restrict(rows, torch.full((8,), top_p), torch.full((8,), top_k, dtype=torch.int32))
    theirs = TopKLogitsWarper(top_k)(torch.empty(0), rows) if top_k else rows
    theirs = TopPLogitsWarper(top_p)(torch.empty(0), theirs) if top_p < 1 else theirs
    assert torch.equal(ours, theirs)


def test_each_row_has_its_own_limits() -> None:
    kept = restrict(scores(3), torch.tensor([1.0, 1.0, 1.0]), torch.tensor([0, 1, 7], dtype=torch.int32))
    assert [int(torch.isfinite(row).sum()) for row in kept] == [SIZE, 1, 7]


def draw(seeds: list[int], temperature: float, top_k: int = 0) -> torch.Tensor:
    """One token per seed, all from the same scores."""
    row = scores(1).expand(len(seeds), SIZE)
    floats = torch.tensor([[temperature] * len(seeds), [1.0] * len(seeds)]).view(torch.int32)
    whole = torch.tensor([[top_k] * len(seeds), seeds], dtype=torch.int32)
    return RowSampler()(None, row, torch.cat([floats, whole])).argmax(-1)


@pytest.mark.parametrize("temperature", [0.6, 1.0])
def test_draws_follow_the_softmax(temperature: float) -> None:
    count = 40_000
    tokens = draw([step_seed(7, position) for position in range(count)], temperature)
    found = torch.bincount(tokens, minlength=SIZE) / count
    expected = torch.softmax(scores(1)[0] / temperature, -1)
    assert (found - expected).abs().max() < 0.012


def test_temperature_zero_is_greedy_and_a_seed_repeats() -> None:
    assert set(draw(list(range(100)), 0.0).tolist()) == {int(scores(1).argmax())}
    assert torch.equal(draw(list(range(100)), 1.0), draw(list(range(100)), 1.0))


def test_noise_is_finite_and_differs_between_rows_and_columns() -> None:
    noise = gumbel(torch.arange(64, dtype=torch.int32), 4096)
    assert bool(torch.isfinite(noise).all())
    assert abs(float(noise.mean()) - 0.5772) < 0.02  # Euler's constant is the mean of the Gumbel distribution
    assert len(set(noise[:, 0].tolist())) == 64


def test_step_seeds_fit_31_bits_and_do_not_collide() -> None:
    seeds = [step_seed(seed, position) for seed in range(40) for position in range(1000)]
    assert all(0 <= seed < 2**31 for seed in seeds)
    assert len(set(seeds)) > 39_990
