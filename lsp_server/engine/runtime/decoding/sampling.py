"""The next token of every row of a batch, each row with its own temperature, top_p, top_k and noise. Plain torch.

The noise is a hash of (seed, position, token) added to the scores (the Gumbel-max trick), so that the argmax becomes a
sample: greedy and sampling requests share a batch, a seed gives the same text whatever else runs beside it, and no
random state has to be kept on the device.
"""

from dataclasses import dataclass

import torch

from lsp_server.engine.runtime.decoding.noise import GOLDEN, MIX_1, MIX_2


@dataclass(frozen=True, slots=True)
class Wishes:
    """One entry per row; `top_k` and `noise` are int32. `temperature` 0 is greedy, `top_k` 0 is off."""

    temperature: torch.Tensor
    top_p: torch.Tensor
    top_k: torch.Tensor
    noise: torch.Tensor

    def of(self, rows: torch.Tensor) -> "Wishes":
        return Wishes(self.temperature[rows], self.top_p[rows], self.top_k[rows], self.noise[rows])


def draw(scores: torch.Tensor, wishes: Wishes) -> torch.Tensor:
    """Tokens [rows] from `scores` [rows, vocabulary]; needs no look at any value, so it can be captured in a graph."""
    return noised(scores, wishes).argmax(-1)


def noised(scores: torch.Tensor, wishes: Wishes) -> torch.Tensor:
    """Scores whose argmax is the sample."""
    warm = scores / _warmth(wishes)
    kept = restrict(warm, wishes.top_p, wishes.top_k)
    drawn = kept + gumbel(wishes.noise, scores.size(-1))
    return torch.where(wishes.temperature.unsqueeze(-1) > 0, drawn, scores)


def draw_quickly(scores: torch.Tensor, wishes: Wishes) -> torch.Tensor:
    """The same tokens as `draw`, mostly without sorting; waits for the device.

    What is drawn from all tokens is, where it lies in the nucleus, also what is drawn from the nucleus: the noise
    of a token does not depend on the others. Only the rows where it does not are sorted.
    """
    warm = wishes.temperature > 0
    if not bool(warm.any()):
        return scores.argmax(-1)
    scaled = scores / _warmth(wishes)
    noisy = torch.where(warm.unsqueeze(-1), scaled + gumbel(wishes.noise, scores.size(-1)), scores)
    drawn = noisy.argmax(-1, keepdim=True)
    likelier = scaled > scaled.gather(-1, drawn)
    mass = torch.softmax(scaled, dim=-1).mul_(likelier).sum(-1)
    unsure = warm & ((mass >= wishes.top_p) | (wishes.top_k > 0))
    drawn = drawn.squeeze(-1)
    if bool(unsure.any()):
        drawn[unsure] = draw(scores[unsure], wishes.of(unsure))
    return drawn


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
    columns = torch.arange(1, size + 1, device=seeds.device, dtype=torch.int64)
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
