"""Triton kernels of one decode step: products of few rows with all weights, paged attention, sampling.

Each kernel states its grid. `rows` is int32 [rows, stride] as `graphs` lays it out: the columns below, then pages.
With PDL a kernel starts while the one before it ends, and reads only weights and `rows` until `gdc_wait`.
"""
# triton is there only beside CUDA builds of torch, and its language is not Python's:
# pyright: basic, reportMissingImports=false, reportIndexIssue=false, reportOperatorIssue=false
# ruff: noqa: RUF005, PLR0915 (it has no unpacking of tuples, and a kernel cannot be cut in two)

import triton
import triton.language as tl
from triton.language.extra.cuda import gdc_launch_dependents, gdc_wait

from lsp_server.engine.runtime.decoding import noise

SOURCE, TOKEN, POSITION, TEMPERATURE, TOP_P, TOP_K, NOISE, TABLE = 0, 1, 2, 3, 4, 5, 6, 8
"""Columns of `rows`. Temperature and top_p are floats, stored bit by bit."""

WAYS = 16
"""Borders of the nucleus that are tried at once."""

SPAN = 32.0
"""Logits that lie further below the best one have no weight worth counting."""

_SOURCE, _TOKEN, _POSITION = tl.constexpr(SOURCE), tl.constexpr(TOKEN), tl.constexpr(POSITION)
_TEMPERATURE, _TOP_P, _NOISE, _TABLE = (
    tl.constexpr(TEMPERATURE),
    tl.constexpr(TOP_P),
    tl.constexpr(NOISE),
    tl.constexpr(TABLE),
)
_WAYS, _SPAN = tl.constexpr(WAYS), tl.constexpr(SPAN)
_GOLDEN, _MIX_1, _MIX_2 = tl.constexpr(noise.GOLDEN), tl.constexpr(noise.MIX_1), tl.constexpr(noise.MIX_2)


@triton.jit
def embed(rows, drawn, embedding, hidden, stride, SIZE: tl.constexpr, BLOCK: tl.constexpr):
    """Grid (rows). `hidden` [rows, SIZE] float32 becomes the embedding of each row's token."""
    row = tl.program_id(0)
    source = tl.load(rows + row * stride + _SOURCE)
    given = tl.load(rows + row * stride + _TOKEN)
    last = tl.load(drawn + tl.maximum(source, 0))
    token = tl.where(source >= 0, last, given).to(tl.int64)
    column = tl.arange(0, BLOCK)
    inside = column < SIZE
    values = tl.load(embedding + token * SIZE + column, mask=inside)
    tl.store(hidden + row * SIZE + column, values.to(tl.float32), mask=inside)


@triton.jit
def _weights(weight, n, k, inside, K: tl.constexpr):
    mask = inside[:, None] & (k < K)[None, :]
    values = tl.load(weight + n[:, None] * K + k[None, :], mask=mask, other=0.0, eviction_policy="evict_first")
    return values


@triton.jit
def _inputs(x, gain, k, K: tl.constexpr, NORM: tl.constexpr):
    """Part of one row: its values times the norm's gain, and their squares."""
    values = tl.load(x + k, mask=k < K, other=0.0).to(tl.float32)
    squares = values * values
    if NORM:
        values *= tl.load(gain + k, mask=k < K, other=0.0).to(tl.float32)
    return values, squares


@triton.jit
def _store(first, second, squares, bias, out, n, inside, row, N, K: tl.constexpr, EPS: tl.constexpr,
           NORM: tl.constexpr, BIAS: tl.constexpr, ADD: tl.constexpr, GLU: tl.constexpr):  # fmt: skip
    result = tl.sum(first, axis=1)
    scale = 1.0
    if NORM:
        scale = tl.rsqrt(tl.sum(squares, axis=0) / K + EPS)
        result *= scale
    if GLU:
        result = result * tl.sigmoid(result) * (tl.sum(second, axis=1) * scale)
    if BIAS:
        result += tl.load(bias + n, mask=inside, other=0.0).to(tl.float32)
    place = out + row * N + n
    if ADD:
        result += tl.load(place, mask=inside, other=0.0).to(tl.float32)
    tl.store(place, result.to(out.dtype.element_ty), mask=inside)


