"""The backend for CUDA: each step is one graph, replayed; the host writes the rows and reads the tokens one step late.

Prompts are read by `forward.prefill`, whose large products leave nothing to gain from a graph.
"""

import logging
from collections.abc import Sequence

import numpy as np
import torch

from lsp_server.engine.runtime.cuda import kernels
from lsp_server.engine.runtime.cuda.fused import FusedStep, start
from lsp_server.engine.runtime.decoding import forward
from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.noise import step_seed
from lsp_server.engine.runtime.decoding.stepper import Row
from lsp_server.engine.runtime.decoding.weights import Weights

_log = logging.getLogger(__name__)

SIZES = (1, 2, 4, 8, 16)
"""Rows for which there is a graph; a step of another number of rows is filled up with rows that nobody reads."""

_RING = 4
"""Steps whose inputs and outputs lie on the host at the same time; more than can be on their way."""

_OVERLAPS_FROM = (9, 0)
"""Compute capability from which a kernel can begin while the one before it ends (programmatic dependent launch)."""

Launched = tuple[int, int]
"""Place in the ring, and number of rows."""


class GraphBackend:
    """See `stepper.Backend`. Page 0 of `cache` takes what the rows that nobody reads write."""

    depth = 2
    most_drafts = 0
    chunk = 1024
    most_rows = SIZES[-1]

    def __init__(self, weights: Weights, cache: Cache, most_pages: int, overlap: bool | None = None) -> None:
        self._weights, self._cache = weights, cache
        if overlap is None:
            overlap = torch.cuda.get_device_capability(weights.device) >= _OVERLAPS_FROM
        self.step = FusedStep(weights, cache, SIZES[-1], most_pages, overlap)
        self._graphs: dict[tuple[int, bool], torch.cuda.CUDAGraph] = {}
        size = (_RING, *self.step.rows.shape)
        self._inputs = torch.zeros(size, dtype=torch.int32, pin_memory=True)
        self._whole = self._inputs.numpy()
        self._floats = self._whole.view(np.float32)
        self._tables: list[list[list[int]]] = [[[] for _ in range(SIZES[-1])] for _ in range(_RING)]
        self._outputs = torch.zeros((_RING, SIZES[-1]), dtype=torch.int32, pin_memory=True)
        self._events = [torch.cuda.Event(blocking=True) for _ in range(_RING)]
        self._turn = 0

    @torch.inference_mode()
    def prepare(self, sizes: Sequence[int] = SIZES) -> None:
        """Compile and capture before the first request comes."""
        self.step.compile(sizes)
        for size in sizes:
            self._graph(size, False)

    @torch.inference_mode()
    def read_prompt(self, ids: Sequence[int], table: list[int], start: int) -> None:
        forward.prefill(self._weights, self._cache, ids, table, start)

    @torch.inference_mode()
    def launch(self, rows: Sequence[Row]) -> Launched:
        size = next(one for one in SIZES if one >= len(rows))
        turn = self._turn = (self._turn + 1) % _RING
        for number in range(size):
            self._write(turn, number, rows[number] if number < len(rows) else _NOBODY)
        self.step.rows[:size].copy_(self._inputs[turn, :size], non_blocking=True)
        self._graph(size, any(row.top_k > 0 for row in rows)).replay()
        self._outputs[turn, :size].copy_(self.step.drawn[:size], non_blocking=True)
        self._events[turn].record()
        return turn, len(rows)

    def receive(self, launched: Launched) -> list[list[int]]:
        turn, count = launched
        self._events[turn].synchronize()
        return [[int(token)] for token in self._outputs[turn, :count].numpy()]

    def _write(self, turn: int, number: int, row: Row) -> None:
        whole, floats = self._whole[turn, number], self._floats[turn, number]
        whole[: kernels.TEMPERATURE] = (row.source, row.token, row.position)
        floats[kernels.TEMPERATURE : kernels.TOP_K] = (row.temperature, row.top_p)
        whole[kernels.TOP_K : kernels.NOISE + 1] = (row.top_k, step_seed(row.seed, row.position + 1))
        if self._tables[turn][number] != row.table:
            self._tables[turn][number] = list(row.table)
            whole[kernels.TABLE : kernels.TABLE + len(row.table)] = row.table

    def _graph(self, size: int, sorting: bool) -> torch.cuda.CUDAGraph:
        """The first run compiles, which must not happen during a capture."""
        found = self._graphs.get((size, sorting))
        if found is None:
            kept = self.step.drawn.clone()
            self.step.run(size, sorting)
            torch.cuda.synchronize()
            found = torch.cuda.CUDAGraph()
            with torch.cuda.graph(found, capture_error_mode="thread_local"):
                self.step.run(size, sorting)
            self.step.drawn.copy_(kept)
            self._graphs[size, sorting] = found
        return found


def broken(device: torch.device) -> str | None:
    """Why the kernels cannot be used: triton builds its launcher with the machine's C compiler, which may be missing.

    Runs the smallest kernel and looks at its result, so that what is chosen afterwards is known to work.
    """
    winners = torch.tensor([[1.0, 3.0, 2.0]], device=device)
    places = torch.tensor([[10, 30, 20]], dtype=torch.int32, device=device)
    drawn = torch.zeros(1, dtype=torch.int32, device=device)
    try:
        start("choose", (1,), winners, places, drawn, 3, 4, PDL=False)
    except Exception as error:
        _log.warning("triton cannot be used", exc_info=True)
        return f"triton cannot build its kernels here ({type(error).__name__})"
    return None if int(drawn) == 30 else "triton's kernels give wrong results here"


_NOBODY = Row(source=-1, token=0, position=0, table=[0], temperature=0.0, top_p=1.0, top_k=0, seed=0)
