"""The next token of every row of a batch, each row with its own temperature, top_p, top_k and noise. Plain torch.

The noise is a hash of (seed, position, token) added to the scores (the Gumbel-max trick), so that the argmax becomes a
sample: greedy and sampling requests share a batch, a seed gives the same text whatever else runs beside it, and no
random state has to be kept on the device.
"""

from dataclasses import dataclass

import torch

from lsp_server.engine.runtime.decoding.noise import GOLDEN, MIX_1, MIX_2

_NARROW = 64
"""Tokens that nearly always hold the whole nucleus. Sorting a vocabulary on a CPU takes longer than a layer."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """One entry per row; `top_k` and `noise` are int32. `temperature` 0 is greedy, `top_k` 0 is off."""

    temperature: torch.Tensor
    top_p: torch.Tensor
    top_k: torch.Tensor
    noise: torch.Tensor


def draw(scores: torch.Tensor, wishes: Wishes) -> torch.Tensor:
    """Tokens [rows] from `scores` [rows, vocabulary]; needs no look at any value, so it can be captured in a graph."""
    return noised(scores, wishes).argmax(-1)


def noised(scores: torch.Tensor, wishes: Wishes) -> torch.Tensor:
    """Scores whose argmax is the sample."""
    warm = scores / _warmth(wishes)
    kept = restrict(warm, wishes.top_p, wishes.top_k)
    drawn = kept + gumbel(wishes.noise, scores.size(-1))
    return torch.where(wishes.temperature.unsqueeze(-1) > 0, drawn, scores)


def draw_narrow(scores: torch.Tensor, wishes: Wishes) -> torch.Tensor:
    """The same tokens as `draw`, by way of the few best where these hold the whole nucleus; waits for the device."""
    if not bool((wishes.temperature > 0).any()):
        return scores.argmax(-1)
    warm = scores / _warmth(wishes)
    best, columns = warm.topk(min(_NARROW, scores.size(-1)), dim=-1)
    rank = torch.arange(best.size(-1), device=scores.device)
    limit = torch.where(wishes.top_k > 0, wishes.top_k, scores.size(-1)).unsqueeze(-1)
    if bool((wishes.top_k > best.size(-1)).any()):
        return draw(scores, wishes)
    among_best = best.masked_fill(rank >= limit, -torch.inf).logsumexp(-1, keepdim=True)
    among_all = warm.logsumexp(-1, keepdim=True)
    shares = (best - torch.where(wishes.top_k.unsqueeze(-1) > 0, among_best, among_all)).exp()
    before = shares.cumsum(-1) - shares
    inside = (before < wishes.top_p.unsqueeze(-1)) & (rank < limit)
    if bool((inside[:, -1] & (wishes.temperature > 0)).any()):
        return draw(scores, wishes)
    border = best.gather(-1, inside.sum(-1, keepdim=True).clamp(min=1) - 1)
    drawn = best.masked_fill(best < border, -torch.inf) + _gumbel(wishes.noise, columns + 1)
    picked = torch.where(wishes.temperature.unsqueeze(-1) > 0, drawn, best).argmax(-1, keepdim=True)
    return columns.gather(-1, picked).squeeze(-1)


def restrict(scores: torch.Tensor, top_p: torch.Tensor, top_k: torch.Tensor) -> torch.Tensor:
    """`scores` [rows, vocabulary] with -inf outside the top_k tokens and, of those, outside the top_p mass.

    top_k 0 is off. The token that crosses top_p is kept, as in Holtzman et al. 2020.
    """
    size = scores.size(-1)
    ordered = torch.sort(scores, dim=-1, descending=True).values
    rank = torch.arange(size, device=scores.device)
    limit = torch.where(top_k > 0, top_k, size).unsqueeze(-1)
    shares = torch.softmax(ordered.masked_fill(rank >= limit, -torch.inf), dim=-1)
    before = shares.cumsum(-1) - shares
    kept = ((before < top_p.unsqueeze(-1)) & (rank < limit)).sum(-1, keepdim=True).clamp(min=1)
    return scores.masked_fill(scores < ordered.gather(-1, kept - 1), -torch.inf)


def gumbel(seeds: torch.Tensor, size: int) -> torch.Tensor:
    """Gumbel noise [rows, size], the same on every device: a hash, not a generator. `seeds` is int32 [rows]."""
    return _gumbel(seeds, torch.arange(1, size + 1, device=seeds.device, dtype=torch.int64))


def _gumbel(seeds: torch.Tensor, columns: torch.Tensor) -> torch.Tensor:
    z = seeds.to(torch.int64).unsqueeze(-1) * _signed(MIX_1) + columns * _signed(GOLDEN)
    z = (z ^ _shifted(z, 30)) * _signed(MIX_1)
    z = (z ^ _shifted(z, 27)) * _signed(MIX_2)
    bits = _shifted(z ^ _shifted(z, 31), 41)
    # 23 bits plus a half are exact in float32: the result is never 0 or 1, so both logarithms are finite.
    uniform = (bits.to(torch.float32) + 0.5) / 2.0**23
    return -torch.log(-torch.log(uniform))


def _warmth(wishes: Wishes) -> torch.Tensor:
    return wishes.temperature.clamp(min=1e-4).unsqueeze(-1)


def _shifted(z: torch.Tensor, bits: int) -> torch.Tensor:
    """Logical shift to the right; torch's own keeps the sign."""
    return (z >> bits) & ((1 << (64 - bits)) - 1)


def _signed(value: int) -> int:
    """An unsigned 64-bit constant as torch's signed integers spell it."""
    return value - (1 << 64) if value >= 1 << 63 else value
