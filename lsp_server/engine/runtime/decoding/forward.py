"""The forward pass in plain torch operations: prompts in chunks, and one step of several streams. Runs on any device.

A prompt's last token is left to the step, so reading a prompt needs neither the last layer's output nor any logits.
"""

from collections.abc import Sequence

import torch
from torch.nn import functional

from lsp_server.engine.runtime.decoding.cache import Cache, Past, Table
from lsp_server.engine.runtime.decoding.weights import Layer, Shape, Weights

Turn = tuple[torch.Tensor, torch.Tensor]
"""What `rotations` gives."""


def prefill(weights: Weights, cache: Cache, ids: Sequence[int], table: Table, start: int) -> None:
    """Write keys and values of `ids`, which stand at `start` of the text whose earlier part is in the cache."""
    shape, end = weights.shape, start + len(ids)
    hidden = weights.embedding[torch.tensor(ids, device=weights.device)]
    turn = rotations(weights, slice(start, end))
    mask = _later_mask(shape, start, end, hidden) if start else None
    index = cache.index(table, end) if start else None
    for number, layer in enumerate(weights.layers):
        heads = project(shape, layer, hidden, turn)
        cache.write(number, table, start, heads[:, shape.heads :])
        if number == shape.layers - 1:
            return
        past = cache.read(number, table, end, index) if start else _own_past(shape, heads)
        mixed = _attend_chunk(shape, heads[:, : shape.heads], *past, mask)
        hidden = finish(shape, layer, hidden, mixed)


def step(
    weights: Weights, cache: Cache, ids: torch.Tensor, tables: Sequence[Table], positions: Sequence[int], width: int = 1
) -> torch.Tensor:
    """Logits [rows × width, vocabulary] after the next `width` tokens of each row.

    `ids` [rows × width], row by row, of which the first stand at `positions`.
    """
    shape = weights.shape
    hidden = weights.embedding[ids]
    places = [place + offset for place in positions for offset in range(width)]
    turn = rotations(weights, torch.tensor(places, device=weights.device))
    masks = [_later_mask(shape, place, place + width, hidden) if width > 1 else None for place in positions]
    pasts = [cache.past(table, place, place + width) for table, place in zip(tables, positions, strict=True)]
    for number, layer in enumerate(weights.layers):
        heads = project(shape, layer, hidden, turn)
        mixed = [
            _attend_row(shape, heads[row * width : (row + 1) * width], past, number, mask)
            for row, (past, mask) in enumerate(zip(pasts, masks, strict=True))
        ]
        hidden = finish(shape, layer, hidden, torch.cat(mixed) if len(mixed) > 1 else mixed[0])
    return logits(weights, hidden)


def rotations(weights: Weights, places: slice | torch.Tensor) -> Turn:
    """Factors [tokens, heads, head] of each head and of its halves exchanged, for all heads of `project` at once.

    Queries and keys are turned, values are left as they are (1 and 0).
    """
    shape = weights.shape
    cosines, sines = weights.cosines[places].unsqueeze(1), weights.sines[places].unsqueeze(1)
    turned = shape.heads + shape.kv_heads
    size = (len(cosines), turned + shape.kv_heads, shape.head)
    straight, crossed = cosines.new_ones(size), cosines.new_zeros(size)
    straight[:, :turned] = torch.cat([cosines, cosines], dim=-1)
    crossed[:, :turned] = torch.cat([-sines, sines], dim=-1)
    return straight, crossed


