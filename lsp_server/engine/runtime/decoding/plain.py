"""The backend in plain torch: runs wherever torch does, and is what the faster one is compared with."""

from collections.abc import Sequence
from typing import Any

import torch

from lsp_server.engine.runtime.decoding import forward
from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.noise import step_seed
from lsp_server.engine.runtime.decoding.sampling import Wishes, draw_quickly
from lsp_server.engine.runtime.decoding.stepper import Row
from lsp_server.engine.runtime.decoding.weights import Weights

_CHUNK_TOKENS = {"cpu": 256, "mps": 512, "cuda": 1024}
"""Prompt tokens read at once: the longest that an interactive request waits for a background one's prompt."""


class PlainBackend:
    """See `stepper.Backend`. A step is complete when `launch` returns."""

    depth = 1
    most_drafts = 8

    def __init__(self, weights: Weights, cache: Cache, most_rows: int) -> None:
        self.most_rows = most_rows
        self.chunk = _CHUNK_TOKENS.get(weights.device.type, 512)
        self._weights = weights
        self._cache = cache

    @torch.inference_mode()
    def read_prompt(self, ids: Sequence[int], table: list[int], start: int) -> None:
        forward.prefill(self._weights, self._cache, ids, table, start)

    @torch.inference_mode()
    def launch(self, rows: Sequence[Row]) -> list[list[int]]:
        width = 1 + len(rows[0].drafts)
        ids = torch.tensor([token for row in rows for token in (row.token, *row.drafts)], device=self._weights.device)
        tables, positions = [row.table for row in rows], [row.position for row in rows]
        scores = forward.step(self._weights, self._cache, ids, tables, positions, width)
        for number, row in enumerate(rows):
            if row.allowed:
                _restrict(scores[number * width], row.allowed)
        drawn: Any = draw_quickly(scores, _wishes(rows, width, self._weights.device))
        tokens: list[int] = drawn.tolist()
        return [_right(row.drafts, tokens[number * width :]) for number, row in enumerate(rows)]

    def receive(self, launched: list[list[int]]) -> list[list[int]]:
        return launched


def _restrict(scores: torch.Tensor, allowed: Sequence[int]) -> None:
    """Scores [vocabulary] of all other tokens become -inf, in place."""
    kept = scores[list(allowed)]
    scores.fill_(-torch.inf)
    scores[list(allowed)] = kept


def _right(drafts: tuple[int, ...], drawn: list[int]) -> list[int]:
    """What was drawn up to the first guess that was wrong, and the token that is right in its place."""
    wrong = next((number for number, guess in enumerate(drafts) if guess != drawn[number]), len(drafts))
    return drawn[: wrong + 1]


def _wishes(rows: Sequence[Row], width: int, device: torch.device) -> Wishes:
    each = [(row, offset) for row in rows for offset in range(1, width + 1)]
    floats = torch.tensor([[row.temperature for row, _ in each], [row.top_p for row, _ in each]], device=device)
    noise = [step_seed(row.seed, row.position + offset) for row, offset in each]
    whole = torch.tensor([[row.top_k for row, _ in each], noise], dtype=torch.int32, device=device)
    return Wishes(floats[0], floats[1], whole[0], whole[1])
