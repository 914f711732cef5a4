"""The backend in plain torch: runs wherever torch does, and is what the faster one is compared with."""

from collections.abc import Sequence
from typing import Any

import torch

from lsp_server.engine.runtime import forward
from lsp_server.engine.runtime.cache import Cache
from lsp_server.engine.runtime.sampling import Wishes, draw_narrow
from lsp_server.engine.runtime.stepper import Row
from lsp_server.engine.runtime.weights import Weights

_CHUNK_TOKENS = {"cpu": 256, "mps": 512, "cuda": 1024}
"""Prompt tokens read at once: the longest that an interactive request waits for a background one's prompt."""


class PlainBackend:
    """See `stepper.Backend`. A step is complete when `launch` returns."""

    depth = 1

    def __init__(self, weights: Weights, cache: Cache, most_rows: int) -> None:
        self.most_rows = most_rows
        self.chunk = _CHUNK_TOKENS.get(weights.device.type, 512)
        self._weights = weights
        self._cache = cache

    @torch.inference_mode()
    def read_prompt(self, ids: Sequence[int], table: list[int], start: int) -> None:
        forward.prefill(self._weights, self._cache, ids, table, start)

    @torch.inference_mode()
    def launch(self, rows: Sequence[Row]) -> list[int]:
        ids = torch.tensor([row.token for row in rows], device=self._weights.device)
        tables, positions = [row.table for row in rows], [row.position for row in rows]
        scores = forward.step(self._weights, self._cache, ids, tables, positions)
        drawn: Any = draw_narrow(scores, _wishes(rows, self._weights.device))
        return drawn.tolist()

    def receive(self, launched: list[int]) -> list[int]:
        return launched


def _wishes(rows: Sequence[Row], device: torch.device) -> Wishes:
    floats = torch.tensor([[row.temperature for row in rows], [row.top_p for row in rows]], device=device)
    whole = torch.tensor([[row.top_k for row in rows], [row.noise for row in rows]], dtype=torch.int32, device=device)
    return Wishes(floats[0], floats[1], whole[0], whole[1])
