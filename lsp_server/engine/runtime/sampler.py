"""Draws the next token of every row of a batch, each row with its own temperature, top_p, top_k and seed.

transformers' batching shares one random stream and one `do_sample` among all requests. Here the noise is a hash of
(seed, position, token) added to the scores (the Gumbel-max trick), so that the plain argmax of the manager becomes a
sample: greedy and sampling requests share a batch, a seed gives the same text whatever else runs beside it, and no
random state has to be kept on the device.
"""

from typing import Any

import torch
from transformers.generation.continuous_batching.cb_logits_processors import ContinuousBatchingLogitsProcessorList
from transformers.generation.logits_process import LogitsProcessorList

_ROWS = 4
"""Per request: temperature and top_p (floats, stored bit by bit), top_k, noise seed of this step."""

_GOLDEN, _MIX_1, _MIX_2 = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""Constants of the splitmix64 generator (Steele, Lea and Flood 2014)."""

_DEFAULTS: dict[str, Any] = {"temperature": 0.0, "top_p": 1.0, "top_k": 0, "seed": 0}


class RowSampler(ContinuousBatchingLogitsProcessorList):
    """Takes the place of the manager's list of processors; the manager itself must run with `do_sample=False`."""

    def __init__(self) -> None:
        super().__init__(LogitsProcessorList())
        self.tensors_required = _ROWS
        self.do_processing = True

    def check_kwargs(self, kwargs: dict[str, Any]) -> None:
        if unknown := set(kwargs) - set(_DEFAULTS):
            raise ValueError(f"The sampler does not know {sorted(unknown)}.")

    def fill_defaults(self, int32_tensor: torch.Tensor) -> None:
        int32_tensor.copy_(_rows([_DEFAULTS], [0]))

    def prepare_tensor_args(self, requests_in_batch: list[Any], arg_storage: torch.Tensor) -> torch.Tensor:
        """`position_offset` already counts the tokens of this step, so it is the position of the token to draw."""
        states = [request.state for request in requests_in_batch if request.has_new_token]
        if states:
            wanted = [{**_DEFAULTS, **state.logit_processor_kwargs} for state in states]
            noise = [step_seed(one["seed"], state.position_offset) for one, state in zip(wanted, states, strict=True)]
            arg_storage[:, : len(states)] = _rows(wanted, noise).to(arg_storage.device)
        return arg_storage

    def __call__(self, input_ids: Any, scores: torch.Tensor, logits_processor_args: torch.Tensor) -> torch.Tensor:
        rows = logits_processor_args[:, : scores.size(0)]
        temperature = rows[0].view(torch.float32).unsqueeze(-1)
        warm = scores / temperature.clamp(min=1e-4)
        kept = restrict(warm, rows[1].view(torch.float32), rows[2])
        return torch.where(temperature > 0, kept + gumbel(rows[3], scores.size(-1)), scores)


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
    z = seeds.to(torch.int64).unsqueeze(-1) * _signed(_MIX_1) + columns * _signed(_GOLDEN)
    z = (z ^ _shifted(z, 30)) * _signed(_MIX_1)
    z = (z ^ _shifted(z, 27)) * _signed(_MIX_2)
    bits = _shifted(z ^ _shifted(z, 31), 41)
    # 23 bits plus a half are exact in float32: the result is never 0 or 1, so both logarithms are finite.
    uniform = (bits.to(torch.float32) + 0.5) / 2.0**23
    return -torch.log(-torch.log(uniform))


def step_seed(seed: int, position: int) -> int:
    """31 bits that depend on both in a scrambled way (splitmix64 in plain integers)."""
    mask = (1 << 64) - 1
    z = (seed * _MIX_2 + (position + 1) * _GOLDEN) & mask
    z = ((z ^ (z >> 30)) * _MIX_1) & mask
    z = ((z ^ (z >> 27)) * _MIX_2) & mask
    return (z ^ (z >> 31)) >> 33


def _rows(wanted: list[dict[str, Any]], noise: list[int]) -> torch.Tensor:
    floats = torch.tensor([[one[name] for one in wanted] for name in ("temperature", "top_p")], dtype=torch.float32)
    whole = torch.tensor([[one["top_k"] for one in wanted], noise], dtype=torch.int32)
    return torch.cat([floats.view(torch.int32), whole])


def _shifted(z: torch.Tensor, bits: int) -> torch.Tensor:
    """Logical shift to the right; torch's own keeps the sign."""
    return (z >> bits) & ((1 << (64 - bits)) - 1)


def _signed(value: int) -> int:
    """An unsigned 64-bit constant as torch's signed integers spell it."""
    return value - (1 << 64) if value >= 1 << 63 else value