@triton.jit
def _times(tiles, x, gain, part, zero, zeros, K: tl.constexpr, NORM: tl.constexpr, BLOCK_K: tl.constexpr):
    """One row times the weights of `tiles`, not yet added up; and its squares."""
    result, squares = zero, zeros
    for number in tl.static_range(len(tiles)):
        values, more = _inputs(x, gain, number * BLOCK_K + part, K, NORM)
        result += tiles[number].to(tl.float32) * values[None, :]
        squares += more
    return result, squares


@triton.jit
def linear(x, gain, weight, bias, out, N, K: tl.constexpr, EPS: tl.constexpr, ROWS: tl.constexpr,
           NORM: tl.constexpr, BIAS: tl.constexpr, ADD: tl.constexpr, GLU: tl.constexpr,
           BLOCK_N: tl.constexpr, BLOCK_K: tl.constexpr, PDL: tl.constexpr):  # fmt: skip
    """Grid (N / BLOCK_N). `out` [ROWS, N] (+)= norm(`x` [ROWS, K]) times `weight` [N, K]; every weight is read once.

    NORM: the root mean square is a factor of the whole row, so it is applied at the end. GLU: `weight` is [2 N, K],
    gates before values. ADD: `out` is the residual stream. All weights of a program are asked for before anything
    else, so that they are on their way while the kernel before this one ends.
    """
    if PDL:
        gdc_launch_dependents()
    n = (tl.program_id(0) * BLOCK_N + tl.arange(0, BLOCK_N)).to(tl.int64)
    inside = n < N
    part = tl.arange(0, BLOCK_K)
    tiles, gated = (), ()
    for start in tl.static_range(0, K, BLOCK_K):
        tiles = tiles + (_weights(weight, n, start + part, inside, K),)
        if GLU:
            gated = gated + (_weights(weight, n + N, start + part, inside, K),)
    zero = tl.zeros([BLOCK_N, BLOCK_K], tl.float32)
    zeros = tl.zeros([BLOCK_K], tl.float32)
    if PDL:
        gdc_wait()
    for row in tl.static_range(ROWS):
        first, squares = _times(tiles, x + row * K, gain, part, zero, zeros, K, NORM, BLOCK_K)
        second = zero
        if GLU:
            second, _ = _times(gated, x + row * K, gain, part, zero, zeros, K, NORM, BLOCK_K)
        _store(first, second, squares, bias, out, n, inside, row, N, K, EPS, NORM, BIAS, ADD, GLU)


@triton.jit
def _turned(base, gain, heads, kept, cosine, sine, d, D: tl.constexpr, EPS: tl.constexpr, NORM: tl.constexpr):
    """Heads of one row [heads, D], normalised where the model does so, and rotated. float32."""
    half: tl.constexpr = D // 2
    other = tl.where(d < half, d + half, d - half)
    values = tl.load(base + heads[:, None] * D + d[None, :], mask=kept, other=0.0).to(tl.float32)
    crossed = tl.load(base + heads[:, None] * D + other[None, :], mask=kept, other=0.0).to(tl.float32)
    if NORM:
        scale = tl.rsqrt(tl.sum(values * values, axis=1) / D + EPS)[:, None]
        values *= scale * tl.load(gain + d, mask=d < D, other=0.0).to(tl.float32)[None, :]
        crossed *= scale * tl.load(gain + other, mask=d < D, other=0.0).to(tl.float32)[None, :]
    crossed = tl.where((d < half)[None, :], -crossed, crossed)
    return values * cosine[None, :] + crossed * sine[None, :]


