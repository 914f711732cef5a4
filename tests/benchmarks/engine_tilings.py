"""How wide should the programs of the CUDA kernels be? `python -m tests.benchmarks.engine_tilings` (a GPU; a minute).

Times, with random weights of VibeThinker's shape: each product of a step for each tiling, the attention for each way to
split it, whole steps with and without overlapping kernels. Each inside a graph, over the weights of all layers, so that
no cache helps. The floor is the time that the weights need at the measured copy bandwidth.
"""

import statistics
from collections.abc import Callable

import torch

from lsp_server.engine.runtime.cuda import fused, kernels
from lsp_server.engine.runtime.cuda.fused import FusedStep, Tiling
from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.weights import Layer, Weights, fuse
from tests.benchmarks.engine import measure_bandwidth
from tests.benchmarks.random_models import VIBETHINKER, make

NARROW = [
    Tiling(4, 512, 4),
    Tiling(2, 512, 4),
    Tiling(2, 512, 2),
    Tiling(4, 512, 2),
    Tiling(8, 512, 8),
    Tiling(8, 512, 4),
]
CANDIDATES: dict[str, list[Tiling]] = {
    "qkv": NARROW,
    "out": NARROW,
    "gate_up": [*NARROW[:3], Tiling(4, 512, 8), Tiling(8, 512, 8)],
    "down": [Tiling(2, 1024, 8), Tiling(4, 1024, 8), Tiling(2, 1024, 4), Tiling(1, 1024, 4), Tiling(2, 2048, 8)],
    "unembedding": [Tiling(8, 512, 4), Tiling(4, 512, 4), Tiling(16, 512, 8), Tiling(8, 512, 8), Tiling(4, 512, 2)],
}
PAGES, POSITIONS = 400, (1000, 20_000)


def timed(work: Callable[[], None], repeats: int = 15) -> float:
    """Microseconds of one replay of `work` as a graph, the median."""
    work()
    torch.cuda.synchronize()
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        work()
    begun, ended = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    times: list[float] = []
    for _ in range(repeats + 3):
        begun.record()
        graph.replay()
        ended.record()
        ended.synchronize()
        times.append(begun.elapsed_time(ended) * 1000)
    return statistics.median(times[3:])


def product(step: FusedStep, role: str, weights: Weights, layer: Layer, rows: int) -> None:
    hidden, mixed, gated = step._hidden, step._mixed, step._gated
    arguments = {
        "qkv": (hidden, layer.input_norm, layer.qkv, layer.qkv_bias, step._qkv),
        "out": (mixed, None, layer.out, None, hidden),
        "gate_up": (hidden, layer.mlp_norm, layer.gate_up, None, gated),
        "down": (gated, None, layer.down, None, hidden),
        "unembedding": (hidden, weights.norm, weights.unembedding, None, step.logits),
    }
    step._linear(role, *arguments[role], rows)


def time_products(weights: Weights, step: FusedStep, rows: int, bandwidth: float) -> None:
    """Leaves the best tilings in `fused.TILINGS`."""
    for role, tilings in CANDIDATES.items():
        layers = weights.layers if role != "unembedding" else weights.layers[:3]
        times: dict[Tiling, float] = {}
        for tiling in tilings:
            fused.TILINGS[role] = (tiling, tiling)

            def work(role: str = role, layers: tuple[Layer, ...] = layers) -> None:
                step._hidden.fill_(0.5)
                for layer in layers:
                    product(step, role, weights, layer, rows)

            times[tiling] = timed(work) / len(layers)
        size = weights.unembedding if role == "unembedding" else getattr(weights.layers[0], role)
        best = min(times, key=lambda one: times[one])
        fused.TILINGS[role] = (best, best)
        figures = ", ".join(f"{one.n}×{one.k}/{one.warps} {time:.1f}" for one, time in times.items())
        print(f"{role}, {rows} rows, µs: floor {size.nbytes / bandwidth * 1e6:.1f}; {figures}", flush=True)


def fill_rows(step: FusedStep, rows: int, position: int) -> None:
    floats = step.rows.view(torch.float32)
    step.rows.zero_()
    step.rows[:rows, kernels.SOURCE], step.rows[:rows, kernels.POSITION] = -1, position
    floats[:rows, kernels.TEMPERATURE], floats[:rows, kernels.TOP_P] = 0.6, 0.95
    for row in range(rows):
        first = row % 4 * 90
        step.rows[row, kernels.TABLE : kernels.TABLE + 90] = torch.arange(first, first + 90)


def time_attention(weights: Weights, cache: Cache) -> None:
    for parts, tile in ((64, 64), (128, 64), (64, 128), (128, 32), (32, 64)):
        fused._PARTS, fused._TILE = parts, tile
        step = FusedStep(weights, cache, 16, PAGES, True)
        step._qkv.normal_()
        for rows in (1, 4):
            for position in POSITIONS:
                fill_rows(step, rows, position)

                def work(step: FusedStep = step, rows: int = rows) -> None:
                    for number, layer in enumerate(weights.layers):
                        step._attend(number, layer, rows)

                took = timed(work) / len(weights.layers)
                print(
                    f"attention, {parts} parts, tiles of {tile}, {rows} rows at {position}: {took:.1f} µs", flush=True
                )
    fused._PARTS, fused._TILE = 64, 64


def time_steps(weights: Weights, cache: Cache) -> None:
    for overlap in (True, False):
        step = FusedStep(weights, cache, 16, PAGES, overlap)
        step.compile((1, 2, 4, 8, 16))
        for rows in (1, 2, 4, 8, 16):
            for position in POSITIONS if rows < 8 else POSITIONS[:1]:
                fill_rows(step, rows, position)
                whole = timed(lambda step=step, rows=rows: step.run(rows, False))
                sampling = timed(lambda step=step, rows=rows: step._sample(rows))
                words = f"step, overlap {overlap}, {rows} rows at {position}"
                print(f"{words}: {whole:.0f} µs, of these sampling {sampling:.0f}", flush=True)


@torch.inference_mode()
def main() -> None:
    bandwidth = measure_bandwidth("cuda")
    print(f"{torch.cuda.get_device_name()}: copy {bandwidth / 1e12:.2f} TB/s", flush=True)
    weights = fuse(make("qwen2", VIBETHINKER, "cuda", torch.bfloat16), VIBETHINKER["max_position_embeddings"])
    cache = Cache(weights.shape, PAGES, 256, weights.dtype, weights.device)
    cache.whole.normal_()
    for rows in (4, 1):
        time_products(weights, FusedStep(weights, cache, 16, PAGES, True), rows, bandwidth)
    time_attention(weights, cache)
    time_steps(weights, cache)


if __name__ == "__main__":
    main()