def project(shape: Shape, layer: Layer, hidden: torch.Tensor, turn: Turn) -> torch.Tensor:
    """Queries, keys and values below each other, [tokens, heads + 2 kv_heads, head], rotated."""
    normal = normalised(hidden, layer.input_norm, shape.epsilon)
    heads = functional.linear(normal, layer.qkv, layer.qkv_bias).view(len(hidden), -1, shape.head)
    if layer.query_norm is not None and layer.key_norm is not None:
        turned = shape.heads + shape.kv_heads
        queries = normalised(heads[:, : shape.heads], layer.query_norm, shape.epsilon)
        keys = normalised(heads[:, shape.heads : turned], layer.key_norm, shape.epsilon)
        heads = torch.cat([queries, keys, heads[:, turned:]], dim=1)
    # Halves, not pairs, are turned against each other (as in all checkpoints of the hub's format).
    return torch.addcmul(heads * turn[0], heads.roll(shape.head // 2, -1), turn[1]).to(heads.dtype)


def finish(shape: Shape, layer: Layer, hidden: torch.Tensor, mixed: torch.Tensor) -> torch.Tensor:
    """The rest of a layer after attention; `mixed` is [tokens, heads × head]."""
    hidden = torch.addmm(hidden, mixed, layer.out.t())
    gate, up = functional.linear(normalised(hidden, layer.mlp_norm, shape.epsilon), layer.gate_up).chunk(2, dim=-1)
    return torch.addmm(hidden, functional.silu(gate) * up, layer.down.t())


def logits(weights: Weights, hidden: torch.Tensor) -> torch.Tensor:
    return functional.linear(normalised(hidden, weights.norm, weights.shape.epsilon), weights.unembedding).float()


def normalised(hidden: torch.Tensor, weight: torch.Tensor, epsilon: float) -> torch.Tensor:
    return functional.rms_norm(hidden, weight.shape, weight, epsilon)


def _own_past(shape: Shape, heads: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The first chunk looks at nothing but itself."""
    keys, values = heads[:, shape.heads :].view(len(heads), 2, shape.kv_heads, -1).permute(1, 2, 0, 3)
    return keys, values


def _attend_row(shape: Shape, heads: torch.Tensor, past: Past, layer: int, mask: torch.Tensor | None) -> torch.Tensor:
    """The new tokens of one stream, mostly one. Heads that share keys are rows of one product, so none is repeated."""
    queries = heads[:, : shape.heads]
    keys, values = past.extend(layer, heads[:, shape.heads :])
    if mask is not None:
        return _attend_chunk(shape, queries, keys, values, mask)
    grouped = queries.view(1, shape.kv_heads, -1, shape.head)
    mixed = functional.scaled_dot_product_attention(grouped, keys.unsqueeze(0), values.unsqueeze(0))
    return mixed.view(1, -1)


def _attend_chunk(
    shape: Shape, queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, mask: torch.Tensor | None
) -> torch.Tensor:
    """Causal attention of a chunk; `mask` where there is text before it. Returns [tokens, heads × head]."""
    count = len(queries)
    if mask is None:
        mixed = functional.scaled_dot_product_attention(
            queries.transpose(0, 1).unsqueeze(0),
            keys.unsqueeze(0),
            values.unsqueeze(0),
            is_causal=True,
            enable_gqa=shape.heads != shape.kv_heads,
        )
        return mixed[0].transpose(0, 1).reshape(count, -1)
    group = shape.heads // shape.kv_heads
    grouped = queries.reshape(count, shape.kv_heads, group, -1).permute(1, 2, 0, 3).flatten(1, 2)
    mixed = functional.scaled_dot_product_attention(
        grouped.unsqueeze(0), keys.unsqueeze(0), values.unsqueeze(0), attn_mask=mask
    )
    return mixed[0].view(shape.kv_heads, group, count, shape.head).permute(2, 0, 1, 3).reshape(count, -1)


def _later_mask(shape: Shape, start: int, end: int, like: torch.Tensor) -> torch.Tensor:
    """0 where a token of the chunk may look, else -inf; the tokens of all heads of a group stand below each other."""
    columns = torch.arange(end, device=like.device)
    later = columns > torch.arange(start, end, device=like.device).unsqueeze(1)
    mask = torch.zeros(later.shape, dtype=like.dtype, device=like.device).masked_fill_(later, -torch.inf)
    return mask.repeat(shape.heads // shape.kv_heads, 1)