@triton.jit
def attend(qkv, query_gain, key_gain, cosines, sines, keys, values, rows, partial, peaks, sums, stride,
           HEADS: tl.constexpr, KV: tl.constexpr, D: tl.constexpr, EPS: tl.constexpr, NORM: tl.constexpr,
           PAGE: tl.constexpr, SPLITS: tl.constexpr, BLOCK_G: tl.constexpr, BLOCK_D: tl.constexpr,
           BLOCK_T: tl.constexpr, SCALE: tl.constexpr, EXACT: tl.constexpr, PDL: tl.constexpr):  # fmt: skip
    """Grid (SPLITS, KV, rows). Attention of each row's new token over its part of the text; writes its key and value.

    All heads of a group look at the keys that were loaded once. `partial`, `peaks` (base 2) and `sums` go to `combine`.
    """
    if PDL:
        gdc_launch_dependents()
    split, kv, row = tl.program_id(0), tl.program_id(1), tl.program_id(2)
    position = tl.load(rows + row * stride + _POSITION)
    tiles = tl.cdiv(position + 1, BLOCK_T)
    each = tl.cdiv(tiles, SPLITS) * BLOCK_T
    low = split * each
    high = tl.minimum(position + 1, low + each)
    group: tl.constexpr = HEADS // KV
    d = tl.arange(0, BLOCK_D)
    g = tl.arange(0, BLOCK_G)
    half: tl.constexpr = D // 2
    angle = position * half + tl.where(d < half, d, d - half)
    cosine = tl.load(cosines + angle, mask=d < D, other=0.0)
    sine = tl.load(sines + angle, mask=d < D, other=0.0)
    if PDL:
        gdc_wait()
    if low <= position:
        base = qkv + row * (HEADS + 2 * KV) * D
        kept = (g < group)[:, None] & (d < D)[None, :]
        query = _turned(base, query_gain, kv * group + g, kept, cosine, sine, d, D, EPS, NORM) * SCALE
        one = tl.arange(0, 1)
        new_key = _turned(base, key_gain, HEADS + kv + one, (d < D)[None, :], cosine, sine, d, D, EPS, NORM)
        new_value = tl.load(base + (HEADS + KV + kv) * D + d, mask=d < D, other=0.0)
        new_key = new_key.to(keys.dtype.element_ty)
        mine = position < high
        score = tl.sum(query * new_key.to(tl.float32), axis=1)
        peak = tl.where(mine, score, float("-inf"))
        total = tl.where(mine, 1.0, 0.0) + tl.zeros([BLOCK_G], tl.float32)
        mixed = tl.where(mine, 1.0, 0.0) * new_value.to(tl.float32)[None, :] + tl.zeros([BLOCK_G, BLOCK_D], tl.float32)
        query = query.to(keys.dtype.element_ty)
        for start in tl.range(low, tl.minimum(high, position), BLOCK_T):
            t = start + tl.arange(0, BLOCK_T)
            page = tl.load(rows + row * stride + _TABLE + start // PAGE).to(tl.int64)
            place = ((page * KV + kv) * PAGE + t % PAGE)[:, None] * D + d[None, :]
            mask = (t < position)[:, None] & (d < D)[None, :]
            k = tl.load(keys + place, mask=mask, other=0.0)
            v = tl.load(values + place, mask=mask, other=0.0)
            scores = tl.dot(query, tl.trans(k), input_precision=EXACT)
            scores = tl.where((t < position)[None, :], scores, float("-inf"))
            new_peak = tl.maximum(peak, tl.max(scores, axis=1))
            shares = tl.exp2(scores - new_peak[:, None])
            fading = tl.exp2(peak - new_peak)
            total = total * fading + tl.sum(shares, axis=1)
            mixed = mixed * fading[:, None] + tl.dot(shares.to(v.dtype), v, input_precision=EXACT)
            peak = new_peak
        index = (row * HEADS + kv * group + g) * SPLITS + split
        tl.store(peaks + index, peak, mask=g < group)
        tl.store(sums + index, total, mask=g < group)
        tl.store(partial + index[:, None] * BLOCK_D + d[None, :], mixed, mask=kept)
        if mine:
            page = tl.load(rows + row * stride + _TABLE + position // PAGE).to(tl.int64)
            place = ((page * KV + kv) * PAGE + position % PAGE) * D + d
            tl.store(keys + place[None, :], new_key, mask=(d < D)[None, :])
            tl.store(values + place, new_value, mask=d < D)


@triton.jit
def combine(partial, peaks, sums, rows, out, stride, HEADS: tl.constexpr, D: tl.constexpr, SPLITS: tl.constexpr,
            BLOCK_D: tl.constexpr, BLOCK_T: tl.constexpr, PDL: tl.constexpr):  # fmt: skip
    """Grid (HEADS, rows). The parts of `attend` as one: `out` [rows, HEADS × D]."""
    if PDL:
        gdc_launch_dependents()
    head, row = tl.program_id(0), tl.program_id(1)
    position = tl.load(rows + row * stride + _POSITION)
    tiles = tl.cdiv(position + 1, BLOCK_T)
    each = tl.cdiv(tiles, SPLITS)
    split = tl.arange(0, SPLITS)
    there = split < tl.cdiv(tiles, each)
    index = (row * HEADS + head) * SPLITS + split
    d = tl.arange(0, BLOCK_D)
    if PDL:
        gdc_wait()
    peak = tl.load(peaks + index, mask=there, other=float("-inf"))
    weight = tl.exp2(peak - tl.max(peak, axis=0))
    total = tl.sum(weight * tl.load(sums + index, mask=there, other=0.0), axis=0)
    parts = tl.load(partial + index[:, None] * BLOCK_D + d[None, :], mask=there[:, None], other=0.0)
    mixed = tl.sum(parts * weight[:, None], axis=0) / total
    tl.store(out + (row * HEADS + head) * D + d, mixed.to(out.dtype.element_ty), mask=d < D)


@triton.jit
def _warm(logits, rows, row, stride, column, V):
    temperature = tl.load(rows + row * stride + _TEMPERATURE).to(tl.float32, bitcast=True)
    scores = tl.load(logits + row.to(tl.int64) * V + column, mask=column < V, other=float("-inf"))
    return scores, scores / tl.maximum(temperature, 1e-4), temperature


@triton.jit
def find_peaks(logits, rows, peaks, stride, V, BLOCK: tl.constexpr, PDL: tl.constexpr):
    """Grid (blocks, rows). The best logit of each block, divided by the temperature: `peaks` [rows, blocks]."""
    if PDL:
        gdc_launch_dependents()
        gdc_wait()
    block, row = tl.program_id(0), tl.program_id(1)
    column = block * BLOCK + tl.arange(0, BLOCK)
    _, warm, _ = _warm(logits, rows, row, stride, column, V)
    tl.store(peaks + row * tl.num_programs(0) + block, tl.max(warm, axis=0))


@triton.jit
def _interval(peaks, masses, border, rows, row, stride, blocks, BLOCKS: tl.constexpr, PASS: tl.constexpr):
    """Between which logits the nucleus ends, after PASS passes: (low, step, mass of everything).

    `masses` [rows, blocks, WAYS] of the last pass: the weight at or above each of WAYS borders. `border` [rows, 4]
    holds the interval that it divided.
    """
    block = tl.arange(0, BLOCKS)
    if PASS == 0:
        peak = tl.max(tl.load(peaks + row * blocks + block, mask=block < blocks, other=float("-inf")), axis=0)
        return peak - _SPAN, _SPAN / _WAYS, 0.0, peak
    way = tl.arange(0, _WAYS)
    place = masses + (row * blocks + block)[:, None] * _WAYS + way[None, :]
    mass = tl.sum(tl.load(place, mask=(block < blocks)[:, None], other=0.0), axis=0)
    place = border + row * 4
    low, step, whole, peak = tl.load(place), tl.load(place + 1), tl.load(place + 2), tl.load(place + 3)
    if PASS == 1:
        whole = tl.sum(tl.where(way == 0, mass, 0.0), axis=0)
    top_p = tl.load(rows + row * stride + _TOP_P).to(tl.float32, bitcast=True)
    enough = tl.sum((mass >= top_p * whole).to(tl.int32), axis=0)
    low += step * tl.maximum(enough - 1, 0).to(tl.float32)
    return low, step / _WAYS, whole, peak


@triton.jit
def weigh(logits, rows, peaks, before, after, border_before, border_after, stride, V, blocks, BLOCK: tl.constexpr,
          BLOCKS: tl.constexpr, PASS: tl.constexpr, PDL: tl.constexpr):  # fmt: skip
    """Grid (blocks, rows). One pass of the search for the border of the nucleus; each divides the interval by WAYS."""
    if PDL:
        gdc_launch_dependents()
        gdc_wait()
    block, row = tl.program_id(0), tl.program_id(1)
    low, step, whole, peak = _interval(peaks, before, border_before, rows, row, stride, blocks, BLOCKS, PASS)
    column = block * BLOCK + tl.arange(0, BLOCK)
    _, warm, _ = _warm(logits, rows, row, stride, column, V)
    way = tl.arange(0, _WAYS)
    borders = low + step * way.to(tl.float32)
    if PASS == 0:
        borders = tl.where(way == 0, float("-inf"), borders)
    weight = tl.exp(warm - peak)
    mass = tl.sum(tl.where(warm[None, :] >= borders[:, None], weight[None, :], 0.0), axis=1)
    tl.store(after + (row * blocks + block) * _WAYS + way, mass)
    if block == 0:
        place = border_after + row * 4
        tl.store(place, low)
        tl.store(place + 1, step)
        tl.store(place + 2, whole)
        tl.store(place + 3, peak)


@triton.jit
def _gumbel(seed, column):
    """As `sampling.gumbel`, bit by bit up to the logarithms."""
    z = seed.to(tl.uint64) * _MIX_1 + (column + 1).to(tl.uint64) * _GOLDEN
    z = (z ^ (z >> 30)) * _MIX_1
    z = (z ^ (z >> 27)) * _MIX_2
    bits = ((z ^ (z >> 31)) >> 41).to(tl.int32)
    return -tl.log(-tl.log((bits.to(tl.float32) + 0.5) / 8388608.0))


@triton.jit
def pick(logits, rows, peaks, masses, border, best, where, stride, V, blocks, BLOCK: tl.constexpr,
         BLOCKS: tl.constexpr, PASSES: tl.constexpr, PDL: tl.constexpr):  # fmt: skip
    """Grid (blocks, rows). The winner of each block: inside the nucleus by noised logit, or by logit when greedy."""
    if PDL:
        gdc_launch_dependents()
        gdc_wait()
    block, row = tl.program_id(0), tl.program_id(1)
    low, _, _, _ = _interval(peaks, masses, border, rows, row, stride, blocks, BLOCKS, PASSES)
    column = block * BLOCK + tl.arange(0, BLOCK)
    scores, warm, temperature = _warm(logits, rows, row, stride, column, V)
    top_p = tl.load(rows + row * stride + _TOP_P).to(tl.float32, bitcast=True)
    noised = warm + _gumbel(tl.load(rows + row * stride + _NOISE), column)
    border_logit = tl.where(top_p < 1.0, low, float("-inf"))
    noised = tl.where(warm >= border_logit, noised, float("-inf"))
    value, index = tl.max(tl.where(temperature > 0, noised, scores), axis=0, return_indices=True)
    tl.store(best + row * blocks + block, value)
    tl.store(where + row * blocks + block, block * BLOCK + index)


@triton.jit
def choose(best, where, drawn, blocks, BLOCKS: tl.constexpr, PDL: tl.constexpr):
    """Grid (rows). The winner of the blocks' winners becomes `drawn` [rows]."""
    if PDL:
        gdc_launch_dependents()
        gdc_wait()
    row = tl.program_id(0)
    block = tl.arange(0, BLOCKS)
    values = tl.load(best + row * blocks + block, mask=block < blocks, other=float("-inf"))
    _, index = tl.max(values, axis=0, return_indices=True)
    tl.store(drawn + row, tl.load(where + row * blocks + index))
