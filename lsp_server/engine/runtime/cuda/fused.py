"""One decode step of up to a few rows as a fixed sequence of kernels, fit to be captured in a CUDA graph.

Up to four rows share products that read each weight once (`kernels.linear`); more rows are left to the library of the
device, whose matrix units then pay. Buffers are allocated once: a step allocates nothing.
"""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import torch
import triton  # pyright: ignore[reportMissingImports] -- comes with CUDA builds of torch only

from lsp_server.engine.runtime.cuda import kernels
from lsp_server.engine.runtime.decoding import forward, sampling
from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.weights import Layer, Weights

FEW_ROWS = 4
"""Above, four rows at a time would read the weights several times."""

_PARTS = 64
"""Programs per group of heads that share the text of a single row; with more rows each has fewer."""

_TILE = 64
"""Tokens that attention looks at in one go; divides the page."""

_SAMPLE_BLOCK = 1024
_PASSES = 5
"""Of the search for the border of the nucleus: WAYS to the power of this divides the span finely enough."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """Rows and columns of a weight that one program reads at a time, and its warps."""

    n: int
    k: int
    warps: int


TILINGS: dict[str, tuple[Tiling, Tiling]] = {
    "qkv": (Tiling(4, 512, 4), Tiling(4, 512, 4)),
    "out": (Tiling(4, 512, 4), Tiling(4, 512, 4)),
    "gate_up": (Tiling(4, 512, 4), Tiling(4, 512, 8)),
    "down": (Tiling(2, 1024, 8), Tiling(4, 1024, 8)),
    "unembedding": (Tiling(8, 512, 4), Tiling(8, 512, 8)),
}
"""For one row, and for several."""


class FusedStep:
    """`rows` and `drawn` are the step's input and output on the device, see `kernels`."""

    def __init__(self, weights: Weights, cache: Cache, most_rows: int, most_pages: int, overlap: bool) -> None:
        self._weights, self._cache = weights, cache
        shape, device = weights.shape, weights.device
        self._overlap = {"PDL": overlap} | ({"launch_pdl": True} if overlap else {})
        self._exact = "ieee" if weights.dtype == torch.float32 else "tf32"
        self._start: Callable[..., None] = start

        def buffer(*size: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
            return torch.zeros(size, dtype=dtype, device=device)

        wide = (shape.heads + 2 * shape.kv_heads) * shape.head
        self.rows = buffer(most_rows, kernels.TABLE + most_pages, dtype=torch.int32)
        self._stride = self.rows.stride(0)
        self.drawn = buffer(most_rows, dtype=torch.int32)
        self.logits = buffer(most_rows, shape.vocabulary)
        self._hidden = buffer(most_rows, shape.hidden)
        self._qkv = buffer(most_rows, wide, dtype=weights.dtype)
        self._mixed = buffer(most_rows, shape.heads * shape.head, dtype=weights.dtype)
        self._gated = buffer(most_rows, shape.width, dtype=weights.dtype)
        parts = max(most_rows * _splits(most_rows), _PARTS) * shape.heads
        self._partial = buffer(parts, _power(shape.head))
        self._peaks, self._sums = buffer(parts), buffer(parts)
        blocks = _blocks(shape.vocabulary, _SAMPLE_BLOCK)
        self._best, self._winners = buffer(most_rows, blocks), buffer(most_rows, blocks)
        self._masses = [buffer(most_rows, blocks, kernels.WAYS) for _ in range(2)]
        self._borders = [buffer(most_rows, 4) for _ in range(2)]
        self._places = buffer(most_rows, blocks, dtype=torch.int32)

    def compile(self, counts: Sequence[int]) -> None:
        """All kernels for steps of `counts` rows, many at a time: one after the other takes a quarter of a minute."""
        mode = getattr(triton, "AsyncCompileMode", None)
        if mode is None:
            return
        self._start = _compile
        try:
            with ThreadPoolExecutor() as pool, mode(pool):
                for count in counts:
                    self.run(count, False)
        finally:
            self._start = start

    def run(self, count: int, sorting: bool) -> None:
        """Everything from the tokens of `count` rows to the next ones. `sorting` where a row has a top_k."""
        size, embedding = self._weights.shape.hidden, self._weights.embedding
        self._start("embed", (count,), self.rows, self.drawn, embedding, self._hidden, self._stride, size, _power(size))
        for number, layer in enumerate(self._weights.layers):
            if count <= FEW_ROWS:
                self._few(number, layer, count)
            else:
                self._many(number, layer, count)
        self._score(count)
        if sorting:
            self._sort(count)
        else:
            self._sample(count)

    def _few(self, number: int, layer: Layer, count: int) -> None:
        hidden, mixed, gated = self._hidden, self._mixed, self._gated
        self._linear("qkv", hidden, layer.input_norm, layer.qkv, layer.qkv_bias, self._qkv, count)
        self._attend(number, layer, count)
        self._linear("out", mixed, None, layer.out, None, hidden, count)
        self._linear("gate_up", hidden, layer.mlp_norm, layer.gate_up, None, gated, count)
        self._linear("down", gated, None, layer.down, None, hidden, count)

    def _many(self, number: int, layer: Layer, count: int) -> None:
        shape, linear, normalised = self._weights.shape, torch.nn.functional.linear, forward.normalised
        hidden = self._hidden[:count]
        normal = normalised(hidden.to(self._weights.dtype), layer.input_norm, shape.epsilon)
        self._qkv[:count] = linear(normal, layer.qkv, layer.qkv_bias)
        self._attend(number, layer, count)
        hidden += linear(self._mixed[:count], layer.out)
        both = linear(normalised(hidden.to(self._weights.dtype), layer.mlp_norm, shape.epsilon), layer.gate_up)
        gated = torch.nn.functional.silu(both[:, : shape.width]) * both[:, shape.width :]
        hidden += linear(gated, layer.down)

    def _linear(
        self,
        role: str,
        x: torch.Tensor,
        gain: torch.Tensor | None,
        weight: torch.Tensor,
        bias: torch.Tensor | None,
        out: torch.Tensor,
        count: int,
    ) -> None:
        tiling, gated = TILINGS[role][count > 1], role == "gate_up"
        size = len(weight) // 2 if gated else len(weight)
        rows = count if count < 3 else FEW_ROWS
        self._start(
            "linear", (_blocks(size, tiling.n),), x, gain, weight, bias, out, size, weight.shape[1],
            self._weights.shape.epsilon, rows, gain is not None, bias is not None, out is self._hidden, gated,
            tiling.n, tiling.k, num_warps=tiling.warps, **self._overlap,
        )  # fmt: skip

    def _attend(self, number: int, layer: Layer, count: int) -> None:
        shape, cache, weights = self._weights.shape, self._cache, self._weights
        splits, wide = _splits(count), _power(shape.head)
        group = max(16, _power(shape.heads // shape.kv_heads))
        scale = shape.head**-0.5 * math.log2(math.e)
        parts = (self._partial, self._peaks, self._sums)
        self._start(
            "attend", (splits, shape.kv_heads, count), self._qkv, layer.query_norm, layer.key_norm, weights.cosines,
            weights.sines, cache.keys[number], cache.values[number], self.rows, *parts, self._stride, shape.heads,
            shape.kv_heads, shape.head, shape.epsilon, layer.query_norm is not None, cache.page, splits, group, wide,
            _TILE, scale, self._exact, **self._overlap,
        )  # fmt: skip
        self._start(
            "combine", (shape.heads, count), *parts, self.rows, self._mixed, self._stride, shape.heads, shape.head,
            splits, wide, _TILE, **self._overlap,
        )  # fmt: skip

    def _score(self, count: int) -> None:
        weights = self._weights
        if count <= FEW_ROWS:
            self._linear("unembedding", self._hidden, weights.norm, weights.unembedding, None, self.logits, count)
        else:
            self.logits[:count] = forward.logits(weights, self._hidden[:count].to(weights.dtype))

    def _sample(self, count: int) -> None:
        blocks = self._masses[0].shape[1]
        grid, most = (blocks, count), _power(blocks)
        given = (self.logits, self.rows, self._best)
        size = (self._stride, self._weights.shape.vocabulary)
        self._start("find_peaks", grid, *given, *size, _SAMPLE_BLOCK, **self._overlap)
        for turn in range(_PASSES):
            now, last = turn % 2, 1 - turn % 2
            self._start(
                "weigh", grid, *given, self._masses[last], self._masses[now], self._borders[last], self._borders[now],
                *size, blocks, _SAMPLE_BLOCK, most, min(turn, 2), num_warps=8, **self._overlap,
            )  # fmt: skip
        now = (_PASSES - 1) % 2
        self._start(
            "pick", grid, *given, self._masses[now], self._borders[now], self._winners, self._places, *size, blocks,
            _SAMPLE_BLOCK, most, _PASSES, num_warps=8, **self._overlap,
        )  # fmt: skip
        self._start("choose", (count,), self._winners, self._places, self.drawn, blocks, most, **self._overlap)

    def _sort(self, count: int) -> None:
        rows = self.rows[:count]
        wishes = sampling.Wishes(
            rows[:, kernels.TEMPERATURE].contiguous().view(torch.float32),
            rows[:, kernels.TOP_P].contiguous().view(torch.float32),
            rows[:, kernels.TOP_K],
            rows[:, kernels.NOISE],
        )
        self.drawn[:count] = sampling.draw(self.logits[:count], wishes).to(torch.int32)


def start(name: str, grid: tuple[int, ...], *arguments: Any, **options: Any) -> None:
    getattr(kernels, name)[grid](*arguments, **options)


def _compile(name: str, grid: tuple[int, ...], *arguments: Any, **options: Any) -> None:
    getattr(kernels, name).warmup(*arguments, grid=grid, **options)


def _splits(rows: int) -> int:
    return max(8, _PARTS // _power(rows))


def _power(size: int) -> int:
    return 1 << (size - 1).bit_length()


def _blocks(size: int, block: int) -> int:
    return -(-size // block)
